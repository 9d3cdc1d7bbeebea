package main

import (
	"log/slog"

	"github.com/commonweight/commonweight/fraudproof/challenger"
	"github.com/spf13/cobra"
)

func watchVerb(c *console) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "watch",
		Short: "Be a fraud-proofer: replay every window, challenge what is wrong, collect",
		Long: `Judges every unfinal window of a run by its own replay and challenges the earliest wrong one with a bond. What it can't tell it reports and
leaves alone. It keeps no journal: stop and start it as you like.`,
		Example: "  commonweight watch --run 1 --key-file keys/04.json --key-password-file keys/password",
		Args:    cobra.NoArgs,
	}
	id := runFlag(cmd)
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		ctx := cmd.Context()
		s, err := open(cmd)
		if err != nil {
			return err
		}
		defer s.Close()
		run, err := s.pick(ctx, *id)
		if err != nil {
			return err
		}
		account, err := s.account()
		if err != nil {
			return err
		}
		r, _, err := s.replica(ctx, run)
		if err != nil {
			return err
		}
		return quietEnd(ctx, challenger.Run(ctx, challenger.Config{
			Account: account, Run: run, Judge: r, Report: &watchEvents{events{console: c}}, Log: slog.Default(),
		}))
	}
	return cmd
}
