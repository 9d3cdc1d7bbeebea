package referee

import "github.com/commonweight/commonweight/train/numeric"

// validateMap checks operands and instructions; every instruction reads what exists.
func (o *operator) validateMap(g, r, n uint32, vector bool) bool {
	if len(o.operands) > 3 || len(o.operands) > 0 && o.operands[0].role != uint32(RoleFull) || o.instructions() == 0 {
		return false
	}
	for i := range o.operands {
		x, fits := &o.operands[i], false
		switch x.role {
		case uint32(RoleFull):
			fits = vector && x.isVector(n) || !vector && x.isList(g, r, n)
		case uint32(RoleRow):
			fits = !vector && x.isVector(n)
		case uint32(RoleCol):
			fits = !vector && x.isVector(g*r)
		case uint32(RoleRec):
			fits = x.wide > 0 && x.isVector(x.wide)
		}
		if !fits {
			return false
		}
	}
	for t := range o.instructions() {
		op, a, b, c := o.instruction(t)
		reads, now := 0, uint32(t)
		switch numeric.MapOp(op) {
		case numeric.MapConst:
			if a >= o.words[WordConstantCount] {
				return false
			}
		case numeric.MapOperand:
			if a >= uint32(len(o.operands)) || o.operands[a].role == uint32(RoleRec) && b >= o.operands[a].wide {
				return false
			}
		case numeric.MapI, numeric.MapJ:
		case numeric.MapFMA, numeric.MapSelect:
			reads = 3
		case numeric.MapSqrt, numeric.MapNeg, numeric.MapAbs, numeric.MapExp, numeric.MapLog, numeric.MapTanh:
			reads = 1
		case numeric.MapAdd, numeric.MapSub, numeric.MapMul, numeric.MapDiv, numeric.MapMax, numeric.MapGt, numeric.MapGe, numeric.MapIeq:
			reads = 2
		default:
			return false
		}
		if reads > 0 && a >= now || reads > 1 && b >= now || reads > 2 && c >= now {
			return false
		}
	}
	return true
}

// validateLookup checks gather and pick: the table has a row 0 to fall back on.
func (o *operator) validateLookup(g, r, n uint32, vector bool) bool {
	if len(o.operands) == 0 {
		return false
	}
	table := &o.operands[0]
	count := r
	switch {
	case o.code == OpPick:
		count = n
		if !vector || !table.isList(1, n, table.wide) || table.wide == 0 {
			return false
		}
	case vector:
		count = n
		if table.wide == 0 || !table.isVector(table.wide) {
			return false
		}
	default:
		if g != 1 || table.rows == 0 || !table.isList(1, table.rows, n) {
			return false
		}
	}
	switch o.mode {
	case ModeIndex:
		return o.roles(RoleTable, RoleIndex) && o.operands[1].isVector(count)
	case ModeIota:
		return o.roles(RoleTable) && o.attribute(AttributeGatherModulus) > 0
	default: // ModeClock
		return o.roles(RoleTable, RoleClock) && count == 1 && o.operands[1].isVector(1)
	}
}

// validateConcat checks that the parts follow one another from 0 and fill the result.
func (o *operator) validateConcat(g, r, n uint32, vector bool) bool {
	columns := o.mode == ModeColumns
	if columns == vector || columns && g != 1 || len(o.operands) == 0 {
		return false
	}
	at := uint64(0)
	for i := range o.operands {
		x := &o.operands[i]
		switch {
		case x.role != uint32(RolePart) || uint64(o.attribute(AttributeConcatStart+i)) != at:
			return false
		case columns && (at%block != 0 || !x.isList(1, r, x.wide)):
			return false
		case !columns && !x.isVector(x.wide):
			return false
		}
		at += uint64(x.wide)
	}
	o.geometry.Late = true
	return at == uint64(n)
}

// validateLoad checks that the last sample lies in the dataset.
func (o *operator) validateLoad(n uint32, vector bool) bool {
	if !o.roles(RoleDataset, RoleClock) || o.operands[0].source != uint32(SourceConstant) ||
		!o.operands[0].isVector(o.operands[0].wide) || !o.operands[1].isVector(1) {
		return false
	}
	batch, samples := uint64(o.attribute(AttributeLoadBatchBatch)), o.attribute64(AttributeLoadBatchSamplesLow)
	bytes := 4 * uint64(o.operands[0].wide)
	if batch == 0 || samples == 0 || samples > bytes {
		return false
	}
	features := uint64(o.attribute(AttributeLoadBatchFeatures))
	switch o.mode {
	case ModeX, ModeY:
		length, stride := uint64(o.attribute(AttributeLoadBatchLength)), uint64(o.attribute(AttributeLoadBatchStride))
		size := uint64(o.attribute(AttributeLoadBatchTokenBytes))
		if size != 1 && size != 2 && size != 4 || length == 0 || stride == 0 || !vector || batch*length != uint64(n) {
			return false
		}
		tokens := bytes / size
		return samples-1 <= tokens/stride && (samples-1)*stride+length+1 <= tokens
	case ModeFeatures:
		if vector || o.geometry.G != 1 || uint64(o.geometry.R) != batch || features != uint64(n) {
			return false
		}
	default: // ModeLabel
		if !vector || batch != uint64(n) {
			return false
		}
	}
	return samples <= bytes/4/(features+1)
}

// validateState checks that the sections have as many tensors as the state.
func (o *operator) validateState() bool {
	w := &o.words
	if w[WordDType] != 0 || w[WordShape] != 0 || w[WordG] != 0 || w[WordR] != 0 || w[WordConstantCount] != 0 ||
		w[WordInstructionCount] != 0 || len(o.operands) == 0 {
		return false
	}
	total := uint64(0)
	for _, x := range o.operands {
		if x.role != uint32(RolePart) || x.source != uint32(SourceTrace) || x.rows == 0 ||
			uint64(x.index)+uint64(x.rows-1)*uint64(x.stride) > 1<<32-1 {
			return false
		}
		total += uint64(x.rows)
	}
	o.geometry = Geometry{Leaf: LeafState, Late: true, W: w[WordW]}
	return total == uint64(w[WordW])
}
