package chain

import (
	"math/big"

	"github.com/commonweight/commonweight/internal/chain/bindings"
)

// Staked: a validator put stake in; it now has total.
type Staked struct {
	Validator Address
	Index     uint32
	Amount    *big.Int
	Total     *big.Int
}

// UnstakeRequested: a validator asked for stake back.
type UnstakeRequested struct {
	Validator   Address
	Amount      *big.Int
	AvailableAt uint64
}

// Unstaked: it was credited.
type Unstaked struct {
	Validator Address
	Amount    *big.Int
}

// StakeLocked: amount of a validator's stake is in one more seat.
type StakeLocked struct {
	Validator Address
	Amount    *big.Int
}

// StakeReleased: a seat of amount is free again; of it burned is gone, and paid went to another.
type StakeReleased struct {
	Validator Address
	Amount    *big.Int
	Burned    *big.Int
	Paid      *big.Int
}

func validatorsEvents(p *bindings.Validators) decoders {
	return decoders{
		p.GetABI().Events["Staked"].ID: decoder(p.UnpackStakedEvent, func(e *bindings.ValidatorsStaked) any {
			return Staked{Validator: e.Validator, Index: e.Index, Amount: e.Amount, Total: e.Total}
		}),
		p.GetABI().Events["UnstakeRequested"].ID: decoder(p.UnpackUnstakeRequestedEvent, func(e *bindings.ValidatorsUnstakeRequested) any {
			return UnstakeRequested{Validator: e.Validator, Amount: e.Amount, AvailableAt: e.AvailableAt}
		}),
		p.GetABI().Events["Unstaked"].ID: decoder(p.UnpackUnstakedEvent, func(e *bindings.ValidatorsUnstaked) any {
			return Unstaked{Validator: e.Validator, Amount: e.Amount}
		}),
		p.GetABI().Events["StakeLocked"].ID: decoder(p.UnpackStakeLockedEvent, func(e *bindings.ValidatorsStakeLocked) any {
			return StakeLocked{Validator: e.Validator, Amount: e.Amount}
		}),
		p.GetABI().Events["StakeReleased"].ID: decoder(p.UnpackStakeReleasedEvent, func(e *bindings.ValidatorsStakeReleased) any {
			return StakeReleased{Validator: e.Validator, Amount: e.Amount, Burned: e.Burned, Paid: e.Paid}
		}),
	}
}
