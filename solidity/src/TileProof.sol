// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title The trees that commitments are made of
/// @notice H is sha256, or what the call has chosen (Hasher): Poseidon2, in runs whose steps can be proved. leaf = H(1024 bytes ‖ 00), entry = H(root ‖ 00), node = H(left ‖ right ‖ 01), list root = H(tree ‖ kind ‖ uint64 length ‖ 02), length
/// little-endian. Leaves are padded on the right with 32 zero bytes to a power of two. Twin: `fraudproof/merkle`; both read
/// testdata/vectors/merkle.json.
/// @dev Kind, length and index, and with them the depth, are the caller's; a prover supplies nodes and siblings only. Every function is
/// total. SAFETY: the scratch space is 64 bytes, so a node's tag lands on the first byte of the free memory pointer; that byte is 0
/// before and after.
library TileProof {
    uint256 internal constant LEAF_BYTES = 1024;

    /// @notice Levels between the leaves and the top of the tree of a list.
    function depth(uint256 length) internal pure returns (uint256 levels) {
        unchecked {
            for (uint256 n = length > 0 ? length - 1 : 0; n > 0; n >>= 1) {
                ++levels;
            }
        }
    }

    /// @notice How many levels the first opening of a list shows: depth mod 4, 4 if that is 0, 0 for a list of one leaf. Later ones show 4.
    function firstLevels(uint256 length) internal pure returns (uint256) {
        unchecked {
            uint256 levels = depth(length);
            return levels == 0 ? 0 : (levels - 1) % 4 + 1;
        }
    }

    /// @notice The leaf whose 1024 bytes stand at a place of the calldata.
    function leaf(uint256 pointer) internal view returns (bytes32 hash) {
        assembly ("memory-safe") {
            let free := mload(0x40)
            calldatacopy(free, pointer, 1024)
            mstore8(add(free, 1024), 0)
            if iszero(staticcall(gas(), add(tload(0), 2), free, 1025, 0x00, 0x20)) { revert(0, 0) }
            hash := mload(0x00)
        }
    }

    /// @notice The leaf of a root in a list of roots.
    function entry(bytes32 root) internal view returns (bytes32 hash) {
        assembly ("memory-safe") {
            mstore(0x00, root)
            mstore8(0x20, 0)
            if iszero(staticcall(gas(), add(tload(0), 2), 0x00, 33, 0x00, 0x20)) { revert(0, 0) }
            hash := mload(0x00)
        }
    }

    /// @notice The parent of two neighbours.
    function node(bytes32 left, bytes32 right) internal view returns (bytes32 hash) {
        assembly ("memory-safe") {
            mstore(0x00, left)
            mstore(0x20, right)
            mstore8(0x40, 1)
            if iszero(staticcall(gas(), add(tload(0), 2), 0x00, 65, 0x00, 0x20)) { revert(0, 0) }
            mstore8(0x40, 0)
            hash := mload(0x00)
        }
    }

    /// @notice The root of a list from the top of its tree. Length < 2⁶⁴ counts leaves before padding.
    function list(bytes32 tree, uint256 kind, uint256 length) internal view returns (bytes32 hash) {
        assembly ("memory-safe") {
            mstore(0x00, tree)
            mstore8(0x20, kind)
            for { let i := 0 } lt(i, 8) { i := add(i, 1) } { mstore8(add(0x21, i), shr(shl(3, i), length)) }
            mstore8(0x29, 2)
            if iszero(staticcall(gas(), add(tload(0), 2), 0x00, 42, 0x00, 0x20)) { revert(0, 0) }
            hash := mload(0x00)
        }
    }

    /// @notice The node above a leaf or node, as many levels up as there are siblings; `index` is its place in its own level.
    function climb(bytes32 from, uint256 index, bytes32[] calldata siblings) internal view returns (bytes32) {
        uint256 pointer;
        assembly ("memory-safe") {
            pointer := siblings.offset
        }
        return climbAt(from, index, pointer, siblings.length);
    }

    /// @notice The same, of siblings that stand one behind the other at a place of the calldata.
    function climbAt(bytes32 from, uint256 index, uint256 pointer, uint256 levels) internal view returns (bytes32 top) {
        assembly ("memory-safe") {
            top := from
            let by := add(tload(0), 2)
            mstore8(0x40, 1)
            for { let end := add(pointer, shl(5, levels)) } lt(pointer, end) { pointer := add(pointer, 0x20) } {
                let side := shl(5, and(index, 1))
                mstore(side, top)
                mstore(xor(side, 0x20), calldataload(pointer))
                if iszero(staticcall(gas(), by, 0x00, 65, 0x00, 0x20)) { revert(0, 0) }
                top := mload(0x00)
                index := shr(1, index)
            }
            mstore8(0x40, 0)
        }
    }

    /// @notice Whether the leaf stands at `index` of the list with that root: never for an index beyond it or a wrong number of siblings.
    function verify(
        bytes32 root,
        uint256 kind,
        uint256 length,
        uint256 index,
        bytes32 leaf_,
        bytes32[] calldata siblings
    ) internal view returns (bool) {
        return index < length && siblings.length == depth(length)
            && list(climb(leaf_, index, siblings), kind, length) == root;
    }

    /// @notice The node above 2, 4, 8 … neighbours that an opening shows; one node is its own.
    /// @dev Bounds: a power of two; of other numbers, and of none, it is no node of anything.
    function fold(bytes32[] calldata nodes) internal view returns (bytes32 top) {
        assembly ("memory-safe") {
            let free := mload(0x40)
            let by := add(tload(0), 2)
            let count := nodes.length
            calldatacopy(free, nodes.offset, shl(5, count))
            mstore8(0x40, 1)
            for {} gt(count, 1) {} {
                count := shr(1, count)
                for { let i := 0 } lt(i, count) { i := add(i, 1) } {
                    mcopy(0x00, add(free, shl(6, i)), 0x40)
                    if iszero(staticcall(gas(), by, 0x00, 65, add(free, shl(5, i)), 0x20)) { revert(0, 0) }
                }
            }
            mstore8(0x40, 0)
            if count { top := mload(free) }
        }
    }

    /// @notice Whether the shown nodes that cover padding leaves only are what they must be; so two lists never differ beyond their length.
    /// @param first Index of nodes[0] in its level.
    /// @param level Levels between the nodes and the leaves.
    function padded(bytes32[] calldata nodes, uint256 first, uint256 level, uint256 length)
        internal
        view
        returns (bool)
    {
        unchecked {
            uint256 real = (length + (uint256(1) << level) - 1) >> level;
            uint256 from = real > first ? real - first : 0;
            if (from >= nodes.length) return true;
            bytes32 pad = padding(level);
            for (uint256 i = from; i < nodes.length; ++i) {
                if (nodes[i] != pad) return false;
            }
            return true;
        }
    }

    /// @notice The node that many levels above padding leaves only.
    function padding(uint256 level) internal view returns (bytes32 hash) {
        unchecked {
            for (uint256 i = 0; i < level; ++i) {
                hash = node(hash, hash);
            }
        }
    }

    /// @notice What a match stores of an operator that it has bound: sha256(descriptor ‖ roots).
    function binding(bytes calldata descriptor, bytes32[] calldata roots) internal view returns (bytes32 hash) {
        assembly ("memory-safe") {
            let free := mload(0x40)
            calldatacopy(free, descriptor.offset, descriptor.length)
            let size := shl(5, roots.length)
            calldatacopy(add(free, descriptor.length), roots.offset, size)
            if iszero(staticcall(gas(), 2, free, add(descriptor.length, size), 0x00, 0x20)) { revert(0, 0) }
            hash := mload(0x00)
        }
    }
}
