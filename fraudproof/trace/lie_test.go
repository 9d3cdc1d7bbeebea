package trace_test

import (
	"context"
	"encoding/binary"
	"errors"
	"math/rand/v2"
	"testing"

	"github.com/commonweight/commonweight/fraudproof/match"
	"github.com/commonweight/commonweight/fraudproof/merkle"
	"github.com/commonweight/commonweight/fraudproof/referee"
	"github.com/commonweight/commonweight/fraudproof/trace"
	"github.com/commonweight/commonweight/fraudproof/trace/tracetest"
	"github.com/commonweight/commonweight/train/program"
)

// firstDifference returns the first leaf in which two sides' lists differ, found from the top as a match does; −1 if none does.
func firstDifference(t testing.TB, a, b match.Provider, l match.List) int {
	t.Helper()
	length, err := a.Length(t.Context(), l)
	if err != nil {
		t.Fatal(err)
	}
	node := func(p match.Provider, level int, index uint64) merkle.Hash {
		nodes, err := p.Nodes(t.Context(), l, level, index, 1)
		if err != nil {
			t.Fatal(err)
		}
		return nodes[0]
	}
	level := merkle.Depth(length)
	if node(a, level, 0) == node(b, level, 0) {
		return -1
	}
	index := uint64(0)
	for ; level > 0; level-- {
		if index *= 2; node(a, level-1, index) == node(b, level-1, index) {
			index++
		}
	}
	return int(index)
}

// descend goes from the steps of two sides down to the micro-step that they disagree about.
func descend(t testing.TB, a, b match.Provider, operators []program.Operator) (at match.Micro) {
	t.Helper()
	at.Step = firstDifference(t, a, b, match.List{Name: match.ListSteps})
	entry := firstDifference(t, a, b, match.List{Name: match.ListTrace, Step: at.Step})
	if at.Step < 1 || entry < 1 {
		t.Fatalf("the sides differ after %d steps in entry %d", at.Step, entry)
	}
	at.Operator = uint32(entry - 1)
	list := match.List{Name: match.ListOutput, Step: at.Step, Operator: at.Operator}
	at.Tile = uint32(firstDifference(t, a, b, list))
	if operators[at.Operator].Code == program.OpState {
		return at
	}
	at.Word = uint8(differ(t, 4, tileOf(t, a, list, at.Tile), tileOf(t, b, list, at.Tile)))
	descriptor := operators[at.Operator].Descriptor()
	geometry, _ := referee.Describe(&descriptor, uint64(at.Operator))
	switch geometry.Way(uint64(at.Tile), uint32(at.Word)) {
	case referee.WayFolds:
		at.Chunk = uint32(differ(t, 4, ask(t, a.Folds, at), ask(t, b.Folds, at)))
		fallthrough
	case referee.WayBlocks:
		at.Block = uint8(differ(t, 4*geometry.PartialWords(), ask(t, a.Blocks, at), ask(t, b.Blocks, at)))
	}
	return at
}

func ask(t testing.TB, of func(ctx context.Context, at match.Micro) ([]byte, error), at match.Micro) []byte {
	t.Helper()
	words, err := of(t.Context(), at)
	if err != nil {
		t.Fatal(err)
	}
	return words
}

func tileOf(t testing.TB, p match.Provider, l match.List, i uint32) []byte {
	t.Helper()
	tile, err := p.Tile(t.Context(), l, uint64(i))
	if err != nil {
		t.Fatal(err)
	}
	return tile
}

// differ returns the first piece of that size in which two lists of words differ.
func differ(t testing.TB, size int, a, b []byte) int {
	t.Helper()
	if len(a) != len(b) {
		t.Fatalf("%d bytes against %d", len(a), len(b))
	}
	for i := 0; i < len(a); i += size {
		if string(a[i:i+size]) != string(b[i:i+size]) {
			return i / size
		}
	}
	t.Fatal("no difference")
	return 0
}

