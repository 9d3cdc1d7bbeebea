package ptx

import (
	"fmt"
	"math"
	"math/bits"
	"strings"

	"github.com/commonweight/commonweight/train/numeric"
)

// operation runs an instruction for some lanes.
type operation func(m *Machine, in *instruction, lanes []int32)

// deviceNaN is what a GPU gives for a result that is no number.
const deviceNaN = 0x7fffffff

func float(w uint32) float32 { return math.Float32frombits(w) }

func word(f float32) uint32 {
	if f != f {
		return deviceNaN
	}
	return math.Float32bits(f)
}

func (m *Machine) n(o operand) []uint32 { return m.narrow[o.number] }
func (m *Machine) w(o operand) []uint64 { return m.wide[o.number] }

// lookup finds what an instruction does.
func lookup(in *instruction) (operation, error) {
	if run, ok := operations[in.op]; ok {
		return run, nil
	}
	for _, family := range []func(*instruction) operation{memoryOperation, compareOperation} {
		if run := family(in); run != nil {
			return run, nil
		}
	}
	return nil, fmt.Errorf("no operation %s", in.op)
}

func narrow1(f func(a uint32) uint32) operation {
	return func(m *Machine, in *instruction, lanes []int32) {
		d, a := m.n(in.d[0]), m.n(in.s[0])
		for _, l := range lanes {
			d[l] = f(a[l])
		}
	}
}

func narrow2(f func(a, b uint32) uint32) operation {
	return func(m *Machine, in *instruction, lanes []int32) {
		d, a, b := m.n(in.d[0]), m.n(in.s[0]), m.n(in.s[1])
		for _, l := range lanes {
			d[l] = f(a[l], b[l])
		}
	}
}

func narrow3(f func(a, b, c uint32) uint32) operation {
	return func(m *Machine, in *instruction, lanes []int32) {
		d, a, b, c := m.n(in.d[0]), m.n(in.s[0]), m.n(in.s[1]), m.n(in.s[2])
		for _, l := range lanes {
			d[l] = f(a[l], b[l], c[l])
		}
	}
}

func wide1(f func(a uint64) uint64) operation {
	return func(m *Machine, in *instruction, lanes []int32) {
		d, a := m.w(in.d[0]), m.w(in.s[0])
		for _, l := range lanes {
			d[l] = f(a[l])
		}
	}
}

func wide2(f func(a, b uint64) uint64) operation {
	return func(m *Machine, in *instruction, lanes []int32) {
		d, a, b := m.w(in.d[0]), m.w(in.s[0]), m.w(in.s[1])
		for _, l := range lanes {
			d[l] = f(a[l], b[l])
		}
	}
}

// shift64 has a wide value and a narrow count.
func shift64(f func(a uint64, n uint32) uint64) operation {
	return func(m *Machine, in *instruction, lanes []int32) {
		d, a, b := m.w(in.d[0]), m.w(in.s[0]), m.n(in.s[1])
		for _, l := range lanes {
			d[l] = f(a[l], b[l])
		}
	}
}

func widen(f func(a uint32) uint64) operation {
	return func(m *Machine, in *instruction, lanes []int32) {
		d, a := m.w(in.d[0]), m.n(in.s[0])
		for _, l := range lanes {
			d[l] = f(a[l])
		}
	}
}

func fused(m *Machine, in *instruction, lanes []int32) {
	d, a, b, c := m.n(in.d[0]), m.n(in.s[0]), m.n(in.s[1]), m.n(in.s[2])
	for _, l := range lanes {
		// A sum in binary64 that is neither near a midpoint of two binary32 numbers nor subnormal rounds once (numeric, "roundsOnce").
		sum := float64(float(a[l]))*float64(float(b[l])) + float64(float(c[l]))
		if math.Float64bits(sum)&(1<<29-1) != 1<<28 && math.Abs(sum) >= 0x1p-126 {
			d[l] = word(float32(sum))
		} else {
			d[l] = word(numeric.FMA(float(a[l]), float(b[l]), float(c[l])))
		}
	}
}

