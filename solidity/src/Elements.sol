// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Descriptor} from "./Descriptor.sol";
import {Float32} from "./Float32.sol";
import {Geometry} from "./Geometry.sol";
import {OpCodes} from "./OpCodes.sol";
import {Openings} from "./Openings.sol";
import {SampleOrder} from "./SampleOrder.sol";
import {TileProof} from "./TileProof.sol";

/// @title Words that one leaf recomputes whole
/// @notice map, gather, pick, concat, load_batch. Twin: direct.go in `fraudproof/referee`.
library Elements {
    using Descriptor for Descriptor.Operator;
    using Descriptor for Descriptor.Operand;
    using Geometry for uint256;

    /// @dev A map at work on one element.
    /// @param words Where each operand's word stands in the calldata; of a record, where its tile does.
    /// @param line Row in its matrix.
    struct Machine {
        uint256[3] words;
        uint256[32] registers;
        uint256 line;
        uint256 column;
    }

    /// @dev The expression for one element.
    function mapped(Descriptor.Operator memory o, Openings.Evidence memory e, uint256 row, uint256 column)
        internal
        view
        returns (uint256)
    {
        unchecked {
            Machine memory m;
            uint256 line = row % o.view_.rows;
            for (uint256 n = 0; n < o.operands.length; ++n) {
                Descriptor.Operand memory x = o.operands[n];
                uint256 tile;
                uint256 place;
                if (x.role == OpCodes.ROLE_FULL) (tile, place) = x.locate(row / o.view_.rows, line, column);
                else if (x.role == OpCodes.ROLE_ROW) (tile, place) = x.locate(0, 0, column);
                else if (x.role == OpCodes.ROLE_COL) (tile, place) = x.locate(0, 0, row);
                m.words[n] = Openings.tile(e, n, x, tile) + 4 * place;
            }
            m.line = line;
            m.column = column;
            uint256 count = o.word(OpCodes.WORD_INSTRUCTION_COUNT);
            for (uint256 t = 0; t < count; ++t) {
                m.registers[t] = _execute(o, m, t);
            }
            return m.registers[count - 1];
        }
    }

    /// @dev The result of instruction t. SAFETY: Validity has seen that what it reads exists; registers that it doesn't read are any.
    function _execute(Descriptor.Operator memory o, Machine memory m, uint256 t) private pure returns (uint256) {
        (uint256 op, uint256 a, uint256 b, uint256 c) = o.instruction(t);
        if (op == OpCodes.MAP_OPERAND) {
            return Descriptor.wordAt(m.words[a], o.operands[a].role == OpCodes.ROLE_REC ? b : 0);
        }
        if (op == OpCodes.MAP_CONST) return o.word(OpCodes.FIRST_CONSTANT_WORD + a);
        if (op == OpCodes.MAP_I) return m.line;
        if (op == OpCodes.MAP_J) return m.column;
        return _apply(op, m.registers[a & 31], m.registers[b & 31], m.registers[c & 31]);
    }

    function _apply(uint256 op, uint256 a, uint256 b, uint256 c) private pure returns (uint256) {
        if (op == OpCodes.MAP_FMA) return Float32.fma(a, b, c);
        if (op == OpCodes.MAP_MUL) return Float32.mul(a, b);
        if (op == OpCodes.MAP_ADD) return Float32.add(a, b);
        if (op == OpCodes.MAP_SUB) return Float32.sub(a, b);
        if (op == OpCodes.MAP_SELECT) return Float32.select(a, b, c);
        if (op == OpCodes.MAP_DIV) return Float32.div(a, b);
        if (op == OpCodes.MAP_SQRT) return Float32.sqrt(a);
        if (op == OpCodes.MAP_NEG) return Float32.neg(a);
        if (op == OpCodes.MAP_ABS) return Float32.abs(a);
        if (op == OpCodes.MAP_MAX) return Float32.max(a, b);
        if (op == OpCodes.MAP_GT) return Float32.gt(a, b);
        if (op == OpCodes.MAP_GE) return Float32.ge(a, b);
        if (op == OpCodes.MAP_EXP) return Float32.exp(a);
        if (op == OpCodes.MAP_LOG) return Float32.log(a);
        if (op == OpCodes.MAP_TANH) return Float32.tanh(a);
        return Float32.ieq(a, b);
    }

    /// @dev A word of gather or pick. An index beyond the table reads its first entry.
    function lookup(Descriptor.Operator memory o, Openings.Evidence memory e, uint256 row, uint256 column)
        internal
        view
        returns (uint256)
    {
        unchecked {
            bool vector = o.geometry.isVector();
            Descriptor.Operand memory table = o.operands[0];
            uint256 n = vector ? column : row; // entry of the index
            uint256 index = n;
            if (o.mode == OpCodes.MODE_IOTA) {
                index %= o.attribute(OpCodes.ATTRIBUTE_GATHER_MODULUS);
            } else {
                (uint256 entries, uint256 word) = o.operands[1].locate(0, 0, n);
                index = Openings.word(o, e, 1, entries, word);
                if (o.mode == OpCodes.MODE_CLOCK) {
                    uint256 last = o.attribute(OpCodes.ATTRIBUTE_GATHER_LAST);
                    if (index > last) index = last;
                }
            }
            if (index >= (vector ? table.wide : table.rows)) index = 0;
            (uint256 tile, uint256 place) = o.code == OpCodes.OP_PICK
                ? table.locate(0, n, index)
                : vector ? table.locate(0, 0, index) : table.locate(0, index, column);
            return Openings.word(o, e, 0, tile, place);
        }
    }

    /// @dev Which part of concat or state holds an entry, and its place there. Bounds: the parts reach beyond `entry`.
    function part(Descriptor.Operator memory o, uint256 entry) internal pure returns (uint256 n, uint256 within) {
        unchecked {
            within = entry;
            for (;; ++n) {
                uint256 size = o.code == OpCodes.OP_STATE ? o.operands[n].rows : o.operands[n].wide;
                if (within < size) return (n, within);
                within -= size;
            }
        }
    }

    /// @dev A word of concat.
    function concat(Descriptor.Operator memory o, Openings.Evidence memory e, uint256 row, uint256 column)
        internal
        view
        returns (uint256)
    {
        (uint256 n, uint256 within) = part(o, column);
        Openings.expect(o, e, 1, 0, n, 1);
        (uint256 tile, uint256 place) = o.operands[n].locate(0, row, within);
        return Descriptor.wordAt(Openings.tile(e, 0, o.operands[n], tile), place);
    }

    /// @dev A word of load_batch: a token, a feature or a label of the sample that the clock and the run's order name.
    function load(Descriptor.Operator memory o, Openings.Evidence memory e, uint256 row, uint256 column)
        internal
        view
        returns (uint256 word)
    {
        unchecked {
            bool tokens = o.mode <= OpCodes.MODE_Y;
            uint256 length =
                o.attribute(tokens ? OpCodes.ATTRIBUTE_LOAD_BATCH_LENGTH : OpCodes.ATTRIBUTE_LOAD_BATCH_FEATURES);
            uint256 sample = o.mode == OpCodes.MODE_FEATURES ? row : tokens ? column / length : column;
            sample += Openings.word(o, e, 1, 0, 0) * o.attribute(OpCodes.ATTRIBUTE_LOAD_BATCH_BATCH);
            uint256 offset = SampleOrder.index(
                o.attribute64(OpCodes.ATTRIBUTE_LOAD_BATCH_SEED_LOW),
                sample,
                o.attribute64(OpCodes.ATTRIBUTE_LOAD_BATCH_SAMPLES_LOW)
            );
            uint256 size = 4;
            if (tokens) {
                offset = offset * o.attribute(OpCodes.ATTRIBUTE_LOAD_BATCH_STRIDE) + column % length;
                if (o.mode == OpCodes.MODE_Y) ++offset;
                size = o.attribute(OpCodes.ATTRIBUTE_LOAD_BATCH_TOKEN_BYTES);
            } else {
                offset = offset * (length + 1) + (o.mode == OpCodes.MODE_LABEL ? length : column);
            }
            offset *= size;
            uint256 pointer =
                Openings.tile(e, 0, o.operands[0], offset / TileProof.LEAF_BYTES) + offset % TileProof.LEAF_BYTES;
            // SAFETY: little-endian, so the first bytes of four are the low ones.
            word = Descriptor.wordAt(pointer, 0) & ((uint256(1) << 8 * size) - 1);
            if (o.mode == OpCodes.MODE_FEATURES) {
                return word & 0x7fffffff > Float32.INFINITY ? Float32.NAN : word;
            }
            if (word >= o.attribute(OpCodes.ATTRIBUTE_LOAD_BATCH_VOCABULARY)) word = 0;
        }
    }
}
