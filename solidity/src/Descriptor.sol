// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Float32} from "./Float32.sol";
import {Geometry} from "./Geometry.sol";
import {OpCodes} from "./OpCodes.sol";

/// @title An operator's descriptor, read and bounded
/// @notice parse refuses everything outside the set, and every shape or reference that could lead a leaf out of an operand; what it lets
/// pass needs no further check. Twin: descriptor.go, validate.go, validate_copy.go in `fraudproof/referee`.
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

    /// @notice A parsed descriptor. A geometry of 0 says that it is invalid.
    /// @param pointer Where it stands in the calldata.
    /// @param view_ Of the result; source, index and role are 0.
    struct Operator {
        uint256 pointer;
        uint256 code;
        uint256 mode;
        uint256 geometry;
        Operand view_;
        Operand[] operands;
    }

    uint256 private constant WORD = type(uint32).max;
    uint256 private constant MAX_TERMS = 1 << 19;
    uint256 private constant MAX_WORDS = (1 << 31) - 1;

    // Modes an operator may have, a bit each, by opcode: 32 bits for each of the first eight, then the others.
    uint256 private constant MODES_LOW = (1 << OpCodes.MODE_NN | 1 << OpCodes.MODE_NT | 1 << OpCodes.MODE_TN)
        << 32 * OpCodes.OP_MATMUL | (1 << OpCodes.MODE_SUM | 1 << OpCodes.MODE_DOT) << 32 * OpCodes.OP_COLUMN_REDUCE
        | (1 << OpCodes.MODE_INDEX | 1 << OpCodes.MODE_IOTA) << 32 * OpCodes.OP_SCATTER_ADD
        | (1 << OpCodes.MODE_SUM | 1 << OpCodes.MODE_DOT | 1 << OpCodes.MODE_MAX) << 32 * OpCodes.OP_ROW_REDUCE
        | (1 << OpCodes.MODE_SUM | 1 << OpCodes.MODE_SQSUM) << 32 * OpCodes.OP_TILE_REDUCE | 1 << OpCodes.MODE_PLAIN
        << 32 * OpCodes.OP_MAP | (1 << OpCodes.MODE_INDEX | 1 << OpCodes.MODE_IOTA | 1 << OpCodes.MODE_CLOCK)
        << 32 * OpCodes.OP_GATHER;
    uint256 private constant MODES_HIGH = 1 << OpCodes.MODE_INDEX << 32 * (OpCodes.OP_PICK - 8)
        | (1 << OpCodes.MODE_COLUMNS | 1 << OpCodes.MODE_VECTORS) << 32 * (OpCodes.OP_CONCAT - 8)
        | (1 << OpCodes.MODE_X | 1 << OpCodes.MODE_Y | 1 << OpCodes.MODE_FEATURES | 1 << OpCodes.MODE_LABEL)
        << 32 * (OpCodes.OP_LOAD_BATCH - 8) | 1 << OpCodes.MODE_PLAIN << 32 * (OpCodes.OP_TICK - 8) | 1
        << OpCodes.MODE_PLAIN << 32 * (OpCodes.OP_STATE - 8);

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
            ) return o;
            uint256 modes = o.code < 8 ? MODES_LOW >> 32 * o.code : MODES_HIGH >> 32 * (o.code - 8);
            if (modes >> o.mode & 1 == 0) return o;
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
            o.geometry = _geometry(o);
        }
    }

    /// @dev The fields of an operand are those of the struct, in order.
    function _read(Operand memory x, uint256 pointer) private pure {
        uint256 eight;
        uint256 two;
        assembly ("memory-safe") {
            eight := calldataload(pointer)
            two := calldataload(add(pointer, 0x20))
        }
        eight = Float32.swap(eight);
        two = Float32.swap(two);
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
            if (count > WORD || count * x.stride > WORD || x.col0 + x.g1 * x.wide > x.stride) return false;
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

    // --- what is valid

    /// @dev The geometry of a valid operator, 0 of an invalid one.
    function _geometry(Operator memory o) private pure returns (uint256) {
        unchecked {
            if (o.code == OpCodes.OP_STATE) return _state(o);
            uint256 g = word(o, OpCodes.WORD_G);
            uint256 r = word(o, OpCodes.WORD_R);
            uint256 n = o.view_.stride;
            bool vector = o.view_.shape == OpCodes.SHAPE_VECTOR;
            if (o.code != OpCodes.OP_MAP && !_noExpression(o)) return 0;
            if (g == 0 || r == 0 || n == 0 || g * r * n > MAX_WORDS || !_typed(o) || !_referenced(o)) return 0;
            if (vector ? !(g == 1 && r == 1 && isVector(o.view_, n)) : !isView(o.view_)) return 0;
            if (!vector && o.code != OpCodes.OP_MATMUL && !isList(o.view_, g, r, n)) return 0;
            uint256 leaf = Geometry.DIRECT;
            uint256 terms;
            bool valid;
            if (o.code == OpCodes.OP_MATMUL) {
                (valid, terms) = _matmul(o, g, r, n);
                valid = valid && !vector;
                leaf = Geometry.CHAIN | attribute(o, OpCodes.ATTRIBUTE_MATMUL_CAUSAL) << 9;
            } else if (o.code <= OpCodes.OP_TILE_REDUCE) {
                (valid, terms) = _reduction(o, g, n, vector);
                if (o.code >= OpCodes.OP_ROW_REDUCE) {
                    leaf = o.mode == OpCodes.MODE_MAX ? Geometry.LANES_MAX : Geometry.LANES;
                } else {
                    leaf = Geometry.CHAIN;
                }
            } else if (o.code == OpCodes.OP_MAP) {
                valid = _map(o, g, r, n, vector);
            } else if (o.code <= OpCodes.OP_PICK) {
                valid = _lookup(o, g, n, vector);
            } else if (o.code == OpCodes.OP_CONCAT) {
                valid = _concat(o, g, r, n, vector);
                leaf |= 1 << 10;
            } else if (o.code == OpCodes.OP_LOAD_BATCH) {
                valid = _load(o, g, r, n, vector);
            } else {
                valid = _roles(o, OpCodes.ROLE_CLOCK, 0) && vector && n == 1 && isVector(o.operands[0], 1);
            }
            if (!valid || terms > MAX_TERMS) return 0;
            if (vector) leaf |= 1 << 8;
            return leaf | g << 16 | r << 48 | n << 80 | o.view_.rows << 112 | o.view_.wide << 144 | terms << 176;
        }
    }

    function _noExpression(Operator memory o) private pure returns (bool) {
        return word(o, OpCodes.WORD_CONSTANT_COUNT) == 0 && word(o, OpCodes.WORD_INSTRUCTION_COUNT) == 0;
    }

    /// @dev The words of the result have the operator's type.
    function _typed(Operator memory o) private pure returns (bool) {
        bool integers = o.code == OpCodes.OP_TICK || o.code == OpCodes.OP_LOAD_BATCH && o.mode != OpCodes.MODE_FEATURES;
        return word(o, OpCodes.WORD_DTYPE) == (integers ? OpCodes.DTYPE_UINT32 : OpCodes.DTYPE_FLOAT32);
    }

    /// @dev Operands come from where there is something: of the run's constants the dataset is load_batch's first, the rates any other.
    function _referenced(Operator memory o) private pure returns (bool) {
        unchecked {
            for (uint256 i = 0; i < o.operands.length; ++i) {
                Operand memory x = o.operands[i];
                if (x.source == 0 || x.source > OpCodes.SOURCE_CONSTANT) return false;
                if (x.source != OpCodes.SOURCE_CONSTANT) continue;
                bool dataset = o.code == OpCodes.OP_LOAD_BATCH && i == 0;
                if (x.index != (dataset ? OpCodes.CONSTANT_DATASET : OpCodes.CONSTANT_LEARNING_RATES)) return false;
            }
            return true;
        }
    }

    /// @dev The operands are these, in order; 0 for none.
    function _roles(Operator memory o, uint256 first, uint256 second) private pure returns (bool) {
        uint256 count = o.operands.length;
        if (count != (second == 0 ? 1 : 2)) return false;
        return o.operands[0].role == first && (second == 0 || o.operands[1].role == second);
    }

    function _matmul(Operator memory o, uint256 g, uint256 r, uint256 n)
        private
        pure
        returns (bool valid, uint256 terms)
    {
        unchecked {
            if (!_roles(o, OpCodes.ROLE_A, OpCodes.ROLE_B) || attribute(o, OpCodes.ATTRIBUTE_MATMUL_CAUSAL) > 1) {
                return (false, 0);
            }
            Operand memory a = o.operands[0];
            Operand memory b = o.operands[1];
            Operand memory c = o.view_;
            if (!isView(a) || !isView(b) || a.g0 * a.g1 != c.g0 * c.g1 || b.g0 * b.g1 != c.g0 * c.g1) {
                return (false, 0);
            }
            // The result's view covers its tensor, and cuts it into matrices of its own only where it is one matrix.
            if (c.col0 != 0 || c.g1 * c.wide != n || c.g0 * c.rows != g * r || g != 1 && (!isWhole(c) || c.g0 != g)) {
                return (false, 0);
            }
            bool turned = o.mode == OpCodes.MODE_TN;
            terms = turned ? a.rows : a.wide;
            valid = (turned ? a.wide : a.rows) == c.rows;
            turned = o.mode == OpCodes.MODE_NT;
            valid = valid && (turned ? b.wide : b.rows) == terms && (turned ? b.rows : b.wide) == c.wide;
        }
    }

    function _reduction(Operator memory o, uint256 g, uint256 n, bool vector)
        private
        pure
        returns (bool valid, uint256 terms)
    {
        unchecked {
            if (o.operands.length == 0) return (false, 0);
            Operand memory x = o.operands[0];
            if (o.mode == OpCodes.MODE_DOT) {
                if (!_roles(o, OpCodes.ROLE_X, OpCodes.ROLE_Y)) return (false, 0);
                if (!isList(o.operands[1], x.g0, x.rows, x.wide)) return (false, 0);
            } else if (o.code != OpCodes.OP_SCATTER_ADD && !_roles(o, OpCodes.ROLE_X, 0)) {
                return (false, 0);
            }
            bool matrix = isList(x, x.g0, x.rows, x.wide);
            if (o.code == OpCodes.OP_TILE_REDUCE) {
                return (vector && (matrix || isVector(x, x.wide)) && n == tiles(x), 256);
            }
            if (o.code == OpCodes.OP_ROW_REDUCE) {
                valid = vector && n == x.g0 * x.rows && (o.mode != OpCodes.MODE_MAX || x.wide > 0);
                return (matrix && valid, x.wide);
            }
            if (o.code == OpCodes.OP_COLUMN_REDUCE) {
                valid = vector;
            } else if (o.mode == OpCodes.MODE_INDEX) {
                valid = !vector && _roles(o, OpCodes.ROLE_X, OpCodes.ROLE_INDEX) && isVector(o.operands[1], x.rows);
            } else {
                valid =
                    !vector && _roles(o, OpCodes.ROLE_X, 0) && attribute(o, OpCodes.ATTRIBUTE_SCATTER_ADD_MODULUS) > 0;
            }
            return (matrix && valid && g == 1 && x.g0 == 1 && n == x.wide, x.rows);
        }
    }

    function _map(Operator memory o, uint256 g, uint256 r, uint256 n, bool vector) private pure returns (bool) {
        unchecked {
            uint256 count = word(o, OpCodes.WORD_INSTRUCTION_COUNT);
            if (o.operands.length > 3 || count == 0) return false;
            if (o.operands.length > 0 && o.operands[0].role != OpCodes.ROLE_FULL) return false;
            for (uint256 i = 0; i < o.operands.length; ++i) {
                Operand memory x = o.operands[i];
                bool fits;
                if (x.role == OpCodes.ROLE_FULL) fits = vector ? isVector(x, n) : isList(x, g, r, n);
                else if (x.role == OpCodes.ROLE_ROW) fits = !vector && isVector(x, n);
                else if (x.role == OpCodes.ROLE_COL) fits = !vector && isVector(x, g * r);
                else fits = x.role == OpCodes.ROLE_REC && x.wide > 0 && isVector(x, x.wide);
                if (!fits) return false;
            }
            for (uint256 t = 0; t < count; ++t) {
                if (!_instruction(o, t)) return false;
            }
            return true;
        }
    }

    // Registers an instruction reads, two bits for each code; 3 for codes beyond the table is never asked.
    uint256 private constant READS = 2 << 2 * OpCodes.MAP_ADD | 2 << 2 * OpCodes.MAP_SUB | 2 << 2 * OpCodes.MAP_MUL | 3
        << 2 * OpCodes.MAP_FMA | 2 << 2 * OpCodes.MAP_DIV | 1 << 2 * OpCodes.MAP_SQRT | 1 << 2 * OpCodes.MAP_NEG | 1
        << 2 * OpCodes.MAP_ABS | 2 << 2 * OpCodes.MAP_MAX | 2 << 2 * OpCodes.MAP_GT | 2 << 2 * OpCodes.MAP_GE | 3
        << 2 * OpCodes.MAP_SELECT | 1 << 2 * OpCodes.MAP_EXP | 1 << 2 * OpCodes.MAP_LOG | 1 << 2 * OpCodes.MAP_TANH | 2
        << 2 * OpCodes.MAP_IEQ;

    /// @dev Instruction t is in the table and reads what exists.
    function _instruction(Operator memory o, uint256 t) private pure returns (bool) {
        unchecked {
            (uint256 op, uint256 a, uint256 b, uint256 c) = instruction(o, t);
            if (op == 0 || op > OpCodes.MAP_IEQ) return false;
            if (op == OpCodes.MAP_CONST) return a < word(o, OpCodes.WORD_CONSTANT_COUNT);
            if (op == OpCodes.MAP_OPERAND) {
                if (a >= o.operands.length) return false;
                return o.operands[a].role != OpCodes.ROLE_REC || b < o.operands[a].wide;
            }
            uint256 reads = READS >> 2 * op & 3;
            return (reads == 0 || a < t) && (reads < 2 || b < t) && (reads < 3 || c < t);
        }
    }

    function _lookup(Operator memory o, uint256 g, uint256 n, bool vector) private pure returns (bool) {
        if (o.operands.length == 0) return false;
        Operand memory table = o.operands[0];
        uint256 count = n; // entries of the index
        if (o.code == OpCodes.OP_PICK) {
            if (!vector || table.wide == 0 || !isList(table, 1, n, table.wide)) return false;
        } else if (vector) {
            if (table.wide == 0 || !isVector(table, table.wide)) return false;
        } else {
            if (g != 1 || table.rows == 0 || !isList(table, 1, table.rows, n)) return false;
            count = o.view_.rows;
        }
        if (o.mode == OpCodes.MODE_IOTA) {
            return _roles(o, OpCodes.ROLE_TABLE, 0) && attribute(o, OpCodes.ATTRIBUTE_GATHER_MODULUS) > 0;
        }
        bool clock = o.mode == OpCodes.MODE_CLOCK;
        return _roles(o, OpCodes.ROLE_TABLE, clock ? OpCodes.ROLE_CLOCK : OpCodes.ROLE_INDEX) && (!clock || count == 1)
            && isVector(o.operands[1], count);
    }

    /// @dev The parts follow one another from 0 and fill the result.
    function _concat(Operator memory o, uint256 g, uint256 r, uint256 n, bool vector) private pure returns (bool) {
        unchecked {
            bool columns = o.mode == OpCodes.MODE_COLUMNS;
            if (columns == vector || columns && g != 1 || o.operands.length == 0) return false;
            uint256 end;
            for (uint256 i = 0; i < o.operands.length; ++i) {
                Operand memory x = o.operands[i];
                if (x.role != OpCodes.ROLE_PART || attribute(o, OpCodes.ATTRIBUTE_CONCAT_START + i) != end) {
                    return false;
                }
                if (columns ? end % 16 != 0 || !isList(x, 1, r, x.wide) : !isVector(x, x.wide)) return false;
                end += x.wide;
            }
            return end == n;
        }
    }

    /// @dev The last sample lies in the dataset.
    function _load(Operator memory o, uint256 g, uint256 r, uint256 n, bool vector) private pure returns (bool) {
        unchecked {
            if (!_roles(o, OpCodes.ROLE_DATASET, OpCodes.ROLE_CLOCK)) return false;
            Operand memory data = o.operands[0];
            if (data.source != OpCodes.SOURCE_CONSTANT || !isVector(data, data.wide) || !isVector(o.operands[1], 1)) {
                return false;
            }
            uint256 batch = attribute(o, OpCodes.ATTRIBUTE_LOAD_BATCH_BATCH);
            uint256 samples = attribute64(o, OpCodes.ATTRIBUTE_LOAD_BATCH_SAMPLES_LOW);
            if (batch == 0 || samples == 0) return false;
            if (o.mode <= OpCodes.MODE_Y) {
                uint256 length = attribute(o, OpCodes.ATTRIBUTE_LOAD_BATCH_LENGTH);
                uint256 stride = attribute(o, OpCodes.ATTRIBUTE_LOAD_BATCH_STRIDE);
                uint256 size = attribute(o, OpCodes.ATTRIBUTE_LOAD_BATCH_TOKEN_BYTES);
                if (size != 1 && size != 2 && size != 4 || length == 0 || stride == 0) return false;
                return vector && batch * length == n && (samples - 1) * stride + length + 1 <= 4 * data.wide / size;
            }
            uint256 features = attribute(o, OpCodes.ATTRIBUTE_LOAD_BATCH_FEATURES);
            if (o.mode == OpCodes.MODE_FEATURES
                    ? vector || g != 1 || r != batch || features != n
                    : !vector || batch != n) {
                return false;
            }
            return samples * (features + 1) <= data.wide;
        }
    }

    /// @dev The sections have as many tensors as the state.
    function _state(Operator memory o) private pure returns (uint256) {
        unchecked {
            if (word(o, OpCodes.WORD_DTYPE) | o.view_.shape | word(o, OpCodes.WORD_G) | word(o, OpCodes.WORD_R) != 0) {
                return 0;
            }
            if (!_noExpression(o) || o.operands.length == 0) return 0;
            uint256 total;
            for (uint256 i = 0; i < o.operands.length; ++i) {
                Operand memory x = o.operands[i];
                if (x.role != OpCodes.ROLE_PART || x.source != OpCodes.SOURCE_TRACE || x.rows == 0) return 0;
                if (lastOf(x) > WORD) return 0;
                total += x.rows;
            }
            return total == o.view_.stride ? Geometry.STATE | 1 << 10 | total << 80 : 0;
        }
    }

    /// @notice The last operator of a section of `state`.
    function lastOf(Operand memory x) internal pure returns (uint256) {
        unchecked {
            return x.index + (x.rows - 1) * x.stride;
        }
    }
}
