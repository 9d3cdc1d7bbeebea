// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Float32} from "../src/Float32.sol";
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
import {Base} from "./Base.sol";
import {Sparse, SparseList} from "./SparseList.sol";

/// @notice How big the lists of a match are, and where its sides differ.
/// @param lanes A row sum; else a product, or `state`.
/// @param state The operator `state`: a list of `columns` roots, the outputs of the operators from 1 on; `tile` is the one in dispute.
/// @param rows Of the output; a row sum's is a vector of so many words.
/// @param columns Of the product's output.
/// @param terms Of the reduction.
struct Plot {
    uint32 steps;
    uint256 step;
    uint32 operators;
    uint32 operator;
    bool lanes;
    bool state;
    uint32 rows;
    uint32 columns;
    uint32 terms;
    uint256 tile;
    uint8 word;
    uint32 chunk;
    uint8 block_;
}

/// @notice What one side holds to be true.
struct Claims {
    bytes32 root;
    Sparse steps;
    Sparse trace;
    Sparse tiles;
    bytes tile;
    bytes folds;
    bytes blocks;
}

/// @notice Matches between the truth and a lie, over lists as big as one likes. Everything is +0 but the sixteen terms in dispute: their sum is
/// 1 + 2 + … (or one 1 in each lane), the liar says 3 more.
abstract contract MatchStage is Base {
    using SparseList for Sparse;

    uint64 internal constant ID = 7;

    Matches internal board;
    Plot internal plot;
    Side internal truthful;

    // The lists that both sides have.
    Sparse internal program;
    Sparse internal state;
    Sparse internal first;
    Sparse internal second;
    bytes internal descriptor;
    bytes internal firstTile;
    bytes internal secondTile;
    mapping(Side => Claims) internal claims;
    bytes32 internal agreed;
    bytes32 internal pre;

    bytes internal posted;
    /// @dev The disputed operator is outside the set.
    bool internal nonsense;

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
        descriptor = p.state ? newState(p) : p.lanes ? rowSum(p) : product(p);
        if (nonsense) descriptor[0] = 0xff;
        operands(p);
        (Claims memory truth, Claims memory lie_) = (claimsOf(p, false), claimsOf(p, true));
        claims[truthful] = truth;
        claims[Side(3 - uint8(truthful))] = lie_;

        Run memory data = devnet();
        data.facts.programRoot = program.root(5);
        run = createRun(data);
        vm.prank(core.disputes);
        board.start(
            ID,
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

    // The operator

    function put(bytes memory tile, uint256 i, uint256 word) internal pure {
        for (uint256 b = 0; b < 4; ++b) {
            tile[4 * i + b] = bytes1(uint8(word >> (8 * b)));
        }
    }

    function putAll(bytes memory tile, uint256 i, uint32[10] memory words) internal pure {
        for (uint256 w = 0; w < 10; ++w) {
            put(tile, i + w, words[w]);
        }
    }

    /// @dev The output of the operator before times a tensor of the state.
    function product(Plot memory p) internal pure returns (bytes memory d) {
        d = new bytes(1024);
        putAll(d, 0, [1, 2, 1, 1, 1, p.rows, p.columns, 0, 1, 1]);
        putAll(d, 10, [p.rows, p.columns, 2, 0, 0, 0, 0, 0, 0, 0]);
        putAll(d, 64, [uint32(1), p.operator - 1, 5, 1, p.terms, 0, 1, 1, p.rows, p.terms]);
        putAll(d, 74, [uint32(2), 1, 6, 1, p.columns, 0, 1, 1, p.terms, p.columns]);
    }

    /// @dev The row sums of the output of the operator before.
    function rowSum(Plot memory p) internal pure returns (bytes memory d) {
        d = new bytes(1024);
        putAll(d, 0, [uint32(4), 5, 1, 2, 1, 1, p.rows, 0, 1, 1]);
        putAll(d, 10, [uint32(1), p.rows, 1, 0, 0, 0, 0, 0, 0, 0]);
        putAll(d, 64, [uint32(1), p.operator - 1, 7, 1, p.terms, 0, 1, 1, p.rows, p.terms]);
    }

    function newState(Plot memory p) internal pure returns (bytes memory d) {
        d = new bytes(1024);
        putAll(d, 0, [uint32(12), 1, 0, 0, 0, 0, p.columns, 0, 0, 1]);
        putAll(d, 10, [uint32(0), p.columns, 1, 0, 0, 0, 0, 0, 0, 0]);
        putAll(d, 64, [uint32(1), 1, 11, 0, 1, 0, 0, 0, p.columns, 0]);
    }

    function operands(Plot memory p) private {
        uint256 k = uint256(p.chunk) * 512 + uint256(p.block_) * 16;
        (uint256 row, uint256 column) = place(p);
        uint256 n = p.terms - k < 16 ? p.terms - k : 16;
        bytes memory a = new bytes(1024);
        bytes memory b = new bytes(1024);
        for (uint256 i = 0; i < n; ++i) {
            put(a, row % 16 * 16 + i, floatOf(p.lanes ? 1 : i + 1));
            put(b, i * 16 + column % 16, floatOf(1));
        }
        (firstTile, secondTile) = (a, b);
        uint256 across = (uint256(p.terms) + 15) / 16;
        Sparse memory x = zeros((uint256(p.rows) + 15) / 16 * across);
        x.put(row / 16 * across + k / 16, tileLeaf(a));
        first = x;
        uint256 wide = (uint256(p.columns) + 15) / 16;
        Sparse memory y = zeros(across * (wide == 0 ? 1 : wide));
        y.put(k / 16 * wide + column / 16, tileLeaf(b));
        second = y;

        Sparse memory list = SparseList.make(39, TileProof.entry(keccak256("tensor")));
        list.put(1, TileProof.entry(y.root(1)));
        state = list;
        Sparse memory code = SparseList.make(p.operators, TileProof.entry(keccak256("operator")));
        code.put(p.operator, tileLeaf(descriptor));
        program = code;
    }

    function place(Plot memory p) internal pure returns (uint256 row, uint256 column) {
        if (p.lanes) return (p.tile * 256 + p.word, 0);
        uint256 wide = (uint256(p.columns) + 15) / 16;
        return (p.tile / wide * 16 + p.word / 16, p.tile % wide * 16 + p.word % 16);
    }

    function zeros(uint256 length) internal pure returns (Sparse memory) {
        return SparseList.make(length, tileLeaf(new bytes(1024)));
    }

    function tileLeaf(bytes memory tile) internal pure returns (bytes32) {
        return sha256(bytes.concat(tile, hex"00"));
    }

    /// @dev A small whole number as binary32.
    function floatOf(uint256 n) internal pure returns (uint256) {
        uint256 f = 0;
        for (uint256 i = 0; i < n; ++i) {
            f = Float32.add(f, Float32.ONE);
        }
        return f;
    }

    // The lists

    function claimsOf(Plot memory p, bool lies) private returns (Claims memory c) {
        uint256 k = uint256(p.chunk) * 512 + uint256(p.block_) * 16;
        uint256 n = p.terms - k < 16 ? p.terms - k : 16;
        uint256 sum = p.lanes ? n : n * (n + 1) / 2;
        uint256 value = floatOf(lies ? sum + 3 : sum);
        // The other words of the tile are agreed, whatever they are.
        c.tile = new bytes(1024);
        for (uint256 i = 0; i < 1024; ++i) {
            c.tile[i] = 0x3f;
        }
        put(c.tile, p.word, value);
        uint256 chunks = (uint256(p.terms) + 511) / 512;
        c.folds = new bytes(4 * chunks);
        for (uint256 q = p.chunk; q < chunks; ++q) {
            put(c.folds, q, value);
        }
        blocksOf(p, c, lies, n, value);
        if (p.state) {
            c.tiles = SparseList.make(p.columns, TileProof.entry(keccak256("output")));
            c.tiles.put(p.tile, TileProof.entry(lies ? keccak256("a lie") : second.root(1)));
        } else {
            c.tiles = zeros(outputTiles(p));
            c.tiles.put(p.tile, tileLeaf(c.tile));
        }

        bytes32 output = c.tiles.root(p.state ? 2 : 1);
        bytes32 after_ = p.operator + 2 == p.operators ? output : keccak256(abi.encode("after", lies));
        pre = keccak256("before the window");
        agreed = state.root(2);
        if (p.step == 1) pre = agreed;
        c.trace = SparseList.make(p.operators, TileProof.entry(keccak256("output")));
        c.trace.put(0, TileProof.entry(agreed));
        c.trace.put(p.operator, TileProof.entry(first.root(1)));
        c.trace.put(p.operators - 1, TileProof.entry(after_));
        c.trace.put(p.operator + 1, TileProof.entry(output));
        if (p.state) c.trace.put(p.tile + 2, TileProof.entry(second.root(1)));
        c.root = p.step == p.steps ? after_ : keccak256(abi.encode("last", lies));
        c.steps = SparseList.make(uint256(p.steps) + 1, TileProof.entry(keccak256("state")));
        c.steps.put(0, TileProof.entry(pre));
        c.steps.put(p.step - 1, TileProof.entry(agreed));
        c.steps.put(p.step, TileProof.entry(after_));
        c.steps.put(p.steps, TileProof.entry(c.root));
    }

    function blocksOf(Plot memory p, Claims memory c, bool lies, uint256 n, uint256 value) private pure {
        uint256 left = p.terms - uint256(p.chunk) * 512;
        uint256 blocks = ((left > 512 ? 512 : left) + 15) / 16;
        c.blocks = new bytes((p.lanes ? 64 : 4) * blocks);
        for (uint256 b = p.block_; b < blocks; ++b) {
            if (!p.lanes) put(c.blocks, b, value);
            for (uint256 l = 0; p.lanes && l < n; ++l) {
                put(c.blocks, 16 * b + l, floatOf(lies && l == 0 ? 4 : 1));
            }
        }
    }

    function outputTiles(Plot memory p) internal pure returns (uint256) {
        if (p.lanes) return (uint256(p.rows) + 255) / 256;
        return (uint256(p.rows) + 15) / 16 * ((uint256(p.columns) + 15) / 16);
    }

    // The moves

    /// @dev The move of the side that is due, as its lists say, and what it posts.
    function moveOf(Side side) internal view returns (bytes memory data, bytes memory posts) {
        Game memory g = board.game(ID);
        Claims storage c = claims[side];
        if (g.phase == Phase.Start) {
            NewList memory list = newList(c.steps);
            return (abi.encodeCall(IMatches.openSteps, (ID, side, list)), abi.encodePacked(list.nodes));
        }
        if (g.phase == Phase.Steps || g.phase == Phase.Trace || g.phase == Phase.Tiles) return nodesMove(g, c);
        if (g.phase == Phase.Bind) {
            bytes32[] memory path = program.path(plot.operator, program.depth());
            return (abi.encodeCall(IMatches.bind, (ID, descriptor, path, rootsOf(true))), posted);
        }
        if (g.phase == Phase.Bound) {
            if (c.tiles.length == 1) return (abi.encodeCall(IMatches.openTile, (ID, c.tile)), c.tile);
            uint256 shown = TileProof.firstLevels(c.tiles.length);
            bytes32[] memory nodes = c.tiles.nodes(c.tiles.depth() - shown, 0, 1 << shown);
            return (abi.encodeCall(IMatches.openTiles, (ID, nodes)), abi.encodePacked(nodes));
        }
        return wordsMove(g, c);
    }

    function nodesMove(Game memory g, Claims storage c) private view returns (bytes memory, bytes memory) {
        Sparse memory list = g.phase == Phase.Steps ? c.steps : g.phase == Phase.Trace ? c.trace : c.tiles;
        (Answer memory answer, uint256 index) = answerOf(g, list);
        if (g.below > 0) {
            bytes32[] memory opening = list.nodes(g.below - 4, index << 4, 16);
            return (abi.encodeCall(IMatches.move, (ID, answer, opening)), abi.encodePacked(opening));
        }
        if (g.phase == Phase.Trace || g.phase == Phase.Tiles && plot.state) {
            return (abi.encodeCall(IMatches.move, (ID, answer, new bytes32[](0))), posted);
        }
        if (g.phase == Phase.Tiles) return (abi.encodeCall(IMatches.moveToTile, (ID, answer, c.tile)), c.tile);
        TraceOpening memory t;
        t.agreed = agreed;
        t.agreedPath = list.path(index - 1, list.depth());
        t.programTree = program.top();
        t.operators = plot.operators;
        t.list = newList(c.trace);
        return (abi.encodeCall(IMatches.moveToTrace, (ID, answer, t)), abi.encodePacked(t.list.nodes));
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
            return (abi.encodeCall(IMatches.answerElement, (ID, p.word, value, posted, words)), words);
        }
        if (g.phase == Phase.Folds) {
            uint32 value = uint32(numberAt(c.folds, p.chunk));
            return (abi.encodeCall(IMatches.answerFolds, (ID, p.chunk, value, posted, c.blocks)), c.blocks);
        }
        if (g.phase == Phase.Blocks) {
            bytes memory value = slice(c.blocks, uint256(p.block_) * (p.lanes ? 64 : 4), p.lanes ? 64 : 4);
            return (abi.encodeCall(IMatches.answerBlocks, (ID, p.block_, value, posted)), posted);
        }
        bytes memory openings = p.state ? new bytes(0) : evidence();
        return (abi.encodeCall(IMatches.leaf, (ID, descriptor, rootsOf(false), openings)), posted);
    }

    function rootsOf(bool open) internal view returns (Operands memory roots) {
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

    function evidence() internal view returns (bytes memory) {
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
        (, Side side,) = board.due(ID);
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
            (Phase now_,,) = board.due(ID);
            if (now_ == phase) return;
            step(Side.Committer);
        }
        revert("no such phase");
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

    function big() internal pure returns (Plot memory) {
        return Plot({
            steps: 1024,
            step: 700,
            operators: 1700,
            operator: 1234,
            lanes: false,
            state: false,
            rows: 32768,
            columns: 16384,
            terms: 50257,
            tile: 1_234_567,
            word: 77,
            chunk: 41,
            block_: 17
        });
    }

    function small() internal pure returns (Plot memory) {
        return Plot({
            steps: 3,
            step: 2,
            operators: 20,
            operator: 5,
            lanes: false,
            state: false,
            rows: 90,
            columns: 70,
            terms: 1100,
            tile: 12,
            word: 3,
            chunk: 1,
            block_: 4
        });
    }
}
