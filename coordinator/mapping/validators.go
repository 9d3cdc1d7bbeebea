package mapping

import (
	"math/big"

	"github.com/commonweight/commonweight/coordinator/entity"
	"github.com/commonweight/commonweight/internal/chain"
)

// validators maps the events of Validators: stakes. What becomes of seats is the court's to say.
func validators(r *records, event chain.Event) bool {
	switch p := event.Data.(type) {
	case chain.Staked:
		handleStaked(r, event, p)
	case chain.UnstakeRequested:
		handleUnstakeRequested(r, event, p)
	case chain.Unstaked:
		handleUnstaked(r, event, p)
	case chain.StakeLocked:
		handleStakeLocked(r, event, p)
	case chain.StakeReleased:
		handleStakeReleased(r, event, p)
	default:
		return false
	}
	return true
}

func handleStaked(r *records, event chain.Event, p chain.Staked) {
	all := protocol(r)
	v := load[entity.Validator](r, text(p.Validator[:]))
	if v == nil {
		who := account(r, p.Validator, event)
		v = &entity.Validator{
			ID: who.ID, Account: who.ID, Index: int32(p.Index), Stake: new(big.Int), Locked: new(big.Int), Leaving: new(big.Int),
			Fees: new(big.Int), Burned: new(big.Int), JoinedAt: whole(event.Time),
		}
		all.Validators++
	}
	v.Stake = plus(v.Stake, p.Amount)
	r.save(v)
	all.Stake = plus(all.Stake, p.Amount)
	r.save(all)
	saveChange(r, event, v.ID, entity.StakeChangeKindStaked, p.Amount, new(big.Int), new(big.Int))
}

func handleUnstakeRequested(r *records, event chain.Event, p chain.UnstakeRequested) {
	v := must[entity.Validator](r, text(p.Validator[:]))
	v.Leaving, v.LeavingAt = plus(v.Leaving, p.Amount), whole(p.AvailableAt)
	r.save(v)
	saveChange(r, event, v.ID, entity.StakeChangeKindUnstakeRequested, p.Amount, new(big.Int), new(big.Int))
}

func handleUnstaked(r *records, event chain.Event, p chain.Unstaked) {
	v := must[entity.Validator](r, text(p.Validator[:]))
	v.Stake = minus(v.Stake, p.Amount)
	setLeaving(v, minus(v.Leaving, p.Amount))
	r.save(v)
	all := protocol(r)
	all.Stake = minus(all.Stake, p.Amount)
	r.save(all)
	saveChange(r, event, v.ID, entity.StakeChangeKindUnstaked, p.Amount, new(big.Int), new(big.Int))
}

func handleStakeLocked(r *records, event chain.Event, p chain.StakeLocked) {
	v := must[entity.Validator](r, text(p.Validator[:]))
	v.Locked = plus(v.Locked, p.Amount)
	r.save(v)
	saveChange(r, event, v.ID, entity.StakeChangeKindLocked, p.Amount, new(big.Int), new(big.Int))
}

func handleStakeReleased(r *records, event chain.Event, p chain.StakeReleased) {
	gone := plus(p.Burned, p.Paid)
	v := must[entity.Validator](r, text(p.Validator[:]))
	v.Locked = minus(v.Locked, p.Amount)
	v.Stake = minus(v.Stake, gone)
	v.Burned = plus(v.Burned, p.Burned)
	// What is lost comes off what was asked back when nothing else is left.
	if v.Leaving.Cmp(v.Stake) > 0 {
		setLeaving(v, v.Stake)
	}
	r.save(v)
	all := protocol(r)
	all.Stake = minus(all.Stake, gone)
	r.save(all)
	saveChange(r, event, v.ID, entity.StakeChangeKindReleased, p.Amount, p.Burned, p.Paid)
}

func setLeaving(v *entity.Validator, amount *big.Int) {
	v.Leaving = amount
	if amount.Sign() == 0 {
		v.LeavingAt = nil
	}
}

func saveChange(r *records, event chain.Event, validator string, kind entity.StakeChangeKind, amount, burned, paid *big.Int) {
	r.save(&entity.StakeChange{
		ID: eventID(event), Validator: validator, Kind: kind, Amount: amount, Burned: burned, Paid: paid, At: whole(event.Time), Tx: event.Tx[:],
	})

	a := activity(event, event.Name())
	a.Account, a.Amount = &validator, amount
	r.save(a)
}
