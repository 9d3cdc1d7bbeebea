package program

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// Section is the part of the state a tensor belongs to; 0 is invalid.
type Section uint8

// The sections, in state order.
const (
	SectionParameter Section = 1 + iota
	SectionFirstMoment
	SectionSecondMoment
	SectionScalars // pow1, pow2, loss, norm
	SectionClock   // steps done, uint32[1]
)

// Words of the scalars.
const (
	ScalarPow1 = iota
	ScalarPow2
	ScalarLoss
	ScalarNorm
	scalarWords
)

// TensorSpec describes one tensor of the state. A moment has the name of its parameter.
type TensorSpec struct {
	Name    string
	Shape   Shape
	Section Section
	Initial Initial
}

// Initial is a parameter's value at genesis.
type Initial struct {
	Normal bool    // normal with mean 0 and deviation Value, else constant
	Value  float32 // the deviation or the constant
}

// State is everything a step reads and changes: the tensors in state order, the last being the scalars, and the clock.
type State struct {
	Tensors [][]float32
	Clock   uint32
}

// Clone copies the state, on all cores: a large one is a second's work for one.
func (s *State) Clone() *State {
	words := make([]int, len(s.Tensors))
	for i, t := range s.Tensors {
		words[i] = len(t)
	}
	c := &State{Tensors: tensors(words), Clock: s.Clock}
	var next atomic.Int64
	var wait sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(s.Tensors)) {
		wait.Go(func() {
			for i := next.Add(1) - 1; i < int64(len(s.Tensors)); i = next.Add(1) - 1 {
				copy(c.Tensors[i], s.Tensors[i])
			}
		})
	}
	wait.Wait()
	return c
}

// Scalars are pow1, pow2, loss and norm.
func (s *State) Scalars() []float32 { return s.Tensors[len(s.Tensors)-1] }

// Loss is the mean loss of the last step; NaN if its gradient norm was not finite.
func (s *State) Loss() float32 { return s.Scalars()[ScalarLoss] }

// Norm is the gradient norm of the last step; NaN if it was not finite.
func (s *State) Norm() float32 { return s.Scalars()[ScalarNorm] }
