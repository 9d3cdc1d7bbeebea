package claimant

import (
	"context"
	"fmt"
	"math"
	"slices"

	"github.com/commonweight/commonweight/internal/chain"
)

// settle ends what the account said and nobody refuted.
func (c *Claimant) settle(ctx context.Context, all []entry) (bool, error) {
	for _, e := range all {
		if !c.own(e) || e.pledge.Status != chain.PledgeStanding || e.pledge.Duels > 0 || e.isClaim() && c.Account.Now() <= c.until(e) {
			continue
		}
		receipt, err := c.Account.SettleGoal(ctx, e.id)
		if err != nil {
			return false, err
		}
		c.report(Event{Kind: Settled, Pledge: e.id, Commitment: e.Commitment, Word: e.Word, Gas: receipt.GasUsed})
		return true, nil
	}
	return false, nil
}

// claim claims the goal at the newest final key frame, where the account would have a share and nobody else claims.
func (c *Claimant) claim(ctx context.Context, _ []entry) (bool, error) {
	if !c.Claims {
		return false, nil
	}
	if err := c.scan(ctx); err != nil || len(c.mine) == 0 {
		return false, err
	}
	for _, id := range c.pots {
		pot, err := c.Account.Pot(ctx, id)
		if err != nil {
			return false, err
		}
		if pot.Status != chain.PotOpen || pot.Claims > 0 || pot.Amount.Sign() == 0 {
			continue
		}
		frame, err := c.KeyFrame(ctx)
		if err != nil || frame == (chain.Hash{}) {
			return false, err
		}
		word, ok, err := c.judged(ctx, frame)
		if err != nil || !ok || !c.goal.Reached(math.Float32frombits(word)) {
			return false, err
		}
		_, err = c.say(ctx, id, frame, word)
		return err == nil, err
	}
	return false, nil
}

// Claim claims the goal at a final key frame, if this machine finds that it is reached there.
//
// Errors: ErrNotReached, ErrNoPot; replica.ErrUnknown.
func (c *Claimant) Claim(ctx context.Context, commitment chain.Hash) (chain.GoalClaimed, error) {
	word, err := c.loss(ctx, commitment)
	if err != nil {
		return chain.GoalClaimed{}, err
	}
	if loss := math.Float32frombits(word); !c.goal.Reached(loss) {
		return chain.GoalClaimed{}, fmt.Errorf("%w: the loss is %v, the target %s", ErrNotReached, loss, c.goal.Target)
	}
	for _, id := range c.pots {
		pot, err := c.Account.Pot(ctx, id)
		if err != nil {
			return chain.GoalClaimed{}, err
		}
		if pot.Status == chain.PotOpen {
			return c.say(ctx, id, commitment, word)
		}
	}
	return chain.GoalClaimed{}, ErrNoPot
}

func (c *Claimant) say(ctx context.Context, pot, commitment chain.Hash, word uint32) (chain.GoalClaimed, error) {
	bond, err := c.Account.GoalBond(ctx, c.Run)
	if err != nil {
		return chain.GoalClaimed{}, err
	}
	receipt, err := c.Account.ClaimGoal(ctx, pot, commitment, word, bond)
	if err != nil {
		return chain.GoalClaimed{}, err
	}
	made, err := chain.EventOf[chain.GoalClaimed](receipt)
	if err != nil {
		return made, err
	}
	c.report(Event{Kind: Claimed, Pledge: made.Pledge, Commitment: commitment, Word: word, Gas: receipt.GasUsed})
	return made, nil
}

// KeyFrame returns the newest key frame that is final, the zero hash if there is none.
func (c *Claimant) KeyFrame(ctx context.Context) (chain.Hash, error) {
	p, err := c.Account.Progress(ctx, c.Run)
	if err != nil {
		return chain.Hash{}, err
	}
	spec := c.Replica.Program().Spec
	for w := p.AnchorCount; w > 0; w-- {
		if spec.KeyFrame(w - 1) {
			return c.Account.Live(ctx, c.Run, w-1)
		}
	}
	return chain.Hash{}, nil
}

// scan finds the account's final windows. What is final never changes.
func (c *Claimant) scan(ctx context.Context) error {
	p, err := c.Account.Progress(ctx, c.Run)
	if err != nil {
		return err
	}
	for ; c.scanned < p.AnchorCount; c.scanned++ {
		hash, err := c.Account.Live(ctx, c.Run, c.scanned)
		if err != nil {
			return err
		}
		commitment, err := c.Account.Commitment(ctx, hash)
		if err != nil {
			return err
		}
		if commitment.Committer == c.Account.Address() {
			c.mine = append(c.mine, c.scanned)
		}
	}
	return nil
}

// collect pulls the account's shares of pots that are reached, and takes back what it locked in those that weren't.
func (c *Claimant) collect(ctx context.Context, _ []entry) (bool, error) {
	for _, id := range c.pots {
		pot, err := c.Account.Pot(ctx, id)
		if err != nil {
			return false, err
		}
		moved := false
		switch pot.Status {
		case chain.PotReached:
			moved, err = c.pull(ctx, id, pot)
		case chain.PotOpen, chain.PotReturned:
			moved, err = c.takeBack(ctx, id, pot)
		}
		if moved || err != nil {
			return moved, err
		}
	}
	return false, nil
}

func (c *Claimant) pull(ctx context.Context, id chain.Hash, pot chain.Pot) (bool, error) {
	if err := c.scan(ctx); err != nil {
		return false, err
	}
	for _, window := range slices.Clone(c.mine) {
		if window > pot.Window {
			break
		}
		pulled, err := c.Account.Pulled(ctx, id, window)
		if err != nil {
			return false, err
		}
		if pulled {
			continue
		}
		receipt, err := c.Account.PullGoal(ctx, id, window)
		if err != nil {
			return false, err
		}
		e, err := chain.EventOf[chain.GoalPulled](receipt)
		if err != nil {
			return true, err
		}
		c.report(Event{Kind: Pulled, Window: window, Amount: e.Amount, Gas: receipt.GasUsed})
		return true, nil
	}
	return false, nil
}

func (c *Claimant) takeBack(ctx context.Context, id chain.Hash, pot chain.Pot) (bool, error) {
	locked, err := c.Account.LockedBy(ctx, id, c.Account.Address())
	if err != nil || locked.Sign() == 0 {
		return false, err
	}
	if pot.Status == chain.PotOpen {
		closes, err := c.Account.PotClosesAt(ctx, id)
		if err != nil || pot.Claims > 0 || c.Account.Now() < closes {
			return false, err
		}
	}
	receipt, err := c.Account.TakeBack(ctx, id, c.Account.Address())
	if err != nil {
		return false, err
	}
	c.report(Event{Kind: TakenBack, Amount: locked, Gas: receipt.GasUsed})
	return true, nil
}

// Collect does all that brings the account's money home now, and says what it did.
func (c *Claimant) Collect(ctx context.Context) (done int, err error) {
	for {
		readings, err := c.readings(ctx)
		if err != nil {
			return done, err
		}
		moved, err := c.settle(ctx, readings)
		if err == nil && !moved {
			moved, err = c.collect(ctx, readings)
		}
		if err != nil || !moved {
			return done, err
		}
		done++
	}
}
