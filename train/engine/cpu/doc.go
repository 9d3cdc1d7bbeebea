// Package cpu runs a program fast on the vector units of an amd64 processor, with the bits of train/numeric. It knows operators and their
// shapes; it knows no models, no files and no network.
//
//	cpu.go                 New, Step, Close
//	conformance.go         what a thread and a processor must get right before they may run anything
//	plan.go, fuse.go       the program as nodes: maps joined, nodes in stages, what may be written in place
//	memory.go              which outputs share memory
//	pool.go                worker threads, one stage after the other
//	bell_*.go, place_*.go  how a thread is woken, and where it runs
//	matmul.go, pack.go     matrix products from register blocks, and what they read side by side
//	gradients.go           what is done with a gradient where it is made
//	triangle.go            which terms of causal attention need not be taken
//	reduce.go              row, column and tile reductions
//	expression.go, maps.go element-wise expressions over blocks of 512 words
//	onepass.go             expressions that have a kernel of their own
//	copies.go              gather, pick, concat, load_batch, tick, scatter_add
//	tracer.go              the same tasks operator by operator, every output seen
//	internal/kernel        the assembly, an AVX2 and an AVX-512 set
//	internal/asm           its generator
//
// # Why the bits can't change
//
// Threads, stages and blocks divide outputs among kernels; every output is computed by one kernel call per chunk of 512 terms, in the
// order that the profile fixes. Fused maps and shared memory only change where words lie. A kernel that adds a chunk's result S to an
// output that starts as +0 computes (+0 + S_0) + S_1 + …: no such sum is ever −0, so it equals the profile's fold with its final +0.
// For the same reason terms that are +0 may be added to a sum.
//
// # NaN
//
// The profile knows one NaN, hardware many. Every operator of the set gives a NaN here exactly where the reference gives one: arithmetic
// and comparisons don't look at payloads, exp, log and tanh pass a NaN through, and words are compared (ieq) only with indices. So all
// values equal the reference's up to payloads, and whatever enters the state goes through a kernel that makes NaN canonical. Finite words
// are equal to the bit, whether a step's gradient norm is finite or not.
package cpu
