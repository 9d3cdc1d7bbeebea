package engine

import (
	"context"

	"github.com/commonweight/commonweight/train/program"
)

// Engine runs one program on one dataset. Every engine gives the bits of train/numeric.
//
// Concurrency: one call at a time.
type Engine interface {
	// Name is the name it was opened by, never "auto".
	Name() string
	// Step advances the state in place by one step. On an error, also when the context ends, the state is what it was.
	Step(ctx context.Context, s *program.State) error
	// Close stops its threads and returns its memory.
	Close() error
}

// Windowed is an engine that keeps the state where it computes while it takes several steps: a window costs one way there and one back.
type Windowed interface {
	Engine
	// Steps advances the state in place by n steps. On an error, also when the context ends, the state is what it was.
	Steps(ctx context.Context, s *program.State, n int) error
}
