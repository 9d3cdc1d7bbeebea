package cpu

import (
	"slices"

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
		at, words int
		until     int // the level of its last reader
	}
	var buffers []*buffer
	place, total := make([]*buffer, len(pl.p.Operators)), 0
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
			if b.until < level && b.words >= words && (best == nil || b.words < best.words) {
				best = b
			}
		}
		if best == nil || best.words > 2*words+1024 {
			best = &buffer{at: total, words: words}
			buffers = append(buffers, best)
			total += ceil(words, lineWords)*lineWords + stagger
		}
		best.until = until
		place[i] = best
	}
	slab := program.Memory(total)
	for i, b := range place {
		if b != nil {
			words := pl.p.Operators[i].Out.Words()
			pl.slots[pl.slot(i)] = slab[b.at:][:words:words]
		}
	}
	for _, n := range pl.nodes {
		if n.adds {
			pl.slots[pl.slot(n.members[1])] = pl.slots[pl.slot(n.into)]
		}
	}
}

// stagger keeps buffers from beginning at the same place of their pages, where a cache would put their words side by side.
const stagger = 17 * lineWords
