// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ABSTAIN} from "../src/Core.sol";
import {ICourt, Phase, SeatStatus, Verdict} from "../src/interfaces/ICourt.sol";
import {Outcome} from "../src/interfaces/IMatches.sol";
import {Run} from "../src/interfaces/IRunRegistry.sol";
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

    function test_draw_excludesPartiesAndLateStake() public {
        stakeJury();
        vm.prank(liar);
        validators.stake{value: 5 ether}();
        vm.prank(challenger);
        validators.stake{value: 5 ether}();
        pass(1);
        commitment = commit(liar, lie(0));
        uint64 id = sealOnly(challenger, commitment, truth(0));
        pass(1);
        vm.prank(passer);
        validators.stake{value: 500 ether}(); // in the block in which the case is opened
        openSealed(challenger, commitment, id, truth(0));
        vm.prank(honest);
        validators.stake{value: 500 ether}();
        pass(1);
        court.freeze(commitment);
        vm.snapshotGasLastCall("freeze");
        drawJury(commitment);
        vm.snapshotGasLastCall("draw");
        address[] memory seated = court.jurors(commitment, 1);
        vm.assertEq(seated.length, 3, "seats");
        for (uint256 i = 0; i < 3; ++i) {
            vm.assertLe(validators.validator(seated[i]).index, 3, "one of the three");
            vm.assertEq(validators.validator(seated[i]).locked, 1 ether, "its stake is locked");
        }
        vm.assertEq(court.caseOf(commitment).seatFee, 0.01 ether, "seat fee");
        vm.assertEq(court.caseOf(commitment).drawFrom, vm.getBlockNumber() - 13, "the block before the case");
    }

    function test_draw_namingAJurorAsBeneficiaryDoesntUnseatIt() public {
        stakeJury();
        commitment = commit(liar, lie(0));
        beneficiary = jury[0];
        challenge(griefer, commitment, lie(1));
        seatJury(commitment);
        vm.assertEq(court.jurors(commitment, 1).length, 3, "all three");
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
        assertPhase(Phase.Draw);
        vm.expectPartialRevert(ICourt.WrongPhase.selector);
        court.freeze(commitment);
    }

    function test_phases_endByTime() public {
        stakeJury();
        disputed();
        assertPhase(Phase.Evidence);
        seatJury(commitment);
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
        assertPhase(Phase.Draw); // 1 of 3 is no quorum
        sleepRound();
        assertPhase(Phase.Appeal);
        vm.assertEq(uint256(court.caseOf(commitment).verdict), uint256(Verdict.NoMajority), "nor is nobody");
        vm.expectRevert(ICourt.NotYet.selector);
        court.resolve(commitment);
        pass(6);
        play(liar, 1, Outcome.CommitterConvicted); // no deadline here: nobody else decides
        assertPhase(Phase.Closed);
        // Neither the one who didn't reveal nor the one who didn't commit is forgiven, in either round.
        for (uint32 round = 1; round <= 2; ++round) {
            court.settleSeat(commitment, round, jury[1]);
            court.settleSeat(commitment, round, jury[2]);
        }
        vm.assertEq(validators.validator(jury[1]).stake, 5 ether - 0.1 ether, "5 % of both seats");
        vm.assertEq(validators.validator(jury[2]).stake, 5 ether - 0.1 ether, "5 % of both seats");
        vm.expectPartialRevert(ICourt.WrongSeat.selector);
        court.settleSeat(commitment, 1, jury[2]);
        vm.expectPartialRevert(ICourt.WrongSeat.selector);
        court.settleSeat(commitment, 1, passer);
        vm.expectPartialRevert(ICourt.WrongSeat.selector);
        court.settleSeat(commitment, 3, jury[0]);
        assertSolvent();
    }

    function sleepRound() private {
        drawJury(commitment);
        pass(36);
        court.tally(commitment);
    }

    function test_phases_endEarlyWhenAllHaveActed() public {
        stakeJury();
        disputed();
        seatJury(commitment);
        for (uint256 i = 0; i < 3; ++i) {
            commitBallot(jury[i], commitment, truth(0));
        }
        assertPhase(Phase.Reveal);
        vm.assertEq(court.roundOf(commitment, 1).revealUntil, vm.getBlockTimestamp() + 15, "a whole reveal phase");
        for (uint256 i = 0; i < 3; ++i) {
            court.reveal(commitment, jury[i], truth(0), SALT);
        }
        vm.snapshotGasLastCall("reveal");
        court.tally(commitment);
        vm.snapshotGasLastCall("tally");
        vm.assertEq(uint256(court.caseOf(commitment).verdict), uint256(Verdict.Falls), "falls");
    }

    /// @dev A run whose jury should have five.
    function useFive() private {
        Run memory d = devnet();
        (d.economy.jury, d.economy.largerJury) = (5, 5);
        run = createRun(d);
    }

    function test_quorum_isHalfOfTheSeatsThereShouldBe() public {
        useFive();
        vm.prank(honest);
        validators.stake{value: 5 ether}();
        stakeJury();
        disputed();
        bytes32 t = truth(0);
        uint256 before = vm.snapshotState();
        hold(commitment, [t, t, bytes32(0)]);
        vm.assertEq(court.roundOf(commitment, 1).seats, 4, "four of five seats are filled");
        vm.assertEq(uint256(court.caseOf(commitment).verdict), uint256(Verdict.NoMajority), "two of five are no quorum");
        vm.revertToState(before);
        hold(commitment, [t, t, t]);
        vm.assertEq(uint256(court.caseOf(commitment).verdict), uint256(Verdict.Falls), "three are");
    }

    function test_tie_isNoMajority() public {
        useFive();
        vm.prank(honest);
        validators.stake{value: 5 ether}();
        stakeJury();
        disputed();
        seatJury(commitment);
        bytes32[4] memory roots = [truth(0), truth(0), lie(0), lie(0)];
        address[4] memory all = [jury[0], jury[1], jury[2], honest];
        for (uint256 i = 0; i < 4; ++i) {
            commitBallot(all[i], commitment, roots[i]);
        }
        for (uint256 i = 0; i < 4; ++i) {
            court.reveal(commitment, all[i], roots[i], SALT);
        }
        court.tally(commitment);
        assertPhase(Phase.Draw);
        vm.assertEq(court.caseOf(commitment).round, 2, "two against two");
    }

    function test_voidedCase_blamesNoJurorAndSeatsNoNewOnes() public {
        stakeJury();
        bytes32 below = commit(liar, lie(0));
        bytes32 above = commit(honest, truth(1));
        bytes32 higher = commit(worker, truth(2));
        challenge(griefer, above, lie(1));
        challenge(griefer, higher, lie(2));
        seatJury(above);
        commitBallot(jury[0], above, truth(1));
        challenge(challenger, below, truth(0));
        holdUnanimous(below, truth(0));
        vm.expectRevert(ICourt.NotYet.selector);
        court.freeze(higher);
        court.resolve(higher);
        court.resolve(above);
        for (uint256 i = 0; i < 3; ++i) {
            court.settleSeat(above, 1, jury[i]);
            vm.assertEq(validators.validator(jury[i]).stake, 5 ether, "silent, but whole");
            vm.assertEq(validators.validator(jury[i]).locked, 1 ether, "only the other case's seat is locked");
        }
        assertSolvent();
    }

    function test_noValidators_meansArithmeticWithoutWaiting() public {
        disputed();
        seatJury(commitment);
        assertPhase(Phase.Appeal);
        vm.assertEq(court.caseOf(commitment).round, 1, "a larger jury would be drawn from the same nobody");
        vm.assertEq(uint256(court.caseOf(commitment).verdict), uint256(Verdict.NoMajority), "no majority");
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
        seatJury(commitment);
        bytes32 ballot = court.ballotHash(commitment, 1, jury[0], truth(0), SALT);
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
        vm.assertEq(uint256(court.seat(commitment, 1, jury[2]).status), uint256(SeatStatus.Abstained), "abstained");
        vm.assertEq(court.roundOf(commitment, 1).votes, 1, "abstaining isn't voting");
    }

    function test_ballotHash_isEip712() public {
        stakeJury();
        disputed();
        seatJury(commitment);
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
                court.roundOf(commitment, 1).seed,
                jury[0],
                truth(0),
                SALT
            )
        );
        vm.assertEq(
            court.ballotHash(commitment, 1, jury[0], truth(0), SALT),
            keccak256(abi.encodePacked(hex"1901", domain, ballot)),
            "hash"
        );
    }

    function test_reportLeak_paysTheReporterAndCostsMoreThanSilence() public {
        stakeJury();
        disputed();
        seatJury(commitment);
        commitBallot(jury[0], commitment, truth(0));
        vm.expectRevert(ICourt.WrongBallot.selector);
        court.reportLeak(commitment, jury[0], lie(0), SALT);
        vm.prank(passer);
        court.reportLeak(commitment, jury[0], truth(0), SALT);
        vm.assertEq(credit(passer), 0.1 ether, "reporter");
        vm.assertEq(validators.validator(jury[0]).stake, 4.8 ether, "slashed");
        vm.assertEq(validators.validator(jury[0]).locked, 0, "unlocked");
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
}
