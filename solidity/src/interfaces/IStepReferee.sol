// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @notice What `decide` found. Decided: `value` is the truth. Invalid: the descriptor is outside the set, or a shape or reference of it is
/// out of range; nobody can be right about it.
enum Verdict {
    None,
    Decided,
    Invalid
}

/// @notice Where the root of an operand stands.
/// @param source A `SOURCE_` of OpCodes: output of an operator of this step, tensor of the state before it, constant of the run; 0 is none.
/// @param index Operator from 0, tensor in state order from 0, or a `CONSTANT_` of OpCodes.
struct Reference {
    uint8 source;
    uint32 index;
}

/// @notice The step that two sides disagree about. All of it is known to the caller; nothing comes from a prover.
/// @param binding `TileProof.binding(descriptor, roots)`: which operator on which operands. For `concat` and `state`
/// (`Geometry.isLate`), of no roots: theirs comes with the leaf, from where `part` says.
/// @param tile Index of the leaf in the operator's output list.
/// @param word Index of the word in its tile, row-major; 0 for `state`.
/// @param chunk Of a reduction: which 512 terms; else 0.
/// @param block_ Of a reduction: which 16 terms of the chunk; else 0.
/// @param before Of a reduction, if block_ > 0: the agreed partial after block_ − 1. Chain: the word. Lanes: sha256 of the 16 words, 64
/// bytes. Else 0.
struct MicroStep {
    bytes32 binding;
    uint64 tile;
    uint32 word;
    uint32 chunk;
    uint32 block_;
    bytes32 before;
}

/// @title The referee of the last step
/// @notice Recomputes one micro-step of any operator from openings against agreed roots. It is stateless and total: whatever it is given, it
/// returns a verdict or reverts with one of the errors below. Twin: `fraudproof/referee`, same cases, same names.
///
/// **Bytes.** Words travel as they lie in a tile: 4 bytes, little-endian, also in posted folds and blocks and in lanes (16 words, lane 0
/// first, 64 bytes). A single word in a bytes32 or uint256 is its number.
///
/// **What is compared.** `value` is the claim of whoever told the truth:
/// - no reduction, padding, an element without terms, or a reduction of at most 16 terms: the word of the output;
/// - other reductions: the partial after the block; chain: the word; lanes: sha256 of its 64 bytes;
/// - `state`: the leaf of the list, H(tensor root ‖ 00).
///
/// **Evidence.** One opening per bound operand, in the descriptor's order: the tile, 1024 bytes, then its siblings from the leaf upwards,
/// 32 bytes each, as many as the operand's shape says. Lanes with block_ > 0: the 64 bytes of `before` stand first. `state`, padding and
/// elements without terms: empty. A tile whose place depends on data (gather, pick, load_batch) is the one that the opened index or clock
/// names. Siblings: binary.
interface IStepReferee {
    /// @notice The descriptor and roots aren't what was bound.
    error WrongBinding();
    /// @notice Descriptor, roots or evidence haven't their length.
    error WrongLength();
    /// @notice A tile doesn't stand where the step reads it.
    error WrongOpening();
    /// @notice The lanes aren't those that were agreed, or `before` is no word, or there is none before block 0.
    error WrongPredecessor();
    /// @notice The operator's output has no such tile, word, chunk or block.
    error NoSuchStep();

    /// @notice What a match needs when it binds operator number `operator` of the step.
    /// @return geometry Of the output and its reductions, see `Geometry`; 0 if the verdict is Invalid.
    /// @return references Where the roots to bind stand, in order: one per operand; none for `concat` and `state`, or if Invalid. A trace
    /// index is below `operator`. An index beyond the state's list makes the verdict Invalid too; that is the caller's to see.
    function describe(bytes calldata descriptor, uint256 operator)
        external
        pure
        returns (uint256 geometry, Reference[] memory references);

    /// @notice Where the one root stands that a step of `concat` or `state` reads; source 0 if none (padding, or Invalid).
    function part(bytes calldata descriptor, uint256 tile, uint256 word) external pure returns (Reference memory);

    /// @notice Decides a micro-step. Leaves nothing behind: it writes to transient storage only.
    /// @param by Who hashes the run's trees, see `Hasher`.
    /// @param roots As bound. For `concat` and `state`: the root that `part` names, which the caller has checked; empty if there is none.
    /// @return verdict Decided or Invalid.
    /// @return value What is true; 0 if Invalid.
    function decide(
        address by,
        MicroStep calldata step,
        bytes calldata descriptor,
        bytes32[] calldata roots,
        bytes calldata evidence
    ) external returns (Verdict verdict, bytes32 value);
}
