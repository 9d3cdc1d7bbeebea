package evmfuzz

import (
	"bytes"
	"math"
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/commonweight/commonweight/fraudproof/referee"
)

// packedPlace is a place as IStepProofs.sol has it.
func packedPlace(p referee.Place) []byte {
	line := uint64(p.Line)
	if p.Down {
		line |= 16
	}
	n := new(big.Int)
	for _, field := range []struct {
		value uint64
		shift uint
	}{{line, 0}, {uint64(p.First), 8}, {uint64(p.Stride), 40}, {uint64(p.Tiles), 72}} {
		n.Or(n, new(big.Int).Lsh(new(big.Int).SetUint64(field.value), field.shift))
	}
	return n.FillBytes(make([]byte, 32))
}

// TestProductPlaces: contract and twin say the same of where the factors of any word of any operator's output stand.
func TestProductPlaces(t *testing.T) {
	each := 4000
	if *campaign {
		each = *cases
	}
	m := newMachine(t, bytecode(t, "ProvenPlaces"))
	r := rand.New(rand.NewPCG(*seed, 9))
	counts := map[string]int{}
	for i := range each {
		o := operator(r)
		for o.Code.String() != "matmul" && i%8 > 0 {
			o = operator(r)
		}
		descriptor := o.Descriptor()
		geometry, _ := referee.Describe(&descriptor, math.MaxUint32)
		if geometry.Leaf == referee.LeafState || geometry.Leaves() == 0 {
			continue
		}
		tile, word := r.Uint64N(geometry.Leaves()), uint32(r.IntN(256))
		want := make([]byte, 64)
		product, ok := referee.ProductOf(&descriptor, tile, word)
		if ok {
			want = append(packedPlace(product.Places[0]), packedPlace(product.Places[1])...)
			counts[o.Mode.String()]++
			if product.Terms > 16 {
				counts["strides"]++
			}
		} else {
			counts["none"]++
		}
		packedGeometry := geometry.Pack()
		got, _, err := m.call(bytes.Join([][]byte{
			selector("places(bytes,uint256,uint256,uint256)"), number(128), packedGeometry[:], number(tile), number(uint64(word)), packed(descriptor[:]),
		}, nil))
		if err != nil || !bytes.Equal(got, want) {
			t.Fatalf("seed %d, case %d: %s %s, word %d of tile %d: contract %x (%v), twin %x", *seed, i, o.Code, o.Mode, word, tile, got, err, want)
		}
	}
	for _, what := range []string{"nn", "nt", "tn", "none", "strides"} {
		if counts[what] == 0 {
			t.Errorf("no case is %s", what)
		}
	}
	t.Logf("%v", counts)
}
