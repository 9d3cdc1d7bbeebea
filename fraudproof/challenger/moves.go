package challenger

import (
	"context"
	"fmt"

	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/player"
	"github.com/commonweight/commonweight/internal/replica"
)

// salt of the account's seal against a commitment. A process that has nothing but the key computes it again.
func (a *proofer) salt(commitment chain.Hash, attempt uint64) chain.Hash {
	return a.config.Account.Secret(fmt.Sprintf("seal %d", attempt), commitment)
}

func (a *proofer) sealHash(commitment, root chain.Hash, attempt uint64) chain.Hash {
	return a.config.Account.SealHash(commitment, root, a.config.Account.Address(), a.salt(commitment, attempt))
}

// seal makes the first half of a challenge.
func (a *proofer) seal(ctx context.Context, hash chain.Hash, c chain.Commitment, v replica.Verdict, attempt uint64) error {
	sealed, _, err := a.config.Account.Seal(ctx, hash, a.sealHash(hash, v.Root, attempt))
	if err != nil {
		return err
	}
	a.report(Event{Kind: Sealed, Commitment: hash, Window: c.Window, Challenge: sealed.Challenge, Root: v.Root, Amount: sealed.Bond})
	return nil
}

// follow makes the moves that only the account can make on its own challenges; the others are the keeper's.
func (a *proofer) follow(ctx context.Context, mine []own) (moved bool, err error) {
	for _, o := range mine {
		if o.Status != chain.ChallengeSealed {
			continue
		}
		moved, err := a.followSealed(ctx, o)
		if err != nil {
			a.loop.Failed(ctx, fmt.Sprintf("follow challenge %d", o.id), err)
			continue
		}
		if moved {
			return true, nil
		}
	}
	return false, nil
}

func (a *proofer) followSealed(ctx context.Context, o own) (moved bool, err error) {
	c, err := a.fact(ctx, o.Commitment)
	if err != nil {
		return false, err
	}
	status, err := a.config.Account.Status(ctx, o.Commitment)
	if err != nil {
		return false, err
	}
	now := a.config.Account.Now()
	if status == chain.StatusVoided || now > o.OpenUntil {
		return false, nil // the keeper lapses it
	}
	if a.opinions.Due(o.Commitment, now) {
		a.judge(ctx, o.Commitment, c)
		return true, nil
	}
	v := a.opinions.Of(o.Commitment)
	if v.Answer != replica.Disagree || a.sealHash(o.Commitment, v.Root, o.attempt) != o.SealHash {
		a.alert(o.Commitment, c.Window, v, fmt.Sprintf("challenge %d is sealed but can't be opened: %s", o.id, v.Reason))
		return false, nil
	}
	if _, err := a.config.Account.OpenChallenge(ctx, o.Commitment, o.id, v.Root, a.config.Account.Address(), a.salt(o.Commitment, o.attempt)); err != nil {
		return false, err
	}
	a.report(Event{Kind: Opened, Commitment: o.Commitment, Window: c.Window, Challenge: o.id, Root: v.Root})
	return true, nil
}

// play makes the moves of the account's matches. Trouble in one of them has been reported and doesn't stop the rest.
func (a *proofer) play(ctx context.Context, _ []own) (moved bool, err error) {
	if a.player == nil {
		return false, nil
	}
	moved, err = a.player.Tick(ctx)
	if err != nil {
		a.loop.Failed(ctx, "play", err)
	}
	return moved, nil
}

// played passes on what the player reports.
func (a *proofer) played(e player.Event) {
	out := Event{Kind: Played, Commitment: e.Commitment, Window: a.windows[e.Commitment], Challenge: e.Challenge, Gas: e.Gas, Text: e.String()}
	if e.Kind == player.Alert {
		out.Kind = Alert
	}
	a.config.Report.Report(out)
}
