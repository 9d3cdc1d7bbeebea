// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @notice How far the steps of a commitment are proved.
/// @param steps How many, from its pre root on.
/// @param root State root after them; 0 if there are none.
struct Reached {
    uint32 steps;
    bytes32 root;
}

/// @notice An element of a matrix product that a proof is about.
/// @param descriptor Of the operator that the match has bound.
/// @param roots Of its operands, as bound.
/// @param theirs The challenger's tile, in a match that has come to it; empty in one that has gone beyond.
/// @param word Of the tile.
/// @param value What is true.
struct Element {
    bytes descriptor;
    bytes32[2] roots;
    bytes theirs;
    uint8 word;
    uint32 value;
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
///
/// **Elements.** In a match over Poseidon2 trees that has come to an element of a matrix product, a committer may prove what the element is instead of
/// playing on to a leaf: up to four openings are spared. The challenger's word is another, so its claim is wrong, and its challenge is dismissed, never
/// defeated. There is no such proof against a committer. One key serves every product of every run (`circuits/leaf`); it is the deployment's, or there
/// is none. Its **public inputs**: the domain, which is keccak256(abi.encode(chain id, matches, challenge)) mod r; both operands' roots; both places (line,
/// 4 bits; 1 bit for a column; then 32 bits each from bit 8, 40 and 72: first tile, distance to the next, tiles in all); terms; value. No transcript
/// goes with the key, so it is for local chains.
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
    /// @notice The match isn't where a committer can prove an element, in time; or it is of an operator that is no product, or an element without terms.
    error NotProvableElement(uint64 challenge);
    /// @notice Descriptor, roots, tile or word aren't the match's, or the value isn't the committer's.
    error WrongElement();
    /// @notice Only the committer, or the key that it named.
    error NotCommitter();
    /// @notice Elsewhere than on a local chain there is no key of elements.
    error DevelopmentKey();

    /// @notice Proves the next `steps` steps of a commitment, by anyone.
    /// @param steps As many as the key's circuit is about.
    /// @param root State root after them; of the last ones, the commitment's post root.
    /// @param key The run's verifying key.
    function prove(bytes32 commitment, uint32 steps, bytes32 root, bytes calldata key, bytes calldata proof) external;

    /// @notice Proves an element that the match of a challenge has come to, and dismisses the challenge. The committer only, or its named key.
    /// @param key The deployment's.
    function proveElement(uint64 challenge, Element calldata element, bytes calldata key, bytes calldata proof) external;

    /// @notice The hash of the key for elements; 0 if there is none.
    function elementKey() external view returns (bytes32);

    /// @notice The first public input of every proof of an element in that challenge's match.
    function elementDomainOf(uint64 challenge) external view returns (uint256);

    /// @notice How far the commitment's steps are proved.
    function reached(bytes32 commitment) external view returns (Reached memory);

    /// @notice The first public input of every proof of a run.
    function domainOf(uint64 run) external view returns (uint256);
}
