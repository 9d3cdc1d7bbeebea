package merkle_test

import (
	"encoding/binary"
	"errors"
	"math"
	"runtime"
	"testing"

	"github.com/commonweight/commonweight/fraudproof/merkle"
)

// naiveRoot is the definition, word for word: pad to a power of two, then hash pairs.
func naiveRoot(l merkle.List) merkle.Hash {
	size := 1
	for size < l.Length() {
		size *= 2
	}
	nodes := make([]merkle.Hash, size)
	for i := range l.Length() {
		nodes[i] = l.Leaf(i)
	}
	for len(nodes) > 1 {
		for i := range len(nodes) / 2 {
			nodes[i] = merkle.HashNode(nodes[2*i], nodes[2*i+1])
		}
		nodes = nodes[:len(nodes)/2]
	}
	return merkle.HashList(nodes[0], l.Kind(), uint64(l.Length()))
}

// naiveTile cuts a tile word by word.
func naiveTile(words []uint32, r, w, i int) (tile [merkle.LeafSize]byte) {
	down, across := (r+15)/16, (w+15)/16
	g, t := i/(down*across), i%(down*across)
	for row := range 16 {
		for col := range 16 {
			if y, x := t/across*16+row, t%across*16+col; y < r && x < w {
				binary.LittleEndian.PutUint32(tile[4*(16*row+col):], words[(g*r+y)*w+x])
			}
		}
	}
	return tile
}

func TestRootIsTheDefinition(t *testing.T) {
	// Around every power of two up to three levels of groups, where the cutting into groups could go wrong.
	for _, n := range []int{0, 1, 2, 3, 4, 5, 7, 8, 9, 255, 256, 257, 511, 512, 513, 767, 1023, 1024, 1025, 1281} {
		list := merkle.Roots(merkle.KindTrace, roots(9, n))
		want := naiveRoot(list)
		if list.Root() != want {
			t.Errorf("root of %d entries differs from the definition", n)
		}
		if list.Tree().Root() != want {
			t.Errorf("root of the kept tree of %d entries differs from the definition", n)
		}
	}
}

func TestTilesAreTheDefinition(t *testing.T) {
	for _, s := range [][3]int{{1, 1, 1}, {2, 16, 16}, {3, 15, 17}, {1, 33, 5}, {2, 5, 33}, {1, 48, 64}} {
		data := words(3, s[0]*s[1]*s[2])
		list := merkle.Matrix(data, s[0], s[1], s[2])
		for i := range list.Length() {
			tile := naiveTile(data, s[1], s[2], i)
			if merkle.MatrixTile(data, s[0], s[1], s[2], i) != tile || list.Leaf(i) != merkle.HashLeaf(&tile) {
				t.Errorf("tile %d of %v differs from the definition", i, s)
			}
		}
	}
	data := words(4, 700)
	list := merkle.Vector(data)
	for i := range list.Length() {
		var tile [merkle.LeafSize]byte
		for j, w := range data[256*i : min(700, 256*i+256)] {
			binary.LittleEndian.PutUint32(tile[4*j:], w)
		}
		if merkle.VectorTile(data, i) != tile || list.Leaf(i) != merkle.HashLeaf(&tile) {
			t.Errorf("vector tile %d differs from the definition", i)
		}
	}
}

// A padded edge must not show what an earlier tile left in the scratch space, whatever the order of tiles and the number of cores.
func TestRootDoesNotDependOnCores(t *testing.T) {
	data := words(5, 2*250*270)
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(0))
	var want merkle.Hash
	for i, cores := range []int{1, 2, 3, 8} {
		runtime.GOMAXPROCS(cores)
		got := merkle.MatrixRoot(data, 2, 250, 270)
		if i == 0 {
			want = naiveRoot(merkle.Matrix(data, 2, 250, 270))
		}
		if got != want {
			t.Errorf("%d cores give another root", cores)
		}
	}
}

