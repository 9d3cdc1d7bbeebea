package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"math"
	"math/big"
	"strconv"

	"github.com/commonweight/commonweight/fraudproof/claimant"
	"github.com/commonweight/commonweight/internal/chain"
	"github.com/spf13/cobra"
)

func goalLock(c *console) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "lock COINS",
		Short: "Lock money for whoever gets the run to its goal",
		Long: `Adds to the pot of the goal in the run's RunSpec. When a claim that it is reached has stood, the pot is split by steps among the committers of all
windows up to there; if nobody claims it until 30 days after the run, it can be taken back ("goal collect").

A claim that nobody contests is believed: somebody should watch ("commonweight watch").`,
		Example: "  commonweight goal lock 5 --run 1 --key-file keys/00.json --key-password-file keys/password",
		Args:    exactly(1, "how many coins to lock, for example 2.5"),
	}
	run := runFlag(cmd)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		amount, err := parseCoins(args[0])
		if err != nil {
			return badInput(err)
		}
		return acting(func(ctx context.Context, s *session, account *chain.Account) error {
			agent, err := s.claimant(ctx, c, account, *run)
			if err != nil {
				return err
			}
			if _, err := account.Lock(ctx, agent.Goal(), amount); err != nil {
				return err
			}
			pot, err := s.client.Pot(ctx, agent.Pots()[0])
			if err != nil {
				return err
			}
			return c.print(map[string]any{"pot": agent.Pots()[0], "locked": amount.String(), "amount": pot.Amount.String()},
				func() string { return fmt.Sprintf("locked %s wei; the pot holds %s", amount, pot.Amount) })
		})(cmd, args)
	}
	return cmd
}

func goalClaim(c *console) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "claim",
		Short: "Claim that the goal is reached, with a bond",
		Long: `Evaluates the newest final key frame on this machine and, only if the loss isn't above the target, claims it with a bond. Then it follows the claim:
it plays the duels that contests bring, takes the bond back after the challenge period and pulls the account's shares. Interrupted, the claim
stands: "watch" and "goal collect" go on with it.`,
		Example: "  commonweight goal claim --run 1 --key-file keys/01.json --key-password-file keys/password",
		Args:    cobra.NoArgs,
	}
	run := runFlag(cmd)
	cmd.RunE = acting(func(ctx context.Context, s *session, account *chain.Account) error {
		agent, err := s.claimant(ctx, c, account, *run)
		if err != nil {
			return err
		}
		frame, err := agent.KeyFrame(ctx)
		if err != nil {
			return err
		}
		if frame == (chain.Hash{}) {
			return badInput(errors.New("no key frame is final yet"))
		}
		made, err := agent.Claim(ctx, frame)
		if errors.Is(err, claimant.ErrNotReached) {
			return &codedError{exitDisagree, err}
		}
		if errors.Is(err, claimant.ErrNoPot) {
			return badInput(err)
		}
		if err != nil {
			return err
		}
		return s.follow(ctx, c, agent, account, made.Pledge, made.Word)
	})
	return cmd
}

func goalContest(c *console) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "contest CLAIM",
		Short: "Contest a claim whose loss this machine doesn't find, with a bond",
		Long: `Evaluates the key frame that the claim is about and, only if the loss is another, contests it with a bond and plays the duel to its end. "watch" does
the same by itself.`,
		Example: "  commonweight goal contest 3 --key-file keys/04.json --key-password-file keys/password",
		Args:    exactly(1, "the claim's number; see `commonweight goal show`"),
	}
	run := runFlag(cmd)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		claim, err := strconv.ParseUint(args[0], 10, 64)
		if err != nil {
			return badInput(fmt.Errorf("%q is no number of a claim", args[0]))
		}
		return acting(func(ctx context.Context, s *session, account *chain.Account) error {
			agent, err := s.claimant(ctx, c, account, *run)
			if err != nil {
				return err
			}
			made, err := agent.Contest(ctx, chain.PledgeID(claim))
			if errors.Is(err, claimant.ErrAgree) || errors.Is(err, claimant.ErrNoClaim) {
				return badInput(err)
			}
			if err != nil {
				return err
			}
			return s.follow(ctx, c, agent, account, made.Pledge, made.Word)
		})(cmd, args)
	}
	return cmd
}

