package checkpoint

import (
	"slices"
	"strings"

	"github.com/commonweight/commonweight/train/program"
)

// entry is one tensor of a file and its place in the state; -1 stands for the clock.
type entry struct {
	name   string
	dtype  string
	shape  []int
	words  int
	tensor int
}

const clockTensor = -1

// stateEntries lists the tensors of a whole state, sorted by name.
func stateEntries(p *program.Program) []entry {
	entries := make([]entry, len(p.StateLayout))
	for i, spec := range p.StateLayout {
		entries[i] = entryOf(spec, i)
	}
	slices.SortFunc(entries, byName)
	return entries
}

// modelEntries lists the parameters, sorted by name.
func modelEntries(p *program.Program) []entry {
	var entries []entry
	for i, spec := range p.StateLayout {
		if spec.Section == program.SectionParameter {
			entries = append(entries, entryOf(spec, i))
		}
	}
	slices.SortFunc(entries, byName)
	return entries
}

func byName(a, b entry) int { return strings.Compare(a.name, b.name) }

func entryOf(spec program.TensorSpec, i int) entry {
	e := entry{name: spec.Name, dtype: "F32", shape: []int{spec.Shape.G, spec.Shape.R, spec.Shape.W}, words: spec.Shape.Words(), tensor: i}
	switch {
	case spec.Shape.Vector:
		e.shape = e.shape[2:]
	case spec.Shape.G == 1:
		e.shape = e.shape[1:]
	}
	switch spec.Section {
	case program.SectionFirstMoment:
		e.name = "first_moment." + spec.Name
	case program.SectionSecondMoment:
		e.name = "second_moment." + spec.Name
	case program.SectionScalars:
		e.name = "scalars"
	case program.SectionClock:
		e.name, e.dtype, e.tensor = "clock", "U32", clockTensor
	}
	return e
}

func dataBytes(entries []entry) int64 {
	var n int64
	for _, e := range entries {
		n += 4 * int64(e.words)
	}
	return n
}

// maxHeader bounds a header: generous for every way to write the same entries, far below what could hurt.
func maxHeader(entries []entry) int64 {
	n := int64(4096)
	for _, e := range entries {
		n += 256 + int64(len(e.name))
	}
	return n
}

// MaxBytes returns the most bytes that a checkpoint of the program may have: the bound for a download.
func MaxBytes(p *program.Program) int64 {
	entries := stateEntries(p)
	return lengthBytes + maxHeader(entries) + dataBytes(entries)
}
