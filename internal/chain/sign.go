package chain

import (
	"context"
	"fmt"

	"github.com/ethereum/go-ethereum/accounts"
	"github.com/ethereum/go-ethereum/crypto"
)

// SignText signs a text as wallets do (personal_sign): r, s and v, the last as 27 or 28.
//
// Source: EIP-191, version 0x45. Keys sign alike each time (RFC 6979); wallets elsewhere needn't.
func (a *Account) SignText(_ context.Context, text string) ([]byte, error) {
	signature, err := crypto.Sign(accounts.TextHash([]byte(text)), a.key.private)
	if err != nil {
		return nil, fmt.Errorf("sign a text: %w", err)
	}
	signature[64] += 27
	return signature, nil
}

// SignBallot signs a ballot for CommitBallotFor.
//
// Source: EIP-712, see SignedBallotHash.
func (a *Account) SignBallot(commitment Hash, round uint32, seed Hash, juror Address, ballot Hash) ([]byte, error) {
	hash := a.SignedBallotHash(commitment, round, seed, juror, ballot)
	signature, err := crypto.Sign(hash[:], a.key.private)
	if err != nil {
		return nil, fmt.Errorf("sign a ballot: %w", err)
	}
	signature[64] += 27
	return signature, nil
}
