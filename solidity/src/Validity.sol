// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Descriptor} from "./Descriptor.sol";
import {Geometry} from "./Geometry.sol";
import {OpCodes} from "./OpCodes.sol";

/// @title Which descriptors are valid
/// @notice Refuses everything outside the set, and every shape or reference that could lead a leaf out of an operand; what it lets pass
/// needs no further check. Twin: validate.go, validate_copy.go in `fraudproof/referee`.
/// @dev Fields are uint32 words in uint256, so products of three can't wrap.
library Validity {
    using Descriptor for Descriptor.Operator;
    using Descriptor for Descriptor.Operand;

    uint256 private constant MAX_TERMS = 1 << 19;
    uint256 private constant MAX_WORDS = (1 << 31) - 1;

    /// @notice The geometry of a valid operator, 0 of an invalid one.
    function geometry(Descriptor.Operator memory o) internal pure returns (uint256) {
        unchecked {
            if (o.code == 0) return 0;
            if (o.code == OpCodes.OP_STATE) return _state(o);
            uint256 g = o.word(OpCodes.WORD_G);
            uint256 r = o.word(OpCodes.WORD_R);
            uint256 n = o.view_.stride;
            bool vector = o.view_.shape == OpCodes.SHAPE_VECTOR;
            if (o.code != OpCodes.OP_MAP && !_noExpression(o)) return 0;
            if (g == 0 || r == 0 || n == 0 || g * r * n > MAX_WORDS || !_typed(o) || !_referenced(o)) return 0;
            if (vector ? !(g == 1 && r == 1 && o.view_.isVector(n)) : !o.view_.isView()) return 0;
            if (!vector && o.code != OpCodes.OP_MATMUL && !o.view_.isList(g, r, n)) return 0;
            uint256 leaf = Geometry.DIRECT;
            uint256 terms;
            bool valid;
            if (o.code == OpCodes.OP_MATMUL) {
                (valid, terms) = _matmul(o, g, r, n);
                valid = valid && !vector;
                leaf = Geometry.CHAIN | o.attribute(OpCodes.ATTRIBUTE_MATMUL_CAUSAL) << 9;
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
                valid = _roles(o, OpCodes.ROLE_CLOCK, 0) && vector && n == 1 && o.operands[0].isVector(1);
            }
            if (!valid || terms > MAX_TERMS) return 0;
            if (vector) leaf |= 1 << 8;
            return leaf | g << 16 | r << 48 | n << 80 | o.view_.rows << 112 | o.view_.wide << 144 | terms << 176;
        }
    }

    function _noExpression(Descriptor.Operator memory o) private pure returns (bool) {
        return o.word(OpCodes.WORD_CONSTANT_COUNT) == 0 && o.word(OpCodes.WORD_INSTRUCTION_COUNT) == 0;
    }

    /// @dev The words of the result have the operator's type.
    function _typed(Descriptor.Operator memory o) private pure returns (bool) {
        bool integers = o.code == OpCodes.OP_TICK || o.code == OpCodes.OP_LOAD_BATCH && o.mode != OpCodes.MODE_FEATURES;
        return o.word(OpCodes.WORD_DTYPE) == (integers ? OpCodes.DTYPE_UINT32 : OpCodes.DTYPE_FLOAT32);
    }

    /// @dev Operands come from where there is something: of the run's constants the dataset is load_batch's first, the rates any other.
    function _referenced(Descriptor.Operator memory o) private pure returns (bool) {
        unchecked {
            for (uint256 i = 0; i < o.operands.length; ++i) {
                Descriptor.Operand memory x = o.operands[i];
                if (x.source == 0 || x.source > OpCodes.SOURCE_CONSTANT) return false;
                if (x.source != OpCodes.SOURCE_CONSTANT) continue;
                bool dataset = o.code == OpCodes.OP_LOAD_BATCH && i == 0;
                if (x.index != (dataset ? OpCodes.CONSTANT_DATASET : OpCodes.CONSTANT_LEARNING_RATES)) return false;
            }
            return true;
        }
    }

    /// @dev The operands are these, in order; 0 for none.
    function _roles(Descriptor.Operator memory o, uint256 first, uint256 second) private pure returns (bool) {
        uint256 count = o.operands.length;
        if (count != (second == 0 ? 1 : 2)) return false;
        return o.operands[0].role == first && (second == 0 || o.operands[1].role == second);
    }

    function _matmul(Descriptor.Operator memory o, uint256 g, uint256 r, uint256 n)
        private
        pure
        returns (bool valid, uint256 terms)
    {
        unchecked {
            if (!_roles(o, OpCodes.ROLE_A, OpCodes.ROLE_B) || o.attribute(OpCodes.ATTRIBUTE_MATMUL_CAUSAL) > 1) {
                return (false, 0);
            }
            Descriptor.Operand memory a = o.operands[0];
            Descriptor.Operand memory b = o.operands[1];
            Descriptor.Operand memory c = o.view_;
            if (!a.isView() || !b.isView() || a.g0 * a.g1 != c.g0 * c.g1 || b.g0 * b.g1 != c.g0 * c.g1) {
                return (false, 0);
            }
            // The result's view covers its tensor, and cuts it into matrices of its own only where it is one matrix.
            if (c.col0 != 0 || c.g1 * c.wide != n || c.g0 * c.rows != g * r || g != 1 && (!c.isWhole() || c.g0 != g)) {
                return (false, 0);
            }
            bool turned = o.mode == OpCodes.MODE_TN;
            terms = turned ? a.rows : a.wide;
            valid = (turned ? a.wide : a.rows) == c.rows;
            turned = o.mode == OpCodes.MODE_NT;
            valid = valid && (turned ? b.wide : b.rows) == terms && (turned ? b.rows : b.wide) == c.wide;
        }
    }

    function _reduction(Descriptor.Operator memory o, uint256 g, uint256 n, bool vector)
        private
        pure
        returns (bool valid, uint256 terms)
    {
        unchecked {
            if (o.operands.length == 0) return (false, 0);
            Descriptor.Operand memory x = o.operands[0];
            if (o.mode == OpCodes.MODE_DOT) {
                if (!_roles(o, OpCodes.ROLE_X, OpCodes.ROLE_Y)) return (false, 0);
                if (!o.operands[1].isList(x.g0, x.rows, x.wide)) return (false, 0);
            } else if (o.code != OpCodes.OP_SCATTER_ADD && !_roles(o, OpCodes.ROLE_X, 0)) {
                return (false, 0);
            }
            bool matrix = x.isList(x.g0, x.rows, x.wide);
            if (o.code == OpCodes.OP_TILE_REDUCE) {
                return (vector && (matrix || x.isVector(x.wide)) && n == x.tiles(), 256);
            }
            if (o.code == OpCodes.OP_ROW_REDUCE) {
                valid = vector && n == x.g0 * x.rows && (o.mode != OpCodes.MODE_MAX || x.wide > 0);
                return (matrix && valid, x.wide);
            }
            if (o.code == OpCodes.OP_COLUMN_REDUCE) {
                valid = vector;
            } else if (o.mode == OpCodes.MODE_INDEX) {
                valid = !vector && _roles(o, OpCodes.ROLE_X, OpCodes.ROLE_INDEX) && o.operands[1].isVector(x.rows);
            } else {
                valid =
                    !vector && _roles(o, OpCodes.ROLE_X, 0) && o.attribute(OpCodes.ATTRIBUTE_SCATTER_ADD_MODULUS) > 0;
            }
            return (matrix && valid && g == 1 && x.g0 == 1 && n == x.wide, x.rows);
        }
    }

    function _map(Descriptor.Operator memory o, uint256 g, uint256 r, uint256 n, bool vector)
        private
        pure
        returns (bool)
    {
        unchecked {
            uint256 count = o.word(OpCodes.WORD_INSTRUCTION_COUNT);
            if (o.operands.length > 3 || count == 0) return false;
            if (o.operands.length > 0 && o.operands[0].role != OpCodes.ROLE_FULL) return false;
            for (uint256 i = 0; i < o.operands.length; ++i) {
                Descriptor.Operand memory x = o.operands[i];
                bool fits;
                if (x.role == OpCodes.ROLE_FULL) fits = vector ? x.isVector(n) : x.isList(g, r, n);
                else if (x.role == OpCodes.ROLE_ROW) fits = !vector && x.isVector(n);
                else if (x.role == OpCodes.ROLE_COL) fits = !vector && x.isVector(g * r);
                else fits = x.role == OpCodes.ROLE_REC && x.wide > 0 && x.isVector(x.wide);
                if (!fits) return false;
            }
            for (uint256 t = 0; t < count; ++t) {
                if (!_instruction(o, t)) return false;
            }
            return true;
        }
    }

    /// @dev Instruction t is in the table and reads what exists.
    function _instruction(Descriptor.Operator memory o, uint256 t) private pure returns (bool) {
        unchecked {
            (uint256 op, uint256 a, uint256 b, uint256 c) = o.instruction(t);
            if (op == 0 || op > OpCodes.MAP_IEQ) return false;
            if (op == OpCodes.MAP_CONST) return a < o.word(OpCodes.WORD_CONSTANT_COUNT);
            if (op == OpCodes.MAP_OPERAND) {
                if (a >= o.operands.length) return false;
                return o.operands[a].role != OpCodes.ROLE_REC || b < o.operands[a].wide;
            }
            uint256 reads = OpCodes.MAP_READS >> 2 * op & 3;
            return (reads == 0 || a < t) && (reads < 2 || b < t) && (reads < 3 || c < t);
        }
    }

    function _lookup(Descriptor.Operator memory o, uint256 g, uint256 n, bool vector) private pure returns (bool) {
        if (o.operands.length == 0) return false;
        Descriptor.Operand memory table = o.operands[0];
        uint256 count = n; // entries of the index
        if (o.code == OpCodes.OP_PICK) {
            if (!vector || table.wide == 0 || !table.isList(1, n, table.wide)) return false;
        } else if (vector) {
            if (table.wide == 0 || !table.isVector(table.wide)) return false;
        } else {
            if (g != 1 || table.rows == 0 || !table.isList(1, table.rows, n)) return false;
            count = o.view_.rows;
        }
        if (o.mode == OpCodes.MODE_IOTA) {
            return _roles(o, OpCodes.ROLE_TABLE, 0) && o.attribute(OpCodes.ATTRIBUTE_GATHER_MODULUS) > 0;
        }
        bool clock = o.mode == OpCodes.MODE_CLOCK;
        return _roles(o, OpCodes.ROLE_TABLE, clock ? OpCodes.ROLE_CLOCK : OpCodes.ROLE_INDEX) && (!clock || count == 1)
            && o.operands[1].isVector(count);
    }

    /// @dev The parts follow one another from 0 and fill the result.
    function _concat(Descriptor.Operator memory o, uint256 g, uint256 r, uint256 n, bool vector)
        private
        pure
        returns (bool)
    {
        unchecked {
            bool columns = o.mode == OpCodes.MODE_COLUMNS;
            if (columns == vector || columns && g != 1 || o.operands.length == 0) return false;
            uint256 end;
            for (uint256 i = 0; i < o.operands.length; ++i) {
                Descriptor.Operand memory x = o.operands[i];
                if (x.role != OpCodes.ROLE_PART || o.attribute(OpCodes.ATTRIBUTE_CONCAT_START + i) != end) {
                    return false;
                }
                if (columns ? end % 16 != 0 || !x.isList(1, r, x.wide) : !x.isVector(x.wide)) return false;
                end += x.wide;
            }
            return end == n;
        }
    }

    /// @dev The last sample lies in the dataset.
    function _load(Descriptor.Operator memory o, uint256 g, uint256 r, uint256 n, bool vector)
        private
        pure
        returns (bool)
    {
        unchecked {
            if (!_roles(o, OpCodes.ROLE_DATASET, OpCodes.ROLE_CLOCK)) return false;
            Descriptor.Operand memory data = o.operands[0];
            if (data.source != OpCodes.SOURCE_CONSTANT || !data.isVector(data.wide) || !o.operands[1].isVector(1)) {
                return false;
            }
            uint256 batch = o.attribute(OpCodes.ATTRIBUTE_LOAD_BATCH_BATCH);
            uint256 samples = o.attribute64(OpCodes.ATTRIBUTE_LOAD_BATCH_SAMPLES_LOW);
            if (batch == 0 || samples == 0) return false;
            if (o.mode <= OpCodes.MODE_Y) {
                uint256 length = o.attribute(OpCodes.ATTRIBUTE_LOAD_BATCH_LENGTH);
                uint256 stride = o.attribute(OpCodes.ATTRIBUTE_LOAD_BATCH_STRIDE);
                uint256 size = o.attribute(OpCodes.ATTRIBUTE_LOAD_BATCH_TOKEN_BYTES);
                if (size != 1 && size != 2 && size != 4 || length == 0 || stride == 0) return false;
                return vector && batch * length == n && (samples - 1) * stride + length + 1 <= 4 * data.wide / size;
            }
            uint256 features = o.attribute(OpCodes.ATTRIBUTE_LOAD_BATCH_FEATURES);
            if (o.mode == OpCodes.MODE_FEATURES
                    ? vector || g != 1 || r != batch || features != n
                    : !vector || batch != n) {
                return false;
            }
            return samples * (features + 1) <= data.wide;
        }
    }

    /// @dev The sections have as many tensors as the state.
    function _state(Descriptor.Operator memory o) private pure returns (uint256) {
        unchecked {
            if (o.word(OpCodes.WORD_DTYPE) | o.view_.shape | o.word(OpCodes.WORD_G) | o.word(OpCodes.WORD_R) != 0) {
                return 0;
            }
            if (!_noExpression(o) || o.operands.length == 0) return 0;
            uint256 total;
            for (uint256 i = 0; i < o.operands.length; ++i) {
                Descriptor.Operand memory x = o.operands[i];
                if (x.role != OpCodes.ROLE_PART || x.source != OpCodes.SOURCE_TRACE || x.rows == 0) return 0;
                if (x.lastOf() > type(uint32).max) return 0;
                total += x.rows;
            }
            return total == o.view_.stride ? Geometry.STATE | 1 << 10 | total << 80 : 0;
        }
    }
}
