// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @notice What is asked for. Tiles: four tiles of the commitment's post state, chosen by a later block. Leaf: one leaf of the run's dataset.
enum DemandKind {
    None,
    Tiles,
    Leaf
}

/// @notice The demand that is or was last open on a commitment.
/// @param kind None if there never was one, or the last one is over.
/// @param count Demands made on this commitment so far; the next one costs the base fee · 2^count.
/// @param by Who asked and paid.
/// @param madeAt Block number. Tiles are chosen by the hash of the next block.
/// @param deadline Last moment of `answer`.
/// @param index Leaf of the dataset, if that is what was asked for.
/// @param fee Unit: wei.
struct Demand {
    DemandKind kind;
    uint8 count;
    address by;
    uint64 madeAt;
    uint64 deadline;
    uint64 index;
    uint128 fee;
}

/// @title Demands for bytes
/// @notice Availability is never voted on: who lacks bytes demands them, and pays in advance what showing them on chain costs; anyone may
/// show them and takes the fee. One open demand per commitment, inside its challenge period; each later one costs twice as much. An open
/// demand holds finality back. Unanswered, the commitment is Rejected at the idle penalty and the fee returns.
///
/// **The draw.** s = hash of block madeAt + 1; if that can no longer be read (8191 blocks), of the first readable of the blocks
/// madeAt + 1 + 4096·i (128 without EIP-2935). r = keccak256(abi.encode(s, j)) for tile j = 0…3: tensor t = r mod tensors of the state, tile =
/// uint(keccak256(abi.encode(s, j, t))) mod tiles of the tensor. Both lengths are bound by the list roots.
///
/// **The answer**, tight, nothing before, between or after. Tiles: tree of the state's list 32 bytes, tensors 8 bytes big-endian; then for each
/// of the four: tensor root 32 bytes, its siblings in the state's list, 32 bytes each from the leaf upwards; tree of the tensor's list 32 bytes,
/// tiles 8 bytes, the tile 1024 bytes, its siblings. Leaf: tree of the dataset's list 32 bytes, leaves 8 bytes; if the index is below that, the
/// leaf 1024 bytes and its siblings, else nothing.
interface IDemands {
    /// @notice Bytes of a commitment were demanded.
    event Demanded(
        bytes32 indexed commitment,
        uint64 indexed run,
        address indexed by,
        DemandKind kind,
        uint64 index,
        uint64 deadline,
        uint256 fee
    );
    /// @notice They were shown, in this transaction's calldata, and `by` was credited the fee.
    event Answered(bytes32 indexed commitment, address indexed by, uint256 fee);
    /// @notice The demand is over without an answer and its fee returned. `rejected`: because nobody answered in time; else the commitment was
    /// decided otherwise first.
    event DemandEnded(bytes32 indexed commitment, address indexed by, uint256 fee, bool rejected);

    /// @notice The commitment isn't on the head's branch, or its challenge period is over.
    error NotLive(bytes32 commitment);
    /// @notice A demand is open.
    error DemandOpen(bytes32 commitment);
    /// @notice There is no open demand.
    error NoDemand(bytes32 commitment);
    /// @notice The coin sent isn't the fee.
    error WrongFee(uint256 sent, uint256 fee);
    /// @notice The block that chooses hasn't come, or the deadline hasn't passed.
    error NotYet();
    /// @notice The deadline has passed.
    error TooLate(uint64 deadline);
    /// @notice The answer hasn't the length that its lists give it.
    error WrongLength();
    /// @notice The answer doesn't open to the root.
    error WrongOpening();

    /// @notice Demands four tiles of the post state of a live commitment. Send `feeOf(commitment)` along.
    function demandTiles(bytes32 commitment) external payable;

    /// @notice Demands a leaf of the dataset from those who stand behind a live commitment. Send `feeOf(commitment)` along.
    function demandLeaf(bytes32 commitment, uint64 index) external payable;

    /// @notice Answers the open demand, by anyone; credits the caller the fee. Tiles: not before block madeAt + 2.
    function answer(bytes32 commitment, bytes calldata opening) external;

    /// @notice Ends a demand: after its deadline, with the commitment Rejected at the idle penalty; or at any time on a commitment that is no
    /// longer Pending. The fee returns. By anyone.
    function expire(bytes32 commitment) external;

    /// @notice The demand that is or was last open.
    function demand(bytes32 commitment) external view returns (Demand memory);

    /// @notice Whether a demand is open.
    function isOpen(bytes32 commitment) external view returns (bool);

    /// @notice What the next demand costs: what answering costs at the gas price cap, doubled for each demand before. Unit: wei.
    function feeOf(bytes32 commitment) external view returns (uint256);

    /// @notice The s of the open demand for tiles; 0 if its block hasn't come.
    function seedOf(bytes32 commitment) external view returns (bytes32);

    /// @notice The Vault key of the fee of a demand (ledger owner: this contract).
    function demandKey(bytes32 commitment) external pure returns (bytes32);
}
