// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {OpCodes} from "./OpCodes.sol";
import {Row} from "./Row.sol";

/// @title An operator's descriptor, as it lies in its tile
/// @notice Reads words and views. Whether they make sense is for Validity to say. Twin: descriptor.go in `fraudproof/referee`.
/// @dev Fields are uint32 words in uint256, so products of three can't wrap.
library Descriptor {
    /// @notice A view of a tensor, which has g0·rows rows (each matrix with its own grid of tiles) and `stride` columns.
    struct Operand {
        uint256 source;
        uint256 index;
        uint256 role;
        uint256 shape;
        uint256 stride;
        uint256 col0;
        uint256 g0;
        uint256 g1;
        uint256 rows;
        uint256 wide;
    }

    /// @notice A descriptor that was read.
    /// @param pointer Where it stands in the calldata.
    /// @param code 0 if the operator hasn't such a mode or a count is out of range; nothing further was read then.
    /// @param geometry Set by whoever has asked Validity.
    /// @param view_ Of the result; source, index and role are 0.
    struct Operator {
        uint256 pointer;
        uint256 code;
        uint256 mode;
        uint256 geometry;
        Operand view_;
        Operand[] operands;
    }

    // --- reading

    /// @notice Word i of the descriptor.
    function word(Operator memory o, uint256 i) internal pure returns (uint256) {
        return wordAt(o.pointer, i);
    }

    /// @notice Word i of a tile that stands at a place of the calldata.
    function wordAt(uint256 pointer, uint256 i) internal pure returns (uint256 w) {
        assembly ("memory-safe") {
            w := shr(224, calldataload(add(pointer, shl(2, i))))
            w := or(or(shr(24, w), and(shr(8, w), 0xff00)), or(and(shl(8, w), 0xff0000), and(shl(24, w), 0xff000000)))
        }
    }

    function attribute(Operator memory o, uint256 i) internal pure returns (uint256) {
        return word(o, OpCodes.FIRST_ATTRIBUTE_WORD + i);
    }

    /// @notice Two attribute words as one number, the low one first.
    function attribute64(Operator memory o, uint256 i) internal pure returns (uint256) {
        return attribute(o, i) | attribute(o, i + 1) << 32;
    }

    /// @notice Instruction t, its four bytes as they lie: op, a, b, c.
    function instruction(Operator memory o, uint256 t)
        internal
        pure
        returns (uint256 op, uint256 a, uint256 b, uint256 c)
    {
        uint256 pointer = o.pointer + 4 * (OpCodes.FIRST_INSTRUCTION_WORD + t);
        assembly ("memory-safe") {
            let w := calldataload(pointer)
            op := byte(0, w)
            a := byte(1, w)
            b := byte(2, w)
            c := byte(3, w)
        }
    }

    function parse(bytes calldata descriptor) internal pure returns (Operator memory o) {
        unchecked {
            uint256 pointer;
            assembly ("memory-safe") {
                pointer := descriptor.offset
            }
            o.pointer = pointer;
            o.code = word(o, OpCodes.WORD_OPCODE);
            o.mode = word(o, OpCodes.WORD_MODE);
            uint256 count = word(o, OpCodes.WORD_OPERAND_COUNT);
            if (
                o.code > OpCodes.OP_STATE || o.mode > OpCodes.MODE_LABEL || count > OpCodes.MAX_OPERANDS
                    || word(o, OpCodes.WORD_CONSTANT_COUNT) > OpCodes.MAX_CONSTANTS
                    || word(o, OpCodes.WORD_INSTRUCTION_COUNT) > OpCodes.MAX_INSTRUCTIONS
            ) return _unknown(o);
            uint256 modes = o.code < 8 ? OpCodes.MODES_LOW >> 32 * o.code : OpCodes.MODES_HIGH >> 32 * (o.code - 8);
            if (modes >> o.mode & 1 == 0) return _unknown(o);
            Operand memory v = o.view_;
            v.shape = word(o, OpCodes.WORD_SHAPE);
            v.stride = word(o, OpCodes.WORD_W);
            v.col0 = word(o, OpCodes.WORD_VIEW_COL0);
            v.g0 = word(o, OpCodes.WORD_VIEW_G0);
            v.g1 = word(o, OpCodes.WORD_VIEW_G1);
            v.rows = word(o, OpCodes.WORD_VIEW_R);
            v.wide = word(o, OpCodes.WORD_VIEW_W);
            o.operands = new Operand[](count);
            pointer += 4 * OpCodes.FIRST_OPERAND_WORD;
            for (uint256 i = 0; i < count; ++i) {
                _read(o.operands[i], pointer + 4 * OpCodes.OPERAND_WORDS * i);
            }
        }
    }

    function _unknown(Operator memory o) private pure returns (Operator memory) {
        o.code = 0;
        return o;
    }

    /// @dev The fields of an operand are those of the struct, in order.
    function _read(Operand memory x, uint256 pointer) private pure {
        uint256 eight;
        uint256 two;
        assembly ("memory-safe") {
            eight := calldataload(pointer)
            two := calldataload(add(pointer, 0x20))
        }
        eight = Row.swap(eight);
        two = Row.swap(two);
        assembly ("memory-safe") {
            for { let i := 0 } lt(i, 8) { i := add(i, 1) } {
                mstore(add(x, shl(5, i)), and(shr(sub(224, shl(5, i)), eight), 0xffffffff))
            }
            mstore(add(x, 0x100), shr(224, two))
            mstore(add(x, 0x120), and(shr(192, two), 0xffffffff))
        }
    }

    // --- shapes

    /// @notice The operand is a vector of n words, seen whole.
    function isVector(Operand memory x, uint256 n) internal pure returns (bool) {
        return x.shape == OpCodes.SHAPE_VECTOR && x.stride == n && x.col0 == 0 && x.g0 == 1 && x.g1 == 1 && x.rows == 1
            && x.wide == n;
    }

    /// @notice A matrix operand is seen whole.
    function isWhole(Operand memory x) internal pure returns (bool) {
        return x.col0 == 0 && x.g1 == 1 && x.wide == x.stride;
    }

    /// @notice The operand is a list of g matrices [r, w], seen whole.
    function isList(Operand memory x, uint256 g, uint256 r, uint256 w) internal pure returns (bool) {
        return isView(x) && isWhole(x) && x.g0 == g && x.rows == r && x.wide == w;
    }

    /// @notice The operand is a view of matrices in which no block of 16 words, along rows or columns, lies in two tiles.
    function isView(Operand memory x) internal pure returns (bool) {
        unchecked {
            if (x.shape != OpCodes.SHAPE_MATRIX || x.g0 == 0 || x.g1 == 0) return false;
            uint256 count = x.g0 * x.rows;
            if (count > type(uint32).max || count * x.stride > type(uint32).max || x.col0 + x.g1 * x.wide > x.stride) {
                return false;
            }
            if (isWhole(x)) return true;
            return x.col0 % 16 == 0 && (x.g0 == 1 && x.g1 == 1 || x.rows % 16 == 0 && x.wide % 16 == 0);
        }
    }

    /// @notice Leaves of the whole tensor's list.
    function tiles(Operand memory x) internal pure returns (uint256) {
        unchecked {
            if (x.shape == OpCodes.SHAPE_VECTOR) return (x.stride + 255) / 256;
            return x.g0 * ((x.rows + 15) / 16) * ((x.stride + 15) / 16);
        }
    }

    /// @notice Tile and word of element (i, j) of matrix g of a view; of a vector, of element j.
    function locate(Operand memory x, uint256 g, uint256 i, uint256 j)
        internal
        pure
        returns (uint256 tile, uint256 place)
    {
        unchecked {
            if (x.shape == OpCodes.SHAPE_VECTOR) return (j / 256, j % 256);
            j += x.col0 + g % x.g1 * x.wide;
            tile = (g / x.g1 * ((x.rows + 15) / 16) + i / 16) * ((x.stride + 15) / 16) + j / 16;
            place = i % 16 * 16 + j % 16;
        }
    }

    /// @notice Kind of the tensor's list.
    function kind(Operand memory x) internal pure returns (uint256) {
        return x.source == OpCodes.SOURCE_CONSTANT && x.index == OpCodes.CONSTANT_DATASET
            ? OpCodes.LIST_DATASET
            : OpCodes.LIST_TENSOR;
    }

    /// @notice The last operator of a section of `state`.
    function lastOf(Operand memory x) internal pure returns (uint256) {
        unchecked {
            return x.index + (x.rows - 1) * x.stride;
        }
    }
}
