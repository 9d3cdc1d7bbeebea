// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {HashKind} from "./interfaces/IRunRegistry.sol";

/// @title Who hashes the trees of the run that a call is about
/// @notice The sha256 precompile, unless the call has chosen a contract with its manners (Poseidon2). The choice is kept in transient storage, for
/// TileProof, so that it needn't be handed from function to function.
// SAFETY: a transaction may come to several runs, so whatever hashes for a run chooses first, sha256 too.
library Hasher {
    /// What isn't chosen.
    address internal constant SHA256 = address(2);

    /// @notice The hasher of runs with that hash.
    function choose(HashKind kind, address poseidon2) internal returns (address by) {
        by = kind == HashKind.Poseidon2 ? poseidon2 : SHA256;
        set(by);
    }

    function set(address by) internal {
        assembly ("memory-safe") {
            tstore(0, sub(by, 2))
        }
    }
}
