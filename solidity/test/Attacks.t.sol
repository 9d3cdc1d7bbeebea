// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {Core, NATIVE} from "../src/Core.sol";
import {Disputes} from "../src/Disputes.sol";
import {Training} from "../src/Training.sol";
import {Vault} from "../src/Vault.sol";
import {ICourt, Verdict} from "../src/interfaces/ICourt.sol";
import {ChallengeStatus, IDisputes} from "../src/interfaces/IDisputes.sol";
import {Outcome, Side} from "../src/interfaces/IMatches.sol";
import {Run} from "../src/interfaces/IRunRegistry.sol";
import {ITraining, Status} from "../src/interfaces/ITraining.sol";
import {Base} from "./Base.sol";

/// @notice Ways to make money, or to cost others theirs, that were tried while the contracts were written. What each attacker is left with is
/// measured, over all accounts that work together.
contract AttacksTest is Base {
    address private friend = actor("liar's friend");

    function setUp() public override {
        super.setUp();
        stakeJury();
    }

    function worth(address who) private view returns (uint256) {
        return who.balance + credit(who);
    }

    /// @dev The window is committed truly by another and made final, and everything that can be settled is.
    function conclude(bytes32 wrong, uint64[] memory challenges) private {
        commitTruth(worker);
        pass(21);
        training.finalise(run, 100);
        for (uint256 i = 0; i < challenges.length; ++i) {
            disputes.settleChallenge(challenges[i]);
        }
        address[] memory seated = court.jurors(wrong, 1);
        for (uint256 i = 0; i < seated.length; ++i) {
            settleSeats(wrong, seated[i]);
        }
        assertSolvent();
    }

    function test_liarWhoChallengesItselfAndBuildsOnItsOwnLieStillLosesHalf() public {
        uint256 before = worth(liar) + worth(friend) + worth(beneficiary);
        bytes32 wrong = commit(liar, lie(0));
        uint64[] memory ids = new uint64[](2);
        uint64 first = sealOnly(friend, wrong, truth(0)); // first in line, to earn the reward for finding itself
        bytes32[4] memory above;
        for (uint256 i = 0; i < 4; ++i) {
            above[i] = commit(friend, lie(uint64(i) + 1)); // and all the windows that are voided
        }
        uint64 second = sealOnly(challenger, wrong, truth(0));
        openSealed(friend, wrong, first, truth(0));
        pass(1);
        uint256 honestBefore = worth(challenger);
        openSealed(challenger, wrong, second, truth(0));
        decide(wrong, truth(0));
        (ids[0], ids[1]) = (first, second);
        conclude(wrong, ids);
        for (uint256 i = 0; i < 4; ++i) {
            training.claimVoided(above[i]);
        }
        uint256 pot = training.commitment(wrong).bond - registry.courtFee(run);
        uint256 lost = before - worth(liar) - worth(friend) - worth(beneficiary);
        vm.assertGe(lost, (pot - disputes.gasOf(wrong, truth(0))) / 2, "half the bond is gone");
        vm.assertGe(
            worth(challenger) - honestBefore,
            registry.challengeBond(run),
            "the honest challenger is whole, second or not"
        );
    }

    function test_copiedSealPaysTheOriginalsBeneficiary() public {
        bytes32 wrong = commit(liar, lie(0));
        // The copy gets in before the original.
        uint64 copy = sealOnly(griefer, wrong, truth(0));
        uint64 original = sealOnly(challenger, wrong, truth(0));
        pass(1);
        openSealed(griefer, wrong, copy, truth(0));
        openSealed(challenger, wrong, original, truth(0));
        decide(wrong, truth(0));
        uint64[] memory ids = new uint64[](2);
        (ids[0], ids[1]) = (copy, original);
        conclude(wrong, ids);
        vm.assertGt(credit(beneficiary), 0, "the reward went where the preimage says");
        vm.assertLe(
            credit(griefer), registry.challengeBond(run) + disputes.challenge(copy).gasCost, "nothing for the copier"
        );
    }

    function test_snipedOpenChangesNothing() public {
        bytes32 wrong = commit(liar, lie(0));
        uint64 id = sealOnly(challenger, wrong, truth(0));
        pass(1);
        openSealed(griefer, wrong, id, truth(0)); // seen in the mempool, sent first
        decide(wrong, truth(0));
        uint64[] memory ids = new uint64[](1);
        ids[0] = id;
        conclude(wrong, ids);
        vm.assertGe(credit(challenger), registry.challengeBond(run), "bond to the challenger");
        vm.assertGt(credit(beneficiary), 0, "reward to its beneficiary");
        vm.assertEq(credit(griefer), 0, "nothing for the sniper");
    }

    function test_sealsDelayFinalityByOneOpenWindowAtMostAndCost() public {
        bytes32 right = commitTruth(worker);
        uint64[5] memory ids;
        for (uint256 i = 0; i < 5; ++i) {
            pass(4);
            ids[i] = sealOnly(griefer, right, lie(0));
        }
        pass(6); // 20 s of challenge period, 5 s of open window
        for (uint256 i = 0; i < 5; ++i) {
            disputes.lapse(ids[i]);
        }
        training.finalise(run, 1);
        vm.assertEq(credit(griefer), 5 * (registry.challengeBond(run) * 9 / 10), "a tenth of each bond");
    }

    function test_committingTheRejectedLieAgainBringsNothingBack() public {
        bytes32 wrong = commit(liar, lie(0));
        uint64 id = challenge(challenger, wrong, truth(0));
        decide(wrong, truth(0));
        uint256 had = credit(liar);
        bytes32 again = commit(friend, lie(0));
        uint64 second = challenge(challenger, again, truth(0));
        decide(again, truth(0));
        uint64[] memory ids = new uint64[](2);
        (ids[0], ids[1]) = (id, second);
        conclude(wrong, ids);
        vm.assertEq(credit(liar), had, "still only the unused court fee");
        vm.assertEq(credit(friend), registry.courtFee(run) / 2, "and the same for the friend");
    }

    function test_idlerIsntSavedByARollbackAfterItsDeadline() public {
        bytes32 wrong = commit(liar, lie(0));
        challenge(challenger, wrong, truth(0));
        uint256 bond = training.requiredBond(run);
        acquire(idler);
        seatJury(wrong);
        commitBallot(jury[0], wrong, truth(0));
        commitBallot(jury[1], wrong, truth(0));
        pass(21);
        court.reveal(wrong, jury[0], truth(0), SALT);
        pass(11); // the idler's deadline passes; nobody calls expire
        court.reveal(wrong, jury[1], truth(0), SALT);
        court.tally(wrong);
        vm.assertEq(training.lease(run).holder, address(0), "the rollback ended its lease");
        vm.assertEq(credit(idler), bond - bond / 2, "as expired");
        vm.assertEq(training.progress(run).doublings, 1, "and the next bond doubles");
        assertSolvent();
    }

    function test_boughtMajorityLosesToArithmetic() public {
        bytes32 wrong = commit(liar, lie(0));
        uint64[] memory ids = new uint64[](1);
        ids[0] = challenge(challenger, wrong, truth(0));
        hold(wrong, [lie(0), lie(0), truth(0)]);
        play(challenger, ids[0], Outcome.CommitterConvicted);
        uint256 honestBefore = credit(jury[2]);
        conclude(wrong, ids);
        vm.assertEq(validators.validator(jury[0]).stake, 4 ether, "bought: burned");
        vm.assertEq(validators.validator(jury[2]).stake, 5 ether, "the honest minority: whole");
        vm.assertEq(credit(jury[2]) - honestBefore, 0.01 ether, "and paid");
        vm.assertGe(credit(challenger), registry.challengeBond(run) + CHALLENGER_GAS, "the honest side: whole");
    }

    /// A worker commits the truth, a friend challenges it, the jury says so, and both fall silent to have the jurors burned.
    function test_pairThatFallsSilentBurnsItselfAndNoJuror() public {
        uint256 before = worth(liar) + worth(friend);
        bytes32 right = commitTruth(liar);
        uint64 id = challenge(friend, right, lie(0));
        holdUnanimous(right, truth(0));
        play(friend, id, Outcome.BothSilent);
        uint64[] memory ids = new uint64[](1);
        ids[0] = id;
        conclude(right, ids);
        for (uint256 i = 0; i < 3; ++i) {
            vm.assertEq(validators.validator(jury[i]).stake, 5 ether, "judged by the root, not by the match");
            vm.assertEq(credit(jury[i]), 0.01 ether, "and paid");
        }
        uint256 lost = before - worth(liar) - worth(friend);
        uint256 bonds = training.commitment(right).bond + registry.challengeBond(run) - 2 * registry.courtFee(run);
        vm.assertGe(lost, bonds, "both their bonds are gone");
    }

    /// The liar's friend seals first, names the truth, and plays its match with the liar in no time, to be the one who convicts.
    function test_puppetThatConvictsFirstStillCostsTheLiarHalf() public {
        uint256 before = worth(liar) + worth(friend) + worth(beneficiary);
        bytes32 wrong = commit(liar, lie(0));
        uint64[] memory ids = new uint64[](2);
        ids[0] = challenge(friend, wrong, truth(0));
        ids[1] = challenge(challenger, wrong, truth(0));
        uint256 honestBefore = worth(challenger);
        openArithmetic(challenger, ids[1]);
        play(friend, ids[0], Outcome.CommitterConvicted);
        matches.end(ids[1], Outcome.ChallengerConvicted, 0, CHALLENGER_GAS); // the clock of one who went home
        disputes.conclude(ids[1]);
        conclude(wrong, ids);
        uint256 pot = training.commitment(wrong).bond - registry.courtFee(run);
        uint256 lost = before - worth(liar) - worth(friend) - worth(beneficiary);
        vm.assertGe(lost, (pot - share_(pot)) / 2, "half the bond is gone");
        vm.assertGe(worth(challenger) - honestBefore, registry.challengeBond(run) + CHALLENGER_GAS, "whole");
    }

    function share_(uint256 pot) private pure returns (uint256) {
        return pot / 5;
    }

    /// A puppet that names the truth and seals first, then loses on purpose, so that nobody is rewarded or the liar looks cleared.
    function test_puppetThatLosesOnPurposeTakesNothingFromTheHonest() public {
        bytes32 wrong = commit(liar, lie(0));
        uint64[] memory ids = new uint64[](2);
        ids[0] = challenge(friend, wrong, truth(0));
        ids[1] = challenge(challenger, wrong, truth(0));
        play(friend, ids[0], Outcome.ChallengerConvicted);
        play(challenger, ids[1], Outcome.CommitterConvicted);
        disputes.nominate(ids[1]);
        conclude(wrong, ids);
        uint256 gas = disputes.challenge(ids[1]).gasCost;
        uint256 pot = training.commitment(wrong).bond - registry.courtFee(run);
        vm.assertEq(credit(challenger), registry.challengeBond(run) + gas, "whole");
        vm.assertEq(credit(beneficiary), (pot - gas) * 40 / 100, "all of the reward");
        vm.assertEq(credit(friend), registry.courtFee(run), "the puppet's bond is gone");
    }

    /// Many puppets name the truth and burn gas, to eat the refunds.
    function test_puppetsThatInflateGasEatAFifthAtMostAndNoReward() public {
        bytes32 wrong = commit(liar, lie(0));
        uint64[] memory ids = new uint64[](11);
        ids[0] = challenge(challenger, wrong, truth(0));
        for (uint256 i = 1; i < 11; ++i) {
            ids[i] = challenge(friend, wrong, truth(0));
            openArithmetic(friend, ids[i]);
        }
        openArithmetic(challenger, ids[0]);
        for (uint256 i = 1; i < 11; ++i) {
            matches.spend(ids[i], Side.Challenger, 100 ether);
        }
        endMatch(ids[0], Outcome.CommitterConvicted);
        for (uint256 i = 1; i < 11; ++i) {
            matches.end(ids[i], Outcome.CommitterConvicted, 0, 100 ether);
            disputes.conclude(ids[i]);
        }
        conclude(wrong, ids);
        uint256 pot = training.commitment(wrong).bond - registry.courtFee(run);
        vm.assertLe(credit(friend), 10 * registry.challengeBond(run) + pot / 5, "a fifth at most");
        vm.assertEq(credit(beneficiary), (pot - pot / 5) * 40 / 100, "the reward is the earliest seal's");
        vm.assertGe(credit(challenger), registry.challengeBond(run), "the honest bond is whole");
    }

    /// A worker that was right has itself voted out and cleared, to be paid twice for one window.
    function test_beingClearedOnPurposeCostsMoreThanTheReward() public {
        uint256 before = worth(worker) + worth(friend);
        bytes32 right = commitTruth(worker);
        uint64 id = challenge(friend, right, lie(0));
        holdUnanimous(right, lie(0)); // bought, at no price here
        play(friend, id, Outcome.ChallengerConvicted);
        pass(21);
        court.resolve(right);
        uint64[] memory ids = new uint64[](1);
        ids[0] = id;
        conclude(right, ids); // the worker commits it again
        uint256 honestly = 0.004 ether;
        vm.assertLt(worth(worker) + worth(friend), before + honestly, "poorer than by working once");
    }

    function test_lateSealAfterTheCaseClosedIsStillHeard() public {
        bytes32 wrong = commit(liar, lie(0));
        uint64[] memory ids = new uint64[](2);
        ids[0] = challenge(friend, wrong, lie(1)); // a strawman, in a case that is over quickly
        play(friend, ids[0], Outcome.ChallengerConvicted);
        holdUnanimous(wrong, lie(0));
        court.resolve(wrong);
        vm.assertEq(uint256(court.outcome(wrong)), uint256(Verdict.Stands), "stands");
        pass(15);
        ids[1] = challenge(challenger, wrong, truth(0));
        play(challenger, ids[1], Outcome.CommitterConvicted);
        assertStatus(wrong, Status.Rejected, "rejected");
        conclude(wrong, ids);
        vm.assertGt(credit(beneficiary), 0, "rewarded");
    }

    function test_nothingIsPaidTwice() public {
        bytes32 wrong = commit(liar, lie(0));
        uint64[] memory ids = new uint64[](1);
        ids[0] = challenge(challenger, wrong, truth(0));
        holdUnanimous(wrong, truth(0));
        play(challenger, ids[0], Outcome.CommitterConvicted);
        conclude(wrong, ids);
        uint256 paid = credit(challenger) + credit(beneficiary) + credit(liar);
        vm.expectPartialRevert(IDisputes.WrongChallenge.selector);
        disputes.settleChallenge(ids[0]);
        vm.expectPartialRevert(IDisputes.WrongChallenge.selector);
        disputes.conclude(ids[0]);
        vm.expectPartialRevert(ITraining.WrongStatus.selector);
        training.settle(wrong);
        vm.expectPartialRevert(ICourt.WrongPhase.selector);
        court.resolve(wrong);
        vm.expectPartialRevert(ICourt.WrongSeat.selector);
        court.settleSeat(wrong, 1, jury[0]);
        vm.expectPartialRevert(ITraining.WrongStatus.selector);
        training.claimVoided(wrong);
        vm.assertEq(credit(challenger) + credit(beneficiary) + credit(liar), paid, "once");
    }

    /// A reward token that calls back into everything whenever it moves.
    function test_reenteringTokenChangesNothing() public {
        ReenteringToken token = new ReenteringToken();
        Run memory d = devnet();
        d.economy.rewardToken = address(token);
        run = createRun(d);
        token.mint(author, 100 ether);
        vm.startPrank(author);
        token.approve(core.vault, type(uint256).max);
        registry.fund(run, 1 ether);
        vm.stopPrank();
        bytes32 wrong = commit(liar, lie(0));
        uint64[] memory ids = new uint64[](1);
        ids[0] = challenge(challenger, wrong, truth(0));
        play(challenger, ids[0], Outcome.CommitterConvicted);
        commitTruth(worker);
        pass(21);
        training.finalise(run, 1);
        token.arm(core, run, wrong, ids[0]);
        vm.prank(author);
        registry.fund(run, 1 ether);
        vm.assertTrue(token.called(), "it did call");
        token.arm(core, run, wrong, ids[0]);
        vm.prank(worker);
        vm.assertEq(vault.withdraw(address(token)), 0.004 ether, "no more than its credit");
        vm.assertEq(uint256(disputes.challenge(ids[0]).status), uint256(ChallengeStatus.Won), "paid, once");
        vm.assertEq(vault.held(address(token)), token.balanceOf(core.vault), "the books are right");
        assertSolvent();
    }

    function test_forcedCoinsDontEnterTheBooks() public {
        vm.deal(core.vault, core.vault.balance + 1 ether);
        vm.assertEq(core.vault.balance, vault.held(NATIVE) + 1 ether, "more than the books say, and nobody's");
        vm.prank(passer);
        (bool ok,) = core.vault.call{value: 1}("");
        vm.assertFalse(ok, "and coins without a purpose are refused");
    }
}

