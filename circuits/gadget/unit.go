package gadget

import (
	"math/big"

	"github.com/consensys/gnark/frontend"
)

// Unit is floating-point arithmetic of one format in one circuit. Its tables are made when they are first asked for.
type Unit struct {
	*Lookups
	format   Format
	tables   map[string]*Table
	inverses map[int]*big.Int // of powers of two
}

// NewUnit returns a unit over the circuit's lookups.
func NewUnit(l *Lookups, f Format) *Unit {
	return &Unit{Lookups: l, format: f, tables: map[string]*Table{}, inverses: map[int]*big.Int{}}
}

// Float is a finite number: sign·m·2^(e − one), which is a word's number however it was rounded.
//
// Bounds: sign ±1; 1 ≤ e ≤ top; 0 ≤ m ≤ 2^p, and m ≥ 2^(p−1) unless e = 1. So m = 2^p, a rounding carry, stays as it is, and |word| = (e −
// 1)·2^(p−1) + m holds for subnormals, normals and carries alike.
type Float struct {
	sign, e, m frontend.Variable

	signed  frontend.Variable // sign·m, when it was first needed
	nonzero frontend.Variable // 1 if m ≠ 0, else 0, when it was first needed
}

// once returns a table, made when it is first asked for.
func (u *Unit) once(name string, rows func() [][]frontend.Variable) *Table {
	if u.tables[name] == nil {
		u.tables[name] = u.Table(rows())
	}
	return u.tables[name]
}

func (u *Unit) numbers(low, high int) [][]frontend.Variable {
	var rows [][]frontend.Variable
	for i := low; i <= high; i++ {
		rows = append(rows, []frontend.Variable{i})
	}
	return rows
}

// limb asserts 0 ≤ v < 2^Limb, for one constraint.
func (u *Unit) limb(v frontend.Variable) {
	u.once("limb", func() [][]frontend.Variable { return u.numbers(0, 1<<u.format.Limb-1) }).Look(v)
}

// exponent is 1 + above. It asserts that this is an exponent and normal a bit, and that a number that isn't normal has the least exponent.
//
// Constraints: 2.
func (u *Unit) exponent(above, normal frontend.Variable) frontend.Variable {
	u.once("exponent", func() [][]frontend.Variable {
		rows := [][]frontend.Variable{{0, 0}}
		for e := range u.format.top() {
			rows = append(rows, []frontend.Variable{e, 1})
		}
		return rows
	}).Look(above, normal)
	return u.api.Add(above, 1)
}

// align is the table of exponent differences d: what to multiply the two terms with, and how far their unit then lies above the second's.
func (u *Unit) align(name string, low, high, below, above int) *Table {
	return u.once(name, func() [][]frontend.Variable {
		var rows [][]frontend.Variable
		for d := low; d <= high; d++ {
			k := min(max(d, -below), above)
			rows = append(rows, []frontend.Variable{d, power(max(k, 0)), power(max(-k, 0)), min(k, 0) + max(d-above, 0)})
		}
		return rows
	})
}

// scale is the table of j: ±2^(tail+1−j) and the sign, its key being 2j, or 2j + 1 for minus.
func (u *Unit) scale(name string, s scaling) *Table {
	return u.once(name, func() [][]frontend.Variable {
		var rows [][]frontend.Variable
		for j := s.low; j <= s.high; j++ {
			factor := power(s.tail + 1 - min(j, s.clip))
			rows = append(rows, []frontend.Variable{2 * j, factor, 1}, []frontend.Variable{2*j + 1, new(big.Int).Neg(factor), -1})
		}
		return rows
	})
}

// scaleUnsigned is the same without signs.
func (u *Unit) scaleUnsigned(name string, s scaling) *Table {
	return u.once(name, func() [][]frontend.Variable {
		var rows [][]frontend.Variable
		for j := s.low; j <= s.high; j++ {
			rows = append(rows, []frontend.Variable{j, power(s.tail + 1 - min(j, s.clip))})
		}
		return rows
	})
}

func power(n int) *big.Int { return new(big.Int).Lsh(big.NewInt(1), uint(n)) }

// hint calls a hint; its number of outputs follows from the circuit.
func (u *Unit) hint(f func(*big.Int, []*big.Int, []*big.Int) error, outputs int, inputs ...frontend.Variable) []frontend.Variable {
	out, err := u.api.Compiler().NewHint(f, outputs, inputs...)
	if err != nil {
		panic(err) // only for wrong counts
	}
	return out
}

// sum is Σ v.
func (u *Unit) sum(v ...frontend.Variable) frontend.Variable { return u.api.Add(0, 0, v...) }

// times is v·2^n.
func (u *Unit) times(v frontend.Variable, n int) frontend.Variable { return u.api.Mul(v, power(n)) }
