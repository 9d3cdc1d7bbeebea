package bench

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"sync"
	"time"
)

// memoryRows are operators whose time is mostly that of their operands' way through the caches.
var memoryRows = []struct {
	name      string
	operators []string
}{
	{"elementwise add", []string{"h.0.attn.residual"}},
	{"elementwise add, vocabulary", []string{"wte.weight.grad"}},
	{"elementwise gelu", []string{"h.0.mlp.gelu"}},
	{"elementwise softmax exp, vocabulary", []string{"loss.exp"}},
	{"elementwise adamw, vocabulary", []string{"wte.weight.m", "wte.weight.v", "wte.weight.update", "wte.weight"}},
	{"reduction row sum", []string{"h.0.ln_1.sum"}},
	{"reduction row max, vocabulary", []string{"loss.max"}},
	{"reduction column sum", []string{"h.0.mlp.c_fc.bias.grad"}},
	{"reduction column dot", []string{"h.0.ln_2.weight.grad"}},
	{"reduction tile squares, vocabulary", []string{"wte.weight.grad.sqsum"}},
}

// memory compares maps and reductions with moving as many bytes.
func (s *suite) memory(ctx context.Context) error {
	for _, r := range memoryRows {
		row, err := s.memoryRow(ctx, r.name, r.operators)
		if err != nil {
			return err
		}
		s.row(row)
	}
	return nil
}

func (s *suite) memoryRow(ctx context.Context, name string, operators []string) (row Row, err error) {
	t, err := s.trial(s.program, s.Threads, operators...)
	if err != nil {
		return Row{}, err
	}
	defer func() { err = errors.Join(err, t.close()) }()
	times, err := t.enough(ctx, s.sample)
	if err != nil {
		return Row{}, err
	}
	moved, reference, against := 4*(t.read+t.wrote), readBytes, "read"
	if len(t.fresh) > 0 {
		reference, against = copyBytes, "copy"
	}
	use := reference(moved, s.Threads)
	pairs, err := s.measure(ctx,
		func() (float64, error) { return t.seconds(ctx, times) },
		func() (float64, error) {
			began := time.Now()
			for range times {
				use()
			}
			return time.Since(began).Seconds() / float64(times), nil
		})
	return rate(fmt.Sprintf("%s, %s", name, size(moved)), "GB/s", against, float64(moved), pairs), err
}

func size(n int) string {
	if n < 10<<20 {
		return fmt.Sprintf("%.1f MB", float64(n)/1e6)
	}
	return fmt.Sprintf("%.0f MB", float64(n)/1e6)
}

// readBytes reads so many bytes on each thread's share of them: the search for a byte that isn't there uses vector loads.
func readBytes(n, threads int) func() {
	data := make([]byte, n)
	for i := range data {
		data[i] = 2 // memory of zeros may be one page
	}
	return func() {
		each(threads, n, func(from, to int) {
			if bytes.IndexByte(data[from:to], 1) >= 0 {
				panic("bench: the bytes have been changed")
			}
		})
	}
}

// copyBytes moves so many bytes: half of them are read and half written.
func copyBytes(n, threads int) func() {
	from, to := make([]byte, n/2), make([]byte, n/2)
	for i := range from {
		from[i] = byte(i) // memory of zeros may be one page
	}
	return func() { each(threads, n/2, func(a, b int) { copy(to[a:b], from[a:b]) }) }
}

// each cuts n bytes into a share for each thread.
func each(threads, n int, do func(from, to int)) {
	share := (n + threads - 1) / threads
	if threads == 1 {
		do(0, n)
		return
	}
	var wait sync.WaitGroup
	for i := range threads {
		wait.Go(func() { do(min(n, i*share), min(n, (i+1)*share)) })
	}
	wait.Wait()
}
