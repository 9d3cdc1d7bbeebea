package replica

import (
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/ipfs"
	"github.com/commonweight/commonweight/train/checkpoint"
	"github.com/commonweight/commonweight/train/program"
)

// Keep remembers a state of this run, which nobody may change from now on, and returns its root.
func (r *Replica) Keep(s *program.State) chain.Hash {
	root := r.Root(s)
	r.states.keep(root, s)
	return root
}

// Fetch returns the state after a commitment from memory, disk or the commitment's checkpoint, never by recomputing it; genesis for the
// genesis hash. Its root is the commitment's post root. The state is shared: clone it before changing it.
//
// Errors: ErrUnknown.
func (r *Replica) Fetch(ctx context.Context, commitment chain.Hash) (*program.State, error) {
	if commitment == r.genesis {
		return r.genesisState(ctx)
	}
	c, err := r.commitment(ctx, commitment)
	if err != nil {
		return nil, err
	}
	return r.fetch(ctx, commitment, c.PostRoot)
}

func (r *Replica) genesisState(ctx context.Context) (*program.State, error) {
	if s, ok := r.states.remembered(r.run.Facts.GenesisRoot); ok {
		return s, nil
	}
	s, err := genesisOf(ctx, r.store, r.program)
	if err != nil {
		return nil, err
	}
	r.states.keep(r.run.Facts.GenesisRoot, s)
	return s, nil
}

func (r *Replica) fetch(ctx context.Context, commitment, root chain.Hash) (*program.State, error) {
	if s, ok := r.states.remembered(root); ok {
		return s, nil
	}
	s, err := r.bring(ctx, commitment, root)
	if err != nil {
		return nil, err
	}
	r.states.keep(root, s)
	return s, nil
}

// bring reads a state from disk or from the commitment's checkpoint.
func (r *Replica) bring(ctx context.Context, commitment, root chain.Hash) (*program.State, error) {
	if s, ok := r.states.load(r.program, root); ok {
		return s, nil
	}
	cid, err := r.cids.of(ctx, commitment)
	if err != nil {
		return nil, err
	}
	return r.download(ctx, commitment, root, cid)
}

// own is After for a caller who changes the state: fetched for it alone, unless the replica holds it or has to recompute it. To copy a large
// state takes as long as a step.
func (r *Replica) own(ctx context.Context, commitment chain.Hash) (*program.State, error) {
	if commitment != r.genesis {
		c, err := r.commitment(ctx, commitment)
		if err != nil {
			return nil, err
		}
		if _, held := r.states.remembered(c.PostRoot); !held {
			if s, err := r.bring(ctx, commitment, c.PostRoot); err == nil {
				return s, nil
			}
		}
	}
	s, err := r.After(ctx, commitment)
	if err != nil {
		return nil, err
	}
	return s.Clone(), nil
}

// download fetches a commitment's checkpoint and checks its root.
func (r *Replica) download(ctx context.Context, commitment, root chain.Hash, cid ipfs.CID) (*program.State, error) {
	s, err := fetchState(ctx, r.store, r.program, cid)
	if err != nil {
		return nil, unknownf("checkpoint of %s: %w", commitment, err)
	}
	if got := r.Root(s); got != root {
		return nil, unknownf("checkpoint of %s: state root differs: %s on chain, %s by the bytes under %v", commitment, root, got, cid)
	}
	return s, nil
}

// After returns the state after a commitment like Fetch, but where the checkpoint is withheld or wrong it recomputes the state from the
// nearest ancestor that can be had.
//
// Errors: ErrUnknown, also if the recomputed root is another than the commitment's, or if it would take so long that bytes should rather be
// demanded (MissingIn).
func (r *Replica) After(ctx context.Context, commitment chain.Hash) (*program.State, error) {
	var gaps []gap
	at := commitment
	s, err := r.Fetch(ctx, at)
	for errors.Is(err, ErrUnknown) && at != r.genesis && ctx.Err() == nil {
		c, readErr := r.commitment(ctx, at)
		if readErr != nil {
			return nil, readErr
		}
		gaps = append(gaps, gap{at, c})
		at = c.Parent
		s, err = r.Fetch(ctx, at)
	}
	if err != nil {
		return nil, err
	}
	for i := len(gaps) - 1; i >= 0; i-- {
		if err := r.worthwhile(ctx, gaps[:i+1]); err != nil {
			return nil, err
		}
		c := gaps[i]
		if err := r.lacks(ctx, c.Window, c.Steps); err != nil {
			return nil, err
		}
		if s, err = r.Replay(ctx, s, int(c.Steps), nil); err != nil {
			return nil, err
		}
		root := r.Keep(s)
		if root != c.PostRoot {
			return nil, unknownf("the checkpoint of %s can't be had, and recomputing it gives %s instead of %s", c.hash, root, c.PostRoot)
		}
		r.states.save(r.program, root, s)
	}
	return s, nil
}

// Before returns the state that a commitment starts from; see After.
func (r *Replica) Before(ctx context.Context, commitment chain.Hash) (*program.State, error) {
	c, err := r.commitment(ctx, commitment)
	if err != nil {
		return nil, err
	}
	return r.After(ctx, c.Parent)
}

// commitment reads a commitment of this run.
func (r *Replica) commitment(ctx context.Context, hash chain.Hash) (chain.Commitment, error) {
	c, err := r.chain.Commitment(ctx, hash)
	if err != nil {
		return chain.Commitment{}, err
	}
	if !c.Known() || c.Run != r.id {
		return chain.Commitment{}, unknownf("%s is no commitment of run %d", hash, r.id)
	}
	cid, err := r.cids.raw(ctx, hash)
	if err != nil {
		return chain.Commitment{}, err
	}
	return c, r.genuine(hash, c, cid)
}

// genuine compares what the node tells of a commitment with its hash: on a node's word alone nobody is accused and nothing is bonded.
//
// Errors: ErrUnknown.
func (r *Replica) genuine(hash chain.Hash, c chain.Commitment, cid []byte) error {
	if got := r.chain.CommitmentHash(c.Run, c.Parent, c.Window, c.Steps, c.PostRoot, cid, c.Committer, c.Fence); got != hash {
		return unknownf("the node's account of commitment %s has the hash %s", hash, got)
	}
	return nil
}

// Publish stores the checkpoint of a state, reads it back as a stranger would, and returns its root and CID.
//
// Errors: ErrUnknown if what comes back isn't the state.
func (r *Replica) Publish(ctx context.Context, s *program.State) (chain.Hash, ipfs.CID, error) {
	reader, writer := io.Pipe()
	go func() { writer.CloseWithError(checkpoint.Write(writer, r.program, s)) }()
	cid, err := r.store.Put(ctx, reader)
	reader.Close()
	if err != nil {
		return chain.Hash{}, ipfs.CID{}, fmt.Errorf("publish a checkpoint: %w", err)
	}
	back, err := fetchState(ctx, r.store, r.program, cid)
	if err != nil {
		return chain.Hash{}, ipfs.CID{}, unknownf("the checkpoint just published as %v can't be read back: %w", cid, err)
	}
	root := r.Root(s)
	if got := r.Root(back); got != root {
		return chain.Hash{}, ipfs.CID{}, unknownf("the checkpoint just published as %v has root %s instead of %s", cid, got, root)
	}
	return root, cid, nil
}
