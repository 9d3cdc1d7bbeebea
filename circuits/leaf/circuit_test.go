package leaf

import (
	"encoding/binary"
	"errors"
	"math"
	"math/big"
	"math/rand/v2"
	"sync"
	"testing"

	"github.com/consensys/gnark-crypto/ecc"
	"github.com/consensys/gnark/frontend"

	"github.com/commonweight/commonweight/circuits/circuittest"
	"github.com/commonweight/commonweight/fraudproof/merkle"
	"github.com/commonweight/commonweight/fraudproof/referee"
	"github.com/commonweight/commonweight/train/numeric"
)

// small is a circuit that every day has time for: 48 terms, of tensors of 8 tiles.
var small = Size{Blocks: 3, Depth: 3}

var compiled = sync.OnceValues(func() (*Circuit, error) { return Compile(small) })

// matrix is an operand of a test.
type matrix struct {
	words      []uint32
	rows, wide int
	tree       *merkle.Tree
}

func newMatrix(r *rand.Rand, rows, wide int) matrix {
	m := matrix{rows: rows, wide: wide}
	for range rows * wide {
		w := math.Float32bits(float32(r.NormFloat64()))
		switch r.IntN(12) {
		case 0:
			w = w & 0x80000000 // a zero, of either sign
		case 1:
			w = w & 0x807fffff // a subnormal
		}
		m.words = append(m.words, w)
	}
	m.tree = merkle.Matrix(m.words, 1, rows, wide).By(merkle.Poseidon2).Tree()
	return m
}

// openings are those of so many blocks of a line, and its place.
func (m matrix) openings(line int, down bool, blocks int) (referee.Place, []Opening) {
	across := (m.wide + 15) / 16
	p := referee.Place{Tiles: uint32(across * ((m.rows + 15) / 16)), First: uint32(line / 16 * across), Stride: 1, Line: uint8(line % 16), Down: down}
	if down {
		p.First, p.Stride = uint32(line/16), uint32(across)
	}
	var all []Opening
	for b := range blocks {
		at := int(p.First) + b*int(p.Stride)
		tile := merkle.MatrixTile(m.words, 1, m.rows, m.wide, at)
		all = append(all, Opening{Tile: &tile, Path: m.tree.Open(at)})
	}
	return p, all
}

func (m matrix) factor(line int, down bool, k int) float32 {
	if down {
		return math.Float32frombits(m.words[k*m.wide+line])
	}
	return math.Float32frombits(m.words[line*m.wide+k])
}

// element is one of the product of two matrices, and its true statement.
func element(r *rand.Rand, terms int, down [2]bool) (Statement, [2][]Opening) {
	s := Statement{Domain: [32]byte{31: 9}, Terms: terms}
	var openings [2][]Opening
	var x, y []float32
	for n := range s.Roots {
		others, beyond := 1+r.IntN(32), r.IntN(3)*r.IntN(8)
		rows, wide := others, terms+beyond
		if down[n] {
			rows, wide = wide, rows
		}
		m, line := newMatrix(r, rows, wide), r.IntN(others)
		s.Roots[n] = m.tree.Root()
		s.Places[n], openings[n] = m.openings(line, down[n], (terms+15)/16)
		for k := range terms {
			if n == 0 {
				x = append(x, m.factor(line, down[0], k))
			} else {
				y = append(y, m.factor(line, down[1], k))
			}
		}
	}
	s.Value = dot(x, y)
	return s, openings
}

// dot is the reference's: one element of a product.
func dot(x, y []float32) uint32 {
	var out [1]float32
	numeric.ColumnDot(out[:], x, y, len(x), 1)
	return math.Float32bits(out[0])
}

func solved(t *testing.T, c *Circuit, l *layout) error {
	t.Helper()
	w, err := frontend.NewWitness(l, ecc.BN254.ScalarField())
	if err != nil {
		t.Fatal(err)
	}
	return c.system.IsSolved(w, circuittest.Committed())
}

