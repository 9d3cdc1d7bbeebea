package step_test

import (
	"math/big"
	"testing"

	"github.com/consensys/gnark/constraint/solver"

	"github.com/commonweight/commonweight/circuits/circuittest"
	"github.com/commonweight/commonweight/circuits/step"
	"github.com/commonweight/commonweight/fraudproof/trace"
)

// A prover chooses neither sample nor record nor learning rate: whatever the hints of the batch propose instead is refused, also where the
// post root is that of the batch they propose.
func TestNobodyChoosesTheBatch(t *testing.T) {
	p, payload := small(t)
	c, err := step.Compile(p)
	if err != nil {
		t.Fatal(err)
	}
	s := p.Genesis()
	pre := s.Clone()
	st := statement(t, p, payload, s)
	w, err := c.Assign(st, step.Step{Pre: pre, Payload: payload})
	if err != nil {
		t.Fatal(err)
	}
	// The next step's state, its clock set back, is where its batch leads.
	later := pre.Clone()
	later.Clock = 1
	next := statement(t, p, payload, later)
	later.Clock = 1
	next.First, next.Pre, next.Post = st.First, st.Pre, trace.StateRoot(p, later)
	other, err := c.Assign(next, step.Step{Pre: pre, Payload: payload})
	if err != nil {
		t.Fatal(err)
	}
	samples := big.NewInt(int64(p.Spec.Samples()))
	for name, lie := range map[string]struct {
		hint solver.Hint
		tell func(in, out []*big.Int) error
	}{
		"another row": {step.RowHint, func(in, out []*big.Int) error {
			return step.RowHint(nil, append([]*big.Int{big.NewInt(1)}, in[1:]...), out)
		}},
		"another rate": {step.RowHint, func(in, out []*big.Int) error {
			err := step.RowHint(nil, in, out)
			out[0].Add(out[0], big.NewInt(1))
			return err
		}},
		"digits that carry": {step.DigitsHint, func(in, out []*big.Int) error {
			err := step.DigitsHint(nil, in, out)
			out[0].Add(out[0], samples)
			out[1].Sub(out[1], big.NewInt(1))
			return err
		}},
		"another sample": {step.DigitsHint, func(in, out []*big.Int) error {
			err := step.DigitsHint(nil, in, out)
			out[0].Mod(out[0].Add(out[0], big.NewInt(1)), samples)
			return err
		}},
		"another record": {step.RecordHint, func(in, out []*big.Int) error {
			index := new(big.Int).Add(in[0], big.NewInt(1))
			return step.RecordHint(nil, append([]*big.Int{index.Mod(index, samples)}, in[1:]...), out)
		}},
		"another label": {step.RecordHint, func(in, out []*big.Int) error {
			err := step.RecordHint(nil, in, out)
			out[len(out)-1].Xor(out[len(out)-1], big.NewInt(1))
			return err
		}},
	} {
		option := solver.OverrideHint(solver.GetHintID(lie.hint), func(_ *big.Int, in, out []*big.Int) error { return lie.tell(in, out) })
		if c.Constraints().IsSolved(w, option, circuittest.Committed()) == nil || c.Constraints().IsSolved(other, option, circuittest.Committed()) == nil {
			t.Errorf("%s is accepted", name)
		}
	}
	if err := c.Constraints().IsSolved(w, circuittest.Committed()); err != nil {
		t.Error(err)
	}
}
