package validator

import (
	"log/slog"
	"math/big"

	"github.com/commonweight/commonweight/internal/agent"
	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/replica"
)

// Kind says what happened.
type Kind uint8

// What a validator reports, and which fields of the event are set besides Run and Commitment.
const (
	Staked    Kind = 1 + iota // Amount: added; no commitment
	Judged                    // Verdict
	Committed                 // Root: chain.Abstain for an abstention
	Revealed                  // Root
	Settled                   // Amount: fee, Burned
	Alert                     // Text: a person should look
	Withdrawn                 // Amount; no commitment
)

func (k Kind) String() string {
	names := [...]string{"none", "staked", "judged", "committed", "revealed", "settled", "alert", "withdrawn"}
	if int(k) < len(names) {
		return names[k]
	}
	return "invalid"
}

// Event is one thing that happened to a validator.
type Event struct {
	Kind       Kind
	Run        chain.RunID
	Commitment chain.Hash
	Round      uint32 // of the case, where a seat is concerned
	Verdict    replica.Verdict
	Root       chain.Hash
	Amount     *big.Int // wei
	Burned     *big.Int // wei
	Text       string
}

// Reporter is told what happens, in order. It must not block.
type Reporter interface {
	Report(Event)
}

// reports joins a reporter and a log.
type reports struct {
	to      Reporter
	log     *slog.Logger
	alerted agent.Told[chain.Hash]
}

func newReports(to Reporter, log *slog.Logger) *reports {
	return &reports{to: to, log: log.With("role", "validator"), alerted: make(agent.Told[chain.Hash])}
}

func (r *reports) report(e Event) {
	r.to.Report(e)
	line := []any{"event", e.Kind.String()}
	if e.Commitment != (chain.Hash{}) {
		line = append(line, "run", uint64(e.Run), "commitment", e.Commitment.Hex())
	}
	if e.Round != 0 {
		line = append(line, "round", e.Round)
	}
	if e.Root != (chain.Hash{}) {
		line = append(line, "root", e.Root.Hex())
	}
	if e.Amount != nil {
		line = append(line, "wei", e.Amount.String())
	}
	if e.Burned != nil && e.Burned.Sign() > 0 {
		line = append(line, "burned", e.Burned.String())
	}
	switch {
	case e.Kind == Alert:
		r.log.Warn(e.Text, line...)
	case e.Kind == Judged:
		r.log.Info(e.Verdict.Reason, append(line, "answer", e.Verdict.Answer.String())...)
	default:
		r.log.Info("validator "+e.Kind.String(), line...)
	}
}

// alert reports a trouble once, until another one of the same subject takes its place.
func (r *reports) alert(run chain.RunID, subject chain.Hash, text string) {
	if r.alerted.Once(subject, text) {
		r.report(Event{Kind: Alert, Run: run, Commitment: subject, Text: text})
	}
}
