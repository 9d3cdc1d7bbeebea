// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {SETTLEMENT_PERIOD} from "../../src/Core.sol";
import {Case, Phase, SeatStatus, Verdict} from "../../src/interfaces/ICourt.sol";
import {Challenge, ChallengeStatus, Dispute} from "../../src/interfaces/IDisputes.sol";
import {Outcome, Side} from "../../src/interfaces/IMatches.sol";
import {Commitment, Lease, Mark, Progress, Status} from "../../src/interfaces/ITraining.sol";
import {Books} from "./Books.sol";

/// @notice Each call that anyone may make to push things on, made if and only if the rules say that it is due: a refusal then fails the campaign.
/// @dev The caller is this contract, a stranger.
abstract contract Pushing is Books {
    function pushAll() internal {
        for (uint256 r = 0; r < 2; ++r) {
            pushLease(bothRuns[r]);
        }
        for (uint64 id = disputes.challenges(); id > 0; --id) {
            pushSeal(id);
        }
        for (uint256 i = 0; i < known.length; ++i) {
            pushCase(known[i].hash);
            pushDemand(known[i].hash);
        }
        for (uint64 id = disputes.challenges(); id > 0; --id) {
            pushMatch(id);
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
        Dispute memory d = disputes.dispute(next);
        if (d.unopened > 0 || court.isOpen(next) || d.running > 0 || demands.isOpen(next)) return false;
        return d.opened == d.defeated || vm.getBlockTimestamp() > d.lastOpenedAt + 5;
    }

    function pushSeal(uint64 id) internal {
        Challenge memory x = disputes.challenge(id);
        if (x.status != ChallengeStatus.Sealed) return;
        if (vm.getBlockTimestamp() > x.openUntil || isVoided(x.commitment)) disputes.lapse(id);
    }

    function pushCase(bytes32 hash) internal {
        Phase phase = court.phase(hash);
        if (phase == Phase.Unknown || phase == Phase.Closed) return;
        if (training.status(hash) != Status.Pending) court.resolve(hash);
        else if (phase == Phase.Evidence && !awaits(hash)) court.freeze(hash);
        else if (canDraw(hash)) court.draw(hash);
        else if (phase == Phase.Tally) court.tally(hash);
        else if (phase == Phase.Appeal && canResolve(hash)) court.resolve(hash);
    }

    function canDraw(bytes32 hash) internal view returns (bool) {
        if (court.phase(hash) != Phase.Draw || training.status(hash) != Status.Pending) return false;
        return vm.getBlockNumber() > court.roundOf(hash, court.caseOf(hash).round).seedBlock + 10;
    }

    /// @dev Of a tallied case of a Pending commitment.
    function canResolve(bytes32 hash) internal view returns (bool) {
        Dispute memory d = disputes.dispute(hash);
        Case memory c = court.caseOf(hash);
        vm.assertFalse(d.convicted, "a conviction takes effect at once");
        if (d.running > 0) return false;
        if (d.defeated == d.opened) {
            bool mayGrow = awaits(hash) || vm.getBlockTimestamp() <= training.commitment(hash).committedAt + 20;
            return c.verdict != Verdict.Falls || !mayGrow;
        }
        if (c.verdict == Verdict.Falls ? c.waived : d.waived == d.opened - d.defeated) {
            if (c.verdict != Verdict.NoMajority) return !awaits(hash);
        }
        uint64 from = c.talliedAt > d.lastOpenedAt ? c.talliedAt : d.lastOpenedAt;
        return c.verdict != Verdict.NoMajority && vm.getBlockTimestamp() > from + 5;
    }

    /// @dev What a jury couldn't decide goes to arithmetic; a match ends by clock at last; its end is recorded.
    function pushMatch(uint64 id) internal {
        Challenge memory x = disputes.challenge(id);
        if (x.status != ChallengeStatus.Opened) return;
        bool pending = training.status(x.commitment) == Status.Pending;
        if (x.outcome == Outcome.None && pending && stuck(x.commitment)) openArithmetic(passer, id);
        if (matches.outcome(id) == Outcome.Running && isTimeUp(id)) endMatch(id, id);
        if (canConclude(id)) disputes.conclude(id);
    }

    function isTimeUp(uint64 id) private view returns (bool) {
        if (address(game) == address(0)) return vm.getBlockTimestamp() > matches.startedAt(id) + MATCH_TIME;
        (,, uint64 deadline) = game.due(id);
        return vm.getBlockTimestamp() > deadline || isVoided(disputes.challenge(id).commitment);
    }

    /// @dev The real game ends by its clock, or with its commitment; before that a dishonest side may post, so that another falls silent.
    function endGame(uint64 id, uint256 seed) private {
        Challenge memory x = disputes.challenge(id);
        Commitment memory c = training.commitment(x.commitment);
        if (isVoided(x.commitment)) {
            game.void(id);
        } else if (isTimeUp(id)) {
            game.timeout(id);
        } else if (!isHonest(c.committer) && x.challenger != challenger && seed % 3 > 0) {
            post(id, seed % 3 == 1 ? Side.Committer : Side.Challenger);
        }
    }

    function stuck(bytes32 hash) internal view returns (bool) {
        Case memory c = court.caseOf(hash);
        return c.verdict == Verdict.NoMajority && !c.closed;
    }

    function canConclude(uint64 id) internal view returns (bool) {
        Challenge memory x = disputes.challenge(id);
        if (x.status != ChallengeStatus.Opened || x.outcome != Outcome.Running) return false;
        bool over = matches.outcome(id) != Outcome.Running;
        Status s = training.status(x.commitment);
        if (s == Status.Rejected) {
            return !training.commitment(x.commitment).settled && (over || isAnswered(x.commitment));
        }
        return s == Status.Pending && over;
    }

    /// @dev Ends a running match as it can end: an honest side moves in time, and no leaf convicts who tells the truth.
    function endMatch(uint64 id, uint256 seed) internal {
        if (address(game) != address(0)) return endGame(id, seed);
        Challenge memory x = disputes.challenge(id);
        Commitment memory c = training.commitment(x.commitment);
        bytes32 truth_ = answer(c.run, c.preRoot, c.window);
        uint256 outcome;
        if (abandoned) outcome = uint256(Outcome.BothSilent);
        else if (isHonest(c.committer)) outcome = uint256(Outcome.ChallengerConvicted);
        else if (x.challenger == challenger) outcome = uint256(Outcome.CommitterConvicted);
        else outcome = 2 + seed % 4;
        bool oneIsTrue = c.postRoot == truth_ || x.root == truth_;
        if (outcome == uint256(Outcome.BothConvicted) && oneIsTrue) outcome = uint256(Outcome.BothSilent);
        if (outcome == uint256(Outcome.BothConvicted)) matches.endAtLeaf(id, passer, uint96(seed % 1 ether));
        else matches.end(id, Outcome(outcome), (seed >> 8) % 0.1 ether, (seed >> 16) % 0.1 ether);
    }

    function pushDemand(bytes32 hash) internal {
        if (!demands.isOpen(hash)) return;
        bool pending = training.status(hash) == Status.Pending;
        if (!pending || vm.getBlockTimestamp() > demands.demand(hash).deadline) demands.expire(hash);
    }

    function pushSettlement(bytes32 hash) internal {
        if (canSettle(hash)) training.settle(hash);
    }

    function canSettle(bytes32 hash) private view returns (bool) {
        Commitment memory c = training.commitment(hash);
        if ((c.mark != Mark.Rejected && c.mark != Mark.Idle) || c.settled) return false;
        Dispute memory d = disputes.dispute(hash);
        if (c.mark == Mark.Idle && d.opened == 0 && d.unopened == 0) return true;
        if (awaits(hash) || vm.getBlockTimestamp() <= c.rejectedAt + 5) return false;
        return isAnswered(hash) || vm.getBlockTimestamp() > c.rejectedAt + SETTLEMENT_PERIOD;
    }

    function pushChallenge(uint64 id) internal {
        Challenge memory x = disputes.challenge(id);
        if (x.status != ChallengeStatus.Opened) return;
        Status s = training.status(x.commitment);
        if (s == Status.Pending) return;
        if (s != Status.Rejected || training.commitment(x.commitment).settled || canSettle(x.commitment)) {
            disputes.settleChallenge(id);
        }
    }

    function pushSeats(bytes32 hash) internal {
        Case memory c = court.caseOf(hash);
        if (!c.closed) return;
        for (uint32 round = 1; round <= c.round; ++round) {
            address[] memory jurors = court.jurors(hash, round);
            for (uint256 i = 0; i < jurors.length; ++i) {
                if (isDue(hash, round, jurors[i], c.resolvedAt)) court.settleSeat(hash, round, jurors[i]);
            }
        }
    }

    /// @dev Whether a seat of a closed case can be settled.
    function isDue(bytes32 hash, uint32 round, address juror, uint64 resolvedAt) internal view returns (bool) {
        SeatStatus seat = court.seat(hash, round, juror).status;
        if (seat == SeatStatus.Settled || seat == SeatStatus.Empty) return false;
        return seat != SeatStatus.Voted || isAnswered(hash) || vm.getBlockTimestamp() > resolvedAt + SETTLEMENT_PERIOD;
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

    function isAnswered(bytes32 hash) internal view returns (bool) {
        return training.finalisedRoot(training.keyOf(hash)) != 0;
    }

    function awaits(bytes32 hash) internal view returns (bool) {
        return disputes.dispute(hash).unopened > 0 && vm.getBlockTimestamp() <= disputes.dispute(hash).openUntil;
    }
}
