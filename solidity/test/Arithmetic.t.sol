// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ABSTAIN, NATIVE} from "../src/Core.sol";
import {ICourt, Phase, Verdict} from "../src/interfaces/ICourt.sol";
import {ChallengeStatus, IDisputes} from "../src/interfaces/IDisputes.sol";
import {Outcome, Terms} from "../src/interfaces/IMatches.sol";
import {Run} from "../src/interfaces/IRunRegistry.sol";
import {Commitment, ITraining, Mark, Status} from "../src/interfaces/ITraining.sol";
import {Base} from "./Base.sol";

/// @notice What arithmetic does to a commitment, a case and the money, by how a match ends. How matches are played is tested elsewhere.
contract ArithmeticTest is Base {
    address private constant DEAD = 0x000000000000000000000000000000000000dEaD;

    function setUp() public override {
        super.setUp();
        stakeJury();
    }

    function finaliseAll() private {
        pass(21);
        training.finalise(run, 100);
    }

    /// @dev The true window is committed and becomes final.
    function truthWins() private {
        commitTruth(worker);
        finaliseAll();
    }

    function assertChallenge(uint64 id, ChallengeStatus wanted) private view {
        vm.assertEq(uint256(disputes.challenge(id).status), uint256(wanted), "challenge");
    }

    function assertVerdict(bytes32 commitment, Verdict wanted) private view {
        vm.assertEq(uint256(court.outcome(commitment)), uint256(wanted), "verdict");
    }

    function assertNothingLeft(bytes32 commitment) private view {
        for (uint64 id = 1; id <= disputes.challenges(); ++id) {
            if (disputes.challenge(id).commitment == commitment) {
                vm.assertEq(challengeLedger(id), 0, "challenge ledger empty");
            }
        }
        vm.assertEq(bondLedger(training.commitment(commitment).fence), 0, "bond ledger empty");
        vm.assertLe(vault.ledger(core.disputes, disputes.potKey(commitment), NATIVE), 2, "pot empty but dust");
        assertSolvent();
    }

    function proper() private view returns (uint256) {
        return registry.challengeBond(run) - registry.courtFee(run);
    }

    function bondProper(bytes32 commitment) private view returns (uint256) {
        return training.commitment(commitment).bond - registry.courtFee(run);
    }

    // Opening it

    function test_openArithmetic_isForThePartiesUntilTheAppealWindowCloses() public {
        bytes32 right = commitTruth(worker);
        uint64 id = challenge(griefer, right, lie(0));
        vm.expectRevert(IDisputes.NotParty.selector);
        openArithmetic(passer, id);
        uint256 fresh = vm.snapshotState();
        openArithmetic(griefer, id);
        vm.expectPartialRevert(IDisputes.WrongMatch.selector);
        openArithmetic(worker, id);
        vm.revertToState(fresh);
        holdUnanimous(right, lie(0));
        pass(5);
        fresh = vm.snapshotState();
        openArithmetic(worker, id);
        vm.revertToState(fresh);
        pass(1);
        vm.expectPartialRevert(IDisputes.TooLate.selector);
        openArithmetic(worker, id);
        court.resolve(right);
        vm.expectPartialRevert(IDisputes.NotChallengeable.selector);
        openArithmetic(worker, id);
    }

    function test_openArithmetic_startsAMatchOnTheCommitmentsTerms() public {
        commitTruth(worker);
        bytes32 c = commitTruth(honest);
        uint64 id = sealOnly(challenger, c, lie(1));
        pass(1);
        vm.expectPartialRevert(IDisputes.WrongChallenge.selector);
        openArithmetic(challenger, id);
        openSealed(passer, c, id, lie(1));
        openArithmetic(challenger, id);
        Terms memory t = matches.terms(id);
        vm.assertEq(t.run, run, "run");
        vm.assertEq(t.steps, 4, "steps");
        vm.assertEq(t.preRoot, truth(0), "pre root");
        vm.assertEq(t.committerRoot, truth(1), "committer's root");
        vm.assertEq(t.challengerRoot, lie(1), "challenger's root");
        vm.assertEq(t.committer, honest, "committer");
        vm.assertEq(t.challenger, challenger, "challenger");
    }

    function test_lateChallenge_hasItsOwnWindow() public {
        bytes32 wrong = commit(liar, lie(0));
        challenge(griefer, wrong, lie(1));
        holdUnanimous(wrong, lie(0)); // bought
        pass(10);
        court.resolve(wrong);
        assertVerdict(wrong, Verdict.Stands);
        pass(8);
        uint64 late = sealOnly(challenger, wrong, truth(0));
        pass(5);
        openSealed(challenger, wrong, late, truth(0));
        pass(5);
        vm.expectRevert(ITraining.NothingToFinalise.selector);
        training.finalise(run, 1); // held back by the window
        uint256 before = vm.snapshotState();
        openArithmetic(challenger, late);
        pass(1000);
        vm.expectRevert(ITraining.NothingToFinalise.selector);
        training.finalise(run, 1); // and by the match
        endMatch(late, Outcome.CommitterConvicted);
        assertStatus(wrong, Status.Rejected, "rejected after all");
        vm.revertToState(before);
        pass(1);
        vm.expectPartialRevert(IDisputes.TooLate.selector);
        openArithmetic(challenger, late);
        training.finalise(run, 1);
    }

    function test_resolve_leavesTimeToAppealAgainstALateChallengeToo() public {
        bytes32 right = commitTruth(worker);
        uint64 first = challenge(griefer, right, lie(0));
        seatJury(right);
        uint64 late = sealOnly(griefer, right, lie(1));
        for (uint256 i = 0; i < 3; ++i) {
            commitBallot(jury[i], right, lie(0));
        }
        for (uint256 i = 0; i < 3; ++i) {
            court.reveal(right, jury[i], lie(0), SALT);
        }
        court.tally(right);
        play(worker, first, Outcome.ChallengerConvicted);
        pass(5);
        openSealed(griefer, right, late, lie(1)); // in the last second of the first one's window
        pass(5);
        vm.expectRevert(ICourt.NotYet.selector);
        court.resolve(right);
        play(worker, late, Outcome.ChallengerConvicted);
        pass(21);
        court.resolve(right);
        assertVerdict(right, Verdict.Cleared);
    }

    // The committer is convicted

    function test_conviction_takesEffectInAnyPhase() public {
        bytes32 wrong = commit(liar, lie(0));
        bytes32 above = commit(honest, truth(1));
        uint64 id = challenge(challenger, wrong, truth(0));
        openArithmetic(challenger, id);
        vm.expectRevert(IDisputes.NotYet.selector);
        disputes.conclude(id);
        seatJury(wrong);
        commitBallot(jury[0], wrong, truth(0));
        endMatch(id, Outcome.CommitterConvicted);
        vm.assertEq(training.head(run), training.genesis(run), "the head is back at the parent");
        assertStatus(wrong, Status.Rejected, "rejected at once");
        assertStatus(above, Status.Voided, "voided");
        assertVerdict(wrong, Verdict.Falls);
        for (uint256 i = 0; i < 3; ++i) {
            settleSeats(wrong, jury[i]);
            vm.assertEq(
                validators.validator(jury[i]).stake, 5 ether, "no juror is blamed for a case that was overtaken"
            );
        }
        vm.expectPartialRevert(IDisputes.WrongMatch.selector);
        disputes.conclude(id);
        truthWins();
        disputes.settleChallenge(id);
        uint256 gas = disputes.challenge(id).gasCost;
        vm.assertGt(gas, CHALLENGER_GAS, "its moves are counted too");
        vm.assertEq(credit(challenger), registry.challengeBond(run) + gas, "bond and gas");
        vm.assertEq(credit(beneficiary), (bondProper(wrong) - gas) * 40 / 100, "reward");
        vm.assertEq(credit(liar), registry.courtFee(run), "nobody voted, so nobody is paid out of the court fee");
        training.claimVoided(above);
        vm.assertGt(credit(honest), training.commitment(above).bond, "bond and share");
        assertNothingLeft(wrong);
    }

    function test_conviction_outranksABoughtJuryWhichIsBurned() public {
        bytes32 wrong = commit(liar, lie(0));
        uint64 id = challenge(challenger, wrong, truth(0));
        holdUnanimous(wrong, lie(0));
        openArithmetic(challenger, id);
        pass(6);
        vm.expectRevert(ICourt.NotYet.selector);
        court.resolve(wrong); // the appeal window is over, the match isn't
        endMatch(id, Outcome.CommitterConvicted);
        assertStatus(wrong, Status.Rejected, "rejected");
        vm.assertEq(credit(liar), registry.courtFee(run) / 2, "the loser pays the ballots");
        truthWins();
        disputes.settleChallenge(id);
        vm.assertGt(credit(challenger), registry.challengeBond(run), "whole, with its gas");
        for (uint256 i = 0; i < 3; ++i) {
            settleSeats(wrong, jury[i]);
            vm.assertEq(validators.validator(jury[i]).stake, 4 ether, "the seat's stake is burned");
        }
        vm.assertEq(vault.ledger(core.court, court.caseKey(wrong), NATIVE), 0, "and so are the fees");
        assertNothingLeft(wrong);
    }

    function test_conviction_afterTheCaseClosedTakesTheFeeFromTheLiarInstead() public {
        bytes32 wrong = commit(liar, lie(0));
        uint64 first = challenge(challenger, wrong, truth(0));
        holdUnanimous(wrong, lie(0)); // bought, and the first challenger sleeps
        pass(7);
        court.resolve(wrong);
        assertVerdict(wrong, Verdict.Stands);
        vm.assertEq(challengeLedger(first), registry.challengeBond(run) - 0.03 ether, "it has paid the ballots");
        uint64 late = challenge(honest, wrong, truth(0));
        play(honest, late, Outcome.CommitterConvicted);
        assertVerdict(wrong, Verdict.Falls);
        vm.assertEq(challengeLedger(first), registry.challengeBond(run), "and has it back");
        vm.assertEq(credit(liar), registry.courtFee(run) - 0.03 ether, "from the liar");
        truthWins();
        disputes.settleChallenge(first);
        disputes.settleChallenge(late);
        vm.assertGe(credit(challenger), registry.challengeBond(run), "whole");
        vm.assertGe(credit(honest), registry.challengeBond(run) + CHALLENGER_GAS, "whole");
        assertNothingLeft(wrong);
    }

    function test_conviction_afterTheCaseClosedRefundsAFirstChallengeThatIsDefeatedToo() public {
        bytes32 wrong = commit(liar, lie(0));
        uint64 first = challenge(griefer, wrong, lie(1));
        holdUnanimous(wrong, lie(0));
        pass(7);
        court.resolve(wrong);
        uint64 late = challenge(honest, wrong, truth(0));
        play(honest, late, Outcome.CommitterConvicted);
        truthWins();
        disputes.settleChallenge(first);
        disputes.settleChallenge(late);
        vm.assertEq(credit(griefer), registry.courtFee(run), "the loser pays the jury, and that is the committer");
        assertNothingLeft(wrong);
    }

    function test_conviction_paysWhoConvictedIfNothingBecomesFinal() public {
        bytes32 wrong = commit(liar, lie(0));
        uint64 other = challenge(griefer, wrong, lie(1));
        uint64 id = challenge(challenger, wrong, truth(0));
        play(challenger, id, Outcome.CommitterConvicted);
        pass(30 days);
        vm.expectRevert(ITraining.NotYet.selector);
        disputes.settleChallenge(id);
        pass(1);
        disputes.settleChallenge(id);
        disputes.settleChallenge(other);
        uint256 gas = disputes.challenge(id).gasCost;
        vm.assertEq(credit(challenger), registry.challengeBond(run) + gas, "bond and gas");
        vm.assertEq(credit(beneficiary), (bondProper(wrong) - gas) * 40 / 100, "reward");
        assertChallenge(other, ChallengeStatus.Returned);
        assertNothingLeft(wrong);
    }

    /// A committer that falls silent loses its bond even if it was right: answering in time is part of being honest.
    function test_conviction_ofASilentCommitterThatWasRight() public {
        bytes32 right = commitTruth(idler);
        uint64 id = challenge(griefer, right, lie(0));
        play(griefer, id, Outcome.CommitterConvicted);
        truthWins();
        disputes.settleChallenge(id);
        assertChallenge(id, ChallengeStatus.Won);
        vm.assertEq(credit(idler), registry.courtFee(run), "nothing of its bond");
        vm.assertGe(credit(griefer), registry.challengeBond(run), "a won match returns the bond");
        assertNothingLeft(right);
    }

    // The challenger is convicted

    function test_defeat_closesTheTalliedCaseAndPaysTheCommittersGasUpToAFifth() public {
        bytes32 right = commitTruth(worker);
        uint64 cheap = challenge(griefer, right, lie(0));
        uint64 dear = challenge(griefer, right, lie(1));
        play(worker, cheap, Outcome.ChallengerConvicted);
        openArithmetic(griefer, dear);
        matches.end(dear, Outcome.ChallengerConvicted, 1 ether, 0);
        disputes.conclude(dear);
        holdUnanimous(right, truth(0));
        court.resolve(right); // nobody is left who could appeal
        finaliseAll();
        uint256 had = credit(worker);
        disputes.settleChallenge(cheap);
        uint256 gas = COMMITTER_GAS + disputes.challenge(cheap).defenceGas;
        vm.assertGt(gas, COMMITTER_GAS, "opening arithmetic is paid too");
        vm.assertEq(credit(worker) - had, gas + (proper() - gas) * 40 / 100, "gas, and 40 % of the rest");
        had = credit(worker);
        disputes.settleChallenge(dear);
        gas = proper() / 5;
        vm.assertEq(credit(worker) - had, gas + (proper() - gas) * 40 / 100, "at most a fifth for gas");
        vm.assertEq(credit(griefer), 2 * registry.courtFee(run) - 0.03 ether, "and the ballots");
        assertNothingLeft(right);
    }

    function test_defeat_protectsTheCommitmentFromNobodyElse() public {
        bytes32 wrong = commit(liar, lie(0));
        uint64 puppet = challenge(griefer, wrong, lie(1));
        uint64 id = challenge(challenger, wrong, truth(0));
        play(liar, puppet, Outcome.ChallengerConvicted);
        holdUnanimous(wrong, lie(0));
        play(challenger, id, Outcome.CommitterConvicted);
        truthWins();
        disputes.settleChallenge(puppet);
        disputes.settleChallenge(id);
        assertChallenge(puppet, ChallengeStatus.Defeated);
        assertChallenge(id, ChallengeStatus.Won);
        vm.assertEq(credit(liar), registry.courtFee(run) / 2, "a wrong committer gets nothing from a defeated friend");
        assertNothingLeft(wrong);
    }

    // Clearing

    function test_clearing_repaysAWrongedCommitterAndPutsNothingBack() public {
        bytes32 right = commitTruth(worker);
        bytes32 above = commitTruth(honest);
        uint64 id = challenge(griefer, right, lie(0));
        holdUnanimous(right, lie(0));
        play(worker, id, Outcome.ChallengerConvicted);
        vm.expectRevert(ICourt.NotYet.selector);
        court.resolve(right); // somebody may still challenge
        pass(21);
        court.resolve(right);
        assertVerdict(right, Verdict.Cleared);
        assertStatus(right, Status.Voided, "voided");
        assertStatus(above, Status.Voided, "and so is what stood on it");
        Commitment memory c = training.commitment(right);
        vm.assertEq(uint256(c.mark), uint256(Mark.Cleared), "cleared");
        vm.assertEq(training.head(run), training.genesis(run), "not put back");
        vm.assertEq(credit(worker), c.bond + c.reward, "bond and reward");
        vm.expectPartialRevert(ITraining.WrongStatus.selector);
        training.settle(right);
        vm.expectRevert(abi.encodeWithSelector(ITraining.ClaimParentFirst.selector, c.parent));
        training.claimVoided(right);
    }

    function test_clearing_paysTheShareAndTheChildren() public {
        bytes32 right = commitTruth(worker);
        bytes32 above = commitTruth(honest);
        uint64 id = challenge(griefer, right, lie(0));
        holdUnanimous(right, lie(0));
        play(worker, id, Outcome.ChallengerConvicted);
        pass(21);
        disputes.settleChallenge(id); // resolves on the way
        uint256 gas = COMMITTER_GAS + disputes.challenge(id).defenceGas;
        Commitment memory c = training.commitment(right);
        vm.assertEq(credit(worker), c.bond + c.reward + gas + (proper() - gas) * 40 / 100, "and its share");
        training.claimVoided(above);
        vm.assertEq(credit(honest), training.commitment(above).bond, "whole");
        vm.expectRevert(ITraining.NothingToClaim.selector);
        training.claimVoided(above);
        truthWins();
        for (uint256 i = 0; i < 3; ++i) {
            settleSeats(right, jury[i]);
            vm.assertEq(
                validators.validator(jury[i]).stake, 4 ether, "who voted against the truth loses the seat's stake"
            );
        }
        assertNothingLeft(right);
    }

    /// It wasn't on the head any more when its parent left it, so a share of the parent's bond isn't its own.
    function test_clearing_claimsNothingOfAParentRejectedLater() public {
        bytes32 below = commit(liar, lie(0));
        bytes32 right = commitTruth(worker);
        uint64 over = challenge(griefer, right, lie(1));
        holdUnanimous(right, lie(1));
        bytes32 beside = commitTruth(honest);
        uint64 id = challenge(challenger, below, truth(0));
        play(worker, over, Outcome.ChallengerConvicted);
        play(challenger, id, Outcome.CommitterConvicted);
        pass(21);
        court.resolve(right);
        assertVerdict(right, Verdict.Cleared);
        truthWins();
        disputes.settleChallenge(id);
        vm.expectRevert(ITraining.NothingToClaim.selector);
        training.claimVoided(right);
        training.claimVoided(beside);
        vm.expectRevert(ITraining.NothingToClaim.selector);
        training.claimVoided(beside);
        assertNothingLeft(below);
    }

    function test_clearing_needsEveryChallengeDefeated() public {
        bytes32 right = commitTruth(worker);
        uint64 one = challenge(griefer, right, lie(0));
        challenge(griefer, right, lie(1));
        holdUnanimous(right, lie(0));
        play(worker, one, Outcome.ChallengerConvicted);
        pass(21); // it missed the other one's window
        court.resolve(right);
        assertStatus(right, Status.Rejected, "by the tally");
        commitTruth(honest); // and is repaid by the root
        finaliseAll();
        disputes.settleChallenge(one);
        disputes.settleChallenge(2);
        vm.assertGe(credit(worker), training.commitment(right).bond - 0.03 ether, "the bond is back");
        assertNothingLeft(right);
    }

    /// A liar has a friend challenge it, lose, and clear it, before anybody honest is heard.
    function test_clearing_waitsForSealsThatCanStillBeOpened() public {
        bytes32 wrong = commit(liar, lie(0));
        uint64 puppet = challenge(griefer, wrong, lie(1));
        holdUnanimous(wrong, truth(0));
        play(griefer, puppet, Outcome.ChallengerConvicted);
        pass(18);
        uint64 id = sealOnly(challenger, wrong, truth(0));
        pass(3);
        vm.expectRevert(ICourt.NotYet.selector);
        court.resolve(wrong);
        openSealed(challenger, wrong, id, truth(0));
        pass(6);
        court.resolve(wrong);
        assertStatus(wrong, Status.Rejected, "rejected");
        truthWins();
        disputes.settleChallenge(id);
        vm.assertGt(credit(beneficiary), 0, "rewarded");
        disputes.settleChallenge(puppet);
        assertNothingLeft(wrong);
    }

    // Both

    function test_bothConvicted_burnsBothAfterTheLeafSendersGas() public {
        bytes32 wrong = commit(liar, lie(0));
        uint64 id = challenge(griefer, wrong, lie(1));
        openArithmetic(liar, id);
        matches.endAtLeaf(id, passer, 0.004 ether);
        disputes.conclude(id);
        assertStatus(wrong, Status.Rejected, "rejected");
        truthWins();
        disputes.settleChallenge(id);
        vm.assertEq(credit(passer), 0.004 ether, "who sent the leaf has its gas");
        vm.assertEq(credit(liar), registry.courtFee(run), "nothing of the bond");
        vm.assertEq(credit(griefer), registry.courtFee(run), "nothing of the bond");
        vm.assertEq(DEAD.balance, bondProper(wrong) + proper() - 0.004 ether, "burned");
        assertNothingLeft(wrong);
    }

    function test_bothConvicted_paysTheLeafSenderAFifthAtMost() public {
        bytes32 wrong = commit(liar, lie(0));
        uint64 id = challenge(griefer, wrong, lie(1));
        openArithmetic(liar, id);
        matches.endAtLeaf(id, griefer, 10 ether);
        disputes.conclude(id);
        truthWins();
        disputes.settleChallenge(id);
        vm.assertEq(credit(griefer), registry.courtFee(run) + proper() / 5, "capped");
        assertNothingLeft(wrong);
    }

    function test_bothSilent_burnsBothAndHarmsNoThird() public {
        bytes32 wrong = commit(liar, lie(0));
        bytes32 above = commit(honest, truth(1));
        uint64 puppet = challenge(griefer, wrong, truth(0)); // the earlier seal, and the truth
        uint64 id = challenge(challenger, wrong, truth(0));
        play(liar, puppet, Outcome.BothSilent);
        assertStatus(wrong, Status.Rejected, "rejected");
        truthWins();
        disputes.nominate(id);
        disputes.settleChallenge(id);
        uint256 gas = disputes.challenge(id).gasCost;
        vm.assertEq(credit(challenger), registry.challengeBond(run) + gas, "whole");
        vm.assertEq(credit(beneficiary), (bondProper(wrong) - gas) * 40 / 100, "and rewarded");
        disputes.settleChallenge(puppet);
        vm.assertEq(credit(griefer), registry.courtFee(run), "its bond is burned");
        vm.assertEq(credit(liar), registry.courtFee(run), "its bond is gone");
        training.claimVoided(above);
        assertNothingLeft(wrong);
    }

    // In front

    function test_nominate_putsTheEarliestUndefeatedInFront() public {
        bytes32 wrong = commit(liar, lie(0));
        uint64 puppet = challenge(griefer, wrong, truth(0));
        uint64 second = challenge(challenger, wrong, truth(0));
        uint64 third = challenge(honest, wrong, truth(0));
        uint64 other = challenge(passer, wrong, lie(1));
        vm.assertEq(disputes.earliest(wrong, truth(0)), puppet, "by seal");
        vm.expectPartialRevert(IDisputes.WrongChallenge.selector);
        disputes.nominate(second);
        play(griefer, puppet, Outcome.ChallengerConvicted); // loses on purpose
        vm.assertEq(disputes.earliest(wrong, truth(0)), 0, "nobody");
        vm.expectPartialRevert(IDisputes.WrongMatch.selector);
        disputes.nominate(puppet);
        disputes.nominate(third);
        disputes.nominate(second);
        vm.expectPartialRevert(IDisputes.WrongChallenge.selector);
        disputes.nominate(third);
        vm.expectPartialRevert(IDisputes.WrongChallenge.selector);
        disputes.nominate(other);
        vm.assertEq(disputes.earliest(wrong, truth(0)), second, "the earliest that isn't defeated");
        vm.assertEq(
            disputes.gasOf(wrong, truth(0)),
            uint256(disputes.challenge(second).gasCost) + disputes.challenge(third).gasCost,
            "the defeated one's gas is out"
        );
    }

    // Matches that others have overtaken

    function test_conclude_afterTheRejectionCountsGasAndNoClock() public {
        bytes32 wrong = commit(liar, lie(0));
        uint64 id = challenge(challenger, wrong, truth(0));
        uint64 faster = challenge(honest, wrong, truth(0));
        openArithmetic(challenger, id);
        play(honest, faster, Outcome.CommitterConvicted);
        vm.expectRevert(IDisputes.NotYet.selector);
        disputes.conclude(id);
        matches.end(id, Outcome.ChallengerConvicted, 0, CHALLENGER_GAS); // it went home, the liar didn't
        disputes.conclude(id);
        vm.assertEq(uint256(disputes.challenge(id).outcome), uint256(Outcome.Void), "not a defeat any more");
        truthWins();
        disputes.settleChallenge(id);
        disputes.settleChallenge(faster);
        uint256 gas = disputes.challenge(id).gasCost;
        vm.assertGt(gas, CHALLENGER_GAS, "with its moves");
        vm.assertEq(credit(challenger), registry.challengeBond(run) + gas, "whole");
        vm.assertGt(credit(beneficiary), 0, "and rewarded, for its seal was earlier");
        assertNothingLeft(wrong);
    }

    function test_conclude_endsARunningMatchWhenTheRootIsFinal() public {
        bytes32 wrong = commit(liar, lie(0));
        uint64 id = challenge(challenger, wrong, truth(0));
        uint64 faster = challenge(honest, wrong, truth(0));
        openArithmetic(challenger, id);
        play(honest, faster, Outcome.CommitterConvicted);
        truthWins();
        disputes.conclude(id);
        disputes.settleChallenge(id);
        vm.assertGe(credit(challenger), registry.challengeBond(run), "whole");
        vm.expectPartialRevert(IDisputes.WrongChallenge.selector);
        disputes.conclude(id);
    }

    function test_settle_leavesTimeToConclude() public {
        bytes32 wrong = commit(liar, lie(0));
        uint64 id = challenge(challenger, wrong, truth(0));
        uint64 faster = challenge(griefer, wrong, lie(1));
        openArithmetic(challenger, id);
        openArithmetic(griefer, faster);
        holdUnanimous(wrong, truth(0));
        truthWins(); // while both matches run
        matches.end(id, Outcome.CommitterConvicted, 0, CHALLENGER_GAS);
        endMatch(faster, Outcome.CommitterConvicted);
        vm.expectRevert(ITraining.NotYet.selector);
        training.settle(wrong);
        disputes.conclude(id);
        vm.assertEq(disputes.dispute(wrong).convictedBy, id, "the earlier seal");
        pass(6);
        disputes.settleChallenge(faster);
        assertChallenge(faster, ChallengeStatus.Won);
        vm.assertEq(credit(griefer), registry.challengeBond(run), "a won match returns the bond; for a lie, no gas");
        disputes.settleChallenge(id);
        vm.assertGt(credit(challenger), registry.challengeBond(run) + CHALLENGER_GAS, "whole with its gas");
        assertNothingLeft(wrong);
    }

    function test_convictedBy_isTheEarliestSealWhicheverIsConcludedFirst() public {
        bytes32 wrong = commit(liar, lie(0));
        uint64[3] memory ids;
        for (uint256 i = 0; i < 3; ++i) {
            ids[i] = challenge(challenger, wrong, keccak256(abi.encode("claim", i)));
            openArithmetic(challenger, ids[i]);
            matches.end(ids[i], Outcome.CommitterConvicted, 0, 0);
        }
        disputes.conclude(ids[1]);
        disputes.conclude(ids[2]);
        vm.assertEq(disputes.dispute(wrong).convictedBy, ids[1], "not the later one");
        disputes.conclude(ids[0]);
        vm.assertEq(disputes.dispute(wrong).convictedBy, ids[0], "but the earlier one");
    }

    /// Where the open window is longer than the appeal window, a seal may still name the root that is already final.
    function test_settle_waitsForTheLongestOpenWindow() public {
        Run memory d = devnet();
        d.clocks.open = 30;
        run = createRun(d);
        bytes32 wrong = commit(liar, lie(0));
        uint64 id = challenge(griefer, wrong, lie(1));
        holdUnanimous(wrong, truth(0));
        openArithmetic(griefer, id);
        commitTruth(worker);
        pass(13);
        uint64 late = sealOnly(challenger, wrong, truth(0));
        endMatch(id, Outcome.CommitterConvicted);
        pass(9);
        training.finalise(run, 1);
        vm.expectRevert(ITraining.NotYet.selector);
        training.settle(wrong);
        openSealed(challenger, wrong, late, truth(0));
        disputes.settleChallenge(late);
        vm.assertGt(credit(beneficiary), 0, "rewarded");
    }

    // Voided

    function test_voided_endsWithBothBondsWhole() public {
        bytes32 below = commit(liar, lie(0));
        bytes32 above = commitTruth(honest);
        uint64 id = challenge(challenger, below, truth(0));
        uint64 over = challenge(griefer, above, lie(1));
        openArithmetic(griefer, over);
        play(challenger, id, Outcome.CommitterConvicted);
        assertStatus(above, Status.Voided, "voided");
        matches.end(over, Outcome.CommitterConvicted, 0, 0); // nobody plays on
        vm.expectPartialRevert(IDisputes.NotChallengeable.selector);
        disputes.conclude(over);
        disputes.settleChallenge(over);
        training.claimVoided(above);
        vm.assertEq(credit(griefer), registry.challengeBond(run), "whole");
        vm.assertEq(credit(honest), training.commitment(above).bond, "whole");
    }

    function test_voided_doesNotForgiveWhoWasDefeatedBefore() public {
        bytes32 below = commit(liar, lie(0));
        bytes32 above = commitTruth(honest);
        uint64 id = challenge(challenger, below, truth(0));
        uint64 over = challenge(griefer, above, lie(1));
        play(honest, over, Outcome.ChallengerConvicted);
        play(challenger, id, Outcome.CommitterConvicted);
        disputes.settleChallenge(over);
        uint256 gas = COMMITTER_GAS + disputes.challenge(over).defenceGas;
        vm.assertEq(credit(honest), gas + (proper() - gas) * 40 / 100, "gas and share");
    }

    function test_noJury_arithmeticDecidesBothWays() public {
        bytes32 right = commitTruth(worker);
        uint64 id = challenge(griefer, right, lie(0));
        hold(right, [ABSTAIN, ABSTAIN, ABSTAIN]);
        uint256 before = vm.snapshotState();
        play(passer, id, Outcome.ChallengerConvicted);
        vm.assertEq(disputes.challenge(id).defenceGas, 0, "a stranger isn't repaid");
        court.resolve(right);
        finaliseAll();
        assertStatus(right, Status.Finalised, "final");
        vm.revertToState(before);
        play(passer, id, Outcome.CommitterConvicted);
        assertStatus(right, Status.Rejected, "rejected");
        vm.assertEq(uint256(court.phase(right)), uint256(Phase.Closed), "closed");
    }
}
