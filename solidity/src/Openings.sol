// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Descriptor} from "./Descriptor.sol";
import {TileProof} from "./TileProof.sol";
import {IStepReferee} from "./interfaces/IStepReferee.sol";

/// @title Roots and openings that a step is decided from
/// @notice Nothing is read before it is shown to stand where it is read.
library Openings {
    using Descriptor for Descriptor.Operand;

    /// @notice Roots and openings of one call: places in the calldata.
    /// @param openings Of the operands, in order; set by expect.
    struct Evidence {
        uint256 roots;
        uint256 rootCount;
        uint256 front;
        uint256 size;
        uint256[3] openings;
    }

    /// @notice There are that many roots, and the evidence is `front` bytes and openings of `count` operands from the first on.
    function expect(
        Descriptor.Operator memory o,
        Evidence memory e,
        uint256 roots,
        uint256 front,
        uint256 first,
        uint256 count
    ) internal pure {
        unchecked {
            uint256 end = e.front + front;
            for (uint256 i = 0; i < count; ++i) {
                e.openings[i] = end;
                end += TileProof.LEAF_BYTES + 32 * TileProof.depth(o.operands[first + i].tiles());
            }
            if (e.rootCount != roots || e.size != end - e.front) revert IStepReferee.WrongLength();
        }
    }

    /// @notice Root n. Bounds: n < rootCount.
    function root(Evidence memory e, uint256 n) internal pure returns (bytes32 found) {
        uint256 pointer = e.roots + 32 * n;
        assembly ("memory-safe") {
            found := calldataload(pointer)
        }
    }

    /// @notice Where opening n stands in the calldata, once it is shown to be that tile of the operand.
    function tile(Evidence memory e, uint256 n, Descriptor.Operand memory x, uint256 index)
        internal
        view
        returns (uint256 pointer)
    {
        pointer = e.openings[n];
        uint256 length = x.tiles();
        bytes32 top =
            TileProof.climbAt(TileProof.leaf(pointer), index, pointer + TileProof.LEAF_BYTES, TileProof.depth(length));
        if (index >= length || TileProof.list(top, x.kind(), length) != root(e, n)) revert IStepReferee.WrongOpening();
    }

    /// @notice A word of operand n.
    function word(Descriptor.Operator memory o, Evidence memory e, uint256 n, uint256 index, uint256 place)
        internal
        view
        returns (uint256)
    {
        return Descriptor.wordAt(tile(e, n, o.operands[n], index), place);
    }
}
