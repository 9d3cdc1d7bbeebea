package merkle

import (
	"encoding/binary"
	"fmt"
	"unsafe"
)

const (
	tileSide    = 16
	vectorWords = LeafSize / 4
)

// Word is an element of a tensor. Both sorts hash as their 32 bits.
type Word interface{ float32 | uint32 }

// List is what a root is taken over: a kind, a length and the leaves. It refers to the caller's data and must not outlive changes to it.
type List struct {
	kind     Kind
	length   int
	function Function
	fill     func(i int, leaf *taggedLeaf) // puts the data of leaf i in place
	leaf     func(i int) Hash              // returns it, if the leaves are hashed already; else nil
	root     func(i int) Hash              // returns the root that leaf i is the entry of, in a list of roots; else nil

	// place finds sixteen leaves from one on, if all of them lie in memory as they are hashed, blocks row bytes apart. Else nil.
	place func(first int, m *messages) (row int, ok bool)
}

// Kind returns what the list holds.
func (l List) Kind() Kind { return l.kind }

// Length returns the number of leaves before padding.
func (l List) Length() int { return l.length }

// Leaf returns leaf i, for i < Length.
func (l List) Leaf(i int) Hash {
	if i < 0 || i >= l.length {
		panic(fmt.Sprintf("merkle: leaf %d of a list of %d", i, l.length))
	}
	var one [1]Hash
	l.leaves(one[:], i)
	return one[0]
}

// leaves hashes the leaves from first on, sixteen or two at a time.
func (l List) leaves(dst []Hash, first int) {
	if l.leaf != nil || l.root != nil || l.function.isPoseidon2() {
		for i := range dst {
			dst[i] = l.single(first + i)
		}
		return
	}
	if sixteenAtOnce {
		var scratch *[sixteen]taggedLeaf
		for ; len(dst) >= sixteen; dst, first = dst[sixteen:], first+sixteen {
			scratch = l.sixteenLeaves(dst, first, scratch)
		}
	}
	a, b := newLeaf(), newLeaf()
	for ; len(dst) >= 2; dst, first = dst[2:], first+2 {
		l.fill(first, &a)
		l.fill(first+1, &b)
		*(*[2]Hash)(dst) = hashLeaves(&a, &b)
	}
	if len(dst) == 1 {
		l.fill(first, &a)
		dst[0] = a.hash()
	}
}

// single hashes leaf i alone.
func (l List) single(i int) Hash {
	switch {
	case l.leaf != nil:
		return l.leaf(i)
	case l.root != nil:
		return l.function.Entry(l.root(i))
	}
	var scratch taggedLeaf
	l.fill(i, &scratch)
	return l.function.Leaf((*[LeafSize]byte)(scratch[:LeafSize]))
}

// Matrix returns the tiles of g matrices of r×w words that lie one behind the other in memory, row-major.
//
// Bounds: panics unless len(words) = g·r·w and no dimension is negative.
func Matrix[W Word](words []W, g, r, w int) List {
	if g < 0 || r < 0 || w < 0 || len(words) != g*r*w {
		panic(fmt.Sprintf("merkle: %d words are not %d matrices of %d×%d", len(words), g, r, w))
	}
	bits := bitsOf(words)
	down, across := tiles(r, tileSide), tiles(w, tileSide)
	return List{
		kind: KindTensor, length: g * down * across, function: SHA256,
		fill:  func(i int, leaf *taggedLeaf) { fillMatrixTile(leaf, bits, i, r, w) },
		place: func(first int, m *messages) (int, bool) { return placeMatrixTiles(m, bits, first, r, w) },
	}
}

// Vector returns the tiles of a vector.
func Vector[W Word](words []W) List {
	bits := bitsOf(words)
	return List{
		kind: KindTensor, length: tiles(len(words), vectorWords), function: SHA256,
		fill:  func(i int, leaf *taggedLeaf) { fillVectorTile(leaf, bits, i) },
		place: func(first int, m *messages) (int, bool) { return placeVectorTiles(m, bits, first) },
	}
}

