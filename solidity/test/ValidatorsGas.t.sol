// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Phase} from "../src/interfaces/ICourt.sol";
import {Outcome} from "../src/interfaces/IMatches.sol";
import {Run} from "../src/interfaces/IRunRegistry.sol";
import {IValidators} from "../src/interfaces/IValidators.sol";
import {Base} from "./Base.sol";
import {Vm} from "./Test.sol";

/// @notice Stakes for many at once, as one transaction.
contract Crowd {
    Vm private constant vm = Vm(0x7109709ECfa91a80626fF3989D68f67F5b1DD12D);

    function stake(IValidators validators, uint256 from, uint256 to) external {
        for (uint256 i = from; i < to; ++i) {
            address v = address(uint160(0x1000000 + i));
            vm.deal(v, 100 ether);
            vm.prank(v);
            validators.stake{value: 5 ether + i}();
        }
    }
}

/// @notice What the calls that touch the sum tree cost with 1, 100 and 10,000 validators. The figures land in
/// solidity/snapshots/ValidatorsGasTest.json after a run; the bounds below are those that this test was written with.
/// forge-config: default.isolate = true
contract ValidatorsGasTest is Base {
    uint256[3] private sizes = [uint256(1), 100, 10_000];

    function people(uint256 size) private {
        vm.pauseGasMetering(); // a test has less gas than ten thousand deposits cost
        Crowd crowd = new Crowd();
        for (uint256 i = 0; i < size; i += 500) {
            crowd.stake(validators, i, i + 500 < size ? i + 500 : size);
        }
        vm.resumeGasMetering();
        vm.roll(vm.getBlockNumber() + 1);
        vm.warp(vm.getBlockTimestamp() + 1);
    }

    function measure(string memory name, uint256 size, uint256 limit) private {
        uint256 gas = vm.snapshotGasLastCall(string.concat(name, ", ", vm.toString(size), " validators"));
        vm.assertLt(gas, limit, name);
    }

    function test_1() public {
        play(1);
    }

    function test_100() public {
        play(100);
    }

    function test_10000() public {
        play(10_000);
    }

    /// The most that a draw can cost: the largest jury there may be, and two seats of three fail, so that as many are drawn as ever are.
    function test_theLargestJuryFitsATransaction() public {
        Run memory d = devnet();
        (d.economy.jury, d.economy.largerJury) = (31, 31);
        d.economy.seatStake = 5 ether + 6_700; // one in three has that much
        run = createRun(d);
        people(10_000);
        bytes32 wrong = commit(liar, lie(0));
        challenge(challenger, wrong, truth(0));
        court.freeze(wrong);
        drawJury(wrong);
        measure("12 court.draw, 31 seats of which two in three fail", 10_000, 1 << 24);
        vm.assertGt(court.jurors(wrong, 1).length, 15, "a jury");
        vm.assertLt(court.jurors(wrong, 1).length, 31, "but not a full one: all were drawn that may be");
    }

    function play(uint256 size) private {
        Run memory d = devnet();
        (d.economy.jury, d.economy.largerJury) = (size == 1 ? 1 : 5, size == 1 ? 1 : 11);
        run = createRun(d);
        people(size);
        address some = address(uint160(0x1000000));
        vm.prank(passer);
        validators.stake{value: 1 ether}();
        measure("01 stake, the first", size, 250_000);
        vm.roll(vm.getBlockNumber() + 1);
        vm.prank(some);
        validators.stake{value: 1 ether}();
        measure("02 stake more", size, 800_000);
        vm.roll(vm.getBlockNumber() + 1);
        vm.prank(some);
        validators.requestUnstake(1 ether);
        measure("03 requestUnstake", size, 800_000);
        pass(20 minutes);
        vm.prank(some);
        validators.unstake();
        measure("04 unstake", size, 120_000);
        validators.draw("seed", vm.getBlockNumber() - 1, 5);
        measure("05 validators.draw, 5", size, 600_000);
        validators.draw("seed", vm.getBlockNumber() - 1, 38);
        measure("06 validators.draw, 38", size, 4_000_000);
        validators.draw("seed", vm.getBlockNumber() - 1, 78);
        measure("06 validators.draw, 78, the most for a jury of 31", size, 8_000_000);
        judge(size);
    }

    function judge(uint256 size) private {
        bytes32 wrong = commit(liar, lie(0));
        challenge(challenger, wrong, truth(0));
        court.freeze(wrong);
        measure("07 freeze", size, 250_000);
        drawJury(wrong);
        measure("08 court.draw, the first jury", size, 1_500_000);
        pass(36);
        court.tally(wrong);
        measure("09 tally, no majority", size, 250_000);
        drawJury(wrong);
        measure("10 court.draw, the larger jury", size, 3_500_000);
        pass(36);
        court.tally(wrong);
        vm.assertEq(uint256(court.phase(wrong)), uint256(Phase.Appeal), "both slept");
        openArithmetic(passer, 1);
        pass(121);
        matches.end(1, Outcome.CommitterConvicted, 0, 0);
        disputes.conclude(1);
        court.settleSeat(wrong, 1, court.jurors(wrong, 1)[0]);
        measure("11 settleSeat, slashed", size, 900_000);
    }
}
