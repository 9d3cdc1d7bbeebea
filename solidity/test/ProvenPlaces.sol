// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ProvenElement} from "../src/ProvenElement.sol";

/// @notice Asked by Go inside the EVM, beside its twin.
contract ProvenPlaces {
    function places(bytes calldata descriptor, uint256 geometry, uint256 tile, uint256 word)
        external
        pure
        returns (uint256 first, uint256 second)
    {
        return ProvenElement.places(descriptor, geometry, tile, word);
    }
}
