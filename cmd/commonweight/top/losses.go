package top

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"net/http"
)

// points is how many windows of a run the curve has at most; a terminal has few columns.
const points = 96

// maxLosses is more than a hundred thousand windows take, in bytes.
const maxLosses = 16 << 20

// losses puts the curve into the board, or why there is none: what checkpoints say that the coordinator has read and found to be what was committed.
func (s *Source) losses(ctx context.Context, b *Board) error {
	b.Losses = []Loss{}
	if b.Head == 0 {
		return nil
	}
	text, err := s.fetch(ctx, http.MethodGet, fmt.Sprintf("/api/runs/%d/losses", b.Run), nil, maxLosses)
	var status statusError
	if errors.As(err, &status) && (status.status == http.StatusNotFound || status.status == http.StatusNotImplemented) {
		b.NoLoss = "this coordinator keeps no checkpoints"
		return nil
	}
	if err != nil {
		return err
	}
	var all []struct {
		Commitment word
		Window     integer
		Loss       *float64
	}
	if err := json.Unmarshal(text, &all); err != nil {
		return fmt.Errorf("%w: its losses aren't what was asked for", ErrCoordinator)
	}
	live, err := s.live(ctx, b)
	if err != nil {
		return err
	}
	for _, x := range all {
		status, chosen := live[string(x.Commitment)]
		if !chosen {
			continue
		}
		l := Loss{Window: uint64(x.Window), Loss: math.NaN(), Final: status == "Finalised"}
		if x.Loss != nil {
			l.Loss = *x.Loss
		}
		b.Losses = append(b.Losses, l)
	}
	if len(b.Losses) == 0 {
		b.NoLoss = "this coordinator has read no checkpoint yet"
	}
	return nil
}

// live finds the commitments on the curve, with their status: those of all windows of a short run, of evenly chosen ones of a long one.
func (s *Source) live(ctx context.Context, b *Board) (map[string]string, error) {
	var windows []string
	for i, n := uint64(0), min(b.Head, points); i < n; i++ {
		windows = append(windows, fmt.Sprint((i+1)*b.Head/n-1))
	}
	var x struct {
		Commitments []struct{ ID, Status word }
	}
	const query = `query ($run: String!, $windows: [BigInt!]!) {
  commitments(where: {run: $run, window_in: $windows, status_in: [Pending, Finalised]}, first: 200) {id status}
}`
	if err := s.ask(ctx, query, map[string]any{"run": fmt.Sprint(b.Run), "windows": windows}, &x); err != nil {
		return nil, err
	}
	live := make(map[string]string)
	for _, c := range x.Commitments {
		live[string(c.ID)] = string(c.Status)
	}
	return live, nil
}
