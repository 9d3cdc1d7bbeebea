package merkle

import (
	"crypto/sha256"
	"math/rand/v2"
	"testing"
)

// TestHashPair compares the assembly with the library, message by message.
func TestHashPair(t *testing.T) {
	if !hasSHA() {
		t.Skip("this processor has no SHA extensions")
	}
	r := rand.New(rand.NewPCG(1, 2))
	for round := range 2000 {
		blocks := 1 + round%20
		var messages [2][]byte
		var want [2]Hash
		n := r.IntN(shaBlock-9) + (blocks-1)*shaBlock // leaves room for the tag, the bit and the length
		for i := range messages {
			messages[i] = make([]byte, blocks*shaBlock)
			for j := range n {
				messages[i][j] = byte(r.Uint32())
			}
			pad(messages[i], n, byte(round))
			want[i] = sha256.Sum256(messages[i][:n+1])
		}
		var got [4]Hash // one on either side that must stay 0
		hashPair(&got[1][0], &messages[0][0], &messages[1][0], blocks)
		if got != [4]Hash{{}, want[0], want[1], {}} {
			t.Fatalf("two messages of %d bytes, %d blocks: %v, want %v", n+1, blocks, got, want)
		}
	}
}

// TestOneAtATime: processors with and without the extensions get the same roots.
func TestOneAtATime(t *testing.T) {
	if !twoAtOnce {
		t.Skip("this processor has no SHA extensions")
	}
	words := make([]uint32, 16*17*40)
	for i := range words {
		words[i] = uint32(i) * 0x9e3779b9
	}
	was := sixteenAtOnce
	sixteenAtOnce = false
	defer func() { sixteenAtOnce = was }()
	both := func(what string, n int, root func() Hash) {
		t.Helper()
		with := root()
		twoAtOnce = false
		defer func() { twoAtOnce = true }()
		if without := root(); with != without {
			t.Errorf("%s of %d: %v with, %v without", what, n, with, without)
		}
	}
	for n := range 40 {
		both("vector", n, func() Hash { return VectorRoot(words[:n*256+n%3]) })
		both("matrix", n, func() Hash { return MatrixRoot(words[:n*16*17], 1, n*16, 17) })
		both("dataset", n, func() Hash { return DatasetRoot(make([]byte, n*1000)) })
		both("tree", n, func() Hash { return Vector(words[:n*256+n%3]).Tree().Root() })
		both("roots", n, func() Hash { return ListRoot(KindState, make([]Hash, n)) })
	}
}
