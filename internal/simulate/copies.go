package simulate

import (
	"crypto/sha256"

	"github.com/commonweight/commonweight/internal/chain"
)

// copying: who waits for others' seals and ballots and copies them earns nothing, and a juror loses by it.
func copying(w *world) {
	liar, fighter, honest := w.actor("liar", 10), w.actor("fraud-proofer", 10), w.actor("honest worker", 10)
	early, late := w.actor("seal copied out of the pool", 10), w.actor("seal copied off the chain", 10)
	jurors := w.bench("juror", jury)
	_, root := w.firstLie()
	lie := w.commit(liar, root)

	// The fraud-proofer's seal is seen before it is mined: one copy comes before it, one after. Both can only be opened for its beneficiary.
	p := contracts().disputes
	own := sealed{by: fighter, commitment: lie, root: w.truth.first, beneficiary: fighter.address, salt: sha256.Sum256([]byte("secret"))}
	fighter.replays++
	hash := ask(w, w.at.Disputes, p.PackSealHashOf(lie, own.root, own.beneficiary, own.salt), p.UnpackSealHashOf)
	copyOf := func(by *actor) sealed {
		x := own
		x.by, x.id = by, w.sealHash(by, lie, hash)
		return x
	}
	before := copyOf(early)
	own.id = w.sealHash(fighter, lie, hash)
	w.Pass(0)
	after := copyOf(late)
	w.Pass(0)
	ids := []uint64{w.open(before), w.open(own), w.open(after)} // once the secret is out all can be opened
	mine := after
	mine.beneficiary, mine.id = late.address, w.sealHash(late, lie, hash)
	w.Pass(0)
	w.refused("WrongSeal", late, w.at.Disputes, nil, p.PackOpen(lie, mine.id, mine.root, mine.beneficiary, mine.salt))

	// A juror that waits sees ballots it can't read; a copy of one can't be revealed.
	seated := w.seat(fighter, lie)
	copier, waiter := seated[0], seated[1]
	w.copyBallots(lie, seated, copier, waiter)
	w.must(fighter, w.at.Court, nil, contracts().court.PackTally(lie))
	w.appealPasses(lie)
	w.resolve(fighter, lie)
	w.awaitFinal(honest, w.commitTruth(honest))
	w.must(late, w.at.Disputes, nil, p.PackLapse(mine.id))
	w.settle(fighter, lie, ids...)

	w.whole(fighter, honest)
	w.check(coins(w.gain(early)) <= 0, "the copier that came first gained %g coins", coins(w.gain(early)))
	w.check(coins(w.gain(late)) < 0, "the copier that came later gained %g coins", coins(w.gain(late)))
	w.check(-w.income(late) > 0.099*coins(w.challengeBond()), "a seal that isn't opened cost %g coins, want a tenth of its bond", -w.income(late))
	penalty := 0.05 * coins(seatStake)
	for _, j := range []*actor{copier, waiter} {
		w.check(near(-w.income(j), penalty), "%s, who copies, has an income of %g coins", j.name, w.income(j))
	}
	for _, j := range jurors {
		if j != copier && j != waiter {
			w.check(w.income(j) == coins(jurorFee), "%s, who replays, has an income of %g coins", j.name, w.income(j))
		}
	}
	w.figure("what a copied seal earns, mined before the original", coins(w.gain(early)), "coins")
	w.figure("the original's income, its replay paid", w.income(fighter)-replaysOf(fighter), "coins")
	w.figure("what a copied ballot costs", -w.income(copier), "coins")
	w.figure("what waiting for others' reveals costs", -w.income(waiter), "coins")
	w.figure("what replaying earns, the replay paid", coins(jurorFee)-coins(replayCost), "coins")
}

// copyBallots plays a vote in which one juror commits another's ballot, and one waits until it has seen a root.
func (w *world) copyBallots(lie chain.Hash, seated []*actor, copier, waiter *actor) {
	truth := w.answer(lie)
	salt := func(j *actor) chain.Hash { return sha256.Sum256([]byte("ballot " + j.name)) }
	honest := seated[2:]
	w.commitBallot(lie, honest[0], w.ballotOf(lie, honest[0], truth, salt(honest[0])))
	w.Pass(0)
	w.commitBallot(lie, copier, w.ballotOf(lie, honest[0], truth, salt(honest[0])))
	for _, j := range honest {
		j.replays++
		if j != honest[0] {
			w.commitBallot(lie, j, w.ballotOf(lie, j, truth, salt(j)))
		}
	}
	w.passUntil(w.round(lie).CommitUntil + 1)
	for _, j := range honest {
		w.must(j, w.at.Court, nil, w.revealOf(lie, j, truth, salt(j)))
	}
	w.refused("WrongBallot", copier, w.at.Court, nil, w.revealOf(lie, copier, truth, salt(honest[0])))
	w.refused("WrongPhase", waiter, w.at.Court, nil, w.commitOf(lie, w.ballotOf(lie, waiter, truth, salt(waiter))))
	w.passUntil(w.round(lie).RevealUntil + 1)
}
