package main

import (
	"context"
	"fmt"
	"math/big"
	"strconv"
	"strings"
	"time"

	"github.com/commonweight/commonweight/fraudproof/match"
	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/player"
	"github.com/commonweight/commonweight/internal/replica"
)

// disputeView is a dispute for people and programs.
type disputeView struct {
	Number     chain.ChallengeID  `json:"number"`
	Run        chain.RunID        `json:"run"`
	Status     string             `json:"status"` // of the challenge
	Commitment disputedCommitment `json:"commitment"`
	Challenger chain.Address      `json:"challenger"`
	Root       chain.Hash         `json:"root"` // the challenger's; 0 until it is opened
	Bond       *big.Int           `json:"bond"` // wei
	Court      disputeCourt       `json:"court"`
	Match      *disputeMatch      `json:"match,omitempty"`

	over    bool
	outcome match.Outcome
}

type disputedCommitment struct {
	Hash      chain.Hash    `json:"hash"`
	Status    string        `json:"status"`
	Committer chain.Address `json:"committer"`
	Window    uint64        `json:"window"`
	First     uint64        `json:"firstStep"`
	Last      uint64        `json:"lastStep"`
	Root      chain.Hash    `json:"root"`
}

type disputeCourt struct {
	Phase   string `json:"phase"`
	Verdict string `json:"verdict"`
	Votes   uint16 `json:"votes"`
	For     uint16 `json:"votesFor"` // the commitment's root
}

type disputeMatch struct {
	Outcome       string         `json:"outcome"`
	Phase         string         `json:"phase"`
	Due           string         `json:"due"` // committer, challenger; none: both, or nobody any more
	Deadline      uint64         `json:"deadline,omitempty"`
	Left          int64          `json:"secondsLeft"`
	Place         player.Place   `json:"place"`
	Where         string         `json:"where"`                  // Place in words
	CommitterKey  *chain.Address `json:"committerKey,omitempty"` // the key that this side named to move for it
	ChallengerKey *chain.Address `json:"challengerKey,omitempty"`
	CommitterGas  *big.Int       `json:"committerGas"`
	ChallengerGas *big.Int       `json:"challengerGas"`
	MovesLeft     int            `json:"movesLeft"` // at most, by both sides together
	StillWei      *big.Int       `json:"stillCosts"`
}

// dispute reads one.
func (s *session) dispute(ctx context.Context, number string) (*disputeView, error) {
	n, err := strconv.ParseUint(number, 10, 63)
	if err != nil || n == 0 {
		return nil, badInput(fmt.Errorf("%q is no number of a dispute: they count from 1", number))
	}
	x, err := s.client.Challenge(ctx, chain.ChallengeID(n))
	if err != nil {
		return nil, err
	}
	if x.Status == chain.ChallengeUnknown {
		return nil, badInput(fmt.Errorf("there is no dispute %d", n))
	}
	c, err := s.client.Commitment(ctx, x.Commitment)
	if err != nil {
		return nil, err
	}
	status, err := s.client.Status(ctx, x.Commitment)
	if err != nil {
		return nil, err
	}
	run, err := s.client.Run(ctx, c.Run)
	if err != nil {
		return nil, err
	}
	first := c.Window * uint64(run.Schedule.WindowSteps)
	d := &disputeView{
		Number: chain.ChallengeID(n), Run: c.Run, Status: x.Status.String(), Challenger: x.Challenger, Root: x.Root, Bond: x.Bond, outcome: x.Outcome,
		over: x.Status > chain.ChallengeOpened,
		Commitment: disputedCommitment{
			Hash: x.Commitment, Status: status.String(), Committer: c.Committer, Window: c.Window, First: first, Last: first + uint64(c.Steps) - 1, Root: c.PostRoot,
		},
	}
	if d.Court, err = s.court(ctx, x.Commitment); err != nil {
		return nil, err
	}
	if x.Outcome != match.OutcomeNone {
		d.Match, err = s.match(ctx, d.Number, c.Run, first)
	}
	return d, err
}

func (s *session) court(ctx context.Context, commitment chain.Hash) (disputeCourt, error) {
	k, err := s.client.CaseOf(ctx, commitment)
	if err != nil {
		return disputeCourt{}, err
	}
	r, err := s.client.RoundOf(ctx, commitment, k.Round)
	if err != nil {
		return disputeCourt{}, err
	}
	phase, err := s.client.Phase(ctx, commitment)
	return disputeCourt{phase.String(), k.Verdict.String(), r.Votes, r.VotesFor}, err
}