// judge asks the referee about a micro-step, with the honest side's evidence.
func judge(t testing.TB, w *trace.Window, at match.Micro) [32]byte {
	t.Helper()
	descriptor := w.Program.Operators[at.Operator].Descriptor()
	geometry, _ := referee.Describe(&descriptor, uint64(at.Operator))
	bound := operandRoots(t, w, at.Step-1, int(at.Operator))
	roots := bound
	if geometry.Late {
		roots = nil
		if part := referee.Part(&descriptor, uint64(at.Tile), uint32(at.Word)); part.Source != 0 {
			roots = []merkle.Hash{rootAt(t, w, at.Step-1, part)}
		}
	}
	m := referee.MicroStep{
		Binding: referee.Binding(&descriptor, bound), Tile: uint64(at.Tile), Word: uint32(at.Word), Chunk: at.Chunk, Block: uint32(at.Block),
	}
	if at.Block > 0 {
		m.Before = referee.Digest(partial(t, w.Lists(), geometry, at, int(at.Block)-1))
	}
	evidence, err := w.Lists().Evidence(t.Context(), at)
	if err != nil {
		t.Fatal(err)
	}
	result, err := referee.Decide(m, &descriptor, roots, evidence)
	if err != nil || result.Verdict != referee.VerdictDecided {
		t.Fatalf("%+v: %v, %v", at, result.Verdict, err)
	}
	return result.Value
}

func partial(t testing.TB, p match.Provider, g referee.Geometry, at match.Micro, block int) []uint32 {
	t.Helper()
	at.Block = 0
	words, size := ask(t, p.Blocks, at), g.PartialWords()
	return referee.Words(words)[block*size : (block+1)*size]
}

// claimOf is what a side says about a micro-step.
func claimOf(t testing.TB, p match.Provider, operators []program.Operator, at match.Micro) [32]byte {
	t.Helper()
	list := match.List{Name: match.ListOutput, Step: at.Step, Operator: at.Operator}
	if operators[at.Operator].Code == program.OpState {
		root, err := p.Entry(t.Context(), list, uint64(at.Tile))
		if err != nil {
			t.Fatal(err)
		}
		return merkle.HashEntry(root)
	}
	descriptor := operators[at.Operator].Descriptor()
	geometry, _ := referee.Describe(&descriptor, uint64(at.Operator))
	if geometry.Way(uint64(at.Tile), uint32(at.Word)) != referee.WayLeaf {
		return referee.Digest(partial(t, p, geometry, at, int(at.Block)))
	}
	return referee.Digest([]uint32{binary.LittleEndian.Uint32(tileOf(t, p, list, at.Tile)[4*int(at.Word):])})
}

// TestEveryLieIsFound: whichever operator a lie is told in, and wherever in it, two sides' lists lead to exactly that micro-step, where the
// referee finds the honest value and not the liar's.
func TestEveryLieIsFound(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 9))
	for name, variant := range variants(t) {
		p, payload := variant()
		honest := window(t, p, payload, p.Genesis(), 3, 1)
		told, silent := 0, 0
		every := map[string]int{"tiny gpt": 3, "ragged gpt, momentum": 5}[name]
		for o := range p.Operators {
			if p.Operators[o].Code == program.OpState || every > 0 && o%every != 0 || testing.Short() && o%17 != 0 {
				continue
			}
			lie := someLie(t, r, honest, 1+r.IntN(3), o)
			liar, err := tracetest.Tell(t.Context(), honest, lie)
			if errors.Is(err, tracetest.ErrNoLie) {
				silent++
				continue
			}
			if err != nil {
				t.Fatal(err)
			}
			if d := firstDifference(t, honest.Lists(), liar, match.List{Name: match.ListSteps}); d < 0 {
				silent++ // the lie was rounded away before the state was reached
				continue
			}
			told++
			at := descend(t, honest.Lists(), liar, p.Operators)
			want := match.Micro{
				Step: lie.Step, Operator: uint32(o), Tile: uint32(lie.Tile), Word: uint8(lie.Word), Chunk: uint32(lie.Chunk), Block: uint8(lie.Block),
			}
			if at != want {
				t.Fatalf("%s: %s: the sides part at %+v, the lie is at %+v", name, p.Operators[o].Name, at, want)
			}
			truth := judge(t, honest, at)
			if claimOf(t, honest.Lists(), p.Operators, at) != truth || claimOf(t, liar, p.Operators, at) == truth {
				t.Fatalf("%s: %s: %+v: the referee says %x", name, p.Operators[o].Name, at, truth)
			}
		}
		t.Logf("%s: %d lies found, %d without effect", name, told, silent)
		if told < silent {
			t.Errorf("%s: only %d lies had an effect, %d had none", name, told, silent)
		}
	}
}

