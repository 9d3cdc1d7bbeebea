package simulate

import (
	"fmt"
	"math/big"

	"github.com/commonweight/commonweight/fraudproof/match"
	"github.com/commonweight/commonweight/internal/chain"
)

// honestWork: nobody lies. What a window earns, what it costs, and when the money comes.
func honestWork(w *world) {
	workers := []*actor{w.actor("worker 1", 100), w.actor("worker 2", 100)}
	windows := 96
	if w.quick {
		windows = 8
	}
	begun := w.Now()
	var last chain.Hash
	for i := range windows {
		last = w.commitTruth(workers[i%2])
		if i == 0 {
			w.figure("from the lease to the head", w.hoursSince(begun), "hours")
		}
	}
	committed := w.Now()
	w.awaitFinal(workers[0], last)
	w.check(w.progress().AnchorCount == uint64(windows), "%d of %d windows are final", w.progress().AnchorCount, windows)
	w.figure("from the commitment to final money", w.hoursSince(committed), "hours")
	for _, a := range workers {
		w.must(a, w.at.Vault, nil, contracts().vault.PackWithdraw(chain.Native))
	}
	w.check(near(w.income(workers...), rewardOf(int64(windows))), "the workers' income is %g coins", w.income(workers...))
	gas := (coins(workers[0].gas) + coins(workers[1].gas)) / float64(windows)
	w.figure("reward of a window", rewardOf(1), "coins")
	w.figure("its gas: acquire, commit, finalise, withdraw", gas, "coins")
	w.figure("gas, of the reward", 100*gas/rewardOf(1), "%")
	w.check(gas < rewardOf(1)/20, "gas takes %g of the reward", gas/rewardOf(1))
}

// slowest: one griefer delays one true window for as long as the clocks let it: the last second of every phase and of every move. Training
// goes on all the while.
func slowest(w *world) {
	worker, griefer, other := w.actor("honest worker", 10), w.actor("griefer", 10), w.actor("other worker", 100)
	w.bench("silent juror", largerJury)
	lists, root := w.firstLie()
	window := w.commitTruth(worker)
	begun := w.Now()
	w.passUntil(begun + uint64(w.terms.Clocks.Challenge) - blockTime)
	s := w.seal(griefer, window, root)
	w.passUntil(w.Now() + uint64(w.terms.Clocks.Open) - blockTime)
	id := w.open(s)
	w.noJuryDecides(worker, window)
	w.passUntil(w.Now() + uint64(w.terms.Clocks.Appeal) - blockTime)
	opened := w.Now()
	w.openArithmetic(griefer, id)
	w.slowestMatch(id, chair{by: worker, lists: w.truth.honest}, chair{by: griefer, lists: lists})
	outcome := w.play(id, chair{by: worker, lists: w.truth.honest}, slow(chair{by: griefer, lists: lists}))
	w.check(outcome == match.ChallengerConvicted, "the match ended with: %s", outcome)
	w.figure("its match", w.hoursSince(opened), "hours")
	w.resolve(worker, window)
	w.must(worker, w.at.Training, nil, finalise(w))
	delay := w.hoursSince(begun)
	p := contracts().registry
	longest := ask(w, w.at.RunRegistry, p.PackLongestDispute(w.terms.Clocks), p.UnpackLongestDispute)
	bound := (float64(longest.Uint64()) + float64(w.terms.Clocks.Challenge)) / hour
	w.check(delay <= bound, "the window became final after %g hours, the bound is %g", delay, bound)
	w.check(w.status(window) == chain.StatusFinalised, "the true window is %s", w.status(window))

	// Others worked on what was disputed, and are paid.
	after := w.commitTruth(other)
	w.awaitFinal(other, after)
	w.settle(worker, window, id)
	w.whole(worker, other)
	w.check(w.income(griefer) < 0, "the griefer gained %g coins", w.income(griefer))
	w.figure("from the commitment to final money, at most", delay, "hours")
	w.figure("the bound: longest dispute and challenge period", bound, "hours")
	w.figure("what the delay cost the griefer", -coins(w.gain(griefer)), "coins")
	w.figure("what it cost for each hour", -coins(w.gain(griefer))/(delay-float64(w.terms.Clocks.Challenge)/hour), "coins")
}

