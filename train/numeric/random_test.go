package numeric

import (
	"fmt"
	"math"
	"testing"
)

// golden orders: the first indices of the epochs 0 and 1 with seed 1, printed by an independent C program.
var goldenOrders = []struct {
	epoch, n uint64
	indices  []uint64
}{
	{0, 1, []uint64{0}},
	{1, 1, []uint64{0}},
	{0, 2, []uint64{0, 1}},
	{1, 2, []uint64{1, 0}},
	{0, 3, []uint64{2, 0, 1}},
	{1, 3, []uint64{1, 2, 0}},
	{0, 77, []uint64{22, 8, 34, 25, 18, 74, 42, 32}},
	{1, 77, []uint64{71, 28, 7, 23, 29, 11, 45, 33}},
	{0, 1000, []uint64{619, 736, 718, 841, 164, 228, 553, 36}},
	{1, 1000, []uint64{805, 600, 312, 757, 212, 77, 641, 784}},
	{0, 65537, []uint64{42702, 41506, 38180, 30210, 51608, 15655, 32168, 36013}},
}

func TestSampleOrderGolden(t *testing.T) {
	for _, g := range goldenOrders {
		for r, want := range g.indices {
			if got := SampleIndex(1, g.epoch*g.n+uint64(r), g.n); got != want {
				t.Errorf("n %d, epoch %d, position %d: %d, want %d", g.n, g.epoch, r, got, want)
			}
		}
	}
}

func TestSampleOrderIsAPermutation(t *testing.T) {
	for _, n := range []uint64{1, 2, 3, 255, 256, 257, 1000} {
		for epoch := range uint64(2) {
			seen := make([]bool, n)
			for r := range n {
				index := SampleIndex(math.MaxUint64, epoch*n+r, n)
				if index >= n || seen[index] {
					t.Fatalf("n %d, epoch %d: index %d comes twice or is out of range", n, epoch, index)
				}
				seen[index] = true
			}
		}
	}
	if SampleIndex(1, math.MaxUint64, 1<<63) >= 1<<63 {
		t.Error("an index beyond 2⁶³ samples")
	}
}

// TestPhiloxKnownAnswers are the three published answers of Philox4x32-10.
func TestPhiloxKnownAnswers(t *testing.T) {
	const all = 0xffffffff
	for _, k := range []struct {
		counter [4]uint32
		key     [2]uint32
		want    [4]uint32
	}{
		{[4]uint32{}, [2]uint32{}, [4]uint32{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}},
		{[4]uint32{all, all, all, all}, [2]uint32{all, all}, [4]uint32{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd}},
		{[4]uint32{0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}, [2]uint32{0xa4093822, 0x299f31d0},
			[4]uint32{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1}},
	} {
		if got := Philox(k.counter, k.key); got != k.want {
			t.Errorf("philox(%08x, %08x) = %08x, want %08x", k.counter, k.key, got, k.want)
		}
	}
}

type randomFile struct {
	file
	Orders  []orderCase  `json:"orders"`
	Normals []normalCase `json:"normals"`
}

// orderCase is the sample at one position; integers are decimal strings, since they may exceed 2⁵³.
type orderCase struct {
	Seed     uint64 `json:"seed,string"`
	Position uint64 `json:"position,string"`
	Samples  uint64 `json:"samples,string"`
	Index    uint64 `json:"index,string"`
}

// normalCase is the first elements of one tensor.
type normalCase struct {
	Seed   uint64 `json:"seed,string"`
	Tensor uint32 `json:"tensor"`
	Std    words  `json:"std"`
	Words  words  `json:"words"`
}

func TestVectorsOfRandomness(t *testing.T) {
	read := vectorFile(t, "random.json", makeRandom())
	for _, c := range read.Orders {
		if got := SampleIndex(c.Seed, c.Position, c.Samples); got != c.Index {
			t.Errorf("sample at %d of %d with seed %d: %d, want %d", c.Position, c.Samples, c.Seed, got, c.Index)
		}
	}
	for _, c := range read.Normals {
		got := make([]float32, len(c.Words))
		NormalInit(got, c.Seed, c.Tensor, c.Std.floats()[0])
		sameBits(t, fmt.Sprintf("tensor %d of seed %d", c.Tensor, c.Seed), got, c.Words.floats())
	}
}

func makeRandom() randomFile {
	const seed = 3
	s := newStream(seed)
	f := randomFile{file: file{"commonweight/random/1", "sample order (swap-or-not, sha256) and initial weights (Philox4x32-10)", seed}, Orders: []orderCase{}}
	for _, g := range goldenOrders {
		for r := range g.indices {
			p := g.epoch*g.n + uint64(r)
			f.Orders = append(f.Orders, orderCase{1, p, g.n, SampleIndex(1, p, g.n)})
		}
	}
	wide := func() uint64 { return uint64(s.word())<<32 | uint64(s.word()) }
	for range 24 {
		c := orderCase{Seed: wide(), Position: wide() >> s.below(64), Samples: 1 + wide()>>(1+s.below(63))}
		c.Index = SampleIndex(c.Seed, c.Position, c.Samples)
		f.Orders = append(f.Orders, c)
	}
	for _, std := range []float32{0.02, 0.01, 1} {
		for tensor := range uint32(3) {
			c := normalCase{Seed: uint64(tensor) * 0x9E3779B97F4A7C15, Tensor: tensor, Std: bitsOf([]float32{std})}
			elements := make([]float32, 20)
			NormalInit(elements, c.Seed, tensor, std)
			c.Words = bitsOf(elements)
			f.Normals = append(f.Normals, c)
		}
	}
	return f
}

// TestNormalInitIsNormal looks at the first four moments, loosely: it would notice a wrong scale, a repeated word or a lost sign.
func TestNormalInitIsNormal(t *testing.T) {
	const n = 100_000
	x := make([]float32, n)
	NormalInit(x, 1, 0, 1)
	var mean, variance, kurtosis float64
	for _, e := range x {
		mean += float64(e) / n
		variance += float64(e) * float64(e) / n
		kurtosis += math.Pow(float64(e), 4) / n
	}
	if math.Abs(mean) > 0.02 || math.Abs(variance-1) > 0.02 || math.Abs(kurtosis-2.9) > 0.1 {
		t.Errorf("mean %v, variance %v, fourth moment %v", mean, variance, kurtosis)
	}
}

// TestTwelveWords: the blocks that go round side by side are Philox's, also where the low word of their numbers overflows.
func TestTwelveWords(t *testing.T) {
	for _, first := range []uint64{0, 1, 1<<32 - 3, 1<<32 - 2, 1<<32 - 1, 1 << 32, 0xfedcba9876543210, math.MaxUint64 - 2} {
		for i := range uint64(50) {
			n, tensor, key := first+97*i, uint32(i), [2]uint32{uint32(i * 0x9e3779b9), uint32(first >> 7)}
			want := uint32(0)
			for block := range uint64(3) {
				for _, u := range Philox([4]uint32{uint32(n + block), uint32((n + block) >> 32), tensor, 0xFFFFFFFF}, key) {
					want += u >> 12
				}
			}
			if got := twelveWords(n, tensor, key); got != want {
				t.Fatalf("blocks from %d of tensor %d: %d, want %d", n, tensor, got, want)
			}
		}
	}
}
