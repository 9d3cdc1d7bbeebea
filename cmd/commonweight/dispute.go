package main

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"strconv"

	"github.com/commonweight/commonweight/fraudproof/match"
	"github.com/commonweight/commonweight/internal/chain"
	"github.com/spf13/cobra"
)

func disputeVerb(c *console) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "dispute",
		Short: "Explain a dispute in plain words: what differs, where, whose move, until when, at what cost",
		Long: `A dispute is a challenge against a commitment. The court may decide it; arithmetic may, and outranks the court: a match between both sides, down
to one sum of at most 16 terms that the contract recomputes. A challenge and its match bear the same number.`,
		Example: `  commonweight dispute show
  commonweight dispute show 3
  commonweight dispute watch 3 --json
  commonweight dispute play --owner 0x… --key-file mover.json --key-password-file password`,
	}
	cmd.AddCommand(disputeShow(c), disputeWatch(c), disputeCost(c), disputeOpen(c), disputeWaive(c), disputeKey(c), disputePlay(c))
	return cmd
}

// oneNumber and atMostOneNumber are what verbs about a dispute take.
func oneNumber(cmd *cobra.Command, args []string) error {
	if err := cobra.ExactArgs(1)(cmd, args); err != nil {
		return badInput(fmt.Errorf("name one dispute by its number: %w", err))
	}
	return nil
}

func atMostOneNumber(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	return oneNumber(cmd, args)
}

func disputeShow(c *console) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "show [NUMBER]",
		Short: "Show one dispute, or all of a run",
		Long: `Shows what differs, where (as far as the match has come), whose move it is, how much time is left and what it can still cost. Needs no key. Names of
operators come from the RunSpec; where it can't be had, numbers stand for them.
Exit code 0: shown, 2: there is no such dispute.`,
		Example: `  commonweight dispute show --run 1
  commonweight dispute show 3 --json`,
		Args: atMostOneNumber,
	}
	run := runFlag(cmd)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		return within(func(ctx context.Context, s *session) error {
			if len(args) == 0 {
				return showAll(ctx, c, s, *run)
			}
			d, err := s.dispute(ctx, args[0])
			if err != nil {
				return err
			}
			return c.print(d, d.describe)
		})(cmd, args)
	}
	return cmd
}

// showAll lists the challenges of a run, a line each.
func showAll(ctx context.Context, c *console, s *session, asked uint64) error {
	run, err := s.pick(ctx, asked)
	if err != nil {
		return err
	}
	events, _, err := s.client.Log(run).Next(ctx)
	if err != nil {
		return err
	}
	all := []*disputeView{}
	for _, e := range events {
		if sealed, ok := e.Data.(chain.Sealed); ok {
			d, err := s.dispute(ctx, strconv.FormatUint(uint64(sealed.Challenge), 10))
			if err != nil {
				return err
			}
			all = append(all, d)
		}
	}
	return c.print(all, func() string {
		if len(all) == 0 {
			return fmt.Sprintf("run %d has no disputes", run)
		}
		text := ""
		for _, d := range all {
			text += d.line() + "\n"
		}
		return text
	})
}

func disputeWatch(c *console) *cobra.Command {
	return &cobra.Command{
		Use:   "watch NUMBER",
		Short: "Follow a dispute until it is settled",
		Long: `Prints where the dispute stands whenever that changes, and ends when the challenge is settled. Needs no key and sends nothing.
Exit code 0: the commitment held, 1: it was rejected, 2: there is no such dispute, 3: nobody was proven wrong.`,
		Example: `  commonweight dispute watch 3
  commonweight dispute watch 3 --json`,
		Args: oneNumber,
		RunE: func(cmd *cobra.Command, args []string) error {
			return within(func(ctx context.Context, s *session) error {
				last := ""
				for range s.client.Blocks(ctx) {
					d, err := s.dispute(ctx, args[0])
					if err != nil {
						return err
					}
					if line := d.line(); line != last {
						last = line
						if err := c.print(d, d.line); err != nil {
							return err
						}
					}
					if d.over {
						return d.end()
					}
				}
				return ctx.Err()
			})(cmd, args)
		},
	}
}

