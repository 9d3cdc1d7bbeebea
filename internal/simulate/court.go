package simulate

import (
	"crypto/sha256"
	"math/big"

	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/chain/bindings"
)

// beaconBlocks is how many blocks after the freezing of evidence the jury's seed is known.
const beaconBlocks = 11

// ballot is how a juror votes: the root it names, or false if it stays silent.
type ballot func(juror *actor) (root chain.Hash, votes bool)

// naming is the ballot of whoever names a root, whoever asks.
func naming(root chain.Hash) ballot {
	return func(*actor) (chain.Hash, bool) { return root, true }
}

// silent is the ballot of who doesn't vote.
func silent(*actor) (chain.Hash, bool) { return chain.Hash{}, false }

// truly is the ballot of who replays the window.
func (w *world) truly(commitment chain.Hash) ballot {
	answer := w.answer(commitment)
	return func(juror *actor) (chain.Hash, bool) {
		juror.replays++
		return answer, true
	}
}

func (w *world) stake(by *actor, amount *big.Int) {
	w.must(by, w.at.Validators, amount, contracts().validators.PackStake())
}

func (w *world) stakeOf(a *actor) *big.Int {
	p := contracts().validators
	return ask(w, w.at.Validators, p.PackValidator(a.address), p.UnpackValidator).Stake
}

func (w *world) cooldown() uint64 {
	p := contracts().validators
	return ask(w, w.at.Validators, p.PackUnstakeCooldown(), p.UnpackUnstakeCooldown)
}

func (w *world) caseOf(commitment chain.Hash) bindings.Case {
	p := contracts().court
	return ask(w, w.at.Court, p.PackCaseOf(commitment), p.UnpackCaseOf)
}

// round is the one that a case is in.
func (w *world) round(commitment chain.Hash) bindings.Round {
	p := contracts().court
	return ask(w, w.at.Court, p.PackRoundOf(commitment, w.caseOf(commitment).Round), p.UnpackRoundOf)
}

// jurors are those of a round.
func (w *world) jurors(commitment chain.Hash, round uint32) []*actor {
	p := contracts().court
	var jurors []*actor
	for _, address := range ask(w, w.at.Court, p.PackJurors(commitment, round), p.UnpackJurors) {
		jurors = append(jurors, w.who(address))
	}
	return jurors
}

// seat freezes the evidence of a case, if that hasn't been done, and draws the jury of its round.
func (w *world) seat(by *actor, commitment chain.Hash) []*actor {
	p := contracts().court
	if w.caseOf(commitment).Round == 0 {
		w.Pass(uint64(w.terms.Clocks.Open))
		w.must(by, w.at.Court, nil, p.PackFreeze(commitment))
	}
	w.Pass(beaconBlocks * blockTime)
	w.must(by, w.at.Court, nil, p.PackDraw(commitment))
	w.Pass(0)
	return w.jurors(commitment, w.caseOf(commitment).Round)
}

// pace is when jurors act.
type pace uint8

const (
	atOnce     pace = iota
	lastMoment      // in the last block of each phase
)

// vote lets the jurors of the round commit and reveal their ballots at once, and counts them.
func (w *world) vote(by *actor, commitment chain.Hash, how ballot) chain.Verdict {
	return w.voteAt(by, commitment, how, atOnce)
}

// voteAt is vote at another pace.
func (w *world) voteAt(by *actor, commitment chain.Hash, how ballot, when pace) chain.Verdict {
	type act struct {
		juror      *actor
		root, salt chain.Hash
	}
	var acts []act
	jurors := w.jurors(commitment, w.caseOf(commitment).Round)
	for _, j := range jurors {
		root, votes := how(j)
		if !votes {
			continue
		}
		a := act{j, root, sha256.Sum256([]byte("ballot " + j.name))}
		w.await(when, w.round(commitment).CommitUntil)
		w.commitBallot(commitment, j, w.ballotOf(commitment, j, root, a.salt))
		acts = append(acts, a)
	}
	if len(acts) < len(jurors) {
		w.passUntil(w.round(commitment).CommitUntil + 1)
	}
	for _, a := range acts {
		w.await(when, w.round(commitment).RevealUntil)
		w.must(a.juror, w.at.Court, nil, w.revealOf(commitment, a.juror, a.root, a.salt))
	}
	if len(acts) == 0 {
		w.passUntil(w.round(commitment).RevealUntil + 1)
	}
	w.must(by, w.at.Court, nil, contracts().court.PackTally(commitment))
	return chain.Verdict(w.caseOf(commitment).Verdict)
}

// await lets a block pass, or all that can up to a deadline.
func (w *world) await(when pace, deadline uint64) {
	switch left := deadline - w.Now(); {
	case when == atOnce:
		w.Pass(0)
	case left >= blockTime:
		w.Pass(left / blockTime * blockTime)
	}
}

// noJuryDecides lets a case go on in which nobody votes, up to its last tally.
func (w *world) noJuryDecides(by *actor, commitment chain.Hash) {
	for w.caseOf(commitment).TalliedAt == 0 {
		if len(w.seat(by, commitment)) > 0 {
			w.vote(by, commitment, silent)
		}
	}
	verdict := chain.Verdict(w.caseOf(commitment).Verdict)
	w.check(verdict == chain.VerdictNoMajority, "juries without ballots came to: %s", verdict)
}

// appealPasses lets the appeal window of a tally go by.
func (w *world) appealPasses(commitment chain.Hash) {
	w.passUntil(w.caseOf(commitment).TalliedAt + uint64(w.terms.Clocks.Appeal) + 1)
}

// resolve lets a verdict take effect.
func (w *world) resolve(by *actor, commitment chain.Hash) chain.Verdict {
	w.must(by, w.at.Court, nil, contracts().court.PackResolve(commitment))
	return chain.Verdict(w.caseOf(commitment).Verdict)
}

func (w *world) settleSeats(by *actor, commitment chain.Hash) {
	for round := uint32(1); round <= w.caseOf(commitment).Round; round++ {
		for _, j := range w.jurors(commitment, round) {
			w.must(by, w.at.Court, nil, contracts().court.PackSettleSeat(commitment, round, j.address))
		}
	}
}

func (w *world) ballotOf(commitment chain.Hash, juror *actor, root, salt chain.Hash) chain.Hash {
	p := contracts().court
	return ask(w, w.at.Court, p.PackBallotHash(commitment, w.caseOf(commitment).Round, juror.address, root, salt), p.UnpackBallotHash)
}

func (w *world) commitOf(commitment, ballot chain.Hash) []byte {
	return contracts().court.PackCommitBallot(commitment, ballot)
}

func (w *world) commitBallot(commitment chain.Hash, juror *actor, ballot chain.Hash) {
	w.must(juror, w.at.Court, nil, w.commitOf(commitment, ballot))
}

func (w *world) revealOf(commitment chain.Hash, juror *actor, root, salt chain.Hash) []byte {
	return contracts().court.PackReveal(commitment, juror.address, root, salt)
}
