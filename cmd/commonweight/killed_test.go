package main

import (
	"bytes"
	"context"
	"errors"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/commonweight/commonweight/fraudproof/match"
	"github.com/commonweight/commonweight/fraudproof/trace"
	"github.com/commonweight/commonweight/fraudproof/trace/tracetest"
	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/player"
	"github.com/commonweight/commonweight/internal/replica"
	"github.com/commonweight/commonweight/internal/replica/replicatest"
	"github.com/commonweight/commonweight/train/engine"
	"github.com/commonweight/commonweight/train/program"
)

// kills is how often an agent is killed while its match runs.
const kills = 5

// arena is a run whose agents are processes that are killed (kill -9) at random moments of a match.
type arena struct {
	*testing.T
	stage   *replicatest.Stage
	replica *replica.Replica
	dir     string
	said    *output

	mu    sync.Mutex
	agent *exec.Cmd
	over  bool
	died  int

	random *rand.Rand // of when it is killed
}

// output is what a process has said.
type output struct {
	mu   sync.Mutex
	text bytes.Buffer
}

func (o *output) Write(p []byte) (int, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.text.Write(p)
}

func (o *output) String() string {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.text.String()
}

func newArena(t *testing.T) *arena {
	replicatest.Long(t)
	s := replicatest.Start(t, func(s *program.Spec) {
		c := &s.Clocks
		c.Challenge, c.Open, c.BallotCommit, c.BallotReveal, c.Appeal, c.MatchClock = 200, 60, 20, 20, 60, 60
		c.MoveExtension, c.ListExtension, c.HistoryExtension = 20_000, 20_000, 20_100
	}, nil)
	a := &arena{T: t, stage: s, replica: s.Replica("auto", ""), dir: t.TempDir(), said: &output{}}
	seed := rand.Uint64()
	t.Logf("seed %d", seed)
	a.random = rand.New(rand.NewPCG(seed, 0))
	a.must(s.Net.Deployment().Save(filepath.Join(a.dir, "deployment.json")))
	a.must(s.Net.Keys()[1].Save(filepath.Join(a.dir, "key.json"), "devnet"))
	a.must(os.WriteFile(filepath.Join(a.dir, "password"), []byte("devnet\n"), 0o600))
	return a
}

func (a *arena) must(err error) {
	a.Helper()
	if err != nil {
		a.Fatal(err)
	}
}

// start runs the agent again and again until the test ends.
func (a *arena) start(verb ...string) {
	exe, err := os.Executable()
	a.must(err)
	args := append([]string{"commonweight"}, verb...)
	args = append(args, "--json", "--rpc", a.stage.Net.WS(), "--deployment", filepath.Join(a.dir, "deployment.json"), "--data-dir", filepath.Join(a.dir, "data"),
		"--storage-path", a.stage.StoreDir, "--key-file", filepath.Join(a.dir, "key.json"), "--key-password-file", filepath.Join(a.dir, "password"), "--threads", "1")
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		for {
			a.mu.Lock()
			if a.over {
				a.mu.Unlock()
				return
			}
			a.agent = &exec.Cmd{Path: exe, Args: args, Stdout: a.said, Stderr: a.said}
			err := a.agent.Start()
			a.mu.Unlock()
			if err != nil {
				a.Error(err)
				return
			}
			a.agent.Wait()
		}
	}()
	a.Cleanup(func() {
		a.mu.Lock()
		a.over = true
		a.agent.Process.Kill()
		a.mu.Unlock()
		<-ended
	})
}

// kill ends the agent as the machine's failure would.
func (a *arena) kill() {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.agent.Process.Kill() == nil {
		a.died++
	}
}

func (a *arena) until(what string, done func() bool) {
	a.Helper()
	for deadline := time.Now().Add(waits); !done(); time.Sleep(5 * time.Millisecond) {
		if time.Now().After(deadline) {
			a.Fatalf("waited in vain: %s; the agent said\n%s", what, a.said)
		}
	}
}

// tell plants a lie in the window after a state and returns the liar's lists with the root they end in.
func (a *arena) tell(pre *program.State) (match.Provider, chain.Hash) {
	a.Helper()
	e, err := engine.Open(engine.Auto, a.stage.Program, a.stage.Payload, 1)
	a.must(err)
	tracer, err := engine.OpenTracer(engine.Auto, a.stage.Program, a.stage.Payload, 1)
	a.must(err)
	a.Cleanup(func() { e.Close(); tracer.Close() })
	w, err := trace.NewWindow(trace.Source{Program: a.stage.Program, Payload: a.stage.Payload, Pre: pre, Steps: 4, Stepper: e, Tracer: tracer, Kept: 4})
	a.must(err)
	at := -1
	for i, o := range a.stage.Program.Operators {
		if o.Name == "h.0.mlp.c_proj.weight.grad" {
			at = i
		}
	}
	lies, err := tracetest.Tell(a.Context(), w, tracetest.Lie{Step: 2, Operator: at, Tile: 1, Word: 37, Block: 1, Flip: 1 << 26})
	a.must(err)
	root, err := lies.Entry(a.Context(), match.List{Name: match.ListSteps}, 4)
	a.must(err)
	return lies, chain.Hash(root)
}

type liesOf struct{ match.Provider }

func (l liesOf) Lists(context.Context, chain.Hash) (match.Provider, error) { return l.Provider, nil }

