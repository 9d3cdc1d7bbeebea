// Package chaintest sets a stage for tests of agents: a devnet with fast blocks, a funded run, and hands that act as workers and jurors
// without computing anything.
//
// On this stage a step is a hash (Truth), so that what agents do can be tested apart from training. A test that trains for real brings its
// own run and its own roots.
package chaintest

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"math/big"
	"sync"
	"testing"
	"time"

	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/chain/devnet"
)

// Interval between blocks, unless a stage has its own. Each is one second of block time.
const Interval = 50 * time.Millisecond

// Patience bounds every wait. Wall clock.
const Patience = 3 * time.Minute

// Stage is a chain with one run.
type Stage struct {
	T   testing.TB
	Net *devnet.Devnet
	Run chain.RunID
	chain.Clocks

	mining sync.Mutex
}

// Terms are a run of 16 windows of 2 steps with toy roots, and clocks that leave a slow machine time.
func Terms() chain.Run {
	return chain.Run{
		Facts: chain.Facts{
			SpecHash: sha256.Sum256([]byte("spec")), ProgramRoot: sha256.Sum256([]byte("program")), DatasetRoot: sha256.Sum256([]byte("dataset")),
			GenesisRoot: sha256.Sum256([]byte("genesis")), Profile: 1, Hash: chain.Sha256, SpecCid: []byte{1},
		},
		Schedule: chain.Schedule{TotalSteps: 32, WindowSteps: 2, KeyFrameEvery: 1, MaxPending: 16, RefStepMillis: 1},
		Clocks: chain.Clocks{
			Lease: 3600, Challenge: 150, Open: 80, BallotCommit: 70, BallotReveal: 70, Appeal: 3,
			MatchClock: 5, MoveExtension: 1, ListExtension: 1, HistoryExtension: 2, Demand: 10,
		},
		Economy: chain.Economy{
			Reward: chain.Ether(1), RewardValue: chain.Ether(1), ReplayCost: chain.Ether(1), SeatStake: chain.Ether(1000), JurorFee: chain.Ether(10),
			Jury: 3, LargerJury: 3,
		},
	}
}

// Start sets up a chain and creates the run.
func Start(t testing.TB, terms chain.Run) *Stage {
	t.Helper()
	return StartAt(t, terms, Interval)
}

// StartInToken is Start with a reward in a token, which it creates.
func StartInToken(t testing.TB, terms chain.Run) (*Stage, *Token) {
	t.Helper()
	s := bare(t, terms, Interval)
	author := s.Account(len(s.Net.Keys()) - 1)
	token := NewToken(t, author)
	terms.Economy.RewardToken = token.Address
	escrow := s.create(author, terms)
	if err := token.Give(t.Context(), author, escrow); err != nil {
		t.Fatal(err)
	}
	if _, err := author.FundToken(t.Context(), s.Run, escrow); err != nil {
		t.Fatal(err)
	}
	return s, token
}

// StartAt is Start with another interval between blocks: for people, who are slower than agents.
func StartAt(t testing.TB, terms chain.Run, interval time.Duration) *Stage {
	t.Helper()
	s := bare(t, terms, interval)
	author := s.Account(len(s.Net.Keys()) - 1)
	escrow := s.create(author, terms)
	if _, err := author.Fund(t.Context(), s.Run, escrow); err != nil {
		t.Fatal(err)
	}
	return s
}

// bare is a chain without a run.
func bare(t testing.TB, terms chain.Run, interval time.Duration) *Stage {
	t.Helper()
	net, err := devnet.Start(t.Context(), devnet.Config{Interval: time.Hour})
	if err != nil {
		t.Fatal(err)
	}
	s := &Stage{T: t, Net: net, Clocks: terms.Clocks}
	t.Cleanup(func() {
		if err := net.Close(); err != nil {
			t.Error(err)
		}
	})
	s.mine(interval)
	return s
}

// create registers the run and returns what its escrow takes. Units: of the reward token.
func (s *Stage) create(author *chain.Account, terms chain.Run) *big.Int {
	s.T.Helper()
	var err error
	if s.Run, _, err = author.Create(s.T.Context(), terms); err != nil {
		s.T.Fatal(err)
	}
	escrow := new(big.Int).Mul(terms.Economy.Reward, new(big.Int).SetUint64(terms.Schedule.TotalSteps))
	return escrow.Add(escrow, chain.AuditReserve(escrow))
}

// mine makes blocks until the test ends.
func (s *Stage) mine(interval time.Duration) {
	stop, stopped := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(stopped)
		var took time.Duration
		for {
			timer := time.NewTimer(devnet.Breathe(interval-min(took, interval), took))
			select {
			case <-timer.C:
			case <-stop:
				timer.Stop()
				return
			}
			s.mining.Lock()
			begun := time.Now()
			if err := s.Net.Mine(); err != nil {
				s.T.Errorf("mine: %v", err)
			}
			took = time.Since(begun)
			s.mining.Unlock()
		}
	}()
	s.T.Cleanup(func() {
		close(stop)
		<-stopped
	})
}

// Freeze stops the making of blocks until thaw is called: what is sent meanwhile lies in the pool.
func (s *Stage) Freeze() (thaw func()) {
	s.mining.Lock()
	return s.mining.Unlock
}

