package cpu

import (
	"slices"
	"unsafe"

	"github.com/commonweight/commonweight/train/program"
)

// allocate gives memory to the results that need it. A buffer is free for later levels once the last reader's level is over; results of
// one level never share.
func (pl *planner) allocate() {
	lastRead := make([]int, len(pl.p.Operators))
	for i := range pl.p.Operators {
		for _, in := range pl.p.Operators[i].Operands {
			if pl.nodeOf[i] != nil && in.Source == program.SourceTrace {
				lastRead[in.Index] = max(lastRead[in.Index], pl.nodeOf[i].level)
			}
		}
	}
	// What is added to a product shares its memory, and its squares are there as soon as the product's are.
	born := func(i int) int {
		if n := pl.nodeOf[i]; n.adds && i == n.squares {
			return pl.nodeOf[n.into].level
		}
		return pl.nodeOf[i].level
	}
	for _, n := range pl.nodes {
		if n.adds {
			lastRead[n.into] = max(lastRead[n.into], lastRead[n.members[1]])
		}
	}
	order := make([]int, 0, len(pl.p.Operators))
	for i, n := range pl.nodeOf {
		if n != nil {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return born(a) - born(b) })

	type buffer struct {
		words []float32
		until int // the level of its last reader
	}
	var buffers []*buffer
	for _, i := range order {
		if _, ok := pl.inPlace[i]; ok || pl.internal[i] || pl.nodeOf[i].adds && i == pl.nodeOf[i].members[1] {
			continue
		}
		level, words := born(i), pl.p.Operators[i].Out.Words()
		until := max(pl.nodeOf[i].level, lastRead[i])
		if pl.enters[i] {
			until = len(pl.p.Operators) // until the step is committed
		}
		var best *buffer
		for _, b := range buffers {
			if b.until < level && len(b.words) >= words && (best == nil || len(b.words) < len(best.words)) {
				best = b
			}
		}
		if best == nil || len(best.words) > 2*words+1024 {
			best = &buffer{words: aligned(words)}
			buffers = append(buffers, best)
		}
		best.until = until
		pl.slots[pl.slot(i)] = best.words[:words:words]
	}
	for _, n := range pl.nodes {
		if n.adds {
			pl.slots[pl.slot(n.members[1])] = pl.slots[pl.slot(n.into)]
		}
	}
}

// aligned returns words that begin at a cache line.
func aligned(words int) []float32 {
	const line = 16
	raw := make([]float32, words+line)
	skip := (line - int(uintptr(unsafe.Pointer(&raw[0]))/4%line)) % line
	return raw[skip : skip+words : skip+words]
}
