package mapping

import (
	"math/big"

	"github.com/commonweight/commonweight/coordinator/entity"
	"github.com/commonweight/commonweight/internal/chain"
)

func goals(r *records, e chain.Event) bool {
	switch d := e.Data.(type) {
	case chain.GoalLocked:
		handleLocked(r, e, d)
	case chain.GoalClaimed:
		handleClaimed(r, e, d)
	case chain.GoalContested:
		handleContested(r, e, d)
	case chain.ReadingSettled:
		handleReadingSettled(r, e, d)
	case chain.GoalReached:
		handleReached(r, e, d)
	case chain.GoalPulled:
		handlePulled(r, e, d)
	case chain.TakenBack:
		handleTakenBack(r, e, d)
	case chain.DuelStarted:
		startDuel(r, e, ofGoals, d.Duel, d.Left, d.Right)
	case chain.DuelConcluded:
		concludeDuel(r, e, d.Duel, spelled(d.Outcome, outcomes...), d.Moot)
	case chain.PledgeLost:
		defeatPledge(r, e, ofGoals+number(d.Pledge), d.Gas, d.Reward, d.Burned)
	case chain.GasRepaid:
		repayGas(r, e, ofGoals+number(d.Pledge), ofGoals+number(d.To), d.Gas)
	default:
		return false
	}
	return true
}

// onPot is the event as a line of a timeline about a pot.
func onPot(e chain.Event, name string, p *entity.GoalPot) *entity.Activity {
	a := activity(e, name)
	a.Run = new(p.Run)
	return a
}

func handleLocked(r *records, e chain.Event, d chain.GoalLocked) {
	id := text(d.Pot[:])
	p := load[entity.GoalPot](r, id)
	if p == nil {
		p = &entity.GoalPot{
			ID: id, Run: number(d.Goal.Run), ProgramRoot: d.Goal.ProgramRoot[:], DatasetRoot: d.Goal.DatasetRoot[:],
			Target: whole(d.Goal.Target), Token: d.Goal.Token[:], Locked: new(big.Int), Pulled: new(big.Int), TakenBack: new(big.Int),
			Status: entity.PotStatusOpen,
		}
	}
	p.Locked = plus(p.Locked, d.Amount)
	r.save(p)
	flow(r, e, "Locked", p, d.By, d.Amount, d.Amount, nil)
}

// flow is money that went into a pot or, where it is negative, out of it.
func flow(r *records, e chain.Event, name string, p *entity.GoalPot, who chain.Address, signed, amount, window *big.Int) {
	by := account(r, who, e)
	r.save(&entity.GoalLock{ID: eventID(e), Pot: p.ID, Account: by.ID, Amount: signed, Window: window, At: whole(e.Time)})
	a := onPot(e, name, p)
	a.Account, a.Amount = new(by.ID), amount
	r.save(a)
}

func handleClaimed(r *records, e chain.Event, d chain.GoalClaimed) {
	p := must[entity.GoalPot](r, text(d.Pot[:]))
	l := newPledge(e, ofGoals, d.Pledge, entity.PledgeKindClaim)
	l.Run = p.Run
	l.Commitment = new(text(d.Commitment[:]))
	l.Owner = account(r, d.Owner, e).ID
	l.Word = whole(d.Word)
	l.Pot = new(p.ID)
	l.Until = whole(d.Until)
	r.save(l)
	r.save(onPledge(e, "Claimed", l))
}

func handleContested(r *records, e chain.Event, d chain.GoalContested) {
	claim := must[entity.Pledge](r, ofGoals+number(d.Claim))
	l := newPledge(e, ofGoals, d.Pledge, entity.PledgeKindContest)
	l.Run = claim.Run
	l.Commitment = claim.Commitment
	l.Owner = account(r, d.Owner, e).ID
	l.Word = whole(d.Word)
	l.Pot = claim.Pot
	l.Claim = new(claim.ID)
	r.save(l)
	a := onPledge(e, "Contested", l)
	a.Match = new(number(d.Duel))
	r.save(a)
}

func handleReadingSettled(r *records, e chain.Event, d chain.ReadingSettled) {
	l := must[entity.Pledge](r, ofGoals+number(d.Pledge))
	l.Status = entity.PledgeStatusSettled
	l.EndedAt = whole(e.Time)
	r.save(l)
	r.save(onPledge(e, "ReadingSettled", l))
}

func handleReached(r *records, e chain.Event, d chain.GoalReached) {
	p := must[entity.GoalPot](r, text(d.Pot[:]))
	l := must[entity.Pledge](r, ofGoals+number(d.Pledge))
	p.Status = entity.PotStatusReached
	p.ReachedBy = new(l.ID)
	p.ReachedWindow = whole(d.Window)
	p.ReachedSteps = whole(d.Steps)
	p.ReachedAt = whole(e.Time)
	r.save(p)
	a := onPot(e, "Reached", p)
	a.Commitment, a.Account, a.Amount = l.Commitment, new(l.Owner), d.Amount
	r.save(a)
}

func handlePulled(r *records, e chain.Event, d chain.GoalPulled) {
	p := must[entity.GoalPot](r, text(d.Pot[:]))
	p.Pulled = plus(p.Pulled, d.Amount)
	r.save(p)
	flow(r, e, "Pulled", p, d.Committer, new(big.Int).Neg(d.Amount), d.Amount, whole(d.Window))
}

func handleTakenBack(r *records, e chain.Event, d chain.TakenBack) {
	p := must[entity.GoalPot](r, text(d.Pot[:]))
	p.Status = entity.PotStatusReturned
	p.TakenBack = plus(p.TakenBack, d.Amount)
	r.save(p)
	flow(r, e, "TakenBack", p, d.By, new(big.Int).Neg(d.Amount), d.Amount, nil)
}
