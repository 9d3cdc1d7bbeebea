package match

import "github.com/commonweight/commonweight/fraudproof/merkle"

// Move is one call of IMatches.sol: one of the types below, with the call's arguments.
type Move interface{ move() }

// NewList is the first opening of a list of roots.
type NewList struct{ Nodes, Head, Tail []merkle.Hash }

// Answer is the answer to posted nodes.
type Answer struct{ Nodes, Theirs, Head, Tail []merkle.Hash }

// Operand is a root with its siblings.
type Operand struct {
	Root merkle.Hash
	Path []merkle.Hash
}

// Operands are roots to be bound.
type Operands struct {
	Operands    []Operand
	StateTree   merkle.Hash
	StateLength uint64
}

// OpenSteps is openSteps.
type OpenSteps struct {
	Side Side
	List NewList
}

// Continue is move.
type Continue struct {
	Answer  Answer
	Opening []merkle.Hash
}

// MoveToTrace is moveToTrace.
type MoveToTrace struct {
	Answer      Answer
	Agreed      merkle.Hash
	AgreedPath  []merkle.Hash
	ProgramTree merkle.Hash
	Operators   uint32
	List        NewList
}

// Bind is bind.
type Bind struct {
	Descriptor []byte
	Path       []merkle.Hash
	Roots      Operands
}

// OpenTiles is openTiles.
type OpenTiles struct{ Nodes []merkle.Hash }

// OpenTile is openTile.
type OpenTile struct{ Tile []byte }

// MoveToTile is moveToTile.
type MoveToTile struct {
	Answer Answer
	Tile   []byte
}

// AnswerElement is answerElement.
type AnswerElement struct {
	Word          uint8
	Value         uint32
	Theirs, Words []byte
}

// AnswerFolds is answerFolds.
type AnswerFolds struct {
	Chunk, Value  uint32
	Theirs, Words []byte
}

// AnswerBlocks is answerBlocks.
type AnswerBlocks struct {
	Block         uint8
	Value, Theirs []byte
}

// Leaf is leaf.
type Leaf struct {
	Descriptor []byte
	Roots      Operands
	Evidence   []byte
}

// Timeout is timeout.
type Timeout struct{}

func (OpenSteps) move()     {}
func (Continue) move()      {}
func (MoveToTrace) move()   {}
func (Bind) move()          {}
func (OpenTiles) move()     {}
func (OpenTile) move()      {}
func (MoveToTile) move()    {}
func (AnswerElement) move() {}
func (AnswerFolds) move()   {}
func (AnswerBlocks) move()  {}
func (Leaf) move()          {}
func (Timeout) move()       {}
