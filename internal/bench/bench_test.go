package bench

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"math"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/commonweight/commonweight/train/engine"
	"github.com/commonweight/commonweight/train/engine/cuda"
	"github.com/commonweight/commonweight/train/engine/portable"
	"github.com/commonweight/commonweight/train/program"
)

// The test's own binary plays the program that calls OpenBLAS, if the variable is set.
const playing = "BENCH_TEST_YARDSTICK"

func TestMain(m *testing.M) {
	if os.Getenv(playing) == "" {
		os.Exit(m.Run())
	}
	if core := os.Getenv("OPENBLAS_CORETYPE"); core == "SkylakeX" {
		os.Exit(1) // as on a machine without it
	}
	if len(os.Args) > 1 { // PyTorch
		fmt.Println("ready 2.0")
		for lines := bufio.NewScanner(os.Stdin); lines.Scan(); {
			fmt.Println("0.25")
		}
		return
	}
	fmt.Println("ready", os.Getenv("OPENBLAS_CORETYPE"))
	seconds := map[string]string{"Haswell": "2", "Zen": "1"}[os.Getenv("OPENBLAS_CORETYPE")]
	for lines := bufio.NewScanner(os.Stdin); lines.Scan(); {
		fmt.Println(seconds)
	}
}

func vectorEngine(t *testing.T) {
	t.Helper()
	if engine.Second(engine.Portable) == engine.Portable {
		t.Skip("this machine has no AVX2")
	}
}

// quick runs the small suite and returns its rows and notes.
func quick(t *testing.T, yardstick string) (rows []Row, notes []string) {
	t.Helper()
	vectorEngine(t)
	err := Run(t.Context(), Options{Engine: engine.Auto, Threads: 2, Quick: true, Yardstick: yardstick, Python: yardstick, Script: "step.py"},
		func(r Row) { rows = append(rows, r) },
		func(n string) {
			if !strings.Contains(n, "this machine is busy") {
				notes = append(notes, n)
			}
		})
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rows {
		for _, x := range []float64{r.Value, r.Reference, r.Ratio} {
			if !(x > 0) || math.IsInf(x, 0) {
				t.Errorf("%+v", r)
			}
		}
		if r.Name == "" || r.Unit == "" || r.Against == "" {
			t.Errorf("%+v", r)
		}
	}
	return rows, notes
}

func TestEverythingIsMeasured(t *testing.T) {
	t.Setenv(playing, "1")
	path, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	rows, notes := quick(t, path)
	want := fixedRows + levels()*(2*(len(productNames)+1+len(attentionNames)+1)+levelRows) + 1
	if len(rows) != want || len(notes) != 0 {
		t.Errorf("%d rows, want %d; notes %q", len(rows), want, notes)
	}
	names := map[string]bool{}
	for _, r := range rows {
		if names[r.Name+r.Unit+r.Against] {
			t.Errorf("%s twice", r.Name)
		}
		names[r.Name+r.Unit+r.Against] = true
	}
	if !strings.HasPrefix(rows[0].Name, "product h.0.attn.qkv.matmul NN 128x192x64, 1 thread") || rows[0].Against != "OpenBLAS Zen" {
		t.Errorf("%+v", rows[0])
	}
}

// Rows of every level: attention and steps. Rows of the machine: a pause, memory, fetch, verification, three of state roots, the step of long samples.
var (
	levelRows = len(attentionRows) + 2
	fixedRows = 1 + len(memoryRows) + 2 + 2 + 2
)

// levels counts what this machine shows with --engine auto.
func levels() int {
	if engine.Second(engine.CPU) == engine.AVX2 {
		return 2
	}
	return 1
}

func TestWithoutYardsticks(t *testing.T) {
	rows, notes := quick(t, "./no-such-program")
	if want := fixedRows + levels()*levelRows; len(rows) != want || len(notes) != 1+levels() {
		t.Fatalf("%d rows, want %d; notes %q", len(rows), want, notes)
	}
	for i, note := range notes {
		if want := []string{"run make bench", "PYTHON=", "run make bench"}[i]; !strings.Contains(note, want) {
			t.Errorf("note %q doesn't say %q", note, want)
		}
	}
	if _, err := startPyTorch(t.Context(), "/bin/true", "step.py", program.Model{}, 1, 1); !errors.Is(err, errYardstick) || !strings.Contains(err.Error(), "PYTHON=") {
		t.Errorf("a Python without PyTorch: %v", err)
	}
	_, err := startYardstick(t.Context(), "/bin/true", "Zen", 1)
	if !errors.Is(err, errYardstick) || !strings.Contains(err.Error(), "apt-get install libopenblas0") {
		t.Errorf("a program without OpenBLAS: %v", err)
	}
}

func TestRefuses(t *testing.T) {
	for _, name := range []string{engine.Portable, "gpu"} {
		err := Run(t.Context(), Options{Engine: name, Threads: 1, Quick: true}, func(Row) {}, func(string) {})
		if !errors.Is(err, engine.ErrUnknown) {
			t.Errorf("%s: %v", name, err)
		}
	}
	vectorEngine(t)
	ctx, stop := context.WithCancel(t.Context())
	stop()
	err := Run(ctx, Options{Engine: engine.Auto, Threads: 1, Quick: true, Yardstick: "./none"}, func(Row) {}, func(string) {})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}

