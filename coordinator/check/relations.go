package check

import (
	"math/big"

	"github.com/commonweight/commonweight/coordinator/entity"
	"github.com/commonweight/commonweight/internal/chain"
)

// of finds what a reference names; nil where it isn't there, which references tells.
func of[T any, P interface {
	*T
	entity.Entity
}](g *graph, id string) P {
	e, _ := g.entities[P(new(T)).EntityKind()][id].(P)
	return e
}

// relate compares an entity with what follows from the ones that it names.
func (g *graph) relate(e entity.Entity) {
	switch e := e.(type) {
	case *entity.Run:
		windows := new(big.Int).Add(e.TotalSteps, big.NewInt(int64(e.WindowSteps)-1))
		g.equal(e, "windows", e.Windows, windows.Div(windows, big.NewInt(int64(e.WindowSteps))))
	case *entity.Lease:
		g.equal(e, "attention", e.Attention, chain.AuditReserve(e.Reward))
		g.equal(e, "endedAt is known", e.EndedAt != nil, e.Status != entity.LeaseStatusHeld)
		if e.Status == entity.LeaseStatusHeld || e.Status == entity.LeaseStatusCommitted || e.Status == entity.LeaseStatusEnded {
			g.equal(e, "burned", e.Burned, nil)
		}
	case *entity.Commitment:
		g.commitment(e)
	case *entity.Challenge:
		g.challenge(e)
	case *entity.ArithmeticOpening:
		if m := of[entity.Match](g, e.Match); m != nil {
			g.equal(e, "openedAt", e.OpenedAt, m.StartedAt)
		}
	case *entity.Case:
		g.appeal(e)
	case *entity.Round:
		g.equal(e, "verdict", string(e.Verdict), string(verdict(e)))
		if k := of[entity.Case](g, e.CourtCase); k != nil && k.TalliedAt != nil && k.Round == e.Round {
			g.equal(e, "talliedAt", e.TalliedAt, k.TalliedAt)
		}
	case *entity.Juror:
		if run := of[entity.Run](g, e.Run); run != nil {
			g.equal(e, "stake", e.Stake, run.SeatStake)
		}
		if r := of[entity.Round](g, e.Round); r != nil {
			g.equal(e, "drawnAt", e.DrawnAt, r.DrawnAt)
		}
	case *entity.Match:
		g.match(e)
	case *entity.Duel:
		if m := of[entity.Match](g, e.Match); m != nil {
			g.equal(e, "startedAt", e.StartedAt, m.StartedAt)
			if e.ConcludedAt != nil && !e.Moot {
				g.equal(e, "outcome", string(e.Outcome), string(m.Outcome))
			}
		}
	case *entity.Pledge:
		if e.EndedAt == nil {
			g.equal(e, "what it has come to", total(e.Pay, e.Burned, e.ToWinner, e.GasRepaid), nil)
		}
		if run := of[entity.Run](g, e.Run); run != nil && e.Kind == entity.PledgeKindClaim {
			g.equal(e, "until", e.Until, after(e.PledgedAt, run.ChallengeSeconds))
		}
	case *entity.Demand:
		if c := of[entity.Commitment](g, e.Commitment); c != nil {
			g.equal(e, "status is Open", e.Status == entity.DemandStatusOpen, c.Demand != nil && *c.Demand == e.ID)
		}
	case *entity.Reward:
		if c := of[entity.Commitment](g, e.Commitment); c != nil {
			g.equal(e, "window", e.Window, c.Window)
			g.equal(e, "at", e.At, c.FinalisedAt)
			g.equal(e, "account", e.Account, c.Committer)
		}
		if run := of[entity.Run](g, e.Run); run != nil {
			g.equal(e, "token", e.Token, run.RewardToken)
		}
	case *entity.Asset:
		g.asset(e)
	}
}

func after(time *big.Int, seconds int32) *big.Int {
	return new(big.Int).Add(time, big.NewInt(int64(seconds)))
}

// commitment: its times and its bond, as far as they follow.
func (g *graph) commitment(e *entity.Commitment) {
	run := of[entity.Run](g, e.Run)
	if run == nil {
		return
	}
	g.equal(e, "challengeUntil", e.ChallengeUntil, after(e.CommittedAt, run.ChallengeSeconds))
	g.equal(e, "firstStep", e.FirstStep, new(big.Int).Mul(e.Window, big.NewInt(int64(run.WindowSteps))))
	g.equal(e, "finalisedAt is known", e.FinalisedAt != nil, e.Status == entity.CommitmentStatusFinalised)
	left := e.Status == entity.CommitmentStatusRejected || e.Status == entity.CommitmentStatusVoided || e.Mark == entity.MarkTalliedAgainst
	g.equal(e, "leftHeadAt is known", e.LeftHeadAt != nil, left)
	proper := new(big.Int)
	if e.SettledAt != nil {
		fee := new(big.Int).Mul(run.JurorFee, big.NewInt(int64(run.Jury+run.LargerJury)))
		proper.Sub(e.Bond, fee)
	}
	g.equal(e, "what the bond was shared out to", total(e.ToCommitter, e.ToChallengers, e.ToVoided, e.Burned), proper)
}

