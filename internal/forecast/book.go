package forecast

import (
	"cmp"
	"maps"
	"slices"

	"github.com/commonweight/commonweight/fraudproof/match"
	"github.com/commonweight/commonweight/internal/chain"
)

// Side is whom this machine's bits support in a dispute.
type Side uint8

// The sides.
const (
	Unknown    Side = 1 + iota // nothing was computed here
	Committer                  // the commitment's root was
	Challenger                 // the challenge's root was
	Neither                    // a root that neither has named, or not yet
)

func (s Side) String() string {
	names := [...]string{"none", "unknown", "committer", "challenger", "neither"}
	if int(s) < len(names) {
		return names[s]
	}
	return "invalid"
}

// Dispute is a challenge that isn't settled.
type Dispute struct {
	Challenge  chain.ChallengeID
	Commitment chain.Hash
	Run        chain.RunID
	Supports   Side
}

// Agreement is how a decision stands to what was computed here.
type Agreement uint8

// The agreements.
const (
	Agrees      Agreement = 1 + iota
	Contradicts           // a person should look, at this machine and at the decision
	Untold                // nothing was computed here
)

func (a Agreement) String() string {
	names := [...]string{"none", "agrees", "contradicts", "unknown"}
	if int(a) < len(names) {
		return names[a]
	}
	return "invalid"
}

// By is what decided.
type By uint8

// The ways to decide.
const (
	Tally     By = 1 + iota // the court's
	Match                   // arithmetic
	Finality                // the window became final
	Rejection               // a decision against it took effect
)

func (b By) String() string {
	names := [...]string{"none", "tally", "match", "finality", "rejection"}
	if int(b) < len(names) {
		return names[b]
	}
	return "invalid"
}

// Finding is what a decision means here. A decision that nobody could tell about is found once more if a later replay contradicts it.
type Finding struct {
	By         By
	Agreement  Agreement
	Run        chain.RunID
	Commitment chain.Hash
	Window     uint64
	Challenge  chain.ChallengeID // of a match
	Text       string            // what was decided: "falls", "committer convicted"
	Block      uint64            // of the decision
}

// closedKept is how many commitments are remembered after nothing about them is open any more: a replay may be late.
const closedKept = 256

// Book is every commitment and dispute that is open, and what was computed here.
//
// Concurrency: one goroutine.
type Book struct {
	about  map[chain.Hash]*commitment
	open   map[chain.ChallengeID]*challenge
	roots  map[chain.Hash]chain.Hash // computed here
	closed []chain.Hash              // in the order of their closing
}

type commitment struct {
	chain.Committed
	time       uint64 // block time; 0 where the node doesn't say
	block      uint64
	pending    bool // on the head and not final
	challenges int  // open ones
	closed     bool
	decisions  []decision
}

type challenge struct {
	commitment chain.Hash
	root       chain.Hash // zero until it is opened
}

// decision is one that was made, and what it supposes of the right root.
type decision struct {
	Finding
	holds func(root chain.Hash) bool
}

// New returns an empty book.
func New() *Book {
	b := &Book{roots: make(map[chain.Hash]chain.Hash)}
	b.Restart()
	return b
}

// Restart forgets what the log said, which will be told again from its beginning. What was computed here stays true.
func (b *Book) Restart() {
	b.about, b.open, b.closed = make(map[chain.Hash]*commitment), make(map[chain.ChallengeID]*challenge), nil
}

// Judged takes what was computed for a commitment, and returns the decisions that contradict it.
func (b *Book) Judged(hash, root chain.Hash) []Finding {
	b.roots[hash] = root
	c := b.about[hash]
	if c == nil {
		return nil
	}
	var found []Finding
	for i, d := range c.decisions {
		if d.Agreement == Untold && !d.holds(root) {
			c.decisions[i].Agreement = Contradicts
			found = append(found, c.decisions[i].Finding)
		}
	}
	return found
}

// Knows says whether something was computed for a commitment.
func (b *Book) Knows(hash chain.Hash) bool {
	_, ok := b.roots[hash]
	return ok
}

// Take reads one event, in the order of the log, and returns what it decided.
func (b *Book) Take(e chain.Event) []Finding {
	switch data := e.Data.(type) {
	case chain.Committed:
		b.about[data.Commitment] = &commitment{Committed: data, time: e.Time, block: e.Block, pending: true}
	case chain.Sealed:
		b.open[data.Challenge] = &challenge{commitment: data.Commitment}
		if c := b.about[data.Commitment]; c != nil {
			c.challenges++
		}
	case chain.Opened:
		if x := b.open[data.Challenge]; x != nil {
			x.root = data.Root
		}
	case chain.Lapsed:
		b.close(data.Challenge)
	case chain.ChallengeSettled:
		b.close(data.Challenge)
	case chain.RolledBack:
		b.rolledBack(data)
	case chain.Tallied:
		return b.decided(e, data.Commitment)
	case chain.Concluded:
		return b.decided(e, data.Commitment)
	case chain.Finalised:
		return b.decided(e, data.Commitment)
	case chain.Rejected:
		return b.decided(e, data.Commitment)
	}
	return nil
}

