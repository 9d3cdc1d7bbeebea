// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ABSTAIN, NATIVE} from "../../src/Core.sol";
import {ICourt, Phase, SeatStatus, Verdict} from "../../src/interfaces/ICourt.sol";
import {ChallengeStatus, IDisputes} from "../../src/interfaces/IDisputes.sol";
import {Outcome} from "../../src/interfaces/IMatches.sol";
import {IRunRegistry, Run} from "../../src/interfaces/IRunRegistry.sol";
import {ITraining, Status} from "../../src/interfaces/ITraining.sol";
import {IVault} from "../../src/interfaces/IVault.sol";
import {Base} from "../Base.sol";

/// @dev An account that can do everything but be paid.
contract Refusing {
    function act(address to, uint256 value, bytes calldata data) external returns (bytes memory result) {
        bool ok;
        (ok, result) = to.call{value: value}(data);
        if (!ok) {
            assembly ("memory-safe") {
                revert(add(result, 32), mload(result))
            }
        }
    }
}

/// @notice The defects of the 2024 prototype and its sisters, replayed. The numbers are those of the list of pitfalls in the design.
contract PrototypeTest is Base {
    address private constant DEAD = 0x000000000000000000000000000000000000dEaD;

    function setUp() public override {
        super.setUp();
        stakeJury();
    }

    function finaliseAll() private {
        pass(21);
        training.finalise(run, 100);
    }

    function worth(address who) private view returns (uint256) {
        return who.balance + credit(who);
    }

    /// @dev The lie at window 0 is voted out, the truth takes its place and all is settled.
    function upheld() private returns (bytes32 wrong, uint64 id) {
        wrong = commit(liar, lie(0));
        id = challenge(challenger, wrong, truth(0));
        decide(wrong, truth(0));
        commitTruth(worker);
        finaliseAll();
        disputes.settleChallenge(id);
    }

    function test_Pitfall01_UpheldClaimDoesNotRefundTheCheat() public {
        (bytes32 wrong,) = upheld();
        assertStatus(wrong, Status.Rejected, "rejected");
        uint256 pot = training.commitment(wrong).bond - registry.courtFee(run);
        vm.assertEq(
            PURSE - worth(liar), pot + registry.courtFee(run) / 2, "the whole bond proper and the jurors' fees are gone"
        );
        vm.assertGe(DEAD.balance, pot * 40 / 100, "most of it for good");
    }

    function test_Pitfall02_NothingIsPaidToAddressZero() public {
        (, uint64 id) = upheld();
        vm.assertEq(credit(address(0)), 0, "address 0 has no credit");
        vm.assertGt(worth(challenger), PURSE, "the finder has bond and gas");
        vm.assertGt(credit(beneficiary), 0, "its beneficiary the reward");
        vm.assertEq(disputes.challenge(id).challenger, challenger, "its record is still there");
        vm.expectRevert(IDisputes.InvalidClaim.selector);
        this.openForNobody();
    }

    function openForNobody() external {
        bytes32 right = commitTruth(worker);
        beneficiary = address(0);
        challenge(griefer, right, lie(1));
    }

    function test_Pitfall03_AFullPipelineDoesNotSaveTheFraud() public {
        Run memory data = devnet();
        data.schedule.totalSteps = 4000;
        run = createRun(data);
        bytes32 wrong = commit(liar, lie(0));
        uint64 id = sealOnly(challenger, wrong, truth(0));
        pass(1);
        openSealed(challenger, wrong, id, truth(0));
        bytes32[63] memory above;
        for (uint64 w = 1; w < 64; ++w) {
            above[w - 1] = commit(honest, truth(w));
        }
        vm.assertEq(training.progress(run).headCount, 64, "full");
        decide(wrong, truth(0));
        assertStatus(wrong, Status.Rejected, "rejected all the same");
        commitTruth(worker);
        finaliseAll();
        disputes.settleChallenge(id);
        for (uint256 i = 0; i < 63; ++i) {
            training.claimVoided(above[i]);
        }
        vm.assertGe(worth(honest), PURSE, "each voided bond is whole");
        vm.assertGe(worth(challenger), PURSE, "and the finder's");
        vm.assertLe(bondLedger(training.commitment(wrong).fence), 0, "nothing left behind");
        assertSolvent();
    }

    function test_Pitfall04_WithdrawIsPaidOnce() public {
        upheld();
        uint256 mine = credit(beneficiary);
        uint256 held = core.vault.balance;
        vm.startPrank(beneficiary);
        vault.withdraw(NATIVE);
        for (uint256 i = 0; i < 3; ++i) {
            vm.expectRevert(IVault.NothingToWithdraw.selector);
            vault.withdraw(NATIVE);
        }
        vm.stopPrank();
        vm.assertEq(held - core.vault.balance, mine, "only its own");
    }

    function test_Pitfall05_ASecondWorkerCannotDisplaceTheFirst() public {
        uint64 fence = acquire(worker);
        uint256 bond = training.requiredBond(run);
        bytes32 head = training.head(run);
        vm.expectPartialRevert(ITraining.Leased.selector);
        vm.prank(liar);
        training.acquire{value: bond}(run, head);
        vm.expectRevert(ITraining.NotHolder.selector);
        vm.prank(liar);
        training.commit(run, fence, head, 4, lie(0), CID);
        commitLeased(worker, fence, truth(0));
        finaliseAll();
        vm.assertGt(worth(worker), PURSE, "its bond isn't frozen");
    }

    function test_Pitfall06_LateCommitsAndHugeTimesAreRefused() public {
        uint64 fence = acquire(worker);
        bytes32 head = training.head(run);
        pass(31);
        vm.startPrank(worker);
        vm.expectPartialRevert(ITraining.TooLate.selector);
        training.commit(run, fence, head, 4, truth(0), CID);
        pass(365 days);
        vm.expectPartialRevert(ITraining.TooLate.selector);
        training.commit(run, fence, head, 4, truth(0), CID);
        vm.stopPrank();
        Run memory data = devnet();
        data.clocks.lease = type(uint32).max;
        vm.expectRevert(abi.encodeWithSelector(IRunRegistry.OutOfBounds.selector, "lease"));
        registry.create(data);
    }

    function test_Pitfall07_NothingIsFinalInsideItsChallengePeriod() public {
        commitTruth(worker);
        for (uint256 i = 0; i < 20; ++i) {
            pass(1);
            vm.expectRevert(ITraining.NothingToFinalise.selector);
            training.finalise(run, 1);
        }
        pass(1);
        training.finalise(run, 1);
    }

    function test_Pitfall08_APayeeThatRefusesCoinBlocksNobody() public {
        (liar, challenger, beneficiary) = (refusing(), refusing(), refusing());
        Refusing cheat = Refusing(liar);
        bytes32 head = training.head(run);
        cheat.act(core.training, training.requiredBond(run), abi.encodeCall(training.acquire, (run, head)));
        cheat.act(core.training, 0, abi.encodeCall(training.commit, (run, 1, head, 4, lie(0), CID)));
        bytes32 wrong = training.head(run);
        bytes32 hash = disputes.sealHashOf(wrong, truth(0), beneficiary, SALT);
        Refusing(challenger)
            .act(core.disputes, registry.challengeBond(run), abi.encodeCall(disputes.seal, (wrong, hash)));
        pass(1);
        openSealed(passer, wrong, 1, truth(0));
        decide(wrong, truth(0));
        commitTruth(worker);
        finaliseAll();
        disputes.settleChallenge(1);
        assertStatus(wrong, Status.Rejected, "rejected");
        vm.assertEq(uint256(disputes.challenge(1).status), uint256(ChallengeStatus.Won), "won");
        uint256 owed = credit(beneficiary);
        vm.assertGt(owed, 0, "credited");
        bytes memory call = abi.encodeCall(vault.withdraw, (NATIVE));
        vm.expectRevert(abi.encodeWithSelector(IVault.PaymentRefused.selector, beneficiary));
        Refusing(beneficiary).act(core.vault, 0, call);
        vm.assertEq(credit(beneficiary), owed, "and only it can't be paid");
        assertSolvent();
    }

    function refusing() private returns (address who) {
        who = address(new Refusing());
        vm.deal(who, PURSE);
    }

    function test_Pitfall09_ASecondChallengeOverwritesNothing() public {
        bytes32 wrong = commit(liar, lie(0));
        uint64 first = challenge(challenger, wrong, truth(0));
        uint64 second = challenge(griefer, wrong, keccak256("another lie"));
        vm.assertEq(disputes.challenge(first).root, truth(0), "the first stands as it was");
        vm.assertEq(disputes.dispute(wrong).first, first, "and brought the case");
        decide(wrong, truth(0));
        commitTruth(worker);
        finaliseAll();
        disputes.settleChallenge(second);
        disputes.settleChallenge(first);
        vm.assertEq(uint256(disputes.challenge(first).status), uint256(ChallengeStatus.Won), "each is judged");
        vm.assertEq(uint256(disputes.challenge(second).status), uint256(ChallengeStatus.Defeated), "by itself");
    }

    function test_Pitfall09_GenesisCannotBeChallenged() public {
        bytes32 genesis = training.genesis(run);
        uint256 bond = registry.challengeBond(run);
        vm.expectPartialRevert(IDisputes.NotChallengeable.selector);
        vm.prank(griefer);
        disputes.seal{value: bond}(genesis, keccak256("s"));
    }

    function test_Pitfall10_ADefeatedChallengePaysTheCommitter() public {
        bytes32 right = commitTruth(worker);
        uint64 id = challenge(griefer, right, lie(0));
        decide(right, truth(0));
        finaliseAll();
        uint256 had = credit(worker);
        disputes.settleChallenge(id);
        uint256 proper = registry.challengeBond(run) - registry.courtFee(run);
        vm.assertEq(credit(worker) - had, proper * 40 / 100, "40 %");
        vm.assertEq(DEAD.balance, proper - proper * 40 / 100, "the rest burned");
    }

    function test_Pitfall11_AnUnansweredChallengeFreezesNothing() public {
        bytes32 c = commitTruth(worker);
        uint64 id = challenge(griefer, c, lie(0));
        sleepThrough(c);
        pass(6);
        vm.expectRevert(IDisputes.NotYet.selector);
        disputes.settleChallenge(id);
        play(passer, id, Outcome.ChallengerConvicted); // anyone takes it to arithmetic, where somebody answers or loses by clock
        court.resolve(c);
        finaliseAll();
        disputes.settleChallenge(id);
        vm.assertGe(worth(worker), PURSE, "bond whole");
        vm.assertLt(worth(griefer), PURSE, "paid for");
        for (uint256 i = 0; i < 3; ++i) {
            settleSeats(c, jury[i]);
            vm.assertEq(validators.validator(jury[i]).locked, 0, "stake free");
        }
        commitTruth(worker);
        finaliseAll();
        assertSolvent();
    }

    function test_Pitfall12_EveryRoleIsAnotherAccount() public view {
        address[13] memory all = [
            author,
            worker,
            honest,
            liar,
            idler,
            challenger,
            beneficiary,
            griefer,
            passer,
            guardian,
            jury[0],
            jury[1],
            jury[2]
        ];
        for (uint256 i = 0; i < all.length; ++i) {
            vm.assertTrue(all[i] != address(this) && all[i] != address(0), "nobody is the deployer");
            for (uint256 j = 0; j < i; ++j) {
                vm.assertTrue(all[i] != all[j], "distinct");
            }
        }
    }

    function test_Pitfall14_EveryBondOfAnHonestWorkerReturns() public {
        for (uint64 w = 0; w < 11; ++w) {
            commit(worker, truth(w));
        }
        finaliseAll();
        vm.prank(worker);
        vault.withdraw(NATIVE);
        vm.assertEq(worker.balance, PURSE + 42 * 0.001 ether, "all bonds and all rewards");
    }

    function test_Pitfall21_HonestWorkersFindersAndJurorsEarn() public {
        (bytes32 wrong,) = upheld();
        for (uint256 i = 0; i < 3; ++i) {
            settleSeats(wrong, jury[i]);
            vm.assertEq(credit(jury[i]), 0.01 ether, "a juror earns its fee");
            vm.assertEq(validators.validator(jury[i]).stake, 5 ether, "on a whole stake");
        }
        vm.assertEq(worth(worker), PURSE + 0.004 ether, "a worker its reward");
        vm.assertGt(worth(challenger) + credit(beneficiary), PURSE + 0.09 ether, "a finder most of 40 % of the bond");
    }

    function test_Pitfall22_NothingForDebuggingIsDeployed() public view {
        address[5] memory all = [core.vault, core.registry, core.training, core.disputes, core.court];
        bytes32 console = keccak256("console.log");
        for (uint256 i = 0; i < 5; ++i) {
            bytes memory code = all[i].code;
            for (uint256 j = 0; j + 11 <= code.length; ++j) {
                bytes32 here;
                assembly ("memory-safe") {
                    here := keccak256(add(add(code, 32), j), 11)
                }
                vm.assertNotEq(here, console, "no console");
            }
        }
    }

    // Its sisters

    function test_Sister_BallotWindowsAreSometimesOpenAndSometimesClosed() public {
        bytes32 c = commit(liar, lie(0));
        challenge(challenger, c, truth(0));
        bytes32 ballot = keccak256("ballot");
        vm.expectPartialRevert(ICourt.WrongPhase.selector);
        vm.prank(jury[0]);
        court.commitBallot(c, ballot); // too early
        seatJury(c);
        vm.expectPartialRevert(ICourt.WrongPhase.selector);
        court.reveal(c, jury[0], truth(0), SALT); // too early
        commitBallot(jury[0], c, truth(0));
        commitBallot(jury[1], c, truth(0));
        pass(21);
        vm.expectPartialRevert(ICourt.WrongPhase.selector);
        vm.prank(jury[2]);
        court.commitBallot(c, ballot); // too late
        court.reveal(c, jury[0], truth(0), SALT);
        pass(15);
        vm.expectPartialRevert(ICourt.WrongPhase.selector);
        court.reveal(c, jury[1], truth(0), SALT); // too late
        vm.assertEq(uint256(court.phase(c)), uint256(Phase.Tally), "and both end");
    }

    function test_Sister_ABallotCannotBeReplayedByAnotherJurorOrInAnotherCase() public {
        bytes32 first = commit(liar, lie(0));
        bytes32 second = commit(liar, lie(1));
        challenge(challenger, first, truth(0));
        challenge(challenger, second, truth(0));
        seatJury(first);
        seatJury(second);
        bytes32 ballot = court.ballotHash(first, 1, jury[0], truth(0), SALT);
        vm.assertNotEq(ballot, court.ballotHash(first, 1, jury[1], truth(0), SALT), "names its juror");
        vm.assertNotEq(ballot, court.ballotHash(second, 1, jury[0], truth(0), SALT), "names its case");
        for (uint256 i = 0; i < 3; ++i) {
            vm.prank(jury[i]);
            court.commitBallot(second, ballot);
        }
        vm.expectRevert(ICourt.WrongBallot.selector);
        court.reveal(second, jury[0], truth(0), SALT);
        vm.chainId(31337 + 1);
        vm.assertNotEq(ballot, court.ballotHash(first, 1, jury[0], truth(0), SALT), "names its chain");
    }

    function test_Sister_RewardsComeFromTheEscrowAndForFinalWindowsOnly() public {
        uint256 escrow = registry.escrow(run);
        (bytes32 wrong,) = upheld();
        vm.assertEq(escrow - registry.escrow(run), 0.0042 ether, "one window's reward, for the one that is final");
        vm.assertEq(training.commitment(wrong).reward, 0.004 ether, "the lie had reserved as much");
        run = registry.create(devnet());
        uint256 bond = training.requiredBond(run);
        bytes32 head = training.head(run);
        vm.expectPartialRevert(IRunRegistry.EscrowTooSmall.selector);
        vm.prank(worker);
        training.acquire{value: bond}(run, head);
    }

    function test_Sister_AJurorInTheMinorityIsRightIfTheFinalRootSaysSo() public {
        bytes32 right = commitTruth(worker);
        challenge(griefer, right, lie(0));
        hold(right, [truth(0), lie(0), lie(0)]);
        vm.assertEq(uint256(court.caseOf(right).verdict), uint256(Verdict.Falls), "the majority errs");
        pass(6);
        court.resolve(right);
        commitTruth(honest);
        finaliseAll();
        settleSeats(right, jury[0]);
        settleSeats(right, jury[1]);
        vm.assertEq(validators.validator(jury[0]).stake, 5 ether, "the minority keeps its stake");
        vm.assertEq(credit(jury[0]), 0.01 ether, "and earns");
        vm.assertEq(validators.validator(jury[1]).stake, 4 ether, "the majority pays");
    }

    function test_Sister_AbstainingIsFreeAndUnpaid() public {
        bytes32 wrong = commit(liar, lie(0));
        challenge(challenger, wrong, truth(0));
        hold(wrong, [truth(0), truth(0), ABSTAIN]);
        pass(6);
        court.resolve(wrong);
        settleSeats(wrong, jury[2]);
        vm.assertEq(uint256(court.seat(wrong, 1, jury[2]).status), uint256(SeatStatus.Settled), "settled at once");
        vm.assertEq(validators.validator(jury[2]).stake, 5 ether, "free");
        vm.assertEq(credit(jury[2]), 0, "unpaid");
    }
}
