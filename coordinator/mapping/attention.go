package mapping

import (
	"github.com/commonweight/commonweight/coordinator/entity"
	"github.com/commonweight/commonweight/internal/chain"
)

func attention(r *records, e chain.Event) bool {
	switch d := e.Data.(type) {
	case chain.AuditorsDrawn:
		handleAuditorsDrawn(r, e, d)
	case chain.AuditSealed:
		handleAuditSealed(r, e, d)
	case chain.CanaryPlanted:
		handleCanaryPlanted(r, e, d)
	case chain.AnswerOpened:
		handleAnswerOpened(r, e, d)
	case chain.AnswerLapsed:
		handleAnswerLapsed(r, e, d)
	case chain.AnswerSettled:
		handleAnswerSettled(r, e, d)
	case chain.JackpotPaid:
		handleJackpotPaid(r, e, d)
	case chain.BudgetReclaimed:
		handleBudgetReclaimed(r, e, d)
	case chain.AuditDuelStarted:
		startDuel(r, e, ofAttention, d.Duel, d.Left, d.Right)
	case chain.AuditDuelConcluded:
		concludeDuel(r, e, d.Duel, spelled(d.Outcome, outcomes...), d.Moot)
	case chain.AnswerDefeated:
		defeatPledge(r, e, ofAttention+number(d.Pledge), d.Gas, d.Reward, d.Burned)
	case chain.AnswerGasRepaid:
		repayGas(r, e, ofAttention+number(d.Pledge), ofAttention+number(d.To), d.Gas)
	default:
		return false
	}
	return true
}

func handleAuditorsDrawn(r *records, e chain.Event, d chain.AuditorsDrawn) {
	c := must[entity.Commitment](r, text(d.Commitment[:]))
	c.Auditors = [][]byte{}
	for _, auditor := range d.Auditors {
		c.Auditors = append(c.Auditors, auditor[:])
	}
	r.save(c)
	a := activity(e, "AuditorsDrawn")
	a.Run, a.Commitment = new(c.Run), new(c.ID)
	r.save(a)
}

func handleAuditSealed(r *records, e chain.Event, d chain.AuditSealed) {
	c := must[entity.Commitment](r, text(d.Commitment[:]))
	l := sealedPledge(e, d.Pledge, entity.PledgeKindAudit)
	l.Run = c.Run
	l.Commitment = new(c.ID)
	l.Owner = account(r, d.Auditor, e).ID
	l.SealHash = d.SealHash[:]
	r.save(l)
	r.save(onPledge(e, "AuditSealed", l))
}

func handleCanaryPlanted(r *records, e chain.Event, d chain.CanaryPlanted) {
	l := sealedPledge(e, d.Pledge, entity.PledgeKindCanary)
	l.Run = number(d.Run)
	l.Owner = account(r, d.Planter, e).ID
	l.SealHash = d.SealHash[:]
	l.Jackpot = d.Jackpot
	r.save(l)
	a := onPledge(e, "CanaryPlanted", l)
	a.Amount = d.Jackpot
	r.save(a)
}

func handleAnswerOpened(r *records, e chain.Event, d chain.AnswerOpened) {
	l := must[entity.Pledge](r, ofAttention+number(d.Pledge))
	l.Commitment = new(text(d.Commitment[:]))
	l.Status = entity.PledgeStatusStanding
	l.Root = d.Root[:]
	l.OpenedAt = whole(e.Time)
	r.save(l)
	r.save(onPledge(e, "AnswerOpened", l))
}

func handleAnswerLapsed(r *records, e chain.Event, d chain.AnswerLapsed) {
	l := must[entity.Pledge](r, ofAttention+number(d.Pledge))
	l.Status = entity.PledgeStatusLapsed
	l.EndedAt = whole(e.Time)
	l.Burned = d.Burned
	r.save(l)
	a := onPledge(e, "AnswerLapsed", l)
	a.Amount = d.Burned
	r.save(a)
}

// A canary that can't count any more tells its commitment only now.
func handleAnswerSettled(r *records, e chain.Event, d chain.AnswerSettled) {
	l := must[entity.Pledge](r, ofAttention+number(d.Pledge))
	l.Commitment = new(text(d.Commitment[:]))
	l.Status = entity.PledgeStatusSettled
	l.EndedAt = whole(e.Time)
	l.Pay = d.Pay
	r.save(l)
	a := onPledge(e, "AnswerSettled", l)
	a.Amount = d.Pay
	r.save(a)
}

func handleJackpotPaid(r *records, e chain.Event, d chain.JackpotPaid) {
	l := must[entity.Pledge](r, ofAttention+number(d.Pledge))
	l.JackpotShares = int32(d.Auditors)
	r.save(l)
	a := onPledge(e, "JackpotPaid", l)
	a.Amount = d.Jackpot
	r.save(a)
}

func handleBudgetReclaimed(r *records, e chain.Event, d chain.BudgetReclaimed) {
	a := activity(e, "BudgetReclaimed")
	a.Run, a.Account = new(number(d.Run)), new(account(r, d.Owner, e).ID)
	a.Amount = d.Amount
	r.save(a)
}