// someLie picks a place in an operator's output that is no padding, and for a reduction of more than one block, a block.
func someLie(t testing.TB, r *rand.Rand, w *trace.Window, step, o int) tracetest.Lie {
	t.Helper()
	out, err := w.Output(t.Context(), step-1, o)
	if err != nil {
		t.Fatal(err)
	}
	lie := tracetest.Lie{Step: step, Operator: o, Flip: 1 << 22}
	if out.Shape.DType == program.DTypeUint32 {
		lie.Flip = 1
	}
	lie.Tile, lie.Word = trace.Place(out.Shape, r.IntN(len(out.Words)))
	if red, ok := out.Reduction(lie.Tile, lie.Word); ok && red.Terms > 16 {
		lie.Chunk = r.IntN(red.Chunks())
		lie.Block = r.IntN(red.BlocksOf(lie.Chunk))
	}
	return lie
}

// TestForgeriesAreFound: lies with nothing behind them are found at their level too.
func TestForgeriesAreFound(t *testing.T) {
	p, payload := variants(t)["ragged gpt, momentum"]()
	honest := window(t, p, payload, p.Genesis(), 3, 1)
	lists := honest.Lists()
	last := len(p.Operators) - 1
	check := func(liar *tracetest.Patched, err error) match.Micro {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		at := descend(t, lists, liar, p.Operators)
		truth := judge(t, honest, at)
		if claimOf(t, lists, p.Operators, at) != truth || claimOf(t, liar, p.Operators, at) == truth {
			t.Fatalf("%+v: the referee says %x", at, truth)
		}
		return at
	}
	padding := operator(t, p, "logits") // 519 columns
	if at := check(tracetest.ForgeTile(t.Context(), lists, 2, padding, 32, 9, 1)); at != (match.Micro{Step: 2, Operator: uint32(padding), Tile: 32, Word: 9}) {
		t.Errorf("padding: %+v", at)
	}
	activation := operator(t, p, "h.0.mlp.gelu")
	if at := check(tracetest.ForgeTile(t.Context(), lists, 3, activation, 7, 77, 1<<31)); at != (match.Micro{Step: 3, Operator: uint32(activation), Tile: 7, Word: 77}) {
		t.Errorf("an activation: %+v", at)
	}
	if at := check(tracetest.ForgeTensor(t.Context(), lists, 1, 5)); at != (match.Micro{Step: 1, Operator: uint32(last), Tile: 5}) {
		t.Errorf("a tensor: %+v", at)
	}
	// Of roots of nothing, no leaf can be shown: whoever claims them runs out of moves.
	for o, forge := range map[int]func() (*tracetest.Patched, error){
		last: func() (*tracetest.Patched, error) { return tracetest.ForgeSteps(t.Context(), lists, 2) },
		5:    func() (*tracetest.Patched, error) { return tracetest.ForgeTrace(t.Context(), lists, 2, 5) },
	} {
		liar, err := forge()
		if err != nil {
			t.Fatal(err)
		}
		if at := firstDifference(t, lists, liar, match.List{Name: match.ListSteps}); at != 2 {
			t.Errorf("the steps differ in %d", at)
		}
		if at := firstDifference(t, lists, liar, match.List{Name: match.ListTrace, Step: 2}); at != 1+o {
			t.Errorf("the traces differ in %d, want %d", at, 1+o)
		}
		if at := firstDifference(t, lists, liar, match.List{Name: match.ListOutput, Step: 2, Operator: uint32(o)}); at != -1 {
			t.Errorf("the forged root has a list that differs in %d", at)
		}
	}
}
