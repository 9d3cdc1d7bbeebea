package simulate

import (
	"encoding/binary"
	"fmt"

	"github.com/commonweight/commonweight/fraudproof/merkle"
	"github.com/commonweight/commonweight/internal/chain"
)

// demands: who has the bytes is paid for showing them, and asking on costs twice as much each time; who has none loses half its bond.
func demands(w *world) {
	worker, asker, withholder := w.actor("honest worker", 10), w.actor("asker", 1000), w.actor("withholder", 10)
	p := contracts().demands
	window := w.commitTruth(worker)
	answer := noSuchLeaf()
	var total []float64
	paid, first := 0.0, 0.0
	n := 0
	for w.Now() <= w.commitment(window).CommittedAt+uint64(w.terms.Clocks.Challenge) {
		fee := ask(w, w.at.Demands, p.PackFeeOf(window), p.UnpackFeeOf)
		if n == 0 {
			first = coins(fee)
		}
		w.check(near(coins(fee), first*float64(int(1)<<n)), "demand %d costs %g coins", n+1, coins(fee))
		w.must(asker, w.at.Demands, fee, p.PackDemandLeaf(window, 1<<40))
		n++
		paid += coins(fee)
		total = append(total, paid)
		w.Pass(hour) // answered with an hour's delay
		w.must(worker, w.at.Demands, nil, p.PackAnswer(window, answer))
		if n == 12 {
			break
		}
	}
	w.draw("demands", "What asking for the bytes of one window costs", "demands", "coins", curve("paid in all", total))
	w.awaitFinal(worker, window)
	w.check(near(w.income(worker), rewardOf(1)+paid), "the worker that answered has an income of %g coins", w.income(worker))
	w.check(near(-w.income(asker), paid), "the asker paid %g coins", -w.income(asker))
	w.figure("first demand", first, "coins")
	w.figure(fmt.Sprintf("%d demands, one an hour", n), paid, "coins")

	hidden := w.commit(withholder, w.right())
	fee := ask(w, w.at.Demands, p.PackFeeOf(hidden), p.UnpackFeeOf)
	w.must(asker, w.at.Demands, fee, p.PackDemandTiles(hidden))
	w.Pass(uint64(w.terms.Clocks.Demand) + 1)
	w.must(asker, w.at.Demands, nil, p.PackExpire(hidden))
	w.check(w.status(hidden) == chain.StatusRejected, "a window without bytes is %s", w.status(hidden))
	w.must(asker, w.at.Training, nil, contracts().training.PackSettle(hidden))
	w.check(near(-w.income(withholder), coins(w.bond())/2), "the withholder lost %g coins, want half its bond", -w.income(withholder))
	w.check(near(-w.income(asker), paid), "the unanswered demand wasn't repaid")
	w.figure("a withholder's loss", -w.income(withholder), "coins")
}

// noSuchLeaf answers a demand for a leaf that the dataset doesn't have: its tree and length.
func noSuchLeaf() []byte {
	list := merkle.Dataset(records())
	top := list.Tree().Top()
	return binary.BigEndian.AppendUint64(top[:], uint64(list.Length()))
}
