package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"

	"github.com/commonweight/commonweight/internal/agent"
	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/lookout"
	"github.com/commonweight/commonweight/internal/metrics"
	"github.com/commonweight/commonweight/internal/player"
	"github.com/spf13/cobra"
)

func disputeKey(c *console) *cobra.Command {
	return &cobra.Command{
		Use:   "key ADDRESS",
		Short: "Name the one other key that may move in matches for yours",
		Long: `Lets another key make the moves of your matches, now and later, instead of the one named last; "none" takes it back. That key can't touch a bond and
needs coins for gas; what a won match repays goes to you. Keep your own key where it is safe and let ` + "`dispute play`" + ` run with the other.`,
		Example: "  commonweight dispute key 0x5f… --key-file cold.json --key-password-file password",
		Args: func(cmd *cobra.Command, args []string) error {
			if err := cobra.ExactArgs(1)(cmd, args); err != nil {
				return badInput(fmt.Errorf("name one address, or none: %w", err))
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			var key chain.Address
			if args[0] != "none" {
				var err error
				if key, err = chain.ParseAddress(args[0]); err != nil {
					return badInput(err)
				}
			}
			return acting(func(ctx context.Context, s *session, account *chain.Account) error {
				receipt, err := account.NameKey(ctx, key)
				if err != nil {
					return err
				}
				named := struct {
					Owner chain.Address `json:"owner"`
					Key   chain.Address `json:"key"`
				}{account.Address(), key}
				return c.print(named, func() string {
					if key == (chain.Address{}) {
						return fmt.Sprintf("only %s itself moves in its matches from now on (%d gas)", account.Address(), receipt.GasUsed)
					}
					return fmt.Sprintf("%s may move in the matches of %s from now on (%d gas)", key, account.Address(), receipt.GasUsed)
				})
			})(cmd, args)
		},
	}
}

func disputePlay(c *console) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "play --owner ADDRESS",
		Short: "Play the matches of an account that named this key",
		Long: `Plays every match of another account, committer's or challenger's, with a key that the account named by ` + "`dispute key`" + `, and answers demands against its
commitments. It bonds nothing. Opening arithmetic after a jury has spoken takes the owner's own key: this says so when it is time. It keeps no
journal: stop and start it as you like.`,
		Example: "  commonweight dispute play --owner 0x… --key-file mover.json --key-password-file password",
		Args:    cobra.NoArgs,
	}
	run := runFlag(cmd)
	owner := cmd.Flags().String("owner", "", "account whose matches are played")
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if *owner == "" {
			return badInput(errors.New("--owner is missing: name the account whose matches are to be played"))
		}
		address, err := chain.ParseAddress(*owner)
		if err != nil {
			return badInput(err)
		}
		return acting(func(ctx context.Context, s *session, account *chain.Account) error {
			if err := s.measure(metrics.RoleWatch, account); err != nil {
				return err
			}
			r, err := s.partial(ctx, *run)
			if err != nil {
				return err
			}
			s.lookOut(ctx, lookout.Config{Account: address, Run: r.ID()})
			out := meteredPlay(s.meters, &playEvents{events{console: c}})
			p, err := player.New(ctx, player.Config{Account: account, Owner: address, Run: r.ID(), Lists: r, Bytes: r, Report: out, Log: slog.Default()})
			if err != nil {
				return err
			}
			loop := agent.Loop{Account: account, Deaf: agent.Deaf, Move: p.Tick, Alert: func(text string) { slog.Warn(text) }, Muted: "no move can be made", Log: slog.Default()}
			loop.Run(ctx)
			return quietEnd(ctx, nil)
		})(cmd, args)
	}
	return cmd
}
