// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {ABSTAIN, Core, NATIVE, repaidPrice, requireAddress, share} from "./Core.sol";
import {Hashes} from "./Hashes.sol";
import {ICourt} from "./interfaces/ICourt.sol";
import {Challenge, ChallengeStatus, Dispute, IDisputes} from "./interfaces/IDisputes.sol";
import {Clocks, IRunRegistry} from "./interfaces/IRunRegistry.sol";
import {Claim, ITraining, Status} from "./interfaces/ITraining.sol";
import {IVault} from "./interfaces/IVault.sol";

/// @title Making a challenge: the first half of Disputes
/// @notice The rules, and all prose, are on IDisputes.
abstract contract Challenges is IDisputes {
    using SafeCast for uint256;

    /// What the two transactions of a challenge cost before they run: 21,000 and 16 per byte of their arguments.
    uint256 private constant SEAL_GAS = 21_000 + 16 * (4 + 2 * 32);
    uint256 private constant OPEN_GAS = 21_000 + 16 * (4 + 5 * 32);

    IVault internal immutable vault;
    IRunRegistry internal immutable registry;
    ITraining internal immutable training;
    ICourt internal immutable court;

    /// @inheritdoc IDisputes
    uint64 public challenges;

    mapping(uint64 id => Challenge) internal _challenges;
    mapping(bytes32 commitment => Dispute) internal _disputes;

    /// @inheritdoc IDisputes
    mapping(bytes32 commitment => mapping(address account => bool)) public isParty;

    /// What the undefeated challenges that name a root are to the commitment.
    struct Camp {
        uint64 earliest;
        uint128 gas;
    }

    mapping(bytes32 commitment => mapping(bytes32 root => Camp)) internal _camps;

    constructor(Core memory core) {
        requireAddress(address(this), core.disputes);
        vault = IVault(core.vault);
        registry = IRunRegistry(core.registry);
        training = ITraining(core.training);
        court = ICourt(core.court);
    }

    // Making a challenge

    /// @inheritdoc IDisputes
    // SAFETY: equal seal hashes may exist. A copy of another's seal names that other's beneficiary, so copying it wins nothing.
    function seal(bytes32 commitment, bytes32 sealHash) external payable returns (uint64 id) {
        uint256 start = gasleft();
        Claim memory c = training.claimOf(commitment);
        if (training.status(commitment) != Status.Pending) revert NotChallengeable(commitment);
        Clocks memory clocks = registry.clocks(c.run);
        bool over = block.timestamp > c.committedAt + clocks.challenge || training.isProven(commitment);
        if (over) revert NotChallengeable(commitment);
        uint256 bond = registry.challengeBond(c.run);
        if (msg.value != bond) revert WrongBond(msg.value, bond);

        id = ++challenges;
        uint64 openUntil = uint64(block.timestamp) + clocks.open;
        Challenge storage x = _challenges[id];
        x.commitment = commitment;
        x.sealHash = sealHash;
        x.challenger = msg.sender;
        x.sealedAt = uint64(block.timestamp);
        x.sealedBlock = uint64(block.number);
        x.openUntil = openUntil;
        x.status = ChallengeStatus.Sealed;
        x.bond = bond.toUint128();
        Dispute storage d = _disputes[commitment];
        ++d.unopened;
        d.openUntil = openUntil;
        emit Sealed(id, commitment, msg.sender, sealHash, openUntil, bond);
        vault.deposit{value: bond}(Hashes.challengeKey(id));
        x.gasCost = _cost(SEAL_GAS, start);
    }

    /// @inheritdoc IDisputes
    function open(bytes32 commitment, uint64 id, bytes32 root, address beneficiary, bytes32 salt) external {
        uint256 start = gasleft();
        Challenge storage x = _expect(id, ChallengeStatus.Sealed);
        if (x.commitment != commitment) revert WrongCommitment(commitment);
        if (block.number <= x.sealedBlock) revert TooEarly();
        if (block.timestamp > x.openUntil) revert TooLate(x.openUntil);
        if (x.sealHash != Hashes.seal(address(this), commitment, root, beneficiary, salt)) revert WrongSeal();
        Claim memory c = training.claimOf(commitment);
        if (training.status(commitment) == Status.Voided) revert NotChallengeable(commitment);
        if (root == c.postRoot || root == 0 || root == ABSTAIN || beneficiary == address(0)) revert InvalidClaim();

        x.status = ChallengeStatus.Opened;
        x.root = root;
        x.beneficiary = beneficiary;
        // SAFETY: not the beneficiary. Nobody asked it, and naming jurors would be a way to unseat them.
        isParty[commitment][x.challenger] = true;
        Camp storage camp = _camps[commitment][root];
        if (camp.earliest == 0 || id < camp.earliest) camp.earliest = id;
        Dispute storage d = _disputes[commitment];
        --d.unopened;
        x.openedAt = uint64(block.timestamp);
        d.lastOpenedAt = uint64(block.timestamp);
        emit Opened(id, commitment, beneficiary, root);
        if (++d.opened == 1) {
            d.first = id;
            court.openCase(commitment, c.run);
        }
        if (msg.sender == x.challenger) x.gasCost += _cost(OPEN_GAS, start);
        camp.gas += x.gasCost;
    }

    /// @inheritdoc IDisputes
    function lapse(uint64 id) external {
        Challenge storage x = _expect(id, ChallengeStatus.Sealed);
        bool voided = training.status(x.commitment) == Status.Voided;
        if (!voided && block.timestamp <= x.openUntil) revert NotYet();
        x.status = ChallengeStatus.Lapsed;
        --_disputes[x.commitment].unopened;
        uint256 burned = voided ? 0 : share(x.bond, 10);
        emit Lapsed(id, x.commitment, x.challenger, burned);
        bytes32 key = Hashes.challengeKey(id);
        vault.burn(key, burned);
        vault.credit(key, NATIVE, x.challenger, x.bond - burned);
    }

    // Reads

    /// @inheritdoc IDisputes
    function challenge(uint64 id) external view returns (Challenge memory) {
        return _challenges[id];
    }

    /// @inheritdoc IDisputes
    function firstOpenedAt(bytes32 commitment) external view returns (uint64) {
        return _challenges[_disputes[commitment].first].openedAt;
    }

    /// @inheritdoc IDisputes
    function awaitsOpening(bytes32 commitment) public view returns (bool) {
        Dispute storage d = _disputes[commitment];
        return d.unopened > 0 && block.timestamp <= d.openUntil;
    }

    /// @inheritdoc IDisputes
    function earliest(bytes32 commitment, bytes32 root) external view returns (uint64) {
        return _camps[commitment][root].earliest;
    }

    /// @inheritdoc IDisputes
    function gasOf(bytes32 commitment, bytes32 root) external view returns (uint256) {
        return _camps[commitment][root].gas;
    }

    /// @inheritdoc IDisputes
    function sealHashOf(bytes32 commitment, bytes32 root, address beneficiary, bytes32 salt)
        external
        view
        returns (bytes32)
    {
        return Hashes.seal(address(this), commitment, root, beneficiary, salt);
    }

    /// @inheritdoc IDisputes
    function challengeKey(uint64 id) external pure returns (bytes32) {
        return Hashes.challengeKey(id);
    }

    function _expect(uint64 id, ChallengeStatus wanted) internal view returns (Challenge storage x) {
        x = _challenges[id];
        if (x.status != wanted) revert WrongChallenge(id, x.status);
    }

    /// @dev What the transaction has cost so far, at `repaidPrice`: what a challenger paid beyond that it chose to pay.
    // SAFETY: `intrinsic` is a constant. By the bytes really sent, padding would be repaid at more than it costs, out of the others' shares.
    function _cost(uint256 intrinsic, uint256 start) internal view returns (uint128) {
        uint256 price = repaidPrice(registry.gasPriceCap());
        return ((start - gasleft() + intrinsic) * price).toUint128();
    }
}
