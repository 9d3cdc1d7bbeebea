package chain_test

import (
	"context"
	"errors"
	"math/big"
	"os"
	"os/exec"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/chain/devnet"
)

func start(t *testing.T, config devnet.Config) *devnet.Devnet {
	t.Helper()
	d, err := devnet.Start(t.Context(), config)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := d.Close(); err != nil {
			t.Error(err)
		}
	})
	return d
}

func dial(t *testing.T, d *devnet.Devnet, url string) *chain.Client {
	t.Helper()
	c, err := chain.Dial(t.Context(), url, d.Deployment())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(c.Close)
	return c
}

func open(t *testing.T, c *chain.Client, key chain.Key) *chain.Account {
	t.Helper()
	a, err := c.Open(key, t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { a.Close() })
	return a
}

const quick = 20 * time.Millisecond

func TestLaneKeepsConcurrentSendersApart(t *testing.T) {
	const senders, each = 8, 4
	d := start(t, devnet.Config{Interval: quick})
	a := open(t, dial(t, d, d.WS()), d.Keys()[0])
	to := chain.Address{19: 7}
	var group sync.WaitGroup
	for range senders {
		group.Go(func() {
			for range each {
				if _, err := a.Transfer(t.Context(), to, big.NewInt(1)); err != nil {
					t.Error(err)
				}
			}
		})
	}
	group.Wait()
	got, err := a.Balance(t.Context(), to)
	if err != nil {
		t.Fatal(err)
	}
	if got.Cmp(big.NewInt(senders*each)) != 0 {
		t.Errorf("%s transfers arrived, want %d", got, senders*each)
	}
	if nonce, err := a.Nonce(t.Context()); err != nil || nonce != senders*each {
		t.Errorf("nonce %d (%v), want %d: a hole or a duplicate", nonce, err, senders*each)
	}
}

func TestSendOverHTTPWithoutSubscriptions(t *testing.T) {
	d := start(t, devnet.Config{Interval: quick})
	a := open(t, dial(t, d, d.HTTP()), d.Keys()[0])
	before, err := a.Balance(t.Context(), a.Address())
	if err != nil {
		t.Fatal(err)
	}
	receipt, err := a.Transfer(t.Context(), chain.Address{1}, big.NewInt(5))
	if err != nil {
		t.Fatal(err)
	}
	if a.Latest().Number < receipt.Block {
		t.Error("the clock is behind the receipt")
	}
	after, err := a.Balance(t.Context(), a.Address())
	if err != nil {
		t.Fatal(err)
	}
	spent := new(big.Int).Sub(before, after)
	if want := new(big.Int).Add(receipt.Fee, big.NewInt(5)); spent.Cmp(want) != 0 {
		t.Errorf("spent %s, receipt says %s", spent, want)
	}
}

func TestStuckTransactionIsBumpedThenGivenUpThenReplaced(t *testing.T) {
	t.Parallel()
	d := start(t, devnet.Config{Interval: time.Hour}) // mines when told
	a := open(t, dial(t, d, d.WS()), d.Keys()[0])
	a.Hurry(600*time.Millisecond, 100*time.Millisecond)
	stuck, next := chain.Address{1}, chain.Address{2}
	_, err := a.Transfer(t.Context(), stuck, big.NewInt(1))
	if !errors.Is(err, chain.ErrNotMined) {
		t.Fatalf("got %v, want ErrNotMined", err)
	}
	a.Hurry(time.Minute, time.Hour)
	done := make(chan error, 1)
	go func() {
		_, err := a.Transfer(t.Context(), next, big.NewInt(1))
		done <- err
	}()
	for waiting := true; waiting; {
		select {
		case err := <-done:
			if err != nil {
				t.Fatal(err)
			}
			waiting = false
		case <-time.After(200 * time.Millisecond):
			if err := d.Mine(); err != nil {
				t.Fatal(err)
			}
		}
	}
	for to, want := range map[chain.Address]int64{stuck: 0, next: 1} {
		got, err := a.Balance(t.Context(), to)
		if err != nil {
			t.Fatal(err)
		}
		if got.Int64() != want {
			t.Errorf("%s got %s, want %d: a given-up transaction must be replaced, not followed", to, got, want)
		}
	}
}

// mineLater seals blocks one by one, the first only when transactions have had to wait for it.
func mineLater(t *testing.T, d *devnet.Devnet) {
	ctx, stop := context.WithCancel(context.Background())
	var mining sync.WaitGroup
	mining.Go(func() {
		for {
			select {
			case <-time.After(400 * time.Millisecond):
			case <-ctx.Done():
				return
			}
			if err := d.Mine(); err != nil {
				t.Error(err)
			}
		}
	})
	t.Cleanup(func() {
		stop()
		mining.Wait()
	})
}

func TestBumpedTransactionIsMinedOnce(t *testing.T) {
	d := start(t, devnet.Config{Interval: time.Hour})
	a := open(t, dial(t, d, d.WS()), d.Keys()[0])
	a.Hurry(time.Minute, 50*time.Millisecond)
	mineLater(t, d)
	to := chain.Address{3}
	if _, err := a.Transfer(t.Context(), to, big.NewInt(1)); err != nil {
		t.Fatal(err)
	}
	if got, err := a.Balance(t.Context(), to); err != nil || got.Int64() != 1 {
		t.Errorf("arrived %s times (%v)", got, err)
	}
}

