package plan

import (
	"cmp"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/commonweight/commonweight/train/engine/cuda/kernels"
	"github.com/commonweight/commonweight/train/program"
)

func compile(t testing.TB, m program.Model, batch int) *program.Program {
	t.Helper()
	p, err := program.Compile(program.Spec{
		Version: 1, Name: "plan", Profile: program.ProfileF32, TreeHash: program.HashSHA256, Seed: 1, Model: m,
		Optimiser: program.Optimiser{
			Kind: program.OptimiserAdamW, Beta1: "0.9", Beta2: "0.95", Epsilon: "1e-8", WeightDecay: "0.1", Clip: "1",
			LearningRate: program.Schedule{Kind: program.ScheduleConstant, Peak: "1e-4"},
		},
		Dataset: program.Dataset{Kind: program.DatasetTokens, CID: "x", Bytes: 1 << 16, TokenBytes: 2, Stride: m.Context},
		Genesis: program.Genesis{Kind: program.GenesisSeed}, Batch: batch, Steps: 1 << 10, Window: 1, KeyFrames: 1,
	}.Unregistered())
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// gpt2 is GPT-2 124M on four samples of 1024 tokens.
func gpt2(t testing.TB) *program.Program {
	return compile(t, program.Model{Kind: program.ModelGPT, Layers: 12, Width: 768, Heads: 12, Context: 1024, Vocabulary: 50257}, 4)
}

// TestLaunches: of every launch, also of a large model, the kernel exists, the grid is one that a GPU takes, and every address lies in memory.
func TestLaunches(t *testing.T) {
	pl, err := New(gpt2(t), Options{Processors: 132})
	if err != nil {
		t.Fatal(err)
	}
	known := map[string]int{}
	for _, list := range []map[string]string{kernels.Modules(), pl.Modules} {
		for _, text := range list {
			for _, part := range strings.Split(text, ".visible .entry ")[1:] {
				name, rest, _ := strings.Cut(part, "(")
				parameters, _, _ := strings.Cut(rest, ")")
				known[name] = strings.Count(parameters, ".param .u64")
			}
		}
	}
	level := 0
	for _, l := range pl.Steps {
		if known[l.Kernel] != len(l.Args) {
			t.Errorf("%s takes %d arguments, not %d", l.Kernel, known[l.Kernel], len(l.Args))
		}
		if l.Grid[0] < 1 || l.Grid[0] > 1<<31-1 || min(l.Grid[1], l.Grid[2]) < 1 || max(l.Grid[1], l.Grid[2]) > maxGrid {
			t.Errorf("%s on a grid of %v", l.Kernel, l.Grid)
		}
		for _, a := range l.Args {
			if a.Pointer && a.Value >= uint64(pl.Words) {
				t.Errorf("%s at word %d of %d", l.Kernel, a.Value, pl.Words)
			}
		}
		if l.Level < level {
			t.Errorf("%s of level %d comes after level %d", l.Kernel, l.Level, level)
		}
		level = l.Level
	}
	kinds := map[string]int{}
	for _, l := range pl.Steps {
		kind, _, _ := strings.Cut(l.Kernel, "_")
		kinds[kind]++
	}
	if want := 12 * (2 + 4); kinds["look"] != want { // at P and dS of each layer, and at what each is multiplied by
		t.Errorf("%d looks for zeros above the diagonal, want %d", kinds["look"], want)
	}
	rootLevels := pl.Roots[len(pl.Roots)-1].Level + 1
	t.Logf("%d launches in %d levels, %d kernels for maps, %.2f GiB: %v; %d for the roots, in %d levels", len(pl.Steps), level, len(pl.Modules), float64(pl.Words)/(1<<28), kinds, len(pl.Roots), rootLevels)
}

// TestMemoryOfGPT2 bounds what GPT-2 124M needs on a device, by the samples of 1024 tokens in a batch: a device of 12 GB takes four, one of 24 GB
// eight.
func TestMemoryOfGPT2(t *testing.T) {
	for batch, most := range map[int]float64{1: 3.75, 2: 6.25, 4: 8.75, 8: 16} {
		p := compile(t, program.Model{Kind: program.ModelGPT, Layers: 12, Width: 768, Heads: 12, Context: 1024, Vocabulary: 50257}, batch)
		pl, err := New(p, Options{Processors: 132})
		if err != nil {
			t.Fatal(err)
		}
		state := 0
		for _, r := range pl.State {
			state += r.Words
		}
		got := float64(pl.Words) / (1 << 28)
		t.Logf("B%d×T1024: %.2f GiB, %.2f of them the state", batch, got, float64(state)/(1<<28))
		if got > most {
			t.Errorf("B%d×T1024 needs %.2f GiB, more than %.1f", batch, got, most)
		}
	}
}

// TestMemory: two outputs, or scratch, share words only if one is needed no more when the other is made.
func TestMemory(t *testing.T) {
	for _, p := range []*program.Program{
		gpt2(t), compile(t, program.Model{Kind: program.ModelGPT, Layers: 3, Width: 48, Heads: 3, Context: 32, Vocabulary: 77}, 20),
	} {
		pl := &planner{Plan: &Plan{Modules: map[string]string{}}, p: p, o: Options{Processors: 132}, inPlace: map[int]int{}, enters: map[int]bool{}, scratch: map[*node]int{}}
		if err := pl.all(); err != nil {
			t.Fatal(err)
		}
		type use struct {
			what        string
			at, words   int
			first, last int
		}
		var uses []use
		always := len(p.Operators) + 1
		for i, r := range pl.State {
			uses = append(uses, use{"state " + p.StateLayout[i].Name, r.At, r.Words, 0, always})
		}
		uses = append(uses, use{"rates", pl.Rates.At, pl.Rates.Words, 0, always})
		for i, n := range pl.nodeOf {
			if _, overwrites := pl.inPlace[i]; n == nil || pl.place[i] < 0 || overwrites {
				continue
			}
			u := use{p.Operators[i].Name, pl.place[i], p.Operators[i].Out.Words(), n.level, n.level}
			for _, reader := range pl.readersOf(i) {
				u.last = max(u.last, reader.level)
			}
			if pl.enters[i] {
				u.last = always
			}
			uses = append(uses, u)
		}
		for n, at := range pl.scratch {
			uses = append(uses, use{"scratch of " + p.Operators[n.members[0]].Name, at, pl.scratchWords(n), n.level, n.level})
		}
		for _, u := range uses {
			if u.at < 0 || u.at+u.words > pl.Words {
				t.Errorf("%s lies at %d…%d of %d", u.what, u.at, u.at+u.words, pl.Words)
			}
		}
		slices.SortFunc(uses, func(a, b use) int { return cmp.Compare(a.at, b.at) })
		for i, a := range uses {
			for _, b := range uses[i+1:] {
				if b.at >= a.at+a.words {
					break
				}
				if a.first <= b.last && b.first <= a.last && !pl.together(a.what, b.what) {
					t.Errorf("%s and %s share word %d in levels %d…%d and %d…%d", a.what, b.what, b.at, a.first, a.last, b.first, b.last)
				}
			}
		}
	}
}

// together reports whether two outputs are meant to share words: a part of a join and the join, a product and what is added to it.
func (pl *planner) together(a, b string) bool {
	number := func(name string) int {
		return slices.IndexFunc(pl.p.Operators, func(o program.Operator) bool { return o.Name == name })
	}
	x, y := number(a), number(b)
	if x < 0 || y < 0 {
		return false
	}
	inside := func(part, whole int) bool {
		for {
			where, ok := pl.inside[part]
			if !ok {
				return false
			}
			if part = where.concat; part == whole {
				return true
			}
		}
	}
	added := func(product, sum int) bool { n := pl.nodeOf[sum]; return n.into == product && n.members[1] == sum }
	return inside(x, y) || inside(y, x) || added(x, y) || added(y, x)
}

// TestProducts: large products take the widest blocks, narrow ones narrower, and k is split where there are too few tiles for the device.
func TestProducts(t *testing.T) {
	for _, c := range []struct {
		what                  string
		m, n, terms, matrices int
		bm, bn                int
		splits                bool
	}{
		{"logits", 4096, 50257, 768, 1, 128, 128, false},
		{"a linear of GPT-2", 4096, 3072, 768, 1, 128, 128, false},
		{"a head's values", 1024, 64, 512, 96, 128, 64, false},
		{"a weight's gradient", 768, 768, 4096, 1, 0, 0, true},
		{"a classifier's", 32, 10, 16384, 1, 64, 64, true},
		{"one number", 1, 1, 1, 1, 64, 64, false},
	} {
		got := choose(c.m, c.n, c.terms, c.matrices, Options{Processors: 132})
		if c.bm != 0 && (got.bm != c.bm || got.bn != c.bn) || got.splits() > 1 != c.splits {
			t.Errorf("%s: blocks of %d×%d, k split in %d", c.what, got.bm, got.bn, got.splits())
		}
		if got.perBlock*got.splits() < got.chunks || got.perBlock*(got.splits()-1) >= got.chunks {
			t.Errorf("%s: %d chunks, %d for each of %d blocks", c.what, got.chunks, got.perBlock, got.splits())
		}
	}
	for split := range 5 {
		for shape := range Shapes + 1 {
			got := choose(100, 100, 1500, 1, Options{Processors: 10, Split: split, Shape: shape})
			if shape > 0 && got.shape != shapes[shape-1] || split > 0 && got.splits() != min(split, 3) {
				t.Errorf("asked for shape %d and split %d: %+v", shape, split, got)
			}
		}
	}
}

func TestNewRefuses(t *testing.T) {
	p := compile(t, program.Model{Kind: program.ModelGPT, Layers: 1, Width: 16, Heads: 1, Context: 16, Vocabulary: 32}, 1)
	if _, err := New(p, Options{}); !errors.Is(err, ErrProgram) {
		t.Errorf("no processors: %v", err)
	}
	evaluation := *p
	evaluation.Norm = -1
	if _, err := New(&evaluation, Options{Processors: 1}); !errors.Is(err, ErrProgram) {
		t.Errorf("an evaluation: %v", err)
	}
	foreign := *p
	foreign.Operators = slices.Clone(p.Operators)
	foreign.Operators[0].Code = 99
	if _, err := New(&foreign, Options{Processors: 1}); !errors.Is(err, ErrProgram) {
		t.Errorf("an unknown operator: %v", err)
	}
}

func BenchmarkNew(b *testing.B) {
	p := gpt2(b)
	for b.Loop() {
		if _, err := New(p, Options{Processors: 132}); err != nil {
			b.Fatal(err)
		}
	}
}
