package program

import (
	"math"
	"math/big"
	"testing"

	"github.com/commonweight/commonweight/train/numeric"
)

// TestDecimalRoundsOnce: a decimal just above the middle between two binary32 numbers would fall back to it through binary64.
func TestDecimalRoundsOnce(t *testing.T) {
	for text, want := range map[Decimal]uint32{
		"1":                      0x3f800000,
		"0.1":                    0x3dcccccd,
		"1e-8":                   0x322bcc77,
		"1.00000005960464477539": 0x3f800000, // below the middle 1 + 2⁻²⁴
		"1.00000005960464477540": 0x3f800001, // above it by less than binary64 can tell
		"1.0000000596046447754":  0x3f800001,
		"1e-45":                  0x00000001,
		"3.4028235e38":           0x7f7fffff,
		"-0.5":                   0xbf000000,
	} {
		f, ok := text.Float()
		if got := math.Float32bits(f); !ok || got != want {
			t.Errorf("%s is %08x, want %08x", text, got, want)
		}
	}
	for _, text := range []Decimal{"", "e", "1e39", "0x1p0", "inf", "NaN", "1_000", " 1", "1,5", "1E5", "1e", "--1"} {
		if f, ok := text.Float(); ok {
			t.Errorf("%q is %g", text, f)
		}
	}
}

// TestResidualDeviation: no binary32 number is nearer to 0.02/sqrt(2·layers).
func TestResidualDeviation(t *testing.T) {
	exact := func(f float32) *big.Rat { return new(big.Rat).SetFloat64(float64(f)) }
	for layers := 1; layers <= maxLayers; layers++ {
		f := residualDeviation(layers)
		for _, neighbour := range []float32{math.Nextafter32(f, 0), math.Nextafter32(f, 1)} {
			// The square of the middle between f and its neighbour lies on the neighbour's side of 0.0004/(2·layers).
			middle := new(big.Rat).Add(exact(f), exact(neighbour))
			middle.Quo(middle, big.NewRat(2, 1))
			square := middle.Mul(middle, middle)
			if want := big.NewRat(4, 10000*2*int64(layers)); (square.Cmp(want) > 0) != (neighbour > f) {
				t.Errorf("%d layers: %g is nearer than %g", layers, neighbour, f)
			}
		}
	}
}

func TestRates(t *testing.T) {
	table := Schedule{Kind: ScheduleCosine, Peak: "0.001", Floor: "0.0001", Warmup: 10}.table(110)
	if len(table) != 110 {
		t.Fatalf("%d entries", len(table))
	}
	for s, got := range table {
		want := 0.001 * float64(s+1) / 10
		if s >= 10 {
			want = 0.0001 + 0.0009*(1+math.Cos(math.Pi*float64(s-10)/99))/2
		}
		if math.Abs(float64(got)-want) > 2e-10 {
			t.Errorf("cosine, step %d: %g, want %g", s, got, want)
		}
	}
	for s, want := range []uint32{0x3f000000, 0x3f800000, 0x3f800000, 0x3f000000, 0x00000000} {
		linear := Schedule{Kind: ScheduleLinear, Peak: "1", Floor: "0", Warmup: 2}.table(5)
		if got := math.Float32bits(linear[s]); got != want {
			t.Errorf("linear, step %d: %08x, want %08x", s, got, want)
		}
	}
	for _, s := range []Schedule{{Kind: ScheduleLinear, Peak: "1", Floor: "0.5", Warmup: 3}, {Kind: ScheduleCosine, Peak: "1", Floor: "0.5", Warmup: 3}} {
		for steps := 3; steps < 6; steps++ {
			for i, r := range s.table(steps) {
				if !(r >= 0 && r <= 1) {
					t.Errorf("%s of %d steps, step %d: %g", s.Kind, steps, i, r)
				}
			}
		}
	}
	if got := (Schedule{Kind: ScheduleConstant, Peak: "0.1"}).table(1000); len(got) != 1 || math.Float32bits(got[0]) != 0x3dcccccd {
		t.Errorf("constant: %v", got)
	}
	if got := (Schedule{Kind: ScheduleTable, Words: []string{"3dcccccd", "00000000"}}).table(2); math.Float32bits(got[0]) != 0x3dcccccd || got[1] != 0 {
		t.Errorf("table: %v", got)
	}
}

// TestHalfCosine holds the golden sum of the schedule's one function, over x = n/2¹⁶, and its distance from the mathematical one.
func TestHalfCosine(t *testing.T) {
	var sum uint64
	for n := range 1<<16 + 1 {
		x := float32(n) / (1 << 16)
		got := halfCosine(x)
		if want := (1 + math.Cos(math.Pi*float64(x))) / 2; math.Abs(float64(got)-want) > 1.5e-7 {
			t.Fatalf("x = %g: %g, want %g", x, got, want)
		}
		if got < 0 || got > 1 {
			t.Fatalf("x = %g: %g", x, got)
		}
		sum = sum*1099511628211 + uint64(math.Float32bits(got))
	}
	if sum != 0xa320753108f4964a {
		t.Errorf("sum %#x", sum)
	}
}

func TestGenesis(t *testing.T) {
	p := compile(t, tinyGPT())
	s := p.Genesis()
	if err := p.CheckState(s); err != nil {
		t.Fatal(err)
	}
	if got := s.Scalars(); got[0] != 1 || got[1] != 1 || math.Float32bits(got[2]) != 0 || math.Float32bits(got[3]) != 0 || s.Clock != 0 {
		t.Errorf("scalars %v, clock %d", got, s.Clock)
	}
	for i, l := range p.StateLayout[:len(s.Tensors)-1] {
		want := make([]float32, len(s.Tensors[i]))
		switch {
		case l.Section != SectionParameter:
		case l.Initial.Normal:
			numeric.NormalInit(want, p.Spec.Seed, uint32(i), l.Initial.Value)
		case l.Shape.Vector && l.Initial.Value == 1:
			for e := range want {
				want[e] = 1
			}
		}
		for e := range want {
			if math.Float32bits(want[e]) != math.Float32bits(s.Tensors[i][e]) {
				t.Fatalf("tensor %d %s [%d]: %g, want %g", i, l.Name, e, s.Tensors[i][e], want[e])
			}
		}
	}
	c := s.Clone()
	c.Tensors[0][0]++
	c.Clock++
	if s.Tensors[0][0] == c.Tensors[0][0] || s.Clock == c.Clock {
		t.Error("a clone shares memory")
	}
	c.Tensors[3] = c.Tensors[3][:1]
	if p.CheckState(c) == nil || p.CheckState(nil) == nil || p.CheckState(&State{Tensors: s.Tensors[1:]}) == nil {
		t.Error("a wrong state passes")
	}
}
