// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Geometry} from "../src/Geometry.sol";
import {Matches} from "../src/Matches.sol";
import {TileProof} from "../src/TileProof.sol";
import {
    Answer,
    Game,
    IMatches,
    NewList,
    Operand,
    Operands,
    Outcome,
    Phase,
    Side,
    Terms,
    TraceOpening
} from "../src/interfaces/IMatches.sol";
import {Run} from "../src/interfaces/IRunRegistry.sol";
import {Claims, MatchPlots, Plot} from "./MatchPlots.sol";
import {Sparse, SparseList} from "./SparseList.sol";

/// @notice Matches over the lists of MatchPlots, played by whoever is due.
abstract contract MatchStage is MatchPlots {
    using SparseList for Sparse;

    uint64 internal matchId = 7;

    Matches internal board;
    Plot internal plot;
    Side internal truthful;

    mapping(Side => Claims) internal claims;

    bytes internal posted;
    /// @dev The disputed operator is outside the set.
    bool internal nonsense;
    /// @dev The match is about another program than the run's.
    bool internal foreign;

    function setUp() public virtual override {
        super.setUp();
        board = playForReal();
    }

    function ownerOf(Side side) internal view returns (address) {
        return side == Side.Committer ? worker : challenger;
    }

    /// @dev Prepares a run and both sides' lists, and starts the match.
    function begin(Plot memory p, Side truthful_) internal {
        plot = p;
        truthful = truthful_;
        descriptor = descriptorOf(p);
        if (nonsense) descriptor[0] = 0xff;
        operands(p);
        (Claims memory truth, Claims memory lie_) = (claimsOf(p, false), claimsOf(p, true));
        claims[truthful] = truth;
        claims[Side(3 - uint8(truthful))] = lie_;

        Run memory data = devnet();
        if (!foreign) data.facts.programRoot = program.root(5);
        run = createRun(data);
        startMatch(
            Terms({
                run: run,
                steps: p.steps,
                preRoot: pre,
                committerRoot: claims[Side.Committer].root,
                challengerRoot: claims[Side.Challenger].root,
                committer: worker,
                challenger: challenger
            })
        );
    }

    function startMatch(Terms memory terms) internal virtual {
        vm.prank(core.disputes);
        board.start(matchId, terms);
    }

    // The moves

    /// @dev The move of the side that is due, as its lists say, and what it posts.
    function moveOf(Side side) internal view returns (bytes memory data, bytes memory posts) {
        Game memory g = board.game(matchId);
        Claims storage c = claims[side];
        if (g.phase == Phase.Start) {
            NewList memory list = newList(c.steps);
            return (abi.encodeCall(IMatches.openSteps, (matchId, side, list)), abi.encodePacked(list.nodes));
        }
        if (g.phase == Phase.Steps || g.phase == Phase.Trace || g.phase == Phase.Tiles) return nodesMove(g, c);
        if (g.phase == Phase.Bind) {
            bytes32[] memory path = program.path(plot.operator, program.depth());
            return (abi.encodeCall(IMatches.bind, (matchId, descriptor, path, rootsOf(true))), posted);
        }
        if (g.phase == Phase.Bound) {
            if (c.tiles.length == 1 && !plot.state) {
                return (abi.encodeCall(IMatches.openTile, (matchId, c.tile)), c.tile);
            }
            uint256 shown = TileProof.firstLevels(c.tiles.length);
            bytes32[] memory nodes = c.tiles.nodes(c.tiles.depth() - shown, 0, 1 << shown);
            return (abi.encodeCall(IMatches.openTiles, (matchId, nodes)), abi.encodePacked(nodes));
        }
        return wordsMove(g, c);
    }

    function nodesMove(Game memory g, Claims storage c) private view returns (bytes memory, bytes memory) {
        Sparse memory list = g.phase == Phase.Steps ? c.steps : g.phase == Phase.Trace ? c.trace : c.tiles;
        (Answer memory answer, uint256 index) = answerOf(g, list);
        if (g.below > 0) {
            bytes32[] memory opening = list.nodes(g.below - 4, index << 4, 16);
            return (abi.encodeCall(IMatches.move, (matchId, answer, opening)), abi.encodePacked(opening));
        }
        if (g.phase == Phase.Trace || g.phase == Phase.Tiles && plot.state) {
            return (abi.encodeCall(IMatches.move, (matchId, answer, new bytes32[](0))), posted);
        }
        if (g.phase == Phase.Tiles) return (abi.encodeCall(IMatches.moveToTile, (matchId, answer, c.tile)), c.tile);
        TraceOpening memory t;
        t.agreed = agreed;
        t.agreedPath = list.path(index - 1, list.depth());
        t.programTree = program.top();
        t.operators = plot.operators;
        t.list = newList(c.trace);
        return (abi.encodeCall(IMatches.moveToTrace, (matchId, answer, t)), abi.encodePacked(t.list.nodes));
    }

    function answerOf(Game memory g, Sparse memory list) internal view returns (Answer memory a, uint256 index) {
        bool isFirst = g.depth - g.below <= 4;
        uint256 count = isFirst ? 1 << (g.depth - g.below) : 16;
        index = isFirst ? 0 : uint256(g.index) << 4;
        a.nodes = list.nodes(g.below, index, count);
        bytes memory theirs = posted;
        uint256 same = 0;
        while (same < count && a.nodes[same] == wordOf(theirs, same)) ++same;
        a.theirs = new bytes32[](count - same);
        for (uint256 i = same; i < count; ++i) {
            a.theirs[i - same] = wordOf(theirs, i);
        }
        if (isFirst && g.phase != Phase.Tiles) {
            a.head = list.path(0, g.below);
            a.tail = list.path(list.length - 1, g.below);
        }
        index += same;
    }

    function wordsMove(Game memory g, Claims storage c) private view returns (bytes memory, bytes memory) {
        Plot memory p = plot;
        if (g.phase == Phase.Element) {
            bytes memory words = p.terms > 512 ? c.folds : p.terms > 16 ? c.blocks : new bytes(0);
            uint32 value = uint32(numberAt(c.tile, p.word));
            return (abi.encodeCall(IMatches.answerElement, (matchId, p.word, value, posted, words)), words);
        }
        if (g.phase == Phase.Folds) {
            uint32 value = uint32(numberAt(c.folds, p.chunk));
            return (abi.encodeCall(IMatches.answerFolds, (matchId, p.chunk, value, posted, c.blocks)), c.blocks);
        }
        if (g.phase == Phase.Blocks) {
            bytes memory value = slice(c.blocks, uint256(p.block_) * (p.lanes ? 64 : 4), p.lanes ? 64 : 4);
            return (abi.encodeCall(IMatches.answerBlocks, (matchId, p.block_, value, posted)), posted);
        }
        bytes memory openings = p.state ? new bytes(0) : evidence();
        return (abi.encodeCall(IMatches.leaf, (matchId, descriptor, rootsOf(false), openings)), posted);
    }

    function rootsOf(bool open) internal view virtual returns (Operands memory roots) {
        if (plot.state) return open ? roots : lateRoot();
        roots.operands = new Operand[](plot.lanes ? 1 : 2);
        roots.operands[0].root = first.root(1);
        if (!plot.lanes) roots.operands[1].root = second.root(1);
        if (!open) return roots;
        Sparse memory trace = claims[truthful].trace;
        roots.operands[0].path = trace.path(plot.operator, trace.depth());
        if (plot.lanes) return roots;
        roots.operands[1].path = state.path(1, state.depth());
        (roots.stateTree, roots.stateLength) = (state.top(), uint64(state.length));
    }

    /// @dev Of `state`: the tensor's root, where the trace has it.
    function lateRoot() internal view returns (Operands memory roots) {
        Sparse memory trace = claims[truthful].trace;
        roots.operands = new Operand[](1);
        roots.operands[0] = Operand(second.root(1), trace.path(plot.tile + 2, trace.depth()));
    }

    function evidence() internal view virtual returns (bytes memory) {
        bytes memory front = plot.lanes && plot.block_ > 0 ? new bytes(64) : new bytes(0);
        bytes32[] memory pathA = first.path(first.places[0], first.depth());
        if (plot.lanes) return bytes.concat(front, firstTile, abi.encodePacked(pathA));
        bytes32[] memory pathB = second.path(second.places[0], second.depth());
        return bytes.concat(firstTile, abi.encodePacked(pathA), secondTile, abi.encodePacked(pathB));
    }

    function newList(Sparse memory list) internal view returns (NewList memory l) {
        uint256 shown = TileProof.firstLevels(list.length);
        uint256 below = list.depth() - shown;
        l.nodes = list.nodes(below, 0, 1 << shown);
        l.head = list.path(0, below);
        l.tail = list.path(list.length - 1, below);
    }

    function wordOf(bytes memory data, uint256 i) internal pure returns (bytes32 word) {
        assembly ("memory-safe") {
            word := mload(add(data, add(0x20, shl(5, i))))
        }
    }

    function numberAt(bytes memory tile, uint256 i) internal pure returns (uint256 n) {
        for (uint256 b = 0; b < 4; ++b) {
            n |= uint256(uint8(tile[4 * i + b])) << (8 * b);
        }
    }

    function slice(bytes memory data, uint256 from, uint256 size) internal pure returns (bytes memory part) {
        part = new bytes(size);
        for (uint256 i = 0; i < size; ++i) {
            part[i] = data[from + i];
        }
    }

    // Playing

    function other(Side side) internal pure returns (Side) {
        return Side(3 - uint8(side));
    }

    function send(address who, bytes memory data) internal returns (bool success, bytes memory result) {
        vm.prank(who);
        return core.matches.call(data);
    }

    /// @dev Makes the due move; at the start that of `opener`.
    function step(Side opener) internal returns (bytes memory data) {
        (, Side side,) = board.due(matchId);
        if (side == Side.None) side = opener;
        bytes memory posts;
        (data, posts) = moveOf(side);
        (bool success, bytes memory result) = send(ownerOf(side), data);
        if (!success) {
            assembly ("memory-safe") {
                revert(add(result, 0x20), mload(result))
            }
        }
        posted = posts;
    }

    /// @dev Plays until the match comes to a phase.
    function playTo(Phase phase) internal {
        for (uint256 i = 0; i < 40; ++i) {
            (Phase now_,,) = board.due(matchId);
            if (now_ == phase) return;
            step(Side.Committer);
        }
        revert("no such phase");
    }

    /// @dev Whether the due move commits its side to something that no hash fixes yet.
    function isOwn(Game memory g) internal pure returns (bool) {
        if (g.phase == Phase.Start || g.phase == Phase.Element || g.phase == Phase.Folds || g.phase == Phase.Blocks) {
            return true;
        }
        if (g.phase == Phase.Steps && g.below == 0) return true;
        return (g.phase == Phase.Steps || g.phase == Phase.Trace) && g.depth - g.below <= 4;
    }

    /// @dev Of the match, but for what it cost.
    function stateOfMatch() internal view returns (bytes32) {
        Game memory g = board.game(matchId);
        (g.committerGas, g.challengerGas) = (0, 0);
        return keccak256(abi.encode(g));
    }

    /// @dev Zero bytes once, others four times.
    function tokensOf(bytes memory data) internal pure returns (uint256 tokens) {
        for (uint256 i = 0; i < data.length; ++i) {
            tokens += data[i] == 0 ? 1 : 4;
        }
    }

    function liarConvicted() internal view returns (Outcome) {
        return truthful == Side.Committer ? Outcome.ChallengerConvicted : Outcome.CommitterConvicted;
    }
}
