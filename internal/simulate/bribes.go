package simulate

import (
	"github.com/commonweight/commonweight/fraudproof/match"
	"github.com/commonweight/commonweight/internal/chain"
)

// bench brings so many validators into the world, each with the stake of two seats.
func (w *world) bench(name string, n int) []*actor {
	var bench []*actor
	for i := range n {
		a := w.actor(numbered(name, i), 200)
		w.stake(a, times(seatStake, 2))
		bench = append(bench, a)
	}
	w.Pass(0)
	return bench
}

// firstLie is the real lie about the first window, with all that follows from it.
func (w *world) firstLie() (match.Provider, chain.Hash) {
	lists, root, err := w.truth.lie(w.ctx)
	if err != nil {
		panic(stop{err})
	}
	return lists, root
}

// bribedJury: a liar buys a whole jury, and arithmetic takes the bought verdict back.
func bribedJury(w *world) {
	liar, fighter, honest := w.actor("liar", 10), w.actor("fraud-proofer", 10), w.actor("honest worker", 10)
	bought := w.bench("bought juror", jury)
	lists, root := w.firstLie()
	begun := w.Now()
	lie := w.commit(liar, root)
	id := w.challengeTruly(fighter, lie)
	seats := len(w.seat(fighter, lie))
	w.check(seats == jury, "%d of %d seats are filled", seats, jury)
	w.check(w.vote(fighter, lie, naming(root)) == chain.VerdictStands, "a unanimous jury doesn't decide")
	w.openArithmetic(fighter, id)
	later := w.aside("later")
	later.appealPasses(lie)
	later.refused("NotYet", liar, w.at.Court, nil, contracts().court.PackResolve(lie)) // the match outranks the tally, however long it takes
	outcome := w.play(id, chair{by: liar, lists: lists}, chair{by: fighter, lists: w.truth.honest})
	w.check(outcome == match.CommitterConvicted, "the match ended with: %s", outcome)
	w.check(w.status(lie) == chain.StatusRejected, "the lie is %s", w.status(lie))
	w.figure("from the lie to its rejection by arithmetic", w.hoursSince(begun), "hours")

	truth := w.commitTruth(honest)
	w.awaitFinal(honest, truth)
	w.figure("from the lie to the truth's finality", w.hoursSince(begun), "hours")
	w.settle(fighter, lie, id)

	lost := -w.income(bought...)
	w.check(lost == jury*coins(seatStake), "the bought jurors lost %g coins, want all %d seats' stake", lost, jury)
	w.check(w.income(liar) < 0, "the liar gained %g coins", w.income(liar))
	w.whole(fighter)
	w.check(w.income(fighter) > 0.395*coins(w.bond()), "the fraud-proofer got %g coins, want two fifths of the bond", w.income(fighter))
	w.check(w.income(honest) == rewardOf(1), "the honest worker's income is %g coins", w.income(honest))
	w.figure("stakes burned", lost, "coins")
	w.figure("the liar's loss", -w.income(liar), "coins")
	w.figure("the fraud-proofer's income, its replay paid", w.income(fighter)-replaysOf(fighter), "coins")
	w.figure("the fraud-proofer's gas", coins(fighter.gas), "coins")
}

// condemnedTruth: a bought jury condemns a true window, with a window above it. The committer's arithmetic clears it.
func condemnedTruth(w *world) {
	worker, other, griefer := w.actor("honest worker", 10), w.actor("other worker", 10), w.actor("griefer", 10)
	bought := w.bench("bought juror", jury)
	lists, root := w.firstLie()
	window := w.commitTruth(worker)
	above := w.commitTruth(other)
	id := w.challenge(griefer, window, root)
	w.seat(griefer, window)
	w.check(w.vote(griefer, window, naming(root)) == chain.VerdictFalls, "a unanimous jury doesn't decide")
	w.check(w.progress().HeadCount == 0, "the head didn't move back with the tally")
	w.check(w.status(above) == chain.StatusVoided, "what stood above is %s", w.status(above))
	w.openArithmetic(worker, id)
	outcome := w.play(id, chair{by: worker, lists: w.truth.honest}, chair{by: griefer, lists: lists})
	w.check(outcome == match.ChallengerConvicted, "the match ended with: %s", outcome)
	again := w.commitTruth(other) // training goes on while the money waits
	w.awaitFinal(other, again)
	w.resolve(worker, window)
	w.check(w.status(window) == chain.StatusVoided, "the cleared window is %s", w.status(window))
	w.claimVoided(other, above)
	w.settle(worker, window, id)

	w.check(-w.income(bought...) == jury*coins(seatStake), "the bought jurors lost %g coins", -w.income(bought...))
	w.check(w.income(worker) > rewardOf(1), "the cleared worker's income is %g coins, less than its reward", w.income(worker))
	w.check(w.income(other) == rewardOf(1), "the other worker's income is %g coins", w.income(other))
	w.check(w.income(griefer) < 0, "the griefer gained %g coins", w.income(griefer))
	w.figure("stakes burned", -w.income(bought...), "coins")
	w.figure("the griefer's loss", -w.income(griefer), "coins")
	w.figure("the cleared worker's income", w.income(worker), "coins")
}

