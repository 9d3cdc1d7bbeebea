// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Float32, SHIFT} from "./Float32.sol";

/// @title Row
/// @notice Sixteen words at a time: the steps of chains and lanes, trees and folds of the numeric profile f32-1. See Float32 for words.
///
/// A row is sixteen words in two uint256, eight each, the first word in the most significant bits. `swap` makes half of one from 32 bytes of a
/// tile, whose words are little-endian. Nothing reverts.
library Row {
    /// @dev 1 in each word of half a row.
    uint256 private constant LANES = 0x0000000100000001000000010000000100000001000000010000000100000001;
    /// @dev A row of 1.0.
    uint256 private constant ONES = 0x3f8000003f8000003f8000003f8000003f8000003f8000003f8000003f800000;

    uint256 private constant SIGN = 0x80000000;
    /// @dev Nibble n, from the least: the index of the first bit of n.
    uint256 private constant LOG2 = 0x5555555555555555555555555555555544444444444444443333333322221100;

    /// @return Half a row from 32 bytes of a tile: the bytes of each of the eight words reversed.
    function swap(uint256 x) internal pure returns (uint256) {
        uint256 odd = 0x00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff;
        x = ((x >> 8) & odd) | ((x & odd) << 8);
        uint256 low = 0x0000ffff0000ffff0000ffff0000ffff0000ffff0000ffff0000ffff0000ffff;
        return ((x >> 16) & low) | ((x & low) << 16);
    }

    /// @return acc after Float32.fma(a_k, b_k, acc) for the first n words of rows a and b, in order. Bounds: n ≤ 16.
    function chainDot(uint256 acc, uint256 a0, uint256 a1, uint256 b0, uint256 b1, uint256 n)
        internal
        pure
        returns (uint256)
    {
        unchecked {
            if (n <= 8) return _chainDot(acc, a0, b0, n, LANES);
            return _chainDot(_chainDot(acc, a0, b0, 8, LANES), a1, b1, n - 8, LANES);
        }
    }

    /// @return acc after acc + x_k for the first n words of row x, in order. Bounds: n ≤ 16.
    function chainSum(uint256 acc, uint256 x0, uint256 x1, uint256 n) internal pure returns (uint256) {
        return chainDot(acc, x0, x1, ONES, ONES, n);
    }

    /// @return Row p with Float32.fma(x_l, y_l, p_l) in each of its first n words. Bounds: n ≤ 16.
    function lanesDot(uint256 p0, uint256 p1, uint256 x0, uint256 x1, uint256 y0, uint256 y1, uint256 n)
        internal
        pure
        returns (uint256, uint256)
    {
        return n <= 8 ? (_lanesDot(p0, x0, y0, n), p1) : (_lanesDot(p0, x0, y0, 8), _lanesDot(p1, x1, y1, n - 8));
    }

    /// @return Row p with p_l + x_l in each of its first n words. Bounds: n ≤ 16.
    function lanesSum(uint256 p0, uint256 p1, uint256 x0, uint256 x1, uint256 n)
        internal
        pure
        returns (uint256, uint256)
    {
        return lanesDot(p0, p1, x0, x1, ONES, ONES, n);
    }

    /// @return Row p with x_l > p_l ? x_l : p_l in each of its first n words. Bounds: n ≤ 16.
    function lanesMax(uint256 p0, uint256 p1, uint256 x0, uint256 x1, uint256 n)
        internal
        pure
        returns (uint256, uint256)
    {
        return n <= 8 ? (_lanesMax(p0, x0, n), p1) : (_lanesMax(p0, x0, 8), _lanesMax(p1, x1, n - 8));
    }

    /// @return The sum of row p by the tree: s[l] = s[l] + s[l+h] for h = 8, 4, 2, 1.
    function treeSum(uint256 p0, uint256 p1) internal pure returns (uint256) {
        p0 = _lanesDot(p0, p1, ONES, 8);
        p0 = _lanesDot(p0, p0 << 128, ONES, 4);
        p0 = _lanesDot(p0, p0 << 64, ONES, 2);
        return Float32.add(p0 >> 224, p0 >> 192);
    }

    /// @return The greatest word of row p by the tree: s[l] = s[l+h] > s[l] ? s[l+h] : s[l] for h = 8, 4, 2, 1.
    function treeMax(uint256 p0, uint256 p1) internal pure returns (uint256) {
        p0 = _lanesMax(p0, p1, 8);
        p0 = _lanesMax(p0, p0 << 128, 4);
        p0 = _lanesMax(p0, p0 << 64, 2);
        return Float32.max(p0 >> 192, p0 >> 224);
    }

    /// @return F_q = F_{q−1} + S_q.
    function foldSum(uint256 f, uint256 s) internal pure returns (uint256) {
        return Float32.add(f, s);
    }

    /// @return F_q = S_q > F_{q−1} ? S_q : F_{q−1}.
    function foldMax(uint256 f, uint256 s) internal pure returns (uint256) {
        return Float32.max(s, f);
    }

    /// @dev Half a row of chainDot. The pairs are unpacked side by side, and the accumulator stays unpacked between them: m·2^(x−300) with
    /// 2^23 ≤ |m| ≤ 2^24, or |m| < 2^23 and x = 151; of −0 x is 0. Bounds: n ≤ 8,
    /// ones = LANES: as a constant it would be read from code each time.
    function _chainDot(uint256 acc, uint256 a, uint256 b, uint256 n, uint256 ones) private pure returns (uint256) {
        unchecked {
            uint256 e;
            uint256 f;
            assembly ("memory-safe") {
                f := mul(ones, 0xff)
                e := and(shr(23, a), f)
                f := and(shr(23, b), f)
            }
            // An exponent field of 255?
            if (((e + ones) | (f + ones)) & (ones << 8) != 0 || acc & Float32.INFINITY == Float32.INFINITY) {
                return _chainSpecial(acc, a, b, n);
            }
            assembly ("memory-safe") {
                // 1 in each lane of a normal word, at bit 8.
                let na := and(add(e, mul(ones, 0xff)), shl(8, ones))
                let nb := and(add(f, mul(ones, 0xff)), shl(8, ones))
                // The product's exponent; its sign at bit 31.
                e := sub(add(add(e, f), add(ones, ones)), shr(8, add(na, nb)))
                f := and(shr(31, xor(a, b)), ones)
                e := or(e, shl(31, f))
                // The mantissas; that of a in two's complement where the product is negative and a isn't 0.
                a := or(and(a, mul(ones, 0x7fffff)), shl(15, na))
                b := or(and(b, mul(ones, 0x7fffff)), shl(15, nb))
                f := and(f, shr(24, add(a, mul(ones, 0xffffff))))
                a := add(xor(a, sub(shl(32, f), f)), f)
            }
            assembly ("memory-safe") {
                let x := and(shr(23, acc), 0xff)
                let m := or(and(acc, 0x7fffff), shl(23, gt(x, 0)))
                x := add(add(x, iszero(x)), 150)
                if and(acc, SIGN) {
                    m := sub(0, m)
                    x := mul(x, gt(m, 0))
                }
                n := sub(256, shl(5, n))
                for { let bit := 256 } gt(bit, n) {} {
                    bit := sub(bit, 32)
                    let p := mul(signextend(3, shr(bit, a)), and(shr(bit, b), 0xffffffff))
                    let xp := and(shr(bit, e), 0xffff)
                    let s := sub(x, xp)
                    let y
                    // As in Float32.fma.
                    switch slt(s, 24)
                    case 0 {
                        s := add(shl(230, m), shl(sub(230, s), p))
                        y := sub(x, 230)
                    }
                    default {
                        s := add(shl(206, p), shl(add(206, s), m))
                        y := sub(xp, 206)
                    }
                    let shift := byte(shr(251, s), SHIFT)
                    // The usual term. Up to 2^103 an addend shifted out is 0.
                    if mul(shift, lt(sub(add(y, shift), 151), 229)) {
                        x := add(y, shift)
                        m := sar(shift, s)
                        m := add(m, gt(or(shl(sub(256, shift), s), and(m, 1)), shl(255, 1)))
                        continue
                    }
                    // Bits cancel, or the sum is 0, subnormal or great: as fma and _round, but for the packing.
                    switch shift
                    case 0 {
                        if iszero(mul(p, s)) {
                            if iszero(s) {
                                // −0 if both terms are.
                                x := mul(151, iszero(and(iszero(or(m, x)), shr(31, shr(bit, e)))))
                                m := 0
                                continue
                            }
                            if iszero(p) { continue }
                        }
                        // |s| lies in [2^204, 2^251]. Or both operands are far below the least normal number, y is −79, and any shift up to
                        // 229 does: if d < 24, 2^205 divides s unless d < −1, and then p, a multiple of 2^23, is the greater of the two;
                        // else m is subnormal or, of 2^23 or more, cancels a p that is shifted by 24 or 25.
                        p := xor(s, sar(255, s))
                        shift := add(204, mul(24, lt(0xfffffffffffffffffffffffffffffffffffffffffffffffffffffffff, p)))
                        shift := add(shift, mul(12, lt(0xfff, shr(shift, p))))
                        shift := add(shift, mul(6, lt(0x3f, shr(shift, p))))
                        shift := add(sub(shift, 23), and(0xf, shr(shl(2, shr(shift, p)), LOG2)))
                    }
                    default {
                        if slt(sub(x, xp), sub(0, 206)) { s := add(shl(206, p), sub(sgt(m, 0), slt(m, 0))) }
                    }
                    x := add(y, shift)
                    if slt(x, 151) {
                        shift := sub(151, y)
                        // Only beside −0 it is more, and then this much does.
                        if gt(shift, 255) { shift := 255 }
                        m := sar(shift, s)
                        m := add(m, gt(or(shl(sub(256, shift), s), and(m, 1)), shl(255, 1)))
                        x := 151
                        if iszero(m) { x := mul(151, iszero(slt(s, 0))) }
                        continue
                    }
                    m := sar(shift, s)
                    m := add(m, gt(or(shl(sub(256, shift), s), and(m, 1)), shl(255, 1)))
                    if gt(x, 403) {
                        p := sar(255, s)
                        if gt(add(x, shr(24, sub(xor(m, p), p))), 404) {
                            // The rest is finite.
                            m := sub(xor(0x800000, p), p)
                            x := 405
                            break
                        }
                    }
                }
                switch m
                case 0 { acc := shl(31, iszero(x)) }
                default {
                    let sign := sar(255, m)
                    acc := or(add(shl(23, sub(x, 151)), sub(xor(m, sign), sign)), and(sign, SIGN))
                }
            }
            return acc;
        }
    }

    /// @dev Half a row of chainDot, with Inf or NaN in it: what comes before the first of them as usual, then term by term. Bounds: n ≤ 8.
    function _chainSpecial(uint256 acc, uint256 a, uint256 b, uint256 n) private pure returns (uint256) {
        unchecked {
            uint256 bit = 256;
            if (acc & Float32.INFINITY != Float32.INFINITY) {
                uint256 fields = LANES * 0xff;
                uint256 special = (((a >> 23 & fields) + LANES) | ((b >> 23 & fields) + LANES)) & (LANES << 8);
                assembly ("memory-safe") {
                    bit := shl(7, lt(0xffffffffffffffffffffffffffffffff, special))
                    bit := or(bit, shl(6, lt(0xffffffffffffffff, shr(bit, special))))
                    bit := add(32, or(bit, shl(5, lt(0xffffffff, shr(bit, special)))))
                }
                if (bit < 256 - 32 * n) bit = 256 - 32 * n;
                uint256 rest = type(uint256).max >> 256 - bit;
                if (bit < 256) acc = _chainDot(acc, a & ~rest, b & ~rest, 8 - bit / 32, LANES);
                n -= 8 - bit / 32;
            }
            for (; n > 0 && acc != Float32.NAN; --n) {
                bit -= 32;
                acc = Float32.special(a >> bit, b >> bit, acc);
            }
            return acc & 0xffffffff;
        }
    }

    /// @dev Half a row of lanesDot. Bounds: n ≤ 8.
    function _lanesDot(uint256 p, uint256 x, uint256 y, uint256 n) private pure returns (uint256) {
        unchecked {
            for (uint256 bit = 256; n > 0; --n) {
                bit -= 32;
                p = _put(p, bit, Float32.fma(x >> bit, y >> bit, p >> bit));
            }
            return p;
        }
    }

    /// @dev Half a row of lanesMax. Bounds: n ≤ 8.
    function _lanesMax(uint256 p, uint256 x, uint256 n) private pure returns (uint256) {
        unchecked {
            for (uint256 bit = 256; n > 0; --n) {
                bit -= 32;
                p = _put(p, bit, Float32.max(x >> bit, p >> bit));
            }
            return p;
        }
    }

    /// @dev p with the word at `bit` replaced. Bounds: word < 2^32.
    function _put(uint256 p, uint256 bit, uint256 word) private pure returns (uint256) {
        uint256 mask = 0xffffffff;
        return (p & ~(mask << bit)) | (word << bit);
    }
}
