package referee

import (
	"github.com/commonweight/commonweight/fraudproof/merkle"
	"github.com/commonweight/commonweight/train/numeric"
)

// Written is a micro-step written out for people: what Decide found, and how it came about.
//
// Terms are those of a reduction; Registers those of a map; the other leaves only have a value, which is a word that stands elsewhere.
type Written struct {
	Result
	Leaf        Leaf
	Row, Column uint64 // of the word in the tensor, rows of all matrices counted through; of `state` the entry is the column
	Zero        bool   // the word has to be +0, whatever the operands are
	Before      []uint32
	After       []uint32 // the partial after the block, as Value digests it; of a short reduction the element itself
	Terms       []Term
	Registers   []Register
}

// Term is one term of a reduction: acc ∘ A·B or acc ∘ A, in the lane that it goes to. After is the accumulator with it.
type Term struct {
	Index  uint64 // k
	Lane   int
	Factor [2]uint32 // the second only of products
	Only   bool      // there is no second
	Absent bool      // of scatter_add: another row's, it is left out
	After  uint32
}

// Register is one instruction of a map and its result.
type Register struct {
	Instruction numeric.Instruction
	Value       uint32
}

// Write decides a micro-step and writes it out. Arguments and errors are those of Decide; an invalid descriptor has only a verdict.
func Write(by merkle.Function, step MicroStep, descriptor *[DescriptorBytes]byte, roots []merkle.Hash, evidence []byte) (Written, error) {
	result, err := Decide(by, step, descriptor, roots, evidence)
	if err != nil || result.Verdict != VerdictDecided {
		return Written{Result: result}, err
	}
	o := parse(descriptor)
	g := o.geometry
	w := Written{Result: result, Leaf: g.Leaf, Column: step.Tile}
	if g.Leaf == LeafState {
		return w, nil
	}
	w.Row, w.Column, _ = g.Place(step.Tile, step.Word)
	if w.Zero = g.IsZero(step.Tile, step.Word); w.Zero {
		return w, nil
	}
	from := &openings{by: by, operator: o, roots: roots, left: evidence}
	switch {
	case o.code == OpMap:
		_, err = o.run(w.Row, w.Column, from, func(r Register) { w.Registers = append(w.Registers, r) })
	case g.Leaf != LeafDirect:
		err = o.writeTerms(&w, step, from)
	}
	return w, err
}

// writeTerms takes the terms of a block once more, and keeps them.
func (o *operator) writeTerms(w *Written, step MicroStep, from reader) error {
	acc, err := o.before(step, from)
	if err != nil {
		return err
	}
	w.Before = append(w.Before, acc...)
	if err := o.advance(acc, w.Row, w.Column, step.first(), from, func(t Term) { w.Terms = append(w.Terms, t) }); err != nil {
		return err
	}
	if w.After = acc; o.geometry.Terms <= block {
		w.After = []uint32{Finish(o.geometry.Reduce(acc))}
	}
	return nil
}

// shown is a term as it was taken in.
func (o *operator) shown(words [2]uint32, row, k uint64, lane int, after uint32) Term {
	t := Term{Index: k, Lane: lane, Factor: words, After: after, Only: o.code != OpMatmul && o.mode != ModeDot && o.mode != ModeSqsum}
	if o.mode == ModeSqsum {
		t.Factor[1] = t.Factor[0]
	}
	if o.code == OpScatterAdd {
		index := uint64(words[1])
		if o.mode == ModeIota {
			index = k % uint64(o.attribute(AttributeScatterAddModulus))
		}
		t.Absent = index != row
	}
	return t
}
