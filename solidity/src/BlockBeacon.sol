// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Beacon} from "./Beacon.sol";
import {IBeacon} from "./interfaces/IBeacon.sol";

/// @title Chance from block hashes
/// @notice Answers with the hash of the tenth block after the one asked about, so that whoever makes that block has had no say in what happened
/// before it.
contract BlockBeacon is IBeacon {
    uint256 private constant LATER = 10;

    /// @inheritdoc IBeacon
    function seedAt(uint256 number) external view returns (bytes32) {
        return Beacon.hashOf(number + LATER);
    }
}
