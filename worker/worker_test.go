package worker_test

import (
	"context"
	"sync"
	"testing"
	"time"

	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/replica/replicatest"
	"github.com/commonweight/commonweight/worker"
)

// listener keeps what a worker reports and may act on it.
type listener struct {
	t    *testing.T
	name string
	then func(worker.Event)

	mu     sync.Mutex
	events []worker.Event
}

func (l *listener) Report(e worker.Event) {
	l.t.Log(l.name, e)
	l.mu.Lock()
	l.events = append(l.events, e)
	l.mu.Unlock()
	if l.then != nil {
		l.then(e)
	}
}

func count[E worker.Event](l *listener) int {
	l.mu.Lock()
	defer l.mu.Unlock()
	n := 0
	for _, e := range l.events {
		if _, ok := e.(E); ok {
			n++
		}
	}
	return n
}

func config(s *replicatest.Stage, a *chain.Account, l *listener, dir string) worker.Config {
	return worker.Config{Account: a, Replica: s.Replica("auto", dir), Dir: dir, Report: l}
}

// bounded is the test's context with an end, so that a worker that waits for ever fails instead of hanging.
func bounded(t *testing.T) context.Context {
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	t.Cleanup(cancel)
	return ctx
}

func TestWorkerFinishesARunAlone(t *testing.T) {
	s := replicatest.Start(t, nil, nil)
	a := s.Account(1)
	l := &listener{t: t, name: "a"}
	if err := worker.Run(bounded(t), config(s, a, l, t.TempDir())); err != nil {
		t.Fatal(err)
	}
	truth := s.Truth()
	for w, root := range truth {
		hash, err := a.Live(t.Context(), s.Run, uint64(w))
		if err != nil {
			t.Fatal(err)
		}
		c, err := a.Commitment(t.Context(), hash)
		if err != nil {
			t.Fatal(err)
		}
		if c.PostRoot != root {
			t.Errorf("window %d: root %s, want %s", w, c.PostRoot, root)
		}
	}
}
