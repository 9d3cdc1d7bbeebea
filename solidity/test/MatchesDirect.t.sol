// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Operand, Operands, Outcome, Phase, Side} from "../src/interfaces/IMatches.sol";
import {MatchStage, Plot} from "./MatchStage.sol";
import {Sparse, SparseList} from "./SparseList.sol";

/// @notice Matches about operators that don't reduce: from the element straight to the leaf. Their outputs are vectors of `rows` words; the
/// word in dispute is 1, the liar says 4.
abstract contract MatchesDirect is MatchStage {
    using SparseList for Sparse;

    /// @dev Fields of an operand that is a vector.
    function vector(uint32 source, uint32 index, uint32 role, uint32 n) internal pure returns (uint32[10] memory) {
        return [source, index, role, 2, n, 0, 1, 1, 1, n];
    }

    function head(uint32 code, uint32 mode, Plot memory p) internal pure returns (bytes memory d) {
        d = new bytes(1024);
        putAll(d, 0, [code, mode, 1, 2, 1, 1, p.rows, 0, 1, 1]);
        putAll(d, 10, [uint32(1), p.rows, 2, 0, 0, 0, 0, 0, 0, 0]);
    }

    function playOut(uint32 rows, uint256 entry, Side truthful_) internal {
        Plot memory p = small();
        (p.lanes, p.rows, p.columns, p.terms, p.chunk, p.block_) = (true, rows, 0, 1, 0, 0);
        (p.tile, p.word) = (entry / 256, uint8(entry % 256));
        begin(p, truthful_);
        bool direct;
        for (uint256 moves = 0; board.outcome(matchId) == Outcome.Running; ++moves) {
            vm.assertLt(moves, 30, "moves");
            Phase phase = board.game(matchId).phase;
            direct = phase == Phase.Element || direct && phase == Phase.Leaf;
            step(Side.Committer);
        }
        vm.assertTrue(direct, "from the element to the leaf");
        vm.assertEq(uint256(board.outcome(matchId)), uint256(liarConvicted()), "the liar is convicted");
    }

    /// @dev The output of the operator before, as an operand.
    function traced() internal view returns (Operand memory) {
        Sparse memory trace = claims[truthful].trace;
        return Operand(first.root(1), trace.path(plot.operator, trace.depth()));
    }

    /// @dev The tensor of the state, as an operand.
    function stored() internal view returns (Operand memory) {
        return Operand(second.root(1), state.path(1, state.depth()));
    }

    function opened(Sparse memory list, bytes memory tile) internal view returns (bytes memory) {
        return bytes.concat(tile, abi.encodePacked(list.path(list.places[0], list.depth())));
    }
}

/// @notice pick: of each row of a table the word that an index names.
contract MatchesPickTest is MatchesDirect {
    using SparseList for Sparse;

    uint32 private constant WIDE = 40;
    uint32 private constant COLUMN = 37;

    function test_pick() external {
        playOut(300, 299, Side.Committer);
    }

    function test_pick_oneWord() external {
        playOut(1, 0, Side.Challenger);
    }

    function descriptorOf(Plot memory p) internal pure override returns (bytes memory d) {
        d = head(8, 9, p);
        putAll(d, 64, [uint32(1), p.operator - 1, 9, 1, WIDE, 0, 1, 1, p.rows, WIDE]);
        putAll(d, 74, vector(2, 1, 10, p.rows));
    }

    function tensors(Plot memory p) internal override {
        (uint256 row,) = place(p);
        bytes memory table = new bytes(1024);
        put(table, row % 16 * 16 + COLUMN % 16, floatOf(1));
        bytes memory index = new bytes(1024);
        put(index, p.word, COLUMN);
        (firstTile, secondTile) = (table, index);
        uint256 across = (WIDE + 15) / 16;
        Sparse memory x = zeros((uint256(p.rows) + 15) / 16 * across);
        x.put(row / 16 * across + COLUMN / 16, tileLeaf(table));
        first = x;
        Sparse memory y = zeros((uint256(p.rows) + 255) / 256);
        y.put(p.tile, tileLeaf(index));
        second = y;
    }

    function rootsOf(bool open) internal view override returns (Operands memory roots) {
        roots.operands = new Operand[](2);
        (roots.operands[0], roots.operands[1]) = (traced(), stored());
        if (open) {
            (roots.stateTree, roots.stateLength) = (state.top(), uint64(state.length));
        } else {
            (roots.operands[0].path, roots.operands[1].path) = (new bytes32[](0), new bytes32[](0));
        }
    }

    function evidence() internal view override returns (bytes memory) {
        return bytes.concat(opened(first, firstTile), opened(second, secondTile));
    }
}

/// @notice concat: two vectors one behind the other. The one in dispute is bound with the leaf.
contract MatchesConcatTest is MatchesDirect {
    using SparseList for Sparse;

    uint32 private constant FIRST = 290;

    function test_concat_firstPart() external {
        playOut(FIRST + 20, FIRST - 1, Side.Challenger);
    }

    function test_concat_lastPart() external {
        playOut(FIRST + 20, FIRST + 19, Side.Committer);
    }

    function descriptorOf(Plot memory p) internal pure override returns (bytes memory d) {
        d = head(9, 13, p);
        put(d, 17, FIRST); // where the second begins
        putAll(d, 64, vector(1, p.operator - 1, 11, FIRST));
        putAll(d, 74, vector(2, 1, 11, p.rows - FIRST));
    }

    function tensors(Plot memory p) internal override {
        (uint256 entry,) = place(p);
        bytes memory tile = new bytes(1024);
        put(tile, (entry < FIRST ? entry : entry - FIRST) % 256, floatOf(1));
        (firstTile, secondTile) = (tile, tile);
        Sparse memory x = zeros((FIRST + 255) / 256);
        Sparse memory y = zeros((uint256(p.rows) - FIRST + 255) / 256);
        if (entry < FIRST) x.put(entry / 256, tileLeaf(tile));
        else y.put((entry - FIRST) / 256, tileLeaf(tile));
        (first, second) = (x, y);
    }

    function rootsOf(bool open) internal view override returns (Operands memory roots) {
        if (open) return roots;
        roots.operands = new Operand[](1);
        if (isFirst()) {
            roots.operands[0] = traced();
        } else {
            roots.operands[0] = stored();
            (roots.stateTree, roots.stateLength) = (state.top(), uint64(state.length));
        }
    }

    function evidence() internal view override returns (bytes memory) {
        return isFirst() ? opened(first, firstTile) : opened(second, secondTile);
    }

    function isFirst() private view returns (bool) {
        return plot.tile * 256 + plot.word < FIRST;
    }
}
