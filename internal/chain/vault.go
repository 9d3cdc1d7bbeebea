package chain

import (
	"context"
	"math/big"
)

// Native stands for the native coin where a token is asked for.
var Native Address

// Grave is where burned coins lie for ever.
var Grave = Address{18: 0xde, 19: 0xad}

// Credit returns what an account may withdraw.
//
// Units: of the token.
func (c *Client) Credit(ctx context.Context, account, token Address) (*big.Int, error) {
	p := parsed().vault
	return read(ctx, c, "read the credit of "+account.Hex(), c.deployment.Vault, p.PackCreditOf(account, token), p.UnpackCreditOf)
}

// Held returns the sum of all ledgers and credits of the Vault, which its balance is never below.
//
// Units: of the token.
func (c *Client) Held(ctx context.Context, token Address) (*big.Int, error) {
	p := parsed().vault
	return read(ctx, c, "read what the Vault holds", c.deployment.Vault, p.PackHeld(token), p.UnpackHeld)
}

// Withdraw pays the account its whole credit.
//
// Errors: a RevertError NothingToWithdraw.
func (a *Account) Withdraw(ctx context.Context, token Address) (*Receipt, error) {
	return a.transact(ctx, "withdraw", a.deployment.Vault, parsed().vault.PackWithdraw(token))
}
