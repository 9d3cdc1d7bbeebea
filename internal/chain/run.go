package chain

import (
	"context"
	"fmt"
	"math/big"

	"github.com/commonweight/commonweight/internal/chain/bindings"
)

// RunID counts the runs of a deployment from 1.
type RunID uint64

type (
	// Run is everything that is fixed when a run is created.
	Run = bindings.Run
	// Facts say what is trained. The chain can't check that the roots are what the RunSpec says; every agent does.
	Facts = bindings.Facts
	// Schedule says how the run is cut into windows.
	Schedule = bindings.Schedule
	// Clocks are in seconds of block time.
	Clocks = bindings.Clocks
	// Proofs says by which key steps can be proved; all empty: by none.
	Proofs = bindings.Proofs
	// Economy is in wei, but for Reward, which is in units of RewardToken.
	Economy = bindings.Economy
)

// The hashes of a run's trees (Facts.Hash). Poseidon2 is for small runs whose steps can be proved.
const (
	Sha256    uint8 = 1
	Poseidon2 uint8 = 2
)

// Run returns a run.
//
// Errors: a RevertError NoSuchRun if there is none.
func (c *Client) Run(ctx context.Context, id RunID) (Run, error) {
	p := parsed().registry
	return read(ctx, c, fmt.Sprintf("read run %d", id), c.deployment.RunRegistry, p.PackRun(uint64(id)), p.UnpackRun)
}

// Runs returns how many runs there are; their ids are 1…n.
func (c *Client) Runs(ctx context.Context) (RunID, error) {
	p := parsed().registry
	n, err := read(ctx, c, "count runs", c.deployment.RunRegistry, p.PackRuns(), p.UnpackRuns)
	return RunID(n), err
}

// Author returns who owns the run's token: its author, unless the token was handed on.
func (c *Client) Author(ctx context.Context, id RunID) (Address, error) {
	p := parsed().registry
	return read(ctx, c, fmt.Sprintf("read the owner of run %d", id), c.deployment.RunRegistry,
		p.PackOwnerOf(new(big.Int).SetUint64(uint64(id))), p.UnpackOwnerOf)
}

// Escrow returns what the run's reward escrow holds, without what is reserved.
//
// Units: of the reward token.
func (c *Client) Escrow(ctx context.Context, id RunID) (*big.Int, error) {
	p := parsed().registry
	return read(ctx, c, fmt.Sprintf("read the escrow of run %d", id), c.deployment.RunRegistry, p.PackEscrow(uint64(id)), p.UnpackEscrow)
}

// BaseBond returns the bond of a lease before doubling, court fee included.
//
// Units: wei.
func (c *Client) BaseBond(ctx context.Context, id RunID) (*big.Int, error) {
	p := parsed().registry
	return read(ctx, c, fmt.Sprintf("read the bond of run %d", id), c.deployment.RunRegistry, p.PackBaseBond(uint64(id)), p.UnpackBaseBond)
}

// ChallengeBond returns the bond of one challenge, court fee included.
//
// Units: wei.
func (c *Client) ChallengeBond(ctx context.Context, id RunID) (*big.Int, error) {
	p := parsed().registry
	return read(ctx, c, fmt.Sprintf("read the challenge bond of run %d", id), c.deployment.RunRegistry,
		p.PackChallengeBond(uint64(id)), p.UnpackChallengeBond)
}

// CourtFee returns the part of each bond that pays jurors.
//
// Units: wei.
func (c *Client) CourtFee(ctx context.Context, id RunID) (*big.Int, error) {
	p := parsed().registry
	return read(ctx, c, fmt.Sprintf("read the court fee of run %d", id), c.deployment.RunRegistry, p.PackCourtFee(uint64(id)), p.UnpackCourtFee)
}

// Create registers a run and mints its token to the account.
//
// Errors: a RevertError OutOfBounds that names the field.
func (a *Account) Create(ctx context.Context, run Run) (RunID, *Receipt, error) {
	p := parsed().registry
	data, err := p.TryPackCreate(run)
	if err != nil {
		return 0, nil, fmt.Errorf("create a run: %w", err)
	}
	receipt, err := a.transact(ctx, "create a run", a.deployment.RunRegistry, data)
	if err != nil {
		return 0, nil, err
	}
	created, err := EventOf[RunCreated](receipt)
	return created.Run, receipt, err
}

// Fund adds coins to the escrow of a run whose reward is native.
//
// Units: wei.
func (a *Account) Fund(ctx context.Context, id RunID, amount *big.Int) (*Receipt, error) {
	return a.pay(ctx, fmt.Sprintf("fund run %d", id), a.deployment.RunRegistry, parsed().registry.PackFund(uint64(id), amount), amount)
}

// FundToken adds tokens to the escrow of a run whose reward is an ERC-20. The Vault must have been approved for them.
//
// Units: of the token.
func (a *Account) FundToken(ctx context.Context, id RunID, amount *big.Int) (*Receipt, error) {
	return a.transact(ctx, fmt.Sprintf("fund run %d", id), a.deployment.RunRegistry, parsed().registry.PackFund(uint64(id), amount))
}

// Reclaim credits the owner of a finished or idle run with what is left of its escrow.
func (a *Account) Reclaim(ctx context.Context, id RunID) (*Receipt, error) {
	return a.transact(ctx, fmt.Sprintf("reclaim the escrow of run %d", id), a.deployment.RunRegistry, parsed().registry.PackReclaim(uint64(id)))
}
