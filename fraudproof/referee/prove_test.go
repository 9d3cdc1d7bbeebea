package referee_test

import (
	"errors"
	"testing"

	"github.com/commonweight/commonweight/fraudproof/merkle"
	"github.com/commonweight/commonweight/fraudproof/referee"
	"github.com/commonweight/commonweight/train/program"
)

// long is a sum of 600 terms: two chunks of 32 and 6 blocks.
func long(t *testing.T) *node {
	c := operatorCase{
		Operator: "row_reduce", Mode: "sum",
		Operands: []caseTensor{{Role: "x", Shape: [3]int{1, 2, 600}, Words: make([]uint32, 1200)}},
		Result:   caseTensor{Vector: true, Shape: [3]int{1, 1, 2}, Words: make([]uint32, 2)},
	}
	return c.node(t)
}

func TestListsThatAreNot(t *testing.T) {
	n := long(t)
	if folds, err := referee.Folds(&n.descriptor, 0, 1, n); err != nil || len(folds) != 2 {
		t.Errorf("%d folds, %v", len(folds), err)
	}
	if blocks, err := referee.Blocks(&n.descriptor, 0, 1, 1, n); err != nil || len(blocks) != 6*16 {
		t.Errorf("%d words of blocks, %v", len(blocks), err)
	}
	made := bases()
	descriptor := func(name string) *[referee.DescriptorBytes]byte {
		o := made[name]
		d := o.Descriptor()
		return &d
	}
	broken := *descriptor("tick")
	broken[0] = 0
	for what, ask := range map[string]func() error{
		"folds of a tile beyond the last": func() error { _, err := referee.Folds(&n.descriptor, 1, 0, n); return err },
		"folds of a word beyond the last": func() error { _, err := referee.Folds(&n.descriptor, 0, 256, n); return err },
		"folds of padding":                func() error { _, err := referee.Folds(&n.descriptor, 0, 2, n); return err },
		"folds of a clock":                func() error { _, err := referee.Folds(descriptor("tick"), 0, 0, n); return err },
		"folds of a state":                func() error { _, err := referee.Folds(descriptor("state"), 0, 0, n); return err },
		"folds of nothing":                func() error { _, err := referee.Folds(&broken, 0, 0, n); return err },
		"a chunk beyond the last":         func() error { _, err := referee.Blocks(&n.descriptor, 0, 1, 2, n); return err },
		"blocks of padding":               func() error { _, err := referee.Blocks(&n.descriptor, 0, 2, 0, n); return err },
		"evidence of a tile beyond the last": func() error {
			_, err := referee.Evidence(referee.MicroStep{Tile: 1}, &n.descriptor, nil, n)
			return err
		},
	} {
		if err := ask(); !errors.Is(err, referee.ErrNoSuchStep) {
			t.Errorf("%s: %v", what, err)
		}
	}
	for _, before := range [][]uint32{nil, {1}, make([]uint32, 17)} {
		if _, err := referee.Evidence(referee.MicroStep{Word: 1, Block: 1}, &n.descriptor, before, n); !errors.Is(err, referee.ErrWrongPredecessor) {
			t.Errorf("%d words before a block of lanes: %v", len(before), err)
		}
	}
	if evidence, err := referee.Evidence(referee.MicroStep{}, descriptor("state"), nil, n); evidence != nil || err != nil {
		t.Errorf("evidence of a state: %d bytes, %v", len(evidence), err)
	}
}

// missing has no tiles: what it lacks ends whatever needs it.
type missing struct{ n *node }

var errMissing = errors.New("missing")

func (m missing) Tile(operand int, index uint64) (*[merkle.LeafSize]byte, error) {
	if m.n == nil {
		return nil, errMissing
	}
	return m.n.Tile(operand, index)
}

func (missing) Path(int, uint64) ([]merkle.Hash, error) { return nil, errMissing }

func TestMissingTensors(t *testing.T) {
	n := long(t)
	for _, tensors := range []missing{{nil}, {n}} {
		if _, err := referee.Evidence(referee.MicroStep{Word: 1}, &n.descriptor, nil, tensors); !errors.Is(err, errMissing) {
			t.Errorf("evidence: %v", err)
		}
	}
	if _, err := referee.Folds(&n.descriptor, 0, 1, missing{}); !errors.Is(err, errMissing) {
		t.Errorf("folds: %v", err)
	}
}

// Every operator has the name that the contract's tables have, and every error one.
func TestNames(t *testing.T) {
	for c := program.Opcode(1); c.String() != "invalid"; c++ {
		if referee.Opcode(c).String() != c.String() {
			t.Errorf("opcode %d is %v and %v", c, referee.Opcode(c), c)
		}
	}
	for _, err := range []error{
		referee.ErrWrongBinding, referee.ErrWrongLength, referee.ErrWrongOpening, referee.ErrWrongPredecessor, referee.ErrNoSuchStep,
	} {
		if referee.ErrorName(err) == "" {
			t.Errorf("%v has no name", err)
		}
	}
	if referee.ErrorName(errMissing) != "" || referee.Verdict(0).String() != "None" {
		t.Error("what is none of them has a name")
	}
}
