package referee

import (
	"fmt"

	"github.com/commonweight/commonweight/fraudproof/merkle"
)

// Tensors gives the operands of one operator, by their number in its descriptor: what whoever plays a match has replayed.
type Tensors interface {
	// Tile returns the bytes of a tile; the caller doesn't change them.
	Tile(operand int, index uint64) (*[merkle.LeafSize]byte, error)
	// Path returns its siblings, from the leaf upwards.
	Path(operand int, index uint64) ([]merkle.Hash, error)
}

// Evidence returns what Decide wants to see of a step. Lanes after block 0 need the partial before it; else before is ignored.
//
// Errors: ErrNoSuchStep, ErrWrongPredecessor, and those of the tensors.
func Evidence(step MicroStep, descriptor *[DescriptorBytes]byte, before []uint32, tensors Tensors) ([]byte, error) {
	o := parse(descriptor)
	if o == nil || o.code == OpState {
		return nil, nil
	}
	if err := o.check(step); err != nil {
		return nil, err
	}
	r := &recorder{tensors: tensors, before: PutWords(before), read: map[int]uint64{}}
	if _, err := o.decide(step, r); err != nil {
		return nil, err
	}
	evidence := append([]byte(nil), r.lanes()...)
	for n, number := range r.operands {
		data, err := r.tile(n, r.read[n])
		if err != nil {
			return nil, err
		}
		path, err := tensors.Path(number, r.read[n])
		if err != nil {
			return nil, err
		}
		evidence = append(evidence, data[:]...)
		for _, sibling := range path {
			evidence = append(evidence, sibling[:]...)
		}
	}
	return evidence, nil
}

// Folds returns the list of folds of a word: F after each chunk.
//
// Bounds: the word's way is WayFolds; or WayBlocks, which gives one fold. Otherwise ErrNoSuchStep.
func Folds(descriptor *[DescriptorBytes]byte, tile uint64, word uint32, tensors Tensors) ([]uint32, error) {
	o, err := reduction(descriptor, tile, word)
	if err != nil {
		return nil, err
	}
	folds := make([]uint32, o.geometry.Chunks())
	for q := range folds {
		blocks, err := o.blocks(tile, word, uint32(q), tensors)
		if err != nil {
			return nil, err
		}
		folds[q] = o.geometry.Reduce(blocks[len(blocks)-o.geometry.PartialWords():])
		if q > 0 {
			folds[q] = o.geometry.Fold(folds[q-1], folds[q])
		}
	}
	return folds, nil
}

// Blocks returns the list of blocks of chunk q of a word: the partials after each block, PartialWords each, one behind the other.
//
// Bounds: the word's way is WayBlocks or WayFolds and it has that chunk. Otherwise ErrNoSuchStep.
func Blocks(descriptor *[DescriptorBytes]byte, tile uint64, word, q uint32, tensors Tensors) ([]uint32, error) {
	o, err := reduction(descriptor, tile, word)
	if err != nil {
		return nil, err
	}
	if q >= o.geometry.Chunks() {
		return nil, fmt.Errorf("%w: chunk %d of %d", ErrNoSuchStep, q, o.geometry.Chunks())
	}
	return o.blocks(tile, word, q, tensors)
}

// After returns the list of blocks of chunk q of a word from block b+1 on, if the partial after block b is the given one: what follows from a
// partial, be it true or not.
//
// Bounds: as Blocks; partial has PartialWords.
func After(descriptor *[DescriptorBytes]byte, tile uint64, word, q, b uint32, partial []uint32, tensors Tensors) ([]uint32, error) {
	o, err := reduction(descriptor, tile, word)
	if err != nil {
		return nil, err
	}
	if b >= o.geometry.Blocks(q) || len(partial) != o.geometry.PartialWords() {
		return nil, fmt.Errorf("%w: block %d of chunk %d", ErrNoSuchStep, b, q)
	}
	return o.blocksFrom(tile, word, q, uint64(b)+1, append([]uint32(nil), partial...), tensors)
}

func reduction(descriptor *[DescriptorBytes]byte, tile uint64, word uint32) (*operator, error) {
	o := parse(descriptor)
	if o == nil || o.code == OpState || tile >= o.geometry.Leaves() || word >= tileWords || o.geometry.Way(tile, word) == WayLeaf {
		return nil, fmt.Errorf("%w: word %d of tile %d has no partial sums", ErrNoSuchStep, word, tile)
	}
	return o, nil
}

func (o *operator) blocks(tile uint64, word, q uint32, tensors Tensors) ([]uint32, error) {
	return o.blocksFrom(tile, word, q, 0, o.geometry.Start(), tensors)
}

// blocksFrom returns the partials from block b of chunk q on, given the one before it.
func (o *operator) blocksFrom(tile uint64, word, q uint32, b uint64, partial []uint32, tensors Tensors) ([]uint32, error) {
	row, column, _ := o.geometry.Place(tile, word)
	from := &recorder{tensors: tensors, read: map[int]uint64{}}
	if err := from.expect(0, 0, []int{0, 1}[:len(o.operands)]...); err != nil {
		return nil, err
	}
	var all []uint32
	for ; b < uint64(o.geometry.Blocks(q)); b++ {
		if err := o.advance(partial, row, column, uint64(q)*chunk+b*block, from, nil); err != nil {
			return nil, err
		}
		all = append(all, partial...)
	}
	return all, nil
}

// recorder is the reader of tensors. It remembers which tile of each operand was read last.
type recorder struct {
	tensors  Tensors
	before   []byte
	operands []int
	read     map[int]uint64
}

func (r *recorder) expect(_, front int, operands ...int) error {
	if r.operands = operands; front == 0 {
		r.before = nil
	}
	if len(r.before) != front {
		return fmt.Errorf("%w: %d bytes, want %d", ErrWrongPredecessor, len(r.before), front)
	}
	return nil
}

func (r *recorder) lanes() []byte { return r.before }

func (r *recorder) tile(n int, index uint64) (*[merkle.LeafSize]byte, error) {
	r.read[n] = index
	return r.tensors.Tile(r.operands[n], index)
}
