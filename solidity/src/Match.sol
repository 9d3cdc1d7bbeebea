// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Clock} from "./Clock.sol";
import {Geometry} from "./Geometry.sol";
import {TileProof} from "./TileProof.sol";
import {Game, IMatches, Outcome, Phase, Side} from "./interfaces/IMatches.sol";

/// @title The state of a match
/// @notice What is due, whose turn it is, and how a turn or the match ends. Nothing else writes phase, due or outcome.
// INVARIANT: Running and not Start ⇒ exactly one side is due; Start ⇒ both; else nobody.
// INVARIANT: what the due side is held to (`mine`) and what the other side stands for differ; everything left of them is agreed.
library Match {
    using Clock for Game;
    using Geometry for uint256;

    /// @notice The one classifier: who is due, with what, until when.
    function turn(Game storage g) internal view returns (Phase, Side, uint64) {
        return (g.phase, g.due, g.deadline());
    }

    /// @notice The turn of this phase, in time.
    function expect(Game storage g, uint64 id, Phase phase) internal view {
        if (g.phase != phase) revert IMatches.WrongPhase(id, g.phase);
        g.requireTime();
    }

    /// @notice Whether the nodes that were posted are the first of their list.
    function isFirst(Game storage g) internal view returns (bool) {
        return g.depth - g.below <= 4;
    }

    /// @notice Length of the list that is open.
    function length(Game storage g) internal view returns (uint256) {
        if (g.phase == Phase.Steps) return uint256(g.steps) + 1;
        return g.phase == Phase.Trace ? g.operators : g.geometry.leaves();
    }

    /// @notice The side opened its steps list or trace.
    function setTree(Game storage g, Side side, bytes32 tree) internal {
        if (side == Side.Committer) g.committerTree = tree;
        else g.challengerTree = tree;
    }

    /// @notice Whether that is the top of a side's list. What is left of the difference is the same in both.
    function isTree(Game storage g, bytes32 tree) internal view returns (bool) {
        return tree == g.committerTree || tree == g.challengerTree;
    }

    /// @notice Seconds that whoever is due next has at least: more where a list has to be computed.
    function extension(Game storage g, Phase phase, bool atLeaves) internal view returns (uint32) {
        if (phase == Phase.Bind || phase == Phase.Element || phase == Phase.Folds || phase == Phase.Steps && atLeaves) {
            return g.listExtension;
        }
        return g.moveExtension;
    }

    /// @notice The mover opened a list of that length.
    function enter(Game storage g, uint256 length_) internal {
        uint256 levels = TileProof.depth(length_);
        // At most 64 levels.
        // forge-lint: disable-next-line(unsafe-typecast)
        g.depth = uint8(levels);
        // At most 64 levels.
        // forge-lint: disable-next-line(unsafe-typecast)
        g.below = uint8(levels - TileProof.firstLevels(length_));
        g.index = 0;
    }

    /// @notice Ends the mover's turn: the other side is due, held to `mine`, with what is behind `posted`.
    function pass(Game storage g, Phase phase, bytes32 mine, bytes32 posted) internal {
        (g.mine, g.posted) = (mine, posted);
        g.phase = phase;
        g.pass(other(g.due), extension(g, phase, g.below == 0));
    }

    /// @notice Ends the match.
    // INVARIANT: an end is for ever: every entry point asks for a phase that isn't Ended.
    function end(Game storage g, Outcome outcome) internal returns (Phase phase) {
        phase = g.phase;
        g.phase = Phase.Ended;
        g.due = Side.None;
        g.outcome = outcome;
    }

    function other(Side side) internal pure returns (Side) {
        return side == Side.Committer ? Side.Challenger : Side.Committer;
    }

    /// @notice The outcome in which that side is convicted.
    function convicted(Side side) internal pure returns (Outcome) {
        return side == Side.Committer ? Outcome.CommitterConvicted : Outcome.ChallengerConvicted;
    }

    /// @notice Who is convicted where `truth` is what the claims should have been.
    // INVARIANT: the claims differ, so at least one side is.
    function judge(Game storage g, bytes32 truth) internal view returns (Outcome) {
        bool dueWrong = g.mine != truth;
        bool otherWrong = g.posted != truth;
        if (dueWrong && otherWrong) return Outcome.BothConvicted;
        return convicted(dueWrong ? g.due : other(g.due));
    }
}
