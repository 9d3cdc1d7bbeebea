package main

import (
	"context"
	"errors"
	"fmt"
	"os"

	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/replica"
	"github.com/commonweight/commonweight/train/checkpoint"
	"github.com/commonweight/commonweight/train/program"
	"github.com/spf13/cobra"
)

func modelVerb(c *console) *cobra.Command {
	return group(&cobra.Command{Use: "model", Short: "Get the weights"}, modelExport(c))
}

func modelExport(c *console) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "export --out FILE",
		Short: "Write a run's newest final weights as safetensors that PyTorch loads",
		Long: `Fetches the checkpoint of the run's anchor (--head: of its newest window, which may still be voted out), checks it against the root on chain
and writes the parameters under the names and layouts of Hugging Face's GPT-2.`,
		Example: "  commonweight model export --run 1 --out model.safetensors",
		Args:    cobra.NoArgs,
	}
	out := cmd.Flags().String("out", "", "file to write (required)")
	head := cmd.Flags().Bool("head", false, "the newest window instead of the newest final one")
	run := runFlag(cmd)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if *out == "" {
			return badInput(errors.New("--out is missing: name the file to write"))
		}
		return within(func(ctx context.Context, s *session) error {
			r, err := s.picked(ctx, *run)
			if err != nil {
				return err
			}
			commitment, err := s.newest(ctx, r.ID(), *head)
			if err != nil {
				return err
			}
			state, err := r.After(ctx, commitment)
			if err != nil {
				return err
			}
			if err := writeModel(*out, r, state); err != nil {
				return err
			}
			return c.print(map[string]any{"run": r.ID(), "commitment": commitment, "step": state.Clock, "root": r.Root(state), "file": *out}, func() string {
				return fmt.Sprintf("%s holds the weights of run %d after %d steps (state root %s)", *out, r.ID(), state.Clock, r.Root(state))
			})
		})(cmd, args)
	}
	return cmd
}

func (s *session) newest(ctx context.Context, run chain.RunID, head bool) (chain.Hash, error) {
	if head {
		return s.client.Head(ctx, run)
	}
	return s.client.Anchor(ctx, run)
}

// writeModel writes the file in one piece, so that an interrupted export leaves no half file under its name.
func writeModel(path string, r *replica.Replica, state *program.State) error {
	file, err := os.Create(path + ".tmp")
	if err != nil {
		return badInput(fmt.Errorf("write the model: %w", err))
	}
	err = errors.Join(checkpoint.ExportModel(file, r.Program(), state), file.Close())
	if err == nil {
		err = os.Rename(path+".tmp", path)
	}
	if err != nil {
		return fmt.Errorf("write the model: %w", errors.Join(err, os.Remove(path+".tmp")))
	}
	return nil
}
