// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {NATIVE} from "../src/Core.sol";
import {ChallengeStatus} from "../src/interfaces/IDisputes.sol";
import {Status} from "../src/interfaces/ITraining.sol";
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
        for (uint256 i = 0; i < 3; ++i) {
            court.settleSeat(wrong, jury[i]);
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
        court.freeze(wrong);
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

    /// The limit of the court, on record: promise 3 needs an honest majority of jurors until arithmetic outranks them.
    function test_boughtMajorityWinsUntilArithmeticExists() public {
        bytes32 wrong = commit(liar, lie(0));
        uint64 id = challenge(challenger, wrong, truth(0));
        hold(wrong, [lie(0), lie(0), truth(0)]);
        pass(6);
        court.resolve(wrong);
        pass(21);
        training.finalise(run, 1);
        assertStatus(wrong, Status.Finalised, "final");
        disputes.settleChallenge(id);
        vm.assertEq(uint256(disputes.challenge(id).status), uint256(ChallengeStatus.Defeated), "defeated");
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
