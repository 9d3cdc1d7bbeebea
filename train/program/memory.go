package program

import "unsafe"

const (
	// lineWords fill a cache line.
	lineWords = 16
	// hugeWords fill a huge page. A product's operands in one have their own places in the second-level cache; in small pages they are where
	// the system happened to put them, and drive one another out.
	hugeWords = 1 << 19
	// stagger keeps tensors from beginning at the same place of their pages, where a cache would put their words side by side.
	stagger = 17 * lineWords
)

// Memory returns so many words of +0 that begin at a cache line, or at a huge page if they fill some.
func Memory(words int) []float32 {
	line := lineWords
	if words >= hugeWords {
		line = hugeWords
	}
	raw := make([]float32, words+line)
	skip := (line - int(uintptr(unsafe.Pointer(&raw[0]))/4%uintptr(line))) % line
	raw = raw[skip : skip+words : skip+words]
	if line == hugeWords {
		useHugePages(raw)
	}
	return raw
}

// tensors returns memory for tensors of so many words each, in one piece: it lives as long as any of them.
func tensors(words []int) [][]float32 {
	starts, total := make([]int, len(words)), 0
	for i, n := range words {
		starts[i] = total
		total += (n+lineWords-1)/lineWords*lineWords + stagger
	}
	memory, list := Memory(total), make([][]float32, len(words))
	for i, n := range words {
		list[i] = memory[starts[i]:][:n:n]
	}
	return list
}
