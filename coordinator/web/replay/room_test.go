package replay

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"os"
	"testing"

	"github.com/commonweight/commonweight/fraudproof/match"
	"github.com/commonweight/commonweight/fraudproof/merkle"
	"github.com/commonweight/commonweight/fraudproof/referee"
	"github.com/commonweight/commonweight/fraudproof/trace"
	"github.com/commonweight/commonweight/train/checkpoint"
	"github.com/commonweight/commonweight/train/program"
)

// tiny is a room with two steps of the tiny GPT in it.
func tiny(t *testing.T) *Room {
	t.Helper()
	text, err := os.ReadFile("../../../testdata/vectors/gpt-tiny.json")
	if err != nil {
		t.Fatal(err)
	}
	var run struct {
		Spec    json.RawMessage
		Payload hexBytes
	}
	if err := json.Unmarshal(text, &run); err != nil {
		t.Fatal(err)
	}
	spec, err := program.ParseSpec(run.Spec)
	if err != nil {
		t.Fatal(err)
	}
	r := new(Room)
	if _, err := r.Open(spec.Canonical(), Facts{SpecHash: spec.Hash()}); err != nil {
		t.Fatal(err)
	}
	pre := trace.StateRoot(r.program, r.program.Genesis())
	if err := errors.Join(r.Dataset(run.Payload), r.Before(nil, pre)); err != nil {
		t.Fatal(err)
	}
	if _, err := r.Replay(t.Context(), Way{Pre: program.Digest(pre), Steps: 2}, func(Progress) {}); err != nil {
		t.Fatal(err)
	}
	return r
}

func TestClaimedNamesTheFirstWord(t *testing.T) {
	r := tiny(t)
	claim := func(change func(*program.State)) ([]byte, merkle.Hash) {
		s := r.post.Clone()
		change(s)
		var file bytes.Buffer
		if err := checkpoint.Write(&file, r.program, s); err != nil {
			t.Fatal(err)
		}
		return file.Bytes(), trace.StateRoot(r.program, s)
	}
	tensor := 4
	file, root := claim(func(s *program.State) { s.Tensors[tensor][70] += 0.5 })
	d, err := r.Claimed(file, root)
	w := r.program.StateLayout[tensor].Shape.W
	want := Difference{
		Tensor: r.program.StateLayout[tensor].Name, Section: "parameter", Row: 70 / w, Column: 70 % w, Words: 1, Distance: "0.5",
		Own: math.Float32bits(r.post.Tensors[tensor][70]), Claimed: math.Float32bits(r.post.Tensors[tensor][70] + 0.5),
	}
	if d.Distance = d.Distance[:3]; err != nil || d != want {
		t.Errorf("%+v, %v, want %+v", d, err, want)
	}
	if _, err := r.Claimed(file, merkle.Hash{}); !errors.Is(err, ErrBytes) {
		t.Errorf("another root: %v", err)
	}
	file, root = claim(func(*program.State) {})
	if d, err := r.Claimed(file, root); err != nil || !d.Same {
		t.Errorf("%+v, %v", d, err)
	}
	if model, err := r.Model(file, root); err != nil || len(model) >= len(file) {
		t.Errorf("a model of %d bytes, %v", len(model), err)
	}
	file[len(file)-1] ^= 1
	if _, err := r.Model(file, root); !errors.Is(err, ErrBytes) {
		t.Errorf("a damaged checkpoint: %v", err)
	}
}

// TestLeafOfReplay recomputes a leaf of every sort of operator from the replay: it comes to what the side that replays would have posted.
func TestLeafOfReplay(t *testing.T) {
	r := tiny(t)
	seen := map[string]bool{}
	for i := range r.program.Operators {
		o := &r.program.Operators[i]
		name := fmt.Sprint(o.Code, o.Mode)
		if seen[name] {
			continue
		}
		seen[name] = true
		at, want := r.placed(t, i)
		l, err := r.Leaf(t.Context(), at)
		if err != nil {
			t.Fatalf("%s: %v", o.Name, err)
		}
		if l.Posted != l.Value || l.Value != want {
			t.Errorf("%s: %v was posted, it comes to %v, true is %v", o.Name, l.Posted, l.Value, want)
		}
		at.Binding[0] ^= 1
		if _, err := r.Leaf(t.Context(), at); !errors.Is(err, ErrBytes) {
			t.Errorf("%s: another binding: %v", o.Name, err)
		}
	}
	if len(seen) < 15 {
		t.Errorf("only %d sorts of operators", len(seen))
	}
}