// TestGPU: with a GPU every row of one is there, those of PyTorch said to be unmeasured where there is none; without one, a line says so.
func TestGPU(t *testing.T) {
	var rows []Row
	var notes []string
	err := Run(t.Context(), Options{Engine: engine.CUDA, Threads: 1, Quick: true, Python: "/bin/true"}, func(r Row) { rows = append(rows, r) },
		func(n string) { notes = append(notes, n) })
	if _, none := cuda.Devices(); none != nil {
		if !errors.Is(err, cuda.ErrUnsupported) || len(rows) > 0 {
			t.Errorf("without a GPU: %d rows, error %v", len(rows), err)
		}
		return
	}
	if err != nil {
		t.Fatal(err)
	}
	if want := 3 + len(productNames) + len(attentionNames); len(rows) != want || strings.Count(strings.Join(notes, "\n"), "unmeasured") != 6 {
		t.Errorf("%d rows, want %d; notes %q", len(rows), want, notes)
	}
	for _, r := range rows {
		if !(r.Value > 0 && r.Reference > 0 && r.Ratio > 0) {
			t.Errorf("%+v", r)
		}
	}
}

// TestTrialsComputeTheOperators: what is measured gives the reference's bits, and moves the words that it is said to move.
func TestTrialsComputeTheOperators(t *testing.T) {
	vectorEngine(t)
	p, payload, err := run(program.Model{Kind: program.ModelGPT, Layers: 1, Width: 32, Heads: 2, Context: 16, Vocabulary: 100})
	if err != nil {
		t.Fatal(err)
	}
	const n = 100 * 32
	for _, c := range []struct {
		names       []string
		read, wrote int
		overwritten int
	}{
		{[]string{"wte.weight.grad"}, 2 * n, n, 1},
		{[]string{"h.0.mlp.gelu"}, 64 * 128, 64 * 128, 1},
		{[]string{"loss.exp"}, 64*100 + 64, 64 * 100, 1},
		{[]string{"wte.weight.m", "wte.weight.v", "wte.weight.update", "wte.weight"}, 4*n + 5, 3 * n, 3},
		{[]string{"loss.max"}, 64 * 100, 64, 0},
		{[]string{"logits"}, 64*32 + n, 64 * 100, 0},
	} {
		s := &suite{engine: engine.Auto, payload: payload}
		x, err := s.trial(p, 1, c.names...)
		if err != nil {
			t.Fatal(err)
		}
		if x.read != c.read || x.wrote != c.wrote || len(x.fresh) != c.overwritten {
			t.Errorf("%v reads %d, writes %d, overwrites %d; want %+v", c.names, x.read, x.wrote, len(x.fresh), c)
		}
		before := x.state.Clone()
		want := reference(t, x)
		for range 2 { // the second begins anew
			if _, err := x.seconds(t.Context(), 1); err != nil {
				t.Fatal(err)
			}
		}
		for i, words := range x.state.Tensors {
			if i >= c.overwritten {
				if !slices.Equal(before.Tensors[i], words) {
					t.Errorf("%v: tensor %d has changed", c.names, i)
				}
				continue
			}
			for e, word := range words {
				if got := math.Float32bits(word); got != want[i][e] {
					t.Fatalf("%v: word %d of tensor %d is %08x, want %08x", c.names, e, i, got, want[i][e])
				}
			}
		}
		if err := x.close(); err != nil {
			t.Error(err)
		}
	}
	if _, err := (&suite{}).trial(p, 1, "no such operator"); err == nil {
		t.Error("a trial of nothing")
	}
}

// reference returns what the portable engine makes of the operators whose results are kept.
func reference(t *testing.T, x *trial) [][]uint32 {
	t.Helper()
	small := &program.Program{Operators: x.operators, StateLayout: x.layout}
	e, err := portable.New(small, nil)
	if err != nil {
		t.Fatal(err)
	}
	var all, kept [][]uint32
	stop := errors.New("enough")
	err = e.Trace(t.Context(), x.state.Clone(), func(operator int, words []uint32) error {
		if operator < len(x.operators)-1 {
			all = append(all, words)
			return nil
		}
		for _, result := range x.operators[operator].Operands {
			kept = append(kept, all[result.Index])
		}
		return stop // the small program has no clock to advance
	})
	if !errors.Is(err, stop) {
		t.Fatal(err)
	}
	return kept
}

// TestSpell: one thread counts by its processor time, several by the clock.
func TestSpell(t *testing.T) {
	x := spell{3, 2}
	if x.on(1) != 2 || x.on(2) != 3 || (spell{wall: 3}).on(1) != 3 || x.each(2) != (spell{1.5, 1}) {
		t.Error("the wrong time counts")
	}
}

// TestPeakIsTheHighest: no later look lowers what a row is compared with, and a higher one raises it.
func TestPeakIsTheHighest(t *testing.T) {
	vectorEngine(t)
	s := &suite{engine: engine.AVX2, pairs: 3, peaks: peaks{}}
	key := onPeak{s.engine, 1}
	for _, seen := range []float64{1e18, 1} {
		s.peaks[key] = seen
		pairs, err := s.besidePeak(t.Context(), 1, 2e18, func() (float64, error) { return 1, nil })
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range pairs {
			if p.reference != 2e18/s.peaks[key] || seen == 1e18 && p.reference != 2 || seen == 1 && p.reference > 1e12 {
				t.Errorf("a peak of %g was seen before: a reference of %g s", seen, p.reference)
			}
		}
	}
}

func TestRows(t *testing.T) {
	if got := rate("x", "GB/s", "y", 1, nil); got.Ratio != 0 { // a cancelled measurement has no pairs
		t.Errorf("%+v", got)
	}
	pairs := []pair{{1, 2}, {2, 1}, {4, 2}}
	if got, want := rate("x", "GB/s", "y", 4e9, pairs), (Row{"x", 2, "GB/s", 2, 0.5, "y"}); got != want {
		t.Errorf("%+v, want %+v", got, want)
	}
	if got, want := millis("x", "y", pairs), (Row{"x", 2000, "ms", 2000, 0.5, "y"}); got != want {
		t.Errorf("%+v, want %+v", got, want)
	}
}
