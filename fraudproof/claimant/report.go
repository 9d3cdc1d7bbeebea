package claimant

import (
	"fmt"
	"math"
	"math/big"

	"github.com/commonweight/commonweight/fraudproof/match"
	"github.com/commonweight/commonweight/internal/chain"
)

// Kind says what happened.
type Kind uint8

// What a claimant reports, and which fields of the event are set besides Commitment.
const (
	Evaluated Kind = 1 + iota // Word: what this machine finds
	Claimed                   // Pledge, Word, Gas
	Contested                 // Pledge, Claim, Word, Gas
	Played                    // Pledge, Duel, Phase: a move
	Concluded                 // Pledge, Claim (the other side), Duel, Outcome, Gas
	Settled                   // Pledge, Word, Gas: the bond is back
	Pulled                    // Window, Amount, Gas; no commitment
	TakenBack                 // Amount, Gas; no commitment
	Alert                     // Text: a person should look
)

func (k Kind) String() string {
	names := [...]string{"none", "evaluated", "claimed", "contested", "played", "concluded", "settled", "pulled", "taken back", "alert"}
	if int(k) < len(names) {
		return names[k]
	}
	return "invalid"
}

// Event is one thing that happened to a claimant.
type Event struct {
	Kind       Kind
	Commitment chain.Hash
	Pledge     chain.PledgeID
	Claim      chain.PledgeID
	Duel       chain.ChallengeID
	Phase      match.Phase
	Outcome    match.Outcome
	Word       uint32 // binary32
	Window     uint64
	Amount     *big.Int // of the pot's coin
	Gas        uint64
	Text       string
}

// String returns one line.
func (e Event) String() string {
	loss := math.Float32frombits(e.Word)
	switch e.Kind {
	case Evaluated:
		return fmt.Sprintf("held-out loss after %s: %v (0x%08x)", e.Commitment, loss, e.Word)
	case Claimed:
		return fmt.Sprintf("claim %d: the goal is reached with a loss of %v", e.Pledge, loss)
	case Contested:
		return fmt.Sprintf("contest %d of claim %d: the loss is %v", e.Pledge, e.Claim, loss)
	case Played:
		return fmt.Sprintf("duel %d: moved in phase %s", e.Duel, e.Phase)
	case Concluded:
		return fmt.Sprintf("duel %d: %s", e.Duel, e.Outcome)
	case Settled:
		return fmt.Sprintf("claim or contest %d stood, its bond is back", e.Pledge)
	case Pulled:
		return fmt.Sprintf("share of window %d: %s", e.Window, e.Amount)
	case TakenBack:
		return fmt.Sprintf("taken back: %s", e.Amount)
	}
	return e.Text
}

// report tells the reporter and the log.
func (c *Claimant) report(e Event) {
	delete(c.alerted, e.Commitment)
	c.Report(e)
	c.Log.Info(e.String(), "role", "claimant", "run", uint64(c.Run), "event", e.Kind.String())
}

// alert reports a trouble once, until another one of the same subject takes its place.
func (c *Claimant) alert(subject chain.Hash, text string) {
	if !c.alerted.Once(subject, text) {
		return
	}
	c.Report(Event{Kind: Alert, Commitment: subject, Text: text})
	c.Log.Warn(text, "role", "claimant", "run", uint64(c.Run), "commitment", subject.Hex())
}
