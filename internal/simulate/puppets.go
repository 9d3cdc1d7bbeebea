package simulate

import (
	"fmt"

	"github.com/commonweight/commonweight/fraudproof/match"
	"github.com/commonweight/commonweight/internal/chain"
)

// puppets: many names challenge one true window at once, to delay it or to have its committer run out of time. Each pays for itself, all
// matches run at the same time, and the delay doesn't grow with their number.
func puppets(w *world) {
	table := Table{
		Title:   "Sock puppets against one true window, every match played to its end",
		Columns: []string{"puppets", "their loss, coins", "the committer's income, coins", "its gas, coins", "final after, hours"},
	}
	first := 0.0
	counts := []int{1, 4, 16}
	if w.quick {
		counts = []int{1, 3}
	}
	for _, n := range counts {
		s := w.aside(fmt.Sprint(n))
		worker := s.actor("honest worker", 10)
		lists, root := s.firstLie()
		window := s.commitTruth(worker)
		begun := s.Now()
		var names []*actor
		var seals []sealed
		s.passUntil(begun + uint64(s.terms.Clocks.Challenge) - 600) // as late as it may be
		for i := range n {
			names = append(names, s.actor(numbered("puppet", i), 10))
			seals = append(seals, s.seal(names[i], window, root))
		}
		s.Pass(0)
		for _, x := range seals {
			s.open(x)
			s.openArithmetic(x.by, x.id) // a committer that is right has nothing to fear from a jury, and needs none
		}
		chairs := map[uint64]chair{}
		for _, x := range seals {
			chairs[x.id] = chair{by: x.by, lists: lists}
		}
		for id, outcome := range s.playAll(chair{by: worker, lists: s.truth.honest}, chairs) {
			s.check(outcome == match.ChallengerConvicted, "match %d ended with: %s", id, outcome)
		}
		s.noJuryDecides(worker, window)
		s.resolve(worker, window)
		s.must(worker, s.at.Training, nil, finalise(s))
		s.check(s.status(window) == chain.StatusFinalised, "the true window is %s", s.status(window))
		final := s.hoursSince(begun)
		for _, x := range seals {
			s.must(worker, s.at.Disputes, nil, contracts().disputes.PackSettleChallenge(x.id))
		}
		w.join(s)
		w.check(s.income(names...) < 0, "%d puppets gained %g coins", n, s.income(names...))
		w.check(coins(s.gain(worker)) > rewardOf(1), "against %d puppets the committer's gain is %g coins, less than its reward", n, coins(s.gain(worker)))
		table.Rows = append(table.Rows, []string{
			fmt.Sprint(n), number(-s.income(names...)), number(s.income(worker)), number(coins(worker.gas)), number(final),
		})
		if first == 0 {
			first = final
		}
		w.check(final <= first+1, "%d puppets delay the window by %g hours, one by %g", n, final, first)
	}
	w.out.Tables = append(w.out.Tables, table)
	w.figure("a puppet's bond that is burned or goes to the committer, with its gas", coins(w.challengeBond())-coins(w.courtFee()), "coins")
}

// puppetInFront: before an honest challenger comes a puppet of the liar that names the truth, to take the reward, or to lose on purpose so that
// nobody be paid. The honest one loses nothing, and takes the reward when the puppet falls.
func puppetInFront(w *world) {
	liar, puppet, fighter, honest := w.actor("liar", 10), w.actor("puppet", 10), w.actor("fraud-proofer", 10), w.actor("honest worker", 10)
	lists, root := w.firstLie()
	lie := w.commit(liar, root)
	front := w.challenge(puppet, lie, w.truth.first)
	id := w.challengeTruly(fighter, lie)
	w.openArithmetic(puppet, front)
	outcome := w.play(front, chair{by: liar, lists: lists}, chair{by: puppet}) // the puppet stays silent: its clock convicts it
	w.check(outcome == match.ChallengerConvicted, "the puppet's match ended with: %s", outcome)
	w.must(fighter, w.at.Disputes, nil, contracts().disputes.PackNominate(id))
	w.openArithmetic(fighter, id)
	outcome = w.play(id, chair{by: liar, lists: lists}, chair{by: fighter, lists: w.truth.honest})
	w.check(outcome == match.CommitterConvicted, "the honest match ended with: %s", outcome)
	truth := w.commitTruth(honest)
	w.awaitFinal(honest, truth)
	w.settle(fighter, lie, front, id)
	w.whole(fighter, honest)
	w.check(w.challengeStatus(id) == chain.ChallengeWon, "the honest challenge is %s", w.challengeStatus(id))
	reward := 0.4 * coins(w.bond())
	w.check(w.income(fighter) > 0.99*reward, "the honest challenger's income is %g coins, want some %g", w.income(fighter), reward)
	w.check(w.income(liar, puppet) < -coins(w.bond()), "liar and puppet lost %g coins, less than the bond", -w.income(liar, puppet))
	w.figure("the honest challenger's income, its replay paid", w.income(fighter)-replaysOf(fighter), "coins")
	w.figure("loss of liar and puppet", -w.income(liar, puppet), "coins")
}

