package lookout

import (
	"context"
	"log/slog"
	"sync"
	"time"

	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/forecast"
	"github.com/commonweight/commonweight/internal/metrics"
	"github.com/commonweight/commonweight/internal/replica"
)

// Config is what a lookout needs.
type Config struct {
	Client    *chain.Client
	Account   chain.Address // whose money and duties are looked at; zero: nobody's
	Juror     chain.Address // whose seats; zero: the account's
	Run       chain.RunID   // 0: all
	JudgesAll bool          // this process judges every window, so that one without an answer is a lag
	Metrics   *metrics.Registry
	Log       *slog.Logger
}

// pause is the least time between two looks.
const pause = time.Second

// Lookout is one process's.
//
// Concurrency: Run is one goroutine; Judged may be called from any.
type Lookout struct {
	Config
	log    *chain.Log
	ledger *ledger
	recent recent
	start  uint64 // the block from which decisions are news
	told   uint64 // the newest block whose decisions were counted

	mu   sync.Mutex
	book *forecast.Book

	terms map[chain.RunID]chain.Run
}

// New returns a lookout.
func New(config Config) *Lookout {
	if config.Juror == (chain.Address{}) {
		config.Juror = config.Account
	}
	l := &Lookout{
		Config: config, log: config.Client.Log(config.Run), start: config.Client.Latest().Number, book: forecast.New(),
		terms: make(map[chain.RunID]chain.Run),
	}
	l.ledger = newLedger(config.Account, config.Juror)
	l.told = l.start
	return l
}

// Judged notes what this machine's replay says of a commitment.
func (l *Lookout) Judged(commitment chain.Hash, v replica.Verdict, took time.Duration) {
	l.Metrics.Replay.Judged(v.Answer.String(), took)
	if v.Answer == replica.Agree || v.Answer == replica.Disagree {
		l.Computed(commitment, v.Root)
	}
}

// Computed notes what this machine computed for a commitment, perhaps its own.
func (l *Lookout) Computed(commitment, root chain.Hash) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.count(l.book.Judged(commitment, root))
}

// count tells what was decided. Decisions from before the start say nothing about this process.
func (l *Lookout) count(found []forecast.Finding) {
	for _, f := range found {
		if f.Block <= l.start {
			continue
		}
		l.Metrics.Disputes.Decided(f.By.String(), f.Agreement.String())
		if f.Agreement == forecast.Contradicts {
			l.Log.Warn("a decision contradicts what this machine computed", "by", f.By.String(), "decided", f.Text, "run", uint64(f.Run), "window", f.Window,
				"commitment", f.Commitment.Hex())
		}
	}
}

// Run looks until the context ends, which is its only end.
func (l *Lookout) Run(ctx context.Context) {
	trouble := ""
	for block := range l.Client.Blocks(ctx) {
		l.Metrics.Node.Block(block.Number, block.Time)
		err := l.look(ctx, block)
		switch {
		case ctx.Err() != nil:
			return
		case err == nil:
			trouble = ""
		default:
			l.Metrics.Node.Failed()
			if err.Error() != trouble {
				trouble = err.Error()
				l.Log.Warn("the metrics stand still: the chain can't be looked at", "err", err)
			}
		}
		select {
		case <-time.After(pause):
		case <-ctx.Done():
		}
	}
}

// look takes one look at everything.
func (l *Lookout) look(ctx context.Context, block chain.Block) error {
	depth, err := l.recent.see(ctx, l.Client.HashAt, block)
	if err != nil {
		return err
	}
	if depth > 0 {
		l.Metrics.Node.Reorganised(depth)
		l.Log.Warn("blocks were replaced", "depth", depth, "block", block.Number)
	}
	if err := l.read(ctx); err != nil {
		return err
	}
	l.disputes()
	if err := l.account(ctx); err != nil {
		return err
	}
	return l.runs(ctx)
}

// read takes in what was logged.
func (l *Lookout) read(ctx context.Context) error {
	events, restarted, err := l.log.Next(ctx)
	if err != nil {
		return err
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	if restarted {
		l.book.Restart()
		l.ledger = newLedger(l.Account, l.Juror)
	}
	told := l.told
	for _, e := range events {
		l.ledger.take(e)
		found := l.book.Take(e)
		if e.Block > told { // after a reorganisation the log is told again
			l.count(found)
			l.told = e.Block
		}
	}
	return nil
}

// disputes tells how the open disputes will end, and how far the replay is behind.
func (l *Lookout) disputes() {
	l.mu.Lock()
	defer l.mu.Unlock()
	var all []metrics.Forecast
	for _, d := range l.book.Open() {
		all = append(all, metrics.Forecast{Challenge: uint64(d.Challenge), Supports: d.Supports.String()})
	}
	l.Metrics.Disputes.Open(all)
	if !l.JudgesAll {
		return
	}
	behind, oldest := 0, int64(0)
	for _, w := range l.book.Pending() {
		if l.book.Knows(w.Commitment) {
			continue
		}
		behind++
		if w.Time != 0 {
			oldest = max(oldest, int64(l.Client.Now())-int64(w.Time))
		}
	}
	l.Metrics.Replay.Behind(behind, oldest)
}

// pending is the age of the oldest window of a run that isn't final.
func (l *Lookout) pending(run chain.RunID) int64 {
	l.mu.Lock()
	defer l.mu.Unlock()
	oldest := int64(0)
	for _, w := range l.book.Pending() {
		if w.Run == run && w.Time != 0 {
			oldest = max(oldest, int64(l.Client.Now())-int64(w.Time))
		}
	}
	return oldest
}