// workerAsleep: a bought jury condemns a true window for the sake of its bond, and its worker is away: nobody opens arithmetic. The next worker
// computes the same root, it becomes final, and by it the jury is judged and the bond returns.
func workerAsleep(w *world) {
	worker, next, griefer := w.actor("worker that is away", 10), w.actor("next worker", 10), w.actor("griefer", 10)
	bought := w.bench("bought juror", jury)
	window := w.commitTruth(worker)
	claim := wrong(window, 0, 1)
	id := w.challenge(griefer, window, claim)
	w.seat(griefer, window)
	w.check(w.vote(griefer, window, naming(claim)) == chain.VerdictFalls, "a unanimous jury doesn't decide")
	w.appealPasses(window)
	w.resolve(griefer, window)
	w.check(w.status(window) == chain.StatusRejected, "the condemned window is %s", w.status(window))
	w.refused("NotYet", griefer, w.at.Disputes, nil, contracts().disputes.PackSettleChallenge(id)) // no share of the bond before a root is final
	w.awaitFinal(next, w.commitTruth(next))
	w.passUntil(w.commitment(window).RejectedAt + uint64(w.terms.Clocks.Appeal) + 1)
	w.settle(next, window, id)
	took := coins(jurorFee) * jury
	w.check(-w.income(worker) <= took, "the worker lost %g coins, more than the jury's fees: %g", -w.income(worker), took)
	w.check(-w.income(bought...) == jury*coins(seatStake), "the bought jurors lost %g coins", -w.income(bought...))
	w.check(w.income(griefer) < 0, "the griefer gained %g coins", w.income(griefer))
	w.whole(next)
	w.figure("what the worker that was away lost, of its bond", 100*-w.income(worker)/coins(w.bond()), "%")
	w.figure("stakes burned", -w.income(bought...), "coins")
	w.figure("the griefer's loss", -w.income(griefer), "coins")
	w.figure("what all of them could have hoped for: 40 % of the bond", 0.4*coins(w.bond()), "coins")
}

// silentPair: a worker and its challenger bring a case and then fall silent before arithmetic, so that honest jurors be burned with them.
func silentPair(w *world) {
	for _, lies := range []bool{true, false} {
		name := "a lie"
		if !lies {
			name = "the truth"
		}
		s := w.aside(name)
		worker, puppet, honest := s.actor("colluding worker", 10), s.actor("colluding challenger", 10), s.actor("honest worker", 10)
		jurors := s.bench("honest juror", jury)
		right := s.right()
		committed, claimed := right, wrong(right, 0, 1)
		if lies {
			committed, claimed = claimed, committed
		}
		window := s.commit(worker, committed)
		id := s.challenge(puppet, window, claimed)
		s.seat(puppet, window)
		s.vote(puppet, window, s.truly(window))
		s.openArithmetic(puppet, id)
		outcome := s.play(id, chair{by: worker}, chair{by: puppet})
		s.check(outcome == match.BothSilent, "about %s: the match ended with: %s", name, outcome)
		truth := s.commitTruth(honest)
		s.awaitFinal(honest, truth)
		s.settle(puppet, window, id)
		for _, j := range jurors {
			s.check(s.income(j) == coins(jurorFee), "about %s: a juror's income is %g coins, want its fee", name, s.income(j))
		}
		pair := s.income(worker, puppet)
		least := coins(s.bond()) + coins(s.challengeBond()) - coins(s.courtFee()) // both bonds without court fees
		s.check(-pair >= least, "about %s: the pair lost %g coins, less than both its bonds", name, -pair)
		w.join(s)
		w.figure("about "+name+": the pair's loss", -pair, "coins")
		w.figure("about "+name+": honest jurors' income, replays paid", s.income(jurors...)-replaysOf(jurors...), "coins")
	}
}

