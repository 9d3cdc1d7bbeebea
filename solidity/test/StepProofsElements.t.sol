// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Core} from "../src/Core.sol";
import {StepProofs} from "../src/StepProofs.sol";
import {SeatStatus} from "../src/interfaces/ICourt.sol";
import {ChallengeStatus, IDisputes} from "../src/interfaces/IDisputes.sol";
import {Outcome, Side} from "../src/interfaces/IMatches.sol";
import {Element, IStepProofs} from "../src/interfaces/IStepProofs.sol";
import {ITraining, Status} from "../src/interfaces/ITraining.sol";
import {Base} from "./Base.sol";

/// @notice What a proof of one element changes, and what it can't: as in StepProofsTest a bad key proves lies here, and takes nothing.
/// @dev Which elements can be proved, and by what, real matches and proofs show on a devnet (`circuits/leaf`).
contract StepProofsElementsTest is Base {
    function setUp() public override {
        super.setUp();
        stakeJury();
    }

    /// @dev As StepProofs does it once it has checked the element and its proof; by a bad key, of any match.
    function show(bytes32 commitment, uint64 id) private {
        vm.startPrank(core.stepProofs);
        training.markShown(commitment);
        disputes.dismissShown(id, worker);
        vm.stopPrank();
    }

    function bond() private view returns (uint256) {
        return registry.challengeBond(run);
    }

    function dispute(address committer, bytes32 root, bytes32 other) private returns (bytes32 commitment, uint64 id) {
        commitment = commit(committer, root);
        id = challenge(challenger, commitment, other);
        openArithmetic(challenger, id);
    }

    function test_onlyStepProofsShows() public {
        (bytes32 commitment, uint64 id) = dispute(worker, truth(0), lie(0));
        address[4] memory others = [address(this), worker, core.court, core.matches];
        for (uint256 i = 0; i < others.length; ++i) {
            vm.startPrank(others[i]);
            vm.expectRevert(ITraining.NotStepProofs.selector);
            training.markShown(commitment);
            vm.expectRevert(IDisputes.NotStepProofs.selector);
            disputes.dismissShown(id, others[i]);
            vm.stopPrank();
        }
        vm.expectPartialRevert(ITraining.WrongStatus.selector);
        vm.prank(core.stepProofs);
        training.markShown(keccak256("nothing"));
    }

    function test_aDeploymentWithoutKeyHasNone() public {
        (, uint64 id) = dispute(worker, truth(0), lie(0));
        Element memory element;
        vm.expectRevert(abi.encodeWithSelector(IStepProofs.WrongKey.selector, bytes32(0)));
        stepProofs.proveElement(id, element, "", "");
    }

    function test_aKeyIsForLocalChains() public {
        Core memory other = core;
        other.stepProofs = vm.computeCreateAddress(address(this), vm.getNonce(address(this)));
        uint256 before = vm.snapshotState();
        new StepProofs(other, "key");
        vm.revertToState(before);
        vm.chainId(1);
        new StepProofs(other, 0);
        vm.revertToState(before);
        vm.chainId(1);
        vm.expectRevert(IStepProofs.DevelopmentKey.selector);
        new StepProofs(other, "key");
    }

    function test_itDismissesOneChallengeAndNoMore() public {
        (bytes32 commitment, uint64 id) = dispute(worker, truth(0), lie(0));
        uint64 second = challenge(griefer, commitment, lie(1));
        matches.spend(id, Side.Committer, COMMITTER_GAS);
        show(commitment, id);
        vm.assertEq(uint256(disputes.challenge(id).outcome), uint256(Outcome.Dismissed), "dismissed");
        vm.assertFalse(training.isProven(commitment), "no step is proved");
        vm.expectRevert(abi.encodeWithSelector(IDisputes.NotProven.selector, commitment));
        disputes.dismiss(second);
        vm.expectRevert(ITraining.NothingToFinalise.selector);
        training.finalise(run, 1);
        uint64 third = sealOnly(liar, commitment, lie(1));
        vm.assertGt(third, second, "sealing goes on");
        vm.expectPartialRevert(IDisputes.WrongMatch.selector);
        vm.prank(core.stepProofs);
        disputes.dismissShown(id, worker);
        vm.expectPartialRevert(IDisputes.WrongMatch.selector);
        disputes.conclude(id);
    }

    /// @dev Without a challenge, so that nothing but the period holds it back.
    function test_itShortensNoChallengePeriod() public {
        bytes32 commitment = commitTruth(worker);
        vm.prank(core.stepProofs);
        training.markShown(commitment);
        pass(19);
        vm.expectRevert(ITraining.NothingToFinalise.selector);
        training.finalise(run, 1);
        pass(2);
        training.finalise(run, 1);
    }

    function test_itEndsNoChallengePeriod() public {
        (bytes32 commitment, uint64 id) = dispute(worker, truth(0), lie(0));
        matches.spend(id, Side.Committer, COMMITTER_GAS);
        show(commitment, id);
        vm.expectRevert(ITraining.NothingToFinalise.selector);
        training.finalise(run, 1);
        pass(21);
        court.resolve(commitment);
        training.finalise(run, 1);
        assertStatus(commitment, Status.Finalised, "after its period");
        vm.assertTrue(training.isFinalByProof(training.keyOf(commitment)), "by a proof");
        disputes.settleChallenge(id);
        vm.assertEq(uint256(disputes.challenge(id).status), uint256(ChallengeStatus.Returned), "nobody's defeat");
        vm.assertEq(credit(challenger), bond() - COMMITTER_GAS, "less what it cost");
        assertSolvent();
    }

    function test_whatAMatchHasFoundNoProofUndoes() public {
        (bytes32 commitment, uint64 id) = dispute(liar, lie(0), truth(0));
        matches.end(id, Outcome.CommitterConvicted, COMMITTER_GAS, CHALLENGER_GAS);
        vm.startPrank(core.stepProofs);
        vm.expectPartialRevert(IDisputes.WrongMatch.selector);
        disputes.dismissShown(id, liar);
        vm.stopPrank();
        disputes.conclude(id);
        assertStatus(commitment, Status.Rejected, "convicted all the same");
        vm.expectPartialRevert(ITraining.WrongStatus.selector);
        vm.prank(core.stepProofs);
        training.markShown(commitment);
    }

    function test_aProofOfAllStepsOutranksIt() public {
        (bytes32 commitment, uint64 id) = dispute(worker, truth(0), lie(0));
        vm.startPrank(core.stepProofs);
        training.markProven(commitment);
        vm.stopPrank();
        show(commitment, id);
        vm.assertTrue(training.isProven(commitment), "still proven");
        court.resolve(commitment);
        training.finalise(run, 1);
        assertStatus(commitment, Status.Finalised, "at once");
    }

    /// @dev A bad key: the truth's challenge is dismissed, the lie final. The jury had voted for the truth, another challenger had no match.
    function test_aLieThatAProofSpokeForTakesNothing() public {
        (bytes32 commitment, uint64 id) = dispute(liar, lie(0), truth(0));
        uint64 second = challenge(honest, commitment, truth(0));
        hold(commitment, [truth(0), lie(0), lie(0)]);
        show(commitment, id);
        pass(30);
        court.resolve(commitment);
        training.finalise(run, 1);
        vm.assertEq(training.finalisedRoot(training.keyOf(commitment)), lie(0), "the lie is final");
        uint256 fee = disputes.dispute(commitment).fee;
        disputes.settleChallenge(id);
        vm.assertEq(credit(challenger), bond() - fee, "all but what its jurors earned");
        disputes.settleChallenge(second);
        vm.assertEq(credit(honest), bond(), "the other's bond is back");
        for (uint256 i = 0; i < jury.length; ++i) {
            court.settleSeat(commitment, 1, jury[i]);
            vm.assertEq(uint256(court.seat(commitment, 1, jury[i]).status), uint256(SeatStatus.Settled), "settled");
            vm.assertEq(validators.unlocked(jury[i]), 5 ether, "no juror is slashed");
        }
        assertSolvent();
    }
}
