package keeper

import (
	"context"
	"math/big"

	"github.com/commonweight/commonweight/internal/chain"
)

// expireGas is more than ending a lease uses.
const expireGas = 400_000

// expire ends a lease whose time is up. The account's own: half of the bond comes back, and the tip with it. Another's: the tip, if the policy
// is to take it.
func (k *Keeper) expire(ctx context.Context) (int, error) {
	lease, err := k.account.Lease(ctx, k.run)
	if err != nil || lease.Holder == (chain.Address{}) || k.account.Now() <= lease.Deadline {
		return 0, err
	}
	if lease.Holder != k.account.Address() && !k.takes(lease) {
		return 0, nil
	}
	return mined(k.account.Expire(ctx, k.run))
}

// takes says whether to end another's lease.
func (k *Keeper) takes(lease chain.Lease) bool {
	tip := new(big.Int).Div(lease.Bond, big.NewInt(100))
	cost := new(big.Int).SetUint64(k.account.Latest().BaseFee)
	cost.Mul(cost, big.NewInt(2*expireGas)) // room for the base fee to double, as an offer has
	return (k.others == Always || k.others == IfItPays && tip.Cmp(cost) > 0) && k.comesUp(lease.ExpectedHead, false)
}

// finalise moves the anchor: over one's own window at once, over others' when the turn has come. It asks for no more windows than are due
// now: one that comes due until the transaction is mined would need gas that nobody reckoned with.
func (k *Keeper) finalise(ctx context.Context) (int, error) {
	p, err := k.account.Progress(ctx, k.run)
	if err != nil {
		return 0, err
	}
	due, mine, next := uint64(0), false, chain.Hash{}
	for ; due < maxFinalise && p.AnchorCount+due < p.HeadCount; due++ {
		hash, err := k.account.Live(ctx, k.run, p.AnchorCount+due)
		if err != nil {
			return 0, err
		}
		c, err := k.account.Commitment(ctx, hash)
		if err != nil {
			return 0, err
		}
		if k.account.Now() <= c.CommittedAt+uint64(k.clocks.Challenge) {
			if proven, err := k.proven(ctx, hash); err != nil || !proven {
				if err != nil {
					return 0, err
				}
				break
			}
		}
		held, err := k.account.HoldsFinality(ctx, hash)
		if err != nil {
			return 0, err
		}
		if held {
			break
		}
		if due == 0 {
			next = hash
		}
		mine = mine || c.Committer == k.account.Address()
	}
	if due == 0 || !mine && !k.turn(next, false) {
		return 0, nil
	}
	return mined(k.account.Finalise(ctx, k.run, int64(due)))
}

func (k *Keeper) disputes(ctx context.Context) (int, error) {
	done := 0
	for _, hash := range k.ledger.open() {
		n, err := k.dispute(ctx, hash, k.ledger.disputes[hash])
		done += n
		if err != nil || done >= maxPushes {
			return done, err
		}
	}
	return done, nil
}

func (k *Keeper) dispute(ctx context.Context, hash chain.Hash, d *dispute) (done int, err error) {
	status, err := k.account.Status(ctx, hash)
	if err != nil {
		return 0, err
	}
	concerned := k.ledger.concerned(d)
	for _, id := range sorted(d.sealed) {
		n, err := k.lapse(ctx, id, status, concerned)
		if done += n; err != nil {
			return done, err
		}
	}
	if d.demanded && k.turn(hash, concerned) {
		n, err := k.expireDemand(ctx, hash, status)
		if done += n; err != nil {
			return done, err
		}
	}
	n, err := k.dismiss(ctx, hash, status, d, concerned)
	if done += n; err != nil {
		return done, err
	}
	n, err = k.arithmetic(ctx, hash, status, d, concerned)
	if done += n; err != nil {
		return done, err
	}
	if d.hasCase && !d.closed {
		n, err := k.proceed(ctx, hash, status, d, concerned)
		return done + n, err
	}
	if concerned {
		n, err := k.payOut(ctx, hash, d)
		return done + n, err
	}
	return done, nil
}