// slowestMatch plays a match aside in which both sides use all their time: the longest that there is about this program.
func (w *world) slowestMatch(id uint64, committer, challenger chair) {
	s := w.aside("both slow")
	for k, v := range w.posted {
		s.posted[k] = v
	}
	begun := s.Now()
	committer.by, challenger.by = s.who(committer.by.address), s.who(challenger.by.address)
	outcome := s.play(id, slow(committer), slow(challenger))
	s.check(outcome == match.ChallengerConvicted, "between two slow sides the match ended with: %s", outcome)
	c := s.terms.Clocks
	bound := 2*c.MatchClock + c.HistoryExtension + 19*c.MoveExtension + 4*c.ListExtension
	s.unfinished = true
	s.check(s.Now()-begun <= uint64(bound), "a match took %d s, the bound is %d", s.Now()-begun, bound)
	w.join(s)
	w.figure("a match in which both sides use all their time", s.hoursSince(begun), "hours")
}

// cooldownOutlasts: stake that was asked back the moment before a case was opened is still there when the longest dispute has ended.
func cooldownOutlasts(w *world) {
	p := contracts().registry
	longest := ask(w, w.at.RunRegistry, p.PackLongestDispute(w.terms.Clocks), p.UnpackLongestDispute).Uint64()
	life := longest + uint64(w.terms.Clocks.Challenge)
	w.check(life < w.cooldown(), "a dispute may last %d s, stake is free after %d s", life, w.cooldown())
	w.figure("longest dispute and challenge period", float64(life)/hour, "hours")
	w.figure("cooldown of stake", float64(w.cooldown())/hour, "hours")
	author := w.who(w.people[0].address)
	for _, wrong := range []struct {
		field  string
		change func(*chain.Run)
	}{
		{"seatStake", func(r *chain.Run) { r.Economy.SeatStake = new(big.Int).Sub(seatStake, big.NewInt(1)) }},
		{"jurorFee", func(r *chain.Run) { r.Economy.JurorFee = new(big.Int).Sub(times(replayCost, 2), big.NewInt(1)) }},
		{"maxPending", func(r *chain.Run) { r.Schedule.MaxPending = uint32(4*life/uint64(r.Clocks.Lease)) - 1 }},
		{"jury", func(r *chain.Run) { r.Economy.Jury = 4 }},
		{"largerJury", func(r *chain.Run) { r.Economy.LargerJury = 3 }},
		{"challenge", func(r *chain.Run) { r.Clocks.Challenge = 12 * hour }},
		{"open", func(r *chain.Run) { r.Clocks.Open = hour - 1 }},
		{"lease", func(r *chain.Run) { r.Clocks.Lease = 4*steps*refMillis/1000 - 1 }},
		{"ballotCommit", func(r *chain.Run) { r.Clocks.BallotCommit = 3*steps*refMillis/1000 - 1 }},
		{"appeal", func(r *chain.Run) { r.Clocks.Appeal = 24*hour - 1 }},
		{"matchClock", func(r *chain.Run) { r.Clocks.MatchClock = 12*hour - 1 }},
	} {
		terms := w.terms
		wrong.change(&terms)
		_, err := w.Fork().Send(author.address, w.at.RunRegistry, nil, p.PackCreate(terms))
		w.check(chain.IsRevert(err, "OutOfBounds"), "a run with a wrong %s is taken: %v", wrong.field, err)
		if err != nil {
			w.check(fmt.Sprint(err) == "contract refused: OutOfBounds (name "+wrong.field+")", "a run with a wrong %s: %v", wrong.field, err)
		}
	}
}
