// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @notice Trees of sha256 built the plain way, to hold against `TileProof`, and answers to demands.
library Openings {
    uint256 internal constant TENSOR = 1;
    uint256 internal constant STATE = 2;
    uint256 internal constant DATASET = 6;

    function padded(bytes memory content) internal pure returns (bytes memory tile) {
        tile = new bytes(1024);
        for (uint256 i = 0; i < content.length; ++i) {
            tile[i] = content[i];
        }
    }

    function leaf(bytes memory tile) internal pure returns (bytes32) {
        return sha256(bytes.concat(tile, hex"00"));
    }

    function entry(bytes32 root) internal pure returns (bytes32) {
        return sha256(abi.encodePacked(root, hex"00"));
    }

    function list(bytes32 tree, uint256 kind, uint64 length) internal pure returns (bytes32) {
        bytes memory little = new bytes(8);
        for (uint256 i = 0; i < 8; ++i) {
            little[i] = bytes1(uint8(length >> (8 * i)));
        }
        return sha256(abi.encodePacked(tree, uint8(kind), little, hex"02"));
    }

    /// @return levels All levels of the tree, leaves first, each padded to a power of two.
    function build(bytes32[] memory leaves) internal pure returns (bytes32[][] memory levels) {
        uint256 size = 1;
        uint256 depth;
        for (; size < leaves.length; size *= 2) {
            ++depth;
        }
        levels = new bytes32[][](depth + 1);
        levels[0] = new bytes32[](size);
        for (uint256 i = 0; i < leaves.length; ++i) {
            levels[0][i] = leaves[i];
        }
        for (uint256 l = 1; l <= depth; ++l) {
            levels[l] = new bytes32[](size >> l);
            for (uint256 i = 0; i < size >> l; ++i) {
                levels[l][i] = sha256(abi.encodePacked(levels[l - 1][2 * i], levels[l - 1][2 * i + 1], hex"01"));
            }
        }
    }

    function top(bytes32[][] memory levels) internal pure returns (bytes32) {
        return levels[levels.length - 1][0];
    }

    function siblings(bytes32[][] memory levels, uint256 index) internal pure returns (bytes memory path) {
        for (uint256 l = 0; l + 1 < levels.length; ++l) {
            path = abi.encodePacked(path, levels[l][(index >> l) ^ 1]);
        }
    }

    // A state of one tensor of one tile: where the draw falls doesn't matter.

    function stateRoot(bytes memory tile) internal pure returns (bytes32) {
        return list(entry(list(leaf(tile), TENSOR, 1)), STATE, 1);
    }

    function tiles(bytes memory tile) internal pure returns (bytes memory opening) {
        bytes32 tensor = list(leaf(tile), TENSOR, 1);
        bytes memory one = abi.encodePacked(tensor, leaf(tile), uint64(1), tile);
        return abi.encodePacked(entry(tensor), uint64(1), one, one, one, one);
    }

    // A dataset of one leaf.

    function datasetRoot(bytes memory content) internal pure returns (bytes32) {
        return list(leaf(padded(content)), DATASET, 1);
    }

    function datasetLeaf(bytes memory content, uint64 index) internal pure returns (bytes memory) {
        bytes memory tile = padded(content);
        bytes memory head = abi.encodePacked(leaf(tile), uint64(1));
        return index == 0 ? abi.encodePacked(head, tile) : head;
    }
}
