// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {HashKind} from "./IRunRegistry.sol";

/// @notice The two sides of a match. None, where one side is due: both are.
enum Side {
    None,
    Committer,
    Challenger
}

/// @notice Where a match stands: what was posted last and waits for its answer. The table is on IMatches.
enum Phase {
    None,
    Start,
    Steps,
    Trace,
    Bind,
    Bound,
    Tiles,
    Element,
    Folds,
    Blocks,
    Leaf,
    Ended
}

/// @notice How a match ended. Both are convicted by a leaf that neither side's claim agrees with; both silent: nobody posted in time.
/// Dismissed: of a challenge that a proof ended (IStepProofs), with or without a match; no match ever says so of itself.
enum Outcome {
    None,
    Running,
    CommitterConvicted,
    ChallengerConvicted,
    BothConvicted,
    BothSilent,
    Void,
    Dismissed
}

/// @notice What a match starts from.
/// @param run Run id; the clocks are the run's.
/// @param steps Steps of the window, 1…1024.
/// @param preRoot State root before them.
/// @param committerRoot What the committer says it is after them.
/// @param challengerRoot What the challenger says; another, but in a duel over lists.
/// @param committer Who moves for that side, itself or by the key it named.
/// @param challenger The same.
struct Terms {
    uint64 run;
    uint32 steps;
    bytes32 preRoot;
    bytes32 committerRoot;
    bytes32 challengerRoot;
    address committer;
    address challenger;
}

/// @notice A match. What isn't said to be, is 0 before the phase that sets it.
/// @param committer Who moves for the commitment.
/// @param committerGas What the moves of that side have cost it, at min(base fee · 1.1, gas price cap). Unit: wei.
/// @param challenger Who moves for the challenge.
/// @param challengerGas The same.
/// @param outcome How it ended; Running.
/// @param phase Where it stands.
/// @param due Whose clock runs; None at Start (both) and Ended.
/// @param depth Levels of the list that is open.
/// @param below Levels between the posted nodes and that list's leaves.
/// @param turnAt Block time at which the turn began.
/// @param committerLeft Seconds that the committer had left when the turn began.
/// @param challengerLeft The same.
/// @param index The way to the node whose children are posted: its place in its level. In Element and later: the disputed tile.
/// @param word Word of the tile, from Folds or Blocks on (Leaf, if there are neither).
/// @param chunk Chunk of the reduction, from Blocks on.
/// @param block_ Block of the chunk, in Leaf.
/// @param hash Of the run's trees.
/// @param run Run id.
/// @param steps Steps of the window.
/// @param step Index of the disputed entry of the steps list, from 1: the state after step number first + step − 1.
/// @param operator The disputed operator, from Bind on.
/// @param operators Length of the trace list and of the program's: operators + 1, from Trace on.
/// @param moveExtension Seconds that the next mover has at least.
/// @param listExtension The same, where a list has to be computed.
/// @param historyExtension The same, for the first opening of the steps list.
/// @param mine What the due side is held to: node above its next nodes; its leaf of the trace (Bind, Bound); its claim (Folds, Blocks,
/// Leaf). At Start and while the second opening of the steps list is due: a root.
/// @param posted keccak256 of the posted nodes, tile, folds or blocks. Bind, Bound and Leaf, where nothing is: what the other side is held to.
/// @param agreed State root before the disputed step; the window's pre root until the trace is open.
/// @param committerTree Top of the committer's steps list, then of its trace: what stands in it before the difference is agreed.
/// @param challengerTree The same of the challenger.
/// @param binding Operator and operands, as `TileProof.binding`.
/// @param geometry Of the operator's output, as `Geometry`.
/// @param before Fold before the disputed chunk (Blocks); partial before the disputed block (Leaf), as `MicroStep.before`.
struct Game {
    address committer;
    uint96 committerGas;
    address challenger;
    uint96 challengerGas;
    Outcome outcome;
    Phase phase;
    Side due;
    uint8 depth;
    uint8 below;
    uint40 turnAt;
    uint32 committerLeft;
    uint32 challengerLeft;
    uint32 index;
    uint8 word;
    uint32 chunk;
    uint8 block_;
    HashKind hash;
    uint64 run;
    uint16 steps;
    uint16 step;
    uint32 operator;
    uint32 operators;
    uint32 moveExtension;
    uint32 listExtension;
    uint32 historyExtension;
    bytes32 mine;
    bytes32 posted;
    bytes32 agreed;
    bytes32 committerTree;
    bytes32 challengerTree;
    bytes32 binding;
    uint256 geometry;
    bytes32 before;
}