func goalCollect(c *console) *cobra.Command {
	cmd := &cobra.Command{
		Use:     "collect",
		Short:   "Bring home what the goal has brought: shares, bonds, what was locked in vain",
		Example: "  commonweight goal collect --run 1 --key-file keys/01.json --key-password-file keys/password",
		Args:    cobra.NoArgs,
	}
	run := runFlag(cmd)
	cmd.RunE = acting(func(ctx context.Context, s *session, account *chain.Account) error {
		agent, err := s.claimant(ctx, c, account, *run)
		if err != nil {
			return err
		}
		if _, err := agent.Collect(ctx); err != nil {
			return err
		}
		return c.withdrawn(ctx, account)
	})
	return cmd
}

// claimant is the agent of a run's goal, for one act of a person.
func (s *session) claimant(ctx context.Context, c *console, account *chain.Account, asked uint64) (*claimant.Claimant, error) {
	r, err := s.partial(ctx, asked)
	if err != nil {
		return nil, err
	}
	events := &goalEvents{events{console: c}}
	agent, err := claimant.New(ctx, claimant.Config{Account: account, Run: r.ID(), Replica: r, Report: events.Report, Log: slog.Default()})
	if r.Goal() == nil {
		return nil, badInput(err)
	}
	return agent, err
}

// follow goes along with a claim or contest to its end, and says what came of it.
func (s *session) follow(ctx context.Context, c *console, agent *claimant.Claimant, account *chain.Account, id chain.PledgeID, word uint32) error {
	if err := agent.Finish(ctx); err != nil {
		return quietEnd(ctx, err)
	}
	pledge, err := s.client.GoalPledge(ctx, id)
	if err != nil {
		return err
	}
	if err := c.print(map[string]any{"pledge": id, "loss": math.Float32frombits(word), "lossWord": wordOf(word), "status": pledge.Status.String()},
		func() string {
			return fmt.Sprintf("%d, a loss of %v: %s", id, math.Float32frombits(word), pledge.Status)
		}); err != nil {
		return err
	}
	return c.withdrawn(ctx, account)
}

// withdrawn takes the account's credit in the native coin out of the Vault.
func (c *console) withdrawn(ctx context.Context, account *chain.Account) error {
	amount, err := account.Credit(ctx, account.Address(), chain.Native)
	if err != nil {
		return err
	}
	if amount.Sign() > 0 {
		if _, err := account.Withdraw(ctx, chain.Native); err != nil && !chain.IsRevert(err, "NothingToWithdraw") {
			return err
		}
	}
	return c.print(map[string]any{"withdrawn": amount.String()}, func() string { return fmt.Sprintf("withdrawn: %s wei", amount) })
}

// potState is what `goal show` tells of the pot in the native coin.
type potState struct {
	Pot     chain.Hash   `json:"pot"`
	Status  string       `json:"status"`
	Amount  *big.Int     `json:"amount"`
	Window  *uint64      `json:"window,omitempty"` // reached
	Claims  []claimState `json:"claims,omitempty"`
	Closing uint64       `json:"closesAt,omitempty"`
}

// claimState is a claim or contest that isn't over.
type claimState struct {
	ID         chain.PledgeID `json:"id"`
	Against    chain.PledgeID `json:"against,omitempty"`
	Owner      chain.Address  `json:"owner"`
	Commitment chain.Hash     `json:"commitment"`
	Loss       float32        `json:"loss"`
	Status     string         `json:"status"`
}

// pot reads the pot of a goal, nothing if nobody has locked anything.
func (s *session) pot(ctx context.Context, g chain.Goal) (*potState, error) {
	id := s.client.PotOf(g)
	pot, err := s.client.Pot(ctx, id)
	if err != nil || pot.Status == chain.PotNone {
		return nil, err
	}
	state := &potState{Pot: id, Status: pot.Status.String(), Amount: pot.Amount}
	if pot.Status == chain.PotReached {
		state.Window = &pot.Window
	} else if state.Closing, err = s.client.PotClosesAt(ctx, id); err != nil {
		return nil, err
	}
	n, err := s.client.GoalPledges(ctx)
	if err != nil {
		return nil, err
	}
	for i := chain.PledgeID(1); i <= n; i++ {
		r, err := s.client.Reading(ctx, i)
		if err != nil {
			return nil, err
		}
		if r.Pot != id {
			continue
		}
		pledge, err := s.client.GoalPledge(ctx, i)
		if err != nil {
			return nil, err
		}
		state.Claims = append(state.Claims, claimState{i, r.Against, pledge.Owner, r.Commitment, math.Float32frombits(r.Word), pledge.Status.String()})
	}
	return state, nil
}
