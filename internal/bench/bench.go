package bench

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"runtime"
	"slices"
	"strings"
	"time"

	"github.com/commonweight/commonweight/train/engine"
	"github.com/commonweight/commonweight/train/engine/cpu"
	"github.com/commonweight/commonweight/train/program"
)

// Row is one line of the table.
type Row struct {
	Name      string  `json:"name"`
	Value     float64 `json:"value"` // median
	Unit      string  `json:"unit"`
	Reference float64 `json:"reference"` // median of the reference, in the same unit
	Ratio     float64 `json:"ratio"`     // speed relative to the reference's, above 1 is faster: median over the pairs, not of the medians
	Against   string  `json:"against"`   // what the reference is
}

// Options say what to measure.
type Options struct {
	Engine    string // avx512, avx2, auto (both, where the machine has them) or cuda
	Threads   int    // of step, state root and memory; products take 1 and 2
	Quick     bool   // a small model and few pairs: to see that everything runs
	Yardstick string // the program that calls OpenBLAS (tools/bench)
	Python    string // a Python that has PyTorch
	Script    string // what takes steps in it (tools/interop/step.py)
}

// suite is one run of all measurements.
type suite struct {
	Options
	engine  string           // avx512 or avx2
	pairs   int              // how often each row is measured; odd
	sample  float64          // seconds that one lasts at least, so that waking threads and reading clocks don't count
	settle  time.Duration    // what OpenBLAS's threads get to fall asleep: they spin after a call, on the cores that we measure on next
	program *program.Program // B4xT64
	long    *program.Program // B4xT256
	held    *held            // program's state
	peaks   peaks            // of all suites of the run
	payload []byte
	row     func(Row)
	note    func(string)
}

// Run measures and hands over each row as soon as it is known, and a line for what is left out.
//
// Errors: engine.ErrUnknown or an unsupported level; the context's.
func Run(ctx context.Context, o Options, row func(Row), note func(string)) error {
	s := &suite{Options: o, pairs: 7, sample: 0.015, settle: 40 * time.Millisecond, row: row, note: note}
	model := program.Model{Kind: program.ModelGPT, Layers: 12, Width: 768, Heads: 12, Context: 64, Vocabulary: 50257}
	if o.Quick {
		s.pairs, s.sample, s.settle = 1, 0.0005, time.Millisecond
		model = program.Model{Kind: program.ModelGPT, Layers: 2, Width: 64, Heads: 2, Context: 32, Vocabulary: 500}
	}
	var err error
	if s.program, s.payload, err = run(model); err != nil {
		return err
	}
	if name, _, _ := strings.Cut(o.Engine, ":"); name == engine.CUDA {
		return s.onGPU(ctx)
	}
	model.Context *= 4
	if s.long, _, err = run(model); err != nil {
		return err
	}
	s.held, s.peaks = &held{}, peaks{}
	if s.engine, err = level(o.Engine, s.program, s.payload); err != nil {
		return err
	}
	if load, ok := busy(); ok {
		note(fmt.Sprintf("this machine is busy (load %.1f on %d cores): values are too low, and rows on several threads say little", load, runtime.NumCPU()))
	}
	suites := []*suite{s}
	all := []func(context.Context) error{s.products, s.pauses, s.attention, s.memory, s.step, s.verification, s.pytorch}
	if o.Engine == engine.Auto && s.engine == engine.AVX512 {
		second := *s
		second.engine = engine.AVX2
		suites = append(suites, &second)
		all = append(all, second.products, second.attention, second.step)
	}
	for _, measure := range append(all, s.hashing) {
		for _, one := range suites {
			if err := one.look(one.Threads); err != nil {
				return err
			}
		}
		if err := measure(ctx); err != nil {
			return err
		}
	}
	return nil
}

// held is a state that the suites of all levels train on, because making one takes longer than a step.
type held struct{ state *program.State }

func (s *suite) state() *program.State {
	if s.held.state == nil {
		s.held.state = s.program.Genesis()
	}
	return s.held.state
}

// on is the end of a row's name: the threads, and the level unless it is this machine's best.
func (s *suite) on(threads int) string {
	if s.Options.Engine == engine.Auto && s.engine == engine.AVX2 && cpu.Supported(engine.AVX512) {
		return plural(threads) + ", " + s.engine
	}
	return plural(threads)
}

