package chain

import (
	"context"
	"fmt"

	"github.com/ethereum/go-ethereum/crypto"

	"github.com/commonweight/commonweight/fraudproof/match"
	"github.com/commonweight/commonweight/internal/chain/bindings"
)

// Reached says how far a commitment's steps are proved.
type Reached struct {
	Steps uint32
	Root  Hash // state root after them; zero if there are none
}

// Reached returns how far a commitment's steps are proved.
func (c *Client) Reached(ctx context.Context, commitment Hash) (Reached, error) {
	p := parsed().proofs
	x, err := read(ctx, c, "read how far "+commitment.Hex()+" is proved", c.deployment.StepProofs, p.PackReached(commitment), p.UnpackReached)
	return Reached{Steps: x.Steps, Root: x.Root}, err
}

// IsProven says whether all of a commitment's steps are proved: its own challenge period is over.
func (c *Client) IsProven(ctx context.Context, commitment Hash) (bool, error) {
	p := parsed().training
	return read(ctx, c, "read whether "+commitment.Hex()+" is proved", c.deployment.Training, p.PackIsProven(commitment), p.UnpackIsProven)
}

// ProofDomain is keccak256(abi.encode(chain id, registry, run)): the first public input of a run's proofs, before it is reduced into the field.
func (c *Client) ProofDomain(run RunID) Hash {
	return hashWords(c.chainWord(), addressWord(c.deployment.RunRegistry), numberWord(uint64(run)))
}

// KeyHash is the hash under which a run registers a verifying key.
func KeyHash(key []byte) Hash { return crypto.Keccak256Hash(key) }

// IsLocal says whether a chain is one for development: there hour-valued bounds are 0, and a key needs no transcript of its setup.
func IsLocal(chainID uint64) bool { return chainID == 1337 || chainID == 31337 }

// Prove proves the next steps of a commitment, up to the state with that root. Nothing is stored unless the proof holds.
//
// Errors: RevertErrors NotProvable, WrongKey, WrongSteps, WrongRoot, NotInField, InvalidProof.
func (a *Account) Prove(ctx context.Context, commitment Hash, steps uint32, root Hash, key, proof []byte) (*Receipt, error) {
	data, err := parsed().proofs.TryPackProve(commitment, steps, root, key, proof)
	if err != nil {
		return nil, fmt.Errorf("prove steps of %s: %w", commitment.Hex(), err)
	}
	return a.transact(ctx, "prove steps of "+commitment.Hex(), a.deployment.StepProofs, data)
}

// ElementKey returns the hash of the deployment's key for elements; zero if there is none.
func (c *Client) ElementKey(ctx context.Context) (Hash, error) {
	p := parsed().proofs
	key, err := read(ctx, c, "read the key for elements", c.deployment.StepProofs, p.PackElementKey(), p.UnpackElementKey)
	return Hash(key), err
}

// ElementDomain is keccak256(abi.encode(chain id, matches, challenge)): the first public input of the proof of an element in that challenge's
// match, before it is reduced into the field.
func (c *Client) ElementDomain(id ChallengeID) Hash {
	return hashWords(c.chainWord(), addressWord(c.deployment.Matches), numberWord(uint64(id)))
}

// ProveElement proves the element that the match of a challenge has come to, and so dismisses the challenge.
//
// Errors: RevertErrors WrongKey, NotProvableElement, WrongElement, NotCommitter, NotInField, InvalidProof, and those of Dismiss.
func (a *Account) ProveElement(ctx context.Context, id ChallengeID, e *match.Element, key, proof []byte) (*Receipt, error) {
	data, err := parsed().proofs.TryPackProveElement(uint64(id), bindings.Element{
		Descriptor: e.Descriptor, Roots: [2][32]byte{e.Roots[0], e.Roots[1]}, Theirs: e.Theirs, Word: e.Word, Value: e.Value,
	}, key, proof)
	if err != nil {
		return nil, fmt.Errorf("prove the element of match %d: %w", id, err)
	}
	return a.transact(ctx, fmt.Sprintf("prove the element of match %d", id), a.deployment.StepProofs, data)
}

// Dismiss ends a challenge against a commitment whose steps are all proved.
//
// Errors: RevertErrors NotProven, NotChallengeable, WrongChallenge, WrongMatch.
func (a *Account) Dismiss(ctx context.Context, id ChallengeID) (*Receipt, error) {
	return a.transact(ctx, fmt.Sprintf("dismiss challenge %d", id), a.deployment.Disputes,
		parsed().disputes.PackDismiss(uint64(id)))
}
