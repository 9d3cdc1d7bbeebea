//go:build cuda && fakedriver && linux && amd64

package worker_test

import (
	"bytes"
	"context"
	"errors"
	"log/slog"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/commonweight/commonweight/internal/replica/replicatest"
	"github.com/commonweight/commonweight/train/engine"
	"github.com/commonweight/commonweight/train/engine/cuda"
	"github.com/commonweight/commonweight/worker"
)

// A build with the tag fakedriver has a GPU that is none. What befalls it is told by the launches of its graphs: the first is the step that measures the
// machine, the next four are the window's, then come the same four and the roots.
const (
	inTheWindow = 4
	inTheSecond = 8 // taking of the same steps
)

// befall lets a fault happen at one launch, counted from now on.
func befall(t *testing.T, at int64, fault func() int, spoil func(words []uint32), patience time.Duration) {
	var launches atomic.Int64
	cuda.Fake(func(call string) int {
		if call == "cuGraphLaunch" && launches.Add(1) == at && fault != nil {
			return fault()
		}
		return 0
	}, func(call string, words []uint32) {
		if call == "cuGraphLaunch" && launches.Load() == at && spoil != nil {
			spoil(words)
			spoil = nil
		}
	}, patience)
	t.Cleanup(func() { cuda.Fake(nil, nil, 0) })
}

// TestDeviceThatFails: whatever a GPU does in the middle of a window, with --engine auto the processor commits the truth after one warning, and no
// bond is lost; with --engine cuda the worker gives the lease back and says in one line what happened.
func TestDeviceThatFails(t *testing.T) {
	release := make(chan struct{})
	defer close(release)
	refuse := func() int { return 719 }
	hang := func() int { <-release; return 0 }
	flip := func(words []uint32) { words[0] ^= 1 }
	for _, c := range []struct {
		what, engine string
		at           int64
		fault        func() int
		spoil        func(words []uint32)
		patience     time.Duration
	}{
		{"nothing", engine.CUDA, 0, nil, nil, 0},
		{"an error", engine.Auto, inTheWindow, refuse, nil, 0},
		{"an error", engine.CUDA, inTheWindow, refuse, nil, 0},
		{"an error in the second taking", engine.Auto, inTheSecond, refuse, nil, 0},
		{"a bit in the window", engine.Auto, inTheWindow, nil, flip, 0},
		{"a bit in the second taking", engine.CUDA, inTheSecond, nil, flip, 0},
		{"no answer", engine.Auto, inTheWindow, hang, nil, 2 * time.Second},
	} {
		t.Run(c.what+" with "+c.engine, func(t *testing.T) {
			var warnings bytes.Buffer
			old := slog.Default()
			slog.SetDefault(slog.New(slog.NewTextHandler(&warnings, &slog.HandlerOptions{Level: slog.LevelWarn})))
			defer slog.SetDefault(old)
			s := replicatest.Start(t, oneWindow, nil)
			a, dir := s.Account(1), t.TempDir()
			l := &listener{t: t, name: c.what}
			conf := worker.Config{Account: a, Replica: s.Replica(c.engine, dir), Dir: dir, Report: l}
			befall(t, c.at, c.fault, c.spoil, c.patience)
			err := worker.Run(bounded(t), conf)
			first, second := conf.Replica.Engines()
			if c.at > 0 && c.engine == engine.CUDA {
				if !engine.Failed(err) || strings.Contains(err.Error(), "\n") || errors.Is(err, context.DeadlineExceeded) {
					t.Errorf("error %v", err)
				}
				p, err := a.Progress(t.Context(), s.Run)
				check(t, err)
				lease, err := a.Lease(t.Context(), s.Run)
				check(t, err)
				if p.HeadCount != 0 || lease.Holder == a.Address() {
					t.Errorf("%d windows committed, lease held by %s", p.HeadCount, lease.Holder)
				}
				return
			}
			check(t, err)
			wantTruth(t, s, a.Client, 1)
			wantNoLoss(t, s, a)
			if n := strings.Count(warnings.String(), "the GPU is not used any more"); c.at > 0 && (n != 1 || first == engine.CUDA || first == second) || c.at == 0 && (n != 0 || first != engine.CUDA) {
				t.Errorf("%d warnings, then %s and %s: %s", n, first, second, &warnings)
			}
		})
	}
}
