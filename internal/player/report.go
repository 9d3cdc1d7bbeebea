package player

import (
	"fmt"
	"math/big"
	"reflect"
	"strings"

	"github.com/commonweight/commonweight/fraudproof/match"
	"github.com/commonweight/commonweight/internal/chain"
)

// Kind is what happened.
type Kind uint8

// What a player reports, and which fields are set besides Challenge, Commitment and Side.
const (
	Began     Kind = 1 + iota // Gas, Fee: this account opened arithmetic
	Moved                     // Phase, Move, Gas, Fee
	Concluded                 // Outcome, Gas, Fee
	Alert                     // Text: a person should look
	Shown                     // Gas, Fee, Text: a demand for bytes was answered. No challenge, no side
)

func (k Kind) String() string {
	names := [...]string{"none", "arithmetic", "move", "concluded", "alert", "shown"}
	if int(k) < len(names) {
		return names[k]
	}
	return "invalid"
}

// Event is one thing that happened to a player.
type Event struct {
	Kind       Kind
	Challenge  chain.ChallengeID
	Commitment chain.Hash
	Side       match.Side
	Phase      match.Phase // before the move
	Move       string      // the call's name in the contract
	Outcome    match.Outcome
	Gas        uint64
	Fee        *big.Int // wei
	Text       string
}

// String returns one line.
func (e Event) String() string {
	about := fmt.Sprintf("match %d (%s)", e.Challenge, e.Side)
	switch e.Kind {
	case Began:
		return fmt.Sprintf("%s: arithmetic opened, %d gas", about, e.Gas)
	case Moved:
		return fmt.Sprintf("%s: %s in phase %s, %d gas", about, e.Move, e.Phase, e.Gas)
	case Concluded:
		return fmt.Sprintf("%s: %s", about, e.Outcome)
	}
	if e.Kind == Shown {
		return fmt.Sprintf("showed what was demanded of %s (%s), %d gas", e.Commitment, e.Text, e.Gas)
	}
	return fmt.Sprintf("%s: %s", about, e.Text)
}

// NameOf returns the name of a move's call in the contract.
func NameOf(m match.Move) string {
	if _, ok := m.(match.Continue); ok {
		return "move"
	}
	name := reflect.TypeOf(m).Name()
	return strings.ToLower(name[:1]) + name[1:]
}

func (p *Player) report(e Event) {
	p.Report(e)
	p.Log.Info(e.String(), "event", e.Kind.String(), "challenge", uint64(e.Challenge), "commitment", e.Commitment.Hex(), "gas", e.Gas)
}

// alert reports a trouble once, until another one takes its place or a move is made.
func (p *Player) alert(t *table, text string) {
	if !p.told.Once(t.id, text) {
		return
	}
	e := Event{Kind: Alert, Challenge: t.id, Commitment: t.commitment, Side: t.side, Text: text}
	p.Report(e)
	p.Log.Warn(text, "event", e.Kind.String(), "challenge", uint64(e.Challenge), "commitment", e.Commitment.Hex())
}
