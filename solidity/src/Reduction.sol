// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Descriptor} from "./Descriptor.sol";
import {Float32} from "./Float32.sol";
import {Geometry} from "./Geometry.sol";
import {OpCodes} from "./OpCodes.sol";
import {Openings} from "./Openings.sol";
import {Row} from "./Row.sol";
import {IStepReferee, MicroStep} from "./interfaces/IStepReferee.sol";

/// @title One block of a reduction
/// @notice Chains (matmul, column_reduce, scatter_add) and lanes (row_reduce, tile_reduce). Twin: reduce.go in `fraudproof/referee`.
library Reduction {
    using Descriptor for Descriptor.Operator;
    using Descriptor for Descriptor.Operand;
    using Geometry for uint256;

    /// @dev Two rows of factors, each in two halves, and the partial they go into.
    struct Rows {
        uint256 p0;
        uint256 p1;
        uint256[2][2] factors;
    }

    uint256 private constant LOWEST = 0xff800000ff800000ff800000ff800000ff800000ff800000ff800000ff800000;

    /// @notice One block of terms, taken into the partial before it.
    function decide(
        Descriptor.Operator memory o,
        Openings.Evidence memory e,
        MicroStep calldata step,
        uint256 row,
        uint256 column
    ) internal view returns (bytes32) {
        unchecked {
            Rows memory r;
            _before(o.geometry, e, step, r);
            uint256 k = uint256(step.chunk) * 512 + uint256(step.block_) * 16;
            for (uint256 n = 0; n < o.operands.length; ++n) {
                (uint256 tile, uint256 first, bool down) = place(o, n, row, column, k);
                r.factors[n] = _factors(Openings.tile(e, n, o.operands[n], tile), first, down);
            }
            uint256 terms = o.geometry.terms();
            uint256 count = terms - k < 16 ? terms - k : 16;
            if (o.geometry.leaf() == Geometry.CHAIN) {
                uint256 word = _chain(o, r, row, k, count);
                return bytes32(terms <= 16 ? Float32.add(word, 0) : word);
            }
            _lanes(o, r, count);
            if (terms > 16) return _digest(r.p0, r.p1);
            bool greatest = o.geometry.leaf() == Geometry.LANES_MAX;
            uint256 whole = greatest ? Row.treeMax(r.p0, r.p1) : Row.treeSum(r.p0, r.p1);
            return bytes32(Float32.add(whole, 0));
        }
    }

    /// @dev The partial before the block: the one that was agreed, or the start of a chunk.
    function _before(uint256 geometry, Openings.Evidence memory e, MicroStep calldata step, Rows memory r)
        private
        view
    {
        if (geometry.leaf() == Geometry.CHAIN) {
            r.p0 = uint256(step.before);
            if (r.p0 > type(uint32).max) revert IStepReferee.WrongPredecessor();
        } else if (step.block_ > 0) {
            (r.p0, r.p1) = _row(e.front);
            if (_digest(r.p0, r.p1) != step.before) revert IStepReferee.WrongPredecessor();
        } else if (geometry.leaf() == Geometry.LANES_MAX) {
            r.p0 = LOWEST;
            r.p1 = LOWEST;
        }
    }

    /// @dev sha256 of the 64 bytes of a row.
    function _digest(uint256 p0, uint256 p1) private view returns (bytes32 hash) {
        p0 = Row.swap(p0);
        p1 = Row.swap(p1);
        assembly ("memory-safe") {
            mstore(0x00, p0)
            mstore(0x20, p1)
            if iszero(staticcall(gas(), 2, 0x00, 0x40, 0x00, 0x20)) { revert(0, 0) }
            hash := mload(0x00)
        }
    }

    /// @dev The 16 words that stand one behind the other at a place of the calldata.
    function _row(uint256 pointer) private pure returns (uint256 p0, uint256 p1) {
        assembly ("memory-safe") {
            p0 := calldataload(pointer)
            p1 := calldataload(add(pointer, 0x20))
        }
        return (Row.swap(p0), Row.swap(p1));
    }

    /// @notice Tile and first word of operand n's factors of the terms from k on; down: one below the other, else side by side.
    function place(Descriptor.Operator memory o, uint256 n, uint256 row, uint256 column, uint256 k)
        internal
        pure
        returns (uint256 tile, uint256 first, bool down)
    {
        unchecked {
            Descriptor.Operand memory x = o.operands[n];
            if (o.code == OpCodes.OP_TILE_REDUCE) return (column, k, false);
            if (o.code == OpCodes.OP_ROW_REDUCE) {
                (tile, first) = x.locate(column / x.rows, column % x.rows, k);
                return (tile, first, false);
            }
            uint256 g;
            uint256 other = column;
            if (o.code == OpCodes.OP_MATMUL) {
                Descriptor.Operand memory c = o.view_;
                g = row / c.rows * c.g1 + column / c.wide;
                other = n == 0 ? row % c.rows : column % c.wide;
                down = o.mode == (n == 0 ? OpCodes.MODE_TN : OpCodes.MODE_NN) || n == 1 && o.mode == OpCodes.MODE_TN;
            } else {
                down = n == 0 || o.mode == OpCodes.MODE_DOT; // scatter_add's index lies side by side
            }
            if (down) (tile, first) = x.locate(g, k, other);
            else (tile, first) = x.locate(g, other, k);
        }
    }

    /// @dev 16 words of a tile from the first on. Words beyond the tile mean nothing; no count reaches them.
    function _factors(uint256 pointer, uint256 first, bool down) private pure returns (uint256[2] memory r) {
        unchecked {
            pointer += 4 * first;
            if (!down) {
                (r[0], r[1]) = _row(pointer);
                return r;
            }
            uint256 a;
            uint256 b;
            assembly ("memory-safe") {
                for { let i := 0 } lt(i, 8) { i := add(i, 1) } {
                    a := or(shl(32, a), shr(224, calldataload(pointer)))
                    b := or(shl(32, b), shr(224, calldataload(add(pointer, 512))))
                    pointer := add(pointer, 64)
                }
            }
            (r[0], r[1]) = (Row.swap(a), Row.swap(b));
        }
    }

    /// @dev The accumulator after `count` terms.
    function _chain(Descriptor.Operator memory o, Rows memory r, uint256 row, uint256 k, uint256 count)
        private
        pure
        returns (uint256 acc)
    {
        unchecked {
            acc = r.p0;
            uint256[2] memory x = r.factors[0];
            if (o.code == OpCodes.OP_SCATTER_ADD) {
                bool cycle = o.mode == OpCodes.MODE_IOTA;
                uint256 modulus = o.attribute(OpCodes.ATTRIBUTE_SCATTER_ADD_MODULUS);
                for (uint256 i = 0; i < count; ++i) {
                    uint256 index = cycle ? (k + i) % modulus : _pick(r.factors[1], i);
                    if (index == row) acc = Float32.add(acc, _pick(x, i));
                }
                return acc;
            }
            if (o.operands.length == 1) return Row.chainSum(acc, x[0], x[1], count);
            uint256[2] memory y = r.factors[1];
            return Row.chainDot(acc, x[0], x[1], y[0], y[1], count);
        }
    }

    /// @dev Word i of a row.
    function _pick(uint256[2] memory r, uint256 i) private pure returns (uint256) {
        return (r[i / 8] >> 224 - 32 * (i % 8)) & type(uint32).max;
    }

    /// @dev The lanes after one term in each of the first `count`.
    function _lanes(Descriptor.Operator memory o, Rows memory r, uint256 count) private pure {
        uint256[2] memory x = r.factors[0];
        if (o.geometry.leaf() == Geometry.LANES_MAX) {
            (r.p0, r.p1) = Row.lanesMax(r.p0, r.p1, x[0], x[1], count);
        } else if (o.mode == OpCodes.MODE_SUM) {
            (r.p0, r.p1) = Row.lanesSum(r.p0, r.p1, x[0], x[1], count);
        } else {
            uint256[2] memory y = r.factors[o.mode == OpCodes.MODE_DOT ? 1 : 0];
            (r.p0, r.p1) = Row.lanesDot(r.p0, r.p1, x[0], x[1], y[0], y[1], count);
        }
    }
}
