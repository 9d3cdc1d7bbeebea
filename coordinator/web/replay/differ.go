package replay

import (
	"strconv"

	"github.com/commonweight/commonweight/fraudproof/merkle"
	"github.com/commonweight/commonweight/fraudproof/trace"
	"github.com/commonweight/commonweight/train/program"
)

// Difference is the first word in which a claimed state differs from the replayed one. Own and claimed are bits of binary32; of the clock
// they are its numbers.
type Difference struct {
	Same     bool   `json:"same"`
	Tensor   string `json:"tensor"`
	Section  string `json:"section"` // parameter, first, second, scalars, clock
	Row      int    `json:"row"`
	Column   int    `json:"column"`
	Own      uint32 `json:"own"`
	Claimed  uint32 `json:"claimed"`
	Words    int    `json:"words"`    // that differ in all
	Distance string `json:"distance"` // Euclidean, of the parameters; "NaN" is possible
}

var sections = map[program.Section]string{
	program.SectionParameter: "parameter", program.SectionFirstMoment: "first", program.SectionSecondMoment: "second",
	program.SectionScalars: "scalars", program.SectionClock: "clock",
}

// Claimed compares a checkpoint with the replayed state.
func (r *Room) Claimed(file []byte, root merkle.Hash) (Difference, error) {
	if r.post == nil {
		return Difference{}, ErrOrder
	}
	s, err := r.state(file, root)
	if err != nil {
		return Difference{}, err
	}
	d, found := trace.FirstDifference(r.program, r.post, s)
	return Difference{
		Same: !found, Tensor: d.Tensor, Section: sections[d.Section], Row: d.Row, Column: d.Column, Own: d.A, Claimed: d.B, Words: d.Words,
		Distance: strconv.FormatFloat(d.Distance, 'g', 6, 64),
	}, nil
}
