package kernel

// avx2Set has eight lanes.
func avx2Set() *Set {
	return &Set{
		Lanes:    8,
		Products: [3]Product{matmul6AVX2, matmul4AVX2, matmul2AVX2}, ProductRows: [3]int{6, 4, 2}, Panel: 16,
		PackRows: packRowsAVX2, PackColumns: packColumnsAVX2,
		ColSum: colSumAVX2, ColDot: colDotAVX2,
		RowSum: rowSumAVX2, RowMax: rowMaxAVX2, RowDot: rowDotAVX2,
		TileSum: tileSumAVX2, TileSquare: tileSqSumAVX2, Magnitude: magnitudeAVX2,
		Add: addAVX2, Sub: subAVX2, Mul: mulAVX2, Div: divAVX2, Max: maxAVX2, Gt: gtAVX2, Ge: geAVX2, Ieq: ieqAVX2,
		FMA: fmaAVX2, Select: selAVX2,
		Sqrt: sqrtAVX2, Neg: negAVX2, Abs: absAVX2, Exp: expAVX2, Log: logAVX2, Tanh: tanhAVX2, Canonical: canonAVX2,
		Fused: []Fused{adamAVX2, biasGELUAVX2, geluGradAVX2, dlogitsAVX2},
		Fill:  fillAVX2, Pause: pauseAVX2,
	}
}

// avx512Set has sixteen lanes.
func avx512Set() *Set {
	return &Set{
		Lanes:    16,
		Products: [3]Product{matmul12AVX512, matmul8AVX512, matmul4AVX512}, ProductRows: [3]int{12, 8, 4}, Panel: 32,
		PackRows: packRowsAVX512, PackColumns: packColumnsAVX512,
		ColSum: colSumAVX512, ColDot: colDotAVX512,
		RowSum: rowSumAVX512, RowMax: rowMaxAVX512, RowDot: rowDotAVX512,
		TileSum: tileSumAVX512, TileSquare: tileSqSumAVX512, Magnitude: magnitudeAVX512,
		Add: addAVX512, Sub: subAVX512, Mul: mulAVX512, Div: divAVX512, Max: maxAVX512, Gt: gtAVX512, Ge: geAVX512, Ieq: ieqAVX512,
		FMA: fmaAVX512, Select: selAVX512,
		Sqrt: sqrtAVX512, Neg: negAVX512, Abs: absAVX512, Exp: expAVX512, Log: logAVX512, Tanh: tanhAVX512, Canonical: canonAVX512,
		Fused: []Fused{adamAVX512, biasGELUAVX512, geluGradAVX512, dlogitsAVX512},
		Fill:  fillAVX512, Pause: pauseAVX512,
	}
}
