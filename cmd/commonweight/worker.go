package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"path/filepath"
	"time"

	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/lookout"
	"github.com/commonweight/commonweight/internal/metrics"
	"github.com/commonweight/commonweight/internal/player"
	"github.com/commonweight/commonweight/worker"
	"github.com/spf13/cobra"
)

func workerVerb(c *console) *cobra.Command {
	return group(&cobra.Command{Use: "worker", Short: "Earn by computing windows"}, workerRun(c))
}

func workerRun(c *console) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "run",
		Short: "Take leases, compute windows, commit them, until the run is final",
		Long: `Works on a run until every window is final and the money is home. Stop it with Ctrl-C, or kill it: start the same command again and it
goes on with the same lease.`,
		Example: "  commonweight worker run --run 1 --key-file keys/01.json --key-password-file keys/password",
		Args:    cobra.NoArgs,
	}
	run := runFlag(cmd)
	prove := cmd.Flags().Bool("prove", false, "prove each window, so that it needs no challenge period; what has no proof goes the usual way")
	elements := elementsFlag(cmd, "end disputes about matrix products by proofs of elements of at most that many terms, where the deployment has their key (0: never)")
	cmd.RunE = acting(func(ctx context.Context, s *session, account *chain.Account) error {
		if err := s.measure(metrics.RoleWorker, account); err != nil {
			return err
		}
		r, err := s.picked(ctx, *run)
		if err != nil {
			return err
		}
		var prover worker.Prover
		if *prove {
			p, err := s.openProver(r, account)
			if err != nil {
				return err
			}
			p.told = c.tellProof
			e := p.circuit.estimate()
			fmt.Fprintf(c.err, "proving: about %s a step on two cores, with %d MiB, beside training\n", e.Prove.Round(100*time.Millisecond), e.Memory>>20)
			prover = p
		}
		var proofs player.Prover
		if *elements > 0 {
			p, err := c.elementsOf(ctx, account, s.config.DataDir, *elements)
			if err != nil {
				return err
			}
			proofs = p
		}
		look := s.lookOut(ctx, lookout.Config{Account: account.Address(), Run: r.ID()})
		return quietEnd(ctx, worker.Run(ctx, worker.Config{
			Account: account, Replica: r, Dir: filepath.Join(s.config.DataDir, "worker"), Report: meteredWorker(s.meters, look, &workerEvents{events{console: c}}),
			Meter: s.meters.Worker, Log: slog.Default(), Prover: prover, Elements: proofs,
		}))
	})
	return cmd
}

// quietEnd makes the end of an agent that was told to stop an interruption, whatever broke while it ended.
func quietEnd(ctx context.Context, err error) error {
	if ctx.Err() != nil {
		return errors.Join(context.Canceled, err)
	}
	return err
}
