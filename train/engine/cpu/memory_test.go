package cpu

import (
	"testing"
	"unsafe"
)

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