func (s *session) match(ctx context.Context, id chain.ChallengeID, run chain.RunID, first uint64) (*disputeMatch, error) {
	m, err := s.client.Match(ctx, id)
	if err != nil {
		return nil, err
	}
	due, err := s.client.Due(ctx, id)
	if err != nil {
		return nil, err
	}
	out := &disputeMatch{
		Outcome: m.Outcome.String(), Phase: m.Phase.String(), Due: due.Side.String(), Deadline: due.Deadline,
		CommitterGas: m.CommitterGas, ChallengerGas: m.ChallengerGas, MovesLeft: player.MovesLeft(nil, m.Game),
	}
	if out.CommitterKey, err = s.moverOf(ctx, m.Committer); err != nil {
		return nil, err
	}
	if out.ChallengerKey, err = s.moverOf(ctx, m.Challenger); err != nil {
		return nil, err
	}
	if due.Deadline != 0 {
		out.Left = int64(due.Deadline) - int64(s.client.Now())
	}
	store, err := s.store()
	if err != nil {
		return nil, err
	}
	program, err := replica.ProgramOf(ctx, s.client, store, run)
	if err != nil {
		out.Where = fmt.Sprintf("step %d, operator %d, tile %d (names are unknown: %v)", first+uint64(max(m.Step, 1))-1, m.Operator, m.Index, err)
		out.price(s.client.Latest().BaseFee)
		return out, nil
	}
	out.MovesLeft = player.MovesLeft(program, m.Game)
	out.price(s.client.Latest().BaseFee)
	out.Place = player.PlaceOf(program, first, m.Game)
	out.Where = out.Place.String()
	return out, nil
}

// price says what the moves that are left can cost at a base fee.
func (m *disputeMatch) price(fee uint64) {
	price := new(big.Int).SetUint64(fee)
	m.StillWei = price.Mul(price, big.NewInt(int64(m.MovesLeft)*moveGas))
}

// moverOf returns the key that an account named to move for it, nil if none.
func (s *session) moverOf(ctx context.Context, owner chain.Address) (*chain.Address, error) {
	key, err := s.client.MoverOf(ctx, owner)
	if err != nil || key == (chain.Address{}) {
		return nil, err
	}
	return &key, nil
}

// line is the dispute in one line.
func (d *disputeView) line() string {
	text := fmt.Sprintf("dispute %d: window %d of run %d is %s, the challenge is %s", d.Number, d.Commitment.Window, d.Run, d.Commitment.Status, d.Status)
	if d.Match == nil {
		return text + "; court: " + d.Court.Phase + ", " + d.Court.Verdict
	}
	text += "; match: " + d.Match.Outcome
	if d.outcome == match.Running && d.Match.MovesLeft > 0 {
		text += fmt.Sprintf(", phase %s, %s; they differ in %s", d.Match.Phase, d.Match.turn(), d.Match.Where)
	}
	return text
}

func (m *disputeMatch) turn() string {
	if m.Due == match.SideNone.String() {
		return "either side may begin"
	}
	return m.Due + " to move"
}

// describe explains the dispute to a person.
func (d *disputeView) describe() string {
	var b strings.Builder
	c := d.Commitment
	fmt.Fprintf(&b, "dispute %d about window %d (steps %d to %d) of run %d\n", d.Number, c.Window, c.First, c.Last, d.Run)
	fmt.Fprintf(&b, "  the committer  %s says  %s\n", c.Committer, c.Root)
	if d.Root == (chain.Hash{}) {
		fmt.Fprintf(&b, "  the challenger %s has sealed its answer and not opened it\n", d.Challenger)
	} else {
		fmt.Fprintf(&b, "  the challenger %s says  %s\n", d.Challenger, d.Root)
	}
	fmt.Fprintf(&b, "  the commitment is %s; the challenge is %s, its bond %s\n", c.Status, d.Status, chain.Coins(d.Bond))
	fmt.Fprintf(&b, "  court: phase %s, verdict %s, %d of %d votes for the commitment\n", d.Court.Phase, d.Court.Verdict, d.Court.For, d.Court.Votes)
	m := d.Match
	if m == nil {
		fmt.Fprintf(&b, "  arithmetic: not opened\n")
		return b.String()
	}
	fmt.Fprintf(&b, "  arithmetic: %s, phase %s\n  they differ in: %s\n", m.Outcome, m.Phase, m.Where)
	switch {
	case m.MovesLeft == 0:
	case m.Left < 0:
		fmt.Fprintf(&b, "  %s, and late by %s: anyone may end the match\n", m.turn(), time.Duration(-m.Left)*time.Second)
	default:
		fmt.Fprintf(&b, "  %s, %s left\n", m.turn(), time.Duration(m.Left)*time.Second)
	}
	for _, side := range []struct {
		name string
		key  *chain.Address
	}{{"committer", m.CommitterKey}, {"challenger", m.ChallengerKey}} {
		if side.key != nil {
			fmt.Fprintf(&b, "  the %s lets %s move for it\n", side.name, side.key)
		}
	}
	fmt.Fprintf(&b, "  moves so far cost the committer %s and the challenger %s\n", chain.Coins(m.CommitterGas), chain.Coins(m.ChallengerGas))
	if m.MovesLeft > 0 {
		fmt.Fprintf(&b, "  it can still take at most %d transactions of both sides together, and %s at the present price; the loser pays\n", m.MovesLeft, chain.Coins(m.StillWei))
	}
	return b.String()
}