/// @notice Calls what pays whenever it is transferred.
contract ReenteringToken is ERC20("Reentering", "RE") {
    Core private core;
    uint64 private run;
    bytes32 private commitment;
    uint64 private challenge;
    bool private armed;
    bool public called;

    function mint(address to, uint256 amount) external {
        _mint(to, amount);
    }

    function arm(Core calldata core_, uint64 run_, bytes32 commitment_, uint64 challenge_) external {
        (core, run, commitment, challenge, armed) = (core_, run_, commitment_, challenge_, true);
    }

    function _update(address from, address to, uint256 value) internal override {
        super._update(from, to, value);
        if (!armed) return;
        armed = false;
        called = true;
        call(core.disputes, abi.encodeCall(Disputes.settleChallenge, (challenge)));
        call(core.disputes, abi.encodeCall(Disputes.settleChallenge, (challenge)));
        call(core.disputes, abi.encodeCall(Disputes.conclude, (challenge)));
        call(core.training, abi.encodeCall(Training.finalise, (run, 10)));
        call(core.training, abi.encodeCall(Training.settle, (commitment)));
        call(core.vault, abi.encodeCall(Vault.withdraw, (address(this))));
        call(core.vault, abi.encodeCall(Vault.withdraw, (address(0))));
    }

    function call(address to, bytes memory data) private {
        (bool ok,) = to.call(data);
        ok;
    }
}
