package trace_test

import (
	"crypto/sha256"
	"encoding/binary"
	"math"
	"strings"
	"testing"

	"github.com/commonweight/commonweight/fraudproof/merkle"
	"github.com/commonweight/commonweight/fraudproof/trace"
	"github.com/commonweight/commonweight/train/program"
)

// small is a state layout with every sort of tensor, and no operators that matter.
func small() *program.Program {
	matrix, vector := program.MatrixOf(20, 17), program.VectorOf(program.DTypeFloat32, 300)
	return &program.Program{
		Spec:       program.Spec{TreeHash: program.HashSHA256},
		Parameters: 2,
		StateLayout: []program.TensorSpec{
			{Name: "a.weight", Shape: matrix, Section: program.SectionParameter},
			{Name: "a.bias", Shape: vector, Section: program.SectionParameter},
			{Name: "a.weight", Shape: matrix, Section: program.SectionFirstMoment},
			{Name: "a.bias", Shape: vector, Section: program.SectionSecondMoment},
			{Name: "scalars", Shape: program.VectorOf(program.DTypeFloat32, 4), Section: program.SectionScalars},
			{Name: "clock", Shape: program.VectorOf(program.DTypeUint32, 1), Section: program.SectionClock},
		},
		Operators:     []program.Operator{{Name: "first"}, {Name: "second"}},
		LearningRates: []float32{0.1, 0.01},
	}
}

func numbered(p *program.Program) *program.State {
	s := p.NewState()
	x := float32(0)
	for _, t := range s.Tensors {
		for i := range t {
			x++
			t[i] = x
		}
	}
	s.Clock = 7
	return s
}

// naive hashes a list by the definition, from the bytes of its leaves.
func naive(kind byte, leaves [][]byte) [32]byte {
	var nodes [][32]byte
	for _, leaf := range leaves {
		nodes = append(nodes, sha256.Sum256(append(leaf[:len(leaf):len(leaf)], 0)))
	}
	for len(nodes)&(len(nodes)-1) != 0 {
		nodes = append(nodes, [32]byte{})
	}
	for len(nodes) > 1 {
		var parents [][32]byte
		for i := 0; i < len(nodes); i += 2 {
			parents = append(parents, sha256.Sum256(append(append(nodes[i][:len(nodes[i]):len(nodes[i])], nodes[i+1][:]...), 1)))
		}
		nodes = parents
	}
	end := binary.LittleEndian.AppendUint64(append(nodes[0][:], kind), uint64(len(leaves)))
	return sha256.Sum256(append(end, 2))
}

func tile(at func(i int) (bits uint32, ok bool)) []byte {
	out := make([]byte, 1024)
	for i := range 256 {
		if bits, ok := at(i); ok {
			binary.LittleEndian.PutUint32(out[4*i:], bits)
		}
	}
	return out
}

func naiveStateRoot(p *program.Program, s *program.State) [32]byte {
	var roots [][]byte
	for t, spec := range p.StateLayout {
		word := func(i int) uint32 {
			if spec.Section == program.SectionClock {
				return s.Clock
			}
			return math.Float32bits(s.Tensors[t][i])
		}
		var tiles [][]byte
		for k := range spec.Shape.Tiles() {
			across := (spec.Shape.W + 15) / 16
			tiles = append(tiles, tile(func(i int) (uint32, bool) {
				if spec.Shape.Vector {
					if n := 256*k + i; n < spec.Shape.W {
						return word(n), true
					}
					return 0, false
				}
				r, c := k/across*16+i/16, k%across*16+i%16
				if r >= spec.Shape.R || c >= spec.Shape.W {
					return 0, false
				}
				return word(r*spec.Shape.W + c), true
			}))
		}
		root := naive(1, tiles)
		roots = append(roots, root[:])
	}
	return naive(2, roots)
}

func TestStateRootIsTheDefinition(t *testing.T) {
	p := small()
	s := numbered(p)
	if got, want := trace.StateRoot(p, s), merkle.Hash(naiveStateRoot(p, s)); got != want {
		t.Errorf("state root %v, want %v", got, want)
	}
}

// Every word of the state and the clock reach the root.
func TestStateRootSeesEveryWord(t *testing.T) {
	p := small()
	s := numbered(p)
	seen := map[merkle.Hash]bool{trace.StateRoot(p, s): true}
	count := 1
	for _, tensor := range s.Tensors {
		for i := range tensor {
			kept := tensor[i]
			tensor[i] = math.Float32frombits(math.Float32bits(kept) ^ 1)
			seen[trace.StateRoot(p, s)] = true
			count++
			tensor[i] = kept
		}
	}
	s.Clock++
	seen[trace.StateRoot(p, s)] = true
	if count++; len(seen) != count {
		t.Errorf("%d roots of %d states", len(seen), count)
	}
}