// end is the error that carries the exit code of a settled dispute.
func (d *disputeView) end() error {
	switch d.Commitment.Status {
	case chain.StatusRejected.String():
		return errDisagree
	case chain.StatusFinalised.String():
		return nil
	}
	return &codedError{exitUnknown, errors.New("the dispute ended without anybody having been proven wrong")}
}

// cost is what a dispute in a run costs.
type cost struct {
	Run          chain.RunID `json:"run"`
	Bond         *big.Int    `json:"bond"` // wei: of a challenge, court fee included
	CourtFee     *big.Int    `json:"courtFee"`
	Transactions int         `json:"transactions"`
	Gas          uint64      `json:"gas"` // promised bound for a whole match, both sides
	Price        *big.Int    `json:"price"`
	Both         *big.Int    `json:"both"` // wei: the gas at the present price
}

// Bounds of a whole match, both sides together.
const (
	matchTransactions = 30
	matchGas          = 3_500_000
	moveGas           = 350_000
)

func disputeCost(c *console) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "cost",
		Short: "Say what a full dispute in a run costs",
		Long: `Says what a challenge must bond and what a whole match costs in gas at the present price, for both sides together. Who wins gets its bond back whole and its
gas repaid by the loser, up to 20 % of the loser's bond.`,
		Example: "  commonweight dispute cost --run 1",
		Args:    cobra.NoArgs,
	}
	run := runFlag(cmd)
	cmd.RunE = within(func(ctx context.Context, s *session) error {
		id, err := s.pick(ctx, *run)
		if err != nil {
			return err
		}
		x := cost{Run: id, Transactions: matchTransactions, Gas: matchGas, Price: new(big.Int).SetUint64(s.client.Latest().BaseFee)}
		if x.Bond, err = s.client.ChallengeBond(ctx, id); err != nil {
			return err
		}
		if x.CourtFee, err = s.client.CourtFee(ctx, id); err != nil {
			return err
		}
		x.Both = new(big.Int).Mul(x.Price, new(big.Int).SetUint64(x.Gas))
		return c.print(x, func() string {
			return fmt.Sprintf("a challenge in run %d bonds %s, of which %s is the court's fee\n"+
				"a whole match takes at most %d transactions and %d gas for both sides together: %s at the present base fee of %s wei\n"+
				"who wins gets bond and gas back; who loses loses the bond",
				x.Run, chain.Coins(x.Bond), chain.Coins(x.CourtFee), x.Transactions, x.Gas, chain.Coins(x.Both), x.Price)
		})
	})
	return cmd
}

func disputeOpen(c *console) *cobra.Command {
	return &cobra.Command{
		Use:   "open NUMBER",
		Short: "Take a dispute from the court to arithmetic, by hand",
		Long: `Starts the match of an opened challenge. Its challenger and the committer may, until one appeal window after the tally; anyone may where the court found no
majority. From then on clocks run: let ` + "`commonweight watch`" + ` or ` + "`commonweight worker run`" + ` play.`,
		Example: "  commonweight dispute open 3 --key-file key.json --key-password-env PASSWORD",
		Args:    oneNumber,
		RunE: func(cmd *cobra.Command, args []string) error {
			return acting(func(ctx context.Context, s *session, account *chain.Account) error {
				d, err := s.dispute(ctx, args[0])
				if err != nil {
					return err
				}
				if d.outcome != match.OutcomeNone {
					return badInput(fmt.Errorf("the match of dispute %s has begun: %s", args[0], d.outcome))
				}
				receipt, err := account.OpenArithmetic(ctx, d.Number)
				if err != nil {
					return err
				}
				if d, err = s.dispute(ctx, args[0]); err != nil {
					return err
				}
				return c.print(d, func() string {
					return fmt.Sprintf("opened in %s, %d gas\n%s", receipt.Tx, receipt.GasUsed, d.describe())
				})
			})(cmd, args)
		},
	}
}
