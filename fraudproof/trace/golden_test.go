package trace_test

import (
	"encoding/hex"
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/commonweight/commonweight/fraudproof/merkle"
	"github.com/commonweight/commonweight/fraudproof/trace"
	"github.com/commonweight/commonweight/train/program"
)

// The roots of the published run of a small GPT. The genesis root was computed by an independent program (Python: Philox, tiles, trees)
// from the design's pages alone; the dataset root stands in the RunSpec.
func TestPublishedRun(t *testing.T) {
	data, err := os.ReadFile("../../testdata/vectors/gpt-tiny.json")
	if err != nil {
		t.Fatal(err)
	}
	var run struct {
		Spec    json.RawMessage
		Payload string
	}
	if err := json.Unmarshal(data, &run); err != nil {
		t.Fatal(err)
	}
	spec, err := program.ParseSpec(run.Spec)
	if err != nil {
		t.Fatal(err)
	}
	p, err := program.Compile(spec)
	if err != nil {
		t.Fatal(err)
	}
	payload, err := hex.DecodeString(strings.TrimPrefix(run.Payload, "0x"))
	if err != nil {
		t.Fatal(err)
	}
	if got := merkle.DatasetRoot(payload); got != merkle.Hash(spec.Dataset.Root) {
		t.Errorf("dataset root %v, want %v", got, spec.Dataset.Root)
	}
	const genesis = "0x6b0f0beeee5fe6cff3257374dee29fad85f1bbe127ce6c85e69f86930bcc6983"
	if got := trace.GenesisRoot(p); got.String() != genesis {
		t.Errorf("genesis root %v, want %s", got, genesis)
	}
	// The program's root is that of its operators and of its learning rates, each of which counts.
	root := trace.ProgramRoot(p)
	p.Operators[len(p.Operators)/2].Mode++
	if trace.ProgramRoot(p) == root {
		t.Error("another operator, the same program root")
	}
}
