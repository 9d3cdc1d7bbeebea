// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ABSTAIN, NATIVE} from "../../src/Core.sol";
import {Phase, SeatStatus, Verdict} from "../../src/interfaces/ICourt.sol";
import {Outcome} from "../../src/interfaces/IMatches.sol";
import {Run} from "../../src/interfaces/IRunRegistry.sol";
import {Commitment, Status} from "../../src/interfaces/ITraining.sol";
import {TaxedToken} from "../Vault.t.sol";
import {Base} from "../Base.sol";

/// @notice The arithmetic of every payment, over the whole range of a run's numbers: the parts sum to the whole, and no ledger keeps a rest.
contract PayoutsTest is Base {
    address private constant DEAD = 0x000000000000000000000000000000000000dEaD;
    uint256 private constant FORTUNE = type(uint128).max;
    address[] private seats;

    /// @dev 0, 1, the largest there is, or anything between.
    function extreme(uint256 x, uint256 max) private pure returns (uint256) {
        if (x % 5 == 0) return 0;
        if (x % 5 == 1) return 1;
        if (x % 5 == 2) return max;
        return x % max;
    }

    function makeRun(uint256 fee, uint256 value, uint256 jurors) private {
        Run memory d = devnet();
        d.economy.replayCost = 0;
        d.economy.jurorFee = uint96(extreme(fee, type(uint96).max));
        // 2·V/3 of it must fit the seat's stake.
        d.economy.rewardValue = uint96(extreme(value, uint256(type(uint96).max) / 342));
        d.economy.reward = d.economy.rewardValue < 1 ether ? d.economy.rewardValue : 1 ether;
        uint256 stake = (2 * 512 * uint256(d.economy.rewardValue) + 2) / 3;
        d.economy.seatStake = stake == 0 ? 1 : uint96(stake);
        d.economy.jury = uint16(jurors | 1);
        d.economy.largerJury = uint16(jurors | 1);
        run = createRun(d);
        address[6] memory busy = [worker, honest, liar, challenger, griefer, idler];
        for (uint256 i = 0; i < busy.length; ++i) {
            vm.deal(busy[i], FORTUNE);
        }
        for (uint256 i = 0; i < jurors; ++i) {
            address juror = actor(string.concat("seat ", vm.toString(i)));
            vm.deal(juror, FORTUNE);
            vm.prank(juror);
            validators.stake{value: 2 * uint256(d.economy.seatStake)}(); // a seat in each round
            seats.push(juror);
        }
        pass(1);
    }

    /// @dev Juror i names roots[(choice >> 2i) & 3]: the truth, a lie, nothing, or doesn't vote.
    function vote(bytes32 c, uint256 choice, bytes32 first, bytes32 second) private {
        bytes32[4] memory roots = [first, second, ABSTAIN, bytes32(0)];
        court.freeze(c);
        while (court.phase(c) == Phase.Draw) voteOnce(c, choice, roots);
    }

    function voteOnce(bytes32 c, uint256 choice, bytes32[4] memory roots) private {
        drawJury(c);
        if (court.phase(c) == Phase.Appeal) return;
        for (uint256 i = 0; i < seats.length; ++i) {
            bytes32 root = roots[(choice >> (2 * i)) & 3];
            if (root != 0) commitBallot(seats[i], c, root);
        }
        if (court.phase(c) == Phase.Commit) pass(21);
        for (uint256 i = 0; i < seats.length; ++i) {
            bytes32 root = roots[(choice >> (2 * i)) & 3];
            if (root != 0) court.reveal(c, seats[i], root, SALT);
        }
        if (court.phase(c) == Phase.Reveal) pass(16);
        court.tally(c);
    }

    /// @dev Challenge i goes to arithmetic or not, and comes out anyhow, bit by bit of `choice`; after no majority all of them do. Then time
    /// passes until the verdict takes effect.
    function match_(bytes32 c, uint256 choice) private {
        bool all = court.caseOf(c).verdict == Verdict.NoMajority;
        Outcome[7] memory ends = [
            Outcome.CommitterConvicted,
            Outcome.ChallengerConvicted,
            Outcome.ChallengerConvicted,
            Outcome.ChallengerConvicted,
            Outcome.BothConvicted,
            Outcome.BothSilent,
            Outcome.None
        ];
        uint64 count = disputes.challenges();
        for (uint64 id = 1; id <= count; ++id) {
            if (training.status(c) != Status.Pending) break;
            Outcome end = ends[(choice >> (3 * id)) % (all ? 6 : 7)];
            if (end == Outcome.None) continue;
            openArithmetic(disputes.challenge(id).challenger, id);
            if (end == Outcome.BothConvicted) matches.endAtLeaf(id, passer, uint96(extreme(choice >> 100, 1 ether)));
            else matches.end(id, end, extreme(choice >> 110, 1 ether), extreme(choice >> 120, 1 ether));
            disputes.conclude(id);
        }
        pass(30);
        if (court.isOpen(c)) court.resolve(c);
        pass(6);
    }

    function worth(address who) private view returns (uint256) {
        return who.balance + credit(who);
    }

    /// @dev All money of all who took part, burned coins and stakes included.
    function everything() private view returns (uint256 all) {
        address[9] memory busy = [worker, honest, liar, challenger, griefer, idler, beneficiary, passer, DEAD];
        for (uint256 i = 0; i < busy.length; ++i) {
            all += worth(busy[i]);
        }
        for (uint256 i = 0; i < seats.length; ++i) {
            all += worth(seats[i]) + validators.validator(seats[i]).stake;
        }
        all += registry.escrow(run) + vault.ledger(core.attention, attention.budgetKey(run), NATIVE);
    }

    function settleAll(bytes32 c, uint64 from) private {
        for (uint64 id = from; id <= disputes.challenges(); ++id) {
            disputes.settleChallenge(id);
            vm.assertEq(challengeLedger(id), 0, "no rest of a challenge bond");
        }
        for (uint256 i = 0; i < seats.length; ++i) {
            settleSeats(c, seats[i]);
        }
        vm.assertEq(vault.ledger(core.court, court.caseKey(c), NATIVE), 0, "no rest of the court fee");
        assertSolvent();
    }

    function testFuzz_whateverTheVerdict_thePartsSumToTheWhole(
        uint256 fee,
        uint256 value,
        uint256 choice,
        uint256 basefee,
        uint256 arithmetic,
        uint8 many
    ) public {
        makeRun(fee, value, many % 7);
        uint256 before = everything();
        vm.fee(basefee % 1000 gwei);
        bytes32 wrong = commit(liar, lie(0));
        uint256 voided = (many >> 3) % 4;
        uint256 right = 1 + (many >> 5) % 3;
        for (uint256 i = 0; i < right; ++i) {
            sealOnly(challenger, wrong, truth(0));
        }
        sealOnly(griefer, wrong, keccak256("another lie"));
        pass(1);
        for (uint64 id = 1; id <= right; ++id) {
            openSealed(challenger, wrong, id, truth(0));
        }
        openSealed(griefer, wrong, uint64(right) + 1, keccak256("another lie"));
        bytes32[] memory above = new bytes32[](voided);
        for (uint256 i = 0; i < voided; ++i) {
            above[i] = commit(honest, lie(uint64(i) + 1));
        }
        vote(wrong, choice, truth(0), lie(0));
        match_(wrong, arithmetic);
        finish(wrong, above);
        vm.assertLe(before - everything(), right, "nothing is lost but the dust of shared refunds");
    }

    function finish(bytes32 wrong, bytes32[] memory above) private {
        if (training.head(run) == training.genesis(run)) commit(worker, truth(0));
        pass(21);
        training.finalise(run, 100);
        settleAll(wrong, 1);
        for (uint256 i = 0; i < above.length; ++i) {
            if (training.progress(run).anchorCount == 1 && training.live(run, 0) != wrong) {
                training.claimVoided(above[i]);
            }
        }
        Commitment memory c = training.commitment(wrong);
        vm.assertEq(bondLedger(c.fence), 0, "no rest of the bond");
        vm.assertLe(
            vault.ledger(core.disputes, disputes.potKey(wrong), NATIVE),
            disputes.dispute(wrong).opened,
            "no rest of the pot but dust"
        );
    }

    function testFuzz_release_burnsBetweenOneAndFiftyPercentAndMoreWithTime(uint256 fee, uint256 value, uint8 time)
        public
    {
        makeRun(fee, value, 0);
        uint256 bond = training.requiredBond(run);
        uint256 last;
        for (uint256 i = 0; i < 2; ++i) {
            uint256 secs = i == 0 ? time % 31 : 30;
            uint256 snapshot = vm.snapshotState();
            uint64 fence = acquire(worker);
            pass(secs);
            vm.prank(worker);
            training.release(run, fence);
            uint256 burned = DEAD.balance;
            vm.assertEq(burned + credit(worker), bond, "burned + back == bond");
            vm.assertGe(burned, bond / 100, "at least 1 %");
            vm.assertLe(burned, bond / 2, "at most 50 %");
            vm.assertGe(burned, last, "more with time");
            if (4 * secs <= 30) vm.assertEq(burned, bond / 100, "1 % in the first quarter");
            vm.assertEq(bondLedger(fence), 0, "no rest");
            last = burned;
            vm.revertToState(snapshot);
        }
        vm.assertGe(last + 1, bond / 2, "half at the deadline");
    }

    function testFuzz_expire_tipsBurnsAndReturnsTheWholeBond(uint256 fee, uint256 value, uint8 times) public {
        makeRun(fee, value, 0);
        for (uint256 i = 0; i <= times % 8; ++i) {
            uint256 bond = training.requiredBond(run);
            (uint256 tip, uint256 burned, uint256 back) = (credit(passer), DEAD.balance, credit(idler));
            uint64 fence = acquire(idler);
            pass(31);
            vm.prank(passer);
            training.expire(run);
            (tip, burned, back) = (credit(passer) - tip, DEAD.balance - burned, credit(idler) - back);
            vm.assertEq(tip + burned + back, bond, "tip + burned + back == bond");
            vm.assertEq(tip, bond / 100, "1 %");
            vm.assertEq(tip + burned, bond / 2, "50 % in all");
            vm.assertEq(bondLedger(fence), 0, "no rest");
        }
        assertSolvent();
    }

    function test_largestTokenReward_isReservedAndPaid() public {
        TaxedToken token = new TaxedToken();
        Run memory d = devnet();
        d.economy.rewardToken = address(token);
        d.economy.reward = type(uint96).max;
        d.schedule.windowSteps = 1024;
        d.schedule.totalSteps = 1 << 40;
        d.schedule.refStepMillis = 1;
        d.economy.rewardValue = 0;
        run = createRun(d);
        token.mint(author, 2 * 1024 * uint256(type(uint96).max));
        vm.startPrank(author);
        token.approve(core.vault, type(uint256).max);
        registry.fund(run, 2 * 1024 * uint256(type(uint96).max));
        vm.stopPrank();
        commitTruth(worker);
        pass(21);
        training.finalise(run, 1);
        vm.assertEq(vault.creditOf(worker, address(token)), 1024 * uint256(type(uint96).max), "all of it");
    }
}
