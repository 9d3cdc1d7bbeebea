package simulate

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"

	"github.com/commonweight/commonweight/fraudproof/match"
	"github.com/commonweight/commonweight/fraudproof/merkle"
	"github.com/commonweight/commonweight/internal/chain"
)

// thinking is how long each move takes.
const thinking = 30 * 60

// margin is what a slow side leaves itself: to bind doesn't end its turn.
const margin = 10 * blockTime

// chair is a side of a match and what it plays from. Without lists it stays silent.
type chair struct {
	by    *actor
	lists match.Provider
	slow  bool // it moves when its time is almost over
}

func slow(c chair) chair {
	c.slow = true
	return c
}

// game reads a match.
func (w *world) game(id uint64) match.Game {
	p := contracts().matches
	return chain.MatchOf(ask(w, w.at.Matches, p.PackGame(id), p.UnpackGame)).Game
}

// play plays a match to its end and concludes it: by the solver's moves, and by the clock where a side has none.
func (w *world) play(id uint64, committer, challenger chair) match.Outcome {
	return w.playTable(w.table(id, committer, challenger))
}

// duel plays the match of a duel to its end, and has the contract that it belongs to record how it ended.
func (w *world) duel(contract chain.Address, conclude []byte, id uint64, left, right chair) match.Outcome {
	m := w.table(id, left, right)
	m.end = func() { w.must(right.by, contract, nil, conclude) }
	return w.playTable(m)
}

func (w *world) playTable(m *table) match.Outcome {
	for {
		if g := w.game(m.id); g.Outcome == match.Running {
			w.Pass(m.pause(g, w.Now()))
		}
		if outcome := w.turn(m); outcome != match.Running {
			return outcome
		}
	}
}

// playAll plays matches of one committer at the same time.
func (w *world) playAll(committer chair, challengers map[uint64]chair) map[uint64]match.Outcome {
	outcomes := map[uint64]match.Outcome{}
	for len(outcomes) < len(challengers) {
		w.Pass(thinking)
		for _, id := range slices.Sorted(maps.Keys(challengers)) {
			if outcomes[id] != match.OutcomeNone {
				continue
			}
			if outcome := w.turn(w.table(id, committer, challengers[id])); outcome != match.Running {
				outcomes[id] = outcome
			}
		}
	}
	return outcomes
}

// table is a match and those who play it.
type table struct {
	id     uint64
	chairs [3]chair
	end    func() // records how it ended
}

func (w *world) table(id uint64, committer, challenger chair) *table {
	return &table{id, [...]chair{match.Committer: committer, match.Challenger: challenger}, func() { w.conclude(challenger.by, id) }}
}

// pause is how long whoever is due thinks: until the end of the turn if nobody has anything to say in it.
func (m *table) pause(g match.Game, now uint64) uint64 {
	left := g.Deadline() - now
	due := m.chairs[g.Due]
	switch {
	case g.Due == match.SideNone && m.chairs[match.Committer].lists == nil && m.chairs[match.Challenger].lists == nil:
		return left + 1
	case g.Due != match.SideNone && due.lists == nil:
		return left + 1
	case due.slow && left > margin:
		return left - margin
	case left > thinking+margin:
		return thinking
	}
	return 0 // the next block
}

// turn makes the first move that a side has now; of a match that has ended it records the outcome.
func (w *world) turn(m *table) match.Outcome {
	g := w.game(m.id)
	if g.Outcome != match.Running {
		m.end()
		return g.Outcome
	}
	moved := w.move(m, g)
	switch {
	case !moved && g.Late(w.Now()):
		w.must(m.chairs[match.Challenger].by, w.at.Matches, nil, contracts().matches.PackTimeout(m.id))
	case !moved && m.chairs[g.Due].lists != nil: // it has shown all it had
		w.passUntil(g.Deadline() + 1)
	}
	return match.Running
}

// move makes the first move that a side has, if any.
func (w *world) move(m *table, g match.Game) bool {
	for _, side := range []match.Side{match.Committer, match.Challenger} {
		c := m.chairs[side]
		if c.lists == nil {
			continue
		}
		solver := match.Solver{Side: side, Lists: c.lists, DatasetRoot: w.terms.Facts.DatasetRoot}
		move, err := solver.Next(w.ctx, g, w.Now(), w.posted[m.id])
		if errors.Is(err, errNothingBehind) || move == nil && err == nil {
			continue
		}
		if err != nil {
			panic(stop{fmt.Errorf("%s in match %d: %w", c.by.name, m.id, err)})
		}
		data, name, err := chain.PackMove(chain.ChallengeID(m.id), move)
		if err != nil {
			panic(stop{fmt.Errorf("%s in match %d: %s: %w", c.by.name, m.id, name, err)})
		}
		receipt := w.must(c.by, w.at.Matches, nil, data)
		for _, log := range receipt.Logs {
			if posted, err := contracts().matches.UnpackPostedEvent(log); err == nil {
				w.posted[m.id] = posted.Data
			}
		}
		return true
	}
	return false
}

// errNothingBehind says that a side has no more to show than its state roots.
var errNothingBehind = errors.New("nothing lies behind these roots")

// rootsOnly are the lists of a window that nobody computes: its state roots, and nothing behind them.
type rootsOnly struct {
	match.Provider
	roots []merkle.Hash
}

// rootsOf are made-up state roots of a window that end in a root.
func rootsOf(pre, post chain.Hash) match.Provider {
	roots := []merkle.Hash{merkle.Hash(pre)}
	for i := range byte(steps - 1) {
		roots = append(roots, merkle.Hash(wrong(post, 0, i)))
	}
	return rootsOnly{roots: append(roots, merkle.Hash(post))}
}

func (r rootsOnly) Length(_ context.Context, l match.List) (uint64, error) {
	if l.Name != match.ListSteps {
		return 0, errNothingBehind
	}
	return uint64(len(r.roots)), nil
}

func (r rootsOnly) Nodes(_ context.Context, l match.List, level int, first uint64, n int) ([]merkle.Hash, error) {
	if l.Name != match.ListSteps {
		return nil, errNothingBehind
	}
	tree := merkle.Roots(merkle.KindSteps, r.roots).Tree()
	var nodes []merkle.Hash
	for i := range n {
		nodes = append(nodes, tree.Show(level, first+uint64(i), 0)...)
	}
	return nodes, nil
}

func (r rootsOnly) Entry(_ context.Context, l match.List, index uint64) (merkle.Hash, error) {
	if l.Name != match.ListSteps {
		return merkle.Hash{}, errNothingBehind
	}
	return r.roots[index], nil
}
