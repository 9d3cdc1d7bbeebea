package monitor

import (
	"context"
	"log/slog"
	"slices"
	"sync"
	"time"

	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/forecast"
	"github.com/commonweight/commonweight/internal/replica"
)

// Judge says whether a commitment is right. replica.Replica does, by replaying it.
type Judge interface {
	Judge(ctx context.Context, commitment chain.Hash) replica.Verdict
}

// Config is what a monitor needs.
type Config struct {
	Client *chain.Client
	// Judge returns the judge of a run, opened once and kept by the caller. While it fails, the run's disputes are unknown.
	Judge func(ctx context.Context, run chain.RunID) (Judge, error)
	// Judged is told of each answer; it must not block. It may be nil.
	Judged func(commitment chain.Hash, v replica.Verdict, took time.Duration)
	// Alarm is told of each contradiction, once; it must not block. It may be nil.
	Alarm func(forecast.Finding)
	Log   *slog.Logger
}

// alarmsKept is how many alarms are remembered.
const alarmsKept = 64

// Monitor watches the disputes of all runs.
//
// Concurrency: Run is one goroutine, which judges one window at a time; the rest is safe for any number.
type Monitor struct {
	config   Config
	log      *chain.Log
	opinions *replica.Opinions
	raised   map[question]bool

	mu     sync.Mutex
	book   *forecast.Book
	alarms []forecast.Finding
}

// question is what an alarm is raised about, once.
type question struct {
	by         forecast.By
	commitment chain.Hash
	challenge  chain.ChallengeID
	block      uint64
}

// New returns a monitor.
func New(config Config) *Monitor {
	if config.Judged == nil {
		config.Judged = func(chain.Hash, replica.Verdict, time.Duration) {}
	}
	if config.Alarm == nil {
		config.Alarm = func(forecast.Finding) {}
	}
	return &Monitor{config: config, log: config.Client.LogOfAll(), opinions: replica.NewOpinions(), raised: make(map[question]bool), book: forecast.New()}
}

// Forecasts lists the open disputes with the side that the monitor's bits support.
func (m *Monitor) Forecasts() []forecast.Dispute {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.book.Open()
}

// Alarms lists the newest contradictions, the latest last.
func (m *Monitor) Alarms() []forecast.Finding {
	m.mu.Lock()
	defer m.mu.Unlock()
	return slices.Clone(m.alarms)
}

// Run watches until the context ends, which is its only end. Trouble is logged, and every new block is a new try.
func (m *Monitor) Run(ctx context.Context) {
	trouble := ""
	for range m.config.Client.Blocks(ctx) {
		err := m.read(ctx)
		for err == nil && m.judge(ctx) {
			err = m.read(ctx)
		}
		switch {
		case ctx.Err() != nil:
			return
		case err == nil:
			trouble = ""
		case err.Error() != trouble:
			trouble = err.Error()
			m.config.Log.Warn("disputes can't be watched", "err", err)
		}
	}
}

// read takes in what was logged.
func (m *Monitor) read(ctx context.Context) error {
	events, restarted, err := m.log.Next(ctx)
	if err != nil {
		return err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	if restarted {
		m.book.Restart()
	}
	for _, e := range events {
		m.raise(m.book.Take(e))
	}
	return nil
}

// judge replays the first disputed window that is due, and says whether there was one.
func (m *Monitor) judge(ctx context.Context) bool {
	about, ok := m.next()
	if !ok || ctx.Err() != nil {
		return false
	}
	begun := time.Now()
	v, news := m.opinions.Ask(ctx, about.Commitment, m.config.Client.Now, func(ctx context.Context) replica.Verdict {
		judge, err := m.config.Judge(ctx, about.Run)
		if err != nil {
			return replica.Verdict{Answer: replica.Unknown, Reason: err.Error()}
		}
		return judge.Judge(ctx, about.Commitment)
	})
	if ctx.Err() != nil {
		return false
	}
	m.config.Judged(about.Commitment, v, time.Since(begun))
	if news {
		m.config.Log.Info("judged a disputed window", "run", uint64(about.Run), "commitment", about.Commitment.Hex(), "answer", v.Answer.String(), "reason", v.Reason)
	}
	if v.Answer == replica.Agree || v.Answer == replica.Disagree {
		m.mu.Lock()
		defer m.mu.Unlock()
		m.raise(m.book.Judged(about.Commitment, v.Root))
	}
	return true
}

// next is a disputed window that nothing was computed for, and that may be tried now.
func (m *Monitor) next() (forecast.Dispute, bool) {
	open := m.Forecasts()
	m.opinions.Keep(func(hash chain.Hash) bool {
		return slices.ContainsFunc(open, func(d forecast.Dispute) bool { return d.Commitment == hash })
	})
	for _, d := range open {
		if d.Run != 0 && d.Supports == forecast.Unknown && m.opinions.Due(d.Commitment, m.config.Client.Now()) {
			return d, true
		}
	}
	return forecast.Dispute{}, false
}

// raise raises an alarm for each contradiction, once. The caller holds the lock.
func (m *Monitor) raise(found []forecast.Finding) {
	for _, f := range found {
		q := question{f.By, f.Commitment, f.Challenge, f.Block}
		if f.Agreement != forecast.Contradicts || m.raised[q] {
			continue
		}
		m.raised[q] = true
		m.alarms = append(m.alarms, f)
		m.alarms = m.alarms[max(0, len(m.alarms)-alarmsKept):]
		m.config.Log.Error("a decision contradicts the monitor's own replay", "by", f.By.String(), "decided", f.Text, "run", uint64(f.Run), "window", f.Window,
			"commitment", f.Commitment.Hex())
		m.config.Alarm(f)
	}
}
