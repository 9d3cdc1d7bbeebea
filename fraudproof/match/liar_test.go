package match_test

import (
	"context"
	"encoding/binary"
	"errors"
	"slices"

	"github.com/commonweight/commonweight/fraudproof/match"
	"github.com/commonweight/commonweight/fraudproof/merkle"
	"github.com/commonweight/commonweight/fraudproof/referee"
)

// lie says where a liar's lists leave the truth: at a word of an operator's output, and there at a block of a chunk if it is a reduction; or
// at an entry of the list, if the operator is `state`.
type lie struct {
	step         int
	operator     uint32
	tile         uint32
	word         uint8
	chunk, block uint32
	bits         uint32 // what is xored into the first wrong word
	rootless     bool   // the output's root is made up: nothing lies behind it
	rejoins      bool   // from the next step on its history is the truth again, as an auditor's must be in the end
}

var errMadeUp = errors.New("nothing lies behind a made-up root")

// liar gives honest lists with one lie and all that follows from it.
type liar struct {
	match.Provider
	lie
	by      merkle.Function
	tile1   []byte // the wrong tile
	folds   []byte
	blocks  []byte
	patched map[match.List]*merkle.Tree
	roots   map[match.List]map[uint64]merkle.Hash
	claim   merkle.Hash // its root after the window
}

// newLiar works out what follows from a lie. It is false if the lie doesn't reach the element: it was rounded away.
func newLiar(ctx context.Context, by merkle.Function, honest match.Provider, steps int, kind merkle.Kind, x lie) (*liar, bool, error) {
	l := &liar{Provider: honest, lie: x, by: by, patched: map[match.List]*merkle.Tree{}, roots: map[match.List]map[uint64]merkle.Hash{}}
	output := match.List{Name: match.ListOutput, Step: x.step, Operator: x.operator}
	trace := match.List{Name: match.ListTrace, Step: x.step}
	made := func(i byte) merkle.Hash { return merkle.Hash{0: 0xbad >> 8, 1: i, 31: byte(x.bits >> 16)} }

	root := made(0)
	switch {
	case x.rootless:
	case kind == merkle.KindState:
		l.roots[output] = map[uint64]merkle.Hash{uint64(x.tile): made(1)}
		if err := l.patch(ctx, output, kind, map[uint64]merkle.Hash{uint64(x.tile): by.Entry(made(1))}); err != nil {
			return nil, false, err
		}
		root = l.patched[output].Root()
	default:
		reached, err := l.words(ctx, output)
		if err != nil || !reached {
			return nil, false, err
		}
		if err := l.patch(ctx, output, kind, map[uint64]merkle.Hash{uint64(x.tile): by.Leaf((*[merkle.LeafSize]byte)(l.tile1))}); err != nil {
			return nil, false, err
		}
		root = l.patched[output].Root()
	}

	length, err := honest.Length(ctx, trace)
	if err != nil {
		return nil, false, err
	}
	after := made(2)
	entries := map[uint64]merkle.Hash{uint64(x.operator) + 1: root, length - 1: after}
	if uint64(x.operator)+1 == length-1 {
		after = root
		entries[length-1] = root
	}
	if err := l.entries(ctx, trace, merkle.KindTrace, entries); err != nil {
		return nil, false, err
	}
	history := map[uint64]merkle.Hash{uint64(x.step): after}
	for s := x.step + 1; s <= steps; s++ {
		history[uint64(s)] = made(byte(2 + s))
		if x.rejoins {
			if history[uint64(s)], err = honest.Entry(ctx, match.List{Name: match.ListSteps}, uint64(s)); err != nil {
				return nil, false, err
			}
		}
	}
	l.claim = history[uint64(steps)]
	return l, true, l.entries(ctx, match.List{Name: match.ListSteps}, merkle.KindSteps, history)
}

