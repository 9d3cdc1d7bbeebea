package ptx

import (
	"errors"
	"fmt"
)

// ErrAccess is what a thread must not do to memory.
var ErrAccess = errors.New("a thread touches what it must not")

const sharedBase = 1 << 20 // shared addresses are told from others, so that a mixed up one is found

// Memory is the global memory of a device: words from address Base on.
//
// Races: within a launch two threads, and within a level two nodes, must not touch a word that one of them writes.
type Memory struct {
	Base    uint64
	Words   []uint32
	threads *shadow // of the launch
	nodes   *shadow // of the level
	node    uint32
}

// NewMemory makes words of memory. With races, threads and nodes that race are found, and reads of words that nobody wrote.
func NewMemory(words int, races bool) *Memory {
	m := &Memory{Base: 0x7f0000000000, Words: make([]uint32, words)}
	if races {
		m.threads, m.nodes = newShadow(words), newShadow(words)
	}
	for i := range m.Words {
		m.Words[i] = poison
	}
	return m
}

// poison lies in memory that nobody wrote: a NaN that no operation makes.
const poison = 0x7fbadbad

// BeginLevel says that all nodes have run that the next ones may depend on.
func (m *Memory) BeginLevel() {
	if m.nodes != nil {
		m.nodes.period++
	}
}

// Begin says that a launch of the node comes.
func (m *Memory) Begin(node uint32) {
	m.node = node
	if m.threads != nil {
		m.threads.period++
	}
}

// word finds a word of memory for a thread.
func (m *Memory) word(at uint64, count int, thread uint32, write bool) (int, error) {
	i := int((at - m.Base) / 4)
	if at < m.Base || at%uint64(4*count) != 0 || i+count > len(m.Words) {
		return 0, fmt.Errorf("%w: %d words at %#x, the memory has %d from %#x", ErrAccess, count, at, len(m.Words), m.Base)
	}
	if m.threads != nil {
		for n := i; n < i+count; n++ {
			if err := m.threads.touch(n, thread, write); err != nil {
				return 0, fmt.Errorf("global word %d: threads: %w", n, err)
			}
			if err := m.nodes.touch(n, m.node, write); err != nil {
				return 0, fmt.Errorf("global word %d: nodes: %w", n, err)
			}
			if !write && m.Words[n] == poison {
				return 0, fmt.Errorf("%w: global word %d is read before it is written", ErrAccess, n)
			}
		}
	}
	return i, nil
}

// shadow remembers who touched a word in this period.
type shadow struct {
	period         uint32
	wrote, read    []uint32 // the period
	writer, reader []uint32 // the thread; several is several readers
}

const several = ^uint32(0)

func newShadow(words int) *shadow {
	return &shadow{1, make([]uint32, words), make([]uint32, words), make([]uint32, words), make([]uint32, words)}
}

func (s *shadow) touch(i int, thread uint32, write bool) error {
	if s.wrote[i] == s.period && s.writer[i] != thread {
		return fmt.Errorf("%w: %d and %d race", ErrAccess, s.writer[i], thread)
	}
	if write {
		if s.read[i] == s.period && s.reader[i] != thread {
			return fmt.Errorf("%w: %d and %d race", ErrAccess, s.reader[i], thread)
		}
		s.wrote[i], s.writer[i] = s.period, thread
		return nil
	}
	if s.read[i] == s.period && s.reader[i] != thread {
		s.reader[i] = several
	} else {
		s.read[i], s.reader[i] = s.period, thread
	}
	return nil
}
