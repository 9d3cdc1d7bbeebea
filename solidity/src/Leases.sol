// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {Core, NATIVE, attentionBudget, requireAddress, share} from "./Core.sol";
import {Hashes} from "./Hashes.sol";
import {IDisputes} from "./interfaces/IDisputes.sol";
import {IRunRegistry, Schedule} from "./interfaces/IRunRegistry.sol";
import {ITraining, Lease, Progress} from "./interfaces/ITraining.sol";
import {IVault} from "./interfaces/IVault.sol";

/// @title The lease: the mutex half of Training
/// @notice The rules, and all prose, are on ITraining.
abstract contract Leases is ITraining {
    using SafeCast for uint256;

    /// The longest a bond can be doubled: 2^5 = 32.
    uint8 private constant MAX_DOUBLINGS = 5;
    uint64 private constant MAX_PAUSE = 7 days;
    uint64 private constant PAUSE_SPACING = 30 days;

    IVault internal immutable vault;
    IRunRegistry internal immutable registry;
    IDisputes internal immutable disputes;
    address internal immutable court;

    /// @inheritdoc ITraining
    address public immutable guardian;

    uint64 private _pausedAt;
    uint64 private _pausedUntil;

    mapping(uint64 run => Progress) internal _progress;
    mapping(uint64 run => Lease) internal _leases;

    modifier onlyCourt() {
        if (msg.sender != court) revert NotCourt();
        _;
    }

    constructor(Core memory core, address guardian_) {
        requireAddress(address(this), core.training);
        vault = IVault(core.vault);
        registry = IRunRegistry(core.registry);
        disputes = IDisputes(core.disputes);
        court = core.court;
        guardian = guardian_;
    }

    /// @inheritdoc ITraining
    function acquire(uint64 run, bytes32 expectedHead) external payable returns (uint64 fence) {
        if (block.timestamp < _pausedUntil) revert AcquirePaused(_pausedUntil);
        Schedule memory schedule = registry.schedule(run);
        Progress storage p = _progress[run];
        if (head(run) != expectedHead) revert WrongHead(head(run));
        Lease storage old = _leases[run];
        if (old.holder != address(0)) {
            if (block.timestamp <= old.deadline) revert Leased(old.holder, old.deadline);
            _expire(run, msg.sender);
        }
        uint256 bond = requiredBond(run);
        if (msg.value != bond) revert WrongBond(msg.value, bond);
        uint64 window = p.headCount;
        uint32 steps = _steps(schedule, window);
        if (steps == 0) revert RunComplete();
        if (window - p.anchorCount >= schedule.maxPending) revert TooManyPending();

        fence = ++p.fence;
        p.acquiredAt = uint64(block.timestamp);
        uint64 deadline = uint64(block.timestamp) + registry.clocks(run).lease;
        uint256 reward = uint256(registry.economy(run).reward) * steps;
        _leases[run] = Lease({
            holder: msg.sender,
            fence: fence,
            window: window,
            acquiredAt: uint64(block.timestamp),
            deadline: deadline,
            expectedHead: expectedHead,
            bond: bond.toUint128(),
            reward: reward.toUint128()
        });
        emit Acquired(run, fence, msg.sender, expectedHead, window, deadline, bond, reward);
        bytes32 key = Hashes.bondKey(run, fence);
        vault.deposit{value: bond}(key);
        registry.reserve(run, fence, key, reward + attentionBudget(reward));
    }

    /// @inheritdoc ITraining
    function release(uint64 run, uint64 fence) external {
        Lease memory l = _held(run, fence);
        uint256 whole = l.deadline - l.acquiredAt;
        uint256 gone = block.timestamp - l.acquiredAt;
        uint256 burned = share(l.bond, 1);
        // 1 % in the first quarter, then 49 % more over the other three.
        if (4 * gone > whole) burned += uint256(l.bond) * 49 * (4 * gone - whole) / (3 * whole) / 100;
        // SAFETY: without doubling here too, releasing and acquiring again would hold the run for 1 % a quarter.
        _double(run);
        delete _leases[run];
        emit Released(run, fence, l.holder, burned);
        _repay(run, l, burned, 0, address(0));
    }

    /// @inheritdoc ITraining
    function expire(uint64 run) external {
        Lease storage l = _leases[run];
        if (l.holder == address(0)) revert NoLease();
        if (block.timestamp <= l.deadline) revert LeaseRuns(l.deadline);
        _expire(run, msg.sender);
    }

    /// @inheritdoc ITraining
    // SAFETY: pauses are at most 7 days and begin at least 30 days apart, so no 30 days hold more than 7 of them.
    function pause(uint64 duration) external {
        if (msg.sender != guardian) revert NotGuardian();
        if (duration == 0) {
            if (block.timestamp < _pausedUntil) _pausedUntil = uint64(block.timestamp);
        } else {
            if (duration > MAX_PAUSE || (_pausedAt != 0 && block.timestamp < _pausedAt + PAUSE_SPACING)) {
                revert PauseTooLong();
            }
            _pausedAt = uint64(block.timestamp);
            _pausedUntil = uint64(block.timestamp) + duration;
        }
        emit Paused(_pausedUntil);
    }

    /// @inheritdoc ITraining
    function requiredBond(uint64 run) public view returns (uint256) {
        uint256 doublings = _progress[run].doublings;
        Lease storage l = _leases[run];
        if (l.holder != address(0) && block.timestamp > l.deadline && doublings < MAX_DOUBLINGS) ++doublings;
        uint256 fee = registry.courtFee(run);
        return ((registry.baseBond(run) - fee) << doublings) + fee;
    }

    /// @inheritdoc ITraining
    function lease(uint64 run) external view returns (Lease memory) {
        return _leases[run];
    }

    /// @inheritdoc ITraining
    function progress(uint64 run) external view returns (Progress memory) {
        return _progress[run];
    }

    /// @inheritdoc ITraining
    function stepsOf(uint64 run, uint64 window) public view returns (uint32) {
        return _steps(registry.schedule(run), window);
    }

    /// @inheritdoc ITraining
    function bondKey(uint64 run, uint64 fence) external pure returns (bytes32) {
        return Hashes.bondKey(run, fence);
    }

    /// @inheritdoc ITraining
    function head(uint64 run) public view virtual returns (bytes32);

    /// @dev The lease, if the caller may use it now.
    function _held(uint64 run, uint64 fence) internal view returns (Lease memory l) {
        l = _leases[run];
        if (l.holder != msg.sender || l.fence != fence) revert NotHolder();
        if (block.timestamp > l.deadline) revert TooLate(l.deadline);
    }

    function _expire(uint64 run, address caller) private {
        Lease memory l = _leases[run];
        _double(run);
        delete _leases[run];
        uint256 tip = caller == address(0) ? 0 : share(l.bond, 1);
        uint256 burned = share(l.bond, 50) - tip;
        emit Expired(run, l.fence, l.holder, caller, tip, burned);
        _repay(run, l, burned, tip, caller);
    }

    function _double(uint64 run) private {
        Progress storage p = _progress[run];
        if (p.doublings < MAX_DOUBLINGS) ++p.doublings;
    }

    /// @dev Pays out the bond of a lease that ended without a commitment, and frees its reward.
    function _repay(uint64 run, Lease memory l, uint256 burned, uint256 tip, address caller) private {
        bytes32 key = Hashes.bondKey(run, l.fence);
        vault.burn(key, burned);
        vault.credit(key, NATIVE, caller, tip);
        vault.credit(key, NATIVE, l.holder, l.bond - burned - tip);
        _unreserve(run, key, l.reward);
    }

    /// @dev Puts a window's reward back into the escrow, with what was set aside beside it.
    function _unreserve(uint64 run, bytes32 key, uint256 reward) internal {
        _toEscrow(run, key, registry.economy(run).rewardToken, reward + attentionBudget(reward));
    }

    function _toEscrow(uint64 run, bytes32 key, address token, uint256 amount) internal {
        vault.move(key, token, address(registry), Hashes.escrowKey(run), amount);
    }

    /// @dev Ends a lease whose head went away: its bond returns whole, unless its deadline had passed.
    function _endLease(uint64 run) internal {
        Lease memory l = _leases[run];
        if (l.holder == address(0)) return;
        if (block.timestamp > l.deadline) {
            _expire(run, address(0));
        } else {
            delete _leases[run];
            emit LeaseEnded(run, l.fence, l.holder);
            _repay(run, l, 0, 0, address(0));
        }
    }

    function _steps(Schedule memory s, uint64 window) private pure returns (uint32) {
        uint256 first = uint256(window) * s.windowSteps;
        if (first >= s.totalSteps) return 0;
        uint256 left = s.totalSteps - first;
        return left < s.windowSteps ? left.toUint32() : s.windowSteps;
    }
}
