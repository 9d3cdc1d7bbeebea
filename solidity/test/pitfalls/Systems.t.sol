// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {NATIVE} from "../../src/Core.sol";
import {ICourt, Phase} from "../../src/interfaces/ICourt.sol";
import {ChallengeStatus, IDisputes} from "../../src/interfaces/IDisputes.sol";
import {IMatches, NewList, Outcome, Side} from "../../src/interfaces/IMatches.sol";
import {Run} from "../../src/interfaces/IRunRegistry.sol";
import {Commitment, ITraining, Status} from "../../src/interfaces/ITraining.sol";
import {Matches} from "../../src/Matches.sol";
import {TileProof} from "../../src/TileProof.sol";
import {IValidators} from "../../src/interfaces/IValidators.sol";
import {IVault} from "../../src/interfaces/IVault.sol";
import {Base} from "../Base.sol";
import {Openings} from "../Openings.sol";

/// @notice The defects of dispute systems in production or audit that today's contracts can answer for. The numbers are those of the second list.
contract SystemsTest is Base {
    address private constant DEAD = 0x000000000000000000000000000000000000dEaD;

    function setUp() public override {
        super.setUp();
        stakeJury();
    }

    function finaliseAll() private {
        pass(21);
        training.finalise(run, 100);
    }

    function test_System02_EachSealHasItsOwnClock() public {
        bytes32 c = commitTruth(worker);
        uint64 first = sealOnly(griefer, c, lie(0));
        pass(4);
        uint64 second = sealOnly(challenger, c, lie(0));
        pass(2);
        vm.expectPartialRevert(IDisputes.TooLate.selector);
        disputes.open(c, first, lie(0), beneficiary, SALT); // a later seal doesn't prolong an earlier one
        disputes.lapse(first);
        vm.expectRevert(IDisputes.NotYet.selector);
        disputes.lapse(second); // nor does an earlier one shorten a later
        openSealed(challenger, c, second, lie(0));
    }

    /// The game itself on its clocks: whoever is away, everything ends and nothing stays locked.
    function test_System03_AnAbandonedMatchLocksNothing() public {
        Matches game = playForReal();
        bytes32 wrong = commit(liar, lie(0));
        bytes32 above = commit(honest, truth(1));
        uint64 id = challenge(griefer, wrong, lie(1));
        sleepThrough(wrong); // no juror came
        openArithmetic(passer, id);
        (,, uint64 deadline) = game.due(id);
        pass(deadline - vm.getBlockTimestamp());
        vm.expectPartialRevert(IMatches.NotYet.selector);
        game.timeout(id);
        pass(1);
        game.timeout(id);
        disputes.conclude(id);
        vm.assertEq(uint256(disputes.challenge(id).outcome), uint256(Outcome.BothSilent), "both were silent");
        assertStatus(wrong, Status.Rejected, "rejected");
        commitTruth(worker);
        finaliseAll();
        disputes.settleChallenge(id);
        training.claimVoided(above);
        for (uint256 i = 0; i < 3; ++i) {
            settleSeats(wrong, jury[i]);
        }
        vm.assertEq(challengeLedger(id) + bondLedger(1) + bondLedger(2), 0, "nothing is left behind");
        assertSolvent();
    }

    function test_System04_EveryRiskyCallNamesAContentHash() public {
        bytes32 wrong = commit(liar, lie(0));
        challenge(challenger, wrong, truth(0));
        holdUnanimous(wrong, truth(0));
        uint256 bond = training.requiredBond(run);
        vm.startPrank(worker);
        vm.expectPartialRevert(ITraining.WrongHead.selector);
        training.acquire{value: bond}(run, wrong); // the head it means is gone
        uint64 fence = training.acquire{value: bond}(run, training.genesis(run));
        vm.expectPartialRevert(ITraining.WrongHead.selector);
        training.commit(run, fence, wrong, 4, truth(0), CID);
        bytes32 right = training.commit(run, fence, training.genesis(run), 4, truth(0), CID);
        vm.stopPrank();
        uint64 id = sealOnly(griefer, right, lie(0));
        pass(1);
        vm.expectRevert(abi.encodeWithSelector(IDisputes.WrongCommitment.selector, wrong));
        disputes.open(wrong, id, lie(0), beneficiary, SALT);
    }

    function test_System05_WhoeverSendsTheOpeningTheBeneficiaryIsPaid() public {
        bytes32 wrong = commit(liar, lie(0));
        uint64 id = sealOnly(challenger, wrong, truth(0));
        pass(1);
        openSealed(griefer, wrong, id, truth(0));
        decide(wrong, truth(0));
        commitTruth(worker);
        finaliseAll();
        vm.prank(griefer);
        disputes.settleChallenge(id);
        vm.assertEq(credit(griefer), 0, "nothing to steal");
        vm.assertGt(credit(beneficiary), 0, "rewarded");
    }

    function test_System06_ARollbackCostsTheSameWhateverStandsAbove() public {
        Run memory data = devnet();
        data.schedule.totalSteps = 4000;
        uint256[2] memory cost;
        for (uint256 i = 0; i < 2; ++i) {
            run = createRun(data);
            bytes32 wrong = commit(liar, lie(0));
            uint64 id = sealOnly(challenger, wrong, truth(0));
            pass(1);
            openSealed(challenger, wrong, id, truth(0));
            for (uint64 w = 1; w < (i == 0 ? 2 : 64); ++w) {
                commit(honest, truth(w));
            }
            seatJury(wrong);
            for (uint256 j = 0; j < 3; ++j) {
                commitBallot(jury[j], wrong, truth(0));
            }
            for (uint256 j = 0; j < 3; ++j) {
                court.reveal(wrong, jury[j], truth(0), SALT);
            }
            uint256 before = gasleft();
            court.tally(wrong);
            cost[i] = before - gasleft();
        }
        vm.assertLe(cost[1], cost[0] + 5000, "O(1)");
    }

    function test_System06_ConcludingCostsTheSameHoweverManyChallengesThereAre() public {
        uint256[2] memory cost;
        for (uint256 round = 0; round < 2; ++round) {
            uint256 snapshot = vm.snapshotState();
            bytes32 wrong = commit(liar, lie(0));
            uint64 id = challenge(challenger, wrong, truth(0));
            for (uint256 i = 0; i < (round == 0 ? 1 : 40); ++i) {
                play(liar, challenge(griefer, wrong, keccak256(abi.encode(i))), Outcome.ChallengerConvicted);
                if (i % 4 == 0) pass(1);
                if (vm.getBlockTimestamp() > training.commitment(wrong).committedAt + 18) break;
            }
            openArithmetic(challenger, id);
            matches.end(id, Outcome.CommitterConvicted, 0, 0);
            uint256 before = gasleft();
            disputes.conclude(id);
            cost[round] = before - gasleft();
            vm.revertToState(snapshot);
        }
        vm.assertLe(cost[1], cost[0] + 5000, "bounded");
    }

    function testFuzz_System07_AWindowsStepsAndFenceAreWhatTheyAre(uint32 steps, uint64 fence, bytes32 parent) public {
        uint64 mine = acquire(worker);
        bytes32 head = training.head(run);
        vm.assume(steps != 4 || fence != mine || parent != head);
        vm.expectRevert();
        vm.prank(worker);
        training.commit(run, fence, parent, steps, truth(0), CID);
    }

    function test_System08_FinalityIsNotUndoneByWhatFollows() public {
        bytes32 c = commitTruth(worker);
        finaliseAll();
        bytes32 wrong = commit(liar, lie(1));
        challenge(challenger, wrong, truth(1));
        decide(wrong, truth(1));
        assertStatus(c, Status.Finalised, "still final");
        vm.assertEq(training.anchor(run), c, "and the anchor");
        vm.assertEq(training.head(run), c, "the head went back to it and no further");
        uint256 bond = registry.challengeBond(run);
        vm.expectPartialRevert(IDisputes.NotChallengeable.selector);
        vm.prank(griefer);
        disputes.seal{value: bond}(c, keccak256("s"));
    }

    /// Gas was once refunded by the bytes of calldata, which the sender may pad at a fraction of that.
    function test_System10_PaddedCalldataEarnsNoRefund() public {
        bytes32 wrong = commit(liar, lie(0));
        uint64[2] memory ids;
        uint256 bond = registry.challengeBond(run);
        bytes32 hash = disputes.sealHashOf(wrong, truth(0), beneficiary, SALT);
        sealOnly(honest, wrong, truth(0)); // warms what only the first seal pays for
        for (uint256 i = 0; i < 2; ++i) {
            bytes memory padding = new bytes(i == 0 ? 0 : 100_000);
            vm.prank(challenger);
            (bool ok, bytes memory id) =
                core.disputes.call{value: bond}(abi.encodePacked(abi.encodeCall(disputes.seal, (wrong, hash)), padding));
            vm.assertTrue(ok, "sealed");
            ids[i] = abi.decode(id, (uint64));
        }
        pass(1);
        openSealed(passer, wrong, 1, truth(0)); // and opens the case, which only the first opening pays for
        for (uint256 i = 0; i < 2; ++i) {
            bytes memory padding = new bytes(i == 0 ? 0 : 100_000);
            bytes memory call = abi.encodeCall(disputes.open, (wrong, ids[i], truth(0), beneficiary, SALT));
            vm.prank(challenger);
            (bool ok,) = core.disputes.call(abi.encodePacked(call, padding));
            vm.assertTrue(ok, "opened");
        }
        uint256 plain = disputes.challenge(ids[0]).gasCost;
        vm.assertLe(disputes.challenge(ids[1]).gasCost, plain + plain / 4, "padding isn't paid for");
    }

    function testFuzz_System10_ShortCalldataIsRefused(uint8 cut, bytes32 word) public {
        bytes[4] memory calls = [
            abi.encodeCall(disputes.open, (word, 1, word, beneficiary, word)),
            abi.encodeCall(court.reveal, (word, jury[0], word, word)),
            abi.encodeCall(training.commit, (run, 1, word, 4, word, CID)),
            abi.encodeCall(court.commitBallot, (word, word))
        ];
        address[4] memory to = [core.disputes, core.court, core.training, core.court];
        for (uint256 i = 0; i < 4; ++i) {
            bytes memory short = calls[i];
            uint256 length = short.length - 1 - cut % (short.length - 1);
            assembly ("memory-safe") {
                mstore(short, length)
            }
            (bool ok,) = to[i].call(short);
            vm.assertFalse(ok, "short calldata");
        }
    }

    function test_System11_AnAnswerFromAnotherBranchDecidesNothing() public {
        // The same window with the same roots, but on another pre root: another question.
        bytes32 base = commit(liar, lie(0));
        bytes32 onLie = commit(liar, truth(1));
        uint64 id = challenge(griefer, onLie, lie(1));
        challenge(challenger, base, truth(0));
        seatJury(onLie);
        holdUnanimous(base, truth(0));
        commitTruth(worker);
        bytes32 onTruth = commitTruth(worker);
        vm.assertNotEq(training.keyOf(onLie), training.keyOf(onTruth), "another question");
        assertStatus(onLie, Status.Voided, "voided");
        vm.expectPartialRevert(ICourt.WrongPhase.selector);
        court.tally(onLie);
        pass(21);
        training.finalise(run, 100);
        vm.assertEq(training.finalisedRoot(training.keyOf(onLie)), 0, "no answer from the other branch");
        disputes.settleChallenge(id);
        vm.assertEq(uint256(disputes.challenge(id).status), uint256(ChallengeStatus.Returned), "both bonds whole");
        training.claimVoided(onLie);
        vm.assertEq(credit(liar), training.commitment(onLie).bond, "both bonds whole");
    }

    function test_System11_AMatchOnAVoidedBranchDecidesNothing() public {
        Matches game = playForReal();
        bytes32 base = commit(liar, lie(0));
        bytes32 onLie = commit(honest, truth(1));
        uint64 over = challenge(griefer, onLie, lie(1));
        openArithmetic(griefer, over);
        vm.expectRevert(IMatches.NotYet.selector);
        game.void(over);
        challenge(challenger, base, truth(0));
        holdUnanimous(base, truth(0));
        game.void(over);
        vm.assertEq(uint256(game.outcome(over)), uint256(Outcome.Void), "void");
        vm.expectPartialRevert(IDisputes.NotChallengeable.selector);
        disputes.conclude(over);
        disputes.settleChallenge(over);
        training.claimVoided(onLie);
        vm.assertEq(credit(griefer), registry.challengeBond(run), "both bonds whole");
        vm.assertEq(credit(honest), training.commitment(onLie).bond, "both bonds whole");
    }

    function test_System12_AmountsAreThoseOfTheAct() public {
        bytes32 wrong = commit(liar, lie(0));
        uint128 bond = training.commitment(wrong).bond;
        acquire(idler);
        pass(10);
        challenge(challenger, wrong, truth(0));
        seatJury(wrong);
        vm.startPrank(jury[0]);
        validators.requestUnstake(5 ether); // the seat's stake too
        vm.expectPartialRevert(IValidators.NotAvailable.selector);
        validators.requestUnstake(1);
        vm.stopPrank();
        pass(21);
        training.expire(run); // the next bond doubles
        vm.assertGt(training.requiredBond(run), bond, "for the next one");
        vm.assertEq(training.commitment(wrong).bond, bond, "not for this one");
        pass(20 minutes);
        vm.prank(jury[0]);
        validators.unstake();
        vm.assertEq(credit(jury[0]), 4 ether, "what isn't locked");
        vm.assertEq(validators.validator(jury[0]).stake, 1 ether, "the seat's stake stays");
        court.tally(wrong);
        play(challenger, 1, Outcome.CommitterConvicted);
        settleSeats(wrong, jury[0]);
        vm.assertEq(validators.validator(jury[0]).stake, 0.95 ether, "and pays for silence");
        vm.assertEq(validators.validator(jury[0]).unbonding, 0.95 ether, "before it leaves");
    }

    function test_System13_APauseStopsAcquireAndNoClock() public {
        bytes32 wrong = commit(liar, lie(0));
        bytes32 above = commit(honest, truth(1));
        uint64 fence = acquire(worker);
        vm.prank(guardian);
        training.pause(7 days);
        commitLeased(worker, fence, truth(2));
        uint64 id = challenge(challenger, wrong, truth(0));
        decide(wrong, truth(0));
        training.claimVoided(above);
        vm.prank(honest);
        vault.withdraw(NATIVE);
        pass(30 days + 1);
        disputes.settleChallenge(id);
        settleSeats(wrong, jury[0]);
        acquire(worker);
    }

    /// Committer, challenger, beneficiary and leaf sender are all contracts that refuse payment.
    function test_System15_PayeesThatRefuseBlockNobody() public {
        address[4] memory refusing = [liar, challenger, beneficiary, griefer];
        bytes32 wrong = commit(liar, lie(0));
        uint64 id = challenge(challenger, wrong, truth(0));
        uint64 other = challenge(griefer, wrong, lie(1));
        for (uint256 i = 0; i < 4; ++i) {
            vm.etch(refusing[i], hex"60006000fd");
        }
        play(challenger, id, Outcome.CommitterConvicted);
        commitTruth(worker);
        finaliseAll();
        disputes.settleChallenge(id);
        disputes.settleChallenge(other);
        vm.assertGt(credit(challenger), 0, "credited");
        vm.expectRevert(abi.encodeWithSelector(IVault.PaymentRefused.selector, challenger));
        vm.prank(challenger);
        vault.withdraw(NATIVE);
        vm.assertGt(credit(challenger), 0, "and still there");
        assertSolvent();
    }

    function test_System16_BothLosersBondsAreBurned() public {
        bytes32 wrong = commit(liar, lie(0));
        uint64 id = challenge(griefer, wrong, lie(1));
        play(griefer, id, Outcome.BothSilent);
        commitTruth(worker);
        finaliseAll();
        disputes.settleChallenge(id);
        uint256 fees = 2 * registry.courtFee(run);
        uint256 bonds = training.commitment(wrong).bond + registry.challengeBond(run);
        vm.assertEq(DEAD.balance, bonds - fees, "all but the unused court fees");
    }

    function test_System16_LosersBondsDoNotFundTheNextWave() public {
        uint256 spent;
        for (uint256 wave = 0; wave < 3; ++wave) {
            bytes32 right = commitTruth(worker);
            uint64 id = challenge(griefer, right, lie(0));
            decide(right, training.commitment(right).postRoot);
            finaliseAll();
            disputes.settleChallenge(id);
            spent = PURSE - griefer.balance - credit(griefer);
            vm.assertGe(spent, (wave + 1) * 0.1 ether, "each wave costs its own bond");
            vm.assertGe(DEAD.balance, (wave + 1) * 0.06 ether, "most of it burned");
        }
    }

    function test_System17_AWonDisputeNeverExpires() public {
        bytes32 wrong = commit(liar, lie(0));
        uint64 id = challenge(challenger, wrong, truth(0));
        decide(wrong, truth(0));
        commitTruth(worker);
        finaliseAll();
        pass(3650 days);
        disputes.settleChallenge(id);
        vm.assertEq(uint256(disputes.challenge(id).status), uint256(ChallengeStatus.Won), "won");
        vm.assertGt(credit(beneficiary), 0, "and paid");
        settleSeats(wrong, jury[0]);
        vm.assertEq(credit(jury[0]), 0.01 ether, "and its jurors");
    }

    function test_System17_AMatchWonByClockNeverExpires() public {
        Matches game = playForReal();
        bytes32 wrong = commit(liar, lie(0));
        uint64 id = challenge(challenger, wrong, truth(0));
        openArithmetic(challenger, id);
        openSteps(game, id, Side.Challenger, truth(0)); // and the liar never answers
        pass(3650 days);
        game.timeout(id);
        pass(3650 days);
        disputes.conclude(id);
        assertStatus(wrong, Status.Rejected, "rejected");
        pass(3650 days);
        commitTruth(worker);
        finaliseAll();
        pass(3650 days);
        disputes.settleChallenge(id);
        vm.assertEq(uint256(disputes.challenge(id).status), uint256(ChallengeStatus.Won), "won");
        vm.assertGt(disputes.challenge(id).gasCost, game.gasOf(id, Side.Challenger), "with the gas of its moves");
        vm.assertGt(game.gasOf(id, Side.Challenger), 0, "which were counted");
        assertSolvent();
    }

    /// @dev The first move: a steps list of five roots whose ends are what they must be.
    function openSteps(Matches game, uint64 id, Side side, bytes32 claim) private {
        bytes32[] memory leaves = new bytes32[](5);
        leaves[0] = Openings.entry(registry.facts(run).genesisRoot);
        for (uint256 i = 1; i < 4; ++i) {
            leaves[i] = Openings.entry(keccak256(abi.encode("state", i)));
        }
        leaves[4] = Openings.entry(claim);
        bytes32[][] memory levels = Openings.build(leaves);
        NewList memory list;
        list.nodes = levels[0];
        list.head = new bytes32[](0);
        list.tail = new bytes32[](0);
        uint256 show = TileProof.firstLevels(5);
        vm.assertEq(show, 3, "all leaves are shown");
        vm.prank(side == Side.Challenger ? challenger : liar);
        game.openSteps(id, side, list);
    }

    function test_System17_ADecidedCaseNeverExpires() public {
        bytes32 right = commitTruth(worker);
        uint64 id = challenge(griefer, right, lie(0));
        court.freeze(right);
        pass(3650 days);
        drawJury(right);
        pass(3650 days);
        court.tally(right);
        pass(3650 days);
        drawJury(right);
        pass(3650 days);
        court.tally(right);
        pass(3650 days);
        openArithmetic(passer, id);
        pass(3650 days);
        endMatch(id, Outcome.ChallengerConvicted);
        pass(3650 days);
        court.resolve(right);
        training.finalise(run, 1);
        disputes.settleChallenge(id);
        assertStatus(right, Status.Finalised, "however late, somebody ends it");
        assertSolvent();
    }

    function test_System20_ManyClaimsAtOnceAreEachOnTheirOwn() public {
        bytes32 wrong = commit(liar, lie(0));
        uint64 mine = sealOnly(challenger, wrong, truth(0));
        uint64[10] memory others;
        for (uint256 i = 0; i < 10; ++i) {
            others[i] = sealOnly(griefer, wrong, keccak256(abi.encode("decoy", i)));
        }
        pass(1);
        for (uint256 i = 0; i < 10; ++i) {
            openSealed(griefer, wrong, others[i], keccak256(abi.encode("decoy", i)));
        }
        openSealed(challenger, wrong, mine, truth(0));
        decide(wrong, truth(0));
        commitTruth(worker);
        finaliseAll();
        for (uint256 i = 0; i < 10; ++i) {
            disputes.settleChallenge(others[i]);
        }
        disputes.settleChallenge(mine);
        vm.assertEq(
            credit(challenger), registry.challengeBond(run) + disputes.challenge(mine).gasCost, "bond and all its gas"
        );
        vm.assertGe(PURSE - griefer.balance - credit(griefer), 10 * 0.1 ether, "each decoy costs its bond");
    }

    function test_System20_ManyMatchesAtOnceLeaveTheHonestOneAlone() public {
        bytes32 wrong = commit(liar, lie(0));
        uint64 mine = challenge(challenger, wrong, truth(0));
        uint64[8] memory others;
        for (uint256 i = 0; i < 8; ++i) {
            others[i] = challenge(griefer, wrong, keccak256(abi.encode("decoy", i)));
            openArithmetic(griefer, others[i]);
        }
        openArithmetic(challenger, mine);
        endMatch(mine, Outcome.CommitterConvicted); // needs no other to end
        assertStatus(wrong, Status.Rejected, "rejected, whatever still runs");
        commitTruth(worker);
        finaliseAll();
        disputes.settleChallenge(mine);
        vm.assertEq(
            credit(challenger), registry.challengeBond(run) + disputes.challenge(mine).gasCost, "bond and all its gas"
        );
        for (uint256 i = 0; i < 8; ++i) {
            disputes.settleChallenge(others[i]);
        }
        vm.assertGe(PURSE - griefer.balance - credit(griefer), 8 * 0.1 ether, "each decoy costs its bond");
    }

    /// All matches run in parallel: however many identities, the dispute is over when the last one's own clock is.
    function test_System22_ManyIdentitiesDelayByOneClock() public {
        Matches game = playForReal();
        bytes32 right = commitTruth(worker);
        uint64[6] memory ids;
        for (uint256 i = 0; i < 6; ++i) {
            address sybil = actor(string.concat("sybil ", vm.toString(i)));
            ids[i] = challenge(sybil, right, keccak256(abi.encode("slander", i)));
        }
        uint256 began = vm.getBlockTimestamp();
        for (uint256 i = 0; i < 6; ++i) {
            openArithmetic(worker, ids[i]);
            openStepsOf(game, ids[i]);
        }
        holdUnanimous(right, truth(0));
        uint256 longest;
        for (uint256 i = 0; i < 6; ++i) {
            (,, uint64 deadline) = game.due(ids[i]);
            if (deadline > longest) longest = deadline;
        }
        pass(longest + 1 - vm.getBlockTimestamp());
        for (uint256 i = 0; i < 6; ++i) {
            game.timeout(ids[i]);
            disputes.conclude(ids[i]);
        }
        court.resolve(right);
        training.finalise(run, 1);
        vm.assertLe(vm.getBlockTimestamp() - began, 120 + 26 + 1, "one clock and its extension");
    }

    function openStepsOf(Matches game, uint64 id) private {
        (address a, address b) = (challenger, liar);
        liar = worker;
        openSteps(game, id, Side.Committer, truth(0));
        (challenger, liar) = (a, b);
    }

    function test_System23_AMinorityThatWasRightIsPaidAndTheMajorityBurned() public {
        bytes32 wrong = commit(liar, lie(0));
        uint64 id = challenge(challenger, wrong, truth(0));
        hold(wrong, [lie(0), truth(0), lie(0)]);
        play(challenger, id, Outcome.CommitterConvicted);
        commitTruth(worker);
        finaliseAll();
        for (uint256 i = 0; i < 3; ++i) {
            settleSeats(wrong, jury[i]);
        }
        vm.assertEq(credit(jury[1]), 0.01 ether, "its fee");
        vm.assertEq(validators.validator(jury[1]).stake, 5 ether, "its stake");
        vm.assertEq(validators.validator(jury[0]).stake, 4 ether, "burned");
        vm.assertEq(validators.validator(jury[2]).stake, 4 ether, "burned");
    }

    function test_System25_ABallotWithoutASecretIsForAnyoneToReport() public {
        bytes32 wrong = commit(liar, lie(0));
        challenge(challenger, wrong, truth(0));
        seatJury(wrong);
        bytes32 ballot = court.ballotHash(wrong, 1, jury[0], truth(0), 0);
        vm.prank(jury[0]);
        court.commitBallot(wrong, ballot);
        commitBallot(jury[1], wrong, truth(0));
        vm.expectRevert(ICourt.WrongBallot.selector);
        vm.prank(passer);
        court.reportLeak(wrong, jury[1], truth(0), 0); // the root alone doesn't give it away
        vm.prank(passer);
        court.reportLeak(wrong, jury[0], truth(0), 0);
        vm.assertEq(credit(passer), 0.1 ether, "a tenth of the seat's stake");
    }

    /// There is no list to be displaced from: whoever comes after the case was opened isn't drawn, however large its purse.
    function test_System23_APurseThatComesLateDisplacesNobody() public {
        bytes32 wrong = commit(liar, lie(0));
        challenge(challenger, wrong, truth(0));
        for (uint256 i = 0; i < 32; ++i) {
            address rich = actor(string.concat("rich ", vm.toString(i)));
            vm.prank(rich);
            validators.stake{value: 600 ether}();
        }
        seatJury(wrong);
        address[] memory seated = court.jurors(wrong, 1);
        vm.assertEq(seated.length, 3, "the jury is full");
        for (uint256 i = 0; i < 3; ++i) {
            vm.assertLe(validators.validator(seated[i]).index, 3, "of those who were there before");
        }
    }
}