/// @notice The first opening of a new list, which commits its author to it.
/// @param nodes The nodes `TileProof.firstLevels(length)` levels below the top.
/// @param head Siblings from the first entry up to nodes[0].
/// @param tail Siblings from the last entry up to the node above it.
struct NewList {
    bytes32[] nodes;
    bytes32[] head;
    bytes32[] tail;
}

/// @notice The answer to nodes that the other side posted.
/// @param nodes The mover's own nodes at the same place, all of them.
/// @param theirs The other side's, from the first that differs on. (Those before it are equal.)
/// @param head Of a new list as in NewList, else empty. Lists of tiles have neither head nor tail: their root is in the trace.
/// @param tail The same.
struct Answer {
    bytes32[] nodes;
    bytes32[] theirs;
    bytes32[] head;
    bytes32[] tail;
}

/// @notice What opens the trace of the disputed step.
/// @param agreed The state root before it.
/// @param agreedPath Its siblings in the mover's steps list.
/// @param programTree Top of the program's list.
/// @param operators Length of that list.
/// @param list The trace: its first entry is that of `agreed`, its last the mover's own leaf of the steps list.
struct TraceOpening {
    bytes32 agreed;
    bytes32[] agreedPath;
    bytes32 programTree;
    uint32 operators;
    NewList list;
}

/// @notice One root that an operator reads, with the siblings of its entry: in either side's trace (operator i is entry i + 1), in the list of the state
/// before the step, or in the program's list (learning rates). Empty for the dataset, which the run names.
struct Operand {
    bytes32 root;
    bytes32[] path;
}

/// @notice Roots to be bound.
/// @param operands As `IStepReferee.describe` or `part` orders them.
/// @param stateTree Top and
/// @param stateLength length of the list of the state before the step; both 0 where no operand is in it.
struct Operands {
    Operand[] operands;
    bytes32 stateTree;
    uint64 stateLength;
}

