package chain

import (
	"context"
	"fmt"
	"math/big"

	"github.com/commonweight/commonweight/fraudproof/match"
	"github.com/commonweight/commonweight/fraudproof/merkle"
	"github.com/commonweight/commonweight/fraudproof/referee"
	"github.com/commonweight/commonweight/internal/chain/bindings"
)

// Match is the match of a challenge or duel as the chain shows it.
type Match struct {
	match.Game
	Run           RunID
	Committer     Address
	Challenger    Address
	CommitterGas  *big.Int // wei, what its own moves have cost that side
	ChallengerGas *big.Int
}

// Owner returns the account of a side, zero of none.
func (m Match) Owner(s match.Side) Address {
	switch s {
	case match.Committer:
		return m.Committer
	case match.Challenger:
		return m.Challenger
	}
	return Address{}
}

// Match returns the match of a challenge or duel; its Outcome is match.OutcomeNone if there is none.
func (c *Client) Match(ctx context.Context, id ChallengeID) (Match, error) {
	p := parsed().matches
	g, err := read(ctx, c, fmt.Sprintf("read match %d", id), c.deployment.Matches, p.PackGame(uint64(id)), p.UnpackGame)
	if err != nil {
		return Match{}, err
	}
	m := MatchOf(g)
	if id >= FirstDuel {
		given, err := c.Given(ctx, id)
		if err != nil {
			return Match{}, err
		}
		m.CommitterList, m.ChallengerList = merkle.Hash(given.CommitterList), merkle.Hash(given.ChallengerList)
	}
	return m, nil
}

// MatchOf is a match as the contract returns it.
func MatchOf(g bindings.Game) Match {
	return Match{
		Game: match.Game{
			Outcome: match.Outcome(g.Outcome), Phase: match.Phase(g.Phase), Due: match.Side(g.Due), Depth: int(g.Depth), Below: int(g.Below),
			TurnAt: g.TurnAt.Uint64(), CommitterLeft: g.CommitterLeft, ChallengerLeft: g.ChallengerLeft,
			Index: g.Index, Word: g.Word, Chunk: g.Chunk, Block: g.Block, Steps: int(g.Steps), Step: int(g.Step),
			Operator: g.Operator, Operators: g.Operators,
			MoveExtension: g.MoveExtension, ListExtension: g.ListExtension, HistoryExtension: g.HistoryExtension,
			Mine: g.Mine, Posted: g.Posted, Agreed: g.Agreed, CommitterTree: g.CommitterTree, ChallengerTree: g.ChallengerTree, Binding: g.Binding, Geometry: referee.Unpack(bigWord(g.Geometry)), Before: g.Before,
		},
		Run: RunID(g.Run), Committer: g.Committer, Challenger: g.Challenger, CommitterGas: g.CommitterGas, ChallengerGas: g.ChallengerGas,
	}
}

// Due is the chain's answer to who is due with what, until when. Side is match.SideNone where both are (match.PhaseStart) or nobody is.
type Due struct {
	Phase    match.Phase
	Side     match.Side
	Deadline uint64 // block time, last moment of a move; 0 if nobody is due
}

// Due returns who is due in a match.
func (c *Client) Due(ctx context.Context, id ChallengeID) (Due, error) {
	p := parsed().matches
	d, err := read(ctx, c, fmt.Sprintf("ask who is due in match %d", id), c.deployment.Matches, p.PackDue(uint64(id)), p.UnpackDue)
	if err != nil {
		return Due{}, err
	}
	return Due{match.Phase(d.Phase), match.Side(d.Side), d.Deadline}, nil
}

// MoverOf returns the key that may move for an account, zero if it named none.
func (c *Client) MoverOf(ctx context.Context, owner Address) (Address, error) {
	p := parsed().matches
	return read(ctx, c, "read the key of "+owner.Hex(), c.deployment.Matches, p.PackKeyOf(owner), p.UnpackKeyOf)
}

