package mapping

import (
	"bytes"
	"math/big"
	"strconv"

	"github.com/commonweight/commonweight/coordinator/entity"
	"github.com/commonweight/commonweight/internal/chain"
)

func court(r *records, e chain.Event) bool {
	switch d := e.Data.(type) {
	case chain.CaseOpened:
		handleCaseOpened(r, e, d)
	case chain.RoundBegun:
		handleRoundBegun(r, e, d)
	case chain.JuryDrawn:
		handleJuryDrawn(r, e, d)
	case chain.BallotCommitted:
		handleBallotCommitted(r, e, d)
	case chain.BallotRevealed:
		handleBallotRevealed(r, e, d)
	case chain.BallotLeaked:
		handleBallotLeaked(r, e, d)
	case chain.Tallied:
		handleTallied(r, e, d)
	case chain.CommitterWaived:
		handleCommitterWaived(r, e, d)
	case chain.Resolved:
		handleResolved(r, e, d)
	case chain.SeatSettled:
		handleSeatSettled(r, e, d)
	default:
		return false
	}
	return true
}

func roundID(commitment chain.Hash, round uint32) string {
	return text(commitment[:]) + "-" + strconv.FormatUint(uint64(round), 10)
}

func seatID(commitment chain.Hash, round uint32, juror chain.Address) string {
	return roundID(commitment, round) + "-" + text(juror[:])
}

// onCase is the event as a line of a timeline about a case.
func onCase(e chain.Event, name string, k *entity.Case) *entity.Activity {
	a := activity(e, name)
	a.Run, a.Commitment = new(k.Run), new(k.Commitment)
	return a
}

// onSeat is the same about a juror.
func onSeat(e chain.Event, name string, j *entity.Juror) *entity.Activity {
	a := activity(e, name)
	a.Run, a.Commitment, a.Account = new(j.Run), new(j.CourtCase), new(j.Validator)
	return a
}

// appealUntil is one appeal window after now.
func appealUntil(r *records, e chain.Event, k *entity.Case) *big.Int {
	return plus(whole(e.Time), big.NewInt(int64(must[entity.Run](r, k.Run).AppealSeconds)))
}

func handleCaseOpened(r *records, e chain.Event, d chain.CaseOpened) {
	c := must[entity.Commitment](r, text(d.Commitment[:]))
	c.CourtCase = new(c.ID)
	r.save(c)
	p := protocol(r)
	p.Cases++
	r.save(p)
	k := &entity.Case{ID: c.ID, Commitment: c.ID, Run: number(d.Run), OpenedAt: whole(e.Time), Verdict: entity.VerdictUndecided}
	r.save(k)
	r.save(onCase(e, "CaseOpened", k))
}

func handleRoundBegun(r *records, e chain.Event, d chain.RoundBegun) {
	k := must[entity.Case](r, text(d.Commitment[:]))
	k.Round = int32(d.Round)
	r.save(k)
	r.save(&entity.Round{
		ID: roundID(d.Commitment, d.Round), CourtCase: k.ID, Round: int32(d.Round), Size: int32(d.Size), SeedBlock: whole(d.SeedBlock),
		BegunAt: whole(e.Time), Verdict: entity.VerdictUndecided,
	})
	r.save(onCase(e, "RoundBegun", k))
}

func handleJuryDrawn(r *records, e chain.Event, d chain.JuryDrawn) {
	k := must[entity.Case](r, text(d.Commitment[:]))
	t := must[entity.Round](r, roundID(d.Commitment, d.Round))
	run := must[entity.Run](r, k.Run)
	t.Seed = d.Seed[:]
	t.DrawnAt = whole(e.Time)
	t.Seats = int32(len(d.Jurors))
	if t.Seats > 0 {
		t.CommitUntil = whole(d.CommitUntil)
		t.RevealUntil = whole(d.RevealUntil)
	}
	r.save(t)
	for _, juror := range d.Jurors {
		v := must[entity.Validator](r, text(juror[:]))
		v.Seats++
		r.save(v)
		r.save(&entity.Juror{
			ID: seatID(d.Commitment, d.Round, juror), CourtCase: k.ID, Round: t.ID, Run: k.Run, Validator: v.ID, DrawnAt: t.DrawnAt,
			Stake: run.SeatStake, Fee: new(big.Int), Burned: new(big.Int),
		})
	}
	r.save(onCase(e, "JuryDrawn", k))
}