/// @title The game that two roots are decided by
/// @notice One match belongs to one opened challenge, or to one duel (`IDuels`), and bears its id. Both sides hold lists that begin alike and end differently; one posts what
/// lies under a node, the other answers with its own, and the first place where they differ is opened next, down to one micro-step that the
/// referee recomputes. Whoever answers also opens the next ("leapfrog"), so that one clock runs at a time. The match knows no money and no
/// court: others read `outcome`.
///
/// | phase | due | what ends the turn | next phase | due then |
/// |---|---|---|---|---|
/// | Start | both | `openSteps` by either | Steps | other |
/// | Steps | side | `move`; at the leaves `moveToTrace` | Steps; Trace | other |
/// | Trace | side | `move`; at the leaves without an opening | Trace; Bind | other |
/// | Bind | side | (no turn ends) `bind` by anyone | Bound, or Ended: invalid | same |
/// | Bound | side | `openTiles`; `openTile` where the list is one tile | Tiles; Element | other |
/// | Tiles | side | `move`; at the leaves `moveToTile`, for `state` `move` without an opening | Tiles; Element; Leaf | other |
/// | Element | side | `answerElement` | Folds, Blocks or Leaf, as `Geometry.way` says | other |
/// | Folds | side | `answerFolds` | Blocks | other |
/// | Blocks | side | `answerBlocks` | Leaf | other |
/// | Leaf | side | `leaf` by anyone | Ended | – |
/// | any, late | side | `timeout` by anyone | Ended: the due side is convicted (Start: both silent) | – |
/// | any | | `void` by anyone, once the commitment is Voided | Ended: Void | – |
///
/// **Time.** Chess clocks. A turn's time is taken off the mover's; the next mover has max(what it has left, extension): history for the first
/// opening of the steps list, list where it has to compute one (Steps at the leaves, Bind, Element, Folds), else move. At Start both clocks run.
/// A turn lasts to its last second; after it only `timeout` is possible, for ever.
///
/// **Who.** What commits to something new comes from the side's owner or its key: `openSteps`, `moveToTrace`, first answers in the steps list
/// and the trace, answers with words. All else is fixed by hashes and may come from anyone.
///
/// **Reorganisations.** Every answer carries or hashes to what it answers, every opening to what its author is held to, and `bind` and `leaf`
/// to agreed roots. So a move prepared for content that a reorganisation replaced is refused.
///
/// **Bytes.** Words lie as in tiles: 4 bytes, little-endian; lanes are 16 words. A word as uint32 is its number. Arrays and bytes come in the
/// order and place abi.encode gives them, and the calldata ends with them.
///
/// **For the one who answers.** `Posted` carries everything posted: nodes one after the other, the tile's 1024 bytes, folds, or blocks.
interface IMatches {
    /// @notice A match began; both sides may post until `deadline`.
    event Started(
        uint64 indexed id, address indexed committer, address indexed challenger, Terms terms, uint64 deadline
    );
    /// @notice `side` answered: the first difference is at `place` (index in its level of the list; word, chunk or block), where it says `value`:
    /// its node, word, or (a block of lanes) sha256 of its 64 bytes.
    event Answered(uint64 indexed id, Side indexed side, Phase indexed phase, uint256 place, bytes32 value);
    /// @notice `side` posted `data` under `place`: the index of their parent for nodes (0 in a new list), of the tile, the word, the chunk. The
    /// other side is due until `deadline`.
    event Posted(uint64 indexed id, Side indexed side, Phase indexed phase, uint256 place, uint64 deadline, bytes data);
    /// @notice The turn passed to `side` without anything posted: someone has to `bind` or to bring the `leaf`.
    event Awaits(uint64 indexed id, Side indexed side, Phase indexed phase, uint64 deadline);
    /// @notice Step `step` of the window (from 1) is disputed; both sides agree on the state root before it.
    event StepFound(uint64 indexed id, uint256 step, bytes32 agreed);
    /// @notice Operator `operator` is bound to its operands.
    event OperatorBound(uint64 indexed id, uint256 operator, bytes32 binding, uint256 geometry);
    /// @notice It is over. `phase` is the one it ended in; `truth` is what the referee computed, if it did.
    event Ended(uint64 indexed id, Outcome indexed outcome, Phase phase, bool byClock, bytes32 truth);
    /// @notice `key` may move for `owner`; 0: nobody else.
    event KeyNamed(address indexed owner, address indexed key);

    /// @notice The match isn't in a phase for this call.
    error WrongPhase(uint64 id, Phase phase);
    /// @notice Only `Disputes`; of a duel, whose ids begin at 2^63, `Attention` or, from 2^63 + 2^62, `Goals`.
    error NotStarter();
    /// @notice There is a match with this id, or its terms can't be played: equal roots, no steps, more than 1024.
    error InvalidTerms();
    /// @notice There is no such side.
    error InvalidSide();
    /// @notice Neither the owner of the side nor the key it named.
    error NotOwner(address account);
    /// @notice The due side's time is over; all that is left is `timeout`.
    error TooLate(uint64 deadline);
    /// @notice The due side still has time, or the commitment isn't Voided.
    error NotYet();
    /// @notice An array, bytes or the whole calldata is longer or shorter than this move needs.
    error WrongLength();
    /// @notice The nodes don't hash to what their author is held to, or padding isn't what it must be.
    error WrongNodes();
    /// @notice `theirs`, or the other side's tile, folds or blocks, aren't what was posted.
    error WrongPosted();
    /// @notice What is said to differ is equal.
    error NoDifference();
    /// @notice The list's first entry isn't what was agreed, or its last isn't its author's claim.
    error WrongEnds();
    /// @notice The claim isn't what its author is held to.
    error WrongClaim();
    /// @notice The agreed state root isn't the entry before the disputed one.
    error WrongAgreed();
    /// @notice Tree, length or descriptor aren't those of the run's program.
    error WrongProgram();
    /// @notice An operand's root isn't where the descriptor says.
    error WrongOperand(uint256 operand);
    /// @notice The tile isn't the mover's own leaf.
    error WrongTile();
    /// @notice Folds or blocks don't end in their author's claim.
    error WrongWords();
    /// @notice There is no such word, chunk or block.
    error WrongPlace();

    /// @notice Starts the match of challenge or duel `id`, once. By the contract only that owns it.
    ///
    /// A duel's roots may be equal where its `IDuels.given` has both sides' steps lists, and those differ. A side then opens the list it named, or
    /// none: so it is the lists that part, at an entry between the first and the last.
    function start(uint64 id, Terms calldata terms) external;

