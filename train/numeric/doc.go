// Package numeric is the numeric profile f32-1: what every operator of a training step computes, to the bit.
//
// It is the reference. Every engine (CPU assembly, CUDA), the contract's referee and the circuits must give the same bits; where they
// differ, they are wrong. It therefore prefers being obviously right to being fast, and knows nothing of programs, files or chains:
// it imports nothing of ours.
//
//	scalar.go, fma.go      add sub mul div fma sqrt … : IEEE-754 binary32, round to nearest even, subnormals kept, one NaN
//	function.go            exp, log, tanh: fixed sequences of the above, which are the definition
//	view.go                how operands lie in memory
//	matmul.go, reduce.go   the chain: products, column sums, scatter-add
//	lanes.go, tile.go      the lanes: row sums, row maxima, tile sums
//	map.go                 the interpreter of element-wise expressions
//	copy.go                gather, pick, concat, tick
//	order.go, batch.go     which samples a step takes, and reading them
//	random.go              Philox4x32-10 and the initial weights
//
// Three rules hold everywhere. A reduction has one shape: chunks of 512 terms and blocks of 16, anchored at multiples from 0, chunk
// results folded from the left, and +0 added to the end. Arithmetic is total: no input panics, Inf is data and every NaN returned is
// 0x7fc00000. Shapes are the caller's duty: a slice that is too short panics.
//
// Products that must be rounded before an addition are written float32(a*b), which keeps the compiler from fusing them.
//
// Every function may run beside others that write elsewhere; Matmul spreads its rows over all cores by itself.
//
// Golden vectors for other machines lie in testdata/vectors; go generate writes them.
package numeric

//go:generate go run ../../internal/generate/opcodes ../..
//go:generate go test -run TestVectors -update .
