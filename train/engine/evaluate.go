package engine

import (
	"context"
	"fmt"
	"math"

	"github.com/commonweight/commonweight/train/program"
)

// Evaluate returns the loss that an evaluation program gives a state, which stays as it is. The tracer is one of that program.
//
// Errors: program.ErrState; the context's.
func Evaluate(ctx context.Context, t Tracer, p *program.Program, s *program.State) (float32, error) {
	if !p.Evaluates() {
		return 0, fmt.Errorf("evaluate: the program is a step")
	}
	var loss float32
	err := t.Outputs(ctx, s, p.Loss+1, func(operator int, words []uint32) error {
		if operator == p.Loss {
			loss = math.Float32frombits(words[0])
		}
		return nil
	})
	return loss, err
}
