package trace_test

import (
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"flag"
	"math"
	"os"
	"runtime"
	"strings"
	"testing"

	"github.com/commonweight/commonweight/fraudproof/merkle"
	"github.com/commonweight/commonweight/fraudproof/trace"
	"github.com/commonweight/commonweight/train/engine"
	"github.com/commonweight/commonweight/train/numeric"
	"github.com/commonweight/commonweight/train/program"
)

var (
	update  = flag.Bool("update", false, "write the roots again")
	all     = flag.Bool("all", false, "take all steps of GPT-2 124M (make golden-124m)")
	onlyOne = flag.String("engine", "", "the engine for GPT-2 124M, instead of two in turns")
)

const vectors = "../../testdata/vectors/"

// published are the state roots of a run.
type published struct {
	Schema  string          `json:"schema"`
	About   string          `json:"about"`
	Seed    uint64          `json:"seed"`
	Spec    json.RawMessage `json:"spec,omitempty"` // gpt-tiny's stands in gpt-tiny.json
	Program string          `json:"program"`
	Steps   []publishedStep `json:"steps"`
}

// publishedStep is a state: entry 0 is the genesis, which has no loss.
type publishedStep struct {
	Root string `json:"root"`
	Loss string `json:"loss,omitempty"` // bits
	Norm string `json:"norm,omitempty"`
}

func read(t testing.TB, name string, into any) {
	t.Helper()
	data, err := os.ReadFile(vectors + name)
	if err == nil {
		err = json.Unmarshal(data, into)
	}
	if err != nil {
		t.Fatal(err)
	}
}

