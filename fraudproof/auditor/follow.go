package auditor

import (
	"context"
	"maps"
	"slices"

	"github.com/commonweight/commonweight/fraudproof/match"
	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/player"
)

// follow makes the move that is due on one of the account's answers.
func (a *auditor) follow(ctx context.Context, p *pledge) (moved bool, err error) {
	answer, state, err := a.config.Account.Answer(ctx, p.id)
	if err != nil {
		return false, err
	}
	switch state.Status {
	case chain.PledgeSealed, chain.PledgeStanding:
		p.over = 0
	default:
		if p.over == 0 {
			p.over = a.config.Account.Latest().Number
			a.ended(p, state)
		}
		return false, nil
	}
	t, err := a.termsOf(ctx, answer.Run)
	if err != nil {
		return false, err
	}
	if p.canary && p.commitment == (chain.Hash{}) {
		if err := a.recognise(ctx, p, t, answer.SealedAt); err != nil {
			return false, err
		}
		if p.commitment == (chain.Hash{}) {
			return a.lapse(ctx, p, t, answer.SealedAt)
		}
	}
	c, err := a.config.Account.Commitment(ctx, p.commitment)
	if err != nil {
		return false, err
	}
	status, err := a.config.Account.Status(ctx, p.commitment)
	if err != nil {
		return false, err
	}
	if state.Status == chain.PledgeSealed {
		return a.open(ctx, p, t, c, status, answer)
	}
	return a.stand(ctx, p, t, c, status, answer.Root)
}

// open opens an answer in its time, and takes home one that can't count any more.
func (a *auditor) open(ctx context.Context, p *pledge, t *terms, c chain.Commitment, status chain.Status, answer chain.Answer) (moved bool, err error) {
	now := a.config.Account.Now()
	sealUntil, openUntil, canaryUntil := t.times(c)
	after, until := sealUntil, openUntil
	if p.canary {
		after, until = openUntil, canaryUntil
	}
	gone := status == chain.StatusRejected || status == chain.StatusVoided
	switch {
	case gone && !p.canary:
		return a.settle(ctx, p)
	case !gone && now <= after:
		return false, nil
	case !gone && now > until:
		a.alert(p.run, p.commitment, "an answer wasn't opened in time: a tenth of its bond will burn")
		return a.settle(ctx, p)
	}
	f, known := a.find(ctx, p.run, p.commitment)
	if !known {
		return false, nil
	}
	if p.canary {
		if a.canary(p.commitment, f.root) != p.sealHash {
			a.alert(p.run, p.commitment, "a canary can't be opened: this machine computes another history than when it was planted")
			return false, nil
		}
		_, err = a.config.Account.OpenCanary(ctx, p.id, p.commitment, f.root, a.salt(p.commitment))
	} else {
		if a.config.Account.AuditSealHash(p.commitment, a.self, f.root) != p.sealHash {
			a.alert(p.run, p.commitment, "an answer can't be opened: this machine computes another history than when it was sealed")
			return false, nil
		}
		_, err = a.config.Account.OpenAudit(ctx, p.id, f.root)
	}
	if chain.IsRevert(err) {
		return false, nil // somebody was faster, or the next block is the first in time
	}
	if err != nil {
		return false, err
	}
	a.report(Event{Kind: Opened, Run: p.run, Commitment: p.commitment, Pledge: p.id})
	return true, nil
}

// lapse ends a canary whose window this machine doesn't find again, when its time is over: most of the bond comes back.
func (a *auditor) lapse(ctx context.Context, p *pledge, t *terms, sealedAt uint64) (bool, error) {
	if a.config.Account.Now() <= sealedAt+uint64(t.run.Clocks.Challenge)+2*uint64(t.run.Clocks.Open) {
		return false, nil
	}
	a.alert(p.run, p.sealHash, "a canary of this account's isn't known any more: a tenth of its bond burns")
	return a.settle(ctx, p)
}

// stand meets whoever contradicts an answer, and settles it when nobody does.
func (a *auditor) stand(ctx context.Context, p *pledge, t *terms, c chain.Commitment, status chain.Status, root chain.Hash) (moved bool, err error) {
	switch status {
	case chain.StatusPending:
		return false, nil
	case chain.StatusFinalised:
	default:
		return a.settle(ctx, p)
	}
	moved, err = a.meet(ctx, p, root)
	if moved || err != nil {
		return moved, err
	}
	if _, _, until := t.times(c); a.config.Account.Now() <= until {
		return false, nil
	}
	return a.settle(ctx, p)
}

// settle tries to end an answer; a refusal means that it isn't due.
func (a *auditor) settle(ctx context.Context, p *pledge) (bool, error) {
	receipt, err := a.config.Account.SettleAnswer(ctx, p.id)
	if chain.IsRevert(err) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	if a.book.pledges[p.id] == nil {
		return true, nil // another's
	}
	e := Event{Kind: Settled, Run: p.run, Commitment: p.commitment, Pledge: p.id, Fee: receipt.Fee}
	if settled, err := chain.EventOf[chain.AnswerSettled](receipt); err == nil {
		e.Amount = settled.Pay
	}
	a.report(e)
	return true, nil
}