// TestElements: the value is the reference's, for every sort of product and number of terms, and no other value is accepted.
func TestElements(t *testing.T) {
	c, err := compiled()
	if err != nil {
		t.Fatal(err)
	}
	r := rand.New(rand.NewPCG(1, 1))
	for i, terms := range []int{1, 15, 16, 17, 24, 32, 33, 47, 48} {
		down := [2]bool{i%2 == 1, i/2%2 == 1}
		s, openings := element(r, terms, down)
		w, err := c.Assign(s, openings)
		if err != nil {
			t.Fatal(err)
		}
		if err := c.system.IsSolved(w, circuittest.Committed()); err != nil {
			t.Errorf("%d terms, down %v: %v", terms, down, err)
		}
		s.Value ^= 1 << r.IntN(32)
		if w, err = c.Assign(s, openings); err != nil {
			t.Fatal(err)
		}
		if c.system.IsSolved(w, circuittest.Committed()) == nil {
			t.Errorf("%d terms, down %v: another value is accepted", terms, down)
		}
	}
}

// TestNotFinite: infinities, NaNs and what overflows on the way have no proof, and nobody is asked to try.
func TestNotFinite(t *testing.T) {
	c, err := compiled()
	if err != nil {
		t.Fatal(err)
	}
	r := rand.New(rand.NewPCG(4, 1))
	for name, words := range map[string][2]uint32{
		"infinity":         {0x7f800000, 0x3f800000},
		"NaN":              {0x7fc00000, 0x3f800000},
		"the top binade":   {0x7f000000, 0x3f800000},
		"overflow":         {0x71000000, 0x71000000},
		"a NaN by zero":    {0x7fc00000, 0},
		"minus infinity":   {0xff800000, 0x3f800000},
		"a sum's overflow": {0x7e800000, 0x40000000},
	} {
		s := Statement{Terms: 20}
		var openings [2][]Opening
		var x, y []float32
		for n := range openings {
			m := newMatrix(r, 1, 20)
			m.words[18] = words[n]
			m.tree = merkle.Matrix(m.words, 1, 1, 20).By(merkle.Poseidon2).Tree()
			s.Roots[n] = m.tree.Root()
			s.Places[n], openings[n] = m.openings(0, false, 2)
			for k := range 20 {
				if n == 0 {
					x = append(x, m.factor(0, false, k))
				} else {
					y = append(y, m.factor(0, false, k))
				}
			}
		}
		s.Value = dot(x, y)
		if _, err := c.Assign(s, openings); !errors.Is(err, ErrNotFinite) {
			t.Errorf("%s: %v", name, err)
		}
		l, err := c.filled(s, openings)
		if err != nil {
			t.Fatal(err)
		}
		if solved(t, c, l) == nil {
			t.Errorf("%s: there is a witness", name)
		}
	}
}

// TestSizes: what is too large for the circuit is refused before it is tried.
func TestSizes(t *testing.T) {
	c, err := compiled()
	if err != nil {
		t.Fatal(err)
	}
	r := rand.New(rand.NewPCG(5, 1))
	s, openings := element(r, 48, [2]bool{})
	for name, change := range map[string]func(s *Statement, o *[2][]Opening){
		"no terms":           func(s *Statement, _ *[2][]Opening) { s.Terms = 0 },
		"too many":           func(s *Statement, _ *[2][]Opening) { s.Terms = 49 },
		"an opening missing": func(_ *Statement, o *[2][]Opening) { o[1] = o[1][:2] },
		"a deeper tree":      func(s *Statement, _ *[2][]Opening) { s.Places[0].Tiles = 9 },
		"a sibling missing": func(s *Statement, o *[2][]Opening) {
			o[0] = append([]Opening{}, o[0]...)
			o[0][0].Path = nil
		},
	} {
		s, o := s, openings
		change(&s, &o)
		if _, err := c.Assign(s, o); !errors.Is(err, ErrWitness) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestPacked: a packed place has every field at its own bits.
func TestPacked(t *testing.T) {
	p := referee.Place{Tiles: 0x01020304, First: 0x05060708, Stride: 0x090a0b0c, Line: 13, Down: true}
	want := make([]byte, 13)
	binary.BigEndian.PutUint32(want, p.Tiles)
	binary.BigEndian.PutUint32(want[4:], p.Stride)
	binary.BigEndian.PutUint32(want[8:], p.First)
	want[12] = 13 | 16
	if packed(p).Cmp(new(big.Int).SetBytes(want)) != 0 {
		t.Errorf("%x, want %x", packed(p), want)
	}
}
