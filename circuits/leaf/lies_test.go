package leaf

import (
	"math"
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/consensys/gnark-crypto/ecc"
	"github.com/consensys/gnark/frontend"

	"github.com/commonweight/commonweight/fraudproof/merkle"
	"github.com/commonweight/commonweight/fraudproof/referee"
)

// said is the value that the circuit makes of a witness, whose factors must be words.
func (l *layout) said() uint32 {
	field := ecc.BN254.ScalarField()
	of := func(v frontend.Variable) *big.Int {
		n := new(big.Int)
		switch x := v.(type) {
		case int:
			n.SetInt64(int64(x))
		case uint32:
			n.SetUint64(uint64(x))
		case *big.Int:
			n.Set(x)
		}
		return n.Mod(n, field)
	}
	var factors [2][]float32
	for n := range factors {
		o := &l.Operands[n]
		for k, present := range l.Present {
			sum := new(big.Int)
			for r := range block {
				words := &o.Blocks[k/block].Words
				word, across := of(words[block*r+k%block]), of(words[block*(k%block)+r])
				across.Mul(across.Sub(across, word), of(o.Down))
				word.Mul(word.Add(word, across), of(o.Line[r]))
				sum.Add(sum, word)
			}
			if n == 0 {
				sum.Mul(sum, of(present))
			}
			factors[n] = append(factors[n], math.Float32frombits(uint32(sum.Mod(sum, field).Uint64())))
		}
	}
	return dot(factors[0], factors[1])
}

// TestLiesAreRefused: what isn't so has no witness. Each lie is carried through: the value is the one that follows from it, and one thing alone
// speaks against it.
func TestLiesAreRefused(t *testing.T) {
	c, err := compiled()
	if err != nil {
		t.Fatal(err)
	}
	const row, wide = 3, 48
	r := rand.New(rand.NewPCG(2, 1))
	newOperand := func() matrix {
		m := newMatrix(r, 20, wide) // 2 by 3 tiles
		for i := range m.words {
			m.words[i] = 0x3f000000 + r.Uint32()%(1<<24)
		}
		for k := range wide {
			m.words[wide+k] = 0                                            // line 1
			m.words[2*wide+k] = m.words[3*wide+k] - m.words[4*wide+k]%1000 // so that lines 2 and 4 less 3 are words
		}
		for k := range wide {
			m.words[(k%16)*wide+k/16*16+5] = m.words[5*wide+k] + 16*uint32(k) // line 5 and column 5 differ by sixteens
		}
		m.words[row*wide+47] = 0
		m.tree = merkle.Matrix(m.words, 1, m.rows, m.wide).By(merkle.Poseidon2).Tree()
		return m
	}
	operands := [2]matrix{newOperand(), newOperand()}
	truth := Statement{Terms: 40}
	var openings [2][]Opening
	for n, m := range operands {
		truth.Roots[n] = m.tree.Root()
		truth.Places[n], openings[n] = m.openings(row, false, 3)
	}
	publish := func(l *layout, s Statement) *layout {
		for i, x := range s.Public() {
			l.Public[i] = x
		}
		return l
	}
	// told is a lie about what is public in truth.
	told := func(lie func(l *layout)) *layout {
		l, err := c.filled(truth, openings)
		if err != nil {
			t.Fatal(err)
		}
		lie(l)
		s := truth
		s.Value = l.said()
		return publish(l, s)
	}
	honest := told(func(*layout) {})
	if err := solved(t, c, honest); err != nil {
		t.Fatal(err)
	}
	word := func(l *layout, n, block, at int) *frontend.Variable { return &l.Operands[n].Blocks[block].Words[at] }
	lies := map[string]func(l *layout){
		"a factor":           func(l *layout) { *word(l, 0, 1, 16*row+5) = uint32(0x3f800000) },
		"the other's factor": func(l *layout) { *word(l, 1, 2, 16*row+1) = uint32(0x3f800000) },
		"a factor of an element of the hash whose other word isn't used": func(l *layout) {
			x, before := word(l, 0, 0, 48), word(l, 0, 0, 47)
			*x = (*x).(uint32) + 1<<20
			*before = new(big.Int).Sub(big.NewInt(int64((*before).(uint32))), big.NewInt(1<<52))
		},
		"a term fewer":                  func(l *layout) { l.Present[39] = 0 },
		"a term more":                   func(l *layout) { l.Present[40] = 1 },
		"a term instead of another":     func(l *layout) { l.Present[3], l.Present[40] = 0, 1 },
		"a term more, and one less":     func(l *layout) { l.Present[40] = 1; l.Present[47] = -1 },
		"another line":                  func(l *layout) { l.Operands[0].Line[row], l.Operands[0].Line[row+1] = 0, 1 },
		"a column":                      func(l *layout) { l.Operands[1].Down = 1 },
		"two lines, by their sum":       func(l *layout) { o := &l.Operands[0]; o.Line[row], o.Line[1], o.Line[2] = 0, 1, 1 },
		"lines mixed, by their sum":     func(l *layout) { o := &l.Operands[0]; o.Line[2], o.Line[row], o.Line[4] = 1, -1, 1 },
		"a sixteenth of a column, by 5": nil,
		"another tree":                  nil,
		"another tile":                  nil,
		"another row of tiles":          nil,
		"the same tile again":           nil,
	}
	lies["a sixteenth of a column, by 5"] = func(l *layout) { // line 5 + 16·(−2/16)
		o := &l.Operands[0]
		o.Line[row], o.Line[5] = 0, 1
		eighth := new(big.Int).ModInverse(big.NewInt(8), ecc.BN254.ScalarField())
		o.Down = eighth.Sub(ecc.BN254.ScalarField(), eighth)
	}
	lies["another tree"] = func(l *layout) {
		m := newOperand()
		_, other := m.openings(row, false, 3)
		l.Operands[0].assign(truth.Places[0], other)
	}
	// moved opens the tiles of another place, and says so or not.
	moved := func(p referee.Place, say bool) func(l *layout) {
		return func(l *layout) {
			var other []Opening
			for b := range 3 {
				at := int(p.First) + b*int(p.Stride)
				tile := merkle.MatrixTile(operands[1].words, 1, 20, wide, at)
				other = append(other, Opening{Tile: &tile, Path: operands[1].tree.Open(at)})
			}
			l.Operands[1].assign(p, other)
			if !say {
				bits(l.Operands[1].Stride, truth.Places[1].Stride)
				bits(l.Operands[1].Blocks[0].Index, truth.Places[1].First)
			}
		}
	}
	place := truth.Places[1]
	place.Stride = 2
	lies["another tile"] = moved(place, false)
	place.First, place.Stride = 3, 1
	lies["another row of tiles"] = moved(place, true)
	place.First, place.Stride = 0, 0
	lies["the same tile again"] = moved(place, true)
	for name, lie := range lies {
		l := told(lie)
		if l.Public[publicValue] == honest.Public[publicValue] {
			t.Errorf("%s: comes to nothing", name)
		}
		if solved(t, c, l) == nil {
			t.Errorf("%s: accepted", name)
		}
	}

	// One tile, whose place is made up for by a stride that nothing else shows.
	truth.Terms = 16
	for n := range openings {
		openings[n] = openings[n][:1]
	}
	l := told(func(l *layout) {
		at := 1
		tile := merkle.MatrixTile(operands[0].words, 1, 20, wide, at)
		p := truth.Places[0]
		p.First = uint32(at)
		l.Operands[0].assign(p, []Opening{{Tile: &tile, Path: operands[0].tree.Open(at)}})
		less := new(big.Int).ModInverse(big.NewInt(1<<32), ecc.BN254.ScalarField())
		l.Operands[0].Stride[0] = less.Sub(big.NewInt(1), less)
	})
	if solved(t, c, l) == nil {
		t.Error("another first tile: accepted")
	}
}

