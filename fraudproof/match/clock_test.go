package match

import (
	"testing"

	"github.com/commonweight/commonweight/fraudproof/merkle"
)

// TestClock has the cases of MatchesTime.t.sol.
func TestClock(t *testing.T) {
	const now = 1_700_000_000
	for i, c := range []struct {
		mover                 Side
		committer, challenger uint32
		used                  uint64
		next                  Side
		extension             uint32
		wantCommitter         uint32
		wantChallenger        uint32
	}{
		{Committer, 100, 50, 30, Challenger, 10, 70, 50},
		{Committer, 100, 5, 30, Challenger, 10, 70, 10},
		{Challenger, 100, 50, 50, Committer, 10, 100, 0},
		{Challenger, 9, 50, 1, Committer, 10, 10, 49},
		{Challenger, 10, 50, 0, Committer, 10, 10, 50},
		{SideNone, 120, 120, 20, Challenger, 26, 100, 100},
		{SideNone, 120, 120, 120, Committer, 26, 26, 0},
		{SideNone, 120, 120, 0, Committer, 200, 200, 120},
	} {
		g := Game{Outcome: Running, Due: c.mover, TurnAt: now, CommitterLeft: c.committer, ChallengerLeft: c.challenger}
		if g.Late(now+uint64(g.Left(c.mover))) || !g.Late(now+uint64(g.Left(c.mover))+1) {
			t.Errorf("case %d: a turn doesn't last to its last second", i)
		}
		g.passTo(now+c.used, c.next, c.extension)
		if g.CommitterLeft != c.wantCommitter || g.ChallengerLeft != c.wantChallenger || g.TurnAt != now+c.used || g.Due != c.next {
			t.Errorf("case %d: %+v", i, g)
		}
		if g.Deadline() != g.TurnAt+uint64(g.Left(c.next)) {
			t.Errorf("case %d: deadline %d", i, g.Deadline())
		}
	}
}

// TestExtensions: longer where the next mover has to compute a list.
func TestExtensions(t *testing.T) {
	g := Game{MoveExtension: 10, ListExtension: 20, HistoryExtension: 30}
	for _, c := range []struct {
		phase Phase
		below int
		want  uint32
	}{
		{PhaseSteps, 4, 10}, {PhaseSteps, 0, 20}, {PhaseTrace, 8, 10}, {PhaseTrace, 0, 10}, {PhaseBind, 0, 20}, {PhaseTiles, 4, 10},
		{PhaseTiles, 0, 10}, {PhaseElement, 0, 20}, {PhaseFolds, 0, 20}, {PhaseBlocks, 0, 10}, {PhaseLeaf, 0, 10},
	} {
		if g.Below = c.below; g.extension(c.phase) != c.want {
			t.Errorf("%s, %d below: %d seconds, want %d", c.phase, c.below, g.extension(c.phase), c.want)
		}
	}
}

// TestListsOfEveryLength: two lists that begin alike and end differently are opened to their first difference, wherever it is.
func TestListsOfEveryLength(t *testing.T) {
	for _, length := range []int{2, 3, 4, 5, 8, 15, 16, 17, 31, 32, 33, 255, 256, 257, 1025, 1 << 16, 1<<21 - 1} {
		roots := make([]merkle.Hash, length)
		for i := range roots {
			roots[i] = merkle.Hash{byte(i), byte(i >> 8), byte(i >> 16), 1}
		}
		mine := merkle.Roots(merkle.KindSteps, roots).Tree()
		for _, at := range []int{1, length / 2, length - 2, length - 1} {
			if at < 1 || length > 1<<16 && (at != length-2 || testing.Short()) { // hashing two million leaves takes its time
				continue
			}
			old, last := roots[at], roots[length-1]
			roots[at][31], roots[length-1][31] = 7, 7
			theirs := merkle.Roots(merkle.KindSteps, roots).Tree()
			roots[at], roots[length-1] = old, last
			if found := walk(t, mine, theirs, uint64(length)); found != uint64(at) {
				t.Fatalf("length %d: found %d, want %d", length, found, at)
			}
		}
	}
}

// walk opens two lists by the rules of a match and returns the place of the first difference.
func walk(t *testing.T, a, b *merkle.Tree, length uint64) uint64 {
	t.Helper()
	depth, shown := merkle.Depth(length), merkle.FirstLevels(length)
	below := depth - shown
	by := &trees{by: merkle.SHA256}
	open := func(x *merkle.Tree) []merkle.Hash {
		l := NewList{Nodes: x.Show(depth, 0, shown), Head: x.Path(0, below), Tail: x.Path(int(length)-1, below)}
		top, err := by.newList(l, length, x.Leaf(0), x.Leaf(int(length)-1))
		if err != nil || top != x.Top() {
			t.Fatalf("length %d: %v", length, err)
		}
		return l.Nodes
	}
	own, theirs := open(a), open(b)
	index := uint64(0)
	for {
		place := 0
		for own[place] == theirs[place] {
			place++
		}
		if got, err := difference(own, theirs[place:], Digest(join(theirs))); err != nil || got != place {
			t.Fatalf("length %d: difference %d, want %d: %v", length, got, place, err)
		}
		parents := [2]merkle.Hash{own[place], theirs[place]}
		index = index*uint64(len(own)) + uint64(place)
		if below == 0 {
			return index
		}
		own, theirs = a.Show(below, index, merkle.RoundLevels), b.Show(below, index, merkle.RoundLevels)
		below -= merkle.RoundLevels
		for i, nodes := range [][]merkle.Hash{own, theirs} {
			if err := by.requireBelow(nodes, parents[i], index, below, length); err != nil {
				t.Fatalf("length %d: %v", length, err)
			}
		}
	}
}