// payOut brings home what the account has in a closed dispute.
func (k *Keeper) payOut(ctx context.Context, hash chain.Hash, d *dispute) (done int, err error) {
	var due []func() (*chain.Receipt, error)
	party := d.parties[k.account.Address()]
	if d.rejected && party {
		due = append(due, func() (*chain.Receipt, error) { return k.account.Settle(ctx, hash) })
	}
	for _, id := range sorted(d.opened) {
		if !party {
			break
		}
		due = append(due, func() (*chain.Receipt, error) { return k.account.SettleChallenge(ctx, id) })
	}
	for seat := range d.seats {
		if k.ledger.serves(seat.juror) {
			due = append(due, func() (*chain.Receipt, error) { return k.account.SettleSeat(ctx, hash, seat.round, seat.juror) })
		}
	}
	for _, push := range due {
		n, err := mined(push())
		if done += n; err != nil {
			return done, err
		}
	}
	return done, nil
}

// lapse ends a seal that nobody opened.
func (k *Keeper) lapse(ctx context.Context, id chain.ChallengeID, status chain.Status, concerned bool) (int, error) {
	c, err := k.account.Challenge(ctx, id)
	if err != nil || c.Status != chain.ChallengeSealed || status != chain.StatusVoided && k.account.Now() <= c.OpenUntil {
		return 0, err
	}
	if c.Challenger != k.account.Address() && !k.turn(c.SealHash, concerned) {
		return 0, nil
	}
	return mined(k.account.Lapse(ctx, id))
}

// proceed takes a case into its next phase.
func (k *Keeper) proceed(ctx context.Context, hash chain.Hash, status chain.Status, d *dispute, concerned bool) (int, error) {
	phase, err := k.account.Phase(ctx, hash)
	if err != nil {
		return 0, err
	}
	push := k.account.Resolve
	switch {
	case status != chain.StatusPending, d.dismissed: // a proof ended what the case is about
	case phase == chain.PhaseEvidence:
		awaits, err := k.account.AwaitsOpening(ctx, hash)
		if err != nil || awaits {
			return 0, err
		}
		push = k.account.Freeze
	case phase == chain.PhaseDraw:
		known, err := k.seedKnown(ctx, hash)
		if err != nil || !known {
			return 0, err
		}
		push = k.account.Draw
	case phase == chain.PhaseTally:
		push = k.account.Tally
	case phase == chain.PhaseAppeal: // whether the verdict takes effect yet is found by trying
	default:
		return 0, nil
	}
	if !k.turn(hash, concerned) {
		return 0, nil
	}
	return mined(push(ctx, hash))
}

// seedKnown says whether the jury that a case waits for can be drawn.
func (k *Keeper) seedKnown(ctx context.Context, hash chain.Hash) (bool, error) {
	c, err := k.account.CaseOf(ctx, hash)
	if err != nil {
		return false, err
	}
	r, err := k.account.RoundOf(ctx, hash, c.Round)
	if err != nil {
		return false, err
	}
	seed, err := k.account.SeedAt(ctx, r.SeedBlock)
	return seed != chain.Hash{}, err
}

func (k *Keeper) claims(ctx context.Context) (int, error) {
	done := 0
	for _, hash := range k.ledger.claimable() {
		// Rationale: until it is claimed for, a voided window keeps its reward reserved. An owner who doesn't care could so dry up the escrow.
		if !k.ledger.voided[hash].own && !k.turn(hash, false) {
			continue
		}
		n, err := k.claim(ctx, hash)
		done += n
		if err != nil || done >= maxPushes {
			return done, err
		}
	}
	return done, nil
}

// claim brings a voided commitment's money home. Which commitment voided it is inherited link by link, so ancestors may have to be claimed
// for first, whoever owns them.
func (k *Keeper) claim(ctx context.Context, hash chain.Hash) (int, error) {
	lineage := []chain.Hash{hash}
	done := 0
	for len(lineage) > 0 && len(lineage) <= maxGenerations {
		newest := lineage[len(lineage)-1]
		_, err := k.account.ClaimVoided(ctx, newest)
		switch {
		case chain.IsRevert(err, "ClaimParentFirst"):
			c, err := k.account.Commitment(ctx, newest)
			if err != nil {
				return done, err
			}
			lineage = append(lineage, c.Parent)
			continue
		case chain.IsRevert(err):
		case err != nil:
			return done, err
		default:
			done++
		}
		lineage = lineage[:len(lineage)-1]
	}
	return done, nil
}
