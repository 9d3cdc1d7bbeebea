// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ProvenElement} from "../src/ProvenElement.sol";
import {Game} from "../src/interfaces/IMatches.sol";
import {Element} from "../src/interfaces/IStepProofs.sol";

/// @notice Asked by Go inside the EVM, beside its twin, and by ProvenElementTest.
contract ProvenPlaces {
    function places(bytes calldata descriptor, uint256 geometry, uint256 tile, uint256 word)
        external
        pure
        returns (uint256 first, uint256 second)
    {
        return ProvenElement.places(descriptor, geometry, tile, word);
    }

    function inputs(uint64 id, Game calldata g, uint64 deadline, Element calldata element)
        external
        view
        returns (uint256[7] memory)
    {
        return ProvenElement.inputs(id, g, deadline, element);
    }
}
