package chain

import (
	"context"
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
