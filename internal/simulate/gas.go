package simulate

import (
	"math/big"

	"github.com/commonweight/commonweight/fraudproof/match"
)

// dearGas: a run of small rewards on a day when gas costs what the deployment reckons with at most. Its bonds are the floors that gas sets. Whoever
// is right is repaid what its dispute cost, on either side.
func dearGas(w *world) {
	d := w.dear()
	g := coins(times(gasPriceCap, 5_000_000))
	w.check(near(coins(d.bond()), 5*g), "the bond of a run of small rewards is %g coins, want 5 g = %g", coins(d.bond()), 5*g)

	s := d.aside("a lie")
	liar, fighter, honest := s.actor("liar", 10), s.actor("fraud-proofer", 10), s.actor("honest worker", 10)
	lists, root := s.firstLie()
	lie := s.commit(liar, root)
	id := s.challenge(fighter, lie, s.truth.first)
	s.openArithmetic(fighter, id)
	outcome := s.play(id, chair{by: liar, lists: lists}, chair{by: fighter, lists: s.truth.honest})
	s.check(outcome == match.CommitterConvicted, "the match ended with: %s", outcome)
	s.awaitFinal(honest, s.commit(honest, s.right()))
	s.settle(honest, lie, id)
	p := contracts().disputes
	repaid := coins(ask(s, s.at.Disputes, p.PackChallenge(id), p.UnpackChallenge).GasCost)
	s.check(repaid <= 0.2*coins(d.bond()), "a dispute cost %g coins, more than the 20 %% of the bond that repay it", repaid)
	s.check(repaid >= 0.75*coins(fighter.gas), "the challenger is repaid %g coins of %g", repaid, coins(fighter.gas))
	due := repaid + 0.4*(coins(d.bond())-repaid)
	s.check(near(s.income(fighter), due), "the challenger got %g coins, want gas and reward: %g", s.income(fighter), due)
	s.check(s.gain(fighter).Sign() > 0, "the fraud-proofer lost %g coins", -coins(s.gain(fighter)))
	w.join(s)
	w.figure("challenger: gas of its dispute", coins(fighter.gas), "coins")
	w.figure("challenger: repaid of it (not: conclude, which anyone may send)", 100*repaid/coins(fighter.gas), "%")
	w.figure("challenger: what could be repaid, 20 % of B", 0.2*coins(d.bond()), "coins")
	w.figure("challenger: reward", coins(s.gain(fighter)), "coins")

	s = d.aside("the truth")
	worker, griefer := s.actor("honest worker", 10), s.actor("griefer", 10)
	lists, root = s.firstLie()
	window := s.commit(worker, s.right())
	before := coins(worker.gas)
	id = s.challenge(griefer, window, root)
	s.openArithmetic(griefer, id)
	outcome = s.play(id, chair{by: worker, lists: s.truth.honest}, chair{by: griefer, lists: lists})
	s.check(outcome == match.ChallengerConvicted, "the match ended with: %s", outcome)
	defence := coins(worker.gas) - before
	s.noJuryDecides(griefer, window)
	s.resolve(griefer, window)
	s.awaitFinal(griefer, window)
	s.settle(griefer, window, id)
	got := s.income(worker) - coins(times(s.terms.Economy.Reward, steps))
	s.check(got > defence, "the committer's defence cost %g coins, it got %g for it", defence, got)
	w.join(s)
	w.figure("committer: gas of its defence", defence, "coins")
	w.figure("committer: repaid and won from the griefer's bond", got, "coins")
}

// dear is another world: small rewards, dear gas.
func (w *world) dear() *world {
	terms := w.terms
	e := &terms.Economy
	for _, amount := range []**big.Int{&e.Reward, &e.RewardValue, &e.ReplayCost, &e.JurorFee, &e.SeatStake} {
		*amount = new(big.Int).Div(*amount, big.NewInt(1000))
	}
	e.SeatStake.Add(e.SeatStake, big.NewInt(1))
	base := new(big.Int).Div(times(gasPriceCap, 10), big.NewInt(11)) // with the tip of a tenth: the cap
	d, err := newWorldAt(w.ctx, w.truth, w.random.Uint64(), base, new(big.Int).Sub(gasPriceCap, base), terms)
	if err != nil {
		panic(stop{err})
	}
	d.random, d.within, d.posted = w.random, w, map[uint64][]byte{}
	return d
}
