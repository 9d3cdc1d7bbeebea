package chain

import (
	"context"
	"crypto/hmac"
	"crypto/sha256"

	"github.com/ethereum/go-ethereum/crypto"
)

// Secret returns 32 bytes that only the key's owner can compute, always the same for the same purpose and words. What a seal or a ballot
// hides is made of them, so that it can be opened by a process that has lost everything but the key.
//
// Source: HMAC-SHA256 under the private key over "commonweight secret" ‖ 0 ‖ chain id ‖ words ‖ purpose.
func (a *Account) Secret(purpose string, words ...Hash) (secret Hash) {
	mac := hmac.New(sha256.New, crypto.FromECDSA(a.key.private))
	mac.Write([]byte("commonweight secret\x00"))
	chainID := a.chainWord()
	mac.Write(chainID[:])
	for _, word := range words {
		mac.Write(word[:])
	}
	mac.Write([]byte(purpose))
	mac.Sum(secret[:0])
	return secret
}

// Quiet says whether every transaction of the key that the node knows of is mined. An agent that has just started asks before it bonds
// anything: what its predecessor sent may still lie in the pool.
func (a *Account) Quiet(ctx context.Context) (bool, error) {
	pending, err := a.pending(ctx)
	if err != nil {
		return false, err
	}
	mined, err := a.mined(ctx)
	return pending <= mined, err
}
