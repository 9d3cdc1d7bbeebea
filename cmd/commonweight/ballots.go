package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"math/big"
	"sync"

	"github.com/commonweight/commonweight/cmd/commonweight/serve"
	"github.com/commonweight/commonweight/fraudproof/auditor"
	"github.com/commonweight/commonweight/fraudproof/validator"
	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/lookout"
	"github.com/commonweight/commonweight/internal/metrics"
	"github.com/commonweight/commonweight/internal/replica"
	"github.com/spf13/cobra"
)

func validatorVote(c *console) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "vote COMMITMENT",
		Short: "Vote by hand in a case: commit, wait, reveal",
		Long: `Casts a ballot that names the post root you found (see ` + "`commonweight verify`" + `), or abstains; waits for the others and reveals it.
Interrupted, start it again with the same answer: the ballot is a function of your key.`,
		Example: "  commonweight validator vote 0x… --root 0x… --key-file keys/06.json --key-password-file keys/password",
		Args:    exactly(1, "the commitment's hash"),
	}
	root := cmd.Flags().String("root", "", "post root of the window by your own replay")
	abstain := cmd.Flags().Bool("abstain", false, "say that you can't tell")
	backup := saltBackup(cmd)
	juror := jurorFlag(cmd)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		commitment, err := parseHash("commitment", args[0])
		if err != nil {
			return badInput(err)
		}
		if (*root == "") == !*abstain {
			return badInput(errors.New("name your answer: either --root 0x… or --abstain"))
		}
		answer := chain.Abstain
		if !*abstain {
			if answer, err = parseHash("root", *root); err != nil {
				return badInput(err)
			}
		}
		return acting(func(ctx context.Context, s *session, account *chain.Account) error {
			ballot := validator.Ballot{Account: account, Commitment: commitment, Root: answer}
			if ballot.Juror, err = jurorOf(account, *juror); err != nil {
				return err
			}
			if ballot.Salts, err = s.salts(ctx, account, ballot.Juror, *backup); err != nil {
				return err
			}
			err = validator.Vote(ctx, ballot, &validatorEvents{events{console: c}})
			if errors.Is(err, validator.ErrNoVote) {
				return badInput(err)
			}
			if err != nil {
				return err
			}
			return c.print(map[string]any{"commitment": commitment, "root": answer}, func() string { return "the ballot is revealed" })
		})(cmd, args)
	}
	return cmd
}

func validatorRun(c *console) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "run",
		Short: "Serve as a validator: replay every case, vote by your own bits, audit, collect",
		Long: `Serves in every case in which it is seated, answers the audits it is drawn for where they pay their gas, and plants canaries by a private coin. What it can't tell becomes an abstention and an alert. A commitment that contradicts a ballot of yours is
challenged, with a bond, where that pays or your stake hangs on it; the log says why, or why not. Stop and start it as you like: salts are
functions of the key, roots are facts.`,
		Example: "  commonweight validator run --stake 4 --key-file keys/06.json --key-password-file keys/password",
		Args:    cobra.NoArgs,
	}
	backup := saltBackup(cmd)
	juror := jurorFlag(cmd)
	stake := cmd.Flags().String("stake", "", "coins to have at stake; what is missing is added at the start (default: leave it alone)")
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		var amount *big.Int
		if *stake != "" {
			var err error
			if amount, err = parseCoins(*stake); err != nil {
				return badInput(err)
			}
		}
		return acting(func(ctx context.Context, s *session, account *chain.Account) error {
			juror, err := jurorOf(account, *juror)
			if err != nil {
				return err
			}
			salts, err := s.salts(ctx, account, juror, *backup)
			if err != nil {
				return err
			}
			if err := s.measure(metrics.RoleValidator, account); err != nil {
				return err
			}
			copies := copies{session: s, open: make(map[chain.RunID]*replica.Replica)}
			copies.look = s.lookOut(ctx, lookout.Config{Account: account.Address(), Juror: juror})
			return quietEnd(ctx, serve.Validator(ctx, serve.Config{
				Account: account, Juror: juror, Replica: copies.of, Salts: salts, Stake: amount,
				Ballots:  meteredBallots(s.meters, &validatorEvents{events{console: c}}),
				Audits:   meteredAudits(s.meters, &auditEvents{events{console: c}}),
				Disputes: meteredWatch(s.meters, &watchEvents{events{console: c}}), Log: slog.Default(),
			}))
		})(cmd, args)
	}
	return cmd
}

// saltBackup is where random salts are kept.
func saltBackup(cmd *cobra.Command) *string {
	return cmd.Flags().String("salt-backup", "", "file that keeps the salts of ballots; needed only where the wallet signs differently each time")
}

// jurorFlag is whose ballots a verb casts.
func jurorFlag(cmd *cobra.Command) *string {
	return cmd.Flags().String("juror", "", "address of a contract wallet that takes the key's signature for its own (EIP-1271); default: the key's")
}

func jurorOf(account *chain.Account, flag string) (chain.Address, error) {
	if flag == "" {
		return account.Address(), nil
	}
	return parseAddress("juror", flag)
}

// salts opens a juror's salts.
func (s *session) salts(ctx context.Context, account *chain.Account, juror chain.Address, backup string) (*validator.Salts, error) {
	salts, err := validator.OpenSalts(ctx, account, juror, s.client, backup)
	if errors.Is(err, validator.ErrNoBackup) {
		return nil, badInput(fmt.Errorf("%w by --salt-backup", err))
	}
	if err != nil {
		return nil, err
	}
	s.onClose(salts.Close)
	return salts, nil
}

// copies opens the replica of a run the first time it is asked for.
type copies struct {
	session *session
	look    *lookout.Lookout
	mu      sync.Mutex
	open    map[chain.RunID]*replica.Replica
}

func (x *copies) of(ctx context.Context, run chain.RunID) (serve.Replica, error) {
	x.mu.Lock()
	defer x.mu.Unlock()
	r, ok := x.open[run]
	if !ok {
		var err error
		if r, err = x.session.replica(ctx, run); err != nil {
			return nil, err
		}
		x.open[run] = r
	}
	return meteredReplica{auditor.Copy{Replica: r}, x.look}, nil
}
