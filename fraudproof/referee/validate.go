package referee

// validate checks that the descriptor is one of the set and that every place it can name lies in its operands, and makes the geometry.
func (o *operator) validate() bool {
	if o.code == OpState {
		return o.validateState()
	}
	w := &o.words
	g, r, n := w[WordG], w[WordR], w[WordW]
	vector := o.view.shape == uint32(ShapeVector)
	if o.code != OpMap && (w[WordConstantCount] != 0 || w[WordInstructionCount] != 0) {
		return false
	}
	if g == 0 || r == 0 || n == 0 || uint64(g)*uint64(r) > 1<<31-1 || uint64(g)*uint64(r)*uint64(n) > 1<<31-1 {
		return false
	}
	dtype := uint32(DTypeFloat32)
	if o.code == OpTick || o.code == OpLoadBatch && o.mode != ModeFeatures {
		dtype = uint32(DTypeUint32)
	}
	if w[WordDType] != dtype || !vector && o.view.shape != uint32(ShapeMatrix) || vector && (g != 1 || r != 1 || !o.view.isVector(n)) {
		return false
	}
	if !vector && o.code != OpMatmul && !o.view.isList(g, r, n) {
		return false
	}
	o.geometry = Geometry{Leaf: LeafDirect, Vector: vector, G: g, R: r, W: n, Rows: o.view.rows, Columns: o.view.wide}
	for i := range o.operands {
		x := &o.operands[i]
		switch x.source {
		case uint32(SourceTrace), uint32(SourcePreState):
		case uint32(SourceConstant):
			wanted := uint32(ConstantLearningRates)
			if o.code == OpLoadBatch && i == 0 {
				wanted = uint32(ConstantDataset)
			}
			if x.index != wanted {
				return false
			}
		default:
			return false
		}
	}
	switch o.code {
	case OpMatmul:
		return o.validateMatmul(g, r, n)
	case OpColumnReduce, OpScatterAdd, OpRowReduce, OpTileReduce:
		return o.validateReduction(vector)
	case OpMap:
		return o.validateMap(g, r, n, vector)
	case OpGather, OpPick:
		return o.validateLookup(g, r, n, vector)
	case OpConcat:
		return o.validateConcat(g, r, n, vector)
	case OpLoadBatch:
		return o.validateLoad(n, vector)
	default: // OpTick
		return o.roles(RoleClock) && vector && n == 1 && o.operands[0].isVector(1)
	}
}

// roles says that the operands are these, in order.
func (o *operator) roles(wanted ...Role) bool {
	if len(o.operands) != len(wanted) {
		return false
	}
	for i, role := range wanted {
		if o.operands[i].role != uint32(role) {
			return false
		}
	}
	return true
}

// reduction completes the geometry of a reduction.
func (o *operator) reduction(leaf Leaf, terms uint32) bool {
	o.geometry.Leaf, o.geometry.Terms = leaf, terms
	return terms <= maxTerms
}

func (o *operator) validateMatmul(g, r, n uint32) bool {
	if !o.roles(RoleA, RoleB) || o.attribute(AttributeMatmulCausal) > 1 {
		return false
	}
	a, b, c := &o.operands[0], &o.operands[1], &o.view
	if !a.isView() || !b.isView() || !c.isView() || a.matrices() != c.matrices() || b.matrices() != c.matrices() {
		return false
	}
	// The result's view covers its tensor, and cuts it into matrices of its own only where it is one matrix.
	if c.col0 != 0 || uint64(c.g1)*uint64(c.wide) != uint64(n) || uint64(c.g0)*uint64(c.rows) != uint64(g)*uint64(r) ||
		g != 1 && (!c.isWhole() || c.g0 != g) {
		return false
	}
	terms, m, terms2, width := a.wide, a.rows, b.rows, b.wide
	if o.mode == ModeTN {
		terms, m = m, terms
	}
	if o.mode == ModeNT {
		terms2, width = width, terms2
	}
	o.geometry.Causal = o.attribute(AttributeMatmulCausal) == 1
	return terms == terms2 && m == c.rows && width == c.wide && o.reduction(LeafChain, terms)
}

func (o *operator) validateReduction(vector bool) bool {
	if len(o.operands) == 0 {
		return false
	}
	x, n := &o.operands[0], o.geometry.W
	if o.mode == ModeDot {
		y := &o.operands[len(o.operands)-1]
		if !o.roles(RoleX, RoleY) || !y.isList(x.g0, x.rows, x.wide) {
			return false
		}
	} else if o.code != OpScatterAdd && !o.roles(RoleX) {
		return false
	}
	if o.code == OpTileReduce && x.isVector(x.wide) {
		return vector && uint64(n) == x.tiles() && o.reduction(LeafLanes, tileWords)
	}
	if !x.isList(x.g0, x.rows, x.wide) {
		return false
	}
	switch o.code {
	case OpColumnReduce:
		return vector && x.g0 == 1 && n == x.wide && o.reduction(LeafChain, x.rows)
	case OpScatterAdd:
		if o.mode == ModeIndex {
			if !o.roles(RoleX, RoleIndex) || !o.operands[1].isVector(x.rows) {
				return false
			}
		} else if !o.roles(RoleX) || o.attribute(AttributeScatterAddModulus) == 0 {
			return false
		}
		return !vector && o.geometry.G == 1 && x.g0 == 1 && n == x.wide && o.reduction(LeafChain, x.rows)
	case OpRowReduce:
		if !vector || uint64(n) != uint64(x.g0)*uint64(x.rows) {
			return false
		}
		if o.mode == ModeMax {
			return x.wide > 0 && o.reduction(LeafLanesMax, x.wide)
		}
		return o.reduction(LeafLanes, x.wide)
	default: // OpTileReduce
		return vector && uint64(n) == x.tiles() && o.reduction(LeafLanes, tileWords)
	}
}
