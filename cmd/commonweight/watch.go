package main

import (
	"context"
	"log/slog"

	"github.com/commonweight/commonweight/fraudproof/challenger"
	"github.com/commonweight/commonweight/internal/chain"
	"github.com/spf13/cobra"
)

func watchVerb(c *console) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "watch",
		Short: "Be a fraud-proofer: replay every window, challenge what is wrong, collect",
		Long: `Judges every unfinal window of a run by its own replay and challenges the earliest wrong one with a bond. What it can't tell it reports and
leaves alone. Bytes that no storage gives (leaves of the dataset, key frames) it demands on chain, for a fee of at most half a challenge's bond per
window, which comes back if nobody answers. It keeps no journal: stop and start it as you like.`,
		Example: "  commonweight watch --run 1 --key-file keys/04.json --key-password-file keys/password",
		Args:    cobra.NoArgs,
	}
	run := runFlag(cmd)
	cmd.RunE = acting(func(ctx context.Context, s *session, account *chain.Account) error {
		r, err := s.partial(ctx, *run)
		if err != nil {
			return err
		}
		return quietEnd(ctx, challenger.Run(ctx, challenger.Config{
			Account: account, Run: r.ID(), Judge: r, Lists: r, Bytes: r, Report: &watchEvents{events{console: c}}, Log: slog.Default(),
		}))
	})
	return cmd
}
