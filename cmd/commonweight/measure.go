package main

import (
	"context"
	"errors"
	"io"
	"log/slog"
	"runtime/debug"
	"time"

	"github.com/commonweight/commonweight/cmd/commonweight/serve"
	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/ipfs"
	"github.com/commonweight/commonweight/internal/lookout"
	"github.com/commonweight/commonweight/internal/metrics"
	"github.com/commonweight/commonweight/internal/replica"
)

// measure makes the metrics of a verb that stays, and shows them where the settings say. It comes before storage is opened. The account may be nil.
func (s *session) measure(role metrics.Role, account *chain.Account) error {
	s.meters = metrics.New(role, version())
	if account != nil {
		account.Metered(s.meters.Account)
	}
	s.shown = role == metrics.RoleCoordinator // its API has the page too
	if s.config.Metrics.Listen == "" {
		return nil
	}
	s.shown = true
	server, err := metrics.Serve(s.meters, s.config.Metrics.Listen)
	if err != nil {
		return err
	}
	s.onClose(server.Close)
	slog.Info("metrics are shown", "at", server.URL())
	return nil
}

// lookOut keeps the metrics up to date until the session is closed, if anybody may read them. What is judged is told to what it returns.
func (s *session) lookOut(ctx context.Context, config lookout.Config) *lookout.Lookout {
	config.Client, config.Metrics, config.Log = s.client, s.meters, slog.Default()
	look := lookout.New(config)
	if !s.shown {
		return look
	}
	ctx, stop := context.WithCancel(ctx)
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		look.Run(ctx)
	}()
	s.onClose(func() error { stop(); <-ended; return nil })
	return look
}

// version is that of the binary's module, as far as it was built with one.
func version() string {
	if info, ok := debug.ReadBuildInfo(); ok {
		return info.Main.Version
	}
	return "unknown"
}

// meteredStore counts what storage is asked for.
type meteredStore struct {
	ipfs.Store
	meter *metrics.Storage
}

func (m meteredStore) Get(ctx context.Context, c ipfs.CID, maxBytes int64) (io.ReadCloser, error) {
	begun := time.Now()
	r, err := m.Store.Get(ctx, c, maxBytes)
	m.meter.Asked("get", resultOf(err), time.Since(begun))
	if err != nil {
		return nil, err
	}
	return &meteredReader{r, m.meter}, nil
}

func (m meteredStore) Put(ctx context.Context, r io.Reader) (ipfs.CID, error) {
	begun := time.Now()
	c, err := m.Store.Put(ctx, r)
	m.meter.Asked("put", resultOf(err), time.Since(begun))
	return c, err
}

func resultOf(err error) string {
	switch {
	case err == nil:
		return "ok"
	case errors.Is(err, ipfs.ErrNotFound):
		return "missing"
	case errors.Is(err, ipfs.ErrCorrupt):
		return "damaged"
	}
	return "failed"
}

// meteredReader notices blocks that are missing below the first.
type meteredReader struct {
	io.ReadCloser
	meter *metrics.Storage
}

func (m *meteredReader) Read(p []byte) (int, error) {
	n, err := m.ReadCloser.Read(p)
	if err != nil && err != io.EOF {
		m.meter.Broke(resultOf(err))
	}
	return n, err
}

// judge is what both fraud-proofer and validator ask.
type judge interface {
	Judge(ctx context.Context, commitment chain.Hash) replica.Verdict
}

// meteredJudge tells the lookout what a judge says.
type meteredJudge struct {
	judge
	look *lookout.Lookout
}

func (m meteredJudge) Judge(ctx context.Context, commitment chain.Hash) replica.Verdict {
	begun := time.Now()
	v := m.judge.Judge(ctx, commitment)
	if ctx.Err() == nil {
		m.look.Judged(commitment, v, time.Since(begun))
	}
	return v
}

// meteredReplica is a meteredJudge that also reads histories.
type meteredReplica struct {
	serve.Replica
	look *lookout.Lookout
}

func (m meteredReplica) Judge(ctx context.Context, commitment chain.Hash) replica.Verdict {
	return meteredJudge{m.Replica, m.look}.Judge(ctx, commitment)
}

func (m meteredReplica) History(ctx context.Context, commitment chain.Hash) (chain.Hash, replica.Verdict) {
	begun := time.Now()
	root, v := m.Replica.History(ctx, commitment)
	if ctx.Err() == nil {
		m.look.Judged(commitment, v, time.Since(begun))
	}
	return root, v
}
