// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {NATIVE, SETTLEMENT_PERIOD} from "../../src/Core.sol";
import {Answered, Task} from "../../src/interfaces/IAttention.sol";
import {Duel, Pledge, PledgeStatus} from "../../src/interfaces/IDuels.sol";
import {Outcome} from "../../src/interfaces/IMatches.sol";
import {Claim, Status} from "../../src/interfaces/ITraining.sol";
import {AttentionStage} from "../AttentionStage.sol";

/// @notice Auditors, planters and those who would rob them, in any order. A call is made if and only if the rules say that it is due, so a refusal
/// fails the campaign. Matches end as the truth says: whoever names the true history wins, two others anyhow.
contract Auditing is AttentionStage {
    uint256 private paidIn;
    bytes32[] private commitments;
    mapping(uint64 pledge => bytes32) private says;
    mapping(uint64 pledge => bytes32) private about;
    mapping(uint64 pledge => bool) private sleeps;
    /// How often something happened: matches by their end, and duels that had become moot.
    uint256[7] public ended;
    uint256 public moot;

    function setUp() public override {
        super.setUp();
        // The first run's escrow, this one's and the stakes.
        paidIn = 2 * ESCROW + 25 ether;
    }

    /// @dev Mostly the newest: that is where something can be done.
    function pick(uint256 seed) private view returns (bytes32) {
        uint256 n = commitments.length;
        if (n == 0) return 0;
        return commitments[seed % 4 == 0 ? (seed >> 4) % n : n - 1];
    }

    /// @dev One in three tells the truth, the others one of two stories.
    function story(bytes32 c, uint256 seed) private pure returns (bytes32) {
        if (seed % 3 == 0) return history(c);
        return seed % 3 == 1 ? garbage(c) : keccak256(abi.encode("another", c));
    }

    // What people do

    function commitWindow(uint256 seed) external {
        if (commitments.length >= 12) return;
        paidIn += training.requiredBond(run);
        // A lie is rejected and takes what stands on it along.
        bytes32 root = seed % 6 == 0 ? keccak256(abi.encode("lie", seed)) : truth(training.progress(run).headCount);
        commitments.push(commit(worker, root));
        elapse(11);
    }

    function sealAnswer(uint256 seed, bool second) external {
        bytes32 c = pick(seed);
        if (c == 0 || training.status(c) != Status.Pending || vm.getBlockTimestamp() > committedAt(c) + 20) return;
        if (disputes.firstOpenedAt(c) != 0) return;
        (address one, address two) = drawn(c);
        address who = second ? two : one;
        Task memory t = attention.task(c);
        if (t.second != 0 || (t.first != 0 && ownerOf(t.first) == who)) return;
        keep(sealAs(who, c, story(c, seed >> 8)), c, story(c, seed >> 8), seed);
        paidIn += bond;
    }

    function plantCanary(uint256 seed) external {
        bytes32 c = pick(seed);
        if (c == 0 || attention.pledges() > 60) return;
        paidIn += bond + jackpot;
        keep(plantAs(planter, c, story(c, seed >> 8)), c, story(c, seed >> 8), seed);
    }

    function keep(uint64 id, bytes32 c, bytes32 root, uint256 seed) private {
        (says[id], about[id]) = (root, c);
        // Who tells the truth is awake.
        sleeps[id] = root != history(c) && (seed >> 16) % 3 == 0;
    }

    function challengeIt(uint256 seed) external {
        bytes32 c = pick(seed);
        if (c == 0 || training.status(c) != Status.Pending || vm.getBlockTimestamp() > committedAt(c) + 20) return;
        Claim memory x = training.claimOf(c);
        uint64 height = training.commitment(c).window;
        if (x.postRoot == truth(height)) return;
        paidIn += registry.challengeBond(run);
        uint64 id = challenge(challenger, c, truth(height));
        if (training.status(c) != Status.Pending) return;
        play(challenger, id, Outcome.CommitterConvicted);
    }

    /// @dev Time goes on, in steps shorter than any spell; whoever is awake opens in it.
    function wait(uint8 steps) external {
        elapse(1 + steps % 24);
    }

    function elapse(uint256 secs) private {
        for (uint256 left = secs; left > 0;) {
            uint256 step = left < 3 ? left : 3;
            openAll();
            pass(step);
            left -= step;
        }
        openAll();
    }

    function openAll() private {
        for (uint64 id = attention.pledges(); id > 0; --id) {
            if (attention.pledge(id).status != PledgeStatus.Sealed || sleeps[id]) continue;
            bytes32 c = about[id];
            uint256 past = vm.getBlockTimestamp();
            uint256 ends = committedAt(c) + 20;
            bool canary = attention.answer(id).canary;
            if (!canary && past > ends && past <= ends + 5) attention.open(id, says[id]);
            if (canary && (idle(id, c) || (past > ends + 5 && past <= ends + 10))) {
                attention.openCanary(id, c, says[id], SALT);
            }
        }
        (bool due,) = core.training.call(abi.encodeCall(training.finalise, (run, 100)));
        due;
    }

    function idle(uint64 id, bytes32 c) private view returns (bool) {
        Status s = training.status(c);
        uint64 opened = disputes.firstOpenedAt(c);
        uint64 planted = attention.answer(id).sealedAt;
        return s == Status.Rejected || s == Status.Voided || planted > committedAt(c) + 20
            || (opened != 0 && opened <= planted);
    }

    /// @dev Any two that contradict each other; the match goes on for a while, or ends at once.
    function startDuel(uint256 seed) external {
        uint64 n = attention.pledges();
        if (n < 2) return;
        uint64 a = uint64(1 + seed % n);
        for (uint64 i = 1; i <= n; ++i) {
            // From another pledge on, so that any pair may come first.
            uint64 b = uint64(1 + (seed >> 64) % n + i) % n + 1;
            if (mayDuel(a, b)) return fight(a, b, seed);
        }
    }

    function mayDuel(uint64 a, uint64 b) private view returns (bool) {
        bytes32 c = about[a];
        return c == about[b] && stands(a) && stands(b) && says[a] != says[b] && training.status(c) == Status.Finalised
            && attention.meeting(a, b) == 0;
    }

    function fight(uint64 a, uint64 b, uint256 seed) private {
        uint64 id = attention.duel(a, b);
        if (seed >> 253 == 0) endDuel(id, seed);
    }

    function stands(uint64 id) private view returns (bool) {
        return attention.pledge(id).status == PledgeStatus.Standing;
    }

    function concludeAny(uint256 seed) external {
        uint64 n = attention.duels();
        if (n == 0) return;
        uint64 id = attention.firstDuel() + uint64(seed % n);
        if (!attention.duelOf(id).concluded) endDuel(id, seed);
    }

    function endDuel(uint64 id, uint256 seed) private {
        Duel memory d = attention.duelOf(id);
        if (!stands(d.left) || !stands(d.right)) {
            ++moot;
        } else if (matches.outcome(id) == Outcome.Running) {
            bool left = says[d.left] == history(about[d.left]);
            bool right = says[d.right] == history(about[d.right]);
            Outcome how = left
                ? Outcome.ChallengerConvicted
                : right ? Outcome.CommitterConvicted : Outcome(2 + (seed >> 128) % 4);
            ++ended[uint256(how)];
            if (how == Outcome.BothConvicted) matches.endAtLeaf(id, passer, uint96(seed % 1 ether));
            else matches.end(id, how, (seed >> 32) % 1 ether, (seed >> 96) % 1 ether);
        }
        attention.conclude(id);
    }

    function settleAny(uint256 seed) external {
        uint64 n = attention.pledges();
        if (n == 0) return;
        uint64 id = uint64(1 + seed % n);
        if (isDue(id)) attention.settle(id);
    }

    /// @dev Whether `settle` has an end for it: the table of IAttention, written once more.
    function isDue(uint64 id) private view returns (bool) {
        Pledge memory p = attention.pledge(id);
        Answered memory x = attention.answer(id);
        if (p.status != PledgeStatus.Sealed && p.status != PledgeStatus.Standing) return false;
        uint256 time = vm.getBlockTimestamp();
        if (x.commitment == 0) return time > x.sealedAt + 30;
        Status s = training.status(x.commitment);
        if (s != Status.Finalised) return s != Status.Pending;
        uint256 ends = committedAt(x.commitment) + 20;
        if (p.status == PledgeStatus.Sealed) return time > ends + 5;
        if (time <= ends + 10) return false;
        bool agreed = attention.standingFor(x.commitment, x.root) == attention.task(x.commitment).standing;
        return agreed || (p.duels == 0 && time > ends + 10 + SETTLEMENT_PERIOD);
    }

    // What must hold

    function check() external view {
        vm.assertEq(core.vault.balance, vault.held(NATIVE), "balance == held");
        vm.assertEq(paidIn - DEAD.balance, vault.held(NATIVE), "in - burned == held");
        uint256 live = 0;
        for (uint64 id = attention.pledges(); id > 0; --id) {
            live += checkPledge(id);
        }
        vm.assertEq(attention.record(run).live, live, "answers that may still be paid");
        (uint256 forAuditors, uint256 forCanaries) = attention.budget(run);
        vm.assertEq(forAuditors + forCanaries, budgetLedger(), "the budget is what its book says");
    }

    function checkPledge(uint64 id) private view returns (uint256 live) {
        Pledge memory p = attention.pledge(id);
        Answered memory x = attention.answer(id);
        bool open = p.status == PledgeStatus.Sealed || p.status == PledgeStatus.Standing;
        uint256 held = p.status == PledgeStatus.Defeated ? p.gasPot : open ? p.bond + x.jackpot : 0;
        vm.assertEq(ledger(id), held, "a pledge is what its book says");
        if (p.status == PledgeStatus.Defeated && p.duels == 0) vm.assertEq(p.gasPot, 0, "nothing is kept for nobody");
        if (says[id] == history(about[id])) {
            vm.assertTrue(p.status != PledgeStatus.Defeated, "the truth is never defeated");
            vm.assertTrue(p.status != PledgeStatus.Lapsed, "nor does it lapse while it is awake");
        }
        if (open && x.commitment != 0) live = 1;
    }

    /// @dev Answers that were paid for.
    function paid() external view returns (uint256) {
        return attention.record(run).right;
    }

    /// @dev Everything comes to its end, pushed by anyone.
    function finish() external {
        elapse(60);
        uint64 n = attention.pledges();
        for (uint64 a = 1; a <= n; ++a) {
            for (uint64 b = a + 1; b <= n; ++b) {
                if (mayDuel(a, b)) endDuel(attention.duel(a, b), uint256(keccak256(abi.encode(a, b))));
            }
        }
        for (uint64 i = 0; i < attention.duels(); ++i) {
            uint64 id = attention.firstDuel() + i;
            if (!attention.duelOf(id).concluded) endDuel(id, i);
        }
        uint256 pot = 0;
        for (uint64 id = 1; id <= n; ++id) {
            if (isDue(id)) attention.settle(id);
            vm.assertEq(ledger(id), 0, "no bond is left");
            pot += attention.pledge(id).duels;
        }
        vm.assertEq(pot, 0, "no duel");
        vm.assertEq(attention.record(run).live, 0, "nothing lives");
    }
}

