package challenger

import (
	"bytes"
	"context"
	"errors"
	"io"
	"math"
	"sync/atomic"
	"testing"

	"github.com/commonweight/commonweight/fraudproof/merkle"
	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/chain/chaintest"
	"github.com/commonweight/commonweight/internal/ipfs"
	"github.com/commonweight/commonweight/internal/replica"
	"github.com/commonweight/commonweight/internal/replica/replicatest"
	"github.com/commonweight/commonweight/train/program"
)

// trained is a stage on which everybody trains a tiny GPT.
type trained struct {
	*chaintest.Stage
	store *ipfs.Embedded
	own   *replica.Replica // the test's
}

func startTraining(t *testing.T) *trained {
	t.Helper()
	store, err := ipfs.OpenEmbedded(t.TempDir())
	check(t, err)
	put := func(data []byte) ipfs.CID {
		cid, err := store.Put(t.Context(), bytes.NewReader(data))
		check(t, err)
		return cid
	}
	payload := make([]byte, 1000)
	for i := range payload {
		payload[i] = byte(i * i / 7 % 61)
	}
	spec := replicatest.Spec()
	spec.Dataset.CID, spec.Dataset.Bytes, spec.Dataset.Root = put(payload).String(), len(payload), program.Digest(merkle.DatasetRoot(payload))
	toy := chaintest.Terms().Clocks
	spec.Clocks.Challenge, spec.Clocks.Open, spec.Clocks.Appeal = int(toy.Challenge), int(toy.Open), int(toy.Appeal)
	spec.Clocks.BallotCommit, spec.Clocks.BallotReveal, spec.Clocks.MatchClock = int(toy.BallotCommit), int(toy.BallotReveal), 20
	spec.Clocks.HistoryExtension = 60
	p, err := program.Compile(spec)
	check(t, err)
	terms, err := replica.Terms(p, p.Genesis(), put(spec.Canonical()))
	check(t, err)
	s := &trained{Stage: chaintest.Start(t, terms), store: store}
	s.own, err = s.open(t, store)
	check(t, err)
	return s
}

func check(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// open opens a replica with files of its own.
func (r *trained) open(t *testing.T, store ipfs.Store) (*replica.Replica, error) {
	t.Helper()
	client, err := chain.Dial(t.Context(), r.Net.WS(), r.Net.Deployment())
	check(t, err)
	t.Cleanup(client.Close)
	opened, err := replica.Open(t.Context(), client, store, r.Run, replica.Options{Dir: t.TempDir(), Engine: "auto", Threads: 1})
	if err == nil {
		t.Cleanup(func() { opened.Close() })
	}
	return opened, err
}

// commit publishes a state and commits it.
func (r *trained) commit(t *testing.T, worker *chain.Account, state *program.State) chain.Hash {
	t.Helper()
	root, cid, err := r.own.Publish(t.Context(), state)
	check(t, err)
	return r.Stage.Commit(worker, root, cid.Bytes())
}

// window returns the state after a commitment and one more window.
func (r *trained) window(t *testing.T, parent chain.Hash) *program.State {
	t.Helper()
	pre, err := r.own.After(t.Context(), parent)
	check(t, err)
	post, err := r.own.Replay(t.Context(), pre, r.own.Program().Spec.Window, nil)
	check(t, err)
	return post
}

// jury votes by the test's own replay.
func (r *trained) jury(accounts ...int) {
	r.Jury(func(ctx context.Context, _ *chain.Client, commitment chain.Hash) (chain.Hash, error) {
		v := r.own.Judge(ctx, commitment)
		if v.Answer == replica.Unknown {
			return chain.Abstain, nil
		}
		return v.Root, nil
	}, accounts...)
}

// A lie of one bit in one weight, and a challenger that dies between seal and open with all its files.
func TestOneFlippedBitIsFoundByReplay(t *testing.T) {
	long(t)
	t.Parallel()
	s := startTraining(t)
	worker, liar, agent := s.Account(accountWorker), s.Account(accountLiar), s.Account(accountAgent)
	s.jury(accountJury, accountJury+1, accountJury+2)
	truth := s.window(t, s.own.Genesis())
	first := s.commit(t, worker, truth)
	state := s.window(t, first)
	weights := state.Tensors[0]
	last := len(weights) - 1
	weights[last] = math.Float32frombits(math.Float32bits(weights[last]) ^ 1)
	lie := s.commit(t, liar, state)

	var told diary
	judge, err := s.open(t, s.store)
	check(t, err)
	stop := launch(t, agent, s.Run, judge, &told)
	s.Await(worker, "the seal", func() (bool, error) { return challenges(t, worker) > 0, nil })
	stop()
	judge, err = s.open(t, s.store)
	check(t, err)
	launch(t, agent, s.Run, judge, &told)
	s.Await(worker, "the lie is rejected", func() (bool, error) { return s.Status(worker, lie) == chain.StatusRejected, nil })
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

// Pitfall 21 of the dispute systems: one bad data source made an honest agent dispute the truth. Here it either finds the truth by another
// way or says unknown; it bonds nothing.
func TestPitfall21BadDataSource(t *testing.T) {
	long(t)
	t.Parallel()
	s := startTraining(t)
	worker, agent := s.Account(accountWorker), s.Account(accountAgent)
	before := balance(t, agent)
	store := &spoiled{Store: s.store}
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
	first := s.commit(t, worker, s.window(t, s.own.Genesis()))
	second := s.commit(t, worker, s.window(t, first))
	for how := sound; how < modes; how++ {
		store.how.Store(how)
		var told diary
		stop := launch(t, agent, s.Run, judges[how], &told)
		s.Await(worker, "two judgements", func() (bool, error) { return len(told.of(Judged)) >= 2, nil })
		stop()
		for _, e := range told.of(Judged) {
			if e.Verdict.Answer == replica.Disagree {
				t.Errorf("mode %d: %s", how, e.Verdict.Reason)
			}
		}
	}
	// A withholder: the root is wrong and there are no bytes to see why. What stands on it can't be judged, and isn't challenged.
	store.how.Store(sound)
	s.Finalise(worker)
	s.Commit(worker, chain.Hash{1}, []byte("nowhere"))
	var told diary
	launch(t, agent, s.Run, judges[sound], &told)
	s.Await(worker, "the withholder is challenged", func() (bool, error) { return len(told.of(Opened)) > 0, nil })
	if n := challenges(t, worker); n != 1 {
		t.Errorf("%d challenges", n)
	}
	for _, truth := range []chain.Hash{first, second} {
		if got := s.Status(worker, truth); got != chain.StatusFinalised {
			t.Errorf("a true window is %s", got)
		}
	}
	if balance(t, agent).Cmp(before) >= 0 {
		t.Error("the bond against the withholder is missing")
	}
}
