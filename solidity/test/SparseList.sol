// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {TileProof} from "../src/TileProof.sol";

/// @notice A list of any length whose leaves are all the same but for a few: its nodes are computed when they are asked for.
struct Sparse {
    uint256 length;
    bytes32 common;
    uint256[] places;
    bytes32[] leaves;
}

library SparseList {
    function make(uint256 length, bytes32 common) internal pure returns (Sparse memory) {
        return Sparse(length, common, new uint256[](0), new bytes32[](0));
    }

    /// @dev Puts a leaf in its place.
    function put(Sparse memory self, uint256 place, bytes32 leaf) internal pure {
        for (uint256 i = 0; i < self.places.length; ++i) {
            if (self.places[i] == place) {
                self.leaves[i] = leaf;
                return;
            }
        }
        uint256 n = self.places.length;
        uint256[] memory places = new uint256[](n + 1);
        bytes32[] memory leaves = new bytes32[](n + 1);
        for (uint256 i = 0; i < n; ++i) {
            (places[i], leaves[i]) = (self.places[i], self.leaves[i]);
        }
        (places[n], leaves[n]) = (place, leaf);
        (self.places, self.leaves) = (places, leaves);
    }

    function copy(Sparse memory self) internal pure returns (Sparse memory) {
        return abi.decode(abi.encode(self), (Sparse));
    }

    function depth(Sparse memory self) internal pure returns (uint256) {
        return TileProof.depth(self.length);
    }

    function top(Sparse memory self) internal view returns (bytes32) {
        return node(self, depth(self), 0);
    }

    function root(Sparse memory self, uint256 kind) internal view returns (bytes32) {
        return TileProof.list(top(self), kind, self.length);
    }

    function node(Sparse memory self, uint256 level, uint256 index) internal view returns (bytes32) {
        uint256 from = index << level;
        uint256 to = (index + 1) << level;
        if (from >= self.length) return TileProof.padding(level);
        bool plain = to <= self.length;
        for (uint256 i = 0; i < self.places.length; ++i) {
            if (self.places[i] >= from && self.places[i] < to) {
                if (level == 0) return self.leaves[i];
                plain = false;
            }
        }
        if (!plain) return TileProof.node(node(self, level - 1, 2 * index), node(self, level - 1, 2 * index + 1));
        bytes32 hash = self.common;
        for (uint256 i = 0; i < level; ++i) {
            hash = TileProof.node(hash, hash);
        }
        return hash;
    }

    function nodes(Sparse memory self, uint256 level, uint256 first, uint256 n)
        internal
        view
        returns (bytes32[] memory list)
    {
        list = new bytes32[](n);
        for (uint256 i = 0; i < n; ++i) {
            list[i] = node(self, level, first + i);
        }
    }

    /// @dev Siblings from the leaf upwards, so many levels.
    function path(Sparse memory self, uint256 leaf, uint256 levels) internal view returns (bytes32[] memory list) {
        list = new bytes32[](levels);
        for (uint256 level = 0; level < levels; ++level) {
            list[level] = node(self, level, (leaf >> level) ^ 1);
        }
    }
}
