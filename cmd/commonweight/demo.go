package main

import (
	"errors"

	"github.com/commonweight/commonweight/cmd/commonweight/demo"
	"github.com/commonweight/commonweight/internal/config"
	"github.com/spf13/cobra"
)

func demoVerb(c *console) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "demo",
		Short: "Train in public, catch a cheat and carry on: the whole story on a local chain",
		Long: `Plays the main job in a few minutes: three workers, of whom one lies and one idles, a fraud-proofer, a griefer and three validators train a GPT
of about a million parameters on a folder of text. Everything is real: the chain, the storage, the training, the money.
Writes report.json, loss.svg, model.safetensors and demo.log. Ends with exit code 1 if a promise broke. The same seed and dataset give the
same final state root on every machine.`,
		Example: "  commonweight demo --data ./text --out ./demo",
		Args:    cobra.NoArgs,
	}
	data := cmd.Flags().String("data", "", "folder of text to train on (required)")
	out := cmd.Flags().String("out", "demo", "folder for the results")
	seed := cmd.Flags().Uint64("seed", 1, "seed of the run")
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		if *data == "" {
			return badInput(errors.New("--data is missing: name a folder of text"))
		}
		settings, err := config.Load(cmd.Flags())
		if err != nil {
			return badInput(err)
		}
		story := c.out
		if c.json {
			story = c.err
		}
		report, err := demo.Run(cmd.Context(), demo.Config{
			Data: *data, Out: *out, Seed: *seed, Engine: settings.Engine, Threads: settings.Threads, Console: story,
		})
		if report == nil {
			return err
		}
		if errors.Is(err, demo.ErrBroken) {
			err = &codedError{exitDisagree, err}
		}
		if c.json {
			return errors.Join(err, c.print(report, nil))
		}
		report.Table(c.out)
		return err
	}
	return cmd
}