// Account opens the numbered key on a connection of its own, with an empty data directory.
func (s *Stage) Account(i int) *chain.Account {
	s.T.Helper()
	client, err := chain.Dial(s.T.Context(), s.Net.WS(), s.Net.Deployment())
	if err != nil {
		s.T.Fatal(err)
	}
	s.T.Cleanup(client.Close)
	account, err := client.Open(s.Net.Keys()[i], s.T.TempDir())
	if err != nil {
		s.T.Fatal(err)
	}
	s.T.Cleanup(func() { account.Close() })
	return account
}

// Truth is the root after a window of the toy run.
func Truth(pre chain.Hash, window uint64) chain.Hash {
	return sha256.Sum256(binary.BigEndian.AppendUint64(pre[:], window))
}

// Answer is the right root of a commitment of the toy run.
func Answer(ctx context.Context, c *chain.Client, commitment chain.Hash) (chain.Hash, error) {
	x, err := c.Commitment(ctx, commitment)
	return Truth(x.PreRoot, x.Window), err
}

// Commit makes the account commit a window on the head, with the given root, and returns its hash.
func (s *Stage) Commit(worker *chain.Account, root chain.Hash, cid []byte) chain.Hash {
	s.T.Helper()
	ctx := s.T.Context()
	head, err := worker.Head(ctx, s.Run)
	if err != nil {
		s.T.Fatal(err)
	}
	lease, _, err := worker.Acquire(ctx, s.Run, head)
	if err != nil {
		s.T.Fatal(err)
	}
	steps, err := worker.StepsOf(ctx, s.Run, lease.Window)
	if err != nil {
		s.T.Fatal(err)
	}
	committed, _, err := worker.Commit(ctx, s.Run, lease.Fence, head, steps, root, cid)
	if err != nil {
		s.T.Fatal(err)
	}
	return committed.Commitment
}

// CommitTruth commits the right root of the toy run on the head.
func (s *Stage) CommitTruth(worker *chain.Account) chain.Hash {
	s.T.Helper()
	pre, window := s.next(worker)
	return s.Commit(worker, Truth(pre, window), []byte{1})
}

// CommitLie commits a wrong root of the toy run on the head.
func (s *Stage) CommitLie(worker *chain.Account) chain.Hash {
	s.T.Helper()
	pre, window := s.next(worker)
	return s.Commit(worker, sha256.Sum256(pre[:]), []byte{byte(window)})
}

// next returns the pre root and the index of the next window.
func (s *Stage) next(c *chain.Account) (pre chain.Hash, window uint64) {
	s.T.Helper()
	ctx := s.T.Context()
	p, err := c.Progress(ctx, s.Run)
	if err != nil {
		s.T.Fatal(err)
	}
	if p.HeadCount == 0 {
		run, err := c.Client.Run(ctx, s.Run)
		if err != nil {
			s.T.Fatal(err)
		}
		return run.Facts.GenesisRoot, 0
	}
	head, err := c.Head(ctx, s.Run)
	if err != nil {
		s.T.Fatal(err)
	}
	x, err := c.Commitment(ctx, head)
	if err != nil {
		s.T.Fatal(err)
	}
	return x.PostRoot, p.HeadCount
}

// Dispute seals and opens a challenge that names the root.
func (s *Stage) Dispute(challenger *chain.Account, commitment, root chain.Hash) chain.ChallengeID {
	s.T.Helper()
	ctx := s.T.Context()
	salt := challenger.Secret("test challenge", commitment)
	sealed, _, err := challenger.Seal(ctx, commitment, challenger.SealHash(commitment, root, challenger.Address(), salt))
	if err != nil {
		s.T.Fatal(err)
	}
	if _, err := challenger.OpenChallenge(ctx, commitment, sealed.Challenge, root, challenger.Address(), salt); err != nil {
		s.T.Fatal(err)
	}
	return sealed.Challenge
}

// Status returns where a commitment stands.
func (s *Stage) Status(c *chain.Account, commitment chain.Hash) chain.Status {
	s.T.Helper()
	status, err := c.Status(s.T.Context(), commitment)
	if err != nil {
		s.T.Fatal(err)
	}
	return status
}

// Await waits for a condition, which is tried with every block.
func (s *Stage) Await(c *chain.Account, what string, done func() (bool, error)) {
	s.T.Helper()
	ctx, cancel := context.WithTimeout(s.T.Context(), Patience)
	defer cancel()
	for range c.Blocks(ctx) {
		ok, err := done()
		if err != nil {
			s.T.Fatalf("%s: %v", what, err)
		}
		if ok {
			return
		}
	}
	s.T.Fatalf("waited for nothing: %s", what)
}

// Pass lets block time go by.
func (s *Stage) Pass(seconds uint32) {
	s.T.Helper()
	if err := s.Net.Advance(time.Duration(seconds) * time.Second); err != nil {
		s.T.Fatal(err)
	}
}

// Finalise waits out the challenge period and moves the anchor up to the head. Others may do so too.
func (s *Stage) Finalise(c *chain.Account) {
	s.T.Helper()
	s.Pass(s.Challenge + 1)
	s.Await(c, "the head is final", func() (bool, error) {
		if _, err := c.Finalise(s.T.Context(), s.Run, 16); err != nil && !chain.IsRevert(err) {
			return false, err
		}
		p, err := c.Progress(s.T.Context(), s.Run)
		return p.AnchorCount == p.HeadCount, err
	})
}
