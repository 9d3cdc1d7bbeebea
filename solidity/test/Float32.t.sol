// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Row} from "../src/Row.sol";
import {Float32Operations} from "./Float32Batch.sol";
import {Test} from "./Test.sol";

interface Files {
    function readFile(string calldata path) external view returns (string memory);
    function parseJsonString(string calldata json, string calldata key) external pure returns (string memory);
    function parseJsonBytes(string calldata json, string calldata key) external pure returns (bytes memory);
    function parseJsonUint(string calldata json, string calldata key) external pure returns (uint256);
}

/// @notice The golden vectors of every operation, the same file that Go and the engines read.
contract Float32Test is Test, Float32Operations {
    string private json;

    function setUp() public {
        json = Files(address(vm)).readFile("testdata/vectors/primitives.json");
    }

    /// @dev Instruction `index` of the file, with its code: each case's last word is the result of the others.
    function check(uint256 index, string memory name, uint256 code) private view {
        function(uint256, uint256, uint256) pure returns (uint256) operation_ = operation(code);
        string memory key = string.concat(".instructions[", vm.toString(index), "]");
        vm.assertEq(Files(address(vm)).parseJsonString(json, string.concat(key, ".name")), name, "name");
        uint256 arguments = Files(address(vm)).parseJsonUint(json, string.concat(key, ".arguments"));
        bytes memory cases = Files(address(vm)).parseJsonBytes(json, string.concat(key, ".cases"));
        uint256 size = 4 * (arguments + 1);
        vm.assertEq(cases.length % size, 0, "whole cases");
        vm.assertGt(cases.length, 100 * size, "cases");
        for (uint256 i = 0; i < cases.length; i += size) {
            uint256[4] memory word;
            for (uint256 k = 0; k <= arguments; ++k) {
                word[k] = load(cases, i + 4 * k);
            }
            uint256 got = operation_(word[0], word[1], arguments == 3 ? word[2] : 0);
            if (got != word[arguments]) {
                vm.assertEq(got, word[arguments], string.concat(name, " ", hexOf(cases, i, size)));
            }
            // Higher bits say nothing.
            uint256 dirt = uint256(keccak256(abi.encode(i))) << 32;
            got = operation_(word[0] | dirt, word[1] | ~dirt << 32, arguments == 3 ? word[2] | dirt : dirt);
            vm.assertEq(got, word[arguments], name);
        }
    }

    function load(bytes memory b, uint256 first) private pure returns (uint256 word) {
        assembly ("memory-safe") {
            word := shr(224, mload(add(add(b, 32), first)))
        }
    }

    function hexOf(bytes memory b, uint256 first, uint256 size) private pure returns (string memory) {
        bytes memory digits = "0123456789abcdef";
        bytes memory text = new bytes(2 * size);
        for (uint256 i = 0; i < 2 * size; ++i) {
            text[i] = digits[(uint8(b[first + i / 2]) >> (i % 2 == 0 ? 4 : 0)) & 15];
        }
        return string(text);
    }

    function test_add() public view {
        check(0, "add", 1);
    }

    function test_sub() public view {
        check(1, "sub", 2);
    }

    function test_mul() public view {
        check(2, "mul", 3);
    }

    function test_fma() public view {
        check(3, "fma", 4);
    }

    function test_div() public view {
        check(4, "div", 5);
    }

    function test_sqrt() public view {
        check(5, "sqrt", 6);
    }

    function test_neg() public view {
        check(6, "neg", 7);
    }

    function test_abs() public view {
        check(7, "abs", 8);
    }

    function test_max() public view {
        check(8, "max", 9);
    }

    function test_gt() public view {
        check(9, "gt", 10);
    }

    function test_ge() public view {
        check(10, "ge", 11);
    }

    function test_select() public view {
        check(11, "select", 12);
    }

    function test_exp() public view {
        check(12, "exp", 13);
    }

    function test_log() public view {
        check(13, "log", 14);
    }

    function test_tanh() public view {
        check(14, "tanh", 15);
    }

    function test_ieq() public view {
        check(15, "ieq", 20);
    }

    function test_swapReversesTheBytesOfEachWord() public pure {
        uint256 tile = 0x000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f;
        vm.assertEq(
            Row.swap(tile),
            0x03020100070605040b0a09080f0e0d0c13121110171615141b1a19181f1e1d1c,
            "words most significant first"
        );
        vm.assertEq(Row.swap(Row.swap(tile)), tile, "its own inverse");
    }
}