// earlyClose: a liar's puppet brings the case itself, a bought jury clears the lie, the puppet waives, and the case is closed before anybody
// honest has looked. A late challenge is heard all the same, and the lie isn't final while its match runs.
func earlyClose(w *world) {
	liar, puppet, fighter, honest := w.actor("liar", 10), w.actor("puppet", 10), w.actor("fraud-proofer", 10), w.actor("honest worker", 10)
	bought := w.bench("bought juror", jury)
	lists, root := w.firstLie()
	lie := w.commit(liar, root)
	committed := w.Now()
	first := w.challenge(puppet, lie, wrong(root, 0, 1))
	w.seat(puppet, lie)
	w.check(w.vote(puppet, lie, naming(root)) == chain.VerdictStands, "a unanimous jury doesn't decide")
	w.must(puppet, w.at.Disputes, nil, contracts().disputes.PackWaive(first))
	w.check(w.resolve(puppet, lie) == chain.VerdictStands, "the case is closed as: %s", chain.Verdict(w.caseOf(lie).Verdict))
	w.figure("the case is closed after", w.hoursSince(committed), "hours")

	w.passUntil(committed + uint64(w.terms.Clocks.Challenge) - hour)
	id := w.challengeTruly(fighter, lie)
	w.passUntil(w.Now() + uint64(w.terms.Clocks.Appeal) - hour)
	w.openArithmetic(fighter, id)
	w.passUntil(w.Now() + 2*hour) // challenge period and every appeal window are over: only the match holds finality back
	w.refused("NothingToFinalise", liar, w.at.Training, nil, finalise(w))
	outcome := w.play(id, chair{by: liar, lists: lists}, chair{by: fighter, lists: w.truth.honest})
	w.check(outcome == match.CommitterConvicted, "the match ended with: %s", outcome)
	w.check(w.status(lie) == chain.StatusRejected, "the lie is %s", w.status(lie))
	w.awaitFinal(honest, w.commitTruth(honest))
	w.settle(fighter, lie, first, id)
	w.whole(fighter, honest)
	w.check(-w.income(bought...) == jury*coins(seatStake), "the bought jurors lost %g coins", -w.income(bought...))
	w.check(w.income(liar, puppet) < -coins(w.bond()), "liar and puppet lost %g coins, less than the bond", -w.income(liar, puppet))
	w.figure("the late challenger's income, its replay paid", w.income(fighter)-replaysOf(fighter), "coins")
	w.figure("loss of liar and puppet", -w.income(liar, puppet), "coins")
}

// noJury: without a single validator a lie is rejected and a truth becomes final all the same.
func noJury(w *world) {
	for _, lies := range []bool{true, false} {
		name := map[bool]string{true: "lie", false: "truth"}[lies]
		s := w.aside(name)
		worker, challenger, honest := s.actor("worker", 10), s.actor("challenger", 10), s.actor("honest worker", 10)
		false_, root := s.firstLie()
		committed, claimed := chair{by: worker, lists: s.truth.honest}, chair{by: challenger, lists: false_}
		post, other := s.truth.first, root
		if lies {
			committed, claimed = chair{by: worker, lists: false_}, chair{by: challenger, lists: s.truth.honest}
			post, other = root, s.truth.first
		}
		window := s.commit(worker, post)
		begun := s.Now()
		id := s.challenge(challenger, window, other)
		s.check(len(s.seat(challenger, window)) == 0, "somebody was seated")
		s.noJuryDecides(worker, window)
		s.openArithmetic(honest, id) // by anyone now
		s.play(id, committed, claimed)
		if lies {
			s.check(s.status(window) == chain.StatusRejected, "the lie is %s", s.status(window))
			s.awaitFinal(honest, s.commitTruth(honest))
			s.settle(challenger, window, id)
		} else {
			s.resolve(worker, window)
			s.awaitFinal(worker, window)
			s.settle(worker, window, id)
		}
		w.join(s)
		w.figure("until the dispute of a "+name+" was decided", s.hoursSince(begun), "hours")
	}
}
