package chain

import (
	"context"
	"math/big"
)

// Phase is where a case is.
type Phase uint8

const (
	PhaseNone Phase = iota
	PhaseEvidence
	PhaseCommit
	PhaseReveal
	PhaseTally
	PhaseAppeal
	PhaseClosed
)

func (p Phase) String() string {
	return name(p, "none", "evidence", "commit", "reveal", "tally", "appeal", "closed")
}

// Verdict is what came out of a case.
type Verdict uint8

const (
	VerdictUndecided Verdict = iota
	VerdictStands
	VerdictFalls
	VerdictNoMajority
	VerdictVoid    // the commitment was voided, or rejected for an unanswered demand, first
	VerdictCleared // arithmetic defeated every challenge after a tally against the commitment
)

func (v Verdict) String() string {
	return name(v, "undecided", "stands", "falls", "no majority", "void", "cleared")
}

// SeatStatus is where a seat is.
type SeatStatus uint8

const (
	SeatStatusEmpty SeatStatus = iota
	SeatStatusSeated
	SeatStatusCommitted
	SeatStatusVoted
	SeatStatusAbstained
	SeatStatusSettled
)

func (s SeatStatus) String() string {
	return name(s, "empty", "seated", "committed", "voted", "abstained", "settled")
}

// Case is what a court knows about one commitment. Times are block times, 0 before they happened.
type Case struct {
	Run         RunID
	OpenedAt    uint64
	FrozenAt    uint64
	CommitUntil uint64 // last moment of CommitBallot
	RevealUntil uint64 // last moment of Reveal
	TalliedAt   uint64
	ResolvedAt  uint64
	Seats       uint16
	Committed   uint16 // ballots
	Revealed    uint16 // ballots, abstentions included
	Votes       uint16 // ballots that name a root
	VotesFor    uint16 // ballots that name the commitment's root
	Verdict     Verdict
	Closed      bool
	SeatStake   *big.Int // wei
	SeatFee     *big.Int // wei, what a right ballot earns
	Seed        Hash     // bound into every ballot
}

// Seat is a juror's place in a case.
type Seat struct {
	Status SeatStatus
	Ballot Hash
	Root   Hash // once revealed
}

// CaseOf returns the case of a commitment, all zero if there is none.
func (c *Client) CaseOf(ctx context.Context, commitment Hash) (Case, error) {
	p := parsed().court
	x, err := read(ctx, c, "read the case of "+commitment.Hex(), c.deployment.Court, p.PackCaseOf(commitment), p.UnpackCaseOf)
	if err != nil {
		return Case{}, err
	}
	return Case{
		Run: RunID(x.Run), OpenedAt: x.OpenedAt, FrozenAt: x.FrozenAt, CommitUntil: x.CommitUntil, RevealUntil: x.RevealUntil,
		TalliedAt: x.TalliedAt, ResolvedAt: x.ResolvedAt, Seats: x.Seats, Committed: x.Committed, Revealed: x.Revealed, Votes: x.Votes,
		VotesFor: x.VotesFor, Verdict: Verdict(x.Verdict), Closed: x.Closed, SeatStake: x.SeatStake, SeatFee: x.SeatFee, Seed: x.Seed,
	}, nil
}

// Phase returns where the case of a commitment is at the newest block.
func (c *Client) Phase(ctx context.Context, commitment Hash) (Phase, error) {
	p := parsed().court
	x, err := read(ctx, c, "read the phase of "+commitment.Hex(), c.deployment.Court, p.PackPhase(commitment), p.UnpackPhase)
	return Phase(x), err
}

// Outcome returns the verdict that has taken effect; VerdictUndecided until the case is closed.
func (c *Client) Outcome(ctx context.Context, commitment Hash) (Verdict, error) {
	p := parsed().court
	x, err := read(ctx, c, "read the outcome of "+commitment.Hex(), c.deployment.Court, p.PackOutcome(commitment), p.UnpackOutcome)
	return Verdict(x), err
}

// Jurors returns who was seated.
func (c *Client) Jurors(ctx context.Context, commitment Hash) ([]Address, error) {
	p := parsed().court
	return read(ctx, c, "read the jurors of "+commitment.Hex(), c.deployment.Court, p.PackJurors(commitment), p.UnpackJurors)
}

// Seat returns a juror's seat; its status is SeatStatusEmpty if there is none.
func (c *Client) Seat(ctx context.Context, commitment Hash, juror Address) (Seat, error) {
	p := parsed().court
	s, err := read(ctx, c, "read a seat of "+commitment.Hex(), c.deployment.Court, p.PackSeat(commitment, juror), p.UnpackSeat)
	if err != nil {
		return Seat{}, err
	}
	return Seat{Status: SeatStatus(s.Status), Ballot: s.Ballot, Root: s.Root}, nil
}

// Freeze ends the evidence phase and seats the jury; by anyone.
//
// Errors: RevertErrors NotYet while a seal can still be opened, WrongPhase.
func (a *Account) Freeze(ctx context.Context, commitment Hash) (*Receipt, error) {
	return a.transact(ctx, "freeze the case of "+commitment.Hex(), a.deployment.Court, parsed().court.PackFreeze(commitment))
}

// CommitBallot commits the account's ballot, see BallotHash. Keep root and salt safe before: without them it can't be revealed.
//
// Errors: RevertErrors WrongPhase, WrongSeat.
func (a *Account) CommitBallot(ctx context.Context, commitment, ballot Hash) (*Receipt, error) {
	return a.transact(ctx, "commit a ballot on "+commitment.Hex(), a.deployment.Court, parsed().court.PackCommitBallot(commitment, ballot))
}

// Reveal reveals a ballot; by anyone who knows it.
//
// Errors: RevertErrors WrongPhase, WrongSeat, WrongBallot.
func (a *Account) Reveal(ctx context.Context, commitment Hash, juror Address, root, salt Hash) (*Receipt, error) {
	return a.transact(ctx, "reveal a ballot on "+commitment.Hex(), a.deployment.Court, parsed().court.PackReveal(commitment, juror, root, salt))
}

// ReportLeak shows another's ballot while ballots are still being committed.
func (a *Account) ReportLeak(ctx context.Context, commitment Hash, juror Address, root, salt Hash) (*Receipt, error) {
	return a.transact(ctx, "report a leaked ballot on "+commitment.Hex(), a.deployment.Court, parsed().court.PackReportLeak(commitment, juror, root, salt))
}

// Tally counts the ballots when all have acted or the time is up; by anyone. If the commitment falls, the head moves at once.
func (a *Account) Tally(ctx context.Context, commitment Hash) (*Receipt, error) {
	return a.transact(ctx, "tally the case of "+commitment.Hex(), a.deployment.Court, parsed().court.PackTally(commitment))
}

// Resolve lets the verdict take effect after the appeal window, or closes the case of a voided commitment; by anyone.
func (a *Account) Resolve(ctx context.Context, commitment Hash) (*Receipt, error) {
	return a.transact(ctx, "resolve the case of "+commitment.Hex(), a.deployment.Court, parsed().court.PackResolve(commitment))
}

// SettleSeat settles a seat of a closed case; by anyone.
//
// Errors: RevertErrors NotYet, WrongSeat, WrongPhase.
func (a *Account) SettleSeat(ctx context.Context, commitment Hash, juror Address) (*Receipt, error) {
	return a.transact(ctx, "settle a seat of "+commitment.Hex(), a.deployment.Court, parsed().court.PackSettleSeat(commitment, juror))
}
