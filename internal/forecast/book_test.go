package forecast

import (
	"testing"

	"github.com/commonweight/commonweight/fraudproof/match"
	"github.com/commonweight/commonweight/internal/chain"
)

var truth, lie, third = chain.Hash{1}, chain.Hash{2}, chain.Hash{3}

// log is what a chain says, an event a block.
type log struct {
	*testing.T
	book  *Book
	block uint64
}

func start(t *testing.T) *log { return &log{T: t, book: New()} }

func (l *log) say(data any) []Finding {
	l.block++
	return l.book.Take(chain.Event{Block: l.block, Time: 1000 + l.block, Data: data})
}

func (l *log) commit(hash byte, window uint64, root chain.Hash) chain.Hash {
	l.say(chain.Committed{Run: 1, Commitment: chain.Hash{hash}, Window: window, PostRoot: root})
	return chain.Hash{hash}
}

func (l *log) supports(want ...Side) {
	l.Helper()
	open := l.book.Open()
	if len(open) != len(want) {
		l.Fatalf("%d open disputes, want %d", len(open), len(want))
	}
	for i, d := range open {
		if d.Supports != want[i] {
			l.Errorf("dispute %d: %s, want %s", d.Challenge, d.Supports, want[i])
		}
	}
}

func (l *log) finds(found []Finding, by By, want Agreement) {
	l.Helper()
	if len(found) != 1 || found[0].By != by || found[0].Agreement != want {
		l.Errorf("found %+v, want %s by %s", found, want, by)
	}
}

func TestForecasts(t *testing.T) {
	l := start(t)
	honest, wrong := l.commit(10, 0, truth), l.commit(11, 1, lie)
	l.say(chain.Sealed{Challenge: 1, Commitment: honest})
	l.say(chain.Sealed{Challenge: 2, Commitment: wrong})
	l.supports(Unknown, Unknown)
	l.book.Judged(honest, truth)
	l.book.Judged(wrong, truth)
	l.supports(Committer, Neither) // a sealed challenge names nothing yet
	l.say(chain.Opened{Challenge: 1, Commitment: honest, Root: lie})
	l.say(chain.Opened{Challenge: 2, Commitment: wrong, Root: truth})
	l.supports(Committer, Challenger)
	l.say(chain.Sealed{Challenge: 3, Commitment: wrong})
	l.say(chain.Opened{Challenge: 3, Commitment: wrong, Root: third})
	l.supports(Committer, Challenger, Neither)
	l.say(chain.Lapsed{Challenge: 1, Commitment: honest})
	l.say(chain.ChallengeSettled{Challenge: 3, Commitment: wrong})
	l.supports(Challenger)
}

func TestDecisions(t *testing.T) {
	for _, c := range []struct {
		name      string
		committed chain.Hash
		decision  func(hash chain.Hash) any
		by        By
		honest    Agreement // where this machine computed truth
	}{
		{"the truth stands", truth, func(h chain.Hash) any { return chain.Tallied{Commitment: h, Verdict: chain.VerdictStands} }, Tally, Agrees},
		{"the truth falls", truth, func(h chain.Hash) any { return chain.Tallied{Commitment: h, Verdict: chain.VerdictFalls} }, Tally, Contradicts},
		{"a lie stands", lie, func(h chain.Hash) any { return chain.Tallied{Commitment: h, Verdict: chain.VerdictStands} }, Tally, Contradicts},
		{"a lie falls", lie, func(h chain.Hash) any { return chain.Tallied{Commitment: h, Verdict: chain.VerdictFalls} }, Tally, Agrees},
		{"an honest committer is convicted", truth, func(h chain.Hash) any {
			return chain.Concluded{Challenge: 1, Commitment: h, Outcome: match.CommitterConvicted}
		}, Match, Contradicts},
		{"an honest challenger is convicted", lie, func(h chain.Hash) any {
			return chain.Concluded{Challenge: 1, Commitment: h, Outcome: match.ChallengerConvicted}
		}, Match, Contradicts},
		{"a liar is convicted", lie, func(h chain.Hash) any {
			return chain.Concluded{Challenge: 1, Commitment: h, Outcome: match.CommitterConvicted}
		}, Match, Agrees},
		{"a lie becomes final", lie, func(h chain.Hash) any { return chain.Finalised{Commitment: h} }, Finality, Contradicts},
		{"the truth becomes final", truth, func(h chain.Hash) any { return chain.Finalised{Commitment: h} }, Finality, Agrees},
		{"the truth is rejected", truth, func(h chain.Hash) any { return chain.Rejected{Commitment: h} }, Rejection, Contradicts},
	} {
		set := func() (*log, chain.Hash) {
			l := start(t)
			hash := l.commit(10, 0, c.committed)
			l.say(chain.Sealed{Challenge: 1, Commitment: hash})
			l.say(chain.Opened{Challenge: 1, Commitment: hash, Root: truth})
			return l, hash
		}
		t.Run(c.name, func(t *testing.T) {
			early, hash := set()
			early.T = t
			early.book.Judged(hash, truth)
			early.finds(early.say(c.decision(hash)), c.by, c.honest)
			if again := early.book.Judged(hash, truth); len(again) != 0 {
				t.Errorf("said again: %+v", again)
			}
			late, hash := set()
			late.T = t
			late.finds(late.say(c.decision(hash)), c.by, Untold)
			found := late.book.Judged(hash, truth)
			if c.honest == Contradicts {
				late.finds(found, c.by, Contradicts)
			} else if len(found) != 0 {
				t.Errorf("a late replay finds %+v", found)
			}
		})
	}
}

