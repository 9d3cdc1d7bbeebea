// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Claim} from "../src/interfaces/ITraining.sol";
import {AttentionStage} from "./AttentionStage.sol";

/// @notice Stands for `Training` where only a commitment's hash, committer and block matter: every hash is one.
contract AnyCommitment {
    address private immutable committer;
    uint64 private immutable number;

    constructor(address committer_, uint64 number_) {
        (committer, number) = (committer_, number_);
    }

    function claimOf(bytes32) external view returns (Claim memory c) {
        c.committer = committer;
    }

    function committedBlock(bytes32) external view returns (uint64) {
        return number;
    }
}

/// @notice Auditors of 10,000 windows, drawn by the contract itself: each validator as often as its stake says.
contract DrawsTest is AttentionStage {
    uint256 private constant WINDOWS = 10_000;

    mapping(address who => uint256) private drawnFirst;
    mapping(address who => uint256) private drawnAtAll;

    /// @dev 3 σ of so many successes in so many trials with probability p/q.
    function within3Sigma(uint256 count, uint256 trials, uint256 p, uint256 q) private pure returns (bool) {
        uint256 expected = trials * p;
        uint256 off = count * q > expected ? count * q - expected : expected - count * q;
        // off/q ≤ 3·sqrt(trials·p·(q−p))/q
        return off * off <= 9 * trials * p * (q - p);
    }

    function drawAll() private {
        uint64 number = uint64(vm.getBlockNumber());
        pass(20);
        vm.etch(core.training, address(new AnyCommitment(five[4], number)).code);
        for (uint256 i = 0; i < WINDOWS; ++i) {
            address[] memory two = attention.auditors(bytes32(i));
            vm.assertEq(two.length, 2, "two");
            ++drawnFirst[two[0]];
            ++drawnAtAll[two[0]];
            ++drawnAtAll[two[1]];
        }
        vm.assertEq(drawnAtAll[five[4]], 0, "never the committer");
    }

    /// @dev Equal stakes, one of five the committer: each of the other four in half of all windows.
    function test_equalStakes_equalRates() public {
        drawAll();
        for (uint256 i = 0; i < 4; ++i) {
            vm.assertTrue(within3Sigma(drawnAtAll[five[i]], WINDOWS, 1, 2), "one in two");
            vm.assertTrue(within3Sigma(drawnFirst[five[i]], WINDOWS, 1, 4), "first: one in four");
            // The test can fail: these are rates it doesn't have.
            vm.assertFalse(within3Sigma(drawnAtAll[five[i]], WINDOWS, 47, 100), "not 47 %");
            vm.assertFalse(within3Sigma(drawnFirst[five[i]], WINDOWS, 23, 100), "not 23 %");
        }
    }

    /// @dev Stakes of 5, 15, 25 and 35 beside the committer's 5.
    function test_rateByStake() public {
        for (uint256 i = 1; i < 4; ++i) {
            vm.prank(five[i]);
            validators.stake{value: 10 ether * i}();
        }
        pass(1);
        drawAll();
        for (uint256 i = 0; i < 4; ++i) {
            vm.assertTrue(within3Sigma(drawnFirst[five[i]], WINDOWS, 5 + 10 * i, 80), "in proportion to stake");
            vm.assertFalse(within3Sigma(drawnFirst[five[i]], WINDOWS, 1, 4), "not regardless of it");
        }
    }
}
