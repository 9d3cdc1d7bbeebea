package circuits_test

import (
	"errors"
	"sync"
	"testing"

	"github.com/consensys/gnark-crypto/ecc"
	"github.com/consensys/gnark-crypto/ecc/bn254/fr"
	"github.com/consensys/gnark/backend/witness"
	"github.com/consensys/gnark/constraint"
	"github.com/consensys/gnark/frontend"
	"github.com/consensys/gnark/frontend/cs/r1cs"

	"github.com/commonweight/commonweight/circuits"
)

// toy is a step of three squarings: post = pre⁸ + first, with the other inputs hashed into a commitment.
type toy struct {
	Public [7]frontend.Variable `gnark:",public"`
	Secret frontend.Variable
}

func (c *toy) Define(api frontend.API) error {
	x := c.Public[5]
	for range 3 {
		x = api.Mul(x, x)
	}
	api.AssertIsEqual(c.Public[6], api.Add(x, c.Public[3]))
	api.AssertIsEqual(c.Public[4], 1)
	committer, ok := api.(frontend.Committer)
	if !ok {
		return errors.New("no commitments")
	}
	// The first is committed to as it is, so that it is hashed beside the commitment.
	challenge, err := committer.Commit(c.Public[0], api.Mul(c.Public[1], c.Public[1]), api.Mul(c.Public[2], c.Secret))
	if err != nil {
		return err
	}
	api.AssertIsDifferent(challenge, c.Secret)
	return nil
}

// stepOf assigns the toy's step number first from pre.
func stepOf(t testing.TB, domain, program, dataset fr.Element, first uint64, pre fr.Element) (witness.Witness, []fr.Element) {
	t.Helper()
	post := pre
	for range 3 {
		post.Square(&post)
	}
	number, one := fr.NewElement(first), fr.NewElement(1)
	post.Add(&post, &number)
	public := []fr.Element{domain, program, dataset, number, one, pre, post}
	assigned := &toy{Secret: 7}
	for i, x := range public {
		assigned.Public[i] = x
	}
	full, err := frontend.NewWitness(assigned, ecc.BN254.ScalarField())
	if err != nil {
		t.Fatal(err)
	}
	return full, public
}

func compileToy(t testing.TB) constraint.ConstraintSystem {
	t.Helper()
	system, err := frontend.Compile(ecc.BN254.ScalarField(), r1cs.NewBuilder, &toy{})
	if err != nil {
		t.Fatal(err)
	}
	return system
}

// developed are the toy's system and its keys, made once.
var developed = sync.OnceValues(func() (constraint.ConstraintSystem, *circuits.Keys) {
	system, err := frontend.Compile(ecc.BN254.ScalarField(), r1cs.NewBuilder, &toy{})
	if err != nil {
		panic(err)
	}
	keys, err := circuits.DevelopmentKeys(system)
	if err != nil {
		panic(err)
	}
	return system, keys
})
