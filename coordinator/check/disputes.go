package check

import (
	"fmt"
	"strings"

	"github.com/commonweight/commonweight/coordinator/entity"
	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/chain/bindings"
)

func (d *beside) challenge(e *entity.Challenge) {
	x := view(d, d.at.Disputes, d.disputes.PackChallenge(numberOf(e.Number)), d.disputes.UnpackChallenge)
	d.same("commitment", e.Commitment, x.Commitment)
	d.same("challenger", e.Challenger, x.Challenger)
	d.same("sealHash", e.SealHash, x.SealHash)
	d.same("bond", e.Bond, x.Bond)
	d.same("sealedAt", e.SealedAt, x.SealedAt)
	d.same("openUntil", e.OpenUntil, x.OpenUntil)
	d.same("status", e.Status, enum(e.EntityKind(), "status", x.Status, 1))
	d.same("root", e.Root, x.Root)
	d.same("beneficiary", e.Beneficiary, x.Beneficiary)
	d.same("openedAt", e.OpenedAt, x.OpenedAt)
	d.same("waived", e.Waived, x.Waived)
	d.same("outcome", e.Outcome, enum(e.EntityKind(), "outcome", x.Outcome, 0))
}

func (d *beside) courtCase(e *entity.Case) {
	c := view(d, d.at.Court, d.court.PackCaseOf(d.bytes32(e.ID)), d.court.UnpackCaseOf)
	d.same("run", e.Run, c.Run)
	d.same("openedAt", e.OpenedAt, c.OpenedAt)
	d.same("round", e.Round, c.Round)
	d.same("verdict", e.Verdict, enum(e.EntityKind(), "verdict", c.Verdict, 0))
	d.same("talliedAt", e.TalliedAt, c.TalliedAt)
	d.same("waived", e.Waived, c.Waived)
	d.same("resolvedAt", e.ResolvedAt, c.ResolvedAt)
	d.same("closed", e.ResolvedAt != nil, c.Closed)
}

func (d *beside) round(e *entity.Round) {
	r := view(d, d.at.Court, d.court.PackRoundOf(d.bytes32(e.CourtCase), uint32(e.Round)), d.court.UnpackRoundOf)
	d.same("size", e.Size, r.Size)
	d.same("seedBlock", e.SeedBlock, r.SeedBlock)
	d.same("seed", e.Seed, r.Seed)
	d.same("drawnAt", e.DrawnAt, r.DrawnAt)
	d.same("seats", e.Seats, r.Seats)
	d.same("commitUntil", e.CommitUntil, r.CommitUntil)
	d.same("revealUntil", e.RevealUntil, r.RevealUntil)
	d.same("committed", e.Committed, r.Committed)
	d.same("revealed", e.Revealed, r.Revealed)
	d.same("votes", e.Votes, r.Votes)
	d.same("votesFor", e.VotesFor, r.VotesFor)
}

func (d *beside) juror(e *entity.Juror) {
	s := d.seat(e.ID)
	d.same("settledAt", e.SettledAt != nil, chain.SeatStatus(s.Status) == chain.SeatStatusSettled)
	d.same("ballot", e.Ballot != nil, spell(s.Ballot) != "")
}

func (d *beside) ballot(e *entity.Ballot) {
	s := d.seat(e.ID)
	d.same("hash", e.Hash, s.Ballot)
	d.same("root", e.Root, s.Root)
}

// seat is the contract's view of a seat, by its id: commitment-round-address.
func (d *beside) seat(id string) bindings.Seat {
	parts := strings.Split(id, "-")
	if len(parts) != 3 {
		d.err = fmt.Errorf("the id %q isn't that of a seat", id)
		return bindings.Seat{}
	}
	data := d.court.PackSeat(d.bytes32(parts[0]), uint32(d.number(parts[1])), d.address(parts[2]))
	return view(d, d.at.Court, data, d.court.UnpackSeat)
}