// busy tells whether others want the cores that we measure on, where the system says so.
func busy() (load float64, ok bool) {
	text, err := os.ReadFile("/proc/loadavg")
	if err != nil {
		return 0, false
	}
	_, err = fmt.Sscan(string(text), &load)
	return load, err == nil && load > 0.5*float64(runtime.NumCPU())
}

// level resolves auto and refuses what has no kernels of its own to measure.
func level(name string, p *program.Program, payload []byte) (string, error) {
	if name == engine.Auto {
		name = engine.CPU
	}
	e, err := engine.Open(name, p, payload, 1)
	if err != nil {
		return "", err
	}
	if name = e.Name(); name == engine.Portable {
		err = fmt.Errorf("%w to measure: this one is the reference and made to be read; bench takes %s, %s or %s", engine.ErrUnknown, engine.AVX512, engine.AVX2, engine.CUDA)
	}
	if closing := e.Close(); err == nil {
		err = closing
	}
	return name, err
}

// run is a run of 4 samples a step on random tokens.
func run(m program.Model) (*program.Program, []byte, error) {
	random := rand.New(rand.NewPCG(1, 1))
	payload := make([]byte, 1<<16)
	for i := range payload {
		payload[i] = byte(random.Uint32())
	}
	root := program.Digest{}
	p, err := program.Compile(program.Spec{
		Version: 1, Name: "bench", Profile: program.ProfileF32, TreeHash: program.HashSHA256, Seed: 1, Model: m,
		Optimiser: program.Optimiser{
			Kind: program.OptimiserAdamW, Beta1: "0.9", Beta2: "0.95", Epsilon: "1e-8", WeightDecay: "0.1", Clip: "1",
			LearningRate: program.Schedule{Kind: program.ScheduleConstant, Peak: "1e-4"},
		},
		Dataset: program.Dataset{Kind: program.DatasetTokens, CID: "x", Root: root, Bytes: len(payload), TokenBytes: 2, Stride: m.Context},
		Genesis: program.Genesis{Kind: program.GenesisSeed}, Batch: 4, Steps: 1 << 10, Window: 1, KeyFrames: 1,
	}.Unregistered())
	return p, payload, err
}

// pair are the seconds of the same work, done by us and by the reference, one after the other.
type pair struct{ ours, reference float64 }

// measure takes pairs, in turns with us first and the reference first, and drops what the first one had to warm up.
func (s *suite) measure(ctx context.Context, ours, reference func() (float64, error)) ([]pair, error) {
	var pairs []pair
	for i := range s.pairs + 1 {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		var p pair
		order := []func() error{
			func() (err error) { p.ours, err = ours(); return err },
			func() (err error) { p.reference, err = reference(); return err },
		}
		if i%2 == 1 {
			slices.Reverse(order)
		}
		for _, take := range order {
			if err := take(); err != nil {
				return nil, err
			}
		}
		if i > 0 {
			pairs = append(pairs, p)
		}
	}
	return pairs, nil
}

// rate is the row of pairs that each did so much work, in billions of units a second.
func rate(name, unit, against string, work float64, pairs []pair) Row {
	row := of(name, unit, against, pairs, func(seconds float64) float64 { return work / seconds / 1e9 })
	return row
}

// millis is the row of pairs by their time.
func millis(name, against string, pairs []pair) Row {
	return of(name, "ms", against, pairs, func(seconds float64) float64 { return 1000 * seconds })
}

func of(name, unit, against string, pairs []pair, show func(seconds float64) float64) Row {
	var ours, reference, ratios []float64
	for _, p := range pairs {
		ours, reference, ratios = append(ours, show(p.ours)), append(reference, show(p.reference)), append(ratios, p.reference/p.ours)
	}
	return Row{name, median(ours), unit, median(reference), median(ratios), against}
}

func median(values []float64) float64 {
	slices.Sort(values)
	n := len(values)
	if n == 0 {
		return 0 // the measurement was cancelled
	}
	if n%2 == 0 {
		return (values[n/2-1] + values[n/2]) / 2
	}
	return values[n/2]
}
