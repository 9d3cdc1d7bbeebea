// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {NATIVE} from "../src/Core.sol";
import {Answered, IAttention, Record} from "../src/interfaces/IAttention.sol";
import {IDuels, PledgeStatus} from "../src/interfaces/IDuels.sol";
import {Outcome, Side} from "../src/interfaces/IMatches.sol";
import {AttentionStage} from "./AttentionStage.sol";

/// @notice Canaries: what they find, what they pay, what can be stolen by planting.
contract CanariesTest is AttentionStage {
    function openCanary(uint64 id, bytes32 c, bytes32 root) private {
        attention.openCanary(id, c, root, SALT);
    }

    // What they find

    /// @dev Two who invent the same answer are paid, unless a third tells the truth.
    function test_bothLazy_theSameGarbage_metByACanary() public {
        bytes32 c = window();
        uint64 canary = plantAs(planter, c, history(c));
        (uint64 a, uint64 b) = answered(c, garbage(c), garbage(c));
        passTo(c, 6);
        openCanary(canary, c, history(c));
        duel(canary, a, Outcome.ChallengerConvicted);
        // One alone is still a contradiction.
        passTo(c, 11);
        vm.expectRevert(IDuels.NotYet.selector);
        attention.settle(canary);
        duel(b, canary, Outcome.CommitterConvicted);
        attention.settle(canary);
        (uint256 one, uint256 burned) = spoils(COMMITTER_GAS);
        (uint256 two, uint256 more) = spoils(CHALLENGER_GAS);
        vm.assertEq(credit(planter), bond + jackpot + one + two, "both bonds' spoils");
        vm.assertEq(DEAD.balance, burned + more, "the rest burned");
        Record memory r = attention.record(run);
        vm.assertTrue(r.answered == 2 && r.right == 0 && r.live == 0, "neither was right");
        vm.assertEq(budgetLedger(), windowBudget(), "nobody was paid");
        assertSolvent();
    }

    /// @dev A friend's canary with the same garbage, opened first, keeps no honest one out.
    function test_everyCanaryIsHeard() public {
        bytes32 c = window();
        uint64 friends = plantAs(griefer, c, garbage(c));
        uint64 canary = plantAs(planter, c, history(c));
        (uint64 a, uint64 b) = answered(c, garbage(c), garbage(c));
        passTo(c, 6);
        openCanary(friends, c, garbage(c));
        openCanary(canary, c, history(c));
        uint64[3] memory wrong = [a, b, friends];
        for (uint256 i = 0; i < 3; ++i) {
            duel(wrong[i], canary, Outcome.CommitterConvicted);
        }
        passTo(c, 11);
        attention.settle(canary);
        for (uint256 i = 0; i < 3; ++i) {
            assertPledge(wrong[i], PledgeStatus.Defeated, "all three");
        }
        vm.assertEq(credit(griefer), jackpot, "the friend has its jackpot back, its bond is gone");
    }

    function test_aPlanterWithAWrongAnswerLosesItsBond() public {
        bytes32 c = window();
        uint64 canary = plantAs(planter, c, garbage(c));
        (uint64 a, uint64 b) = answered(c, history(c), history(c));
        passTo(c, 6);
        openCanary(canary, c, garbage(c));
        passTo(c, 11);
        vm.expectRevert(IDuels.NotYet.selector);
        attention.settle(a);
        duel(a, canary, Outcome.ChallengerConvicted);
        attention.settle(a);
        attention.settle(b);
        (uint256 won,) = spoils(COMMITTER_GAS);
        uint256 pay = windowBudget() * 40 / 100;
        vm.assertEq(credit(ownerOf(a)), bond + pay + won, "who played it down");
        vm.assertEq(credit(ownerOf(b)), bond + pay, "the other auditor");
        vm.assertEq(credit(planter), jackpot, "the jackpot only");
        assertSolvent();
    }

    /// @dev A liar a is in a duel with the honest b, who has paid gas for it; a friend of the liar's has planted, and opened, another answer.
    function threeAnswers() private returns (uint64 a, uint64 b, uint64 friends, uint64 honestly) {
        bytes32 c = window();
        friends = plantAs(griefer, c, keccak256("friend"));
        (a, b) = answered(c, garbage(c), history(c));
        passTo(c, 6);
        openCanary(friends, c, keccak256("friend"));
        honestly = attention.duel(a, b);
        matches.spend(honestly, Side.Challenger, CHALLENGER_GAS);
    }

    /// @dev A friend of the liar loses to it on purpose: the honest one's gas is repaid all the same, and its bond is safe.
    function test_aFriendCanNotTakeTheHonestOnesGas() public {
        (uint64 a, uint64 b, uint64 friends, uint64 honestly) = threeAnswers();
        // The liar throws its duel with the friend.
        duel(a, friends, Outcome.CommitterConvicted);
        vm.assertEq(ledger(a), bond / 5 - CHALLENGER_GAS, "a fifth was kept, less the friend's gas");
        // The honest side stops playing and its clock runs out: no harm.
        matches.end(honestly, Outcome.ChallengerConvicted, COMMITTER_GAS, CHALLENGER_GAS);
        attention.conclude(honestly);
        assertPledge(b, PledgeStatus.Standing, "it stands");
        vm.assertEq(ledger(a), 0, "the rest is burned");
    }

    function test_gasOfADuelThatBecameMootIsRepaid() public {
        (uint64 a, uint64 b, uint64 friends, uint64 honestly) = threeAnswers();
        duel(a, friends, Outcome.CommitterConvicted);
        uint256 had = credit(ownerOf(b));
        // It need not end: one of the two is defeated.
        attention.conclude(honestly);
        vm.assertEq(credit(ownerOf(b)) - had, CHALLENGER_GAS, "its gas");
        vm.assertEq(ledger(a), 0, "nothing is left");
        assertSolvent();
    }

    // When they may be opened

    function test_openedAfterTheAuditors_onceAndRightly() public {
        bytes32 c = window();
        uint64 canary = plantAs(planter, c, history(c));
        vm.expectRevert(IDuels.NotYet.selector);
        openCanary(canary, c, history(c));
        passTo(c, 5);
        vm.expectRevert(IDuels.NotYet.selector);
        openCanary(canary, c, history(c));
        passTo(c, 6);
        vm.expectRevert(IAttention.WrongSeal.selector);
        openCanary(canary, c, garbage(c));
        vm.expectRevert(IAttention.WrongSeal.selector);
        attention.open(canary, history(c));
        openCanary(canary, c, history(c));
        vm.expectRevert(abi.encodeWithSelector(IDuels.WrongPledge.selector, canary, PledgeStatus.Standing));
        openCanary(canary, c, history(c));
        Answered memory x = attention.answer(canary);
        vm.assertEq(x.commitment, c, "its window");
        vm.assertTrue(x.canary && x.root == history(c), "its answer");
    }

    function test_neverOpened_aTenthIsBurned_theJackpotReturns() public {
        bytes32 c = window();
        uint64 canary = plantAs(planter, c, history(c));
        passTo(c, 11);
        vm.expectRevert(abi.encodeWithSelector(IDuels.TooLate.selector, committedAt(c) + 30));
        openCanary(canary, c, history(c));
        vm.expectRevert(IDuels.NotYet.selector);
        attention.settle(canary);
        pass(11);
        attention.settle(canary);
        vm.assertEq(credit(planter), bond - bond / 10 + jackpot, "nine tenths and the jackpot");
        vm.assertEq(DEAD.balance, bond / 10, "a tenth");
        assertPledge(canary, PledgeStatus.Lapsed, "lapsed");
        vm.assertEq(attention.record(run).live, 0, "nothing lives");
    }

    /// @dev One that can't count costs a truthful planter nothing.
    function test_plantedTooLate_orAfterAChallenge_comesBackWhole() public {
        bytes32 late = window();
        passTo(late, 1);
        uint64 one = plantAs(planter, late, history(late));
        bytes32 c = window();
        uint64 id = challenge(challenger, c, lie(1));
        uint64 two = plantAs(planter, c, history(c));
        play(worker, id, Outcome.ChallengerConvicted);
        openCanary(one, late, history(late));
        openCanary(two, c, history(c));
        vm.assertEq(credit(planter), 2 * (bond + jackpot), "all of both");
        vm.assertEq(attention.task(c).standing, 0, "neither counts");
    }

    function test_aCanaryBelongsToItsRunAndPlanter() public {
        bytes32 c = window();
        bytes32 hash = attention.canarySealOf(c, planter, history(c), SALT);
        vm.prank(griefer);
        uint64 copy = attention.plant{value: bond + jackpot}(run, hash);
        uint64 elsewhere = run;
        use(createRun(devnet()));
        uint64 stray = plantAs(planter, c, history(c));
        passTo(c, 6);
        vm.expectRevert(IAttention.WrongSeal.selector);
        openCanary(copy, c, history(c));
        vm.expectRevert(IAttention.WrongSeal.selector);
        openCanary(stray, c, history(c));
        vm.assertTrue(run != elsewhere, "another run");
        vm.prank(planter);
        vm.expectRevert(abi.encodeWithSelector(IDuels.WrongBond.selector, bond, bond + jackpot));
        attention.plant{value: bond}(run, hash);
    }

    // What they pay

    function test_oneJackpotPerFiftyAnswers() public {
        for (uint256 i = 0; i < 25; ++i) {
            hit(i == 24);
        }
        vm.assertEq(attention.record(run).answered, 50, "fifty answers");
        // Now one is due, and one only.
        uint256 before = credit(planter);
        bytes32 c = hit(true);
        vm.assertEq(attention.record(run).canaries, 1, "the first that pays");
        vm.assertEq(credit(planter) - before, bond + jackpot, "the planter is whole");
        vm.assertNotEq(bytes32(uint256(attention.task(c).jackpotOf)), 0, "it is on record");
        (, uint256 pot) = attention.budget(run);
        vm.assertEq(pot, 26 * windowBudget() * 20 / 100 - jackpot, "out of the pot");
        hit(true);
        vm.assertEq(attention.record(run).canaries, 1, "none before a hundred");
        assertSolvent();
    }

    /// @dev A window both auditors answer rightly; with a canary or without.
    function hit(bool planted) private returns (bytes32 c) {
        c = window();
        uint64 canary = planted ? plantAs(planter, c, history(c)) : 0;
        (uint64 a, uint64 b) = answered(c, history(c), history(c));
        passTo(c, 6);
        if (planted) openCanary(canary, c, history(c));
        passTo(c, 11);
        attention.settle(a);
        uint256 had = credit(ownerOf(a)) + credit(ownerOf(b));
        if (planted) attention.settle(canary);
        bool paid = attention.task(c).jackpotOf != 0;
        vm.assertEq(credit(ownerOf(a)) + credit(ownerOf(b)) - had, paid ? jackpot : 0, "the auditors share it");
        attention.settle(b);
    }

    /// @dev Theft: both auditors plant for themselves, in every window. What they take beyond their pay is at most the pot, a hundredth of the
    /// rewards, and no more than one jackpot per fifty answers.
    function test_whoPlantsForItselfTakesThePotAtMost() public {
        uint256 windows = 77;
        uint256 had = PURSE * 6;
        for (uint256 i = 0; i < windows; ++i) {
            bytes32 c = window();
            uint64[2] memory both = [plantAs(planter, c, history(c)), plantAs(planter, c, history(c))];
            (uint64 a, uint64 b) = answered(c, history(c), history(c));
            passTo(c, 6);
            openCanary(both[0], c, history(c));
            openCanary(both[1], c, history(c));
            passTo(c, 11);
            uint64[4] memory all = [both[0], both[1], a, b];
            for (uint256 j = 0; j < 4; ++j) {
                attention.settle(all[j]);
            }
        }
        vm.assertEq(attention.record(run).canaries, 3, "one per fifty of the answers before");
        uint256 has = planter.balance + credit(planter);
        for (uint256 i = 0; i < 5; ++i) {
            has += five[i].balance + credit(five[i]) + validators.validator(five[i]).stake;
        }
        uint256 rewards = windows * 4 * registry.economy(run).reward;
        uint256 pay = 2 * windows * (windowBudget() * 40 / 100);
        vm.assertEq(has - had - pay, 3 * jackpot, "their loot");
        vm.assertLe(3 * jackpot, rewards / 100, "a hundredth of the rewards");
    }

    /// @dev Alone it takes nothing: a jackpot needs another auditor's opening.
    function test_aLoneAuditorTakesNoJackpot() public {
        for (uint256 i = 0; i < 26; ++i) {
            hit(false);
        }
        bytes32 c = window();
        uint64 canary = plantAs(planter, c, garbage(c));
        (uint64 a,) = answered(c, garbage(c), 0);
        passTo(c, 6);
        openCanary(canary, c, garbage(c));
        passTo(c, 11);
        attention.settle(canary);
        attention.settle(a);
        vm.assertEq(attention.record(run).canaries, 0, "no jackpot");
        vm.assertEq(credit(planter), bond + jackpot, "back to the planter");
    }

    /// @dev With the second auditor beaten the first has all of it.
    function test_theOneWhoIsRightHasAllOfIt() public {
        for (uint256 i = 0; i < 26; ++i) {
            hit(false);
        }
        bytes32 c = window();
        uint64 canary = plantAs(planter, c, history(c));
        (uint64 a, uint64 b) = answered(c, garbage(c), history(c));
        passTo(c, 6);
        openCanary(canary, c, history(c));
        duel(a, b, Outcome.CommitterConvicted);
        passTo(c, 11);
        uint256 had = credit(ownerOf(b));
        attention.settle(canary);
        vm.assertEq(credit(ownerOf(b)) - had, jackpot, "all of it");
        vm.assertEq(vault.ledger(core.attention, attention.pledgeKey(canary), NATIVE), 0, "nothing left");
    }
}