// lieWithChild: on a lie stands a window that is itself right, and even proved. It is no way to finality, for neither.
func lieWithChild(w *world) {
	liar, friend, fighter, honest := w.actor("liar", 10), w.actor("friend", 10), w.actor("fraud-proofer", 10), w.actor("honest worker", 10)
	lists, root := w.firstLie()
	lie := w.commit(liar, root)
	child := w.commit(friend, w.right()) // right, given its pre root
	grandchild := w.commit(friend, w.right())
	w.prove(child)
	w.refused("NothingToFinalise", liar, w.at.Training, nil, finalise(w))
	w.Pass(uint64(w.terms.Clocks.Challenge) - 2*hour)
	id := w.challengeTruly(fighter, lie) // late
	w.Pass(3 * hour)
	// The challenge period of all three is over; nothing was challenged but the lie.
	w.refused("NothingToFinalise", liar, w.at.Training, nil, finalise(w))
	w.openArithmetic(fighter, id)
	outcome := w.play(id, chair{by: liar, lists: lists}, chair{by: fighter, lists: w.truth.honest})
	w.check(outcome == match.CommitterConvicted, "the match ended with: %s", outcome)
	w.refused("NothingToFinalise", liar, w.at.Training, nil, finalise(w))
	w.check(w.status(lie) == chain.StatusRejected, "the lie is %s", w.status(lie))
	w.check(w.status(child) == chain.StatusVoided && w.status(grandchild) == chain.StatusVoided, "its children are %s and %s",
		w.status(child), w.status(grandchild))
	w.check(w.progress().AnchorCount == 0, "%d windows are final", w.progress().AnchorCount)
	truth := w.commitTruth(honest)
	w.awaitFinal(honest, truth)
	w.settle(fighter, lie, id)
	w.claimVoided(friend, child)
	w.claimVoided(friend, grandchild)
	w.check(w.progress().AnchorCount == 1, "%d windows are final", w.progress().AnchorCount)
	w.check(w.income(friend) > 0.099*coins(w.bond()), "the voided windows got %g coins, want a tenth of the bond", w.income(friend))
	w.check(w.income(liar, friend) < 0, "liar and friend gained %g coins", w.income(liar, friend))
	w.whole(fighter)
	w.figure("loss of liar and friend together", -w.income(liar, friend), "coins")
	w.figure("what the friend has of it: the voided windows' tenth", w.income(friend), "coins")
}

func finalise(w *world) []byte { return contracts().training.PackFinalise(w.run, many) }

// cartel: somebody has all the stake there is, and has every window condemned as late as it can. Nothing wrong becomes final and no worker loses,
// but nothing becomes final at all, until it stops; then every seat that it has used is burned.
func cartel(w *world) {
	rounds := 10
	if w.quick {
		rounds = 2
	}
	worker, puppet := w.actor("honest worker", 100), w.actor("cartel's puppet", 100)
	var names []*actor
	for i := range 10 {
		a := w.actor(numbered("cartel", i), int64(40*rounds))
		w.stake(a, times(seatStake, int64(2*rounds)))
		names = append(names, a)
	}
	w.Pass(0)
	begun := w.Now()
	lists, root := w.firstLie()
	var windows []chain.Hash
	var ids []uint64
	for range rounds {
		window := w.commitTruth(worker)
		w.passUntil(w.commitment(window).CommittedAt + uint64(w.terms.Clocks.Challenge) - hour)
		id := w.challenge(puppet, window, root)
		w.seat(puppet, window)
		w.check(w.vote(puppet, window, naming(root)) == chain.VerdictFalls, "a jury of the cartel didn't condemn")
		w.openArithmetic(worker, id)
		outcome := w.play(id, chair{by: worker, lists: w.truth.honest}, chair{by: puppet, lists: lists})
		w.check(outcome == match.ChallengerConvicted, "the match ended with: %s", outcome)
		w.resolve(worker, window)
		w.check(w.progress().AnchorCount == 0 && w.status(window) == chain.StatusVoided, "a condemned and cleared window is %s", w.status(window))
		windows, ids = append(windows, window), append(ids, id)
	}
	w.figure("nothing was final for", w.hoursSince(begun), "hours")
	w.figure("stake of the cartel that is locked by then", float64(rounds*jury)*coins(seatStake), "coins")
	w.figure("the same for each day", float64(rounds*jury)*coins(seatStake)/(w.hoursSince(begun)/24), "coins")
	w.awaitFinal(worker, w.commitTruth(worker)) // it stops
	for i, window := range windows {
		w.settle(worker, window, ids[i])
	}
	loss := -w.income(append(names, puppet)...)
	w.check(-w.income(names...) >= float64(rounds*jury)*coins(seatStake)-1e-9, "the cartel's seats lost %g coins only", -w.income(names...))
	w.check(w.income(worker) > rewardOf(int64(rounds+1)), "the worker's income is %g coins, less than its rewards", w.income(worker))
	w.figure("burned when it stops, with its puppet's bonds", loss, "coins")
	w.figure("the same, in V", loss/(coins(rewardStep)*steps*pending), "V")
}
