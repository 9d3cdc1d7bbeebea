package referee_test

import (
	"encoding/json"
	"math"
	"os"
	"slices"
	"testing"

	"github.com/commonweight/commonweight/fraudproof/merkle"
	"github.com/commonweight/commonweight/fraudproof/referee"
	"github.com/commonweight/commonweight/train/numeric"
)

// TestWritten writes every golden micro-step out: what is shown leads, term by term, to what was decided.
func TestWritten(t *testing.T) {
	text, err := os.ReadFile("../../testdata/vectors/referee.json")
	if err != nil {
		t.Fatal(err)
	}
	var file struct{ Cases []stepVector }
	if err := json.Unmarshal(text, &file); err != nil {
		t.Fatal(err)
	}
	terms, registers := 0, 0
	for _, v := range file.Cases {
		var roots []merkle.Hash
		for _, r := range v.Roots {
			roots = append(roots, merkle.Hash(r))
		}
		w, err := referee.Write(merkle.SHA256, v.step(), (*[referee.DescriptorBytes]byte)(v.Descriptor), roots, v.Evidence)
		if got, _ := v.decide(); err != nil && referee.ErrorName(err) != got || err == nil && w.Verdict.String() != got {
			t.Fatalf("%s: %v %v, decided %s", v.Name, w.Verdict, err, got)
		}
		if err != nil || w.Verdict != referee.VerdictDecided {
			continue
		}
		if !slices.Equal(w.Value[:], v.Value) {
			t.Fatalf("%s: %x, want %x", v.Name, w.Value, []byte(v.Value))
		}
		if n := len(w.Registers); n > 0 && w.Value != referee.Digest([]uint32{w.Registers[n-1].Value}) {
			t.Errorf("%s: the last register is %08x, the value %x", v.Name, w.Registers[n-1].Value, w.Value)
		}
		if len(w.Terms) > 0 {
			if referee.Digest(w.After) != w.Value {
				t.Errorf("%s: %08x isn't %x", v.Name, w.After, w.Value)
			}
			follow(t, v.Name, w)
		}
		terms, registers = terms+len(w.Terms), registers+len(w.Registers)
	}
	if terms < 500 || registers < 50 {
		t.Errorf("%d terms and %d registers were written out", terms, registers)
	}
}

// follow computes each accumulator from what is shown of its term.
func follow(t *testing.T, name string, w referee.Written) {
	f := math.Float32frombits
	lanes := slices.Clone(w.Before)
	for _, term := range w.Terms {
		acc, a, b := f(lanes[term.Lane]), f(term.Factor[0]), f(term.Factor[1])
		switch {
		case term.Absent:
		case !term.Only:
			acc = numeric.FMA(a, b, acc)
		case w.Leaf == referee.LeafLanesMax:
			acc = numeric.Max(a, acc)
		default:
			acc = numeric.Add(acc, a)
		}
		if got := math.Float32bits(acc); got != term.After {
			t.Fatalf("%s: term %d gives %08x, shown is %08x", name, term.Index, got, term.After)
		}
		lanes[term.Lane] = term.After
	}
	if len(w.After) == len(lanes) && len(lanes) > 1 && !slices.Equal(lanes, w.After) {
		t.Errorf("%s: the lanes end in %08x, shown is %08x", name, lanes, w.After)
	}
}
