package chaintest

import (
	"context"
	"math/big"

	"github.com/commonweight/commonweight/internal/chain"
)

// Verdict gives a juror's root.
type Verdict func(ctx context.Context, c *chain.Client, commitment chain.Hash) (chain.Hash, error)

// Jury stakes for the numbered accounts, and then lets them vote on every case by the given verdict and push it to its end, until the test
// ends. The stage's own jurors lead no books: they show what validators do, not how.
func (s *Stage) Jury(verdict Verdict, accounts ...int) []*chain.Account {
	s.T.Helper()
	var jury []*chain.Account
	for _, i := range accounts {
		a := s.Account(i)
		s.Stake(a, chain.Ether(10_000))
		jury = append(jury, a)
	}
	ctx, stop := context.WithCancel(s.T.Context())
	ended := make(chan struct{}, len(jury))
	for _, a := range jury {
		go func() {
			defer func() { ended <- struct{}{} }()
			for range a.Blocks(ctx) {
				s.attend(ctx, a, verdict)
			}
		}()
	}
	s.T.Cleanup(func() {
		stop()
		for range jury {
			<-ended
		}
	})
	return jury
}

// Stake stakes.
func (s *Stage) Stake(a *chain.Account, amount *big.Int) {
	s.T.Helper()
	if _, err := a.Stake(s.T.Context(), amount); err != nil {
		s.T.Fatal(err)
	}
}

// attend tries, on every case, whatever might be due. A refusal means that it isn't.
func (s *Stage) attend(ctx context.Context, a *chain.Account, verdict Verdict) {
	n, err := a.Challenges(ctx)
	if err != nil {
		return
	}
	seen := make(map[chain.Hash]bool)
	for id := chain.ChallengeID(1); id <= n; id++ {
		x, err := a.Challenge(ctx, id)
		if err != nil || seen[x.Commitment] {
			continue
		}
		seen[x.Commitment] = true
		phase, err := a.Phase(ctx, x.Commitment)
		if err != nil {
			continue
		}
		switch phase {
		case chain.PhaseEvidence:
			a.Freeze(ctx, x.Commitment)
		case chain.PhaseDraw:
			a.Draw(ctx, x.Commitment)
		case chain.PhaseCommit:
			s.ballot(ctx, a, x.Commitment, verdict, false)
		case chain.PhaseReveal:
			s.ballot(ctx, a, x.Commitment, verdict, true)
		case chain.PhaseTally:
			a.Tally(ctx, x.Commitment)
		case chain.PhaseAppeal:
			a.Resolve(ctx, x.Commitment)
		case chain.PhaseClosed:
			for round := uint32(1); round <= 2; round++ {
				a.SettleSeat(ctx, x.Commitment, round, a.Address())
			}
		}
	}
}

func (s *Stage) ballot(ctx context.Context, a *chain.Account, commitment chain.Hash, verdict Verdict, reveal bool) {
	x, err := a.CaseOf(ctx, commitment)
	if err != nil {
		return
	}
	round, err := a.RoundOf(ctx, commitment, x.Round)
	if err != nil {
		return
	}
	seat, err := a.Seat(ctx, commitment, x.Round, a.Address())
	if err != nil {
		return
	}
	root, err := verdict(ctx, a.Client, commitment)
	if err != nil {
		return
	}
	salt := a.Secret("test ballot", commitment)
	switch {
	case !reveal && seat.Status == chain.SeatStatusSeated:
		a.CommitBallot(ctx, commitment, a.BallotHash(commitment, x.Round, round.Seed, a.Address(), root, salt))
	case reveal && seat.Status == chain.SeatStatusCommitted:
		a.Reveal(ctx, commitment, a.Address(), root, salt)
	}
}
