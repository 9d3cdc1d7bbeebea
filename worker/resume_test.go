package worker_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/ipfs"
	"github.com/commonweight/commonweight/internal/replica"
	"github.com/commonweight/commonweight/internal/replica/replicatest"
	"github.com/commonweight/commonweight/train/program"
	"github.com/commonweight/commonweight/worker"
)

// stages are the moments at which a worker is stopped: by what it reports first.
var stages = map[string]func(worker.Event) bool{
	"acquired":   func(e worker.Event) bool { _, ok := e.(worker.Acquired); return ok },
	"mid-window": func(e worker.Event) bool { s, ok := e.(worker.Stepped); return ok && s.Step == 1 },
	"last step":  func(e worker.Event) bool { s, ok := e.(worker.Stepped); return ok && s.Step == 3 },
	"published":  func(e worker.Event) bool { _, ok := e.(worker.Published); return ok },
	"committed":  func(e worker.Event) bool { _, ok := e.(worker.Committed); return ok },
	"proving":    func(e worker.Event) bool { _, ok := e.(worker.Proved); return ok },
}

// wantNoLoss checks that the run has seen one lease, and that it became a commitment.
func wantNoLoss(t *testing.T, s *replicatest.Stage, a *chain.Account) {
	t.Helper()
	events, err := a.Events(t.Context(), 0, a.Latest().Number)
	check(t, err)
	leases := 0
	for _, e := range events {
		switch e := e.Data.(type) {
		case chain.Acquired:
			leases++
		case chain.Committed:
			if e.Fence != e.Window+1 {
				t.Errorf("window %d was committed under lease %d", e.Window, e.Fence)
			}
		case chain.Released, chain.Expired, chain.LeaseEnded:
			t.Errorf("a lease was lost: %#v", e)
		}
	}
	if leases != 1 {
		t.Errorf("%d leases for one window", leases)
	}
}

func oneWindow(spec *program.Spec) { spec.Steps = 4 }

func TestResumeAfterCancelAtEveryStage(t *testing.T) {
	replicatest.Long(t)
	for name, reached := range stages {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := replicatest.Start(t, oneWindow, nil)
			a, dir := s.Account(1), t.TempDir()
			ctx, stop := context.WithCancel(bounded(t))
			first := &listener{t: t, name: "first", then: func(e worker.Event) {
				if reached(e) {
					stop()
				}
			}}
			c := config(s, a, first, dir)
			c.Prover = dying{first}
			if err := worker.Run(ctx, c); !errors.Is(err, context.Canceled) {
				t.Fatalf("got %v, want context.Canceled", err)
			}
			second := &listener{t: t, name: "second"}
			check(t, worker.Run(bounded(t), config(s, a, second, dir)))
			wantTruth(t, s, a.Client, 1)
			wantNoLoss(t, s, a)
		})
	}
}

func TestCancelMidWindowSaysWhatToDoAndCostsNoStep(t *testing.T) {
	s := replicatest.Start(t, oneWindow, nil)
	a, dir := s.Account(1), t.TempDir()
	ctx, stop := context.WithCancel(bounded(t))
	first := &listener{t: t, name: "first", then: func(e worker.Event) {
		if step, ok := e.(worker.Stepped); ok && step.Step == 2 {
			stop()
		}
	}}
	worker.Run(ctx, config(s, a, first, dir))
	left := heard[worker.Left](first)
	if len(left) != 1 || left[0].For <= 0 || !strings.Contains(left[0].String(), "start the worker again within") {
		t.Fatalf("told %v", left)
	}
	second := &listener{t: t, name: "second"}
	check(t, worker.Run(bounded(t), config(s, a, second, dir)))
	if steps := heard[worker.Stepped](second); steps[0].Step < 2 {
		t.Errorf("the second start began at step %d", steps[0].Step)
	}
	if acquired := heard[worker.Acquired](second); !acquired[0].Resumed {
		t.Error("the second start didn't say that it resumes")
	}
	wantNoLoss(t, s, a)
}

