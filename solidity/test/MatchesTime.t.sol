// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Clock} from "../src/Clock.sol";
import {Game, IMatches, Outcome, Phase, Side} from "../src/interfaces/IMatches.sol";
import {MatchStage} from "./MatchStage.sol";
import {Test} from "./Test.sol";

/// @notice The chess clocks, case by case.
contract ClockTest is Test {
    using Clock for Game;

    Game private g;

    struct Case {
        Side mover;
        uint32 committer;
        uint32 challenger;
        uint32 used;
        Side next;
        uint32 extension;
        uint32 committerThen;
        uint32 challengerThen;
    }

    function test_pass() external {
        Case[8] memory cases = [
            // A turn's time is the mover's; the next one has the extension at least.
            Case(Side.Committer, 100, 50, 30, Side.Challenger, 10, 70, 50),
            Case(Side.Committer, 100, 5, 30, Side.Challenger, 10, 70, 10),
            Case(Side.Challenger, 100, 50, 50, Side.Committer, 10, 100, 0),
            Case(Side.Challenger, 9, 50, 1, Side.Committer, 10, 10, 49),
            Case(Side.Challenger, 10, 50, 0, Side.Committer, 10, 10, 50),
            // At Start it is both sides'.
            Case(Side.None, 120, 120, 20, Side.Challenger, 26, 100, 100),
            Case(Side.None, 120, 120, 120, Side.Committer, 26, 26, 0),
            Case(Side.None, 120, 120, 0, Side.Committer, 200, 200, 120)
        ];
        for (uint256 i = 0; i < cases.length; ++i) {
            Case memory c = cases[i];
            g.phase = c.mover == Side.None ? Phase.Start : Phase.Steps;
            (g.due, g.committerLeft, g.challengerLeft) = (c.mover, c.committer, c.challenger);
            g.turnAt = uint40(vm.getBlockTimestamp());
            vm.warp(vm.getBlockTimestamp() + c.used);
            g.pass(c.next, c.extension);
            string memory name = vm.toString(i);
            vm.assertEq(g.committerLeft, c.committerThen, name);
            vm.assertEq(g.challengerLeft, c.challengerThen, name);
            vm.assertEq(g.turnAt, vm.getBlockTimestamp(), name);
            uint256 left = c.next == Side.Committer ? c.committerThen : c.challengerThen;
            vm.assertEq(g.deadline(), vm.getBlockTimestamp() + left, name);
        }
    }

    function test_deadline_ofNothing() external {
        vm.assertEq(g.deadline(), 0, "no match");
        g.phase = Phase.Ended;
        g.committerLeft = 5;
        vm.assertEq(g.deadline(), 0, "ended");
    }
}

/// @notice Time in whole matches, with the devnet's clocks: 120; 10, 20 and 26 seconds.
contract MatchesTimeTest is MatchStage {
    function left(Side side) private view returns (uint256) {
        Game memory g = board.game(matchId);
        return side == Side.Committer ? g.committerLeft : g.challengerLeft;
    }

    function test_start_runsBothClocks() external {
        begin(small(), Side.Committer);
        pass(100);
        step(Side.Challenger);
        vm.assertEq(left(Side.Challenger), 20, "the opener's time is gone");
        vm.assertEq(left(Side.Committer), 26, "so is the other's, who has the extension of the history");
        (, Side side, uint64 deadline) = board.due(matchId);
        vm.assertTrue(side == Side.Committer && deadline == vm.getBlockTimestamp() + 26, "one clock runs now");
    }

    /// @dev Whoever moves in the last second of every turn: the next mover has its extension each time, longer where a list is computed.
    function test_System01_ALastSecondMoveLeavesTheOtherItsTime() external {
        begin(small(), Side.Committer);
        while (true) {
            (,, uint64 deadline) = board.due(matchId);
            vm.warp(deadline);
            step(Side.Committer);
            Game memory g = board.game(matchId);
            if (g.phase == Phase.Ended) break;
            if (g.phase == Phase.Bound) continue;
            bool list = g.phase == Phase.Bind || g.phase == Phase.Element || g.phase == Phase.Folds;
            uint256 extension = g.phase == Phase.Steps ? 26 : list ? 20 : 10;
            (, Side side, uint64 until) = board.due(matchId);
            vm.assertGe(until, deadline + extension, string.concat("phase ", vm.toString(uint256(g.phase))));
            if (left(side) != extension) vm.assertGt(left(side), extension, "its own time");
        }
        vm.assertEq(uint256(board.outcome(matchId)), uint256(liarConvicted()), "the liar");
    }

    function test_bothSilent() external {
        begin(small(), Side.Committer);
        pass(120);
        vm.expectRevert(IMatches.NotYet.selector);
        board.timeout(matchId);
        pass(1);
        board.timeout(matchId);
        vm.assertEq(uint256(board.outcome(matchId)), uint256(Outcome.BothSilent), "neither posted");
    }

    function test_void_endsAMatchOverAVoidedCommitment() external {
        stakeJury();
        bytes32 wrong = commit(liar, lie(0));
        bytes32 above = commitTruth(worker);
        challenge(challenger, wrong, truth(0));
        uint64 id = challenge(griefer, above, lie(1));
        openArithmetic(griefer, id);
        vm.expectRevert(IMatches.NotYet.selector);
        board.void(id);
        holdUnanimous(wrong, truth(0));
        board.void(id);
        vm.assertEq(uint256(board.outcome(id)), uint256(Outcome.Void), "nobody is convicted");
        vm.expectPartialRevert(IMatches.WrongPhase.selector);
        board.void(id);
    }
}
