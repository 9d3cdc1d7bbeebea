package demo

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"math/big"
	"os"
	"path/filepath"

	"github.com/commonweight/commonweight/fraudproof/trace"
	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/ipfs"
	"github.com/commonweight/commonweight/internal/replica"
	"github.com/commonweight/commonweight/train/engine"
	"github.com/commonweight/commonweight/train/program"
)

// truth is the run as a replay that trusts nobody finds it.
type truth struct {
	engine string
	post   []chain.Hash // state root after each window
	losses []float32    // of each step
	final  *program.State
}

// replayAll computes the whole run from genesis on an engine other than the workers'.
func replayAll(ctx context.Context, s *stage, progress func(step int)) (*truth, error) {
	p := s.plan.Program
	first, err := engine.Open(s.config.Engine, p, s.plan.Payload(), s.config.Threads)
	if err != nil {
		return nil, err
	}
	name := engine.Second(first.Name())
	if err := first.Close(); err != nil {
		return nil, err
	}
	t := &truth{engine: name, final: p.Genesis()}
	err = replay(ctx, s, name, t.final, p.Spec.Steps, func(step int) {
		t.losses = append(t.losses, t.final.Loss())
		if (step+1)%p.Spec.Window == 0 || step+1 == p.Spec.Steps {
			t.post = append(t.post, chain.Hash(trace.StateRoot(p, t.final)))
		}
		progress(step + 1)
	})
	return t, err
}

// replay advances a state on an engine of its own.
func replay(ctx context.Context, s *stage, name string, state *program.State, steps int, after func(step int)) error {
	e, err := engine.Open(name, s.plan.Program, s.plan.Payload(), s.config.Threads)
	if err != nil {
		return err
	}
	for step := range steps {
		if err := e.Step(ctx, state); err != nil {
			return errors.Join(err, e.Close())
		}
		after(step)
	}
	return e.Close()
}

// audit checks what must always hold.
func audit(ctx context.Context, s *stage, w *world, t *truth, accounts []Account) ([]Promise, error) {
	var promises []Promise
	for _, check := range []struct {
		name string
		run  func() (bool, string, error)
	}{
		{"same run, same step, same bits on every engine", func() (bool, string, error) { return sameBits(ctx, s, t) }},
		{"the honest never lose a bond or a stake", func() (bool, string, error) { return honestUnharmed(accounts) }},
		{"a wrong root never becomes final, with an honest majority of jurors", func() (bool, string, error) { return onlyTruthFinal(w, t) }},
		{"money is conserved", func() (bool, string, error) { return conserved(ctx, s, accounts) }},
		{"every state has a deadline, nothing waits for a person", func() (bool, string, error) { return nothingWaits(ctx, s, w) }},
		{"nothing downloaded is trusted before its hash matches", func() (bool, string, error) { return damageRefused(ctx, s) }},
		{"unknown is an answer: without the bytes nothing is bonded", func() (bool, string, error) { return missingIsUnknown(ctx, s) }},
	} {
		held, detail, err := check.run()
		if err != nil {
			return nil, fmt.Errorf("check that %s: %w", check.name, err)
		}
		promises = append(promises, Promise{Name: check.name, Held: held, Detail: detail})
	}
	return promises, nil
}

// sameBits computes the first window with the plain-Go reference; the whole run was computed twice already.
func sameBits(ctx context.Context, s *stage, t *truth) (bool, string, error) {
	steps := s.plan.Spec.Window
	state := s.plan.Program.Genesis()
	if err := replay(ctx, s, "portable", state, steps, func(int) {}); err != nil {
		return false, "", err
	}
	root := chain.Hash(trace.StateRoot(s.plan.Program, state))
	if root != t.post[0] {
		return false, fmt.Sprintf("portable Go ends window 0 at %s, %s at %s", root, t.engine, t.post[0]), nil
	}
	return true, fmt.Sprintf("%d windows by the workers and again by %s, the first also by portable Go", len(t.post), t.engine), nil
}

func honestUnharmed(accounts []Account) (bool, string, error) {
	n := 0
	for _, a := range accounts {
		if !a.Honest || a.Name == nameAuthor { // the author pays for the training
			continue
		}
		n++
		if a.Result.Sign() < 0 {
			return false, fmt.Sprintf("%s lost %s", a.Name, coins(new(big.Int).Neg(a.Result))), nil
		}
	}
	return true, fmt.Sprintf("none of %d lost anything but gas", n), nil
}

