package simulate

import (
	"fmt"

	"github.com/commonweight/commonweight/fraudproof/match"
	"github.com/commonweight/commonweight/internal/chain"
)

// selfDispute: a liar who expects to be caught challenges itself first, by another name, to take the challenger's reward; with windows of its
// own above the lie it takes the share of the voided too. Whatever it tries, the burned half is gone.
func selfDispute(w *world) {
	table := Table{Title: "A liar that disputes itself, and what it loses, gas included", Columns: []string{"ends by", "its windows above", "an honest challenge too", "loss, coins", "of the bond"}}
	bond := coins(w.bond())
	least := 1.0
	for _, arithmetic := range []bool{false, true} {
		for _, above := range []int{0, 3} {
			for _, contested := range []bool{false, true} {
				end := "tally"
				if arithmetic {
					end = "arithmetic"
				}
				name := fmt.Sprintf("by %s, %d windows above, contested: %t", end, above, contested)
				s := w.aside(name)
				loss := s.disputeItself(arithmetic, above, contested)
				w.join(s)
				least = min(least, loss/bond)
				table.Rows = append(table.Rows, []string{end, fmt.Sprint(above), yes(contested), number(loss), percent(loss / bond)})
			}
		}
	}
	w.out.Tables = append(w.out.Tables, table)
	w.check(least >= 0.5, "a liar that disputes itself loses only %g of its bond", least)
	w.figure("least loss, of the bond B", 100*least, "%")
	w.figure("share of lies that must be found for lying not to pay", 100*rewardOf(1)/(rewardOf(1)+least*bond), "%")
}

// disputeItself plays one such liar and returns what it has lost.
func (w *world) disputeItself(arithmetic bool, above int, contested bool) float64 {
	liar, puppet, fighter, honest := w.actor("liar", 10), w.actor("puppet", 10), w.actor("fraud-proofer", 10), w.actor("honest worker", 10)
	lists, root := w.firstLie()
	lie := w.commit(liar, root)
	var children []chain.Hash
	for range above {
		children = append(children, w.commit(liar, w.right()))
	}
	w.bench("juror", jury)
	ids := []uint64{w.challenge(puppet, lie, w.truth.first)} // it knows the truth: it has to name it to be paid
	if contested {
		ids = append(ids, w.challengeTruly(fighter, lie))
	}
	if arithmetic {
		w.openArithmetic(puppet, ids[0])
		outcome := w.play(ids[0], chair{by: liar, lists: lists}, chair{by: puppet, lists: w.truth.honest})
		w.check(outcome == match.CommitterConvicted, "the match ended with: %s", outcome)
	} else {
		w.seat(puppet, lie)
		w.vote(puppet, lie, w.truly(lie))
		w.appealPasses(lie)
		w.resolve(puppet, lie)
	}
	truth := w.commitTruth(honest)
	w.awaitFinal(honest, truth)
	w.settle(puppet, lie, ids...)
	for _, c := range children {
		w.claimVoided(liar, c)
	}
	w.whole(honest)
	if contested { // it came second: its bond is back, its gas repaid; the replay was in vain
		w.check(w.income(fighter) >= 0, "the honest challenger lost %g coins", -w.income(fighter))
	}
	return -coins(w.gain(liar, puppet))
}

// squatting: taking the lease and committing nothing, again and again.
func squatting(w *world) {
	squatter, honest := w.actor("squatter", 100_000), w.actor("honest worker", 100)
	p := contracts().training
	leases := 96
	if w.quick {
		leases = 8
	}
	var total []float64
	burned := 0.0
	for i := range leases {
		was := coins(w.requiredBond())
		w.acquire(squatter)
		w.Pass(uint64(w.terms.Clocks.Lease) + 1)
		before := coins(w.burned())
		w.must(honest, w.at.Training, nil, p.PackExpire(w.run)) // anyone may, for a tip
		burned += coins(w.burned()) - before
		want := was * (0.5 - 0.01)
		w.check(near(coins(w.burned())-before, want), "lease %d burned %g coins, want %g", i+1, coins(w.burned())-before, want)
		total = append(total, burned)
		doubled := min(i+1, 5)
		w.check(near(coins(w.requiredBond())-coins(w.courtFee()), coins(w.bond())*float64(int(1)<<doubled)), "after %d leases the bond is %g coins", i+1, coins(w.requiredBond()))
	}
	w.draw("squatting", "What holding a run's lease in vain costs", "leases of 15 minutes", "coins", curve("burned in all", total))
	hours := float64(leases) * float64(w.terms.Clocks.Lease) / hour
	loss := -w.income(squatter)
	w.figure("lease held in vain", hours, "hours")
	w.figure("loss of the squatter", loss, "coins")
	w.figure("loss, in rewards of the windows that were kept from others", loss/(float64(leases)*rewardOf(1)), "times")
	w.check(loss > float64(leases)*rewardOf(1), "squatting costs less than the rewards it keeps from others")

	// Training goes on at once, at a higher bond that comes back whole and is halved by each window.
	for range 5 {
		was := w.requiredBond()
		w.commitTruth(honest)
		w.check(w.requiredBond().Cmp(was) < 0, "a commit didn't halve the bond")
	}
	w.check(coins(w.requiredBond()) == coins(w.bond())+coins(w.courtFee()), "after five windows the bond is %g coins", coins(w.requiredBond()))
	w.awaitFinal(honest, w.head())
	w.check(w.income(honest) > rewardOf(5), "the honest worker's income is %g coins", w.income(honest))

	// Releasing before the deadline is no cheaper way to squat: it doubles the next bond too.
	s := w.aside("release")
	releaser := s.who(squatter.address)
	fence := s.acquire(releaser)
	was := coins(s.requiredBond())
	s.must(releaser, s.at.Training, nil, p.PackRelease(s.run, fence))
	s.check(near(coins(s.requiredBond())-coins(s.courtFee()), 2*(was-coins(s.courtFee()))), "releasing didn't double the bond")
	w.join(s)
}