// floats are the instructions that round, with their function of binary32.
var operations = map[string]operation{
	"fma.rn.f32":  fused,
	"add.rn.f32":  narrow2(func(a, b uint32) uint32 { return word(float(a) + float(b)) }),
	"sub.rn.f32":  narrow2(func(a, b uint32) uint32 { return word(float(a) - float(b)) }),
	"mul.rn.f32":  narrow2(func(a, b uint32) uint32 { return word(float(a) * float(b)) }),
	"div.rn.f32":  narrow2(func(a, b uint32) uint32 { return word(float(a) / float(b)) }),
	"sqrt.rn.f32": narrow1(func(a uint32) uint32 { return word(float32(math.Sqrt(float64(float(a))))) }),
	// Both are exact where they are used: of integers below 2^24.
	"cvt.rn.f32.s32": narrow1(func(a uint32) uint32 { return math.Float32bits(float32(int32(a))) }),

	"mov.f32": narrow1(func(a uint32) uint32 { return a }), "mov.b32": narrow1(func(a uint32) uint32 { return a }),
	"mov.u32": narrow1(func(a uint32) uint32 { return a }), "mov.pred": narrow1(func(a uint32) uint32 { return a }),
	"mov.u64": wide1(func(a uint64) uint64 { return a }), "cvta.to.global.u64": wide1(func(a uint64) uint64 { return a }),
	"mov.special": func(m *Machine, in *instruction, lanes []int32) {
		for _, l := range lanes {
			v := uint32(l)
			if in.at > 1 {
				v = uint32(m.block[in.at-2])
			}
			m.n(in.d[0])[l] = v
		}
	},
	"ld.param.u64": func(m *Machine, in *instruction, lanes []int32) {
		for _, l := range lanes {
			m.w(in.d[0])[l] = m.args[in.at]
		}
	},

	"add.s32": narrow2(func(a, b uint32) uint32 { return a + b }), "sub.s32": narrow2(func(a, b uint32) uint32 { return a - b }),
	"add.s16": narrow2(func(a, b uint32) uint32 { return uint32(uint16(a + b)) }),
	"and.b32": narrow2(func(a, b uint32) uint32 { return a & b }), "or.b32": narrow2(func(a, b uint32) uint32 { return a | b }),
	"xor.b32": narrow2(func(a, b uint32) uint32 { return a ^ b }), "not.b32": narrow1(func(a uint32) uint32 { return ^a }),
	"and.pred": narrow2(func(a, b uint32) uint32 { return a & b }), "or.pred": narrow2(func(a, b uint32) uint32 { return a | b }),
	"not.pred": narrow1(func(a uint32) uint32 { return a ^ 1 }),
	"shl.b32":  narrow2(func(a, b uint32) uint32 { return a << b }), "shr.u32": narrow2(func(a, b uint32) uint32 { return a >> b }),
	"shr.s32": narrow2(func(a, b uint32) uint32 { return uint32(int32(a) >> min(b, 31)) }),
	"shr.u16": narrow2(func(a, b uint32) uint32 { return uint32(uint16(a)) >> b }),
	"min.s32": narrow2(func(a, b uint32) uint32 { return uint32(min(int32(a), int32(b))) }),
	"max.s32": narrow2(func(a, b uint32) uint32 { return uint32(max(int32(a), int32(b))) }),
	"div.u32": narrow2(func(a, b uint32) uint32 { return a / b }), "rem.u32": narrow2(func(a, b uint32) uint32 { return a % b }),
	"mul.lo.s32": narrow2(func(a, b uint32) uint32 { return a * b }),
	"popc.b32":   narrow1(func(a uint32) uint32 { return uint32(bits.OnesCount32(a)) }),
	"shf.l.wrap.b32": narrow3(func(a, b, c uint32) uint32 {
		return uint32((uint64(b)<<32 | uint64(a)) << (c & 31) >> 32)
	}),
	"prmt.b32": narrow3(func(a, b, c uint32) uint32 {
		from, d := uint64(b)<<32|uint64(a), uint32(0)
		for i := range 4 {
			d |= uint32(from>>(8*(c>>(4*i)&7))&0xff) << (8 * i)
		}
		return d
	}),

	"add.s64": wide2(func(a, b uint64) uint64 { return a + b }), "sub.s64": wide2(func(a, b uint64) uint64 { return a - b }),
	"mul.lo.s64": wide2(func(a, b uint64) uint64 { return a * b }),
	"and.b64":    wide2(func(a, b uint64) uint64 { return a & b }), "or.b64": wide2(func(a, b uint64) uint64 { return a | b }),
	"xor.b64": wide2(func(a, b uint64) uint64 { return a ^ b }), "not.b64": wide1(func(a uint64) uint64 { return ^a }),
	"neg.s64": wide1(func(a uint64) uint64 { return -a }),
	"shl.b64": shift64(func(a uint64, n uint32) uint64 { return a << n }), "shr.u64": shift64(func(a uint64, n uint32) uint64 { return a >> n }),
	"shr.s64": shift64(func(a uint64, n uint32) uint64 { return uint64(int64(a) >> min(n, 63)) }),
	"min.s64": wide2(func(a, b uint64) uint64 { return uint64(min(int64(a), int64(b))) }),
	"max.s64": wide2(func(a, b uint64) uint64 { return uint64(max(int64(a), int64(b))) }),
	"min.u64": wide2(func(a, b uint64) uint64 { return min(a, b) }),
	"div.s64": wide2(func(a, b uint64) uint64 { return uint64(int64(a) / int64(b)) }),
	"rem.s64": wide2(func(a, b uint64) uint64 { return uint64(int64(a) % int64(b)) }),
	"rem.u64": wide2(func(a, b uint64) uint64 { return a % b }), "div.u64": wide2(func(a, b uint64) uint64 { return a / b }),

	"cvt.u64.u32": widen(func(a uint32) uint64 { return uint64(a) }), "cvt.s64.s32": widen(func(a uint32) uint64 { return uint64(int64(int32(a))) }),
	"cvt.u64.u16": widen(func(a uint32) uint64 { return uint64(uint16(a)) }),
	"cvt.u32.u64": func(m *Machine, in *instruction, lanes []int32) {
		for _, l := range lanes {
			m.n(in.d[0])[l] = uint32(m.w(in.s[0])[l])
		}
	},
	"cvt.u16.u64": func(m *Machine, in *instruction, lanes []int32) {
		for _, l := range lanes {
			m.n(in.d[0])[l] = uint32(uint16(m.w(in.s[0])[l]))
		}
	},
	"mul.wide.u32": func(m *Machine, in *instruction, lanes []int32) {
		for _, l := range lanes {
			m.w(in.d[0])[l] = uint64(m.n(in.s[0])[l]) * uint64(m.n(in.s[1])[l])
		}
	},
	"mul.wide.s32": func(m *Machine, in *instruction, lanes []int32) {
		for _, l := range lanes {
			m.w(in.d[0])[l] = uint64(int64(int32(m.n(in.s[0])[l])) * int64(int32(m.n(in.s[1])[l])))
		}
	},
	"mad.lo.s64": func(m *Machine, in *instruction, lanes []int32) {
		for _, l := range lanes {
			m.w(in.d[0])[l] = m.w(in.s[0])[l]*m.w(in.s[1])[l] + m.w(in.s[2])[l]
		}
	},

	"selp.f32": selectNarrow, "selp.b32": selectNarrow, "selp.u32": selectNarrow,
	"selp.b64": func(m *Machine, in *instruction, lanes []int32) {
		d, a, b, p := m.w(in.d[0]), m.w(in.s[0]), m.w(in.s[1]), m.n(in.s[2])
		for _, l := range lanes {
			v := b[l]
			if p[l] != 0 {
				v = a[l]
			}
			d[l] = v
		}
	},
	"shfl.sync.down.b32": shuffle(func(lane, b, mask uint32) uint32 { return lane + b }),
	"shfl.sync.idx.b32":  shuffle(func(lane, b, mask uint32) uint32 { return lane&mask | b&^mask }),
	"vote.sync.ballot.b32": func(m *Machine, in *instruction, lanes []int32) {
		for i := 0; i < len(lanes); i += warp {
			var all uint32
			for n, l := range lanes[i : i+warp] {
				all |= m.n(in.s[0])[l] << n
			}
			for _, l := range lanes[i : i+warp] {
				m.n(in.d[0])[l] = all
			}
		}
	},
}

