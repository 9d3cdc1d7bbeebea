package mapping_test

import (
	"fmt"
	"math"
	"math/big"
	"testing"

	"github.com/commonweight/commonweight/fraudproof/merkle"
	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/chain/bindings"
)

const committer, challenger = 1, 2 // sides of a match

// rare plays what no simulated history has: leaks, abstentions, named keys, canaries, moot duels, voided matches, pots that are taken back.
func rare(t *testing.T) *stage {
	t.Helper()
	s := newStage(t, who(9))
	s.do(who(9), s.at.Training, nil, s.training.PackPause(10))
	for n := 20; n < 28; n++ {
		s.do(who(n), s.at.Validators, chain.Ether(10_000), s.validators.PackStake())
	}
	s.do(who(27), s.at.Validators, nil, s.validators.PackRequestUnstake(chain.Ether(1)))
	s.do(who(2), s.at.Matches, nil, s.matches.PackNameKey(who(3)))
	s.do(who(2), s.at.Matches, nil, s.matches.PackNameKey(chain.Address{}))
	s.Pass(11)
	first := s.audits()
	s.pots(first)
	s.rejections()
	s.votes()
	s.proof()
	s.attention50()
	s.ends()
	return s
}

// audits: two auditors and two canaries, each with another answer. The first auditor loses to one canary while it plays the other.
func (s *stage) audits() (commitment chain.Hash) {
	s.t.Helper()
	post := rootOf("window 0")
	commitment = s.commit(who(4), post)
	s.Pass(11)
	auditors := told(s, s.ask(s.at.Attention, s.attention.PackAuditors(commitment)), s.attention.UnpackAuditors)
	if len(auditors) != 2 {
		s.t.Fatalf("%d auditors", len(auditors))
	}
	answers := make([]uint64, 4)
	bond := s.auditBond()
	roots := [2]chain.Hash{rootOf("invented"), rootOf("invented otherwise")}
	for i, auditor := range auditors {
		hash := told(s, s.ask(s.at.Attention, s.attention.PackAuditSealOf(commitment, auditor, roots[i])), s.attention.UnpackAuditSealOf)
		answers[i] = told(s, s.do(auditor, s.at.Attention, bond, s.attention.PackSeal(commitment, hash)), s.attention.UnpackSeal)
	}
	planters := [2]chain.Address{who(10), who(11)}
	for i, planter := range planters {
		answers[2+i] = s.plant(planter, commitment, s.history(i, post))
	}
	s.plant(who(12), commitment, rootOf("never told")) // answer 5
	s.Pass(uint64(s.clocks.Challenge))
	for i, auditor := range auditors {
		s.do(auditor, s.at.Attention, nil, s.attention.PackOpen(answers[i], roots[i]))
	}
	s.Pass(uint64(s.clocks.Open))
	for i, planter := range planters {
		s.do(planter, s.at.Attention, nil, s.attention.PackOpenCanary(answers[2+i], commitment, s.history(i, post), [32]byte{}))
	}
	s.finalise()

	duel := func(left, right int) uint64 {
		return told(s, s.do(who(1), s.at.Attention, nil, s.attention.PackDuel(answers[left], answers[right])), s.attention.UnpackDuel)
	}
	conclude := func(id uint64) { s.do(who(1), s.at.Attention, nil, s.attention.PackConclude(id)) }
	lost, moot := duel(0, 2), duel(0, 3)
	s.Pass(0)
	s.openSteps(planters[0], lost, challenger, s.list(0, post), 2)
	s.openSteps(planters[1], moot, challenger, s.list(1, post), 2)
	s.lateIn(lost)
	conclude(lost)
	conclude(moot)
	last := duel(2, 3)
	s.openSteps(planters[0], last, committer, s.list(0, post), 2)
	s.lateIn(last)
	conclude(last)
	silent := duel(1, 2)
	s.lateIn(silent)
	conclude(silent)
	s.Pass(2*uint64(s.clocks.Open) + uint64(s.clocks.Challenge))
	s.do(who(1), s.at.Attention, nil, s.attention.PackSettle(5))
	return commitment
}

func (s *stage) plant(planter chain.Address, commitment, root chain.Hash) uint64 {
	s.t.Helper()
	value := told(s, s.ask(s.at.Attention, s.attention.PackJackpotOf(run)), s.attention.UnpackJackpotOf)
	value.Add(value, s.auditBond())
	hash := told(s, s.ask(s.at.Attention, s.attention.PackCanarySealOf(commitment, planter, root, [32]byte{})), s.attention.UnpackCanarySealOf)
	return told(s, s.do(planter, s.at.Attention, value, s.attention.PackPlant(run, hash)), s.attention.UnpackPlant)
}