func TestShapesAreHashedOnlyThroughTiles(t *testing.T) {
	data := words(6, 1024)
	seen := map[merkle.Hash]string{}
	for name, root := range map[string]merkle.Hash{
		"matrix 32×32":   merkle.MatrixRoot(data, 1, 32, 32),
		"matrix 16×64":   merkle.MatrixRoot(data, 1, 16, 64),
		"list of 8":      merkle.MatrixRoot(data, 8, 8, 16),
		"vector":         merkle.VectorRoot(data),
		"vector shorter": merkle.VectorRoot(data[:1000]),
	} {
		if other, ok := seen[root]; ok {
			t.Errorf("%s and %s have one root", name, other)
		}
		seen[root] = name
	}
}

func TestKindAndLengthAreBound(t *testing.T) {
	entries := roots(1, 5)
	seen := map[merkle.Hash]bool{}
	for kind := merkle.KindTensor; kind <= merkle.KindDataset; kind++ {
		seen[merkle.ListRoot(kind, entries)] = true
	}
	// An extra entry that equals the padding before hashing, or a missing one, is another list.
	seen[merkle.ListRoot(merkle.KindState, append(entries[:5:5], merkle.Hash{}))] = true
	seen[merkle.ListRoot(merkle.KindState, entries[:4])] = true
	seen[merkle.ListRoot(merkle.KindState, nil)] = true
	if len(seen) != 9 {
		t.Errorf("%d roots of 9 lists", len(seen))
	}
}

func TestDepth(t *testing.T) {
	for length, want := range map[uint64]int{0: 0, 1: 0, 2: 1, 3: 2, 4: 2, 5: 3, 1 << 21: 21, 1<<21 + 1: 22, math.MaxUint64: 64} {
		if got := merkle.Depth(length); got != want {
			t.Errorf("depth of %d is %d, want %d", length, got, want)
		}
	}
}

func TestWrongShapesPanic(t *testing.T) {
	for name, f := range map[string]func(){
		"too few words":  func() { merkle.MatrixRoot(words(1, 5), 1, 2, 3) },
		"negative":       func() { merkle.MatrixRoot(words(1, 6), -1, -2, 3) },
		"tile beyond":    func() { merkle.MatrixTile(words(1, 6), 1, 2, 3, 1) },
		"vector beyond":  func() { merkle.VectorTile(words(1, 256), 1) },
		"leaf beyond":    func() { merkle.Vector(words(1, 256)).Leaf(1) },
		"opening beyond": func() { merkle.Vector(words(1, 256)).Tree().Open(1) },
		"of nothing":     func() { merkle.Vector(words(1, 0)).Tree().Open(0) },
	} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%s does not panic", name)
				}
			}()
			f()
		}()
	}
}

// Every bit of leaf, siblings, root, index and length counts.
func TestEveryBitFlipIsRefused(t *testing.T) {
	for _, n := range []int{1, 2, 3, 5, 8, 13} {
		tree := merkle.Roots(merkle.KindSteps, roots(2, n)).Tree()
		for i := range n {
			p, root, leaf, siblings := tree.Position(i), tree.Root(), tree.Leaf(i), tree.Open(i)
			if err := p.Verify(root, leaf, siblings); err != nil {
				t.Fatalf("honest opening %d of %d: %v", i, n, err)
			}
			refused := func(what string, p merkle.Position, root, leaf merkle.Hash, siblings []merkle.Hash) {
				t.Helper()
				if err := p.Verify(root, leaf, siblings); !errors.Is(err, merkle.ErrOpening) {
					t.Fatalf("opening %d of %d with another %s: %v", i, n, what, err)
				}
			}
			for bit := range 256 {
				refused("leaf", p, root, flip(leaf, bit), siblings)
				refused("root", p, flip(root, bit), leaf, siblings)
				for level := range siblings {
					other := append([]merkle.Hash(nil), siblings...)
					other[level] = flip(other[level], bit)
					refused("sibling", p, root, leaf, other)
				}
			}
			for bit := range 64 {
				q := p
				q.Index ^= 1 << bit
				refused("index", q, root, leaf, siblings)
				q = p
				q.Length ^= 1 << bit
				refused("length", q, root, leaf, siblings)
			}
			for kind := range 256 {
				if q := p; merkle.Kind(kind) != p.Kind {
					q.Kind = merkle.Kind(kind)
					refused("kind", q, root, leaf, siblings)
				}
			}
			refused("number of siblings", p, root, leaf, append(siblings[:len(siblings):len(siblings)], merkle.Hash{}))
			if len(siblings) > 0 {
				refused("number of siblings", p, root, leaf, siblings[:len(siblings)-1])
			}
		}
	}
}

