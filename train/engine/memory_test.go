package engine

import (
	"fmt"
	"os"
	"os/exec"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/commonweight/commonweight/train/engine/internal/golden"
	"github.com/commonweight/commonweight/train/program"
)

const alone = "ENGINE_TEST_MEMORY"

// TestMemoryOfGPT2: a step of GPT-2 124M at B4xT64 needs at most 3 GiB, the state included. The test's own binary takes it, in a process that
// does nothing else.
func TestMemoryOfGPT2(t *testing.T) {
	if os.Getenv(alone) != "" {
		stepOfGPT2(t)
		return
	}
	if testing.Short() || len(available(t)) == 1 {
		t.Skip("takes a step of 124 million parameters")
	}
	if _, err := os.Stat("/proc/self/status"); err != nil {
		t.Skip("this system doesn't tell how much memory a process has had")
	}
	path, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	command := exec.CommandContext(t.Context(), path, "-test.run", "^TestMemoryOfGPT2$", "-test.v")
	command.Env = append(os.Environ(), alone+"=1")
	out, err := command.CombinedOutput()
	found := regexp.MustCompile(`VmHWM:\s*(\d+) kB`).FindSubmatch(out)
	if err != nil || found == nil {
		t.Fatalf("%v: %s", err, out)
	}
	kib, err := strconv.Atoi(string(found[1]))
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%d MiB", kib>>10)
	if kib > 3<<20 {
		t.Errorf("a step takes %d MiB, more than 3 GiB", kib>>10)
	}
}

func stepOfGPT2(t *testing.T) {
	_, tiny, _ := golden.Tiny(t, vectors)
	spec, payload := tiny.Spec, make([]byte, 1<<12)
	spec.Batch = 4
	spec.Model = program.Model{Kind: program.ModelGPT, Layers: 12, Width: 768, Heads: 12, Context: 64, Vocabulary: 50257}
	spec.Dataset.Bytes, spec.Dataset.TokenBytes, spec.Dataset.Stride = len(payload), 2, 64
	p, err := program.Compile(spec)
	if err != nil {
		t.Fatal(err)
	}
	// Weights of +0 save the time of drawing them; they are read and written like any.
	s := p.NewState()
	if err := open(t, Auto, p, payload, 2).Step(t.Context(), s); err != nil {
		t.Fatal(err)
	}
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(status)) {
		if strings.HasPrefix(line, "VmHWM") {
			fmt.Print(line)
		}
	}
}
