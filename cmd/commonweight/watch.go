package main

import (
	"context"
	"log/slog"

	"github.com/commonweight/commonweight/fraudproof/challenger"
	"github.com/commonweight/commonweight/fraudproof/claimant"
	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/lookout"
	"github.com/commonweight/commonweight/internal/metrics"
	"github.com/commonweight/commonweight/internal/replica"
	"github.com/spf13/cobra"
)

func watchVerb(c *console) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "watch",
		Short: "Be a fraud-proofer: replay every window, challenge what is wrong, collect",
		Long: `Judges every unfinal window of a run by its own replay and challenges the earliest wrong one with a bond. What it can't tell it reports and
leaves alone. Bytes that no storage gives (leaves of the dataset, key frames) it demands on chain, for a fee of at most half a challenge's bond per
window, which comes back if nobody answers. Of a run with a goal it contests wrong claims, and claims what is reached if the account has a share.
It keeps no journal: stop and start it as you like.`,
		Example: "  commonweight watch --run 1 --key-file keys/04.json --key-password-file keys/password",
		Args:    cobra.NoArgs,
	}
	run := runFlag(cmd)
	cmd.RunE = acting(func(ctx context.Context, s *session, account *chain.Account) error {
		if err := s.measure(metrics.RoleWatch, account); err != nil {
			return err
		}
		r, err := s.partial(ctx, *run)
		if err != nil {
			return err
		}
		look := s.lookOut(ctx, lookout.Config{Account: account.Address(), Run: r.ID(), JudgesAll: true})
		stop, err := s.beside(ctx, c, account, r)
		if err != nil {
			return err
		}
		defer stop()
		return quietEnd(ctx, challenger.Run(ctx, challenger.Config{
			Account: account, Run: r.ID(), Judge: meteredJudge{r, look}, Lists: r, Bytes: r,
			Report: meteredWatch(s.meters, &watchEvents{events{console: c}}), Log: slog.Default(),
		}))
	})
	return cmd
}

// beside looks after the run's goal, if it has one, until stop is called.
func (s *session) beside(ctx context.Context, c *console, account *chain.Account, r *replica.Replica) (stop func(), err error) {
	if r.Goal() == nil {
		return func() {}, nil
	}
	events := meteredGoal(s.meters, &goalEvents{events{console: c}})
	agent, err := claimant.New(ctx, claimant.Config{
		Account: account, Run: r.ID(), Replica: r, Claims: true, Report: events, Log: slog.Default(),
	})
	if err != nil {
		return nil, err
	}
	ctx, cancel := context.WithCancel(ctx)
	done := make(chan struct{})
	go func() {
		defer close(done)
		agent.Watch(ctx)
	}()
	return func() { cancel(); <-done }, nil
}
