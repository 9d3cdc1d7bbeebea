// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IMatches, Outcome, Phase, Side} from "../src/interfaces/IMatches.sol";
import {MatchStage, Plot} from "./MatchStage.sol";

/// @notice Whole matches.
contract MatchesTest is MatchStage {
    function playOut(Plot memory p, Side truthful_, Side opener) internal returns (uint256 moves) {
        begin(p, truthful_);
        while (board.outcome(ID) == Outcome.Running) {
            step(opener);
            vm.assertLt(++moves, 30, "moves");
        }
        vm.assertEq(uint256(board.outcome(ID)), uint256(liarConvicted()), "the liar is convicted");
    }

    function test_theLiarIsConvicted() external {
        playOut(small(), Side.Committer, Side.Committer);
    }
}