// fight lets the liar play against the agent, which is killed at random moments, and returns how the match ends.
func (a *arena) fight(liar *chain.Account, lies match.Provider, id chain.ChallengeID) match.Outcome {
	a.Helper()
	p, err := player.New(a.Context(), player.Config{Account: liar, Run: a.stage.Run, Lists: liesOf{lies}, Log: quiet()})
	a.must(err)
	outcome := func() match.Outcome {
		x, err := liar.Challenge(a.Context(), id)
		a.must(err)
		return x.Outcome
	}
	a.until("the match begins", func() bool {
		_, err := p.Tick(a.Context())
		return outcome() == match.Running || err != nil && errors.Is(err, context.Canceled)
	})
	// A random while after each of its moves, and once more while it comes back.
	var seen match.Game
	var next []time.Time
	a.until("the match ends", func() bool {
		m, err := liar.Match(a.Context(), id)
		a.must(err)
		if m.Game != seen && m.Owner(m.Due) == liar.Address() && a.died < kills {
			after := func(most int) time.Time { return time.Now().Add(time.Duration(a.random.IntN(most)) * time.Millisecond) }
			seen, next = m.Game, append(next, after(20), after(1500))
		}
		if len(next) > 0 && time.Now().After(next[0]) {
			a.kill()
			next = next[1:]
		}
		if len(next) < 2 { // the first one comes before the liar's answer
			p.Tick(a.Context())
		}
		return outcome() > match.Running
	})
	return outcome()
}

// A fraud-proofer is killed again and again from the moment its match begins. It wins.
func TestKilledFraudProoferWins(t *testing.T) {
	a := newArena(t)
	worker, liar := a.stage.Account(3), a.stage.Account(2)
	genesis, err := a.replica.Fetch(t.Context(), a.replica.Genesis())
	a.must(err)
	first, err := a.replica.Replay(t.Context(), genesis, 4, nil)
	a.must(err)
	lies, root := a.tell(first)
	a.start("watch")
	a.stage.Commit(worker, a.replica, first)
	a.until("the agent has judged the true window", func() bool { return strings.Contains(a.said.String(), `"judged"`) })
	commitment := a.stage.CommitRoot(liar, root, []byte{1})
	if got := a.fight(liar, lies, 1); got != match.CommitterConvicted {
		t.Errorf("%s, want %s", got, match.CommitterConvicted)
	}
	if status, err := liar.Status(t.Context(), commitment); err != nil || status != chain.StatusRejected {
		t.Errorf("the lie is %s, %v", status, err)
	}
	a.check()
}

// A worker is killed again and again while its true window is challenged. It wins.
func TestKilledWorkerDefendsItsWindow(t *testing.T) {
	a := newArena(t)
	liar := a.stage.Account(2)
	genesis, err := a.replica.Fetch(t.Context(), a.replica.Genesis())
	a.must(err)
	lies, root := a.tell(genesis)
	a.start("worker", "run")
	a.until("the worker commits", func() bool {
		p, err := liar.Progress(t.Context(), a.stage.Run)
		a.must(err)
		return p.HeadCount > 0
	})
	commitment, err := liar.Live(t.Context(), a.stage.Run, 0)
	a.must(err)
	if got := a.fight(liar, lies, a.challenge(liar, commitment, root)); got != match.ChallengerConvicted {
		t.Errorf("%s, want %s", got, match.ChallengerConvicted)
	}
	a.check()
}

// A key that was named for it plays for an account that stays away, in a process that is killed again and again. It wins.
func TestKilledMoverPlaysForAnother(t *testing.T) {
	a := newArena(t)
	owner, liar := a.stage.Account(3), a.stage.Account(2)
	genesis, err := a.replica.Fetch(t.Context(), a.replica.Genesis())
	a.must(err)
	truth, err := a.replica.Replay(t.Context(), genesis, 4, nil)
	a.must(err)
	lies, root := a.tell(genesis)
	commitment := a.stage.CommitRoot(liar, root, []byte{1})
	id := a.challenge(owner, commitment, a.replica.Root(truth))
	mover := a.stage.Net.Keys()[1].Address
	_, err = owner.NameKey(t.Context(), mover)
	a.must(err)
	a.start("dispute", "play", "--owner", owner.Address().Hex())
	if got := a.fight(liar, lies, id); got != match.CommitterConvicted {
		t.Errorf("%s, want %s", got, match.CommitterConvicted)
	}
	a.check()
	var out, errs bytes.Buffer
	code := execute(t.Context(), []string{"dispute", "show", "1", "--rpc", a.stage.Net.WS(), "--deployment", filepath.Join(a.dir, "deployment.json"),
		"--data-dir", filepath.Join(a.dir, "reader"), "--storage-path", a.stage.StoreDir}, &out, &errs)
	if want := "the challenger lets " + mover.Hex() + " move for it"; code != exitDone || !strings.Contains(out.String(), want) {
		t.Errorf("exit code %d, %s%s doesn't say %q", code, out.String(), errs.String(), want)
	}
}

// challenge seals, opens and takes to arithmetic.
func (a *arena) challenge(by *chain.Account, commitment, root chain.Hash) chain.ChallengeID {
	a.Helper()
	salt := chain.Hash{9}
	sealed, _, err := by.Seal(a.Context(), commitment, by.SealHash(commitment, root, by.Address(), salt))
	a.must(err)
	_, err = by.OpenChallenge(a.Context(), commitment, sealed.Challenge, root, by.Address(), salt)
	a.must(err)
	_, err = by.OpenArithmetic(a.Context(), sealed.Challenge)
	a.must(err)
	return sealed.Challenge
}

// check says how often the agent died, and that it never bonded twice for one thing.
func (a *arena) check() {
	a.Helper()
	a.mu.Lock()
	a.Logf("killed %d times", a.died)
	if a.died < kills {
		a.Errorf("the agent was killed %d times, want %d", a.died, kills)
	}
	a.mu.Unlock()
	n, err := a.stage.Account(2).Challenges(a.Context())
	a.must(err)
	if n != 1 {
		a.Errorf("%d challenges, want 1", n)
	}
}
