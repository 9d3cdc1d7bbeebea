package worker

import (
	"sync"

	"github.com/commonweight/commonweight/internal/chain"
)

// fates follows what becomes of the worker's own commitments.
//
// Concurrency: the keeper's goroutine writes, all read.
type fates struct {
	self chain.Address

	mu   sync.Mutex
	mine map[chain.Hash]chain.Committed // unfinal and on the head
}

// pending says whether bonds are out that may come back.
func (f *fates) pending() bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	return len(f.mine) > 0
}

// take reads one event of the run and returns what it means to the worker.
func (f *fates) take(data any) []Event {
	f.mu.Lock()
	defer f.mu.Unlock()
	switch e := data.(type) {
	case chain.Committed:
		if e.Committer == f.self {
			f.mine[e.Commitment] = e
		}
	case chain.Finalised:
		if _, ours := f.mine[e.Commitment]; ours {
			delete(f.mine, e.Commitment)
			return []Event{Finalised{Window: e.Window, Commitment: e.Commitment}}
		}
	case chain.RolledBack:
		return f.rolledBack(e)
	}
	return nil
}

func (f *fates) rolledBack(e chain.RolledBack) []Event {
	var out []Event
	for hash, c := range f.mine {
		switch {
		case hash == e.Commitment:
			out = append(out, VotedOut{c.Window, hash})
		case c.Window > e.Window:
			out = append(out, Voided{c.Window, hash})
		default:
			continue
		}
		delete(f.mine, hash)
	}
	return out
}

// follow hears every event of the run from the keeper.
func (w *worker) follow(e chain.Event) {
	for _, fate := range w.fates.take(e.Data) {
		if e.Block < w.started {
			continue
		}
		if final, ok := fate.(Finalised); ok {
			final.Reward = w.rewardOf(final.Window)
			fate = final
		}
		w.Report.Report(fate)
	}
}