func onlyTruthFinal(w *world, t *truth) (bool, string, error) {
	final, rejected := 0, 0
	for _, c := range w.commits {
		right := c.PostRoot == t.post[c.Window]
		switch {
		case w.final[c.Commitment] && !right:
			return false, fmt.Sprintf("window %d is final with the wrong root %s", c.Window, c.PostRoot), nil
		case w.final[c.Commitment]:
			final++
		case w.rejected[c.Commitment] && right:
			return false, fmt.Sprintf("window %d was rejected though its root is right", c.Window), nil
		case w.rejected[c.Commitment]:
			rejected++
		}
	}
	return final == len(t.post) && rejected > 0, fmt.Sprintf("%d of %d windows final, all right; wrong ones rejected: %d", final, len(t.post), rejected), nil
}

// conserved adds up every coin there is.
func conserved(ctx context.Context, s *stage, accounts []Account) (bool, string, error) {
	vault, err := s.client.Balance(ctx, s.client.Deployment().Vault)
	if err != nil {
		return false, "", err
	}
	held, err := s.client.Held(ctx, chain.Native)
	if err != nil {
		return false, "", err
	}
	burned, err := s.client.Balance(ctx, chain.Grave)
	if err != nil {
		return false, "", err
	}
	escrow, err := s.client.Escrow(ctx, s.run)
	if err != nil {
		return false, "", err
	}
	auditors, canaries, err := s.client.AttentionBudget(ctx, s.run)
	if err != nil {
		return false, "", err
	}
	escrow = sum(escrow, auditors, canaries)
	before, after := new(big.Int), sum(burned, escrow)
	for _, a := range accounts {
		before.Add(before, a.Before)
		after.Add(after, a.After)
		after.Add(after, a.Gas)
	}
	if vault.Cmp(held) != 0 {
		return false, fmt.Sprintf("the Vault owes %s and has %s", coins(held), coins(vault)), nil
	}
	if missing := new(big.Int).Sub(before, after); missing.Sign() != 0 {
		return false, fmt.Sprintf("%s wei of %s can't be found", missing, coins(before)), nil
	}
	return true, fmt.Sprintf("%s before = what all have now + gas + %s burned + %s in escrow, to the last wei", coins(before), coins(burned), coins(escrow)), nil
}

func nothingWaits(ctx context.Context, s *stage, w *world) (bool, string, error) {
	lease, err := s.client.Lease(ctx, s.run)
	if err != nil {
		return false, "", err
	}
	if lease.Holder != (chain.Address{}) {
		return false, "a lease is still held by " + w.name(lease.Holder), nil
	}
	if !w.quiet() {
		return false, fmt.Sprintf("%d cases, %d challenges, %d seats, %d voided windows, %d audits are not settled", len(w.open), len(w.alive), w.seats, w.owed, w.audits), nil
	}
	return true, "every lease, window, challenge, case, seat and audit has come to its end", nil
}

// damageRefused flips one byte of a stored block and asks for the content.
func damageRefused(ctx context.Context, s *stage) (bool, string, error) {
	dir := filepath.Join(s.work, "damaged")
	store, err := ipfs.OpenEmbedded(dir)
	if err != nil {
		return false, "", err
	}
	defer store.Close()
	cid, err := store.Put(ctx, bytes.NewReader(s.plan.Payload()[:min(1<<16, len(s.plan.Payload()))]))
	if err != nil {
		return false, "", err
	}
	flipped := 0
	err = filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		block, err := os.ReadFile(path)
		if err != nil || len(block) == 0 {
			return err
		}
		block[len(block)/2] ^= 1
		flipped++
		if err := os.Chmod(path, 0o644); err != nil {
			return err
		}
		return os.WriteFile(path, block, 0o644)
	})
	if err != nil || flipped == 0 {
		return false, "", fmt.Errorf("damage a block (%d found): %w", flipped, err)
	}
	_, err = ipfs.Fetch(ctx, store, cid, 1<<20)
	if !errors.Is(err, ipfs.ErrCorrupt) {
		return false, fmt.Sprintf("a block with one flipped bit was read as if it were right (%v)", err), nil
	}
	return true, "a block with one flipped bit was refused", nil
}

// missingIsUnknown opens the run from a store that holds nothing.
func missingIsUnknown(ctx context.Context, s *stage) (bool, string, error) {
	store, err := ipfs.OpenEmbedded(filepath.Join(s.work, "empty"))
	if err != nil {
		return false, "", err
	}
	defer store.Close()
	r, err := replica.Open(ctx, s.client, store, s.run, replica.Options{Dir: filepath.Join(s.work, "stranger"), Engine: s.config.Engine, Threads: s.config.Threads})
	if err == nil {
		return false, "a run was opened without its bytes", r.Close()
	}
	if !errors.Is(err, replica.ErrUnknown) {
		return false, "", err
	}
	return true, "an agent without the RunSpec's bytes answered unknown and sent nothing", nil
}

// sum adds amounts.
func sum(amounts ...*big.Int) *big.Int {
	total := new(big.Int)
	for _, a := range amounts {
		total.Add(total, a)
	}
	return total
}
