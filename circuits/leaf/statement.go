package leaf

import (
	"math/big"

	"github.com/consensys/gnark-crypto/ecc/bn254/fr"

	"github.com/commonweight/commonweight/fraudproof/merkle"
	"github.com/commonweight/commonweight/fraudproof/referee"
)

// Statement is what a proof shows: that the element is Value, where Terms factors stand at Places in the tensors with these Roots.
//
// Bounds: the roots are field elements (merkle.Poseidon2.Canonical); Domain is taken modulo the field's order.
type Statement struct {
	Domain [32]byte // whom the proof is for; the sum doesn't depend on it
	Roots  [2]merkle.Hash
	Places [2]referee.Place
	Terms  int
	Value  uint32
}

// packed is a place as a public input: line, 4 bits; down; from bit 8 on first, from bit 40 on stride, from bit 72 on tiles, 32 bits each.
func packed(p referee.Place) *big.Int {
	low := uint64(p.Line&15) | uint64(p.First)<<8
	if p.Down {
		low |= 1 << 4
	}
	high := new(big.Int).SetUint64(uint64(p.Tiles)<<32 | uint64(p.Stride))
	return high.Add(high.Lsh(high, 40), new(big.Int).SetUint64(low))
}

// The places of the public inputs.
const (
	publicDomain = iota
	publicRoots
	publicPlaces = publicRoots + 2
	publicTerms  = publicPlaces + 2
	publicValue  = publicTerms + 1
	publicInputs = publicValue + 1
)

// Public returns the circuit's public inputs, in the contract's order: domain, both roots, both places, terms, value.
func (s Statement) Public() []fr.Element {
	public := make([]fr.Element, publicInputs)
	public[publicDomain].SetBytes(s.Domain[:])
	for n := range s.Roots {
		public[publicRoots+n].SetBytes(s.Roots[n][:])
		public[publicPlaces+n].SetBigInt(packed(s.Places[n]))
	}
	public[publicTerms], public[publicValue] = fr.NewElement(uint64(s.Terms)), fr.NewElement(uint64(s.Value))
	return public
}
