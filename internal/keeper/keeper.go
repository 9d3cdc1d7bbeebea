package keeper

import (
	"context"
	"fmt"
	"hash/fnv"
	"math/big"

	"github.com/commonweight/commonweight/internal/chain"
)

const (
	maxPushes      = 8  // transactions of one Push
	maxFinalise    = 16 // windows of one transaction
	maxGenerations = 64 // ancestors claimed for before a voided commitment, in one Push
	partyTurns     = 3  // parties take turns over so many blocks,
	othersTurns    = 9  // all others over so many
)

// Keeper looks after one account's interests in one run.
//
// Concurrency: one call at a time.
type Keeper struct {
	account  *chain.Account
	run      chain.RunID
	clocks   chain.Clocks
	tokens   []chain.Address // in which the account may have credit
	follow   func(chain.Event)
	also     chain.Address // zero: nobody
	provable bool          // the run's steps can be proved
	others   Policy

	log    *chain.Log
	ledger *ledger
	told   uint64 // the newest block that follow was told of
}

// New returns a keeper. Follow is told every event of the run in order, from the run's first on, by Push, and may be nil.
func New(ctx context.Context, account *chain.Account, run chain.RunID, follow func(chain.Event)) (*Keeper, error) {
	r, err := account.Run(ctx, run)
	if err != nil {
		return nil, err
	}
	tokens := []chain.Address{chain.Native}
	if r.Economy.RewardToken != chain.Native {
		tokens = append(tokens, r.Economy.RewardToken)
	}
	if follow == nil {
		follow = func(chain.Event) {}
	}
	return &Keeper{
		account: account, run: run, clocks: r.Clocks, provable: r.Proofs.KeyHash != [32]byte{}, tokens: tokens, follow: follow,
		log: account.Log(run), ledger: newLedger(account.Address()), others: TakeTurns,
	}, nil
}

// Policy is what a keeper does where its account has no money; 0 is invalid.
type Policy uint8

const (
	TakeTurns Policy = 1 + iota // what holds up a run, when the account's turn has come: an agent's own money waits behind it
	IfItPays                    // only what brings more than its gas costs: other people's leases that have run out
	Always                      // both, whatever it costs
)

// Others says what to do where the account has no money. It comes before the first Push.
func (k *Keeper) Others(p Policy) { k.others = p }

// Also makes the keeper settle another juror's seats too: those of a contract wallet that the account casts ballots for.
func (k *Keeper) Also(juror chain.Address) { k.ledger.also, k.also = juror, juror }

// Push does what can be done now, at most a handful of transactions, and returns how many were mined.
//
// Errors: of the node or the account; a contract's refusal is none.
func (k *Keeper) Push(ctx context.Context) (int, error) {
	if err := k.Read(ctx); err != nil {
		return 0, err
	}
	done := 0
	for _, push := range []func(context.Context) (int, error){k.expire, k.finalise, k.disputes, k.claims} {
		n, err := push(ctx)
		done += n
		if err != nil || done >= maxPushes {
			return done, err
		}
	}
	return done, nil
}

// Waiting says whether money of the account's still hangs on disputes of this run, as far as Push has read.
func (k *Keeper) Waiting() bool { return k.ledger.waiting() }

// Withdraw takes the account's credit out of the Vault and returns how much native coin came.
func (k *Keeper) Withdraw(ctx context.Context) (*big.Int, error) {
	native := new(big.Int)
	for _, token := range k.tokens {
		credit, err := k.account.Credit(ctx, k.account.Address(), token)
		if err != nil {
			return native, err
		}
		if credit.Sign() == 0 {
			continue
		}
		receipt, err := k.account.Withdraw(ctx, token)
		if chain.IsRevert(err, "NothingToWithdraw") {
			continue // an earlier transaction of the account was mined in between
		}
		if err != nil {
			return native, err
		}
		if out, err := chain.EventOf[chain.Withdrawn](receipt); err == nil && token == chain.Native {
			native = out.Amount
		}
	}
	return native, nil
}

// Read takes in the log since the last time, or all of it again after a reorganisation. It tells follow and pushes nothing.
func (k *Keeper) Read(ctx context.Context) error {
	events, restarted, err := k.log.Next(ctx)
	if err != nil {
		return fmt.Errorf("keep run %d: %w", k.run, err)
	}
	if restarted {
		k.ledger = newLedger(k.account.Address())
		k.ledger.also = k.also
	}
	told := k.told
	for _, e := range events {
		k.ledger.take(e.Data)
		if e.Block > told {
			k.follow(e)
			k.told = e.Block
		}
	}
	return nil
}

// mined counts a transaction: refused is none, anything else that went wrong is an error.
func mined(_ *chain.Receipt, err error) (int, error) {
	if chain.IsRevert(err) {
		return 0, nil
	}
	if err != nil {
		return 0, err
	}
	return 1, nil
}

// turn says whether it is this account's turn for a push that several would make: each has its own blocks, so that they don't all pay for
// the same one. Who has no money in it comes up less often, so that it mostly finds the push made.
func (k *Keeper) turn(about chain.Hash, concerned bool) bool {
	if !concerned && k.others == IfItPays {
		return false
	}
	return k.comesUp(about, concerned)
}

func (k *Keeper) comesUp(about chain.Hash, concerned bool) bool {
	h := fnv.New32a()
	h.Write(k.account.Address().Bytes())
	h.Write(about.Bytes())
	slots := uint64(partyTurns)
	if !concerned {
		slots = othersTurns
	}
	return (k.account.Latest().Number+uint64(h.Sum32()))%slots == 0
}
