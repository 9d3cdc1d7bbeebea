// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {NATIVE} from "../../src/Core.sol";
import {Case, Phase, Round, SeatStatus, Verdict} from "../../src/interfaces/ICourt.sol";
import {Challenge, ChallengeStatus} from "../../src/interfaces/IDisputes.sol";
import {Commitment, Lease, Mark, Progress, Status} from "../../src/interfaces/ITraining.sol";
import {Validator} from "../../src/interfaces/IValidators.sol";
import {World} from "./World.sol";

/// @notice What must hold after every call.
abstract contract Books is World {
    mapping(uint64 run => uint64) private anchored;
    mapping(uint64 run => mapping(uint64 window => bytes32)) private finalAt;
    mapping(bytes32 commitment => uint256) private reached;

    function check() external {
        checkMoney();
        for (uint256 r = 0; r < 2; ++r) {
            checkRun(bothRuns[r]);
        }
        for (uint256 i = 0; i < known.length; ++i) {
            checkCommitment(known[i]);
            checkCase(known[i].hash);
        }
        for (uint256 i = 0; i < honestChallenges.length; ++i) {
            checkHonestChallenge(honestChallenges[i]);
        }
        for (uint256 i = 0; !bribed && i < good.length; ++i) {
            vm.assertEq(validators.validator(good[i]).stake, STAKE, "an honest juror's stake is whole");
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
        checkStakes();
    }

    /// @dev The books of all who staked, and what draws see of them at the end of this block.
    function checkStakes() private view {
        uint256 weights;
        for (uint32 i = 1; i <= validators.validators(); ++i) {
            address who = validators.validatorAt(i);
            Validator memory v = validators.validator(who);
            vm.assertEq(v.index, i, "its index");
            vm.assertLe(v.locked, v.stake, "locked <= stake");
            vm.assertLe(v.unbonding, v.stake, "unbonding <= stake");
            vm.assertEq(validators.unlocked(who), v.stake - v.locked, "the rest is unlocked");
            bytes32 key = validators.stakeKey(who);
            vm.assertEq(vault.ledger(core.validators, key, NATIVE), v.stake, "a stake is what its book says");
            vm.assertEq(lockedOf(who), v.locked, "what is locked sits in seats");
            weights += v.stake - v.unbonding;
            vm.assertEq(weightsNow(who), v.stake - v.unbonding, "its leaf weighs what isn't asked back");
        }
        vm.assertEq(weightsNow(address(0)), weights, "the tree weighs what all of them do");
    }

    /// @dev What draws will see of the block that isn't over; of all if `who` is 0.
    function weightsNow(address who) private view returns (uint256 weight) {
        (bool ok, bytes memory answer) = address(this).staticcall(abi.encodeCall(this.weightsLater, (who)));
        vm.assertTrue(ok, "weights");
        return abi.decode(answer, (uint256));
    }

    function weightsLater(address who) external returns (uint256) {
        uint256 now_ = vm.getBlockNumber();
        vm.roll(now_ + 1);
        uint256 weight = who == address(0) ? validators.totalAt(now_) : validators.weightAt(who, now_);
        vm.roll(now_);
        return weight;
    }

    function lockedOf(address who) private view returns (uint256 locked) {
        for (uint256 i = 0; i < known.length; ++i) {
            Case memory c = court.caseOf(known[i].hash);
            for (uint32 round = 1; round <= c.round; ++round) {
                SeatStatus s = court.seat(known[i].hash, round, who).status;
                if (s != SeatStatus.Empty && s != SeatStatus.Settled) locked += c.seatStake;
            }
        }
    }

    /// @dev Every ledger there can be, and every credit.
    function sum(address token_) private view returns (uint256 all) {
        for (uint256 i = 0; i < people.length; ++i) {
            all += vault.creditOf(people[i], token_);
            all += vault.ledger(core.validators, validators.stakeKey(people[i]), token_);
        }
        for (uint256 r = 0; r < 2; ++r) {
            uint64 run_ = bothRuns[r];
            all += vault.ledger(core.registry, registry.escrowKey(run_), token_);
            all += vault.ledger(core.attention, attention.budgetKey(run_), token_);
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
        vm.assertLe(p.headCount - p.anchorCount, 128, "unfinal windows are bounded");
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

    /// @dev Phases and rounds only go forward, and no jury has more seats or votes than it should.
    function checkCase(bytes32 hash) private {
        Case memory c = court.caseOf(hash);
        Phase phase = court.phase(hash);
        uint256 place = phase >= Phase.Appeal ? 100 + uint256(phase) : 10 * uint256(c.round) + uint256(phase);
        vm.assertGe(place, reached[hash], "a case only goes forward");
        reached[hash] = place;
        uint256 votes;
        for (uint32 round = 1; round <= c.round; ++round) {
            Round memory r = court.roundOf(hash, round);
            vm.assertLe(r.seats, r.size, "seats <= size");
            vm.assertLe(r.committed, r.seats, "ballots <= seats");
            vm.assertLe(r.revealed, r.committed, "revealed <= committed");
            vm.assertLe(r.votesFor, r.votes, "for <= votes");
            vm.assertTrue(r.seats == 0 || 2 * r.seats >= r.size, "a seated jury can decide");
            vm.assertEq(court.jurors(hash, round).length, r.seats, "seats are jurors");
            votes += r.votes;
        }
        vm.assertEq(c.votes, votes, "votes of all rounds");
        vm.assertLe(votes * c.seatFee, registry.courtFee(c.run == 0 ? bothRuns[0] : c.run), "fees fit the court fee");
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
        checkWhyItLeft(k.hash, c, now_);
        if (now_ != Status.Finalised) return;
        vm.assertTrue(k.isTrue, "a lie is never final");
        vm.assertEq(training.finalisedRoot(training.keyOf(k.hash)), c.postRoot, "its root answers its question");
    }

    /// @dev The head moves back by a tally, a verdict or an unanswered demand only, and what is voided stood on such a one.
    function checkWhyItLeft(bytes32 hash, Commitment memory c, Status now_) private view {
        Verdict verdict = court.caseOf(hash).verdict;
        if (c.mark == Mark.TalliedAgainst) vm.assertTrue(verdict == Verdict.Falls, "a tally took it off the head");
        if (c.mark == Mark.Rejected) vm.assertTrue(court.outcome(hash) == Verdict.Falls, "a verdict rejected it");
        if (c.mark == Mark.Cleared) vm.assertTrue(court.outcome(hash) == Verdict.Cleared, "a verdict cleared it");
        while (now_ == Status.Voided && c.mark == Mark.None) {
            c = training.commitment(c.parent);
            vm.assertTrue(c.committer != address(0), "what is voided stood on one that left the head");
        }
    }

    // INVARIANT: whatever the jurors do; the challenger only ever seals against what is false, and moves in time.
    function checkHonestChallenge(uint64 id) private view {
        Challenge memory x = disputes.challenge(id);
        vm.assertTrue(x.status != ChallengeStatus.Defeated, "an honest challenger is never defeated");
        if (!bribed && !abandoned) {
            Verdict tallied = court.caseOf(x.commitment).verdict;
            vm.assertTrue(tallied != Verdict.NoMajority, "with an honest majority there is one");
            vm.assertLe(court.caseOf(x.commitment).round, 1, "and the first jury finds it");
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
            vm.assertEq(validators.validator(people[i]).locked, 0, "no locked stake");
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
        for (uint32 round = 1; round <= court.caseOf(hash).round; ++round) {
            address[] memory jurors = court.jurors(hash, round);
            for (uint256 i = 0; i < jurors.length; ++i) {
                vm.assertEq(uint256(court.seat(hash, round, jurors[i]).status), uint256(SeatStatus.Settled), "no seat");
            }
        }
    }
}
