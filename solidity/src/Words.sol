// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Float32} from "./Float32.sol";
import {Geometry} from "./Geometry.sol";
import {Row} from "./Row.sol";
import {IMatches, Phase} from "./interfaces/IMatches.sol";

/// @notice What a match holds its sides to where words are posted: the fields of Game of the same names.
struct Held {
    uint256 geometry;
    bytes32 mine;
    bytes32 posted;
    uint32 tile;
    uint32 chunk;
    uint32 before;
}

/// @title Posted words: elements, folds, blocks
/// @notice Checks that what a side posts ends in what it claims, so that a list needs no commitment: it begins agreed, and at the first
/// difference at most one side is right. Stateless; a contract of its own because of the size of Matches, which creates it.
contract Words {
    using Geometry for uint256;

    /// @notice Element: the mover says `value` where the posted tile has another, and posts what the element comes from.
    /// @return their The posted tile's word.
    /// @return next The phase that follows.
    function element(Held calldata held, uint8 word_, uint32 value, bytes calldata theirs, bytes calldata words)
        external
        pure
        returns (uint32 their, Phase next)
    {
        _requirePosted(theirs, held.posted);
        their = word(theirs, word_);
        if (their == value) revert IMatches.NoDifference();
        uint256 geometry = held.geometry;
        Geometry.Way way = geometry.way(held.tile, word_);
        if (way == Geometry.Way.Leaf) {
            if (words.length != 0) revert IMatches.WrongLength();
            return (their, Phase.Leaf);
        }
        if (way == Geometry.Way.Blocks) {
            _requireBlocks(words, geometry, 0, 0, value);
            return (their, Phase.Blocks);
        }
        uint256 chunks = geometry.chunks();
        if (words.length != 4 * chunks) revert IMatches.WrongLength();
        if (_finish(word(words, chunks - 1)) != value) revert IMatches.WrongWords();
        return (their, Phase.Folds);
    }

    /// @notice Folds: the mover says `value` where another was posted, and posts the blocks it comes from.
    /// @return their The posted fold.
    /// @return before The agreed fold before it, or 0.
    function fold(Held calldata held, uint32 chunk, uint32 value, bytes calldata theirs, bytes calldata words)
        external
        pure
        returns (uint32 their, uint32 before)
    {
        _requirePosted(theirs, held.posted);
        uint256 last = held.geometry.chunks() - 1;
        if (chunk > last) revert IMatches.WrongPlace();
        their = word(theirs, chunk);
        if (their == value) revert IMatches.NoDifference();
        if (chunk == last && bytes32(uint256(_finish(value))) != held.mine) revert IMatches.WrongClaim();
        if (chunk > 0) before = word(theirs, chunk - 1);
        _requireBlocks(words, held.geometry, chunk, before, value);
    }

    /// @notice Blocks: the mover says `value` where another partial was posted.
    /// @return own What the referee compares of it: the word, or sha256 of the lanes.
    /// @return their The same of the posted one.
    /// @return before The same of the agreed one before it, or 0.
    function partial_(Held calldata held, uint8 block_, bytes calldata value, bytes calldata theirs)
        external
        pure
        returns (bytes32 own, bytes32 their, bytes32 before)
    {
        _requirePosted(theirs, held.posted);
        uint256 size = held.geometry.partialBytes();
        uint256 from = uint256(block_) * size;
        if (value.length != size) revert IMatches.WrongLength();
        if (from >= theirs.length) revert IMatches.WrongPlace();
        own = _compared(value);
        their = _compared(theirs[from:from + size]);
        if (own == their) revert IMatches.NoDifference();
        if (block_ > 0) before = _compared(theirs[from - size:from]);
        if (from + size == theirs.length) _requireClaim(held, value);
    }

    /// @notice Word i of little-endian words. Bounds: 4·i + 4 ≤ words.length.
    function word(bytes calldata words, uint256 i) private pure returns (uint32) {
        return uint32(Row.swap(uint256(uint32(bytes4(words[4 * i:4 * i + 4]))) << 224) >> 224);
    }

    function _requirePosted(bytes calldata theirs, bytes32 posted) private pure {
        if (keccak256(theirs) != posted) revert IMatches.WrongPosted();
    }

    /// @dev Blocks of a chunk that end in their author's fold, or in its element if there is one chunk.
    function _requireBlocks(bytes calldata blocks, uint256 geometry, uint256 chunk, uint32 before, uint32 claim)
        private
        pure
    {
        uint256 size = geometry.partialBytes();
        uint256 end = geometry.blocks(chunk) * size;
        if (blocks.length != end) revert IMatches.WrongLength();
        if (_lift(blocks[end - size:], geometry, chunk, before) != claim) revert IMatches.WrongWords();
    }

    /// @dev The last block makes of the level above what its author said there.
    function _requireClaim(Held calldata held, bytes calldata value) private pure {
        uint32 lifted = _lift(value, held.geometry, held.chunk, held.before);
        if (bytes32(uint256(lifted)) != held.mine) revert IMatches.WrongClaim();
    }

    /// @dev What a chunk's last partial makes of the level above: the fold after it, or the element if there is one chunk.
    function _lift(bytes calldata last, uint256 geometry, uint256 chunk, uint32 before) private pure returns (uint32) {
        bool max = geometry.leaf() == Geometry.LANES_MAX;
        uint256 sum;
        if (geometry.leaf() == Geometry.CHAIN) {
            sum = word(last, 0);
        } else {
            uint256 low = Row.swap(uint256(bytes32(last[:32])));
            uint256 high = Row.swap(uint256(bytes32(last[32:])));
            sum = max ? Row.treeMax(low, high) : Row.treeSum(low, high);
        }
        // Results of Float32 are below 2^32.
        // forge-lint: disable-next-line(unsafe-typecast)
        uint32 s = uint32(sum);
        if (geometry.chunks() == 1) return _finish(s);
        if (chunk == 0) return s;
        return uint32(max ? Row.foldMax(before, sum) : Row.foldSum(before, sum));
    }

    /// @dev The element from its last fold: + (+0).
    function _finish(uint32 last) private pure returns (uint32) {
        return uint32(Float32.add(last, 0));
    }

    /// @dev A partial as the referee compares it.
    function _compared(bytes calldata value) private pure returns (bytes32) {
        return value.length == 4 ? bytes32(uint256(word(value, 0))) : sha256(value);
    }
}