// NameKey lets one other key move for the account, instead of the last; zero for none.
func (a *Account) NameKey(ctx context.Context, key Address) (*Receipt, error) {
	return a.transact(ctx, "name a key", a.deployment.Matches, parsed().matches.PackNameKey(key))
}

// VoidMatch ends a match over a Voided commitment; by anyone.
func (a *Account) VoidMatch(ctx context.Context, id ChallengeID) (*Receipt, error) {
	return a.transact(ctx, fmt.Sprintf("void match %d", id), a.deployment.Matches, parsed().matches.PackVoid(uint64(id)))
}

// Play makes a move in a match.
//
// Errors: RevertErrors of IMatches, before any gas is spent.
func (a *Account) Play(ctx context.Context, id ChallengeID, move match.Move) (*Receipt, error) {
	data, name, err := PackMove(id, move)
	if err != nil {
		return nil, err
	}
	return a.transact(ctx, fmt.Sprintf("%s in match %d", name, id), a.deployment.Matches, data)
}

// PackMove returns the calldata of a move and its name in the contract.
func PackMove(id ChallengeID, move match.Move) (data []byte, name string, err error) {
	p, n := parsed().matches, uint64(id)
	switch m := move.(type) {
	case match.OpenSteps:
		return p.PackOpenSteps(n, uint8(m.Side), newList(m.List)), "openSteps", nil
	case match.Continue:
		return p.PackMove(n, answer(m.Answer), rawHashes(m.Opening)), "move", nil
	case match.MoveToTrace:
		return p.PackMoveToTrace(n, answer(m.Answer), bindings.TraceOpening{
			Agreed: m.Agreed, AgreedPath: rawHashes(m.AgreedPath), ProgramTree: m.ProgramTree, Operators: m.Operators, List: newList(m.List),
		}), "moveToTrace", nil
	case match.Bind:
		return p.PackBind(n, m.Descriptor, rawHashes(m.Path), operands(m.Roots)), "bind", nil
	case match.OpenTiles:
		return p.PackOpenTiles(n, rawHashes(m.Nodes)), "openTiles", nil
	case match.OpenTile:
		return p.PackOpenTile(n, m.Tile), "openTile", nil
	case match.MoveToTile:
		return p.PackMoveToTile(n, answer(m.Answer), m.Tile), "moveToTile", nil
	case match.AnswerElement:
		return p.PackAnswerElement(n, m.Word, m.Value, m.Theirs, m.Words), "answerElement", nil
	case match.AnswerFolds:
		return p.PackAnswerFolds(n, m.Chunk, m.Value, m.Theirs, m.Words), "answerFolds", nil
	case match.AnswerBlocks:
		return p.PackAnswerBlocks(n, m.Block, m.Value, m.Theirs), "answerBlocks", nil
	case match.Leaf:
		return p.PackLeaf(n, m.Descriptor, operands(m.Roots), m.Evidence), "leaf", nil
	case match.Timeout:
		return p.PackTimeout(n), "timeout", nil
	}
	return nil, "", fmt.Errorf("%T is no move of a match", move)
}

func rawHashes(hashes []merkle.Hash) [][32]byte {
	raw := make([][32]byte, len(hashes))
	for i, h := range hashes {
		raw[i] = h
	}
	return raw
}

func newList(l match.NewList) bindings.NewList {
	return bindings.NewList{Nodes: rawHashes(l.Nodes), Head: rawHashes(l.Head), Tail: rawHashes(l.Tail)}
}

func answer(a match.Answer) bindings.Answer {
	return bindings.Answer{Nodes: rawHashes(a.Nodes), Theirs: rawHashes(a.Theirs), Head: rawHashes(a.Head), Tail: rawHashes(a.Tail)}
}

func operands(o match.Operands) bindings.Operands {
	out := bindings.Operands{Operands: make([]bindings.Operand, len(o.Operands)), StateTree: o.StateTree, StateLength: o.StateLength}
	for i, x := range o.Operands {
		out.Operands[i] = bindings.Operand{Root: x.Root, Path: rawHashes(x.Path)}
	}
	return out
}
