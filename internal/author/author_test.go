package author_test

import (
	"errors"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/commonweight/commonweight/fraudproof/merkle"
	"github.com/commonweight/commonweight/internal/author"
	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/chain/devnet"
	"github.com/commonweight/commonweight/internal/ipfs"
	"github.com/commonweight/commonweight/internal/replica"
	"github.com/commonweight/commonweight/internal/replica/replicatest"
	"github.com/commonweight/commonweight/train/checkpoint"
	"github.com/commonweight/commonweight/train/program"
)

func check(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// files writes a dataset and the exported model of a run that began with another seed.
func files(t *testing.T) (from author.Sources, model *program.State) {
	t.Helper()
	dir := t.TempDir()
	from = author.Sources{Data: filepath.Join(dir, "text"), Genesis: filepath.Join(dir, "model.safetensors")}
	payload := make([]byte, 999)
	for i := range payload {
		payload[i] = byte(i * i / 7 % 61)
	}
	check(t, os.WriteFile(from.Data, payload, 0o644))
	spec := replicatest.Spec()
	spec.Seed++
	plan, err := author.Prepare(t.Context(), spec, author.Sources{Data: from.Data})
	check(t, err)
	model = plan.Program.Genesis()
	file, err := os.Create(from.Genesis)
	check(t, err)
	check(t, errors.Join(checkpoint.ExportModel(file, plan.Program, model), file.Close()))
	return from, model
}

// TestImportedGenesisBeginsARun: the run that an author registers is one that every agent accepts, and it begins with the model's bits.
func TestImportedGenesisBeginsARun(t *testing.T) {
	from, model := files(t)
	plan, err := author.Prepare(t.Context(), replicatest.Spec(), from)
	check(t, err)
	if g := plan.Spec.Genesis; g.Kind != program.GenesisImport || *g.Root != program.Digest(plan.Terms.Facts.GenesisRoot) || g.CID == "" {
		t.Fatalf("%+v", g)
	}

	net, err := devnet.Start(t.Context(), devnet.Config{Interval: 10 * time.Millisecond})
	check(t, err)
	defer func() { check(t, net.Close()) }()
	client, err := chain.Dial(t.Context(), net.WS(), net.Deployment())
	check(t, err)
	defer client.Close()
	account, err := client.Open(net.Keys()[0], t.TempDir())
	check(t, err)
	defer account.Close()
	store, err := ipfs.OpenEmbedded(t.TempDir())
	check(t, err)
	id, err := plan.Register(t.Context(), account, store)
	check(t, err)

	r, err := replica.Open(t.Context(), client, store, id, replica.Options{Dir: t.TempDir(), Engine: "portable", Threads: 1})
	check(t, err)
	defer r.Close()
	head, err := client.Head(t.Context(), id)
	check(t, err)
	genesis, err := r.After(t.Context(), head)
	check(t, err)
	if len(genesis.Tensors) != len(model.Tensors) || genesis.Clock != 0 {
		t.Fatalf("%d tensors, clock %d", len(genesis.Tensors), genesis.Clock)
	}
	for i, words := range model.Tensors {
		for e, x := range words {
			if got := math.Float32bits(genesis.Tensors[i][e]); got != math.Float32bits(x) {
				t.Fatalf("word %d of tensor %d is %08x, in the model %08x", e, i, got, math.Float32bits(x))
			}
		}
	}
}

// TestPrepareIsRepeatable: what the author printed can be passed as the draft again, with the same files.
func TestPrepareIsRepeatable(t *testing.T) {
	from, _ := files(t)
	first, err := author.Prepare(t.Context(), replicatest.Spec(), from)
	check(t, err)
	second, err := author.Prepare(t.Context(), first.Spec, from)
	check(t, err)
	if first.Spec.Hash() != second.Spec.Hash() {
		t.Errorf("%s, then %s", first.Spec.Canonical(), second.Spec.Canonical())
	}
}

// TestGoalIsPrepared: held-out data is read as the dataset is, named in the RunSpec, stored, and no part of the step.
func TestGoalIsPrepared(t *testing.T) {
	from, _ := files(t)
	from.Genesis = ""
	from.HeldOut = filepath.Join(t.TempDir(), "more text")
	held := []byte(strings.Repeat("what nobody is trained on", 20))
	check(t, os.WriteFile(from.HeldOut, held, 0o644))
	spec := replicatest.Spec()
	spec.Goal = &program.Goal{Batches: 4, Target: "3.5"}
	plan, err := author.Prepare(t.Context(), spec, from)
	check(t, err)
	g := plan.Spec.Goal
	if g.Dataset.Bytes != len(held) || g.Dataset.Root != program.Digest(merkle.DatasetRoot(held)) || g.Dataset.Stride != spec.Dataset.Stride {
		t.Errorf("%+v", g)
	}
	if spec.Goal.Dataset.CID != "" {
		t.Error("the draft was changed")
	}
	again, err := author.Prepare(t.Context(), plan.Spec, from)
	check(t, err)
	if again.Spec.Hash() != plan.Spec.Hash() {
		t.Errorf("%s, then %s", plan.Spec.Canonical(), again.Spec.Canonical())
	}
	spec.Goal = nil
	plain, err := author.Prepare(t.Context(), spec, author.Sources{Data: from.Data})
	check(t, err)
	if plain.Terms.Facts.ProgramRoot != plan.Terms.Facts.ProgramRoot {
		t.Error("a goal changes the step")
	}
}

func TestPrepareRefuses(t *testing.T) {
	from, _ := files(t)
	imported, err := author.Prepare(t.Context(), replicatest.Spec(), from)
	check(t, err)
	for says, c := range map[string]struct {
		change func(*program.Spec)
		from   author.Sources
	}{
		"the file with the model isn't named": {func(s *program.Spec) { *s = imported.Spec }, author.Sources{Data: from.Data}},
		"none.safetensors: no such file":      {nil, author.Sources{Data: from.Data, Genesis: filepath.Join(t.TempDir(), "none.safetensors")}},
		"its header would have":               {nil, author.Sources{Data: from.Data, Genesis: from.Data}},
		"tensor h.1.":                         {func(s *program.Spec) { s.Model.Layers = 2 }, from},
		"wte.weight has the shape [64 16], the RunSpec's model has [65 16]": {func(s *program.Spec) { s.Model.Vocabulary++ }, from},
		"model.context":                     {func(s *program.Spec) { s.Model.Context = 17 }, from},
		"goal: there is held-out data, but": {nil, author.Sources{Data: from.Data, HeldOut: from.Data}},
		"its held-out data isn't named":     {func(s *program.Spec) { s.Goal = &program.Goal{Batches: 1, Target: "1"} }, author.Sources{Data: from.Data}},
		"goal.dataset.root: is the run's own": {
			func(s *program.Spec) { s.Goal = &program.Goal{Batches: 1, Target: "1"} }, author.Sources{Data: from.Data, HeldOut: from.Data},
		},
	} {
		spec := replicatest.Spec()
		if c.change != nil {
			c.change(&spec)
		}
		if _, err := author.Prepare(t.Context(), spec, c.from); err == nil || !strings.Contains(err.Error(), says) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%v, want %q", err, says)
		}
	}
}