// list is a history of window 0; there is one for each planter.
func (s *stage) list(i int, post chain.Hash) merkle.List {
	return steps(rootOf("genesis"), rootOf([]string{"between", "between otherwise"}[i]), post)
}

func (s *stage) history(i int, post chain.Hash) chain.Hash { return chain.Hash(s.list(i, post).Root()) }

// pots: one whose claim falls to one of two contests, one that is reached.
func (s *stage) pots(frame chain.Hash) {
	s.t.Helper()
	goal := s.goal(1)
	pot := s.lock(who(5), goal)
	s.lock(who(6), goal)
	bond := told(s, s.ask(s.at.Goals, s.goals.PackBondOf(run)), s.goals.UnpackBondOf)
	low := math.Float32bits(2)
	claim := told(s, s.do(who(7), s.at.Goals, bond, s.goals.PackClaim(pot, frame, low)), s.goals.UnpackClaim)
	hash := told(s, s.ask(s.at.Goals, s.goals.PackClaimHashOf(claim)), s.goals.UnpackClaimHashOf)
	var contests [2]bindings.ContestOutput
	for i := range contests {
		word := math.Float32bits(float32(4 + i))
		by := who(13 + i)
		contests[i] = told(s, s.do(by, s.at.Goals, bond, s.goals.PackContest(claim, hash, word)), s.goals.UnpackContest)
		s.Pass(0)
		post := told(s, s.ask(s.at.Goals, s.goals.PackRootOf(word)), s.goals.UnpackRootOf)
		s.openSteps(by, contests[i].Duel, challenger, steps(rootOf("window 0"), post), 1)
	}
	s.lateIn(contests[0].Duel)
	for _, c := range contests {
		s.do(who(1), s.at.Goals, nil, s.goals.PackConclude(c.Duel))
		s.do(who(1), s.at.Goals, nil, s.goals.PackSettle(c.Id))
	}

	reached := s.lock(who(5), s.goal(2))
	claim = told(s, s.do(who(4), s.at.Goals, bond, s.goals.PackClaim(reached, frame, low)), s.goals.UnpackClaim)
	s.Pass(uint64(s.clocks.Challenge) + 1)
	s.do(who(1), s.at.Goals, nil, s.goals.PackSettle(claim))
	s.do(who(1), s.at.Goals, nil, s.goals.PackPull(reached, 0))
}

func (s *stage) goal(n byte) bindings.Goal {
	return bindings.Goal{Run: run, ProgramRoot: [32]byte{n}, DatasetRoot: [32]byte{n}, Target: math.Float32bits(3)}
}

func (s *stage) lock(by chain.Address, goal bindings.Goal) chain.Hash {
	s.t.Helper()
	return told(s, s.do(by, s.at.Goals, chain.Ether(50), s.goals.PackLock(goal, chain.Ether(50))), s.goals.UnpackLock)
}

// rejections: a lie, a window and a lease above it; a match, a seal and a demand over what is voided; a canary over the lie.
func (s *stage) rejections() {
	s.t.Helper()
	truth := rootOf("window 1")
	lie := s.commit(who(8), rootOf("lie"))
	canary := s.plant(who(12), lie, rootOf("a true answer to a lie"))
	above := s.commit(who(4), rootOf("upon a lie"))
	s.acquire(who(15))
	fee := told(s, s.ask(s.at.Demands, s.demands.PackFeeOf(above)), s.demands.UnpackFeeOf)
	s.do(who(16), s.at.Demands, fee, s.demands.PackDemandLeaf(above, 1))
	upon := s.challenge(who(17), above, rootOf("something else"))
	s.do(who(17), s.at.Disputes, nil, s.disputes.PackOpenArithmetic(upon))
	unopened := s.seal(who(17), above, rootOf("never opened"))

	right := s.challenge(who(18), lie, truth)
	s.do(who(18), s.at.Disputes, nil, s.disputes.PackOpenArithmetic(right))
	s.openSteps(who(18), right, challenger, steps(rootOf("window 0"), rootOf("half of window 1"), truth), 2)
	s.lateIn(right)
	s.do(who(1), s.at.Disputes, nil, s.disputes.PackConclude(right))

	s.do(who(1), s.at.Matches, nil, s.matches.PackVoid(upon))
	s.do(who(1), s.at.Disputes, nil, s.disputes.PackLapse(unopened))
	s.do(who(1), s.at.Disputes, nil, s.disputes.PackSettleChallenge(upon))
	s.do(who(1), s.at.Demands, nil, s.demands.PackExpire(above))
	s.do(who(12), s.at.Attention, nil, s.attention.PackOpenCanary(canary, lie, rootOf("a true answer to a lie"), [32]byte{}))
	s.do(who(1), s.at.Training, nil, s.training.PackClaimVoided(above))
	s.commit(who(4), truth)
	s.Pass(uint64(s.clocks.Challenge) + 1)
	s.finalise()
	s.do(who(1), s.at.Disputes, nil, s.disputes.PackSettleChallenge(right))
	s.do(who(1), s.at.Training, nil, s.training.PackClaimVoided(above))
}

