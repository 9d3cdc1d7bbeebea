package cuda

import (
	"errors"
	"regexp"
	"strings"
	"testing"

	"github.com/commonweight/commonweight/fraudproof/merkle"
	"github.com/commonweight/commonweight/train/engine/cuda/plan"
	"github.com/commonweight/commonweight/train/engine/portable"
	"github.com/commonweight/commonweight/train/program"
)

// outputsOfTheReference is a state after its program's operators, each of which gives the tensor of its number, by the plain-Go engine.
func outputsOfTheReference(t *testing.T, p *program.Program, s *program.State) *program.State {
	t.Helper()
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
	return want
}

// TestConformance: the reference made the hash, and the emitted code gives it in every shape and split of products.
func TestConformance(t *testing.T) {
	slow(t)
	p, s := conformanceProgram()
	want := outputsOfTheReference(t, p, s)
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

// mistakes are what a driver's compiler, or a device, could do to the emitted code.
var mistakes = map[string]func(text string) string{
	"products unfused":      replaced(`fma\.rn\.f32 \t(\S+), (\S+), (\S+), (\S+);`, "mul.rn.f32 %f0, $2, $3;\n\tadd.rn.f32 $1, %f0, $4;"),
	"maps unfused":          replaced(`fma\.rn\.f32 (\S+), (\S+), (\S+), (0f\S+);`, "mul.rn.f32 $1, $2, $3;\n\tadd.rn.f32 $1, $1, $4;"),
	"lanes swapped":         replaced(`shfl\.sync\.down\.b32\t(\S+), (\S+), 8,`, "shfl.sync.down.b32\t$1, $2, 4,"),
	"no final zero":         replaced(`add\.rn\.f32 \t(\S+), (\S+), 0f00000000;`, "mov.f32 \t$1, $2;"),
	"division by a product": replaced(`div\.rn\.f32 (\S+), (\S+), (\S+);`, "div.rn.f32 $1, 0f3f800000, $3;\n\tmul.rn.f32 $1, $1, $2;"),
	"roots nearly right":    replaced(`sqrt\.rn\.f32 (\S+), (\S+);`, "sqrt.rn.f32 $1, $2;\n\tmul.rn.f32 $1, $1, 0f3f800001;"),
	"no minus zero":         replaced(`mul\.rn\.f32 (\S+), (\S+), (\S+);`, "mul.rn.f32 $1, $2, $3;\n\tadd.rn.f32 $1, $1, 0f00000000;"),
	"ties the other way":    replaced(`setp\.gt\.f32`, "setp.ge.f32"),
	"a hash's constant":     func(text string) string { return strings.ReplaceAll(text, "1779033703", "1779033702") },
}

func replaced(pattern, by string) func(string) string {
	r := regexp.MustCompile(pattern)
	return func(text string) string { return r.ReplaceAllString(text, by) }
}

// TestConformanceOfHashing: package merkle made the roots, and the emitted code gives them.
func TestConformanceOfHashing(t *testing.T) {
	slow(t)
	p, s := hashProgram()
	want := outputsOfTheReference(t, p, s)
	var roots [][32]byte
	for i := range p.StateLayout {
		roots = append(roots, tensorRoot(p, want, i))
	}
	if got := hashRoots(roots); got != conformanceRoots {
		t.Errorf("the reference's roots hash to %s, not %s", got, conformanceRoots)
	}
	if err := conformHashing(emulated(nil), plan.Options{Processors: processors}); err != nil {
		t.Error(err)
	}
}

// tensorRoot is the root of a tensor of a state, by package merkle.
func tensorRoot(p *program.Program, s *program.State, i int) merkle.Hash {
	if i == len(s.Tensors) {
		return merkle.VectorRoot([]uint32{s.Clock})
	}
	if shape := p.StateLayout[i].Shape; !shape.Vector {
		return merkle.MatrixRoot(s.Tensors[i], shape.G, shape.R, shape.W)
	}
	return merkle.VectorRoot(s.Tensors[i])
}

// emulated opens engines on emulators that make a mistake.
func emulated(mistake func(string) string) func(p *program.Program, o plan.Options) (*Engine, error) {
	return func(p *program.Program, o plan.Options) (*Engine, error) {
		return start(p, nil, o, func() (device, error) { return &emulator{mistake: mistake}, nil })
	}
}

// TestConformanceFindsMistakes: a device that changes the emitted code is refused before it computes anything that counts.
func TestConformanceFindsMistakes(t *testing.T) {
	slow(t)
	for what, mistake := range mistakes {
		o := plan.Options{Processors: processors}
		err := conformHashing(emulated(mistake), o)
		if err == nil {
			err = conform(emulated(mistake), o)
		}
		if !errors.Is(err, ErrArithmetic) {
			t.Errorf("%s: error %v", what, err)
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
