package auditor

import (
	"log/slog"
	"math/big"

	"github.com/commonweight/commonweight/internal/agent"
	"github.com/commonweight/commonweight/internal/chain"
)

// Kind says what happened.
type Kind uint8

// What an auditor reports, and which fields of the event are set besides Run and Commitment.
const (
	Sealed    Kind = 1 + iota // Pledge, Amount: the bond, Fee
	Planted                   // Pledge, Amount: bond and jackpot, Fee
	Opened                    // Pledge
	Settled                   // Pledge, Amount: pay, nil for none, Fee
	Met                       // Pledge: a duel with an answer that contradicts this one began
	Concluded                 // Pledge, Text: how a duel ended
	Lost                      // Pledge, Amount: its bond, Text: defeated or lapsed
	Wrong                     // Text: a window it was drawn for is wrong
	Declined                  // Text: why a window isn't audited
	Alert                     // Text: a person should look
)

func (k Kind) String() string {
	names := [...]string{"none", "sealed", "planted", "opened", "settled", "met", "concluded", "lost", "wrong", "declined", "alert"}
	if int(k) < len(names) {
		return names[k]
	}
	return "invalid"
}

// Event is one thing that happened to an auditor.
type Event struct {
	Kind       Kind
	Run        chain.RunID
	Commitment chain.Hash
	Pledge     chain.PledgeID
	Amount     *big.Int
	Fee        *big.Int // wei, of gas
	Text       string
}

// Reporter is told what happens, in order. It must not block.
type Reporter interface {
	Report(Event)
}

// reports joins a reporter and a log.
type reports struct {
	to   Reporter
	log  *slog.Logger
	told agent.Told[chain.Hash]
}

func newReports(to Reporter, log *slog.Logger) *reports {
	return &reports{to: to, log: log.With("role", "auditor"), told: make(agent.Told[chain.Hash])}
}

func (r *reports) report(e Event) {
	r.to.Report(e)
	line := []any{"event", e.Kind.String(), "run", uint64(e.Run)}
	if e.Commitment != (chain.Hash{}) {
		line = append(line, "commitment", e.Commitment.Hex())
	}
	if e.Pledge != 0 {
		line = append(line, "pledge", uint64(e.Pledge))
	}
	if e.Amount != nil {
		line = append(line, "amount", e.Amount.String())
	}
	switch {
	case e.Kind == Alert:
		r.log.Warn(e.Text, line...)
	case e.Text != "":
		r.log.Info(e.Text, line...)
	default:
		r.log.Info("auditor "+e.Kind.String(), line...)
	}
}

// once reports an event of a subject, until another of the same takes its place.
func (r *reports) once(e Event) {
	if r.told.Once(e.Commitment, e.Kind.String()+e.Text) {
		r.report(e)
	}
}

// alert reports a trouble once, until another one of the same subject takes its place.
func (r *reports) alert(run chain.RunID, subject chain.Hash, text string) {
	r.once(Event{Kind: Alert, Run: run, Commitment: subject, Text: text})
}
