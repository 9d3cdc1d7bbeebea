// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ICourt, Phase, Verdict} from "../src/interfaces/ICourt.sol";
import {IDisputes} from "../src/interfaces/IDisputes.sol";
import {Outcome} from "../src/interfaces/IMatches.sol";
import {ITraining, Status} from "../src/interfaces/ITraining.sol";
import {Base} from "./Base.sol";

/// @notice Who loses a tally may give up the appeal, and nobody for anybody else.
contract WaiversTest is Base {
    bytes32 private commitment;

    function setUp() public override {
        super.setUp();
        stakeJury();
    }

    function test_theCommitterOfWhatFellGivesUp() public {
        commitment = commit(liar, lie(0));
        challenge(challenger, commitment, truth(0));
        vm.expectPartialRevert(ICourt.WrongPhase.selector);
        vm.prank(liar);
        court.waive(commitment);
        holdUnanimous(commitment, truth(0));
        vm.expectRevert(ICourt.NotYet.selector);
        court.resolve(commitment);
        address[3] memory others = [challenger, passer, jury[0]];
        for (uint256 i = 0; i < 3; ++i) {
            vm.expectRevert(ICourt.NotLoser.selector);
            vm.prank(others[i]);
            court.waive(commitment);
        }
        vm.expectRevert(IDisputes.NotYet.selector);
        vm.prank(challenger);
        disputes.waive(1); // the winner has nothing to give up
        vm.prank(liar);
        court.waive(commitment);
        court.resolve(commitment);
        assertStatus(commitment, Status.Rejected, "rejected at once");
        vm.expectPartialRevert(ICourt.WrongPhase.selector);
        vm.prank(liar);
        court.waive(commitment);
        assertSolvent();
    }

    function test_aSealThatCanStillBeOpenedIsWaitedFor() public {
        commitment = commit(liar, lie(0));
        challenge(challenger, commitment, truth(0));
        seatJury(commitment);
        vote(truth(0));
        uint64 late = sealOnly(honest, commitment, truth(0));
        court.tally(commitment);
        vm.prank(liar);
        court.waive(commitment);
        vm.expectRevert(ICourt.NotYet.selector);
        court.resolve(commitment);
        pass(1);
        openSealed(honest, commitment, late, truth(0));
        court.resolve(commitment);
        assertStatus(commitment, Status.Rejected, "rejected");
    }

    function test_aMatchThatRunsIsWaitedFor() public {
        commitment = commit(liar, lie(0));
        uint64 id = challenge(challenger, commitment, truth(0));
        openArithmetic(challenger, id);
        holdUnanimous(commitment, truth(0));
        vm.prank(liar);
        court.waive(commitment);
        vm.expectRevert(ICourt.NotYet.selector);
        court.resolve(commitment);
        endMatch(id, Outcome.CommitterConvicted);
        assertStatus(commitment, Status.Rejected, "rejected");
    }

    function vote(bytes32 root) private {
        for (uint256 i = 0; i < 3; ++i) {
            commitBallot(jury[i], commitment, root);
        }
        for (uint256 i = 0; i < 3; ++i) {
            court.reveal(commitment, jury[i], root, SALT);
        }
    }

    function test_allUndefeatedChallengersOfWhatStandsGiveUp() public {
        commitment = commitTruth(worker);
        uint64 first = challenge(griefer, commitment, lie(0));
        uint64 second = challenge(passer, commitment, lie(1));
        uint64 third = challenge(liar, commitment, lie(2));
        holdUnanimous(commitment, truth(0));
        play(worker, third, Outcome.ChallengerConvicted); // defeated: nobody asks it
        vm.expectRevert(IDisputes.NotParty.selector);
        vm.prank(passer);
        disputes.waive(first);
        vm.expectRevert(ICourt.NotLoser.selector);
        vm.prank(worker);
        court.waive(commitment);
        waive(griefer, first);
        vm.assertEq(disputes.dispute(commitment).waived, 1, "one");
        vm.assertFalse(disputes.standing(commitment).waived, "not all");
        vm.expectPartialRevert(IDisputes.WrongMatch.selector);
        waive(griefer, first); // once
        vm.expectPartialRevert(IDisputes.WrongMatch.selector);
        waive(liar, third); // it is over
        vm.expectRevert(ICourt.NotYet.selector);
        court.resolve(commitment);
        waive(passer, second);
        vm.assertTrue(disputes.standing(commitment).waived, "all");
        court.resolve(commitment);
        vm.assertEq(uint256(court.outcome(commitment)), uint256(Verdict.Stands), "stands at once");
        assertStatus(commitment, Status.Pending, "but isn't final before its time");
        assertSolvent();
    }

    function waive(address who, uint64 id) private {
        vm.prank(who);
        disputes.waive(id);
    }

    function test_arithmeticEndsAWaiver() public {
        commitment = commitTruth(worker);
        uint64 id = challenge(griefer, commitment, lie(0));
        uint64 other = challenge(passer, commitment, lie(1));
        holdUnanimous(commitment, truth(0));
        waive(griefer, id);
        waive(passer, other);
        openArithmetic(worker, id); // the committer wants its bond
        vm.assertFalse(disputes.challenge(id).waived, "no longer");
        vm.assertEq(disputes.dispute(commitment).waived, 1, "counted back");
        vm.expectRevert(ICourt.NotYet.selector);
        court.resolve(commitment);
        endMatch(id, Outcome.ChallengerConvicted);
        vm.assertTrue(disputes.standing(commitment).waived, "the one that is left has");
        court.resolve(commitment);
        vm.assertEq(uint256(court.outcome(commitment)), uint256(Verdict.Stands), "stands");
    }

    /// A bought jury lets a lie stand, and the liar's puppet gives up the appeal in an instant: the honest challenger's own is untouched.
    function test_attack_aPuppetGivesUpOnlyForItself() public {
        commitment = commit(liar, lie(0));
        uint64 puppet = challenge(griefer, commitment, lie(1));
        uint64 id = challenge(challenger, commitment, truth(0));
        holdUnanimous(commitment, lie(0));
        waive(griefer, puppet);
        vm.expectRevert(ICourt.NotYet.selector);
        court.resolve(commitment);
        pass(5);
        openArithmetic(challenger, id);
        endMatch(id, Outcome.CommitterConvicted);
        assertStatus(commitment, Status.Rejected, "rejected");
    }

    /// The same with the honest challenger still on its way: the case is closed when it comes, and its claim is heard all the same.
    function test_attack_aPuppetThatIsAloneClosesTheCaseAndNothingElse() public {
        commitment = commit(liar, lie(0));
        uint64 puppet = challenge(griefer, commitment, lie(1));
        holdUnanimous(commitment, lie(0));
        waive(griefer, puppet);
        court.resolve(commitment);
        vm.assertEq(uint256(court.phase(commitment)), uint256(Phase.Closed), "closed");
        pass(16);
        uint64 id = challenge(challenger, commitment, truth(0)); // at the end of the challenge period
        pass(5);
        vm.expectRevert(ITraining.NothingToFinalise.selector);
        training.finalise(run, 1); // which is over, but it can still go to arithmetic
        openArithmetic(challenger, id);
        endMatch(id, Outcome.CommitterConvicted);
        assertStatus(commitment, Status.Rejected, "rejected after all");
        vm.assertEq(uint256(court.outcome(commitment)), uint256(Verdict.Falls), "and so says the case");
        assertSolvent();
    }

    function test_noMajorityHasNoLoser() public {
        commitment = commit(liar, lie(0));
        challenge(challenger, commitment, truth(0));
        sleepThrough(commitment);
        vm.expectRevert(ICourt.NotLoser.selector);
        vm.prank(liar);
        court.waive(commitment);
        vm.expectRevert(IDisputes.NotYet.selector);
        waive(challenger, 1);
    }
}
