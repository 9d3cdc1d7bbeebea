package tracetest

import (
	"context"
	"fmt"
	"sync"

	"github.com/commonweight/commonweight/fraudproof/match"
	"github.com/commonweight/commonweight/fraudproof/merkle"
)

// Patched is a provider of which some answers are replaced. What stands above a replaced leaf in the same list follows; other lists don't.
//
// Concurrency: safe once all is set.
type Patched struct {
	match.Provider
	entries map[match.List]map[uint64]merkle.Hash
	tiles   map[match.List]map[uint64][]byte
	folds   map[match.Micro][]byte
	blocks  map[match.Micro][]byte

	mu    sync.Mutex
	trees map[match.List]*merkle.Tree
}

// Patch returns a provider that answers as another does, until something is set.
func Patch(p match.Provider) *Patched {
	return &Patched{
		Provider: p, entries: map[match.List]map[uint64]merkle.Hash{}, tiles: map[match.List]map[uint64][]byte{},
		folds: map[match.Micro][]byte{}, blocks: map[match.Micro][]byte{}, trees: map[match.List]*merkle.Tree{},
	}
}

// SetEntry replaces a root of a list of roots.
func (p *Patched) SetEntry(l match.List, index uint64, root merkle.Hash) {
	set(p.entries, l, index, root)
}

// SetTile replaces a tile.
func (p *Patched) SetTile(l match.List, index uint64, tile []byte) { set(p.tiles, l, index, tile) }

// SetFolds replaces the folds of an element; Chunk and Block of its place are 0.
func (p *Patched) SetFolds(at match.Micro, words []byte) { p.folds[at] = words }

// SetBlocks replaces the blocks of a chunk; Block of its place is 0.
func (p *Patched) SetBlocks(at match.Micro, words []byte) { p.blocks[at] = words }

func set[V any](in map[match.List]map[uint64]V, l match.List, index uint64, v V) {
	if in[l] == nil {
		in[l] = map[uint64]V{}
	}
	in[l][index] = v
}

// Root returns the root of a list as it is now.
func (p *Patched) Root(ctx context.Context, l match.List) (merkle.Hash, error) {
	tree, err := p.tree(ctx, l)
	if err != nil {
		return merkle.Hash{}, err
	}
	return tree.Root(), nil
}

// tree hashes a list again from its leaves.
func (p *Patched) tree(ctx context.Context, l match.List) (*merkle.Tree, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if tree := p.trees[l]; tree != nil {
		return tree, nil
	}
	length, err := p.Length(ctx, l)
	if err != nil {
		return nil, err
	}
	leaves, err := p.Provider.Nodes(ctx, l, 0, 0, int(length))
	if err != nil {
		return nil, err
	}
	by, err := p.function(ctx)
	if err != nil {
		return nil, err
	}
	for i, root := range p.entries[l] {
		leaves[i] = by.Entry(root)
	}
	for i, tile := range p.tiles[l] {
		leaves[i] = by.Leaf((*[merkle.LeafSize]byte)(tile))
	}
	p.trees[l] = merkle.Leaves(p.kind(ctx, l), leaves).By(by).Tree()
	return p.trees[l], nil
}

// function is the hash that the honest lists are made with: the one by which the first state root is the first leaf.
func (p *Patched) function(ctx context.Context) (merkle.Function, error) {
	steps := match.List{Name: match.ListSteps}
	root, err := p.Provider.Entry(ctx, steps, 0)
	if err != nil {
		return 0, err
	}
	leaf, err := p.Provider.Nodes(ctx, steps, 0, 0, 1)
	if err != nil {
		return 0, err
	}
	for _, f := range []merkle.Function{merkle.SHA256, merkle.Poseidon2} {
		if f.Entry(root) == leaf[0] {
			return f, nil
		}
	}
	return 0, fmt.Errorf("the steps list is hashed by no function")
}

// kind is what the list holds: of an output, roots or tiles.
func (p *Patched) kind(ctx context.Context, l match.List) merkle.Kind {
	switch l.Name {
	case match.ListSteps:
		return merkle.KindSteps
	case match.ListTrace:
		return merkle.KindTrace
	case match.ListProgram:
		return merkle.KindProgram
	case match.ListState:
		return merkle.KindState
	}
	if _, err := p.Provider.Entry(ctx, l, 0); err == nil {
		return merkle.KindState
	}
	return merkle.KindTensor
}

// Nodes returns nodes of the list as it is now.
func (p *Patched) Nodes(ctx context.Context, l match.List, level int, first uint64, n int) ([]merkle.Hash, error) {
	if p.entries[l] == nil && p.tiles[l] == nil {
		return p.Provider.Nodes(ctx, l, level, first, n)
	}
	tree, err := p.tree(ctx, l)
	if err != nil {
		return nil, err
	}
	if depth := merkle.Depth(tree.Position(0).Length); level > depth || first+uint64(n) > 1<<(depth-level) {
		return nil, fmt.Errorf("%d nodes from %d on, level %d of %+v", n, first, level, l)
	}
	nodes := make([]merkle.Hash, n)
	for i := range nodes {
		nodes[i] = tree.Show(level, first+uint64(i), 0)[0]
	}
	return nodes, nil
}

// Entry returns a root.
func (p *Patched) Entry(ctx context.Context, l match.List, index uint64) (merkle.Hash, error) {
	if root, ok := p.entries[l][index]; ok {
		return root, nil
	}
	return p.Provider.Entry(ctx, l, index)
}

// Tile returns a tile.
func (p *Patched) Tile(ctx context.Context, l match.List, index uint64) ([]byte, error) {
	if tile, ok := p.tiles[l][index]; ok {
		return tile, nil
	}
	return p.Provider.Tile(ctx, l, index)
}

// Folds returns F after every chunk.
func (p *Patched) Folds(ctx context.Context, at match.Micro) ([]byte, error) {
	if words, ok := p.folds[at]; ok {
		return words, nil
	}
	return p.Provider.Folds(ctx, at)
}

// Blocks returns P after every block.
func (p *Patched) Blocks(ctx context.Context, at match.Micro) ([]byte, error) {
	if words, ok := p.blocks[at]; ok {
		return words, nil
	}
	return p.Provider.Blocks(ctx, at)
}