func compiled(t *testing.T, spec json.RawMessage) *program.Program {
	t.Helper()
	s, err := program.ParseSpec(spec)
	if err != nil {
		t.Fatal(err)
	}
	p, err := program.Compile(s)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func bits(f float32) string {
	return "0x" + hex.EncodeToString(binary.BigEndian.AppendUint32(nil, math.Float32bits(f)))
}

// follow walks through the published states, each step on the next of the engines, or writes them with -update. Only one engine is open
// at a time: a large model's needs a gigabyte.
func follow(t *testing.T, name string, want published, p *program.Program, payload []byte, steps int, engines ...string) {
	t.Helper()
	if got := merkle.DatasetRoot(payload); got != merkle.Hash(p.Spec.Dataset.Root) {
		t.Fatalf("dataset root %v, want %v", got, p.Spec.Dataset.Root)
	}
	if got := trace.ProgramRoot(p).String(); got != want.Program && !*update {
		t.Fatalf("program root %s, want %s", got, want.Program)
	}
	s := p.Genesis()
	got := []publishedStep{{Root: trace.StateRoot(p, s).String()}}
	if !*update && got[0] != want.Steps[0] {
		t.Fatalf("genesis: %+v, want %+v", got[0], want.Steps[0])
	}
	var e engine.Engine
	for i := range steps {
		if len(engines) > 1 || i == 0 {
			e = open(t, e, engines[i%len(engines)], p, payload)
		}
		if err := e.Step(t.Context(), s); err != nil {
			t.Fatal(err)
		}
		got = append(got, publishedStep{trace.StateRoot(p, s).String(), bits(s.Loss()), bits(s.Norm())})
		if steps > 2 && p.Spec.Model.Layers > 2 {
			t.Logf("%s, step %d: loss %v, norm %v, root %s", e.Name(), i, s.Loss(), s.Norm(), got[i+1].Root)
		}
		if !*update && got[i+1] != want.Steps[i+1] {
			t.Fatalf("%s, step %d: %+v, want %+v", e.Name(), i, got[i+1], want.Steps[i+1])
		}
	}
	open(t, e, "", p, payload)
	if *update {
		want.Steps, want.Program = got, trace.ProgramRoot(p).String()
		b, err := json.MarshalIndent(want, "", " ")
		if err == nil {
			err = os.WriteFile(vectors+name, append(b, '\n'), 0o644)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
}

// open closes an engine and opens the next.
func open(t *testing.T, before engine.Engine, name string, p *program.Program, payload []byte) engine.Engine {
	t.Helper()
	if before != nil {
		if err := before.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if name == "" {
		return nil
	}
	e, err := engine.Open(name, p, payload, runtime.NumCPU())
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// TestPublishedRootsOfTiny: 100 steps of the tiny GPT.
func TestPublishedRootsOfTiny(t *testing.T) {
	const name = "gpt-tiny-roots.json"
	var run struct {
		Spec    json.RawMessage
		Payload string
	}
	read(t, "gpt-tiny.json", &run)
	payload, err := hex.DecodeString(strings.TrimPrefix(run.Payload, "0x"))
	if err != nil {
		t.Fatal(err)
	}
	p := compiled(t, run.Spec)
	want := published{Schema: "commonweight/roots/1", Seed: p.Spec.Seed,
		About: "State roots of the run of gpt-tiny.json: entry s is the state after s steps, with the bits of its loss and norm; program is the root of its program."}
	if !*update {
		read(t, name, &want)
	}
	follow(t, name, want, p, payload, p.Spec.Steps, engine.Auto)
}

// philoxTokens are the tokens of the published run of GPT-2: token i is word i mod 4 of block i/4 of Philox, counter (i/4, 0, 0,
// 0xFFFFFFFE), modulo the vocabulary, two bytes little-endian.
func philoxTokens(n int, seed uint64, vocabulary uint32) []byte {
	var b []byte
	for i := range n {
		words := numeric.Philox([4]uint32{uint32(i / 4), 0, 0, 0xFFFFFFFE}, [2]uint32{uint32(seed), uint32(seed >> 32)})
		b = binary.LittleEndian.AppendUint16(b, uint16(words[i%4]%vocabulary))
	}
	return b
}

const gpt2Tokens = 4096

// TestPublishedRootsOfGPT2 takes two steps of GPT-2 124M, one on each of two engines; make golden-124m takes all ten on any engine. It
// needs 3 GiB.
func TestPublishedRootsOfGPT2(t *testing.T) {
	const name = "gpt2-124m-roots.json"
	engines := []string{engine.Auto, engine.Second(engine.Auto)}
	if *onlyOne != "" {
		engines = []string{*onlyOne}
	}
	if testing.Short() || engines[0] == engine.Auto && engine.Second(engine.Portable) == engine.Portable {
		t.Skip("the reference takes minutes: make golden-124m")
	}
	var want published
	if *update {
		if !*all {
			t.Skip("written by make golden-124m only")
		}
		want = gpt2()
	} else {
		read(t, name, &want)
	}
	p := compiled(t, want.Spec)
	steps := 2
	if *all {
		steps = p.Spec.Steps
	}
	follow(t, name, want, p, philoxTokens(gpt2Tokens, p.Spec.Seed, uint32(p.Spec.Model.Vocabulary)), steps, engines...)
}

// gpt2 is the published run: GPT-2 124M, weights from the seed, 10 steps of 4 samples of 64 tokens.
func gpt2() published {
	root := program.Digest(merkle.DatasetRoot(philoxTokens(gpt2Tokens, 1, 50257)))
	spec := program.Spec{
		Version: 1, Name: "gpt2-124m", Profile: program.ProfileF32, TreeHash: program.HashSHA256, Seed: 1,
		Model: program.Model{Kind: program.ModelGPT, Layers: 12, Width: 768, Heads: 12, Context: 64, Vocabulary: 50257},
		Optimiser: program.Optimiser{
			Kind: program.OptimiserAdamW, Beta1: "0.9", Beta2: "0.95", Epsilon: "1e-8", WeightDecay: "0.1", Clip: "1",
			LearningRate: program.Schedule{Kind: program.ScheduleCosine, Peak: "6e-4", Floor: "6e-5", Warmup: 3},
		},
		Dataset: program.Dataset{Kind: program.DatasetTokens, CID: "x", Root: root, Bytes: 2 * gpt2Tokens, TokenBytes: 2, Stride: 64},
		Genesis: program.Genesis{Kind: program.GenesisSeed}, Batch: 4, Steps: 10, Window: 5, KeyFrames: 1,
	}.Unregistered()
	spec.Economics.RefStepMillis = 700
	return published{Schema: "commonweight/roots/1", Seed: 1, Spec: spec.Canonical(),
		About: "State roots of GPT-2 124M: entry s is the state after s steps, with the bits of its loss and norm; program is the root of its " +
			"program. Token i of the dataset, of 4096, is word i mod 4 of Philox under the counter (i div 4, 0, 0, 0xFFFFFFFE) and the key (1, 0), " +
			"modulo 50257, two bytes little-endian."}
}
