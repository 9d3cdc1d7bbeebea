package validator

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/chain/chaintest"
)

// child is what a validator in a process of its own needs to know.
type child struct {
	URL        string
	Deployment chain.Deployment
	Dir        string // lock files
	Backup     string
	Wobbly     bool // the wallet signs differently each time
	KillAt     Kind // 0: never
}

func TestMain(m *testing.M) {
	if text := os.Getenv("COMMONWEIGHT_TEST_VALIDATOR"); text != "" {
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
	key, err := chain.DeriveKey("commonweight", accountAgent)
	if err != nil {
		return err
	}
	account, err := client.Open(key, c.Dir)
	if err != nil {
		return err
	}
	var wallet Signer = account
	if c.Wobbly {
		wallet = wobbly{account}
	}
	salts, err := OpenSalts(ctx, wallet, account.Address(), client, c.Backup)
	if err != nil {
		return err
	}
	log := slog.New(slog.NewTextHandler(os.Stderr, &slog.HandlerOptions{Level: slog.LevelDebug}))
	return Run(ctx, Config{Account: account, Judge: every(account), Salts: salts, Stake: stake, Report: doomed{c.KillAt}, Log: log})
}

// spawn starts a validator in a process of its own.
func spawn(t *testing.T, s *chaintest.Stage, c child, said *bytes.Buffer) *exec.Cmd {
	t.Helper()
	c.URL, c.Deployment = s.Net.WS(), s.Net.Deployment()
	text, err := json.Marshal(c)
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), os.Args[0])
	cmd.Env = append(os.Environ(), "COMMONWEIGHT_TEST_VALIDATOR="+string(text))
	cmd.Stdout, cmd.Stderr = said, said
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { cmd.Process.Kill() })
	return cmd
}

func killed(err error) bool {
	var exit *exec.ExitError
	return errors.As(err, &exit) && exit.Sys().(syscall.WaitStatus).Signal() == syscall.SIGKILL
}

// TestKillBetweenCommitAndReveal kills a real process once its ballot is on chain, and lets another one reveal it: beside the first one's
// files, on a machine that has only the key, and with a wallet whose salts are random from the backup. What the processes say never holds the
// salt of a ballot.
func TestKillBetweenCommitAndReveal(t *testing.T) {
	for name, x := range map[string]struct {
		wobbly, sameFiles bool
	}{
		"same machine":                   {sameFiles: true},
		"another machine, the key alone": {},
		"random salts, the backup":       {wobbly: true, sameFiles: true},
		"random salts, the backup lost":  {wobbly: true},
	} {
		t.Run(name, func(t *testing.T) {
			if name != "another machine, the key alone" {
				long(t)
			}
			t.Parallel()
			s := chaintest.Start(t, chaintest.Terms())
			agent, liar, challenger := s.Account(accountAgent), s.Account(accountLiar), s.Account(accountChallenger)
			s.Jury(chaintest.Answer, accountJury, accountJury+1)
			dir := t.TempDir()
			var said bytes.Buffer
			first := spawn(t, s, child{Dir: dir, Backup: filepath.Join(dir, "ballots.jsonl"), Wobbly: x.wobbly, KillAt: Committed}, &said)
			staked(t, s, agent)
			lie := s.CommitLie(liar)
			truth, err := chaintest.Answer(t.Context(), agent.Client, lie)
			if err != nil {
				t.Fatal(err)
			}
			s.Dispute(challenger, lie, truth)
			if err := first.Wait(); !killed(err) {
				t.Fatalf("the validator ended with %v, want SIGKILL\n%s", err, said.String())
			}
			if seat := seatOf(t, agent, lie); seat.Status != chain.SeatStatusCommitted {
				t.Fatalf("the seat is %s after the kill, want a committed ballot", seat.Status)
			}
			if !x.sameFiles {
				dir = t.TempDir()
			}
			var more bytes.Buffer
			second := spawn(t, s, child{Dir: dir, Backup: filepath.Join(dir, "ballots.jsonl"), Wobbly: x.wobbly}, &more)
			s.Await(agent, "the tally", func() (bool, error) {
				c, err := agent.CaseOf(t.Context(), lie)
				return c.TalliedAt != 0, err
			})
			second.Process.Kill()
			second.Wait()
			said.Write(more.Bytes())

			lost := x.wobbly && !x.sameFiles
			if seat := seatOf(t, agent, lie); !lost && seat.Root != truth {
				t.Errorf("the seat is %s with root %s, want %s\n%s", seat.Status, seat.Root, truth, said.String())
			} else if lost && seat.Root != (chain.Hash{}) {
				t.Errorf("a ballot was revealed without its salt")
			}
			if lost && !strings.Contains(said.String(), "its salt isn't in the backup") {
				t.Errorf("nobody was told that the salt is lost\n%s", said.String())
			}
			r, err := agent.RoundOf(t.Context(), lie, 1)
			if err != nil {
				t.Fatal(err)
			}
			secrets := []chain.Hash{saltsOf(t, agent).derive(slot{lie, 1, r.Seed})}
			if x.wobbly {
				text, err := os.ReadFile(filepath.Join(dir, "ballots.jsonl"))
				if err != nil {
					t.Fatal(err)
				}
				for _, row := range bytes.Split(bytes.TrimSpace(text), []byte{'\n'}) {
					var l line
					if len(row) > 0 {
						if err := json.Unmarshal(row, &l); err != nil {
							t.Fatal(err)
						}
						secrets = append(secrets, l.Salt)
					}
				}
			}
			for _, secret := range secrets {
				if strings.Contains(strings.ToLower(said.String()), secret.Hex()[2:]) {
					t.Error("a salt is in the log")
				}
			}
		})
	}
}
