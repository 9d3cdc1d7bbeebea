// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {NATIVE} from "../../src/Core.sol";
import {Duel, Pledge, PledgeStatus} from "../../src/interfaces/IDuels.sol";
import {Goal, Pot, PotStatus, Reading} from "../../src/interfaces/IGoals.sol";
import {Outcome} from "../../src/interfaces/IMatches.sol";
import {Run} from "../../src/interfaces/IRunRegistry.sol";
import {Status} from "../../src/interfaces/ITraining.sol";
import {Base} from "../Base.sol";
import {TaxedToken} from "../Vault.t.sol";

/// @notice Four pots of two runs, one in a token that keeps a part of what is sent: those who lock, train, claim, contest and take, in any order. A call
/// is made if and only if the rules say that it is due, so a refusal fails the campaign. Matches end as the truth says.
contract GoalPots is Base {
    uint32 internal constant TARGET = 0x40400000;
    uint256 internal constant POTS = 4;
    uint256 internal constant MOST = 24;

    address internal constant DEAD = 0x000000000000000000000000000000000000dEaD;

    uint64[2] internal runs;
    address[3] internal people;
    TaxedToken internal token;
    bytes32[POTS] internal pots;
    mapping(uint64 run => bytes32[]) internal windows;
    mapping(uint64 pledge => bool) internal unwatched;
    mapping(uint64 pledge => bool) internal answered;
    uint256 internal paidIn;
    /// @dev What a pot was when its goal was reached, or its money became its owners'. It stays so.
    mapping(bytes32 pot => bytes32) private frozen;
    /// How often a pot was reached, given back; a pledge convicted alone, both, neither (moot).
    uint256[5] public times;

    function setUp() public override {
        super.setUp();
        paidIn = ESCROW;
        people = [author, passer, griefer];
        token = new TaxedToken();
        Run memory terms = devnet();
        terms.economy.rewardToken = address(token);
        runs = [run, createRun(terms)];
        token.mint(author, 1000 ether);
        vm.startPrank(author);
        token.approve(core.vault, type(uint256).max);
        registry.fund(runs[1], 100 ether);
        vm.stopPrank();
        address[2] memory in_ = [NATIVE, address(token)];
        for (uint256 i = 0; i < POTS; ++i) {
            pots[i] = goals.potOf(goalAt(i, in_[i == 2 ? 1 : 0]));
            lockIn(i, i % 2 == 0 ? author : passer, 1 ether + i);
        }
    }

    /// @dev Two goals of the first run; one of the second in its token, one in coin.
    function goalAt(uint256 i, address in_) private view returns (Goal memory) {
        return Goal(runs[i / 2], keccak256("evaluation"), keccak256(abi.encode("held out", i)), TARGET, in_);
    }

    function lockIn(uint256 i, address who, uint256 amount) internal {
        bool coin = i != 2;
        if (!coin) {
            token.mint(who, amount);
            vm.prank(who);
            token.approve(core.vault, amount);
        }
        vm.prank(who);
        goals.lock{value: coin ? amount : 0}(goalAt(i, coin ? NATIVE : address(token)), amount);
        if (coin) paidIn += amount;
    }

    // What is true

    /// @dev The loss of a model: below, at or just above the target.
    function lossOf(bytes32 commitment) internal pure returns (uint32) {
        uint256 n = uint256(keccak256(abi.encode("loss", commitment))) % 5;
        return n < 2 ? TARGET + 1 : n == 2 ? TARGET : TARGET - uint32(n);
    }

    function isTrue(uint64 id) internal view returns (bool) {
        Reading memory r = goals.reading(id);
        return r.word == lossOf(r.commitment);
    }

    function isOpen(uint256 i) internal view returns (bool) {
        return goals.potAt(pots[i]).status == PotStatus.Open && vm.getBlockTimestamp() < goals.closesAt(pots[i]);
    }

    function standsAs(uint64 id) internal view returns (Reading memory r, bool stands) {
        return (goals.reading(id), goals.pledge(id).status == PledgeStatus.Standing);
    }

    /// @dev Notes what became of the pots, so that it can be seen to stay.
    modifier noted() {
        _;
        for (uint256 i = 0; i < POTS; ++i) {
            Pot memory p = goals.potAt(pots[i]);
            if (frozen[pots[i]] != 0 || p.status == PotStatus.Open) continue;
            frozen[pots[i]] = contentOf(p);
            ++times[p.status == PotStatus.Reached ? 0 : 1];
        }
    }

    function contentOf(Pot memory p) private pure returns (bytes32) {
        return keccak256(abi.encode(p.status, p.openedAt, p.window, p.steps, p.amount));
    }

    // What people do

    function lock(uint256 seed) external noted {
        uint256 i = seed % POTS;
        if (isOpen(i)) lockIn(i, people[(seed >> 8) % 2], 2 + (seed >> 9) % 1 ether);
    }

    function train(uint256 seed) external noted {
        uint64 id = runs[seed % 2];
        if (training.stepsOf(id, training.progress(id).headCount) == 0) return;
        run = id;
        paidIn += training.requiredBond(id);
        windows[id].push(commitTruth([worker, honest, liar][(seed >> 8) % 3]));
        elapse(21);
        training.finalise(id, 100);
    }

    function claim(uint256 seed) external noted {
        uint256 i = seed % POTS;
        bytes32[] storage done = windows[runs[i / 2]];
        if (done.length == 0 || !isOpen(i) || goals.pledges() >= MOST) return;
        bytes32 c = done[(seed >> 8) % done.length];
        uint32 word = lossOf(c);
        // One in three lies; of those that have no other way to claim, more.
        if (word > TARGET || (seed >> 16) % 3 == 0) word = TARGET - 3 - uint32((seed >> 24) % 1000);
        uint64 id = claimAt(i, c, word);
        unwatched[id] = (seed >> 64) % 8 == 0;
    }

    function claimAt(uint256 i, bytes32 c, uint32 word) internal returns (uint64) {
        uint256 bond = goals.bondOf(runs[i / 2]);
        paidIn += bond;
        vm.prank(worker);
        return goals.claim{value: bond}(pots[i], c, word);
    }

    /// @dev Someone contests what may be true.
    function contest(uint256 seed) external noted {
        uint64 n = goals.pledges();
        if (n == 0 || n >= MOST) return;
        uint64 id = seed % 4 == 0 ? uint64(1 + (seed >> 8) % n) : n;
        uint32 word = uint32(seed >> 80);
        (Reading memory said, bool stands) = standsAs(id);
        if (!stands || said.against != 0 || said.word == word || vm.getBlockTimestamp() > said.madeAt + 20) return;
        contestAs(griefer, id, word);
    }

    function contestAs(address who, uint64 id, uint32 word) internal {
        uint256 bond = goals.bondOf(goals.goalOf(goals.reading(id).pot).run);
        bytes32 content = goals.claimHashOf(id);
        paidIn += bond;
        vm.prank(who);
        goals.contest{value: bond}(id, content, word);
    }

    /// @dev One watcher is awake for most claims, and contests those that are false once.
    function watch() internal {
        for (uint64 id = goals.pledges(); id > 0; --id) {
            (Reading memory said, bool stands) = standsAs(id);
            if (!stands || said.against != 0 || unwatched[id] || answered[id] || isTrue(id)) continue;
            if (vm.getBlockTimestamp() > said.madeAt + 20) continue;
            answered[id] = true;
            contestAs(challenger, id, lossOf(said.commitment));
        }
    }

    /// @dev Time goes on, in steps shorter than any period.
    function elapse(uint256 secs) internal {
        for (uint256 left = secs; left > 0;) {
            watch();
            uint256 step = left < 7 ? left : 7;
            pass(step);
            left -= step;
        }
        watch();
    }

    function wait(uint256 seed) external noted {
        elapse(1 + seed % 24);
        if ((seed >> 8) % 16 == 0) pass(1 days * (10 + (seed >> 16) % 30));
    }

    function conclude(uint256 seed) external noted {
        uint64 n = goals.duels();
        if (n == 0) return;
        uint64 id = goals.firstDuel() + uint64(seed % n);
        if (!goals.duelOf(id).concluded) end(id, seed);
    }

    function end(uint64 id, uint256 seed) internal {
        Duel memory d = goals.duelOf(id);
        bool moot = goals.pledge(d.left).status != PledgeStatus.Standing
            || goals.pledge(d.right).status != PledgeStatus.Standing;
        if (moot) ++times[4];
        if (matches.outcome(id) == Outcome.Running && (!moot || seed >> 255 == 0)) endMatch(id, d, seed, moot);
        goals.conclude(id);
    }

    function endMatch(uint64 id, Duel memory d, uint256 seed, bool moot) private {
        Outcome how = isTrue(d.left)
            ? Outcome.ChallengerConvicted
            : isTrue(d.right) ? Outcome.CommitterConvicted : Outcome(2 + (seed >> 128) % 4);
        if (!moot) ++times[how == Outcome.CommitterConvicted || how == Outcome.ChallengerConvicted ? 2 : 3];
        if (how == Outcome.BothConvicted) matches.endAtLeaf(id, passer, uint96(seed % 1 ether));
        else matches.end(id, how, (seed >> 32) % 1 ether, (seed >> 96) % 1 ether);
    }

    function settle(uint256 seed) external noted {
        uint64 n = goals.pledges();
        if (n == 0) return;
        uint64 id = uint64(1 + seed % n);
        if (isDue(id)) goals.settle(id);
        else refuse(abi.encodeCall(goals.settle, (id)));
    }

    /// @dev What isn't due is refused.
    function refuse(bytes memory call) private {
        (bool done,) = core.goals.call(call);
        vm.assertFalse(done, "refused");
    }

    /// @dev Whether `settle` ends it: the table of IGoals, written once more.
    function isDue(uint64 id) internal view returns (bool) {
        (Reading memory said, bool stands) = standsAs(id);
        return stands && goals.pledge(id).duels == 0 && (said.against != 0 || vm.getBlockTimestamp() > said.madeAt + 20);
    }

    function pull(uint256 seed) external noted {
        bytes32 pot = pots[seed % POTS];
        Pot memory p = goals.potAt(pot);
        if (p.status != PotStatus.Reached) return;
        uint64 window = uint64((seed >> 8) % (p.window + 1));
        if (goals.pulled(pot, window)) refuse(abi.encodeCall(goals.pull, (pot, window)));
        else goals.pull(pot, window);
        refuse(abi.encodeCall(goals.pull, (pot, p.window + 1)));
    }

    function takeBack(uint256 seed) external noted {
        bytes32 pot = pots[seed % POTS];
        address who = people[(seed >> 8) % 3];
        if (isReturnable(pot) && goals.lockedBy(pot, who) > 0) goals.takeBack(pot, who);
        else refuse(abi.encodeCall(goals.takeBack, (pot, who)));
    }

    function isReturnable(bytes32 pot) internal view returns (bool) {
        Pot memory p = goals.potAt(pot);
        return p.status == PotStatus.Returned
            || (p.status == PotStatus.Open && p.claims == 0 && vm.getBlockTimestamp() >= goals.closesAt(pot));
    }

    // What must hold

    function check() external view {
        vm.assertEq(core.vault.balance, vault.held(NATIVE), "balance == held");
        vm.assertEq(token.balanceOf(core.vault), vault.held(address(token)), "tokens == held");
        vm.assertEq(paidIn - DEAD.balance, vault.held(NATIVE), "in - burned == held");
        uint256[POTS] memory standing;
        for (uint64 id = goals.pledges(); id > 0; --id) {
            checkPledge(id, standing);
        }
        for (uint256 i = 0; i < POTS; ++i) {
            checkPot(i, standing[i]);
        }
    }

    function checkPledge(uint64 id, uint256[POTS] memory standing) private view {
        Pledge memory p = goals.pledge(id);
        Reading memory said = goals.reading(id);
        bool stands = p.status == PledgeStatus.Standing;
        uint256 held = stands ? p.bond : p.status == PledgeStatus.Defeated ? p.gasPot : 0;
        vm.assertEq(vault.ledger(core.goals, goals.pledgeKey(id), NATIVE), held, "a pledge is what its book says");
        if (p.status == PledgeStatus.Defeated) {
            vm.assertFalse(isTrue(id), "the truth is never defeated");
            if (p.duels == 0) vm.assertEq(p.gasPot, 0, "nothing is kept for nobody");
        }
        if (p.status == PledgeStatus.Settled && said.against == 0) {
            vm.assertTrue(isTrue(id) || unwatched[id], "a lie that one person watches never stands");
            vm.assertEq(p.duels, 0, "nor while a contest of it runs");
        }
        for (uint256 i = 0; i < POTS; ++i) {
            if (stands && said.against == 0 && said.pot == pots[i]) ++standing[i];
        }
    }

    function checkPot(uint256 i, uint256 standing) private view {
        bytes32 pot = pots[i];
        Pot memory p = goals.potAt(pot);
        vm.assertEq(p.claims, standing, "claims that stand");
        uint256 locked = 0;
        for (uint256 n = 0; n < people.length; ++n) {
            locked += goals.lockedBy(pot, people[n]);
        }
        if (p.status != PotStatus.Returned) vm.assertEq(locked, p.amount, "whose it is");
        uint256 held = p.status == PotStatus.Reached ? p.amount - shared(pot, p) : locked;
        vm.assertEq(
            vault.ledger(core.goals, goals.potKey(pot), i == 2 ? address(token) : NATIVE),
            held,
            "a pot is what its book says"
        );
        if (p.status == PotStatus.Open) return;
        if (p.status == PotStatus.Returned) vm.assertEq(standing, 0, "given back while nobody claims it");
        vm.assertEq(frozen[pot], contentOf(p), "what has become of a pot stays");
        vm.assertTrue(p.status != PotStatus.Reached || isFinal(i, p.window), "at a final window");
    }

    function isFinal(uint256 i, uint64 window) private view returns (bool) {
        return training.status(training.live(runs[i / 2], window)) == Status.Finalised;
    }

    /// @dev What the windows that were pulled had coming, by a sum of its own.
    function shared(bytes32 pot, Pot memory p) private view returns (uint256 sum) {
        for (uint64 w = 0; w <= p.window; ++w) {
            uint256 end_ = w == p.window ? p.steps : 4 * (w + 1);
            if (goals.pulled(pot, w)) sum += p.amount * end_ / p.steps - p.amount * (4 * w) / p.steps;
        }
    }

    /// @dev Everything comes to its end, pushed by anyone.
    function finish() external noted {
        elapse(21);
        pass(61 days);
        for (uint256 i = 0; i < POTS; ++i) {
            // Closed for good, but for the claims that stand.
            if (!isReturnable(pots[i])) refuse(abi.encodeCall(goals.takeBack, (pots[i], author)));
        }
        for (uint64 i = 0; i < goals.duels(); ++i) {
            uint64 id = goals.firstDuel() + i;
            if (!goals.duelOf(id).concluded) end(id, uint256(keccak256(abi.encode(i))));
        }
        for (uint64 id = 1; id <= goals.pledges(); ++id) {
            if (isDue(id)) goals.settle(id);
            vm.assertEq(vault.ledger(core.goals, goals.pledgeKey(id), NATIVE), 0, "no bond is left");
        }
        for (uint256 i = 0; i < POTS; ++i) {
            drain(pots[i]);
            vm.assertEq(vault.ledger(core.goals, goals.potKey(pots[i]), i == 2 ? address(token) : NATIVE), 0, "no pot");
        }
    }

    function drain(bytes32 pot) private {
        Pot memory p = goals.potAt(pot);
        if (p.status == PotStatus.Reached) {
            for (uint64 w = 0; w <= p.window; ++w) {
                if (!goals.pulled(pot, w)) goals.pull(pot, w);
            }
            return;
        }
        for (uint256 n = 0; n < people.length; ++n) {
            if (goals.lockedBy(pot, people[n]) > 0) goals.takeBack(pot, people[n]);
        }
    }
}