func selectNarrow(m *Machine, in *instruction, lanes []int32) {
	d, a, b, p := m.n(in.d[0]), m.n(in.s[0]), m.n(in.s[1]), m.n(in.s[2])
	for _, l := range lanes {
		v := b[l]
		if p[l] != 0 {
			v = a[l]
		}
		d[l] = v
	}
}

// shuffle gives the value of another lane; c holds the mask of the segments and the last lane of one. A lane that would read beyond its segment
// keeps its own value.
func shuffle(other func(lane, b, mask uint32) uint32) operation {
	return func(m *Machine, in *instruction, lanes []int32) {
		d, a, b, c := m.n(in.d[0]), m.n(in.s[0]), m.n(in.s[1]), m.n(in.s[2])
		got := make([]uint32, len(lanes))
		for i, l := range lanes {
			lane, mask, clamp := uint32(l)%warp, c[l]>>8&31, c[l]&31
			last := lane&mask | clamp&^mask
			if from := other(lane, b[l]&31, mask); from <= last {
				got[i] = a[lanes[i-int(lane)+int(from)]]
			} else {
				got[i] = a[l]
			}
		}
		for i, l := range lanes {
			d[l] = got[i]
		}
	}
}

// memoryOperation is a load or a store of words.
func memoryOperation(in *instruction) operation {
	parts := strings.Split(in.op, ".")
	load := parts[0] == "ld"
	if !load && parts[0] != "st" || len(parts) < 3 || !strings.Contains("f32 u32 b32", parts[len(parts)-1]) {
		return nil
	}
	isShared := parts[1] == "shared"
	if !isShared && parts[1] != "global" {
		return nil
	}
	return func(m *Machine, in *instruction, lanes []int32) {
		address := m.w(in.s[0])
		values := in.d
		if !load {
			values = in.s[1:]
		}
		for _, l := range lanes {
			at, from := address[l]+in.at, m.shared
			var i int
			if isShared {
				i = m.sharedWord(at, len(values), l, !load)
			} else {
				var err error
				if i, err = m.Memory.word(at, len(values), m.threads+uint32(l)+1, !load); err != nil {
					m.fail(err)
				}
				from = m.Memory.Words
			}
			if m.err != nil {
				return
			}
			for n, v := range values {
				switch {
				case load && v.wide: // a register may be wider than the word: the rest is 0
					m.wide[v.number][l] = uint64(from[i+n])
				case load:
					m.narrow[v.number][l] = from[i+n]
				case v.wide:
					from[i+n] = uint32(m.wide[v.number][l])
				default:
					from[i+n] = m.narrow[v.number][l]
				}
			}
		}
	}
}

