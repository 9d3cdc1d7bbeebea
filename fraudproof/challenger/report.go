package challenger

import (
	"math/big"

	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/replica"
)

// Kind says what happened.
type Kind uint8

// What a challenger reports, and which fields of the event are set besides Commitment and Window.
const (
	Judged    Kind = 1 + iota // Verdict
	Sealed                    // Challenge, Root, Amount: the bond
	Opened                    // Challenge, Root
	Won                       // Challenge, Amount: what came back, with the reward
	Lost                      // Challenge, Amount: what came back. Another root became final, or the commitment stood
	Returned                  // Challenge, Amount: the bond came back without a decision
	Lapsed                    // Challenge: it wasn't opened in time
	Alert                     // Text: a person should look; Verdict where there is one
	Withdrawn                 // Amount; no commitment
	Played                    // Challenge, Gas, Text: a move in a match, or what came of it
	Weighed                   // Root, Text: why a wrong window is challenged, or isn't
	Demanded                  // Text, and Amount, Gas where the agent asked: bytes were asked for, or shown
)

func (k Kind) String() string {
	names := [...]string{"none", "judged", "sealed", "opened", "won", "lost", "returned", "lapsed", "alert", "withdrawn", "played", "weighed", "demanded"}
	if int(k) < len(names) {
		return names[k]
	}
	return "invalid"
}

// Event is one thing that happened to a challenger.
type Event struct {
	Kind       Kind
	Commitment chain.Hash
	Window     uint64
	Verdict    replica.Verdict
	Challenge  chain.ChallengeID
	Root       chain.Hash
	Amount     *big.Int // wei
	Gas        uint64
	Text       string
}

// Reporter is told what happens, in order. It must not block.
type Reporter interface {
	Report(Event)
}

// report tells the reporter and the log.
func (a *proofer) report(e Event) {
	a.config.Report.Report(e)
	line := []any{"event", e.Kind.String()}
	if e.Commitment != (chain.Hash{}) {
		line = append(line, "window", e.Window, "commitment", e.Commitment.Hex())
	}
	if e.Challenge != 0 {
		line = append(line, "challenge", uint64(e.Challenge))
	}
	if e.Amount != nil {
		line = append(line, "wei", e.Amount.String())
	}
	switch {
	case e.Kind == Alert:
		a.log.Warn(e.Text, line...)
	case e.Kind == Weighed:
		a.log.Info(e.Text, line...)
	case e.Kind == Judged:
		a.log.Info(e.Verdict.Reason, append(line, "answer", e.Verdict.Answer.String())...)
	default:
		a.log.Info("fraud-proofer "+e.Kind.String(), line...)
	}
}

// alert reports a trouble once, until another one of the same subject takes its place.
func (a *proofer) alert(subject chain.Hash, window uint64, v replica.Verdict, text string) {
	if !a.alerted.Once(subject, text) {
		return
	}
	a.report(Event{Kind: Alert, Commitment: subject, Window: window, Verdict: v, Text: text})
}
