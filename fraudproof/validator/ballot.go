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

// act makes the move that is due on one seat.
func (a *juror) act(ctx context.Context, s seat) (moved bool, err error) {
	switch {
	case s.phase == chain.PhaseCommit && s.Status == chain.SeatStatusSeated:
		return a.vote(ctx, s)
	case s.phase == chain.PhaseReveal && s.Status == chain.SeatStatusCommitted:
		return a.reveal(ctx, s)
	}
	return false, nil
}

// vote judges the case and commits the ballot. What stays unknown becomes an abstention when a third of the time is left.
func (a *juror) vote(ctx context.Context, s seat) (moved bool, err error) {
	now := a.config.Account.Now()
	if a.opinions.Due(s.commitment, now) && now+margin < s.CommitUntil {
		a.judge(ctx, s, s.CommitUntil-margin)
		return true, ctx.Err()
	}
	root := chain.Abstain
	if v := a.opinions.Of(s.commitment); known(v) {
		root = v.Root
	} else if left := s.CommitUntil - min(now, s.CommitUntil); left > margin && 3*left > s.CommitUntil-s.DrawnAt {
		return false, nil
	}
	if err := a.hand.cast(ctx, s.slot(), root); err != nil {
		if !chain.IsRevert(err) && ctx.Err() == nil {
			a.alert(s.file.Run, s.commitment, "the ballot isn't cast yet: "+err.Error())
		}
		return false, err
	}
	a.report(Event{Kind: Committed, Run: s.file.Run, Commitment: s.commitment, Round: s.round, Root: root})
	return true, nil
}

// reveal finds the root that was committed and shows it. What anybody can know is tried before a replay.
func (a *juror) reveal(ctx context.Context, s seat) (moved bool, err error) {
	candidates := append([]chain.Hash{chain.Abstain, s.about.PostRoot}, s.claim...)
	if v := a.opinions.Of(s.commitment); known(v) {
		candidates = append(candidates, v.Root)
	}
	if root, salt, found := a.hand.matching(s.slot(), s.Ballot, candidates); found {
		if err := a.hand.show(ctx, s.slot(), root, salt); err != nil {
			return false, err
		}
		a.report(Event{Kind: Revealed, Run: s.file.Run, Commitment: s.commitment, Round: s.round, Root: root})
		return true, nil
	}
	if a.opinions.Due(s.commitment, a.config.Account.Now()) {
		a.judge(ctx, s, s.RevealUntil-margin)
		return true, ctx.Err()
	}
	a.alert(s.file.Run, s.commitment, "a ballot was committed that this machine can't reveal: "+a.hand.salts.whyNot(s.slot()))
	return false, nil
}

func known(v replica.Verdict) bool { return v.Answer == replica.Agree || v.Answer == replica.Disagree }

// judge asks the run's judge, for no longer than until a block time. Its answer is remembered.
func (a *juror) judge(ctx context.Context, s seat, until uint64) {
	hash := s.commitment
	v, news := a.opinions.Ask(ctx, hash, a.config.Account.Now, func(ctx context.Context) replica.Verdict { return a.ask(ctx, hash, s.file.Run, until) })
	if !news {
		return
	}
	a.report(Event{Kind: Judged, Run: s.file.Run, Commitment: hash, Verdict: v})
	if v.Answer == replica.Unknown {
		a.alert(s.file.Run, hash, "can't tell what the root of a window is: "+v.Reason)
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
