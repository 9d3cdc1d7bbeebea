// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Float32} from "../src/Float32.sol";
import {Row} from "../src/Row.sol";

/// @notice The scalar functions by the code of their map instruction; unused arguments are ignored.
abstract contract Float32Operations {
    error NoSuchOperation();

    function operation(uint256 code)
        internal
        pure
        returns (function(uint256, uint256, uint256) pure returns (uint256))
    {
        if (code == 1) return add;
        if (code == 2) return sub;
        if (code == 3) return mul;
        if (code == 4) return Float32.fma;
        if (code == 5) return div;
        if (code == 6) return sqrt;
        if (code == 7) return neg;
        if (code == 8) return abs;
        if (code == 9) return max;
        if (code == 10) return gt;
        if (code == 11) return ge;
        if (code == 12) return Float32.select;
        if (code == 13) return exp;
        if (code == 14) return log;
        if (code == 15) return tanh;
        if (code == 20) return ieq;
        revert NoSuchOperation();
    }

    function add(uint256 a, uint256 b, uint256) internal pure returns (uint256) {
        return Float32.add(a, b);
    }

    function sub(uint256 a, uint256 b, uint256) internal pure returns (uint256) {
        return Float32.sub(a, b);
    }

    function mul(uint256 a, uint256 b, uint256) internal pure returns (uint256) {
        return Float32.mul(a, b);
    }

    function div(uint256 a, uint256 b, uint256) internal pure returns (uint256) {
        return Float32.div(a, b);
    }

    function sqrt(uint256 a, uint256, uint256) internal pure returns (uint256) {
        return Float32.sqrt(a);
    }

    function neg(uint256 a, uint256, uint256) internal pure returns (uint256) {
        return Float32.neg(a);
    }

    function abs(uint256 a, uint256, uint256) internal pure returns (uint256) {
        return Float32.abs(a);
    }

    function max(uint256 a, uint256 b, uint256) internal pure returns (uint256) {
        return Float32.max(a, b);
    }

    function gt(uint256 a, uint256 b, uint256) internal pure returns (uint256) {
        return Float32.gt(a, b);
    }

    function ge(uint256 a, uint256 b, uint256) internal pure returns (uint256) {
        return Float32.ge(a, b);
    }

    function exp(uint256 a, uint256, uint256) internal pure returns (uint256) {
        return Float32.exp(a);
    }

    function log(uint256 a, uint256, uint256) internal pure returns (uint256) {
        return Float32.log(a);
    }

    function tanh(uint256 a, uint256, uint256) internal pure returns (uint256) {
        return Float32.tanh(a);
    }

    function ieq(uint256 a, uint256 b, uint256) internal pure returns (uint256) {
        return Float32.ieq(a, b);
    }
}

/// @notice Float32 from outside, many cases in one call: for forge's tests and for the differential fuzz in fraudproof/referee/evmfuzz.
///
/// Words are 4 bytes, most significant first. The first byte of a call is a map instruction of opcodes.json, followed by cases of three
/// words each; it returns a word per case. Or it is one of the codes below, followed by cases of 49 words: n, rows p, x and y; it returns a
/// row per case, of which a single result is the first word. With the first byte's highest bit set, the last word of each result is the gas
/// it took instead.
contract Float32Batch is Float32Operations {
    uint256 internal constant CHAIN_DOT = 32;
    uint256 internal constant CHAIN_SUM = 33;
    uint256 internal constant LANES_DOT = 34;
    uint256 internal constant LANES_SUM = 35;
    uint256 internal constant LANES_MAX = 36;
    uint256 internal constant TREE_SUM = 37;
    uint256 internal constant TREE_MAX = 38;

    fallback(bytes calldata input) external returns (bytes memory output) {
        uint256 code = uint8(input[0]) & 127;
        bool gas = uint8(input[0]) > 127;
        return code < CHAIN_DOT ? scalars(operation(code), gas, input[1:]) : rows(code, gas, input[1:]);
    }

    function scalars(function(uint256, uint256, uint256) pure returns (uint256) apply_, bool gas, bytes calldata cases)
        private
        view
        returns (bytes memory output)
    {
        unchecked {
            output = new bytes(cases.length / 3);
            for (uint256 i = 0; i < output.length; i += 4) {
                uint256 words;
                assembly ("memory-safe") {
                    words := calldataload(add(cases.offset, mul(3, i)))
                }
                uint256 left = gasleft();
                uint256 z = apply_(words >> 224, words >> 192, words >> 160);
                if (gas) z = left - gasleft();
                assembly ("memory-safe") {
                    let place := add(add(output, 32), i)
                    mstore(place, or(shl(224, z), shr(32, shl(32, mload(place)))))
                }
            }
        }
    }

    function rows(uint256 code, bool gas, bytes calldata cases) private view returns (bytes memory output) {
        unchecked {
            output = new bytes(cases.length / 196 * 64);
            for (uint256 i = 0; i < output.length; i += 64) {
                uint256 left = gasleft();
                (uint256 r0, uint256 r1) = row(code, cases[i / 64 * 196:]);
                if (gas) r1 = left - gasleft();
                assembly ("memory-safe") {
                    mstore(add(add(output, 32), i), r0)
                    mstore(add(add(output, 64), i), r1)
                }
            }
        }
    }

    function row(uint256 code, bytes calldata words) private pure returns (uint256 r0, uint256 r1) {
        uint256 n = half(words, 0) >> 224;
        (uint256 p0, uint256 p1) = (half(words, 4), half(words, 36));
        (uint256 x0, uint256 x1) = (half(words, 68), half(words, 100));
        if (code == LANES_SUM) return Row.lanesSum(p0, p1, x0, x1, n);
        if (code == LANES_MAX) return Row.lanesMax(p0, p1, x0, x1, n);
        if (code == TREE_SUM) return (Row.treeSum(p0, p1) << 224, 0);
        if (code == TREE_MAX) return (Row.treeMax(p0, p1) << 224, 0);
        if (code == CHAIN_SUM) return (Row.chainSum(p0 >> 224, x0, x1, n) << 224, 0);
        (uint256 y0, uint256 y1) = (half(words, 132), half(words, 164));
        if (code == CHAIN_DOT) return (Row.chainDot(p0 >> 224, x0, x1, y0, y1, n) << 224, 0);
        if (code == LANES_DOT) return Row.lanesDot(p0, p1, x0, x1, y0, y1, n);
        revert NoSuchOperation();
    }

    function half(bytes calldata words, uint256 first) private pure returns (uint256 x) {
        assembly ("memory-safe") {
            x := calldataload(add(words.offset, first))
        }
    }
}