// A half-written, damaged or foreign journal costs time and nothing else.
func TestDamagedJournalIsIgnored(t *testing.T) {
	replicatest.Long(t)
	t.Cleanup(worker.SaveAlways())
	for name, damage := range map[string]func(path string) error{
		"truncated": func(path string) error { return os.Truncate(path, 1000) },
		"empty":     func(path string) error { return os.Truncate(path, 0) },
		"one bit": func(path string) error {
			data, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			data[len(data)/2] ^= 1
			return os.WriteFile(path, data, 0o644)
		},
		"another head": func(path string) error {
			dir, name := filepath.Split(path)
			return os.Rename(path, filepath.Join(dir, "0x"+strings.Repeat("12", 32)+name[66:]))
		},
		"more steps": func(path string) error {
			return os.Rename(path, strings.NewReplacer("-1-", "-2-", "-2-", "-3-").Replace(path))
		},
		"a device's, on a machine without": func(path string) error { return os.Rename(path, path+"-device") },

		"unfinished": func(path string) error { return os.Rename(path, filepath.Join(filepath.Dir(path), "unfinished-1")) },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := replicatest.Start(t, oneWindow, nil)
			a, dir := s.Account(1), t.TempDir()
			ctx, stop := context.WithCancel(bounded(t))
			first := &listener{t: t, name: "first", then: func(e worker.Event) {
				if step, ok := e.(worker.Stepped); ok && step.Step == 1 {
					stop()
				}
			}}
			worker.Run(ctx, config(s, a, first, dir))
			files, err := os.ReadDir(worker.JournalDir(dir, a.Address()))
			check(t, err)
			if len(files) != 1 {
				t.Fatalf("the journal holds %v", files)
			}
			check(t, damage(filepath.Join(worker.JournalDir(dir, a.Address()), files[0].Name())))
			second := &listener{t: t, name: "second"}
			check(t, worker.Run(bounded(t), config(s, a, second, dir)))
			if steps := heard[worker.Stepped](second); steps[0].Step != 0 {
				t.Errorf("the second start began at step %d", steps[0].Step)
			}
			wantTruth(t, s, a.Client, 1)
			wantNoLoss(t, s, a)
		})
	}
}

// Stopped with no time for another start, a worker gives the lease back rather than let it run out.
func TestCancelTooLateGivesTheLeaseBack(t *testing.T) {
	replicatest.Long(t)
	s := replicatest.Start(t, oneWindow, nil)
	a := s.Account(1)
	ctx, stop := context.WithCancel(bounded(t))
	l := &listener{t: t, name: "a", then: func(e worker.Event) {
		if got, ok := e.(worker.Acquired); ok {
			if _, err := a.Until(t.Context(), got.Deadline-12); err != nil {
				t.Error(err)
			}
			stop()
		}
	}}
	worker.Run(ctx, config(s, a, l, t.TempDir()))
	lease, err := a.Lease(t.Context(), s.Run)
	check(t, err)
	if lease.Holder == a.Address() {
		t.Error("the lease was left to run out")
	}
}

// child is what a worker in a process of its own needs to know.
type child struct {
	URL        string
	Deployment chain.Deployment
	Seed       uint32
	Run        chain.RunID
	Store, Dir string
	Stage      string
}