// TestNoLevelIsLeftOut: a tile of a tree whose levels have a gap would stand elsewhere: tile 1 of 4 at place 2, climbed from the second bit on.
func TestNoLevelIsLeftOut(t *testing.T) {
	c, err := compiled()
	if err != nil {
		t.Fatal(err)
	}
	r := rand.New(rand.NewPCG(3, 1))
	m := newMatrix(r, 64, 16)
	truth := Statement{Terms: 16, Roots: [2]merkle.Hash{m.tree.Root(), m.tree.Root()}}
	var openings [2][]Opening
	for n := range openings {
		truth.Places[n], openings[n] = m.openings(17, false, 1)
	}
	truth.Value = func() uint32 {
		var x []float32
		for k := range 16 {
			x = append(x, m.factor(17, false, k))
		}
		return dot(x, x)
	}()
	l, err := c.filled(truth, openings)
	if err != nil {
		t.Fatal(err)
	}
	if err := solved(t, c, l); err != nil {
		t.Fatal(err)
	}
	// The same tile, said to be the third of the four.
	lie := truth
	lie.Places[1].First = 2
	for i, x := range lie.Public() {
		l.Public[i] = x
	}
	o := &l.Operands[1]
	bits(o.Blocks[0].Index, 2)
	o.Active = []frontend.Variable{0, 1, 1}
	o.Blocks[0].Path = []frontend.Variable{0, o.Blocks[0].Path[0], o.Blocks[0].Path[1]}
	if solved(t, c, l) == nil {
		t.Error("levels with a gap are accepted")
	}
	o.Active = []frontend.Variable{1, 1, 0}
	o.Blocks[0].Path = []frontend.Variable{o.Blocks[0].Path[1], o.Blocks[0].Path[2], 0}
	bits(o.Blocks[0].Index, 5)
	lie.Places[1].First = 5
	for i, x := range lie.Public() {
		l.Public[i] = x
	}
	if solved(t, c, l) == nil {
		t.Error("a place above the tree is accepted")
	}
}
