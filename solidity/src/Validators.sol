// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ICourt, Validator} from "./interfaces/ICourt.sol";

/// @title The list of validators
/// @dev Bounded, so that a jury of all of them can be seated in one call. A full list gives way to larger stakes, so it can't be filled
/// with dust to keep others out.
library Validators {
    /// @dev Most validators a jury is drawn from.
    uint256 internal constant MAX = 32;

    /// INVARIANT: listed holds exactly the accounts with book[a].listed, each once, at most MAX; locked + unbonding ≤ stake for every account.
    struct List {
        mapping(address => Validator) book;
        address[] listed;
    }

    /// @dev Stake that neither sits in a seat nor is asked back.
    function free(Validator storage v) internal view returns (uint256) {
        return v.stake - v.locked - v.unbonding;
    }

    /// @dev Adds stake and lists the account.
    /// @return out Who had to leave the list for it; 0 if nobody.
    function add(List storage list, address account, uint128 amount) internal returns (address out) {
        Validator storage v = list.book[account];
        v.stake += amount;
        v.since = uint64(block.timestamp);
        if (v.listed) return out;
        v.listed = true;
        if (list.listed.length < MAX) {
            list.listed.push(account);
            return out;
        }
        (uint256 slot, uint256 least) = smallest(list);
        if (staying(v) <= least) revert ICourt.StakeTooSmall(least + 1);
        out = list.listed[slot];
        list.book[out].listed = false;
        list.listed[slot] = account;
    }

    /// @dev Takes stake off an account's books; unlists it when nothing is left.
    function take(List storage list, address account, uint128 amount) internal {
        Validator storage v = list.book[account];
        v.stake -= amount;
        if (v.stake > 0 || !v.listed) return;
        v.listed = false;
        uint256 last = list.listed.length - 1;
        for (uint256 i = 0; i <= last; ++i) {
            if (list.listed[i] != account) continue;
            list.listed[i] = list.listed[last];
            list.listed.pop();
            return;
        }
    }

    function smallest(List storage list) private view returns (uint256 slot, uint256 least) {
        least = type(uint256).max;
        for (uint256 i = 0; i < list.listed.length; ++i) {
            uint256 s = staying(list.book[list.listed[i]]);
            if (s < least) (slot, least) = (i, s);
        }
    }

    function staying(Validator storage v) private view returns (uint256) {
        return v.stake - v.unbonding;
    }
}