func TestMain(m *testing.M) {
	if text := os.Getenv("COMMONWEIGHT_TEST_WORKER"); text != "" {
		if err := runChild(text); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

type suicidal struct{ reached func(worker.Event) bool }

func (s suicidal) Report(e worker.Event) {
	if s.reached != nil && s.reached(e) {
		syscall.Kill(os.Getpid(), syscall.SIGKILL)
		time.Sleep(time.Hour)
	}
}

// dying is a prover that ends its process in the middle of a proof.
type dying struct{ report worker.Reporter }

func (d dying) Prove(context.Context, chain.Hash, *program.State, int) error {
	d.report.Report(worker.Proved{})
	return nil
}

func runChild(text string) error {
	defer worker.SaveAlways()()
	var c child
	if err := json.Unmarshal([]byte(text), &c); err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(context.Background(), 4*time.Minute)
	defer cancel()
	client, err := chain.Dial(ctx, c.URL, c.Deployment)
	if err != nil {
		return err
	}
	key, err := chain.DeriveKey("commonweight", c.Seed)
	if err != nil {
		return err
	}
	account, err := client.Open(key, filepath.Join(c.Dir, "locks"))
	if err != nil {
		return err
	}
	store, err := ipfs.OpenEmbedded(c.Store)
	if err != nil {
		return err
	}
	r, err := replica.Open(ctx, client, store, c.Run, replica.Options{Dir: c.Dir, Engine: "auto", Threads: 1})
	if err != nil {
		return err
	}
	report := suicidal{stages[c.Stage]}
	return worker.Run(ctx, worker.Config{Account: account, Replica: r, Dir: c.Dir, Report: report, Prover: dying{report}})
}

// command is a worker in a process of its own that kills itself at a stage; at none for "".
func command(t *testing.T, s *replicatest.Stage, stage string) *exec.Cmd {
	t.Helper()
	text, err := json.Marshal(child{URL: s.Net.WS(), Deployment: s.Net.Deployment(), Seed: 1, Run: s.Run,
		Store: s.StoreDir, Dir: filepath.Join(s.StoreDir, "..", "killed"), Stage: stage})
	check(t, err)
	cmd := exec.CommandContext(bounded(t), os.Args[0])
	cmd.Env = append(os.Environ(), "COMMONWEIGHT_TEST_WORKER="+string(text))
	cmd.Stderr = os.Stderr
	return cmd
}

// killed says whether that is how a process ended.
func killed(err error) bool {
	var exit *exec.ExitError
	return errors.As(err, &exit) && exit.Sys().(syscall.WaitStatus).Signal() == syscall.SIGKILL
}

// A killed worker (kill -9) resumes without losing its bond.
func TestKilledWorkerResumes(t *testing.T) {
	for name := range stages {
		t.Run(name, func(t *testing.T) {
			if name != "mid-window" {
				replicatest.Long(t)
			}
			t.Parallel()
			s := replicatest.Start(t, oneWindow, nil)
			if err := command(t, s, name).Run(); !killed(err) {
				t.Fatalf("the worker ended with %v, want SIGKILL", err)
			}
			check(t, command(t, s, "").Run())
			a := s.Account(5)
			wantTruth(t, s, a.Client, 1)
			wantNoLoss(t, s, a)
		})
	}
}

func TestWorkerKilledAtRandomMomentsLosesNothing(t *testing.T) {
	replicatest.Long(t)
	t.Parallel()
	s := replicatest.Start(t, func(spec *program.Spec) {
		spec.Steps, spec.Window, spec.Clocks.Lease, spec.Economics.SeatStake = 96, 48, 20000, "3000000000000000000"
	}, nil)
	kills := 0
	for {
		cmd := command(t, s, "")
		check(t, cmd.Start())
		timer := time.AfterFunc(time.Duration(100+rand.IntN(250)+50*kills)*time.Millisecond, func() { cmd.Process.Kill() })
		err := cmd.Wait()
		timer.Stop()
		if err == nil {
			break
		}
		if !killed(err) {
			t.Fatalf("the worker ended with %v after %d kills", err, kills)
		}
		kills++
	}
	t.Logf("killed %d times", kills)
	a := s.Account(5)
	wantTruth(t, s, a.Client, 2)
	events, err := a.Events(t.Context(), 0, a.Latest().Number)
	check(t, err)
	for _, e := range events {
		switch e := e.Data.(type) {
		case chain.Released, chain.Expired, chain.LeaseEnded:
			t.Errorf("a lease was lost: %#v", e)
		}
	}
}

// Two workers with one key would spend each other's nonces: the second is refused in one line.
func TestSecondWorkerWithTheSameKey(t *testing.T) {
	replicatest.Long(t)
	s := replicatest.Start(t, oneWindow, nil)
	dir := t.TempDir()
	first, err := s.Client().Open(s.Net.Keys()[1], dir)
	check(t, err)
	defer first.Close()
	if _, err := s.Client().Open(s.Net.Keys()[1], dir); !errors.Is(err, chain.ErrLocked) {
		t.Errorf("got %v, want ErrLocked", err)
	}
}
