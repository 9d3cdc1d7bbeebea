// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ABSTAIN, NATIVE} from "../../src/Core.sol";
import {Case, Phase, SeatStatus, Verdict} from "../../src/interfaces/ICourt.sol";
import {Challenge, ChallengeStatus} from "../../src/interfaces/IDisputes.sol";
import {Outcome} from "../../src/interfaces/IMatches.sol";
import {Commitment, Lease, Mark, Progress, Status} from "../../src/interfaces/ITraining.sol";
import {Validator} from "../../src/interfaces/IValidators.sol";
import {Refusals} from "./Refusals.sol";

/// @notice What a campaign does: each function is one act of one actor, made only where it is allowed.
contract Handler is Refusals {
    bool private conspiring = true;

    function selectors() external pure returns (bytes4[] memory all) {
        bytes4[34] memory some = [
            this.acquireLease.selector,
            this.acquireLease.selector,
            this.commitWindow.selector,
            this.commitWindow.selector,
            this.release.selector,
            this.expire.selector,
            this.finalise.selector,
            this.sealOne.selector,
            this.openOne.selector,
            this.lapse.selector,
            this.stepCase.selector,
            this.stepCase.selector,
            this.ballot.selector,
            this.revealBallots.selector,
            this.leak.selector,
            this.arithmetic.selector,
            this.finish.selector,
            this.finish.selector,
            this.nominate.selector,
            this.demandBytes.selector,
            this.conspire.selector,
            this.settle.selector,
            this.waive.selector,
            this.stake.selector,
            this.unstake.selector,
            this.withdraw.selector,
            this.fundOrReclaim.selector,
            this.wait.selector,
            this.wait.selector,
            this.jump.selector,
            this.refusesLease.selector,
            this.refusesCommitment.selector,
            this.refusesChallenge.selector,
            this.refusesMoney.selector
        ];
        all = new bytes4[](some.length);
        for (uint256 i = 0; i < some.length; ++i) {
            all[i] = some[i];
        }
    }

    // The lease

    function acquireLease(uint256 seed, uint256 who) external {
        run = bothRuns[seed % 2];
        Lease memory l = training.lease(run);
        Progress memory p = training.progress(run);
        if (l.holder != address(0) && vm.getBlockTimestamp() <= l.deadline) return;
        uint256 steps = training.stepsOf(run, p.headCount);
        if (steps == 0 || p.headCount - p.anchorCount >= 128 || registry.escrow(run) < steps * 0.00105 ether) return;
        address[5] memory workers = [worker, honest, liar, friend, idler];
        address holder = workers[who % 5];
        paidIn += training.requiredBond(run);
        acquire(holder);
        if (holder != idler && seed % 4 < 2) commitAs(holder, isHonest(holder) || seed % 3 == 0, seed);
    }

    function commitWindow(uint256 seed, uint256 salt) external {
        run = bothRuns[seed % 2];
        Lease memory l = training.lease(run);
        if (l.holder == address(0) || l.holder == idler || vm.getBlockTimestamp() > l.deadline) return;
        commitAs(l.holder, isHonest(l.holder) || salt % 4 == 0, salt);
    }

    function release(uint256 seed) external {
        run = bothRuns[seed % 2];
        Lease memory l = training.lease(run);
        if (l.holder == address(0) || isHonest(l.holder) || vm.getBlockTimestamp() > l.deadline) return;
        vm.prank(l.holder);
        training.release(run, l.fence);
    }

    function expire(uint256 seed) external {
        pushLease(bothRuns[seed % 2]);
    }

    function finalise(uint256 seed, uint256 max) external {
        pushFinality(bothRuns[seed % 2], max % 5);
    }

    // Challenges

    /// @dev Liars' friends find the truth, griefers make up roots, and some name the commitment's own, which nobody can open.
    function sealOne(uint256 seed, uint256 who, uint256 what) external {
        if (known.length == 0) return;
        Known storage k = recent(seed);
        Commitment memory c = training.commitment(k.hash);
        if (training.status(k.hash) != Status.Pending || vm.getBlockTimestamp() > c.committedAt + 20) return;
        run = k.run;
        bytes32 root = keccak256(abi.encode("slander", what % 2));
        if (what % 5 == 0) root = answerTo(k);
        else if (what % 5 == 1) root = c.postRoot;
        address[4] memory sealers = [griefer, friend, passer, bad[0]];
        sealAs(sealers[who % 4], k.hash, root);
    }

    function openOne(uint256 seed, uint256 who) external {
        uint64 id = recentChallenge(seed);
        Challenge memory x = disputes.challenge(id);
        if (x.status != ChallengeStatus.Sealed || vm.getBlockNumber() <= x.sealedBlock) return;
        if (vm.getBlockTimestamp() > x.openUntil || isVoided(x.commitment)) return;
        if (sealedRoot[id] == training.commitment(x.commitment).postRoot) return;
        openSealed(who % 3 == 0 ? passer : x.challenger, x.commitment, id, sealedRoot[id]);
    }

    function lapse(uint256 seed) external {
        pushSeal(recentChallenge(seed));
    }

    // Arithmetic

    /// @dev Dishonest parties go there too, to win time or to lose on purpose.
    function arithmetic(uint256 seed, uint256 who) external {
        uint64 id = recentChallenge(seed);
        Challenge memory x = disputes.challenge(id);
        if (x.status != ChallengeStatus.Opened || x.outcome != Outcome.None) return;
        if (training.status(x.commitment) != Status.Pending) return;
        uint64 tallied = court.caseOf(x.commitment).talliedAt;
        uint64 from = tallied > x.openedAt ? tallied : x.openedAt;
        if (tallied != 0 && vm.getBlockTimestamp() > from + 5 && !stuck(x.commitment)) return;
        openArithmetic(who % 2 == 0 ? x.challenger : training.commitment(x.commitment).committer, id);
    }

    function finish(uint256 seed, uint256 how) external {
        uint64 id = recentChallenge(seed);
        if (matches.outcome(id) == Outcome.Running) endMatch(id, how);
        if (how % 3 > 0 && canConclude(id)) disputes.conclude(id);
    }

    function nominate(uint256 seed) external {
        uint64 id = recentChallenge(seed);
        Challenge memory x = disputes.challenge(id);
        if (x.status != ChallengeStatus.Opened) return;
        if (x.outcome > Outcome.CommitterConvicted && x.outcome != Outcome.Void) return;
        uint64 first = disputes.earliest(x.commitment, x.root);
        if (first == 0 || first > id) disputes.nominate(id);
    }

    function demandBytes(uint256 seed, uint256 who) external {
        if (known.length == 0) return;
        Known storage k = recent(seed);
        Commitment memory c = training.commitment(k.hash);
        if (training.status(k.hash) != Status.Pending || c.mark != Mark.None || demands.isOpen(k.hash)) return;
        uint256 fee = demands.feeOf(k.hash);
        address[3] memory askers = [griefer, passer, friend];
        address asker = askers[who % 3];
        if (vm.getBlockTimestamp() > c.committedAt + 20 || asker.balance < fee) return;
        paidIn += fee;
        vm.prank(asker);
        if (who % 2 == 0) demands.demandTiles{value: fee}(k.hash);
        else demands.demandLeaf{value: fee}(k.hash, uint64(seed % 3));
        if (seed % 5 == 0 && !k.byHonest) {
            elapse(2);
            show(k.hash); // even a liar may have its bytes
        }
    }

    // The court

    function stepCase(uint256 seed) external {
        if (known.length > 0) pushCase(recent(seed).hash);
    }

    /// @dev Whether the four others conspire, for every lie and to the end; else each does as it likes, when it likes.
    function conspire(uint256 seed) external {
        conspiring = seed % 2 == 0;
    }

    function others() internal override {
        if (!conspiring) return;
        vote(0);
        show(4);
    }

    function ballot(uint256 what) external {
        vote(what);
    }

    function revealBallots(uint256 which) external {
        show(which % 8);
    }

    function vote(uint256 what) private {
        (bool found, uint256 index) = inPhase(Phase.Commit);
        if (!found) return;
        Known storage k = known[index];
        uint32 round = court.caseOf(k.hash).round;
        for (uint256 i = 0; i < bad.length; ++i) {
            if (court.seat(k.hash, round, bad[i]).status != SeatStatus.Seated) continue;
            uint256 choice = conspiring ? 3 : (what >> (3 * i)) % 5;
            if (choice == 4) continue;
            bytes32 root = training.commitment(k.hash).postRoot;
            if (choice == 0) root = ABSTAIN;
            else if (choice == 1 || (choice == 3 && k.isTrue)) root = keccak256(abi.encode("slander", 0));
            else if (choice == 2) root = answerTo(k);
            ballotOf[k.hash][bad[i]] = root;
            commitBallot(bad[i], k.hash, root);
        }
    }

    /// @param but Who doesn't reveal; nobody from 4.
    function show(uint256 but) private {
        (bool found, uint256 index) = inPhase(Phase.Reveal);
        if (!found) return;
        bytes32 hash = known[index].hash;
        uint32 round = court.caseOf(hash).round;
        for (uint256 i = 0; i < bad.length; ++i) {
            if (court.seat(hash, round, bad[i]).status != SeatStatus.Committed || but == i) continue;
            court.reveal(hash, bad[i], ballotOf[hash][bad[i]], SALT);
        }
    }

    function leak(uint256 who) external {
        (bool found, uint256 index) = inPhase(Phase.Commit);
        address juror = bad[who % 4];
        if (!found) return;
        uint32 round = court.caseOf(known[index].hash).round;
        if (court.seat(known[index].hash, round, juror).status != SeatStatus.Committed) return;
        vm.prank(passer);
        court.reportLeak(known[index].hash, juror, ballotOf[known[index].hash][juror], SALT);
    }

    /// @dev The newest commitment whose case is in this phase.
    function inPhase(Phase phase) private view returns (bool, uint256) {
        for (uint256 i = known.length; i > 0; --i) {
            if (court.phase(known[i - 1].hash) == phase) return (true, i - 1);
        }
        return (false, 0);
    }

    function settle(uint256 seed) external {
        if (known.length == 0) return;
        bytes32 hash = recent(seed).hash;
        pushSettlement(hash);
        pushVoided(hash);
        if (seed % 3 == 0) pushSeats(hash);
        if (disputes.challenges() > 0) pushChallenge(recentChallenge(seed));
    }

    /// @dev Losers give up their appeals, some against their own interest.
    function waive(uint256 seed) external {
        uint64 id = recentChallenge(seed);
        Challenge memory x = disputes.challenge(id);
        if (x.status != ChallengeStatus.Opened || court.phase(x.commitment) != Phase.Appeal) return;
        Case memory c = court.caseOf(x.commitment);
        address committer = training.commitment(x.commitment).committer;
        if (c.verdict == Verdict.Falls && !isHonest(committer)) {
            vm.prank(committer);
            court.waive(x.commitment);
        } else if (c.verdict == Verdict.Stands && x.outcome == Outcome.None && !x.waived && x.challenger != challenger)
        {
            vm.prank(x.challenger);
            disputes.waive(id);
        }
    }

    // Stake and money

    function stake(uint256 who, uint256 amount) external {
        stakeFor(bad[who % 4], within(amount, 1, 3 ether));
    }

    function unstake(uint256 who, uint256 amount) external {
        address juror = bad[who % 4];
        Validator memory v = validators.validator(juror);
        uint256 weight = v.stake - v.unbonding;
        bool due = v.unbonding > 0 && vm.getBlockTimestamp() >= v.availableAt && v.stake > v.locked;
        if (!due && weight == 0) return;
        vm.prank(juror);
        if (due) validators.unstake();
        else validators.requestUnstake(within(amount, 1, weight));
    }

    function withdraw(uint256 who, bool native) external {
        address account = people[who % people.length];
        address what = native ? NATIVE : address(token);
        if (vault.creditOf(account, what) == 0) return;
        vm.prank(account);
        uint256 amount = vault.withdraw(what);
        if (native) paidOut += amount;
        else tokensOut += amount;
    }

    function fundOrReclaim(uint256 seed, uint256 amount) external {
        run = bothRuns[seed % 2];
        amount = within(amount, 0, 1 ether);
        Progress memory p = training.progress(run);
        bool over = training.stepsOf(run, p.anchorCount) == 0
            || (p.acquiredAt != 0 && vm.getBlockTimestamp() > p.acquiredAt + 30 days);
        if (over && seed % 4 < 2) {
            vm.prank(author);
            registry.reclaim(run);
        } else if (run == bothRuns[0]) {
            vm.prank(author);
            registry.fund{value: amount}(run, amount);
            paidIn += amount;
        } else {
            fundTokens(author, amount);
        }
    }

    // Time

    function wait(uint256 secs, uint256 basefee) external {
        if (basefee % 4 == 0) vm.fee(within(basefee, 0, 100 gwei));
        elapse(within(secs, 1, 25));
        if (secs % 2 == 0) pushAll();
    }

    /// @dev A month goes by, once everything under way is over.
    function jump(uint256 seed) external {
        if (seed % 8 != 0) return;
        comeToRest();
        pass(30 days + 1);
        if (seed % 16 == 0) pushAll();
    }

    function comeToRest() private {
        for (uint256 i = 0; i < 40; ++i) {
            pushAll();
            elapse(3);
        }
        while (somethingRuns()) {
            pushAll();
            elapse(30);
        }
        pushAll();
    }

    function somethingRuns() private view returns (bool) {
        for (uint256 r = 0; r < 2; ++r) {
            Progress memory p = training.progress(bothRuns[r]);
            if (p.headCount > p.anchorCount) return true;
        }
        for (uint256 i = 0; i < known.length; ++i) {
            if (training.status(known[i].hash) == Status.Pending) return true;
        }
        return false;
    }

    /// @dev Before a campaign: matches are played on their clocks.
    function useGame() external {
        game = playForReal();
    }

    /// @dev Before a campaign: the honest jurors have gone home.
    function bribe() external {
        bribed = true;
    }

    // The end

    /// @dev Honest people see it through: what they put in comes back, and all else is paid or burned.
    function endInOrder() external {
        comeToRest();
        pass(30 days + 1);
        pushAll();
        pushAll();
        checkNothingIsLocked();
        this.check();
        for (uint256 i = 0; !bribed && i < good.length; ++i) {
            vm.assertGe(worth(good[i]), FORTUNE - STAKE, "an honest juror loses nothing");
        }
        vm.assertGe(worth(worker), FORTUNE, "an honest worker loses nothing");
        vm.assertGe(worth(honest), FORTUNE, "an honest worker loses nothing");
        vm.assertGe(worth(challenger), FORTUNE, "an honest challenger loses nothing");
    }

    /// @dev Everybody walks away in the middle of it, and strangers push what is left.
    function endAbandoned() external {
        abandoned = true;
        for (uint256 i = 0; i < 9; ++i) {
            pass(100);
            pushAll();
        }
        pass(30 days + 1);
        pushAll();
        pushAll();
        checkNothingIsLocked();
        checkMoney();
    }

    function worth(address who) private view returns (uint256) {
        return who.balance + credit(who);
    }

    function recent(uint256 seed) private view returns (Known storage) {
        uint256 span = known.length < 4 ? known.length : 4;
        return known[known.length - 1 - seed % span];
    }

    /// @dev 0, which is no challenge, if there is none.
    function recentChallenge(uint256 seed) private view returns (uint64) {
        uint64 all = disputes.challenges();
        if (all == 0) return 0;
        uint64 span = all < 4 ? all : 4;
        return all - uint64(seed % span);
    }
}

/// @notice The honest jurors have nothing at stake, so the others are the whole jury.
contract BoughtHandler is Handler {
    function jurySize() internal pure override returns (uint16) {
        return 5;
    }

    /// @dev Before a campaign.
    function sellOut() external {
        for (uint256 i = 0; i < good.length; ++i) {
            vm.prank(good[i]);
            validators.requestUnstake(STAKE);
        }
        pass(1);
    }
}
