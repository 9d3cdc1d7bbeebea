// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Clock} from "./Clock.sol";
import {Core, FIRST_DUEL, FIRST_GOAL_DUEL, requireAddress} from "./Core.sol";
import {Geometry} from "./Geometry.sol";
import {Hasher} from "./Hasher.sol";
import {Match} from "./Match.sol";
import {Movers} from "./Movers.sol";
import {Operators} from "./Operators.sol";
import {Seam} from "./Seam.sol";
import {TileProof} from "./TileProof.sol";
import {Held, Words} from "./Words.sol";
import {IDisputes} from "./interfaces/IDisputes.sol";
import {Given, IDuels} from "./interfaces/IDuels.sol";
import {
    Answer,
    Game,
    IMatches,
    NewList,
    Operands,
    Outcome,
    Phase,
    Side,
    Terms,
    TraceOpening
} from "./interfaces/IMatches.sol";
import {Clocks, Facts, HashKind, IRunRegistry} from "./interfaces/IRunRegistry.sol";
import {IStepReferee, MicroStep, Reference, Verdict} from "./interfaces/IStepReferee.sol";
import {ITraining, Status} from "./interfaces/ITraining.sol";

/// @title Matches
/// @notice The rules, and all prose, are on IMatches.
contract Matches is Movers {
    using Clock for Game;
    using Geometry for uint256;
    using Match for Game;

    uint256 private constant MAX_STEPS = 1024;
    /// Kind of the steps list.
    uint256 private constant STEPS = 3;

    IRunRegistry private immutable registry;
    ITraining private immutable training;
    IDisputes private immutable disputes;
    IDuels private immutable attention;
    IDuels private immutable goals;
    IStepReferee private immutable referee;
    Words private immutable words;
    address private immutable poseidon2;

    mapping(uint64 id => Game) private _games;

    constructor(Core memory core) Movers(IRunRegistry(core.registry).gasPriceCap()) {
        requireAddress(address(this), core.matches);
        registry = IRunRegistry(core.registry);
        training = ITraining(core.training);
        disputes = IDisputes(core.disputes);
        attention = IDuels(core.attention);
        goals = IDuels(core.goals);
        referee = IStepReferee(core.referee);
        words = new Words();
        poseidon2 = core.poseidon2;
    }

    /// @dev A match, for the calls that hash.
    function _game(uint64 id) private returns (Game storage g) {
        g = _games[id];
        Hasher.choose(g.hash, poseidon2);
    }

    // Beginning

    /// @inheritdoc IMatches
    function start(uint64 id, Terms calldata terms) external {
        if (msg.sender != (id < FIRST_DUEL ? address(disputes) : address(_duels(id)))) revert NotStarter();
        Game storage g = _games[id];
        if (g.phase != Phase.None || terms.steps == 0 || terms.steps > MAX_STEPS) revert InvalidTerms();
        // SAFETY: who starts a duel gives both sides' lists, and other ones, where the roots are equal.
        if (terms.committerRoot == terms.challengerRoot && id < FIRST_DUEL) revert InvalidTerms();
        Clocks memory clocks = registry.clocks(terms.run);
        g.committer = terms.committer;
        g.challenger = terms.challenger;
        g.outcome = Outcome.Running;
        g.phase = Phase.Start;
        g.start(clocks.matchClock, clocks.historyExtension);
        g.run = terms.run;
        g.hash = registry.hashOf(terms.run);
        g.steps = uint16(terms.steps);
        g.moveExtension = clocks.moveExtension;
        g.listExtension = clocks.listExtension;
        g.historyExtension = clocks.historyExtension;
        g.mine = terms.committerRoot;
        g.posted = terms.challengerRoot;
        g.agreed = terms.preRoot;
        emit Started(id, terms.committer, terms.challenger, terms, g.deadline());
    }

    // Lists of roots and tiles

    /// @inheritdoc IMatches
    function openSteps(uint64 id, Side side, NewList calldata list) external {
        uint256 bill = _exact(9, 32 * _count(list));
        Game storage g = _game(id);
        g.expect(id, Phase.Start);
        if (side == Side.None) revert InvalidSide();
        _own(g, side);
        (bytes32 claim, bytes32 theirs) = side == Side.Committer ? (g.mine, g.posted) : (g.posted, g.mine);
        uint256 length = uint256(g.steps) + 1;
        _setSteps(g, id, side, Seam.newList(list, length, TileProof.entry(g.agreed), TileProof.entry(claim)));
        g.enter(length);
        g.phase = Phase.Steps;
        bytes memory data = abi.encodePacked(list.nodes);
        (g.mine, g.posted) = (theirs, keccak256(data));
        g.pass(Match.other(side), g.historyExtension);
        _post(g, id, side, 0, data);
        _book(g, side, bill);
    }

    /// @inheritdoc IMatches
    function move(uint64 id, Answer calldata answer, bytes32[] calldata opening) external {
        uint256 bill = _exact(12, 32 * (_count(answer) + opening.length));
        Game storage g = _game(id);
        Side side = g.due;
        (bytes32 own, bytes32 theirs, uint256 index) = _answer(g, id, answer);
        if (g.below > 0) {
            uint8 below = g.below - 4;
            Seam.requireBelow(opening, own, index, below, g.length());
            g.below = below;
            bytes memory data = abi.encodePacked(opening);
            g.pass(g.phase, theirs, keccak256(data));
            _post(g, id, side, index, data);
        } else {
            if (opening.length != 0) revert WrongLength();
            if (g.phase == Phase.Trace) {
                // Below the trace's length, a uint32.
                // forge-lint: disable-next-line(unsafe-typecast)
                g.operator = uint32(index - 1);
                g.pass(Phase.Bind, theirs, own);
            } else if (g.phase == Phase.Tiles && g.geometry.isState()) {
                g.pass(Phase.Leaf, theirs, own);
            } else {
                _wrongPhase(id, g.phase);
            }
            _await(g, id);
        }
        _book(g, side, bill);
    }

    /// @inheritdoc IMatches
    function moveToTrace(uint64 id, Answer calldata answer, TraceOpening calldata opening) external {
        uint256 bill = _exact(21, 32 * (2 + _count(answer) + _count(opening.list) + opening.agreedPath.length));
        Game storage g = _game(id);
        Side side = g.due;
        if (g.phase != Phase.Steps || g.below != 0) _wrongPhase(id, g.phase);
        (bytes32 own, bytes32 theirs, uint256 index) = _answer(g, id, answer);
        _own(g, side);
        // INVARIANT: index > 0, because both lists begin with the pre root.
        bytes32 first = TileProof.entry(opening.agreed);
        if (opening.agreedPath.length != g.depth) revert WrongLength();
        if (!g.isTree(TileProof.climb(first, index - 1, opening.agreedPath))) revert WrongAgreed();
        uint256 length = opening.operators;
        Operators.requireProgram(_facts(g, id), opening.programTree, length);
        g.setTree(side, Seam.newList(opening.list, length, first, own));
        g.agreed = opening.agreed;
        // At most MAX_STEPS.
        // forge-lint: disable-next-line(unsafe-typecast)
        g.step = uint16(index);
        g.operators = opening.operators;
        g.enter(length);
        emit StepFound(id, index, opening.agreed);
        _postNodes(g, id, side, Phase.Trace, theirs, opening.list.nodes);
        _book(g, side, bill);
    }

    /// @inheritdoc IMatches
    function bind(uint64 id, bytes calldata descriptor, bytes32[] calldata path, Operands calldata roots) external {
        if (descriptor.length != TileProof.LEAF_BYTES) revert WrongLength();
        uint256 bill = _exact(10 + TILE_SLOTS + 3 * roots.operands.length, 32 * (path.length + Operators.count(roots)));
        Game storage g = _game(id);
        g.expect(id, Phase.Bind);
        Facts memory facts = _facts(g, id);
        Operators.requireDescriptor(g, facts, descriptor, path);
        if (!_bind(g, id, facts, descriptor, roots)) _end(g, id, Outcome.BothConvicted, false, 0);
        _bookBringer(g, id, bill);
    }

    /// @dev False if the operator can't be played by these rules.
    function _bind(Game storage g, uint64 id, Facts memory facts, bytes calldata descriptor, Operands calldata roots)
        private
        returns (bool)
    {
        (uint256 geometry, Reference[] memory references) = referee.describe(descriptor, g.operator);
        uint256 leaves = geometry.leaves();
        if (geometry == 0 || leaves == 0 || leaves > type(uint32).max) return false;
        if (!Operators.check(g, facts, references, roots)) return false;
        bytes32 binding = sha256(abi.encodePacked(descriptor, Operators.rootsOf(roots)));
        g.binding = binding;
        g.geometry = geometry;
        g.phase = Phase.Bound;
        emit OperatorBound(id, g.operator, binding, geometry);
        return true;
    }

    /// @inheritdoc IMatches
    function openTiles(uint64 id, bytes32[] calldata nodes) external {
        uint256 bill = _exact(3, 32 * nodes.length);
        Game storage g = _game(id);
        g.expect(id, Phase.Bound);
        Side side = g.due;
        uint256 length = g.geometry.leaves();
        if (length == 1 && !g.geometry.isState()) revert WrongLength();
        Seam.requireOutput(nodes, g.mine, g.geometry);
        g.enter(length);
        _postNodes(g, id, side, Phase.Tiles, g.posted, nodes);
        _book(g, side, bill);
    }

    /// @inheritdoc IMatches
    function openTile(uint64 id, bytes calldata tile) external {
        uint256 bill = _exact(3, tile.length);
        Game storage g = _game(id);
        g.expect(id, Phase.Bound);
        Side side = g.due;
        if (tile.length != TileProof.LEAF_BYTES || g.geometry.isState() || g.geometry.leaves() != 1) {
            revert WrongLength();
        }
        if (TileProof.entry(TileProof.list(_leaf(tile), 1, 1)) != g.mine) {
            revert WrongTile();
        }
        g.enter(1);
        g.pass(Phase.Element, g.posted, keccak256(tile));
        _post(g, id, side, 0, tile);
        _book(g, side, bill);
    }

    /// @inheritdoc IMatches
    function moveToTile(uint64 id, Answer calldata answer, bytes calldata tile) external {
        uint256 bill = _exact(12, 32 * _count(answer) + tile.length);
        Game storage g = _game(id);
        Side side = g.due;
        if (g.phase != Phase.Tiles || g.below != 0 || g.geometry.isState()) _wrongPhase(id, g.phase);
        if (tile.length != TileProof.LEAF_BYTES) revert WrongLength();
        (bytes32 own, bytes32 theirs, uint256 index) = _answer(g, id, answer);
        if (_leaf(tile) != own) revert WrongTile();
        g.pass(Phase.Element, theirs, keccak256(tile));
        _post(g, id, side, index, tile);
        _book(g, side, bill);
    }

    /// @dev Checks an answer and moves to the first node that differs.
    // INVARIANT: index < length, because both sides' nodes over padding alone are equal.
    function _answer(Game storage g, uint64 id, Answer calldata answer)
        private
        returns (bytes32 own, bytes32 theirs, uint256 index)
    {
        Phase phase = g.phase;
        if (phase != Phase.Steps && phase != Phase.Trace && phase != Phase.Tiles) _wrongPhase(id, phase);
        g.requireTime();
        if (phase != Phase.Tiles && g.isFirst()) _answerNewList(g, id, phase, answer);
        else _answerNodes(g, answer);
        uint256 place = Seam.difference(answer.nodes, answer.theirs, g.posted);
        (own, theirs) = (answer.nodes[place], answer.theirs[0]);
        index = g.index * answer.nodes.length + place;
        // Below the list's length, which is at most 2^32 - 1.
        // forge-lint: disable-next-line(unsafe-typecast)
        g.index = uint32(index);
        _answered(id, g.due, phase, index, own);
    }

    /// @dev The last entry of the steps list is the mover's root, that of the trace its own leaf of the steps list.
    function _answerNewList(Game storage g, uint64 id, Phase phase, Answer calldata answer) private {
        Side side = g.due;
        _own(g, side);
        bytes32 last = phase == Phase.Steps ? TileProof.entry(g.mine) : g.mine;
        bytes32 tree = Seam.newList(answer, g.length(), TileProof.entry(g.agreed), last);
        if (phase == Phase.Steps) _setSteps(g, id, side, tree);
        else g.setTree(side, tree);
    }

    /// @dev The side opened its steps list: in a duel, the one that it named before.
    function _setSteps(Game storage g, uint64 id, Side side, bytes32 tree) private {
        if (id >= FIRST_DUEL) {
            Given memory given = _duels(id).given(id);
            bytes32 root = side == Side.Committer ? given.committerList : given.challengerList;
            if (root != 0 && TileProof.list(tree, STEPS, uint256(g.steps) + 1) != root) {
                revert WrongClaim();
            }
        }
        g.setTree(side, tree);
    }

    function _answerNodes(Game storage g, Answer calldata answer) private view {
        if (answer.head.length + answer.tail.length != 0) revert WrongLength();
        if (g.isFirst()) Seam.requireOutput(answer.nodes, g.mine, g.geometry);
        else Seam.requireBelow(answer.nodes, g.mine, g.index, g.below, g.length());
    }

    // Words

    /// @inheritdoc IMatches
    function answerElement(uint64 id, uint8 word, uint32 value, bytes calldata theirs, bytes calldata posted) external {
        uint256 bill = _exact(7, _padded(theirs.length) + _padded(posted.length));
        (Game storage g, Side side) = _speak(id, Phase.Element);
        (uint32 their, Phase next) = words.element(_held(g), word, value, theirs, posted);
        g.word = word;
        _answered(id, side, Phase.Element, word, _word(value));
        if (next == Phase.Leaf) _toLeaf(g, id, _word(their), _word(value), 0);
        else _postWords(g, id, next, next == Phase.Folds ? word : 0, their, posted);
        _book(g, side, bill);
    }

    /// @inheritdoc IMatches
    function answerFolds(uint64 id, uint32 chunk, uint32 value, bytes calldata theirs, bytes calldata posted) external {
        uint256 bill = _exact(7, _padded(theirs.length) + _padded(posted.length));
        (Game storage g, Side side) = _speak(id, Phase.Folds);
        (uint32 their, uint32 before) = words.fold(_held(g), chunk, value, theirs, posted);
        g.chunk = chunk;
        if (chunk > 0) g.before = _word(before);
        _answered(id, side, Phase.Folds, chunk, _word(value));
        _postWords(g, id, Phase.Blocks, chunk, their, posted);
        _book(g, side, bill);
    }

    /// @inheritdoc IMatches
    function answerBlocks(uint64 id, uint8 block_, bytes calldata value, bytes calldata theirs) external {
        uint256 bill = _exact(6, _padded(value.length) + _padded(theirs.length));
        (Game storage g, Side side) = _speak(id, Phase.Blocks);
        (bytes32 own, bytes32 their, bytes32 before) = words.partial_(_held(g), block_, value, theirs);
        g.block_ = block_;
        _answered(id, side, Phase.Blocks, block_, own);
        _toLeaf(g, id, their, own, before);
        _book(g, side, bill);
    }

    /// @dev The due side says something new, in time.
    function _speak(uint64 id, Phase phase) private view returns (Game storage g, Side side) {
        g = _games[id];
        g.expect(id, phase);
        side = g.due;
        _own(g, side);
    }

    function _held(Game storage g) private view returns (Held memory) {
        return Held(g.geometry, g.mine, g.posted, g.index, g.chunk, uint32(uint256(g.before)));
    }

    function _postWords(Game storage g, uint64 id, Phase phase, uint256 place, uint32 mine, bytes calldata posted)
        private
    {
        Side side = g.due;
        g.pass(phase, _word(mine), keccak256(posted));
        _post(g, id, side, place, posted);
    }

    /// @dev Both claims stand: `mine` that of the side that is due now.
    function _toLeaf(Game storage g, uint64 id, bytes32 mine, bytes32 other, bytes32 before) private {
        if (g.before != before) g.before = before;
        g.pass(Phase.Leaf, mine, other);
        _await(g, id);
    }

    // Ending

    /// @inheritdoc IMatches
    function leaf(uint64 id, bytes calldata descriptor, Operands calldata roots, bytes calldata evidence) external {
        if (descriptor.length != TileProof.LEAF_BYTES) revert WrongLength();
        uint256 bill =
            _exact(10 + TILE_SLOTS + 3 * roots.operands.length, 32 * Operators.count(roots) + _padded(evidence.length));
        Game storage g = _game(id);
        g.expect(id, Phase.Leaf);
        Verdict verdict = Verdict.Invalid;
        bytes32 truth;
        if (_bound(g, id, descriptor, roots)) {
            (verdict, truth) = referee.decide(
                g.hash == HashKind.Poseidon2 ? poseidon2 : Hasher.SHA256,
                _microStep(g),
                descriptor,
                Operators.rootsOf(roots),
                evidence
            );
        }
        _end(g, id, verdict == Verdict.Decided ? g.judge(truth) : Outcome.BothConvicted, false, truth);
        _bookBringer(g, id, bill);
    }

    function _microStep(Game storage g) private view returns (MicroStep memory) {
        return MicroStep(g.binding, g.index, g.word, g.chunk, g.block_, g.before);
    }

    /// @dev Whether the operands are bound: by `bind`, or here the one of `concat` and `state`, which may be none there is.
    function _bound(Game storage g, uint64 id, bytes calldata descriptor, Operands calldata roots)
        private
        view
        returns (bool)
    {
        if (!g.geometry.isLate()) {
            Operators.requireBare(roots);
            return true;
        }
        if (sha256(descriptor) != g.binding) revert WrongProgram();
        Reference memory place = referee.part(descriptor, g.index, g.word);
        Reference[] memory references = new Reference[](place.source == 0 ? 0 : 1);
        if (references.length == 1) references[0] = place;
        return Operators.check(g, _facts(g, id), references, roots);
    }

    /// @inheritdoc IMatches
    function timeout(uint64 id) external {
        uint256 bill = _exact(1, 0);
        Game storage g = _running(id);
        if (!g.late()) revert NotYet();
        _end(g, id, g.phase == Phase.Start ? Outcome.BothSilent : Match.convicted(g.due), true, 0);
        _bookParties(g, _cost(bill));
    }

    /// @inheritdoc IMatches
    function void(uint64 id) external {
        Game storage g = _running(id);
        if (training.status(disputes.challenge(id).commitment) != Status.Voided) revert NotYet();
        _end(g, id, Outcome.Void, false, 0);
    }

    function _running(uint64 id) private view returns (Game storage g) {
        g = _games[id];
        if (g.outcome != Outcome.Running) _wrongPhase(id, g.phase);
    }

    function _end(Game storage g, uint64 id, Outcome how, bool byClock, bytes32 truth) private {
        Phase phase = g.end(how);
        emit Ended(id, how, phase, byClock, truth);
    }

    // Reads

    /// @inheritdoc IMatches
    function due(uint64 id) external view returns (Phase phase, Side side, uint64 deadline) {
        return _games[id].turn();
    }

    /// @inheritdoc IMatches
    function outcome(uint64 id) external view returns (Outcome) {
        return _games[id].outcome;
    }

    /// @inheritdoc IMatches
    function gasOf(uint64 id, Side side) external view returns (uint256) {
        if (side == Side.None) revert InvalidSide();
        return side == Side.Committer ? _games[id].committerGas : _games[id].challengerGas;
    }

    /// @inheritdoc IMatches
    function game(uint64 id) external view returns (Game memory) {
        return _games[id];
    }

    // What a duel is about

    function _duels(uint64 id) private view returns (IDuels) {
        return id < FIRST_GOAL_DUEL ? attention : goals;
    }

    /// @dev The run's roots, or those of the program that the duel is about.
    function _facts(Game storage g, uint64 id) private view returns (Facts memory facts) {
        facts = registry.facts(g.run);
        if (id < FIRST_DUEL) return facts;
        Given memory given = _duels(id).given(id);
        if (given.programRoot != 0) (facts.programRoot, facts.datasetRoot) = (given.programRoot, given.datasetRoot);
    }

    // Posting

    function _postNodes(Game storage g, uint64 id, Side side, Phase phase, bytes32 mine, bytes32[] calldata nodes)
        private
    {
        bytes memory data = abi.encodePacked(nodes);
        g.pass(phase, mine, keccak256(data));
        _post(g, id, side, 0, data);
    }

    function _await(Game storage g, uint64 id) private {
        emit Awaits(id, g.due, g.phase, g.deadline());
    }

    function _answered(uint64 id, Side side, Phase phase, uint256 place, bytes32 value) private {
        emit Answered(id, side, phase, place, value);
    }

    function _wrongPhase(uint64 id, Phase phase) private pure {
        revert WrongPhase(id, phase);
    }

    function _post(Game storage g, uint64 id, Side side, uint256 place, bytes memory data) private {
        emit Posted(id, side, g.phase, place, g.deadline(), data);
    }

    function _leaf(bytes calldata tile) private view returns (bytes32) {
        uint256 pointer;
        assembly ("memory-safe") {
            pointer := tile.offset
        }
        return TileProof.leaf(pointer);
    }

    function _word(uint32 value) private pure returns (bytes32) {
        return bytes32(uint256(value));
    }
}
