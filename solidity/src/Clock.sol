// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Game, IMatches, Phase, Side} from "./interfaces/IMatches.sol";

/// @title The chess clocks of a match
/// @notice One clock runs at a time, but at Start, where both do. A turn lasts to its last second.
library Clock {
    /// @notice Last moment of the turn; 0 if nobody is due.
    // INVARIANT: at Start both sides have the same time left, so one deadline is both sides'.
    function deadline(Game storage g) internal view returns (uint64) {
        Phase phase = g.phase;
        if (phase == Phase.None || phase == Phase.Ended) return 0;
        return uint64(g.turnAt) + (g.due == Side.Challenger ? g.challengerLeft : g.committerLeft);
    }

    /// @notice Whether the turn is over.
    function late(Game storage g) internal view returns (bool) {
        return block.timestamp > deadline(g);
    }

    function requireTime(Game storage g) internal view {
        if (late(g)) revert IMatches.TooLate(deadline(g));
    }

    /// @notice Starts both clocks.
    function start(Game storage g, uint32 time, uint32 extension) internal {
        uint32 left = time > extension ? time : extension;
        (g.committerLeft, g.challengerLeft) = (left, left);
        g.turnAt = uint40(block.timestamp);
    }

    /// @notice Ends the turn of whoever is due, in time, and begins that of `next`, who has `extension` at least.
    // INVARIANT: time is only ever added up to an extension, of which each turn has one; turns are bounded by the lists' depths.
    function pass(Game storage g, Side next, uint32 extension) internal {
        uint32 used = uint32(block.timestamp - g.turnAt);
        Side mover = g.due;
        uint32 committer = g.committerLeft;
        uint32 challenger = g.challengerLeft;
        if (mover != Side.Challenger) committer -= used;
        if (mover != Side.Committer) challenger -= used;
        if (next == Side.Committer && committer < extension) committer = extension;
        if (next == Side.Challenger && challenger < extension) challenger = extension;
        (g.committerLeft, g.challengerLeft) = (committer, challenger);
        g.turnAt = uint40(block.timestamp);
        g.due = next;
    }
}