// votes: of the first jury one is betrayed, one abstains and one votes; the larger one decides, and the challenger gives up.
func (s *stage) votes() {
	s.t.Helper()
	post := rootOf("window 2")
	commitment := s.commit(who(4), post)
	id := s.challenge(who(17), commitment, rootOf("not so"))
	s.do(who(1), s.at.Court, nil, s.court.PackFreeze(commitment))

	jurors := s.draw(commitment, 1)
	s.ballot(commitment, 1, jurors[0], post)
	s.do(who(19), s.at.Court, nil, s.court.PackReportLeak(commitment, jurors[0], post, [32]byte{}))
	s.ballot(commitment, 1, jurors[1], post)
	s.ballot(commitment, 1, jurors[2], abstention())
	s.Pass(uint64(s.clocks.BallotCommit) + 1)
	s.do(who(1), s.at.Court, nil, s.court.PackReveal(commitment, jurors[1], post, [32]byte{}))
	s.do(who(1), s.at.Court, nil, s.court.PackReveal(commitment, jurors[2], abstention(), [32]byte{}))
	s.do(who(1), s.at.Court, nil, s.court.PackTally(commitment))

	larger := s.draw(commitment, 2)
	for _, j := range larger {
		s.ballot(commitment, 2, j, post)
	}
	for _, j := range larger {
		s.do(who(1), s.at.Court, nil, s.court.PackReveal(commitment, j, post, [32]byte{}))
	}
	s.do(who(1), s.at.Court, nil, s.court.PackTally(commitment))
	s.do(who(17), s.at.Disputes, nil, s.disputes.PackWaive(id))
	s.do(who(17), s.at.Disputes, nil, s.disputes.PackOpenArithmetic(id)) // thinks better of it
	s.openSteps(who(4), id, committer, steps(rootOf("window 1"), rootOf("half of window 2"), post), 2)
	s.lateIn(id)
	s.do(who(1), s.at.Disputes, nil, s.disputes.PackConclude(id))
	s.do(who(1), s.at.Court, nil, s.court.PackResolve(commitment))
	s.Pass(uint64(s.clocks.Challenge) + 1)
	s.finalise()
	s.do(who(1), s.at.Disputes, nil, s.disputes.PackSettleChallenge(id))
	for _, j := range jurors[1:] {
		s.do(who(1), s.at.Court, nil, s.court.PackSettleSeat(commitment, 1, j))
	}
	for _, j := range larger {
		s.do(who(1), s.at.Court, nil, s.court.PackSettleSeat(commitment, 2, j))
	}
}

// abstention is the root that says nothing.
func abstention() (root chain.Hash) {
	for i := range root {
		root[i] = 0xff
	}
	return root
}

func (s *stage) draw(commitment chain.Hash, round uint32) []chain.Address {
	s.t.Helper()
	s.Pass(11)
	s.do(who(1), s.at.Court, nil, s.court.PackDraw(commitment))
	jurors := told(s, s.ask(s.at.Court, s.court.PackJurors(commitment, round)), s.court.UnpackJurors)
	if len(jurors) != 3 {
		s.t.Fatalf("%d jurors", len(jurors))
	}
	return jurors
}

func (s *stage) ballot(commitment chain.Hash, round uint32, juror chain.Address, root chain.Hash) {
	s.t.Helper()
	hash := told(s, s.ask(s.at.Court, s.court.PackBallotHash(commitment, round, juror, root, [32]byte{})), s.court.UnpackBallotHash)
	s.do(juror, s.at.Court, nil, s.court.PackCommitBallot(commitment, hash))
}

// proof: a challenge, in a match already, is dismissed because the steps are proved; who proves them is played by its address.
func (s *stage) proof() {
	s.t.Helper()
	commitment := s.commit(who(4), rootOf("window 3"))
	id := s.challenge(who(17), commitment, rootOf("not so either"))
	s.do(who(17), s.at.Disputes, nil, s.disputes.PackOpenArithmetic(id))
	s.do(s.at.StepProofs, s.at.Training, nil, s.training.PackMarkProven(commitment))
	s.do(who(19), s.at.Disputes, nil, s.disputes.PackDismiss(id))
	s.do(who(1), s.at.Court, nil, s.court.PackResolve(commitment))
	s.finalise()
	s.do(who(1), s.at.Disputes, nil, s.disputes.PackSettleChallenge(id))
}

