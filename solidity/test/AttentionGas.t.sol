// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {NATIVE} from "../src/Core.sol";
import {Goal} from "../src/interfaces/IGoals.sol";
import {Outcome} from "../src/interfaces/IMatches.sol";
import {AttentionStage} from "./AttentionStage.sol";
import {Crowd} from "./ValidatorsGas.t.sol";

/// @notice Gas of each call of Attention and Goals, in solidity/snapshots; none depends on how many answers, pots or windows there are.
contract AttentionGasTest is AttentionStage {
    uint256 private constant MOST = 1_000_000;

    function bounded(string memory name) private {
        vm.assertLt(vm.snapshotGasLastCall(name), MOST, name);
    }

    /// @dev The draw grows with the logarithm of the number of validators; the other calls don't grow.
    function test_attention() external {
        measure("5 validators");
        crowd(0, 100);
        measure("105 validators");
        crowd(100, 10_000);
        measure("10,005 validators");
    }

    function crowd(uint256 from, uint256 to) private {
        vm.pauseGasMetering(); // a test has less gas than ten thousand deposits cost
        Crowd many = new Crowd();
        for (uint256 i = from; i < to; i += 100) {
            many.stake(validators, i, i + 100);
        }
        vm.resumeGasMetering();
        pass(1);
    }

    function measure(string memory size) private {
        bytes32 c = window();
        uint64 canary = plantAs(planter, c, history(c));
        bounded(string.concat("plant, ", size));
        (address first, address second) = drawn(c);
        uint64 a = sealAs(first, c, garbage(c));
        bounded(string.concat("seal, the first, ", size));
        uint64 b = sealAs(second, c, history(c));
        bounded(string.concat("seal, the second, ", size));
        passTo(c, 1);
        attention.open(a, garbage(c));
        bounded("open");
        attention.open(b, history(c));
        finaliseAll();
        passTo(c, 6);
        attention.openCanary(canary, c, history(c), SALT);
        bounded("openCanary");
        uint64 id = attention.duel(a, b);
        bounded("duel");
        matches.end(id, Outcome.CommitterConvicted, COMMITTER_GAS, CHALLENGER_GAS);
        attention.conclude(id);
        bounded("conclude");
        passTo(c, 11);
        attention.settle(canary);
        bounded("settle, a canary");
        attention.settle(b);
        bounded("settle, paid");
    }

    function test_goals() external {
        Goal memory goal = Goal(run, keccak256("evaluation"), keccak256("held out"), 0x40400000, NATIVE);
        vm.prank(author);
        bytes32 pot = goals.lock{value: 1 ether}(goal, 1 ether);
        bounded("lock");
        bytes32 c = commitTruth(worker);
        pass(21);
        finaliseAll();
        uint64 id = goals.claim{value: bond}(pot, c, 0x40000000);
        bounded("claim");
        bytes32 content = goals.claimHashOf(id);
        (, uint64 duel_) = goals.contest{value: bond}(id, content, 0x41000000);
        bounded("contest");
        matches.end(duel_, Outcome.ChallengerConvicted, COMMITTER_GAS, CHALLENGER_GAS);
        goals.conclude(duel_);
        pass(21);
        goals.settle(id);
        bounded("settle, reached");
        goals.pull(pot, 0);
        bounded("pull");
    }
}
