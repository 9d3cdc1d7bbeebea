package lookout

import (
	"context"
	"slices"

	"github.com/commonweight/commonweight/internal/chain"
)

// remembered is how many blocks back a reorganisation is measured.
const remembered = 128

// recent are the newest blocks that were seen, those between looks excepted.
type recent struct{ blocks []chain.Block }

// see takes a new block and returns how many blocks, counted back from the newest seen before, aren't part of the chain any more.
//
// Errors: those of the node; then nothing was taken.
func (r *recent) see(ctx context.Context, hashAt func(ctx context.Context, number uint64) (chain.Hash, error), block chain.Block) (depth uint64, err error) {
	if slices.ContainsFunc(r.blocks, func(seen chain.Block) bool { return seen.Hash == block.Hash }) {
		return 0, nil // a node that shows an old block again has replaced none
	}
	keep := len(r.blocks)
	for ; keep > 0; keep-- {
		seen := r.blocks[keep-1]
		if seen.Number > block.Number {
			continue
		}
		now := block.Hash
		if seen.Number != block.Number {
			if now, err = hashAt(ctx, seen.Number); err != nil {
				return 0, err
			}
		}
		if now == seen.Hash {
			break
		}
	}
	if keep < len(r.blocks) {
		fork := r.blocks[0].Number - 1 // deeper than is remembered
		if keep > 0 {
			fork = r.blocks[keep-1].Number
		}
		depth = r.blocks[len(r.blocks)-1].Number - fork
		r.blocks = r.blocks[:keep]
	}
	r.blocks = append(r.blocks, block)
	if len(r.blocks) > remembered {
		r.blocks = r.blocks[1:]
	}
	return depth, nil
}
