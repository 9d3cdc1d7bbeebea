package referee_test

import (
	"encoding/binary"
	"math/rand/v2"
	"testing"

	"github.com/commonweight/commonweight/fraudproof/merkle"
	"github.com/commonweight/commonweight/fraudproof/referee"
	"github.com/commonweight/commonweight/train/program"
)

// roots are those that a step is bound to, and those that Decide gets: of concat only the part's.
func (n *node) roots(tile uint64, word uint32) (bound, given []merkle.Hash) {
	geometry, _ := referee.Describe(&n.descriptor, 1<<32)
	if !geometry.Late {
		for _, x := range n.operands {
			bound = append(bound, x.open().Root())
		}
		return bound, bound
	}
	if part := referee.Part(&n.descriptor, tile, word); part.Source != 0 {
		for i, x := range n.operands {
			if n.reference(i) == part {
				return nil, []merkle.Hash{x.open().Root()}
			}
		}
	}
	return nil, nil
}

// reference reads operand i's source and index from the descriptor.
func (n *node) reference(i int) referee.Reference {
	at := 4 * (referee.FirstOperandWord + i*referee.OperandWords)
	return referee.Reference{
		Source: referee.Source(binary.LittleEndian.Uint32(n.descriptor[at:])),
		Index:  binary.LittleEndian.Uint32(n.descriptor[at+4:]),
	}
}

// decide proves a step and decides it.
func (n *node) decide(t testing.TB, step referee.MicroStep, before []uint32) [32]byte {
	t.Helper()
	bound, roots := n.roots(step.Tile, step.Word)
	step.Binding = referee.Binding(&n.descriptor, bound)
	if step.Block > 0 {
		step.Before = referee.Digest(before)
	}
	evidence, err := referee.Evidence(step, &n.descriptor, before, n)
	if err != nil {
		t.Fatalf("%s: %+v: %v", n.name, step, err)
	}
	result, err := referee.Decide(merkle.SHA256, step, &n.descriptor, roots, evidence)
	if err != nil || result.Verdict != referee.VerdictDecided {
		t.Fatalf("%s: %+v: %v, %v", n.name, step, result, err)
	}
	return result.Value
}

// element plays all micro-steps of a word with honest lists and returns what they make it: every partial is the one before it and one
// micro-step, every chunk ends as its fold says.
func (n *node) element(t testing.TB, geometry referee.Geometry, tile uint64, word uint32) uint32 {
	t.Helper()
	step := referee.MicroStep{Tile: tile, Word: word}
	if geometry.Way(tile, word) == referee.WayLeaf {
		value := n.decide(t, step, nil)
		return binary.BigEndian.Uint32(value[28:])
	}
	folds, err := referee.Folds(&n.descriptor, tile, word, n)
	if err != nil || uint32(len(folds)) != geometry.Chunks() {
		t.Fatalf("%s: %d folds, %v", n.name, len(folds), err)
	}
	var last uint32
	size := geometry.PartialWords()
	for q := range geometry.Chunks() {
		blocks, err := referee.Blocks(&n.descriptor, tile, word, q, n)
		if err != nil || len(blocks) != size*int(geometry.Blocks(q)) {
			t.Fatalf("%s: %d words of blocks, %v", n.name, len(blocks), err)
		}
		partial := geometry.Start()
		for b := range geometry.Blocks(q) {
			step.Chunk, step.Block = q, b
			value := n.decide(t, step, partial)
			partial = blocks[size*int(b):][:size]
			if referee.Digest(partial) != value {
				t.Fatalf("%s: chunk %d block %d: the list differs from the step", n.name, q, b)
			}
		}
		if s := geometry.Reduce(partial); q == 0 {
			last = s
		} else {
			last = geometry.Fold(last, s)
		}
		if folds[q] != last {
			t.Fatalf("%s: fold %d is %08x, its blocks give %08x", n.name, q, folds[q], last)
		}
	}
	return referee.Finish(last)
}

