// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Blockhash} from "@openzeppelin/contracts/utils/Blockhash.sol";

/// @title Chance that nobody holds yet
/// @notice The hash of a block that was in the future when somebody committed to being chosen by it. Read through EIP-2935 once BLOCKHASH no
/// longer reaches it; where that doesn't either, a later block takes its place, by formula, so that nothing waits for ever.
library Beacon {
    /// How far back EIP-2935 reaches, and BLOCKHASH.
    uint256 private constant REACH = 8191;
    uint256 private constant SHORT_REACH = 256;

    /// @return hash Of block `number`, or of the first of number + 4096·i that can still be read (where there is no history, number + 128·i);
    /// 0 if block `number` hasn't been made yet.
    // SAFETY: the producer of one block has one bit of influence, at the price of the block.
    function hashOf(uint256 number) internal view returns (bytes32 hash) {
        if (number >= block.number) return 0;
        number = _readable(number, REACH, 4096);
        hash = Blockhash.blockHash(number);
        if (hash == 0) hash = blockhash(_readable(number, SHORT_REACH, 128));
    }

    function _readable(uint256 number, uint256 reach, uint256 stride) private view returns (uint256) {
        uint256 age = block.number - number;
        return age <= reach ? number : number + (age - reach + stride - 1) / stride * stride;
    }
}
