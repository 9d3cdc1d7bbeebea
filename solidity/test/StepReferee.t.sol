// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {StepReferee} from "../src/StepReferee.sol";
import {IStepReferee, MicroStep, Reference, Verdict} from "../src/interfaces/IStepReferee.sol";
import {Test} from "./Test.sol";

interface Files {
    function readFile(string calldata path) external view returns (string memory);
    function parseJsonTypeArray(string calldata json, string calldata key, string calldata types)
        external
        pure
        returns (bytes memory);
}

/// @notice The referee's vectors, made by its Go twin: every operator and mode, right and with one bit changed.
contract StepRefereeTest is Test {
    struct Flip {
        string field;
        uint256 bit;
        string result;
        bytes value;
    }

    struct Base {
        string name;
        bytes descriptor;
    }

    struct Bound {
        string name;
        uint256 base;
        bool valid;
        uint256[] words;
        uint256[] values;
    }

    struct Where {
        uint256 source;
        uint256 index;
    }

    struct Case {
        string name;
        bytes descriptor;
        uint256 number;
        bytes32 geometry;
        Where[] references;
        Where part;
        bytes32 binding;
        uint256 tile;
        uint256 word;
        uint256 chunk;
        uint256 block_;
        bytes32 before;
        bytes32[] roots;
        bytes evidence;
        string result;
        bytes value;
        Flip[] flips;
    }

    string private constant TYPES =
        "RefereeVector(string name,bytes descriptor,uint256 number,bytes32 geometry,RefereePlace[] references,RefereePlace part,bytes32 binding,uint256 tile,uint256 word,uint256 chunk,uint256 block,bytes32 before,bytes32[] roots,bytes evidence,string result,bytes value,RefereeFlip[] flips)RefereeFlip(string field,uint256 bit,string result,bytes value)RefereePlace(uint256 source,uint256 index)";

    string private constant BASE_TYPES = "RefereeBase(string name,bytes descriptor)";
    string private constant BOUND_TYPES =
        "RefereeBound(string name,uint256 base,bool valid,uint256[] words,uint256[] values)";

    StepReferee private immutable REFEREE = new StepReferee();

    function read() private view returns (Case[] memory) {
        Files files = Files(address(vm));
        string memory json = files.readFile("testdata/vectors/referee.json");
        return abi.decode(files.parseJsonTypeArray(json, ".cases", TYPES), (Case[]));
    }

    function test_vectors() external {
        Case[] memory cases = read();
        vm.assertGt(cases.length, 150, "vectors");
        for (uint256 i = 0; i < cases.length; ++i) {
            this.check(cases[i]); // a call of its own, which takes its memory with it
        }
    }

    function check(Case memory c) external {
        (uint256 geometry, Reference[] memory references) = REFEREE.describe(c.descriptor, c.number);
        vm.assertEq(bytes32(geometry), c.geometry, string.concat(c.name, ": geometry"));
        vm.assertEq(references.length, c.references.length, string.concat(c.name, ": references"));
        for (uint256 i = 0; i < references.length; ++i) {
            vm.assertEq(references[i].source, c.references[i].source, string.concat(c.name, ": source"));
            vm.assertEq(references[i].index, c.references[i].index, string.concat(c.name, ": index"));
        }
        Reference memory part = REFEREE.part(c.descriptor, c.tile, c.word);
        vm.assertEq(part.source, c.part.source, string.concat(c.name, ": part's source"));
        vm.assertEq(part.index, c.part.index, string.concat(c.name, ": part's index"));
        expect(c, c.result, c.value, c.name);
        for (uint256 i = 0; i < c.flips.length; ++i) {
            Flip memory f = c.flips[i];
            string memory name = string.concat(c.name, ", bit ", vm.toString(f.bit), " of ", f.field);
            expect(flipped(c, f), f.result, f.value, name);
        }
    }

    function expect(Case memory c, string memory result, bytes memory value, string memory name) private {
        MicroStep memory step =
            MicroStep(c.binding, uint64(c.tile), uint32(c.word), uint32(c.chunk), uint32(c.block_), c.before);
        (bool success, bytes memory output) = address(REFEREE)
            .call(abi.encodeCall(IStepReferee.decide, (address(2), step, c.descriptor, c.roots, c.evidence)));
        if (!success) {
            vm.assertEq(output.length, 4, string.concat(name, ": an error without a name"));
            vm.assertEq(bytes32(output), bytes32(bytes4(keccak256(abi.encodePacked(result, "()")))), name);
            return;
        }
        (Verdict verdict, bytes32 found) = abi.decode(output, (Verdict, bytes32));
        vm.assertTrue(same(result, verdict == Verdict.Decided ? "Decided" : "Invalid"), name);
        vm.assertEq(found, verdict == Verdict.Decided ? bytes32(value) : bytes32(0), name);
    }

    function same(string memory a, string memory b) private pure returns (bool) {
        return keccak256(bytes(a)) == keccak256(bytes(b));
    }

    /// @dev A copy with that bit flipped; see "about" of the vectors.
    function flipped(Case memory original, Flip memory f) private view returns (Case memory c) {
        c = abi.decode(abi.encode(original), (Case));
        if (same(f.field, "descriptor") || same(f.field, "bound descriptor")) flip(c.descriptor, f.bit);
        else if (same(f.field, "roots") || same(f.field, "bound roots")) flipRoot(c.roots, f.bit);
        else if (same(f.field, "evidence")) flip(c.evidence, f.bit);
        else if (same(f.field, "binding")) c.binding ^= mask(f.bit);
        else if (same(f.field, "before")) c.before ^= mask(f.bit);
        else if (same(f.field, "tile")) c.tile ^= 1 << f.bit;
        else if (same(f.field, "word")) c.word ^= 1 << f.bit;
        else if (same(f.field, "chunk")) c.chunk ^= 1 << f.bit;
        else if (same(f.field, "block")) c.block_ ^= 1 << f.bit;
        else if (same(f.field, "more")) c.evidence = bytes.concat(c.evidence, hex"00");
        else if (same(f.field, "cut")) c.evidence = shorter(c.evidence);
        else revert(f.field);
        if (bytes(f.field).length > 10) {
            (uint256 geometry,) = REFEREE.describe(c.descriptor, type(uint32).max);
            bool late = geometry >> 10 & 1 == 1;
            c.binding = sha256(late ? c.descriptor : abi.encodePacked(c.descriptor, c.roots));
        }
    }

    function flip(bytes memory data, uint256 bit) private pure {
        data[bit / 8] ^= bytes1(uint8(1 << bit % 8));
    }

    function flipRoot(bytes32[] memory roots, uint256 bit) private pure {
        roots[bit / 256] ^= mask(bit % 256);
    }

    function mask(uint256 bit) private pure returns (bytes32) {
        return bytes32(1 << 248 - bit / 8 * 8 + bit % 8);
    }

    function shorter(bytes memory data) private pure returns (bytes memory cut) {
        cut = new bytes(data.length - 1);
        for (uint256 i = 0; i < cut.length; ++i) {
            cut[i] = data[i];
        }
    }

    /// @notice What is just valid still, and what isn't any more.
    function test_bounds() external view {
        Files files = Files(address(vm));
        string memory json = files.readFile("testdata/vectors/referee.json");
        Base[] memory bases = abi.decode(files.parseJsonTypeArray(json, ".bases", BASE_TYPES), (Base[]));
        Bound[] memory bounds = abi.decode(files.parseJsonTypeArray(json, ".bounds", BOUND_TYPES), (Bound[]));
        vm.assertGt(bounds.length, 130, "bounds");
        for (uint256 i = 0; i < bounds.length; ++i) {
            Bound memory b = bounds[i];
            bytes memory descriptor = abi.encodePacked(bases[b.base].descriptor);
            for (uint256 j = 0; j < b.words.length; ++j) {
                for (uint256 k = 0; k < 4; ++k) {
                    descriptor[4 * b.words[j] + k] = bytes1(uint8(b.values[j] >> 8 * k));
                }
            }
            (uint256 geometry,) = REFEREE.describe(descriptor, 1 << 40);
            vm.assertEq(geometry != 0, b.valid, b.name);
        }
    }

    function test_fitsACode() external view {
        vm.assertLe(address(REFEREE).code.length, 24_576, "bytes of code");
    }

    function test_descriptorOfAnotherLength() external {
        bytes memory descriptor = new bytes(1023);
        vm.expectRevert(IStepReferee.WrongLength.selector);
        REFEREE.describe(descriptor, 0);
        vm.expectRevert(IStepReferee.WrongLength.selector);
        REFEREE.part(descriptor, 0, 0);
        MicroStep memory step;
        vm.expectRevert(IStepReferee.WrongLength.selector);
        REFEREE.decide(address(2), step, descriptor, new bytes32[](0), "");
    }
}
