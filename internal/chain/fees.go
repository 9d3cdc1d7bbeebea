package chain

import "math/big"

// fees of one transaction (EIP-1559).
//
// Units: wei per gas.
type fees struct{ tip, max *big.Int }

func noFees() fees { return fees{tip: new(big.Int), max: new(big.Int)} }

// offer is what a new transaction pays: the suggested tip, and room for the base fee to double.
func offer(tip, baseFee *big.Int) fees {
	limit := new(big.Int).Lsh(baseFee, 1)
	return fees{tip: new(big.Int).Set(tip), max: limit.Add(limit, tip)}
}

// bump raises both fees by 15 %, more than the 10 % that pools ask of a replacement.
//
// Order: rounds up, so that small fees grow too.
func (f fees) bump() fees { return fees{tip: raise(f.tip), max: raise(f.max)} }

func raise(x *big.Int) *big.Int {
	y := new(big.Int).Mul(x, big.NewInt(115))
	y.Add(y, big.NewInt(99))
	return y.Div(y, big.NewInt(100))
}

// atLeast takes the larger of each fee.
func (f fees) atLeast(floor fees) fees {
	return fees{tip: larger(f.tip, floor.tip), max: larger(f.max, floor.max)}
}

func larger(a, b *big.Int) *big.Int {
	if a.Cmp(b) >= 0 {
		return a
	}
	return b
}