func handleBallotCommitted(r *records, e chain.Event, d chain.BallotCommitted) {
	j := must[entity.Juror](r, seatID(d.Commitment, d.Round, d.Juror))
	t := must[entity.Round](r, j.Round)
	v := must[entity.Validator](r, j.Validator)
	j.Ballot = new(j.ID)
	r.save(j)
	r.save(&entity.Ballot{
		ID: j.ID, Juror: j.ID, CourtCase: j.CourtCase, Validator: j.Validator, Hash: d.Ballot[:], CommittedAt: whole(e.Time),
	})
	t.Committed++
	if d.RevealFrom != 0 { // it was the last
		from := whole(d.RevealFrom)
		t.RevealUntil = plus(from, minus(t.RevealUntil, t.CommitUntil))
		t.CommitUntil = from
	}
	r.save(t)
	v.Committed++
	r.save(v)
	r.save(onSeat(e, "BallotCommitted", j))
}

// abstain is named by who abstains.
var abstain = bytes.Repeat([]byte{0xff}, 32)

func handleBallotRevealed(r *records, e chain.Event, d chain.BallotRevealed) {
	j := must[entity.Juror](r, seatID(d.Commitment, d.Round, d.Juror))
	b := must[entity.Ballot](r, j.ID)
	t := must[entity.Round](r, j.Round)
	v := must[entity.Validator](r, j.Validator)
	c := must[entity.Commitment](r, j.CourtCase)
	b.RevealedAt = whole(e.Time)
	b.Root = d.Root[:]
	r.save(b)
	t.Revealed++
	if !bytes.Equal(d.Root[:], abstain) {
		t.Votes++
		if bytes.Equal(d.Root[:], c.PostRoot) {
			t.VotesFor++
		}
	}
	r.save(t)
	v.Revealed++
	r.save(v)
	r.save(onSeat(e, "BallotRevealed", j))
}

func handleBallotLeaked(r *records, e chain.Event, d chain.BallotLeaked) {
	j := must[entity.Juror](r, seatID(d.Commitment, d.Round, d.Juror))
	b := must[entity.Ballot](r, j.ID)
	t := must[entity.Round](r, j.Round)
	v := must[entity.Validator](r, j.Validator)
	reporter := account(r, d.Reporter, e)
	b.LeakedBy = new(reporter.ID)
	r.save(b)
	j.SettledAt = whole(e.Time)
	j.Burned = d.Burned
	r.save(j)
	t.Committed--
	r.save(t)
	v.Settled++
	r.save(v)
	a := onSeat(e, "BallotLeaked", j)
	a.Amount = plus(d.ToReporter, d.Burned)
	r.save(a)
}

func handleTallied(r *records, e chain.Event, d chain.Tallied) {
	k := must[entity.Case](r, text(d.Commitment[:]))
	t := must[entity.Round](r, roundID(d.Commitment, d.Round))
	t.TalliedAt = whole(e.Time)
	t.Verdict = spelled(d.Verdict, verdicts...)
	t.Votes = int32(d.Votes)
	t.VotesFor = int32(d.VotesFor)
	r.save(t)
	// The larger jury is awaited, unless no jury could be seated.
	if d.Round > 1 || t.Verdict != entity.VerdictNoMajority || d.Seats == 0 {
		k.TalliedAt = whole(e.Time)
		k.Verdict = t.Verdict
		k.AppealUntil = appealUntil(r, e, k)
		r.save(k)
	}
	r.save(onCase(e, "Tallied", k))
}

func handleCommitterWaived(r *records, e chain.Event, d chain.CommitterWaived) {
	k := must[entity.Case](r, text(d.Commitment[:]))
	k.Waived = true
	r.save(k)
	a := onCase(e, "CommitterWaived", k)
	a.Account = new(account(r, d.Committer, e).ID)
	r.save(a)
}

func handleResolved(r *records, e chain.Event, d chain.Resolved) {
	k := must[entity.Case](r, text(d.Commitment[:]))
	k.Verdict = spelled(d.Verdict, verdicts...)
	k.ResolvedAt = whole(e.Time)
	r.save(k)
	r.save(onCase(e, "Resolved", k))
}

func handleSeatSettled(r *records, e chain.Event, d chain.SeatSettled) {
	j := must[entity.Juror](r, seatID(d.Commitment, d.Round, d.Juror))
	v := must[entity.Validator](r, j.Validator)
	j.SettledAt = whole(e.Time)
	j.Fee = d.Fee
	j.Burned = d.Burned
	r.save(j)
	v.Settled++
	v.Fees = plus(v.Fees, d.Fee)
	r.save(v)
	a := onSeat(e, "SeatSettled", j)
	a.Amount = d.Fee
	r.save(a)
}
