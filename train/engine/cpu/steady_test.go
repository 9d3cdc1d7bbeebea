package cpu

import (
	"context"
	"testing"

	"github.com/commonweight/commonweight/train/program"
)

// TestStepAllocatesNothing: whatever a step needs is there from the start, so that no collector runs beside it and memory does not grow.
func TestStepAllocatesNothing(t *testing.T) {
	tokens, table := randomBytes(2000), records(50, 7)
	mlp := program.Model{Kind: program.ModelMLP, Features: 7, Hidden: []int{33, 15}, Classes: 3, Activation: program.ActivationGELU}
	for _, c := range []struct {
		name    string
		model   program.Model
		payload []byte
	}{{"gpt", gpt(2, 32, 2, 32, 40), tokens}, {"mlp", mlp, table}} {
		p := compile(t, run(c.model, 4, c.payload))
		t.Run(c.name, func(t *testing.T) {
			everyEngine(t, p, c.payload, func(t *testing.T, e *Engine) {
				s, ctx := p.Genesis(), context.Background()
				n := testing.AllocsPerRun(20, func() {
					if err := e.Step(ctx, s); err != nil {
						t.Fatal(err)
					}
				})
				if n != 0 {
					t.Errorf("%v allocations in one step", n)
				}
			})
		})
	}
}
