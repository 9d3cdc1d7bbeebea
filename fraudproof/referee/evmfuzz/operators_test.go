package evmfuzz

import (
	"math"
	"math/rand/v2"

	"github.com/commonweight/commonweight/train/numeric"
	"github.com/commonweight/commonweight/train/program"
)

// operator returns a random valid operator of one of all kinds and modes, of any size that the referee has to deal with.
func operator(r *rand.Rand) program.Operator {
	o := []func(*rand.Rand) program.Operator{
		product, product, reduction, reduction, scatter, expression, expression, lookup, concat, load, tick, roots,
	}[r.IntN(12)](r)
	if o.OutView == (program.ViewSpec{}) {
		o.OutView = o.Out.Whole()
	}
	return o
}

// size is 1, about a power of two, or anything up to most.
func size(r *rand.Rand, most int) int {
	n := 1 + r.IntN(most)
	if r.IntN(3) > 0 {
		n = 1<<r.IntN(20) + r.IntN(3) - 1
	}
	return max(1, min(n, most))
}

// of is an operand: somewhere in the trace, the state or the run.
func of(r *rand.Rand, role program.Role, s program.Shape) program.Operand {
	x := program.Operand{Source: program.Source(1 + r.IntN(3)), Index: r.IntN(1000), Role: role, Shape: s, View: s.Whole()}
	if x.Source == program.SourceConstant {
		x.Index = int(program.ConstantLearningRates)
	}
	return x
}

func floats(n int) program.Shape { return program.VectorOf(program.DTypeFloat32, n) }

func product(r *rand.Rand) program.Operator {
	o := program.Operator{Code: program.OpMatmul, Mode: []program.Mode{program.ModeNN, program.ModeNT, program.ModeTN}[r.IntN(3)]}
	o.Attributes[program.AttributeMatmulCausal] = uint32(r.IntN(2))
	m, k, n := size(r, 1<<10), size(r, program.MaxTerms), size(r, 1<<10)
	if r.IntN(3) > 0 {
		k = size(r, 1200)
	}
	g0, g1 := 1, 1
	heads := r.IntN(2) == 0
	if heads {
		g0, g1 = size(r, 5), size(r, 5)
		m, k, n = 16*size(r, 5), 16*size(r, 40), 16*size(r, 5)
	} else if r.IntN(3) == 0 {
		g0, k = size(r, 30), size(r, 600)
	}
	side := func(role program.Role, rows, wide int) program.Operand {
		if heads && r.IntN(3) > 0 { // one matrix, in which they lie side by side behind others
			before := 16 * r.IntN(4)
			x := of(r, role, program.MatrixOf(g0*rows, before+g1*wide+r.IntN(40)))
			x.View = program.ViewSpec{Stride: x.Shape.W, Col0: before, G0: g0, G1: g1, R: rows, W: wide}
			return x
		}
		return of(r, role, program.ListOf(g0*g1, rows, wide))
	}
	a, b := [2]int{m, k}, [2]int{k, n}
	if o.Mode == program.ModeTN {
		a = [2]int{k, m}
	}
	if o.Mode == program.ModeNT {
		b = [2]int{n, k}
	}
	o.Operands = []program.Operand{side(program.RoleA, a[0], a[1]), side(program.RoleB, b[0], b[1])}
	o.Out = program.ListOf(g0*g1, m, n)
	if heads && r.IntN(2) == 0 {
		o.Out = program.MatrixOf(g0*m, g1*n)
		o.OutView = program.ViewSpec{Stride: g1 * n, G0: g0, G1: g1, R: m, W: n}
	}
	return o
}

func reduction(r *rand.Rand) program.Operator {
	s := program.ListOf(size(r, 20), size(r, 600), size(r, 1500))
	o := program.Operator{}
	modes := []program.Mode{program.ModeSum, program.ModeDot}
	switch r.IntN(3) {
	case 0:
		s.G = 1
		o.Code, o.Out = program.OpColumnReduce, floats(s.W)
	case 1:
		o.Code, o.Out = program.OpRowReduce, floats(s.G*s.R)
		modes = append(modes, program.ModeMax)
	default:
		if r.IntN(2) == 0 {
			s = floats(size(r, 1<<20))
		}
		o.Code, o.Out = program.OpTileReduce, floats(s.Tiles())
		modes = []program.Mode{program.ModeSum, program.ModeSqsum}
	}
	o.Mode = modes[r.IntN(len(modes))]
	o.Operands = []program.Operand{of(r, program.RoleX, s)}
	if o.Mode == program.ModeDot {
		o.Operands = append(o.Operands, of(r, program.RoleY, s))
	}
	return o
}

