package main

import (
	"reflect"
	"strings"

	"github.com/commonweight/commonweight/fraudproof/auditor"
	"github.com/commonweight/commonweight/fraudproof/challenger"
	"github.com/commonweight/commonweight/fraudproof/claimant"
	"github.com/commonweight/commonweight/fraudproof/validator"
	"github.com/commonweight/commonweight/internal/lookout"
	"github.com/commonweight/commonweight/internal/metrics"
	"github.com/commonweight/commonweight/internal/player"
	"github.com/commonweight/commonweight/worker"
)

// Each agent's reports are counted on their way to whoever prints them.

// reporter passes events on.
type reporter[E any] func(E)

// Report makes it the reporter of every agent.
func (r reporter[E]) Report(e E) { r(e) }

// kindsOf lists the names of an agent's kinds of event.
func kindsOf[K interface {
	~uint8
	String() string
}]() []string {
	var names []string
	for k := K(1); k.String() != "invalid"; k++ {
		names = append(names, k.String())
	}
	return names
}

// workerKinds are a worker's.
var workerKinds = []worker.Event{
	worker.Waiting{}, worker.Acquired{}, worker.Stepped{}, worker.Published{}, worker.Committed{}, worker.Finalised{}, worker.VotedOut{}, worker.Voided{},
	worker.Defended{}, worker.Ended{}, worker.Left{}, worker.Earned{},
}

func kindOfWork(e worker.Event) string { return strings.ToLower(reflect.TypeOf(e).Name()) }

func meteredWorker(m *metrics.Registry, look *lookout.Lookout, next worker.Reporter) reporter[worker.Event] {
	var names []string
	for _, e := range workerKinds {
		names = append(names, kindOfWork(e))
	}
	agent := m.Agent("worker", names)
	return func(e worker.Event) {
		agent.Happened(kindOfWork(e))
		switch e := e.(type) {
		case worker.Waiting:
			m.Worker.Waiting(true)
		case worker.Acquired:
			m.Worker.Waiting(false)
		case worker.Stepped:
			m.Worker.Stepped(e.Step, e.Loss, e.Norm)
		case worker.Committed:
			look.Computed(e.Commitment, e.Root)
		case worker.Defended:
			if e.Alert {
				agent.Happened("alert")
			}
		case worker.Earned:
			agent.Earned(e.Amount)
		}
		next.Report(e)
	}
}

func meteredWatch(m *metrics.Registry, next challenger.Reporter) reporter[challenger.Event] {
	agent := m.Agent("challenger", kindsOf[challenger.Kind]())
	return func(e challenger.Event) {
		agent.Happened(e.Kind.String())
		if e.Kind == challenger.Withdrawn {
			agent.Earned(e.Amount)
		}
		next.Report(e)
	}
}

func meteredBallots(m *metrics.Registry, next validator.Reporter) reporter[validator.Event] {
	agent := m.Agent("validator", kindsOf[validator.Kind]())
	return func(e validator.Event) {
		agent.Happened(e.Kind.String())
		switch e.Kind {
		case validator.Withdrawn:
			agent.Earned(e.Amount)
		case validator.Settled:
			agent.Burned(e.Burned)
		}
		next.Report(e)
	}
}

func meteredAudits(m *metrics.Registry, next auditor.Reporter) reporter[auditor.Event] {
	agent := m.Agent("auditor", kindsOf[auditor.Kind]())
	return func(e auditor.Event) {
		agent.Happened(e.Kind.String())
		next.Report(e)
	}
}

func meteredGoal(m *metrics.Registry, next interface{ Report(claimant.Event) }) reporter[claimant.Event] {
	agent := m.Agent("claimant", kindsOf[claimant.Kind]())
	return func(e claimant.Event) {
		agent.Happened(e.Kind.String())
		next.Report(e)
	}
}

func meteredPlay(m *metrics.Registry, next interface{ Report(player.Event) }) reporter[player.Event] {
	agent := m.Agent("player", kindsOf[player.Kind]())
	return func(e player.Event) {
		agent.Happened(e.Kind.String())
		next.Report(e)
	}
}
