package ptx

import (
	"fmt"
	"math"
)

// warp is the number of threads that shuffle among themselves.
const warp = 32

// maxThreads is the size of the largest block.
const maxThreads = 256

// special registers; 0 is none.
var special = map[string]int{"%tid.x": 1, "%ctaid.x": 2, "%ctaid.y": 3, "%ctaid.z": 4}

// Machine runs kernels on a memory.
//
// Concurrency: one launch at a time.
type Machine struct {
	Memory  *Memory
	threads uint32 // launched so far in all, so that the threads of different launches differ
	narrow  [][]uint32
	wide    [][]uint64
	shared  []uint32
	bars    *shadow // of shared memory; a period lasts from barrier to barrier
	block   [3]int
	args    []uint64
	size    int
	counter []int32
	parked  []bool // waits at an instruction for the rest of its warp
	lanes   []int32
	err     error
}

// Launch runs a kernel over a grid of blocks. Blocks run one after the other, the last first if the grid is even, so that nothing can
// depend on their order.
//
// Errors: ErrAccess, with the instruction.
func (m *Machine) Launch(k *Kernel, grid [3]int, threads int, args []uint64) error {
	if len(args) != len(k.params) {
		return fmt.Errorf("kernel %s takes %d arguments, not %d", k.Name, len(k.params), len(args))
	}
	if threads < 1 || threads > maxThreads {
		return fmt.Errorf("kernel %s: blocks of %d threads", k.Name, threads)
	}
	m.args, m.size = args, threads
	m.prepare(k)
	blocks := grid[0] * grid[1] * grid[2]
	for i := range blocks {
		if blocks%2 == 0 {
			i = blocks - 1 - i
		}
		m.block = [3]int{i % grid[0], i / grid[0] % grid[1], i / grid[0] / grid[1]}
		if err := m.runBlock(k); err != nil {
			return fmt.Errorf("kernel %s, block %v: %w", k.Name, m.block, err)
		}
		m.threads += uint32(threads)
	}
	return nil
}

// prepare makes registers and fills those of immediate operands.
func (m *Machine) prepare(k *Kernel) {
	for len(m.narrow) < k.narrow {
		m.narrow = append(m.narrow, make([]uint32, maxThreads))
	}
	for len(m.wide) < k.wide {
		m.wide = append(m.wide, make([]uint64, maxThreads))
	}
	for _, c := range k.preset {
		for l := range m.size {
			if c.register.wide {
				m.wide[c.register.number][l] = c.value
			} else {
				m.narrow[c.register.number][l] = uint32(c.value)
			}
		}
	}
	m.shared = make([]uint32, (k.bytes+3)/4)
	m.bars = newShadow(len(m.shared))
	m.counter = make([]int32, m.size)
	m.parked = make([]bool, m.size)
	m.lanes = make([]int32, 0, m.size)
}

const (
	gone    = math.MaxInt32     // the thread has left
	waiting = math.MaxInt32 - 1 // it waits at the barrier
)

