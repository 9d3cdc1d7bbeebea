package simulate

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/commonweight/commonweight/internal/chain/evm"
)

// Options say what to play.
type Options struct {
	Seed     uint64
	Names    []string                        // of scenarios; none: all of them
	Quick    bool                            // fewer draws and shorter runs, for tests
	Progress func(string)                    // told what is being played; may be nil
	Played   func(name string, c *evm.Chain) // shown the chain of every scenario and aside once it is over; may be nil
	Sent     func(c *evm.Chain)              // shown the chain after every transaction; may be nil
}

// ErrUnknown says that there is no scenario of a name.
var ErrUnknown = errors.New("no such scenario")

// Report is everything that was found out.
type Report struct {
	Seed      uint64    `json:"seed"`
	Date      string    `json:"date,omitempty"`    // on which it was played, if that is told
	Machine   string    `json:"machine,omitempty"` // its class
	Numbers   []Figure  `json:"numbers"`           // of the run that was simulated
	Scenarios []*Result `json:"scenarios"`
}

// Result is what came of one scenario.
type Result struct {
	Name    string   `json:"name"`
	Promise string   `json:"promise"`
	Broken  []string `json:"broken,omitempty"` // what didn't come out as promised
	Figures []Figure `json:"figures,omitempty"`
	Tables  []Table  `json:"tables,omitempty"`
	Hours   float64  `json:"hours"` // of chain time
	Plots   []Plot   `json:"plots,omitempty"`
}

// Figure is one number.
type Figure struct {
	Name  string  `json:"name"`
	Value float64 `json:"value"`
	Unit  string  `json:"unit"`
}

// Table is many.
type Table struct {
	Title   string     `json:"title"`
	Columns []string   `json:"columns"`
	Rows    [][]string `json:"rows"`
}

// show shows what has been played to whoever wants to see it.
func (w *world) show() {
	if w.played != nil {
		w.played(w.out.Name, w.Chain)
	}
}

// Broken says whether anything differs from what is promised.
func (r *Report) Broken() bool {
	for _, s := range r.Scenarios {
		if len(s.Broken) > 0 {
			return true
		}
	}
	return false
}

// scenario is a script.
type scenario struct {
	name    string
	promise string
	play    func(w *world)
}

// Names lists the scenarios in the order they are played.
func Names() []string {
	var names []string
	for _, s := range scenarios() {
		names = append(names, s.name)
	}
	return names
}

// Run plays scenarios, each on a chain of its own.
//
// Errors: ErrUnknown; trouble that says nothing about a promise.
func Run(ctx context.Context, o Options) (*Report, error) {
	chosen, err := choose(o.Names)
	if err != nil {
		return nil, err
	}
	t, err := compute(ctx)
	if err != nil {
		return nil, err
	}
	report, err := o.playAll(ctx, t, chosen)
	return report, errors.Join(err, t.close())
}

func (o Options) playAll(ctx context.Context, t *truth, chosen []scenario) (*Report, error) {
	base, err := newWorld(ctx, t, o.Seed)
	if err != nil {
		return nil, err
	}
	report := &Report{Seed: o.Seed, Numbers: base.numbers()}
	for _, s := range chosen {
		begun := time.Now()
		w := base.scene(s.name, o.Seed)
		w.quick, w.played, w.sent = o.Quick, o.Played, o.Sent
		w.out.Promise = s.promise
		if err := w.playOne(s); err != nil {
			return report, fmt.Errorf("scenario %s: %w", s.name, err)
		}
		report.Scenarios = append(report.Scenarios, w.out)
		if o.Progress != nil {
			o.Progress(fmt.Sprintf("%-18s %6.1f h of chain time in %4.1f s%s", s.name, w.out.Hours, time.Since(begun).Seconds(), verdictOf(w.out)))
		}
	}
	return report, nil
}

func verdictOf(r *Result) string {
	if len(r.Broken) > 0 {
		return ": NOT AS PROMISED"
	}
	return ""
}

// playOne plays a script. One that the contracts stop breaks its promise.
func (w *world) playOne(s scenario) error {
	begun := w.Now()
	var err error
	func() {
		defer caught(&err)
		s.play(w)
		w.audit()
	}()
	w.out.Hours += float64(w.Now()-begun) / hour
	w.show()
	if err != nil {
		if w.ctx.Err() != nil {
			return w.ctx.Err()
		}
		w.broken("the script ended early: %v", err)
	}
	return nil
}

func choose(names []string) ([]scenario, error) {
	all := scenarios()
	if len(names) == 0 {
		return all, nil
	}
	var chosen []scenario
	for _, name := range names {
		found := false
		for _, s := range all {
			if s.name == name {
				chosen, found = append(chosen, s), true
			}
		}
		if !found {
			return nil, fmt.Errorf("%w: %q is none of %v", ErrUnknown, name, Names())
		}
	}
	return chosen, nil
}

// figure notes a number.
func (w *world) figure(name string, value float64, unit string) {
	w.out.Figures = append(w.out.Figures, Figure{name, value, unit})
}

// numbers are those of the run.
func (w *world) numbers() []Figure {
	v := coins(rewardStep) * steps * pending
	return []Figure{
		{"steps of a window, k", steps, ""},
		{"reward of a window, W", steps * coins(rewardStep), "coins"},
		{"cost of a window's replay", coins(replayCost), "coins"},
		{"unfinal windows, at most", pending, ""},
		{"V, unfinal rewards at stake", v, "coins"},
		{"bond B, without court fee", coins(w.bond()), "coins"},
		{"bond of a challenge, with court fee", coins(w.challengeBond()), "coins"},
		{"court fee", coins(w.courtFee()), "coins"},
		{"stake of a seat", coins(seatStake), "coins"},
		{"fee of a seat", coins(jurorFee), "coins"},
		{"base fee", coins(baseFee) * 1e9, "gwei"},
		{"gas price cap", coins(gasPriceCap) * 1e9, "gwei"},
	}
}
