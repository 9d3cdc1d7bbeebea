package chain

import (
	"context"
	"fmt"
	"math/big"
)

// The calls of an ERC-20 that are needed here: run rewards may be in one.
var (
	balanceOfCall = []byte{0x70, 0xa0, 0x82, 0x31}
	allowanceCall = []byte{0xdd, 0x62, 0xed, 0x3e}
	approveCall   = []byte{0x09, 0x5e, 0xa7, 0xb3}
)

// approveGas is what an approval may use: a token is a stranger's contract.
const approveGas = 200_000

func tokenCall(selector []byte, words ...Hash) []byte {
	data := append([]byte(nil), selector...)
	for _, w := range words {
		data = append(data, w[:]...)
	}
	return data
}

// amountOf reads the one word that a token answers. A token is a stranger's contract: anything else is refused.
func amountOf(answer []byte) (*big.Int, error) {
	if len(answer) != len(Hash{}) {
		return nil, fmt.Errorf("a token answers %d bytes", len(answer))
	}
	return new(big.Int).SetBytes(answer), nil
}

// TokenBalance returns what an account has of a token, outside of the Vault.
//
// Units: of the token.
func (c *Client) TokenBalance(ctx context.Context, token, account Address) (*big.Int, error) {
	return read(ctx, c, "read the tokens of "+account.Hex(), token, tokenCall(balanceOfCall, addressWord(account)), amountOf)
}

// Approved returns what the Vault may still take of an account's tokens.
//
// Units: of the token.
func (c *Client) Approved(ctx context.Context, token, account Address) (*big.Int, error) {
	return read(ctx, c, "read what the Vault may take of "+account.Hex(), token, tokenCall(allowanceCall, addressWord(account), addressWord(c.deployment.Vault)), amountOf)
}

// Approve lets the Vault take so many of the account's tokens, in place of what it might before.
func (a *Account) Approve(ctx context.Context, token Address, amount *big.Int) (*Receipt, error) {
	var word Hash
	amount.FillBytes(word[:])
	return a.send(ctx, call{doing: "let the Vault take tokens", to: &token, data: tokenCall(approveCall, addressWord(a.deployment.Vault), word), most: approveGas})
}
