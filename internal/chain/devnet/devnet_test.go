package devnet

import (
	"context"
	"net"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/commonweight/commonweight/internal/chain"
)

func start(t *testing.T, config Config) *Devnet {
	t.Helper()
	d, err := Start(t.Context(), config)
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

func dial(t *testing.T, url string, d *Devnet) *chain.Client {
	t.Helper()
	c, err := chain.Dial(t.Context(), url, d.Deployment())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(c.Close)
	return c
}

func TestReachableOverHTTPAndWebSocket(t *testing.T) {
	d := start(t, Config{Interval: 50 * time.Millisecond})
	for _, url := range []string{d.HTTP(), d.WS()} {
		c := dial(t, url, d)
		first := c.Latest()
		if _, err := c.Until(t.Context(), first.Time+2); err != nil {
			t.Errorf("%s: no new blocks: %v", url, err)
		}
		for _, key := range d.Keys() {
			balance, err := c.Balance(t.Context(), key.Address)
			if err != nil {
				t.Fatal(err)
			}
			if balance.Cmp(defaultBalance) != 0 {
				t.Errorf("%s: %s holds %s, want %s", url, key.Address, balance, defaultBalance)
			}
		}
	}
}

func TestBlockTimeIsWallTimeAndNeverAhead(t *testing.T) {
	d := start(t, Config{})
	c := dial(t, d.WS(), d)
	blocks := 0
	for try := 0; blocks < 3 && try < 10; try++ { // a busy machine may be late
		blocks = wallBlocks(t, c)
	}
	if blocks < 3 {
		t.Errorf("%d blocks in 3.5 s without transactions", blocks)
	}
	if err := d.Advance(time.Hour); err == nil {
		t.Error("a devnet on the wall clock jumped ahead")
	}
}

// wallBlocks counts the blocks of three seconds and a half; none may be ahead of the wall clock.
func wallBlocks(t *testing.T, c *chain.Client) (blocks int) {
	ctx, cancel := context.WithTimeout(t.Context(), 3500*time.Millisecond)
	defer cancel()
	var last uint64
	for b := range c.Blocks(ctx) {
		if now := uint64(time.Now().Unix()); b.Time > now {
			t.Errorf("block %d is %d s ahead of the wall clock", b.Number, b.Time-now)
		}
		if b.Time <= last {
			t.Errorf("block %d: time %d after %d", b.Number, b.Time, last)
		}
		last = b.Time
		blocks++
	}
	return blocks
}

func TestAdvanceJumpsExactly(t *testing.T) {
	d := start(t, Config{Interval: time.Hour})
	c := dial(t, d.WS(), d)
	before := c.Now()
	if err := d.Advance(90 * time.Second); err != nil {
		t.Fatal(err)
	}
	b, err := c.Until(t.Context(), before+1)
	if err != nil {
		t.Fatal(err)
	}
	if b.Time != before+90 {
		t.Errorf("advanced by %d s, want 90", b.Time-before)
	}
}

func TestSeedDecidesKeysAndAddresses(t *testing.T) {
	a := start(t, Config{Interval: time.Second, Accounts: 3})
	b := start(t, Config{Interval: time.Second, Accounts: 3})
	other := start(t, Config{Interval: time.Second, Accounts: 3, Seed: "other"})
	first, second := a.Deployment(), b.Deployment()
	first.Block, second.Block = 0, 0 // depends on how busy the machine is
	if first != second {
		t.Errorf("one seed, two deployments: %+v, %+v", first, second)
	}
	if a.Keys()[2].Address != b.Keys()[2].Address {
		t.Error("one seed, two keys")
	}
	if a.Keys()[2].Address == other.Keys()[2].Address || a.Deployment().Vault == other.Deployment().Vault {
		t.Error("two seeds, one key")
	}
}

func TestFilesServeOtherProcesses(t *testing.T) {
	d := start(t, Config{Dir: t.TempDir(), Interval: 50 * time.Millisecond, Accounts: 2})
	deployment, err := chain.LoadDeployment(d.DeploymentFile())
	if err != nil {
		t.Fatal(err)
	}
	if deployment != d.Deployment() {
		t.Errorf("published %+v, deployed %+v", deployment, d.Deployment())
	}
	for i, want := range d.Keys() {
		got, err := chain.LoadKey(d.KeySource(i))
		if err != nil {
			t.Fatal(err)
		}
		if got.Address != want.Address {
			t.Errorf("key file %d opens %s, want %s", i, got, want)
		}
		info, err := os.Stat(d.KeySource(i).File)
		if err != nil {
			t.Fatal(err)
		}
		if info.Mode().Perm() != 0o600 {
			t.Errorf("key file %d has mode %v", i, info.Mode())
		}
	}
	if _, err := os.Stat(filepath.Join(d.config.Dir, "keys", "password")); err != nil {
		t.Error(err)
	}
}

func TestTakenPortIsNamed(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer listener.Close()
	port := listener.Addr().(*net.TCPAddr).Port
	d, err := Start(t.Context(), Config{Port: port})
	if err == nil {
		d.Close()
		t.Fatal("started on a taken port")
	}
	if !strings.Contains(err.Error(), "port "+strconv.Itoa(port)+" is taken") {
		t.Errorf("unclear: %v", err)
	}
}

func TestCloseFreesThePort(t *testing.T) {
	d, err := Start(t.Context(), Config{Interval: time.Second, Accounts: 1})
	if err != nil {
		t.Fatal(err)
	}
	address := d.address
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	listener, err := net.Listen("tcp", address)
	if err != nil {
		t.Fatalf("still taken after Close: %v", err)
	}
	listener.Close()
}
