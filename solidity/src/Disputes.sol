// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {ABSTAIN, Core, NATIVE, requireAddress, share} from "./Core.sol";
import {Hashes} from "./Hashes.sol";
import {ICourt, Verdict} from "./interfaces/ICourt.sol";
import {Challenge, ChallengeStatus, Dispute, IDisputes} from "./interfaces/IDisputes.sol";
import {Clocks, IRunRegistry} from "./interfaces/IRunRegistry.sol";
import {Commitment, ITraining, Status} from "./interfaces/ITraining.sol";
import {IVault} from "./interfaces/IVault.sol";

/// @title Disputes
/// @notice The rules, and all prose, are on IDisputes.
contract Disputes is IDisputes {
    using SafeCast for uint256;

    /// What the two transactions of a challenge cost before they run: 21,000 and 16 per byte of their arguments.
    uint256 private constant SEAL_GAS = 21_000 + 16 * (4 + 2 * 32);
    uint256 private constant OPEN_GAS = 21_000 + 16 * (4 + 5 * 32);

    IVault private immutable vault;
    IRunRegistry private immutable registry;
    ITraining private immutable training;
    ICourt private immutable court;

    /// @inheritdoc IDisputes
    uint64 public challenges;

    mapping(uint64 id => Challenge) private _challenges;
    mapping(bytes32 commitment => Dispute) private _disputes;

    /// @inheritdoc IDisputes
    mapping(bytes32 commitment => mapping(address account => bool)) public isParty;
    /// @inheritdoc IDisputes
    mapping(bytes32 commitment => mapping(bytes32 root => uint64)) public earliest;
    /// @inheritdoc IDisputes
    mapping(bytes32 commitment => mapping(bytes32 root => uint256)) public gasOf;

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
        Commitment memory c = training.commitment(commitment);
        if (training.status(commitment) != Status.Pending) revert NotChallengeable(commitment);
        Clocks memory clocks = registry.clocks(c.run);
        if (block.timestamp > c.committedAt + clocks.challenge) revert NotChallengeable(commitment);
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
        Commitment memory c = training.commitment(commitment);
        if (training.status(commitment) == Status.Voided) revert NotChallengeable(commitment);
        if (root == c.postRoot || root == 0 || root == ABSTAIN || beneficiary == address(0)) revert InvalidClaim();

        x.status = ChallengeStatus.Opened;
        x.root = root;
        x.beneficiary = beneficiary;
        // SAFETY: not the beneficiary. Nobody asked it, and naming jurors would be a way to unseat them.
        isParty[commitment][x.challenger] = true;
        uint64 before = earliest[commitment][root];
        if (before == 0 || id < before) earliest[commitment][root] = id;
        Dispute storage d = _disputes[commitment];
        --d.unopened;
        emit Opened(id, commitment, beneficiary, root);
        if (++d.opened == 1) {
            d.first = id;
            court.openCase(commitment, c.run);
        }
        if (msg.sender == x.challenger) x.gasCost += _cost(OPEN_GAS, start);
        gasOf[commitment][root] += x.gasCost;
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

    /// @inheritdoc IDisputes
    function openArithmetic(uint64) external pure {
        revert NotYet();
    }

    // Ending one

    /// @inheritdoc IDisputes
    function settleChallenge(uint64 id) external {
        Challenge storage x = _expect(id, ChallengeStatus.Opened);
        bytes32 commitment = x.commitment;
        Verdict verdict = court.outcome(commitment);
        if (verdict == Verdict.Undecided) {
            court.resolve(commitment);
            verdict = court.outcome(commitment);
        }
        if (verdict == Verdict.Stands) _defeat(id, x, true);
        else if (verdict == Verdict.Falls) _settleFallen(id, x);
        else _return(id, x);
    }

    /// @dev The commitment was rejected: its challengers are judged by the root that became final, not by the ballots.
    function _settleFallen(uint64 id, Challenge storage x) private {
        bytes32 commitment = x.commitment;
        Commitment memory c = training.commitment(commitment);
        if (!c.settled) training.settle(commitment);
        bytes32 root = _disputes[commitment].finalRoot;
        if (root == 0) _return(id, x);
        else if (root == x.root) _win(id, x);
        else _defeat(id, x, root == c.postRoot);
    }

    function _win(uint64 id, Challenge storage x) private {
        bytes32 commitment = x.commitment;
        Dispute storage d = _disputes[commitment];
        // Each gets its part of the pot: all of what its gas cost, unless all together exceeded the cap.
        uint256 all = gasOf[commitment][x.root];
        uint256 gas = all == 0 ? 0 : uint256(d.gasPot) * x.gasCost / all;
        uint256 reward = earliest[commitment][x.root] == id ? d.reward : 0;
        x.status = ChallengeStatus.Won;
        emit ChallengeSettled(id, commitment, x.status, x.bond + gas, reward, 0, 0);
        vault.credit(Hashes.challengeKey(id), NATIVE, x.challenger, x.bond);
        vault.credit(Hashes.potKey(commitment), NATIVE, x.challenger, gas);
        vault.credit(Hashes.potKey(commitment), NATIVE, x.beneficiary, reward);
    }

    /// @param righted The commitment was right, so its committer gets 40 %; a wrong one's would be paid for being challenged by a friend.
    function _defeat(uint64 id, Challenge storage x, bool righted) private {
        bytes32 commitment = x.commitment;
        Commitment memory c = training.commitment(commitment);
        uint256 fee = registry.courtFee(c.run);
        uint256 proper = x.bond - fee;
        uint256 toCommitter = righted ? share(proper, 40) : 0;
        // What the jury didn't use of the court fee goes back.
        uint256 back = fee - _feePaid(id, commitment);
        x.status = ChallengeStatus.Defeated;
        emit ChallengeSettled(id, commitment, x.status, back, 0, toCommitter, proper - toCommitter);
        bytes32 key = Hashes.challengeKey(id);
        vault.credit(key, NATIVE, x.challenger, back);
        vault.credit(key, NATIVE, c.committer, toCommitter);
        vault.burn(key, proper - toCommitter);
    }

    function _return(uint64 id, Challenge storage x) private {
        uint256 back = x.bond - _feePaid(id, x.commitment);
        x.status = ChallengeStatus.Returned;
        emit ChallengeSettled(id, x.commitment, x.status, back, 0, 0, 0);
        vault.credit(Hashes.challengeKey(id), NATIVE, x.challenger, back);
    }

    function _feePaid(uint64 id, bytes32 commitment) private view returns (uint256) {
        Dispute storage d = _disputes[commitment];
        return id == d.first ? d.fee : 0;
    }

    /// @inheritdoc IDisputes
    function payCourt(bytes32 commitment, uint256 fee, bytes32 feeKey) external {
        if (msg.sender != address(court)) revert NotCourt();
        Dispute storage d = _disputes[commitment];
        d.fee = fee.toUint128();
        vault.move(Hashes.challengeKey(d.first), NATIVE, msg.sender, feeKey, fee);
    }

    /// @inheritdoc IDisputes
    function fillPot(bytes32 commitment, bytes32 finalRoot, uint128 gasPot, uint128 reward) external {
        if (msg.sender != address(training)) revert NotTraining();
        Dispute storage d = _disputes[commitment];
        d.finalRoot = finalRoot;
        d.gasPot = gasPot;
        d.reward = reward;
    }

    // Reads

    /// @inheritdoc IDisputes
    function challenge(uint64 id) external view returns (Challenge memory) {
        return _challenges[id];
    }

    /// @inheritdoc IDisputes
    function dispute(bytes32 commitment) external view returns (Dispute memory) {
        return _disputes[commitment];
    }

    /// @inheritdoc IDisputes
    function holdsFinality(bytes32 commitment) external view returns (bool) {
        return _disputes[commitment].unopened > 0 || court.isOpen(commitment);
    }

    /// @inheritdoc IDisputes
    function awaitsOpening(bytes32 commitment) external view returns (bool) {
        Dispute storage d = _disputes[commitment];
        return d.unopened > 0 && block.timestamp <= d.openUntil;
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

    /// @inheritdoc IDisputes
    function potKey(bytes32 commitment) external pure returns (bytes32) {
        return Hashes.potKey(commitment);
    }

    function _expect(uint64 id, ChallengeStatus wanted) private view returns (Challenge storage x) {
        x = _challenges[id];
        if (x.status != wanted) revert WrongChallenge(id, x.status);
    }

    /// @dev What the transaction has cost so far, at min(base fee · 1.1, cap): what a challenger paid beyond that it chose to pay.
    // SAFETY: `intrinsic` is a constant. By the bytes really sent, padding would be repaid at more than it costs, out of the others' shares.
    function _cost(uint256 intrinsic, uint256 start) private view returns (uint128) {
        uint256 price = block.basefee * 11 / 10;
        uint256 cap = registry.gasPriceCap();
        if (price > cap) price = cap;
        return ((start - gasleft() + intrinsic) * price).toUint128();
    }
}
