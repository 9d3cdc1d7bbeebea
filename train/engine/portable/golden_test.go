package portable

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/commonweight/commonweight/train/engine/internal/golden"
	"github.com/commonweight/commonweight/train/program"
)

var update = flag.Bool("update", false, "write the state hashes again")

const vectors = "../../../testdata/vectors"

// TestGoldenRun trains the tiny GPT and compares losses, norms and the final tensors with an independent program's.
func TestGoldenRun(t *testing.T) {
	run, p, payload := golden.Tiny(t, vectors)
	e := open(t, p, payload)
	s := p.Genesis()
	for i, want := range run.Steps {
		if testing.Short() && i == 2 {
			return // the tensors are known after ten steps
		}
		step(t, e, s)
		if got := golden.Bits(s.Loss()); got != want.Loss {
			t.Fatalf("step %d: loss %s, want %s", i, got, want.Loss)
		}
		if got := golden.Bits(s.Norm()); got != want.Norm {
			t.Fatalf("step %d: norm %s, want %s", i, got, want.Norm)
		}
	}
	sections := map[program.Section]string{
		program.SectionParameter: "parameter", program.SectionFirstMoment: "m", program.SectionSecondMoment: "v",
	}
	if len(run.Tensors) != len(s.Tensors)-1 {
		t.Fatalf("%d tensors, want %d", len(s.Tensors)-1, len(run.Tensors))
	}
	for i, want := range run.Tensors {
		layout := p.StateLayout[i]
		if layout.Name != want.Name || sections[layout.Section] != want.Section {
			t.Fatalf("tensor %d is %s, want %s of %s", i, layout.Name, want.Section, want.Name)
		}
		if got := golden.TensorHash(s.Tensors[i]); got != want.SHA256 {
			t.Errorf("%s of %s: %s, want %s", want.Section, want.Name, got, want.SHA256)
		}
	}
	powers := s.Scalars()
	if golden.Bits(powers[program.ScalarPow1]) != run.Pow1 || golden.Bits(powers[program.ScalarPow2]) != run.Pow2 {
		t.Errorf("powers %v, want %s and %s", powers[:2], run.Pow1, run.Pow2)
	}
	if int(s.Clock) != len(run.Steps) {
		t.Errorf("clock %d", s.Clock)
	}
}

// TestGoldenStates is the published history of the tiny GPT: one hash per step.
func TestGoldenStates(t *testing.T) {
	path := filepath.Join(vectors, "gpt-tiny-states.json")
	run, p, payload := golden.Tiny(t, vectors)
	var want golden.States
	if !*update {
		golden.Read(t, path, &want)
	}
	got := golden.States{
		Schema: "commonweight/states/1",
		About: "The run of gpt-tiny.json. program: sha256 of its descriptors, one after the other. states: entry s is sha256 of the words of " +
			"all tensors after s steps, in state order, little-endian, the clock last.",
		Seed: run.Seed, Program: golden.ProgramHash(p),
	}
	if !*update && got.Program != want.Program {
		t.Fatalf("program %s, want %s", got.Program, want.Program)
	}
	e, s := open(t, p, payload), p.Genesis()
	steps := p.Spec.Steps
	if testing.Short() {
		steps = 1
	}
	for i := 0; ; i++ {
		got.States = append(got.States, golden.StateHash(s))
		if !*update && (len(want.States) != p.Spec.Steps+1 || got.States[i] != want.States[i]) {
			t.Fatalf("state after %d steps: %s differs", i, got.States[i])
		}
		if i == steps {
			break
		}
		step(t, e, s)
	}
	if !*update {
		return
	}
	if testing.Short() {
		t.Fatal("-update takes all steps")
	}
	b, err := json.MarshalIndent(got, "", " ")
	if err == nil {
		err = os.WriteFile(path, append(b, '\n'), 0o644)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// TestPayloadIsSequential shows what the dataset of the golden run is made of: sample number p in the run's order holds the tokens
// [32p, 32p + 32] of i·31 mod 256, so that an order of samples that the run can't choose becomes a plain reading of that text.
func TestPayloadIsSequential(t *testing.T) {
	_, p, payload := golden.Tiny(t, vectors)
	e := open(t, p, payload)
	s := p.Genesis()
	batch, length := p.Spec.Batch, p.Spec.Model.Context
	for clock := range uint32(len(payload) / (length + 1) / batch) {
		s.Clock = clock
		fields := map[string][]uint32{}
		errStop := fmt.Errorf("stop")
		err := e.Trace(t.Context(), s, func(i int, words []uint32) error {
			if p.Operators[i].Code != program.OpLoadBatch {
				return errStop
			}
			fields[p.Operators[i].Name] = words
			return nil
		})
		if err != errStop {
			t.Fatal(err)
		}
		for n, x := range fields["batch.x"] {
			at := int(clock)*batch*length + n
			if x != uint32(byte(at*31)) || fields["batch.y"][n] != uint32(byte((at+1)*31)) {
				t.Fatalf("clock %d, token %d: %d then %d", clock, n, x, fields["batch.y"][n])
			}
		}
	}
}

func open(t testing.TB, p *program.Program, payload []byte) *Engine {
	t.Helper()
	e, err := New(p, payload)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func step(t testing.TB, e *Engine, s *program.State) {
	t.Helper()
	if err := e.Step(t.Context(), s); err != nil {
		t.Fatal(err)
	}
}
