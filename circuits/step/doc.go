// Package step compiles one step of a run's program to a circuit and assigns its witness.
//
// It owns the Statement, its public inputs and their order, and the walk over the program's operators; the arithmetic is that of
// circuits/gadget. It may not know how a proof is made, kept or checked.
//
//	Program ── Compile ── Circuit ── Constraints   (deterministic: agents compare the hash of the serialised system)
//	                              └─ Assign(Statement, Step)   the full witness, or ErrNotFinite
//
// Every public input is constrained: the exported verifier accepts any value for one that isn't.
package step
