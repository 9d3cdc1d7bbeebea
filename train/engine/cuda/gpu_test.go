//go:build cuda && linux && amd64

package cuda

import (
	"flag"
	"testing"

	"github.com/commonweight/commonweight/train/engine/cuda/plan"
	"github.com/commonweight/commonweight/train/engine/internal/golden"
	"github.com/commonweight/commonweight/train/program"
)

var (
	needGPU = flag.Bool("gpu", false, "fail if there is no GPU")
	number  = flag.Int("device", 0, "number of the GPU")
)

func init() {
	openGPU = func(p *program.Program, payload []byte, o plan.Options) (*Engine, error) {
		devices, err := Devices()
		if err != nil {
			return nil, err
		}
		o.Processors = devices[*number].Processors
		return begin(p, payload, devices[*number], o)
	}
}

// device returns the GPU, or leaves the test out.
func aDevice(t *testing.T) Device {
	t.Helper()
	devices, err := Devices()
	if err != nil && *needGPU {
		t.Fatal(err)
	}
	if err != nil {
		t.Skip(err)
	}
	return devices[*number]
}

// TestDevice: a real device passes, and goes through the published states of the tiny GPT, all hundred of them; products that are cut otherwise,
// graphs with more and fewer branches, and runs again give the same.
func TestDevice(t *testing.T) {
	d := aDevice(t)
	t.Logf("%+v", d)
	if err := Check(d.Number); err != nil {
		t.Fatal(err)
	}
	_, p, payload := golden.Tiny(t, vectors)
	var want golden.States
	golden.Read(t, vectors+"/gpt-tiny-states.json", &want)
	defer func(n int) { streams = n }(streams)
	for i, o := range append(variants(d.Processors), plan.Options{}) {
		streams = []int{4, 1, 2, 7}[i%4]
		e, err := openGPU(p, payload, o)
		if err != nil {
			t.Fatal(err)
		}
		s := p.Genesis()
		for i, hash := range want.States[1:steps(i, len(want.States))] {
			step(t, e, s)
			if got := golden.StateHash(s); got != hash {
				t.Fatalf("%+v: state after %d steps: %s, want %s", o, i+1, got, hash)
			}
		}
		if err := e.Close(); err != nil {
			t.Error(err)
		}
	}
}
