package match

import (
	"golang.org/x/crypto/sha3"

	"github.com/commonweight/commonweight/fraudproof/merkle"
	"github.com/commonweight/commonweight/fraudproof/referee"
)

// Side is one of the two sides of a match. SideNone, where one side is due: both are.
type Side uint8

// The sides, as on chain.
const (
	SideNone Side = iota
	Committer
	Challenger
)

// Other returns the other side.
func (s Side) Other() Side {
	switch s {
	case Committer:
		return Challenger
	case Challenger:
		return Committer
	}
	return SideNone
}

// String returns the side in lower case.
func (s Side) String() string { return nameOf(s, "none", "committer", "challenger") }

// Phase is where a match stands: what was posted last and waits for its answer.
type Phase uint8

// The phases, as on chain.
const (
	PhaseNone Phase = iota
	PhaseStart
	PhaseSteps
	PhaseTrace
	PhaseBind
	PhaseBound
	PhaseTiles
	PhaseElement
	PhaseFolds
	PhaseBlocks
	PhaseLeaf
	PhaseEnded
)

// String returns the phase in lower case.
func (p Phase) String() string {
	return nameOf(p, "none", "start", "steps", "trace", "bind", "bound", "tiles", "element", "folds", "blocks", "leaf", "ended")
}

// Outcome is how a match ended.
type Outcome uint8

// The outcomes, as on chain.
const (
	OutcomeNone Outcome = iota
	Running
	CommitterConvicted
	ChallengerConvicted
	BothConvicted
	BothSilent
	Void
	Dismissed // of a challenge that a proof ended; no match says so of itself
)

// String returns the outcome in words.
func (o Outcome) String() string {
	return nameOf(o, "none", "running", "committer convicted", "challenger convicted", "both convicted", "both silent", "void", "dismissed")
}

// Defeats says whether the outcome defeats the challenge, alone or with the commitment. A void match has said nothing.
func (o Outcome) Defeats() bool {
	return o == ChallengerConvicted || o == BothConvicted || o == BothSilent
}

func nameOf[T ~uint8](v T, names ...string) string {
	if int(v) < len(names) {
		return names[v]
	}
	return "invalid"
}

// Game is a match as the chain shows it: the fields of Game in IMatches.sol, where they are explained, less owners and gas. The lists are
// those of Terms; the chain has them in IDuels.given.
//
// Units: times in seconds of block time.
type Game struct {
	Outcome          Outcome
	Phase            Phase
	Due              Side
	Depth, Below     int
	TurnAt           uint64
	CommitterLeft    uint32
	ChallengerLeft   uint32
	Index            uint32
	Word             uint8
	Chunk            uint32
	Block            uint8
	Steps            int
	Step             int
	Operator         uint32
	Operators        uint32
	MoveExtension    uint32
	ListExtension    uint32
	HistoryExtension uint32
	Mine             merkle.Hash
	Posted           merkle.Hash
	Agreed           merkle.Hash
	CommitterTree    merkle.Hash
	ChallengerTree   merkle.Hash
	CommitterList    merkle.Hash
	ChallengerList   merkle.Hash
	Binding          merkle.Hash
	Geometry         referee.Geometry
	Before           merkle.Hash
}

// Left returns the seconds that the side had when the turn began.
func (g *Game) Left(s Side) uint32 {
	if s == Challenger {
		return g.ChallengerLeft
	}
	return g.CommitterLeft
}

// Deadline is the last moment of the turn; 0 if nobody is due.
func (g *Game) Deadline() uint64 {
	if g.Outcome != Running {
		return 0
	}
	return g.TurnAt + uint64(g.Left(g.Due))
}

// Late says that the turn is over: all that is left is Timeout.
func (g *Game) Late(now uint64) bool { return now > g.Deadline() }

// first says that the posted nodes are the first of their list.
func (g *Game) first() bool { return g.Depth-g.Below <= merkle.RoundLevels }

// setTree keeps the top of a side's steps list or trace.
func (g *Game) setTree(s Side, tree merkle.Hash) {
	if s == Committer {
		g.CommitterTree = tree
	} else {
		g.ChallengerTree = tree
	}
}

// isTree says that this is the top of a side's list. What is left of the difference is the same in both.
func (g *Game) isTree(tree merkle.Hash) bool {
	return tree == g.CommitterTree || tree == g.ChallengerTree
}

// Digest is what Game.Posted keeps of posted bytes: keccak256, as on chain.
func Digest(posted []byte) merkle.Hash {
	h := sha3.NewLegacyKeccak256()
	h.Write(posted)
	return merkle.Hash(h.Sum(nil))
}
