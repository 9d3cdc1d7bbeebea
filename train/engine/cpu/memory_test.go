package cpu

import (
	"testing"
	"unsafe"
)

// TestAligned: words begin where kernels and the system want them, and there are as many as asked for.
func TestAligned(t *testing.T) {
	for _, words := range []int{1, 15, 16, 17, 1000, hugeWords - 1, hugeWords, hugeWords + 5, 3*hugeWords + 1} {
		line := lineWords
		if words >= hugeWords {
			line = hugeWords
		}
		x := aligned(words)
		if len(x) != words || cap(x) != words || uintptr(unsafe.Pointer(&x[0]))%uintptr(4*line) != 0 {
			t.Errorf("%d words: %d of %d at %p", words, len(x), cap(x), &x[0])
		}
		for i := range x {
			if x[i] != 0 {
				t.Fatalf("%d words: word %d is %v", words, i, x[i])
			}
			x[i] = 1
		}
	}
}

// TestBuffersDoNotTouch: memory that two results use at the same time does not overlap, wherever it begins.
func TestBuffersDoNotTouch(t *testing.T) {
	pl := planned(t)
	type span struct{ from, to uintptr }
	spans := map[span]bool{}
	for i := range pl.p.Operators {
		words := pl.slots[pl.slot(i)]
		if _, ok := pl.inPlace[i]; ok || len(words) == 0 {
			continue
		}
		from := uintptr(unsafe.Pointer(&words[0]))
		spans[span{from, from + uintptr(4*len(words))}] = true
	}
	for a := range spans {
		for b := range spans {
			if a.from < b.from && b.from < a.to {
				t.Fatalf("results at %x…%x and %x…%x overlap", a.from, a.to, b.from, b.to)
			}
		}
	}
}
