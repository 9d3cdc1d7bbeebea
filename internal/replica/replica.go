package replica

import (
	"context"
	"errors"
	"time"

	"github.com/commonweight/commonweight/fraudproof/trace"
	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/ipfs"
	"github.com/commonweight/commonweight/train/dataset"
	"github.com/commonweight/commonweight/train/program"
)

// Options are what a replica needs to know about this machine.
type Options struct {
	Dir     string // payloads and states, content-addressed; agents of one machine may share it
	Engine  string // "auto", "avx512", "avx2", "portable"
	Threads int    // 0 takes all cores
}

// Replica is a verified copy of one run.
//
// Concurrency: safe for any number of goroutines; each of the two engines takes one step at a time.
type Replica struct {
	chain   *chain.Client
	store   ipfs.Store
	id      chain.RunID
	run     chain.Run
	genesis chain.Hash
	program *program.Program
	payload *dataset.Payload
	states  states
	cids    *index

	first, second *machine
}

// Close stops the engines and unmaps the dataset.
func (r *Replica) Close() error {
	return errors.Join(r.first.close(), r.second.close(), r.payload.Close())
}

// ID is the run's number on chain.
func (r *Replica) ID() chain.RunID { return r.id }

// Run is what the chain says about the run, all of it checked.
func (r *Replica) Run() chain.Run { return r.run }

// Program is the run's step. Its Spec is the run's RunSpec.
func (r *Replica) Program() *program.Program { return r.program }

// Payload is the dataset.
func (r *Replica) Payload() []byte { return r.payload.Bytes() }

// Genesis is the hash that stands for a commitment below window 0.
func (r *Replica) Genesis() chain.Hash { return r.genesis }

// Root returns the state root of a state of this run.
func (r *Replica) Root(s *program.State) chain.Hash { return rootOf(r.program, s) }

func rootOf(p *program.Program, s *program.State) chain.Hash {
	return chain.Hash(trace.StateRoot(p, s))
}

// Engines are the names of the engine that computes and of the one that is asked for a second opinion.
func (r *Replica) Engines() (first, second string) {
	return r.first.engine.Name(), r.second.engine.Name()
}

// StepTime is how long a step takes on the first engine: the mean of the last few, whoever asked for them. 0 before the first.
func (r *Replica) StepTime() time.Duration { return r.first.mean() }

// SecondStepTime is the same on the second engine.
func (r *Replica) SecondStepTime() time.Duration { return r.second.mean() }

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
