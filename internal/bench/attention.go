package bench

import (
	"context"
	"errors"
	"fmt"
)

// attentionRows are the whole of one layer's attention, between its linear layers.
var attentionRows = []struct {
	name      string
	operators []string
	squares   int // products of a sample's length squared
}{
	{"attention forward", []string{"scores", "masked", "max", "exp", "sum", "recip", "probs", "out"}, 2},
	{"attention forward and backward", []string{
		"scores", "masked", "max", "exp", "sum", "recip", "probs", "out",
		"v.back", "probs.back", "probs.dot", "scores.back", "q.back", "k.back", "qkv.back",
	}, 6},
}

// attention compares with the multiply-add peak: a program that skips what is masked, and for which softmax cost nothing, would reach it.
func (s *suite) attention(ctx context.Context) error {
	for _, r := range attentionRows {
		row, err := s.attentionRow(ctx, r.name, r.operators, r.squares)
		if err != nil {
			return err
		}
		s.row(row)
	}
	return nil
}

func (s *suite) attentionRow(ctx context.Context, name string, operators []string, squares int) (row Row, err error) {
	var names []string
	for _, o := range operators {
		names = append(names, "h.0.attn."+o)
	}
	t, err := s.trial(s.long, s.Threads, names...)
	if err != nil {
		return Row{}, err
	}
	defer func() { err = errors.Join(err, t.close()) }()
	times, err := t.enough(ctx, s.sample)
	if err != nil {
		return Row{}, err
	}
	m := s.long.Spec.Model
	work := float64(squares) * float64(s.long.Spec.Batch) * float64(m.Context) * float64(m.Context) * float64(m.Width) // half of each square
	pairs, err := s.besidePeak(ctx, s.Threads, work, func() (float64, error) { return t.seconds(ctx, times) })
	return rate(fmt.Sprintf("%s, one layer, B%dxT%d, %s", name, s.long.Spec.Batch, m.Context, s.on(s.Threads)), "GFLOP/s", peakIs, work, pairs), err
}
