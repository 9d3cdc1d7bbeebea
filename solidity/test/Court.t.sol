// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ABSTAIN, NATIVE} from "../src/Core.sol";
import {Validators} from "../src/Validators.sol";
import {ICourt, Phase, SeatStatus, Verdict} from "../src/interfaces/ICourt.sol";
import {Outcome} from "../src/interfaces/IMatches.sol";
import {Status} from "../src/interfaces/ITraining.sol";
import {Base} from "./Base.sol";

contract CourtTest is Base {
    bytes32 private commitment;

    function disputed() private returns (bytes32) {
        commitment = commit(liar, lie(0));
        challenge(challenger, commitment, truth(0));
        return commitment;
    }

    function assertPhase(Phase wanted) private view {
        vm.assertEq(uint256(court.phase(commitment)), uint256(wanted), "phase");
    }

    function test_unstake_waitsForTheCooldownAndLeavesJuriesAtOnce() public {
        stakeJury();
        vm.startPrank(jury[0]);
        vm.expectPartialRevert(ICourt.NotFree.selector);
        court.requestUnstake(5 ether + 1);
        court.requestUnstake(4.5 ether);
        vm.expectRevert(ICourt.NotYet.selector);
        court.unstake();
        vm.stopPrank();
        disputed();
        court.freeze(commitment);
        vm.assertEq(court.jurors(commitment).length, 2, "half a stake is no seat");
        pass(10 minutes);
        vm.prank(jury[0]);
        court.unstake();
        vm.assertEq(credit(jury[0]), 4.5 ether, "credited");
        vm.assertEq(court.validator(jury[0]).stake, 0.5 ether, "the rest stays");
        assertSolvent();
    }

    function test_lockedStakeCantLeave() public {
        stakeJury();
        disputed();
        court.freeze(commitment);
        vm.expectRevert(abi.encodeWithSelector(ICourt.NotFree.selector, 4 ether));
        vm.prank(jury[0]);
        court.requestUnstake(5 ether);
    }

    function test_freeze_excludesPartiesAndLateStake() public {
        stakeJury();
        vm.prank(liar);
        court.stake{value: 5 ether}();
        vm.prank(challenger);
        court.stake{value: 5 ether}();
        pass(1);
        disputed();
        vm.prank(passer);
        court.stake{value: 5 ether}();
        pass(1);
        court.freeze(commitment);
        vm.snapshotGasLastCall("freeze");
        address[] memory seated = court.jurors(commitment);
        vm.assertEq(seated.length, 3, "seats");
        for (uint256 i = 0; i < 3; ++i) {
            vm.assertEq(seated[i], jury[i], "juror");
        }
        vm.assertEq(court.caseOf(commitment).seatFee, 0.01 ether, "seat fee");
    }

    function test_freeze_namingAJurorAsBeneficiaryDoesntUnseatIt() public {
        stakeJury();
        commitment = commit(liar, lie(0));
        beneficiary = jury[0];
        challenge(griefer, commitment, lie(1));
        court.freeze(commitment);
        vm.assertEq(court.jurors(commitment).length, 3, "all three");
    }

    function test_freeze_waitsForSealsThatCanStillBeOpened() public {
        stakeJury();
        disputed();
        uint64 id = sealOnly(honest, commitment, truth(0));
        vm.expectRevert(ICourt.NotYet.selector);
        court.freeze(commitment);
        pass(5);
        vm.expectRevert(ICourt.NotYet.selector);
        court.freeze(commitment);
        pass(1);
        court.freeze(commitment);
        disputes.lapse(id);
        assertPhase(Phase.Commit);
        vm.expectPartialRevert(ICourt.WrongPhase.selector);
        court.freeze(commitment);
    }

    function test_phases_endByTime() public {
        stakeJury();
        disputed();
        assertPhase(Phase.Evidence);
        court.freeze(commitment);
        assertPhase(Phase.Commit);
        commitBallot(jury[0], commitment, truth(0));
        commitBallot(jury[1], commitment, truth(0));
        vm.expectPartialRevert(ICourt.WrongPhase.selector);
        court.reveal(commitment, jury[0], truth(0), SALT);
        pass(20);
        assertPhase(Phase.Commit);
        pass(1);
        assertPhase(Phase.Reveal);
        vm.expectPartialRevert(ICourt.WrongPhase.selector);
        vm.prank(jury[2]);
        court.commitBallot(commitment, keccak256("late"));
        court.reveal(commitment, jury[0], truth(0), SALT);
        vm.expectPartialRevert(ICourt.WrongPhase.selector);
        court.tally(commitment);
        pass(14);
        assertPhase(Phase.Reveal);
        pass(1);
        assertPhase(Phase.Tally);
        vm.expectPartialRevert(ICourt.WrongPhase.selector);
        court.reveal(commitment, jury[1], truth(0), SALT);
        court.tally(commitment);
        assertPhase(Phase.Appeal);
        vm.assertEq(uint256(court.caseOf(commitment).verdict), uint256(Verdict.NoMajority), "1 of 3 is no quorum");
        vm.expectRevert(ICourt.NotYet.selector);
        court.resolve(commitment);
        pass(6);
        play(liar, 1, Outcome.CommitterConvicted); // no deadline here: nobody else decides
        assertPhase(Phase.Closed);
        // Neither the one who didn't reveal nor the one who didn't commit is forgiven.
        court.settleSeat(commitment, jury[1]);
        court.settleSeat(commitment, jury[2]);
        vm.assertEq(court.validator(jury[1]).stake, 5 ether - 0.05 ether, "5 % of the seat");
        vm.assertEq(court.validator(jury[2]).stake, 5 ether - 0.05 ether, "5 % of the seat");
        vm.expectPartialRevert(ICourt.WrongSeat.selector);
        court.settleSeat(commitment, jury[2]);
        vm.expectPartialRevert(ICourt.WrongSeat.selector);
        court.settleSeat(commitment, passer);
        assertSolvent();
    }

    function test_phases_endEarlyWhenAllHaveActed() public {
        stakeJury();
        disputed();
        court.freeze(commitment);
        for (uint256 i = 0; i < 3; ++i) {
            commitBallot(jury[i], commitment, truth(0));
        }
        assertPhase(Phase.Reveal);
        vm.assertEq(court.caseOf(commitment).revealUntil, vm.getBlockTimestamp() + 15, "a whole reveal phase");
        for (uint256 i = 0; i < 3; ++i) {
            court.reveal(commitment, jury[i], truth(0), SALT);
        }
        vm.snapshotGasLastCall("reveal");
        court.tally(commitment);
        vm.snapshotGasLastCall("tally");
        vm.assertEq(uint256(court.caseOf(commitment).verdict), uint256(Verdict.Falls), "falls");
    }

    function test_quorum_isHalfOfTheSeats() public {
        vm.prank(honest);
        court.stake{value: 5 ether}();
        stakeJury();
        disputed();
        bytes32 t = truth(0);
        hold(commitment, [t, t, bytes32(0)]);
        vm.assertEq(court.caseOf(commitment).seats, 4, "seats");
        vm.assertEq(uint256(court.caseOf(commitment).verdict), uint256(Verdict.Falls), "two of four suffice");
    }

    function test_tie_isNoMajority() public {
        vm.prank(honest);
        court.stake{value: 5 ether}();
        stakeJury();
        disputed();
        hold(commitment, [truth(0), lie(0), ABSTAIN]);
        vm.assertEq(uint256(court.caseOf(commitment).verdict), uint256(Verdict.NoMajority), "one against one");
    }

    function test_voidedCase_blamesNoJurorAndSeatsNoNewOnes() public {
        stakeJury();
        bytes32 below = commit(liar, lie(0));
        bytes32 above = commit(honest, truth(1));
        bytes32 higher = commit(worker, truth(2));
        challenge(griefer, above, lie(1));
        challenge(griefer, higher, lie(2));
        court.freeze(above);
        commitBallot(jury[0], above, truth(1));
        challenge(challenger, below, truth(0));
        holdUnanimous(below, truth(0));
        vm.expectRevert(ICourt.NotYet.selector);
        court.freeze(higher);
        court.resolve(higher);
        court.resolve(above);
        for (uint256 i = 0; i < 3; ++i) {
            court.settleSeat(above, jury[i]);
            vm.assertEq(court.validator(jury[i]).stake, 5 ether, "silent, but whole");
            vm.assertEq(court.validator(jury[i]).locked, 1 ether, "only the other case's seat is locked");
        }
        assertSolvent();
    }

    function test_noValidators_stillEndsAtTheDeadlines() public {
        disputed();
        court.freeze(commitment);
        assertPhase(Phase.Commit);
        vm.expectPartialRevert(ICourt.WrongPhase.selector);
        court.tally(commitment);
        pass(21);
        assertPhase(Phase.Reveal);
        pass(15);
        court.tally(commitment);
        pass(6);
        vm.expectRevert(ICourt.NotYet.selector);
        court.resolve(commitment);
        play(passer, 1, Outcome.CommitterConvicted);
        assertStatus(commitment, Status.Rejected, "rejected");
        vm.assertEq(credit(liar), registry.courtFee(run), "no juror to pay");
        assertSolvent();
    }

    function test_ballot_bindsJurorRootAndSalt() public {
        stakeJury();
        disputed();
        court.freeze(commitment);
        bytes32 ballot = court.ballotHash(commitment, jury[0], truth(0), SALT);
        vm.prank(jury[0]);
        court.commitBallot(commitment, ballot);
        vm.expectPartialRevert(ICourt.WrongSeat.selector);
        vm.prank(jury[0]);
        court.commitBallot(commitment, ballot);
        // A copied ballot is worth nothing: it names its juror.
        vm.prank(jury[1]);
        court.commitBallot(commitment, ballot);
        vm.expectPartialRevert(ICourt.WrongSeat.selector);
        vm.prank(passer);
        court.commitBallot(commitment, ballot);
        commitBallot(jury[2], commitment, ABSTAIN);
        vm.expectRevert(ICourt.WrongBallot.selector);
        court.reveal(commitment, jury[1], truth(0), SALT);
        vm.expectRevert(ICourt.WrongBallot.selector);
        court.reveal(commitment, jury[0], lie(0), SALT);
        vm.expectRevert(ICourt.WrongBallot.selector);
        court.reveal(commitment, jury[0], truth(0), keccak256("other"));
        // Anyone who knows a ballot may reveal it.
        vm.prank(passer);
        court.reveal(commitment, jury[0], truth(0), SALT);
        court.reveal(commitment, jury[2], ABSTAIN, SALT);
        vm.assertEq(uint256(court.seat(commitment, jury[2]).status), uint256(SeatStatus.Abstained), "abstained");
        vm.assertEq(court.caseOf(commitment).votes, 1, "abstaining isn't voting");
    }

    function test_ballotHash_isEip712() public {
        stakeJury();
        disputed();
        court.freeze(commitment);
        bytes32 domain = keccak256(
            abi.encode(
                keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"),
                keccak256("Commonweight Court"),
                keccak256("1"),
                block.chainid,
                address(court)
            )
        );
        bytes32 ballot = keccak256(
            abi.encode(
                keccak256(
                    "Ballot(bytes32 commitment,uint32 round,bytes32 seed,address juror,bytes32 root,bytes32 salt)"
                ),
                commitment,
                uint32(1),
                court.caseOf(commitment).seed,
                jury[0],
                truth(0),
                SALT
            )
        );
        vm.assertEq(
            court.ballotHash(commitment, jury[0], truth(0), SALT),
            keccak256(abi.encodePacked(hex"1901", domain, ballot)),
            "hash"
        );
    }

    function test_reportLeak_paysTheReporterAndCostsMoreThanSilence() public {
        stakeJury();
        disputed();
        court.freeze(commitment);
        commitBallot(jury[0], commitment, truth(0));
        vm.expectRevert(ICourt.WrongBallot.selector);
        court.reportLeak(commitment, jury[0], lie(0), SALT);
        vm.prank(passer);
        court.reportLeak(commitment, jury[0], truth(0), SALT);
        vm.assertEq(credit(passer), 0.1 ether, "reporter");
        vm.assertEq(court.validator(jury[0]).stake, 4.8 ether, "slashed");
        vm.assertEq(court.validator(jury[0]).locked, 0, "unlocked");
        commitBallot(jury[1], commitment, truth(0));
        commitBallot(jury[2], commitment, truth(0));
        assertPhase(Phase.Commit); // a seat never acted
        pass(21);
        court.reveal(commitment, jury[1], truth(0), SALT);
        court.reveal(commitment, jury[2], truth(0), SALT);
        court.tally(commitment);
        vm.assertEq(uint256(court.caseOf(commitment).verdict), uint256(Verdict.Falls), "two of three is a quorum");
        assertSolvent();
    }

    function test_validatorList_isBoundedAndGivesWayToLargerStakes() public {
        for (uint256 i = 0; i < Validators.MAX; ++i) {
            address v = actor(string.concat("validator ", vm.toString(i)));
            vm.prank(v);
            court.stake{value: i == 7 ? 1 ether : 2 ether}();
        }
        vm.expectRevert(abi.encodeWithSelector(ICourt.StakeTooSmall.selector, 1 ether + 1));
        vm.prank(passer);
        court.stake{value: 1 ether}();
        vm.prank(passer);
        court.stake{value: 3 ether}();
        vm.assertEq(court.validators().length, Validators.MAX, "bounded");
        vm.assertEq(court.validators()[7], passer, "in the smallest's place");
        address out = actor("validator 7");
        vm.assertFalse(court.validator(out).listed, "delisted");
        vm.prank(out);
        court.requestUnstake(1 ether);
        pass(10 minutes);
        vm.prank(out);
        court.unstake();
        vm.assertEq(credit(out), 1 ether, "takes its stake");
        pass(1);
        disputed();
        court.freeze(commitment);
        vm.assertLt(vm.snapshotGasLastCall("freezeFullList"), 1 << 24, "fits a transaction");
        vm.assertEq(court.caseOf(commitment).seatFee, uint256(0.06 ether) / 32, "fees of all seats fit the court fee");
        assertSolvent();
    }
}
