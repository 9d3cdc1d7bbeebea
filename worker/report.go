package worker

import (
	"fmt"
	"log/slog"
	"math/big"
	"time"

	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/ipfs"
)

// Reporter is told what happens, for displays. It is called from several goroutines and must not block.
type Reporter interface {
	Report(Event)
}

// Event is one of the structs below. Its String is one line for people.
type Event interface {
	fmt.Stringer
	worker()
}

// Waiting says why nothing is being computed. It comes once per reason.
type Waiting struct{ Reason string }

// Acquired says that the lease is ours.
type Acquired struct {
	Window, Fence uint64
	Deadline      uint64   // block time
	Bond          *big.Int // wei
	Resumed       bool     // it was ours already when the worker started
}

// Stepped says that a step of the window is done.
type Stepped struct {
	Window, Step uint64 // the step's number in the run, from 0
	Loss, Norm   float32
	Took         time.Duration
}

// Published says that the state after the window is stored and was read back.
type Published struct {
	Window uint64
	Root   chain.Hash
	CID    ipfs.CID
}

// Committed says that the window is on chain and is the head.
type Committed struct {
	Window     uint64
	Commitment chain.Hash
	Root       chain.Hash
}

// Proved says that every step of the window is proved: it needs no challenge period of its own. Trouble, if not empty, says why it isn't, and
// that it goes the usual way.
type Proved struct {
	Window     uint64
	Commitment chain.Hash
	Took       time.Duration
	Trouble    string
}

// Finalised says that a window of ours became final: bond and reward are credited.
type Finalised struct {
	Window     uint64
	Commitment chain.Hash
	Reward     *big.Int // in units of the reward token
}

// VotedOut says that a tally went against a window of ours: it left the head.
type VotedOut struct {
	Window     uint64
	Commitment chain.Hash
}

// Voided says that a window of ours stood on one that was voted out. Its bond returns whole.
type Voided struct {
	Window     uint64
	Commitment chain.Hash
}

// Defended says what was done in a match over a window of ours, or (Alert) why it can't be.
type Defended struct {
	Commitment chain.Hash
	Gas        uint64
	Alert      bool
	Text       string
}

// Ended says that the lease is over without a commitment, and why.
type Ended struct {
	Window uint64
	Reason string
}

// Left says that the worker was stopped in the middle of a window, which it will resume if it is started again before Deadline.
type Left struct {
	Window   uint64
	Deadline uint64        // block time
	For      time.Duration // from now to the last moment at which a start still makes sense
}

// Earned says that credit was withdrawn from the Vault.
type Earned struct{ Amount *big.Int } // wei

func (Waiting) worker()   {}
func (Acquired) worker()  {}
func (Stepped) worker()   {}
func (Published) worker() {}
func (Committed) worker() {}
func (Proved) worker()    {}
func (Finalised) worker() {}
func (VotedOut) worker()  {}
func (Voided) worker()    {}
func (Defended) worker()  {}
func (Ended) worker()     {}
func (Left) worker()      {}
func (Earned) worker()    {}

func (e Waiting) String() string { return "waiting: " + e.Reason }

func (e Acquired) String() string {
	if e.Resumed {
		return fmt.Sprintf("window %d: the lease is still ours, going on", e.Window)
	}
	return fmt.Sprintf("window %d: lease %d taken, bond %s", e.Window, e.Fence, chain.Coins(e.Bond))
}

func (e Stepped) String() string {
	return fmt.Sprintf("window %d: step %d, loss %.4f, norm %.3f, %s", e.Window, e.Step, e.Loss, e.Norm, e.Took.Round(time.Millisecond))
}

func (e Published) String() string {
	return fmt.Sprintf("window %d: state %s published as %v", e.Window, e.Root, e.CID)
}

func (e Committed) String() string {
	return fmt.Sprintf("window %d: committed as %s", e.Window, e.Commitment)
}

func (e Proved) String() string {
	if e.Trouble != "" {
		return fmt.Sprintf("window %d: not proved, it waits out its challenge period: %s", e.Window, e.Trouble)
	}
	return fmt.Sprintf("window %d: proved in %s, it needs no challenge period", e.Window, e.Took.Round(time.Millisecond))
}

func (e Finalised) String() string {
	return fmt.Sprintf("window %d: final, reward %s and bond credited", e.Window, chain.Coins(e.Reward))
}

func (e VotedOut) String() string {
	return fmt.Sprintf("window %d: voted out", e.Window)
}

func (e Voided) String() string {
	return fmt.Sprintf("window %d: voided with the one below it, the bond returns whole", e.Window)
}

func (e Defended) String() string { return e.Text }

func (e Ended) String() string { return fmt.Sprintf("window %d: lease over: %s", e.Window, e.Reason) }

func (e Left) String() string {
	return fmt.Sprintf("window %d: left unfinished; start the worker again within %s and it goes on, after that part of the bond burns",
		e.Window, e.For.Round(time.Second))
}

func (e Earned) String() string { return "withdrawn: " + chain.Coins(e.Amount) }

// toLog is the reporter of a worker that has none.
type toLog struct{ log *slog.Logger }

func (t toLog) Report(e Event) { t.log.Info(e.String()) }

// Meter is told how long each phase of a window took: compute and confirm (the second opinion) take one step, publish stores the state and reads it
// back, save writes the journal. It must not block.
type Meter interface {
	Took(phase string, took time.Duration)
}

// unmeasured is the meter of a worker that has none.
type unmeasured struct{}

func (unmeasured) Took(string, time.Duration) {}
