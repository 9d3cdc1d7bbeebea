package auditor

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"math/big"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/chain/chaintest"
)

// child is what an auditor in a process of its own needs to know.
type child struct {
	URL        string
	Deployment chain.Deployment
	Dir        string // lock files
	KillAt     Kind   // 0: never
}

const childEnv = "COMMONWEIGHT_TEST_AUDITOR"

func TestMain(m *testing.M) {
	if text := os.Getenv(childEnv); text != "" {
		if err := runChild(text); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// doomed tells what happens on standard output, and kills its process at a kind of event: no deferred call runs, nothing is flushed.
type doomed struct{ at Kind }

func (d doomed) Report(e Event) {
	fmt.Printf("%s %+v\n", e.Kind, e)
	if e.Kind == d.at {
		syscall.Kill(os.Getpid(), syscall.SIGKILL)
		time.Sleep(time.Hour)
	}
}

func runChild(text string) error {
	var c child
	if err := json.Unmarshal([]byte(text), &c); err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(context.Background(), chaintest.Patience)
	defer cancel()
	client, err := chain.Dial(ctx, c.URL, c.Deployment)
	if err != nil {
		return err
	}
	key, err := chain.DeriveKey("commonweight", accountFirst)
	if err != nil {
		return err
	}
	account, err := client.Open(key, c.Dir)
	if err != nil {
		return err
	}
	a := newAuditor(Config{
		Account: account, Report: doomed{c.KillAt}, Log: slog.New(slog.NewTextHandler(io.Discard, nil)),
		Replica: func(context.Context, chain.RunID) (Replica, error) { return toy{client: client}, nil },
	})
	a.up = func(chain.Hash, *big.Int, *big.Int) bool { return true } // it plants a canary at every window
	a.run(ctx)
	return nil
}

// spawn starts an auditor in a process of its own.
func spawn(t *testing.T, s *chaintest.Stage, at Kind, said io.Writer) *exec.Cmd {
	t.Helper()
	text, err := json.Marshal(child{URL: s.Net.WS(), Deployment: s.Net.Deployment(), Dir: t.TempDir(), KillAt: at})
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), os.Args[0])
	cmd.Env = append(os.Environ(), childEnv+"="+string(text))
	cmd.Stdout, cmd.Stderr = said, said
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { cmd.Process.Kill() })
	return cmd
}

// TestKilledBetweenSealAndOpen kills a real process (kill -9) once its canary is on chain, another one once its answer is, and lets a third open both: none
// leaves anything behind but its key. Nothing is bonded twice, and no process tells the history or the canary's salt before they are opened.
func TestKilledBetweenSealAndOpen(t *testing.T) {
	if testing.Short() {
		t.Skip("long: three processes")
	}
	t.Parallel()
	s := chaintest.Start(t, chaintest.Terms())
	first, second := auditors(t, s)
	worker := s.Account(accountWorker)
	var two diary
	launch(t, second, toy{client: second.Client}, false, &two)
	window := s.CommitTruth(worker)
	var said bytes.Buffer
	for _, at := range []Kind{Planted, Sealed} {
		err := spawn(t, s, at, &said).Wait()
		var exit *exec.ExitError
		if !errors.As(err, &exit) || exit.Sys().(syscall.WaitStatus).Signal() != syscall.SIGKILL {
			t.Fatalf("the auditor ended with %v, want SIGKILL\n%s", err, said.String())
		}
	}
	history, _ := toy{client: worker.Client}.History(t.Context(), window)
	for _, secret := range []chain.Hash{history, first.Secret("canary salt", window)} {
		if strings.Contains(strings.ToLower(said.String()), secret.Hex()[2:]) {
			t.Errorf("told before its time: %s", secret)
		}
	}
	if past, _ := standing(t, first); past.Sealed != 1 || past.Planted != 1 {
		t.Fatalf("on chain: %+v, want one answer and one canary\n%s", past, said.String())
	}

	var more bytes.Buffer
	third := spawn(t, s, 0, &more)
	open := func(n int) func() (bool, error) {
		return func() (bool, error) {
			_, pending := standing(t, first)
			found := 0
			for _, p := range pending {
				if p.Status == chain.PledgeStanding {
					found++
				}
			}
			return found == n && len(two.of(Opened)) == 1, nil
		}
	}
	s.Await(worker, "the other's answer", func() (bool, error) { return len(two.of(Sealed)) == 1, nil })
	s.Pass(s.Challenge)
	s.Await(worker, "both answers are opened", open(1))
	s.Pass(s.Open)
	s.Await(worker, "the canary is opened", open(2))
	s.Finalise(worker)
	s.Pass(s.Open)
	s.Await(worker, "all is settled", func() (bool, error) {
		past, pending := standing(t, first)
		return len(pending) == 0 && past.Settled == 1, nil
	})
	third.Process.Kill()
	third.Wait()
	if past, _ := standing(t, first); past.Sealed != 1 || past.Planted != 1 || past.Lost != 0 {
		t.Errorf("in the end: %+v, want one answer and one canary\n%s", past, more.String())
	}
	if r, err := worker.Record(t.Context(), s.Run); err != nil || r.Right != 2 || r.Live != 0 {
		t.Errorf("record %+v, %v", r, err)
	}
}

func standing(t *testing.T, a *chain.Account) (Past, []Pending) {
	t.Helper()
	past, pending, err := StandingOf(t.Context(), a.Client, a.Address())
	if err != nil {
		t.Fatal(err)
	}
	return past, pending
}
