package program

import (
	"errors"
	"fmt"
	"runtime"
	"sync"

	"github.com/commonweight/commonweight/train/numeric"
)

// ErrState says that a state is not one of the program's.
var ErrState = errors.New("not a state of this program")

// NewState returns a state of +0 and clock 0.
func (p *Program) NewState() *State {
	var words []int
	for _, t := range p.StateLayout {
		if t.Section != SectionClock {
			words = append(words, t.Shape.Words())
		}
	}
	return &State{Tensors: tensors(words)}
}

// Genesis is the state before step 0 that the seed gives: weights from Philox, powers 1, the rest constant. In a run that imports its
// genesis the checkpoint takes its place.
func (p *Program) Genesis() *State {
	s := p.NewState()
	var wait sync.WaitGroup
	slots := make(chan struct{}, runtime.GOMAXPROCS(0))
	for i, t := range p.StateLayout[:p.Parameters] {
		if !t.Initial.Normal {
			for e := range s.Tensors[i] {
				s.Tensors[i][e] = t.Initial.Value
			}
			continue
		}
		slots <- struct{}{}
		wait.Go(func() {
			numeric.NormalInit(s.Tensors[i], p.Spec.Seed, uint32(i), t.Initial.Value)
			<-slots
		})
	}
	wait.Wait()
	s.Scalars()[ScalarPow1], s.Scalars()[ScalarPow2] = 1, 1
	return s
}

// CheckState refuses a state whose tensors don't have the program's shapes.
//
// Errors: ErrState.
func (p *Program) CheckState(s *State) error {
	if s == nil || len(s.Tensors) != len(p.StateLayout)-1 {
		return fmt.Errorf("%w: wrong number of tensors", ErrState)
	}
	for i, t := range s.Tensors {
		if want := p.StateLayout[i]; len(t) != want.Shape.Words() {
			return fmt.Errorf("%w: %s has %d words, not %d", ErrState, want.Name, len(t), want.Shape.Words())
		}
	}
	return nil
}
