package top

import (
	"cmp"
	"encoding/json"
	"fmt"
	"math/big"
	"slices"
	"strconv"
	"strings"

	"github.com/commonweight/commonweight/internal/chain"
)

// question is everything on the page but the losses.
const question = `query ($id: ID!, $run: String!) {
  _meta {block {number timestamp} hasIndexingErrors}
  run(id: $id) {
    windows totalSteps headCount anchorCount commitments rejected voided disputed
    lease {holder {id} window acquiredAt deadline bond status}
    log(where: {status_in: [Pending]}, orderBy: window, first: 20) {window challengeUntil}
  }
  challenges(where: {run: $run, status_in: [Sealed, Opened]}, orderBy: number, orderDirection: desc, first: 50) {
    number status openUntil outcome challenger {id}
    commitment {window committer {id} courtCase {verdict appealUntil resolvedAt
      rounds(orderBy: round, orderDirection: desc, first: 1) {round seeded: drawnAt seats committed revealed commitUntil revealUntil talliedAt}}}
    arithmetic {match {phase due deadline step moves outcome}}
  }
  demands(where: {run: $run, status: Open}, orderBy: deadline, first: 20) {kind deadline commitment {window}}
}`

// integer is a number as the coordinator spells it: a JSON number, or text of decimal digits.
type integer uint64

func (i *integer) UnmarshalJSON(text []byte) error {
	digits := strings.Trim(string(text), `"`)
	if digits == "null" {
		return nil
	}
	n, err := strconv.ParseUint(digits, 10, 64)
	*i = integer(n)
	return err
}

// word is text that is safe to print.
type word string

func (w *word) UnmarshalJSON(text []byte) error {
	var raw string
	if err := json.Unmarshal(text, &raw); err != nil {
		return err
	}
	*w = word(clip(clean(raw), 80))
	return nil
}

type named struct{ ID word }

type answer struct {
	Meta struct {
		Block struct{ Number, Timestamp integer }
		Error bool `json:"hasIndexingErrors"`
	} `json:"_meta"`
	Run *struct {
		Windows, TotalSteps, HeadCount, AnchorCount integer
		Commitments, Rejected, Voided, Disputed     int
		Lease                                       *struct {
			Holder                       named
			Window, AcquiredAt, Deadline integer
			Bond, Status                 word
		}
		Log []struct{ Window, ChallengeUntil integer }
	}
	Challenges []challenge
	Demands    []struct {
		Kind       word
		Deadline   integer
		Commitment struct{ Window integer }
	}
}

type challenge struct {
	Number, OpenUntil integer
	Status, Outcome   word
	Challenger        named
	Commitment        struct {
		Window    integer
		Committer named
		CourtCase *struct {
			Verdict     word
			AppealUntil integer
			ResolvedAt  integer
			Rounds      []round
		}
	}
	Arithmetic *struct{ Match *game }
}

type game struct {
	Phase, Due, Outcome   word
	Deadline, Step, Moves integer
}

type round struct {
	Round, Seeded, Seats, Committed, Revealed integer
	CommitUntil, RevealUntil, TalliedAt       integer
}

