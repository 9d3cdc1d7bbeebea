// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @notice A validator's deposit. Unit: wei.
/// @param index Its leaf in the sum tree, given at the first deposit and for ever, from 1; 0: it never staked.
/// @param stake All of it.
/// @param locked In seats; ≤ stake.
/// @param unbonding Asked back, not yet taken; ≤ stake. It may overlap with `locked`: such stake waits until its seats are settled.
/// @param availableAt Block time from which `unbonding` may be taken.
struct Validator {
    uint32 index;
    uint128 stake;
    uint128 locked;
    uint128 unbonding;
    uint64 availableAt;
}

/// @title Validators: stake, and who is drawn
/// @notice A validator's *weight* is its stake less what it asked back. Anyone may be one; there is no list to get onto and no minimum, since chance
/// counts weight alone: a stake split over many accounts is drawn as often as in one.
///
/// Weights are remembered per block, as they were at its end, so a draw is by the weights before the matter that it is about came up: no later
/// deposit, request or loss can move it. Stake that is asked back leaves the weights at once and stays liable for a cooldown that is longer than
/// any dispute; whoever was drawn by weights from before the request can be held to it.
interface IValidators {
    /// @notice A validator put stake in; it now has `total`.
    event Staked(address indexed validator, uint32 index, uint256 amount, uint256 total);
    /// @notice A validator asked for `amount` of its stake back.
    event UnstakeRequested(address indexed validator, uint256 amount, uint64 availableAt);
    /// @notice It was credited `amount`.
    event Unstaked(address indexed validator, uint256 amount);
    /// @notice `amount` of its stake is in one more seat.
    event StakeLocked(address indexed validator, uint256 amount);
    /// @notice A seat of `amount` is free again; of it `burned` is gone, and `paid` went to another.
    event StakeReleased(address indexed validator, uint256 amount, uint256 burned, uint256 paid);

    /// @notice An amount of 0.
    error NoAmount();
    /// @notice Less than that, `available`, can be asked back, taken or locked.
    error NotAvailable(uint256 available);
    /// @notice The cooldown isn't over.
    error NotYet();
    /// @notice Only the court.
    error NotCourt();
    /// @notice Weights are known up to the last block only.
    error BlockNotOver(uint256 number);

    /// @notice Adds the coin sent along to the caller's stake.
    function stake() external payable;

    /// @notice Asks for `amount` back, locked or not: at most what isn't asked back already. From this block on it has no weight. A later request
    /// restarts the cooldown of all of it.
    function requestUnstake(uint256 amount) external;

    /// @notice Credits what was asked back, after the cooldown, as far as it isn't locked; the rest stays asked back.
    function unstake() external returns (uint256 amount);

    /// @notice Locks `amount` of a validator's stake, even of what is asked back. Reverts if less is unlocked. `Court` only.
    function lock(address account, uint256 amount) external;

    /// @notice Unlocks `amount`; of it `burned` is burned and `paid` credited to `to`. `Court` only.
    function release(address account, uint256 amount, uint256 burned, address to, uint256 paid) external;

    /// @notice The first `count` validators that `seed` draws, without replacement, each in proportion to its weight at the end of block `asOf`
    /// among those not drawn before it. Fewer if fewer have weight. A longer draw by the same seed begins with the shorter one.
    function draw(bytes32 seed, uint256 asOf, uint256 count) external view returns (address[] memory drawn);

    /// @notice A validator's deposit, all zero if there is none.
    function validator(address account) external view returns (Validator memory);

    /// @notice What of its stake isn't locked: a seat takes of this, and so does `unstake`.
    function unlocked(address account) external view returns (uint256);

    /// @notice The validator with that index, from 1; 0 if there is none.
    function validatorAt(uint32 index) external view returns (address);

    /// @notice Number of validators that ever staked; indices are 1…validators().
    function validators() external view returns (uint32);

    /// @notice A validator's weight at the end of block `asOf`.
    function weightAt(address account, uint256 asOf) external view returns (uint256);

    /// @notice The sum of all weights at the end of block `asOf`.
    function totalAt(uint256 asOf) external view returns (uint256);

    /// @notice Time from `requestUnstake` to `unstake`. A constant of the deployment: 14 days; 20 minutes on chains 1337 and 31337. A run whose longest
    /// dispute isn't shorter can't be created. Unit: seconds.
    function unstakeCooldown() external view returns (uint64);

    /// @notice The Vault key of a validator's stake (ledger owner: this contract).
    function stakeKey(address account) external pure returns (bytes32);
}
