package replica

import (
	"context"
	"encoding/binary"
	"fmt"

	"github.com/commonweight/commonweight/fraudproof/merkle"
	"github.com/commonweight/commonweight/fraudproof/trace"
	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/train/program"
)

// demandedTiles is how many tiles a demand draws.
const demandedTiles = 4

// Opening returns the answer to a demand for bytes, as IDemands.sol lays it out. Seed is what draws the tiles.
//
// Errors: ErrUnknown if this machine hasn't the bytes either.
func (r *Replica) Opening(ctx context.Context, commitment chain.Hash, d chain.Demand, seed chain.Hash) ([]byte, error) {
	switch d.Kind {
	case chain.DemandLeaf:
		return r.leafOpening(d.Index)
	case chain.DemandTiles:
		s, err := r.After(ctx, commitment)
		if err != nil {
			return nil, err
		}
		return r.tilesOpening(s, seed), nil
	}
	return nil, fmt.Errorf("no demand is open on %s", commitment)
}

func (r *Replica) leafOpening(index uint64) ([]byte, error) {
	if r.leaves != nil {
		return nil, unknownf("the dataset isn't here")
	}
	tree := merkle.Dataset(r.Payload()).By(r.hash()).Tree()
	length := (uint64(len(r.Payload())) + merkle.LeafSize - 1) / merkle.LeafSize
	out := listHead(tree, length)
	if index >= length {
		return out, nil
	}
	var leaf [merkle.LeafSize]byte
	copy(leaf[:], r.Payload()[index*merkle.LeafSize:])
	return appendHashes(append(out, leaf[:]...), tree.Open(int(index))), nil
}

func (r *Replica) tilesOpening(s *program.State, seed chain.Hash) []byte {
	roots := trace.TensorRoots(r.program, s)
	state := merkle.Roots(merkle.KindState, roots).By(r.hash()).Tree()
	out := listHead(state, uint64(len(roots)))
	for j := range uint64(demandedTiles) {
		t := chain.DrawnTensor(seed, j, uint64(len(roots)))
		out = appendHashes(append(out, roots[t][:]...), state.Open(int(t)))
		list, tile := tensorTiles(r.program, s, int(t))
		tree := list.By(r.hash()).Tree()
		i := int(chain.DrawnTile(seed, j, t, uint64(list.Length())))
		bytes := tile(i)
		out = append(append(out, listHead(tree, uint64(list.Length()))...), bytes[:]...)
		out = appendHashes(out, tree.Open(i))
	}
	return out
}

// tensorTiles returns the tiles of a tensor of the state, as a list and one by one.
func tensorTiles(p *program.Program, s *program.State, t int) (merkle.List, func(i int) [merkle.LeafSize]byte) {
	if t == len(s.Tensors) {
		clock := []uint32{s.Clock}
		return merkle.Vector(clock), func(i int) [merkle.LeafSize]byte { return merkle.VectorTile(clock, i) }
	}
	shape, words := p.StateLayout[t].Shape, s.Tensors[t]
	if shape.Vector {
		return merkle.Vector(words), func(i int) [merkle.LeafSize]byte { return merkle.VectorTile(words, i) }
	}
	return merkle.Matrix(words, shape.G, shape.R, shape.W), func(i int) [merkle.LeafSize]byte {
		return merkle.MatrixTile(words, shape.G, shape.R, shape.W, i)
	}
}

// listHead is the top of a list's tree and its length.
func listHead(tree *merkle.Tree, length uint64) []byte {
	top := tree.Top()
	return binary.BigEndian.AppendUint64(top[:], length)
}

func appendHashes(b []byte, hashes []merkle.Hash) []byte {
	for _, h := range hashes {
		b = append(b, h[:]...)
	}
	return b
}
