package gadget

import (
	"fmt"
	"math/big"

	"github.com/consensys/gnark-crypto/ecc/bn254/fr"
	"github.com/consensys/gnark/constraint"
	"github.com/consensys/gnark/constraint/solver"
	"github.com/consensys/gnark/frontend"
)

// evaluator runs a gadget on numbers in place of wires: its hints are called, its assertions checked at once, and each query looked for among
// the rows of its table. It says the same as the compiled constraints (TestEvaluatorSaysWhatTheSolverSays), but for the argument of the
// lookups, and hundreds of times sooner, as no table is paid for.
type evaluator struct {
	frontend.API // what gadgets don't call
	unit         *Unit
	values       []number // of the case
	in, out      []*big.Int
	rows         map[*Table]map[row]bool
	refused      string // the first assertion that didn't hold

	// hint, if there is one, proposes in the place of a gadget's hint.
	hint func(f solver.Hint, in, out []*big.Int) error
}

type number struct {
	fr.Element
	constant bool
}

// row is a query or a table's row, of at most four columns.
type row [4]fr.Element

var modulus = fr.Modulus()

func newEvaluator(f Format) *evaluator {
	e := &evaluator{values: make([]number, 0, 1<<15), rows: map[*Table]map[row]bool{}}
	e.unit = NewUnit(NewLookups(e), f)
	return e
}

// evaluate runs one case and returns its output; refused says why no constraints hold for it, or nothing.
func (e *evaluator) evaluate(one func(u *Unit, in []frontend.Variable) []frontend.Variable, in []uint64) (out uint64, refused string) {
	e.values, e.refused = e.values[:0], ""
	words := make([]frontend.Variable, len(in))
	for i, w := range in {
		n := e.new()
		n.SetUint64(w)
		words[i] = n
	}
	word := e.number(one(e.unit, words)[0]).Element
	for _, t := range e.unit.Lookups.tables {
		e.look(t)
	}
	if e.refused == "" && !word.IsUint64() {
		return 1 << 63, "" // no word
	}
	return word.Uint64(), e.refused
}

// look checks the queries of a table, and forgets them.
func (e *evaluator) look(t *Table) {
	rows := e.rows[t]
	if rows == nil {
		rows = make(map[row]bool, len(t.rows))
		for _, r := range t.rows {
			rows[e.row(r)] = true
		}
		e.rows[t] = rows
	}
	for _, q := range t.queries {
		if !rows[e.row(q)] {
			e.refuse("a value is in no row of its table")
		}
	}
	t.queries = t.queries[:0]
}

func (e *evaluator) row(columns []frontend.Variable) (r row) {
	for i, v := range columns {
		r[i] = e.number(v).Element
	}
	return r
}

func (e *evaluator) refuse(why string) {
	if e.refused == "" {
		e.refused = why
	}
}

// new makes room for a number that the case's inputs decide.
func (e *evaluator) new() *number {
	if len(e.values) == cap(e.values) {
		panic("gadget: a case of too many numbers")
	}
	e.values = append(e.values, number{})
	return &e.values[len(e.values)-1]
}

func (e *evaluator) number(v frontend.Variable) *number {
	if n, ok := v.(*number); ok {
		return n
	}
	n := e.new()
	n.constant = true
	if _, err := n.SetInterface(v); err != nil {
		panic(fmt.Sprintf("gadget: %v is no number", v))
	}
	return n
}

func (e *evaluator) fold(a, b frontend.Variable, more []frontend.Variable, f func(z, x, y *fr.Element) *fr.Element) frontend.Variable {
	x, y := e.number(a), e.number(b)
	n := e.new()
	f(&n.Element, &x.Element, &y.Element)
	n.constant = x.constant && y.constant
	for _, v := range more {
		y = e.number(v)
		f(&n.Element, &n.Element, &y.Element)
		n.constant = n.constant && y.constant
	}
	return n
}

func (e *evaluator) Add(a, b frontend.Variable, more ...frontend.Variable) frontend.Variable {
	return e.fold(a, b, more, (*fr.Element).Add)
}

func (e *evaluator) Sub(a, b frontend.Variable, more ...frontend.Variable) frontend.Variable {
	return e.fold(a, b, more, (*fr.Element).Sub)
}

func (e *evaluator) Mul(a, b frontend.Variable, more ...frontend.Variable) frontend.Variable {
	return e.fold(a, b, more, (*fr.Element).Mul)
}

func (e *evaluator) Neg(a frontend.Variable) frontend.Variable { return e.Sub(0, a) }

func (e *evaluator) AssertIsEqual(a, b frontend.Variable) {
	if x, y := e.number(a), e.number(b); !x.Equal(&y.Element) {
		e.refuse("two values differ")
	}
}

func (e *evaluator) AssertIsBoolean(a frontend.Variable) {
	if x := e.number(a); !x.IsZero() && !x.IsOne() {
		e.refuse("a value is no bit")
	}
}

func (e *evaluator) Compiler() frontend.Compiler { return &evaluation{evaluator: e} }

// evaluation is the evaluator's compiler.
type evaluation struct {
	frontend.Compiler // what gadgets don't call
	evaluator         *evaluator
}

func (c *evaluation) Field() *big.Int                { return modulus }
func (c *evaluation) Defer(func(frontend.API) error) {} // the lookups' argument

func (c *evaluation) ConstantValue(v frontend.Variable) (*big.Int, bool) {
	if n, ok := v.(*number); ok && !n.constant {
		return nil, false
	}
	return c.evaluator.number(v).BigInt(new(big.Int)), true
}

func (c *evaluation) NewHint(f solver.Hint, outputs int, inputs ...frontend.Variable) ([]frontend.Variable, error) {
	e := c.evaluator
	for len(e.in) < len(inputs) {
		e.in = append(e.in, new(big.Int))
	}
	for len(e.out) < outputs {
		e.out = append(e.out, new(big.Int))
	}
	for i, v := range inputs {
		e.number(v).BigInt(e.in[i])
	}
	propose := e.hint
	if propose == nil {
		propose = func(f solver.Hint, in, out []*big.Int) error { return f(modulus, in, out) }
	}
	if err := propose(f, e.in[:len(inputs)], e.out[:outputs]); err != nil {
		e.refuse(err.Error())
		for _, v := range e.out[:outputs] {
			v.SetInt64(0)
		}
	}
	results := make([]frontend.Variable, outputs)
	for i := range results {
		n := e.new()
		n.SetBigInt(e.out[i])
		results[i] = n
	}
	return results, nil
}

// ToCanonicalVariable names a number by its place, in the place of a wire.
func (c *evaluation) ToCanonicalVariable(v frontend.Variable) frontend.CanonicalVariable {
	x := c.evaluator.number(v)
	*c.evaluator.new() = *x
	return constraint.LinearExpression{{CID: uint32(len(c.evaluator.values) - 1), VID: 1}}
}

func (c *evaluation) AddBlueprint(constraint.Blueprint) constraint.BlueprintID { return 0 }

// AddInstruction checks a·b = c: four words of head, then a term of two words each.
func (c *evaluation) AddInstruction(_ constraint.BlueprintID, call []uint32) []uint32 {
	var product fr.Element
	a, b, want := c.place(call[4]), c.place(call[6]), c.place(call[8])
	if !product.Mul(&a.Element, &b.Element).Equal(&want.Element) {
		c.evaluator.refuse("a product differs")
	}
	return nil
}

func (c *evaluation) place(at uint32) *number { return &c.evaluator.values[at] }
