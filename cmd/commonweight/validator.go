package main

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"strings"
	"time"

	"github.com/commonweight/commonweight/fraudproof/auditor"
	"github.com/commonweight/commonweight/fraudproof/validator"
	"github.com/commonweight/commonweight/internal/chain"
	"github.com/spf13/cobra"
)

func validatorVerb(c *console) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "validator",
		Short: "Judge disputes: stake, vote, audit, collect",
		Long: `A validator stakes coins, is drawn into juries in proportion to its stake, says by its own replay what a window's root is, and is paid for being right.
docs/validators.md says in one page what that asks, costs and earns.`,
		Example: `  commonweight validator stake 4 --key-file keys/06.json --key-password-file keys/password
  commonweight validator run --key-file keys/06.json --key-password-file keys/password
  commonweight validator status 0x…`,
	}
	return group(cmd, validatorStake(c), validatorUnstake(c), validatorStatus(c), validatorVote(c), validatorRun(c))
}

func validatorStake(c *console) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "stake COINS",
		Short: "Add to the stake",
		Long: `Puts coins at stake. Juries are drawn in proportion to stake, by what it was before a case was opened. A seat locks the run's seat stake until a root is final
for its window; what isn't locked can be asked back at any time.`,
		Example: "  commonweight validator stake 2.5 --key-file keys/06.json --key-password-file keys/password",
		Args:    exactly(1, "how many coins to stake, for example 2.5"),
	}
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		amount, err := parseCoins(args[0])
		if err != nil {
			return badInput(err)
		}
		return acting(func(ctx context.Context, s *session, account *chain.Account) error {
			if _, err := validator.Stake(ctx, account, amount); err != nil {
				return err
			}
			return c.standing(ctx, s.client, account.Address())
		})(cmd, args)
	}
	return cmd
}

func validatorUnstake(c *console) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "unstake [COINS]",
		Short: "Ask stake back, and take it once the cooldown is over",
		Long: `With an amount it asks for that much back: it draws no more seats from now on, but answers for those drawn before until the cooldown is over. Without an amount it
takes what may be taken and withdraws it. A later request starts the cooldown of all of it again.
Exit code 0: asked, or taken; 2: nothing can be taken yet, the message says when.`,
		Example: `  commonweight validator unstake 2.5 --key-file keys/06.json --key-password-file keys/password
  commonweight validator unstake --key-file keys/06.json --key-password-file keys/password`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 1 {
				return badInput(errors.New("want how many coins to ask back, or nothing to take what was asked back"))
			}
			return nil
		},
	}
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		var amount *big.Int
		if len(args) == 1 {
			var err error
			if amount, err = parseCoins(args[0]); err != nil {
				return badInput(err)
			}
		}
		return acting(func(ctx context.Context, s *session, account *chain.Account) error {
			if err := validator.Unstake(ctx, account, amount); err != nil {
				if errors.Is(err, validator.ErrNotFree) {
					return badInput(err)
				}
				return err
			}
			return c.standing(ctx, s.client, account.Address())
		})(cmd, args)
	}
	return cmd
}

func validatorStatus(c *console) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "status [ADDRESS]",
		Short: "Show stake, seats with their deadlines, audits, and what can be collected",
		Long: `Shows how a validator stands: the one with that address, or the one of the settings' key. It sends nothing and may run beside an agent that uses the key.
Exit code 0: shown.`,
		Example: `  commonweight validator status 0x…
  commonweight validator status --key-file keys/06.json --key-password-file keys/password --json`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 1 {
				return badInput(errors.New("want one address, or none for that of the key"))
			}
			return nil
		},
	}
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		return within(func(ctx context.Context, s *session) error {
			var who chain.Address
			var err error
			if len(args) == 1 {
				who, err = parseAddress("validator", args[0])
			} else {
				who, err = s.address()
			}
			if err != nil {
				return err
			}
			return c.standing(ctx, s.client, who)
		})(cmd, args)
	}
	return cmd
}

// standing prints how a validator stands.
func (c *console) standing(ctx context.Context, client *chain.Client, who chain.Address) error {
	x, err := validator.StandingOf(ctx, client, who)
	if err != nil {
		return err
	}
	past, pending, err := auditor.StandingOf(ctx, client, who)
	if err != nil {
		return err
	}
	view := standingView(x)
	view["audits"], view["answers"] = auditView(past, pending)
	return c.print(view, func() string { return describeStanding(x) + describeAudits(past, pending) })
}

