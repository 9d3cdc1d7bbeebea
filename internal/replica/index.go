package replica

import (
	"context"
	"sync"

	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/ipfs"
)

// index knows under which CID each commitment's checkpoint was published. The chain keeps CIDs in its log only.
//
// Concurrency: safe for any number of goroutines.
type index struct {
	mu   sync.Mutex
	log  *chain.Log
	cids map[chain.Hash][]byte
}

func newIndex(c *chain.Client, run chain.RunID) *index {
	return &index{log: c.Log(run), cids: make(map[chain.Hash][]byte)}
}

// of returns the CID of a commitment.
//
// Errors: ErrUnknown if the log doesn't have it, or if it isn't a CID that our stores make.
func (x *index) of(ctx context.Context, commitment chain.Hash) (ipfs.CID, error) {
	cid, err := x.raw(ctx, commitment)
	if err != nil {
		return ipfs.CID{}, err
	}
	parsed, err := ipfs.CIDFromBytes(cid)
	if err != nil {
		return ipfs.CID{}, unknownf("commitment %s: %w", commitment, err)
	}
	return parsed, nil
}

// raw returns what was committed as CID, whatever it is.
//
// Errors: ErrUnknown if the log doesn't have it.
func (x *index) raw(ctx context.Context, commitment chain.Hash) ([]byte, error) {
	x.mu.Lock()
	defer x.mu.Unlock()
	if cid, ok := x.cids[commitment]; ok {
		return cid, nil
	}
	if err := x.read(ctx); err != nil {
		return nil, err
	}
	cid, ok := x.cids[commitment]
	if !ok {
		return nil, unknownf("commitment %s isn't in the log", commitment)
	}
	return cid, nil
}

// read takes in what was committed since. A commitment's hash covers its CID, so an entry from a block that was reorganised away is
// useless, never wrong.
func (x *index) read(ctx context.Context) error {
	events, _, err := x.log.Next(ctx)
	if err != nil {
		return err
	}
	for _, e := range events {
		if c, ok := e.Data.(chain.Committed); ok {
			x.cids[c.Commitment] = c.Cid
		}
	}
	return nil
}
