// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ERC721} from "@openzeppelin/contracts/token/ERC721/ERC721.sol";
import {Strings} from "@openzeppelin/contracts/utils/Strings.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {Core, NATIVE, SETTLEMENT_PERIOD, isLocalChain, requireAddress} from "./Core.sol";
import {Hashes} from "./Hashes.sol";
import {RunBounds} from "./RunBounds.sol";
import {Clocks, Economy, Facts, HashKind, IRunRegistry, Proofs, Run, Schedule} from "./interfaces/IRunRegistry.sol";
import {ITraining, Progress} from "./interfaces/ITraining.sol";
import {IValidators} from "./interfaces/IValidators.sol";
import {IVault} from "./interfaces/IVault.sol";

/// @title RunRegistry
/// @notice The rules, and all prose, are on IRunRegistry.
contract RunRegistry is IRunRegistry, ERC721 {
    using SafeCast for uint256;

    /// g: gas that one side of a whole dispute may cost.
    uint256 private constant DISPUTE_GAS = 5_000_000;

    IVault private immutable vault;
    ITraining private immutable training;
    IValidators private immutable validators;

    /// @inheritdoc IRunRegistry
    uint256 public immutable gasPriceCap;

    /// @inheritdoc IRunRegistry
    uint64 public runs;

    // INVARIANT: written by `create` only.
    mapping(uint64 run => Run) private _runs;
    mapping(uint64 run => uint64) private _createdAt;

    constructor(Core memory core, uint256 gasPriceCap_) ERC721("Commonweight Run", "RUN") {
        requireAddress(address(this), core.registry);
        if (gasPriceCap_ == 0 || gasPriceCap_ > 1e15) revert OutOfBounds("gasPriceCap");
        vault = IVault(core.vault);
        training = ITraining(core.training);
        validators = IValidators(core.validators);
        gasPriceCap = gasPriceCap_;
    }

    /// @inheritdoc IRunRegistry
    function create(Run calldata data) external returns (uint64 id) {
        RunBounds.check(data, isLocalChain(), validators.unstakeCooldown());
        id = ++runs;
        _runs[id] = data;
        _createdAt[id] = uint64(block.timestamp);
        emit RunCreated(id, msg.sender, data.facts.specHash, data);
        // SAFETY: not _safeMint, which would call the author back.
        _mint(msg.sender, id);
    }

    /// @inheritdoc IRunRegistry
    function fund(uint64 id, uint256 amount) external payable returns (uint256 received) {
        address token = _known(id).economy.rewardToken;
        if (msg.value != (token == NATIVE ? amount : 0)) revert WrongValue(msg.value, token == NATIVE ? amount : 0);
        bytes32 key = Hashes.escrowKey(id);
        if (token == NATIVE) {
            received = amount;
            vault.deposit{value: amount}(key);
        } else {
            received = vault.collect(key, token, msg.sender, amount);
        }
        emit Funded(id, msg.sender, received);
    }

    /// @inheritdoc IRunRegistry
    function reserve(uint64 id, uint64 fence, bytes32 key, uint256 amount) external {
        if (msg.sender != address(training)) revert NotTraining();
        uint256 has = escrow(id);
        if (has < amount) revert EscrowTooSmall(id, has, amount);
        emit RewardReserved(id, fence, amount);
        vault.move(Hashes.escrowKey(id), _runs[id].economy.rewardToken, msg.sender, key, amount);
    }

    /// @inheritdoc IRunRegistry
    // SAFETY: what is reserved for a lease or a commitment isn't in the escrow, so this can't take a worker's reward.
    function reclaim(uint64 id) external returns (uint256 amount) {
        address owner = ownerOf(id);
        if (msg.sender != owner || !isOver(id)) revert NotReclaimable(id);
        amount = escrow(id);
        emit Reclaimed(id, owner, amount);
        vault.credit(Hashes.escrowKey(id), _runs[id].economy.rewardToken, owner, amount);
    }

    /// @inheritdoc IRunRegistry
    function run(uint64 id) external view returns (Run memory) {
        return _known(id);
    }

    /// @inheritdoc IRunRegistry
    function facts(uint64 id) external view returns (Facts memory) {
        return _known(id).facts;
    }

    /// @inheritdoc IRunRegistry
    function schedule(uint64 id) external view returns (Schedule memory) {
        return _known(id).schedule;
    }

    /// @inheritdoc IRunRegistry
    function clocks(uint64 id) external view returns (Clocks memory) {
        return _known(id).clocks;
    }

    /// @inheritdoc IRunRegistry
    function economy(uint64 id) external view returns (Economy memory) {
        return _known(id).economy;
    }

    /// @inheritdoc IRunRegistry
    function hashOf(uint64 id) external view returns (HashKind) {
        return _known(id).facts.hash;
    }

    /// @inheritdoc IRunRegistry
    function proofs(uint64 id) external view returns (Proofs memory) {
        return _known(id).proofs;
    }

    /// @inheritdoc IRunRegistry
    function proofTerms(uint64 id) external view returns (bytes32, bytes32, bytes32, uint32) {
        Run storage r = _known(id);
        return (r.proofs.keyHash, r.facts.programRoot, r.facts.datasetRoot, r.schedule.windowSteps);
    }

    /// @inheritdoc IRunRegistry
    function escrow(uint64 id) public view returns (uint256) {
        return vault.ledger(address(this), Hashes.escrowKey(id), _known(id).economy.rewardToken);
    }

    /// @inheritdoc IRunRegistry
    function escrowKey(uint64 id) external pure returns (bytes32) {
        return Hashes.escrowKey(id);
    }

    /// @inheritdoc IRunRegistry
    function courtFee(uint64 id) public view returns (uint256) {
        Economy storage e = _known(id).economy;
        return uint256(e.jury + e.largerJury) * e.jurorFee;
    }

    /// @inheritdoc IRunRegistry
    function baseBond(uint64 id) external view returns (uint256) {
        return _bondProper(id) + courtFee(id);
    }

    /// @inheritdoc IRunRegistry
    function challengeBond(uint64 id) external view returns (uint256) {
        return _max(_bondProper(id) / 4, 2 * DISPUTE_GAS * gasPriceCap) + courtFee(id);
    }

    /// @inheritdoc IRunRegistry
    function longestDispute(Clocks calldata c) external pure returns (uint256) {
        return RunBounds.longestDispute(c);
    }

    /// @notice Where the RunSpec lies: its CID in base 16, with the multibase prefix f.
    function tokenURI(uint256 id) public view override returns (string memory) {
        _requireOwned(id);
        bytes memory hexed = bytes(Strings.toHexString(_runs[id.toUint64()].facts.specCid));
        bytes memory digits = new bytes(hexed.length - 2);
        for (uint256 i = 0; i < digits.length; ++i) {
            digits[i] = hexed[i + 2];
        }
        return string.concat("ipfs://f", string(digits));
    }

    /// @inheritdoc IRunRegistry
    function isOver(uint64 id) public view returns (bool) {
        _known(id);
        Progress memory p = training.progress(id);
        if (training.stepsOf(id, p.anchorCount) == 0) return true;
        uint64 since = p.acquiredAt == 0 ? _createdAt[id] : p.acquiredAt;
        return block.timestamp > since + SETTLEMENT_PERIOD;
    }

    function _bondProper(uint64 id) private view returns (uint256) {
        Run storage r = _known(id);
        return _max(20 * uint256(r.schedule.windowSteps) * r.economy.rewardValue, 5 * DISPUTE_GAS * gasPriceCap);
    }

    function _known(uint64 id) private view returns (Run storage) {
        if (id == 0 || id > runs) revert NoSuchRun(id);
        return _runs[id];
    }

    function _max(uint256 a, uint256 b) private pure returns (uint256) {
        return a > b ? a : b;
    }
}
