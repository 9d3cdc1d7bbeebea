package chain

import (
	"context"
	"errors"
	"math/big"
	"time"
)

// Transfer sends coins, the plainest call there is.
func (a *Account) Transfer(ctx context.Context, to Address, value *big.Int) (*Receipt, error) {
	return a.send(ctx, call{doing: "transfer", to: &to, value: value})
}

// Hurry shortens the account's patience for tests.
func (a *Account) Hurry(patience, stuck time.Duration) { a.patience, a.stuck = patience, stuck }

// Nonce is the account's next nonce on chain.
func (a *Account) Nonce(ctx context.Context) (uint64, error) { return a.mined(ctx) }

// RevertArgs returns the arguments of a refusal.
func RevertArgs(err error) map[string]any {
	var revert *RevertError
	if errors.As(err, &revert) {
		return revert.Args
	}
	return nil
}

// SealHashOnChain asks the contract for what SealHash computes.
func (c *Client) SealHashOnChain(ctx context.Context, commitment, root Hash, beneficiary Address, salt Hash) (Hash, error) {
	p := parsed().disputes
	return read(ctx, c, "ask for a seal hash", c.deployment.Disputes, p.PackSealHashOf(commitment, root, beneficiary, salt), hash(p.UnpackSealHashOf))
}

// BallotHashOnChain asks the contract for what BallotHash computes.
func (c *Client) BallotHashOnChain(ctx context.Context, commitment Hash, round uint32, juror Address, root, salt Hash) (Hash, error) {
	p := parsed().court
	return read(ctx, c, "ask for a ballot hash", c.deployment.Court, p.PackBallotHash(commitment, round, juror, root, salt), hash(p.UnpackBallotHash))
}

// SignedBallotHashOnChain asks the contract for what SignedBallotHash computes.
func (c *Client) SignedBallotHashOnChain(ctx context.Context, commitment Hash, round uint32, juror Address, ballot Hash) (Hash, error) {
	p := parsed().court
	return read(ctx, c, "ask for what a juror signs", c.deployment.Court, p.PackSignedBallotHash(commitment, round, juror, ballot), hash(p.UnpackSignedBallotHash))
}