// Dataset returns the leaves of a payload: 1 KiB each, as the bytes lie.
func Dataset(payload []byte) List {
	fill := func(i int, leaf *taggedLeaf) {
		n := copy(leaf[:LeafSize], payload[i*LeafSize:])
		clear(leaf[n:LeafSize])
	}
	return List{kind: KindDataset, length: tiles(len(payload), LeafSize), function: SHA256, fill: fill}
}

// Roots returns a list of roots: a state, the steps of a window, a trace.
func Roots(kind Kind, roots []Hash) List {
	return List{kind: kind, length: len(roots), function: SHA256, root: func(i int) Hash { return roots[i] }}
}

// Leaves returns a list of leaves that are hashed already, such as operator descriptors by HashLeaf.
func Leaves(kind Kind, leaves []Hash) List {
	return List{kind: kind, length: len(leaves), function: SHA256, leaf: func(i int) Hash { return leaves[i] }}
}

// MatrixTile returns tile i of what Matrix lists, as it is hashed.
func MatrixTile[W Word](words []W, g, r, w, i int) (tile [LeafSize]byte) {
	if list := Matrix(words, g, r, w); i < 0 || i >= list.length {
		panic(fmt.Sprintf("merkle: tile %d of %d", i, list.length))
	}
	var scratch taggedLeaf
	fillMatrixTile(&scratch, bitsOf(words), i, r, w)
	return [LeafSize]byte(scratch[:LeafSize])
}

// VectorTile returns tile i of what Vector lists, as it is hashed.
func VectorTile[W Word](words []W, i int) (tile [LeafSize]byte) {
	if n := tiles(len(words), vectorWords); i < 0 || i >= n {
		panic(fmt.Sprintf("merkle: tile %d of %d", i, n))
	}
	var scratch taggedLeaf
	fillVectorTile(&scratch, bitsOf(words), i)
	return [LeafSize]byte(scratch[:LeafSize])
}

func fillMatrixTile(scratch *taggedLeaf, words []uint32, i, r, w int) {
	down, across := tiles(r, tileSide), tiles(w, tileSide)
	matrix, inMatrix := i/(down*across), i%(down*across)
	row0, col0 := inMatrix/across*tileSide, inMatrix%across*tileSide
	rows, cols := min(tileSide, r-row0), min(tileSide, w-col0)
	if rows < tileSide || cols < tileSide {
		clear(scratch[:LeafSize])
	}
	start := (matrix*r+row0)*w + col0
	if rows == tileSide && cols == tileSide && littleEndian {
		for row := range tileSide { // of a size that the compiler knows, which a general copy isn't
			from := (*[tileSide]uint32)(words[start+row*w:])
			*(*[4 * tileSide]byte)(scratch[row*4*tileSide:]) = *(*[4 * tileSide]byte)(unsafe.Pointer(from))
		}
		return
	}
	for row := range rows {
		putWords(scratch[row*tileSide*4:], words[start+row*w:][:cols])
	}
}

func fillVectorTile(scratch *taggedLeaf, words []uint32, i int) {
	words = words[i*vectorWords:]
	n := min(vectorWords, len(words))
	putWords(scratch[:LeafSize], words[:n])
	clear(scratch[4*n : LeafSize])
}

// putWords writes words little-endian: as they lie in memory, where that is the machine's own order.
func putWords(dst []byte, words []uint32) {
	if littleEndian {
		copy(dst, unsafe.Slice((*byte)(unsafe.Pointer(unsafe.SliceData(words))), 4*len(words)))
		return
	}
	for i, word := range words {
		binary.LittleEndian.PutUint32(dst[4*i:], word)
	}
}

var littleEndian = binary.NativeEndian.Uint16([]byte{1, 0}) == 1

// bitsOf views words as their bit patterns without a copy: float32 and uint32 agree in size and alignment, and no float operation
// touches the values, so NaN payloads and −0 stay what they are.
func bitsOf[W Word](words []W) []uint32 {
	return unsafe.Slice((*uint32)(unsafe.Pointer(unsafe.SliceData(words))), len(words))
}

func tiles(n, side int) int { return (n + side - 1) / side }
