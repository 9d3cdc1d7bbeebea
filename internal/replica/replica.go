package replica

import (
	"context"
	"errors"
	"time"

	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/ipfs"
	"github.com/commonweight/commonweight/train/program"
)

// ErrUnknown says that this machine can't tell: bytes are missing, a root differs, the machine contradicts itself. It is no evidence
// against anybody.
var ErrUnknown = errors.New("unknown")

// Options are what a replica needs to know about this machine.
type Options struct {
	Dir     string // payloads and states, content-addressed; agents of one machine may share it
	Engine  string // "auto", "avx512", "avx2", "portable"
	Threads int    // 0 takes all cores
}

// Replica is a verified copy of one run.
//
// Concurrency: safe for any number of goroutines; one of them computes at a time.
type Replica struct {
	program *program.Program
	payload []byte
}

// Open reads the run from the chain, fetches what it names and checks all of it.
//
// Errors: ErrUnknown, naming the root that differs or the bytes that are missing.
func Open(ctx context.Context, c *chain.Client, store ipfs.Store, run uint64, o Options) (*Replica, error) {
	return nil, errors.ErrUnsupported
}

// Close stops the engines and unmaps the dataset.
func (r *Replica) Close() error { return nil }

// Program is the run's step. Its Spec is the run's RunSpec.
func (r *Replica) Program() *program.Program { return r.program }

// Payload is the dataset.
func (r *Replica) Payload() []byte { return r.payload }

// Genesis is the hash that stands for a commitment below window 0.
func (r *Replica) Genesis() chain.Hash { return chain.Hash{} }

// Root returns the state root of a state of this run.
func (r *Replica) Root(s *program.State) chain.Hash { return chain.Hash{} }

// StepTime is how long one step takes here: the slowest of the last few. 0 before the first step.
func (r *Replica) StepTime() time.Duration { return 0 }

// Measure takes one step from genesis and throws it away, so that StepTime is known.
func (r *Replica) Measure(ctx context.Context) error { return nil }

// After returns a copy of the state after a commitment of this run, or genesis for the genesis hash. Its root is the commitment's post root.
//
// Errors: ErrUnknown.
func (r *Replica) After(ctx context.Context, commitment chain.Hash) (*program.State, error) {
	return nil, errors.ErrUnsupported
}

// Fetch returns a copy of the state after a commitment, from memory, disk or the commitment's checkpoint, but never by recomputing it.
//
// Errors: ErrUnknown.
func (r *Replica) Fetch(ctx context.Context, commitment chain.Hash) (*program.State, error) {
	return nil, errors.ErrUnsupported
}

// Step is called after each step of a replay with the state as it is then; it must not keep or change it.
type Step func(s *program.State) error

// Replay takes steps from pre, on the options' engine, and returns the state after them. Pre stays as it is. After may be nil.
func (r *Replica) Replay(ctx context.Context, pre *program.State, steps int, after Step) (*program.State, error) {
	return nil, errors.ErrUnsupported
}

// ReplaySecond does the same on an engine that shares no code path with the first.
func (r *Replica) ReplaySecond(ctx context.Context, pre *program.State, steps int, after Step) (*program.State, error) {
	return nil, errors.ErrUnsupported
}