func scatter(r *rand.Rand) program.Operator {
	n, wide := size(r, 5000), size(r, 300)
	o := program.Operator{Code: program.OpScatterAdd, Mode: program.ModeIota, Out: program.MatrixOf(size(r, 60), wide)}
	o.Operands = []program.Operand{of(r, program.RoleX, program.MatrixOf(n, wide))}
	o.Attributes[program.AttributeScatterAddModulus] = uint32(size(r, 60))
	if r.IntN(2) == 0 {
		o.Mode = program.ModeIndex
		o.Operands = append(o.Operands, of(r, program.RoleIndex, floats(n)))
	}
	return o
}

// expression is a map of random instructions on random operands.
func expression(r *rand.Rand) program.Operator {
	o := program.Operator{Code: program.OpMap, Mode: program.ModePlain, Out: program.ListOf(size(r, 9), size(r, 900), size(r, 900))}
	if r.IntN(4) == 0 {
		o.Out = floats(size(r, 1<<20))
	}
	roles := []program.Role{program.RoleFull, program.RoleRec, program.RoleRow, program.RoleCol}
	if o.Out.Vector {
		roles = roles[:2]
	}
	for i := range r.IntN(4) {
		role := roles[r.IntN(len(roles))]
		if i == 0 {
			role = program.RoleFull
		}
		s := o.Out
		switch role {
		case program.RoleRow:
			s = floats(o.Out.W)
		case program.RoleCol:
			s = floats(o.Out.G * o.Out.R)
		case program.RoleRec:
			s = floats(size(r, 700))
		}
		o.Operands = append(o.Operands, of(r, role, s))
	}
	for range r.IntN(6) {
		o.Constants = append(o.Constants, math.Float32frombits(word(r, r.Uint32()%8)))
	}
	ops := []numeric.MapOp{numeric.MapI, numeric.MapJ}
	if len(o.Operands) > 0 {
		ops = append(ops, numeric.MapOperand, numeric.MapOperand, numeric.MapOperand)
	}
	if len(o.Constants) > 0 {
		ops = append(ops, numeric.MapConst)
	}
	loads := len(ops)
	for op := range arguments {
		ops = append(ops, op)
	}
	for t := range 1 + r.IntN(numeric.MaxInstructions) {
		in := numeric.Instruction{A: uint8(r.IntN(max(1, t))), B: uint8(r.IntN(max(1, t))), C: uint8(r.IntN(max(1, t)))}
		if in.Op = numeric.MapOp(1 + r.IntN(20)); t < 3 || in.Op == numeric.MapConst || in.Op == numeric.MapOperand {
			in.Op = ops[r.IntN(loads)]
		}
		switch in.Op {
		case numeric.MapConst:
			in.A = uint8(r.IntN(len(o.Constants)))
		case numeric.MapOperand:
			in.A = uint8(r.IntN(len(o.Operands)))
			in.B = uint8(r.IntN(min(256, o.Operands[in.A].Shape.W)))
		}
		o.Instructions = append(o.Instructions, in)
	}
	return o
}

func lookup(r *rand.Rand) program.Operator {
	n, wide, rows := size(r, 3000), size(r, 300), size(r, 70000)
	index := floats(n)
	if r.IntN(3) == 0 {
		return program.Operator{
			Code: program.OpPick, Mode: program.ModeIndex, Out: floats(n),
			Operands: []program.Operand{of(r, program.RoleTable, program.MatrixOf(n, wide)), of(r, program.RoleIndex, index)},
		}
	}
	table, out := program.MatrixOf(rows, wide), program.MatrixOf(n, wide)
	if r.IntN(2) == 0 {
		table, out = floats(rows), floats(n)
	}
	o := program.Operator{Code: program.OpGather, Mode: program.ModeIota, Out: out, Operands: []program.Operand{of(r, program.RoleTable, table)}}
	o.Attributes[program.AttributeGatherModulus] = uint32(size(r, 2*rows))
	switch r.IntN(3) {
	case 0:
		o.Mode = program.ModeIndex
		o.Operands = append(o.Operands, of(r, program.RoleIndex, index))
	case 1:
		o.Mode = program.ModeClock
		o.Attributes[program.AttributeGatherLast] = uint32(r.IntN(2 * rows))
		if o.Out = program.MatrixOf(1, wide); table.Vector {
			o.Out = floats(1)
		}
		o.Operands = append(o.Operands, of(r, program.RoleClock, floats(1)))
	}
	return o
}

