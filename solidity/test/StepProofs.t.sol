// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ICourt, SeatStatus, Verdict} from "../src/interfaces/ICourt.sol";
import {ChallengeStatus, IDisputes} from "../src/interfaces/IDisputes.sol";
import {Outcome, Side} from "../src/interfaces/IMatches.sol";
import {IStepProofs} from "../src/interfaces/IStepProofs.sol";
import {ITraining, Status} from "../src/interfaces/ITraining.sol";
import {Base} from "./Base.sol";

/// @notice What a proof changes, and what it can't: whoever holds a bad key proves a lie here, and still takes nothing from anybody.
/// @dev That proofs themselves are checked, `circuits` shows with real ones on a devnet.
contract StepProofsTest is Base {
    function setUp() public override {
        super.setUp();
        stakeJury();
    }

    /// @dev As StepProofs says it of a commitment whose last step it has checked; by a bad key, of any.
    function prove(bytes32 commitment) private {
        vm.prank(core.stepProofs);
        training.markProven(commitment);
    }

    function bond() private view returns (uint256) {
        return registry.challengeBond(run);
    }

    // The hook

    function test_onlyStepProofsProves() public {
        bytes32 commitment = commitTruth(worker);
        address[4] memory others = [address(this), worker, core.disputes, core.court];
        for (uint256 i = 0; i < others.length; ++i) {
            vm.expectRevert(ITraining.NotStepProofs.selector);
            vm.prank(others[i]);
            training.markProven(commitment);
        }
        vm.expectPartialRevert(ITraining.WrongStatus.selector);
        vm.prank(core.stepProofs);
        training.markProven(keccak256("nothing"));
    }

    function test_aRunWithoutKeyHasNoProofs() public {
        bytes32 commitment = commitTruth(worker);
        vm.expectRevert(abi.encodeWithSelector(IStepProofs.NotProvable.selector, commitment));
        stepProofs.prove(commitment, 4, truth(0), "", "");
        vm.expectRevert(abi.encodeWithSelector(IStepProofs.NotProvable.selector, keccak256("nothing")));
        stepProofs.prove(keccak256("nothing"), 4, truth(0), "", "");
    }

    function test_aProvenWindowNeedsNoPeriodOfItsOwn() public {
        bytes32 commitment = commitTruth(worker);
        vm.expectRevert(ITraining.NothingToFinalise.selector);
        training.finalise(run, 1);
        prove(commitment);
        training.finalise(run, 1);
        assertStatus(commitment, Status.Finalised, "at once");
        vm.assertTrue(training.isFinalByProof(training.keyOf(commitment)), "by its proof");
        vm.assertGt(credit(worker), 0, "bond and reward");
        assertSolvent();
    }

    function test_aboveAnUnfinalParentItWaitsAndIsVoidedWithIt() public {
        bytes32 parent = commit(liar, lie(0));
        bytes32 child = commit(worker, truth(1));
        prove(child);
        vm.expectRevert(ITraining.NothingToFinalise.selector);
        training.finalise(run, 2);
        challenge(challenger, parent, truth(0));
        decide(parent, truth(0));
        assertStatus(parent, Status.Rejected, "parent");
        assertStatus(child, Status.Voided, "proven child");
        training.claimVoided(child);
        vm.assertEq(credit(worker), training.commitment(child).bond, "its bond is back whole");
        assertSolvent();
    }

    function test_nobodySealsAgainstWhatIsProven() public {
        bytes32 commitment = commitTruth(worker);
        prove(commitment);
        bytes32 sealHash = disputes.sealHashOf(commitment, lie(0), beneficiary, SALT);
        uint256 price = bond();
        vm.expectRevert(abi.encodeWithSelector(IDisputes.NotChallengeable.selector, commitment));
        vm.prank(griefer);
        disputes.seal{value: price}(commitment, sealHash);
    }

    function test_anOpenDemandHoldsItBack() public {
        bytes32 commitment = commitTruth(worker);
        uint256 fee = demands.feeOf(commitment);
        vm.prank(honest);
        demands.demandTiles{value: fee}(commitment);
        prove(commitment);
        vm.expectRevert(ITraining.NothingToFinalise.selector);
        training.finalise(run, 1);
        pass(16);
        demands.expire(commitment);
        assertStatus(commitment, Status.Rejected, "a proof shows no bytes");
        assertSolvent();
    }

    // Dismissal

    function test_dismissedAndPaidBackWhole() public {
        bytes32 commitment = commitTruth(worker);
        uint64 id = challenge(griefer, commitment, lie(0));
        vm.expectRevert(abi.encodeWithSelector(IDisputes.NotProven.selector, commitment));
        disputes.dismiss(id);
        prove(commitment);
        disputes.dismiss(id);
        vm.expectPartialRevert(IDisputes.WrongMatch.selector);
        disputes.dismiss(id);
        vm.expectPartialRevert(IDisputes.WrongMatch.selector);
        disputes.nominate(id);
        vm.expectPartialRevert(IDisputes.WrongMatch.selector);
        vm.prank(griefer);
        disputes.openArithmetic(id);
        vm.assertTrue(disputes.holdsFinality(commitment), "the case is open");
        court.resolve(commitment);
        training.finalise(run, 1);
        disputes.settleChallenge(id);
        vm.assertEq(uint256(disputes.challenge(id).status), uint256(ChallengeStatus.Returned), "nobody's defeat");
        vm.assertEq(credit(griefer), bond(), "whole");
        vm.assertEq(challengeLedger(id), 0, "nothing left");
        assertSolvent();
    }

    function test_lessTheCommittersGasUpToAFifth() public {
        bytes32 commitment = commitTruth(worker);
        uint64 cheap = challenge(griefer, commitment, lie(0));
        uint64 dear = challenge(challenger, commitment, lie(1));
        openArithmetic(griefer, cheap);
        openArithmetic(challenger, dear);
        matches.spend(cheap, Side.Committer, COMMITTER_GAS);
        matches.spend(dear, Side.Committer, 1000 ether);
        prove(commitment);
        disputes.dismiss(cheap);
        disputes.dismiss(dear);
        court.resolve(commitment);
        training.finalise(run, 1);
        uint256 before = credit(worker);
        disputes.settleChallenge(cheap);
        vm.assertEq(credit(griefer), bond() - COMMITTER_GAS, "less what it cost");
        disputes.settleChallenge(dear);
        uint256 fifth = (bond() - registry.courtFee(run)) * 20 / 100;
        vm.assertEq(credit(challenger), bond() - fifth, "capped");
        vm.assertEq(credit(worker), before + COMMITTER_GAS + fifth, "to the committer");
        assertSolvent();
    }

    function test_whatAMatchHasFoundNoProofUndoes() public {
        bytes32 commitment = commit(liar, lie(0));
        uint64 id = challenge(challenger, commitment, truth(0));
        openArithmetic(challenger, id);
        matches.end(id, Outcome.CommitterConvicted, COMMITTER_GAS, CHALLENGER_GAS);
        prove(commitment);
        vm.expectPartialRevert(IDisputes.WrongMatch.selector);
        disputes.dismiss(id);
        vm.expectRevert(ITraining.NothingToFinalise.selector);
        training.finalise(run, 1);
        disputes.conclude(id);
        assertStatus(commitment, Status.Rejected, "convicted all the same");
        vm.expectRevert(abi.encodeWithSelector(IDisputes.NotChallengeable.selector, commitment));
        disputes.dismiss(id);
    }

    function test_aSealIsWaitedForAndDismissedOnceOpened() public {
        bytes32 commitment = commitTruth(worker);
        uint64 first = challenge(griefer, commitment, lie(0));
        uint64 id = sealOnly(challenger, commitment, lie(1));
        prove(commitment);
        disputes.dismiss(first);
        vm.expectPartialRevert(ICourt.WrongPhase.selector);
        court.resolve(commitment);
        pass(1);
        vm.expectPartialRevert(IDisputes.WrongChallenge.selector);
        disputes.dismiss(id);
        openSealed(challenger, commitment, id, lie(1));
        vm.expectPartialRevert(ICourt.WrongPhase.selector);
        court.resolve(commitment);
        disputes.dismiss(id);
        court.resolve(commitment);
        training.finalise(run, 1);
        disputes.settleChallenge(id);
        vm.assertEq(credit(challenger), bond(), "whole");
    }

    // The court

    function test_aCaseEndsInEveryPhaseAndCostsNobody() public {
        for (uint256 stage = 0; stage < 5; ++stage) {
            uint256 before = vm.snapshotState();
            bytes32 commitment = commitTruth(worker);
            uint64 id = challenge(griefer, commitment, lie(0));
            if (stage > 0) court.freeze(commitment);
            if (stage > 1) drawJury(commitment);
            if (stage > 2) commitBallot(jury[0], commitment, lie(0));
            if (stage > 3) {
                pass(21);
                court.reveal(commitment, jury[0], lie(0), SALT);
            }
            prove(commitment);
            vm.expectRevert();
            court.resolve(commitment);
            disputes.dismiss(id);
            court.resolve(commitment);
            vm.assertEq(uint256(court.outcome(commitment)), uint256(Verdict.Stands), "stands");
            training.finalise(run, 1);
            for (uint256 i = 0; i < jury.length; ++i) {
                if (stage > 1) court.settleSeat(commitment, 1, jury[i]);
                vm.assertEq(validators.unlocked(jury[i]), 5 ether, "no juror loses");
                vm.assertEq(credit(jury[i]), 0, "nor earns");
            }
            disputes.settleChallenge(id);
            vm.assertEq(credit(griefer), bond(), "the challenger pays no juror");
            assertSolvent();
            vm.revertToState(before);
        }
    }

    function test_whatFellIsClearedByItsProof() public {
        bytes32 commitment = commitTruth(worker);
        uint64 id = challenge(griefer, commitment, lie(0));
        holdUnanimous(commitment, lie(0));
        prove(commitment);
        disputes.dismiss(id);
        court.resolve(commitment);
        assertStatus(commitment, Status.Voided, "cleared");
        vm.assertEq(
            credit(worker), training.commitment(commitment).bond + training.commitment(commitment).reward, "paid"
        );
        disputes.settleChallenge(id);
        vm.assertEq(credit(griefer), bond(), "whole");
        assertSolvent();
    }

    // A bad key

    /// @dev A lie is proved and final. The challenger's bond, the jurors' stakes and those who voted for the truth are as before.
    function test_aProvenLieTakesNothing() public {
        bytes32 commitment = commit(liar, lie(0));
        uint64 id = challenge(challenger, commitment, truth(0));
        seatJury(commitment);
        for (uint256 i = 0; i < jury.length; ++i) {
            commitBallot(jury[i], commitment, truth(0));
        }
        for (uint256 i = 0; i < jury.length; ++i) {
            court.reveal(commitment, jury[i], truth(0), SALT);
        }
        prove(commitment);
        disputes.dismiss(id);
        court.resolve(commitment);
        training.finalise(run, 1);
        finishAgainstLie(commitment, id);
    }

    /// @dev The lie was voted out; the same one is committed again and proved. It is final now, and the first commitment's court was "wrong".
    function test_aLieProvenLaterDoesntTurnTheTables() public {
        bytes32 commitment = commit(liar, lie(0));
        uint64 id = challenge(challenger, commitment, truth(0));
        decide(commitment, truth(0));
        assertStatus(commitment, Status.Rejected, "voted out");
        bytes32 again = commit(liar, lie(0));
        prove(again);
        training.finalise(run, 1);
        vm.assertEq(training.finalisedRoot(training.keyOf(commitment)), lie(0), "the lie is final");
        pass(6);
        finishAgainstLie(commitment, id);
    }

    function finishAgainstLie(bytes32 commitment, uint64 id) private {
        disputes.settleChallenge(id);
        vm.assertEq(credit(challenger), bond(), "the challenger's bond is back");
        for (uint256 i = 0; i < jury.length; ++i) {
            court.settleSeat(commitment, 1, jury[i]);
            vm.assertEq(uint256(court.seat(commitment, 1, jury[i]).status), uint256(SeatStatus.Settled), "settled");
            vm.assertEq(validators.unlocked(jury[i]), 5 ether, "no juror is slashed");
        }
        assertSolvent();
    }

    /// @dev Nobody dismisses, the jury sleeps through it, the appeal goes by: final, and still nobody's loss.
    function test_anUndismissedChallengeIsReturnedToo() public {
        bytes32 commitment = commit(liar, lie(0));
        uint64 id = challenge(challenger, commitment, truth(0));
        prove(commitment);
        holdUnanimous(commitment, lie(0));
        pass(6);
        court.resolve(commitment);
        training.finalise(run, 1);
        uint256 fee = disputes.dispute(commitment).fee;
        disputes.settleChallenge(id);
        vm.assertEq(credit(challenger), bond() - fee, "all but what its jurors earned");
        assertSolvent();
    }
}
