// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {SETTLEMENT_PERIOD} from "../../src/Core.sol";
import {Case, Phase, SeatStatus, Verdict} from "../../src/interfaces/ICourt.sol";
import {Challenge, ChallengeStatus} from "../../src/interfaces/IDisputes.sol";
import {Commitment, Lease, Mark, Progress, Status} from "../../src/interfaces/ITraining.sol";
import {Books} from "./Books.sol";

/// @notice Each call that anyone may make to push things on, made if and only if the rules say that it is due: a refusal then fails the campaign.
/// @dev The caller is this contract, a stranger.
abstract contract Pushing is Books {
    /// Nobody does what honest people do any more.
    bool internal abandoned;

    function pushAll() internal {
        for (uint256 r = 0; r < 2; ++r) {
            pushLease(bothRuns[r]);
        }
        for (uint64 id = disputes.challenges(); id > 0; --id) {
            pushSeal(id);
        }
        for (uint256 i = 0; i < known.length; ++i) {
            pushCase(known[i].hash);
        }
        for (uint256 r = 0; r < 2; ++r) {
            pushFinality(bothRuns[r], 1000);
        }
        for (uint256 i = 0; i < known.length; ++i) {
            pushSettlement(known[i].hash);
            pushSeats(known[i].hash);
        }
        for (uint256 i = 0; i < known.length; ++i) {
            pushVoided(known[i].hash); // parents come first
        }
        for (uint64 id = disputes.challenges(); id > 0; --id) {
            pushChallenge(id);
        }
    }

    function pushLease(uint64 run_) internal {
        Lease memory l = training.lease(run_);
        if (l.holder == address(0) || vm.getBlockTimestamp() <= l.deadline) return;
        vm.assertTrue(abandoned || !isHonest(l.holder), "honest people commit in time");
        vm.prank(passer);
        training.expire(run_);
    }

    function pushFinality(uint64 run_, uint256 max) internal {
        if (max > 0 && canFinalise(run_)) vm.assertGt(training.finalise(run_, max), 0, "finalised");
    }

    function canFinalise(uint64 run_) internal view returns (bool) {
        Progress memory p = training.progress(run_);
        if (p.anchorCount == p.headCount) return false;
        bytes32 next = training.live(run_, p.anchorCount);
        if (vm.getBlockTimestamp() <= training.commitment(next).committedAt + 20) return false;
        return disputes.dispute(next).unopened == 0 && !court.isOpen(next);
    }

    function pushSeal(uint64 id) internal {
        Challenge memory x = disputes.challenge(id);
        if (x.status != ChallengeStatus.Sealed) return;
        if (vm.getBlockTimestamp() > x.openUntil || isVoided(x.commitment)) disputes.lapse(id);
    }

    function pushCase(bytes32 hash) internal {
        Phase phase = court.phase(hash);
        if (phase == Phase.Unknown || phase == Phase.Closed) return;
        if (isVoided(hash)) court.resolve(hash);
        else if (phase == Phase.Evidence && !awaits(hash)) court.freeze(hash);
        else if (phase == Phase.Tally) court.tally(hash);
        else if (phase == Phase.Appeal && vm.getBlockTimestamp() > court.caseOf(hash).talliedAt + 5) court.resolve(hash);
    }

    function pushSettlement(bytes32 hash) internal {
        if (canSettle(hash)) training.settle(hash);
    }

    function canSettle(bytes32 hash) private view returns (bool) {
        Commitment memory c = training.commitment(hash);
        if (c.mark != Mark.Rejected || c.settled || awaits(hash)) return false;
        return isAnswered(hash) || vm.getBlockTimestamp() > c.rejectedAt + SETTLEMENT_PERIOD;
    }

    function pushChallenge(uint64 id) internal {
        Challenge memory x = disputes.challenge(id);
        if (x.status != ChallengeStatus.Opened) return;
        Verdict verdict = court.outcome(x.commitment);
        if (verdict == Verdict.Undecided) return;
        if (verdict != Verdict.Falls || training.commitment(x.commitment).settled || canSettle(x.commitment)) {
            disputes.settleChallenge(id);
        }
    }

    function pushSeats(bytes32 hash) internal {
        Case memory c = court.caseOf(hash);
        if (!c.closed) return;
        address[] memory jurors = court.jurors(hash);
        for (uint256 i = 0; i < jurors.length; ++i) {
            SeatStatus seat = court.seat(hash, jurors[i]).status;
            if (seat == SeatStatus.Settled) continue;
            bool due = seat != SeatStatus.Voted || isAnswered(hash)
                || vm.getBlockTimestamp() > c.resolvedAt + SETTLEMENT_PERIOD;
            if (due) court.settleSeat(hash, jurors[i]);
        }
    }

    function pushVoided(bytes32 hash) internal {
        if (!isVoided(hash)) return;
        Commitment memory c = training.commitment(hash);
        bytes32 by = c.voidedBy;
        if (by == 0) {
            Commitment memory parent = training.commitment(c.parent);
            by = parent.mark != Mark.None ? c.parent : parent.voidedBy;
            if (by == 0) return;
        }
        Commitment memory lie_ = training.commitment(by);
        if (!c.repaid || (!c.shared && lie_.settled && lie_.voidedShare > 0)) training.claimVoided(hash);
    }

    function isVoided(bytes32 hash) internal view returns (bool) {
        return training.status(hash) == Status.Voided;
    }

    function isAnswered(bytes32 hash) private view returns (bool) {
        return training.finalisedRoot(training.keyOf(hash)) != 0;
    }

    function awaits(bytes32 hash) internal view returns (bool) {
        return disputes.dispute(hash).unopened > 0 && vm.getBlockTimestamp() <= disputes.dispute(hash).openUntil;
    }
}
