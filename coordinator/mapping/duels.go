package mapping

import (
	"math/big"

	"github.com/commonweight/commonweight/coordinator/entity"
	"github.com/commonweight/commonweight/internal/chain"
)

// Pledges and duels: what the events of Attention and Goals have in common. Pledges are numbered in each contract, so their ids begin with
// its name.
const (
	ofAttention = "attention-"
	ofGoals     = "goals-"
)

// sealedPledge is a new pledge of Attention, of which nobody knows yet what it says. The caller says whose it is, and saves it.
func sealedPledge(e chain.Event, id chain.PledgeID, kind entity.PledgeKind) *entity.Pledge {
	l := newPledge(e, ofAttention, id, kind)
	l.Status = entity.PledgeStatusSealed
	return l
}

func newPledge(e chain.Event, contract string, id chain.PledgeID, kind entity.PledgeKind) *entity.Pledge {
	return &entity.Pledge{
		ID: contract + number(id), Kind: kind, Number: whole(id), Status: entity.PledgeStatusStanding, Jackpot: new(big.Int),
		PledgedAt: whole(e.Time), Pay: new(big.Int), Burned: new(big.Int), ToWinner: new(big.Int), GasRepaid: new(big.Int),
	}
}

// onPledge is the event as a line of a timeline about a pledge.
func onPledge(e chain.Event, name string, l *entity.Pledge) *entity.Activity {
	a := activity(e, name)
	a.Run, a.Commitment, a.Account = new(l.Run), l.Commitment, new(l.Owner)
	return a
}

func startDuel(r *records, e chain.Event, contract string, duel chain.ChallengeID, left, right chain.PledgeID) {
	d := &entity.Duel{
		ID: number(duel), Left: contract + number(left), Right: contract + number(right), Match: number(duel), Outcome: entity.OutcomeRunning,
		StartedAt: whole(e.Time),
	}
	r.save(d)
	a := onPledge(e, "DuelStarted", must[entity.Pledge](r, d.Left))
	a.Match = new(d.ID)
	r.save(a)
}

func concludeDuel(r *records, e chain.Event, duel chain.ChallengeID, outcome entity.Outcome, moot bool) {
	d := must[entity.Duel](r, number(duel))
	d.Outcome = outcome
	d.Moot = moot
	d.ConcludedAt = whole(e.Time)
	r.save(d)
	a := onPledge(e, "DuelConcluded", must[entity.Pledge](r, d.Left))
	a.Match = new(d.ID)
	r.save(a)
}

func defeatPledge(r *records, e chain.Event, id string, gas, reward, burned *big.Int) {
	l := must[entity.Pledge](r, id)
	l.Status = entity.PledgeStatusDefeated
	l.EndedAt = whole(e.Time)
	l.ToWinner = plus(gas, reward)
	l.Burned = burned
	r.save(l)
	a := onPledge(e, "PledgeDefeated", l)
	a.Amount = l.ToWinner
	r.save(a)
}

func repayGas(r *records, e chain.Event, id, to string, gas *big.Int) {
	l := must[entity.Pledge](r, id)
	l.GasRepaid = plus(l.GasRepaid, gas)
	r.save(l)
	a := onPledge(e, "GasRepaid", must[entity.Pledge](r, to))
	a.Amount = gas
	r.save(a)
}
