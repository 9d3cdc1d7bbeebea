package challenger

import (
	"bytes"
	"context"
	"errors"
	"io"
	"math"
	"sync/atomic"
	"testing"

	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/chain/chaintest"
	"github.com/commonweight/commonweight/internal/ipfs"
	"github.com/commonweight/commonweight/internal/replica"
	"github.com/commonweight/commonweight/internal/replica/replicatest"
	"github.com/commonweight/commonweight/train/program"
)

// trained is a stage on which everybody trains a tiny GPT.
type trained struct {
	*replicatest.Stage
	hands *chaintest.Stage
	own   *replica.Replica // the test's
}

func startTraining(t *testing.T) *trained {
	t.Helper()
	s := replicatest.Start(t, func(spec *program.Spec) {
		c := &spec.Clocks
		c.Challenge, c.Open, c.BallotCommit, c.BallotReveal, c.Appeal, c.MatchClock = 160, 120, 50, 50, 3, 5
	}, nil)
	return &trained{
		Stage: s, hands: &chaintest.Stage{T: t, Net: s.Net, Run: s.Run, Clocks: s.Terms.Clocks}, own: s.Replica("portable", ""),
	}
}

// window returns the state after a commitment and one more window.
func (r *trained) window(t *testing.T, parent chain.Hash) *program.State {
	t.Helper()
	pre, err := r.own.After(t.Context(), parent)
	if err != nil {
		t.Fatal(err)
	}
	post, err := r.own.Replay(t.Context(), pre, int(r.Terms.Schedule.WindowSteps), nil)
	if err != nil {
		t.Fatal(err)
	}
	return post
}

// jury votes by the test's own replay.
func (r *trained) jury(accounts ...int) {
	r.hands.Jury(func(ctx context.Context, _ *chain.Client, commitment chain.Hash) (chain.Hash, error) {
		v := r.own.Judge(ctx, commitment)
		if v.Answer == replica.Unknown {
			return chain.Abstain, nil
		}
		return v.Root, nil
	}, accounts...)
}

// A lie of one bit in one weight, and a challenger that dies between seal and open with all its files.
func TestOneFlippedBitIsFoundByReplay(t *testing.T) {
	t.Parallel()
	s := startTraining(t)
	worker, liar, agent := s.Account(accountWorker), s.Account(accountLiar), s.Account(accountAgent+10)
	s.jury(accountJury, accountJury+1, accountJury+2)
	truth := s.window(t, s.own.Genesis())
	first := s.Commit(worker, s.own, truth)
	state := s.window(t, first)
	weights := state.Tensors[0]
	last := len(weights) - 1
	weights[last] = math.Float32frombits(math.Float32bits(weights[last]) ^ 1)
	lie := s.Commit(liar, s.own, state)

	var told diary
	stop := launch(t, agent, s.Run, s.Replica("auto", ""), &told)
	s.hands.Await(worker, "the seal", func() (bool, error) { return challenges(t, worker) > 0, nil })
	stop()
	launch(t, agent, s.Run, s.Replica("auto", ""), &told)
	s.hands.Await(worker, "the lie is rejected", func() (bool, error) { return s.hands.Status(worker, lie) == chain.StatusRejected, nil })
	if head, err := worker.Head(t.Context(), s.Run); err != nil || head != first {
		t.Errorf("head %s (%v), want %s", head, err, first)
	}
	if x := challenge(t, worker, 1); x.Root != s.own.Root(s.window(t, first)) || x.Commitment != lie {
		t.Errorf("challenged %s with %s", x.Commitment, x.Root)
	}
	if n := challenges(t, worker); n != 1 {
		t.Errorf("%d challenges", n)
	}
}

// spoiled is a store that goes bad: it loses bytes, cuts them off, or changes them without a word.
type spoiled struct {
	ipfs.Store
	how atomic.Int32
}

const (
	sound int32 = iota
	missing
	truncated
	changed
	modes
)

func (s *spoiled) Get(ctx context.Context, c ipfs.CID, limit int64) (io.ReadCloser, error) {
	how := s.how.Load()
	if how == missing {
		return nil, ipfs.ErrNotFound
	}
	content, err := s.Store.Get(ctx, c, limit)
	if err != nil || how == sound {
		return content, err
	}
	data, err := io.ReadAll(content)
	if err = errors.Join(err, content.Close()); err != nil {
		return nil, err
	}
	switch how {
	case truncated:
		data = data[:len(data)/2]
	case changed:
		data[len(data)-1] ^= 1
	}
	return io.NopCloser(bytes.NewReader(data)), nil
}

func (r *trained) open(t *testing.T, store ipfs.Store) (*replica.Replica, error) {
	t.Helper()
	opened, err := replica.Open(t.Context(), r.Client(), store, r.Run, replica.Options{Dir: t.TempDir(), Engine: "auto", Threads: 1})
	if err == nil {
		t.Cleanup(func() { opened.Close() })
	}
	return opened, err
}

// Pitfall 21 of the dispute systems: one bad data source made an honest agent dispute the truth. Here it either finds the truth by another
// way or says unknown; it bonds nothing.
func TestPitfall21BadDataSource(t *testing.T) {
	t.Parallel()
	s := startTraining(t)
	worker, agent := s.Account(accountWorker), s.Account(accountAgent+10)
	before := balance(t, agent)
	store := &spoiled{Store: s.Store}
	for how := missing; how < modes; how++ {
		store.how.Store(how)
		if _, err := s.open(t, store); !errors.Is(err, replica.ErrUnknown) {
			t.Errorf("mode %d: opened a run without its bytes: %v", how, err)
		}
	}
	store.how.Store(sound)
	var judges []Judge
	for range modes {
		r, err := s.open(t, store)
		if err != nil {
			t.Fatal(err)
		}
		judges = append(judges, r)
	}
	first := s.Commit(worker, s.own, s.window(t, s.own.Genesis()))
	second := s.Commit(worker, s.own, s.window(t, first))
	for how := sound; how < modes; how++ {
		store.how.Store(how)
		var told diary
		stop := launch(t, agent, s.Run, judges[how], &told)
		s.hands.Await(worker, "two judgements", func() (bool, error) { return len(told.of(Judged)) >= 2, nil })
		stop()
		for _, e := range told.of(Judged) {
			if e.Verdict.Answer == replica.Disagree {
				t.Errorf("mode %d: %s", how, e.Verdict.Reason)
			}
		}
	}
	// A withholder: the root is wrong and there are no bytes to see why. What stands on it can't be judged, and isn't challenged.
	store.how.Store(sound)
	s.hands.Finalise(worker)
	s.CommitRoot(worker, chain.Hash{1}, []byte("nowhere"))
	var told diary
	launch(t, agent, s.Run, judges[sound], &told)
	s.hands.Await(worker, "the withholder is challenged", func() (bool, error) { return len(told.of(Opened)) > 0, nil })
	if n := challenges(t, worker); n != 1 {
		t.Errorf("%d challenges", n)
	}
	for _, truth := range []chain.Hash{first, second} {
		if got := s.hands.Status(worker, truth); got != chain.StatusFinalised {
			t.Errorf("a true window is %s", got)
		}
	}
	if balance(t, agent).Cmp(before) >= 0 {
		t.Error("the bond against the withholder is missing")
	}
}
