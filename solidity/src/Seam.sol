// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Geometry} from "./Geometry.sol";
import {TileProof} from "./TileProof.sol";
import {Answer, IMatches, NewList} from "./interfaces/IMatches.sol";

/// @title Where a match enters a list, and where two lists part
/// @notice Checks of nodes that are posted and answered. Each reverts unless it holds; none knows whose turn it is.
library Seam {
    using Geometry for uint256;

    /// @notice The top of a new list of roots whose first and last entries (as leaves) are given.
    // INVARIANT: both sides' first entries are the agreed one and their last ones differ, so two lists at one seam are never equal, and the
    // first difference is neither the first entry nor beyond the last.
    function newList(NewList calldata list, uint256 length, bytes32 first, bytes32 last)
        internal
        view
        returns (bytes32 tree)
    {
        return newList(list.nodes, list.head, list.tail, length, first, last);
    }

    /// @notice The same, where it answers another.
    function newList(Answer calldata answer, uint256 length, bytes32 first, bytes32 last)
        internal
        view
        returns (bytes32 tree)
    {
        return newList(answer.nodes, answer.head, answer.tail, length, first, last);
    }

    function newList(
        bytes32[] calldata nodes,
        bytes32[] calldata head,
        bytes32[] calldata tail,
        uint256 length,
        bytes32 first,
        bytes32 last
    ) private view returns (bytes32 tree) {
        uint256 shown = TileProof.firstLevels(length);
        uint256 below = TileProof.depth(length) - shown;
        if (nodes.length != uint256(1) << shown || head.length != below || tail.length != below) {
            revert IMatches.WrongLength();
        }
        if (TileProof.climb(first, 0, head) != nodes[0]) revert IMatches.WrongEnds();
        if (TileProof.climb(last, length - 1, tail) != nodes[(length - 1) >> below]) revert IMatches.WrongEnds();
        if (!TileProof.padded(nodes, 0, below, length)) revert IMatches.WrongNodes();
        return TileProof.fold(nodes);
    }

    /// @notice Nodes four levels below `parent`, whose place in its level is `index`.
    function requireBelow(bytes32[] calldata nodes, bytes32 parent, uint256 index, uint256 levelsBelow, uint256 length)
        internal
        view
    {
        if (nodes.length != 16) revert IMatches.WrongLength();
        if (TileProof.fold(nodes) != parent || !TileProof.padded(nodes, index << 4, levelsBelow, length)) {
            revert IMatches.WrongNodes();
        }
    }

    /// @notice First nodes of the list behind an output, whose entry in the trace is `held`.
    function requireOutput(bytes32[] calldata nodes, bytes32 held, uint256 geometry) internal view {
        uint256 length = geometry.leaves();
        uint256 shown = TileProof.firstLevels(length);
        if (nodes.length != uint256(1) << shown) revert IMatches.WrongLength();
        bytes32 root = TileProof.list(TileProof.fold(nodes), geometry.kind(), length);
        if (TileProof.entry(root) != held || !TileProof.padded(nodes, 0, TileProof.depth(length) - shown, length)) {
            revert IMatches.WrongNodes();
        }
    }

    /// @notice The first place at which the mover's nodes differ from those whose hash is `posted`.
    /// @param theirs The posted ones, from that place on. Those before it are the mover's own, else the hash is another.
    function difference(bytes32[] calldata nodes, bytes32[] calldata theirs, bytes32 posted)
        internal
        pure
        returns (uint256 place)
    {
        if (theirs.length == 0 || theirs.length > nodes.length) revert IMatches.WrongLength();
        place = nodes.length - theirs.length;
        if (keccak256(abi.encodePacked(nodes[:place], theirs)) != posted) revert IMatches.WrongPosted();
        if (nodes[place] == theirs[0]) revert IMatches.NoDifference();
    }
}
