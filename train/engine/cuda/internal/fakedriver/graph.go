//go:build cuda && fakedriver && linux && amd64

package fakedriver

import (
	"maps"

	"github.com/commonweight/commonweight/train/engine/cuda/internal/ptx"
)

// launch is a node of a graph.
type launch struct {
	kernel *ptx.Kernel
	grid   [3]int
	block  int
	args   []uint64
	after  map[int]bool // what must have run before
}

// capture is a graph that is being recorded from a stream.
type capture struct {
	origin uintptr
	nodes  []launch
	tails  map[uintptr]map[int]bool // of every stream that has joined: what its next launch waits for
	events map[uintptr]map[int]bool
}

func newCapture(origin uintptr) *capture {
	return &capture{origin, nil, map[uintptr]map[int]bool{origin: {}}, map[uintptr]map[int]bool{}}
}

func (c *capture) add(stream uintptr, l launch) bool {
	tail, joined := c.tails[stream]
	if !joined {
		return false
	}
	l.after = maps.Clone(tail)
	c.nodes = append(c.nodes, l)
	c.tails[stream] = map[int]bool{len(c.nodes) - 1: true}
	return true
}

func (c *capture) record(event, stream uintptr) bool {
	tail, joined := c.tails[stream]
	c.events[event] = maps.Clone(tail)
	return joined
}

func (c *capture) wait(stream, event uintptr) bool {
	tail, recorded := c.events[event]
	if c.tails[stream] == nil {
		c.tails[stream] = map[int]bool{}
	}
	maps.Copy(c.tails[stream], tail)
	return recorded
}

// joined reports whether the origin waits for all that other streams were told.
func (c *capture) joined() bool {
	reached := map[int]bool{}
	var visit func(n int)
	visit = func(n int) {
		if !reached[n] {
			reached[n] = true
			for before := range c.nodes[n].after {
				visit(before)
			}
		}
	}
	for n := range c.tails[c.origin] {
		visit(n)
	}
	return len(reached) == len(c.nodes)
}

// order lists the nodes so that each comes after what it waits for, and otherwise the last recorded first.
func order(nodes []launch) []int {
	waits, next := make([]int, len(nodes)), make([][]int, len(nodes))
	var ready, list []int
	for i, n := range nodes {
		waits[i] = len(n.after)
		for before := range n.after {
			next[before] = append(next[before], i)
		}
		if waits[i] == 0 {
			ready = append(ready, i)
		}
	}
	for len(ready) > 0 {
		latest := 0
		for i, n := range ready {
			if n > ready[latest] {
				latest = i
			}
		}
		n := ready[latest]
		ready = append(ready[:latest], ready[latest+1:]...)
		list = append(list, n)
		for _, after := range next[n] {
			if waits[after]--; waits[after] == 0 {
				ready = append(ready, after)
			}
		}
	}
	return list
}
