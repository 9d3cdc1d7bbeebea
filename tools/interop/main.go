// Command interop runs steps of a RunSpec from an imported model and writes the checkpoint and the exported model after them, for
// compare.py.
//
//	go run ./tools/interop RUNSPEC DATASET MODEL STEPS CHECKPOINT FOLDER
//
// It prints the loss of each step, how many milliseconds it took, and the most memory that the process
// has had by then, in MiB (0 where the system doesn't say).
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"time"

	"github.com/commonweight/commonweight/train/checkpoint"
	"github.com/commonweight/commonweight/train/engine"
	"github.com/commonweight/commonweight/train/program"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "interop:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	if len(args) != 6 {
		return errors.New("want RUNSPEC DATASET MODEL STEPS CHECKPOINT FOLDER")
	}
	text, err := os.ReadFile(args[0])
	if err != nil {
		return err
	}
	spec, err := program.ParseSpec(text)
	if err != nil {
		return err
	}
	p, err := program.Compile(spec)
	if err != nil {
		return err
	}
	payload, err := os.ReadFile(args[1])
	if err != nil {
		return err
	}
	steps, err := strconv.Atoi(args[3])
	if err != nil {
		return err
	}
	model, err := os.Open(args[2])
	if err != nil {
		return err
	}
	defer model.Close()
	state, err := checkpoint.ImportModel(model, p)
	if err != nil {
		return err
	}
	e, err := engine.Open(engine.Auto, p, payload, runtime.NumCPU())
	if err != nil {
		return err
	}
	defer e.Close()
	for range steps {
		start := time.Now()
		if err := e.Step(context.Background(), state); err != nil {
			return err
		}
		millis := float64(time.Since(start).Microseconds()) / 1000
		fmt.Printf("%v %.1f %d\n", state.Loss(), millis, peakMemory()>>10)
	}
	if err := create(args[4], func(w io.Writer) error { return checkpoint.Write(w, p, state) }); err != nil {
		return err
	}
	config, err := checkpoint.ModelConfig(p)
	if err != nil {
		return err
	}
	return errors.Join(os.WriteFile(filepath.Join(args[5], "config.json"), config, 0o644),
		create(filepath.Join(args[5], "model.safetensors"), func(w io.Writer) error { return checkpoint.ExportModel(w, p, state) }))
}

func create(path string, write func(io.Writer) error) error {
	out, err := os.Create(path)
	if err != nil {
		return err
	}
	return errors.Join(write(out), out.Close())
}

// peakMemory is in KiB. What getrusage tells would include the process that started this one.
func peakMemory() int {
	text, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0
	}
	for line := range strings.Lines(string(text)) {
		var n int
		if _, err := fmt.Sscanf(line, "VmHWM: %d kB", &n); err == nil {
			return n
		}
	}
	return 0
}