func (d *beside) match(e *entity.Match) {
	g := view(d, d.at.Matches, d.matches.PackGame(numberOf(e.Number)), d.matches.UnpackGame)
	d.same("run", e.Run, g.Run)
	d.same("committer", e.Committer, g.Committer)
	d.same("challenger", e.Challenger, g.Challenger)
	d.same("steps", e.Steps, g.Steps)
	d.same("outcome", e.Outcome, enum(e.EntityKind(), "outcome", g.Outcome, 0))
	d.same("phase", e.Phase, enum(e.EntityKind(), "phase", g.Phase, 0))
	d.same("due", e.Due, enum(e.EntityKind(), "due", g.Due, 0))
	if e.Outcome == entity.OutcomeRunning {
		d.same("deadline", e.Deadline, view(d, d.at.Matches, d.matches.PackDue(numberOf(e.Number)), d.matches.UnpackDue).Deadline)
	}
	d.same("step", e.Step, g.Step)
	if e.Step != nil { // before it, the contract has the window's pre root there
		d.same("agreed", e.Agreed, g.Agreed)
	} else {
		d.same("preRoot", e.PreRoot, g.Agreed)
	}
	d.same("operator", e.Operator, g.Operator)
}

func (d *beside) account(e *entity.Account) {
	d.same("namedKey", e.NamedKey, view(d, d.at.Matches, d.matches.PackKeyOf(d.address(e.ID)), d.matches.UnpackKeyOf))
}

func (d *beside) pledge(e *entity.Pledge) {
	n := numberOf(e.Number)
	if e.Pot != nil {
		p := view(d, d.at.Goals, d.goals.PackPledge(n), d.goals.UnpackPledge)
		d.same("owner", e.Owner, p.Owner)
		d.same("status", e.Status, enum(e.EntityKind(), "status", p.Status, 1))
		r := view(d, d.at.Goals, d.goals.PackReading(n), d.goals.UnpackReading)
		d.same("pot", e.Pot, r.Pot)
		d.same("commitment", e.Commitment, r.Commitment)
		d.same("word", e.Word, r.Word)
		d.same("pledgedAt", e.PledgedAt, r.MadeAt)
		claim := ""
		if r.Against != 0 {
			claim = "goals-" + spell(r.Against)
		}
		d.same("claim", e.Claim, claim)
		return
	}
	p := view(d, d.at.Attention, d.attention.PackPledge(n), d.attention.UnpackPledge)
	d.same("owner", e.Owner, p.Owner)
	d.same("status", e.Status, enum(e.EntityKind(), "status", p.Status, 1))
	a := view(d, d.at.Attention, d.attention.PackAnswer(n), d.attention.UnpackAnswer)
	d.same("run", e.Run, a.Run)
	d.same("commitment", e.Commitment, a.Commitment)
	d.same("sealHash", e.SealHash, a.SealHash)
	d.same("root", e.Root, a.Root)
	d.same("pledgedAt", e.PledgedAt, a.SealedAt)
	d.same("kind", e.Kind == entity.PledgeKindCanary, a.Canary)
	if e.EndedAt == nil {
		d.same("jackpot", e.Jackpot, a.Jackpot)
	}
}

func (d *beside) duel(e *entity.Duel) {
	id := d.number(e.ID)
	of := "attention-"
	x := view(d, d.at.Attention, d.attention.PackDuelOf(id), d.attention.UnpackDuelOf)
	if id >= uint64(chain.FirstGoalDuel) {
		of = "goals-"
		x = view(d, d.at.Goals, d.goals.PackDuelOf(id), d.goals.UnpackDuelOf)
	}
	d.same("left", e.Left, of+spell(x.Left))
	d.same("right", e.Right, of+spell(x.Right))
	d.same("concludedAt", e.ConcludedAt != nil, x.Concluded)
}

func (d *beside) pot(e *entity.GoalPot) {
	id := d.bytes32(e.ID)
	p := view(d, d.at.Goals, d.goals.PackPotAt(id), d.goals.UnpackPotAt)
	d.same("status", e.Status, enum(e.EntityKind(), "status", p.Status, 1))
	d.same("locked", e.Locked, p.Amount)
	d.same("reachedWindow", e.ReachedWindow, p.Window)
	d.same("reachedSteps", e.ReachedSteps, p.Steps)
	g := view(d, d.at.Goals, d.goals.PackGoalOf(id), d.goals.UnpackGoalOf)
	d.same("run", e.Run, g.Run)
	d.same("programRoot", e.ProgramRoot, g.ProgramRoot)
	d.same("datasetRoot", e.DatasetRoot, g.DatasetRoot)
	d.same("target", e.Target, g.Target)
	d.same("token", e.Token, g.Token)
}
