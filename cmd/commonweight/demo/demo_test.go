package demo

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/commonweight/commonweight/fraudproof/trace"
	"github.com/commonweight/commonweight/internal/author"
	"github.com/commonweight/commonweight/train/engine"
)

// finalRoot is where the default run of seed 1 ends on the text below, on every machine.
const finalRoot = "0x021001a04d7661d6985ef5a5e46cda3a81b9e29c20e68efb80a100844af327e8"

// text writes a folder of sentences that a small model can learn something about, the same on every machine.
func text(t *testing.T) string {
	t.Helper()
	subjects := []string{"the worker", "a validator", "the fraud-proofer", "nobody", "the liar", "an honest miner of bits"}
	verbs := []string{"commits", "replays", "challenges", "finalises", "forgets", "proves"}
	objects := []string{"the window", "every step", "a bond", "the truth", "one weight", "the last bit"}
	var b strings.Builder
	x := uint32(1)
	next := func(from []string) string {
		x = x*1664525 + 1013904223
		return from[int(x>>16)%len(from)]
	}
	for range 4000 {
		fmt.Fprintf(&b, "%s %s %s.\n", next(subjects), next(verbs), next(objects))
	}
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "sentences.txt"), []byte(b.String()), 0o644); err != nil {
		t.Fatal(err)
	}
	return dir
}

// TestDemo plays the whole story and holds its report to what the story promises. It takes minutes of block time and little else.
func TestDemo(t *testing.T) {
	if testing.Short() {
		t.Skip("minutes of block time")
	}
	t.Parallel()
	out := t.TempDir()
	var said bytes.Buffer
	report, err := Run(context.Background(), Config{Data: text(t), Out: out, Seed: 1, Engine: "auto", Threads: 1, Console: &said, attach: onlookers(t)})
	if err != nil {
		t.Fatalf("%v\n%s", err, said.String())
	}
	if got := report.FinalStateRoot.Hex(); got != finalRoot {
		t.Errorf("final state root %s, want %s", got, finalRoot)
	}
	if len(report.Promises) != 7 || report.Broken() != 0 {
		t.Errorf("promises: %+v", report.Promises)
	}
	if report.Loss.Ratio > 0.75 {
		t.Errorf("the mean loss of the last steps is %.2f of the first's, want at most 0.75", report.Loss.Ratio)
	}
	fates := make(map[string]int)
	for _, w := range report.Windows {
		fates[w.Status]++
		if w.Status == "rejected" && w.By != nameLiar {
			t.Errorf("a window of %s was rejected", w.By)
		}
	}
	if fates["rejected"] != 1 || fates["voided"] == 0 || fates["finalised"] != 30 {
		t.Errorf("windows: %v", fates)
	}
	if a := report.Audits; a.Tasks != 60 || a.Answered == 0 || a.Right > a.Answered {
		t.Errorf("audits: %+v", a)
	}
	for _, a := range report.Accounts {
		switch sign := a.Result.Sign(); {
		case a.Name == nameAuthor: // pays for the training
		case a.Honest && sign <= 0, !a.Honest && sign >= 0:
			t.Errorf("%s (%s) ended with %s", a.Name, a.Role, signed(a.Result))
		}
	}

	var file struct {
		FinalStateRoot string
		Promises       []struct {
			Name string
			Held bool
		}
		Accounts []struct{ Before, After string }
		Windows  []struct {
			Status string
			Loss   []float64
		}
	}
	content, err := os.ReadFile(filepath.Join(out, "report.json"))
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(content, &file); err != nil || file.FinalStateRoot != finalRoot || len(file.Accounts) != len(cast) || len(file.Windows) != len(report.Windows) {
		t.Errorf("report.json: %v", err)
	}
	for _, name := range []string{"loss.svg", "model.safetensors", "demo.log"} {
		if info, err := os.Stat(filepath.Join(out, name)); err != nil || info.Size() == 0 {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := os.Stat(filepath.Join(out, "work")); !os.IsNotExist(err) {
		t.Error("the scratch folder is left behind")
	}
}

// TestFinalRootOnEveryEngine computes the same run without chain and actors, with one thread and with two.
func TestFinalRootOnEveryEngine(t *testing.T) {
	if testing.Short() {
		t.Skip("the whole run, several times")
	}
	t.Parallel()
	plan, err := author.Prepare(context.Background(), author.Default(), author.Sources{Data: text(t)})
	if err != nil {
		t.Fatal(err)
	}
	auto, err := engine.Open("auto", plan.Program, plan.Payload(), 1)
	if err != nil {
		t.Fatal(err)
	}
	first := auto.Name()
	if err := auto.Close(); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name    string
		threads int
	}{{first, 1}, {first, 2}, {engine.Second(first), 2}} {
		e, err := engine.Open(c.name, plan.Program, plan.Payload(), c.threads)
		if err != nil {
			t.Fatal(err)
		}
		state := plan.Program.Genesis()
		for range plan.Spec.Steps {
			if err := e.Step(context.Background(), state); err != nil {
				t.Fatal(err)
			}
		}
		if got := trace.StateRoot(plan.Program, state).String(); got != finalRoot {
			t.Errorf("%s with %d threads: %s, want %s", e.Name(), c.threads, got, finalRoot)
		}
		if err := e.Close(); err != nil {
			t.Error(err)
		}
	}
}
