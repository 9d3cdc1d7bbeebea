// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {FIRST_GOAL_DUEL, NATIVE} from "../src/Core.sol";
import {Given, IDuels, PledgeStatus} from "../src/interfaces/IDuels.sol";
import {Goal, IGoals, Pot, PotStatus} from "../src/interfaces/IGoals.sol";
import {Outcome, Terms} from "../src/interfaces/IMatches.sol";
import {Run} from "../src/interfaces/IRunRegistry.sol";
import {Base} from "./Base.sol";
import {Openings} from "./Openings.sol";
import {TaxedToken} from "./Vault.t.sol";

/// @notice Goal pots: who may lock, claim and contest when, and who gets what.
contract GoalsTest is Base {
    uint32 private constant TARGET = 0x40400000;
    uint32 private constant BELOW = 0x40200000;
    uint32 private constant ABOVE = 0x40400001;
    address private constant DEAD = 0x000000000000000000000000000000000000dEaD;

    Goal private goal;
    bytes32 private pot;
    uint256 private bond;
    bytes32[] private windows;

    function setUp() public override {
        super.setUp();
        use(run);
    }

    function use(uint64 id) private {
        run = id;
        bond = goals.bondOf(id);
        goal = Goal(id, keccak256("evaluation"), keccak256("held out"), TARGET, NATIVE);
        pot = goals.potOf(goal);
    }

    function lock(address who, uint256 amount) private {
        vm.prank(who);
        vm.assertEq(goals.lock{value: amount}(goal, amount), pot, "its pot");
    }

    /// @dev So many windows, final, each by another of two workers.
    function train(uint256 count) private {
        for (uint256 i = 0; i < count; ++i) {
            windows.push(commitTruth(i % 2 == 0 ? worker : honest));
        }
        pass(21);
        training.finalise(run, 100);
    }

    function claim(uint256 window, uint32 word) private returns (uint64) {
        vm.prank(worker);
        return goals.claim{value: bond}(pot, windows[window], word);
    }

    function contest(address who, uint64 id, uint32 word) private returns (uint64 pledge, uint64 duel) {
        bytes32 content = goals.claimHashOf(id);
        vm.prank(who);
        return goals.contest{value: bond}(id, content, word);
    }

    function end(uint64 duel, Outcome outcome) private {
        matches.end(duel, outcome, COMMITTER_GAS, CHALLENGER_GAS);
        goals.conclude(duel);
    }

    function assertPledge(uint64 id, PledgeStatus status) private view {
        vm.assertEq(uint256(goals.pledge(id).status), uint256(status), "status of the pledge");
    }

    // The usual way

    function test_reachedAndShared() public {
        lock(author, 1 ether);
        lock(passer, 2 ether);
        train(3);
        uint64 id = claim(2, BELOW);
        vm.expectRevert(IDuels.NotYet.selector);
        goals.settle(id);
        pass(20);
        vm.expectRevert(IDuels.NotYet.selector);
        goals.settle(id);
        pass(1);
        goals.settle(id);
        Pot memory p = goals.potAt(pot);
        vm.assertTrue(p.status == PotStatus.Reached && p.window == 2 && p.steps == 12 && p.claims == 0, "reached");
        vm.assertEq(p.amount, 3 ether, "all of it");
        uint256[2] memory had = [credit(worker), credit(honest)];
        for (uint64 w = 0; w < 3; ++w) {
            goals.pull(pot, w);
            vm.expectRevert(IGoals.NothingToPull.selector);
            goals.pull(pot, w);
        }
        vm.expectRevert(IGoals.NothingToPull.selector);
        goals.pull(pot, 3);
        vm.assertEq(credit(worker) - had[0], 2 ether, "two windows");
        vm.assertEq(credit(honest) - had[1], 1 ether, "one window");
        vm.assertEq(vault.ledger(core.goals, goals.potKey(pot), NATIVE), 0, "to the wei");
        vm.expectRevert(abi.encodeWithSelector(IGoals.WrongPot.selector, pot, PotStatus.Reached));
        goals.takeBack(pot, author);
        vm.expectRevert(abi.encodeWithSelector(IGoals.WrongPot.selector, pot, PotStatus.Reached));
        goals.lock{value: 1}(goal, 1);
        assertSolvent();
    }

    // What may be claimed

    function test_aClaimNamesAKeyFrameWhoseLossIsLowEnough() public {
        Run memory d = devnet();
        d.schedule.keyFrameEvery = 2;
        d.schedule.totalSteps = 18;
        use(createRun(d));
        lock(author, 1 ether);
        train(5);
        bytes32 pending = keccak256("no commitment");
        vm.startPrank(worker);
        vm.expectRevert(abi.encodeWithSelector(IDuels.NotFinal.selector, pending));
        goals.claim{value: bond}(pot, pending, BELOW);
        vm.expectRevert(abi.encodeWithSelector(IGoals.NotKeyFrame.selector, windows[0]));
        goals.claim{value: bond}(pot, windows[0], BELOW);
        uint32[4] memory words = [ABOVE, 0x7fc00000, 0x7f800000, 0xffc00000];
        for (uint256 i = 0; i < 4; ++i) {
            vm.expectRevert(abi.encodeWithSelector(IGoals.AboveTarget.selector, words[i]));
            goals.claim{value: bond}(pot, windows[1], words[i]);
        }
        vm.expectRevert(abi.encodeWithSelector(IDuels.WrongBond.selector, 0, bond));
        goals.claim(pot, windows[1], BELOW);
        vm.expectRevert(abi.encodeWithSelector(IGoals.WrongPot.selector, SALT, PotStatus.None));
        goals.claim{value: bond}(SALT, windows[1], BELOW);
        // The target itself, zero of either sign; and the run's last window, short as it is.
        goals.claim{value: bond}(pot, windows[1], TARGET);
        goals.claim{value: bond}(pot, windows[3], 0x80000000);
        uint64 last = goals.claim{value: bond}(pot, windows[4], BELOW);
        vm.stopPrank();
        pass(21);
        goals.settle(last);
        vm.assertEq(goals.potAt(pot).steps, 18, "all steps");
    }

    function test_anotherRunsKeyFrameIsNone() public {
        train(1);
        bytes32 foreign = windows[0];
        use(createRun(devnet()));
        lock(author, 1 ether);
        vm.expectRevert(abi.encodeWithSelector(IGoals.NotKeyFrame.selector, foreign));
        goals.claim{value: bond}(pot, foreign, BELOW);
    }

    // Contests

    function test_aFalseClaimFalls_aTrueOneIsHeardAfterIt() public {
        lock(author, 1 ether);
        train(2);
        uint64 id = claim(0, BELOW);
        (uint64 rival, uint64 duel) = contest(challenger, id, ABOVE);
        vm.assertEq(duel, FIRST_GOAL_DUEL, "its id");
        checkTerms(duel, id, rival);
        vm.expectRevert(IDuels.NotYet.selector);
        goals.settle(rival);
        end(duel, Outcome.CommitterConvicted);
        assertPledge(id, PledgeStatus.Defeated);
        goals.settle(rival);
        uint256 won = CHALLENGER_GAS + (bond - CHALLENGER_GAS) * 40 / 100;
        vm.assertEq(credit(challenger), bond + won, "bond, gas and 40 %");
        vm.assertEq(DEAD.balance, bond - won, "the rest burned");
        vm.assertEq(goals.potAt(pot).claims, 0, "no claim");
        uint64 later = claim(1, BELOW);
        pass(21);
        goals.settle(later);
        vm.assertTrue(goals.potAt(pot).status == PotStatus.Reached, "reached");
        assertSolvent();
    }

    function checkTerms(uint64 duel, uint64 id, uint64 rival) private view {
        Terms memory t = matches.terms(duel);
        vm.assertEq(t.preRoot, training.claimOf(windows[0]).postRoot, "from the key frame");
        vm.assertTrue(t.committerRoot == goals.rootOf(BELOW) && t.challengerRoot == goals.rootOf(ABOVE), "to the words");
        vm.assertTrue(t.committer == worker && t.challenger == challenger && t.steps == 1, "one step");
        Given memory g = goals.given(duel);
        vm.assertTrue(g.programRoot == goal.programRoot && g.datasetRoot == goal.datasetRoot, "of the evaluation");
        vm.assertTrue(g.committerList == 0 && g.challengerList == 0, "any list");
        vm.assertTrue(goals.meeting(id, rival) == duel, "met");
    }

    /// @dev A friend's contest that loses on purpose doesn't shield a false claim.
    function test_aFriendsContestProtectsNothing() public {
        lock(author, 1 ether);
        train(1);
        uint64 id = claim(0, BELOW);
        (uint64 friends, uint64 first) = contest(griefer, id, 0);
        end(first, Outcome.ChallengerConvicted);
        assertPledge(friends, PledgeStatus.Defeated);
        (uint64 rival, uint64 second) = contest(challenger, id, ABOVE);
        pass(21);
        vm.expectRevert(IDuels.NotYet.selector);
        goals.settle(id);
        end(second, Outcome.CommitterConvicted);
        vm.expectRevert(abi.encodeWithSelector(IDuels.WrongPledge.selector, id, PledgeStatus.Defeated));
        goals.settle(id);
        goals.settle(rival);
        vm.assertTrue(goals.potAt(pot).status == PotStatus.Open, "not reached");
    }

    /// @dev Two contests at once: whoever comes second to a claim that has fallen has its bond and gas.
    function test_twoContestsOfOneFalseClaim() public {
        lock(author, 1 ether);
        train(1);
        uint64 id = claim(0, BELOW);
        (uint64 one, uint64 first) = contest(challenger, id, ABOVE);
        (uint64 two, uint64 second) = contest(passer, id, ABOVE);
        matches.end(second, Outcome.CommitterConvicted, COMMITTER_GAS, CHALLENGER_GAS);
        end(first, Outcome.CommitterConvicted);
        goals.conclude(second);
        goals.settle(one);
        goals.settle(two);
        vm.assertEq(credit(passer), bond + CHALLENGER_GAS, "bond and gas");
        vm.assertEq(vault.ledger(core.goals, goals.pledgeKey(id), NATIVE), 0, "nothing left");
        assertSolvent();
    }

    function test_contestsHaveTheirTimeAndContent() public {
        lock(author, 1 ether);
        train(1);
        uint64 id = claim(0, BELOW);
        vm.expectRevert(abi.encodeWithSelector(IGoals.WrongClaim.selector, goals.claimHashOf(id)));
        goals.contest{value: bond}(id, SALT, ABOVE);
        bytes32 content = goals.claimHashOf(id);
        vm.expectRevert(abi.encodeWithSelector(IDuels.NoContradiction.selector, id, id));
        goals.contest{value: bond}(id, content, BELOW);
        vm.expectRevert(abi.encodeWithSelector(IDuels.WrongBond.selector, bond + 1, bond));
        goals.contest{value: bond + 1}(id, content, ABOVE);
        (uint64 rival,) = contest(challenger, id, ABOVE);
        // Nobody contests a contest.
        bytes32 its = goals.claimHashOf(rival);
        vm.expectRevert(abi.encodeWithSelector(IGoals.WrongClaim.selector, its));
        goals.contest{value: bond}(rival, its, BELOW);
        pass(20);
        contest(passer, id, ABOVE);
        pass(1);
        vm.expectRevert(abi.encodeWithSelector(IDuels.TooLate.selector, vm.getBlockTimestamp() - 1));
        goals.contest{value: bond}(id, content, ABOVE);
    }

    function test_bothSilent_bothFall() public {
        lock(author, 1 ether);
        train(1);
        uint64 id = claim(0, BELOW);
        (uint64 rival, uint64 duel) = contest(challenger, id, ABOVE);
        end(duel, Outcome.BothSilent);
        assertPledge(id, PledgeStatus.Defeated);
        assertPledge(rival, PledgeStatus.Defeated);
        vm.assertEq(DEAD.balance, 2 * bond, "burned");
    }

    /// @dev Two claims stand: the first settled takes the pot, the second has its bond.
    function test_aPotIsReachedOnce() public {
        lock(author, 1 ether);
        train(2);
        uint64 low = claim(0, BELOW);
        uint64 high = claim(1, BELOW);
        pass(21);
        goals.settle(high);
        goals.settle(low);
        vm.assertEq(goals.potAt(pot).window, 1, "once");
        assertPledge(low, PledgeStatus.Settled);
    }

    // Unreached

    function test_unreached_backToWhoLockedIt() public {
        lock(author, 1 ether);
        lock(passer, 2 ether);
        train(1);
        uint64 id = claim(0, BELOW);
        vm.warp(goals.closesAt(pot));
        // A claim still stands.
        vm.expectRevert(IDuels.NotYet.selector);
        goals.takeBack(pot, author);
        vm.expectRevert(abi.encodeWithSelector(IDuels.TooLate.selector, goals.closesAt(pot)));
        goals.claim{value: bond}(pot, windows[0], BELOW);
        vm.expectRevert(abi.encodeWithSelector(IDuels.TooLate.selector, goals.closesAt(pot)));
        goals.lock{value: 1}(goal, 1);
        goals.settle(id);
        vm.expectRevert(abi.encodeWithSelector(IGoals.WrongPot.selector, pot, PotStatus.Reached));
        goals.takeBack(pot, author);
    }

    function test_unreached_takenBackOnce() public {
        lock(author, 1 ether);
        lock(passer, 2 ether);
        train(1);
        vm.warp(goals.closesAt(pot) - 1);
        vm.expectRevert(IDuels.NotYet.selector);
        goals.takeBack(pot, author);
        vm.warp(goals.closesAt(pot));
        goals.takeBack(pot, author);
        goals.takeBack(pot, passer);
        vm.expectRevert(IGoals.NothingToPull.selector);
        goals.takeBack(pot, author);
        vm.assertTrue(credit(author) == 1 ether && credit(passer) == 2 ether, "what they locked");
        vm.expectRevert(abi.encodeWithSelector(IGoals.WrongPot.selector, pot, PotStatus.Returned));
        goals.pull(pot, 0);
    }

    function test_closing_thirtyDaysAfterTheEnd_sixtyOfAnIdleRun() public {
        lock(author, 1 ether);
        vm.assertEq(goals.closesAt(pot), vm.getBlockTimestamp() + 60 days, "no lease yet");
        train(1);
        uint64 since = training.progress(run).acquiredAt;
        vm.assertEq(goals.closesAt(pot), since + 60 days, "idle");
        train(10);
        since = training.progress(run).acquiredAt;
        vm.assertEq(goals.closesAt(pot), since + 30 days, "finished");
    }

    // Locking

    function test_whatIsNoGoal() public {
        Goal memory g = goal;
        g.programRoot = 0;
        refuse(g);
        g = goal;
        g.datasetRoot = 0;
        refuse(g);
        g = goal;
        g.target = 0x7fc00000;
        refuse(g);
        g = goal;
        g.token = address(this);
        refuse(g);
        g = goal;
        g.run = 99;
        vm.expectRevert();
        goals.lock{value: 1}(g, 1);
        vm.expectRevert(abi.encodeWithSelector(IGoals.WrongAmount.selector, 1, 2));
        goals.lock{value: 1}(goal, 2);
        vm.expectRevert(abi.encodeWithSelector(IGoals.WrongAmount.selector, 0, 1));
        goals.lock(goal, 0);
    }

    function refuse(Goal memory g) private {
        vm.expectRevert(IGoals.InvalidGoal.selector);
        goals.lock{value: 1}(g, 1);
    }

    function test_aTaxedTokenHarmsItsOwnPot() public {
        TaxedToken token = new TaxedToken();
        Run memory d = devnet();
        d.economy.rewardToken = address(token);
        use(createRun(d));
        goal.token = address(token);
        pot = goals.potOf(goal);
        token.mint(author, 2 ether);
        vm.startPrank(author);
        token.approve(core.vault, 2 ether);
        registry.fund(run, 1 ether);
        goals.lock(goal, 1 ether);
        vm.expectRevert(abi.encodeWithSelector(IGoals.WrongAmount.selector, 1, 0));
        goals.lock{value: 1}(goal, 1);
        vm.stopPrank();
        vm.assertEq(goals.potAt(pot).amount, 0.9 ether, "what arrived");
        train(1);
        uint64 id = claim(0, BELOW);
        pass(21);
        goals.settle(id);
        uint256 had = vault.creditOf(worker, address(token));
        goals.pull(pot, 0);
        vm.assertEq(vault.creditOf(worker, address(token)) - had, 0.9 ether, "all of it");
        vm.assertEq(vault.held(address(token)), token.balanceOf(core.vault), "the books are right");
    }

    // Shares

    /// @dev Whatever is in the pot, however the run is cut: the shares are the pot, to the unit.
    function testFuzz_theSharesAreThePot(uint96 amount, uint8 steps, uint8 reached) public {
        Run memory d = devnet();
        d.schedule.totalSteps = 1 + uint64(steps) % 30;
        use(createRun(d));
        amount = amount % 700 ether + 1;
        lock(author, amount);
        uint256 count = (d.schedule.totalSteps + 3) / 4;
        train(count);
        uint64 window = uint64(reached % count);
        uint64 id = claim(window, BELOW);
        pass(21);
        goals.settle(id);
        uint256 had = credit(worker) + credit(honest);
        for (uint64 w = window + 1; w > 0; --w) {
            goals.pull(pot, w - 1);
        }
        vm.assertEq(credit(worker) + credit(honest) - had, amount, "all of it");
        vm.assertEq(vault.ledger(core.goals, goals.potKey(pot), NATIVE), 0, "nothing left");
        assertSolvent();
    }

    /// @dev The root of a word is that of the state list of the tensor [word].
    function testFuzz_rootOf(uint32 word) public view {
        bytes4 turned = bytes4((word & 0xff) << 24 | (word & 0xff00) << 8 | (word >> 8) & 0xff00 | word >> 24);
        vm.assertEq(goals.rootOf(word), Openings.stateRoot(Openings.padded(abi.encodePacked(turned))), "root");
    }
}
