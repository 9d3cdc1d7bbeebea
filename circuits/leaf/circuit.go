package leaf

import (
	"errors"
	"fmt"

	"github.com/consensys/gnark-crypto/ecc"
	"github.com/consensys/gnark/backend/witness"
	"github.com/consensys/gnark/constraint"
	"github.com/consensys/gnark/frontend"
	"github.com/consensys/gnark/frontend/cs/r1cs"

	"github.com/commonweight/commonweight/circuits/gadget"
	"github.com/commonweight/commonweight/fraudproof/merkle"
	"github.com/commonweight/commonweight/train/numeric"
)

const (
	block     = 16 // terms that stand in one tile
	tileWords = merkle.LeafSize / 4
)

// ErrNotFinite says that the sum meets an infinity, a NaN or a number of the top binade: it has no proof.
var ErrNotFinite = errors.New("the sum meets a number that is not finite, or above 2^127")

// ErrWitness says that an element or its openings aren't of the circuit's size.
var ErrWitness = errors.New("no element of this circuit's size")

// Size is how large a product the circuit is for.
type Size struct {
	Blocks int // of 16 terms each
	Depth  int // levels of an operand's tree, at most
}

// Full is the circuit of 1,024 terms, of tensors of at most 65,536 words.
var Full = Size{Blocks: 64, Depth: 8}

// Circuit proves any one element of that size.
type Circuit struct {
	size   Size
	system constraint.ConstraintSystem
}

// Compile returns the circuit. The same size gives the same constraint system everywhere.
func Compile(size Size) (*Circuit, error) {
	system, err := frontend.Compile(ecc.BN254.ScalarField(), r1cs.NewBuilder, newLayout(size))
	if err != nil {
		return nil, fmt.Errorf("compile the leaf circuit: %w", err)
	}
	return &Circuit{size: size, system: system}, nil
}

// Constraints returns the constraint system that keys are made for.
func (c *Circuit) Constraints() constraint.ConstraintSystem { return c.system }

// Opening is a tile of an operand with its siblings, from the leaf upwards.
type Opening struct {
	Tile *[merkle.LeafSize]byte
	Path []merkle.Hash
}

// Assign returns the full witness of a statement: of each operand the openings of its tiles, sixteen terms each. Whether the statement is true,
// proving shows.
//
// Errors: ErrWitness; ErrNotFinite.
func (c *Circuit) Assign(s Statement, openings [2][]Opening) (witness.Witness, error) {
	l, err := c.filled(s, openings)
	if err != nil {
		return nil, err
	}
	if err := finite(s, openings); err != nil {
		return nil, err
	}
	w, err := frontend.NewWitness(l, ecc.BN254.ScalarField())
	if err != nil {
		return nil, fmt.Errorf("assign the witness: %w", err)
	}
	return w, nil
}

func (c *Circuit) filled(s Statement, openings [2][]Opening) (*layout, error) {
	blocks := (s.Terms + block - 1) / block
	if s.Terms < 1 || blocks > c.size.Blocks {
		return nil, fmt.Errorf("%w: %d terms, at most %d", ErrWitness, s.Terms, block*c.size.Blocks)
	}
	l := newLayout(c.size)
	for i, x := range s.Public() {
		l.Public[i] = x
	}
	for k := range l.Present {
		l.Present[k] = 0
		if k < s.Terms {
			l.Present[k] = 1
		}
	}
	for n := range openings {
		depth := s.Places[n].Depth()
		if len(openings[n]) != blocks || depth > c.size.Depth {
			return nil, fmt.Errorf("%w: %d openings of depth %d", ErrWitness, len(openings[n]), depth)
		}
		for _, x := range openings[n] {
			if len(x.Path) != depth {
				return nil, fmt.Errorf("%w: %d siblings, want %d", ErrWitness, len(x.Path), depth)
			}
		}
		l.Operands[n].assign(s.Places[n], openings[n])
	}
	return l, nil
}

// finite replays the sum and refuses what has no proof.
func finite(s Statement, openings [2][]Opening) error {
	provable := func(word uint32) bool { return word>>23&0xff <= 253 }
	const chunk = 512
	var acc, sum uint32
	for k := range s.Terms {
		x, y := factor(s.Places[0], openings[0], k), factor(s.Places[1], openings[1], k)
		if k%chunk == 0 {
			acc = 0
		}
		acc = numeric.Apply(numeric.MapFMA, x, y, acc)
		if (k+1)%chunk == 0 || k+1 == s.Terms {
			sum = numeric.Apply(numeric.MapAdd, sum, acc, 0)
		}
		if !provable(x) || !provable(y) || !provable(acc) || !provable(sum) {
			return fmt.Errorf("%w: at term %d", ErrNotFinite, k)
		}
	}
	return nil
}

// layout is the circuit as gnark sees it.
type layout struct {
	Public   [publicInputs]frontend.Variable `gnark:",public"`
	Operands [2]operand
	Present  []frontend.Variable // of each term: 1 if the element has it
}

func newLayout(size Size) *layout {
	l := &layout{Present: make([]frontend.Variable, block*size.Blocks)}
	for n := range l.Operands {
		l.Operands[n] = newOperand(size)
	}
	return l
}

// Define opens both operands' factors and adds their products up.
//
// A term that the element hasn't got is a product by +0, which changes no accumulator but the sign of a zero, and so no element.
//
// No proof: a factor, partial sum or element that isn't finite or of the top binade; more terms or a deeper tree than the circuit is for.
//
// Soundness: places, number of terms, roots and value are public; the rest of the witness is fixed by them. Terms are present from the first
// on: the flags begin with 1, fall once at most, by 1, and their sum is the number of terms.
func (l *layout) Define(api frontend.API) error {
	lookups := gadget.NewLookups(api)
	u := gadget.NewUnit(lookups, gadget.Binary32)
	lookups.Bind(l.Public[:]...)

	api.AssertIsEqual(l.Present[0], 1)
	terms := l.Present[0]
	for k, p := range l.Present[1:] {
		api.AssertIsBoolean(api.Sub(l.Present[k], p))
		terms = api.Add(terms, p)
	}
	api.AssertIsBoolean(l.Present[len(l.Present)-1])
	api.AssertIsEqual(l.Public[publicTerms], terms)

	var factors [2][]*gadget.Float
	for n := range l.Operands {
		words := l.Operands[n].factors(api, u, l.Public[publicRoots+n], l.Public[publicPlaces+n], l.Present)
		for k, word := range words {
			if n == 0 {
				word = api.Mul(word, l.Present[k])
			}
			factors[n] = append(factors[n], u.Decode(word))
		}
	}
	api.AssertIsEqual(l.Public[publicValue], u.Word(u.Dot(factors[0], factors[1])))
	return nil
}
