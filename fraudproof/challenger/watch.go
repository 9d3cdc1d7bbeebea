package challenger

import (
	"context"
	"fmt"

	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/replica"
)

// unfinal returns the windows between anchor and head, the earliest first. The head's hash covers its ancestry, so only what is new is read
// and a reorganisation can't mix two histories.
func (a *proofer) unfinal(ctx context.Context) ([]chain.Hash, error) {
	anchor, err := a.config.Account.Anchor(ctx, a.config.Run)
	if err != nil {
		return nil, err
	}
	at, err := a.config.Account.Head(ctx, a.config.Run)
	if err != nil {
		return nil, err
	}
	var down []chain.Hash
	for at != anchor && at != a.base {
		c, err := a.fact(ctx, at)
		if err != nil {
			return nil, err
		}
		down = append(down, at)
		at = c.Parent
	}
	up := make([]chain.Hash, 0, len(down))
	for i := len(down) - 1; i >= 0; i-- {
		up = append(up, down[i])
	}
	return up, nil
}

// fact returns what a commitment says. Its marks may be out of date.
func (a *proofer) fact(ctx context.Context, hash chain.Hash) (chain.Commitment, error) {
	if c, ok := a.facts[hash]; ok {
		return c, nil
	}
	c, err := a.config.Account.Commitment(ctx, hash)
	if err != nil {
		return c, err
	}
	if !c.Known() {
		return c, fmt.Errorf("commitment %s: %w", hash, chain.ErrNotFound)
	}
	a.facts[hash] = c
	return c, nil
}

// watch judges the unfinal windows in order and challenges the first that is wrong. What stands on it falls with it, and is looked at only
// when it has been cleared.
func (a *proofer) watch(ctx context.Context, mine []own) (moved bool, err error) {
	windows, err := a.unfinal(ctx)
	if err != nil {
		return false, err
	}
	keep := make(map[chain.Hash]bool)
	for _, hash := range windows {
		keep[hash] = true
	}
	for _, o := range mine {
		if o.alive() {
			keep[o.Commitment] = true
		}
	}
	a.forget(keep)
	for _, hash := range windows {
		c, err := a.fact(ctx, hash)
		if err != nil {
			return false, err
		}
		if a.config.Scope != nil && !a.config.Scope.Concerns(hash, c) {
			continue
		}
		inTime := a.config.Account.Now()+margin <= c.CommittedAt+uint64(a.run.Clocks.Challenge)
		if inTime && a.opinions.Due(hash, a.config.Account.Now()) {
			a.judge(ctx, hash, c)
			return true, nil
		}
		v := a.opinions.Of(hash)
		if v.Answer != replica.Disagree {
			continue
		}
		done, moved, err := a.oppose(ctx, hash, c, v, inTime, mine)
		if done || err != nil {
			return moved, err
		}
	}
	return false, nil
}

// oppose acts on a wrong commitment. It is done if there is a challenge of ours, old or new, that can bring it down; if not, the windows
// above it matter.
func (a *proofer) oppose(ctx context.Context, hash chain.Hash, c chain.Commitment, v replica.Verdict, inTime bool, mine []own) (done, moved bool, err error) {
	attempts := uint64(0)
	for _, o := range mine {
		if o.Commitment != hash {
			continue
		}
		if o.alive() {
			return true, false, nil
		}
		attempts++
	}
	if c.Committer == a.config.Account.Address() {
		a.alert(hash, c.Window, v, "a window of this very account is wrong: "+v.Reason)
		return false, false, nil
	}
	if !inTime {
		a.alert(hash, c.Window, v, "a wrong window can't be challenged any more: "+v.Reason)
		return false, false, nil
	}
	x, err := a.config.Account.CaseOf(ctx, hash)
	if err != nil {
		return false, false, err
	}
	// Arithmetic outranks a verdict that has taken effect too: liars may have a friend dispute them early, buy the jury and waive the appeal.
	if x.Closed && a.player == nil {
		a.alert(hash, c.Window, v, "a wrong window was cleared by its jury, and this agent has no lists for arithmetic: "+v.Reason)
		return false, false, nil
	}
	if worth, err := a.worth(ctx, hash, c, v); err != nil || !worth {
		return true, false, err
	}
	if heir, err := a.heir(ctx); err != nil || !heir {
		return true, false, err
	}
	return true, true, a.seal(ctx, hash, c, v, attempts)
}

// worth asks the scope, if there is one, and says its reason.
func (a *proofer) worth(ctx context.Context, hash chain.Hash, c chain.Commitment, v replica.Verdict) (bool, error) {
	if a.config.Scope == nil {
		return true, nil
	}
	worth, reason, err := a.config.Scope.Worth(ctx, hash, c, v.Root)
	if err == nil && a.alerted.Once(hash, reason) {
		a.report(Event{Kind: Weighed, Commitment: hash, Window: c.Window, Root: v.Root, Text: reason})
	}
	return worth, err
}

// heir says whether nothing that a predecessor sent is in the pool any more: it could be the same seal, and the bond would be paid twice.
func (a *proofer) heir(ctx context.Context) (bool, error) {
	if a.quiet || a.config.Account.Now() > a.start+inheritance {
		return true, nil
	}
	quiet, err := a.config.Account.Quiet(ctx)
	a.quiet = quiet
	return quiet, err
}
