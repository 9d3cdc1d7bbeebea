// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {NATIVE} from "../src/Core.sol";
import {IBeacon} from "../src/interfaces/IBeacon.sol";
import {ICourt, Phase, Round, SeatStatus, Verdict} from "../src/interfaces/ICourt.sol";
import {IDisputes} from "../src/interfaces/IDisputes.sol";
import {Outcome} from "../src/interfaces/IMatches.sol";
import {Run} from "../src/interfaces/IRunRegistry.sol";
import {Status} from "../src/interfaces/ITraining.sol";
import {Base} from "./Base.sol";

/// @notice How juries are drawn, and what a second one is for. A jury of 5, then of 11, out of twenty validators of 10 ether each.
contract CourtRoundsTest is Base {
    uint256 private constant CROWD = 20;
    address[CROWD] private crowd;
    bytes32 private wrong;

    function setUp() public override {
        super.setUp();
        Run memory d = devnet();
        (d.economy.jury, d.economy.largerJury) = (5, 11);
        run = createRun(d);
        for (uint256 i = 0; i < CROWD; ++i) {
            crowd[i] = actor(string.concat("validator ", vm.toString(i)));
            stake(crowd[i], 10 ether);
        }
        pass(1);
    }

    function stake(address who, uint256 amount) private {
        vm.prank(who);
        validators.stake{value: amount}();
    }

    function disputed() private {
        wrong = commit(liar, lie(0));
        challenge(challenger, wrong, truth(0));
    }

    function jurors(uint32 round) private view returns (address[] memory) {
        return court.jurors(wrong, round);
    }

    /// @dev The sequence that a round's seed draws.
    function sequence(uint32 round, uint256 count) private view returns (address[] memory) {
        bytes32 chance = IBeacon(core.beacon).seedAt(court.roundOf(wrong, round).seedBlock);
        bytes32 seed = keccak256(abi.encode(chance, wrong, round));
        return validators.draw(seed, court.caseOf(wrong).drawFrom, count);
    }

    function voteAll(bytes32 root) private {
        uint32 round = court.caseOf(wrong).round;
        address[] memory all = jurors(round);
        for (uint256 i = 0; i < all.length; ++i) {
            commitBallot(all[i], wrong, root);
        }
        for (uint256 i = 0; i < all.length; ++i) {
            court.reveal(wrong, all[i], root, SALT);
        }
        court.tally(wrong);
    }

    function contains(address[] memory all, address who) private pure returns (bool) {
        for (uint256 i = 0; i < all.length; ++i) {
            if (all[i] == who) return true;
        }
        return false;
    }

    function assertPhase(Phase wanted) private view {
        vm.assertEq(uint256(court.phase(wrong)), uint256(wanted), "phase");
    }

    // The draw

    function test_draw_waitsForTheSeedAndSeatsWhomItDraws() public {
        disputed();
        vm.expectPartialRevert(ICourt.WrongPhase.selector);
        court.draw(wrong);
        court.freeze(wrong);
        assertPhase(Phase.Draw);
        vm.roll(vm.getBlockNumber() + 10);
        vm.expectRevert(ICourt.NotYet.selector);
        court.draw(wrong);
        pass(7);
        vm.prank(passer);
        court.draw(wrong);
        assertPhase(Phase.Commit);
        Round memory r = court.roundOf(wrong, 1);
        vm.assertEq(r.size, 5, "size");
        vm.assertEq(r.seats, 5, "seats");
        vm.assertEq(r.drawnAt, vm.getBlockTimestamp(), "now");
        vm.assertEq(r.commitUntil, vm.getBlockTimestamp() + 20, "ballots are due from the draw on");
        vm.assertEq(r.revealUntil, vm.getBlockTimestamp() + 35, "and their opening");
        address[] memory drawn = sequence(1, 5);
        for (uint256 i = 0; i < 5; ++i) {
            vm.assertEq(jurors(1)[i], drawn[i], "by its seed");
            vm.assertEq(uint256(court.seat(wrong, 1, drawn[i]).status), uint256(SeatStatus.Seated), "seated");
            vm.assertEq(validators.validator(drawn[i]).locked, 1 ether, "locked");
        }
        vm.expectPartialRevert(ICourt.WrongPhase.selector);
        court.draw(wrong);
    }

    function test_draw_aDecidedCaseSeatsNobody() public {
        disputed();
        court.freeze(wrong);
        play(challenger, 1, Outcome.CommitterConvicted);
        vm.roll(vm.getBlockNumber() + 11);
        vm.expectPartialRevert(ICourt.WrongPhase.selector);
        court.draw(wrong);
    }

    function test_draw_aVoidedCaseSeatsNobody() public {
        bytes32 below = commit(liar, lie(0));
        wrong = commit(honest, truth(1));
        challenge(griefer, wrong, lie(1));
        court.freeze(wrong);
        challenge(challenger, below, truth(0));
        openArithmetic(challenger, 2);
        endMatch(2, Outcome.CommitterConvicted);
        assertStatus(wrong, Status.Voided, "voided");
        vm.roll(vm.getBlockNumber() + 11);
        vm.expectRevert(ICourt.NotYet.selector);
        court.draw(wrong);
        court.resolve(wrong);
        vm.assertEq(uint256(court.outcome(wrong)), uint256(Verdict.Void), "void");
    }

    /// Whoever knows the seed can stake, ask back or split as it likes: the jury was drawn before.
    function test_attack_nothingDoneSinceTheCaseMovesTheDraw() public {
        disputed();
        court.freeze(wrong);
        vm.roll(vm.getBlockNumber() + 11);
        address[] memory drawn = sequence(1, 5);
        stake(liar, 900 ether);
        for (uint256 i = 0; i < CROWD; ++i) {
            if (contains(drawn, crowd[i])) stake(crowd[i], 100 ether);
            vm.prank(crowd[i]);
            validators.requestUnstake(10 ether);
        }
        vm.roll(vm.getBlockNumber() + 1);
        court.draw(wrong);
        for (uint256 i = 0; i < 5; ++i) {
            vm.assertEq(jurors(1)[i], drawn[i], "as drawn");
        }
        // And what they asked back is liable all the same.
        pass(20 minutes);
        court.tally(wrong);
        drawJury(wrong);
        vm.assertEq(jurors(2).length, 11, "the larger jury too");
    }

    /// It may make its own seat fail, which gives the seat to whom the same seed draws next.
    function test_attack_aFailingSeatGoesToTheNextInTheSequence() public {
        disputed();
        court.freeze(wrong);
        vm.roll(vm.getBlockNumber() + 11);
        address[] memory drawn = sequence(1, 26);
        vm.assertEq(drawn.length, CROWD, "all of them in the end");
        vm.startPrank(core.court); // in seats elsewhere
        validators.lock(drawn[1], 10 ether);
        validators.lock(drawn[3], 9 ether + 1);
        validators.lock(drawn[4], 9 ether);
        vm.stopPrank();
        court.draw(wrong);
        address[5] memory want = [drawn[0], drawn[2], drawn[4], drawn[5], drawn[6]];
        for (uint256 i = 0; i < 5; ++i) {
            vm.assertEq(jurors(1)[i], want[i], "in order");
        }
    }

    function test_attack_aWhaleHasOneSeat() public {
        address whale = actor("whale");
        vm.deal(whale, 1e6 ether);
        stake(whale, 1e6 ether);
        pass(1);
        disputed();
        seatJury(wrong);
        vm.assertEq(jurors(1).length, 5, "five");
        vm.assertEq(jurors(1)[0], whale, "the whale is drawn");
        for (uint256 i = 1; i < 5; ++i) {
            vm.assertTrue(jurors(1)[i] != whale, "once");
        }
        vm.assertEq(validators.validator(whale).locked, 1 ether, "for one seat's stake");
    }

    /// Forty accounts with less than a seat's stake have weight but can't sit: others are drawn for them, within bounds.
    function test_attack_dustIsDrawnButNotSeated() public {
        for (uint256 i = 0; i < 40; ++i) {
            stake(actor(string.concat("dust ", vm.toString(i))), 1 ether - 1);
        }
        pass(1);
        disputed();
        seatJury(wrong);
        vm.assertEq(jurors(1).length, 5, "the jury is full");
        for (uint256 i = 0; i < 5; ++i) {
            vm.assertLe(validators.validator(jurors(1)[i]).index, CROWD, "of those who can pay for a seat");
        }
    }

    /// If nearly all weight is dust, there is no jury, and nobody waits for one: arithmetic decides.
    function test_attack_mostWeightInDustMeansArithmetic() public {
        for (uint256 i = 0; i < 200; ++i) {
            address v = actor(string.concat("dust ", vm.toString(i)));
            vm.deal(v, 10 ether);
            stake(v, 1 ether - 1);
        }
        for (uint256 i = 2; i < CROWD; ++i) {
            vm.prank(crowd[i]);
            validators.requestUnstake(10 ether);
        }
        pass(1);
        disputed();
        seatJury(wrong);
        assertPhase(Phase.Appeal);
        vm.assertEq(jurors(1).length, 0, "two couldn't decide, so nobody is seated");
        vm.assertEq(validators.validator(crowd[0]).locked, 0, "nor locked");
        vm.assertEq(uint256(court.caseOf(wrong).verdict), uint256(Verdict.NoMajority), "no majority");
        openArithmetic(passer, 1);
        endMatch(1, Outcome.CommitterConvicted);
        assertStatus(wrong, Status.Rejected, "rejected");
    }

    function test_partiesAreDrawnButNotSeated() public {
        stake(liar, 900 ether);
        stake(challenger, 900 ether);
        pass(1);
        disputed();
        seatJury(wrong);
        address[] memory drawn = sequence(1, 5);
        vm.assertTrue(contains(drawn, liar) && contains(drawn, challenger), "their weight is drawn");
        vm.assertEq(jurors(1).length, 5, "others sit for them");
        vm.assertFalse(contains(jurors(1), liar) || contains(jurors(1), challenger), "not they");
    }

    // The second round

    function test_secondRound_isLargerDrawnAnewAndDecides() public {
        disputed();
        seatJury(wrong);
        pass(36);
        court.tally(wrong);
        assertPhase(Phase.Draw);
        vm.assertEq(court.caseOf(wrong).talliedAt, 0, "not tallied for good");
        vm.assertEq(uint256(court.caseOf(wrong).verdict), uint256(Verdict.Undecided), "nothing came out");
        vm.expectRevert(ICourt.NotYet.selector);
        court.draw(wrong);
        drawJury(wrong);
        vm.assertEq(jurors(2).length, 11, "eleven");
        vm.assertNotEq(court.roundOf(wrong, 1).seed, court.roundOf(wrong, 2).seed, "another seed");
        address[] memory drawn = sequence(2, 11);
        for (uint256 i = 0; i < 11; ++i) {
            vm.assertEq(jurors(2)[i], drawn[i], "by the weights from before the case");
        }
        voteAll(truth(0));
        assertPhase(Phase.Appeal);
        vm.assertEq(uint256(court.caseOf(wrong).verdict), uint256(Verdict.Falls), "falls");
        vm.assertEq(training.head(run), training.genesis(run), "the head moved");
        pass(6);
        court.resolve(wrong);
        settleRounds();
    }

    /// The first jury slept: each pays 5 %. The second was right: each is paid. The liar's court fee pays for both.
    function settleRounds() private {
        vm.assertEq(credit(liar), registry.courtFee(run) - 0.11 ether, "eleven ballots are paid of it");
        commitTruth(worker);
        pass(21);
        training.finalise(run, 1);
        uint256 seated;
        for (uint256 i = 0; i < CROWD; ++i) {
            bool slept = contains(jurors(1), crowd[i]);
            bool voted = contains(jurors(2), crowd[i]);
            settleSeats(wrong, crowd[i]);
            vm.assertEq(validators.validator(crowd[i]).locked, 0, "free");
            vm.assertEq(validators.validator(crowd[i]).stake, slept ? 9.95 ether : 10 ether, "5 % for sleeping");
            vm.assertEq(credit(crowd[i]), voted ? 0.01 ether : 0, "a fee for the truth");
            if (slept && voted) ++seated;
        }
        vm.assertGt(seated, 0, "some sat in both");
        vm.assertEq(vault.ledger(core.court, court.caseKey(wrong), NATIVE), 0, "no rest of the fees");
        assertSolvent();
    }

    function test_secondRound_feesOfBothRoundsFitTheCourtFee() public {
        disputed();
        seatJury(wrong);
        address[] memory all = jurors(1);
        for (uint256 i = 0; i < 5; ++i) {
            commitBallot(all[i], wrong, i < 2 ? truth(0) : i < 4 ? lie(0) : bytes32(type(uint256).max));
        }
        for (uint256 i = 0; i < 5; ++i) {
            court.reveal(wrong, all[i], i < 2 ? truth(0) : i < 4 ? lie(0) : bytes32(type(uint256).max), SALT);
        }
        court.tally(wrong);
        drawJury(wrong);
        voteAll(truth(0));
        vm.assertEq(court.caseOf(wrong).votes, 15, "all who named a root");
        pass(6);
        court.resolve(wrong);
        vm.assertEq(vault.ledger(core.court, court.caseKey(wrong), NATIVE), 0.15 ether, "a fee for each");
        vm.assertEq(credit(liar), 0.01 ether, "the one who abstained isn't paid");
    }

    function test_secondRound_seatsNoChallengerWhoCameLater() public {
        disputed();
        seatJury(wrong);
        uint256 before = vm.snapshotState();
        pass(36);
        court.tally(wrong);
        vm.roll(vm.getBlockNumber() + 11);
        address late = sequence(2, 11)[4];
        vm.revertToState(before);
        uint64 id = sealOnly(late, wrong, lie(1));
        vm.roll(vm.getBlockNumber() + 1);
        openSealed(late, wrong, id, lie(1));
        vm.roll(vm.getBlockNumber() - 1);
        pass(36);
        court.tally(wrong);
        drawJury(wrong);
        vm.assertTrue(contains(sequence(2, 11), late), "drawn");
        vm.assertFalse(contains(jurors(2), late), "but a party by now");
        vm.assertEq(jurors(2).length, 11, "and the jury is full");
    }

    /// Silence is blamed in a round that was tallied, not in one that a conviction ended.
    function test_secondRound_overtakenBlamesTheFirstJuryOnly() public {
        disputed();
        seatJury(wrong);
        pass(36);
        court.tally(wrong);
        drawJury(wrong);
        play(challenger, 1, Outcome.CommitterConvicted);
        for (uint256 i = 0; i < CROWD; ++i) {
            settleSeats(wrong, crowd[i]);
            uint256 left = contains(jurors(1), crowd[i]) ? 9.95 ether : 10 ether;
            vm.assertEq(validators.validator(crowd[i]).stake, left, "5 % of the first round's seats");
        }
        assertSolvent();
    }

    function test_attack_aJuryThatIsSilentTwiceOnlyOpensArithmeticToAll() public {
        disputed();
        vm.expectRevert(IDisputes.NotParty.selector);
        openArithmetic(passer, 1);
        sleepThrough(wrong);
        assertPhase(Phase.Appeal);
        vm.assertEq(court.caseOf(wrong).round, 2, "no third jury");
        vm.expectRevert(ICourt.NotYet.selector);
        court.resolve(wrong);
        openArithmetic(passer, 1);
        endMatch(1, Outcome.CommitterConvicted);
        assertStatus(wrong, Status.Rejected, "rejected all the same");
        for (uint256 i = 0; i < 11; ++i) {
            court.settleSeat(wrong, 2, jurors(2)[i]);
        }
        assertSolvent();
    }
}
