package replay

import (
	"context"
	"errors"
	"fmt"

	"github.com/commonweight/commonweight/fraudproof/match"
	"github.com/commonweight/commonweight/fraudproof/merkle"
	"github.com/commonweight/commonweight/fraudproof/referee"
	"github.com/commonweight/commonweight/fraudproof/trace"
	"github.com/commonweight/commonweight/train/program"
)

// Place is a leaf that a match has come to, and what was said last. Steps and operators count as in match.Micro.
type Place struct {
	Hash     string         `json:"hash"` // of the run's trees, as its RunSpec calls it; a replay knows it
	Step     int            `json:"step"`
	Operator uint32         `json:"operator"`
	Tile     uint32         `json:"tile"`
	Word     uint8          `json:"word"`
	Chunk    uint32         `json:"chunk"`
	Block    uint8          `json:"block"`
	Binding  program.Digest `json:"binding"`
	Phase    string         `json:"phase"`  // that was answered last: Tiles, Element or Blocks
	Posted   hexBytes       `json:"posted"` // what it answered: nodes, a tile's words, blocks
	Node     int            `json:"node"`   // Tiles: which of the nodes
}

// Proof is what a leaf was brought with.
type Proof struct {
	Descriptor hexBytes         `json:"descriptor"`
	Roots      []program.Digest `json:"roots"`
	Evidence   hexBytes         `json:"evidence"`
}

// Leaf is a micro-step written out. Words are bits.
type Leaf struct {
	Kind      string         `json:"kind"` // chain, lanes, greatest, map, copy or state
	Code      string         `json:"code"` // of the operator: matmul, …
	Row       uint64         `json:"row"`
	Column    uint64         `json:"column"`
	Zero      bool           `json:"zero"`
	Invalid   bool           `json:"invalid"` // nobody can be right about such a descriptor
	Before    []uint32       `json:"before"`
	After     []uint32       `json:"after"`
	Terms     []Term         `json:"terms"`
	Registers []Register     `json:"registers"`
	Value     program.Digest `json:"value"`   // as the contract holds it
	Posted    program.Digest `json:"posted"`  // what the side claims that was answered
	Partial   []uint32       `json:"partial"` // the words behind Posted
}

// Term is a term of a reduction.
type Term struct {
	Index  uint64 `json:"index"`
	Lane   int    `json:"lane"`
	A      uint32 `json:"a"`
	B      uint32 `json:"b"`
	Single bool   `json:"single"` // there is no B
	Absent bool   `json:"absent"`
	After  uint32 `json:"after"`
}

// Register is an instruction of a map.
type Register struct {
	Op    string `json:"op"`
	A     uint8  `json:"a"`
	B     uint8  `json:"b"`
	C     uint8  `json:"c"`
	Value uint32 `json:"value"`
}

// Decide recomputes a leaf from the bytes that it was brought with.
//
// Errors: ErrBytes if they aren't those of the match.
func Decide(at Place, p Proof) (Leaf, error) {
	if len(p.Descriptor) != referee.DescriptorBytes {
		return Leaf{}, fmt.Errorf("%w: a descriptor of %d bytes", ErrBytes, len(p.Descriptor))
	}
	by, ok := merkle.FunctionNamed(at.Hash)
	if !ok {
		return Leaf{}, fmt.Errorf("%w: no hash is called %.20q", ErrBytes, at.Hash)
	}
	descriptor := (*[referee.DescriptorBytes]byte)(p.Descriptor)
	g, _ := referee.Describe(descriptor, uint64(at.Operator))
	step := referee.MicroStep{Binding: merkle.Hash(at.Binding), Tile: uint64(at.Tile), Word: uint32(at.Word), Chunk: at.Chunk, Block: uint32(at.Block)}
	words := referee.Words(at.Posted)
	width := 1
	if g.Leaf != 0 {
		width = g.PartialWords()
	}
	if at.Block > 0 {
		end := int(at.Block) * width
		if end > len(words) {
			return Leaf{}, fmt.Errorf("%w: block %d of %d words", ErrBytes, at.Block, len(words))
		}
		step.Before = referee.Digest(words[end-width : end])
	}
	roots := make([]merkle.Hash, len(p.Roots))
	for i, root := range p.Roots {
		roots[i] = merkle.Hash(root)
	}
	w, err := referee.Write(by, step, descriptor, roots, p.Evidence)
	if err != nil {
		return Leaf{}, fmt.Errorf("%w: %w", ErrBytes, err)
	}
	l := Leaf{
		Kind: kindOf(w), Code: codeOf(descriptor), Row: w.Row, Column: w.Column, Zero: w.Zero, Invalid: w.Verdict != referee.VerdictDecided,
		Before: w.Before, After: w.After, Value: program.Digest(w.Value), Terms: []Term{}, Registers: []Register{},
	}
	for _, t := range w.Terms {
		l.Terms = append(l.Terms, Term{t.Index, t.Lane, t.Factor[0], t.Factor[1], t.Only, t.Absent, t.After})
	}
	for _, x := range w.Registers {
		i := x.Instruction
		l.Registers = append(l.Registers, Register{i.Op.String(), i.A, i.B, i.C, x.Value})
	}
	l.Posted, l.Partial, err = at.posted(words, width)
	return l, err
}

