package bench

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"os/exec"
	"slices"
	"strings"

	"github.com/commonweight/commonweight/train/engine"
	"github.com/commonweight/commonweight/train/engine/cuda"
	"github.com/commonweight/commonweight/train/program"
)

// gpu is one run of all measurements of a GPU. Times are the device's own, of its events; each is the median of some. References are measured
// after ours, not in turns: another program has the device then.
type gpu struct {
	*suite
	device    cuda.Device
	reference map[string]float64 // of PyTorch on the same GPU, seconds by name; nil: not measured
}

// onGPU measures products against cuBLAS, the step of GPT-2 124M on B4xT1024 against PyTorch, hashing, and all against the peak.
func (s *suite) onGPU(ctx context.Context) error {
	g := &gpu{suite: s}
	m := program.Model{Kind: program.ModelGPT, Layers: 12, Width: 768, Heads: 12, Context: 1024, Vocabulary: 50257}
	if s.Quick {
		m = program.Model{Kind: program.ModelGPT, Layers: 1, Width: 64, Heads: 2, Context: 32, Vocabulary: 500}
	}
	p, payload, err := run(m)
	if err != nil {
		return err
	}
	if err := g.steps(ctx, p, payload); err != nil {
		return err
	}
	if err := g.products(ctx, "product", p, productNames); err != nil {
		return err
	}
	return g.products(ctx, "attention product", p, attentionNames)
}

// profile opens a program on the GPU and measures it.
func (g *gpu) profile(ctx context.Context, p *program.Program, payload []byte, s *program.State) (profile cuda.Profile, err error) {
	e, err := engine.Open(g.Options.Engine, p, payload, 1)
	if err != nil {
		return profile, err
	}
	defer func() { err = errors.Join(err, e.Close()) }()
	c, ok := e.(engine.GPU)
	if !ok {
		return profile, fmt.Errorf("%w: %s is no GPU", engine.ErrUnknown, e.Name())
	}
	g.device = c.Device()
	return c.Profile(ctx, s, 2*g.pairs+1)
}

// steps measures the step and its state root, beside the peak and the step.
func (g *gpu) steps(ctx context.Context, p *program.Program, payload []byte) error {
	profile, err := g.profile(ctx, p, payload, p.Genesis())
	if err != nil {
		return err
	}
	step, roots := median(profile.Step), median(profile.Roots)
	rate := work(p) / step / 1e9
	name := "step of " + describe(p) + ", " + g.device.Name
	g.row(Row{name, rate, "GFLOP/s", g.device.Peak, rate / g.device.Peak, "the device's peak of multiply-adds at its highest clock"})
	bytes := 0
	for _, t := range p.StateLayout {
		bytes += 4 * t.Shape.Words()
	}
	window := windowSteps * step
	g.row(Row{"roots of the state, hashed on the device", roots * 1e3, "ms", window * 1e3, window / roots, fmt.Sprintf("%d steps", windowSteps)})
	g.note(fmt.Sprintf("the state has %.2f GB: hashed at %.1f GB/s", float64(bytes)/1e9, float64(bytes)/roots/1e9))
	if err := g.replay(ctx, p, payload, step); err != nil {
		return err
	}
	if err := g.ask(ctx, p); err != nil {
		return err
	}
	for _, how := range []string{"fp32 eager", "fp32 compiled", "tf32 eager", "bf16 eager"} {
		if seconds, ok := g.reference["step "+how]; ok {
			g.row(Row{name, step * 1e3, "ms", seconds * 1e3, seconds / step, "PyTorch, " + how})
		} else {
			g.note("unmeasured: the step against PyTorch, " + how)
		}
	}
	return nil
}

// replay is what the same step takes those who check it without a GPU.
func (g *gpu) replay(ctx context.Context, p *program.Program, payload []byte, step float64) error {
	e, err := engine.Open(engine.CPU, p, payload, g.Threads)
	if err != nil {
		return err
	}
	s := p.Genesis()
	var seconds float64
	for range 2 { // the first touches fresh memory
		if err == nil {
			seconds, err = timed(func() error { return e.Step(ctx, s) })
		}
	}
	if err := errors.Join(err, e.Close()); err != nil {
		return err
	}
	g.row(Row{fmt.Sprintf("replay of the step by %s, %s", e.Name(), plural(g.Threads)), seconds, "s", step, step / seconds, "the GPU's step"})
	return nil
}

// ask lets PyTorch measure the same products and the same step.
func (g *gpu) ask(ctx context.Context, p *program.Program) error {
	g.reference = map[string]float64{}
	m := p.Spec.Model
	args := []string{"tools/interop/gpu.py", fmt.Sprint(g.device.Number), fmt.Sprintf("%d,%d,%d,%d,%d,%d", m.Layers, m.Width, m.Heads, m.Vocabulary, m.Context, p.Spec.Batch)}
	for _, name := range append(slices.Clone(productNames), attentionNames...) {
		if _, o := find(p, name); o != nil {
			x := shapeOf(o)
			args = append(args, fmt.Sprintf("%s,%d,%d,%d,%d,%t,%t", name, x.matrices(), x.m, x.n, x.k, x.transA, x.transB))
		}
	}
	out, err := exec.CommandContext(ctx, g.Python, args...).Output()
	if err == nil {
		err = json.Unmarshal(out, &g.reference)
	}
	if err != nil {
		reason := err.Error()
		if exit := (*exec.ExitError)(nil); errors.As(err, &exit) {
			lines := strings.Split(strings.TrimSpace(string(exit.Stderr)), "\n")
			reason = lines[len(lines)-1]
		}
		g.note("cuBLAS and PyTorch are left out: " + reason)
	}
	return ctx.Err()
}

// products measures each against cuBLAS, or against the peak where that is unmeasured.
func (g *gpu) products(ctx context.Context, what string, p *program.Program, names []string) error {
	sum, counted := 0.0, 0
	for _, name := range names {
		t, err := g.operators(p, name)
		if err != nil {
			return err
		}
		profile, err := g.profile(ctx, t.program(), nil, t.state)
		if err != nil {
			return err
		}
		x := shapeOf(&t.operators[0])
		ours := x.work() / median(profile.Step) / 1e9
		row := Row{fmt.Sprintf("%s %s %s", what, name, x), ours, "GFLOP/s", g.device.Peak, ours / g.device.Peak, "the device's peak"}
		if seconds, ok := g.reference[name]; ok {
			theirs := x.work() / seconds / 1e9
			row.Reference, row.Ratio, row.Against = theirs, ours/theirs, "cuBLAS, TF32 off"
			sum, counted = sum+math.Log(ours/theirs), counted+1
		}
		g.row(row)
	}
	if counted == len(names) {
		mean := math.Exp(sum / float64(counted))
		g.row(Row{what + ", geometric mean", mean, "", 1, mean, "cuBLAS, TF32 off"})
	} else {
		g.note("unmeasured: " + what + " against cuBLAS")
	}
	return nil
}