contract AuditCampaign is AttentionStage {
    Auditing private world;

    function setUp() public override {
        world = new Auditing();
        world.setUp();
        bytes4[] memory all = new bytes4[](8);
        all[0] = Auditing.commitWindow.selector;
        all[1] = Auditing.sealAnswer.selector;
        all[2] = Auditing.plantCanary.selector;
        all[3] = Auditing.challengeIt.selector;
        all[4] = Auditing.wait.selector;
        all[5] = Auditing.startDuel.selector;
        all[6] = Auditing.concludeAny.selector;
        all[7] = Auditing.settleAny.selector;
        target(address(world), all);
    }

    function invariant_booksAndTruth() external view {
        world.check();
    }

    function afterInvariant() external {
        world.finish();
        world.check();
    }

    /// @dev A campaign that came nowhere would show nothing.
    function test_theCampaignComesEverywhere() external {
        uint256[6] memory times;
        for (uint256 run_ = 0; run_ < 12; ++run_) {
            uint256 state = vm.snapshotState();
            act(run_);
            world.finish();
            world.check();
            for (uint256 i = 0; i < 4; ++i) {
                times[i] += world.ended(2 + i);
            }
            times[4] += world.moot();
            times[5] += world.paid();
            vm.revertToState(state);
        }
        vm.assertGt(times[0], 0, "left convicted");
        vm.assertGt(times[1], 0, "right convicted");
        vm.assertGt(times[2] + times[3], 0, "both convicted or silent");
        vm.assertGt(times[4], 0, "moot");
        vm.assertGt(times[5], 0, "paid");
    }

    function act(uint256 run_) private {
        for (uint256 i = 0; i < 120; ++i) {
            uint256 seed = uint256(keccak256(abi.encode(run_, i)));
            uint256 what = (seed >> 200) % 10;
            if (i % 20 == 0) world.commitWindow(seed);
            else if (what < 4) world.sealAnswer(seed, seed >> 220 & 1 == 0);
            else if (what < 6) world.plantCanary(seed);
            else if (what == 6) world.wait(uint8(seed));
            else if (what == 7) world.startDuel(seed);
            else if (what == 8) world.concludeAny(seed);
            else world.settleAny(seed);
        }
    }
}
