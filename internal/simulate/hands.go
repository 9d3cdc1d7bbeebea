package simulate

import (
	"crypto/sha256"
	"math/big"

	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/chain/bindings"
)

// What people do, one call each.

func (w *world) head() chain.Hash {
	p := contracts().training
	return ask(w, w.at.Training, p.PackHead(w.run), p.UnpackHead)
}

func (w *world) progress() bindings.Progress {
	p := contracts().training
	return ask(w, w.at.Training, p.PackProgress(w.run), p.UnpackProgress)
}

func (w *world) commitment(hash chain.Hash) bindings.Commitment {
	p := contracts().training
	return ask(w, w.at.Training, p.PackCommitment(hash), p.UnpackCommitment)
}

func (w *world) status(hash chain.Hash) chain.Status {
	p := contracts().training
	return chain.Status(ask(w, w.at.Training, p.PackStatus(hash), p.UnpackStatus))
}

func (w *world) requiredBond() *big.Int {
	p := contracts().training
	return ask(w, w.at.Training, p.PackRequiredBond(w.run), p.UnpackRequiredBond)
}

func (w *world) courtFee() *big.Int {
	p := contracts().registry
	return ask(w, w.at.RunRegistry, p.PackCourtFee(w.run), p.UnpackCourtFee)
}

// bond is B without the court fee.
func (w *world) bond() *big.Int {
	p := contracts().registry
	return new(big.Int).Sub(ask(w, w.at.RunRegistry, p.PackBaseBond(w.run), p.UnpackBaseBond), w.courtFee())
}

func (w *world) challengeBond() *big.Int {
	p := contracts().registry
	return ask(w, w.at.RunRegistry, p.PackChallengeBond(w.run), p.UnpackChallengeBond)
}

// next is the window that would be leased now, and the root that it would stand on.
func (w *world) next() (window uint64, pre chain.Hash) {
	window = w.progress().HeadCount
	if window == 0 {
		return 0, w.terms.Facts.GenesisRoot
	}
	return window, w.commitment(w.head()).PostRoot
}

// right is the right root of the next window.
func (w *world) right() chain.Hash {
	window, pre := w.next()
	return w.truth.of(pre, window)
}

// answer is the right root of a commitment's window.
func (w *world) answer(hash chain.Hash) chain.Hash {
	c := w.commitment(hash)
	return w.truth.of(c.PreRoot, c.Window)
}

func (w *world) acquire(by *actor) (fence uint64) {
	p := contracts().training
	receipt := w.must(by, w.at.Training, w.requiredBond(), p.PackAcquire(w.run, w.head()))
	return unpacked(receipt.Return, p.UnpackAcquire)
}

// commit leases the next window and commits it with a root, some minutes later.
func (w *world) commit(by *actor, root chain.Hash) chain.Hash {
	fence := w.acquire(by)
	w.Pass(uint64(w.terms.Clocks.Lease) / 4)
	p := contracts().training
	receipt := w.must(by, w.at.Training, nil, p.PackCommit(w.run, fence, w.head(), steps, root, []byte{1}))
	return unpacked(receipt.Return, p.UnpackCommit)
}

// prove has it that a window's steps are proved. What a proof shows is the circuits' affair; here it is asked what one changes, so the word of the
// contract that checks proofs is enough.
func (w *world) prove(commitment chain.Hash) {
	w.must(w.actorAt(w.at.StepProofs, "proof", 1), w.at.Training, nil, contracts().training.PackMarkProven(commitment))
}

// commitTruth leases the next window, computes it and commits it.
func (w *world) commitTruth(by *actor) chain.Hash {
	by.replays++
	return w.commit(by, w.right())
}

// sealed is a challenge that can be opened.
type sealed struct {
	id          uint64
	by          *actor
	commitment  chain.Hash
	root        chain.Hash
	beneficiary chain.Address
	salt        chain.Hash
}

func (w *world) seal(by *actor, commitment, root chain.Hash) sealed {
	p := contracts().disputes
	s := sealed{by: by, commitment: commitment, root: root, beneficiary: by.address, salt: sha256.Sum256([]byte("salt " + by.name))}
	hash := ask(w, w.at.Disputes, p.PackSealHashOf(commitment, root, by.address, s.salt), p.UnpackSealHashOf)
	s.id = w.sealHash(by, commitment, hash)
	return s
}

func (w *world) sealHash(by *actor, commitment, hash chain.Hash) uint64 {
	p := contracts().disputes
	receipt := w.must(by, w.at.Disputes, w.challengeBond(), p.PackSeal(commitment, hash))
	return unpacked(receipt.Return, p.UnpackSeal)
}

func (w *world) open(s sealed) uint64 {
	p := contracts().disputes
	w.must(s.by, w.at.Disputes, nil, p.PackOpen(s.commitment, s.id, s.root, s.beneficiary, s.salt))
	return s.id
}

// challenge seals, and opens some blocks later.
func (w *world) challenge(by *actor, commitment, root chain.Hash) uint64 {
	s := w.seal(by, commitment, root)
	w.Pass(10 * blockTime)
	return w.open(s)
}

// challengeTruly replays a window and challenges it with the right root.
func (w *world) challengeTruly(by *actor, commitment chain.Hash) uint64 {
	by.replays++
	return w.challenge(by, commitment, w.answer(commitment))
}

func (w *world) openArithmetic(by *actor, id uint64) {
	w.must(by, w.at.Disputes, nil, contracts().disputes.PackOpenArithmetic(id))
}

func (w *world) conclude(by *actor, id uint64) {
	w.must(by, w.at.Disputes, nil, contracts().disputes.PackConclude(id))
}

func (w *world) challengeStatus(id uint64) chain.ChallengeStatus {
	p := contracts().disputes
	return chain.ChallengeStatus(ask(w, w.at.Disputes, p.PackChallenge(id), p.UnpackChallenge).Status)
}

// settle shares out the bond of a rejected commitment, pays every challenge against it and settles every seat.
func (w *world) settle(by *actor, commitment chain.Hash, challenges ...uint64) {
	for _, id := range challenges {
		w.must(by, w.at.Disputes, nil, contracts().disputes.PackSettleChallenge(id))
	}
	w.settleSeats(by, commitment)
}

func (w *world) claimVoided(by *actor, commitment chain.Hash) {
	w.must(by, w.at.Training, nil, contracts().training.PackClaimVoided(commitment))
}
