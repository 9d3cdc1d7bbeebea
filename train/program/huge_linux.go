package program

import (
	"syscall"
	"unsafe"
)

// useHugePages asks for huge pages behind words that begin at one. It is a wish: a system without them gives small ones.
func useHugePages(words []float32) {
	bytes := unsafe.Slice((*byte)(unsafe.Pointer(&words[0])), len(words)/hugeWords*hugeWords*4)
	_ = syscall.Madvise(bytes, syscall.MADV_HUGEPAGE)
}
