package evmfuzz

import (
	"bytes"
	"encoding/binary"
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/commonweight/commonweight/fraudproof/merkle"
)

// fieldOrder is BN254's r.
var fieldOrder, _ = new(big.Int).SetString("30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f0000001", 16)

// TestPoseidon2 compares the contract that stands in sha256's place with merkle.Poseidon2: every sort of message, at random and at the edges
// of the field; and what isn't an element is refused.
func TestPoseidon2(t *testing.T) {
	m := newMachine(t, bytecode(t, "Poseidon2"))
	r := rand.New(rand.NewPCG(1, 2))
	most := map[string]uint64{}
	ask := func(what string, want merkle.Hash, message ...[]byte) {
		t.Helper()
		got, gas, err := m.call(bytes.Join(message, nil))
		if err != nil || !bytes.Equal(got, want[:]) {
			t.Errorf("%s: %x, %v; want %v", what, got, err, want)
		}
		most[what] = max(most[what], gas)
	}
	refuse := func(what string, message ...[]byte) {
		t.Helper()
		if got, _, err := m.call(bytes.Join(message, nil)); err == nil {
			t.Errorf("%s is taken: %x", what, got)
		}
	}
	element := func(i int) (h merkle.Hash) {
		switch i {
		case 0:
		case 1:
			h[31] = 1
		case 2:
			new(big.Int).Sub(fieldOrder, big.NewInt(1)).FillBytes(h[:])
		default:
			for j := range h {
				h[j] = byte(r.Uint32())
			}
			new(big.Int).Mod(new(big.Int).SetBytes(h[:]), fieldOrder).FillBytes(h[:])
		}
		return h
	}
	f := merkle.Poseidon2
	for i := range 200 {
		left, right := element(i%7), element(i/7%7)
		ask("entry", f.Entry(left), left[:], []byte{0})
		ask("node", f.Node(left, right), left[:], right[:], []byte{1})
		kind, length := merkle.Kind(1+i%6), r.Uint64()>>(i%64)
		ask("list", f.List(left, kind, length), left[:], []byte{byte(kind)}, binary.LittleEndian.AppendUint64(nil, length), []byte{2})
		if i < 40 {
			var tile [merkle.LeafSize]byte
			for j := range tile {
				tile[j] = byte(r.Uint32())
				if i == 1 {
					tile[j] = 0xff
				}
			}
			if i == 0 {
				tile = [merkle.LeafSize]byte{}
			}
			ask("leaf", f.Leaf(&tile), tile[:], []byte{0})
		}
	}
	one := element(1)
	for _, beyond := range []*big.Int{fieldOrder, new(big.Int).Add(fieldOrder, big.NewInt(1)), new(big.Int).Sub(new(big.Int).Lsh(big.NewInt(1), 256), big.NewInt(1))} {
		word := beyond.FillBytes(make([]byte, 32))
		refuse("an entry beyond the field", word, []byte{0})
		refuse("a left node beyond the field", word, one[:], []byte{1})
		refuse("a right node beyond the field", one[:], word, []byte{1})
		refuse("a tree beyond the field", word, make([]byte, 9), []byte{2})
	}
	for _, size := range []int{0, 1, 32, 34, 41, 43, 64, 66, 1024, 1026} {
		refuse("a message of no sort", make([]byte, size))
	}
	t.Logf("gas at most: %v", most)
}
