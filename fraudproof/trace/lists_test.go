package trace_test

import (
	"bytes"
	"errors"
	"testing"

	"github.com/commonweight/commonweight/fraudproof/match"
	"github.com/commonweight/commonweight/fraudproof/merkle"
	"github.com/commonweight/commonweight/fraudproof/trace"
	"github.com/commonweight/commonweight/train/program"
)

// TestListsAreWhatTheSolverReads: the nodes of every list lead to its root, from its leaves to its top, and entries and tiles are the leaves.
func TestListsAreWhatTheSolverReads(t *testing.T) {
	p, payload := variants(t)["tiny gpt"]()
	w := window(t, p, payload, p.Genesis(), 3, 1)
	l := w.Lists()
	history, err := w.History(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	entries, err := w.Trace(t.Context(), 1)
	if err != nil {
		t.Fatal(err)
	}
	last := uint32(len(p.Operators) - 1)
	roots := map[match.List]merkle.Hash{
		{Name: match.ListSteps}:                               trace.HistoryRoot(history),
		{Name: match.ListTrace, Step: 2}:                      merkle.ListRoot(merkle.KindTrace, entries),
		{Name: match.ListState, Step: 2}:                      entries[0],
		{Name: match.ListProgram}:                             trace.ProgramRoot(p),
		{Name: match.ListOutput, Step: 2, Operator: last}:     history[2],
		{Name: match.ListOutput, Step: 2, Operator: 4}:        entries[5],
		{Name: match.ListOutput, Step: 2, Operator: last / 2}: entries[1+last/2],
	}
	kinds := map[match.ListName]merkle.Kind{match.ListSteps: merkle.KindSteps, match.ListTrace: merkle.KindTrace, match.ListState: merkle.KindState,
		match.ListProgram: merkle.KindProgram, match.ListOutput: merkle.KindTensor}
	for list, root := range roots {
		length, err := l.Length(t.Context(), list)
		if err != nil {
			t.Fatal(err)
		}
		kind := kinds[list.Name]
		if list.Operator == last {
			kind = merkle.KindState
		}
		depth := merkle.Depth(length)
		for level := range depth + 1 {
			nodes, err := l.Nodes(t.Context(), list, level, 0, 1<<(depth-level))
			if err != nil {
				t.Fatal(err)
			}
			if got := merkle.HashList(merkle.Fold(nodes), kind, length); got != root {
				t.Fatalf("%+v: the nodes of level %d lead to %v, the root is %v", list, level, got, root)
			}
			if _, err := l.Nodes(t.Context(), list, level, 1<<(depth-level), 1); !errors.Is(err, trace.ErrNoSuch) {
				t.Errorf("%+v: a node beyond level %d: %v", list, level, err)
			}
		}
		leaves, err := l.Nodes(t.Context(), list, 0, 0, int(length))
		if err != nil {
			t.Fatal(err)
		}
		for i := range length {
			entry, noEntry := l.Entry(t.Context(), list, i)
			tile, noTile := l.Tile(t.Context(), list, i)
			switch {
			case noEntry == nil && noTile != nil && merkle.HashEntry(entry) == leaves[i]:
			case noTile == nil && noEntry != nil && merkle.HashLeaf((*[merkle.LeafSize]byte)(tile)) == leaves[i]:
			default:
				t.Fatalf("%+v: leaf %d is neither its entry nor its tile: %v, %v", list, i, noEntry, noTile)
			}
		}
		for _, err := range []error{second(l.Entry(t.Context(), list, length)), second(l.Tile(t.Context(), list, length))} {
			if !errors.Is(err, trace.ErrNoSuch) {
				t.Errorf("%+v: beyond the list: %v", list, err)
			}
		}
	}
}

func second[T any](_ T, err error) error { return err }

// TestPlacesThatAreNot: whatever a match could name, the answer is an error and no panic.
func TestPlacesThatAreNot(t *testing.T) {
	p, payload := variants(t)["tiny gpt"]()
	l := window(t, p, payload, p.Genesis(), 1, 0).Lists()
	product, activation := uint32(operator(t, p, "h.0.mlp.c_fc.matmul")), uint32(operator(t, p, "h.0.mlp.gelu"))
	last := uint32(len(p.Operators) - 1)
	for _, list := range []match.List{
		{}, {Name: 99}, {Name: match.ListTrace}, {Name: match.ListTrace, Step: 2}, {Name: match.ListTrace, Step: -1}, {Name: match.ListState},
		{Name: match.ListOutput, Operator: 1}, {Name: match.ListOutput, Step: 1, Operator: last + 1}, {Name: match.ListOutput, Step: 1, Operator: 1 << 31},
	} {
		for _, err := range []error{
			second(l.Length(t.Context(), list)), second(l.Nodes(t.Context(), list, 0, 0, 1)), second(l.Entry(t.Context(), list, 0)),
			second(l.Tile(t.Context(), list, 0)),
		} {
			if !errors.Is(err, trace.ErrNoSuch) {
				t.Errorf("%+v: %v", list, err)
			}
		}
	}
	for _, at := range []match.Micro{
		{Step: 1, Operator: product, Tile: 1 << 30}, {Step: 1, Operator: product, Chunk: 1}, {Step: 1, Operator: product, Block: 4},
		{Step: 1, Operator: product, Chunk: 1 << 31}, {Step: 1, Operator: activation, Block: 1}, {Step: 1, Operator: last, Chunk: 1},
		{Step: 2, Operator: product}, {Step: 1, Operator: last + 1},
	} {
		if _, err := l.Evidence(t.Context(), at); !errors.Is(err, trace.ErrNoSuch) {
			t.Errorf("evidence of %+v: %v", at, err)
		}
		if _, err := l.Blocks(t.Context(), at); !errors.Is(err, trace.ErrNoSuch) {
			t.Errorf("blocks of %+v: %v", at, err)
		}
	}
	if _, err := l.Folds(t.Context(), match.Micro{Step: 1, Operator: activation}); !errors.Is(err, trace.ErrNoSuch) {
		t.Errorf("folds of a map: %v", err)
	}
	folds, err := l.Folds(t.Context(), match.Micro{Step: 1, Operator: product, Tile: 3, Word: 7})
	if err != nil || len(folds) != 4 {
		t.Errorf("folds of a product of 64 terms: %x, %v", folds, err)
	}
	blocks, err := l.Blocks(t.Context(), match.Micro{Step: 1, Operator: product, Tile: 3, Word: 7})
	if err != nil || len(blocks) != 16 || !bytes.Equal(blocks[12:], folds) && p.Operators[product].Code == program.OpMatmul {
		t.Errorf("blocks of a product of 64 terms: %x, folds %x, %v", blocks, folds, err)
	}
}
