package keeper

import (
	"context"
	"maps"
	"slices"

	"github.com/commonweight/commonweight/fraudproof/match"
	"github.com/commonweight/commonweight/internal/chain"
)

// arithmetic ends matches whose time is up, concludes those that have ended, and opens what nobody else decides: where the court found no
// majority.
func (k *Keeper) arithmetic(ctx context.Context, hash chain.Hash, status chain.Status, d *dispute, concerned bool) (done int, err error) {
	for _, id := range slices.Sorted(maps.Keys(d.matches)) {
		n, err := k.match(ctx, hash, id, status, concerned)
		if done += n; err != nil {
			return done, err
		}
	}
	if status != chain.StatusPending || d.closed || len(d.opened) == len(d.matches)+len(d.concluded) {
		return done, nil
	}
	x, err := k.account.CaseOf(ctx, hash)
	if err != nil || x.Verdict != chain.VerdictNoMajority {
		return done, err
	}
	for _, id := range sorted(d.opened) {
		if d.matches[id] || d.concluded[id] || !k.turn(hash, concerned) {
			continue
		}
		n, err := mined(k.account.OpenArithmetic(ctx, id))
		if done += n; err != nil {
			return done, err
		}
	}
	return done, nil
}

// match takes a match that isn't concluded to its end, if that is due. What a match says about a commitment that is Finalised or Voided
// concerns nobody any more.
func (k *Keeper) match(ctx context.Context, hash chain.Hash, id chain.ChallengeID, status chain.Status, concerned bool) (int, error) {
	if status == chain.StatusVoided || status == chain.StatusFinalised {
		return 0, nil
	}
	m, err := k.account.Match(ctx, id)
	if err != nil || !k.turn(hash, concerned) {
		return 0, err
	}
	if m.Outcome == match.Running && status == chain.StatusPending {
		due, err := k.account.Due(ctx, id)
		if err != nil || k.account.Now() <= due.Deadline {
			return 0, err
		}
		return mined(k.account.Play(ctx, id, match.Timeout{}))
	}
	return mined(k.account.Conclude(ctx, id))
}

// expireDemand ends a demand that went unanswered, or whose commitment was decided otherwise.
func (k *Keeper) expireDemand(ctx context.Context, hash chain.Hash, status chain.Status) (int, error) {
	x, err := k.account.Demand(ctx, hash)
	if err != nil || x.Kind == chain.DemandNone || status == chain.StatusPending && k.account.Now() <= x.Deadline {
		return 0, err
	}
	return mined(k.account.ExpireDemand(ctx, hash))
}