func concat(r *rand.Rand) program.Operator {
	o := program.Operator{Code: program.OpConcat, Mode: program.ModeVectors, Out: floats(0)}
	rows, columns := size(r, 500), r.IntN(2) == 0
	if columns {
		o.Mode, o.Out = program.ModeColumns, program.MatrixOf(rows, 0)
	}
	count := 1 + r.IntN(program.MaxOperands)
	for i := range count {
		s := floats(size(r, 1000))
		if columns {
			if s = program.MatrixOf(rows, 16*size(r, 30)); i == count-1 {
				s.W = size(r, 500)
			}
		}
		o.Attributes[program.AttributeConcatStart+i] = uint32(o.Out.W)
		o.Operands = append(o.Operands, of(r, program.RolePart, s))
		o.Out.W += s.W
	}
	return o
}

func load(r *rand.Rand) program.Operator {
	modes := []program.Mode{program.ModeX, program.ModeY, program.ModeFeatures, program.ModeLabel}
	o := program.Operator{Code: program.OpLoadBatch, Mode: modes[r.IntN(4)]}
	batch, length, stride, samples := size(r, 40), size(r, 600), size(r, 700), 1+r.Uint64N(3000)
	if r.IntN(4) == 0 {
		stride, samples = 1+r.IntN(3), 1+r.Uint64N(1<<30)
	}
	a := &o.Attributes
	a[program.AttributeLoadBatchBatch] = uint32(batch)
	a[program.AttributeLoadBatchSeedLow], a[program.AttributeLoadBatchSeedHigh] = r.Uint32(), r.Uint32()
	var words uint64
	switch o.Mode {
	case program.ModeX, program.ModeY:
		bytes := uint64(1) << r.IntN(3)
		a[program.AttributeLoadBatchLength], a[program.AttributeLoadBatchStride] = uint32(length), uint32(stride)
		a[program.AttributeLoadBatchTokenBytes] = uint32(bytes)
		words = (((samples-1)*uint64(stride)+uint64(length)+1)*bytes + 3) / 4
		o.Out = program.VectorOf(program.DTypeUint32, batch*length)
	default:
		samples = 1 + samples%(1<<20)
		a[program.AttributeLoadBatchFeatures] = uint32(length)
		words = samples * uint64(length+1)
		o.Out = program.VectorOf(program.DTypeUint32, batch)
		if o.Mode == program.ModeFeatures {
			o.Out = program.MatrixOf(batch, length)
		}
	}
	a[program.AttributeLoadBatchSamplesLow], a[program.AttributeLoadBatchSamplesHigh] = uint32(samples), uint32(samples>>32)
	a[program.AttributeLoadBatchVocabulary] = r.Uint32() >> r.IntN(32)
	data := of(r, program.RoleDataset, floats(int(min(words, 1<<32-1))))
	data.Source, data.Index = program.SourceConstant, int(program.ConstantDataset)
	o.Operands = []program.Operand{data, of(r, program.RoleClock, floats(1))}
	return o
}

func tick(r *rand.Rand) program.Operator {
	return program.Operator{
		Code: program.OpTick, Mode: program.ModePlain, Out: program.VectorOf(program.DTypeUint32, 1),
		Operands: []program.Operand{of(r, program.RoleClock, floats(1))},
	}
}

func roots(r *rand.Rand) program.Operator {
	o := program.Operator{Code: program.OpState, Mode: program.ModePlain}
	for range 1 + r.IntN(5) {
		count := size(r, 200)
		o.Operands = append(o.Operands, program.Operand{
			Source: program.SourceTrace, Index: r.IntN(1000), Role: program.RolePart,
			View: program.ViewSpec{Stride: size(r, 9), R: count},
		})
		o.Out.W += count
	}
	return o
}
