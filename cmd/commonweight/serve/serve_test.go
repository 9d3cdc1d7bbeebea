package serve

import (
	"context"
	"crypto/sha256"
	"errors"
	"io"
	"log/slog"
	"math/big"
	"strings"
	"sync"
	"testing"

	"github.com/commonweight/commonweight/fraudproof/auditor"
	"github.com/commonweight/commonweight/fraudproof/challenger"
	"github.com/commonweight/commonweight/fraudproof/match"
	"github.com/commonweight/commonweight/fraudproof/validator"
	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/chain/chaintest"
	"github.com/commonweight/commonweight/internal/replica"
)

// toy is a replica of the toy run, whose steps are hashes: it judges, and has no lists to play with.
type toy struct{ client *chain.Client }

func (r toy) Judge(ctx context.Context, commitment chain.Hash) replica.Verdict {
	c, err := r.client.Commitment(ctx, commitment)
	if err != nil {
		return replica.Verdict{Answer: replica.Unknown, Reason: err.Error()}
	}
	v := replica.Verdict{Answer: replica.Agree, Root: chaintest.Truth(c.PreRoot, c.Window), Claimed: c.PostRoot}
	if v.Root != v.Claimed {
		v.Answer = replica.Disagree
	}
	return v
}

func (r toy) History(ctx context.Context, commitment chain.Hash) (chain.Hash, replica.Verdict) {
	v := r.Judge(ctx, commitment)
	if v.Answer != replica.Agree {
		return chain.Hash{}, v
	}
	return sha256.Sum256(v.Root[:]), v
}

func (toy) Lists(context.Context, chain.Hash) (match.Provider, error) {
	return nil, errors.New("a toy has no lists")
}

// diary keeps what is reported.
type diary struct {
	mu      sync.Mutex
	votes   []validator.Event
	reasons []string
}

type (
	ballots  struct{ *diary }
	audits   struct{}
	disputes struct{ *diary }
)

func (audits) Report(auditor.Event) {}

func (d ballots) Report(e validator.Event) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.votes = append(d.votes, e)
}

func (d disputes) Report(e challenger.Event) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if e.Kind == challenger.Weighed {
		d.reasons = append(d.reasons, e.Text)
	}
}

func (d *diary) paid() *big.Int {
	d.mu.Lock()
	defer d.mu.Unlock()
	sum := new(big.Int)
	for _, e := range d.votes {
		if e.Kind == validator.Withdrawn {
			sum.Add(sum, e.Amount)
		}
	}
	return sum
}

