// Package kernel holds the vector kernels of the CPU engine, one set for AVX2 and one for AVX-512, written by the generator next door.
// It knows the numeric profile's shapes of reduction and its functions; it knows no operators and no programs.
//
// A kernel trusts its caller for bounds. Lookup hands out no set that this machine lacks. Words may be any float32; a NaN may
// come out with a payload of the hardware's choosing, canon makes it the profile's one NaN.
package kernel

//go:generate go run ../asm -level avx2 -out avx2_amd64.s -stubs avx2_amd64.go -pkg kernel
//go:generate go run ../asm -level avx512 -out avx512_amd64.s -stubs avx512_amd64.go -pkg kernel
