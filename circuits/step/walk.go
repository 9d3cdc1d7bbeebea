package step

import (
	"fmt"
	"math/big"

	"github.com/consensys/gnark/frontend"

	"github.com/commonweight/commonweight/circuits/gadget"
	"github.com/commonweight/commonweight/fraudproof/merkle"
	"github.com/commonweight/commonweight/train/program"
)

// walk goes through a program's operators in their order and keeps their outputs.
type walk struct {
	*gadget.Unit
	api     frontend.API
	program *program.Program
	clock   frontend.Variable
	pre     []tensor
	outputs []tensor
	records []record // the step's batch
	rate    *gadget.Float
}

// tensor is the value of an operand or an output: numbers, or integers.
type tensor struct {
	shape    program.Shape
	numbers  []*gadget.Float
	integers []integer
	words    []frontend.Variable // where they were given, and shown to have 32 bits
}

// integer is a uint32 word; classes, where it is known to be one of a few, has a 1 at its place and else 0.
type integer struct {
	value   frontend.Variable
	classes []frontend.Variable
}

// element is a root as a constant.
func element(h merkle.Hash) *big.Int { return new(big.Int).SetBytes(h[:]) }

// before reads the state before the step, and returns its root.
func (w *walk) before(words []frontend.Variable) frontend.Variable {
	for _, t := range w.program.StateLayout {
		read := tensor{shape: t.Shape, words: []frontend.Variable{w.clock}, integers: []integer{{value: w.clock}}}
		if t.Section != program.SectionClock {
			read = w.given(t, words[:t.Shape.Words()])
			words = words[t.Shape.Words():]
		} else {
			w.Word32(w.clock)
		}
		w.pre = append(w.pre, read)
	}
	return w.stateRoot(w.pre)
}

// given reads a tensor of the state. What the last step recorded, be it a NaN, is hashed and not computed with.
func (w *walk) given(t program.TensorSpec, words []frontend.Variable) tensor {
	read := tensor{shape: t.Shape, words: words, numbers: make([]*gadget.Float, len(words))}
	for i, word := range words {
		if t.Section == program.SectionScalars && i >= program.ScalarLoss {
			w.Word32(word)
		} else {
			read.numbers[i] = w.Decode(word)
		}
	}
	return read
}

// after returns the root of the state after the step.
func (w *walk) after() frontend.Variable {
	var state []tensor
	for _, o := range w.program.StateOutputs() {
		state = append(state, w.outputs[o])
	}
	return w.stateRoot(state)
}

func (w *walk) stateRoot(state []tensor) frontend.Variable {
	entries := make([]frontend.Variable, len(state))
	for i, t := range state {
		entries[i] = gadget.Entry(w.api, w.tensorRoot(t))
	}
	return gadget.ListRoot(w.api, merkle.KindState, entries)
}

// tensorRoot is the root of a tensor's tiles.
func (w *walk) tensorRoot(t tensor) frontend.Variable {
	leaves := make([]frontend.Variable, t.shape.Tiles())
	for i := range leaves {
		leaves[i] = gadget.Tile(w.api, inTile(t.shape, i, func(n int) frontend.Variable { return w.wordOf(t, n) }, frontend.Variable(0)))
	}
	return gadget.ListRoot(w.api, merkle.KindTensor, leaves)
}

// wordOf is word n of a tensor.
func (w *walk) wordOf(t tensor, n int) frontend.Variable {
	switch {
	case t.words != nil:
		return t.words[n]
	case t.integers != nil:
		return t.integers[n].value
	}
	return w.Word(t.numbers[n])
}

// inTile lists the 256 places of a tile: the word that stands there, or the padding.
func inTile[T any](s program.Shape, tile int, word func(n int) T, padding T) []T {
	places := make([]T, 256)
	for k := range places {
		places[k] = padding
		if s.Vector {
			if n := 256*tile + k; n < s.W {
				places[k] = word(n)
			}
			continue
		}
		down, across := (s.R+15)/16, (s.W+15)/16
		matrix, within := tile/(down*across), tile%(down*across)
		i, j := within/across*16+k/16, within%across*16+k%16
		if i < s.R && j < s.W {
			places[k] = word((matrix*s.R+i)*s.W + j)
		}
	}
	return places
}

// operand is the value that an operator reads.
func (w *walk) operand(o program.Operand) tensor {
	switch {
	case o.Source == program.SourceTrace:
		return w.outputs[o.Index]
	case o.Source == program.SourcePreState:
		return w.pre[o.Index]
	}
	panic(unsupported(fmt.Sprintf("an operand from source %d", o.Source)))
}
