// Package leaf proves one element of a matrix product whose operands are Poseidon2 trees: up to 1,024 fused multiply-adds in their chunks of
// 512, with the openings of every tile that they read. It knows places in tiles and what a match says of an element, and neither programs nor
// chains; the same circuit serves every product of every run, so there is one key. train/numeric is the native twin of the sum, fraudproof/merkle that of the openings.
//
//	statement.go   what a proof says: the public inputs
//	circuit.go     the circuit; witnesses
//	operand.go     one operand: its place, its tiles, its root
//	prover.go      from an element of a match to a key and a proof
package leaf
