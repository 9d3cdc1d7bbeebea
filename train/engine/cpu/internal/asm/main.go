// Command asm writes the vector kernels of the CPU engine. It knows the numeric profile and two instruction sets, nothing of programs:
//
//	main.go       which kernels there are
//	vector.go     the two instruction sets behind one small vocabulary
//	matmul.go     register-blocked matrix product
//	pack.go       copies that bring operands into the order the product reads
//	reduce.go     row, column and tile reductions
//	maps.go       one kernel per map instruction
//	fused.go      one kernel per list of instructions that is worth it
//	functions.go  exp, log and tanh as their fixed sequences
//
// The lanes of a vector are always different outputs (or the 16 lanes of a lanes-reduction), never terms of one chain: the width of a
// register can't change a bit.
package main

import (
	"flag"

	. "github.com/mmcloughlin/avo/build"
)

func main() {
	level := flag.String("level", "", "avx2 or avx512")
	flag.Parse()
	var s set
	switch *level {
	case "avx2":
		s = newSet("AVX2", 8)
	case "avx512":
		s = newSet("AVX512", 16)
	default:
		panic("asm: -level must be avx2 or avx512")
	}
	s.matmul()
	s.pack()
	s.reductions()
	s.maps()
	s.fused()
	Generate()
}
