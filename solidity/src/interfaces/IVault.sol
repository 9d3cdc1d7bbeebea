// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title The only contract that holds money
/// @notice Every coin in the protocol lies here, either in a *ledger* (money with a purpose: a bond, an escrow, a stake) or as the *credit*
/// of an account (money whose owner may take it away). A ledger is named by the contract that filled it and a key of that contract's
/// choosing, and only that contract can spend it, so a fault in one contract can't reach another's money. People never appear in a
/// ledger; they are credited and then `withdraw`. Nothing is ever paid by callback.
/// Token address 0 is the native coin. Bonds, stakes, fees and gas refunds are native only; a run's reward may be any ERC-20.
interface IVault {
    /// @notice `amount` of `token` came into the ledger (`owner`, `key`) from outside.
    event Deposited(address indexed owner, bytes32 indexed key, address indexed token, uint256 amount);
    /// @notice `amount` went from the ledger (`owner`, `key`) to the ledger (`toOwner`, `toKey`).
    event Moved(
        address indexed owner,
        bytes32 indexed key,
        address token,
        address indexed toOwner,
        bytes32 toKey,
        uint256 amount
    );
    /// @notice `amount` of `token` left the ledger (`owner`, `key`) and now belongs to `account`.
    event Credited(address indexed account, address indexed token, address indexed owner, bytes32 key, uint256 amount);
    /// @notice `amount` of the native coin left the ledger (`owner`, `key`) for ever.
    event Burned(address indexed owner, bytes32 indexed key, uint256 amount);
    /// @notice `account` took its credit.
    event Withdrawn(address indexed account, address indexed token, uint256 amount);

    /// @notice The caller isn't one of the core contracts.
    error NotCore();
    /// @notice The ledger holds less than was asked for.
    error Insufficient(bytes32 key, uint256 held, uint256 asked);
    /// @notice The caller has no credit in this token.
    error NothingToWithdraw();
    /// @notice The native coin couldn't be sent to `account`; its credit is untouched.
    error PaymentRefused(address account);

    /// @notice Puts the native coin sent along into the caller's ledger `key`. Core contracts only.
    function deposit(bytes32 key) external payable;

    /// @notice Takes `amount` of an ERC-20 from `payer`, who has approved this contract, into the caller's ledger `key`. Core contracts only.
    /// @return received By how much this contract's balance really grew; that and no more is recorded.
    function collect(bytes32 key, address token, address payer, uint256 amount) external returns (uint256 received);

    /// @notice Moves money from the caller's ledger `key` to the ledger `toKey` of the core contract `toOwner`. Core contracts only.
    function move(bytes32 key, address token, address toOwner, bytes32 toKey, uint256 amount) external;

    /// @notice Gives money of the caller's ledger `key` to `account`, as credit. Core contracts only.
    function credit(bytes32 key, address token, address account, uint256 amount) external;

    /// @notice Sends native coin of the caller's ledger `key` to 0x…dEaD. Core contracts only.
    function burn(bytes32 key, uint256 amount) external;

    /// @notice Pays the caller its whole credit in `token`. Reverts with `PaymentRefused` if the caller can't receive it; the credit then stays.
    /// @return amount What was paid.
    function withdraw(address token) external returns (uint256 amount);

    /// @notice What the ledger (`owner`, `key`) holds.
    function ledger(address owner, bytes32 key, address token) external view returns (uint256);

    /// @notice What `account` may withdraw.
    function creditOf(address account, address token) external view returns (uint256);

    /// @notice Sum of all ledgers and credits in `token`. The balance is never less (it may be more: coins can be forced upon any contract).
    function held(address token) external view returns (uint256);

    /// @notice Whether `account` is one of the five core contracts that have money.
    function isCore(address account) external view returns (bool);
}
