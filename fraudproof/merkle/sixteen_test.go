package merkle

import (
	"crypto/sha256"
	"encoding/binary"
	"math/rand/v2"
	"testing"
	"unsafe"
)

// TestHashSixteen compares the assembly with the library, message by message, with blocks that lie together and far apart.
func TestHashSixteen(t *testing.T) {
	if !sixteenAtOnce {
		t.Skip("this processor has no AVX-512")
	}
	r := rand.New(rand.NewPCG(1, 2))
	for round := range 400 {
		blocks, row := 1+round%17, shaBlock*(1+round%5)
		memory := make([]byte, sixteen*blocks*row)
		for i := range memory {
			memory[i] = byte(r.Uint32())
		}
		var tail [shaBlock]byte
		n := r.IntN(shaBlock - 9)
		for i := range n {
			tail[i] = byte(r.Uint32())
		}
		pad(tail[:], n, byte(round))
		binary.BigEndian.PutUint64(tail[shaBlock-8:], uint64(8*(blocks*shaBlock+n+1)))
		var m messages
		var got [1 + sixteen + 1]Hash // one on either side that must stay 0
		for i := range m {
			m[i] = &memory[i*blocks*row]
		}
		hashSixteen(&got[1][0], &m[0], row, blocks, &tail[0])
		for i := range m {
			var message []byte
			for b := range blocks {
				message = append(message, memory[(i*blocks+b)*row:][:shaBlock]...)
			}
			if want := sha256.Sum256(append(message, tail[:n+1]...)); got[1+i] != want {
				t.Fatalf("message %d of %d blocks, %d bytes apart, and %d bytes: %v, want %v", i, blocks, row, n+1, got[1+i], Hash(want))
			}
		}
		if got[0] != (Hash{}) || got[1+sixteen] != (Hash{}) {
			t.Fatal("it writes beside its hashes")
		}
	}
}

// TestPlacesAreTiles: leaves that are hashed where they lie are those that are copied together.
func TestPlacesAreTiles(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	placed := 0
	for range 600 {
		g, rows, w := 1+r.IntN(4), 1+r.IntN(70), 1+r.IntN(400)
		if r.IntN(2) == 0 {
			g, rows, w = 1+r.IntN(20), 16*(1+r.IntN(4)), 16*(1+r.IntN(20))
		}
		words := make([]uint32, g*rows*w)
		for i := range words {
			words[i] = r.Uint32()
		}
		for _, list := range []List{Matrix(words, g, rows, w), Vector(words)} {
			if list.length < sixteen {
				continue
			}
			first := r.IntN(list.length - sixteen + 1)
			var m messages
			row, ok := list.place(first, &m)
			if !ok {
				continue
			}
			placed++
			for i := range m {
				var leaf taggedLeaf
				list.fill(first+i, &leaf)
				for b := range LeafSize / shaBlock {
					if [shaBlock]byte(leaf[b*shaBlock:]) != *(*[shaBlock]byte)(unsafe.Add(unsafe.Pointer(m[i]), b*row)) {
						t.Fatalf("%d matrices of %d×%d: block %d of leaf %d lies elsewhere", g, rows, w, b, first+i)
					}
				}
			}
		}
	}
	if placed < 100 {
		t.Errorf("%d lists have sixteen leaves in place", placed)
	}
}

// TestSixteenGiveTheSameRoots: processors with and without AVX-512 get the same roots and trees.
func TestSixteenGiveTheSameRoots(t *testing.T) {
	if !sixteenAtOnce {
		t.Skip("this processor has no AVX-512")
	}
	words := make([]uint32, 400*400)
	for i := range words {
		words[i] = uint32(i) * 0x9e3779b9
	}
	for _, shape := range [][3]int{{1, 400, 400}, {1, 399, 400}, {1, 400, 399}, {5, 32, 256}, {7, 16, 48}, {3, 64, 32}, {2, 17, 300}, {1, 16, 16}, {1, 16, 272}} {
		list := Matrix(words[:shape[0]*shape[1]*shape[2]], shape[0], shape[1], shape[2])
		for _, l := range []List{list, Vector(words[:shape[0]*shape[1]*shape[2]]), Dataset(make([]byte, shape[1]*shape[2]))} {
			with, tree := l.Root(), l.Tree().Root()
			sixteenAtOnce = false
			without := l.Root()
			sixteenAtOnce = true
			if with != without || tree != with {
				t.Errorf("%v, %d leaves: %v and %v with, %v without", shape, l.length, with, tree, without)
			}
		}
	}
}
