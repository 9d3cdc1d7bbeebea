package claimant

import (
	"context"
	"fmt"
	"math"

	"github.com/commonweight/commonweight/fraudproof/match"
	"github.com/commonweight/commonweight/fraudproof/trace"
	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/player"
)

// margin is what must be left of a claim's period for a contest to be mined in it. Seconds of block time.
const margin = 2

// contest objects to claims of others whose loss isn't what this machine finds.
func (c *Claimant) contest(ctx context.Context, all []entry) (bool, error) {
	for _, e := range all {
		if !e.isClaim() || c.own(e) || c.objects[e.id] || e.pledge.Status != chain.PledgeStanding || c.Account.Now()+margin > c.until(e) {
			continue
		}
		word, ok, err := c.judged(ctx, e.Commitment)
		if err != nil {
			return false, err
		}
		if !ok || word == e.Word {
			continue
		}
		if _, err := c.object(ctx, e, word); err != nil {
			return false, fmt.Errorf("contest claim %d: %w", e.id, err)
		}
		return true, nil
	}
	return false, nil
}

// until is the last moment at which a claim can be contested.
func (c *Claimant) until(e entry) uint64 { return e.MadeAt + uint64(c.run.Clocks.Challenge) }

func (c *Claimant) object(ctx context.Context, e entry, word uint32) (chain.GoalContested, error) {
	bond, err := c.Account.GoalBond(ctx, c.Run)
	if err != nil {
		return chain.GoalContested{}, err
	}
	receipt, err := c.Account.ContestGoal(ctx, e.id, e.Reading, e.pledge.Owner, word, bond)
	if err != nil {
		return chain.GoalContested{}, err
	}
	made, err := chain.EventOf[chain.GoalContested](receipt)
	if err != nil {
		return made, err
	}
	c.report(Event{Kind: Contested, Pledge: made.Pledge, Claim: e.id, Commitment: e.Commitment, Word: word, Gas: receipt.GasUsed})
	return made, nil
}

// Contest objects to a claim, if this machine finds another loss.
//
// Errors: ErrNoClaim, ErrAgree; replica.ErrUnknown.
func (c *Claimant) Contest(ctx context.Context, id chain.PledgeID) (chain.GoalContested, error) {
	all, err := c.readings(ctx)
	if err != nil {
		return chain.GoalContested{}, err
	}
	for _, e := range all {
		if e.id != id || !e.isClaim() {
			continue
		}
		word, err := c.loss(ctx, e.Commitment)
		if err != nil {
			return chain.GoalContested{}, err
		}
		if word == e.Word {
			return chain.GoalContested{}, fmt.Errorf("claim %d: %w: %v", id, ErrAgree, math.Float32frombits(word))
		}
		return c.object(ctx, e, word)
	}
	return chain.GoalContested{}, fmt.Errorf("claim %d: %w", id, ErrNoClaim)
}

// duels plays and concludes what the account's claims and contests have to go through.
func (c *Claimant) duels(ctx context.Context, all []entry) (bool, error) {
	byID := map[chain.PledgeID]entry{}
	for _, e := range all {
		byID[e.id] = e
	}
	var trouble error
	for _, contest := range all {
		claim, ok := byID[contest.Against]
		if contest.isClaim() || !ok || !c.own(claim) && !c.own(contest) {
			continue
		}
		moved, err := c.duel(ctx, claim, contest)
		if moved || chain.IsRevert(err) || ctx.Err() != nil {
			return moved, err
		}
		if err != nil {
			c.alert(contest.Commitment, err.Error())
			trouble = err
		}
	}
	return false, trouble
}

// duel makes the account's move in one.
func (c *Claimant) duel(ctx context.Context, claim, contest entry) (bool, error) {
	id, err := c.Account.GoalDuel(ctx, claim.id, contest.id)
	if err != nil || id == 0 {
		return false, err
	}
	d, err := c.Account.Duel(ctx, id)
	if err != nil || d.Concluded {
		return false, err
	}
	mine, other, side := claim, contest, match.Committer
	if !c.own(claim) {
		mine, other, side = contest, claim, match.Challenger
	}
	if claim.pledge.Status != chain.PledgeStanding || contest.pledge.Status != chain.PledgeStanding {
		if mine.pledge.Status != chain.PledgeStanding {
			return false, nil // lost elsewhere: what is left of it is the other side's
		}
		return c.conclude(ctx, id, mine, other)
	}
	m, err := c.Account.Match(ctx, id)
	if err != nil {
		return false, err
	}
	if m.Outcome != match.Running {
		return c.conclude(ctx, id, mine, other)
	}
	w, err := c.Replica.Evaluation(ctx, mine.Commitment)
	if err != nil {
		return false, err
	}
	_, moved, err := c.duelist.Play(ctx, player.Duel{
		ID: id, Side: side, Lists: w.Lists(), DatasetRoot: c.terms.DatasetRoot, Claim: chain.Hash(trace.EvaluationRoot(math.Float32frombits(mine.Word))),
	})
	if moved {
		c.report(Event{Kind: Played, Pledge: mine.id, Commitment: mine.Commitment, Duel: id, Phase: m.Phase})
	}
	return moved, err
}

func (c *Claimant) conclude(ctx context.Context, id chain.ChallengeID, mine, other entry) (bool, error) {
	receipt, err := c.Account.ConcludeDuel(ctx, id)
	if err != nil {
		return false, err
	}
	e, err := chain.EventOf[chain.DuelConcluded](receipt)
	if err != nil {
		return true, err
	}
	c.report(Event{Kind: Concluded, Pledge: mine.id, Claim: other.id, Commitment: mine.Commitment, Duel: id, Outcome: e.Outcome, Gas: receipt.GasUsed})
	return true, nil
}