// A process that dies between sending and mining leaves its transaction in the pool; the next one goes on behind it.
func TestRestartGoesOnBehindThePool(t *testing.T) {
	d := start(t, devnet.Config{Interval: time.Hour})
	c := dial(t, d, d.WS())
	dir := t.TempDir()
	first, err := c.Open(d.Keys()[0], dir)
	if err != nil {
		t.Fatal(err)
	}
	dying, die := context.WithCancel(t.Context())
	watched := make(chan error, 1)
	go func() {
		defer die()
		quiet, err := true, error(nil)
		for ; quiet && err == nil; time.Sleep(10 * time.Millisecond) {
			quiet, err = first.Quiet(t.Context())
		}
		watched <- err
	}()
	if _, err := first.Transfer(dying, chain.Address{1}, big.NewInt(1)); !errors.Is(err, context.Canceled) {
		t.Fatalf("got %v", err)
	}
	if err := <-watched; err != nil {
		t.Fatal(err)
	}
	if err := first.Close(); err != nil {
		t.Fatal(err)
	}
	second, err := c.Open(d.Keys()[0], dir)
	if err != nil {
		t.Fatal(err)
	}
	mineLater(t, d)
	if _, err := second.Transfer(t.Context(), chain.Address{2}, big.NewInt(1)); err != nil {
		t.Fatal(err)
	}
	for _, to := range []chain.Address{{1}, {2}} {
		if got, err := c.Balance(t.Context(), to); err != nil || got.Int64() != 1 {
			t.Errorf("%s got %s (%v), want 1", to, got, err)
		}
	}
}

func TestNoFundsIsNamed(t *testing.T) {
	d := start(t, devnet.Config{Interval: quick})
	pauper, err := chain.DeriveKey("pauper", 0)
	if err != nil {
		t.Fatal(err)
	}
	a := open(t, dial(t, d, d.WS()), pauper)
	if _, err := a.Transfer(t.Context(), chain.Address{1}, big.NewInt(1)); !errors.Is(err, chain.ErrFunds) {
		t.Errorf("got %v, want ErrFunds", err)
	}
}

// The lock is tried from another process, which is this test binary started again.
func TestSecondProcessWithTheSameKeyIsRefused(t *testing.T) {
	if dir := os.Getenv("LOCK_TEST_DIR"); dir != "" {
		key, err := chain.DeriveKey("lock", 0)
		if err != nil {
			t.Fatal(err)
		}
		_, err = new(chain.Client).Open(key, dir)
		if errors.Is(err, chain.ErrLocked) && !strings.Contains(err.Error(), "\n") {
			os.Exit(42)
		}
		os.Exit(0)
	}
	key, err := chain.DeriveKey("lock", 0)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	a, err := new(chain.Client).Open(key, dir)
	if err != nil {
		t.Fatal(err)
	}
	try := func() int {
		again := exec.Command(os.Args[0], "-test.run=^TestSecondProcessWithTheSameKeyIsRefused$")
		again.Env = append(os.Environ(), "LOCK_TEST_DIR="+dir)
		again.Run()
		return again.ProcessState.ExitCode()
	}
	if code := try(); code != 42 {
		t.Errorf("exit code %d while the key is in use, want 42", code)
	}
	if err := a.Close(); err != nil {
		t.Fatal(err)
	}
	if code := try(); code != 0 {
		t.Errorf("exit code %d after release, want 0", code)
	}
}

// counts is a meter.
type counts struct {
	mu                                         sync.Mutex
	refused, retried, mined, reverted, unmined int
	gas                                        uint64
	fees                                       *big.Int
}

func (c *counts) add(n *int) { c.mu.Lock(); *n++; c.mu.Unlock() }
func (c *counts) Refused()   { c.add(&c.refused) }
func (c *counts) Retried()   { c.add(&c.retried) }
func (c *counts) Unmined()   { c.add(&c.unmined) }

func (c *counts) Mined(gas uint64, fee *big.Int, took time.Duration) {
	c.add(&c.mined)
	c.gas, c.fees = c.gas+gas, c.fees.Add(c.fees, fee)
}

func (c *counts) Reverted(uint64, *big.Int, time.Duration) { c.add(&c.reverted) }

// TestMeterCounts: one transaction mined, one refused before it was sent, one stuck, bumped and given up.
func TestMeterCounts(t *testing.T) {
	t.Parallel()
	d := start(t, devnet.Config{Interval: quick})
	a := open(t, dial(t, d, d.WS()), d.Keys()[0])
	c := &counts{fees: new(big.Int)}
	a.Metered(c)
	receipt, err := a.Transfer(t.Context(), chain.Address{1}, big.NewInt(5))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := a.Withdraw(t.Context(), chain.Native); !chain.IsRevert(err, "NothingToWithdraw") {
		t.Fatalf("%v", err)
	}
	slow := start(t, devnet.Config{Interval: time.Hour})
	b := open(t, dial(t, slow, slow.WS()), slow.Keys()[0])
	b.Metered(c)
	b.Hurry(2*time.Second, 50*time.Millisecond)
	if _, err := b.Transfer(t.Context(), chain.Address{1}, big.NewInt(1)); !errors.Is(err, chain.ErrNotMined) {
		t.Fatalf("got %v, want ErrNotMined", err)
	}
	if c.mined != 1 || c.refused != 1 || c.unmined != 1 || c.retried == 0 || c.reverted != 0 {
		t.Errorf("mined %d, refused %d, unmined %d, retried %d, reverted %d", c.mined, c.refused, c.unmined, c.retried, c.reverted)
	}
	if c.gas != receipt.GasUsed || c.fees.Cmp(receipt.Fee) != 0 {
		t.Errorf("%d gas for %s, the receipt says %d for %s", c.gas, c.fees, receipt.GasUsed, receipt.Fee)
	}
}
