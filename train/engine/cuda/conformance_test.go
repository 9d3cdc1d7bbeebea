package cuda

import (
	"errors"
	"testing"

	"github.com/commonweight/commonweight/train/engine/cuda/plan"
	"github.com/commonweight/commonweight/train/engine/portable"
	"github.com/commonweight/commonweight/train/program"
)

// TestConformance: the reference made the hash, and the emitted code gives it in every shape and split of products.
func TestConformance(t *testing.T) {
	slow(t)
	p, s := conformanceProgram()
	reference, err := portable.New(p, nil)
	if err != nil {
		t.Fatal(err)
	}
	want := s.Clone()
	err = reference.Outputs(t.Context(), s, len(p.Operators)-1, func(operator int, words []uint32) error {
		copy(wordsOf(want.Tensors[operator]), words)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if got := hashResults(p, want); got != conformance {
		t.Errorf("the reference's results hash to %s, not %s", got, conformance)
	}
	for _, o := range variants(processors) {
		if err := conform(func(p *program.Program, o plan.Options) (*Engine, error) {
			return start(p, nil, o, func() (device, error) { return &emulator{races: true}, nil })
		}, o); err != nil {
			t.Errorf("%+v: %v", o, err)
		}
	}
}

// TestConformanceSeesOneBit: a device with one wrong bit anywhere in what it sends back is refused.
func TestConformanceSeesOneBit(t *testing.T) {
	slow(t)
	p, _ := conformanceProgram()
	for _, tensor := range []int{0, 5, 17, len(p.Operators) - 2} {
		err := conform(func(p *program.Program, o plan.Options) (*Engine, error) {
			pl, err := plan.New(p, o)
			if err != nil {
				return nil, err
			}
			return start(p, nil, o, func() (device, error) { return &liar{at: pl.State[tensor].At}, nil })
		}, plan.Options{Processors: processors})
		if !errors.Is(err, ErrArithmetic) {
			t.Errorf("%s: error %v", p.Operators[tensor].Name, err)
		}
	}
}

// liar sends back one wrong bit.
type liar struct {
	emulator
	at int
}

func (d *liar) read(at int, words []uint32) error {
	err := d.emulator.read(at, words)
	if i := d.at - at; i >= 0 && i < len(words) {
		words[i] ^= 1
	}
	return err
}
