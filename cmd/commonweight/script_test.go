package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"math/rand/v2"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
)

var setup = flag.Bool("setup", false, "play a setup by two parties, which takes minutes")

// The scripts run the real binary in processes of its own.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"commonweight": main})
}

func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: filepath.Join("testdata", "script"),
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits": exits, "await": await, "fetch": fetch,
		},
		Setup: func(env *testscript.Env) error {
			env.Setenv("HOME", env.WorkDir)
			// Scripts run beside each other, each with a devnet of its own.
			for _, name := range []string{"PORT", "API"} {
				port, err := freePort()
				if err != nil {
					return err
				}
				env.Setenv(name, strconv.Itoa(port))
			}
			return nil
		},
		Condition: func(name string) (bool, error) {
			if name != "setup" {
				return false, fmt.Errorf("unknown condition %q", name)
			}
			return *setup, nil
		},
		RequireUniqueNames: true,
	})
}

// ports that were given out in this process.
var ports sync.Map

// freePort finds a port for a process that is yet to start. It isn't one of those that connections get, which may take any of them meanwhile.
func freePort() (int, error) {
	var err error
	for range 100 {
		port := 10_000 + rand.IntN(20_000)
		if _, taken := ports.LoadOrStore(port, true); taken {
			continue
		}
		var listener net.Listener
		if listener, err = net.Listen("tcp", net.JoinHostPort("127.0.0.1", strconv.Itoa(port))); err == nil {
			return port, listener.Close()
		}
	}
	return 0, fmt.Errorf("no port is free: %w", err)
}

// exits runs a command that must end with an exit code: exits 2 commonweight run create
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits CODE COMMAND [ARGUMENT...]")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	if err := ts.Exec(args[1], args[2:]...); err != nil {
		var exit *exec.ExitError
		if !errors.As(err, &exit) {
			ts.Fatalf("%v", err)
		}
		got = exit.ExitCode()
	}
	if got != want {
		ts.Fatalf("%v ended with exit code %d, want %d", args[1:], got, want)
	}
}

// waits bounds how long a script waits for another process.
const waits = 3 * time.Minute

// await waits until a file is there, with a text in it: await net/deployment.json, await log 'step 0: proved'
func await(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 1 || len(args) > 2 {
		ts.Fatalf("usage: await FILE [TEXT]")
	}
	for deadline := time.Now().Add(waits); time.Now().Before(deadline); time.Sleep(50 * time.Millisecond) {
		text, err := os.ReadFile(ts.MkAbs(args[0]))
		if err == nil && (len(args) == 1 || strings.Contains(string(text), args[1])) {
			return
		}
	}
	ts.Fatalf("%s did not appear in time", strings.Join(args, ": "))
}

// fetch waits until an address answers with 200, and prints what it says into a file: fetch URL FILE
func fetch(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: fetch URL FILE")
	}
	for deadline := time.Now().Add(waits); time.Now().Before(deadline); time.Sleep(50 * time.Millisecond) {
		response, err := http.Get(args[0])
		if err != nil {
			continue
		}
		body, err := io.ReadAll(response.Body)
		response.Body.Close()
		if err == nil && response.StatusCode == http.StatusOK {
			ts.Check(os.WriteFile(ts.MkAbs(args[1]), body, 0o600))
			return
		}
	}
	ts.Fatalf("%s did not answer in time", args[0])
}

func TestParseRange(t *testing.T) {
	for text, want := range map[string][2]uint64{"17": {17, 17}, "0": {0, 0}, "16-31": {16, 31}, "5-5": {5, 5}} {
		if first, last, err := parseRange(text); err != nil || first != want[0] || last != want[1] {
			t.Errorf("%q: %d to %d, %v", text, first, last, err)
		}
	}
	for _, text := range []string{"", "-", "-1", "1-", "3-2", "x", "1-2-3", " 1", "0x1", "99999999999999999999"} {
		if first, last, err := parseRange(text); err == nil {
			t.Errorf("%q was read as %d to %d", text, first, last)
		}
	}
}

func TestParseCoins(t *testing.T) {
	for text, want := range map[string]string{"1": "1000000000000000000", "2.5": "2500000000000000000", "0.000000000000000001": "1"} {
		if wei, err := parseCoins(text); err != nil || wei.String() != want {
			t.Errorf("%q: %v, %v", text, wei, err)
		}
	}
	for _, text := range []string{"", "0", "-1", "1/2", "1e3", "x", "0.0000000000000000001", "1,5", fmt.Sprintf("%060d", 1)} {
		if wei, err := parseCoins(text); err == nil {
			t.Errorf("%q was read as %s", text, wei)
		}
	}
}

// TestInterrupted shows that a verb that is told to stop says so, with the code for it.
func TestInterrupted(t *testing.T) {
	ctx, stop := context.WithCancel(context.Background())
	stop()
	if code := exitCode(ctx, fmt.Errorf("at work: %w", context.Canceled)); code != exitInterrupted {
		t.Errorf("exit code %d, want %d", code, exitInterrupted)
	}
}
