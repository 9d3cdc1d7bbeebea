package trace

import (
	"errors"
	"fmt"

	"github.com/commonweight/commonweight/fraudproof/match"
	"github.com/commonweight/commonweight/fraudproof/merkle"
	"github.com/commonweight/commonweight/fraudproof/referee"
	"github.com/commonweight/commonweight/train/program"
)

// Reduction is one element of an output as the sum, or maximum, of more than 16 terms. Its partials are what a match opens below the element:
//
//	folds   F_q after chunk q of 512 terms, Q words; the element is F_{Q−1} + (+0)
//	blocks  P_b after block b of 16 terms of one chunk: a word, or the words of 16 lanes
//
// The referee computes them, term by term, from the operands that were replayed.
type Reduction struct {
	Terms int
	out   *Output
	tile  uint64
	word  uint32
}

// Reduction returns the reduction of an element; ok is false where there are no lists of partials.
//
// Bounds: panics beyond the output.
func (o *Output) Reduction(tile, word int) (r Reduction, ok bool) {
	if o.Roots != nil {
		return Reduction{}, false
	}
	o.within(tile, word)
	r = Reduction{int(o.geometry.Terms), o, uint64(tile), uint32(word)}
	return r, o.geometry.Way(r.tile, r.word) != referee.WayLeaf
}

func (o *Output) within(tile, word int) {
	if tile < 0 || tile >= o.Shape.Tiles() || word < 0 || word >= tileWords {
		panic(fmt.Sprintf("trace: word %d of tile %d of %d", word, tile, o.Shape.Tiles()))
	}
}

// Chunks is the number of folds, Q.
func (r Reduction) Chunks() int { return int(r.out.geometry.Chunks()) }

// BlocksOf is the number of blocks of chunk q.
func (r Reduction) BlocksOf(q int) int { return int(r.out.geometry.Blocks(uint32(q))) }

// Width is the number of words of a partial: 1 or 16.
func (r Reduction) Width() int { return r.out.geometry.PartialWords() }

// Geometry says how partials are put together.
func (r Reduction) Geometry() referee.Geometry { return r.out.geometry }

// Folds returns F_0 … F_{Q−1}.
//
// Errors: ErrContradiction if they don't end in the element that was replayed.
func (r Reduction) Folds() ([]uint32, error) {
	folds, err := referee.Folds(&r.out.descriptor, r.tile, r.word, operands{r.out})
	if err != nil {
		return nil, r.out.noSuch(err)
	}
	n, _ := WordAt(r.out.Shape, int(r.tile), int(r.word))
	if got := referee.Finish(folds[len(folds)-1]); got != r.out.Words[n] {
		return nil, fmt.Errorf("%w: word %d of %s was %08x, and the referee's sum is %08x", ErrContradiction, n, r.out.Operator.Name, r.out.Words[n], got)
	}
	return folds, nil
}

// Blocks returns the partials P after each block of chunk q, Width words each, one behind the other.
func (r Reduction) Blocks(q int) ([]uint32, error) {
	blocks, err := referee.Blocks(&r.out.descriptor, r.tile, r.word, uint32(q), operands{r.out})
	return blocks, r.out.noSuch(err)
}

// After returns the partials of chunk q after block b, if the one of block b is the given one.
func (r Reduction) After(q, b int, partial []uint32) ([]uint32, error) {
	blocks, err := referee.After(&r.out.descriptor, r.tile, r.word, uint32(q), uint32(b), partial, operands{r.out})
	return blocks, r.out.noSuch(err)
}

// Zero says that the element has to be +0 whatever the operands are: padding, above the diagonal of a causal product, or without terms.
//
// Bounds: panics beyond the output.
func (o *Output) Zero(tile, word int) bool {
	if o.Roots != nil {
		return false
	}
	o.within(tile, word)
	return o.geometry.IsZero(uint64(tile), uint32(word))
}

// Evidence returns what the referee needs to recompute a micro-step: for each operand that it reads, in the operator's order, the tile and
// its siblings from the leaf upwards; the 16 lanes before the block stand first, if there are any. It is empty where nothing is read. Step and
// operator of the place are the output's.
//
// Errors: ErrNoSuch beyond the output.
func (o *Output) Evidence(at match.Micro) ([]byte, error) {
	step := referee.MicroStep{Tile: uint64(at.Tile), Word: uint32(at.Word), Chunk: at.Chunk, Block: uint32(at.Block)}
	if o.Roots != nil {
		if step.Word != 0 || step.Chunk|step.Block != 0 {
			return nil, fmt.Errorf("%w: %+v of a list of roots", ErrNoSuch, at)
		}
		return nil, nil
	}
	var before []uint32
	if width := o.geometry.PartialWords(); at.Block > 0 {
		blocks, err := referee.Blocks(&o.descriptor, step.Tile, step.Word, step.Chunk, operands{o})
		if err != nil {
			return nil, o.noSuch(err)
		}
		if last := int(at.Block) * width; last <= len(blocks) {
			before = blocks[last-width : last]
			step.Before = referee.Digest(before)
		}
	}
	evidence, err := referee.Evidence(step, &o.descriptor, before, operands{o})
	return evidence, o.noSuch(err)
}

// noSuch is what a place beyond the output is to whoever asks for lists.
func (o *Output) noSuch(err error) error {
	if errors.Is(err, referee.ErrNoSuchStep) {
		return fmt.Errorf("%w: %w", ErrNoSuch, err)
	}
	return err
}

// operands are an output's as the referee reads them.
type operands struct{ *Output }

// Tile returns the bytes of a tile.
func (s operands) Tile(operand int, index uint64) (*[merkle.LeafSize]byte, error) {
	x := &s.Operands[operand]
	if s.isDataset(operand) {
		tile := new([merkle.LeafSize]byte)
		copy(tile[:], s.payload[index*merkle.LeafSize:])
		return tile, nil
	}
	tile := x.Tile(int(index))
	return &tile, nil
}

// Path returns its siblings, from the leaf upwards.
func (s operands) Path(operand int, index uint64) ([]merkle.Hash, error) {
	if s.isDataset(operand) {
		return s.dataset.Open(int(index)), nil
	}
	return s.Operands[operand].Tree().Open(int(index)), nil
}

func (s operands) isDataset(operand int) bool {
	return s.Operator.Operands[operand].Role == program.RoleDataset
}