// board is the answer as the page shows it.
func (x answer) board(run uint64) Board {
	b := Board{
		Run: run, Block: uint64(x.Meta.Block.Number), Now: uint64(x.Meta.Block.Timestamp), Faulty: x.Meta.Error,
		Windows: uint64(x.Run.Windows), Steps: uint64(x.Run.TotalSteps), Head: uint64(x.Run.HeadCount), Final: uint64(x.Run.AnchorCount),
		Commitments: x.Run.Commitments, Rejected: x.Run.Rejected, Voided: x.Run.Voided, Disputed: x.Run.Disputed,
		Disputes: []Dispute{}, Clocks: []Clock{}, Losses: []Loss{},
	}
	clock := func(deadline integer, format string, args ...any) {
		if deadline != 0 {
			b.Clocks = append(b.Clocks, Clock{fmt.Sprintf(format, args...), uint64(deadline)})
		}
	}
	if l := x.Run.Lease; l != nil && l.Status == "Held" {
		b.Lease = &Lease{string(l.Holder.ID), uint64(l.Window), uint64(l.AcquiredAt), uint64(l.Deadline), coins(l.Bond)}
		clock(l.Deadline, "the lease on window %d", l.Window)
	}
	for _, c := range x.Run.Log {
		clock(c.ChallengeUntil, "window %d may be challenged", c.Window)
	}
	for _, d := range x.Demands {
		clock(d.Deadline, "demand for bytes of window %d", d.Commitment.Window)
	}
	cases := make(map[integer]bool) // of these windows: several disputes have one
	for _, c := range x.Challenges {
		d := Dispute{
			Number: uint64(c.Number), Window: uint64(c.Commitment.Window), Committer: string(c.Commitment.Committer.ID), Challenger: string(c.Challenger.ID),
			Place: c.place(),
		}
		b.Disputes = append(b.Disputes, d)
		if c.Status == "Sealed" {
			clock(c.OpenUntil, "dispute %d has to be opened", c.Number)
		}
		if m := c.match(); m != nil {
			clock(m.Deadline, "dispute %d: %s to move", c.Number, lower(m.Due))
		}
		if !cases[c.Commitment.Window] {
			cases[c.Commitment.Window] = true
			deadline, what := c.court()
			clock(deadline, "window %d: %s", c.Commitment.Window, what)
		}
	}
	slices.SortStableFunc(b.Clocks, func(x, y Clock) int { return cmp.Compare(x.Deadline, y.Deadline) })
	// What is over and waits for somebody to push comes after what still runs.
	over := slices.IndexFunc(b.Clocks, func(c Clock) bool { return c.Deadline >= b.Now })
	if over > 0 {
		b.Clocks = append(slices.Clone(b.Clocks[over:]), b.Clocks[:over]...)
	}
	return b
}

// match is the one that runs.
func (c challenge) match() *game {
	if c.Arithmetic == nil || c.Arithmetic.Match == nil || c.Arithmetic.Match.Outcome != "Running" {
		return nil
	}
	return c.Arithmetic.Match
}

// place says where a dispute has come to.
func (c challenge) place() string {
	if c.Status == "Sealed" {
		return "sealed"
	}
	var parts []string
	if m := c.match(); m != nil {
		text := fmt.Sprintf("match: %s, %d moves", lower(m.Phase), m.Moves)
		if m.Step != 0 {
			text += fmt.Sprintf(", step %d", m.Step)
		}
		parts = append(parts, text)
	} else if c.Outcome != "None" && c.Outcome != "Running" {
		parts = append(parts, "match: "+spaced(c.Outcome))
	}
	if _, what := c.court(); what != "" {
		parts = append(parts, "court: "+what)
	}
	if len(parts) == 0 {
		return "opened"
	}
	return strings.Join(parts, "; ")
}

// court says what the court waits for, and until when.
func (c challenge) court() (deadline integer, what string) {
	x := c.Commitment.CourtCase
	if x == nil {
		return 0, ""
	}
	if x.ResolvedAt != 0 {
		return 0, spaced(x.Verdict)
	}
	if len(x.Rounds) == 0 {
		return 0, "evidence"
	}
	r := x.Rounds[0]
	switch {
	case r.TalliedAt != 0:
		return x.AppealUntil, spaced(x.Verdict) + ", appeal"
	case r.Seeded == 0:
		return 0, "a jury is drawn"
	case r.Committed < r.Seats && r.Revealed == 0:
		return r.CommitUntil, fmt.Sprintf("%d of %d ballots committed", r.Committed, r.Seats)
	}
	return r.RevealUntil, fmt.Sprintf("%d of %d ballots revealed", r.Revealed, r.Committed)
}

// spaced spells an enum's value as words: CommitterConvicted.
func spaced(w word) string {
	var out strings.Builder
	for i, r := range string(w) {
		if i > 0 && r >= 'A' && r <= 'Z' {
			out.WriteByte(' ')
		}
		out.WriteRune(r)
	}
	return strings.ToLower(out.String())
}

func lower(w word) string {
	if w == "None" {
		return "both"
	}
	return strings.ToLower(string(w))
}

// coins spells an amount of wei.
func coins(wei word) string {
	amount, ok := new(big.Int).SetString(string(wei), 10)
	if !ok {
		return "?"
	}
	return chain.Coins(amount)
}
