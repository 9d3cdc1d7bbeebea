// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {TileProof} from "../src/TileProof.sol";
import {Test} from "./Test.sol";

interface Files {
    function readFile(string calldata path) external view returns (string memory);
    function parseJsonTypeArray(string calldata json, string calldata key, string calldata types)
        external
        pure
        returns (bytes memory);
}

/// @notice The trees' vectors, which fraudproof/merkle reads too, and every list and opening with something wrong.
contract TileProofTest is Test {
    struct Round {
        uint256 level;
        uint256 index;
        uint256 levels;
        bytes32[] nodes;
    }

    struct Opening {
        uint256 index;
        bytes32 leaf;
        bytes32[] siblings;
    }

    struct List {
        string list;
        uint256 seed;
        uint256 kind;
        uint256 length;
        bytes32 tree;
        bytes32 root;
        Opening[] openings;
        Round[] rounds;
    }

    string private constant TYPES =
        "MerkleVector(string list,uint256 seed,uint256 kind,uint256 length,bytes32 tree,bytes32 root,MerkleOpening[] openings,MerkleRound[] rounds)MerkleOpening(uint256 index,bytes32 leaf,bytes32[] siblings)MerkleRound(uint256 level,uint256 index,uint256 levels,bytes32[] nodes)";

    function read() private view returns (List[] memory lists) {
        Files files = Files(address(vm));
        string memory json = files.readFile("testdata/vectors/merkle.json");
        lists = abi.decode(files.parseJsonTypeArray(json, ".cases", TYPES), (List[]));
        vm.assertGt(lists.length, 30, "vectors");
    }

    // Calldata in, as the contracts have it.

    function leafOf(bytes calldata data) external view returns (bytes32) {
        uint256 pointer;
        assembly ("memory-safe") {
            pointer := data.offset
        }
        return TileProof.leaf(pointer);
    }

    function fold(bytes32[] calldata nodes) external view returns (bytes32) {
        return TileProof.fold(nodes);
    }

    function padded(bytes32[] calldata nodes, uint256 first, uint256 level, uint256 length)
        external
        view
        returns (bool)
    {
        return TileProof.padded(nodes, first, level, length);
    }

    function verify(
        bytes32 root,
        uint256 kind,
        uint256 length,
        uint256 index,
        bytes32 leaf,
        bytes32[] calldata siblings
    ) external view returns (bool) {
        return TileProof.verify(root, kind, length, index, leaf, siblings);
    }

    function binding(bytes calldata descriptor, bytes32[] calldata roots) external view returns (bytes32) {
        return TileProof.binding(descriptor, roots);
    }

    function test_listRoots() external view {
        List[] memory lists = read();
        for (uint256 i = 0; i < lists.length; ++i) {
            List memory c = lists[i];
            vm.assertEq(TileProof.list(c.tree, c.kind, c.length), c.root, "list root");
            vm.assertNotEq(TileProof.list(c.tree, c.kind + 1, c.length), c.root, "the kind counts");
            vm.assertNotEq(TileProof.list(c.tree, c.kind, c.length + 1), c.root, "the length counts");
            vm.assertNotEq(TileProof.list(c.tree, c.kind, c.length + (1 << 56)), c.root, "all eight bytes count");
        }
    }

    function test_openings() external view {
        List[] memory lists = read();
        for (uint256 i = 0; i < lists.length; ++i) {
            List memory c = lists[i];
            for (uint256 j = 0; j < c.openings.length; ++j) {
                Opening memory o = c.openings[j];
                this.checkOpening(c, o.index, o.leaf, o.siblings);
            }
        }
    }

    /// @dev The opening holds; with anything changed it doesn't.
    function checkOpening(List memory c, uint256 index, bytes32 leaf, bytes32[] memory siblings) external view {
        vm.assertTrue(this.verify(c.root, c.kind, c.length, index, leaf, siblings), "opening");
        vm.assertEq(siblings.length, TileProof.depth(c.length), "depth");
        vm.assertFalse(this.verify(~c.root, c.kind, c.length, index, leaf, siblings), "another root");
        vm.assertFalse(this.verify(c.root, c.kind + 1, c.length, index, leaf, siblings), "another kind");
        vm.assertFalse(
            this.verify(c.root, c.kind, c.length, index, leaf ^ bytes32(uint256(1)), siblings), "another leaf"
        );
        vm.assertFalse(this.verify(c.root, c.kind, c.length, index + 1, leaf, siblings), "another index");
        uint256 size = 1 << siblings.length;
        vm.assertFalse(this.verify(c.root, c.kind, c.length, index + size, leaf, siblings), "an index that wraps");
        for (uint256 i = 0; i < siblings.length; ++i) {
            siblings[i] ^= bytes32(uint256(1) << i % 256);
            vm.assertFalse(this.verify(c.root, c.kind, c.length, index, leaf, siblings), "another sibling");
            siblings[i] ^= bytes32(uint256(1) << i % 256);
        }
        bytes32[] memory more = new bytes32[](siblings.length + 1);
        vm.assertFalse(this.verify(c.root, c.kind, c.length, index, leaf, more), "more siblings");
        if (siblings.length > 0) {
            vm.assertFalse(this.verify(c.root, c.kind, c.length, index, leaf, new bytes32[](0)), "no siblings");
        }
    }

    function test_rounds() external view {
        List[] memory lists = read();
        for (uint256 i = 0; i < lists.length; ++i) {
            this.checkRounds(lists[i]);
        }
    }

    /// @dev Each round shows what the node before it hashes from, down to the last leaf.
    function checkRounds(List memory c) external view {
        bytes32 above = c.tree;
        uint256 level = TileProof.depth(c.length);
        uint256 levels = TileProof.firstLevels(c.length);
        for (uint256 i = 0; i < c.rounds.length; ++i) {
            Round memory r = c.rounds[i];
            vm.assertEq(r.level, level, "level");
            vm.assertEq(r.levels, levels, "levels");
            vm.assertEq(r.nodes.length, uint256(1) << levels, "nodes");
            vm.assertEq(this.fold(r.nodes), above, "fold");
            level -= levels;
            uint256 first = r.index << levels;
            vm.assertTrue(this.padded(r.nodes, first, level, c.length), "padding");
            for (uint256 j = 0; j < r.nodes.length; ++j) {
                r.nodes[j] ^= bytes32(uint256(1) << 100);
                vm.assertNotEq(this.fold(r.nodes), above, "every node counts");
                bool padding = first + j << level >= c.length;
                vm.assertEq(this.padded(r.nodes, first, level, c.length), !padding, "only padding is given");
                r.nodes[j] ^= bytes32(uint256(1) << 100);
            }
            above = r.nodes[((c.length - 1) >> level) - first];
            levels = 4;
        }
        vm.assertEq(level, 0, "the rounds end at the leaves");
        vm.assertEq(above, c.openings[c.openings.length - 1].leaf, "the last leaf");
    }

    function test_leaves() external view {
        List[] memory lists = read();
        for (uint256 i = 0; i < lists.length; ++i) {
            List memory c = lists[i];
            Opening memory last = c.openings[c.openings.length - 1];
            bytes32 kind = keccak256(bytes(c.list));
            if (kind == keccak256("vector") && c.seed <= 103) {
                vm.assertEq(this.leafOf(vector(c.seed)), last.leaf, "a tile of a vector");
            } else if (kind == keccak256("roots")) {
                bytes32 root = sha256(abi.encodePacked(reversed(uint64(c.seed)), reversed(uint64(last.index))));
                vm.assertEq(TileProof.entry(root), last.leaf, "an entry");
            }
        }
    }

    /// @dev The words of the vectors 100 … 103: of 1, 4, 255, 256 words.
    function vector(uint256 seed) private pure returns (bytes memory data) {
        data = new bytes(1024);
        uint256 n = [uint256(1), 4, 255, 256][seed - 100];
        for (uint256 i = 0; i < n; ++i) {
            uint256 word = (seed + i * 2654435761) & type(uint32).max;
            for (uint256 j = 0; j < 4; ++j) {
                data[4 * i + j] = bytes1(uint8(word >> 8 * j));
            }
        }
    }

    function reversed(uint64 x) private pure returns (bytes8 y) {
        for (uint256 i = 0; i < 8; ++i) {
            y |= bytes8(uint64(x >> 8 * i & 0xff) << 56 - 8 * uint64(i));
        }
    }

    function test_binding() external view {
        bytes memory descriptor = new bytes(1024);
        descriptor[1023] = 0x07;
        bytes32[] memory roots = new bytes32[](2);
        roots[0] = keccak256("first");
        roots[1] = keccak256("second");
        vm.assertEq(this.binding(descriptor, roots), sha256(abi.encodePacked(descriptor, roots)), "of roots");
        vm.assertEq(this.binding(descriptor, new bytes32[](0)), sha256(descriptor), "of none");
    }

    /// @dev Nothing is left behind in the free memory pointer by hashing in the scratch space.
    function test_memoryStaysUsable() external view {
        bytes memory before = abi.encode(1, 2, 3);
        bytes32 left = keccak256("left");
        bytes32 both = TileProof.node(left, keccak256("right"));
        bytes memory later = abi.encode(4, 5, 6);
        vm.assertEq(both, sha256(abi.encodePacked(left, keccak256("right"), hex"01")), "node");
        vm.assertEq(keccak256(before), keccak256(abi.encode(1, 2, 3)), "before");
        vm.assertEq(keccak256(later), keccak256(abi.encode(4, 5, 6)), "later");
        vm.assertEq(TileProof.padding(2), TileProof.node(TileProof.padding(1), TileProof.padding(1)), "padding");
        vm.assertEq(TileProof.padding(0), 0, "no padding");
    }

    function test_oddNumbersOfNodes() external view {
        vm.assertEq(this.fold(new bytes32[](0)), 0, "none");
        bytes32[] memory one = new bytes32[](1);
        one[0] = keccak256("one");
        vm.assertEq(this.fold(one), one[0], "one is its own");
        this.fold(new bytes32[](3)); // total
    }

    function test_depths() external pure {
        uint8[2][9] memory depths = [[0, 0], [1, 0], [2, 1], [3, 2], [4, 2], [5, 3], [16, 4], [17, 5], [255, 8]];
        for (uint256 i = 0; i < depths.length; ++i) {
            vm.assertEq(TileProof.depth(depths[i][0]), depths[i][1], "depth");
        }
        vm.assertEq(TileProof.depth(type(uint64).max), 64, "the longest list");
        vm.assertEq(TileProof.depth(1 << 21), 21, "the largest tensor");
        uint8[6] memory first = [0, 1, 2, 3, 4, 1];
        for (uint256 i = 0; i < first.length; ++i) {
            vm.assertEq(TileProof.firstLevels(uint256(1) << i), first[i], "first levels");
        }
    }
}
