package numeric

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"math"
	"testing"
)

type primitiveFile struct {
	file
	Instructions []primitive `json:"instructions"`
	Functions    []function  `json:"functions"`
}

// primitive lists cases of one instruction, each its arguments and the result.
type primitive struct {
	Name      string `json:"name"`
	Arguments int    `json:"arguments"`
	Cases     words  `json:"cases"`
}

// function is a hash over the outputs of the inputs 0, stride, 2·stride … below 2³², 4 bytes little-endian each, and the hash over all.
type function struct {
	Name          string `json:"name"`
	Stride        uint64 `json:"stride"`
	StridedSHA256 string `json:"strided_sha256"`
	SHA256        string `json:"sha256"`
}

func TestVectorsOfPrimitives(t *testing.T) {
	read := vectorFile(t, "primitives.json", makePrimitives())
	for code, p := range read.Instructions {
		for at := 0; at < len(p.Cases); at += p.Arguments + 1 {
			var arguments [3]uint32
			copy(arguments[:], p.Cases[at:at+p.Arguments])
			got := Apply(operationNamed(t, p.Name), arguments[0], arguments[1], arguments[2])
			if want := p.Cases[at+p.Arguments]; got != want {
				t.Errorf("%s (%d) %08x = %08x, want %08x", p.Name, code, arguments[:p.Arguments], got, want)
			}
		}
	}
}

func operationNamed(t *testing.T, name string) MapOp {
	t.Helper()
	for op := MapAdd; op <= MapIeq; op++ {
		if op.String() == name {
			return op
		}
	}
	t.Fatalf("no instruction %s", name)
	return 0
}

func makePrimitives() primitiveFile {
	const seed = 5
	s := newStream(seed)
	f := primitiveFile{file: file{"commonweight/primitives/1",
		"instructions: words of each case, its arguments and then the result; functions: SHA-256 over outputs in ascending order of inputs", seed}}
	for op := MapAdd; op <= MapIeq; op++ {
		arguments := int(mapArguments[op])
		if arguments == 0 {
			continue
		}
		p := primitive{Name: op.String(), Arguments: arguments}
		add := func(a ...uint32) {
			a = append(a, 0, 0)
			p.Cases = append(append(p.Cases, a[:arguments]...), Apply(op, a[0], a[1], a[2]))
		}
		switch arguments {
		case 1:
			for _, a := range special {
				add(a)
			}
			for range 200 {
				add(adversarial(s))
			}
			for range 60 {
				add(near(s) + uint32(s.below(12)-6)<<23 ^ s.word()&signBit)
			}
		default:
			for _, a := range special {
				for _, b := range special {
					if s.below(3) == 0 {
						add(a, b, special[s.below(len(special))])
					}
				}
			}
			for range 250 {
				add(adversarial(s), adversarial(s), adversarial(s))
			}
			for range 250 {
				a, b, c := nearMidpoint(s)
				add(math.Float32bits(a), math.Float32bits(b), math.Float32bits(c))
			}
			for exponent := range uint32(256) { // sums near the midpoint, cancellation by all but the last bits
				a := s.word()&0x7fffff | exponent<<23
				add(a, a^signBit^uint32(s.below(4)), signBit^a)
			}
		}
		f.Instructions = append(f.Instructions, p)
	}
	for _, g := range goldenFunctions {
		const stride = 4099
		h := sha256.New()
		var b []byte
		for u := uint64(0); u < 1<<32; u += stride {
			b = binary.LittleEndian.AppendUint32(b[:0], math.Float32bits(g.f(math.Float32frombits(uint32(u)))))
			h.Write(b)
		}
		f.Functions = append(f.Functions, function{g.name, stride, hex.EncodeToString(h.Sum(nil)), g.hash})
	}
	return f
}
