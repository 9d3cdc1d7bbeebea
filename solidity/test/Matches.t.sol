// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IMatches, Operand, Operands, Outcome, Phase, Side} from "../src/interfaces/IMatches.sol";
import {MatchStage, Plot} from "./MatchStage.sol";
import {Sparse, SparseList} from "./SparseList.sol";

/// @notice Whole matches, from both chairs, whoever opens, at the edges of every list.
contract MatchesTest is MatchStage {
    using SparseList for Sparse;

    function playOut(Plot memory p, Side truthful_, Side opener) internal returns (uint256 moves) {
        begin(p, truthful_);
        while (board.outcome(matchId) == Outcome.Running) {
            step(opener);
            vm.assertLt(++moves, 30, "moves");
        }
        vm.assertEq(uint256(board.outcome(matchId)), uint256(liarConvicted()), "the liar is convicted");
        (Phase phase, Side side, uint64 deadline) = board.due(matchId);
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

    /// @dev The last operator's output is the list of the new state's tensors; the one in dispute is bound with the leaf.
    function test_state() external {
        Plot memory p = small();
        (p.state, p.operators, p.operator, p.columns, p.tile) = (true, 40, 38, 30, 29);
        playOut(p, Side.Committer, Side.Challenger);
    }

    /// @dev No root but the agreed one of that very tensor decides about it.
    function test_state_withAnotherRoot() external {
        Plot memory p = small();
        (p.state, p.operators, p.operator, p.columns, p.tile) = (true, 40, 38, 30, 7);
        begin(p, Side.Committer);
        playTo(Phase.Leaf);
        Operands memory roots = lateRoot();
        roots.operands[0].root = keccak256("a lie");
        vm.expectRevert(abi.encodeWithSelector(IMatches.WrongOperand.selector, 0));
        board.leaf(matchId, descriptor, roots, "");
        roots = lateRoot();
        roots.operands[0].path = claims[truthful].trace.path(plot.tile + 1, claims[truthful].trace.depth());
        vm.expectRevert(abi.encodeWithSelector(IMatches.WrongOperand.selector, 0));
        board.leaf(matchId, descriptor, roots, "");
        roots.operands = new Operand[](0);
        vm.expectRevert(IMatches.WrongLength.selector);
        board.leaf(matchId, descriptor, roots, "");
        descriptor[0] = 0x0b;
        roots = lateRoot();
        vm.expectRevert(IMatches.WrongProgram.selector);
        board.leaf(matchId, descriptor, roots, "");
    }

    // Named after the defects of others

    /// @dev A move prepared for what was posted in a block that is gone.
    function test_System04_AMoveAgainstReorganisedContentIsRefused() external {
        Plot memory p = small();
        p.steps = 40;
        begin(p, Side.Committer);
        uint256 fork = vm.snapshotState();
        step(Side.Challenger);
        (bytes memory prepared,) = moveOf(Side.Committer);
        vm.revertToState(fork);
        // In the other block the liar lies about a later step.
        Sparse memory other_ = claims[Side.Challenger].steps;
        other_.put(p.step, claims[Side.Committer].steps.node(0, p.step));
        claims[Side.Challenger].steps = other_;
        step(Side.Challenger);
        (bool success, bytes memory result) = send(worker, prepared);
        vm.assertTrue(!success && bytes4(result) == IMatches.WrongPosted.selector, "another list was posted");
    }

    /// @dev At a leaf one path is open at a time: the proof until the deadline, then the clock.
    function test_System18_AtALeafEitherProofOrClockNeverBoth() external {
        begin(small(), Side.Committer);
        playTo(Phase.Leaf);
        (, Side side, uint64 deadline) = board.due(matchId);
        (bytes memory proof,) = moveOf(side);
        vm.warp(deadline);
        vm.expectRevert(IMatches.NotYet.selector);
        board.timeout(matchId);
        vm.warp(deadline + 1);
        (bool success, bytes memory result) = send(passer, proof);
        vm.assertTrue(!success && bytes4(result) == IMatches.TooLate.selector, "too late for the proof");
        board.timeout(matchId);
        (success,) = send(passer, proof);
        vm.assertFalse(success, "and for ever");
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
