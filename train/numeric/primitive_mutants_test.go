package numeric

import (
	"math"
	"testing"
)

// TestPrimitiveMutantsFail shows a committed vector against each mistake a machine could make in a single operation.
func TestPrimitiveMutantsFail(t *testing.T) {
	flush := mutant("flush to zero", func(v *variant) { v.flush = true })
	unfused := mutant("unfused", func(v *variant) { v.unfused = true })
	operandNaN := func(f func(a, b, c float32) float32) func(a, b, c float32) float32 {
		return func(a, b, c float32) float32 {
			if a != a {
				return a
			}
			return f(a, b, c)
		}
	}
	sum := func(a, b, _ float32) float32 { return Add(a, b) }
	committed := vectorFile(t, "primitives.json", makePrimitives()).Instructions
	for _, m := range []struct {
		name, instruction string
		f                 func(a, b, c float32) float32
	}{
		{"unfused", "fma", unfused.fma},
		{"rounded twice", "fma", func(a, b, c float32) float32 { return Canonical(float32(float64(a)*float64(b) + float64(c))) }},
		{"flush to zero", "fma", flush.fma},
		{"flush to zero", "add", func(a, b, _ float32) float32 { return flush.add(a, b) }},
		{"flush to zero", "mul", func(a, b, _ float32) float32 { return flush.zero(Mul(flush.zero(a), flush.zero(b))) }},
		{"flush to zero", "div", func(a, b, _ float32) float32 { return flush.zero(Div(flush.zero(a), flush.zero(b))) }},
		{"flush to zero", "exp", func(a, _, _ float32) float32 { return flush.zero(Exp(a)) }},
		{"payload kept", "add", operandNaN(sum)},
		{"payload kept", "neg", func(a, _, _ float32) float32 { return math.Float32frombits(math.Float32bits(a) ^ signBit) }},
		{"IEEE maximum", "max", func(a, b, _ float32) float32 { return float32(math.Max(float64(a), float64(b))) }},
		{"rounded library", "tanh", func(a, _, _ float32) float32 { return Canonical(float32(math.Tanh(float64(a)))) }},
		{"rounded library", "exp", func(a, _, _ float32) float32 { return Canonical(float32(math.Exp(float64(a)))) }},
		{"rounded library", "log", func(a, _, _ float32) float32 { return Canonical(float32(math.Log(float64(a)))) }},
	} {
		caught := 0
		for _, p := range committed {
			for at := 0; p.Name == m.instruction && at < len(p.Cases); at += p.Arguments + 1 {
				var a [3]float32
				copy(a[:], p.Cases[at:at+p.Arguments].floats())
				if math.Float32bits(m.f(a[0], a[1], a[2])) != p.Cases[at+p.Arguments] {
					caught++
				}
			}
		}
		if caught == 0 {
			t.Errorf("%s: no vector of %s fails", m.name, m.instruction)
		}
	}
}