// words works out the wrong tile, and the partial sums that lead to it.
func (l *liar) words(ctx context.Context, output match.List) (bool, error) {
	descriptor, err := l.Tile(ctx, match.List{Name: match.ListProgram}, uint64(l.operator))
	if err != nil {
		return false, err
	}
	geometry, _ := referee.Describe((*[referee.DescriptorBytes]byte)(descriptor), uint64(l.operator))
	tile, err := l.Provider.Tile(ctx, output, uint64(l.lie.tile))
	if err != nil {
		return false, err
	}
	l.tile1 = slices.Clone(tile)
	true1 := binary.LittleEndian.Uint32(tile[4*int(l.word):])
	value := true1 ^ l.bits
	if geometry.Way(uint64(l.lie.tile), uint32(l.word)) != referee.WayLeaf {
		at := match.Micro{Step: l.step, Operator: l.operator, Tile: l.lie.tile, Word: l.word, Chunk: l.chunk}
		blocks, err := l.Provider.Blocks(ctx, at)
		if err != nil {
			return false, err
		}
		l.blocks = slices.Clone(blocks)
		width := geometry.PartialWords()
		for i := int(l.block) * width; i < len(blocks)/4; i++ {
			w := binary.LittleEndian.Uint32(blocks[4*i:])
			binary.LittleEndian.PutUint32(l.blocks[4*i:], w^l.bits)
		}
		sum := geometry.Reduce(referee.Words(l.blocks[len(blocks)-4*width:]))
		value = referee.Finish(sum)
		if geometry.Chunks() > 1 {
			at.Chunk = 0
			folds, err := l.Provider.Folds(ctx, at)
			if err != nil {
				return false, err
			}
			words := referee.Words(folds)
			fold := sum
			if l.chunk > 0 {
				fold = geometry.Fold(words[l.chunk-1], sum)
			}
			if fold == words[l.chunk] {
				return false, nil
			}
			for q := int(l.chunk); q < len(words); q++ {
				words[q] = fold
			}
			l.folds = referee.PutWords(words)
			value = referee.Finish(fold)
		}
	}
	binary.LittleEndian.PutUint32(l.tile1[4*int(l.word):], value)
	return value != true1, nil
}

func (l *liar) entries(ctx context.Context, list match.List, kind merkle.Kind, roots map[uint64]merkle.Hash) error {
	leaves := map[uint64]merkle.Hash{}
	for i, root := range roots {
		leaves[i] = l.by.Entry(root)
	}
	l.roots[list] = roots
	return l.patch(ctx, list, kind, leaves)
}

func (l *liar) patch(ctx context.Context, list match.List, kind merkle.Kind, changed map[uint64]merkle.Hash) error {
	length, err := l.Provider.Length(ctx, list)
	if err != nil {
		return err
	}
	leaves, err := l.Provider.Nodes(ctx, list, 0, 0, int(length))
	if err != nil {
		return err
	}
	leaves = slices.Clone(leaves)
	for i, leaf := range changed {
		leaves[i] = leaf
	}
	l.patched[list] = merkle.Leaves(kind, leaves).By(l.by).Tree()
	return nil
}

func (l *liar) isOutput(list match.List) bool {
	return list == match.List{Name: match.ListOutput, Step: l.step, Operator: l.operator}
}

func (l *liar) Nodes(ctx context.Context, list match.List, level int, first uint64, n int) ([]merkle.Hash, error) {
	if l.rootless && l.isOutput(list) {
		return nil, errMadeUp
	}
	tree, ok := l.patched[list]
	if !ok {
		return l.Provider.Nodes(ctx, list, level, first, n)
	}
	nodes := make([]merkle.Hash, n)
	for i := range nodes {
		nodes[i] = tree.Show(level, first+uint64(i), 0)[0]
	}
	return nodes, nil
}

func (l *liar) Entry(ctx context.Context, list match.List, index uint64) (merkle.Hash, error) {
	if root, ok := l.roots[list][index]; ok {
		return root, nil
	}
	return l.Provider.Entry(ctx, list, index)
}

func (l *liar) Tile(ctx context.Context, list match.List, index uint64) ([]byte, error) {
	if l.isOutput(list) {
		if l.rootless {
			return nil, errMadeUp
		}
		if index == uint64(l.lie.tile) && l.tile1 != nil {
			return l.tile1, nil
		}
	}
	return l.Provider.Tile(ctx, list, index)
}

func (l *liar) Folds(ctx context.Context, at match.Micro) ([]byte, error) {
	if l.here(at) && l.folds != nil {
		return l.folds, nil
	}
	return l.Provider.Folds(ctx, at)
}

func (l *liar) Blocks(ctx context.Context, at match.Micro) ([]byte, error) {
	if l.here(at) && at.Chunk == l.chunk && l.blocks != nil {
		return l.blocks, nil
	}
	return l.Provider.Blocks(ctx, at)
}

func (l *liar) here(at match.Micro) bool {
	return at.Step == l.step && at.Operator == l.operator && at.Tile == l.lie.tile && at.Word == l.word
}
