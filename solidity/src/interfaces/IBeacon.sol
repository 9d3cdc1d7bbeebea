// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title Chance
/// @notice What juries and auditors are drawn by. Any source of public chance fits: the hash of a later block, a VRF, drand.
interface IBeacon {
    /// @notice Chance about which nobody could know anything when block `number` was made; 0 until it is known, which is at most minutes later.
    /// Whoever needs the same answer for ever stores it: a source that forgets may answer anew, by formula, after a thousand blocks and more.
    function seedAt(uint256 number) external view returns (bytes32 seed);
}
