package keeper

import (
	"context"

	"github.com/commonweight/commonweight/fraudproof/match"
	"github.com/commonweight/commonweight/internal/chain"
)

// proven says whether all steps of a commitment are proved, so that it needs no challenge period of its own.
func (k *Keeper) proven(ctx context.Context, hash chain.Hash) (bool, error) {
	if !k.provable {
		return false, nil
	}
	return k.account.IsProven(ctx, hash)
}

// dismiss ends the challenges against a commitment whose steps are proved, but those whose match has found something: these are concluded.
func (k *Keeper) dismiss(ctx context.Context, hash chain.Hash, status chain.Status, d *dispute, concerned bool) (done int, err error) {
	if status != chain.StatusPending || len(d.opened) == len(d.concluded) {
		return 0, nil
	}
	if proven, err := k.proven(ctx, hash); err != nil || !proven {
		return 0, err
	}
	for _, id := range sorted(d.opened) {
		if d.concluded[id] {
			continue
		}
		if d.matches[id] {
			m, err := k.account.Match(ctx, id)
			if err != nil {
				return done, err
			}
			if m.Outcome != match.Running {
				continue
			}
		}
		if !k.turn(hash, concerned) {
			continue
		}
		n, err := mined(k.account.Dismiss(ctx, id))
		if done += n; err != nil {
			return done, err
		}
	}
	return done, nil
}
