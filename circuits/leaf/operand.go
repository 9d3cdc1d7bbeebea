package leaf

import (
	"encoding/binary"
	"math/big"

	"github.com/consensys/gnark/frontend"

	"github.com/commonweight/commonweight/circuits/gadget"
	"github.com/commonweight/commonweight/fraudproof/merkle"
	"github.com/commonweight/commonweight/fraudproof/referee"
)

// operand is what a prover knows of one operand: its place, taken apart, and its tiles.
type operand struct {
	Line   [block]frontend.Variable // 1 at the line, else 0
	Down   frontend.Variable
	Stride []frontend.Variable // bits, the lowest first
	Tiles  frontend.Variable
	Active []frontend.Variable // of each level: 1 if the tree has it
	Top    frontend.Variable   // of the tree
	Blocks []opened            // the first stands where the place says; the others follow
}

// opened is one tile, its place and its siblings.
type opened struct {
	Words [tileWords]frontend.Variable
	Index []frontend.Variable // bits, the lowest first
	Path  []frontend.Variable
}

func newOperand(size Size) operand {
	row := func() []frontend.Variable { return make([]frontend.Variable, size.Depth) }
	o := operand{Stride: row(), Active: row(), Blocks: make([]opened, size.Blocks)}
	for b := range o.Blocks {
		o.Blocks[b] = opened{Index: row(), Path: row()}
	}
	return o
}

// factor is the word of term k.
func factor(p referee.Place, openings []Opening, k int) uint32 {
	at := block*int(p.Line) + k%block
	if p.Down {
		at = block*(k%block) + int(p.Line)
	}
	return binary.LittleEndian.Uint32(openings[k/block].Tile[4*at:])
}

// assign fills in a place and the openings of its tiles; blocks without one are zeros.
func (o *operand) assign(p referee.Place, openings []Opening) {
	for r := range o.Line {
		o.Line[r] = 0
	}
	o.Line[p.Line], o.Down, o.Tiles = 1, 0, p.Tiles
	if p.Down {
		o.Down = 1
	}
	bits(o.Stride, p.Stride)
	depth := p.Depth()
	for level := range o.Active {
		o.Active[level] = 0
		if level < depth {
			o.Active[level] = 1
		}
	}
	o.Top = number(merkle.Poseidon2.Climb(merkle.Poseidon2.Leaf(openings[0].Tile), uint64(p.First), openings[0].Path))
	for b := range o.Blocks {
		x := &o.Blocks[b]
		for level := range x.Path {
			x.Path[level] = 0
		}
		if b >= len(openings) {
			bits(x.Index, 0)
			for i := range x.Words {
				x.Words[i] = 0
			}
			continue
		}
		bits(x.Index, p.First+uint32(b)*p.Stride)
		for level, sibling := range openings[b].Path {
			x.Path[level] = number(sibling)
		}
		for i := range x.Words {
			x.Words[i] = binary.LittleEndian.Uint32(openings[b].Tile[4*i:])
		}
	}
}

func bits(into []frontend.Variable, n uint32) {
	for i := range into {
		into[i] = n >> i & 1
	}
}

func number(h merkle.Hash) *big.Int { return new(big.Int).SetBytes(h[:]) }

// factors shows that the tiles stand where the place says in the tensor with that root, and returns the factors of all terms.
//
// Constraints: per block 6,882 for the tile's hash, 1,024 for its words' 32 bits, 376 to choose the factors and 377 per level of the tree.
//
// Soundness: line, down, stride and the first tile's place have as many bits as they are given and tiles has 32, so a packed place has one reading. A word has 32
// bits, so a tile's hash has one reading too. A tree's depth needn't be shown: leaves, nodes and roots have tags of their own, so a tile is no
// node and a node no tile. But its levels are the lowest ones, without a gap, and a place has no bits above them: so the bits that say left or right
// are the place's, each at its level.
func (o *operand) factors(api frontend.API, u *gadget.Unit, root, place frontend.Variable, present []frontend.Variable) []frontend.Variable {
	first, stride := o.place(api, u, place)
	api.AssertIsEqual(root, gadget.Absorb(api, 2, o.Top, api.Add(int(merkle.KindTensor), api.Mul(o.Tiles, 1<<8))))
	var words []frontend.Variable
	for b := range o.Blocks {
		x, there := &o.Blocks[b], present[block*b]
		for _, word := range x.Words {
			u.Word32(word)
		}
		node := gadget.Tile(api, x.Words[:])
		for level, sibling := range x.Path {
			bit := x.Index[level]
			api.AssertIsBoolean(bit)
			api.AssertIsEqual(api.Mul(bit, o.Active[level]), bit)
			left := api.Add(node, api.Mul(bit, api.Sub(sibling, node)))
			parent := gadget.Absorb(api, 1, left, api.Sub(api.Add(node, sibling), left))
			node = api.Add(node, api.Mul(o.Active[level], api.Sub(parent, node)))
		}
		api.AssertIsEqual(0, api.Mul(there, api.Sub(node, o.Top)))
		index := api.Add(first, api.Mul(stride, b))
		api.AssertIsEqual(0, api.Mul(there, api.Sub(whole(api, x.Index), index)))
		words = append(words, o.chosen(api, x.Words[:])...)
	}
	return words
}

// place takes the place apart.
func (o *operand) place(api frontend.API, u *gadget.Unit, packed frontend.Variable) (first, stride frontend.Variable) {
	lines, line := frontend.Variable(0), frontend.Variable(0)
	for r, x := range o.Line {
		api.AssertIsBoolean(x)
		lines, line = api.Add(lines, x), api.Add(line, api.Mul(x, r))
	}
	api.AssertIsEqual(lines, 1)
	api.AssertIsBoolean(o.Down)
	for level := range o.Stride {
		api.AssertIsBoolean(o.Stride[level])
		api.AssertIsBoolean(o.Active[level])
		if level > 0 {
			api.AssertIsBoolean(api.Sub(o.Active[level-1], o.Active[level]))
		}
	}
	u.Word32(o.Tiles)
	first, stride = whole(api, o.Blocks[0].Index), whole(api, o.Stride)
	shift := func(n uint) *big.Int { return new(big.Int).Lsh(big.NewInt(1), n) }
	api.AssertIsEqual(packed, api.Add(line, api.Mul(o.Down, 1<<4), api.Mul(first, 1<<8), api.Mul(stride, shift(40)), api.Mul(o.Tiles, shift(72))))
	return first, stride
}

// whole is the number with these bits.
func whole(api frontend.API, bits []frontend.Variable) frontend.Variable {
	n := frontend.Variable(0)
	for i, b := range bits {
		n = api.Add(n, api.Mul(b, 1<<i))
	}
	return n
}

// chosen are the sixteen words of a tile's line: of the tile, or of its transpose.
func (o *operand) chosen(api frontend.API, words []frontend.Variable) []frontend.Variable {
	turned := append([]frontend.Variable{}, words...)
	for r := range block {
		for c := range r {
			swap := api.Mul(o.Down, api.Sub(words[block*c+r], words[block*r+c]))
			turned[block*r+c], turned[block*c+r] = api.Add(words[block*r+c], swap), api.Sub(words[block*c+r], swap)
		}
	}
	chosen := make([]frontend.Variable, block)
	for c := range chosen {
		chosen[c] = 0
		for r := range block {
			chosen[c] = api.Add(chosen[c], api.Mul(o.Line[r], turned[block*r+c]))
		}
	}
	return chosen
}