// attention50: auditors answer rightly until a canary pays its jackpot.
func (s *stage) attention50() {
	s.t.Helper()
	pre := rootOf("window 3")
	const windows = 26
	for i := range windows {
		post, between := rootOf(fmt.Sprint("post ", i)), rootOf(fmt.Sprint("between ", i))
		history := chain.Hash(steps(pre, between, post).Root())
		pre = post
		commitment := s.commit(who(4), post)
		s.Pass(11)
		var answers []uint64
		auditors := told(s, s.ask(s.at.Attention, s.attention.PackAuditors(commitment)), s.attention.UnpackAuditors)
		for _, a := range auditors {
			hash := told(s, s.ask(s.at.Attention, s.attention.PackAuditSealOf(commitment, a, history)), s.attention.UnpackAuditSealOf)
			id := told(s, s.do(a, s.at.Attention, s.auditBond(), s.attention.PackSeal(commitment, hash)), s.attention.UnpackSeal)
			answers = append(answers, id)
		}
		var canary uint64
		if i == windows-1 {
			canary = s.plant(who(10), commitment, history)
		}
		s.Pass(uint64(s.clocks.Challenge))
		for j, id := range answers {
			s.do(auditors[j], s.at.Attention, nil, s.attention.PackOpen(id, history))
		}
		s.finalise()
		s.Pass(uint64(s.clocks.Open))
		if canary != 0 {
			s.do(who(10), s.at.Attention, nil, s.attention.PackOpenCanary(canary, commitment, history, [32]byte{}))
			answers = append(answers, canary)
		}
		s.Pass(uint64(s.clocks.Open))
		for _, id := range answers {
			s.do(who(1), s.at.Attention, nil, s.attention.PackSettle(id))
		}
	}
}

func (s *stage) auditBond() *big.Int {
	return told(s, s.ask(s.at.Attention, s.attention.PackBondOf(run)), s.attention.UnpackBondOf)
}

// ends: a lease in vain, and what is left to be taken when the run is over, by its new owner.
func (s *stage) ends() {
	s.t.Helper()
	fence, _ := s.acquire(who(4))
	s.do(who(4), s.at.Training, nil, s.training.PackRelease(run, fence))
	s.do(who(1), s.at.RunRegistry, nil, s.registry.PackTransferFrom(who(1), who(2), big.NewInt(run)))
	s.Pass(61 * 24 * 3600)
	s.do(who(2), s.at.RunRegistry, nil, s.registry.PackReclaim(run))
	s.do(who(2), s.at.Attention, nil, s.attention.PackReclaim(run))
	pot := told(s, s.ask(s.at.Goals, s.goals.PackPotOf(s.goal(1))), s.goals.UnpackPotOf)
	s.do(who(1), s.at.Goals, nil, s.goals.PackTakeBack(pot, who(5)))
	s.do(who(1), s.at.Goals, nil, s.goals.PackTakeBack(pot, who(6)))
	s.do(who(27), s.at.Validators, nil, s.validators.PackUnstake())
	s.do(who(2), s.at.Vault, nil, s.vault.PackWithdraw(chain.Native))
}

// What is derived from rare events is what the contracts say, after each of them, and what the subgraph derives.
func TestRareHistory(t *testing.T) {
	s := rare(t)
	s.derived.agrees("rare")
	tellsRareThings(t, s.derived)
	log, err := s.at.Decode(s.Logs())
	if err != nil {
		t.Fatal(err)
	}
	happened := map[string]bool{}
	for _, e := range log {
		happened[e.Name()] = true
	}
	for _, name := range []string{
		"Paused", "LeaseEnded", "Released", "VoidedClaimed", "Lapsed", "ChallengerWaived", "ChallengeDismissed", "BallotLeaked", "KeyNamed",
		"CanaryPlanted", "JackpotPaid", "AnswerLapsed", "AnswerDefeated", "AnswerGasRepaid", "BudgetReclaimed", "GasRepaid", "PledgeLost",
		"GoalReached", "GoalPulled", "TakenBack", "DemandEnded", "Reclaimed", "Unstaked", "Withdrawn", "Transfer",
	} {
		if !happened[name] {
			t.Errorf("%s never happened", name)
		}
	}
	t.Run("parity", func(t *testing.T) { expectParity(t, compiled(t), history{"rare", s.at, s.Logs()}) })
}
