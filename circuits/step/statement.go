package step

import (
	"github.com/consensys/gnark-crypto/ecc/bn254/fr"

	"github.com/commonweight/commonweight/fraudproof/merkle"
)

// Statement is what a proof shows: that one step of the program, taken from the state with root Pre over the dataset, leads to the state with
// root Post. All of it is read from storage by the contract.
//
// Bounds: the roots are field elements (merkle.Poseidon2.Canonical); Domain is taken modulo the field's order; Steps is 1.
type Statement struct {
	Domain  [32]byte // keccak256(chain id, registry, run id)
	Program merkle.Hash
	Dataset merkle.Hash
	First   uint64 // the number of the step, which is the clock of the state before it
	Steps   uint64
	Pre     merkle.Hash
	Post    merkle.Hash
}

// The places of the public inputs.
const (
	publicDomain = iota
	publicProgram
	publicDataset
	publicFirst
	publicSteps
	publicPre
	publicPost
	publicInputs
)

// Public returns the circuit's public inputs, in the contract's order: domain, program, dataset, first, steps, pre, post.
func (s Statement) Public() []fr.Element {
	public := make([]fr.Element, publicInputs)
	for i, root := range map[int][32]byte{
		publicDomain: s.Domain, publicProgram: s.Program, publicDataset: s.Dataset, publicPre: s.Pre, publicPost: s.Post,
	} {
		public[i].SetBytes(root[:])
	}
	public[publicFirst], public[publicSteps] = fr.NewElement(s.First), fr.NewElement(s.Steps)
	return public
}
