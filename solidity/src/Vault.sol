// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {Core, NATIVE, requireAddress} from "./Core.sol";
import {IVault} from "./interfaces/IVault.sol";

/// @title Vault
/// @notice The rules, and all prose, are on IVault.
contract Vault is IVault, ReentrancyGuardTransient {
    using SafeERC20 for IERC20;

    address private constant DEAD = 0x000000000000000000000000000000000000dEaD;

    address private immutable registry;
    address private immutable training;
    address private immutable disputes;
    address private immutable court;
    address private immutable demands;
    address private immutable validators;
    address private immutable attention;
    address private immutable goals;

    mapping(address owner => mapping(bytes32 key => mapping(address token => uint256))) private _ledgers;
    mapping(address account => mapping(address token => uint256)) private _credits;

    /// @inheritdoc IVault
    // INVARIANT: held[t] is the sum of all ledgers and credits in t, and the balance in t is at least that (for a token that keeps its books).
    mapping(address token => uint256) public held;

    modifier onlyCore() {
        if (!isCore(msg.sender)) revert NotCore();
        _;
    }

    constructor(Core memory core) {
        requireAddress(address(this), core.vault);
        registry = core.registry;
        training = core.training;
        disputes = core.disputes;
        court = core.court;
        demands = core.demands;
        validators = core.validators;
        attention = core.attention;
        goals = core.goals;
    }

    /// @inheritdoc IVault
    function deposit(bytes32 key) external payable onlyCore {
        _enter(key, NATIVE, msg.value);
    }

    /// @inheritdoc IVault
    // SAFETY: the guard keeps a token with hooks from nesting two measurements, or a withdrawal inside one.
    function collect(bytes32 key, address token, address payer, uint256 amount)
        external
        onlyCore
        nonReentrant
        returns (uint256 received)
    {
        uint256 before = IERC20(token).balanceOf(address(this));
        IERC20(token).safeTransferFrom(payer, address(this), amount);
        received = IERC20(token).balanceOf(address(this)) - before;
        _enter(key, token, received);
    }

    /// @inheritdoc IVault
    function move(bytes32 key, address token, address toOwner, bytes32 toKey, uint256 amount) external onlyCore {
        if (!isCore(toOwner)) revert NotCore();
        if (amount == 0) return;
        _leave(key, token, amount);
        _ledgers[toOwner][toKey][token] += amount;
        emit Moved(msg.sender, key, token, toOwner, toKey, amount);
    }

    /// @inheritdoc IVault
    function credit(bytes32 key, address token, address account, uint256 amount) external onlyCore {
        if (amount == 0) return;
        _leave(key, token, amount);
        _credits[account][token] += amount;
        emit Credited(account, token, msg.sender, key, amount);
    }

    /// @inheritdoc IVault
    // SAFETY: 0x…dEaD has no code, so this can neither fail nor call back.
    function burn(bytes32 key, uint256 amount) external onlyCore {
        if (amount == 0) return;
        _leave(key, NATIVE, amount);
        held[NATIVE] -= amount;
        emit Burned(msg.sender, key, amount);
        _send(DEAD, amount);
    }

    /// @inheritdoc IVault
    // SAFETY: the credit is gone before the coin leaves; a refusal reverts the caller's own call and nobody else's.
    function withdraw(address token) external nonReentrant returns (uint256 amount) {
        amount = _credits[msg.sender][token];
        if (amount == 0) revert NothingToWithdraw();
        _credits[msg.sender][token] = 0;
        held[token] -= amount;
        emit Withdrawn(msg.sender, token, amount);
        if (token == NATIVE) _send(msg.sender, amount);
        else IERC20(token).safeTransfer(msg.sender, amount);
    }

    /// @inheritdoc IVault
    function ledger(address owner, bytes32 key, address token) external view returns (uint256) {
        return _ledgers[owner][key][token];
    }

    /// @inheritdoc IVault
    function creditOf(address account, address token) external view returns (uint256) {
        return _credits[account][token];
    }

    /// @inheritdoc IVault
    function isCore(address account) public view returns (bool) {
        return account == registry || account == training || account == disputes || account == court
            || account == demands || account == validators || account == attention || account == goals;
    }

    function _enter(bytes32 key, address token, uint256 amount) private {
        _ledgers[msg.sender][key][token] += amount;
        held[token] += amount;
        emit Deposited(msg.sender, key, token, amount);
    }

    function _leave(bytes32 key, address token, uint256 amount) private {
        uint256 has = _ledgers[msg.sender][key][token];
        if (has < amount) revert Insufficient(key, has, amount);
        _ledgers[msg.sender][key][token] = has - amount;
    }

    function _send(address to, uint256 amount) private {
        (bool sent,) = to.call{value: amount}("");
        if (!sent) revert PaymentRefused(to);
    }
}
