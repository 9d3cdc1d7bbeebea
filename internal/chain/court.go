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
	PhaseDraw
	PhaseCommit
	PhaseReveal
	PhaseTally
	PhaseAppeal
	PhaseClosed
)

func (p Phase) String() string {
	return name(p, "none", "evidence", "draw", "commit", "reveal", "tally", "appeal", "closed")
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
	Run        RunID
	OpenedAt   uint64
	DrawFrom   uint64 // the block whose weights juries are drawn by
	Round      uint32 // 0 before evidence is frozen, then 1, and 2 for the larger jury
	TalliedAt  uint64 // the last time
	ResolvedAt uint64
	Votes      uint16 // ballots of all rounds that name a root
	Verdict    Verdict
	Closed     bool
	Waived     bool     // the commitment fell, and its committer has given up the appeal
	SeatStake  *big.Int // wei
	SeatFee    *big.Int // wei, what a right ballot earns
}

// Round is one jury and its ballots. Times are block times, 0 before they are known.
type Round struct {
	SeedBlock   uint64 // the block whose seed draws the jury, see SeedAt
	DrawnAt     uint64
	CommitUntil uint64 // last moment of CommitBallot
	RevealUntil uint64 // last moment of Reveal
	Size        uint16 // seats the jury should have
	Seats       uint16 // jurors seated
	Committed   uint16 // ballots
	Revealed    uint16 // ballots, abstentions included
	Votes       uint16 // ballots that name a root
	VotesFor    uint16 // ballots that name the commitment's root
	Seed        Hash   // bound into every ballot; zero before the draw
}

// Seat is a juror's place in a round of a case.
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
		Run: RunID(x.Run), OpenedAt: x.OpenedAt, DrawFrom: x.DrawFrom, Round: x.Round, TalliedAt: x.TalliedAt, ResolvedAt: x.ResolvedAt,
		Votes: x.Votes, Verdict: Verdict(x.Verdict), Closed: x.Closed, Waived: x.Waived, SeatStake: x.SeatStake, SeatFee: x.SeatFee,
	}, nil
}

// RoundOf returns round 1 or 2 of a case, all zero if it hasn't begun.
func (c *Client) RoundOf(ctx context.Context, commitment Hash, round uint32) (Round, error) {
	p := parsed().court
	x, err := read(ctx, c, "read a round of "+commitment.Hex(), c.deployment.Court, p.PackRoundOf(commitment, round), p.UnpackRoundOf)
	if err != nil {
		return Round{}, err
	}
	return Round{
		SeedBlock: x.SeedBlock, DrawnAt: x.DrawnAt, CommitUntil: x.CommitUntil, RevealUntil: x.RevealUntil, Size: x.Size, Seats: x.Seats,
		Committed: x.Committed, Revealed: x.Revealed, Votes: x.Votes, VotesFor: x.VotesFor, Seed: x.Seed,
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

// Jurors returns who was seated in a round.
func (c *Client) Jurors(ctx context.Context, commitment Hash, round uint32) ([]Address, error) {
	p := parsed().court
	return read(ctx, c, "read the jurors of "+commitment.Hex(), c.deployment.Court, p.PackJurors(commitment, round), p.UnpackJurors)
}

// Seat returns a juror's seat in a round; its status is SeatStatusEmpty if there is none.
func (c *Client) Seat(ctx context.Context, commitment Hash, round uint32, juror Address) (Seat, error) {
	p := parsed().court
	s, err := read(ctx, c, "read a seat of "+commitment.Hex(), c.deployment.Court, p.PackSeat(commitment, round, juror), p.UnpackSeat)
	if err != nil {
		return Seat{}, err
	}
	return Seat{Status: SeatStatus(s.Status), Ballot: s.Ballot, Root: s.Root}, nil
}

// Freeze ends the evidence phase and asks the beacon for a jury; by anyone.
//
// Errors: RevertErrors NotYet while a seal can still be opened, WrongPhase.
func (a *Account) Freeze(ctx context.Context, commitment Hash) (*Receipt, error) {
	return a.transact(ctx, "freeze the case of "+commitment.Hex(), a.deployment.Court, parsed().court.PackFreeze(commitment))
}

// Draw seats the jury of the round once the beacon knows its seed; by anyone.
//
// Errors: RevertErrors NotYet while it doesn't, WrongPhase.
func (a *Account) Draw(ctx context.Context, commitment Hash) (*Receipt, error) {
	return a.transact(ctx, "draw the jury of "+commitment.Hex(), a.deployment.Court, parsed().court.PackDraw(commitment))
}

// CommitBallot commits the account's ballot, see BallotHash. Keep root and salt safe before: without them it can't be revealed.
//
// Errors: RevertErrors WrongPhase, WrongSeat.
func (a *Account) CommitBallot(ctx context.Context, commitment, ballot Hash) (*Receipt, error) {
	return a.transact(ctx, "commit a ballot on "+commitment.Hex(), a.deployment.Court, parsed().court.PackCommitBallot(commitment, ballot))
}

// CommitBallotFor commits a ballot that another signed: SignedBallotHash by its key, or by EIP-1271 if it is a contract.
//
// Errors: RevertErrors WrongSignature, WrongPhase, WrongSeat.
func (a *Account) CommitBallotFor(ctx context.Context, commitment Hash, juror Address, ballot Hash, signature []byte) (*Receipt, error) {
	return a.transact(ctx, "commit the ballot of "+juror.Hex()+" on "+commitment.Hex(), a.deployment.Court,
		parsed().court.PackCommitBallotFor(commitment, juror, ballot, signature))
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

// Waive gives up the appeal of the account's own commitment, which was tallied to fall.
//
// Errors: RevertErrors NotLoser, WrongPhase.
func (a *Account) Waive(ctx context.Context, commitment Hash) (*Receipt, error) {
	return a.transact(ctx, "waive the appeal of "+commitment.Hex(), a.deployment.Court, parsed().court.PackWaive(commitment))
}

// Resolve lets the verdict take effect after the appeal window or its waiver, or closes the case of a voided commitment; by anyone.
func (a *Account) Resolve(ctx context.Context, commitment Hash) (*Receipt, error) {
	return a.transact(ctx, "resolve the case of "+commitment.Hex(), a.deployment.Court, parsed().court.PackResolve(commitment))
}

// SettleSeat settles a seat of a closed case; by anyone.
//
// Errors: RevertErrors NotYet, WrongSeat, WrongPhase.
func (a *Account) SettleSeat(ctx context.Context, commitment Hash, round uint32, juror Address) (*Receipt, error) {
	return a.transact(ctx, "settle a seat of "+commitment.Hex(), a.deployment.Court, parsed().court.PackSettleSeat(commitment, round, juror))
}
