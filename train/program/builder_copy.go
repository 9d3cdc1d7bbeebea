package program

import (
	"fmt"

	"github.com/commonweight/commonweight/train/numeric"
)

// loads says whether the instruction loads operand i.
func loads(in numeric.Instruction, i int) bool {
	return in.Op == numeric.MapOperand && int(in.A) == i
}

// gather reads the rows of a matrix that the index names.
func (b *builder) gather(name string, table, index value) value {
	b.checkIndex(name, index, index.shape.W)
	return b.emit(Operator{
		Name: name, Code: OpGather, Mode: ModeIndex, Out: MatrixOf(index.shape.W, table.shape.W),
		Operands: []Operand{table.operand(RoleTable), index.operand(RoleIndex)},
	})
}

// gatherCycle reads row n mod modulus of a matrix for n < count.
func (b *builder) gatherCycle(name string, table value, count, modulus int) value {
	if modulus != table.shape.R {
		b.fail(name, "a cycle of %d through %d rows", modulus, table.shape.R)
	}
	o := Operator{
		Name: name, Code: OpGather, Mode: ModeIota, Out: MatrixOf(count, table.shape.W),
		Operands: []Operand{table.operand(RoleTable)},
	}
	o.Attributes[AttributeGatherModulus] = uint32(modulus)
	return b.emit(o)
}

// gatherClock reads entry min(clock, last) of a vector.
func (b *builder) gatherClock(name string, table, clock value) value {
	o := Operator{
		Name: name, Code: OpGather, Mode: ModeClock, Out: VectorOf(DTypeFloat32, 1),
		Operands: []Operand{table.operand(RoleTable), clock.operand(RoleClock)},
	}
	o.Attributes[AttributeGatherLast] = uint32(table.shape.W - 1)
	return b.emit(o)
}

// scatter adds the rows of x up by their index: [n, w] → [values, w].
func (b *builder) scatter(name string, x, index value, values int) value {
	b.checkTerms(name, x.shape.R)
	b.checkIndex(name, index, x.shape.R)
	return b.emit(Operator{
		Name: name, Code: OpScatterAdd, Mode: ModeIndex, Out: MatrixOf(values, x.shape.W),
		Operands: []Operand{x.operand(RoleX), index.operand(RoleIndex)},
	})
}

// scatterCycle adds the rows of x up by n mod modulus.
func (b *builder) scatterCycle(name string, x value, modulus int) value {
	b.checkTerms(name, x.shape.R)
	o := Operator{
		Name: name, Code: OpScatterAdd, Mode: ModeIota, Out: MatrixOf(modulus, x.shape.W),
		Operands: []Operand{x.operand(RoleX)},
	}
	o.Attributes[AttributeScatterAddModulus] = uint32(modulus)
	return b.emit(o)
}

// pick reads one word of each row of z.
func (b *builder) pick(name string, z, index value) value {
	b.checkIndex(name, index, z.shape.R)
	return b.emit(Operator{
		Name: name, Code: OpPick, Mode: ModeIndex, Out: VectorOf(DTypeFloat32, z.shape.R),
		Operands: []Operand{z.operand(RoleTable), index.operand(RoleIndex)},
	})
}

func (b *builder) checkIndex(name string, index value, words int) {
	if s := index.shape; !s.Vector || s.DType != DTypeUint32 || s.W != words {
		b.fail(name, "the index is %+v, wanted %d uint32", s, words)
	}
}

// concatColumns puts matrices side by side.
func (b *builder) concatColumns(name string, of ...value) value {
	o := Operator{Name: name, Code: OpConcat, Mode: ModeColumns, Out: MatrixOf(of[0].shape.R, 0)}
	for i, v := range of {
		if s := v.shape; s.Vector || s.G != 1 || s.R != o.Out.R || o.Out.W%16 != 0 {
			b.fail(name, "part %d is %+v and starts at column %d", i, s, o.Out.W)
		}
		b.join(&o, v)
	}
	return b.emit(o)
}

// concatVectors puts vectors one behind the other; more than sixteen are joined in groups first.
func (b *builder) concatVectors(name string, of ...value) value {
	for level := 0; len(of) > MaxOperands; level++ {
		var groups []value
		for first := 0; first < len(of); first += MaxOperands {
			part := of[first:min(first+MaxOperands, len(of))]
			groups = append(groups, b.concatVectors(fmt.Sprintf("%s.%d.%d", name, level, len(groups)), part...))
		}
		of = groups
	}
	if len(of) == 1 {
		return of[0]
	}
	o := Operator{Name: name, Code: OpConcat, Mode: ModeVectors, Out: VectorOf(DTypeFloat32, 0)}
	for i, v := range of {
		if !v.shape.Vector || v.shape.DType != DTypeFloat32 {
			b.fail(name, "part %d is %+v", i, v.shape)
		}
		b.join(&o, v)
	}
	return b.emit(o)
}

// join appends a part to a concat.
func (b *builder) join(o *Operator, v value) {
	if n := len(o.Operands); AttributeConcatStart+n < MaxAttributes {
		o.Attributes[AttributeConcatStart+n] = uint32(o.Out.W)
	}
	o.Operands = append(o.Operands, v.operand(RolePart))
	o.Out.W += v.shape.W
}

// tick is the clock after this one.
func (b *builder) tick(name string, clock value) value {
	return b.emit(Operator{Name: name, Code: OpTick, Mode: ModePlain, Out: clock.shape, Operands: []Operand{clock.operand(RoleClock)}})
}

// loadBatch reads one field of the clock's batch.
func (b *builder) loadBatch(name string, mode Mode, out Shape, clock value) value {
	d, m := b.spec.Dataset, b.spec.Model
	payload := value{SourceConstant, int(ConstantDataset), VectorOf(DTypeUint32, (d.Bytes+3)/4)}
	o := Operator{
		Name: name, Code: OpLoadBatch, Mode: mode, Out: out,
		Operands: []Operand{payload.operand(RoleDataset), clock.operand(RoleClock)},
	}
	samples := b.spec.Samples()
	a := &o.Attributes
	a[AttributeLoadBatchBatch] = uint32(b.spec.Batch)
	a[AttributeLoadBatchSeedLow], a[AttributeLoadBatchSeedHigh] = uint32(b.spec.Seed), uint32(b.spec.Seed>>32)
	a[AttributeLoadBatchSamplesLow], a[AttributeLoadBatchSamplesHigh] = uint32(samples), uint32(samples>>32)
	if d.Kind == DatasetTokens {
		a[AttributeLoadBatchLength] = uint32(m.Context)
		a[AttributeLoadBatchStride] = uint32(d.Stride)
		a[AttributeLoadBatchVocabulary] = uint32(m.Vocabulary)
		a[AttributeLoadBatchTokenBytes] = uint32(d.TokenBytes)
	} else {
		a[AttributeLoadBatchFeatures] = uint32(m.Features)
		a[AttributeLoadBatchVocabulary] = uint32(m.Classes)
	}
	return b.emit(o)
}
