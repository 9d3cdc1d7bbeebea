package validator

import (
	"context"

	"github.com/commonweight/commonweight/internal/chain"
)

// hand casts the ballots of one juror: the account itself, or a contract wallet that takes the account's signature for its own (EIP-1271).
type hand struct {
	account *chain.Account
	juror   chain.Address
	salts   *Salts
}

// ballot is what hides a root.
func (h hand) ballot(at slot, root, salt chain.Hash) chain.Hash {
	return h.account.BallotHash(at.commitment, at.round, at.seed, h.juror, root, salt)
}

// cast commits a ballot. Its salt can't be lost any more when it is sent.
func (h hand) cast(ctx context.Context, at slot, root chain.Hash) error {
	salt, err := h.salts.prepare(at, root)
	if err != nil {
		return err
	}
	ballot := h.ballot(at, root, salt)
	if h.juror == h.account.Address() {
		_, err = h.account.CommitBallot(ctx, at.commitment, ballot)
		return err
	}
	signature, err := h.account.SignBallot(at.commitment, at.round, at.seed, h.juror, ballot)
	if err != nil {
		return err
	}
	_, err = h.account.CommitBallotFor(ctx, at.commitment, h.juror, ballot, signature)
	return err
}

// show reveals a ballot.
func (h hand) show(ctx context.Context, at slot, root, salt chain.Hash) error {
	_, err := h.account.Reveal(ctx, at.commitment, h.juror, root, salt)
	return err
}

// matching finds the root and the salt that a ballot was made of, among the salts that the juror may have used and some roots.
func (h hand) matching(at slot, sealed chain.Hash, roots []chain.Hash) (root, salt chain.Hash, found bool) {
	for _, k := range h.salts.recall(at) {
		candidates := roots
		if k.root != (chain.Hash{}) {
			candidates = []chain.Hash{k.root}
		}
		for _, root := range candidates {
			if h.ballot(at, root, k.salt) == sealed {
				return root, k.salt, true
			}
		}
	}
	return root, salt, false
}
