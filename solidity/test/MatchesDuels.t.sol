// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {FIRST_DUEL, FIRST_GOAL_DUEL} from "../src/Core.sol";
import {Given} from "../src/interfaces/IDuels.sol";
import {IMatches, Outcome, Side, Terms} from "../src/interfaces/IMatches.sol";
import {MatchStage, Plot} from "./MatchStage.sol";
import {Sparse, SparseList} from "./SparseList.sol";

/// @notice Stands for the contract that starts a duel: it says what the test told it.
contract DuelsDouble {
    Given private _given;

    function give(Given calldata given_) external {
        _given = given_;
    }

    function given(uint64) external view returns (Given memory) {
        return _given;
    }
}

/// @notice Matches that don't belong to a challenge: over lists that were named before and end alike, and over another program than the run's.
contract MatchesDuelsTest is MatchStage {
    using SparseList for Sparse;

    uint64 private constant GOAL = FIRST_GOAL_DUEL + 1;
    Given private given;
    address private starter;

    function setUp() public override {
        super.setUp();
        matchId = FIRST_DUEL + 1;
        starter = core.attention;
        sameEnd = true;
        bytes memory code = address(new DuelsDouble()).code;
        vm.etch(core.attention, code);
        vm.etch(core.goals, code);
    }

    function startMatch(Terms memory terms) internal override {
        DuelsDouble(starter).give(given);
        vm.prank(starter);
        board.start(matchId, terms);
    }

    /// @dev Both auditors named their lists when they opened their answers.
    function beginDuel(Plot memory p, Side truthful_) internal {
        // Lists depend on the plot only, so the match's own are these.
        plot = p;
        truthful = truthful_;
        descriptor = product(p);
        operands(p);
        bytes32 truth = claimsOf(p, false).steps.root(3);
        bytes32 lie_ = claimsOf(p, true).steps.root(3);
        bool first_ = truthful_ == Side.Committer;
        given.committerList = first_ ? truth : lie_;
        given.challengerList = first_ ? lie_ : truth;
        begin(p, truthful_);
    }

    function finish(Side opener) internal {
        for (uint256 moves = 0; board.outcome(matchId) == Outcome.Running; ++moves) {
            step(opener);
            vm.assertLt(moves, 30, "moves");
        }
        vm.assertEq(uint256(board.outcome(matchId)), uint256(liarConvicted()), "the liar is convicted");
    }

    function test_listsThatEndAlikeArePlayedToTheLeaf() external {
        for (uint256 i = 0; i < 4; ++i) {
            matchId = FIRST_DUEL + 1 + uint64(i);
            beginDuel(small(), i % 2 == 0 ? Side.Committer : Side.Challenger);
            vm.assertEq(claims[Side.Committer].root, claims[Side.Challenger].root, "equal ends");
            finish(i < 2 ? Side.Committer : Side.Challenger);
        }
    }

    function test_theWholeOfABigWindow() external {
        beginDuel(big(), Side.Challenger);
        finish(Side.Committer);
    }

    /// @dev Two entries are agreed: the one before the first step and the one after the last. So there is a third at least.
    function test_theShortestWindowThatCanBeAudited() external {
        Plot memory p = small();
        (p.steps, p.step) = (2, 1);
        beginDuel(p, Side.Committer);
        finish(Side.Challenger);
    }

    function test_anotherListIsRefused_whoeverOpens() external {
        for (uint256 i = 0; i < 2; ++i) {
            uint256 state_ = vm.snapshotState();
            beginDuel(small(), Side.Committer);
            Side side = i == 0 ? Side.Committer : Side.Challenger;
            // At the start by opening, later by answering.
            if (i == 1) step(Side.Committer);
            Sparse memory other_ = claims[side].steps;
            other_.put(1, keccak256("another"));
            claims[side].steps = other_;
            (, Side due_,) = board.due(matchId);
            (bytes memory data,) = moveOf(due_ == Side.None ? side : due_);
            (bool success, bytes memory result) = send(ownerOf(side), data);
            vm.assertFalse(success, "another list");
            vm.assertEq(bytes32(bytes4(result)), bytes32(IMatches.WrongClaim.selector), "by name");
            vm.revertToState(state_);
        }
    }

    function test_theProgramOfADuelIsThatOfItsGoal() external {
        (matchId, starter, sameEnd, foreign) = (GOAL, core.goals, false, true);
        Plot memory p = small();
        (p.steps, p.step) = (1, 1);
        plot = p;
        descriptor = product(p);
        operands(p);
        given.programRoot = program.root(5);
        given.datasetRoot = keccak256("held out");
        begin(p, Side.Challenger);
        finish(Side.Committer);
    }

    /// @dev An evaluation's state is a list of one tensor: there is nothing to open but its one leaf.
    function test_aStateOfOneTensor() external {
        (matchId, starter, sameEnd, foreign) = (GOAL, core.goals, false, true);
        Plot memory p = small();
        (p.steps, p.step, p.state, p.operators, p.operator, p.columns, p.tile) = (1, 1, true, 5, 3, 1, 0);
        plot = p;
        descriptor = newState(p);
        operands(p);
        given.programRoot = program.root(5);
        given.datasetRoot = keccak256("held out");
        begin(p, Side.Committer);
        finish(Side.Challenger);
    }

    function test_anIdBelongsToOneStarter() external {
        Terms memory t;
        (t.run, t.steps, t.committerRoot) = (run, 1, keccak256("root"));
        address[3] memory starters = [core.disputes, core.attention, core.goals];
        uint64[3] memory ids = [FIRST_DUEL - 1, FIRST_GOAL_DUEL - 1, type(uint64).max];
        for (uint256 i = 0; i < 3; ++i) {
            for (uint256 j = 0; j < 3; ++j) {
                vm.prank(starters[j]);
                if (i != j) vm.expectRevert(IMatches.NotStarter.selector);
                board.start(ids[i], t);
            }
        }
    }

    function test_aChallengesRootsStillDiffer() external {
        Terms memory t;
        (t.run, t.steps) = (run, 1);
        vm.prank(core.disputes);
        vm.expectRevert(IMatches.InvalidTerms.selector);
        board.start(8, t);
    }

    /// @dev Only a challenge's commitment can be voided: a duel is about what is final.
    function test_aDuelIsNeverVoid() external {
        beginDuel(small(), Side.Committer);
        vm.expectRevert(IMatches.NotYet.selector);
        board.void(matchId);
    }
}