// compareOperation is setp: of floats, and of integers with and without sign.
func compareOperation(in *instruction) operation {
	parts := strings.Split(in.op, ".")
	if parts[0] != "setp" || len(parts) != 3 {
		return nil
	}
	relation, kind := parts[1], parts[2]
	holds := func(less, equal, unordered bool) bool {
		switch relation {
		case "lt":
			return less && !unordered
		case "le":
			return (less || equal) && !unordered
		case "gt":
			return !less && !equal && !unordered
		case "ge":
			return !less && !unordered
		case "eq":
			return equal && !unordered
		case "ne":
			return !equal && !unordered
		case "neu":
			return !equal || unordered
		}
		return unordered // nan
	}
	if !strings.Contains("lt le gt ge eq ne neu nan", relation) || (relation == "neu" || relation == "nan") != (kind == "f32") && (relation == "neu" || relation == "nan") {
		return nil
	}
	switch kind {
	case "f32":
		return narrow2(func(a, b uint32) uint32 {
			x, y := float(a), float(b)
			return truth(holds(x < y, x == y, x != x || y != y))
		})
	case "u32", "b32":
		return narrow2(func(a, b uint32) uint32 { return truth(holds(a < b, a == b, false)) })
	case "s32":
		return narrow2(func(a, b uint32) uint32 { return truth(holds(int32(a) < int32(b), a == b, false)) })
	case "u64", "b64", "s64":
		return func(m *Machine, in *instruction, lanes []int32) {
			d, a, b := m.n(in.d[0]), m.w(in.s[0]), m.w(in.s[1])
			for _, l := range lanes {
				less := a[l] < b[l]
				if kind == "s64" {
					less = int64(a[l]) < int64(b[l])
				}
				d[l] = truth(holds(less, a[l] == b[l], false))
			}
		}
	}
	return nil
}