// placed is a place inside the output of an operator of the second step, as an honest match would come to it, and the value there.
func (r *Room) placed(t *testing.T, o int) (Place, program.Digest) {
	t.Helper()
	ctx, lists := t.Context(), r.window.Lists()
	at := Place{Step: 2, Operator: uint32(o), Phase: "Element"}
	p, err := r.prove(ctx, at)
	if err != nil {
		t.Fatal(err)
	}
	descriptor := (*[referee.DescriptorBytes]byte)(p.Descriptor)
	g, _ := referee.Describe(descriptor, uint64(o))
	var roots []merkle.Hash
	for _, root := range p.Roots {
		roots = append(roots, merkle.Hash(root))
	}
	if g.Late {
		roots = nil
	}
	at.Binding = program.Digest(referee.Binding(descriptor, roots))
	list := match.List{Name: match.ListOutput, Step: at.Step, Operator: at.Operator}
	if g.Leaf == referee.LeafState {
		at.Phase, at.Tile, at.Node = "Tiles", 3, 3
		nodes, err := lists.Nodes(ctx, list, 0, 0, 16)
		if err != nil {
			t.Fatal(err)
		}
		for _, n := range nodes {
			at.Posted = append(at.Posted, n[:]...)
		}
		return at, program.Digest(nodes[3])
	}
	if g.Way(0, 0) == referee.WayLeaf {
		if at.Posted, err = lists.Tile(ctx, list, 0); err != nil {
			t.Fatal(err)
		}
		return at, program.Digest(referee.Digest(referee.Words(at.Posted)[:1]))
	}
	at.Phase, at.Block = "Blocks", 1
	at.Posted = r.blocks(ctx, t, at)
	width := g.PartialWords()
	return at, program.Digest(referee.Digest(referee.Words(at.Posted)[width : 2*width]))
}

func (r *Room) blocks(ctx context.Context, t *testing.T, at Place) []byte {
	t.Helper()
	blocks, err := r.window.Lists().Blocks(ctx, match.Micro{Step: at.Step, Operator: at.Operator, Tile: at.Tile, Word: at.Word, Chunk: at.Chunk})
	if err != nil {
		t.Fatal(err)
	}
	return blocks
}

// TestOperations compares the count with the rule of thumb, six for each weight and token, and finds GPT-2 far beyond a page.
func TestOperations(t *testing.T) {
	spec := tiny(t).program.Spec
	for _, m := range []program.Model{
		{Kind: program.ModelGPT, Layers: 4, Width: 128, Heads: 4, Context: 64, Vocabulary: 256},
		{Kind: program.ModelGPT, Layers: 12, Width: 768, Heads: 12, Context: 1024, Vocabulary: 50257},
	} {
		spec.Model, spec.Dataset.TokenBytes, spec.Dataset.Bytes, spec.Dataset.Stride = m, 4, 1<<20, m.Context
		p, err := program.Compile(spec)
		if err != nil {
			t.Fatal(err)
		}
		weights := 0
		for _, x := range p.StateLayout[:p.Parameters] {
			weights += x.Shape.Words()
		}
		// Two operations are one term: half of six.
		if got, rule := operations(p), 3*float64(weights)*float64(spec.Batch*m.Context); got < rule || got > 2*rule {
			t.Errorf("%+v: %.3g operations, the rule says %.3g", m, got, rule)
		}
	}
}

// TestBatches replays from what a bundle holds of the dataset: the same roots, and the same leaves.
func TestBatches(t *testing.T) {
	whole := tiny(t)
	first, pre := uint64(whole.pre.Clock), trace.StateRoot(whole.program, whole.pre)
	want, err := whole.window.History(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	leaves, err := trace.Reads(whole.program.Spec, first, 2)
	if err != nil {
		t.Fatal(err)
	}
	var file bytes.Buffer
	if err := trace.WriteBatches(&file, whole.payload, merkle.Dataset(whole.payload).Tree(), leaves); err != nil {
		t.Fatal(err)
	}
	r := &Room{program: whole.program}
	if err := errors.Join(r.Batches(file.Bytes(), Span{first, 2}), r.Before(nil, pre)); err != nil {
		t.Fatal(err)
	}
	got, err := r.Replay(t.Context(), Way{Pre: program.Digest(pre), Steps: 2}, func(Progress) {})
	if err != nil || got.Roots[2] != program.Digest(want[2]) {
		t.Fatalf("%v, %v, want %v", got.Roots, err, want)
	}
	at, value := r.placed(t, 0) // load_batch
	if l, err := r.Leaf(t.Context(), at); err != nil || l.Value != value {
		t.Errorf("%v, %v, want %v", l.Value, err, value)
	}
	if _, err := r.Replay(t.Context(), Way{Lead: 1, Pre: program.Digest(want[1]), Steps: 1}, func(Progress) {}); !errors.Is(err, ErrOrder) {
		t.Errorf("steps before the window: %v", err)
	}
	for _, spoilt := range [][]byte{file.Bytes()[1:], append([]byte{1}, file.Bytes()[1:]...), append(bytes.Clone(file.Bytes()), 0)} {
		if err := r.Batches(spoilt, Span{first, 2}); !errors.Is(err, ErrBytes) {
			t.Errorf("other bytes: %v", err)
		}
	}
}

// TestCallSurvives asks for nonsense, too early, and for what breaks.
func TestCallSurvives(t *testing.T) {
	r := new(Room)
	for _, name := range []string{"dataset", "before", "replay", "claimed", "leaf", "model", "batches", "", "open"} {
		if _, _, err := r.Call(t.Context(), name, "{}", nil, nil); err == nil {
			t.Errorf("%q was answered", name)
		}
	}
	if _, _, err := r.Call(t.Context(), "open", "[", nil, nil); err == nil {
		t.Error("no JSON was answered")
	}
	if _, _, err := r.Call(t.Context(), "leaf", `{"proof":{"descriptor":"0x00"}}`, nil, nil); !errors.Is(err, ErrBytes) {
		t.Error("a short descriptor was answered")
	}
}
