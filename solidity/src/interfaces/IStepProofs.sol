// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @notice How far the steps of a commitment are proved.
/// @param steps How many, from its pre root on.
/// @param root State root after them; 0 if there are none.
struct Reached {
    uint32 steps;
    bytes32 root;
}

/// @title Proofs of steps
/// @notice Whoever likes proves steps of a Pending commitment, one or more at a time, from where the last proof ended: pre root, then the roots between,
/// then the post root. Only reaching the post root counts: then the commitment is proven (`ITraining.isProven`), its own challenge period is over
/// and its challenges can be dismissed (`IDisputes.dismiss`). A proof never convicts anybody, moves no coin, and says nothing of the parent: above
/// one that isn't final a proven window waits, and is voided with it.
///
/// A proof is Groth16 over BN254 with one commitment, by the key whose hash the run was created with. **Public inputs**, in this order: the domain,
/// which is keccak256(abi.encode(chain id, registry, run)) mod r; program root; dataset root; first step; steps; root before; root after. All come
/// from storage, but `steps` and the roots between, which the chain of proofs binds: each begins where the one before ended.
///
/// **Key**, 32-byte words, G1 as x, y; G2 as x₁, x₀, y₁, y₀ (the order of the pairing precompile): α; −β; −γ; −δ; the commitment's G and −σG; a mask of the
/// public inputs that are hashed beside the commitment (bit i: input i); K of the constant, of the seven inputs and of the commitment's hash.
///
/// **Proof**: A, B, C, the commitment, its proof of knowledge: 384 bytes.
interface IStepProofs {
    /// @notice `prover` proved `steps` steps from step number `first` on, which lead to `root`.
    event StepProved(
        uint64 indexed run, bytes32 indexed commitment, address indexed prover, uint64 first, uint32 steps, bytes32 root
    );
    /// @notice All steps of the commitment are proved.
    event WindowProved(uint64 indexed run, bytes32 indexed commitment, uint64 window);

    /// @notice Only a Pending commitment of a run with a key can be proved, and once.
    error NotProvable(bytes32 commitment);
    /// @notice The key isn't the run's.
    error WrongKey(bytes32 keyHash);
    /// @notice That many steps aren't left, or it is none.
    error WrongSteps(uint32 left);
    /// @notice The last step leads to the commitment's post root.
    error WrongRoot(bytes32 postRoot);
    /// @notice A root isn't an element of the scalar field, so no circuit is about it.
    error NotInField(bytes32 root);
    /// @notice The proof doesn't hold. Nothing was stored.
    error InvalidProof();

    /// @notice Proves the next `steps` steps of a commitment, by anyone.
    /// @param steps As many as the key's circuit is about.
    /// @param root State root after them; of the last ones, the commitment's post root.
    /// @param key The run's verifying key.
    function prove(bytes32 commitment, uint32 steps, bytes32 root, bytes calldata key, bytes calldata proof) external;

    /// @notice How far the commitment's steps are proved.
    function reached(bytes32 commitment) external view returns (Reached memory);

    /// @notice The first public input of every proof of a run.
    function domainOf(uint64 run) external view returns (uint256);
}
