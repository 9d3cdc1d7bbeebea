package trace_test

import (
	"bytes"
	"encoding/binary"
	"maps"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/commonweight/commonweight/fraudproof/match"
	"github.com/commonweight/commonweight/fraudproof/merkle"
	"github.com/commonweight/commonweight/fraudproof/referee"
	"github.com/commonweight/commonweight/fraudproof/trace"
	"github.com/commonweight/commonweight/train/program"
)

// operandRoots are the roots that a match binds for an operator: of the trace, the state before, the dataset and the rates.
func operandRoots(t testing.TB, w *trace.Window, step, o int) []merkle.Hash {
	t.Helper()
	var roots []merkle.Hash
	descriptor := w.Program.Operators[o].Descriptor()
	_, references := referee.Describe(&descriptor, uint64(o))
	for _, r := range references {
		roots = append(roots, rootAt(t, w, step, r))
	}
	return roots
}

func rootAt(t testing.TB, w *trace.Window, step int, r referee.Reference) merkle.Hash {
	t.Helper()
	lists := w.Lists()
	entry := func(name match.ListName, index int) merkle.Hash {
		root, err := lists.Entry(t.Context(), match.List{Name: name, Step: step + 1}, uint64(index))
		if err != nil {
			t.Fatal(err)
		}
		return root
	}
	switch {
	case r.Source == referee.SourceTrace:
		return entry(match.ListTrace, int(r.Index)+1)
	case r.Source == referee.SourcePreState:
		return entry(match.ListState, int(r.Index))
	case program.RunConstant(r.Index) == program.ConstantDataset:
		return merkle.DatasetRoot(w.Payload)
	default:
		return entry(match.ListProgram, len(w.Program.Operators))
	}
}

// decideOutput lets the referee decide elements and blocks of an output, counts them by operator, and spoils a bit of the evidence of each.
func decideOutput(t *testing.T, r *rand.Rand, w *trace.Window, name string, step, o int, decided map[string]int) {
	t.Helper()
	p := w.Program
	out, err := w.Output(t.Context(), step, o)
	if err != nil {
		t.Fatal(err)
	}
	descriptor := p.Operators[o].Descriptor()
	geometry, _ := referee.Describe(&descriptor, uint64(o))
	if geometry.Leaves() != uint64(out.List().Position(0).Length) {
		t.Fatalf("%s: %s: the referee sees %d leaves", name, p.Operators[o].Name, geometry.Leaves())
	}
	bound := operandRoots(t, w, step, o)
	binding := referee.Binding(&descriptor, bound)
	check := func(m referee.MicroStep, want [32]byte) {
		t.Helper()
		m.Binding = binding
		roots := bound
		if geometry.Late {
			roots = nil
			if part := referee.Part(&descriptor, m.Tile, m.Word); part.Source != 0 {
				roots = []merkle.Hash{rootAt(t, w, step, part)}
			}
		}
		evidence, err := out.Evidence(match.Micro{Tile: uint32(m.Tile), Word: uint8(m.Word), Chunk: m.Chunk, Block: uint8(m.Block)})
		if err != nil {
			t.Fatal(err)
		}
		got, err := referee.Decide(merkle.SHA256, m, &descriptor, roots, evidence)
		if err != nil || got.Verdict != referee.VerdictDecided || got.Value != want {
			t.Fatalf("%s: %s: %+v: %v %x, want %x: %v", name, p.Operators[o].Name, m, got.Verdict, got.Value, want, err)
		}
		decided[p.Operators[o].Code.String()]++
		if bytes.HasSuffix(got.Value[:], []byte{0x7f, 0xc0, 0, 0}) {
			decided["NaN"]++
		}
		if len(evidence) == 0 {
			return
		}
		spoilt := bytes.Clone(evidence)
		spoilt[r.IntN(len(spoilt))] ^= 1 << r.IntN(8)
		if got, err := referee.Decide(merkle.SHA256, m, &descriptor, roots, spoilt); err == nil {
			t.Fatalf("%s: %s: %+v: spoilt evidence gives %x", name, p.Operators[o].Name, m, got.Value)
		}
	}
	if out.Roots != nil {
		for i, root := range out.Roots {
			check(referee.MicroStep{Tile: uint64(i)}, merkle.HashEntry(root))
		}
		return
	}
	for _, e := range elements(r, out.Shape.Tiles(), 6) {
		m := referee.MicroStep{Tile: uint64(e[0]), Word: uint32(e[1])}
		if out.Zero(e[0], e[1]) != geometry.IsZero(m.Tile, m.Word) {
			t.Fatalf("%s: %s: element %v: the referee says zero: %v", name, p.Operators[o].Name, e, geometry.IsZero(m.Tile, m.Word))
		}
		if geometry.Way(m.Tile, m.Word) == referee.WayLeaf {
			var want [32]byte
			binary.BigEndian.PutUint32(want[28:], wordOf(out.Tile(e[0]), e[1]))
			check(m, want)
			continue
		}
		red, _ := out.Reduction(e[0], e[1])
		for _, q := range []int{0, red.Chunks() - 1} {
			blocks, err := red.Blocks(q)
			if err != nil {
				t.Fatal(err)
			}
			width := red.Width()
			for _, b := range []int{0, red.BlocksOf(q) - 1, r.IntN(red.BlocksOf(q))} {
				m.Chunk, m.Block, m.Before = uint32(q), uint32(b), [32]byte{}
				if b > 0 {
					m.Before = referee.Digest(blocks[(b-1)*width : b*width])
				}
				check(m, referee.Digest(blocks[b*width:(b+1)*width]))
			}
		}
	}
}

// TestRefereeFindsTheTrace: for elements of every operator, and for blocks of their reductions, the referee computes from the evidence what
// the trace holds: the element that an engine computed, by the program, is what the descriptor says.
func TestRefereeFindsTheTrace(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 7))
	decided := map[string]int{}
	list := variants(t)
	list["poisoned gpt"] = list["tiny gpt"]
	for _, name := range slices.Sorted(maps.Keys(list)) {
		p, payload := list[name]()
		pre := p.Genesis()
		poisoned := name == "poisoned gpt"
		if poisoned { // infinities, NaN and a step that changes nothing but its record
			pre.Tensors[4][7], pre.Tensors[9][5] = float32(math.Inf(1)), -3e38
		}
		w := window(t, p, payload, pre, 2, 0)
		const step = 1
		for o := range p.Operators {
			if testing.Short() && o%9 != 0 || poisoned && o%4 != 0 {
				continue
			}
			decideOutput(t, r, w, name, step, o, decided)
		}
	}
	t.Logf("decided: %v", decided)
	if decided["NaN"] == 0 && !testing.Short() {
		t.Error("no poison reached a step")
	}
	for _, code := range []program.Opcode{program.OpMatmul, program.OpColumnReduce, program.OpScatterAdd, program.OpRowReduce, program.OpTileReduce,
		program.OpMap, program.OpGather, program.OpPick, program.OpConcat, program.OpLoadBatch, program.OpTick, program.OpState} {
		if decided[code.String()] == 0 && !testing.Short() {
			t.Errorf("no step of %v was decided", code)
		}
	}
}
