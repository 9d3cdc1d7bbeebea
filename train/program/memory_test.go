package program

import (
	"slices"
	"testing"
	"unsafe"
)

// TestMemory: words begin where kernels and the system want them, and there are as many as asked for.
func TestMemory(t *testing.T) {
	for _, words := range []int{0, 1, 15, 16, 17, 1000, hugeWords - 1, hugeWords, hugeWords + 5, 3*hugeWords + 1} {
		line := lineWords
		if words >= hugeWords {
			line = hugeWords
		}
		x := Memory(words)
		if len(x) != words || cap(x) != words || uintptr(unsafe.Pointer(unsafe.SliceData(x)))%uintptr(4*line) != 0 {
			t.Errorf("%d words: %d of %d at %p", words, len(x), cap(x), x)
		}
		for i := range x {
			if x[i] != 0 {
				t.Fatalf("%d words: word %d is %v", words, i, x[i])
			}
			x[i] = 1
		}
	}
}

// TestTensorsDoNotTouch: what is written into one tensor of a state shows in no other, nor in its clone.
func TestTensorsDoNotTouch(t *testing.T) {
	p := compile(t, tinyGPT())
	s := p.NewState()
	for i, words := range s.Tensors {
		if len(words) != p.StateLayout[i].Shape.Words() || cap(words) != len(words) {
			t.Fatalf("tensor %d has %d of %d words", i, len(words), cap(words))
		}
		for e := range words {
			if words[e] != 0 {
				t.Fatalf("word %d of tensor %d is %v", e, i, words[e])
			}
			words[e] = float32(i + 1)
		}
	}
	c := s.Clone()
	for i, words := range s.Tensors {
		if !slices.Equal(words, c.Tensors[i]) || slices.Min(words) != float32(i+1) || slices.Max(words) != float32(i+1) {
			t.Errorf("tensor %d: %v, its clone %v", i, words[:1], c.Tensors[i][:1])
		}
		c.Tensors[i][0] = 0
		if words[0] == 0 {
			t.Errorf("tensor %d shares its clone's words", i)
		}
	}
}
