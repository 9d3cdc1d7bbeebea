// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

// Byte n: the shift to the right that leaves 24 bits of a signed number whose top five bits are n; 0 where five bits don't tell.
uint256 constant SHIFT = 0x00e4e5e5e6e6e6e6e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e6e6e6e6e5e5e400;

/// @title Float32
/// @notice The arithmetic of the numeric profile f32-1, to the bit: IEEE-754 binary32, round to nearest even, subnormals kept, and one NaN,
/// 0x7fc00000, whatever NaN went in. exp, log and tanh are fixed sequences of it. Twin of the Go package train/numeric.
///
/// A word is the low 32 bits of a uint256. Bounds, for every function: higher bits of arguments are ignored, results are below 2^32, nothing
/// reverts.
///
/// Between unpacking and rounding a number is m·2^(x−300), m a signed integer. The word with exponent field e and fraction f is m = 2^23 + f
/// (f if e is 0), x = e + 150 (151 if e is 0); the exact product of two words has x = their e's sum.
library Float32 {
    // Casts are between a word's two readings, or of numbers far below 2^255.
    // forge-lint: disable-start(unsafe-typecast)

    uint256 internal constant NAN = 0x7fc00000;
    uint256 internal constant INFINITY = 0x7f800000;
    uint256 internal constant ONE = 0x3f800000;
    uint256 internal constant NEGATIVE_ZERO = 0x80000000;
    uint256 internal constant NEGATIVE_INFINITY = 0xff800000;

    // --- scalars

    /// @return The nearest to a + b.
    function add(uint256 a, uint256 b) internal pure returns (uint256) {
        return fma(a, ONE, b);
    }

    /// @return The nearest to a − b.
    function sub(uint256 a, uint256 b) internal pure returns (uint256) {
        return fma(a, ONE, b ^ NEGATIVE_ZERO);
    }

    /// @return The nearest to a·b. Adding −0 changes nothing, not even a zero's sign.
    function mul(uint256 a, uint256 b) internal pure returns (uint256) {
        return fma(a, b, NEGATIVE_ZERO);
    }

    /// @return z The nearest to a·b + c, rounded once.
    function fma(uint256 a, uint256 b, uint256 c) internal pure returns (uint256 z) {
        int256 m;
        int256 x;
        assembly ("memory-safe") {
            let ea := and(shr(23, a), 0xff)
            let eb := and(shr(23, b), 0xff)
            x := and(shr(23, c), 0xff)
            z := or(or(eq(ea, 0xff), eq(eb, 0xff)), eq(x, 0xff))
            if iszero(z) {
                let p := mul(or(and(a, 0x7fffff), shl(23, gt(ea, 0))), or(and(b, 0x7fffff), shl(23, gt(eb, 0))))
                if and(xor(a, b), NEGATIVE_ZERO) { p := sub(0, p) }
                m := or(and(c, 0x7fffff), shl(23, gt(x, 0)))
                if and(c, NEGATIVE_ZERO) { m := sub(0, m) }
                x := add(add(x, iszero(x)), 150)
                ea := add(add(ea, iszero(ea)), add(eb, iszero(eb)))
                let d := sub(x, ea)
                // The larger operand's last bit goes to a fixed place near the top, so that the sum is exact and mostly has its first bit in
                // the range of SHIFT.
                switch slt(d, 24)
                case 0 {
                    // |p| < 2^48 and |m| < 2^24 ≤ 2^d: the sum stays below 2^255. A product shifted out (d > 230) is below any rounding.
                    m := add(shl(230, m), shl(sub(230, d), p))
                    x := sub(x, 230)
                }
                default {
                    // An addend shifted out only says on which side of p the sum lies.
                    switch slt(d, sub(0, 206))
                    case 0 { m := shl(add(206, d), m) }
                    default { m := sub(sgt(m, 0), slt(m, 0)) }
                    m := add(shl(206, p), m)
                    x := sub(ea, 206)
                }
                // Where nothing is 0, subnormal or infinite, round here; else _round does it.
                let shift := byte(shr(251, m), SHIFT)
                ea := add(x, shift)
                if mul(shift, lt(sub(ea, 151), 253)) {
                    z := sar(shift, m)
                    z := add(z, gt(or(shl(sub(256, shift), m), and(z, 1)), shl(255, 1)))
                    let sign := sar(255, z)
                    z := or(add(shl(23, sub(ea, 151)), sub(xor(z, sign), sign)), and(sign, NEGATIVE_ZERO))
                }
            }
        }
        if (z > 1) return z;
        if (z == 1) return special(a, b, c);
        // Exact zeros: −0 if both terms are negative, else +0.
        if (m == 0) return (a ^ b) & c & NEGATIVE_ZERO;
        return _round(m, x);
    }

    /// @return The nearest to a/b.
    function div(uint256 a, uint256 b) internal pure returns (uint256) {
        unchecked {
            uint256 sign = (a ^ b) & NEGATIVE_ZERO;
            a &= 0x7fffffff;
            b &= 0x7fffffff;
            if (a >= INFINITY || b >= INFINITY) {
                if (a > INFINITY || b > INFINITY || a == b) return NAN;
                return a == INFINITY ? sign | INFINITY : sign;
            }
            if (b == 0) return a == 0 ? NAN : sign | INFINITY;
            if (a == 0) return sign;
            (uint256 ma, int256 xa) = _normal(a);
            (uint256 mb, int256 xb) = _normal(b);
            // The quotient lies between 2^229 and 2^231. Its remainder may go: 24 zeros in a row after the point of a quotient of numbers below
            // 2^24 mean that it is exact.
            return sign | _round(int256(((ma << 230) / mb) << 24), xa - xb + 46);
        }
    }

    /// @return The nearest to the square root of a; of −0 it is −0, of other negative numbers NaN.
    function sqrt(uint256 a) internal pure returns (uint256) {
        unchecked {
            a &= 0xffffffff;
            if (a & 0x7fffffff == 0) return a;
            if (a > INFINITY) return NAN;
            if (a == INFINITY) return a;
            (uint256 m, int256 x) = _normal(a);
            // Even exponents have even halves: m·2^(x−300), m below 2^25.
            if (x & 1 != 0) {
                m <<= 1;
                --x;
            }
            m <<= 60;
            // A straight line up to 10 % above the root on [2^83, 2^85). A step of Newton's makes a relative error of d one of d²/2, from above:
            // below 2^-42 after four, so that s is at most 1 too large.
            uint256 s = (m >> 43) + (uint256(0x10e) << 33);
            s = (s + m / s) >> 1;
            s = (s + m / s) >> 1;
            s = (s + m / s) >> 1;
            s = (s + m / s) >> 1;
            if (s * s > m) --s;
            uint256 inexact = s * s == m ? 0 : 1;
            return _round(int256((s << 211) | inexact), (x - 300 - 60) / 2 + 300 - 211);
        }
    }

    /// @return −a: the sign flipped, of +0 too.
    function neg(uint256 a) internal pure returns (uint256) {
        return _canonical(a ^ NEGATIVE_ZERO);
    }

    /// @return |a|.
    function abs(uint256 a) internal pure returns (uint256) {
        return _canonical(a & 0x7fffffff);
    }

    /// @return a > b ? a : b, hence b if they are equal (±0 are) or either is NaN.
    function max(uint256 a, uint256 b) internal pure returns (uint256) {
        return gt(a, b) == 0 ? _canonical(b) : a & 0xffffffff;
    }

    /// @return 1.0 if a > b, else +0.
    function gt(uint256 a, uint256 b) internal pure returns (uint256) {
        return _above(a, b, 0);
    }

    /// @return 1.0 if a ≥ b, else +0.
    function ge(uint256 a, uint256 b) internal pure returns (uint256) {
        return _above(a, b, 1);
    }

    /// @return c ≠ 0 ? a : b. −0 is 0, a NaN is not.
    function select(uint256 c, uint256 a, uint256 b) internal pure returns (uint256) {
        return _canonical(c & 0x7fffffff == 0 ? b : a);
    }

    /// @return z 1.0 if the words are equal as integers, else +0.
    function ieq(uint256 a, uint256 b) internal pure returns (uint256 z) {
        if ((a ^ b) & 0xffffffff == 0) z = ONE;
    }

    // --- functions

    /// @return e^x. Order: x = (n + f)·ln 2; a polynomial in f, then two powers of 2 so that a subnormal result rounds once.
    function exp(uint256 x) internal pure returns (uint256) {
        unchecked {
            if (_isNaN(x)) return NAN;
            if (gt(x, 0x42b20000) != 0) x = 0x42b20000; // 89
            if (gt(0xc2d00000, x) != 0) x = 0xc2d00000; // −104
            uint256 t = fma(x, 0x3fb8aa3b, 0x4b400000);
            int256 n = int256(t) - 0x4b400000;
            uint256 j = sub(t, 0x4b400000);
            uint256 f = fma(j, 0xbf318000, x);
            f = fma(j, 0x395e8083, f);
            uint256 q = fma(0x3ab511c2, f, 0x3c091d35);
            q = fma(q, f, 0x3d2aac7a);
            q = fma(q, f, 0x3e2aaa48);
            q = fma(q, f, 0x3efffffe);
            q = fma(q, f, ONE);
            q = fma(q, f, ONE);
            int256 half = n >> 1;
            return mul(mul(q, uint256(half + 127) << 23), uint256(n - half + 127) << 23);
        }
    }

    /// @return The natural logarithm of x: of ±0 −Inf, of negative numbers NaN. Order: x = 2^k·(1 + f), 1 + f in [2/3, 4/3); a polynomial in
    /// f, then k·ln 2 in two parts.
    function log(uint256 x) internal pure returns (uint256) {
        unchecked {
            x &= 0xffffffff;
            if (x & 0x7fffffff == 0) return NEGATIVE_INFINITY;
            if (x > INFINITY) return NAN;
            if (x == INFINITY) return x;
            int256 k;
            if (x < 0x00800000) {
                x = mul(x, 0x4b000000); // 2^23
                k = -23;
            }
            // x and m differ by a multiple of 2^23; 0x3f2aaaab is 2/3.
            int256 whole = (int256(x) - 0x3f2aaaab) >> 23;
            uint256 f = sub(uint256(int256(x) - (whole << 23)), ONE);
            uint256 fk = _fromInteger(k + whole);
            uint256 q = fma(0xbe015e71, f, 0x3e0ba1d3);
            q = fma(q, f, 0xbdfacab9);
            q = fma(q, f, 0x3e103a95);
            q = fma(q, f, 0xbe2ac2c7);
            q = fma(q, f, 0x3e4cd989);
            q = fma(q, f, 0xbe7fffc0);
            q = fma(q, f, 0x3eaaaaaa);
            q = fma(q, f, 0xbf000000);
            q = fma(q, mul(f, f), f);
            return fma(fk, 0x3f317218, fma(fk, 0xb102e308, q));
        }
    }

    /// @return The hyperbolic tangent of x; of −0 it is +0. Order: a polynomial in x² for small |x|, else 1 − 2/(e^(2|x|) + 1) with x's sign.
    function tanh(uint256 x) internal pure returns (uint256) {
        uint256 a = abs(x);
        if (gt(0x3f0ccccd, a) != 0) {
            uint256 z = mul(x, x);
            uint256 q = fma(0xbbcda41f, z, 0x3caca1cf);
            q = fma(q, z, 0xbd5c94cc);
            q = fma(q, z, 0x3e088698);
            q = fma(q, z, 0xbeaaaaa5);
            return fma(mul(q, z), x, x);
        }
        if (gt(a, 0x41200000) != 0) a = 0x41200000; // 10
        uint256 r = sub(ONE, div(0x40000000, add(exp(add(a, a)), ONE)));
        return gt(0, x) == 0 ? r : neg(r);
    }

    // --- parts

    function _isNaN(uint256 a) private pure returns (bool) {
        return a & 0x7fffffff > INFINITY;
    }

    function _canonical(uint256 a) private pure returns (uint256) {
        return _isNaN(a) ? NAN : a & 0xffffffff;
    }

    /// @dev 1.0 if neither is NaN and a's magnitude with its sign, plus slack, is greater than b's: ±0 are both 0.
    function _above(uint256 a, uint256 b, uint256 slack) private pure returns (uint256 z) {
        assembly ("memory-safe") {
            let ma := and(a, 0x7fffffff)
            let mb := and(b, 0x7fffffff)
            z := mul(ONE, iszero(or(gt(ma, INFINITY), gt(mb, INFINITY))))
            if and(a, NEGATIVE_ZERO) { ma := sub(0, ma) }
            if and(b, NEGATIVE_ZERO) { mb := sub(0, mb) }
            z := mul(z, sgt(add(ma, slack), mb))
        }
    }

    /// @dev A small integer as a word. Bounds: |n| < 2^24.
    function _fromInteger(int256 n) private pure returns (uint256) {
        return n == 0 ? 0 : _round(n << 200, 100);
    }

    /// @dev A positive finite number other than 0 as m·2^(x−300), 2^23 ≤ m < 2^24. Bounds: 0 < a < INFINITY.
    function _normal(uint256 a) private pure returns (uint256 m, int256 x) {
        unchecked {
            if (a >= 0x00800000) return ((a & 0x7fffff) | 0x800000, int256((a >> 23) + 150));
            uint256 shift = 23 - _log2(a);
            return (a << shift, 151 - int256(shift));
        }
    }

    /// @return fma(a, b, c), where an argument is Inf or NaN.
    function special(uint256 a, uint256 b, uint256 c) internal pure returns (uint256) {
        uint256 sign = (a ^ b) & NEGATIVE_ZERO;
        uint256 signC = c & NEGATIVE_ZERO;
        a &= 0x7fffffff;
        b &= 0x7fffffff;
        c &= 0x7fffffff;
        if (a > INFINITY || b > INFINITY || c > INFINITY) return NAN;
        if (a < INFINITY && b < INFINITY) return signC | INFINITY;
        if (a == 0 || b == 0) return NAN;
        return c == INFINITY && sign != signC ? NAN : sign | INFINITY;
    }

    /// @dev The word nearest to m·2^(x−300), ties to even. Bounds: m ≠ 0, |m| < 2^255; |m| ≥ 2^24, and 2^(151−x) ≥ 2 where that is the last bit
    /// of a subnormal number, so that something is always shifted out.
    function _round(int256 m, int256 x) private pure returns (uint256 z) {
        uint256 a;
        uint256 shift;
        assembly ("memory-safe") {
            let sign := sar(255, m)
            a := sub(xor(m, sign), sign)
            shift := byte(shr(251, a), SHIFT)
        }
        if (shift == 0) shift = _log2(a) - 23;
        assembly ("memory-safe") {
            // The last bit of a subnormal number has x = 151.
            if slt(add(x, shift), 151) { shift := sub(151, x) }
            z := shr(shift, a)
            // What is shifted out, at the top of a word; its last bits are 0, so oddness can break a tie there.
            z := add(z, gt(or(shl(sub(256, shift), a), and(z, 1)), shl(255, 1)))
            // The bit 2^23 of a normal number adds 1 to the exponent field; a carry out of rounding does too.
            z := add(shl(23, sub(add(x, shift), 151)), z)
            if gt(z, INFINITY) { z := INFINITY }
            z := or(z, and(shr(224, m), 0x80000000))
        }
    }

    /// @dev The index of the first bit of a. Bounds: a > 0.
    function _log2(uint256 a) private pure returns (uint256 n) {
        assembly ("memory-safe") {
            n := shl(7, lt(0xffffffffffffffffffffffffffffffff, a))
            n := or(n, shl(6, lt(0xffffffffffffffff, shr(n, a))))
            n := or(n, shl(5, lt(0xffffffff, shr(n, a))))
            n := or(n, shl(4, lt(0xffff, shr(n, a))))
            n := or(n, shl(3, lt(0xff, shr(n, a))))
            n := or(n, shl(2, lt(0xf, shr(n, a))))
            n := add(n, byte(shr(n, a), 0x0000010102020202030303030303030300000000000000000000000000000000))
        }
    }
    // forge-lint: disable-end(unsafe-typecast)
}
