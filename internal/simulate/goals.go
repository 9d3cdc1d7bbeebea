package simulate

import (
	"math"
	"math/big"

	"github.com/commonweight/commonweight/fraudproof/match"
	"github.com/commonweight/commonweight/fraudproof/merkle"
	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/chain/bindings"
)

// goal: money is locked for a held-out loss. Somebody claims it where it isn't reached, and is contested; later it is reached. The evaluation is
// known to the simulation alone, so whoever lies about it loses by the clock.
func goal(w *world) {
	sponsor, liar, watcher := w.actor("sponsor", 1000), w.actor("liar", 100), w.actor("watcher", 100)
	workers := []*actor{w.actor("worker 1", 100), w.actor("worker 2", 100)}
	p := contracts().goals
	target, high, low := math.Float32bits(3), math.Float32bits(3.5), math.Float32bits(2.5)
	terms := bindings.Goal{Run: w.run, ProgramRoot: [32]byte{1}, DatasetRoot: [32]byte{2}, Target: target}
	amount := chain.Ether(100_000)
	pot := unpacked(w.must(sponsor, w.at.Goals, amount, p.PackLock(terms, amount)).Return, p.UnpackLock)

	frames := w.train(workers, 2*keyFrames)
	claim := func(by *actor, frame chain.Hash, word uint32) uint64 {
		return unpacked(w.must(by, w.at.Goals, w.goalBond(), p.PackClaim(pot, frame, word)).Return, p.UnpackClaim)
	}
	w.refused("AboveTarget", liar, w.at.Goals, w.goalBond(), p.PackClaim(pot, frames[0], high))
	false_ := claim(liar, frames[0], low)
	w.Pass(hour)
	hash := ask(w, w.at.Goals, p.PackClaimHashOf(false_), p.UnpackClaimHashOf)
	contest := unpacked(w.must(watcher, w.at.Goals, w.goalBond(), p.PackContest(false_, hash, high)).Return, p.UnpackContest)
	outcome := w.duel(w.at.Goals, p.PackConclude(contest.Duel), contest.Duel, chair{by: liar}, chair{by: watcher, lists: w.evaluation(frames[0], high)})
	w.check(outcome == match.CommitterConvicted, "the duel over the loss ended with: %s", outcome)
	w.refused("WrongPledge", liar, w.at.Goals, nil, p.PackSettle(false_))
	w.must(watcher, w.at.Goals, nil, p.PackSettle(contest.Id))
	w.check(near(-w.income(liar), coins(w.goalBond())), "the false claim cost %g coins", -w.income(liar))
	w.figure("a false claim costs", coins(w.goalBond()), "coins")
	w.figure("of which the watcher has", w.income(watcher), "coins")
	w.check(w.income(watcher) > 0, "the watcher lost %g coins", -w.income(watcher))

	true_ := claim(workers[0], frames[1], low)
	w.Pass(uint64(w.terms.Clocks.Challenge) + 1)
	w.must(watcher, w.at.Goals, nil, p.PackSettle(true_))
	before := coins(w.gain(workers...))
	for window := range uint64(2 * keyFrames) {
		w.must(sponsor, w.at.Goals, nil, p.PackPull(pot, window))
	}
	w.refused("NothingToPull", sponsor, w.at.Goals, nil, p.PackPull(pot, 0))
	shared := coins(w.gain(workers...)) - before
	w.check(near(shared, coins(amount)), "%g coins of the pot's %g were shared out", shared, coins(amount))
	w.figure("pot, split by steps among all committers up to the key frame", shared, "coins")
}

// train commits so many right windows, makes them final and returns the key frames among them.
func (w *world) train(workers []*actor, windows int) (frames []chain.Hash) {
	var last chain.Hash
	for i := range windows {
		last = w.commitTruth(workers[i%len(workers)])
		if (i+1)%keyFrames == 0 {
			frames = append(frames, last)
		}
	}
	w.awaitFinal(workers[0], last)
	return frames
}

func (w *world) goalBond() *big.Int {
	p := contracts().goals
	return ask(w, w.at.Goals, p.PackBondOf(w.run), p.UnpackBondOf)
}

// evaluation are the state roots of the one step that an evaluation is: from the key frame to the list of the loss.
func (w *world) evaluation(frame chain.Hash, word uint32) match.Provider {
	p := contracts().goals
	post := ask(w, w.at.Goals, p.PackRootOf(word), p.UnpackRootOf)
	return rootsOnly{roots: []merkle.Hash{merkle.Hash(w.commitment(frame).PostRoot), post}}
}
