// Package gadget owns binary32 arithmetic, lookups and Poseidon2 trees as constraints over BN254's scalar field.
package gadget