// Padding can't be opened: neither as a leaf that the list never had, nor by claiming a longer list, nor by passing a node for a leaf.
func TestVirtualLeavesAreRefused(t *testing.T) {
	entries := roots(3, 5)
	tree := merkle.Roots(merkle.KindTrace, entries).Tree()
	p := tree.Position(4)
	sixth := []merkle.Hash{tree.Leaf(4), tree.Open(4)[1], tree.Open(4)[2]}
	for length := uint64(0); length < 9; length++ {
		q := merkle.Position{Kind: p.Kind, Length: length, Index: 5}
		if err := q.Verify(tree.Root(), merkle.Hash{}, sixth); err == nil {
			t.Errorf("padding opened as entry 5 of %d", length)
		}
	}
	parent := merkle.HashNode(tree.Leaf(0), tree.Leaf(1))
	for length := uint64(0); length < 9; length++ {
		q := merkle.Position{Kind: p.Kind, Length: length, Index: 0}
		if err := q.Verify(tree.Root(), parent, tree.Open(0)[1:]); err == nil {
			t.Errorf("a node opened as entry 0 of %d", length)
		}
	}
}

func flip(h merkle.Hash, bit int) merkle.Hash {
	h[bit/8] ^= 1 << (bit % 8)
	return h
}

func FuzzMatrix(f *testing.F) {
	f.Add(uint8(1), uint8(16), uint8(16), uint64(1))
	f.Add(uint8(3), uint8(17), uint8(31), uint64(2))
	f.Fuzz(func(t *testing.T, g, r, w uint8, seed uint64) {
		g %= 8
		list := merkle.Matrix(words(seed, int(g)*int(r)*int(w)), int(g), int(r), int(w))
		root := list.Root()
		if root != naiveRoot(list) {
			t.Fatal("root differs from the definition")
		}
		if list.Length() == 0 {
			return
		}
		tree, i := list.Tree(), int(seed%uint64(list.Length()))
		if err := tree.Position(i).Verify(root, list.Leaf(i), tree.Open(i)); err != nil {
			t.Fatal(err)
		}
	})
}

// FuzzVerify throws openings at a fixed list: only what the list holds is accepted.
func FuzzVerify(f *testing.F) {
	tree := merkle.Roots(merkle.KindState, roots(4, 11)).Tree()
	for i := range 11 {
		var path []byte
		for _, s := range tree.Open(i) {
			path = append(path, s[:]...)
		}
		leaf := tree.Leaf(i)
		f.Add(uint64(i), leaf[:], path)
	}
	f.Fuzz(func(t *testing.T, index uint64, leaf, path []byte) {
		var h merkle.Hash
		copy(h[:], leaf)
		siblings := make([]merkle.Hash, len(path)/32)
		for i := range siblings {
			copy(siblings[i][:], path[32*i:])
		}
		p := tree.Position(0)
		p.Index = index
		if p.Verify(tree.Root(), h, siblings) == nil && (index >= 11 || h != tree.Leaf(int(index))) {
			t.Fatalf("%x accepted as entry %d", leaf, index)
		}
	})
}

func BenchmarkMatrixRoot(b *testing.B) {
	data := words(1, 4096*1024)
	b.SetBytes(int64(4 * len(data)))
	for b.Loop() {
		merkle.MatrixRoot(data, 1, 4096, 1024)
	}
}

func BenchmarkDatasetRoot(b *testing.B) {
	data := payload(1, 16<<20)
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		merkle.DatasetRoot(data)
	}
}
