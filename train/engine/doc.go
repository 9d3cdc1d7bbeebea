// Package engine runs programs: it owns the interface and the choice between engines, and knows no chain, file or clock.
//
//	name      code path                                          second opinion
//	cuda      train/engine/cuda: a GPU, in builds that have it   the fastest of the others
//	avx512    train/engine/cpu, 16 lanes                         avx2
//	avx2      train/engine/cpu, 8 lanes                          portable
//	portable  train/engine/portable: operator by operator with   avx2, where the machine has it
//	          the reference of train/numeric
//
// Begin starts a window, a state on its way through an engine: a GPU keeps it to itself between steps and hashes it there. What a GPU can come to grief
// over, Failed tells from everything else; a name that Optional knows lets the processor take its place.
//
// OpenTracer gives the outputs of every operator, which disputes are about, by the same code paths: cpu unfused, or portable. Evaluate takes the
// loss on held-out data from one.
//
// Every engine gives the bits of train/numeric; which one runs is never part of a result.
package engine
