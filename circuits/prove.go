package circuits

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"io"

	"github.com/consensys/gnark-crypto/ecc"
	"github.com/consensys/gnark-crypto/ecc/bn254/fr"
	"github.com/consensys/gnark/backend"
	"github.com/consensys/gnark/backend/groth16"
	groth16bn254 "github.com/consensys/gnark/backend/groth16/bn254"
	"github.com/consensys/gnark/backend/solidity"
	"github.com/consensys/gnark/backend/witness"
	"github.com/consensys/gnark/constraint"
	"github.com/consensys/gnark/logger"
)

// ProofBytes is the size of a proof: A, B, C, the commitment and the proof that its opening is known, uncompressed.
const ProofBytes = 32 * 12

// ErrInvalidProof says that a proof doesn't show its statement.
var ErrInvalidProof = errors.New("the proof doesn't hold")

// gnark tells on stdout what it is doing.
func init() { logger.Disable() }

// SystemHash is sha256 of a serialised constraint system: what a run registers beside the key that was made for it.
type SystemHash [sha256.Size]byte

// String returns the hash as 0x and 64 hex digits.
func (h SystemHash) String() string { return "0x" + hex.EncodeToString(h[:]) }

// HashSystem hashes a constraint system as gnark serialises it. Two machines that compile a circuit with the same gnark get the same.
func HashSystem(system constraint.ConstraintSystem) (h SystemHash, err error) {
	hash := sha256.New()
	if _, err := system.WriteTo(hash); err != nil {
		return h, fmt.Errorf("hash the constraint system: %w", err)
	}
	return SystemHash(hash.Sum(nil)), nil
}

// Keys are what a circuit's steps are proved and checked by.
type Keys struct {
	Verifying   *VerifyingKey
	Development bool   // made by one machine, which could prove anything
	Transcript  string // hash of the transcript that was verified for them; "" for a development setup's
	proving     groth16.ProvingKey
}

// Prove proves the statement that the witness is assigned for, and checks the proof before it returns it.
//
// Errors: the statement is false; or the keys are another circuit's.
func (k *Keys) Prove(system constraint.ConstraintSystem, full witness.Witness) ([]byte, error) {
	proof, err := groth16.Prove(system, k.proving, full, solidity.WithProverTargetSolidityVerifier(backend.GROTH16))
	if err != nil {
		return nil, fmt.Errorf("prove: %w", err)
	}
	out := proof.(*groth16bn254.Proof).MarshalSolidity()
	public, err := full.Public()
	if err != nil {
		return nil, fmt.Errorf("prove: %w", err)
	}
	values, ok := public.Vector().(fr.Vector)
	if !ok {
		return nil, errors.New("prove: the witness is over another field")
	}
	if err := k.Verifying.Verify(values, out); err != nil {
		return nil, fmt.Errorf("prove: the keys don't fit each other: %w", err)
	}
	return out, nil
}

// Verify checks a proof as the contract does.
//
// Errors: ErrInvalidProof.
func (k *VerifyingKey) Verify(public []fr.Element, proof []byte) error {
	if len(proof) != ProofBytes || len(public) != inputs {
		return fmt.Errorf("%w: %d bytes for %d inputs, want %d and %d", ErrInvalidProof, len(proof), len(public), ProofBytes, inputs)
	}
	parsed := groth16.NewProof(ecc.BN254)
	if err := readProof(parsed, proof); err != nil {
		return fmt.Errorf("%w: %w", ErrInvalidProof, err)
	}
	err := groth16bn254.Verify(parsed.(*groth16bn254.Proof), k.key, public, solidity.WithVerifierTargetSolidityVerifier(backend.GROTH16))
	if err != nil {
		return fmt.Errorf("%w: %w", ErrInvalidProof, err)
	}
	return nil
}

// readProof reads a proof in the contract's form, where gnark's has the number of commitments, 1, behind A, B and C.
func readProof(into io.ReaderFrom, proof []byte) error {
	const points = 32 * 8
	framed := binary.BigEndian.AppendUint32(bytes.Clone(proof[:points]), 1)
	n, err := into.ReadFrom(bytes.NewReader(append(framed, proof[points:]...)))
	if err == nil && int(n) != ProofBytes+4 {
		err = errors.New("a point is written in another form")
	}
	return err
}
