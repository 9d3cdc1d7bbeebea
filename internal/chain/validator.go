package chain

import (
	"context"
	"math/big"

	"github.com/commonweight/commonweight/internal/chain/bindings"
)

// Validator is a standing deposit. Amounts are in wei.
type Validator struct {
	Index       uint32   // its place among all who ever staked, from 1; 0: it never did
	Stake       *big.Int // all of it
	Locked      *big.Int // in seats
	Unbonding   *big.Int // asked back, not yet taken; may overlap with Locked
	AvailableAt uint64   // block time from which Unbonding may be taken
}

// Weight returns what juries are drawn by.
func (v Validator) Weight() *big.Int { return new(big.Int).Sub(v.Stake, v.Unbonding) }

// Unlocked returns what can be locked in another seat, or taken once it was asked back.
func (v Validator) Unlocked() *big.Int { return new(big.Int).Sub(v.Stake, v.Locked) }

// Validator returns an account's deposit, zero if it has none.
func (c *Client) Validator(ctx context.Context, account Address) (Validator, error) {
	p := parsed().stakes
	v, err := read(ctx, c, "read validator "+account.Hex(), c.deployment.Validators, p.PackValidator(account), p.UnpackValidator)
	if err != nil {
		return Validator{}, err
	}
	return Validator(v), nil
}

// Validators returns how many accounts ever staked.
func (c *Client) Validators(ctx context.Context) (uint32, error) {
	p := parsed().stakes
	return read(ctx, c, "count the validators", c.deployment.Validators, p.PackValidators(), p.UnpackValidators)
}

// ValidatorAt returns the account with that index, from 1.
func (c *Client) ValidatorAt(ctx context.Context, index uint32) (Address, error) {
	p := parsed().stakes
	return read(ctx, c, "read a validator's account", c.deployment.Validators, p.PackValidatorAt(index), p.UnpackValidatorAt)
}

// DrawValidators returns the first count validators that a seed draws by the weights at the end of block asOf; fewer if fewer have weight.
//
// Errors: a RevertError BlockNotOver.
func (c *Client) DrawValidators(ctx context.Context, seed Hash, asOf, count uint64) ([]Address, error) {
	p := parsed().stakes
	data := p.PackDraw(seed, new(big.Int).SetUint64(asOf), new(big.Int).SetUint64(count))
	return read(ctx, c, "draw validators", c.deployment.Validators, data, p.UnpackDraw)
}

// UnstakeCooldown returns the time from RequestUnstake to Unstake.
//
// Units: seconds.
func (c *Client) UnstakeCooldown(ctx context.Context) (uint64, error) {
	p := parsed().stakes
	return read(ctx, c, "read the unstake cooldown", c.deployment.Validators, p.PackUnstakeCooldown(), p.UnpackUnstakeCooldown)
}

// SeedAt returns the beacon's answer about a block, zero until it is known.
func (c *Client) SeedAt(ctx context.Context, block uint64) (Hash, error) {
	p := bindings.NewBlockBeacon()
	return read(ctx, c, "ask the beacon", c.deployment.Beacon, p.PackSeedAt(new(big.Int).SetUint64(block)),
		func(answer []byte) (Hash, error) { return p.UnpackSeedAt(answer) })
}

// Stake adds to the account's deposit.
//
// Units: wei.
func (a *Account) Stake(ctx context.Context, amount *big.Int) (*Receipt, error) {
	return a.pay(ctx, "stake", a.deployment.Validators, parsed().stakes.PackStake(), amount)
}

// RequestUnstake asks for stake back; it has no weight from now on.
//
// Errors: a RevertError NotAvailable.
func (a *Account) RequestUnstake(ctx context.Context, amount *big.Int) (*Receipt, error) {
	return a.transact(ctx, "ask for stake back", a.deployment.Validators, parsed().stakes.PackRequestUnstake(amount))
}

// Unstake credits what was asked back, after the cooldown, as far as it isn't locked.
//
// Errors: RevertErrors NotYet, NotAvailable.
func (a *Account) Unstake(ctx context.Context) (*Receipt, error) {
	return a.transact(ctx, "unstake", a.deployment.Validators, parsed().stakes.PackUnstake())
}
