package circuits_test

import (
	"bytes"
	"errors"
	"testing"

	"github.com/consensys/gnark-crypto/ecc"
	"github.com/consensys/gnark-crypto/ecc/bn254/fr"
	"github.com/consensys/gnark/frontend"
	"github.com/consensys/gnark/frontend/cs/r1cs"

	"github.com/commonweight/commonweight/circuits"
)

func TestProofHoldsForItsStatementOnly(t *testing.T) {
	system, keys := developed()
	full, public := stepOf(t, fr.NewElement(11), fr.NewElement(12), fr.NewElement(13), 4, fr.NewElement(3))
	proof, err := keys.Prove(system, full)
	if err != nil {
		t.Fatal(err)
	}
	if len(proof) != circuits.ProofBytes || len(proof) > 400 {
		t.Fatalf("the proof has %d bytes", len(proof))
	}
	if err := keys.Verifying.Verify(public, proof); err != nil {
		t.Fatal(err)
	}
	one := fr.NewElement(1)
	for i := range public {
		changed := bytesOf(public)
		changed[i].Add(&changed[i], &one)
		if err := keys.Verifying.Verify(changed, proof); !errors.Is(err, circuits.ErrInvalidProof) {
			t.Errorf("public input %d plus one is accepted: %v", i, err)
		}
	}
	for i := range proof {
		broken := bytes.Clone(proof)
		broken[i] ^= 1 << (i % 8)
		if err := keys.Verifying.Verify(public, broken); !errors.Is(err, circuits.ErrInvalidProof) {
			t.Errorf("a flipped bit of byte %d is accepted: %v", i, err)
		}
	}
}

func bytesOf(public []fr.Element) []fr.Element { return append([]fr.Element(nil), public...) }

func TestFalseStepHasNoProof(t *testing.T) {
	system, keys := developed()
	full, public := stepOf(t, fr.NewElement(11), fr.NewElement(12), fr.NewElement(13), 4, fr.NewElement(3))
	wrong := full.Vector().(fr.Vector)
	wrong[6].Double(&public[6])
	if _, err := keys.Prove(system, full); err == nil {
		t.Fatal("a wrong post root was proved")
	}
}

func TestKeyInTheContractsForm(t *testing.T) {
	_, keys := developed()
	text := keys.Verifying.Bytes()
	if len(text) != circuits.KeyBytes {
		t.Fatalf("%d bytes", len(text))
	}
	back, err := circuits.ParseVerifyingKey(text)
	if err != nil {
		t.Fatal(err)
	}
	if !back.Equal(keys.Verifying) {
		t.Fatal("the key read back is another")
	}
	system, _ := developed()
	full, public := stepOf(t, fr.NewElement(1), fr.NewElement(2), fr.NewElement(3), 4, fr.NewElement(5))
	proof, err := keys.Prove(system, full)
	if err != nil {
		t.Fatal(err)
	}
	if err := back.Verify(public, proof); err != nil {
		t.Fatal(err)
	}
	for _, bad := range [][]byte{text[:len(text)-1], append(bytes.Clone(text), 0), make([]byte, circuits.KeyBytes)} {
		if _, err := circuits.ParseVerifyingKey(bad); !errors.Is(err, circuits.ErrKey) {
			t.Errorf("%d bytes: %v", len(bad), err)
		}
	}
	for word := range circuits.KeyBytes / 32 {
		broken := bytes.Clone(text)
		broken[32*word+31] ^= 0x80
		if _, err := circuits.ParseVerifyingKey(broken); !errors.Is(err, circuits.ErrKey) {
			t.Errorf("a flipped bit of word %d: %v", word, err)
		}
	}
}

func TestSystemHashIsThatOfTheCircuit(t *testing.T) {
	a, err := circuits.HashSystem(compileToy(t))
	if err != nil {
		t.Fatal(err)
	}
	b, err := circuits.HashSystem(compileToy(t))
	if err != nil {
		t.Fatal(err)
	}
	if a != b {
		t.Fatalf("two compilations hash to %s and %s", a, b)
	}
}

// loose is a circuit that doesn't read its last public input.
type loose struct {
	Public [7]frontend.Variable `gnark:",public"`
}

func (c *loose) Define(api frontend.API) error {
	products := make([]frontend.Variable, 6)
	for i := range products {
		products[i] = api.Mul(c.Public[i], c.Public[i])
	}
	challenge, err := api.(frontend.Committer).Commit(products...)
	if err != nil {
		return err
	}
	api.AssertIsDifferent(challenge, 0)
	return nil
}

func TestUnconstrainedInputIsRefused(t *testing.T) {
	system, err := frontend.Compile(ecc.BN254.ScalarField(), r1cs.NewBuilder, &loose{}, frontend.IgnoreUnconstrainedInputs())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := circuits.DevelopmentKeys(system); !errors.Is(err, circuits.ErrKey) {
		t.Fatalf("keys of a circuit with a free public input: %v", err)
	}
}
