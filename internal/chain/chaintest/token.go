package chaintest

import (
	"context"
	"math/big"
	"testing"

	"github.com/commonweight/commonweight/internal/chain"
	"github.com/ethereum/go-ethereum/common"
)

// Token is an ERC-20 of which anyone may mint.
type Token struct {
	Address chain.Address
	by      *chain.Account
}

// tokenCode creates the contract. A balance lies at its owner's address, an allowance at the hash of owner and spender.
var tokenCode = common.FromHex("60d58060095f395ff3" +
	"5f3560e01c806370a08231146045578063dd62ed3e14604d578063095ea7b3146061578063a9059cbb1460af57806323b872dd14608657806340c10f19146076" + "57" + // by selector
	"5b5f5ffd" + // refused
	"5b6004355460ce56" + // balanceOf(owner): answer what lies there
	"5b6004355f5260243560205260405f205460ce56" + // allowance(owner, spender)
	"5b335f5260043560205260243560405f205560cb56" + // approve(spender, amount): store, say yes
	"5b60243560043554016004355560cb56" + // mint(to, amount): add, say yes
	"5b6004355f523360205260405f2080546044358082106041579003905560443560243560043560b756" + // transferFrom(from, to, amount): less allowed, or refused; move
	"5b60243560043533" + // transfer(to, amount): from the caller
	"5b80548381106041578390039055805482019055" + // move: less for one, or refused; more for the other
	"5b6001" + // yes
	"5b5f5260205ff3") // answer

// NewToken creates a token. What is minted is paid for by the account.
func NewToken(t testing.TB, by *chain.Account) *Token {
	t.Helper()
	receipt, err := by.Send(t.Context(), "create a token", nil, tokenCode, nil)
	if err != nil {
		t.Fatal(err)
	}
	return &Token{receipt.Address, by}
}

// Mint gives an account tokens.
func (x *Token) Mint(ctx context.Context, to chain.Address, amount *big.Int) error {
	data := append([]byte{0x40, 0xc1, 0x0f, 0x19}, common.LeftPadBytes(to.Bytes(), 32)...)
	_, err := x.by.Send(ctx, "mint", &x.Address, append(data, common.LeftPadBytes(amount.Bytes(), 32)...), nil)
	return err
}

// Give mints tokens for an account and lets the Vault take them.
func (x *Token) Give(ctx context.Context, to *chain.Account, amount *big.Int) error {
	if err := x.Mint(ctx, to.Address(), amount); err != nil {
		return err
	}
	_, err := to.Approve(ctx, x.Address, amount)
	return err
}
