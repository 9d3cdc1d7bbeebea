package index

import (
	"context"
	"math"

	"github.com/commonweight/commonweight/coordinator/store"
	"github.com/commonweight/commonweight/internal/chain"
)

// stands says whether what is indexed is part of the chain that ends with tip. A node that is behind contradicts nothing.
func (i *Index) stands(ctx context.Context, head store.Block, tip chain.Header) (bool, error) {
	if tip.Number == head.Number+1 {
		return tip.Parent == head.Hash, nil
	}
	known := head
	if tip.Number < head.Number {
		below, err := i.store.Blocks(ctx, tip.Number, 1)
		if err != nil {
			return false, broken{err}
		}
		if len(below) == 0 {
			return true, nil
		}
		known = below[0]
	}
	h := tip
	if known.Number != tip.Number {
		var err error
		if h, err = i.source.HeaderAt(ctx, known.Number); err != nil {
			return false, err
		}
	}
	return h.Hash == known.Hash, nil
}

// atOnce is how many hashes are compared before going deeper.
const atOnce = 32

// reorganise rolls back to the newest block that node and store agree on: to nothing, if there is none.
//
// Rationale: below the recent blocks only some hashes are kept. Going back to one of them reads more again than was replaced, never less.
func (i *Index) reorganise(ctx context.Context, head store.Block, tip chain.Header) error {
	fork, err := i.fork(ctx, min(head.Number, tip.Number))
	if err != nil {
		return err
	}
	number := i.source.Deployment().Block
	if fork != nil {
		number = fork.Number
	}
	depth := head.Number - min(number, head.Number)
	i.log.Warn("the chain was reorganised", "from", head.Number, "back to", number, "depth", depth)
	return i.rollback(ctx, fork, depth)
}

func (i *Index) rollback(ctx context.Context, to *store.Block, depth uint64) error {
	if err := i.store.Rollback(ctx, to); err != nil {
		return broken{err}
	}
	update := Update{Reorganised: true}
	if to != nil {
		update.Block, update.Hash, update.Time = to.Number, to.Hash, to.Time
	}
	i.status.reorganised(depth)
	i.checker.due, i.checker.fresh = true, nil
	i.feed.add(update)
	return i.remember(ctx)
}

// fork returns the newest stored block from number down that is part of the node's chain, or nil.
func (i *Index) fork(ctx context.Context, number uint64) (*store.Block, error) {
	for {
		known, err := i.store.Blocks(ctx, number, atOnce)
		if err != nil {
			return nil, broken{err}
		}
		if len(known) == 0 {
			return nil, nil
		}
		numbers := make([]uint64, len(known))
		for n, b := range known {
			numbers[n] = b.Number
		}
		headers, err := i.source.HeadersAt(ctx, numbers)
		if err != nil {
			return nil, err
		}
		for n, b := range known {
			if headers[n].Hash == b.Hash {
				return &b, nil
			}
		}
		lowest := known[len(known)-1].Number
		if lowest == 0 {
			return nil, nil
		}
		number = lowest - 1
	}
}

// distrust reads everything again, block by block with proofs: the node was caught, or the contracts tell otherwise. From then on nothing is
// taken on trust, by later processes neither.
func (i *Index) distrust(ctx context.Context, why error) error {
	i.log.Error("the whole index is read again, with proofs", "why", why)
	i.proveTo, i.checker.trust = math.MaxUint64, false
	i.status.rebuilt()
	if err := i.rollback(ctx, nil, 0); err != nil {
		return err
	}
	// A process that is killed before this finds out again.
	if err := i.store.Doubt(ctx); err != nil {
		return broken{err}
	}
	return nil
}

// recall finds out what an earlier process knew. What that one may have taken on trust is read again if the contracts contradict it; what it read
// with proofs isn't, for that would find the same.
func (i *Index) recall(ctx context.Context) error {
	doubted, err := i.store.Doubted(ctx)
	if err != nil {
		return broken{err}
	}
	if doubted {
		i.proveTo = math.MaxUint64
	}
	i.checker.trust = !doubted && i.store.Head() != nil
	return i.remember(ctx)
}
