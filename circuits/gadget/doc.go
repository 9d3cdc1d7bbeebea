// Package gadget owns binary32 arithmetic, lookups and Poseidon2 trees as constraints over BN254's scalar field. It knows nothing of programs,
// states or keys; train/numeric is its native twin, operation by operation, and fraudproof/merkle that of its trees.
//
//	constraint.go          a·b = c in one constraint
//	lookup.go              tables; the circuit's one commitment
//	format.go              formats, shifts that matter, scalings
//	unit.go, float.go      a format's arithmetic in a circuit; reading and writing words
//	round.go               from an exact value to the nearest significand
//	fma.go, div.go         fma, add, sub, mul; div, sqrt
//	compare.go             gt, ge, ieq, select, max
//	function.go            exp, log, tanh: the profile's sequences
//	reduce.go              chains and lanes
//	poseidon2.go, tree.go  the hash; tiles, lists, roots
//	hints.go               what a prover proposes
//
// Only finite numbers below the top binade have proofs. A wrong result can't be proved whatever the hints propose: each gadget says why.
package gadget
