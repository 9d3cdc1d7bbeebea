// Command interop runs steps of a RunSpec from an imported model and writes the checkpoint after them, for compare.py.
//
//	go run ./tools/interop RUNSPEC DATASET MODEL STEPS CHECKPOINT
//
// It prints the loss of each step and how long it took.
package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"runtime"
	"strconv"
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
	if len(args) != 5 {
		return errors.New("want RUNSPEC DATASET MODEL STEPS CHECKPOINT")
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
		fmt.Printf("%v %.1f\n", state.Loss(), float64(time.Since(start).Microseconds())/1000)
	}
	out, err := os.Create(args[4])
	if err != nil {
		return err
	}
	return errors.Join(checkpoint.Write(out, p, state), out.Close())
}