func TestSayNothingAboutBits(t *testing.T) {
	l := start(t)
	hash := l.commit(10, 0, truth)
	l.book.Judged(hash, truth)
	for _, data := range []any{
		chain.Tallied{Commitment: hash, Verdict: chain.VerdictNoMajority}, chain.Concluded{Commitment: hash, Outcome: match.BothSilent},
		chain.Concluded{Commitment: hash, Outcome: match.Void}, chain.Rejected{Commitment: hash, Idle: true}, chain.Tallied{Commitment: chain.Hash{99}, Verdict: chain.VerdictFalls},
	} {
		if found := l.say(data); len(found) != 0 {
			t.Errorf("%+v: %+v", data, found)
		}
	}
}

func TestPending(t *testing.T) {
	l := start(t)
	first, second, third := l.commit(10, 0, truth), l.commit(11, 1, lie), l.commit(12, 2, truth)
	want := func(hashes ...chain.Hash) {
		t.Helper()
		pending := l.book.Pending()
		if len(pending) != len(hashes) {
			t.Fatalf("%d pending, want %d", len(pending), len(hashes))
		}
		for i, w := range pending {
			if w.Commitment != hashes[i] {
				t.Errorf("%d: %s, want %s", i, w.Commitment, hashes[i])
			}
		}
	}
	want(first, second, third)
	l.say(chain.Finalised{Run: 1, Commitment: first})
	l.say(chain.RolledBack{Run: 2, Window: 0})
	want(second, third)
	l.say(chain.RolledBack{Run: 1, Commitment: second, Window: 1, Voided: 1})
	want()
	again := l.commit(13, 1, truth)
	want(again)
}

// TestBookIsBounded: what is over is forgotten, what is open isn't, however much happens.
func TestBookIsBounded(t *testing.T) {
	l := start(t)
	held := l.commit(200, 0, lie)
	l.say(chain.Sealed{Challenge: 1, Commitment: held})
	l.say(chain.RolledBack{Run: 1, Window: 0})
	for i := range uint64(5000) {
		hash := chain.Hash{1, byte(i), byte(i >> 8)}
		l.say(chain.Committed{Run: 1, Commitment: hash, Window: i, PostRoot: truth})
		l.book.Judged(hash, truth)
		l.say(chain.Finalised{Run: 1, Commitment: hash})
	}
	if n := len(l.book.about); n > closedKept+1 {
		t.Errorf("%d commitments are remembered", n)
	}
	if n := len(l.book.roots); n > closedKept+1 {
		t.Errorf("%d roots are remembered", n)
	}
	l.book.Judged(held, truth)
	l.say(chain.Opened{Challenge: 1, Commitment: held, Root: truth})
	l.supports(Challenger)
}

// TestRestart: after a reorganisation the log is told again; what was computed stays.
func TestRestart(t *testing.T) {
	l := start(t)
	hash := l.commit(10, 0, truth)
	l.book.Judged(hash, truth)
	l.say(chain.Sealed{Challenge: 1, Commitment: hash})
	l.book.Restart()
	l.supports()
	l.commit(10, 0, truth)
	l.say(chain.Sealed{Challenge: 1, Commitment: hash})
	l.supports(Committer)
	if n := len(l.book.Pending()); n != 1 {
		t.Errorf("%d pending", n)
	}
}