func TestProgramRootIsTheDefinition(t *testing.T) {
	p := small()
	var leaves [][]byte
	for i := range p.Operators {
		d := p.Operators[i].Descriptor()
		leaves = append(leaves, d[:])
	}
	rates := naive(1, [][]byte{tile(func(i int) (uint32, bool) {
		if i < len(p.LearningRates) {
			return math.Float32bits(p.LearningRates[i]), true
		}
		return 0, false
	})})
	if got, want := trace.ProgramRoot(p), merkle.Hash(naive(5, append(leaves, rates[:]))); got != want {
		t.Errorf("program root %v, want %v", got, want)
	}
	before := trace.ProgramRoot(p)
	p.LearningRates[1] *= 2
	if trace.ProgramRoot(p) == before {
		t.Error("another learning rate, the same program root")
	}
}

func TestHistoryRootIsTheDefinition(t *testing.T) {
	states := []merkle.Hash{{1}, {2}, {3}}
	var leaves [][]byte
	for _, s := range states {
		leaves = append(leaves, s[:])
	}
	if got, want := trace.HistoryRoot(states), merkle.Hash(naive(3, leaves)); got != want {
		t.Errorf("history root %v, want %v", got, want)
	}
}

func TestGenesisRoot(t *testing.T) {
	p := small()
	if got := trace.GenesisRoot(p); got != trace.StateRoot(p, p.Genesis()) {
		t.Errorf("genesis root %v", got)
	}
	p.Spec.Genesis.Root = &program.Digest{9}
	if got := trace.GenesisRoot(p); got != (merkle.Hash{9}) {
		t.Errorf("imported genesis root %v", got)
	}
}

func TestWrongShapesPanic(t *testing.T) {
	p := small()
	for name, spoil := range map[string]func(s *program.State){
		"a tensor less":    func(s *program.State) { s.Tensors = s.Tensors[1:] },
		"a shorter matrix": func(s *program.State) { s.Tensors[0] = s.Tensors[0][1:] },
		"a longer vector":  func(s *program.State) { s.Tensors[1] = append(s.Tensors[1], 0) },
	} {
		s := numbered(p)
		spoil(s)
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%s does not panic", name)
				}
			}()
			trace.StateRoot(p, s)
		}()
	}
}

func TestFirstDifference(t *testing.T) {
	p := small()
	a := numbered(p)
	if d, ok := trace.FirstDifference(p, a, a.Clone()); ok || d.String() != "no difference" {
		t.Errorf("equal states differ: %v", d)
	}
	b := a.Clone()
	b.Tensors[0][3*17+5] += 3
	b.Tensors[1][299] += 4
	b.Tensors[2][0] = 0
	b.Clock = 8
	d, ok := trace.FirstDifference(p, a, b)
	want := trace.Difference{
		Tensor: "a.weight", Section: program.SectionParameter, Row: 3, Column: 5,
		A: math.Float32bits(57), B: math.Float32bits(60), Words: 4, Distance: 5,
	}
	if !ok || d != want {
		t.Errorf("got %+v\nwant %+v", d, want)
	}
	const line = "first difference: a.weight, row 3, column 5: 57 (0x42640000) against 60 (0x42700000); 4 words differ in all, parameters are 5 apart (L2)"
	if d.String() != line {
		t.Errorf("got  %s\nwant %s", d, line)
	}
}

func TestFirstDifferenceComparesBits(t *testing.T) {
	p := small()
	a := numbered(p)
	a.Tensors[3][1], a.Tensors[4][2] = 0, float32(math.NaN())
	b := a.Clone()
	if d, ok := trace.FirstDifference(p, a, b); ok {
		t.Errorf("equal NaNs differ: %v", d)
	}
	b.Tensors[3][1] = float32(math.Copysign(0, -1))
	d, ok := trace.FirstDifference(p, a, b)
	if !ok || d.Words != 1 || d.B != 1<<31 || d.Distance != 0 || !strings.Contains(d.String(), "second moment of a.bias, row 0, column 1") {
		t.Errorf("−0 against +0: %v", d)
	}
	b = a.Clone()
	b.Clock = 9
	if d, ok := trace.FirstDifference(p, a, b); !ok || !strings.Contains(d.String(), "clock, 7 against 9") {
		t.Errorf("clock: %v", d)
	}
}
