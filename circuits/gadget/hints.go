package gadget

import (
	"errors"
	"fmt"
	"math/big"

	"github.com/consensys/gnark/constraint/solver"
)

// What hints propose, the constraints decide. A hint that can't propose fails: there is no proof then.

// errNotFinite says that an operation leaves the numbers that have proofs.
var errNotFinite = errors.New("a number is too large to have a proof, or not finite")

func init() {
	solver.RegisterHint(alignHint, roundHint, decodeHint, inverseHint)
}

// small reads a field element that stands for a small integer, of either sign.
func small(field, v *big.Int) int {
	return int(signed(field, v).Int64())
}

// signed reads a field element as the integer nearest to 0.
func signed(field, v *big.Int) *big.Int {
	if v.BitLen() >= field.BitLen()-1 {
		return new(big.Int).Sub(v, field)
	}
	return v
}

func formatOf(inputs []*big.Int) Format {
	return Format{Exponent: int(inputs[0].Int64()), Mantissa: int(inputs[1].Int64()), Limb: int(inputs[2].Int64())}
}

// alignHint: below, above, d → the row of d.
func alignHint(field *big.Int, in, out []*big.Int) error {
	below, above, d := small(field, in[0]), small(field, in[1]), small(field, in[2])
	k := min(max(d, -below), above)
	out[0].Set(power(max(k, 0)))
	out[1].Set(power(max(-k, 0)))
	out[2].SetInt64(int64(min(k, 0) + max(d-above, 0)))
	return nil
}

// inverseHint: v → 1/v, 0 for 0.
func inverseHint(field *big.Int, in, out []*big.Int) error {
	if in[0].Sign() == 0 {
		out[0].SetInt64(0)
		return nil
	}
	out[0].ModInverse(in[0], field)
	return nil
}

// decodeHint: format, word → sign, normal, e − 1, odd, limbs of the significand but the top one.
func decodeHint(_ *big.Int, in, out []*big.Int) error {
	f, word := formatOf(in), in[3]
	if word.BitLen() > 1+f.Exponent+f.Mantissa {
		return fmt.Errorf("%w: a word of %d bits", errNotFinite, word.BitLen())
	}
	bits := word.Uint64()
	e, m := int(bits>>f.Mantissa)&(1<<f.Exponent-1), bits&(1<<f.Mantissa-1)
	if e > f.top() {
		return fmt.Errorf("%w: %x", errNotFinite, bits)
	}
	out[0].SetUint64(bits >> (f.Exponent + f.Mantissa))
	out[1].SetInt64(int64(min(e, 1)))
	out[2].SetInt64(int64(max(e, 1) - 1))
	out[3].SetUint64(m & 1)
	putLimbs(out[4:], new(big.Int).SetUint64(m>>1), f.Limb)
	return nil
}

// putLimbs writes the low limbs of v.
func putLimbs(out []*big.Int, v *big.Int, width int) {
	mask := new(big.Int).Sub(power(width), big.NewInt(1))
	for i := range out {
		out[i].And(new(big.Int).Rsh(v, uint(i*width)), mask)
	}
}

// roundHint: format, scaling, value, base, target → j, factor, sign, normal, e − 1, r, odd, k, flip, limbs of q and of t.
func roundHint(field *big.Int, in, out []*big.Int) error {
	f := formatOf(in)
	s := scaling{low: small(field, in[3]), high: small(field, in[4]), clip: small(field, in[5]), tail: small(field, in[6])}
	value, base, target := signed(field, in[7]), small(field, in[8]), in[9]
	negative := target.Sign() != 0
	e, j := 1, s.low
	if value.Sign() != 0 {
		negative = value.Sign() < 0
		e = max(1, base+value.BitLen()-f.precision())
		j = e - base
	}
	if e > f.top() || j < s.low || j > s.high {
		return fmt.Errorf("%w: exponent %d, shift %d", errNotFinite, e, j)
	}
	factor := power(s.tail + 1 - min(j, s.clip))
	parts := split(f, new(big.Int).Mul(new(big.Int).Abs(value), factor), s.tail)
	sign := int64(1)
	if negative {
		sign = -1
		factor.Neg(factor)
	}
	out[0].SetInt64(int64(j))
	out[1].Set(factor)
	out[2].SetInt64(sign)
	out[4].SetInt64(int64(e - 1))
	parts.put(field, f, s.tail, new(big.Int), out[3], out[5], out[6], out[7], out[9:])
	out[8].SetInt64(0)
	if wrong := negative != (target.Sign() != 0); wrong {
		difference := big.NewInt(-sign)
		out[8].Mul(difference, new(big.Int).ModInverse(new(big.Int).Mod(value, field), field))
	}
	return nil
}

// parts are q, r and t of a scaled value.
type parts struct{ q, r, t *big.Int }

func split(f Format, scaled *big.Int, tail int) parts {
	q := new(big.Int).Rsh(scaled, uint(tail+1))
	r := new(big.Int).SetUint64(uint64(scaled.Bit(tail)))
	t := new(big.Int).And(scaled, new(big.Int).Sub(power(tail), big.NewInt(1)))
	return parts{q, r, t}
}

// put writes normal, r, odd, k and the limbs; more is what counts as below t.
func (p parts) put(field *big.Int, f Format, tail int, more, normal, r, odd, k *big.Int, limbs []*big.Int) {
	normal.SetUint64(uint64(p.q.Bit(f.Mantissa)))
	r.Set(p.r)
	odd.SetUint64(uint64(p.q.Bit(0)))
	k.SetInt64(0)
	if why := new(big.Int).Add(p.t, odd); p.r.Sign() != 0 && why.Add(why, more).Sign() != 0 {
		k.ModInverse(why, field)
	}
	high := f.limbs(f.precision() - 2)
	h := new(big.Int).Rsh(p.q, 1)
	if normal.Sign() != 0 {
		h.Sub(h, power(f.Mantissa-1))
	}
	putLimbs(limbs[:high], h, f.Limb)
	putLimbs(limbs[high:high+tail/f.Limb], p.t, f.Limb)
}
