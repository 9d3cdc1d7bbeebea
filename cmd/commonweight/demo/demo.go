package demo

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"os"
	"path/filepath"
	"time"

	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/plot"
	"github.com/commonweight/commonweight/train/checkpoint"
	"github.com/commonweight/commonweight/train/program"
)

// lossSteps is how many of the first and the last steps are compared.
const lossSteps = 8

// Run plays the demo and writes report.json, loss.svg, model.safetensors and demo.log into the output folder.
//
// Errors: what went wrong, or that a promise did not hold; the report says which.
func Run(ctx context.Context, config Config) (*Report, error) {
	began := time.Now()
	d := newDisplay(config.Console)
	report, err := run(ctx, config, d)
	d.close()
	if err != nil {
		return nil, err
	}
	report.Seconds = int(time.Since(began).Seconds())
	if err := report.save(config.Out); err != nil {
		return nil, err
	}
	if broken := report.Broken(); broken > 0 {
		return report, fmt.Errorf("%w: %d of %d, see report.json", ErrBroken, broken, len(report.Promises))
	}
	return report, os.RemoveAll(filepath.Join(config.Out, "work"))
}

func run(ctx context.Context, config Config, d display) (report *Report, err error) {
	s, err := set(ctx, config, d)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, s.strike()) }()

	w, losses := newWorld(d, s.plan.Spec), newLossBook()
	for _, a := range s.actors {
		w.names[a.account.Address()] = a.name
	}
	d.status(func(t *status) { t.windows = len(windowsOf(s.plan.Spec)) })
	after := func(context.Context, *Report) error { return nil }
	if config.attach != nil {
		if after, err = config.attach(ctx, s); err != nil {
			return nil, err
		}
	}
	if err := play(ctx, s, w, losses); err != nil {
		return nil, err
	}

	w.act("the audit: a replay that trusts nobody")
	t, err := replayAll(ctx, s, func(int) {})
	if err != nil {
		return nil, err
	}
	accounts, err := s.accounts(ctx, w)
	if err != nil {
		return nil, err
	}
	promises, err := audit(ctx, s, w, t, accounts)
	if err != nil {
		return nil, err
	}
	report = s.report(w, losses, t)
	report.Accounts, report.Promises = accounts, promises
	audits, err := s.client.Record(ctx, s.run)
	if err != nil {
		return nil, err
	}
	report.Audits = Audits{Tasks: audits.Tasks, Answered: audits.Answered, Right: audits.Right}
	return report, errors.Join(s.publish(report, t), after(ctx, report))
}

// accounts adds up what each actor has now.
func (s *stage) accounts(ctx context.Context, w *world) ([]Account, error) {
	gas, err := s.client.GasPaid(ctx, 1, s.client.Latest().Number)
	if err != nil {
		return nil, err
	}
	var accounts []Account
	for _, a := range s.actors {
		who := a.account.Address()
		balance, err := s.client.Balance(ctx, who)
		if err != nil {
			return nil, err
		}
		credit, err := s.client.Credit(ctx, who, chain.Native)
		if err != nil {
			return nil, err
		}
		deposit, err := s.client.Validator(ctx, who)
		if err != nil {
			return nil, err
		}
		paid := gas[who]
		if paid == nil {
			paid = new(big.Int)
		}
		after := sum(balance, credit, deposit.Stake)
		story := condense(w.stories[who])
		if n := w.earned(who); n > 0 {
			story = append([]string{fmt.Sprintf("windows that became final: %d", n)}, story...)
		}
		accounts = append(accounts, Account{
			Name: a.name, Role: a.role, Honest: a.honest, Address: who, Before: a.before, After: after, Gas: paid,
			Result: new(big.Int).Sub(sum(after, paid), a.before), Story: story,
		})
	}
	return accounts, nil
}

// condense joins lines that say the same.
func condense(lines []string) []string {
	var out []string
	count := make(map[string]int)
	for _, line := range lines {
		if count[line]++; count[line] == 1 {
			out = append(out, line)
		}
	}
	for i, line := range out {
		if n := count[line]; n > 1 {
			out[i] = fmt.Sprintf("%s (%d times)", line, n)
		}
	}
	return out
}

