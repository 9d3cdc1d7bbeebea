// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @notice The addresses of one deployment. Each contract learns the others' when it is created, as immutables, so nobody can rewire them.
/// They name each other in a circle, so they are predicted: one account creates them in the order of the fields, with consecutive nonces.
/// Each refuses to be created at another address than its own here (the referee, the beacon and Poseidon2 call nobody and don't care).
struct Core {
    address vault;
    address registry;
    address training;
    address disputes;
    address court;
    address matches;
    address referee;
    address demands;
    address validators;
    address beacon;
    address attention;
    address goals;
    address stepProofs;
    address poseidon2;
}

/// @notice The contract isn't being created at the address that the others will call.
error WrongAddress(address actual, address predicted);

/// @dev Reverts unless the contract under construction is `predicted`.
function requireAddress(address actual, address predicted) pure {
    if (actual != predicted) revert WrongAddress(actual, predicted);
}

/// @dev The native coin, where a token is named.
address constant NATIVE = address(0);

/// @dev The answer of a juror who can't or won't say. Never a root.
bytes32 constant ABSTAIN = bytes32(type(uint256).max);

/// @dev How long money waits for a root to become final.
uint64 constant SETTLEMENT_PERIOD = 30 days;

/// @dev Whether hour-valued bounds are 0: local development chains only.
function isLocalChain() view returns (bool) {
    return block.chainid == 1337 || block.chainid == 31337;
}

/// @dev `percent` of `amount`, rounded down.
function share(uint256 amount, uint256 percent) pure returns (uint256) {
    return amount * percent / 100;
}

/// @dev What is set aside beside a window's reward, for those who check that it was computed: `Attention`.
function attentionBudget(uint256 reward) pure returns (uint256) {
    return share(reward, 5);
}

/// @dev What a unit of gas is repaid at: min(base fee · 1.1, cap).
function repaidPrice(uint256 cap) view returns (uint256 price) {
    price = block.basefee * 11 / 10;
    if (price > cap) price = cap;
}

/// @dev From here on a match's id is that of a duel: of `Attention`, from FIRST_GOAL_DUEL on of `Goals`. Below, of a challenge.
uint64 constant FIRST_DUEL = 1 << 63;
uint64 constant FIRST_GOAL_DUEL = 3 << 62;
