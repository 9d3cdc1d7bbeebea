// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Game, Outcome, Phase, Side} from "../src/interfaces/IMatches.sol";
import {MatchStage, Plot} from "./MatchStage.sol";

/// @notice Numbers at the ends of every width, anywhere in the calldata of any move.
contract MatchesExtremesTest is MatchStage {
    /// @dev A word of the due move becomes the least or the greatest number of some width, or the next one. Refused, it changes nothing; taken, it is
    /// the move itself, or a side says something else where nothing fixes yet what it says.
    function testFuzz_System10_NumbersAtTheEndsOfEveryWidth(uint256 seed) external {
        begin(plotOf(seed % 3), Side(1 + (seed >> 8) % 2));
        uint256 turns = (seed >> 16) % 14;
        for (uint256 i = 0; i < turns && board.outcome(matchId) == Outcome.Running; ++i) {
            if (board.game(matchId).phase == Phase.Leaf) break;
            step(Side.Committer);
        }
        Game memory g = board.game(matchId);
        Side side = g.due == Side.None ? Side.Committer : g.due;
        (bytes memory data,) = moveOf(side);
        uint256 fresh = vm.snapshotState();
        step(Side.Committer);
        bytes32 right = stateOfMatch();
        vm.revertToState(fresh);
        bytes32 before = stateOfMatch();

        // The numbers of a move stand in front; behind them are hashes, words and paths.
        uint256 words = (data.length - 4) / 32;
        uint256 place = (seed >> 32) % ((seed >> 31) & 1 == 0 && words > 14 ? 14 : words);
        uint256 value = extreme(seed >> 64);
        assembly ("memory-safe") {
            mstore(add(add(data, 36), mul(32, place)), value)
        }
        (bool success,) = send(ownerOf(side), data);
        Game memory then_ = board.game(matchId);
        if (!success) {
            vm.assertEq(stateOfMatch(), before, "a refused move changes nothing");
        } else if (stateOfMatch() != right) {
            vm.assertTrue(isOwn(g), "only what nothing fixes yet is free");
            vm.assertTrue(then_.due == other(side), "the turn passed");
            vm.assertTrue(then_.mine != then_.posted, "both claim the same");
            vm.assertLe(then_.chunk, (uint256(plot.terms) - 1) / 512, "chunk");
            vm.assertLt(then_.block_, 32, "block");
        }
    }

    function plotOf(uint256 kind) private pure returns (Plot memory p) {
        p = small();
        if (kind == 1) {
            (p.lanes, p.rows, p.columns, p.terms, p.tile, p.chunk, p.block_) = (true, 1000, 0, 1024 + 5, 3, 2, 0);
        } else if (kind == 2) {
            (p.state, p.operators, p.operator, p.columns, p.tile) = (true, 40, 38, 30, 29);
        }
    }

    /// @dev 2^w − 1, 2^w or 2^w − 2 of the widths in use, 0 and the greatest of all among them.
    function extreme(uint256 seed) private pure returns (uint256) {
        uint16[10] memory widths = [0, 1, 3, 8, 16, 32, 64, 128, 255, 256];
        uint256 w = widths[seed % 10];
        uint256 power = w == 256 ? 0 : uint256(1) << w;
        unchecked {
            return power + (seed >> 8) % 3 - 1;
        }
    }
}
