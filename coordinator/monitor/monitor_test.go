package monitor

import (
	"context"
	"errors"
	"io"
	"log/slog"
	"sync/atomic"
	"testing"

	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/chain/chaintest"
	"github.com/commonweight/commonweight/internal/forecast"
	"github.com/commonweight/commonweight/internal/replica"
)

// toy judges the toy run, whose steps are hashes.
type toy struct{ client *chain.Client }

func (r toy) Judge(ctx context.Context, commitment chain.Hash) replica.Verdict {
	c, err := r.client.Commitment(ctx, commitment)
	if err != nil {
		return replica.Verdict{Answer: replica.Unknown, Reason: err.Error()}
	}
	v := replica.Verdict{Answer: replica.Agree, Root: chaintest.Truth(c.PreRoot, c.Window), Claimed: c.PostRoot}
	if v.Root != v.Claimed {
		v.Answer = replica.Disagree
	}
	return v
}

// watch runs a monitor until the test ends. While blind isn't 0, it has no replica.
func watch(t *testing.T, client *chain.Client, blind *atomic.Int32) *Monitor {
	m := New(Config{Client: client, Log: slog.New(slog.NewTextHandler(io.Discard, nil)), Judge: func(context.Context, chain.RunID) (Judge, error) {
		if blind.Load() != 0 {
			return nil, errors.New("no data")
		}
		return toy{client}, nil
	}})
	ctx, stop := context.WithCancel(t.Context())
	ended := make(chan struct{})
	go func() { defer close(ended); m.Run(ctx) }()
	t.Cleanup(func() { stop(); <-ended })
	return m
}

func supports(m *Monitor, id chain.ChallengeID) forecast.Side {
	for _, d := range m.Forecasts() {
		if d.Challenge == id {
			return d.Supports
		}
	}
	return 0
}

// TestForecastsAndAlarms: a jury is bought and lets a lie stand. The monitor says who is right while it isn't asked, and raises the alarm at the
// tally; an honest tally raises none.
func TestForecastsAndAlarms(t *testing.T) {
	t.Parallel()
	const watcherKey, workerKey, liarKey, challengerKey, juryKey = 0, 1, 2, 3, 4
	s := chaintest.Start(t, chaintest.Terms())
	watcher, worker, liar, challenger := s.Account(watcherKey), s.Account(workerKey), s.Account(liarKey), s.Account(challengerKey)
	var bought atomic.Bool
	s.Jury(func(ctx context.Context, c *chain.Client, commitment chain.Hash) (chain.Hash, error) {
		if !bought.Load() {
			return chaintest.Answer(ctx, c, commitment)
		}
		x, err := c.Commitment(ctx, commitment)
		return x.PostRoot, err
	}, juryKey, juryKey+1)
	var blind atomic.Int32
	m := watch(t, watcher.Client, &blind)

	honest := s.CommitTruth(worker)
	first := s.Dispute(challenger, honest, chain.Hash{9})
	s.Await(worker, "a forecast for the committer", func() (bool, error) { return supports(m, first) == forecast.Committer, nil })
	s.Await(worker, "the truth stands", func() (bool, error) {
		c, err := worker.CaseOf(t.Context(), honest)
		return c.Verdict == chain.VerdictStands, err
	})
	if alarms := m.Alarms(); len(alarms) != 0 {
		t.Errorf("alarms after an honest tally: %+v", alarms)
	}

	bought.Store(true)
	blind.Store(1)
	lie := s.CommitLie(liar)
	truth, err := chaintest.Answer(t.Context(), worker.Client, lie)
	if err != nil {
		t.Fatal(err)
	}
	second := s.Dispute(challenger, lie, truth)
	s.Await(worker, "an unknown dispute", func() (bool, error) { return supports(m, second) == forecast.Unknown, nil })
	blind.Store(0)
	s.Await(worker, "a forecast for the challenger", func() (bool, error) { return supports(m, second) == forecast.Challenger, nil })
	s.Await(worker, "an alarm", func() (bool, error) { return len(m.Alarms()) > 0, nil })
	alarms := m.Alarms()
	if a := alarms[0]; len(alarms) != 1 || a.By != forecast.Tally || a.Commitment != lie || a.Text != "stands" || a.Run != s.Run {
		t.Errorf("alarms: %+v", alarms)
	}
}

// TestBlindMonitorIsLateAndStillRaisesTheAlarm: it can replay only after the decision.
func TestBlindMonitorIsLateAndStillRaisesTheAlarm(t *testing.T) {
	t.Parallel()
	const watcherKey, workerKey, challengerKey, juryKey = 0, 1, 3, 4
	s := chaintest.Start(t, chaintest.Terms())
	watcher, worker, challenger := s.Account(watcherKey), s.Account(workerKey), s.Account(challengerKey)
	wrong := chain.Hash{9}
	s.Jury(func(context.Context, *chain.Client, chain.Hash) (chain.Hash, error) { return wrong, nil }, juryKey, juryKey+1)
	var blind atomic.Int32
	blind.Store(1)
	m := watch(t, watcher.Client, &blind)
	honest := s.CommitTruth(worker)
	s.Dispute(challenger, honest, wrong)
	s.Await(worker, "the truth falls", func() (bool, error) {
		c, err := worker.CaseOf(t.Context(), honest)
		return c.Verdict == chain.VerdictFalls, err
	})
	if alarms := m.Alarms(); len(alarms) != 0 {
		t.Errorf("alarms of a monitor that can't tell: %+v", alarms)
	}
	blind.Store(0)
	s.Await(worker, "an alarm", func() (bool, error) { return len(m.Alarms()) > 0, nil })
	if a := m.Alarms()[0]; a.By != forecast.Tally || a.Text != "falls" || a.Agreement != forecast.Contradicts {
		t.Errorf("%+v", a)
	}
}
