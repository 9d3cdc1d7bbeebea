package ipfs

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/multiformats/go-multiaddr"
	manet "github.com/multiformats/go-multiaddr/net"
)

var update = flag.Bool("update", false, "write testdata/cids.json from what the Kubo daemon says")

// TestKuboDaemon compares with a real Kubo daemon, on the loopback only, without any network. `make kubo` builds the binary.
func TestKuboDaemon(t *testing.T) {
	k, err := OpenKubo(startDaemon(t), 20*time.Second)
	if err != nil {
		t.Fatal(err)
	}
	local := embedded(t)
	var golden []goldenCID
	for _, size := range append(layoutSizes, 174*leafSize, 174*leafSize+1) {
		data := content(size)
		id := put(t, k, data) // Put itself compares the daemon's CID with Sum's
		sum := sha256.Sum256(data)
		golden = append(golden, goldenCID{size, hexOf(sum[:]), id})
		if held, err := k.Has(t.Context(), id); err != nil || !held {
			t.Errorf("%d bytes: held %v, %v", size, held, err)
		}
		if got, err := Fetch(t.Context(), k, id, int64(size)); err != nil || !bytes.Equal(got, data) {
			t.Errorf("%d bytes came back as %d: %v", size, len(got), err)
		}
		if size <= 6*leafSize {
			if same := put(t, local, data); same != id {
				t.Errorf("%d bytes: the embedded store says %v, Kubo %v", size, same, id)
			}
		}
	}
	missing, _ := Sum(t.Context(), strings.NewReader("nowhere"))
	if held, err := k.Has(t.Context(), missing); err != nil || held {
		t.Errorf("missing: held %v, %v", held, err)
	}
	pinned := put(t, k, content(3*leafSize))
	for _, step := range []func() error{
		func() error { return k.Drop(t.Context(), []CID{pinned}, nil) },
		func() error { return k.Drop(t.Context(), []CID{pinned}, nil) }, // it isn't pinned any more
		func() error { return k.Pin(t.Context(), pinned) },
	} {
		if err := step(); err != nil {
			t.Error(err)
		}
	}
	k.timeout = 500 * time.Millisecond // a daemon would ask the network for ever
	if _, err := k.Get(t.Context(), missing, 1<<20); !errors.Is(err, ErrNotFound) {
		t.Errorf("missing: %v", err)
	}
	if *update {
		text, err := json.MarshalIndent(map[string]any{
			"schema": "cids-1",
			"source": "go test ./internal/ipfs -run KuboDaemon -update, against Kubo 0.42.0",
			"cases":  golden,
		}, "", " ")
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile("testdata/cids.json", append(text, '\n'), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// startDaemon runs a daemon for the length of the test and returns the address of its API.
func startDaemon(t *testing.T) string {
	t.Helper()
	binary, err := filepath.Abs("../../.tools/kubo/ipfs")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(binary); err != nil {
		t.Skip("no Kubo daemon: `make kubo` builds it")
	}
	if testing.Short() {
		t.Skip("a daemon takes ten seconds")
	}
	repo := t.TempDir()
	ipfs := func(args ...string) *exec.Cmd {
		cmd := exec.CommandContext(t.Context(), binary, args...)
		cmd.Env = append(os.Environ(), "IPFS_PATH="+repo, "IPFS_TELEMETRY=off")
		return cmd
	}
	for _, args := range [][]string{
		{"init", "--profile=test", "-e"},
		{"config", "Routing.Type", "none"},
		{"config", "--json", "Bootstrap", "[]"},
		{"config", "--json", "Addresses.Swarm", "[]"},
		{"config", "--json", "AutoConf.Enabled", "false"},
	} {
		if out, err := ipfs(args...).CombinedOutput(); err != nil {
			t.Fatalf("ipfs %v: %v\n%s", args, err, out)
		}
	}
	daemon := ipfs("daemon")
	var log bytes.Buffer
	daemon.Stdout, daemon.Stderr = &log, &log
	if err := daemon.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- daemon.Wait() }()
	t.Cleanup(func() {
		daemon.Process.Signal(os.Interrupt)
		select {
		case <-ended:
		case <-time.After(10 * time.Second):
			daemon.Process.Kill()
			<-ended
		}
	})
	for start := time.Now(); time.Since(start) < 30*time.Second; time.Sleep(50 * time.Millisecond) {
		select {
		case err := <-ended:
			ended <- err
			t.Fatalf("the daemon ended: %v\n%s", err, &log)
		default:
		}
		text, err := os.ReadFile(filepath.Join(repo, "api"))
		if err != nil {
			continue
		}
		address, err := multiaddr.NewMultiaddr(string(text))
		if err != nil {
			continue
		}
		net, err := manet.ToNetAddr(address)
		if err != nil {
			continue
		}
		return "http://" + net.String()
	}
	t.Fatal("the daemon isn't ready after 30 s")
	return ""
}