func auditView(past auditor.Past, pending []auditor.Pending) (audits map[string]any, answers []map[string]any) {
	answers = []map[string]any{}
	for _, p := range pending {
		answers = append(answers, map[string]any{
			"pledge": p.Pledge, "run": p.Run, "commitment": p.Commitment, "canary": p.Canary, "status": p.Status.String(), "bond": p.Bond.String(),
		})
	}
	return map[string]any{
		"sealed": past.Sealed, "planted": past.Planted, "settled": past.Settled, "lost": past.Lost, "paid": past.Paid.String(), "burned": past.Burned.String(),
	}, answers
}

func describeAudits(past auditor.Past, pending []auditor.Pending) string {
	if past.Sealed+past.Planted == 0 {
		return "no audits\n"
	}
	bonds := new(big.Int)
	for _, p := range pending {
		bonds.Add(bonds, p.Bond)
	}
	text := fmt.Sprintf("audits: %d answered, %d settled, paid %s; %d canaries planted; %d answers pending with %s bonded\n",
		past.Sealed, past.Settled, chain.Coins(past.Paid), past.Planted, len(pending), chain.Coins(bonds))
	if past.Lost > 0 {
		text += fmt.Sprintf("%d answers were lost: %s burned\n", past.Lost, chain.Coins(past.Burned))
	}
	return text
}

func standingView(x validator.Standing) map[string]any {
	seats := []map[string]any{}
	for _, s := range x.Seats {
		seats = append(seats, map[string]any{
			"run": s.Run, "window": s.Window, "commitment": s.Commitment, "round": s.Round, "phase": s.Phase, "status": s.Status,
			"stake": s.Stake.String(), "fee": s.Fee.String(), "deadline": s.Deadline, "next": s.Next,
		})
	}
	return map[string]any{
		"validator": x.Validator, "stake": x.Stake.String(), "weight": x.Weight.String(), "locked": x.Locked.String(),
		"unbonding": x.Unbonding.String(), "availableAt": x.AvailableAt, "credit": x.Credit.String(), "now": x.Now, "seats": seats,
	}
}

func describeStanding(x validator.Standing) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %s at stake, %s of it locked in seats\n", x.Validator, chain.Coins(x.Stake), chain.Coins(x.Locked))
	if x.Unbonding.Sign() > 0 {
		fmt.Fprintf(&b, "%s asked back; to be taken from %s on (`commonweight validator unstake`)\n", chain.Coins(x.Unbonding),
			time.Unix(int64(x.AvailableAt), 0).UTC().Format(time.DateTime))
	}
	if x.Credit.Sign() > 0 {
		fmt.Fprintf(&b, "%s to collect; `commonweight validator run` withdraws it\n", chain.Coins(x.Credit))
	}
	if len(x.Seats) == 0 {
		b.WriteString("no seats\n")
	}
	for _, s := range x.Seats {
		fmt.Fprintf(&b, "seat in round %d about window %d of run %d (%s): phase %s, %s; %s\n", s.Round, s.Window, s.Run, s.Commitment, s.Phase, s.Status, s.Next)
	}
	return b.String()
}

// exactly wants n arguments and says what they are.
func exactly(n int, what string) cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		if len(args) != n {
			return badInput(fmt.Errorf("want %s", what))
		}
		return nil
	}
}

// parseCoins reads a decimal number of coins as wei.
func parseCoins(text string) (*big.Int, error) {
	value, ok := new(big.Rat).SetString(text)
	if !ok || strings.ContainsAny(text, "/eE") || value.Sign() <= 0 || len(text) > 40 {
		return nil, fmt.Errorf("amount %q: want a positive number of coins, for example 2.5", text)
	}
	wei := value.Mul(value, new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(18), nil)))
	if !wei.IsInt() {
		return nil, fmt.Errorf("amount %q: a coin has 18 decimals", text)
	}
	return wei.Num(), nil
}

// parseHash reads 0x and 64 hexadecimal digits.
func parseHash(what, text string) (chain.Hash, error) {
	var hash chain.Hash
	if err := hash.UnmarshalText([]byte(text)); err != nil {
		return hash, fmt.Errorf("%s %q: want 0x and 64 hexadecimal digits", what, text)
	}
	return hash, nil
}

// parseAddress reads 0x and 40 hexadecimal digits.
func parseAddress(what, text string) (chain.Address, error) {
	var address chain.Address
	if err := address.UnmarshalText([]byte(text)); err != nil {
		return address, badInput(fmt.Errorf("%s %q: want 0x and 40 hexadecimal digits", what, text))
	}
	return address, nil
}
