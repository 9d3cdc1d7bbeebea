// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Matches} from "../../src/Matches.sol";
import {Run} from "../../src/interfaces/IRunRegistry.sol";
import {Base} from "../Base.sol";

/// @notice Bounded work: each transaction, at its worst, fits the cap that chains put on one (2^24 gas), many times over. The figures land in
/// solidity/snapshots/GasTest.json after a run.
/// forge-config: default.isolate = true
contract GasTest is Base {
    uint256 private constant TRANSACTION_CAP = 1 << 24;
    /// The largest calldata here is `create`'s, below 2 kB.
    uint256 private constant INTRINSIC = 21_000 + 16 * 2048;

    address[32] private all;

    function setUp() public override {
        super.setUp();
        Run memory d = devnet();
        d.schedule.totalSteps = 4000;
        d.economy.jury = 31;
        d.economy.largerJury = 31;
        run = createRun(d);
        for (uint256 i = 0; i < 32; ++i) {
            all[i] = actor(string.concat("validator ", vm.toString(i)));
            vm.prank(all[i]);
            validators.stake{value: 5 ether}();
        }
        pass(1);
    }

    function measure(string memory name) private {
        uint256 gas = vm.snapshotGasLastCall(name);
        vm.assertLt(gas + INTRINSIC, TRANSACTION_CAP, name);
    }

    function test_everyCallFitsATransaction() public {
        acquire(liar);
        measure("01 acquire");
        bytes32 wrong = commitLeased(liar, 1, lie(0));
        measure("02 commit");
        uint64 id = sealOnly(challenger, wrong, truth(0));
        measure("03 seal");
        pass(1);
        openSealed(challenger, wrong, id, truth(0));
        measure("04 open, the first");
        bytes32 above = commit(honest, truth(1));
        acquire(idler);
        court.freeze(wrong);
        measure("05 freeze");
        drawJury(wrong);
        measure("05 draw, 31 seats");
        judge(wrong);
        court.tally(wrong); // with a lease to end
        measure("08 tally, falls");
        training.claimVoided(above);
        measure("09 claimVoided");
        pass(6);
        court.resolve(wrong);
        measure("10 resolve, falls");
        for (uint256 i = 0; i < 16; ++i) {
            commitTruth(worker);
        }
        pass(21);
        training.finalise(run, 16);
        measure("11 finalise, 16 windows");
        vm.assertEq(training.progress(run).anchorCount, 16, "all of them");
        settle(wrong, id);
    }

    function judge(bytes32 wrong) private {
        address[] memory seated = court.jurors(wrong, 1);
        for (uint256 i = 0; i < 31; ++i) {
            bytes32 ballot = court.ballotHash(wrong, 1, seated[i], i == 30 ? lie(0) : truth(0), SALT);
            vm.prank(seated[i]);
            court.commitBallot(wrong, ballot);
        }
        measure("06 commitBallot, the last");
        for (uint256 i = 0; i < 31; ++i) {
            court.reveal(wrong, seated[i], i == 30 ? lie(0) : truth(0), SALT);
        }
        measure("07 reveal, the last");
    }

    function settle(bytes32 wrong, uint64 id) private {
        training.settle(wrong);
        measure("12 settle");
        disputes.settleChallenge(id);
        measure("13 settleChallenge, won");
        address[] memory seated = court.jurors(wrong, 1);
        court.settleSeat(wrong, 1, seated[0]);
        measure("14 settleSeat, right");
        court.settleSeat(wrong, 1, seated[30]);
        measure("15 settleSeat, slashed");
        vm.prank(worker);
        vault.withdraw(address(0));
        measure("16 withdraw");
    }

    function test_theRestFitsToo() public {
        Matches game = playForReal();
        bytes32 right = commitTruth(worker);
        uint64 id = challenge(griefer, right, lie(0));
        sleepThrough(right);
        measure("17 tally, no majority");
        vm.prank(worker);
        disputes.openArithmetic(id);
        measure("18 openArithmetic");
        pass(200);
        game.timeout(id);
        disputes.conclude(id);
        measure("24 conclude, rejects");
        settleSeats(right, court.jurors(right, 1)[0]);
        bytes32 above = commitTruth(worker);
        uint256 fee = demands.feeOf(above);
        vm.prank(passer);
        demands.demandTiles{value: fee}(above);
        measure("25 demandTiles");
        pass(16);
        demands.expire(above);
        measure("26 expire of a demand");
        vm.prank(passer);
        validators.stake{value: 6 ether}();
        measure("19 stake, the first");
        vm.prank(all[5]);
        validators.requestUnstake(4 ether);
        pass(20 minutes);
        vm.prank(all[5]);
        validators.unstake();
        measure("20 unstake");
        vm.prank(author);
        registry.create(devnet());
        measure("21 create");
        uint64 fence = acquire(idler);
        vm.prank(idler);
        training.release(run, fence);
        measure("22 release");
        acquire(idler);
        pass(31);
        acquire(worker);
        measure("23 acquire, over an expired lease");
    }

    /// @dev Nothing an outsider can add makes a settlement dearer: the price of one of 60 challenges is that of one of one.
    function test_settlementDoesNotGrowWithChallenges() public {
        uint256[2] memory cost;
        for (uint256 round = 0; round < 2; ++round) {
            uint256 snapshot = vm.snapshotState();
            bytes32 wrong = commit(liar, lie(0));
            uint64 id = sealOnly(challenger, wrong, truth(0));
            for (uint256 i = 0; i < (round == 0 ? 0 : 60); ++i) {
                sealOnly(griefer, wrong, keccak256(abi.encode(i)));
            }
            pass(1);
            openSealed(challenger, wrong, id, truth(0));
            for (uint64 i = 0; i < (round == 0 ? 0 : 60); ++i) {
                openSealed(griefer, wrong, id + 1 + i, keccak256(abi.encode(uint256(i))));
            }
            seatJury(wrong);
            judge(wrong);
            court.tally(wrong);
            pass(6);
            court.resolve(wrong);
            commitTruth(worker);
            pass(21);
            training.finalise(run, 1);
            uint256 before = gasleft();
            disputes.settleChallenge(id);
            cost[round] = before - gasleft();
            vm.revertToState(snapshot);
        }
        vm.assertLe(cost[1], cost[0] + 1000, "bounded");
    }
}
