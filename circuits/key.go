package circuits

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"

	"github.com/consensys/gnark-crypto/ecc/bn254"
	"github.com/consensys/gnark-crypto/ecc/bn254/fr/pedersen"
	"github.com/consensys/gnark/backend/groth16"
	groth16bn254 "github.com/consensys/gnark/backend/groth16/bn254"
	"github.com/consensys/gnark/backend/solidity"
	"golang.org/x/crypto/sha3"
)

const (
	// inputs are the public inputs of every step circuit.
	inputs = 7
	// KeyBytes is the size of a verifying key as the contract takes it.
	KeyBytes = 32 * (23 + 2*(inputs+2))
)

// ErrKey says that a verifying key isn't one of a step circuit: seven public inputs and one commitment.
var ErrKey = errors.New("not the verifying key of a step circuit")

// VerifyingKey checks proofs of one circuit.
type VerifyingKey struct {
	key *groth16bn254.VerifyingKey
}

func newVerifyingKey(key groth16.VerifyingKey) (*VerifyingKey, error) {
	k, ok := key.(*groth16bn254.VerifyingKey)
	if !ok || len(k.CommitmentKeys) != 1 || len(k.PublicAndCommitmentCommitted) != 1 || len(k.G1.K) != inputs+2 {
		return nil, ErrKey
	}
	committed := k.PublicAndCommitmentCommitted[0]
	for i, wire := range committed {
		if wire < 1 || wire > inputs || i > 0 && wire <= committed[i-1] {
			return nil, fmt.Errorf("%w: it commits to public input %d", ErrKey, wire-1)
		}
	}
	// SAFETY: a verifier accepts any value of an input that no constraint reads and that isn't hashed beside the commitment, whose hash
	// every constraint with a lookup reads.
	for i, p := range k.G1.K[1 : inputs+1] {
		if p.IsInfinity() && !slices.Contains(committed, i+1) {
			return nil, fmt.Errorf("%w: public input %d isn't constrained", ErrKey, i)
		}
	}
	return &VerifyingKey{key: k}, nil
}

// Bytes returns the key as the contract takes it (IStepProofs): its keccak256 is what a run registers.
//
// Order: α; −β; −γ; −δ; G and −σG of the commitment; the mask of public inputs hashed beside it; K.
func (k *VerifyingKey) Bytes() []byte {
	out := make([]byte, 0, KeyBytes)
	g1 := func(p bn254.G1Affine) {
		raw := p.RawBytes()
		out = append(out, raw[:]...)
	}
	g2 := func(p bn254.G2Affine) {
		raw := p.RawBytes() // x₁, x₀, y₁, y₀
		out = append(out, raw[:]...)
	}
	var beta, gamma, delta bn254.G2Affine
	beta.Neg(&k.key.G2.Beta)
	gamma.Neg(&k.key.G2.Gamma)
	delta.Neg(&k.key.G2.Delta)
	g1(k.key.G1.Alpha)
	g2(beta)
	g2(gamma)
	g2(delta)
	g2(k.key.CommitmentKeys[0].G)
	g2(k.key.CommitmentKeys[0].GSigmaNeg)
	var mask [32]byte
	for _, wire := range k.key.PublicAndCommitmentCommitted[0] {
		mask[31] |= 1 << (wire - 1)
	}
	out = append(out, mask[:]...)
	for _, p := range k.key.G1.K {
		g1(p)
	}
	return out
}

// ParseVerifyingKey reads what Bytes returns.
//
// Errors: ErrKey for another length, points off their curve or outside their group, a mask of inputs that don't exist.
func ParseVerifyingKey(text []byte) (*VerifyingKey, error) {
	if len(text) != KeyBytes {
		return nil, fmt.Errorf("%w: %d bytes, want %d", ErrKey, len(text), KeyBytes)
	}
	rest, bad := bytes.NewReader(text), error(nil)
	g1 := func() (p bn254.G1Affine) {
		var raw [bn254.SizeOfG1AffineUncompressed]byte
		io.ReadFull(rest, raw[:])
		if err := p.Unmarshal(raw[:]); err != nil || p.IsInfinity() {
			bad = ErrKey
		}
		return p
	}
	g2 := func() (p bn254.G2Affine) {
		var raw [bn254.SizeOfG2AffineUncompressed]byte
		io.ReadFull(rest, raw[:])
		if err := p.Unmarshal(raw[:]); err != nil || p.IsInfinity() {
			bad = ErrKey
		}
		return p
	}
	var k groth16bn254.VerifyingKey
	k.G1.Alpha = g1()
	for _, p := range []*bn254.G2Affine{&k.G2.Beta, &k.G2.Gamma, &k.G2.Delta} {
		negated := g2()
		p.Neg(&negated)
	}
	k.CommitmentKeys = []pedersen.VerifyingKey{{G: g2(), GSigmaNeg: g2()}}
	var mask [32]byte
	io.ReadFull(rest, mask[:])
	if mask[31]>>inputs != 0 || !bytes.Equal(mask[:31], make([]byte, 31)) {
		return nil, ErrKey
	}
	k.PublicAndCommitmentCommitted = [][]int{{}}
	for i := range inputs {
		if mask[31]>>i&1 == 1 {
			k.PublicAndCommitmentCommitted[0] = append(k.PublicAndCommitmentCommitted[0], i+1)
		}
	}
	for range inputs + 2 {
		var raw [bn254.SizeOfG1AffineUncompressed]byte
		io.ReadFull(rest, raw[:])
		var p bn254.G1Affine
		if err := p.Unmarshal(raw[:]); err != nil {
			bad = ErrKey
		}
		k.G1.K = append(k.G1.K, p)
	}
	if bad != nil {
		return nil, bad
	}
	if err := k.Precompute(); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrKey, err)
	}
	return newVerifyingKey(&k)
}

// Equal says whether two keys check the same proofs.
func (k *VerifyingKey) Equal(other *VerifyingKey) bool { return slices.Equal(k.Bytes(), other.Bytes()) }

// ExportSolidity writes gnark's own verifier contract with the key built in. The protocol doesn't use it: StepProofs takes the key from the
// calldata; it is there to compare with, and for others' contracts.
func (k *VerifyingKey) ExportSolidity(w io.Writer) error {
	return k.key.ExportSolidity(w, solidity.WithHashToFieldFunction(sha3.NewLegacyKeccak256()))
}
