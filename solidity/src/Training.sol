// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {ABSTAIN, Core, NATIVE, SETTLEMENT_PERIOD, attentionBudget, share} from "./Core.sol";
import {Hashes} from "./Hashes.sol";
import {Leases} from "./Leases.sol";
import {IDemands} from "./interfaces/IDemands.sol";
import {Dispute} from "./interfaces/IDisputes.sol";
import {Claim, Commitment, ITraining, Lease, Mark, Progress, Status} from "./interfaces/ITraining.sol";

/// @title Training
/// @notice The rules, and all prose, are on ITraining.
contract Training is Leases {
    using SafeCast for uint256;

    uint256 private constant MAX_CID = 64;

    /// @inheritdoc ITraining
    // INVARIANT: live[i + 1].parent == live[i] for i + 1 < headCount; entries below anchorCount never change; an entry that left the head is
    // overwritten before the head can reach its index again, so what is voided stays so.
    mapping(uint64 run => mapping(uint64 window => bytes32)) public live;

    // INVARIANT: entries are added by `commit` and never removed; the fields that say what is committed never change.
    mapping(bytes32 hash => Commitment) private _commitments;

    /// @inheritdoc ITraining
    mapping(bytes32 key => bytes32) public finalisedRoot;

    // INVARIANT: set while the commitment is Pending, and only ever raised: from none to SHOWN, from either to PROVEN.
    mapping(bytes32 commitment => uint8) private _proofs;
    /// A proof dismissed a challenge against it.
    uint8 private constant SHOWN = 1;
    /// Every step of it is proved.
    uint8 private constant PROVEN = 2;

    /// @inheritdoc ITraining
    // INVARIANT: written with finalisedRoot, once.
    mapping(bytes32 key => bool) public isFinalByProof;

    address private immutable demands;
    address private immutable stepProofs;
    address private immutable attention;

    constructor(Core memory core, address guardian_) Leases(core, guardian_) {
        demands = core.demands;
        stepProofs = core.stepProofs;
        attention = core.attention;
    }

    /// @inheritdoc ITraining
    function commit(uint64 run, uint64 fence, bytes32 parent, uint32 steps, bytes32 postRoot, bytes calldata cid)
        external
        returns (bytes32 hash)
    {
        Lease memory l = _held(run, fence);
        // INVARIANT: a running lease's expectedHead is the head, because a rollback ends the lease.
        if (parent != l.expectedHead) revert WrongHead(l.expectedHead);
        if (steps != stepsOf(run, l.window)) revert WrongSteps(stepsOf(run, l.window));
        if (postRoot == 0 || postRoot == ABSTAIN) revert InvalidRoot();
        if (cid.length == 0 || cid.length > MAX_CID) revert InvalidCid();
        return _record(
            Hashes.CommitmentData(run, parent, l.window, steps, postRoot, keccak256(cid), msg.sender, fence), l, cid
        );
    }

    /// @dev Stores a checked commitment and makes it the head.
    function _record(Hashes.CommitmentData memory d, Lease memory l, bytes calldata cid)
        private
        returns (bytes32 hash)
    {
        hash = Hashes.commitment(address(this), d);
        Commitment storage c = _commitments[hash];
        c.parent = d.parent;
        c.preRoot = d.window == 0 ? registry.facts(d.run).genesisRoot : _commitments[d.parent].postRoot;
        c.postRoot = d.postRoot;
        c.committer = d.committer;
        c.run = d.run;
        c.steps = d.steps;
        c.window = d.window;
        c.fence = d.fence;
        c.committedAt = uint64(block.timestamp);
        c.committedBlock = uint64(block.number);
        c.bond = l.bond;
        c.reward = l.reward;
        delete _leases[d.run];
        live[d.run][d.window] = hash;
        Progress storage p = _progress[d.run];
        p.headCount = d.window + 1;
        if (p.doublings > 0) --p.doublings;
        _announce(hash, d, c.preRoot, cid);
    }

    /// @dev A function of its own because of the size of the stack.
    function _announce(bytes32 hash, Hashes.CommitmentData memory d, bytes32 preRoot, bytes memory cid) private {
        emit Committed(d.run, hash, d.committer, d.parent, d.window, d.steps, preRoot, d.postRoot, cid, d.fence);
    }

    // Finality

    /// @inheritdoc ITraining
    // INVARIANT: the anchor moves up one window at a time, each on the one before, and never back.
    function finalise(uint64 run, uint256 max) external returns (uint256 finalised) {
        Progress storage p = _progress[run];
        uint64 period = registry.clocks(run).challenge;
        address token = registry.economy(run).rewardToken;
        while (finalised < max && p.anchorCount < p.headCount) {
            bytes32 hash = live[run][p.anchorCount];
            Commitment storage c = _commitments[hash];
            // SAFETY: a proof stands for the challenge period only. The order, and what holds back, are as ever.
            uint8 proof = _proofs[hash];
            if ((block.timestamp <= c.committedAt + period && proof != PROVEN) || _isHeldBack(hash)) break;
            ++p.anchorCount;
            ++finalised;
            finalisedRoot[_key(c)] = c.postRoot;
            if (proof != 0) isFinalByProof[_key(c)] = true;
            emit Finalised(run, hash, c.committer, c.window, c.postRoot);
            bytes32 key = Hashes.bondKey(run, c.fence);
            vault.credit(key, NATIVE, c.committer, c.bond);
            vault.credit(key, token, c.committer, c.reward);
            vault.move(key, token, attention, Hashes.attentionKey(run), attentionBudget(c.reward));
        }
        if (finalised == 0) revert NothingToFinalise();
    }

    /// @inheritdoc ITraining
    // INVARIANT: moves no money and decides nothing else: status, head and anchor stay what they are.
    function markProven(bytes32 hash) external {
        if (msg.sender != stepProofs) revert NotStepProofs();
        _pending(hash);
        _proofs[hash] = PROVEN;
    }

    /// @inheritdoc ITraining
    // INVARIANT: as markProven; the challenge period runs on.
    function markShown(bytes32 hash) external {
        if (msg.sender != stepProofs) revert NotStepProofs();
        _pending(hash);
        if (_proofs[hash] == 0) _proofs[hash] = SHOWN;
    }

    // Rollback

    /// @inheritdoc ITraining
    function tallyAgainst(bytes32 hash) external onlyCourt {
        Commitment storage c = _pending(hash);
        if (c.mark != Mark.None) revert WrongStatus(hash, status(hash));
        c.mark = Mark.TalliedAgainst;
        _rollBack(hash, c);
    }

    /// @inheritdoc ITraining
    function reject(bytes32 hash, uint256 fee, address feeOwner, bytes32 feeKey) external onlyCourt {
        Commitment storage c = _pending(hash);
        _reject(hash, c, Mark.Rejected);
        bytes32 key = Hashes.bondKey(c.run, c.fence);
        vault.move(key, NATIVE, feeOwner, feeKey, fee);
        // What the jury didn't use of the court fee goes back; the bond proper waits for `settle`.
        vault.credit(key, NATIVE, c.committer, registry.courtFee(c.run) - fee);
    }

    /// @inheritdoc ITraining
    function rejectIdle(bytes32 hash) external {
        if (msg.sender != demands) revert NotDemands();
        Commitment storage c = _pending(hash);
        _reject(hash, c, Mark.Idle);
        vault.credit(Hashes.bondKey(c.run, c.fence), NATIVE, c.committer, registry.courtFee(c.run));
    }

    /// @inheritdoc ITraining
    function clear(bytes32 hash) external onlyCourt {
        Commitment storage c = _pending(hash);
        if (c.mark != Mark.TalliedAgainst) revert WrongStatus(hash, Status.Pending);
        c.mark = Mark.Cleared;
        (c.settled, c.repaid, c.shared) = (true, true, true);
        emit Cleared(c.run, hash, c.committer);
        bytes32 key = Hashes.bondKey(c.run, c.fence);
        vault.credit(key, NATIVE, c.committer, c.bond);
        address token = registry.economy(c.run).rewardToken;
        vault.credit(key, token, c.committer, c.reward);
        _toEscrow(c.run, key, token, attentionBudget(c.reward));
    }

    /// @dev Takes it off the head, unless a tally has, and frees its reward.
    function _reject(bytes32 hash, Commitment storage c, Mark mark) private {
        if (c.mark == Mark.None) _rollBack(hash, c);
        c.mark = mark;
        c.rejectedAt = uint64(block.timestamp);
        emit Rejected(c.run, hash, c.committer, mark == Mark.Idle);
        _unreserve(c.run, Hashes.bondKey(c.run, c.fence), c.reward);
    }

    /// @dev Where the bond proper of a rejected commitment goes. voided: to all voided windows together.
    struct Split {
        uint256 back;
        uint256 gas;
        uint256 reward;
        uint256 voided;
        uint256 burned;
    }

    /// @inheritdoc ITraining
    function settle(bytes32 hash) external {
        Commitment storage c = _commitments[hash];
        if ((c.mark != Mark.Rejected && c.mark != Mark.Idle) || c.settled) revert WrongStatus(hash, status(hash));
        bytes32 root = finalisedRoot[_key(c)];
        Dispute memory d = disputes.dispute(hash);
        if (c.mark == Mark.Rejected || d.opened > 0 || d.unopened > 0) {
            if (root == 0 && block.timestamp <= c.rejectedAt + SETTLEMENT_PERIOD) revert NotYet();
            // Until then matches that had run may still be concluded.
            if (block.timestamp <= c.rejectedAt + registry.clocks(c.run).appeal) revert NotYet();
            // A seal that could still be opened could name the root.
            if (disputes.awaitsOpening(hash)) revert NotYet();
        }
        c.settled = true;

        Split memory s = _split(hash, c, root, d.convicted);
        if (c.voidedCount > 0) c.voidedShare = (s.voided / c.voidedCount).toUint128();
        emit Settled(hash, root, s.back, s.gas + s.reward, s.voided, s.burned);
        disputes.fillPot(hash, root, s.gas.toUint128(), s.reward.toUint128());
        bytes32 key = Hashes.bondKey(c.run, c.fence);
        vault.credit(key, NATIVE, c.committer, s.back);
        vault.move(key, NATIVE, address(disputes), Hashes.potKey(hash), s.gas + s.reward);
        vault.burn(key, s.burned);
    }

    // INVARIANT: the parts sum to the bond proper.
    function _split(bytes32 hash, Commitment storage c, bytes32 root, bool convicted)
        private
        view
        returns (Split memory s)
    {
        uint256 pot = c.bond - registry.courtFee(c.run);
        (uint64 winner, uint256 gas) = disputes.winnerOf(hash, root);
        if (c.mark == Mark.Idle && winner == 0) {
            s.back = pot - share(pot, 50);
        } else if (root == c.postRoot && !convicted) {
            s.back = pot;
        } else {
            s.gas = gas < share(pot, 20) ? gas : share(pot, 20);
            uint256 rest = pot - s.gas;
            if (winner != 0) s.reward = share(rest, 40);
            if (c.voidedCount > 0) s.voided = share(rest, 10) / c.voidedCount * c.voidedCount;
        }
        s.burned = pot - s.back - s.gas - s.reward - s.voided;
    }

    /// @inheritdoc ITraining
    // INVARIANT: exactly the commitments that stood above `by` when it left the head have it as voidedBy, so at most voidedCount shares are paid.
    function claimVoided(bytes32 hash) external {
        Commitment storage c = _commitments[hash];
        if (status(hash) != Status.Voided) revert WrongStatus(hash, status(hash));
        if (c.voidedBy == 0) {
            Commitment storage parent = _commitments[c.parent];
            c.voidedBy = parent.mark != Mark.None ? c.parent : parent.voidedBy;
            if (c.voidedBy == 0) revert ClaimParentFirst(c.parent);
        }
        Commitment storage by = _commitments[c.voidedBy];
        bool repay = !c.repaid;
        bool pay = !c.shared && by.settled && by.voidedShare > 0;
        if (!repay && !pay) revert NothingToClaim();
        if (repay) {
            c.repaid = true;
            emit VoidedClaimed(hash, c.voidedBy, c.committer, c.bond, false);
            bytes32 key = Hashes.bondKey(c.run, c.fence);
            vault.credit(key, NATIVE, c.committer, c.bond);
            _unreserve(c.run, key, c.reward);
        }
        if (pay) {
            c.shared = true;
            emit VoidedClaimed(hash, c.voidedBy, c.committer, by.voidedShare, true);
            vault.credit(Hashes.bondKey(by.run, by.fence), NATIVE, c.committer, by.voidedShare);
        }
    }

    // Reads

    /// @inheritdoc ITraining
    function isProven(bytes32 hash) external view returns (bool) {
        return _proofs[hash] == PROVEN;
    }

    /// @inheritdoc ITraining
    function commitment(bytes32 hash) external view returns (Commitment memory) {
        return _commitments[hash];
    }

    /// @inheritdoc ITraining
    function claimOf(bytes32 hash) external view returns (Claim memory) {
        Commitment storage c = _commitments[hash];
        return Claim(c.preRoot, c.postRoot, c.committer, c.run, c.steps, c.committedAt, c.window);
    }

    /// @inheritdoc ITraining
    function committedBlock(bytes32 hash) external view returns (uint64) {
        return _commitments[hash].committedBlock;
    }

    /// @inheritdoc ITraining
    function status(bytes32 hash) public view returns (Status) {
        Commitment storage c = _commitments[hash];
        if (c.committer == address(0)) return Status.Unknown;
        if (c.mark == Mark.TalliedAgainst) return Status.Pending;
        if (c.mark == Mark.Cleared) return Status.Voided;
        if (c.mark != Mark.None) return Status.Rejected;
        Progress storage p = _progress[c.run];
        if (c.window >= p.headCount || live[c.run][c.window] != hash) return Status.Voided;
        return c.window < p.anchorCount ? Status.Finalised : Status.Pending;
    }

    /// @inheritdoc ITraining
    function head(uint64 run) public view override returns (bytes32) {
        return _below(run, _progress[run].headCount);
    }

    /// @inheritdoc ITraining
    function anchor(uint64 run) external view returns (bytes32) {
        return _below(run, _progress[run].anchorCount);
    }

    /// @inheritdoc ITraining
    function genesis(uint64 run) public view returns (bytes32) {
        return Hashes.genesis(address(this), run, registry.facts(run));
    }

    /// @inheritdoc ITraining
    function keyOf(bytes32 hash) external view returns (bytes32) {
        return _key(_commitments[hash]);
    }

    // Inside

    function _pending(bytes32 hash) private view returns (Commitment storage) {
        Status s = status(hash);
        if (s != Status.Pending) revert WrongStatus(hash, s);
        return _commitments[hash];
    }

    /// @dev Takes a live commitment and all above it off the head: one number changes. Ends the lease, which stood on the old head.
    // SAFETY: a live commitment with an open case isn't final, so the head stays at or above the anchor.
    function _rollBack(bytes32 hash, Commitment storage c) private {
        uint64 run = c.run;
        Progress storage p = _progress[run];
        c.voidedCount = uint32(p.headCount - c.window - 1);
        p.headCount = c.window;
        emit RolledBack(run, hash, c.parent, c.window, c.voidedCount);
        _endLease(run);
    }

    function _isHeldBack(bytes32 hash) private view returns (bool) {
        return disputes.holdsFinality(hash) || IDemands(demands).isOpen(hash);
    }

    function _below(uint64 run, uint64 count) private view returns (bytes32) {
        return count == 0 ? genesis(run) : live[run][count - 1];
    }

    function _key(Commitment storage c) private view returns (bytes32) {
        uint64 first = c.window * registry.schedule(c.run).windowSteps;
        return Hashes.question(c.run, c.preRoot, first, c.steps);
    }
}
