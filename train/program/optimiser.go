package program

// sections lists the moments an optimiser has.
func (o Optimiser) sections() []Section {
	switch o.Kind {
	case OptimiserAdamW:
		return []Section{SectionFirstMoment, SectionSecondMoment}
	case OptimiserMomentum:
		return []Section{SectionFirstMoment}
	default:
		return nil
	}
}

// norm is the length of all gradients as one vector: the tile sums of all form one vector, never a sum per tensor first.
func (b *builder) norm(p *parameters) value {
	squares := make([]value, len(p.gradients))
	for i, g := range p.gradients {
		squares[i] = b.tiles(p.layout[i].Name+".grad.sqsum", ModeSqsum, g)
	}
	return b.apply("norm", mapSqrt(), b.total("norm.total", b.concatVectors("norm.tiles", squares...)))
}

// pre is a tensor of the state before the step.
func (b *builder) pre(section Section, i int) value {
	for index, t := range b.layout {
		if t.Section == section {
			return value{SourcePreState, index + i, b.layout[index+i].Shape}
		}
	}
	b.fail("state", "no section %d", section)
	return value{}
}

// optimise appends the norm, the clipping, the update of every parameter and the new state, and returns the norm. If it is not finite,
// the maps keep every parameter, moment and power as they were.
func (b *builder) optimise(p *parameters, loss value) (norm value) {
	o := b.spec.Optimiser
	clock, scalars := b.pre(SectionClock, 0), b.pre(SectionScalars, 0)
	norm = b.norm(p)
	clip := b.apply("clip", mapClip(o.Clip.float()), norm)
	ok := b.apply("finite", mapFinite(), norm)
	beta1, beta2 := float32(1), float32(1)
	if o.Kind == OptimiserAdamW {
		beta1, beta2 = o.Beta1.float(), o.Beta2.float()
	}
	pow1 := b.apply("pow1", mapPow(ScalarPow1, beta1), ok, scalars)
	pow2 := b.apply("pow2", mapPow(ScalarPow2, beta2), ok, scalars)
	shared := []value{clip}
	if o.Kind == OptimiserAdamW {
		shared = append(shared, b.apply("corr1", mapCorr(), pow1), b.apply("corr2", mapCorr(), pow2))
	}
	table := value{SourceConstant, int(ConstantLearningRates), VectorOf(DTypeFloat32, len(b.rates))}
	shared = append(shared, b.gatherClock("lr", table, clock), ok)
	record := b.concatVectors("record", shared...)

	var sections []Operand
	for i, t := range p.layout {
		before := len(b.operators)
		outputs := b.update(i, t, p.gradients[i], record)
		if i == 0 {
			for _, first := range outputs {
				sections = append(sections, section(first, len(p.layout), len(b.operators)-before))
			}
		}
	}
	next := b.concatVectors("scalars", pow1, pow2,
		b.apply("loss.recorded", mapRecorded(), loss, ok),
		b.apply("norm.recorded", mapRecorded(), norm, ok))
	tick := b.tick("clock", clock)
	b.state(len(b.layout), append(sections, section(next.index, 1, 1), section(tick.index, 1, 1))...)
	return norm
}

// state makes a list of roots of the tensors that the sections name.
func (b *builder) state(tensors int, sections ...Operand) {
	b.emit(Operator{Name: "state", Code: OpState, Mode: ModePlain, Out: Shape{W: tensors}, Operands: sections})
}

// section names the outputs of operators first, first + stride, … as consecutive tensors of the new state.
func section(first, count, stride int) Operand {
	return Operand{Source: SourceTrace, Index: first, Role: RolePart, View: ViewSpec{Stride: stride, R: count}}
}

// update appends the operators of parameter i; it returns the outputs that belong to the state, in the order of its sections. Every
// parameter has the same number of operators.
func (b *builder) update(i int, t TensorSpec, gradient, record value) []int {
	o := b.spec.Optimiser
	p := b.pre(SectionParameter, i)
	switch o.Kind {
	case OptimiserAdamW:
		decay := o.WeightDecay.float()
		if t.Shape.Vector {
			decay = 0
		}
		m := b.apply(t.Name+".m", mapAdamM(o.Beta1.float()), b.pre(SectionFirstMoment, i), gradient, record)
		v := b.apply(t.Name+".v", mapAdamV(o.Beta2.float()), b.pre(SectionSecondMoment, i), gradient, record)
		u := b.apply(t.Name+".update", mapAdamU(o.Epsilon.float()), m, v, record)
		next := b.apply(t.Name, mapAdamP(decay), p, u, record)
		return []int{next.index, m.index, v.index}
	case OptimiserMomentum:
		m := b.apply(t.Name+".m", mapMomentum(o.Momentum.float()), b.pre(SectionFirstMoment, i), gradient, record)
		next := b.apply(t.Name, mapMomentumP(), p, m, record)
		return []int{next.index, m.index}
	default:
		return []int{b.apply(t.Name, mapSGD(), p, gradient, record).index}
	}
}
