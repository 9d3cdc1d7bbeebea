// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ABSTAIN, NATIVE} from "../src/Core.sol";
import {ICourt, Verdict} from "../src/interfaces/ICourt.sol";
import {ChallengeStatus, IDisputes} from "../src/interfaces/IDisputes.sol";
import {Outcome} from "../src/interfaces/IMatches.sol";
import {ITraining, Status} from "../src/interfaces/ITraining.sol";
import {Base} from "./Base.sol";

contract DisputesTest is Base {
    function setUp() public override {
        super.setUp();
        stakeJury();
    }

    function test_lie_isVotedOutAndPaysItsFinder() public {
        bytes32 wrong = commit(liar, lie(0));
        uint256 bond = training.commitment(wrong).bond;
        uint256 fee = registry.courtFee(run);
        uint64 id = challenge(challenger, wrong, truth(0));
        decide(wrong, truth(0));
        assertStatus(wrong, Status.Rejected, "rejected");
        // Three jurors named a root; the other three seats of the fee go back even to the liar.
        vm.assertEq(credit(liar), fee / 2, "unused court fee");
        vm.expectRevert(ITraining.NotYet.selector);
        disputes.settleChallenge(id);

        commitTruth(worker);
        pass(21);
        training.finalise(run, 1);
        disputes.settleChallenge(id);
        vm.snapshotGasLastCall("settleChallenge");
        uint256 pot = bond - fee;
        uint256 gas = disputes.challenge(id).gasCost;
        vm.assertGt(gas, 0, "gas was counted");
        vm.assertLe(gas, pot / 5, "and is below the cap here");
        vm.assertEq(credit(challenger), registry.challengeBond(run) + gas, "bond and gas");
        vm.assertEq(credit(beneficiary), (pot - gas) * 40 / 100, "reward");
        vm.assertEq(credit(liar), fee / 2, "nothing more for the liar");
        vm.assertEq(uint256(disputes.challenge(id).status), uint256(ChallengeStatus.Won), "won");
        vm.expectPartialRevert(IDisputes.WrongChallenge.selector);
        disputes.settleChallenge(id);

        uint256 before = credit(jury[0]);
        for (uint256 i = 0; i < 3; ++i) {
            settleSeats(wrong, jury[i]);
        }
        vm.assertEq(credit(jury[0]) - before, 0.01 ether, "juror's fee");
        vm.assertEq(vault.ledger(core.court, court.caseKey(wrong), NATIVE), 0, "case ledger empty");
        vm.assertEq(bondLedger(training.commitment(wrong).fence), 0, "bond ledger empty");
        vm.assertEq(challengeLedger(id), 0, "challenge ledger empty");
        vm.assertEq(vault.ledger(core.disputes, disputes.potKey(wrong), NATIVE), 0, "pot empty");
        assertSolvent();
    }

    function test_griefer_paysTheCommitter() public {
        bytes32 right = commitTruth(worker);
        uint64 id = challenge(griefer, right, lie(0));
        decide(right, truth(0));
        assertStatus(right, Status.Pending, "stands");
        vm.expectRevert(IDisputes.NotYet.selector);
        disputes.settleChallenge(id);
        pass(21);
        training.finalise(run, 1);
        uint256 had = credit(worker);
        disputes.settleChallenge(id);
        uint256 fee = registry.courtFee(run);
        uint256 proper = registry.challengeBond(run) - fee;
        vm.assertEq(credit(griefer), fee / 2, "unused court fee");
        vm.assertEq(credit(worker) - had, proper * 40 / 100, "committer's part");
        for (uint256 i = 0; i < 3; ++i) {
            settleSeats(right, jury[i]);
            vm.assertEq(credit(jury[i]), 0.01 ether, "juror's fee");
        }
        vm.assertEq(challengeLedger(id), 0, "challenge ledger empty");
        assertSolvent();
    }

    function test_noMajority_leadsToArithmeticAndTheLoserPaysTheJury() public {
        bytes32 right = commitTruth(worker);
        uint64 id = challenge(griefer, right, lie(0));
        hold(right, [truth(0), lie(0), ABSTAIN]);
        vm.assertEq(uint256(court.caseOf(right).verdict), uint256(Verdict.NoMajority), "no majority");
        pass(3650 days);
        vm.expectPartialRevert(ICourt.NotYet.selector);
        court.resolve(right);
        assertStatus(right, Status.Pending, "no jury never rejects");
        vm.expectRevert(ITraining.NothingToFinalise.selector);
        training.finalise(run, 1);
        play(passer, id, Outcome.ChallengerConvicted); // by anyone, at any time
        court.resolve(right);
        vm.assertEq(uint256(court.outcome(right)), uint256(Verdict.Stands), "stands");
        training.finalise(run, 1);
        disputes.settleChallenge(id);
        vm.assertEq(credit(griefer), registry.courtFee(run) - 0.04 ether, "the griefer pays two ballots of each jury");
        settleSeats(right, jury[0]);
        settleSeats(right, jury[1]);
        settleSeats(right, jury[2]);
        vm.assertEq(credit(jury[0]), 0.02 ether, "the right juror is paid, twice");
        vm.assertEq(validators.validator(jury[1]).stake, 3 ether, "the wrong one loses both seats' stakes");
        vm.assertEq(validators.validator(jury[2]).stake, 5 ether, "abstaining is free");
        vm.assertEq(vault.ledger(core.court, court.caseKey(right), NATIVE), 0, "case ledger empty");
        assertSolvent();
    }

    function test_wronglyVotedOut_getsItsBondBackWhenItsRootIsFinal() public {
        bytes32 right = commitTruth(worker);
        uint256 bond = training.commitment(right).bond;
        uint64 id = challenge(griefer, right, lie(0));
        decide(right, lie(0));
        commitTruth(honest); // the same window gives the same root again
        pass(21);
        training.finalise(run, 1);
        disputes.settleChallenge(id);
        uint256 fee = registry.courtFee(run);
        uint256 part = (registry.challengeBond(run) - fee) * 40 / 100;
        vm.assertEq(credit(worker), bond - fee / 2 + part, "bond less fees, and the griefer's part");
        for (uint256 i = 0; i < 3; ++i) {
            settleSeats(right, jury[i]);
            vm.assertEq(validators.validator(jury[i]).stake, 4 ether, "slashed");
        }
        assertSolvent();
    }

    function test_nothingFinalInThirtyDays_returnsChallengersAndBurnsTheReward() public {
        bytes32 wrong = commit(liar, lie(0));
        uint64 id = challenge(challenger, wrong, truth(0));
        decide(wrong, truth(0));
        pass(30 days);
        vm.expectRevert(ITraining.NotYet.selector);
        disputes.settleChallenge(id);
        pass(1);
        disputes.settleChallenge(id);
        vm.assertEq(credit(challenger), registry.challengeBond(run), "bond back");
        vm.assertEq(credit(beneficiary), 0, "no reward");
        vm.assertEq(credit(liar), registry.courtFee(run) / 2, "nothing for the liar");
        vm.assertEq(bondLedger(1), 0, "the rest is burned");
        settleSeats(wrong, jury[0]);
        vm.assertEq(validators.validator(jury[0]).locked, 0, "stake free");
        vm.assertEq(credit(jury[0]), 0, "no fee");
        assertSolvent();
    }

    function test_rewardGoesToTheEarliestSealWithTheFinalRoot() public {
        bytes32 wrong = commit(liar, lie(0));
        uint64 first = sealOnly(griefer, wrong, keccak256("another lie"));
        uint64 second = sealOnly(challenger, wrong, truth(0));
        uint64 third = sealOnly(honest, wrong, truth(0));
        pass(1);
        openSealed(honest, wrong, third, truth(0));
        openSealed(challenger, wrong, second, truth(0));
        openSealed(griefer, wrong, first, keccak256("another lie"));
        decide(wrong, truth(0));
        commitTruth(worker);
        pass(21);
        training.finalise(run, 1);
        uint256 gas = disputes.gasOf(wrong, truth(0));
        uint256 pot = training.commitment(wrong).bond - registry.courtFee(run);
        disputes.settleChallenge(third);
        vm.assertEq(credit(beneficiary), 0, "the later seal earns no reward");
        disputes.settleChallenge(second);
        vm.assertEq(credit(beneficiary), (pot - gas) * 40 / 100, "the earlier does");
        disputes.settleChallenge(first);
        vm.assertEq(credit(griefer), registry.courtFee(run), "a wrong challenger keeps the unused court fee only");
        vm.assertEq(credit(liar), registry.courtFee(run) / 2, "and a rejected committer gets none of its bond");
        assertSolvent();
    }

    function test_settle_waitsForASealThatCouldStillNameTheRoot() public {
        bytes32 wrong = commit(liar, lie(0));
        uint64 first = challenge(griefer, wrong, keccak256("another lie"));
        holdUnanimous(wrong, truth(0));
        commitTruth(worker);
        pass(18);
        uint64 late = sealOnly(challenger, wrong, truth(0)); // the last second of the challenge period
        court.resolve(wrong);
        pass(3);
        training.finalise(run, 1);
        vm.expectRevert(ITraining.NotYet.selector);
        training.settle(wrong);
        openSealed(challenger, wrong, late, truth(0));
        vm.expectRevert(ITraining.NotYet.selector); // one appeal window after the rejection
        training.settle(wrong);
        pass(3);
        disputes.settleChallenge(first);
        disputes.settleChallenge(late);
        vm.assertGt(credit(beneficiary), 0, "the only one who named the root is rewarded");
        vm.assertEq(uint256(disputes.challenge(first).status), uint256(ChallengeStatus.Defeated), "the other isn't");
        assertSolvent();
    }

    function test_gasRefunds_takeAFifthOfTheBondAtMost() public {
        vm.fee(GAS_PRICE_CAP);
        bytes32 wrong = commit(liar, lie(0));
        uint64[25] memory ids;
        for (uint256 i = 0; i < 25; ++i) {
            ids[i] = sealOnly(challenger, wrong, truth(0));
        }
        pass(1);
        for (uint256 i = 0; i < 25; ++i) {
            openSealed(challenger, wrong, ids[i], truth(0));
        }
        decide(wrong, truth(0));
        commitTruth(worker);
        pass(21);
        training.finalise(run, 1);
        for (uint256 i = 0; i < 25; ++i) {
            disputes.settleChallenge(ids[i]);
        }
        uint256 pot = training.commitment(wrong).bond - registry.courtFee(run);
        vm.assertGt(disputes.gasOf(wrong, truth(0)), pot / 5, "they spent more");
        uint256 refunded = credit(challenger) - 25 * registry.challengeBond(run);
        vm.assertLe(refunded, pot / 5, "than they get");
        vm.assertGe(refunded, pot / 5 - 25, "shared by what each spent");
        vm.assertEq(credit(beneficiary), (pot - pot / 5) * 40 / 100, "the reward comes from the rest");
        assertSolvent();
    }

    function test_seal_needsABondAndThePeriod() public {
        bytes32 c = commitTruth(worker);
        uint256 bond = registry.challengeBond(run);
        vm.startPrank(challenger);
        vm.expectPartialRevert(IDisputes.NotChallengeable.selector);
        disputes.seal{value: bond}(keccak256("unknown"), keccak256("s"));
        vm.expectPartialRevert(IDisputes.WrongBond.selector);
        disputes.seal{value: bond - 1}(c, keccak256("s"));
        pass(20);
        disputes.seal{value: bond}(c, keccak256("s"));
        vm.snapshotGasLastCall("seal");
        pass(1);
        vm.expectPartialRevert(IDisputes.NotChallengeable.selector);
        disputes.seal{value: bond}(c, keccak256("s"));
        vm.stopPrank();
        vm.expectRevert(ITraining.NothingToFinalise.selector);
        training.finalise(run, 1);
    }

    function test_open_bindsEverythingSealed() public {
        bytes32 c = commitTruth(worker);
        bytes32 other = commitTruth(worker);
        uint64 id = sealOnly(challenger, c, lie(0));
        vm.expectRevert(IDisputes.TooEarly.selector);
        disputes.open(c, id, lie(0), beneficiary, SALT);
        pass(1);
        vm.expectPartialRevert(IDisputes.WrongCommitment.selector);
        disputes.open(other, id, lie(0), beneficiary, SALT);
        vm.expectRevert(IDisputes.WrongSeal.selector);
        disputes.open(c, id, lie(1), beneficiary, SALT);
        vm.expectRevert(IDisputes.WrongSeal.selector);
        disputes.open(c, id, lie(0), griefer, SALT);
        vm.expectRevert(IDisputes.WrongSeal.selector);
        disputes.open(c, id, lie(0), beneficiary, keccak256("other salt"));
        uint256 before = vm.snapshotState();
        pass(5);
        vm.expectPartialRevert(IDisputes.TooLate.selector);
        disputes.open(c, id, lie(0), beneficiary, SALT);
        vm.revertToState(before);
        openSealed(challenger, c, id, lie(0));
        vm.snapshotGasLastCall("open");
        vm.expectPartialRevert(IDisputes.WrongChallenge.selector);
        disputes.open(c, id, lie(0), beneficiary, SALT);
    }

    function test_open_refusesTheCommitmentsOwnRoot() public {
        bytes32 c = commitTruth(worker);
        uint64 id = sealOnly(griefer, c, truth(0));
        pass(1);
        vm.expectRevert(IDisputes.InvalidClaim.selector);
        disputes.open(c, id, truth(0), beneficiary, SALT);
    }

    function test_lapse_burnsATenth() public {
        bytes32 c = commitTruth(worker);
        uint64 id = sealOnly(griefer, c, lie(0));
        pass(5);
        vm.expectRevert(IDisputes.NotYet.selector);
        disputes.lapse(id);
        pass(1);
        disputes.lapse(id);
        uint256 bond = registry.challengeBond(run);
        vm.assertEq(credit(griefer), bond - bond / 10, "a tenth burned");
        pass(20);
        training.finalise(run, 1);
        assertSolvent();
    }

    function test_voided_returnsEveryBondWhole() public {
        bytes32 wrong = commit(liar, lie(0));
        bytes32 above = commit(honest, truth(1));
        uint64 opened = challenge(griefer, above, lie(1));
        uint64 sealed_ = sealOnly(griefer, above, lie(1));
        challenge(challenger, wrong, truth(0));
        holdUnanimous(wrong, truth(0));
        disputes.settleChallenge(opened);
        disputes.lapse(sealed_);
        training.claimVoided(above);
        vm.assertEq(credit(griefer), 2 * registry.challengeBond(run), "challenger whole");
        vm.assertEq(credit(honest), training.commitment(above).bond, "committer whole");
        vm.assertEq(uint256(court.outcome(above)), uint256(Verdict.Void), "case void");
        assertSolvent();
    }

    function test_challengeOpenedAfterTheFreezeSharesTheOutcome() public {
        bytes32 right = commitTruth(worker);
        challenge(griefer, right, lie(0));
        seatJury(right);
        uint64 late = challenge(passer, right, keccak256("late"));
        for (uint256 i = 0; i < 3; ++i) {
            commitBallot(jury[i], right, truth(0));
        }
        for (uint256 i = 0; i < 3; ++i) {
            court.reveal(right, jury[i], truth(0), SALT);
        }
        court.tally(right);
        pass(21);
        court.resolve(right);
        training.finalise(run, 1);
        disputes.settleChallenge(late);
        vm.assertEq(uint256(disputes.challenge(late).status), uint256(ChallengeStatus.Defeated), "defeated");
        vm.assertEq(credit(passer), registry.courtFee(run), "its court fee wasn't needed");
        assertSolvent();
    }
}
