package gadget

import (
	"math/big"
	"sync"

	"github.com/consensys/gnark-crypto/ecc/bn254/fr/poseidon2"
	"github.com/consensys/gnark/frontend"
)

// roundKeys are those of gnark's width-2 permutation, 6 full and 50 partial rounds.
var roundKeys = sync.OnceValue(func() [][]*big.Int {
	p := poseidon2.GetDefaultParameters()
	keys := make([][]*big.Int, len(p.RoundKeys))
	for i, round := range p.RoundKeys {
		for _, k := range round {
			keys[i] = append(keys[i], k.BigInt(new(big.Int)))
		}
	}
	return keys
})

// permute is the Poseidon2 permutation of two lanes.
//
// Constraints: 186 for two variables: 62 times x⁵.
//
// Native twin: gnark-crypto's poseidon2, as fraudproof/merkle uses it. A wrong result can't be proved: no hints.
func permute(api frontend.API, a, b frontend.Variable) (frontend.Variable, frontend.Variable) {
	quintic := func(x frontend.Variable) frontend.Variable {
		square := api.Mul(x, x)
		return api.Mul(api.Mul(square, square), x)
	}
	external := func() {
		sum := api.Add(a, b)
		a, b = api.Add(sum, a), api.Add(sum, b)
	}
	external()
	keys := roundKeys()
	for _, k := range keys {
		if len(k) == 2 {
			a, b = quintic(api.Add(a, k[0])), quintic(api.Add(b, k[1]))
			external()
			continue
		}
		a = quintic(api.Add(a, k[0]))
		sum := api.Add(a, b)
		a, b = api.Add(sum, a), api.Add(sum, b, b)
	}
	return a, b
}

// Absorb hashes field elements behind their tag as fraudproof/merkle does: s = 0; for each x, s = P(s, x)[1] + x.
//
// Constraints: 186 per element, none while all are constants.
func Absorb(api frontend.API, tag int, elements ...frontend.Variable) frontend.Variable {
	state := frontend.Variable(0)
	for _, x := range append([]frontend.Variable{tag}, elements...) {
		_, right := permute(api, state, x)
		state = api.Add(right, x)
	}
	return state
}
