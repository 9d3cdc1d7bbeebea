package main

import (
	"errors"
	"fmt"
	"strings"
	"text/tabwriter"

	"github.com/commonweight/commonweight/internal/bench"
	"github.com/commonweight/commonweight/internal/config"
	"github.com/commonweight/commonweight/train/engine"
	"github.com/commonweight/commonweight/train/engine/cpu"
	"github.com/commonweight/commonweight/train/engine/cuda"
	"github.com/spf13/cobra"
)

func benchVerb(c *console) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "bench",
		Short: "Measure this machine: products against OpenBLAS, memory, a GPT-2 step, hashing, replay",
		Long: `Prints one table. Every row is measured side by side with its reference, in turns, and shows medians.

value and reference have the row's unit; ratio is our speed relative to the reference's: 1.00 is as fast, more is faster. On a machine that
others use, believe ratios, not values.

product       a matrix product of GPT-2's step (mode, rows x columns x terms) against OpenBLAS's SGEMM with the fastest of its kernels; those
              of attention are many small ones, of which OpenBLAS computes also the half that is masked. One thread is measured by
              processor time, for which others on the machine matter less. After a pause: what waking threads costs
attention     a layer's attention against the machine's peak of multiply-adds, the masked half not counted
elementwise   maps against copying as many bytes; above 1 where several maps run in one pass or copying is badly done
reduction     sums against reading as many bytes
step          a training step of GPT-2 124M against the machine's peak of multiply-adds: the ratio is the share of the peak that is reached.
              Operations are counted as 6N + 6LCT a token. A second row compares with PyTorch, if --python names one that has it
state root    Merkle root of the state against bare SHA-256, and against a window of 8 steps
fetch         a checkpoint out of the block store, with its root, against bare SHA-256
verify        what "verify --step" does to a window, against the worker's own steps and the fetch

With --engine cuda the rows are a GPU's, timed by events on it: the step of GPT-2 124M (B4xT1024) against the device's peak and against PyTorch,
the roots of the state against a window, products against cuBLAS. cuBLAS and PyTorch are measured by --python on the same GPU, TF32 off but
where the row says so; a row without them says unmeasured.

With --engine auto, AVX-512 machines show AVX2 as well. "make bench" builds the program that calls OpenBLAS and runs this. The whole takes
some ten minutes, 8 GiB of memory and 2 GB of temporary files.`,
		Example: `  make bench
  commonweight bench --engine avx2 --threads 1 --json`,
		Args: cobra.NoArgs,
	}
	yardstick := cmd.Flags().String("yardstick", ".tools/openblas", "program that calls OpenBLAS, as make bench builds it")
	python := cmd.Flags().String("python", "python3", "a Python that has PyTorch and transformers")
	script := cmd.Flags().String("torch-step", "tools/interop/step.py", "what takes steps in PyTorch")
	quick := cmd.Flags().Bool("quick", false, "a small model and few samples: seconds, and no measure of anything")
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		settings, err := config.Load(cmd.Flags())
		if err != nil {
			return badInput(err)
		}
		rows := []bench.Row{}
		show := func(r bench.Row) {
			rows = append(rows, r)
			if !c.json {
				fmt.Fprintf(c.err, "%s: %.2f\n", r.Name, r.Ratio)
			}
		}
		err = bench.Run(cmd.Context(), bench.Options{
			Engine: settings.Engine, Threads: settings.Threads, Quick: *quick, Yardstick: *yardstick, Python: *python, Script: *script,
		}, show, func(line string) { fmt.Fprintln(c.err, line) })
		if errors.Is(err, engine.ErrUnknown) || errors.Is(err, cpu.ErrUnsupported) || errors.Is(err, cuda.ErrUnsupported) {
			return badInput(err)
		}
		if err != nil {
			return err
		}
		return c.print(rows, func() string { return describeBench(rows) })
	}
	return cmd
}

func describeBench(rows []bench.Row) string {
	var text strings.Builder
	w := tabwriter.NewWriter(&text, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(w, "ratio\tvalue\treference\tunit\t")
	for _, r := range rows {
		fmt.Fprintf(w, "%.2f\t%.1f\t%.1f\t%s\t %s, against %s\n", r.Ratio, r.Value, r.Reference, r.Unit, r.Name, r.Against)
	}
	w.Flush()
	return text.String()
}
