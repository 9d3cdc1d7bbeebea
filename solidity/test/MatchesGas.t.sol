// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Outcome, Phase, Side} from "../src/interfaces/IMatches.sol";
import {MatchStage} from "./MatchStage.sol";

interface Gauge {
    struct Gas {
        uint64 gasLimit;
        uint64 gasTotalUsed;
        uint64 gasMemoryUsed;
        int64 gasRefunded;
        uint64 gasRemaining;
    }

    function lastCallGas() external view returns (Gas memory);
}

/// @notice What a dispute costs over lists of GPT-2's size: each call is a transaction of its own, its calldata at Prague's prices.
/// forge-config: default.isolate = true
contract MatchesGasTest is MatchStage {
    uint256 private constant TOTAL = 3_500_000;
    uint256 private constant EACH = 350_000;
    uint256 private constant LEAF = 250_000;
    uint256 private constant CALLS = 30;

    function test_aWholeDispute_staysWithinItsGas() external {
        begin(big(), Side.Challenger);
        uint256 total;
        uint256 calls;
        while (board.outcome(ID) == Outcome.Running) {
            (Phase phase,,) = board.due(ID);
            uint256 gas = charge(step(Side.Committer));
            string memory name = string.concat("phase ", vm.toString(uint256(phase)));
            vm.assertLe(gas, phase == Phase.Leaf ? LEAF : EACH, name);
            emit Spent(phase, gas);
            total += gas;
            ++calls;
        }
        emit Spent(Phase.Ended, total);
        // Seal, open and openArithmetic come before.
        vm.assertLe(calls + 3, CALLS, "transactions");
        vm.assertLe(total, TOTAL, "gas of all moves");
    }

    event Spent(Phase phase, uint256 gas);

    /// @dev Gas of the last transaction, whose calldata costs 4 and 16 per byte or, if that is more than all of it, 10 and 40.
    function charge(bytes memory data) private view returns (uint256) {
        uint256 used = Gauge(address(vm)).lastCallGas().gasTotalUsed;
        uint256 tokens;
        for (uint256 i = 0; i < data.length; ++i) {
            tokens += data[i] == 0 ? 1 : 4;
        }
        uint256 floor = 21_000 + 10 * tokens;
        return used > floor ? used : floor;
    }
}
