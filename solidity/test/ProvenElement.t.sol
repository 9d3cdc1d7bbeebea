// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {FIRST_DUEL} from "../src/Core.sol";
import {Game, Outcome, Phase, Side} from "../src/interfaces/IMatches.sol";
import {HashKind} from "../src/interfaces/IRunRegistry.sol";
import {Element, IStepProofs} from "../src/interfaces/IStepProofs.sol";
import {ProvenPlaces} from "./ProvenPlaces.sol";
import {Test} from "./Test.sol";

/// @notice Where in a match an element can be proved. What is right so far is refused for its binding, the next thing that is looked at.
contract ProvenElementTest is Test {
    ProvenPlaces private immutable asked = new ProvenPlaces();
    uint64 private constant DEADLINE = 1000;
    uint64 private constant ID = 7;

    function setUp() public {
        vm.warp(DEADLINE);
    }

    /// @dev A committer's turn after the challenger has posted a tile of zeros, but for word 5, which is 1.
    function posted() private pure returns (Game memory g, Element memory element) {
        g.outcome = Outcome.Running;
        g.hash = HashKind.Poseidon2;
        g.due = Side.Committer;
        g.phase = Phase.Element;
        element.theirs = new bytes(1024);
        element.theirs[20] = 0x01;
        g.posted = keccak256(element.theirs);
        element.descriptor = new bytes(1024);
        element.word = 5;
    }

    function refused(uint64 id, Game memory g, Element memory element, bytes4 why) private {
        vm.expectPartialRevert(why);
        asked.inputs(id, g, DEADLINE, element);
    }

    function test_onlyInACommittersTurnInTime() public {
        (Game memory g, Element memory element) = posted();
        refused(ID, g, element, IStepProofs.WrongElement.selector);
        bytes4 why = IStepProofs.NotProvableElement.selector;
        refused(FIRST_DUEL, g, element, why);
        g.due = Side.Challenger;
        refused(ID, g, element, why);
        g.due = Side.Committer;
        g.hash = HashKind.Sha256;
        refused(ID, g, element, why);
        g.hash = HashKind.Poseidon2;
        g.outcome = Outcome.CommitterConvicted;
        refused(ID, g, element, why);
        g.outcome = Outcome.Running;
        vm.warp(DEADLINE + 1);
        refused(ID, g, element, why);
        vm.warp(DEADLINE);
        for (uint256 i = 0; i <= uint256(Phase.Ended); ++i) {
            g.phase = Phase(i);
            bool there = g.phase == Phase.Element || g.phase == Phase.Folds;
            refused(ID, g, element, there ? IStepProofs.WrongElement.selector : why);
        }
        g.phase = Phase.Blocks;
        g.geometry = uint256(512) << 176; // one chunk
        refused(ID, g, element, IStepProofs.WrongElement.selector);
        g.geometry = uint256(513) << 176;
        refused(ID, g, element, why);
    }

    /// @dev Right but for its descriptor, which is no product's: that is what is refused, unless the challenger hasn't got the word wrong.
    function test_onlyAWordThatTheChallengerHasWrong() public {
        (Game memory g, Element memory element) = posted();
        g.binding = sha256(abi.encodePacked(element.descriptor, element.roots));
        bytes4 right = IStepProofs.NotProvableElement.selector;
        bytes4 wrong = IStepProofs.WrongElement.selector;
        refused(ID, g, element, right);
        element.value = 1;
        refused(ID, g, element, wrong);
        element.value = 0x01000000;
        refused(ID, g, element, right);
        element.word = 6;
        refused(ID, g, element, right);
        element.value = 0;
        refused(ID, g, element, wrong);
        element.word = 5;
        element.theirs[20] = 0x02;
        refused(ID, g, element, wrong);

        // Beyond the tile the challenger has spoken against the committer's word.
        (g.phase, g.word, g.mine) = (Phase.Folds, 5, bytes32(uint256(3)));
        element.value = 3;
        refused(ID, g, element, wrong);
        element.theirs = "";
        refused(ID, g, element, right);
        element.value = 4;
        refused(ID, g, element, wrong);
        (element.value, element.word) = (3, 6);
        refused(ID, g, element, wrong);
        (element.word, element.roots[1]) = (5, "another");
        refused(ID, g, element, wrong);
    }
}
