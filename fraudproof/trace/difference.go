package trace

import (
	"fmt"
	"math"

	"github.com/commonweight/commonweight/train/program"
)

// Difference says where two states part, in plain terms.
type Difference struct {
	Tensor      string // "h.0.attn.c_attn.weight", "scalars", "clock"
	Section     program.Section
	Row, Column int    // of a list of matrices: rows counted through; of a vector: row 0
	A, B        uint32 // the bits of the two words
	Words       int    // how many words of the two states differ
	Distance    float64
}

// FirstDifference compares two states of one program bit by bit and describes the first word that differs, in state order. Distance is
// the Euclidean distance of the parameters (NaN if one of them is no number).
//
// Bounds: panics if the states haven't the shape that the program says.
func FirstDifference(p *program.Program, a, b *program.State) (Difference, bool) {
	var d Difference
	var squares float64
	for t, spec := range p.StateLayout[:len(p.StateLayout)-1] {
		x, y := a.Tensors[t], b.Tensors[t]
		if len(x) != spec.Shape.Words() || len(y) != spec.Shape.Words() {
			panic(fmt.Sprintf("trace: %s has %d and %d words, the program says %d", spec.Name, len(x), len(y), spec.Shape.Words()))
		}
		for i := range x {
			xb, yb := math.Float32bits(x[i]), math.Float32bits(y[i])
			if xb == yb {
				continue
			}
			d.found(spec, i, xb, yb)
			if spec.Section == program.SectionParameter {
				apart := float64(x[i]) - float64(y[i])
				squares += apart * apart
			}
		}
	}
	if a.Clock != b.Clock {
		d.found(p.StateLayout[len(p.StateLayout)-1], 0, a.Clock, b.Clock)
	}
	d.Distance = math.Sqrt(squares)
	return d, d.Words > 0
}

func (d *Difference) found(spec program.TensorSpec, i int, a, b uint32) {
	if d.Words++; d.Words > 1 {
		return
	}
	d.Tensor, d.Section, d.A, d.B = spec.Name, spec.Section, a, b
	d.Row, d.Column = i/spec.Shape.W, i%spec.Shape.W
}

// String returns one line for people.
func (d Difference) String() string {
	if d.Words == 0 {
		return "no difference"
	}
	name := d.Tensor
	switch d.Section {
	case program.SectionFirstMoment:
		name = "first moment of " + name
	case program.SectionSecondMoment:
		name = "second moment of " + name
	}
	if d.Section == program.SectionClock {
		return fmt.Sprintf("first difference: %s, %d against %d; %d words differ in all, parameters are %.6g apart (L2)",
			name, d.A, d.B, d.Words, d.Distance)
	}
	return fmt.Sprintf("first difference: %s, row %d, column %d: %v (0x%08x) against %v (0x%08x); %d words differ in all, parameters are %.6g apart (L2)",
		name, d.Row, d.Column, math.Float32frombits(d.A), d.A, math.Float32frombits(d.B), d.B, d.Words, d.Distance)
}
