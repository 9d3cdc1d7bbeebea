// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title What a match has to know of an operator's output, in one word
/// @notice Made by `IStepReferee.describe`, stored by the match, read here. Bits from the lowest:
/// 0 leaf (a constant below) · 8 vector · 9 causal · 10 late · 16 g · 48 r · 80 w of the tensor · 112 rows · 144 columns of a matrix of the result
/// view · 176 terms of a reduction. 32 bits each where nothing else is said. A geometry is never 0.
library Geometry {
    /// @dev One word is recomputed at once: map, gather, pick, concat, load_batch, tick.
    uint256 internal constant DIRECT = 1;
    /// @dev A reduction whose partial is one word: matmul, column_reduce, scatter_add.
    uint256 internal constant CHAIN = 2;
    /// @dev A reduction whose partial is 16 words: row_reduce, tile_reduce.
    uint256 internal constant LANES = 3;
    /// @dev The same, of the greatest word.
    uint256 internal constant LANES_MAX = 4;
    /// @dev The output is a list of roots, and so are its leaves: no tiles, no words.
    uint256 internal constant STATE = 5;

    /// @notice How it is told who is right about an element.
    enum Way {
        Leaf, // by a leaf: the list has no further level
        Blocks, // 16 < terms ≤ 512: a list of blocks, then a leaf
        Folds // terms > 512: a list of folds, a list of blocks, then a leaf
    }

    function leaf(uint256 self) internal pure returns (uint256) {
        return self & 0xff;
    }

    function isState(uint256 self) internal pure returns (bool) {
        return leaf(self) == STATE;
    }

    function isVector(uint256 self) internal pure returns (bool) {
        return self >> 8 & 1 == 1;
    }

    /// @notice Whether the operand's root is bound with the leaf, where it is known which of many operands it is.
    function isLate(uint256 self) internal pure returns (bool) {
        return self >> 10 & 1 == 1;
    }

    /// @notice Terms of an element that has any.
    function terms(uint256 self) internal pure returns (uint256) {
        return self >> 176 & type(uint32).max;
    }

    /// @notice Leaves of the output's list.
    function leaves(uint256 self) internal pure returns (uint256) {
        if (isState(self)) return _w(self);
        if (isVector(self)) return (_w(self) + 255) / 256;
        return _g(self) * ((_r(self) + 15) / 16) * ((_w(self) + 15) / 16);
    }

    /// @notice Kind of the output's list: 1 tensor, 2 state.
    function kind(uint256 self) internal pure returns (uint8) {
        return isState(self) ? 2 : 1;
    }

    /// @notice Row and column in the tensor (rows of all matrices counted through) of a word; inside is false for padding.
    /// @dev tile < leaves, word < 256.
    function place(uint256 self, uint256 tile, uint256 word)
        internal
        pure
        returns (bool inside, uint256 row, uint256 column)
    {
        unchecked {
            if (isVector(self)) {
                column = tile * 256 + word;
                return (column < _w(self), 0, column);
            }
            uint256 across = (_w(self) + 15) / 16;
            uint256 perMatrix = across * ((_r(self) + 15) / 16);
            row = tile % perMatrix / across * 16 + word / 16;
            column = tile % across * 16 + word % 16;
            inside = row < _r(self) && column < _w(self);
            row += tile / perMatrix * _r(self);
        }
    }

    /// @notice Whether the word has to be +0 whatever the operands are: padding, above the diagonal of a causal product, or no terms at all.
    /// @dev tile < leaves, word < 256.
    function isZero(uint256 self, uint256 tile, uint256 word) internal pure returns (bool) {
        (bool inside, uint256 row, uint256 column) = place(self, tile, word);
        if (!inside) return true;
        if (leaf(self) == DIRECT) return false;
        if (terms(self) == 0) return true;
        if (self >> 9 & 1 == 0) return false;
        return column % (self >> 144 & type(uint32).max) > row % (self >> 112 & type(uint32).max);
    }

    /// @notice Which lists lie between this word and its leaf.
    /// @dev tile < leaves, word < 256; not for `state`.
    function way(uint256 self, uint256 tile, uint256 word) internal pure returns (Way) {
        if (leaf(self) == DIRECT || terms(self) <= 16 || isZero(self, tile, word)) return Way.Leaf;
        return terms(self) <= 512 ? Way.Blocks : Way.Folds;
    }

    /// @notice Words in the list of folds.
    function chunks(uint256 self) internal pure returns (uint256) {
        return (terms(self) + 511) / 512;
    }

    /// @notice Partials in the list of blocks of a chunk, which may be 1 in the last; 0 beyond it.
    function blocks(uint256 self, uint256 chunk) internal pure returns (uint256) {
        uint256 first = chunk * 512;
        if (first >= terms(self)) return 0;
        uint256 left = terms(self) - first;
        return left > 512 ? 32 : (left + 15) / 16;
    }

    /// @notice Bytes of one partial in the list of blocks: 4 or 64.
    function partialBytes(uint256 self) internal pure returns (uint256) {
        return leaf(self) == CHAIN ? 4 : 64;
    }

    function _g(uint256 self) private pure returns (uint256) {
        return self >> 16 & type(uint32).max;
    }

    function _r(uint256 self) private pure returns (uint256) {
        return self >> 48 & type(uint32).max;
    }

    function _w(uint256 self) private pure returns (uint256) {
        return self >> 80 & type(uint32).max;
    }
}
