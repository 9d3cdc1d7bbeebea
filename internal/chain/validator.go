package chain

import (
	"context"
	"math/big"
)

// Validator is a standing deposit. Amounts are in wei.
type Validator struct {
	Stake       *big.Int // all of it
	Locked      *big.Int // in seats
	Unbonding   *big.Int // asked back, not yet taken
	Since       uint64   // block time of the last deposit: only cases opened later seat this validator
	AvailableAt uint64   // block time from which Unbonding may be taken
	Listed      bool     // whether juries are drawn from it
}

// Free returns what could be locked in another seat.
func (v Validator) Free() *big.Int {
	free := new(big.Int).Sub(v.Stake, v.Locked)
	return free.Sub(free, v.Unbonding)
}

// Validator returns an account's deposit, zero if it has none.
func (c *Client) Validator(ctx context.Context, account Address) (Validator, error) {
	p := parsed().court
	v, err := read(ctx, c, "read validator "+account.Hex(), c.deployment.Court, p.PackValidator(account), p.UnpackValidator)
	if err != nil {
		return Validator{}, err
	}
	return Validator(v), nil
}

// Validators returns the list juries are drawn from.
func (c *Client) Validators(ctx context.Context) ([]Address, error) {
	p := parsed().court
	return read(ctx, c, "read the validators", c.deployment.Court, p.PackValidators(), p.UnpackValidators)
}

// Stake adds to the account's deposit.
//
// Units: wei.
func (a *Account) Stake(ctx context.Context, amount *big.Int) (*Receipt, error) {
	return a.pay(ctx, "stake", a.deployment.Court, parsed().court.PackStake(), amount)
}

// RequestUnstake asks for free stake back; it seats nobody from now on.
//
// Errors: a RevertError NotFree.
func (a *Account) RequestUnstake(ctx context.Context, amount *big.Int) (*Receipt, error) {
	return a.transact(ctx, "ask for stake back", a.deployment.Court, parsed().court.PackRequestUnstake(amount))
}

// Unstake credits what was asked back, after the cooldown.
func (a *Account) Unstake(ctx context.Context) (*Receipt, error) {
	return a.transact(ctx, "unstake", a.deployment.Court, parsed().court.PackUnstake())
}
