package worker

import (
	"context"

	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/replica"
	"github.com/commonweight/commonweight/train/program"
)

// SaveAlways makes every step worth saving, and returns what undoes that.
func SaveAlways() func() {
	old := saveEvery
	saveEvery = 0
	return func() { saveEvery = old }
}

// ProveAgainAtOnce makes a proof that failed be tried again with the next block, and returns what undoes that.
func ProveAgainAtOnce() func() {
	old := proveAgain
	proveAgain = 0
	return func() { proveAgain = old }
}

var Burned = burned

// JournalDir is where a worker keeps its journal.
func JournalDir(dir string, account chain.Address) string { return openJournal(dir, account, nil).dir }

// RunBroken is Run on a machine whose second engine computes one bit wrong.
func RunBroken(ctx context.Context, config Config) error {
	w, err := start(ctx, config)
	if err != nil {
		return err
	}
	w.again = func(ctx context.Context, pre *program.State, steps int, after replica.Step) (*program.State, error) {
		s, err := config.Replica.ReplaySecond(ctx, pre, steps, after)
		if err == nil {
			s.Tensors[0][0]++
		}
		return s, err
	}
	return w.run(ctx)
}

// RunLate is Run on a machine that can't recompute the state after one commitment in time, and that no store gives it to.
func RunLate(ctx context.Context, config Config, lost chain.Hash) error {
	w, err := start(ctx, config)
	if err != nil {
		return err
	}
	w.after = func(ctx context.Context, hash chain.Hash) (*program.State, error) {
		if hash == lost {
			return nil, &replica.MissingError{Missing: replica.Missing{State: lost}, Why: "no store gives it"}
		}
		return config.Replica.After(ctx, hash)
	}
	return w.run(ctx)
}
