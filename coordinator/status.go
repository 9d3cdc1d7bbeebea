package coordinator

import (
	"context"
	"fmt"
	"math"
	"slices"
	"time"

	"github.com/commonweight/commonweight/coordinator/index"
	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/metrics"
)

const (
	tellEvery = time.Second     // progress
	silence   = 2 * time.Minute // without a new block
)

// status is what /api/status shows.
type status struct {
	Chain       uint64                   `json:"chainId"`
	Contracts   map[string]chain.Address `json:"contracts"`
	FirstBlock  uint64                   `json:"firstBlock"`
	Head        *block                   `json:"head"`   // newest block in the index
	Newest      block                    `json:"newest"` // of the chain
	Lag         uint64                   `json:"lag"`
	Events      uint64                   `json:"events"`
	PerSecond   float64                  `json:"eventsPerSecond"`
	Reorgs      uint64                   `json:"reorgs"`
	Deepest     uint64                   `json:"deepestReorg"`
	Rebuilds    uint64                   `json:"rebuilds"`
	Skipped     uint64                   `json:"skippedEvents"`
	Faults      uint64                   `json:"nodeFaults"`
	CheckedAt   *uint64                  `json:"checkedAtBlock"` // when the contracts were last compared with the index
	Ready       bool                     `json:"ready"`
	Problems    []string                 `json:"problems"`
	Alarms      []string                 `json:"alarms"`
	Keeper      *chain.Address           `json:"keeper,omitempty"`
	SilenceSecs int                      `json:"secondsSinceBlock"`
}

type block struct {
	Number uint64     `json:"number"`
	Hash   chain.Hash `json:"hash"`
	Time   uint64     `json:"time"`
}

func (c *Coordinator) status() status {
	s, d := c.index.Status(), c.config.Client.Deployment()
	problems := c.problems()
	out := status{
		Chain: d.ChainID, Contracts: d.Contracts(), FirstBlock: d.Block, Newest: block{s.Newest.Number, s.Newest.Hash, s.Newest.Time}, Lag: s.Lag,
		Events: s.Events, PerSecond: s.PerSecond, Reorgs: s.Reorgs, Deepest: s.Deepest, Rebuilds: s.Rebuilds, Skipped: s.Skipped, Faults: s.Faults,
		Ready: len(problems) == 0, Problems: problems, Alarms: append([]string{}, s.Alarms()...), SilenceSecs: int(c.config.Client.Silence().Seconds()),
	}
	if s.Head != nil {
		out.Head = &block{s.Head.Number, s.Head.Hash, s.Head.Time}
	}
	if s.Checked != nil {
		out.CheckedAt = &s.Checked.Number
	}
	if a := c.config.Account; a != nil {
		address := a.Address()
		out.Keeper = &address
	}
	return out
}

// loss is one window's in an answer.
type loss struct {
	Commitment string   `json:"commitment"`
	Window     uint64   `json:"window"`
	Step       uint64   `json:"step"`
	Loss       *float32 `json:"loss"` // null: it isn't finite
}

func (c *Coordinator) losses(run uint64) any {
	all := []loss{}
	for _, l := range c.pins.Losses(chain.RunID(run)) {
		shown := loss{Commitment: l.Commitment, Window: l.Window, Step: l.Step}
		if x := float64(l.Loss); !math.IsNaN(x) && !math.IsInf(x, 0) {
			shown.Loss = &l.Loss
		}
		all = append(all, shown)
	}
	return all
}

// problems says why what is served shouldn't be relied on now.
func (c *Coordinator) problems() []string {
	s := c.index.Status()
	problems := []string{}
	if !s.Ready() {
		switch {
		case s.Newest == chain.Block{}:
			problems = append(problems, "the node hasn't told of a block yet")
		case s.Head == nil:
			problems = append(problems, "nothing is indexed yet")
		case s.Lag > 0:
			problems = append(problems, fmt.Sprintf("%d blocks behind the chain", s.Lag))
		}
		problems = append(problems, s.Alarms()...)
		if len(problems) == 0 {
			problems = append(problems, "the index isn't ready")
		}
	}
	if quiet := c.config.Client.Silence(); quiet > silence {
		problems = append(problems, fmt.Sprintf("the node has told of no new block for %s", quiet.Round(time.Second)))
	}
	return problems
}

// watch tells of progress and alarms until the context ends.
func (c *Coordinator) watch(ctx context.Context) {
	every := time.NewTicker(tellEvery)
	defer every.Stop()
	changes := c.index.Changes(ctx)
	var last index.Status
	ready := false
	for {
		s := c.index.Status()
		var head uint64
		if s.Head != nil {
			head = s.Head.Number
		}
		e := Event{Kind: Indexed, Block: head, Newest: s.Newest.Number, Events: s.Events}
		switch {
		case s.Head == nil || ready:
		case s.Lag == 0 && s.Ready():
			ready, e.Kind = true, Ready
			c.report(e)
		case last.Head == nil || last.Head.Number != head:
			c.report(e)
		}
		for _, alarm := range s.Alarms() {
			if !slices.Contains(last.Alarms(), alarm) {
				c.report(Event{Kind: Alarm, Text: alarm})
			}
		}
		last = s
		select {
		case <-every.C:
		case <-changes:
		case <-ctx.Done():
			return
		}
	}
}

// measured is what the metrics show of the index.
func (c *Coordinator) measured() metrics.IndexStatus {
	s := c.index.Status()
	out := metrics.IndexStatus{
		Lag: s.Lag, Events: s.Events, Reorgs: s.Reorgs, Deepest: s.Deepest, Rebuilds: s.Rebuilds, Faults: s.Faults, Doubts: s.Doubts, Skipped: s.Skipped,
		Mismatches: len(s.Mismatches), Stuck: s.Trouble != "",
	}
	if s.Head != nil {
		out.Block = s.Head.Number
	}
	if c.pins == nil {
		return out
	}
	kept := c.pins.Status()
	out.Kept, out.KeptBytes, out.Unverified = kept.Kept, kept.Bytes, kept.Unverified
	for _, m := range kept.Missing {
		if m.Wrong {
			out.Wrong++
		} else {
			out.Missing++
		}
	}
	return out
}
