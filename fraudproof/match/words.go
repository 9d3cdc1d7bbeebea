package match

import (
	"encoding/binary"

	"github.com/commonweight/commonweight/fraudproof/merkle"
	"github.com/commonweight/commonweight/fraudproof/referee"
)

// element checks an answer to a posted tile. It returns the tile's word and the phase that follows.
func (g *Game) element(geometry referee.Geometry, m AnswerElement) (their uint32, next Phase, err error) {
	if Digest(m.Theirs) != g.Posted {
		return 0, 0, ErrWrongPosted
	}
	if their = word(m.Theirs, int(m.Word)); their == m.Value {
		return 0, 0, ErrNoDifference
	}
	switch geometry.Way(uint64(g.Index), uint32(m.Word)) {
	case referee.WayLeaf:
		if len(m.Words) != 0 {
			return 0, 0, ErrWrongLength
		}
		return their, PhaseLeaf, nil
	case referee.WayBlocks:
		return their, PhaseBlocks, requireBlocks(m.Words, geometry, 0, 0, m.Value)
	}
	chunks := int(geometry.Chunks())
	if len(m.Words) != 4*chunks {
		return 0, 0, ErrWrongLength
	}
	if referee.Finish(word(m.Words, chunks-1)) != m.Value {
		return 0, 0, ErrWrongWords
	}
	return their, PhaseFolds, nil
}

// fold checks an answer to posted folds. It returns the posted fold and the agreed one before it.
func (g *Game) fold(geometry referee.Geometry, m AnswerFolds) (their, before uint32, err error) {
	if Digest(m.Theirs) != g.Posted {
		return 0, 0, ErrWrongPosted
	}
	last := geometry.Chunks() - 1
	if m.Chunk > last {
		return 0, 0, ErrWrongPlace
	}
	if their = word(m.Theirs, int(m.Chunk)); their == m.Value {
		return 0, 0, ErrNoDifference
	}
	if m.Chunk == last && hashOf(referee.Finish(m.Value)) != g.Mine {
		return 0, 0, ErrWrongClaim
	}
	if m.Chunk > 0 {
		before = word(m.Theirs, int(m.Chunk)-1)
	}
	return their, before, requireBlocks(m.Words, geometry, m.Chunk, before, m.Value)
}

// partial checks an answer to posted blocks. It returns what the referee compares: the mover's, the posted and the agreed one before.
func (g *Game) partial(geometry referee.Geometry, m AnswerBlocks) (own, their, before merkle.Hash, err error) {
	if Digest(m.Theirs) != g.Posted {
		return own, their, before, ErrWrongPosted
	}
	size := 4 * geometry.PartialWords()
	from := int(m.Block) * size
	if len(m.Value) != size {
		return own, their, before, ErrWrongLength
	}
	if from >= len(m.Theirs) {
		return own, their, before, ErrWrongPlace
	}
	own, their = compared(m.Value), compared(m.Theirs[from:][:size])
	if own == their {
		return own, their, before, ErrNoDifference
	}
	if m.Block > 0 {
		before = compared(m.Theirs[from-size:][:size])
	}
	if from+size == len(m.Theirs) && hashOf(lift(m.Value, geometry, g.Chunk, number(g.Before))) != g.Mine {
		return own, their, before, ErrWrongClaim
	}
	return own, their, before, nil
}

// requireBlocks checks that blocks end in their author's fold, or in its element if there is one chunk.
func requireBlocks(blocks []byte, geometry referee.Geometry, chunk, before, claim uint32) error {
	size := 4 * geometry.PartialWords()
	if len(blocks) != size*int(geometry.Blocks(chunk)) {
		return ErrWrongLength
	}
	if lift(blocks[len(blocks)-size:], geometry, chunk, before) != claim {
		return ErrWrongWords
	}
	return nil
}

// lift returns what a chunk's last partial makes of the level above: the fold after it, or the element if there is one chunk.
func lift(last []byte, geometry referee.Geometry, chunk, before uint32) uint32 {
	sum := geometry.Reduce(referee.Words(last))
	switch {
	case geometry.Chunks() == 1:
		return referee.Finish(sum)
	case chunk == 0:
		return sum
	default:
		return geometry.Fold(before, sum)
	}
}

// compared returns a partial as the referee compares it.
func compared(partial []byte) merkle.Hash { return referee.Digest(referee.Words(partial)) }

func word(b []byte, i int) uint32 { return binary.LittleEndian.Uint32(b[4*i:]) }

func hashOf(word uint32) (h merkle.Hash) {
	binary.BigEndian.PutUint32(h[len(h)-4:], word)
	return h
}

func number(h merkle.Hash) uint32 { return binary.BigEndian.Uint32(h[len(h)-4:]) }