    /// @notice Names the one key that may move for the caller in all its matches, instead of the last; 0 for none.
    function nameKey(address key) external;

    /// @notice Start: posts `side`'s steps list (state roots of the window; first entry the pre root, last its own claim).
    function openSteps(uint64 id, Side side, NewList calldata list) external;

    /// @notice Steps, Trace, Tiles: answers, and posts the nodes four levels below the first own node that differs. At the leaves of the trace, and
    /// of the list of a `state` operator, `opening` is empty.
    function move(uint64 id, Answer calldata answer, bytes32[] calldata opening) external;

    /// @notice Steps at the leaves: answers, and opens the trace of the first step that differs.
    function moveToTrace(uint64 id, Answer calldata answer, TraceOpening calldata opening) external;

    /// @notice Bind: shows the disputed operator's descriptor (1024 bytes) and siblings in the program's list, and the roots it reads.
    function bind(uint64 id, bytes calldata descriptor, bytes32[] calldata path, Operands calldata roots) external;

    /// @notice Bound: posts the first nodes of the list behind the due side's own output root.
    function openTiles(uint64 id, bytes32[] calldata nodes) external;

    /// @notice Bound, where that list is one tile: posts it.
    function openTile(uint64 id, bytes calldata tile) external;

    /// @notice Tiles at the leaves: answers, and posts the mover's own first tile that differs.
    function moveToTile(uint64 id, Answer calldata answer, bytes calldata tile) external;

    /// @notice Element: names the first word that differs and what it is to the mover. Everything before it is thereby agreed.
    /// @param theirs The tile that was posted.
    /// @param words What `Geometry.way` asks for: the folds, which end in the mover's word; or the blocks of the one chunk; or nothing.
    function answerElement(uint64 id, uint8 word, uint32 value, bytes calldata theirs, bytes calldata words) external;

    /// @notice Folds: names the first that differs and what it is to the mover.
    /// @param theirs The folds that were posted.
    /// @param words The blocks of that chunk, which end in the mover's fold.
    function answerFolds(uint64 id, uint32 chunk, uint32 value, bytes calldata theirs, bytes calldata words) external;

    /// @notice Blocks: names the first that differs and what it is to the mover, 4 or 64 bytes.
    /// @param theirs The blocks that were posted.
    function answerBlocks(uint64 id, uint8 block_, bytes calldata value, bytes calldata theirs) external;

    /// @notice Leaf: has the referee recompute the micro-step. Whoever's claim differs from it is convicted; both, if the referee calls the
    /// step invalid.
    /// @param roots As bound, without paths; for `concat` and `state` the one operand that `IStepReferee.part` names, with its path.
    /// @param evidence As IStepReferee asks.
    function leaf(uint64 id, bytes calldata descriptor, Operands calldata roots, bytes calldata evidence) external;

    /// @notice Ends a match whose due side is late. By anyone, at any time after the deadline.
    function timeout(uint64 id) external;

    /// @notice Ends a match over a Voided commitment, with nobody convicted. By anyone. What the moves cost is nobody's to repay: no side has lost,
    /// both bonds go back whole. Who challenges the earliest wrong commitment, as one should, never plays such a match against a liar; a
    /// committer who built on one has its share of that one's bond, and whoever would make it spend gas so must lose such a bond.
    function void(uint64 id) external;

    /// @notice The one answer to "who is due, with what, until when". `side` None: both (Start), or nobody (`deadline` 0).
    function due(uint64 id) external view returns (Phase phase, Side side, uint64 deadline);

    /// @notice How it ended; Running while it lasts, None if there is no such match.
    function outcome(uint64 id) external view returns (Outcome);

    /// @notice What that side's own transactions have cost it so far. Unit: wei.
    function gasOf(uint64 id, Side side) external view returns (uint256);

    /// @notice Who brought the leaf that convicted both sides, and what that cost; 0 for any other outcome.
    function leafOf(uint64 id) external view returns (address sender, uint96 gasCost);

    /// @notice The match, all zero if there is none.
    function game(uint64 id) external view returns (Game memory);

    /// @notice The key that may move for `owner`; 0 if none.
    function keyOf(address owner) external view returns (address key);
}
