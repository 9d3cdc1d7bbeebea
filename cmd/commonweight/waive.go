package main

import (
	"context"
	"errors"

	"github.com/commonweight/commonweight/internal/chain"
	"github.com/spf13/cobra"
)

func disputeWaive(c *console) *cobra.Command {
	return &cobra.Command{
		Use:   "waive NUMBER",
		Short: "Give up the appeal of a tally that went against you",
		Long: `Whoever lost a tally may give up arithmetic, so that nobody has to wait for the appeal window: the committer when its commitment fell, the challenger when
it was let stand (every challenger has to). It saves time and no money: agents don't do it by themselves, since who is right never should.
Exit code 0: waived, 2: there is nothing that this key could waive.`,
		Example: "  commonweight dispute waive 3 --key-file key.json --key-password-env PASSWORD",
		Args:    oneNumber,
		RunE: func(cmd *cobra.Command, args []string) error {
			return acting(func(ctx context.Context, s *session, account *chain.Account) error {
				d, err := s.dispute(ctx, args[0])
				if err != nil {
					return err
				}
				x, err := account.Challenge(ctx, d.Number)
				if err != nil {
					return err
				}
				var receipt *chain.Receipt
				if x.Challenger == account.Address() {
					receipt, err = account.WaiveChallenge(ctx, d.Number)
				} else {
					receipt, err = account.Waive(ctx, x.Commitment)
				}
				if chain.IsRevert(err) {
					return badInput(errors.Join(errors.New("there is no appeal that this key could waive"), err))
				}
				if err != nil {
					return err
				}
				return c.print(map[string]any{"challenge": d.Number, "commitment": x.Commitment, "tx": receipt.Tx}, func() string {
					return "the appeal is given up"
				})
			})(cmd, args)
		},
	}
}
