package gadget

import (
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/consensys/gnark/constraint/solver"
	"github.com/consensys/gnark/frontend"
)

// A prover may propose anything where a hint does. These tests let the hints lie, at random and with a plan, and leave the output open: whatever
// is accepted must be the twin's result.

// accepted is a circuit's one case whose output isn't given: Solve says what the constraints allow.
func (c *compiled) accepted(in []uint64, options ...solver.Option) (out []uint64, err error) {
	var seen []uint64
	record := solver.OverrideHint(solver.GetHintID(outputHint), func(_ *big.Int, in, out []*big.Int) error {
		for _, v := range in {
			seen = append(seen, v.Uint64())
			if !v.IsUint64() {
				seen[len(seen)-1] = 1 << 63 // no word
			}
		}
		out[0].SetInt64(0)
		return nil
	})
	err = c.solve(in, nil, append(options, record)...)
	return seen, err
}

// outputHint shows its inputs to the test.
func outputHint(_ *big.Int, _, _ []*big.Int) error { return nil }

func init() { solver.RegisterHint(outputHint) }

// open compiles one case whose outputs are shown to outputHint.
func open(t testing.TB, f Format, in int, one func(u *Unit, in []frontend.Variable) []frontend.Variable) *compiled {
	return compile(t, f, 1, in, 0, func(u *Unit, in []frontend.Variable) []frontend.Variable {
		u.hint(outputHint, 1, one(u, in)...)
		return nil
	})
}

// lie changes what a hint proposes, once.
type lie struct {
	r    *rand.Rand
	call int // the call that lies, of all calls of all hints
	seen int
}

// hints are what a prover proposes, apart from the multiplicities and the random mask.
var hints = []solver.Hint{alignHint, roundHint, decodeHint, inverseHint, divHint, sqrtHint, greaterHint, shiftHint}

// options are the hints with the lie among them.
func (l *lie) options() []solver.Option {
	var options []solver.Option
	for _, h := range hints {
		options = append(options, solver.OverrideHint(solver.GetHintID(h), func(field *big.Int, in, out []*big.Int) error {
			if err := h(field, in, out); err != nil {
				return err
			}
			if l.seen++; l.seen-1 == l.call {
				l.tell(field, out)
			}
			return nil
		}))
	}
	return options
}

// tell changes one or more of the proposals.
func (l *lie) tell(field *big.Int, out []*big.Int) {
	for range 1 + l.r.IntN(2) {
		v := out[l.r.IntN(len(out))]
		switch l.r.IntN(8) {
		case 0, 1:
			v.Add(v, big.NewInt(int64(l.r.IntN(5)-2)))
		case 2:
			v.Sub(big.NewInt(1), v) // the other bit
		case 3:
			v.Neg(v)
		case 4:
			v.Lsh(v, 1)
		case 5:
			v.Xor(v, power(l.r.IntN(24)))
		case 6:
			v.SetInt64(0)
		default:
			v.SetUint64(l.r.Uint64())
		}
		v.Mod(v, field)
	}
}

// TestLiesAreRefused: witnesses with a lie in them are accepted only if the output is right all the same, as where only a zero's alignment
// changed.
func TestLiesAreRefused(t *testing.T) {
	for _, o := range operations {
		t.Run(o.name, func(t *testing.T) {
			c := open(t, Binary32, o.inputs, o.build)
			r := rand.New(rand.NewPCG(2, uint64(len(o.name))))
			count := max(30, *campaign)
			harmless, calls := 0, 1
			for n := range count {
				in, want := o.batch(r, 1)
				l := &lie{r: r, call: r.IntN(calls)}
				got, err := c.accepted(in, l.options()...)
				calls = max(calls, l.seen)
				if err != nil {
					continue
				}
				if got[0] != want[0] {
					t.Fatalf("case %d: %x gives %x and is accepted, not %x", n, in, got[0], want[0])
				}
				harmless++
			}
			t.Logf("%d lies, %d of them accepted with the right output", count, harmless)
			if harmless == count {
				t.Error("no lie was refused: the test changes nothing")
			}
		})
	}
}

// TestOtherOutputsAreRefused: the right witness proves no other word.
func TestOtherOutputsAreRefused(t *testing.T) {
	for _, o := range operations {
		c := compile(t, Binary32, 1, o.inputs, 1, o.build)
		r := rand.New(rand.NewPCG(6, uint64(len(o.name))))
		for range 3 {
			in, out := o.batch(r, 1)
			for bit := range 32 {
				if c.solve(in, []uint64{out[0] ^ 1<<bit}) == nil {
					t.Errorf("%s: %x → %x with bit %d changed is accepted", o.name, in, out[0], bit)
				}
			}
		}
	}
}

// TestNoProof: what has none.
func TestNoProof(t *testing.T) {
	const inf, nan, huge, one, two, zero = 0x7f800000, 0x7fc00000, 0x7f000000, 0x3f800000, 0x40000000, 0
	for _, c := range []struct {
		operation string
		in        []uint64
		out       uint64
	}{
		{"fma", []uint64{inf, one, one}, inf}, {"fma", []uint64{one, nan, one}, nan}, {"fma", []uint64{one, one, huge}, huge},
		{"fma", []uint64{0x7e800000, two, zero}, huge}, {"fma", []uint64{0x7e800000, 0x7e800000, zero}, inf},
		{"add", []uint64{0x7effffff, 0x7effffff}, 0x7f7fffff}, {"mul", []uint64{0x7e800000, 0x7e800000}, inf},
		{"div", []uint64{one, zero}, inf}, {"div", []uint64{zero, zero}, nan}, {"div", []uint64{0x7e800000, 1}, inf},
		{"sqrt", []uint64{0xbf800000}, nan}, {"log", []uint64{zero}, 0xff800000}, {"log", []uint64{0xbf800000}, nan},
		{"exp", []uint64{0x42b10000}, 0x7ef882b7}, {"fma", []uint64{1 << 32, one, one}, one},
	} {
		for i := range operations {
			if o := &operations[i]; o.name == c.operation {
				if compile(t, Binary32, 1, o.inputs, 1, o.build).solve(c.in, []uint64{c.out}) == nil {
					t.Errorf("%s of %x has a proof", c.operation, c.in)
				}
			}
		}
	}
}
