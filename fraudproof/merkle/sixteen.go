package merkle

import "unsafe"

const sixteen = 16

// messages are where sixteen messages begin.
type messages [sixteen]*byte

// sixteenAtOnce: the processor hashes sixteen messages in some five times the time of one.
var sixteenAtOnce = hasAVX512()

// The last block of a leaf and of a node: the tag and SHA-256's padding.
var (
	leafTail = func() [shaBlock]byte { t := newLeaf(); return [shaBlock]byte(t[LeafSize:]) }()
	nodeTail = func() [shaBlock]byte { t := newNode(); return [shaBlock]byte(t[shaBlock:]) }()
)

// sixteenLeaves hashes sixteen leaves where they lie, or in scratch, if some of them don't lie there as they are hashed.
func (l List) sixteenLeaves(dst []Hash, first int, scratch *[sixteen]taggedLeaf) *[sixteen]taggedLeaf {
	var m messages
	row, ok := 0, false
	if l.place != nil {
		row, ok = l.place(first, &m)
	}
	if !ok {
		if scratch == nil {
			scratch = new([sixteen]taggedLeaf)
		}
		for i := range m {
			l.fill(first+i, &scratch[i])
			m[i] = &scratch[i][0]
		}
		row = shaBlock
	}
	hashSixteen(&dst[:sixteen][0][0], &m[0], row, LeafSize/shaBlock, &leafTail[0])
	return scratch
}

// sixteenNodes writes the parents of 32 nodes to dst, which may be the nodes themselves.
func sixteenNodes(dst, nodes []Hash) {
	var m messages
	for i := range m {
		m[i] = &nodes[2*i : 2*i+2][0][0]
	}
	hashSixteen(&dst[:sixteen][0][0], &m[0], shaBlock, 1, &nodeTail[0])
}

// placeMatrixTiles finds sixteen tiles that lie whole in their matrices: a row of a tile is a block of its message.
func placeMatrixTiles(m *messages, words []uint32, first, r, w int) (row int, ok bool) {
	down, across := tiles(r, tileSide), tiles(w, tileSide)
	matrix, strip, column := first/(down*across), first%(down*across)/across, first%across
	for i := range m {
		if (strip+1)*tileSide > r || (column+1)*tileSide > w {
			return 0, false
		}
		m[i] = byteAt(words, (matrix*r+strip*tileSide)*w+column*tileSide)
		if column++; column == across {
			column, strip = 0, strip+1
		}
		if strip == down {
			strip, matrix = 0, matrix+1
		}
	}
	return 4 * w, true
}

// placeVectorTiles finds sixteen tiles of a vector if all of their words are there.
func placeVectorTiles(m *messages, words []uint32, first int) (row int, ok bool) {
	if (first+sixteen)*vectorWords > len(words) {
		return 0, false
	}
	for i := range m {
		m[i] = byteAt(words, (first+i)*vectorWords)
	}
	return shaBlock, true
}

func byteAt(words []uint32, i int) *byte { return (*byte)(unsafe.Pointer(&words[i])) }
