package replica

import (
	"context"
	"errors"

	"github.com/commonweight/commonweight/fraudproof/merkle"
	"github.com/commonweight/commonweight/fraudproof/trace"
	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/ipfs"
	"github.com/commonweight/commonweight/train/program"
)

// Options are what a replica needs to know about this machine.
type Options struct {
	Dir     string // payloads and states, content-addressed; agents of one machine may share it
	Engine  string // "auto", "avx512", "avx2", "portable"
	Threads int    // 0 takes all cores
	Proofs  Proofs // checks the key of a run whose steps can be proved; nil: such a run is unknown
	Partial bool   // go on where no store gives the dataset: windows that read what isn't here are unknown
}

// Proofs checks what a run says of the key that its steps are proved by: that its constraint system is the program's, and that its setup's transcript
// makes that key. (Circuits belong to another room.)
//
// Errors: what is wrong with it. The run is unknown then: with a bad key anything can be proved.
type Proofs func(ctx context.Context, p *program.Program, registered chain.Proofs) error

// Replica is a verified copy of one run.
//
// Concurrency: safe for any number of goroutines; each of the two engines takes one step at a time.
type Replica struct {
	chain   *chain.Client
	store   ipfs.Store
	id      chain.RunID
	run     chain.Run
	genesis chain.Hash
	states  states
	cids    *index

	bench      bench
	evaluation evaluation
	*workshop
}

// Close stops the engines and unmaps the dataset.
func (r *Replica) Close() error {
	return errors.Join(r.bench.close(), r.evaluation.close(), r.workshop.Close())
}

// ID is the run's number on chain.
func (r *Replica) ID() chain.RunID { return r.id }

// Run is what the chain says about the run, all of it checked.
func (r *Replica) Run() chain.Run { return r.run }

// hash is what the run's trees are made with.
func (r *Replica) hash() merkle.Function { return trace.HashOf(r.program.Spec) }

// HistoryRoot returns the root of a window of n steps from its n+1 state roots.
func (r *Replica) HistoryRoot(states []chain.Hash) chain.Hash {
	roots := make([]merkle.Hash, len(states))
	for i, root := range states {
		roots[i] = merkle.Hash(root)
	}
	return chain.Hash(r.hash().ListRoot(merkle.KindSteps, roots))
}

// Genesis is the hash that stands for a commitment below window 0.
func (r *Replica) Genesis() chain.Hash { return r.genesis }

// Measure takes a step from genesis on each engine and throws it away, so that both step times are known.
func (r *Replica) Measure(ctx context.Context) error {
	genesis, err := r.After(ctx, r.genesis)
	if err != nil {
		return err
	}
	if _, err := r.Replay(ctx, genesis, 1, nil); err != nil {
		return err
	}
	_, err = r.ReplaySecond(ctx, genesis, 1, nil)
	return err
}
