// Package ptx reads PTX, the assembly that the driver compiles for a GPU: it checks that a module computes nothing but what the numeric
// profile allows, and runs kernels without a GPU, slowly and suspiciously. It knows neither operators nor plans.
//
//	parse.go      the text as kernels: parameters, shared memory, instructions
//	check.go      which instructions on floats a module may have
//	machine.go    a launch: blocks one after the other, their threads side by side
//	operations.go what every instruction does
//	memory.go     global and shared memory: bounds, alignment, races, words that nobody wrote
//
// The machine is a second reading of the emitted code, not of its source. It computes floats by the rules of IEEE 754, as the GPU does for
// every instruction that check.go lets pass; NaN results have the GPU's payload. It refuses what a GPU would let happen now and then: two
// threads that touch a word without a barrier between them, a shuffle without all its lanes, an address that no buffer has.
package ptx
