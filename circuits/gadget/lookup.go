package gadget

import (
	"errors"
	"fmt"
	"math/big"

	"github.com/consensys/gnark/constraint/solver"
	"github.com/consensys/gnark/frontend"
)

// Table is a set of rows; a query shows that its row is one of them.
//
// Constraints: columns per query (one for a range), one per row of the table.
//
// Soundness: log-derivative lookups. With γ and ρ drawn after all queries and multiplicities are committed to, rows are folded to
// c₀ + c₁ρ + c₂ρ² + … and Σ over queries of 1/(γ − row) = Σ over rows of m/(γ − row). γ and ρ are the two lanes of one permutation of the
// commitment, neither a power of the other. A query that is no row passes with a chance of about queries + rows in the field's order. No proof
// exists for a query that is no row.
//
// Source: Haböck, "Multivariate lookups based on logarithmic derivatives", 2022.
type Table struct {
	lookups *Lookups
	columns int
	rows    [][]frontend.Variable
	queries [][]frontend.Variable
}

// Lookups are all tables of a circuit; they share its one commitment.
type Lookups struct {
	*system
	tables []*Table
	bound  []frontend.Variable
}

// NewLookups prepares the tables of a circuit. The argument is made when the circuit is complete.
func NewLookups(api frontend.API) *Lookups {
	l := &Lookups{system: newSystem(api)}
	api.Compiler().Defer(l.argue)
	return l
}

// Bind makes values part of what is committed to.
func (l *Lookups) Bind(values ...frontend.Variable) { l.bound = append(l.bound, values...) }

// Table adds a table of rows, which may be constants or variables.
func (l *Lookups) Table(rows [][]frontend.Variable) *Table {
	t := &Table{lookups: l, columns: len(rows[0]), rows: rows}
	l.tables = append(l.tables, t)
	return t
}

// Look asserts that the values are a row of the table.
func (t *Table) Look(row ...frontend.Variable) {
	if len(row) != t.columns {
		panic(fmt.Sprintf("gadget: a query of %d columns for a table of %d", len(row), t.columns))
	}
	t.queries = append(t.queries, row)
}

// argue draws the challenges and adds the argument of each table.
func (l *Lookups) argue(api frontend.API) error {
	multiplicities := make([][]frontend.Variable, len(l.tables))
	committed := append([]frontend.Variable{}, l.bound...)
	for i, t := range l.tables {
		counts, err := t.count(api)
		if err != nil {
			return err
		}
		multiplicities[i] = counts
		committed = append(committed, counts...)
		for _, row := range append(t.queries, t.rows...) {
			for _, v := range row {
				if _, constant := api.Compiler().ConstantValue(v); !constant {
					committed = append(committed, v)
				}
			}
		}
	}
	committer, ok := api.(frontend.Committer)
	if !ok || len(committed) == 0 {
		return errors.New("gadget: nothing to commit to, or a builder that doesn't")
	}
	commitment, err := committer.Commit(committed...)
	if err != nil {
		return err
	}
	gamma, rho := permute(api, commitment, 0)
	for i, t := range l.tables {
		t.argue(api, multiplicities[i], gamma, rho)
	}
	return nil
}

// count asks how often each row is queried.
func (t *Table) count(api frontend.API) ([]frontend.Variable, error) {
	inputs := []frontend.Variable{t.columns, len(t.rows)}
	for _, row := range append(t.rows[:len(t.rows):len(t.rows)], t.queries...) {
		inputs = append(inputs, row...)
	}
	return api.Compiler().NewHint(countHint, len(t.rows), inputs...)
}

// argue adds Σ 1/(γ − query) = Σ m/(γ − row).
func (t *Table) argue(api frontend.API, counts []frontend.Variable, gamma, rho frontend.Variable) {
	powers := make([]frontend.Variable, t.columns)
	for i := range powers {
		powers[i] = frontend.Variable(1)
		if i > 0 {
			powers[i] = api.Mul(powers[i-1], rho)
		}
	}
	distance := func(row []frontend.Variable) frontend.Variable {
		folded := []frontend.Variable{0, 0}
		for i, v := range row {
			folded = append(folded, api.Mul(v, powers[i]))
		}
		return api.Sub(gamma, api.Add(folded[0], folded[1], folded[2:]...))
	}
	left := make([]frontend.Variable, 0, len(t.rows)+2)
	left = append(left, 0, 0)
	for i, row := range t.rows {
		left = append(left, api.DivUnchecked(counts[i], distance(row)))
	}
	distances := make([]frontend.Variable, len(t.queries))
	for i, row := range t.queries {
		distances[i] = distance(row)
	}
	inverses := append([]frontend.Variable{0, 0}, api.(frontend.BatchInverter).BatchInvert(distances)...)
	api.AssertIsEqual(api.Add(left[0], left[1], left[2:]...), api.Add(inverses[0], inverses[1], inverses[2:]...))
}

var errNoRow = errors.New("a value is in no row of its table")

// countHint counts queries by row.
func countHint(_ *big.Int, inputs, outputs []*big.Int) error {
	columns, rows := int(inputs[0].Int64()), int(inputs[1].Int64())
	inputs = inputs[2:]
	places := make(map[string]int, rows)
	counts := make([]int64, rows)
	key := func(row []*big.Int) string {
		var k []byte
		for _, v := range row {
			k = append(k, byte(len(v.Bits())))
			for _, w := range v.Bits() {
				k = append(k, byte(w), byte(w>>8), byte(w>>16), byte(w>>24), byte(w>>32), byte(w>>40), byte(w>>48), byte(w>>56))
			}
		}
		return string(k)
	}
	for i := range rows {
		places[key(inputs[i*columns:(i+1)*columns])] = i
	}
	for q := rows * columns; q < len(inputs); q += columns {
		i, ok := places[key(inputs[q:q+columns])]
		if !ok {
			return fmt.Errorf("%w: %v of %d rows", errNoRow, inputs[q:q+columns], rows)
		}
		counts[i]++
	}
	for i, n := range counts {
		outputs[i].SetInt64(n)
	}
	return nil
}

func init() { solver.RegisterHint(countHint) }