func total(parts ...*big.Int) *big.Int {
	sum := new(big.Int)
	for _, part := range parts {
		sum.Add(sum, part)
	}
	return sum
}

func (g *graph) challenge(e *entity.Challenge) {
	if e.SettledAt == nil {
		g.equal(e, "what it has come to", total(e.ToChallenger, e.ToBeneficiary, e.ToCommitter, e.Burned), nil)
	}
	m := of[entity.Match](g, e.ID)
	if m == nil {
		return
	}
	g.equal(e, "root", e.Root, m.ChallengerRoot)
	if e.Outcome != entity.OutcomeVoid && e.Outcome != entity.OutcomeDismissed && e.ConcludedAt != nil {
		g.equal(e, "outcome", string(e.Outcome), string(m.Outcome))
	}
}

// appeal: one window after the tally or the newest opening.
func (g *graph) appeal(e *entity.Case) {
	run := of[entity.Run](g, e.Run)
	if run == nil || e.TalliedAt == nil {
		return
	}
	from := e.TalliedAt
	for _, x := range g.entities[entity.KindChallenge] {
		if x := x.(*entity.Challenge); x.Commitment == e.Commitment && x.OpenedAt != nil && x.OpenedAt.Cmp(from) > 0 {
			from = x.OpenedAt
		}
	}
	g.equal(e, "appealUntil", e.AppealUntil, after(from, run.AppealSeconds))
}

// verdict is what a round's ballots come to.
func verdict(r *entity.Round) entity.Verdict {
	switch {
	case r.TalliedAt == nil:
		return entity.VerdictUndecided
	case r.Votes == 0 || 2*r.Votes < r.Size:
		return entity.VerdictNoMajority
	case 2*r.VotesFor > r.Votes:
		return entity.VerdictStands
	case 2*(r.Votes-r.VotesFor) > r.Votes:
		return entity.VerdictFalls
	}
	return entity.VerdictNoMajority
}

// match: what a match began from is what the two sides claim, and it ended as the last line of its log says.
func (g *graph) match(e *entity.Match) {
	g.equal(e, "endedAt is known", e.EndedAt != nil, e.Phase == entity.PhaseEnded)
	if last := of[entity.Move](g, lineID(e, e.Moves)); last != nil && e.EndedAt != nil && e.EndedIn != nil {
		g.equal(last, "kind", string(last.Kind), string(entity.MoveKindEnded))
		g.equal(e, "endedAt", e.EndedAt, last.At)
		g.equal(e, "endedIn", string(*e.EndedIn), string(last.Phase))
		g.equal(e, "truth", e.Truth, last.Value)
	}
	if e.Challenge == nil {
		return
	}
	x := of[entity.Challenge](g, *e.Challenge)
	if x == nil {
		return
	}
	if c := of[entity.Commitment](g, x.Commitment); c != nil {
		g.equal(e, "preRoot", e.PreRoot, c.PreRoot)
		g.equal(e, "committerRoot", e.CommitterRoot, c.PostRoot)
		g.equal(e, "steps", e.Steps, c.Steps)
		g.equal(e, "committer", e.Committer, c.Committer)
	}
}

func (g *graph) asset(e *entity.Asset) {
	run := of[entity.Run](g, e.Run)
	if run == nil {
		return
	}
	if e.Commitment == nil {
		g.equal(e, "kind", string(e.Kind), string(entity.AssetKindRunSpec))
		g.equal(e, "cid", e.CID, run.SpecCID)
		g.equal(e, "root", e.Root, run.SpecHash)
		g.equal(e, "at", e.At, run.CreatedAt)
		return
	}
	c := of[entity.Commitment](g, *e.Commitment)
	if c == nil {
		return
	}
	next := new(big.Int).Add(c.Window, big.NewInt(1))
	due := new(big.Int).Mod(next, big.NewInt(int64(run.KeyFrameEvery))).Sign() == 0 || next.Cmp(run.Windows) == 0
	g.equal(e, "kind", string(e.Kind), string(entity.AssetKindCheckpoint))
	g.equal(e, "cid", e.CID, c.CID)
	g.equal(e, "root", e.Root, c.PostRoot)
	g.equal(e, "window", e.Window, c.Window)
	g.equal(e, "at", e.At, c.CommittedAt)
	g.equal(e, "keyFrame", e.KeyFrame, due)
	g.equal(e, "final", e.Final, c.Status == entity.CommitmentStatusFinalised)
}
