package metrics

import (
	"math/big"
	"slices"
	"strings"

	"github.com/prometheus/client_golang/prometheus"
)

type agents struct {
	events         *prometheus.CounterVec
	earned, burned prometheus.Counter
}

func newAgents(r *Registry) agents {
	return agents{
		events: r.counters("agent_events_total", "What happened to an agent of this process, by kind. An alert is something a person should look at.", "agent", "event"),
		earned: r.counter("earned_coins_total", "Native coin withdrawn from the Vault."),
		burned: r.counter("burned_coins_total", "Native coin that burned of the account's stake, as far as it was reported."),
	}
}

// Agent counts what happens to one agent of the process.
type Agent struct {
	agents
	events choice[prometheus.Counter]
}

// Agent returns the counter of an agent with the kinds of event that it has.
func (r *Registry) Agent(name string, kinds []string) *Agent {
	labels := make([]string, len(kinds))
	for i, kind := range kinds {
		labels[i] = label(kind)
	}
	if !slices.Contains(labels, "alert") {
		labels = append(labels, "alert")
	}
	return &Agent{r.agents, choose(labels, func(event string) prometheus.Counter { return r.agents.events.WithLabelValues(name, event) })}
}

// Happened notes an event of a kind.
func (a *Agent) Happened(kind string) { a.events.of(label(kind)).Inc() }

// Earned notes coins that were withdrawn. Units: wei.
func (a *Agent) Earned(amount *big.Int) { a.earned.Add(coins(amount)) }

// Burned notes coins that were lost. Units: wei.
func (a *Agent) Burned(amount *big.Int) { a.burned.Add(coins(amount)) }

// label spells a kind as a label's value.
func label(kind string) string { return strings.ReplaceAll(kind, " ", "_") }
