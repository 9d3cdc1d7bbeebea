// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title The order in which a run goes through its samples
/// @notice Twin of order.go in `train/numeric`: 48 rounds of swap-or-not, about 40,000 gas.
library SampleOrder {
    uint256 private constant ROUNDS = 48;

    /// @notice The sample at a position of the run: epoch p / n goes through all n samples once, in an order of its own.
    /// @dev Bounds: 1 ≤ n ≤ 2⁶³, seed and position < 2⁶⁴. Integers are hashed as 8 bytes little-endian, tags as raw ASCII. SAFETY: both
    /// messages are shorter than 64 bytes, so they fit the scratch space.
    function index(uint256 seed, uint256 position, uint256 n) internal view returns (uint256 r) {
        unchecked {
            r = position % n;
            uint256 both = _reverse(seed) << 64 | _reverse(position / n);
            for (uint256 round = 0; round < ROUNDS; ++round) {
                uint256 partner = (_reverse(_permutation(both, round) >> 192) % n + n - r) % n;
                uint256 c = r > partner ? r : partner;
                if (_bits(both, round, _reverse(c >> 8)) >> 248 - (c & 0xf8) + (c & 7) & 1 == 1) r = partner;
            }
        }
    }

    /// @dev H("cw-perm" ‖ seed ‖ epoch ‖ round).
    function _permutation(uint256 both, uint256 round) private view returns (uint256 hash) {
        assembly ("memory-safe") {
            mstore(0x00, or(or(shl(200, 0x63772d7065726d), shl(72, both)), shl(64, round)))
            if iszero(staticcall(gas(), 2, 0x00, 31, 0x00, 0x20)) { revert(0, 0) }
            hash := mload(0x00)
        }
    }

    /// @dev H("cw-bit" ‖ seed ‖ epoch ‖ round ‖ word), word in its order of bytes.
    function _bits(uint256 both, uint256 round, uint256 word) private view returns (uint256 hash) {
        assembly ("memory-safe") {
            mstore(0x00, or(or(shl(208, 0x63772d626974), shl(80, both)), shl(72, round)))
            mstore(0x1e, shl(192, word))
            if iszero(staticcall(gas(), 2, 0x00, 38, 0x00, 0x20)) { revert(0, 0) }
            hash := mload(0x00)
        }
    }

    /// @dev The eight bytes of a number, reversed.
    function _reverse(uint256 x) private pure returns (uint256) {
        x = (x >> 8 & 0x00ff00ff00ff00ff) | (x & 0x00ff00ff00ff00ff) << 8;
        x = (x >> 16 & 0x0000ffff0000ffff) | (x & 0x0000ffff0000ffff) << 16;
        return (x >> 32 | x << 32) & type(uint64).max;
    }
}
