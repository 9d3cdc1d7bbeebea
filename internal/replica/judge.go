package replica

import (
	"context"

	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/train/program"
)

// Answer is what this machine says about a commitment.
type Answer uint8

// The answers; 0 is none.
const (
	Agree Answer = 1 + iota
	Disagree
	Unknown
)

// Verdict is an answer and its grounds.
type Verdict struct {
	Answer  Answer
	Root    chain.Hash // what this machine computed; 0 if it couldn't
	Claimed chain.Hash // the commitment's post root
	Reason  string     // one line for people
}

// Judge replays a commitment from its own pre root. Disagree means that two engines without a common code path found the same other root.
// A cancelled context is Unknown.
func (r *Replica) Judge(ctx context.Context, commitment chain.Hash) Verdict { return Verdict{Answer: Unknown} }

// History is the window of one commitment, step by step.
type History struct {
	First   uint64       // number of the first step
	Roots   []chain.Hash // entry 0 is the pre root
	Losses  []float32    // one for each step
	Claimed chain.Hash   // the commitment's post root
	Post    *program.State
}

// History replays a commitment's window on the options' engine and hashes every step.
//
// Errors: ErrUnknown.
func (r *Replica) History(ctx context.Context, commitment chain.Hash) (*History, error) {
	return nil, nil
}

// Difference is the first word in which two states differ.
type Difference struct {
	Tensor       string // with its section, "h.0.attn.c_attn.weight (first moment)"
	Element      int    // row-major
	Own, Claimed uint32 // bit patterns
}

// Differ compares a state with the checkpoint of the commitment that claims another root. ErrUnknown if that isn't available.
func (r *Replica) Differ(ctx context.Context, own *program.State, commitment chain.Hash) (Difference, error) {
	return Difference{}, nil
}