// decided reads a decision about a commitment.
func (b *Book) decided(e chain.Event, hash chain.Hash) []Finding {
	c := b.about[hash]
	if c == nil {
		return nil
	}
	d := b.read(e.Data, c)
	if d.By == Finality || d.By == Rejection {
		b.leave(hash, c)
	}
	if d.holds == nil {
		return nil // it says nothing about bits
	}
	d.Run, d.Commitment, d.Window, d.Block, d.Agreement = c.Run, hash, c.Window, e.Block, Untold
	if root, known := b.roots[hash]; known {
		d.Agreement = Contradicts
		if d.holds(root) {
			d.Agreement = Agrees
		}
	}
	c.decisions = append(c.decisions, d)
	return []Finding{d.Finding}
}

// read says what a decision supposes of the right root.
func (b *Book) read(data any, c *commitment) (d decision) {
	right := func(root chain.Hash) bool { return root == c.PostRoot }
	wrong := func(root chain.Hash) bool { return root != c.PostRoot }
	switch e := data.(type) {
	case chain.Tallied:
		d.By, d.Text = Tally, e.Verdict.String()
		switch e.Verdict {
		case chain.VerdictStands:
			d.holds = right
		case chain.VerdictFalls:
			d.holds = wrong
		}
	case chain.Concluded:
		d.By, d.Text, d.Challenge = Match, e.Outcome.String(), e.Challenge
		var claim chain.Hash
		if x := b.open[e.Challenge]; x != nil {
			claim = x.root
		}
		switch e.Outcome {
		case match.CommitterConvicted:
			d.holds = wrong
		case match.ChallengerConvicted:
			d.holds = func(root chain.Hash) bool { return root != claim }
		case match.BothConvicted:
			d.holds = func(root chain.Hash) bool { return root != claim && root != c.PostRoot }
		}
	case chain.Finalised:
		d.By, d.Text, d.holds = Finality, "finalised", right
	case chain.Rejected:
		d.By, d.Text = Rejection, "rejected"
		if !e.Idle {
			d.holds = wrong
		}
	}
	return d
}

// rolledBack takes the commitment and all above it off the head.
func (b *Book) rolledBack(e chain.RolledBack) {
	for hash, c := range b.about {
		if c.Run == e.Run && c.pending && c.Window >= e.Window {
			b.leave(hash, c)
		}
	}
}

// leave takes a commitment off the list of those that wait to become final.
func (b *Book) leave(hash chain.Hash, c *commitment) {
	c.pending = false
	b.tidy(hash, c)
}

func (b *Book) close(id chain.ChallengeID) {
	x := b.open[id]
	if x == nil {
		return
	}
	delete(b.open, id)
	if c := b.about[x.commitment]; c != nil {
		c.challenges--
		b.tidy(x.commitment, c)
	}
}

// tidy forgets commitments about which nothing has been open for long.
func (b *Book) tidy(hash chain.Hash, c *commitment) {
	if c.pending || c.challenges > 0 || c.closed {
		return
	}
	c.closed = true
	b.closed = append(b.closed, hash)
	for len(b.closed) > closedKept {
		oldest := b.closed[0]
		b.closed = b.closed[1:]
		if x := b.about[oldest]; x != nil && (x.pending || x.challenges > 0) {
			x.closed = false // it was opened again meanwhile, and comes here once more
			continue
		}
		delete(b.about, oldest)
		delete(b.roots, oldest)
	}
}

// Open lists the disputes that aren't settled, in order of their numbers.
func (b *Book) Open() []Dispute {
	var all []Dispute
	for _, id := range slices.Sorted(maps.Keys(b.open)) {
		x := b.open[id]
		d := Dispute{Challenge: id, Commitment: x.commitment, Supports: Unknown}
		c, root := b.about[x.commitment], b.roots[x.commitment]
		if c != nil {
			d.Run = c.Run
		}
		switch {
		case c == nil, !b.Knows(x.commitment):
		case root == c.PostRoot:
			d.Supports = Committer
		case root == x.root:
			d.Supports = Challenger
		default:
			d.Supports = Neither
		}
		all = append(all, d)
	}
	return all
}

// Window is a commitment on the head that isn't final.
type Window struct {
	Run        chain.RunID
	Commitment chain.Hash
	Number     uint64
	Time       uint64 // block time; 0 where the node doesn't say
	Block      uint64
}

// Pending lists the windows on the heads of all runs that aren't final, in the order of the log.
func (b *Book) Pending() []Window {
	var all []Window
	for hash, c := range b.about {
		if c.pending {
			all = append(all, Window{c.Run, hash, c.Window, c.time, c.block})
		}
	}
	slices.SortFunc(all, func(x, y Window) int {
		return cmp.Or(cmp.Compare(x.Block, y.Block), cmp.Compare(x.Run, y.Run), cmp.Compare(x.Number, y.Number))
	})
	return all
}