// posted is what the side that was answered claims.
func (at Place) posted(words []uint32, width int) (program.Digest, []uint32, error) {
	begin, end := int(at.Word), int(at.Word)+1
	switch at.Phase {
	case "Tiles":
		if from := 32 * at.Node; from >= 0 && from+32 <= len(at.Posted) {
			return program.Digest(at.Posted[from : from+32]), nil, nil
		}
		end = len(words) + 1
	case "Blocks":
		begin, end = int(at.Block)*width, (int(at.Block)+1)*width
	}
	if end > len(words) {
		return program.Digest{}, nil, fmt.Errorf("%w: the place lies beyond what was posted", ErrBytes)
	}
	return program.Digest(referee.Digest(words[begin:end])), words[begin:end], nil
}

func kindOf(w referee.Written) string {
	switch {
	case w.Leaf == referee.LeafState:
		return "state"
	case w.Leaf == referee.LeafChain:
		return "chain"
	case w.Leaf == referee.LeafLanes:
		return "lanes"
	case w.Leaf == referee.LeafLanesMax:
		return "greatest"
	case len(w.Registers) > 0:
		return "map"
	}
	return "copy"
}

func codeOf(descriptor *[referee.DescriptorBytes]byte) string {
	return referee.Opcode(referee.Words(descriptor[4*referee.WordOpcode:][:4])[0]).String()
}

// Leaf recomputes a leaf from the window that was replayed.
//
// Errors: ErrBytes if the operands aren't those that the match has bound.
func (r *Room) Leaf(ctx context.Context, at Place) (Leaf, error) {
	if r.window == nil {
		return Leaf{}, ErrOrder
	}
	p, err := r.prove(ctx, at)
	if err != nil {
		if errors.Is(err, trace.ErrNoSuch) {
			err = fmt.Errorf("%w: %w", ErrBytes, err)
		}
		return Leaf{}, err
	}
	at.Hash = r.program.Spec.TreeHash
	return Decide(at, p)
}

// prove makes what a leaf is brought with.
func (r *Room) prove(ctx context.Context, at Place) (Proof, error) {
	out, err := r.window.Output(ctx, at.Step-1, int(at.Operator))
	if err != nil {
		return Proof{}, err
	}
	descriptor := out.Operator.Descriptor()
	p := Proof{Descriptor: descriptor[:]}
	p.Evidence, err = out.Evidence(match.Micro{Step: at.Step, Operator: at.Operator, Tile: at.Tile, Word: at.Word, Chunk: at.Chunk, Block: at.Block})
	if err != nil {
		return Proof{}, err
	}
	if out.Operator.Code == program.OpState {
		if int(at.Tile) >= len(out.Roots) {
			return Proof{}, trace.ErrNoSuch
		}
		p.Roots = []program.Digest{program.Digest(out.Roots[at.Tile])}
		return p, nil
	}
	part := referee.Part(&descriptor, uint64(at.Tile), uint32(at.Word))
	for i, x := range out.Operator.Operands {
		late := out.Operator.Code == program.OpConcat
		if late && (part.Source != referee.Source(x.Source) || part.Index != uint32(x.Index)) {
			continue
		}
		if x.Role == program.RoleDataset {
			p.Roots = append(p.Roots, r.program.Spec.Dataset.Root)
		} else {
			p.Roots = append(p.Roots, program.Digest(out.Operands[i].Tree().Root()))
		}
		if late {
			break
		}
	}
	return p, nil
}
