package checkpoint_test

import (
	"bytes"
	"math"
	"testing"

	"github.com/commonweight/commonweight/train/checkpoint"
	"github.com/commonweight/commonweight/train/program"
)

// TestLoss reads the loss's bits, and nothing out of what is cut short or of another kind.
func TestLoss(t *testing.T) {
	for _, p := range []*program.Program{tiny(t), lists()} {
		s := noisy(p)
		for _, want := range []uint32{math.Float32bits(2.5), 0x7fc00001, 0x80000000} {
			s.Scalars()[program.ScalarLoss] = math.Float32frombits(want)
			var file bytes.Buffer
			if err := checkpoint.Write(&file, p, s); err != nil {
				t.Fatal(err)
			}
			got, err := checkpoint.Loss(bytes.NewReader(file.Bytes()))
			if err != nil || math.Float32bits(got) != want {
				t.Errorf("%08x, %v, want %08x", math.Float32bits(got), err, want)
			}
			for _, n := range []int{0, 7, 8, 40} {
				if _, err := checkpoint.Loss(bytes.NewReader(file.Bytes()[:n])); err == nil {
					t.Errorf("read from the first %d bytes", n)
				}
			}
		}
		var model bytes.Buffer
		if err := checkpoint.ExportModel(&model, p, s); err != nil {
			t.Fatal(err)
		}
		if _, err := checkpoint.Loss(bytes.NewReader(model.Bytes())); err == nil {
			t.Error("a model without a state has a loss")
		}
	}
}
