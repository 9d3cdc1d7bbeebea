// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Match} from "./Match.sol";
import {OpCodes} from "./OpCodes.sol";
import {TileProof} from "./TileProof.sol";
import {Game, IMatches, Operand, Operands} from "./interfaces/IMatches.sol";
import {Facts} from "./interfaces/IRunRegistry.sol";
import {Reference} from "./interfaces/IStepReferee.sol";

/// @title The operator a match has come to, and what it reads
/// @notice Every root is opened against what both sides agree on: the trace before the operator, the state before the step, the run.
library Operators {
    using Match for Game;

    uint256 private constant STATE = 2;
    uint256 private constant PROGRAM = 5;

    /// @notice The list of that top and length is the run's program.
    function requireProgram(Facts memory facts, bytes32 tree, uint256 length) internal view {
        if (length < 2 || TileProof.list(tree, PROGRAM, length) != facts.programRoot) {
            revert IMatches.WrongProgram();
        }
    }

    /// @notice The descriptor is that of the disputed operator.
    function requireDescriptor(Game storage g, Facts memory facts, bytes calldata descriptor, bytes32[] calldata path)
        internal
        view
    {
        if (descriptor.length != TileProof.LEAF_BYTES) revert IMatches.WrongLength();
        uint256 pointer;
        assembly ("memory-safe") {
            pointer := descriptor.offset
        }
        bytes32 leaf = TileProof.leaf(pointer);
        if (!_isOperator(g, facts.programRoot, g.operator, leaf, path)) {
            revert IMatches.WrongProgram();
        }
    }

    /// @dev The leaf stands at that place of the program.
    function _isOperator(Game storage g, bytes32 programRoot, uint256 index, bytes32 leaf, bytes32[] calldata path)
        private
        view
        returns (bool)
    {
        return TileProof.verify(programRoot, PROGRAM, g.operators, index, leaf, path);
    }

    /// @notice The operands' roots are where the references say. False if there is no such place, whatever anyone shows.
    // INVARIANT: a trace index is below the disputed operator, so its entry is left of the difference and agreed.
    function check(Game storage g, Facts memory facts, Reference[] memory references, Operands calldata roots)
        internal
        view
        returns (bool)
    {
        if (roots.operands.length != references.length) revert IMatches.WrongLength();
        bool usesState;
        for (uint256 i = 0; i < references.length; ++i) {
            Reference memory r = references[i];
            Operand calldata operand = roots.operands[i];
            bytes32 leaf = TileProof.entry(operand.root);
            bool there;
            if (r.source == OpCodes.SOURCE_TRACE) {
                if (r.index >= g.operator) return false;
                there = operand.path.length == TileProof.depth(g.operators)
                    && g.isTree(TileProof.climb(leaf, uint256(r.index) + 1, operand.path));
            } else if (r.source == OpCodes.SOURCE_PRE_STATE) {
                usesState = true;
                if (TileProof.list(roots.stateTree, STATE, roots.stateLength) != g.agreed) {
                    revert IMatches.WrongAgreed();
                }
                if (r.index >= roots.stateLength) return false;
                there = operand.path.length == TileProof.depth(roots.stateLength)
                    && TileProof.climb(leaf, r.index, operand.path) == roots.stateTree;
            } else if (r.index == OpCodes.CONSTANT_DATASET) {
                there = operand.path.length == 0 && operand.root == facts.datasetRoot;
            } else {
                there = _isOperator(g, facts.programRoot, g.operators - 1, leaf, operand.path);
            }
            if (!there) revert IMatches.WrongOperand(i);
        }
        if (!usesState) _requireNoState(roots);
        return true;
    }

    /// @notice Roots alone: their paths were shown when they were bound.
    function requireBare(Operands calldata roots) internal pure {
        for (uint256 i = 0; i < roots.operands.length; ++i) {
            if (roots.operands[i].path.length != 0) revert IMatches.WrongLength();
        }
        _requireNoState(roots);
    }

    function rootsOf(Operands calldata roots) internal pure returns (bytes32[] memory list) {
        list = new bytes32[](roots.operands.length);
        for (uint256 i = 0; i < list.length; ++i) {
            list[i] = roots.operands[i].root;
        }
    }

    /// @notice Roots and siblings together.
    function count(Operands calldata roots) internal pure returns (uint256 words) {
        words = roots.operands.length;
        for (uint256 i = 0; i < roots.operands.length; ++i) {
            words += roots.operands[i].path.length;
        }
    }

    function _requireNoState(Operands calldata roots) private pure {
        if (roots.stateTree != 0 || roots.stateLength != 0) revert IMatches.WrongLength();
    }
}
