// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title Groth16 over BN254 with one Pedersen commitment, by a key from the calldata
/// @notice Formats of key and proof: IStepProofs. Verifies what gnark proves for a Solidity verifier (`circuits`); the key isn't built in, so that no
/// code is deployed per run.
/// @dev With c = keccak256(commitment ‖ the public inputs that the mask names) mod r and L = K₀ + Σ xᵢKᵢ + c·K₈ + commitment, a proof holds if
/// e(commitment, −σG)·e(knowledge, G) = 1 and e(A, B)·e(C, −δ)·e(α, −β)·e(L, −γ) = 1. The precompiles refuse points off their curves,
/// coordinates that aren't reduced and points of G2 outside the subgroup.
library Groth16 {
    /// Order of the scalar field.
    uint256 internal constant R = 0x30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f0000001;
    uint256 internal constant INPUTS = 7;
    uint256 internal constant KEY_BYTES = 0x20 * (23 + 2 * (INPUTS + 2));
    uint256 internal constant PROOF_BYTES = 0x20 * 12;

    /// @notice Whether the proof holds. False for a key or proof of another length.
    /// @dev Bounds: the caller has checked that the inputs are below R (else x and x + R would be one statement), and who chose the key.
    function verify(bytes calldata key, uint256[INPUTS] memory inputs, bytes calldata proof)
        internal
        view
        returns (bool ok)
    {
        if (key.length != KEY_BYTES || proof.length != PROOF_BYTES) return false;
        uint256 hash = _commitmentHash(key, inputs, proof);
        assembly ("memory-safe") {
            // The free memory: [0x00] L, [0x40] a term, [0x80] its scalar; then 24 words of pairs.
            let f := mload(0x40)
            let k := key.offset
            let p := proof.offset
            // L begins as K of the constant plus the commitment.
            calldatacopy(f, add(k, 0x2e0), 0x40)
            calldatacopy(add(f, 0x40), add(p, 0x100), 0x40)
            ok := staticcall(gas(), 6, f, 0x80, f, 0x40)
            for { let i := 0 } lt(i, 8) { i := add(i, 1) } {
                calldatacopy(add(f, 0x40), add(k, add(0x320, shl(6, i))), 0x40)
                let scalar := hash
                if lt(i, 7) { scalar := mload(add(inputs, shl(5, i))) }
                mstore(add(f, 0x80), scalar)
                ok := and(ok, staticcall(gas(), 7, add(f, 0x40), 0x60, add(f, 0x40), 0x40))
                ok := and(ok, staticcall(gas(), 6, f, 0x80, f, 0x40))
            }
            let pairs := add(f, 0x40)
            // The commitment and the proof that its opening is known.
            calldatacopy(pairs, add(p, 0x100), 0x40)
            calldatacopy(add(pairs, 0x40), add(k, 0x240), 0x80)
            calldatacopy(add(pairs, 0xc0), add(p, 0x140), 0x40)
            calldatacopy(add(pairs, 0x100), add(k, 0x1c0), 0x80)
            ok := and(ok, staticcall(gas(), 8, pairs, 0x180, 0x00, 0x20))
            ok := and(ok, eq(mload(0x00), 1))
            // A and B, C and −δ, α and −β, L and −γ.
            mcopy(add(pairs, 0x240), f, 0x40)
            calldatacopy(pairs, p, 0x100)
            calldatacopy(add(pairs, 0x100), add(k, 0x140), 0x80)
            calldatacopy(add(pairs, 0x180), k, 0xc0)
            calldatacopy(add(pairs, 0x280), add(k, 0xc0), 0x80)
            ok := and(ok, staticcall(gas(), 8, pairs, 0x300, 0x00, 0x20))
            ok := and(ok, eq(mload(0x00), 1))
        }
    }

    /// @dev What stands for the commitment among the public inputs: what a prover can't choose before it has committed.
    function _commitmentHash(bytes calldata key, uint256[INPUTS] memory inputs, bytes calldata proof)
        private
        pure
        returns (uint256 hash)
    {
        assembly ("memory-safe") {
            let f := mload(0x40)
            calldatacopy(f, add(proof.offset, 0x100), 0x40)
            let end := add(f, 0x40)
            let mask := calldataload(add(key.offset, 0x2c0))
            for { let i := 0 } lt(i, 7) { i := add(i, 1) } {
                if and(shr(i, mask), 1) {
                    mstore(end, mload(add(inputs, shl(5, i))))
                    end := add(end, 0x20)
                }
            }
            hash := mod(keccak256(f, sub(end, f)), R)
        }
    }
}
