// Package circuits owns step proofs: that one step of a run's program leads from one state root to another, as a Groth16 proof over BN254 with
// one commitment.
//
//	gadget/   binary32 arithmetic, lookups and Poseidon2 trees as constraints
//	step/     a run's program compiled to the circuit of one step; the statement and its public inputs
//	circuits  keys, transcripts of their setup, proving, verifying, export to Solidity: of any circuit with the seven public inputs
//
// A proof says nothing about steps that meet an infinity or a NaN: they have none.
//
//go:generate go run ./generate ../solidity/src/Poseidon2.sol
package circuits
