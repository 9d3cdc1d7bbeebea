package index

import (
	"context"
	"fmt"
	"slices"
	"sync"
	"time"

	"github.com/commonweight/commonweight/coordinator/store"
	"github.com/commonweight/commonweight/internal/chain"
)

// Status is how the index does.
type Status struct {
	Head        *store.Block // newest block that is indexed; nil: none yet
	Newest      chain.Block  // newest that the node told of
	Lag         uint64       // blocks between them
	Events      uint64       // indexed since the start
	PerSecond   float64      // events, over the last batch that had any
	Reorgs      uint64       // since the start
	Deepest     uint64       // blocks that the deepest of them took back
	Rebuilds    uint64       // of the whole index, because a node was caught
	Skipped     uint64       // events in the file that could not be mapped
	Faults      uint64       // contradictions that a node was caught in
	Doubts      uint64       // blocks whose header hints at events that the node doesn't have, without proof either way
	Checked     *store.Block // block as of which the contracts were last asked
	Mismatches  []string     // what they told otherwise
	Trouble     string       // why the node isn't followed
	LastFault   string
	LastTrouble time.Time
}

// Alarms says what somebody has to look at.
func (s Status) Alarms() []string {
	alarms := slices.Clone(s.Mismatches)
	if s.Trouble != "" {
		alarms = append(alarms, "the node isn't followed: "+s.Trouble)
	}
	if s.Faults > 0 {
		alarms = append(alarms, fmt.Sprintf("the node was caught %d times, last: %s", s.Faults, s.LastFault))
	}
	if s.Skipped > 0 {
		alarms = append(alarms, fmt.Sprintf("%d events were skipped", s.Skipped))
	}
	return alarms
}

// readyLag is how many blocks an index that is ready may be behind.
const readyLag = 16

// Ready says whether the index may be relied on: it is close behind the chain and doesn't contradict the contracts.
func (s Status) Ready() bool {
	return s.Head != nil && s.Newest != (chain.Block{}) && s.Lag <= readyLag && len(s.Mismatches) == 0 && s.Trouble == "" && s.Skipped == 0
}

type status struct {
	mu sync.Mutex
	s  Status
}

func newStatus() *status { return new(status) }

// Status returns how the index does.
func (i *Index) Status() Status {
	i.status.mu.Lock()
	defer i.status.mu.Unlock()
	s := i.status.s
	s.Head = i.store.Head()
	s.Mismatches = slices.Clone(s.Mismatches)
	if s.Head == nil {
		s.Lag = s.Newest.Number
	} else if s.Newest.Number > s.Head.Number {
		s.Lag = s.Newest.Number - s.Head.Number
	}
	return s
}

func (s *status) change(what func(*Status)) {
	s.mu.Lock()
	defer s.mu.Unlock()
	what(&s.s)
}

func (s *status) saw(b chain.Block) { s.change(func(s *Status) { s.Newest = b }) }

func (s *status) wrote(events int, took time.Duration) {
	s.change(func(s *Status) {
		s.Events += uint64(events)
		if events > 0 {
			s.PerSecond = float64(events) / took.Seconds()
		}
	})
}

func (s *status) trouble(err error) {
	s.change(func(s *Status) {
		s.Trouble = ""
		if err != nil {
			s.Trouble, s.LastTrouble = err.Error(), time.Now()
		}
	})
}

func (s *status) fault(err error) {
	s.change(func(s *Status) {
		s.Faults++
		s.LastFault = err.Error()
	})
}

func (s *status) reorganised(depth uint64) {
	s.change(func(s *Status) {
		if depth > 0 {
			s.Reorgs++
			s.Deepest = max(s.Deepest, depth)
		}
		s.Mismatches, s.Checked = nil, nil
	})
}

func (s *status) rebuilt()      { s.change(func(s *Status) { s.Rebuilds++ }) }
func (s *status) doubt()        { s.change(func(s *Status) { s.Doubts++ }) }
func (s *status) skipped(n int) { s.change(func(s *Status) { s.Skipped += uint64(n) }) }

// remember counts the events that the file says were skipped.
func (i *Index) remember(ctx context.Context) error {
	n, err := i.store.CountSkipped(ctx)
	if err != nil {
		return broken{err}
	}
	i.status.change(func(s *Status) { s.Skipped = n })
	return nil
}
