// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {FIRST_DUEL, NATIVE, SETTLEMENT_PERIOD} from "../src/Core.sol";
import {Answered, IAttention, Record, Task} from "../src/interfaces/IAttention.sol";
import {Given, IDuels, PledgeStatus} from "../src/interfaces/IDuels.sol";
import {Outcome, Terms} from "../src/interfaces/IMatches.sol";
import {Run} from "../src/interfaces/IRunRegistry.sol";
import {Status} from "../src/interfaces/ITraining.sol";
import {AttentionStage} from "./AttentionStage.sol";
import {Refuser, TaxedToken} from "./Vault.t.sol";

/// @notice Auditors: who is drawn, what they may do when, and what they are paid.
contract AttentionTest is AttentionStage {
    // Who is drawn

    function test_twoOthersThanTheCommitterAreDrawn() public {
        vm.prank(worker);
        validators.stake{value: 100 ether}();
        pass(1);
        for (uint256 i = 0; i < 5; ++i) {
            bytes32 c = window();
            (address first, address second) = drawn(c);
            vm.assertTrue(first != second && first != worker && second != worker, "two others");
            passTo(c, 1);
        }
    }

    function test_nobodyIsKnownBeforeTheBeaconSpeaks() public {
        bytes32 c = commitTruth(worker);
        pass(10);
        vm.assertEq(attention.auditors(c).length, 0, "nobody");
        vm.expectRevert(abi.encodeWithSelector(IAttention.NotDrawn.selector, c));
        attention.draw(c);
        pass(1);
        vm.assertEq(attention.draw(c).length, 2, "two");
        vm.expectRevert(abi.encodeWithSelector(IAttention.NotAuditable.selector, bytes32(0)));
        attention.draw(0);
        vm.assertEq(attention.auditors(0).length, 0, "of nothing");
    }

    /// @dev A beacon that forgets would let whoever waits draw again.
    function test_onceDrawnForEver() public {
        bytes32 c = window();
        (address first, address second) = drawn(c);
        attention.draw(c);
        vm.roll(vm.getBlockNumber() + 9000);
        (address later, address last) = drawn(c);
        vm.assertTrue(first == later && second == last, "the same");
        vm.assertNotEq(attention.task(c).seed, 0, "kept");
    }

    /// @dev Stake that comes after the window has no say in it.
    function test_laterStakeMovesNothing() public {
        bytes32 c = commitTruth(worker);
        vm.prank(liar);
        validators.stake{value: 900 ether}();
        pass(11);
        (address first, address second) = drawn(c);
        vm.assertTrue(first != liar && second != liar, "too late");
    }

    function test_oneValidator_oneAuditor() public {
        for (uint256 i = 1; i < 5; ++i) {
            vm.prank(five[i]);
            validators.requestUnstake(5 ether);
        }
        pass(1);
        vm.assertEq(attention.auditors(window()).length, 1, "alone");
    }

    // Sealing and opening

    function test_equalAnswersArePaid() public {
        bytes32 c = window();
        (address first, address second) = drawn(c);
        (uint64 a, uint64 b) = answered(c, history(c), history(c));
        vm.assertEq(budgetLedger(), windowBudget(), "5 % of the reward");
        passTo(c, 10);
        vm.expectRevert(IDuels.NotYet.selector);
        attention.settle(a);
        passTo(c, 11);
        attention.settle(a);
        attention.settle(b);
        uint256 pay = windowBudget() * 40 / 100;
        vm.assertEq(credit(first), bond + pay, "bond and pay");
        vm.assertEq(credit(second), bond + pay, "of both");
        vm.assertEq(ledger(a) + ledger(b), 0, "nothing left behind");
        (uint256 forAuditors, uint256 forCanaries) = attention.budget(run);
        vm.assertEq(forAuditors, 0, "all earned");
        vm.assertEq(forCanaries, windowBudget() * 20 / 100, "and a fifth for canaries");
        Record memory r = attention.record(run);
        vm.assertTrue(r.tasks == 2 && r.answered == 2 && r.right == 2 && r.live == 0, "on record");
        vm.expectRevert(abi.encodeWithSelector(IDuels.WrongPledge.selector, a, PledgeStatus.Settled));
        attention.settle(a);
        assertSolvent();
    }

    function test_aLoneAnswerIsNotPaid() public {
        bytes32 c = window();
        (address first,) = drawn(c);
        (uint64 a,) = answered(c, history(c), 0);
        passTo(c, 11);
        attention.settle(a);
        vm.assertEq(credit(first), bond, "the bond");
        Record memory r = attention.record(run);
        vm.assertTrue(r.tasks == 2 && r.answered == 1 && r.right == 0, "nobody knows whether it is right");
    }

    function test_onlyTheDrawn_onceEach_withTheBond() public {
        bytes32 c = window();
        (address first, address second) = drawn(c);
        vm.prank(passer);
        vm.expectRevert(abi.encodeWithSelector(IAttention.NotAuditor.selector, passer));
        attention.seal{value: bond}(c, SALT);
        vm.prank(first);
        vm.expectRevert(abi.encodeWithSelector(IDuels.WrongBond.selector, bond - 1, bond));
        attention.seal{value: bond - 1}(c, SALT);
        sealAs(first, c, history(c));
        vm.prank(first);
        vm.expectRevert(abi.encodeWithSelector(IAttention.NotAuditor.selector, first));
        attention.seal{value: bond}(c, SALT);
        sealAs(second, c, history(c));
        for (uint256 i = 0; i < 2; ++i) {
            address who = i == 0 ? first : second;
            vm.prank(who);
            vm.expectRevert(abi.encodeWithSelector(IAttention.NotAuditor.selector, who));
            attention.seal{value: bond}(c, SALT);
        }
    }

    /// @dev Theft: sealing what another sealed, to open it when that is opened.
    function test_aCopiedSealCanNotBeOpened() public {
        bytes32 c = window();
        (address first, address second) = drawn(c);
        uint64 a = sealAs(first, c, history(c));
        bytes32 copy = attention.answer(a).sealHash;
        vm.prank(second);
        uint64 b = attention.seal{value: bond}(c, copy);
        passTo(c, 1);
        attention.open(a, history(c));
        vm.expectRevert(IAttention.WrongSeal.selector);
        attention.open(b, history(c));
        vm.expectRevert(IAttention.WrongSeal.selector);
        attention.open(b, garbage(c));
        finaliseAll();
        passTo(c, 6);
        attention.settle(b);
        vm.assertEq(credit(second), bond - bond / 10, "a tenth is burned");
        vm.assertEq(DEAD.balance, bond / 10, "for ever");
    }

    function test_openingHasItsSpell() public {
        bytes32 c = window();
        (uint64 a, uint64 b) = sealBoth(c, history(c), history(c));
        passTo(c, 0);
        vm.expectRevert(IDuels.NotYet.selector);
        attention.open(a, history(c));
        passTo(c, 1);
        attention.open(a, history(c));
        vm.expectRevert(abi.encodeWithSelector(IDuels.WrongPledge.selector, a, PledgeStatus.Standing));
        attention.open(a, history(c));
        passTo(c, 6);
        vm.expectRevert(abi.encodeWithSelector(IDuels.TooLate.selector, committedAt(c) + 25));
        attention.open(b, history(c));
    }

    function test_zeroIsNoHistory() public {
        bytes32 c = window();
        (address first,) = drawn(c);
        uint64 a = sealAs(first, c, 0);
        passTo(c, 1);
        vm.expectRevert(IAttention.InvalidRoot.selector);
        attention.open(a, 0);
    }

    function test_whatCanNotBeAudited() public {
        bytes32 c = window();
        (address first,) = drawn(c);
        passTo(c, 1);
        refuseSeal(first, c);
        // A challenge that is opened may show the history in its match.
        c = window();
        (first,) = drawn(c);
        uint64 id = sealOnly(challenger, c, lie(1));
        vm.assertEq(disputes.firstOpenedAt(c), 0, "sealed only");
        pass(1);
        openSealed(challenger, c, id, lie(1));
        vm.assertEq(disputes.firstOpenedAt(c), vm.getBlockTimestamp(), "opened");
        refuseSeal(first, c);
        refuseSeal(first, keccak256("nothing"));
    }

    /// @dev Both states of a window of one step are public.
    function test_aWindowOfOneStepHasNoSecret() public {
        Run memory d = devnet();
        d.schedule.totalSteps = 5;
        use(createRun(d));
        commitTruth(worker);
        bytes32 c = window();
        (address first,) = drawn(c);
        vm.assertEq(training.claimOf(c).steps, 1, "one step");
        refuseSeal(first, c);
    }

    function refuseSeal(address who, bytes32 c) private {
        vm.prank(who);
        vm.expectRevert(abi.encodeWithSelector(IAttention.NotAuditable.selector, c));
        attention.seal{value: bond}(c, SALT);
    }

    // Windows that don't become final

    function test_rejectedAndVoided_everythingBack() public {
        bytes32 low = commit(worker, lie(0));
        bytes32 high = commit(honest, truth(1));
        pass(11);
        uint64[2] memory lows;
        uint64[2] memory highs;
        (lows[0], lows[1]) = sealBoth(low, history(low), garbage(low));
        (highs[0], highs[1]) = sealBoth(high, history(high), garbage(high));
        uint64 canary = plantAs(planter, high, history(high));
        uint64 id = challenge(challenger, low, truth(0));
        passTo(high, 1);
        // One of each is opened, one sleeps.
        attention.open(lows[0], history(low));
        attention.open(highs[0], history(high));
        vm.expectRevert(IDuels.NotYet.selector);
        attention.settle(lows[1]);
        play(challenger, id, Outcome.CommitterConvicted);
        assertStatus(low, Status.Rejected, "rejected");
        assertStatus(high, Status.Voided, "voided");
        attention.openCanary(canary, high, history(high), SALT);
        vm.assertEq(credit(planter), bond + jackpot, "the planter has it all back");
        for (uint256 i = 0; i < 2; ++i) {
            attention.settle(lows[i]);
            attention.settle(highs[i]);
        }
        uint256 all = 0;
        for (uint256 i = 0; i < 5; ++i) {
            all += credit(five[i]);
        }
        vm.assertEq(all, 4 * bond, "every bond whole");
        Record memory r = attention.record(run);
        vm.assertTrue(r.tasks == 0 && r.answered == 0 && r.live == 0, "nothing on record");
        vm.assertEq(budgetLedger(), 0, "no budget for what isn't final");
    }

    // Contradictions

    function test_theWrongOneLosesItsBond() public {
        for (uint256 i = 0; i < 2; ++i) {
            bytes32 c = window();
            bool first = i == 0;
            (uint64 a, uint64 b) = answered(c, first ? garbage(c) : history(c), first ? history(c) : garbage(c));
            uint64 id = attention.duel(a, b);
            vm.assertEq(id, FIRST_DUEL + i, "its id");
            checkTerms(id, a, b);
            (uint64 wrong, uint64 right) = first ? (a, b) : (b, a);
            passTo(c, 11);
            vm.expectRevert(IDuels.NotYet.selector);
            attention.settle(right);
            checkDefeat(id, wrong, right, first);
        }
        Record memory r = attention.record(run);
        vm.assertTrue(r.answered == 4 && r.right == 2 && r.live == 0, "half were right");
        assertSolvent();
    }

    function checkTerms(uint64 id, uint64 a, uint64 b) private {
        Terms memory t = matches.terms(id);
        vm.assertEq(t.committerRoot, t.challengerRoot, "both end in the final root");
        vm.assertTrue(t.committer == ownerOf(a) && t.challenger == ownerOf(b) && t.steps == 4, "its terms");
        Given memory g = attention.given(id);
        vm.assertEq(g.committerList, attention.answer(a).root, "one list");
        vm.assertEq(g.challengerList, attention.answer(b).root, "and the other");
        vm.assertTrue(g.programRoot == 0 && attention.meeting(b, a) == id, "the run's program");
        vm.expectRevert(IDuels.NotYet.selector);
        attention.conclude(id);
        vm.expectRevert(abi.encodeWithSelector(IDuels.NoContradiction.selector, b, a));
        attention.duel(b, a);
    }

    function checkDefeat(uint64 id, uint64 wrong, uint64 right, bool first) private {
        (address loser, address winner) = (ownerOf(wrong), ownerOf(right));
        (uint256 had, uint256 lost, uint256 dead) = (credit(winner), credit(loser), DEAD.balance);
        Outcome end = first ? Outcome.CommitterConvicted : Outcome.ChallengerConvicted;
        matches.end(id, end, COMMITTER_GAS, CHALLENGER_GAS);
        attention.conclude(id);
        vm.expectRevert(abi.encodeWithSelector(IDuels.WrongDuel.selector, id));
        attention.conclude(id);
        attention.settle(right);
        (uint256 won, uint256 burned) = spoils(first ? CHALLENGER_GAS : COMMITTER_GAS);
        vm.assertEq(credit(winner) - had, won + bond + windowBudget() * 40 / 100, "spoils, bond and pay");
        vm.assertEq(credit(loser), lost, "nothing");
        vm.assertEq(DEAD.balance - dead, burned, "half and more is burned");
        assertPledge(wrong, PledgeStatus.Defeated, "defeated");
        vm.assertTrue(attention.duelOf(id).concluded, "recorded");
    }

    function test_duelsNeedAContradictionOverAFinalWindow() public {
        bytes32 c = window();
        (uint64 a, uint64 b) = sealBoth(c, history(c), garbage(c));
        vm.expectRevert(abi.encodeWithSelector(IDuels.NoContradiction.selector, a, b));
        attention.duel(a, b);
        passTo(c, 1);
        attention.open(a, history(c));
        vm.expectRevert(abi.encodeWithSelector(IDuels.NotFinal.selector, c));
        attention.duel(a, b);
        finaliseAll();
        vm.expectRevert(abi.encodeWithSelector(IDuels.WrongPledge.selector, b, PledgeStatus.Sealed));
        attention.duel(a, b);
        vm.expectRevert(abi.encodeWithSelector(IDuels.NoContradiction.selector, a, a));
        attention.duel(a, a);
        bytes32 other = window();
        (uint64 x, uint64 y) = answered(other, history(other), history(other));
        vm.expectRevert(abi.encodeWithSelector(IDuels.NoContradiction.selector, x, y));
        attention.duel(x, y);
        vm.expectRevert(abi.encodeWithSelector(IDuels.NoContradiction.selector, a, x));
        attention.duel(a, x);
    }

    function test_bothSilent_bothBurned() public {
        bytes32 c = window();
        (uint64 a, uint64 b) = answered(c, garbage(c), keccak256("other garbage"));
        uint64 id = attention.duel(a, b);
        matches.end(id, Outcome.BothSilent, 0, 0);
        attention.conclude(id);
        vm.assertEq(DEAD.balance, 2 * bond, "burned");
        vm.assertEq(ledger(a) + ledger(b), 0, "all of it");
    }

    function test_bothConvicted_afterTheLeafSendersGas() public {
        bytes32 c = window();
        (uint64 a, uint64 b) = answered(c, garbage(c), keccak256("other garbage"));
        uint64 id = attention.duel(a, b);
        matches.endAtLeaf(id, passer, 0.004 ether);
        attention.conclude(id);
        vm.assertEq(credit(passer), 0.004 ether, "its gas");
        vm.assertEq(DEAD.balance, 2 * bond - 0.004 ether, "the rest burned");
    }

    function test_gasIsCapped() public {
        bytes32 c = window();
        (uint64 a, uint64 b) = answered(c, garbage(c), history(c));
        uint64 id = attention.duel(a, b);
        matches.end(id, Outcome.CommitterConvicted, 0, 1000 ether);
        attention.conclude(id);
        (uint256 won, uint256 burned) = spoils(bond / 5);
        vm.assertEq(credit(ownerOf(b)), won, "a fifth of the bond at most");
        vm.assertEq(DEAD.balance, burned, "burned");
    }

    /// @dev Both answers stay for want of a duel: nobody is paid, nobody loses.
    function test_afterThirtyDaysEvenContradictionsEnd() public {
        bytes32 c = window();
        (uint64 a, uint64 b) = answered(c, garbage(c), history(c));
        passTo(c, 10 + SETTLEMENT_PERIOD);
        vm.expectRevert(IDuels.NotYet.selector);
        attention.settle(a);
        pass(1);
        attention.settle(a);
        // The other doesn't become right by that.
        attention.settle(b);
        vm.assertEq(credit(ownerOf(a)) + credit(ownerOf(b)), 2 * bond, "bonds, no pay");
        vm.assertEq(attention.record(run).right, 0, "nobody was right");
    }

    function test_aRunningDuelIsWaitedForLonger() public {
        bytes32 c = window();
        (uint64 a, uint64 b) = answered(c, garbage(c), history(c));
        attention.duel(a, b);
        passTo(c, 11 + SETTLEMENT_PERIOD);
        vm.expectRevert(IDuels.NotYet.selector);
        attention.settle(b);
    }

    // Payees and tokens

    /// @dev An auditor that can't be paid hinders nobody else.
    function test_aPayeeThatRefusesBlocksNothing() public {
        Refuser refuser = new Refuser();
        vm.deal(address(refuser), PURSE);
        vm.prank(address(refuser));
        validators.stake{value: 1000 ether}();
        pass(1);
        bytes32 c = window();
        for (uint256 i = 0; i < 20; ++i) {
            (address first, address second) = drawn(c);
            if (first == address(refuser) || second == address(refuser)) break;
            passTo(c, 1);
            c = window();
        }
        vm.deal(address(refuser), bond);
        (uint64 a, uint64 b) = answered(c, history(c), history(c));
        passTo(c, 11);
        attention.settle(a);
        attention.settle(b);
        vm.assertGt(credit(address(refuser)), bond, "it has its credit");
    }

    function test_rewardsInATokenThatIsTaxed() public {
        TaxedToken token = taxedRun();
        bytes32 c = window();
        uint64 canary = plantAs(planter, c, history(c));
        Answered memory x = attention.answer(canary);
        vm.assertEq(x.jackpot, jackpot - jackpot / 10, "what arrived");
        (uint64 a, uint64 b) = answered(c, history(c), history(c));
        passTo(c, 6);
        attention.openCanary(canary, c, history(c), SALT);
        passTo(c, 11);
        attention.settle(canary);
        attention.settle(a);
        attention.settle(b);
        vm.assertEq(vault.creditOf(planter, address(token)), x.jackpot, "the jackpot back");
        vm.assertEq(credit(planter), bond, "and the bond");
        vm.assertEq(vault.creditOf(ownerOf(a), address(token)), windowBudget() * 40 / 100, "paid in the token");
        vm.assertEq(vault.held(address(token)), token.balanceOf(core.vault), "the books are right");
        assertSolvent();
    }

    function taxedRun() private returns (TaxedToken token) {
        token = new TaxedToken();
        Run memory d = devnet();
        d.economy.rewardToken = address(token);
        use(createRun(d));
        address[2] memory payers = [author, planter];
        for (uint256 i = 0; i < 2; ++i) {
            token.mint(payers[i], 10 ether);
            vm.prank(payers[i]);
            token.approve(core.vault, 10 ether);
        }
        vm.prank(author);
        registry.fund(run, 1 ether);
    }

    // What nobody earned

    function test_reclaim_byTheOwner_onceTheRunIsOverAndNothingLives() public {
        bytes32 c = window();
        (uint64 a, uint64 b) = answered(c, history(c), 0);
        vm.assertEq(b, 0, "one sleeps");
        refuseReclaim(author);
        pass(31 days);
        refuseReclaim(author);
        attention.settle(a);
        refuseReclaim(passer);
        vm.prank(author);
        vm.assertEq(attention.reclaim(run), windowBudget(), "all that nobody earned");
        vm.assertEq(credit(author), windowBudget(), "credited");
        (uint256 forAuditors, uint256 forCanaries) = attention.budget(run);
        vm.assertEq(forAuditors + forCanaries, 0, "nothing left");
        // The run goes on; so does its budget.
        audited();
        (forAuditors, forCanaries) = attention.budget(run);
        vm.assertEq(forAuditors, 0, "earned");
        vm.assertEq(forCanaries, windowBudget() / 5, "the pot begins anew");
    }

    function refuseReclaim(address who) private {
        vm.prank(who);
        vm.expectRevert(abi.encodeWithSelector(IAttention.NotReclaimable.selector, run));
        attention.reclaim(run);
    }

    /// @dev Whatever the reward, the parts never exceed what came in.
    function testFuzz_theBudgetIsEnough(uint96 reward, uint8 windows) public {
        Run memory d = devnet();
        d.economy.reward = reward % 0.001 ether;
        use(createRun(d));
        uint256 paid = 0;
        for (uint256 i = 0; i < 1 + windows % 4; ++i) {
            bytes32 c = window();
            (address first, address second) = drawn(c);
            uint256 had = credit(first) + credit(second);
            (uint64 a, uint64 b) = answered(c, history(c), history(c));
            passTo(c, 11);
            attention.settle(a);
            attention.settle(b);
            paid += credit(first) + credit(second) - had - 2 * bond;
        }
        uint256 all = (1 + uint256(windows) % 4) * windowBudget();
        vm.assertEq(paid + budgetLedger(), all, "conserved");
        vm.assertEq(paid, (1 + uint256(windows) % 4) * 2 * (windowBudget() * 40 / 100), "everybody got its 40 %");
    }

    function test_hashesNameChainAndContract() public {
        bytes32 c = window();
        bytes32 one = attention.auditSealOf(c, worker, SALT);
        bytes32 two = attention.canarySealOf(c, worker, SALT, SALT);
        vm.chainId(31338);
        vm.assertNotEq(one, attention.auditSealOf(c, worker, SALT), "chain");
        vm.assertNotEq(two, attention.canarySealOf(c, worker, SALT, SALT), "chain");
        Task memory t = attention.task(c);
        vm.assertTrue(t.first == 0 && t.standing == 0, "nobody sealed");
        vm.assertEq(vault.ledger(core.attention, attention.budgetKey(run), NATIVE), 0, "no budget yet");
    }
}
