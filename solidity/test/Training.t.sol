// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {NATIVE} from "../src/Core.sol";
import {Run} from "../src/interfaces/IRunRegistry.sol";
import {Commitment, ITraining, Lease, Status} from "../src/interfaces/ITraining.sol";
import {Base} from "./Base.sol";

contract TrainingTest is Base {
    function test_wholeRun_paysEveryWindowAndRefusesMore() public {
        uint256 windows = 11; // 42 steps: ten windows of 4, one of 2
        for (uint64 w = 0; w < windows; ++w) {
            bytes32 hash = commit(worker, truth(w));
            vm.assertEq(training.commitment(hash).steps, w < 10 ? 4 : 2, "steps");
        }
        uint256 bond = training.requiredBond(run);
        bytes32 head = training.head(run);
        vm.expectRevert(ITraining.RunComplete.selector);
        vm.prank(worker);
        training.acquire{value: bond}(run, head);

        pass(21);
        training.finalise(run, 100);
        vm.assertEq(training.anchor(run), head, "anchor is the last window");
        vm.assertEq(credit(worker), windows * bond + 42 * 0.001 ether, "bonds and rewards");
        vm.assertEq(training.finalisedRoot(training.keyOf(head)), truth(10), "finalised root");

        uint256 left = registry.escrow(run);
        vm.assertEq(left, ESCROW - 42 * 0.00105 ether, "escrow left");
        vm.prank(author);
        registry.reclaim(run);
        vm.assertEq(credit(author), left, "author takes the rest");
        assertSolvent();
    }

    function test_acquire_bindsHeadBondAndMutex() public {
        uint256 bond = training.requiredBond(run);
        bytes32 head = training.head(run);
        vm.startPrank(worker);
        vm.expectRevert(abi.encodeWithSelector(ITraining.WrongHead.selector, head));
        training.acquire{value: bond}(run, keccak256("another head"));
        vm.expectRevert(abi.encodeWithSelector(ITraining.WrongBond.selector, bond - 1, bond));
        training.acquire{value: bond - 1}(run, head);
        training.acquire{value: bond}(run, head);
        vm.snapshotGasLastCall("acquire");
        vm.stopPrank();
        uint64 deadline = training.lease(run).deadline;
        vm.expectRevert(abi.encodeWithSelector(ITraining.Leased.selector, worker, deadline));
        vm.prank(honest);
        training.acquire{value: bond}(run, head);
        assertSolvent();
    }

    function test_commit_needsHolderFenceParentStepsRootAndTime() public {
        uint64 fence = acquire(worker);
        bytes32 head = training.head(run);
        vm.expectRevert(ITraining.NotHolder.selector);
        vm.prank(liar);
        training.commit(run, fence, head, 4, truth(0), CID);
        vm.startPrank(worker);
        vm.expectRevert(ITraining.NotHolder.selector);
        training.commit(run, fence + 1, head, 4, truth(0), CID);
        vm.expectRevert(abi.encodeWithSelector(ITraining.WrongHead.selector, head));
        training.commit(run, fence, keccak256("x"), 4, truth(0), CID);
        vm.expectRevert(abi.encodeWithSelector(ITraining.WrongSteps.selector, 4));
        training.commit(run, fence, head, 3, truth(0), CID);
        vm.expectRevert(ITraining.InvalidRoot.selector);
        training.commit(run, fence, head, 4, 0, CID);
        vm.expectRevert(ITraining.InvalidRoot.selector);
        training.commit(run, fence, head, 4, bytes32(type(uint256).max), CID);
        vm.expectRevert(ITraining.InvalidCid.selector);
        training.commit(run, fence, head, 4, truth(0), "");
        vm.expectRevert(ITraining.InvalidCid.selector);
        training.commit(run, fence, head, 4, truth(0), new bytes(65));
        uint256 before = vm.snapshotState();
        pass(30);
        training.commit(run, fence, head, 4, truth(0), CID);
        vm.snapshotGasLastCall("commit");
        vm.revertToState(before);
        pass(31);
        vm.expectPartialRevert(ITraining.TooLate.selector);
        training.commit(run, fence, head, 4, truth(0), CID);
        vm.stopPrank();
    }

    function test_release_costsOnePercentEarlyAndHalfAtTheDeadline() public {
        uint256 bond = training.requiredBond(run);
        uint256[4] memory times = [uint256(0), 7, 15, 30];
        // Lease 30 s, first quarter 7.5 s: 1 %, 1 %, 1 + 49·(15 − 7.5)/22.5 %, 50 %.
        uint256[4] memory burned =
            [bond / 100, bond / 100, bond / 100 + bond * 49 * 30 / 90 / 100, bond / 100 + bond * 49 / 100];
        uint256 dead = 0x000000000000000000000000000000000000dEaD.balance;
        for (uint256 i = 0; i < times.length; ++i) {
            uint256 before = vm.snapshotState();
            uint64 fence = acquire(worker);
            pass(times[i]);
            vm.prank(worker);
            training.release(run, fence);
            vm.assertEq(credit(worker), bond - burned[i], "back");
            vm.assertEq(0x000000000000000000000000000000000000dEaD.balance - dead, burned[i], "burned");
            vm.assertEq(bondLedger(fence), 0, "nothing left behind");
            vm.assertEq(registry.escrow(run), ESCROW, "reward freed");
            vm.assertEq(training.progress(run).doublings, 1, "squatting by release costs exponentially too");
            assertSolvent();
            vm.revertToState(before);
        }
    }

    function test_expire_doublesTheBondTo32TimesAndCommitsHalveIt() public {
        uint256 fee = registry.courtFee(run);
        uint256 proper = registry.baseBond(run) - fee;
        for (uint256 i = 0; i < 7; ++i) {
            uint256 factor = i < 5 ? 1 << i : 32;
            vm.assertEq(training.requiredBond(run), proper * factor + fee, "bond before");
            acquire(idler);
            vm.expectPartialRevert(ITraining.LeaseRuns.selector);
            training.expire(run);
            pass(31);
            vm.assertEq(
                training.requiredBond(run), proper * (i < 4 ? factor * 2 : 32) + fee, "the next one, before it expires"
            );
            uint256 tip = credit(passer);
            vm.prank(passer);
            training.expire(run);
            vm.assertEq(credit(passer) - tip, (proper * factor + fee) / 100, "tip");
        }
        commitTruth(worker);
        vm.assertEq(training.requiredBond(run), proper * 16 + fee, "halved");
        assertSolvent();
    }

    function test_acquire_takesOverAnExpiredLease() public {
        acquire(idler);
        pass(31);
        uint64 fence = acquire(worker);
        vm.assertEq(fence, 2, "fence");
        vm.assertEq(training.lease(run).holder, worker, "holder");
        vm.assertEq(credit(worker), registry.baseBond(run) / 100, "tip");
        vm.assertEq(credit(idler), registry.baseBond(run) - registry.baseBond(run) / 2, "half back");
        vm.expectRevert(ITraining.NotHolder.selector);
        vm.prank(idler);
        training.release(run, 1);
        assertSolvent();
    }

    function test_acquire_stopsAtMaxPending() public {
        Run memory data = devnet();
        data.schedule.totalSteps = 1000;
        run = createRun(data);
        for (uint256 i = 0; i < 128; ++i) {
            commitTruth(worker);
        }
        uint256 bond = training.requiredBond(run);
        bytes32 head = training.head(run);
        vm.expectRevert(ITraining.TooManyPending.selector);
        vm.prank(worker);
        training.acquire{value: bond}(run, head);
        pass(21);
        training.finalise(run, 1);
        vm.assertEq(training.progress(run).anchorCount, 1, "one at a time if asked");
        acquire(worker);
    }

    function test_finalise_waitsForTheChallengePeriod() public {
        commitTruth(worker);
        pass(20);
        vm.expectRevert(ITraining.NothingToFinalise.selector);
        training.finalise(run, 10);
        pass(1);
        vm.assertEq(training.finalise(run, 10), 1, "one");
        vm.snapshotGasLastCall("finalise");
    }

    function test_rollback_endsLeaseAndVoidsWhatStoodAbove() public {
        stakeJury();
        bytes32 wrong = commit(liar, lie(0));
        bytes32 above = commit(honest, truth(1));
        bytes32 higher = commit(worker, truth(2));
        uint64 fence = acquire(honest);
        uint64 id = challenge(challenger, wrong, truth(0));
        holdUnanimous(wrong, truth(0));

        vm.assertEq(training.head(run), training.genesis(run), "head is the parent");
        assertStatus(wrong, Status.Pending, "still pending");
        assertStatus(above, Status.Voided, "voided");
        assertStatus(higher, Status.Voided, "voided too");
        vm.assertEq(training.lease(run).holder, address(0), "lease ended");
        uint256 bond = training.requiredBond(run);
        vm.assertEq(credit(honest), bond, "lease bond whole");
        vm.assertEq(bondLedger(fence), 0, "lease ledger empty");

        vm.expectPartialRevert(ITraining.ClaimParentFirst.selector);
        training.claimVoided(higher);
        training.claimVoided(above);
        training.claimVoided(higher);
        vm.assertEq(credit(honest), 2 * bond, "voided bond whole");
        vm.assertEq(credit(worker), bond, "voided bond whole");
        vm.expectRevert(ITraining.NothingToClaim.selector);
        training.claimVoided(above);

        // The true window takes its place, and the voided ones never come back.
        commit(worker, truth(0));
        pass(6);
        court.resolve(wrong);
        assertStatus(wrong, Status.Rejected, "rejected");
        commit(worker, truth(1));
        commit(worker, truth(2));
        assertStatus(above, Status.Voided, "voided for ever");
        assertStatus(higher, Status.Voided, "voided for ever");
        vm.expectRevert(ITraining.NotYet.selector);
        training.settle(wrong);
        pass(21);
        training.finalise(run, 10);
        disputes.settleChallenge(id);
        Commitment memory c = training.commitment(wrong);
        uint256 pot = bond - registry.courtFee(run);
        uint256 gas = disputes.gasOf(wrong, truth(0));
        vm.assertEq(c.voidedShare, (pot - gas) / 10 / 2, "each voided window's share");
        uint256 had = credit(honest);
        training.claimVoided(above);
        vm.assertEq(credit(honest) - had, c.voidedShare, "share");
        vm.expectRevert(ITraining.NothingToClaim.selector);
        training.claimVoided(above);
        training.claimVoided(higher);
        vm.assertEq(bondLedger(c.fence), 0, "nothing of the lie's bond is left behind");
        assertSolvent();
    }

    function test_pause_stopsAcquireOnlyAndAtMostSevenDaysInThirty() public {
        uint64 fence = acquire(worker);
        vm.expectRevert(ITraining.NotGuardian.selector);
        vm.prank(author);
        training.pause(1 days);
        vm.startPrank(guardian);
        vm.expectRevert(ITraining.PauseTooLong.selector);
        training.pause(7 days + 1);
        training.pause(7 days);
        vm.stopPrank();
        commitLeased(worker, fence, truth(0));
        uint256 bond = training.requiredBond(run);
        bytes32 head = training.head(run);
        vm.expectPartialRevert(ITraining.AcquirePaused.selector);
        vm.prank(worker);
        training.acquire{value: bond}(run, head);
        pass(21);
        training.finalise(run, 1);
        pass(7 days);
        acquire(worker);
        vm.expectRevert(ITraining.PauseTooLong.selector);
        vm.prank(guardian);
        training.pause(1);
        pass(23 days);
        vm.prank(guardian);
        training.pause(1);
    }

    function test_lease_readsBack() public {
        uint64 fence = acquire(worker);
        Lease memory l = training.lease(run);
        vm.assertEq(l.holder, worker, "holder");
        vm.assertEq(l.fence, fence, "fence");
        vm.assertEq(l.window, 0, "window");
        vm.assertEq(l.deadline, vm.getBlockTimestamp() + 30, "deadline");
        vm.assertEq(l.expectedHead, training.genesis(run), "head");
        vm.assertEq(l.bond, bondLedger(fence) - l.reward - l.reward / 20, "bond");
        vm.assertEq(l.reward, 0.004 ether, "reward");
        vm.assertEq(vault.creditOf(worker, NATIVE), 0, "nothing to withdraw");
    }
}
