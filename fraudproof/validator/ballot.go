package validator

import (
	"context"
	"fmt"
	"time"

	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/replica"
)

// margin is what must be left of a phase for a transaction to be mined in it. Seconds of block time.
const margin = 2

// ballot is what hides a root.
func ballot(account *chain.Account, at slot, root, salt chain.Hash) chain.Hash {
	return account.BallotHash(at.commitment, at.round, at.seed, account.Address(), root, salt)
}

// matching finds the root and the salt that a ballot was made of, among the salts that the account may have used and some roots.
func matching(account *chain.Account, salts *Salts, at slot, sealed chain.Hash, roots []chain.Hash) (root, salt chain.Hash, found bool) {
	for _, k := range salts.recall(at) {
		candidates := roots
		if k.root != (chain.Hash{}) {
			candidates = []chain.Hash{k.root}
		}
		for _, root := range candidates {
			if ballot(account, at, root, k.salt) == sealed {
				return root, k.salt, true
			}
		}
	}
	return root, salt, false
}

// act makes the move that is due on one seat.
func (a *juror) act(ctx context.Context, hash chain.Hash, s seat) (moved bool, err error) {
	switch {
	case s.phase == chain.PhaseCommit && s.Status == chain.SeatStatusSeated:
		return a.vote(ctx, hash, s)
	case s.phase == chain.PhaseReveal && s.Status == chain.SeatStatusCommitted:
		return a.reveal(ctx, hash, s)
	}
	return false, nil
}

// vote judges the case and commits the ballot. What stays unknown becomes an abstention when a third of the time is left.
func (a *juror) vote(ctx context.Context, hash chain.Hash, s seat) (moved bool, err error) {
	now := a.config.Account.Now()
	if a.opinions.Due(hash, now) && now+margin < s.CommitUntil {
		a.judge(ctx, hash, s, s.CommitUntil-margin)
		return true, ctx.Err()
	}
	root := chain.Abstain
	if v := a.opinions.Of(hash); known(v) {
		root = v.Root
	} else if left := s.CommitUntil - min(now, s.CommitUntil); left > margin && 3*left > s.CommitUntil-s.DrawnAt {
		return false, nil
	}
	salt, err := a.config.Salts.prepare(s.slot(hash), root)
	if err != nil {
		a.alert(s.Run, hash, "no ballot can be cast: "+err.Error())
		return false, err
	}
	if _, err := a.config.Account.CommitBallot(ctx, hash, ballot(a.config.Account, s.slot(hash), root, salt)); err != nil {
		return false, err
	}
	a.report(Event{Kind: Committed, Run: s.Run, Commitment: hash, Root: root})
	return true, nil
}

// reveal finds the root that was committed and shows it. What anybody can know is tried before a replay.
func (a *juror) reveal(ctx context.Context, hash chain.Hash, s seat) (moved bool, err error) {
	candidates := append([]chain.Hash{chain.Abstain, s.about.PostRoot}, s.claim...)
	if v := a.opinions.Of(hash); known(v) {
		candidates = append(candidates, v.Root)
	}
	if root, salt, found := matching(a.config.Account, a.config.Salts, s.slot(hash), s.Ballot, candidates); found {
		if _, err := a.config.Account.Reveal(ctx, hash, a.config.Account.Address(), root, salt); err != nil {
			return false, err
		}
		a.report(Event{Kind: Revealed, Run: s.Run, Commitment: hash, Root: root})
		return true, nil
	}
	if a.opinions.Due(hash, a.config.Account.Now()) {
		a.judge(ctx, hash, s, s.RevealUntil-margin)
		return true, ctx.Err()
	}
	a.alert(s.Run, hash, "a ballot was committed that this machine can't reveal: "+a.config.Salts.whyNot(s.slot(hash)))
	return false, nil
}

func known(v replica.Verdict) bool { return v.Answer == replica.Agree || v.Answer == replica.Disagree }

// judge asks the run's judge, for no longer than until a block time. Its answer is remembered.
func (a *juror) judge(ctx context.Context, hash chain.Hash, s seat, until uint64) {
	v, news := a.opinions.Ask(ctx, hash, a.config.Account.Now, func(ctx context.Context) replica.Verdict { return a.ask(ctx, hash, s.Run, until) })
	if !news {
		return
	}
	a.report(Event{Kind: Judged, Run: s.Run, Commitment: hash, Verdict: v})
	if v.Answer == replica.Unknown {
		a.alert(s.Run, hash, "can't tell what the root of a window is: "+v.Reason)
	}
}

func (a *juror) ask(ctx context.Context, hash chain.Hash, run chain.RunID, until uint64) replica.Verdict {
	left := time.Duration(until-min(a.config.Account.Now(), until)) * time.Second
	ctx, cancel := context.WithTimeout(ctx, left)
	defer cancel()
	judge, err := a.config.Judge(ctx, run)
	if err != nil {
		return replica.Verdict{Answer: replica.Unknown, Reason: err.Error()}
	}
	v := judge.Judge(ctx, hash)
	if v.Answer != replica.Unknown && (v.Root == chain.Hash{} || v.Root == chain.Abstain) {
		return replica.Verdict{Answer: replica.Unknown, Reason: fmt.Sprintf("the replay gave %s, which is no root", v.Root)}
	}
	return v
}
