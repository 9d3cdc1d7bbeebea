package player

import (
	"fmt"
	"strings"

	"github.com/commonweight/commonweight/fraudproof/match"
	"github.com/commonweight/commonweight/train/program"
)

// Place says where two sides differ, as far as their match has come, in words and numbers for people.
type Place struct {
	Step     *uint64 `json:"step,omitempty"`     // number of the run's step
	Operator string  `json:"operator,omitempty"` // its name: "h.3.mlp.c_proj.weight.grad"
	What     string  `json:"what,omitempty"`     // the same in words
	Tile     *uint32 `json:"tile,omitempty"`
	Row      *int    `json:"row,omitempty"` // of a list of matrices: rows counted through
	Column   *int    `json:"column,omitempty"`
	Padding  bool    `json:"padding,omitempty"` // beyond the tensor's edge, where there is nothing but +0
	Chunk    *uint32 `json:"chunk,omitempty"`   // of 512 terms
	Block    *uint32 `json:"block,omitempty"`   // of 16 terms
	Tensor   string  `json:"tensor,omitempty"`  // of the new state, where its list is the operator's output
}

// PlaceOf reads a match. First is the number of the window's first step.
func PlaceOf(p *program.Program, first uint64, g match.Game) Place {
	var at Place
	if g.Step == 0 {
		return at
	}
	step := first + uint64(g.Step) - 1
	at.Step = &step
	if g.Phase < match.PhaseBind || int(g.Operator) >= len(p.Operators) {
		return at
	}
	o := &p.Operators[g.Operator]
	at.Operator, at.What = o.Name, inWords(o.Name)
	if g.Phase < match.PhaseElement {
		return at
	}
	tile := g.Index
	at.Tile = &tile
	if o.Code == program.OpState {
		if int(tile) < len(p.StateLayout) {
			at.Tensor = tensorInWords(p.StateLayout[tile])
		}
		return at
	}
	if g.Phase < match.PhaseFolds {
		return at
	}
	at.element(o.Out, int(tile), int(g.Word))
	if g.Geometry.Terms <= 16 || at.Padding {
		return at // no sum, or one that is recomputed whole
	}
	if chunk := g.Chunk; g.Phase >= match.PhaseBlocks {
		at.Chunk = &chunk
	}
	if block := uint32(g.Block); g.Phase >= match.PhaseLeaf {
		at.Block = &block
	}
	return at
}

// element finds row and column of a word of a tile.
func (at *Place) element(s program.Shape, tile, word int) {
	row, column := 0, tile*256+word
	if !s.Vector {
		across, down := (s.W+15)/16, (s.R+15)/16
		matrix, within := tile/(across*down), tile%(across*down)
		inside := within/across*16 + word/16
		row, column = matrix*s.R+inside, within%across*16+word%16
		at.Padding = inside >= s.R
	}
	at.Padding = at.Padding || column >= s.W
	at.Row, at.Column = &row, &column
	if s.Vector {
		at.Row = nil
	}
}

// String returns one line: "step 17, layer 3, `mlp.c_proj` weight gradient, row 12, column 40".
func (at Place) String() string {
	if at.Step == nil {
		return "not known yet: the sides haven't found the first step that differs"
	}
	parts := []string{fmt.Sprintf("step %d", *at.Step)}
	add := func(format string, args ...any) { parts = append(parts, fmt.Sprintf(format, args...)) }
	if at.What != "" {
		add("%s", at.What)
	}
	if at.Tensor != "" {
		add("%s", at.Tensor)
	}
	switch {
	case at.Padding:
		add("beyond the edge in tile %d", *at.Tile)
	case at.Row != nil:
		add("row %d, column %d", *at.Row, *at.Column)
	case at.Column != nil:
		add("entry %d", *at.Column)
	case at.Tile != nil && at.Tensor == "":
		add("tile %d", *at.Tile)
	}
	if at.Chunk != nil && at.Block != nil {
		first := *at.Chunk*512 + *at.Block*16
		add("terms %d to %d of its sum", first, first+15)
	} else if at.Chunk != nil {
		add("terms %d to %d of its sum", *at.Chunk*512, *at.Chunk*512+511)
	}
	return strings.Join(parts, ", ")
}

// inWords turns an operator's name into words.
func inWords(name string) string {
	where := ""
	if rest, ok := strings.CutPrefix(name, "h."); ok {
		if layer, inner, ok := strings.Cut(rest, "."); ok {
			where, name = "layer "+layer+", ", inner
		}
	}
	for _, s := range []struct{ suffix, before, after string }{
		{".weight.grad.sqsum", "squares of the ", " weight gradient"},
		{".bias.grad.sqsum", "squares of the ", " bias gradient"},
		{".weight.grad.head", "", " weight gradient through the head"},
		{".weight.grad.embed", "", " weight gradient through the embedding"},
		{".weight.grad", "", " weight gradient"},
		{".bias.grad", "", " bias gradient"},
		{".weight.m", "first moment of the ", " weight"},
		{".weight.v", "second moment of the ", " weight"},
		{".weight.update", "update of the ", " weight"},
		{".bias.m", "first moment of the ", " bias"},
		{".bias.v", "second moment of the ", " bias"},
		{".bias.update", "update of the ", " bias"},
		{".weight", "new ", " weight"},
		{".bias", "new ", " bias"},
		{".matmul", "", " product"},
		{".grad", "gradient of ", ""},
		{".back", "gradient behind ", ""},
	} {
		if subject, ok := strings.CutSuffix(name, s.suffix); ok {
			return where + s.before + "`" + subject + "`" + s.after
		}
	}
	if name == "state" {
		return "the list of the new state's tensors"
	}
	return where + "`" + name + "`"
}

func tensorInWords(t program.TensorSpec) string {
	switch t.Section {
	case program.SectionFirstMoment:
		return "first moment of `" + t.Name + "`"
	case program.SectionSecondMoment:
		return "second moment of `" + t.Name + "`"
	}
	return "`" + t.Name + "`"
}