// meet plays the answer's duels, and starts one with each answer that contradicts it.
func (a *auditor) meet(ctx context.Context, p *pledge, root chain.Hash) (moved bool, err error) {
	for other, said := range a.book.opened[p.commitment] {
		if said == root {
			continue
		}
		_, state, err := a.config.Account.Answer(ctx, other)
		if err != nil {
			return false, err
		}
		id, err := a.config.Account.AuditMeeting(ctx, p.id, other)
		if err != nil {
			return false, err
		}
		if id != 0 {
			if moved, err := a.duel(ctx, p, id); moved || err != nil {
				return moved, err
			}
			continue
		}
		if state.Status != chain.PledgeStanding {
			continue
		}
		_, err = a.config.Account.OpenAuditDuel(ctx, p.id, other)
		if chain.IsRevert(err) {
			continue
		}
		if err != nil {
			return false, err
		}
		a.report(Event{Kind: Met, Run: p.run, Commitment: p.commitment, Pledge: p.id})
		return true, nil
	}
	return false, nil
}

// duel plays one duel on, beside the ticks, and concludes it when it has ended.
func (a *auditor) duel(ctx context.Context, p *pledge, id chain.ChallengeID) (moved bool, err error) {
	m := a.book.meets[id]
	if m == nil || m.concluded {
		return false, nil
	}
	x, err := a.config.Account.Match(ctx, id)
	if err != nil {
		return false, err
	}
	other := m.left
	if other == p.id {
		other = m.right
	}
	_, state, err := a.config.Account.Answer(ctx, other)
	if err != nil {
		return false, err
	}
	if x.Outcome != match.Running || state.Status == chain.PledgeDefeated {
		_, err := a.config.Account.ConcludeAuditDuel(ctx, id)
		if chain.IsRevert(err) {
			return false, nil
		}
		if err == nil {
			a.report(Event{Kind: Concluded, Run: p.run, Commitment: p.commitment, Pledge: p.id, Text: x.Outcome.String()})
		}
		return err == nil, err
	}
	side := match.Committer
	if m.right == p.id {
		side = match.Challenger
	}
	a.match.start(func() { a.play(ctx, p.run, p.commitment, id, side) })
	return false, nil
}

// play makes one move of a duel, if one is due.
func (a *auditor) play(ctx context.Context, run chain.RunID, commitment chain.Hash, id chain.ChallengeID, side match.Side) {
	moved, err := a.move(ctx, run, commitment, id, side)
	switch {
	case ctx.Err() != nil:
	case chain.IsRevert(err):
		a.log.Info("a move was refused and is planned again", "duel", uint64(id), "err", err)
	case err != nil:
		a.log.Warn("a duel can't be played", "duel", uint64(id), "err", err)
	case moved:
		a.log.Info("moved in a duel", "duel", uint64(id), "side", side.String())
	}
}

func (a *auditor) move(ctx context.Context, run chain.RunID, commitment chain.Hash, id chain.ChallengeID, side match.Side) (bool, error) {
	r, err := a.config.Replica(ctx, run)
	if err != nil {
		return false, err
	}
	lists, err := r.Lists(ctx, commitment)
	if err != nil {
		return false, err
	}
	c, err := a.config.Account.Commitment(ctx, commitment)
	if err != nil {
		return false, err
	}
	facts, err := a.config.Account.Run(ctx, run)
	if err != nil {
		return false, err
	}
	if a.duels[run] == nil { // one job at a time: this one
		a.duels[run] = player.NewDuelist(a.config.Account, run)
	}
	_, moved, err := a.duels[run].Play(ctx, player.Duel{ID: id, Side: side, Lists: lists, Claim: c.PostRoot, DatasetRoot: facts.Facts.DatasetRoot})
	return moved, err
}

// ended reports the end of an answer.
func (a *auditor) ended(p *pledge, state chain.Pledge) {
	if slices.Contains([]chain.PledgeStatus{chain.PledgeDefeated, chain.PledgeLapsed}, state.Status) {
		a.report(Event{Kind: Lost, Run: p.run, Commitment: p.commitment, Pledge: p.id, Amount: state.Bond, Text: state.Status.String()})
	}
	a.study.forget(p.commitment)
}

// tidyEvery is how often, in blocks, and grace for how long after their time, in seconds, the answers of others are ended.
const (
	tidyEvery = 64
	grace     = 600
)

// tidy ends answers that others have left lying: while one may still be paid, the run's owner can't have back what nobody earned. A refusal means
// that it isn't due.
func (a *auditor) tidy(ctx context.Context) error {
	now := a.config.Account.Latest().Number
	if now < a.tidied+tidyEvery {
		return nil
	}
	a.tidied = now
	for _, id := range slices.Sorted(maps.Keys(a.book.others)) {
		p := a.book.others[id]
		answer, _, err := a.config.Account.Answer(ctx, id)
		if err != nil {
			return err
		}
		t, err := a.termsOf(ctx, answer.Run)
		if err != nil {
			return err
		}
		if a.config.Account.Now() <= answer.SealedAt+uint64(t.run.Clocks.Challenge)+2*uint64(t.run.Clocks.Open)+grace {
			continue
		}
		if _, err := a.settle(ctx, p); err != nil {
			return err
		}
	}
	return nil
}