func challengesOf(t *testing.T, a *chain.Account, commitment chain.Hash) (own []chain.Challenge) {
	t.Helper()
	n, err := a.Challenges(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for id := chain.ChallengeID(1); id <= n; id++ {
		x, err := a.Challenge(t.Context(), id)
		if err != nil {
			t.Fatal(err)
		}
		if x.Commitment == commitment && x.Challenger == a.Address() {
			own = append(own, x)
		}
	}
	return own
}

var stake = chain.Ether(10_000)

// serve runs a validator until the test ends, and returns when its stake counts.
func serve(t *testing.T, s *chaintest.Stage, agent *chain.Account, told *diary) {
	t.Helper()
	salts, err := validator.OpenSalts(t.Context(), agent, agent.Address(), agent.Client, "")
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() {
		ended <- Validator(ctx, Config{
			Account: agent, Salts: salts, Stake: stake, Ballots: ballots{told}, Audits: audits{}, Disputes: disputes{told},
			Log:     slog.New(slog.NewTextHandler(io.Discard, nil)),
			Replica: func(context.Context, chain.RunID) (Replica, error) { return toy{agent.Client}, nil },
		})
	}()
	t.Cleanup(func() {
		stop()
		if err := <-ended; err != nil {
			t.Error(err)
		}
	})
	s.Await(agent, "the stake", func() (bool, error) {
		v, err := agent.Validator(t.Context(), agent.Address())
		return v.Stake != nil && v.Stake.Cmp(stake) == 0, err
	})
	start := agent.Latest().Number
	s.Await(agent, "the next block", func() (bool, error) { return agent.Latest().Number > start, nil })
}

// TestWhatContradictsABallotIsChallenged: a jury takes a lie off the head, and the liar commits the same lie again. Nobody else looks. If that became
// final, those who voted for the truth would burn: so the validator challenges it, and is paid as juror and as challenger. A lie about another
// window is none of its business.
func TestWhatContradictsABallotIsChallenged(t *testing.T) {
	t.Parallel()
	const agentKey, workerKey, liarKey, puppetKey, juryKey = 0, 1, 2, 3, 4
	s := chaintest.Start(t, chaintest.Terms())
	agent, worker, liar, puppet := s.Account(agentKey), s.Account(workerKey), s.Account(liarKey), s.Account(puppetKey)
	s.Jury(chaintest.Answer, juryKey, juryKey+1)
	var told diary
	serve(t, s, agent, &told)

	lie := s.CommitLie(liar)
	truth, err := chaintest.Answer(t.Context(), agent.Client, lie)
	if err != nil {
		t.Fatal(err)
	}
	s.Dispute(puppet, lie, truth)
	s.Await(worker, "the lie is voted out", func() (bool, error) { return s.Status(worker, lie) == chain.StatusRejected, nil })
	if n := len(challengesOf(t, agent, lie)); n != 0 {
		t.Errorf("%d challenges of its own although another named the root and the court agreed", n)
	}

	again := s.CommitLie(liar)
	s.Await(agent, "a challenge of its own", func() (bool, error) { return len(challengesOf(t, agent, again)) > 0, nil })
	s.Await(worker, "the second lie is rejected", func() (bool, error) { return s.Status(worker, again) == chain.StatusRejected, nil })
	s.CommitTruth(worker)
	s.Finalise(worker)
	s.Await(agent, "the stake is whole and the challenge won", func() (bool, error) {
		v, err := agent.Validator(t.Context(), agent.Address())
		own := challengesOf(t, agent, again)
		return len(own) == 1 && own[0].Status == chain.ChallengeWon && v.Locked.Sign() == 0 && v.Stake.Cmp(stake) == 0, err
	})
	s.Await(agent, "the money", func() (bool, error) {
		return told.paid().Cmp(new(big.Int).Add(challengesOf(t, agent, again)[0].Bond, chain.Ether(10))) > 0, nil
	})
	told.mu.Lock()
	if n := len(told.reasons); n == 0 || !strings.Contains(told.reasons[n-1], "contradicts a ballot of this account") {
		t.Errorf("reasons: %q", told.reasons)
	}
	told.mu.Unlock()

	elsewhere := s.CommitLie(liar)
	start := agent.Latest().Number
	s.Await(agent, "five more blocks", func() (bool, error) { return agent.Latest().Number > start+5, nil })
	if n := len(challengesOf(t, agent, elsewhere)); n != 0 {
		t.Errorf("%d challenges against a window that nobody asked it about", n)
	}
}

// TestMinorityJurorStandsByItsBallot: the rest of the jury is bribed and lets a lie stand; whoever disputed it may be a friend of the liar's, who will fall
// silent in arithmetic. The honest juror's stake would burn, so it brings a challenge of its own.
func TestMinorityJurorStandsByItsBallot(t *testing.T) {
	t.Parallel()
	const agentKey, liarKey, puppetKey, juryKey = 0, 2, 3, 4
	s := chaintest.Start(t, chaintest.Terms())
	agent, liar, puppet := s.Account(agentKey), s.Account(liarKey), s.Account(puppetKey)
	s.Jury(func(ctx context.Context, c *chain.Client, commitment chain.Hash) (chain.Hash, error) {
		x, err := c.Commitment(ctx, commitment)
		return x.PostRoot, err
	}, juryKey, juryKey+1)
	var told diary
	serve(t, s, agent, &told)
	lie := s.CommitLie(liar)
	truth, err := chaintest.Answer(t.Context(), agent.Client, lie)
	if err != nil {
		t.Fatal(err)
	}
	s.Dispute(puppet, lie, truth)
	s.Await(agent, "a challenge of its own", func() (bool, error) { return len(challengesOf(t, agent, lie)) > 0, nil })
	c, err := agent.CaseOf(t.Context(), lie)
	if err != nil || c.Verdict != chain.VerdictStands {
		t.Errorf("challenged while the verdict was %s, %v", c.Verdict, err)
	}
	told.mu.Lock()
	defer told.mu.Unlock()
	if n := len(told.reasons); n == 0 || !strings.Contains(told.reasons[n-1], "fall silent") {
		t.Errorf("reasons: %q", told.reasons)
	}
}
