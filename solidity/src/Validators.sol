// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {Core, NATIVE, isLocalChain, requireAddress} from "./Core.sol";
import {Hashes} from "./Hashes.sol";
import {SumTree} from "./SumTree.sol";
import {IValidators, Validator} from "./interfaces/IValidators.sol";
import {IVault} from "./interfaces/IVault.sol";

/// @title Validators
/// @notice The rules, and all prose, are on IValidators.
contract Validators is IValidators {
    using SafeCast for uint256;
    using SumTree for SumTree.Tree;

    IVault private immutable vault;
    address private immutable court;

    /// @inheritdoc IValidators
    uint64 public immutable unstakeCooldown;

    /// @inheritdoc IValidators
    uint32 public validators;

    // INVARIANT: for every account locked ≤ stake and unbonding ≤ stake; its leaf weighs stake − unbonding; the vault's ledger of it holds stake.
    mapping(address account => Validator) private _book;

    /// @inheritdoc IValidators
    mapping(uint32 index => address) public validatorAt;

    SumTree.Tree private _tree;

    modifier onlyCourt() {
        if (msg.sender != court) revert NotCourt();
        _;
    }

    /// @param cooldown 0: 14 days, 20 minutes on local chains. Unit: seconds.
    constructor(Core memory core, uint64 cooldown) {
        requireAddress(address(this), core.validators);
        vault = IVault(core.vault);
        court = core.court;
        unstakeCooldown = cooldown != 0 ? cooldown : isLocalChain() ? 20 minutes : 14 days;
    }

    /// @inheritdoc IValidators
    function stake() external payable {
        if (msg.value == 0) revert NoAmount();
        Validator storage v = _book[msg.sender];
        uint256 before = _weight(v);
        v.stake += msg.value.toUint128();
        if (v.index == 0) {
            v.index = ++validators;
            validatorAt[v.index] = msg.sender;
            _tree.append(v.stake);
        } else {
            _tree.change(v.index, before, _weight(v));
        }
        emit Staked(msg.sender, v.index, msg.value, v.stake);
        vault.deposit{value: msg.value}(Hashes.stakeKey(msg.sender));
    }

    /// @inheritdoc IValidators
    function requestUnstake(uint256 amount) external {
        if (amount == 0) revert NoAmount();
        Validator storage v = _book[msg.sender];
        uint256 before = _weight(v);
        if (amount > before) revert NotAvailable(before);
        v.unbonding += amount.toUint128();
        v.availableAt = uint64(block.timestamp) + unstakeCooldown;
        _tree.change(v.index, before, before - amount);
        emit UnstakeRequested(msg.sender, amount, v.availableAt);
    }

    /// @inheritdoc IValidators
    function unstake() external returns (uint256 amount) {
        Validator storage v = _book[msg.sender];
        amount = v.unbonding;
        if (amount == 0) revert NoAmount();
        if (block.timestamp < v.availableAt) revert NotYet();
        uint256 free = v.stake - v.locked;
        if (free == 0) revert NotAvailable(0);
        if (amount > free) amount = free;
        v.unbonding -= amount.toUint128();
        v.stake -= amount.toUint128();
        emit Unstaked(msg.sender, amount);
        vault.credit(Hashes.stakeKey(msg.sender), NATIVE, msg.sender, amount);
    }

    /// @inheritdoc IValidators
    function lock(address account, uint256 amount) external onlyCourt {
        Validator storage v = _book[account];
        uint256 free = v.stake - v.locked;
        if (amount > free) revert NotAvailable(free);
        v.locked += amount.toUint128();
        emit StakeLocked(account, amount);
    }

    /// @inheritdoc IValidators
    // SAFETY: burned + paid ≤ amount ≤ locked ≤ stake. What is taken comes off the weight first, then off what was asked back.
    function release(address account, uint256 amount, uint256 burned, address to, uint256 paid) external onlyCourt {
        Validator storage v = _book[account];
        uint256 gone = burned + paid;
        if (gone > amount) revert NotAvailable(amount);
        uint256 before = _weight(v);
        v.locked -= amount.toUint128();
        v.stake -= gone.toUint128();
        if (v.unbonding > v.stake) v.unbonding = v.stake;
        _tree.change(v.index, before, _weight(v));
        emit StakeReleased(account, amount, burned, paid);
        bytes32 key = Hashes.stakeKey(account);
        vault.burn(key, burned);
        vault.credit(key, NATIVE, to, paid);
    }

    /// @inheritdoc IValidators
    function draw(bytes32 seed, uint256 asOf, uint256 count) external view returns (address[] memory drawn) {
        _expectOver(asOf);
        SumTree.Leaf[] memory leaves = _tree.draw(seed, asOf, count);
        drawn = new address[](leaves.length);
        for (uint256 i = 0; i < drawn.length; ++i) {
            // SAFETY: indices are counted by a uint32.
            // forge-lint: disable-next-line(unsafe-typecast)
            drawn[i] = validatorAt[uint32(leaves[i].index)];
        }
    }

    /// @inheritdoc IValidators
    function validator(address account) external view returns (Validator memory) {
        return _book[account];
    }

    /// @inheritdoc IValidators
    function unlocked(address account) external view returns (uint256) {
        Validator storage v = _book[account];
        return v.stake - v.locked;
    }

    /// @inheritdoc IValidators
    function weightAt(address account, uint256 asOf) external view returns (uint256) {
        _expectOver(asOf);
        return _tree.weightAt(_book[account].index, asOf);
    }

    /// @inheritdoc IValidators
    function totalAt(uint256 asOf) external view returns (uint256) {
        _expectOver(asOf);
        return _tree.totalAt(asOf);
    }

    /// @inheritdoc IValidators
    function stakeKey(address account) external pure returns (bytes32) {
        return Hashes.stakeKey(account);
    }

    function _weight(Validator storage v) private view returns (uint256) {
        return v.stake - v.unbonding;
    }

    /// @dev The weights of a block are known when it is over.
    function _expectOver(uint256 number) private view {
        if (number >= block.number) revert BlockNotOver(number);
    }
}
