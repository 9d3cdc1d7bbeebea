package program

import "fmt"

// CompileEvaluation turns the goal of a RunSpec into the program that decides it: the model's forward pass over each held-out batch, and the
// mean of their losses as the only tensor of its "state".
//
// It is made of the operators of a step, so everything that plays, decides and proves a step does the same with an evaluation: before it
// stands the state of a key frame, after it the list {loss}. Nothing of it depends on that state's clock: batch b is what load_batch reads
// at clock b. That count begins at the program's constant, the word 0, and goes on by tick; so the samples are the first Batches·Batch of
// the held-out data in the order that the run's seed gives it.
//
// Order: loss = (tile.sum of the batches' losses) · (1/Batches).
//
// Errors: ErrSpec, also if the run has no goal.
func CompileEvaluation(s Spec) (*Program, error) {
	if err := s.Validate(); err != nil {
		return nil, err
	}
	if s.Goal == nil {
		return nil, fmt.Errorf("%w: goal: the run has none", ErrSpec)
	}
	batches := s.Goal.Batches
	s.Dataset = s.Goal.Dataset
	list := parameterList(s.Model)
	b := &builder{spec: s, layout: stateLayout(list, s.Optimiser), rates: []float32{0}}
	p, clock := newParameters(list), value{SourceConstant, int(ConstantLearningRates), VectorOf(DTypeUint32, 1)}
	losses := make([]value, batches)
	for i := range losses {
		b.prefix = fmt.Sprintf("heldout.%d.", i)
		if i > 0 {
			clock = b.tick("clock", clock)
		}
		losses[i] = b.forward(clock, p).mean()
	}
	b.prefix = "heldout."
	loss := b.apply("loss", mapScale(inverse(batches)), b.total("total", b.concatVectors("losses", losses...)))
	b.prefix = ""
	b.state(1, section(loss.index, 1, 1))
	if b.err != nil {
		return nil, fmt.Errorf("%w: the evaluation does not compile: %w", ErrSpec, b.err)
	}
	return &Program{
		Spec: s, Operators: b.operators, StateLayout: b.layout, LearningRates: b.rates, Parameters: len(list), Loss: loss.index, Norm: -1,
	}, nil
}

// KeyFrame says that a window is a key frame: every KeyFrames-th is, and the run's last. Their states are held against the goal.
func (s Spec) KeyFrame(window uint64) bool {
	windows := uint64((s.Steps + s.Window - 1) / s.Window)
	return (window+1)%uint64(s.KeyFrames) == 0 && window < windows || window+1 == windows
}

// Reached says whether a loss on the held-out data meets the goal. NaN doesn't.
func (g *Goal) Reached(loss float32) bool { return loss <= g.Target.float() }