// check compares an element with the output's tile.
func (n *node) check(t testing.TB, tile uint64, word uint32) {
	t.Helper()
	geometry, references := referee.Describe(&n.descriptor, 1<<32)
	if geometry.Leaf == 0 || geometry.Leaves() != uint64(n.out.shape.Tiles()) || !geometry.Late && len(references) != len(n.operands) {
		t.Fatalf("%s: %+v, %d references", n.name, geometry, len(references))
	}
	data := n.out.tile(tile)
	want := binary.LittleEndian.Uint32(data[4*word:])
	if got := n.element(t, geometry, tile, word); got != want {
		t.Errorf("%s: word %d of tile %d is %08x, want %08x", n.name, word, tile, got, want)
	}
}

// samples are random words of an output, its first and its last among them, and words of its padding.
func (n *node) samples(random *rand.Rand, count int, visit func(tile uint64, word uint32)) {
	tiles := uint64(n.out.shape.Tiles())
	visit(0, 0)
	visit(tiles-1, uint32(random.IntN(256)))
	for range count {
		visit(random.Uint64N(tiles), uint32(random.IntN(256)))
	}
}

// Every operator of every vector, element by element.
func TestOperatorVectors(t *testing.T) {
	var file struct{ Cases []operatorCase }
	readJSON(t, "operators.json", &file)
	random := rand.New(rand.NewPCG(1, 2))
	for i := range file.Cases {
		n := file.Cases[i].node(t)
		if file.Cases[i].Operator == "map" && len(n.operands) > 3 { // more tiles than a leaf may open; no program has such a map
			if geometry, _ := referee.Describe(&n.descriptor, 1<<32); geometry.Leaf != 0 {
				t.Errorf("%s: a map of %d operands is valid", n.name, len(n.operands))
			}
			continue
		}
		n.samples(random, 12, func(tile uint64, word uint32) { n.check(t, tile, word) })
	}
}

// Every operator of a step of the tiny GPT, at random elements: what the referee says is what the portable engine computed.
func TestTinyGPT(t *testing.T) {
	p, payload := tinyGPT(t)
	truth(t, p, payload, 10)
}

// The same of classifiers with each optimiser. The batch is longer than a chunk, so that gradients have folds.
func TestClassifiers(t *testing.T) {
	constant := program.Schedule{Kind: program.ScheduleConstant, Peak: "0.1"}
	for activation, o := range map[string]program.Optimiser{
		program.ActivationReLU: {Kind: program.OptimiserMomentum, Momentum: "0.9", Clip: "5", LearningRate: constant},
		program.ActivationGELU: {Kind: program.OptimiserSGD, Clip: "5", LearningRate: constant},
	} {
		p, payload := classifier(t, o, activation)
		truth(t, p, payload, 4)
	}
}

func truth(t *testing.T, p *program.Program, payload []byte, count int) {
	if testing.Short() {
		count = 1
	}
	random := rand.New(rand.NewPCG(3, 4))
	s := p.Genesis()
	s.Clock = 2
	for _, n := range nodes(t, p, s, payload) {
		n.samples(random, count, func(tile uint64, word uint32) { n.check(t, tile, word) })
	}
	state := p.Operators[len(p.Operators)-1].Descriptor()
	geometry, _ := referee.Describe(&state, uint64(len(p.Operators)-1))
	if geometry.Leaf != referee.LeafState || geometry.Leaves() != uint64(len(p.StateLayout)) {
		t.Fatalf("state: %+v", geometry)
	}
	for i, want := range p.StateOutputs() {
		part := referee.Part(&state, uint64(i), 0)
		if part.Source != referee.SourceTrace || int(part.Index) != want {
			t.Errorf("tensor %d of the state is %+v, want operator %d", i, part, want)
		}
		root := merkle.Hash{byte(i), 7}
		result, err := referee.Decide(merkle.SHA256, referee.MicroStep{Binding: referee.Binding(&state, nil), Tile: uint64(i)}, &state, []merkle.Hash{root}, nil)
		if err != nil || result.Value != merkle.HashEntry(root) {
			t.Errorf("tensor %d of the state: %+v, %v", i, result, err)
		}
	}
	for i := range p.Operators {
		descriptor := p.Operators[i].Descriptor()
		if geometry, _ := referee.Describe(&descriptor, uint64(i)); geometry.Leaf == 0 {
			t.Errorf("operator %d %s is invalid", i, p.Operators[i].Name)
		}
	}
}
