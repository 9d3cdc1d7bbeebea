// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {Beacon} from "./Beacon.sol";
import {Core, NATIVE, requireAddress} from "./Core.sol";
import {Hasher} from "./Hasher.sol";
import {Hashes} from "./Hashes.sol";
import {TileProof} from "./TileProof.sol";
import {Demand, DemandKind, IDemands} from "./interfaces/IDemands.sol";
import {HashKind, IRunRegistry} from "./interfaces/IRunRegistry.sol";
import {Commitment, ITraining, Mark, Status} from "./interfaces/ITraining.sol";
import {IVault} from "./interfaces/IVault.sol";

/// @title Demands
/// @notice The rules, and all prose, are on IDemands.
contract Demands is IDemands {
    using SafeCast for uint256;

    /// What an answer costs at most, calldata floor included: four tiles of a tensor of 2^21 tiles in a state of 2^12 tensors.
    uint256 private constant ANSWER_GAS = 500_000;
    /// The same of a run hashed by Poseidon2, which has at most 2^14 parameters: four tiles, each a few levels below the state.
    uint256 private constant POSEIDON2_ANSWER_GAS = 3_000_000;
    uint256 private constant TILES = 4;
    /// Past it, a demand costs more than there is.
    uint8 private constant MAX_DEMANDS = 32;

    uint256 private constant TENSOR_KIND = 1;
    uint256 private constant STATE_KIND = 2;
    uint256 private constant DATASET_KIND = 6;

    IVault private immutable vault;
    IRunRegistry private immutable registry;
    ITraining private immutable training;
    address private immutable poseidon2;

    // INVARIANT: the ledger of a commitment holds the fee of its open demand, and nothing if none is open.
    mapping(bytes32 commitment => Demand) private _demands;

    constructor(Core memory core) {
        requireAddress(address(this), core.demands);
        vault = IVault(core.vault);
        registry = IRunRegistry(core.registry);
        training = ITraining(core.training);
        poseidon2 = core.poseidon2;
    }

    /// @inheritdoc IDemands
    function demandTiles(bytes32 commitment) external payable {
        _demand(commitment, DemandKind.Tiles, 0);
    }

    /// @inheritdoc IDemands
    function demandLeaf(bytes32 commitment, uint64 index) external payable {
        _demand(commitment, DemandKind.Leaf, index);
    }

    /// @dev SAFETY: inside the challenge period only, so demands delay finality by one clock at most however much is paid.
    function _demand(bytes32 commitment, DemandKind kind, uint64 index) private {
        Commitment memory c = training.commitment(commitment);
        bool live = training.status(commitment) == Status.Pending && c.mark == Mark.None;
        if (!live || block.timestamp > c.committedAt + registry.clocks(c.run).challenge) revert NotLive(commitment);
        Demand storage d = _demands[commitment];
        if (d.kind != DemandKind.None) revert DemandOpen(commitment);
        uint256 fee = feeOf(commitment);
        if (msg.value != fee) revert WrongFee(msg.value, fee);
        d.kind = kind;
        if (d.count < MAX_DEMANDS) ++d.count;
        d.by = msg.sender;
        d.madeAt = uint64(block.number);
        d.deadline = uint64(block.timestamp) + registry.clocks(c.run).demand;
        d.index = index;
        d.fee = fee.toUint128();
        emit Demanded(commitment, c.run, msg.sender, kind, index, d.deadline, fee);
        vault.deposit{value: fee}(Hashes.demandKey(commitment));
    }

    /// @inheritdoc IDemands
    // SAFETY: answering again in another transaction, or a copy of it sent first, shows the bytes as well; the fee pays for showing them.
    function answer(bytes32 commitment, bytes calldata opening) external {
        Demand storage d = _open(commitment);
        if (block.timestamp > d.deadline) revert TooLate(d.deadline);
        Commitment memory c = training.commitment(commitment);
        Hasher.choose(registry.hashOf(c.run), poseidon2);
        if (d.kind == DemandKind.Tiles) {
            bytes32 seed = seedOf(commitment);
            if (seed == 0) revert NotYet();
            _checkTiles(c.postRoot, seed, opening);
        } else {
            _checkLeaf(registry.facts(c.run).datasetRoot, d.index, opening);
        }
        d.kind = DemandKind.None;
        emit Answered(commitment, msg.sender, d.fee);
        vault.credit(Hashes.demandKey(commitment), NATIVE, msg.sender, d.fee);
    }

    /// @inheritdoc IDemands
    // SAFETY: the kind is cleared first, so finality isn't held back by a demand that can't be answered any more.
    function expire(bytes32 commitment) external {
        Demand storage d = _open(commitment);
        bool pending = training.status(commitment) == Status.Pending;
        if (pending && block.timestamp <= d.deadline) revert NotYet();
        d.kind = DemandKind.None;
        emit DemandEnded(commitment, d.by, d.fee, pending);
        vault.credit(Hashes.demandKey(commitment), NATIVE, d.by, d.fee);
        if (pending) training.rejectIdle(commitment);
    }

    /// @inheritdoc IDemands
    function demand(bytes32 commitment) external view returns (Demand memory) {
        return _demands[commitment];
    }

    /// @inheritdoc IDemands
    function isOpen(bytes32 commitment) external view returns (bool) {
        return _demands[commitment].kind != DemandKind.None;
    }

    /// @inheritdoc IDemands
    function feeOf(bytes32 commitment) public view returns (uint256) {
        bool dear = registry.hashOf(training.claimOf(commitment).run) == HashKind.Poseidon2;
        return (dear ? POSEIDON2_ANSWER_GAS : ANSWER_GAS) * registry.gasPriceCap() << _demands[commitment].count;
    }

    /// @inheritdoc IDemands
    function seedOf(bytes32 commitment) public view returns (bytes32) {
        Demand storage d = _demands[commitment];
        return d.kind == DemandKind.Tiles ? Beacon.hashOf(d.madeAt + 1) : bytes32(0);
    }

    /// @inheritdoc IDemands
    function demandKey(bytes32 commitment) external pure returns (bytes32) {
        return Hashes.demandKey(commitment);
    }

    // Openings

    /// @dev The chosen tiles against the state root. A list's length is bound by its root, so whoever answers has no say in what is chosen.
    function _checkTiles(bytes32 state, bytes32 seed, bytes calldata opening) private view {
        (bytes32 tree, uint256 tensors, uint256 pos) = _list(opening, 0);
        if (TileProof.list(tree, STATE_KIND, tensors) != state) revert WrongOpening();
        for (uint256 j = 0; j < TILES; ++j) {
            uint256 tensor = uint256(keccak256(abi.encode(seed, j))) % tensors;
            bytes32 root = bytes32(_word(opening, pos));
            pos = _climb(TileProof.entry(root), tree, tensors, tensor, opening, pos + 32);
            bytes32 tiles;
            uint256 length;
            (tiles, length, pos) = _list(opening, pos);
            if (TileProof.list(tiles, TENSOR_KIND, length) != root) revert WrongOpening();
            uint256 tile = uint256(keccak256(abi.encode(seed, j, tensor))) % length;
            pos = _climb(_leaf(opening, pos), tiles, length, tile, opening, pos + TileProof.LEAF_BYTES);
        }
        if (pos != opening.length) revert WrongLength();
    }

    /// @dev The leaf against the dataset root; or that there is none at that index, which is all there is to show then.
    function _checkLeaf(bytes32 dataset, uint256 index, bytes calldata opening) private view {
        (bytes32 tree, uint256 length, uint256 pos) = _list(opening, 0);
        if (TileProof.list(tree, DATASET_KIND, length) != dataset) revert WrongOpening();
        if (index < length) {
            pos = _climb(_leaf(opening, pos), tree, length, index, opening, pos + TileProof.LEAF_BYTES);
        }
        if (pos != opening.length) revert WrongLength();
    }

    /// @dev Top and length of a list, 40 bytes.
    function _list(bytes calldata opening, uint256 pos)
        private
        pure
        returns (bytes32 tree, uint256 length, uint256 end)
    {
        tree = _word(opening, pos);
        end = pos + 40;
        if (end > opening.length) revert WrongLength();
        length = uint64(bytes8(opening[pos + 32:end]));
        if (length == 0) revert WrongLength();
    }

    function _word(bytes calldata opening, uint256 pos) private pure returns (bytes32) {
        if (pos + 32 > opening.length) revert WrongLength();
        return bytes32(opening[pos:pos + 32]);
    }

    function _leaf(bytes calldata opening, uint256 pos) private view returns (bytes32) {
        if (pos + TileProof.LEAF_BYTES > opening.length) revert WrongLength();
        uint256 pointer;
        assembly ("memory-safe") {
            pointer := add(opening.offset, pos)
        }
        return TileProof.leaf(pointer);
    }

    /// @dev Whether `leaf` stands at `index` of the list, by the siblings at `pos`.
    /// @return end Behind them.
    function _climb(bytes32 leaf, bytes32 tree, uint256 length, uint256 index, bytes calldata opening, uint256 pos)
        private
        view
        returns (uint256 end)
    {
        uint256 levels = TileProof.depth(length);
        end = pos + 32 * levels;
        if (end > opening.length) revert WrongLength();
        uint256 pointer;
        assembly ("memory-safe") {
            pointer := add(opening.offset, pos)
        }
        if (TileProof.climbAt(leaf, index, pointer, levels) != tree) revert WrongOpening();
    }

    function _open(bytes32 commitment) private view returns (Demand storage d) {
        d = _demands[commitment];
        if (d.kind == DemandKind.None) revert NoDemand(commitment);
    }
}