func (m *Machine) runBlock(k *Kernel) error {
	for i := range m.shared {
		m.shared[i] = poison
	}
	m.bars.period++
	clear(m.counter)
	barrier := int32(-1) // where threads wait
	some := false        // whether one of them said so
	for {
		// The threads furthest behind go on together: so those that parted meet again where their ways join.
		at, parked := int32(gone), int32(gone)
		for l, c := range m.counter {
			if m.parked[l] {
				parked = min(parked, c)
			} else {
				at = min(at, c)
			}
		}
		if (at == gone || at == waiting) && parked != gone {
			return fmt.Errorf("%w: %s: not all lanes take part", ErrAccess, k.code[parked].text)
		}
		if at == gone {
			return nil
		}
		if at == waiting {
			for l, c := range m.counter {
				if c == waiting {
					m.counter[l] = barrier + 1
					if in := &k.code[barrier]; in.kind == waitAny {
						m.narrow[in.d[0].number][l] = truth(some)
					}
				}
			}
			barrier, some = -1, false
			m.bars.period++
			continue
		}
		if k.code[at].kind == converged && m.park(at) {
			continue
		}
		m.lanes = m.lanes[:0]
		next := int32(gone)
		for l, c := range m.counter {
			if c == at && !m.parked[l] {
				m.lanes = append(m.lanes, int32(l))
			} else if c > at {
				next = min(next, c)
			}
		}
		to, err := m.straight(k, at, next)
		if err != nil {
			return err
		}
		in := &k.code[to]
		switch in.kind {
		case wait, waitAny:
			if barrier >= 0 && barrier != to {
				return fmt.Errorf("%w: threads wait at different barriers: %s", ErrAccess, in.text)
			}
			barrier = to
			for _, l := range m.lanes {
				m.counter[l] = waiting
				if in.kind == waitAny {
					some = some || m.narrow[in.s[len(in.s)-1].number][l] != 0
				}
			}
		case leave:
			for _, l := range m.lanes {
				m.counter[l] = gone
			}
		case branch:
			for _, l := range m.lanes {
				m.counter[l] = to + 1
				if in.guard < 0 || (m.narrow[in.guard][l] != 0) != in.not {
					m.counter[l] = int32(in.to)
				}
			}
		default: // others are there already
			for _, l := range m.lanes {
				m.counter[l] = to
			}
		}
	}
}

// park lets the lanes at an instruction that needs whole warps wait for the rest of theirs, and wakes those that are whole. It reports
// whether all have to wait, so that others go on first.
func (m *Machine) park(at int32) bool {
	runs := false
	for first := 0; first < m.size; first += warp {
		whole := true
		for _, c := range m.counter[first : first+warp] {
			whole = whole && c == at
		}
		for l := first; l < first+warp; l++ {
			if m.counter[l] == at {
				m.parked[l] = !whole
			}
		}
		runs = runs || whole
	}
	return !runs
}

// straight runs instructions from at on and returns the number of the one it stopped before: one that may part the threads, or where others wait.
func (m *Machine) straight(k *Kernel, at, next int32) (int32, error) {
	all := m.lanes
	for ; at < next; at++ {
		in := &k.code[at]
		switch in.kind {
		case branch, leave, wait, waitAny:
			return at, nil
		case converged:
			if !wholeWarps(all) {
				return at, nil
			}
		}
		if in.guard >= 0 {
			some := make([]int32, 0, len(all))
			for _, l := range all {
				if (m.narrow[in.guard][l] != 0) != in.not {
					some = append(some, l)
				}
			}
			m.lanes = some
		}
		in.run(m, in, m.lanes)
		m.lanes = all
		if m.err != nil {
			err := fmt.Errorf("%s: %w", in.text, m.err)
			m.err = nil
			return at, err
		}
	}
	return at, nil
}

// wholeWarps reports whether ascending lanes are all lanes of some warps.
func wholeWarps(lanes []int32) bool {
	if len(lanes)%warp != 0 {
		return false
	}
	for i := 0; i < len(lanes); i += warp {
		if lanes[i]%warp != 0 || lanes[i+warp-1] != lanes[i]+warp-1 {
			return false
		}
	}
	return true
}

func truth(b bool) uint32 {
	if b {
		return 1
	}
	return 0
}

// sharedWord finds a word of shared memory for a thread.
func (m *Machine) sharedWord(at uint64, count int, lane int32, write bool) int {
	i := int((at - sharedBase) / 4)
	if at < sharedBase || at%uint64(4*count) != 0 || i+count > len(m.shared) {
		m.fail(fmt.Errorf("%w: %d words at shared %#x of %d bytes", ErrAccess, count, at, 4*len(m.shared)))
		return -1
	}
	for n := i; n < i+count; n++ {
		if err := m.bars.touch(n, uint32(lane), write); err != nil {
			m.fail(fmt.Errorf("shared word %d: %w", n, err))
			return -1
		}
		if !write && m.shared[n] == poison {
			m.fail(fmt.Errorf("%w: shared word %d is read before it is written", ErrAccess, n))
			return -1
		}
	}
	return i
}

func (m *Machine) fail(err error) {
	if m.err == nil {
		m.err = err
	}
}

// Parameters is the number of a kernel's arguments.
func (k *Kernel) Parameters() int { return len(k.params) }
