package demander_test

import (
	"errors"
	"io"
	"log/slog"
	"math/big"
	"testing"

	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/chain/chaintest"
	"github.com/commonweight/commonweight/internal/demander"
	"github.com/commonweight/commonweight/internal/replica"
	"github.com/commonweight/commonweight/internal/replica/replicatest"
	"github.com/commonweight/commonweight/train/program"
)

// shelf keeps what it is given.
type shelf struct {
	leaves map[uint64][]byte
	refuse error
}

func (s *shelf) Take(leaf uint64, opening []byte) error {
	if s.refuse == nil {
		s.leaves[leaf] = opening
	}
	return s.refuse
}

// scene is a commitment whose bytes are asked for.
type scene struct {
	*testing.T
	stage  *replicatest.Stage
	own    *replica.Replica // the committer's
	hash   chain.Hash
	asker  *chain.Account
	events []demander.Event
}

func newScene(t *testing.T) *scene {
	replicatest.Long(t)
	s := &scene{T: t, stage: replicatest.Start(t, func(p *program.Spec) {
		replicatest.Disputed(p)
		p.Clocks.Demand = 100
	}, nil)}
	s.own, s.asker = s.stage.Replica("auto", ""), s.stage.Account(2)
	pre, err := s.own.Fetch(t.Context(), s.own.Genesis())
	s.must(err)
	post, err := s.own.Replay(t.Context(), pre, 4, nil)
	s.must(err)
	s.own.Keep(post)
	s.hash = s.stage.CommitRoot(s.stage.Account(1), s.own.Root(post), []byte{1})
	return s
}

func (s *scene) must(err error) {
	s.Helper()
	if err != nil {
		s.Fatal(err)
	}
}

// fresh is a demander that knows nothing but the chain.
func (s *scene) fresh(keep demander.Keep) *demander.Demander {
	s.Helper()
	d, err := demander.New(s.Context(), demander.Config{
		Account: s.asker, Run: s.stage.Run, Keep: keep, Log: slog.New(slog.NewTextHandler(io.Discard, nil)),
		Report: func(e demander.Event) { s.events = append(s.events, e) },
	})
	s.must(err)
	_, err = d.Take(s.Context())
	s.must(err)
	return d
}

func (s *scene) ask(d *demander.Demander, m replica.Missing, want bool) {
	s.Helper()
	moved, err := d.Ask(s.Context(), s.hash, m)
	s.must(err)
	if moved != want {
		s.Errorf("demanded: %t, want %t", moved, want)
	}
}

// opening is the answer to the open demand.
func (s *scene) opening() []byte {
	s.Helper()
	for {
		d, err := s.asker.Demand(s.Context(), s.hash)
		s.must(err)
		var seed chain.Hash
		if d.Kind == chain.DemandTiles {
			if seed, err = s.asker.DemandSeed(s.Context(), s.hash); seed == (chain.Hash{}) {
				s.must(err)
				continue
			}
		}
		opening, err := s.own.Opening(s.Context(), s.hash, d, seed)
		s.must(err)
		return opening
	}
}

// A key frame is asked for once, by one process or by many, by this account or another; a leaf again and again, each for twice the fee.
func TestNobodyAsksTwice(t *testing.T) {
	s := newScene(t)
	tiles, leaf := replica.Missing{State: s.hash}, replica.Missing{Leaves: []uint64{0}}
	keep := &shelf{leaves: map[uint64][]byte{}}
	s.ask(s.fresh(keep), tiles, true)
	s.ask(s.fresh(keep), tiles, false)
	s.ask(s.fresh(keep), leaf, false) // one demand at a time
	_, err := s.stage.Account(1).AnswerDemand(t.Context(), s.hash, s.opening())
	s.must(err)
	s.ask(s.fresh(keep), tiles, false)
	if len(keep.leaves) != 0 {
		t.Error("tiles were kept as a leaf")
	}
	s.ask(s.fresh(keep), leaf, true)
	first, second := s.events[0].Fee, s.events[1].Fee
	if second.Cmp(new(big.Int).Lsh(first, 1)) != 0 {
		t.Errorf("the second demand cost %s, the first %s", second, first)
	}
}

// What somebody shows through a contract of his own is found too, whoever asked; what can't be kept is told, and asked for no more often than it may
// cost.
func TestShownLeavesAreKept(t *testing.T) {
	s := newScene(t)
	leaf := replica.Missing{Leaves: []uint64{0}}
	_, err := s.stage.Account(3).DemandLeaf(t.Context(), s.hash, 0)
	s.must(err)
	want := s.opening()
	s.must(chaintest.NewWallet(t, s.stage.Account(1)).Answer(t.Context(), s.hash, want))
	keep := &shelf{leaves: map[uint64][]byte{}}
	s.fresh(keep)
	if string(keep.leaves[0]) != string(want) {
		t.Fatalf("kept %d bytes, %d were shown", len(keep.leaves[0]), len(want))
	}
	keep.refuse = errors.New("full")
	spent := new(big.Int)
	for range 10 {
		d := s.fresh(keep)
		if moved, err := d.Ask(t.Context(), s.hash, leaf); err != nil || !moved {
			break
		}
		spent.Add(spent, s.events[len(s.events)-1].Fee)
		_, err := s.stage.Account(1).AnswerDemand(t.Context(), s.hash, s.opening())
		s.must(err)
	}
	last := s.events[len(s.events)-1]
	if last.Kind != demander.Alert {
		t.Errorf("at last: %s", last)
	}
	bond, err := s.asker.ChallengeBond(t.Context(), s.stage.Run)
	s.must(err)
	if limit := bond.Rsh(bond, 1); spent.Sign() == 0 || spent.Cmp(limit) > 0 {
		t.Errorf("spent %s, the limit is %s", spent, limit)
	}
}

// A commitment that nothing can be demanded of costs nothing.
func TestNothingIsAskedOfTheDead(t *testing.T) {
	s := newScene(t)
	d := s.fresh(&shelf{})
	s.ask(d, replica.Missing{}, false)
	if moved, err := d.Ask(t.Context(), chain.Hash{9}, replica.Missing{Leaves: []uint64{1}}); moved || err != nil {
		t.Errorf("of no commitment: %t, %v", moved, err)
	}
	s.must(s.stage.Net.Advance(300 * 1e9))
	s.ask(d, replica.Missing{State: s.hash}, false)
}
