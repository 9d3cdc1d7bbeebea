// Package referee decides one micro-step of any operator: the last move of a dispute. It is the twin of the contract StepReferee (same
// cases, same error names, same vectors: testdata/vectors/referee.json). It knows descriptors, tiles and the numeric profile; it knows no
// program, no state, no match and no chain.
//
//	Describe   what a match needs to know of an operator when it binds it: Geometry, and where the operands' roots stand
//	Geometry   which lists lie between a word of the output and its leaf
//	Partial    the partial sums of those lists: how they start, end, fold
//	Decide     recomputes a micro-step from openings
//	Folds, Blocks, Evidence   what a side posts and sends, made from the operands' tiles
//
// There are six leaf procedures: chain (matmul, column_reduce, scatter_add), lanes (row_reduce, tile_reduce), map, copy (gather, pick,
// concat, tick), load_batch and state. Each reads at most one tile per operand, opened against a root that was bound before; the place of
// every tile follows from the descriptor, or from one index word that was itself opened. A prover chooses nothing.
//
// Everything is total: malformed input gives one of the errors of errors.go, a descriptor that can't be right gives the verdict Invalid.
package referee

//go:generate go test -run TestVectors -update .
