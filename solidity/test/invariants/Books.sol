// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {NATIVE} from "../../src/Core.sol";
import {SeatStatus, Validator, Verdict} from "../../src/interfaces/ICourt.sol";
import {Challenge, ChallengeStatus} from "../../src/interfaces/IDisputes.sol";
import {Commitment, Lease, Mark, Progress, Status} from "../../src/interfaces/ITraining.sol";
import {World} from "./World.sol";

/// @notice What must hold after every call.
abstract contract Books is World {
    mapping(uint64 run => uint64) private anchored;
    mapping(uint64 run => mapping(uint64 window => bytes32)) private finalAt;

    function check() external {
        checkMoney();
        for (uint256 r = 0; r < 2; ++r) {
            checkRun(bothRuns[r]);
        }
        for (uint256 i = 0; i < known.length; ++i) {
            checkCommitment(known[i]);
        }
        for (uint256 i = 0; i < honestChallenges.length; ++i) {
            checkHonestChallenge(honestChallenges[i]);
        }
        for (uint256 i = 0; !bribed && i < good.length; ++i) {
            vm.assertEq(court.validator(good[i]).stake, STAKE, "an honest juror's stake is whole");
        }
    }

    // Money

    function checkMoney() internal view {
        vm.assertEq(core.vault.balance, vault.held(NATIVE), "balance == held");
        vm.assertEq(token.balanceOf(core.vault), vault.held(address(token)), "token balance == held");
        vm.assertEq(paidIn - paidOut - DEAD.balance, vault.held(NATIVE), "in - out - burned == held");
        vm.assertEq(tokensIn - tokensOut, vault.held(address(token)), "tokens in - out == held");
        vm.assertEq(sum(NATIVE), vault.held(NATIVE), "ledgers + credits == held");
        vm.assertEq(sum(address(token)), vault.held(address(token)), "token ledgers + credits == held");
        for (uint256 i = 0; i < bad.length; ++i) {
            Validator memory v = court.validator(bad[i]);
            vm.assertLe(uint256(v.locked) + v.unbonding, v.stake, "locked + unbonding <= stake");
            vm.assertEq(
                vault.ledger(core.court, court.stakeKey(bad[i]), NATIVE), v.stake, "a stake is what its book says"
            );
        }
    }

    /// @dev Every ledger there can be, and every credit.
    function sum(address token_) private view returns (uint256 all) {
        for (uint256 i = 0; i < people.length; ++i) {
            all += vault.creditOf(people[i], token_);
            all += vault.ledger(core.court, court.stakeKey(people[i]), token_);
        }
        for (uint256 r = 0; r < 2; ++r) {
            uint64 run_ = bothRuns[r];
            all += vault.ledger(core.registry, registry.escrowKey(run_), token_);
            for (uint64 fence = training.progress(run_).fence; fence > 0; --fence) {
                all += vault.ledger(core.training, training.bondKey(run_, fence), token_);
            }
        }
        if (token_ != NATIVE) return all;
        for (uint64 id = disputes.challenges(); id > 0; --id) {
            all += challengeLedger(id);
        }
        for (uint256 i = 0; i < known.length; ++i) {
            all += vault.ledger(core.disputes, disputes.potKey(known[i].hash), NATIVE);
            all += vault.ledger(core.court, court.caseKey(known[i].hash), NATIVE);
            all += vault.ledger(core.demands, demands.demandKey(known[i].hash), NATIVE);
        }
    }

    // The log

    function checkRun(uint64 run_) private {
        Progress memory p = training.progress(run_);
        Lease memory l = training.lease(run_);
        if (l.holder != address(0)) {
            vm.assertEq(l.fence, p.fence, "the lease is the newest");
            vm.assertEq(l.window, p.headCount, "it is for the window above the head");
            vm.assertEq(l.expectedHead, training.head(run_), "it stands on the head");
        }
        vm.assertGe(p.anchorCount, anchored[run_], "the anchor never goes back");
        vm.assertGe(p.headCount, p.anchorCount, "the head is at or above it");
        vm.assertLe(p.headCount - p.anchorCount, 64, "unfinal windows are bounded");
        for (uint64 w = anchored[run_]; w < p.anchorCount; ++w) {
            finalAt[run_][w] = training.live(run_, w);
            Commitment memory c = training.commitment(finalAt[run_][w]);
            vm.assertEq(c.parent, w == 0 ? training.genesis(run_) : finalAt[run_][w - 1], "finality is in order");
            vm.assertEq(c.postRoot, answer(run_, c.preRoot, w), "only the truth is final");
        }
        anchored[run_] = p.anchorCount;
        for (uint64 w = 0; w < p.anchorCount; ++w) {
            vm.assertEq(training.live(run_, w), finalAt[run_][w], "and never undone");
        }
        for (uint64 w = p.anchorCount; w < p.headCount; ++w) {
            bytes32 below = w == 0 ? training.genesis(run_) : training.live(run_, w - 1);
            vm.assertEq(training.commitment(training.live(run_, w)).parent, below, "each stands on the one before");
        }
    }

    function checkCommitment(Known storage k) private {
        vm.assertEq(fixedFields(k.hash), k.fixedFields, "what was committed never changes");
        Status now_ = training.status(k.hash);
        if (k.last != Status.Pending) vm.assertEq(uint256(now_), uint256(k.last), "there is no way back");
        k.last = now_;
        Commitment memory c = training.commitment(k.hash);
        if (k.byHonest) {
            bool lost = c.mark == Mark.Rejected || c.mark == Mark.Idle;
            vm.assertFalse(lost, "an honest commitment is never rejected");
            if (!bribed) vm.assertEq(uint256(c.mark), uint256(Mark.None), "nor tallied against by honest jurors");
        }
        if (c.mark == Mark.Cleared) vm.assertTrue(k.isTrue, "a lie is never cleared");
        if (now_ != Status.Finalised) return;
        vm.assertTrue(k.isTrue, "a lie is never final");
        vm.assertEq(training.finalisedRoot(training.keyOf(k.hash)), c.postRoot, "its root answers its question");
    }

    // INVARIANT: whatever the jurors do; the challenger only ever seals against what is false, and moves in time.
    function checkHonestChallenge(uint64 id) private view {
        Challenge memory x = disputes.challenge(id);
        vm.assertTrue(x.status != ChallengeStatus.Defeated, "an honest challenger is never defeated");
        if (!bribed && !abandoned) {
            Verdict tallied = court.caseOf(x.commitment).verdict;
            vm.assertTrue(tallied != Verdict.NoMajority, "with an honest majority there is one");
        }
        if (x.status != ChallengeStatus.Lapsed) return;
        vm.assertEq(uint256(training.status(x.commitment)), uint256(Status.Voided), "it opens whatever it can");
    }

    /// @dev Once everything was pushed as far as it goes: no bond, fee or seat is left behind.
    function checkNothingIsLocked() internal view {
        for (uint256 r = 0; r < 2; ++r) {
            Progress memory p = training.progress(bothRuns[r]);
            vm.assertEq(training.lease(bothRuns[r]).holder, address(0), "no lease");
            vm.assertEq(p.anchorCount, p.headCount, "nothing unfinal");
            for (uint64 fence = p.fence; fence > 0; --fence) {
                bytes32 key = training.bondKey(bothRuns[r], fence);
                vm.assertEq(vault.ledger(core.training, key, NATIVE), 0, "no bond");
                vm.assertEq(vault.ledger(core.training, key, address(token)), 0, "no reserved reward");
            }
        }
        for (uint64 id = disputes.challenges(); id > 0; --id) {
            ChallengeStatus s = disputes.challenge(id).status;
            vm.assertTrue(s != ChallengeStatus.Sealed && s != ChallengeStatus.Opened, "no challenge");
            vm.assertEq(challengeLedger(id), 0, "no challenge bond");
        }
        for (uint256 i = 0; i < known.length; ++i) {
            checkClosed(known[i].hash);
        }
        for (uint256 i = 0; i < people.length; ++i) {
            vm.assertEq(court.validator(people[i]).locked, 0, "no locked stake");
        }
    }

    function checkClosed(bytes32 hash) private view {
        vm.assertTrue(training.status(hash) != Status.Pending, "decided");
        vm.assertFalse(court.isOpen(hash), "no open case");
        vm.assertEq(disputes.dispute(hash).unopened, 0, "no unopened seal");
        vm.assertFalse(demands.isOpen(hash), "no open demand");
        vm.assertEq(vault.ledger(core.demands, demands.demandKey(hash), NATIVE), 0, "no fee of a demand");
        vm.assertEq(vault.ledger(core.court, court.caseKey(hash), NATIVE), 0, "no fee");
        // Refunds above the cap are shared out rounded down.
        vm.assertLe(
            vault.ledger(core.disputes, disputes.potKey(hash), NATIVE), disputes.dispute(hash).opened, "no pot but dust"
        );
        address[] memory jurors = court.jurors(hash);
        for (uint256 i = 0; i < jurors.length; ++i) {
            vm.assertEq(uint256(court.seat(hash, jurors[i]).status), uint256(SeatStatus.Settled), "no seat");
        }
    }
}
