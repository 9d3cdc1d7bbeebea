// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IMatches, Outcome, Phase, Side} from "../src/interfaces/IMatches.sol";
import {MatchStage, Plot} from "./MatchStage.sol";

/// @notice Whole matches, from both chairs, whoever opens, at the edges of every list.
contract MatchesTest is MatchStage {
    function playOut(Plot memory p, Side truthful_, Side opener) internal returns (uint256 moves) {
        begin(p, truthful_);
        while (board.outcome(ID) == Outcome.Running) {
            step(opener);
            vm.assertLt(++moves, 30, "moves");
        }
        vm.assertEq(uint256(board.outcome(ID)), uint256(liarConvicted()), "the liar is convicted");
        (Phase phase, Side side, uint64 deadline) = board.due(ID);
        vm.assertTrue(phase == Phase.Ended && side == Side.None && deadline == 0, "nobody is due");
    }

    function test_theLiarIsConvicted_inWhicheverChair() external {
        playOut(small(), Side.Committer, Side.Committer);
    }

    function test_theLiarIsConvicted_whoeverOpens() external {
        playOut(small(), Side.Challenger, Side.Committer);
    }

    function test_oneStep() external {
        Plot memory p = small();
        (p.steps, p.step) = (1, 1);
        playOut(p, Side.Challenger, Side.Challenger);
    }

    function test_oneTile_oneBlock() external {
        Plot memory p = small();
        (p.rows, p.columns, p.terms, p.tile, p.chunk, p.block_) = (16, 16, 9, 0, 0, 0);
        playOut(p, Side.Committer, Side.Challenger);
    }

    function test_lanes_oneChunk() external {
        Plot memory p = small();
        (p.lanes, p.rows, p.columns, p.terms, p.tile, p.chunk, p.block_) = (true, 300, 0, 500, 1, 0, 31);
        playOut(p, Side.Committer, Side.Committer);
    }

    function test_lanes_folds_lastChunkOfOneBlock() external {
        Plot memory p = small();
        (p.lanes, p.rows, p.columns, p.terms, p.tile, p.chunk, p.block_) = (true, 1000, 0, 1024 + 5, 3, 2, 0);
        playOut(p, Side.Challenger, Side.Committer);
    }

    /// @dev Lists of 1, 2, 15, 16, 17, 1025 and more entries; depth mod 4 = 0…3; first, last and edge places.
    function testFuzz_theLiarIsConvicted(uint256 seed) external {
        Plot memory p;
        uint16[8] memory steps = [1, 2, 14, 15, 16, 17, 256, 1024];
        p.steps = steps[seed % 8];
        p.step = edge(seed >> 8, 1, p.steps);
        uint32[7] memory operators = [uint32(4), 15, 16, 17, 257, 1025, 4096];
        p.operators = operators[(seed >> 16) % 7];
        p.operator = uint32(edge(seed >> 24, 1, p.operators - 3));
        p.lanes = (seed >> 32) % 3 == 0;
        uint32[9] memory sizes = [uint32(1), 2, 15, 16, 17, 256, 257, 4097, 16384];
        p.rows = sizes[(seed >> 40) % 9];
        p.columns = p.lanes ? 0 : sizes[(seed >> 48) % 9];
        uint32[11] memory terms = [uint32(1), 15, 16, 17, 31, 511, 512, 513, 1024, 1025, 8192];
        p.terms = terms[(seed >> 56) % 11];
        p.tile = edge(seed >> 64, 0, outputTiles(p) - 1);
        p.word = inside(p, uint8(seed >> 80));
        p.chunk = uint32(edge(seed >> 88, 0, (p.terms - 1) / 512));
        uint256 left = p.terms - uint256(p.chunk) * 512;
        p.block_ = uint8(edge(seed >> 104, 0, ((left > 512 ? 512 : left) - 1) / 16));
        playOut(p, seed >> 255 == 0 ? Side.Committer : Side.Challenger, Side(1 + (seed >> 254) % 2));
    }

    /// @dev First, last or another of a range.
    function edge(uint256 seed, uint256 low, uint256 high) private pure returns (uint256) {
        if (seed % 4 == 0) return low;
        if (seed % 4 == 1) return high;
        return low + (seed >> 2) % (high - low + 1);
    }

    /// @dev A word of the tile that isn't padding.
    function inside(Plot memory p, uint8 word) private pure returns (uint8) {
        if (p.lanes) {
            uint256 left = p.rows - p.tile * 256;
            return uint8(word % (left < 256 ? left : 256));
        }
        uint256 wide = (uint256(p.columns) + 15) / 16;
        uint256 rows = p.rows - p.tile / wide * 16;
        uint256 columns = p.columns - p.tile % wide * 16;
        return uint8(word / 16 % (rows < 16 ? rows : 16) * 16 + word % 16 % (columns < 16 ? columns : 16));
    }
}
