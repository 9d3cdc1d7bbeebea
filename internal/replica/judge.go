package replica

import (
	"context"

	"github.com/commonweight/commonweight/internal/chain"
)

// Answer is what this machine says about a commitment.
type Answer uint8

// The answers; 0 is none.
const (
	Agree Answer = 1 + iota
	Disagree
	Unknown
)

func (a Answer) String() string {
	switch a {
	case Agree:
		return "agree"
	case Disagree:
		return "disagree"
	case Unknown:
		return "unknown"
	}
	return "none"
}

// Verdict is an answer and its grounds.
type Verdict struct {
	Answer  Answer
	Root    chain.Hash // what this machine computed; 0 if it couldn't
	Claimed chain.Hash // the commitment's post root
	Reason  string     // one line for people
	Missing *Missing   // what could be demanded to know; nil if nothing
}

// Judge replays a commitment from its own pre root. Disagree means that two engines without a common code path found the same other root.
// Whatever goes wrong, also a cancelled context, is Unknown.
func (r *Replica) Judge(ctx context.Context, commitment chain.Hash) Verdict {
	v, err := r.judge(ctx, commitment)
	if err != nil {
		return Verdict{Answer: Unknown, Claimed: v.Claimed, Reason: err.Error(), Missing: MissingIn(err)}
	}
	return v
}

func (r *Replica) judge(ctx context.Context, commitment chain.Hash) (Verdict, error) {
	c, err := r.commitment(ctx, commitment)
	if err != nil {
		return Verdict{}, err
	}
	v := Verdict{Claimed: c.PostRoot}
	if err := r.lacks(ctx, c.Window, c.Steps); err != nil {
		return v, err
	}
	pre, err := r.After(ctx, c.Parent)
	if err != nil {
		return v, err
	}
	post, err := r.Replay(ctx, pre, int(c.Steps), nil)
	if err != nil {
		return v, err
	}
	return r.compare(ctx, c.Window, pre, c.Steps, r.Keep(post), c.PostRoot)
}
