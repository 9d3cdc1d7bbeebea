// Package bench measures how fast this machine computes, always against something measured beside it in the same run: OpenBLAS, the
// machine's own memory, its own multiply-add units, its own SHA-256. A time alone says little on a machine that others use too; a ratio
// of two times taken alternately says what the code is worth.
//
//	rows                          reference
//	product …                     OpenBLAS's SGEMM of the same shapes on as many threads; a program of its own runs it (tools/bench)
//	product … after a pause       the same product again and again: what it costs to wake threads
//	attention …                   multiply-adds on operands that stay in the first-level cache; attention's products against OpenBLAS too
//	elementwise …, reduction …    copying or reading as many bytes with the Go runtime's own vector code
//	step …                        the same multiply-adds; PyTorch's step, by a script of its own (tools/interop)
//	state root, fetch             SHA-256 of as many bytes; a window's steps
//	verify --step                 the worker's own steps and the fetch
//
// Products, maps and reductions are operators of GPT-2's program, each made a program of its own (single), so what is measured is what an
// engine runs in a step. The package knows engines by their interface; it decides nothing by a time and no test compares one.
package bench