// report gathers everything but accounts and promises.
func (s *stage) report(w *world, losses *lossBook, t *truth) *Report {
	facts := s.plan.Terms.Facts
	r := &Report{
		FinalStateRoot: t.post[len(t.post)-1],
		Run: RunFacts{ID: s.run, SpecHash: facts.SpecHash, DatasetRoot: facts.DatasetRoot, GenesisRoot: facts.GenesisRoot,
			Seed: s.plan.Spec.Seed, Parameters: parameters(s.plan.Program), Steps: s.plan.Spec.Steps},
		Loss:    compare(t.losses),
		Threads: s.config.Threads,
	}
	r.Engine, _ = s.actor(nameHonest).replica.Engines()
	for _, c := range w.commits {
		first := c.Window * uint64(s.plan.Spec.Window)
		r.Windows = append(r.Windows, Window{
			Window: c.Window, Commitment: c.Commitment, Committer: c.Committer, By: w.name(c.Committer), Status: w.fate(c.Commitment),
			FirstStep: first, Steps: c.Steps, PostRoot: c.PostRoot, Loss: losses.of(c, first),
		})
	}
	return r
}

func compare(losses []float32) LossReport {
	mean := func(some []float32) float64 {
		total := 0.0
		for _, l := range some {
			total += float64(l)
		}
		return total / float64(len(some))
	}
	n := min(lossSteps, len(losses))
	r := LossReport{First: mean(losses[:n]), Last: mean(losses[len(losses)-n:])}
	r.Ratio = r.Last / r.First
	return r
}

// publish writes the plot and the model.
func (s *stage) publish(r *Report, t *truth) error {
	picture, err := os.Create(filepath.Join(s.config.Out, "loss.svg"))
	if err != nil {
		return err
	}
	if err := errors.Join(r.picture(t).WriteSVG(picture), picture.Close()); err != nil {
		return fmt.Errorf("draw the loss: %w", err)
	}
	model, err := os.Create(filepath.Join(s.config.Out, "model.safetensors"))
	if err != nil {
		return err
	}
	if err := errors.Join(checkpoint.ExportModel(model, s.plan.Program, t.final), model.Close()); err != nil {
		return fmt.Errorf("export the model: %w", err)
	}
	return nil
}

// picture is the loss as it stands, and what was thrown out on the way.
func (r *Report) picture(t *truth) plot.Loss {
	p := plot.Loss{Title: fmt.Sprintf("Loss of run %d, %d parameters", r.Run.ID, r.Run.Parameters)}
	for step, loss := range t.losses {
		p.Points = append(p.Points, plot.Point{Step: step, Loss: float64(loss)})
	}
	for _, w := range r.Windows {
		if w.Status == "finalised" {
			continue
		}
		thrown := plot.Window{First: int(w.FirstStep), Last: int(w.FirstStep) + int(w.Steps) - 1, Label: w.Status}
		for i, loss := range w.Loss {
			thrown.Points = append(thrown.Points, plot.Point{Step: thrown.First + i, Loss: float64(loss)})
		}
		// Neighbours of one fate are one region: their labels would lie on one another.
		if n := len(p.Rejected); n > 0 && p.Rejected[n-1].Label == thrown.Label && p.Rejected[n-1].Last+1 == thrown.First {
			p.Rejected[n-1].Last = thrown.Last
			p.Rejected[n-1].Points = append(p.Rejected[n-1].Points, thrown.Points...)
			continue
		}
		p.Rejected = append(p.Rejected, thrown)
	}
	return p
}

// earned counts the final windows of a worker.
func (w *world) earned(worker chain.Address) int {
	n := 0
	for _, c := range w.commits {
		if c.Committer == worker && w.final[c.Commitment] {
			n++
		}
	}
	return n
}

// fate is where a commitment ended.
func (w *world) fate(commitment chain.Hash) string {
	switch {
	case w.final[commitment]:
		return "finalised"
	case w.rejected[commitment]:
		return "rejected"
	}
	return "voided"
}

func (w *world) act(text string) { w.display.status(func(s *status) { s.act = text }) }

// first is the oldest commitment.
func (w *world) first() chain.Hash {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.commits[0].Commitment
}

// windowsOf lists the first steps of a run's windows.
func windowsOf(spec program.Spec) []int {
	var first []int
	for step := 0; step < spec.Steps; step += spec.Window {
		first = append(first, step)
	}
	return first
}

func parameters(p *program.Program) int {
	n := 0
	for _, t := range p.StateLayout[:p.Parameters] {
		n += t.Shape.Words()
	}
	return n
}
