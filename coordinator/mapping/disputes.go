package mapping

import (
	"math/big"

	"github.com/commonweight/commonweight/coordinator/entity"
	"github.com/commonweight/commonweight/internal/chain"
)

func disputes(r *records, e chain.Event) bool {
	switch d := e.Data.(type) {
	case chain.Sealed:
		handleSealed(r, e, d)
	case chain.Opened:
		handleOpened(r, e, d)
	case chain.Lapsed:
		handleLapsed(r, e, d)
	case chain.ArithmeticOpened:
		handleArithmeticOpened(r, e, d)
	case chain.Concluded:
		handleConcluded(r, e, d)
	case chain.ChallengeDismissed:
		handleChallengeDismissed(r, e, d)
	case chain.ChallengerWaived:
		handleChallengerWaived(r, e, d)
	case chain.Nominated:
		handleNominated(r, e, d)
	case chain.ChallengeSettled:
		handleChallengeSettled(r, e, d)
	default:
		return false
	}
	return true
}

// onChallenge is the event as a line of a timeline about a challenge.
func onChallenge(e chain.Event, name string, x *entity.Challenge) *entity.Activity {
	a := activity(e, name)
	a.Run, a.Commitment, a.Challenge, a.Account = new(x.Run), new(x.Commitment), new(x.ID), new(x.Challenger)
	return a
}

func handleSealed(r *records, e chain.Event, d chain.Sealed) {
	c := must[entity.Commitment](r, text(d.Commitment[:]))
	run := must[entity.Run](r, c.Run)
	was := isDisputed(c)
	c.Challenges++
	c.Unopened++
	c.Unsettled++
	countDisputed(run, was, c)
	r.save(c)
	r.save(run)
	who := account(r, d.Challenger, e)
	who.Challenges++
	r.save(who)
	p := protocol(r)
	p.Challenges++
	r.save(p)

	x := &entity.Challenge{
		ID: number(d.Challenge), Number: whole(d.Challenge), Commitment: c.ID, Run: c.Run, Challenger: who.ID, SealHash: d.SealHash[:],
		Bond: d.Bond, SealedAt: whole(e.Time), OpenUntil: whole(d.OpenUntil), Status: entity.ChallengeStatusSealed, Outcome: entity.OutcomeNone,
		ToChallenger: new(big.Int), ToBeneficiary: new(big.Int), ToCommitter: new(big.Int), Burned: new(big.Int),
	}
	r.save(x)
	a := onChallenge(e, "Sealed", x)
	a.Amount = d.Bond
	r.save(a)
}

func handleOpened(r *records, e chain.Event, d chain.Opened) {
	x := must[entity.Challenge](r, number(d.Challenge))
	x.Status = entity.ChallengeStatusOpened
	x.Root = d.Root[:]
	x.Beneficiary = new(account(r, d.Beneficiary, e).ID)
	x.OpenedAt = whole(e.Time)
	r.save(x)
	c := must[entity.Commitment](r, x.Commitment)
	c.Unopened--
	r.save(c)
	if k := load[entity.Case](r, x.Commitment); k != nil && k.TalliedAt != nil {
		k.AppealUntil = appealUntil(r, e, k)
		r.save(k)
	}
	r.save(onChallenge(e, "Opened", x))
}

func handleLapsed(r *records, e chain.Event, d chain.Lapsed) {
	x := must[entity.Challenge](r, number(d.Challenge))
	x.Status = entity.ChallengeStatusLapsed
	x.SettledAt = whole(e.Time)
	x.ToChallenger = minus(x.Bond, d.Burned)
	x.Burned = d.Burned
	r.save(x)
	c := must[entity.Commitment](r, x.Commitment)
	c.Unopened--
	endChallenge(r, c)
	a := onChallenge(e, "Lapsed", x)
	a.Amount = d.Burned
	r.save(a)
}

// endChallenge counts a challenge against the commitment as settled, and saves it.
func endChallenge(r *records, c *entity.Commitment) {
	run := must[entity.Run](r, c.Run)
	was := isDisputed(c)
	c.Unsettled--
	countDisputed(run, was, c)
	r.save(c)
	r.save(run)
}

func handleArithmeticOpened(r *records, e chain.Event, d chain.ArithmeticOpened) {
	x := must[entity.Challenge](r, number(d.Challenge))
	x.Outcome = entity.OutcomeRunning
	x.Waived = false
	x.Arithmetic = new(x.ID)
	r.save(x)
	by := account(r, d.By, e)
	r.save(&entity.ArithmeticOpening{
		ID: x.ID, Challenge: x.ID, Commitment: x.Commitment, Run: x.Run, By: by.ID, OpenedAt: whole(e.Time), Tx: e.Tx[:], Match: x.ID,
	})
	a := onChallenge(e, "ArithmeticOpened", x)
	a.Match, a.Account = new(x.ID), new(by.ID)
	r.save(a)
}

func handleConcluded(r *records, e chain.Event, d chain.Concluded) {
	x := must[entity.Challenge](r, number(d.Challenge))
	x.Outcome = spelled(d.Outcome, outcomes...)
	x.ConcludedAt = whole(e.Time)
	r.save(x)
	a := onChallenge(e, "Concluded", x)
	a.Match = new(x.ID)
	r.save(a)
}

func handleChallengeDismissed(r *records, e chain.Event, d chain.ChallengeDismissed) {
	x := must[entity.Challenge](r, number(d.Challenge))
	x.Outcome = entity.OutcomeDismissed
	x.Waived = false
	x.ConcludedAt = whole(e.Time)
	r.save(x)
	a := onChallenge(e, "ChallengeDismissed", x)
	a.Account = new(account(r, d.By, e).ID)
	r.save(a)
}

func handleChallengerWaived(r *records, e chain.Event, d chain.ChallengerWaived) {
	x := must[entity.Challenge](r, number(d.Challenge))
	x.Waived = true
	r.save(x)
	r.save(onChallenge(e, "ChallengerWaived", x))
}

func handleNominated(r *records, e chain.Event, d chain.Nominated) {
	x := must[entity.Challenge](r, number(d.Challenge))
	x.NominatedRoot = d.Root[:]
	r.save(x)
	r.save(onChallenge(e, "Nominated", x))
}

func handleChallengeSettled(r *records, e chain.Event, d chain.ChallengeSettled) {
	x := must[entity.Challenge](r, number(d.Challenge))
	x.Status = spelled(d.Status, challengeStatuses...)
	x.SettledAt = whole(e.Time)
	x.ToChallenger = d.ToChallenger
	x.ToBeneficiary = d.ToBeneficiary
	x.ToCommitter = d.ToCommitter
	x.Burned = d.Burned
	r.save(x)
	endChallenge(r, must[entity.Commitment](r, x.Commitment))
	who := must[entity.Account](r, x.Challenger)
	if x.Status == entity.ChallengeStatusWon {
		who.ChallengesWon++
	}
	if x.Status == entity.ChallengeStatusDefeated {
		who.ChallengesLost++
	}
	r.save(who)
	a := onChallenge(e, "ChallengeSettled", x)
	a.Amount = d.ToChallenger
	r.save(a)
}
