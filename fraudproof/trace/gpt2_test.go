package trace_test

import (
	"encoding/json"
	"flag"
	"fmt"
	"runtime"
	"runtime/debug"
	"syscall"
	"testing"
	"time"

	"github.com/commonweight/commonweight/fraudproof/match"
	"github.com/commonweight/commonweight/fraudproof/trace"
	"github.com/commonweight/commonweight/fraudproof/trace/tracetest"
	"github.com/commonweight/commonweight/train/engine"
	"github.com/commonweight/commonweight/train/program"
)

var (
	gpt2Batch  = flag.Int("batch", 0, "samples of 64 tokens in a step of GPT-2 124M whose lists are computed (make lists-124m)")
	gpt2Engine = flag.String("tracer", engine.Auto, "what computes them")
)

// TestListsOfGPT2 computes what one side of a dispute about GPT-2 124M opens, and says how long each list takes.
func TestListsOfGPT2(t *testing.T) {
	if *gpt2Batch == 0 {
		t.Skip("seconds on vector units, minutes without: make lists-124m")
	}
	p, payload := gpt2Step(t, *gpt2Batch)
	clock := stopwatch(t)
	pre := p.Genesis()
	clock("genesis")
	e, err := engine.Open(*gpt2Engine, p, payload, runtime.NumCPU())
	if err != nil {
		t.Fatal(err)
	}
	tracer, err := engine.OpenTracer(*gpt2Engine, p, payload, runtime.NumCPU())
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _, _ = e.Close(), tracer.Close() }()
	clock("engines")
	w, err := trace.NewWindow(trace.Source{Program: p, Payload: payload, Pre: pre, Steps: 1, Stepper: e, Tracer: tracer})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.History(t.Context()); err != nil {
		t.Fatal(err)
	}
	clock("history")
	entries, err := w.Trace(t.Context(), 0)
	if err != nil {
		t.Fatal(err)
	}
	clock("trace, " + tracer.Name())
	playGPT2(t, w, clock)
	for _, name := range []string{"wte.weight.grad", "wte.weight", "logits", "state"} {
		o := operator(t, p, name)
		out, err := w.Output(t.Context(), 0, o)
		if err != nil {
			t.Fatal(err)
		}
		if out.List().Root() != entries[1+o] {
			t.Fatalf("%s: another root", name)
		}
		clock("output of " + name)
	}
	if *gpt2Batch == 4 && *gpt2Engine == engine.Auto {
		var want published
		read(t, "gpt2-124m-roots.json", &want)
		if got := entries[len(entries)-1].String(); got != want.Steps[1].Root {
			t.Errorf("the step ends in %s, the published one in %s", got, want.Steps[1].Root)
		}
	}
}

// playGPT2 plays a match about 16 terms of one of 124 million weights, both sides' lists being computed as their solvers ask for them.
func playGPT2(t *testing.T, w *trace.Window, clock func(part string)) {
	const name, row, column = "h.3.mlp.c_proj.weight.grad", 12, 40
	o := operator(t, w.Program, name)
	tile, word := trace.Place(w.Program.Operators[o].Out, row*w.Program.Operators[o].Out.W+column)
	lie := tracetest.Lie{Step: 1, Operator: o, Tile: tile, Word: word, Block: 2, Flip: 1 << 20}
	liar, err := tracetest.Tell(t.Context(), w, lie)
	if err != nil {
		t.Fatal(err)
	}
	clock("lie in " + name)
	postRoot(t, liar, 1)
	clock("the liar's history")
	g, moves := play(t, w, liar, match.Challenger, func(m match.Move) { clock(fmt.Sprintf("%T", m)) })
	if at := placeOf(g); at != lie.At() {
		t.Errorf("the match ended at %+v, the lie is at %+v", at, lie.At())
	}
	if g.Outcome != match.CommitterConvicted {
		t.Errorf("%d moves: %s", moves, g.Outcome)
	}
}

// gpt2Step is the published run of GPT-2 124M with another batch.
func gpt2Step(t testing.TB, batch int) (*program.Program, []byte) {
	t.Helper()
	var spec map[string]any
	if err := json.Unmarshal(gpt2().Spec, &spec); err != nil {
		t.Fatal(err)
	}
	spec["batch"] = batch
	raw, err := json.Marshal(spec)
	if err != nil {
		t.Fatal(err)
	}
	s, err := program.ParseSpec(raw)
	if err != nil {
		t.Fatal(err)
	}
	p, err := program.Compile(s)
	if err != nil {
		t.Fatal(err)
	}
	return p, philoxTokens(gpt2Tokens, s.Seed, uint32(s.Model.Vocabulary))
}

func operator(t testing.TB, p *program.Program, name string) int {
	t.Helper()
	for o := range p.Operators {
		if p.Operators[o].Name == name {
			return o
		}
	}
	t.Fatalf("no operator %s", name)
	return 0
}

// stopwatch says how long each part took, by the clock and by the processors, and how much memory the process ever had.
func stopwatch(t testing.TB) func(part string) {
	spent := func() (use syscall.Rusage, seconds float64) {
		_ = syscall.Getrusage(syscall.RUSAGE_SELF, &use)
		return use, float64(use.Utime.Nano()+use.Stime.Nano()) / 1e9
	}
	began := time.Now()
	_, before := spent()
	return func(part string) {
		use, after := spent()
		t.Logf("%-32s %7.2f s, %7.2f processor seconds, peak %.2f GiB", part, time.Since(began).Seconds(), after-before, float64(use.Maxrss)/(1<<20))
		debug.FreeOSMemory() // what one part leaves isn't the next one's
		_, before = spent()
		began = time.Now()
	}
}
