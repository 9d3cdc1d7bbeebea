// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @notice Where a case is. Unknown: no case. Evidence: seals may still be opened. Draw: the jury of the round waits for its seed. Commit, Reveal:
/// ballots. Tally: anyone may tally. Appeal: tallied for good, arithmetic may still outrank it. Closed: resolved.
enum Phase {
    Unknown,
    Evidence,
    Draw,
    Commit,
    Reveal,
    Tally,
    Appeal,
    Closed
}

/// @notice What came out. Undecided: not tallied for good. Stands, Falls, NoMajority: the tally. Of a closed case: Stands, Falls (by tally or by
/// arithmetic), Cleared (arithmetic defeated every challenge after a tally against the commitment), Void (the commitment was voided, or
/// rejected for an unanswered demand, first). A Stands may yet become a Falls, by a match that started later.
enum Verdict {
    Undecided,
    Stands,
    Falls,
    NoMajority,
    Void,
    Cleared
}

/// @notice Where a seat is. Empty: no such seat. Seated: no ballot yet. Committed. Voted: revealed a root. Abstained: revealed ABSTAIN.
/// Settled: stake unlocked or burned.
enum SeatStatus {
    Empty,
    Seated,
    Committed,
    Voted,
    Abstained,
    Settled
}

/// @notice One case per commitment.
/// @param run Run id.
/// @param openedAt Block time of the first opened challenge.
/// @param drawFrom The block before it: juries are drawn by the weights at its end.
/// @param round 0 before evidence is frozen, then 1, and 2 if the first jury found no majority.
/// @param talliedAt Block time of the last tally, 0 before.
/// @param resolvedAt Block time, 0 before.
/// @param votes Ballots of all rounds that name a root.
/// @param verdict What came out so far.
/// @param closed Resolved: the verdict took effect.
/// @param waived The commitment fell, and its committer has given up the appeal.
/// @param seatStake What each seat locks. Unit: wei.
/// @param seatFee What a right ballot earns. Unit: wei.
struct Case {
    uint64 run;
    uint64 openedAt;
    uint64 drawFrom;
    uint32 round;
    uint64 talliedAt;
    uint64 resolvedAt;
    uint16 votes;
    Verdict verdict;
    bool closed;
    bool waived;
    uint96 seatStake;
    uint96 seatFee;
}

/// @notice One jury and its ballots.
/// @param seedBlock The block in which evidence was frozen, or the round before was tallied: `IBeacon.seedAt` of it draws the jury.
/// @param drawnAt Block time of the draw, 0 before.
/// @param commitUntil Last moment of `commitBallot`; 0 before the draw, and where no jury could be seated.
/// @param revealUntil Last moment of `reveal`.
/// @param size Seats the jury should have.
/// @param seats Jurors seated.
/// @param committed Ballots committed.
/// @param revealed Ballots revealed, abstentions included.
/// @param votes Ballots that name a root.
/// @param votesFor Ballots that name the commitment's post root.
/// @param seed Bound into every ballot; 0 before the draw.
struct Round {
    uint64 seedBlock;
    uint64 drawnAt;
    uint64 commitUntil;
    uint64 revealUntil;
    uint16 size;
    uint16 seats;
    uint16 committed;
    uint16 revealed;
    uint16 votes;
    uint16 votesFor;
    bytes32 seed;
}

/// @notice A juror's seat in one round of a case.
/// @param status Where it is.
/// @param ballot Committed ballot hash.
/// @param root Revealed root.
struct Seat {
    SeatStatus status;
    bytes32 ballot;
    bytes32 root;
}

/// @title The court: juries and ballots
/// @notice Quick and cheap: it decides where training goes on, and the money only where nobody opens arithmetic, which outranks it. One case per
/// commitment, however many challenges. A ballot answers "what is the post root of this window?", and is judged only against the root later finalised for the
/// same question, never against the majority. Every phase has a deadline, and anyone can push a case on.
///
/// | phase | ends | then |
/// |---|---|---|
/// | Evidence | no seal that exists can still be opened: `freeze` | the beacon is asked about this block |
/// | Draw | the beacon has answered: `draw` | the jury is seated; without one that could decide: Appeal, with no majority |
/// | Commit | deadline, or all seats committed | |
/// | Reveal | deadline, or all committed ballots revealed: `tally` | Falls: the head moves at once. No majority in round 1: Draw, round 2 |
/// | Appeal | appeal window or its waiver, and every match that runs: `resolve` | the verdict takes effect |
///
/// A jury is drawn from the validators' weights in the last block before the case was opened, without the parties to it. Round 2 draws anew, by a new
/// seed, from all of them, more seats. A seat fails if its validator has less than the seat stake unlocked; then others are drawn, within bounds.
///
/// Stands: more than half of the ballots that name a root name the commitment's, and they are at least half as many as the jury should have
/// seats. Falls: same quorum, more than half name others. Anything else: no majority, and after round 2 arithmetic decides.
///
/// | `resolve` finds | verdict |
/// |---|---|
/// | the commitment voided, or rejected for an unanswered demand | Void |
/// | a match that convicted the committer, or both sides: in any phase, even when closed as Stands | Falls |
/// | a match that runs | not yet |
/// | every opened challenge dismissed by a proof or defeated, one at least dismissed, no seal left: in any phase | Stands, or Cleared after a tally Falls; jurors unpaid |
/// | every opened challenge defeated by its match; tally Falls | Cleared, once no seal can bring another challenge |
/// | every opened challenge defeated by its match; tally Stands or no majority | Stands |
/// | others, after no majority | not yet: anyone may open arithmetic for them |
/// | others, one appeal window after the tally and after the last opening | the tally |
/// | others, the loser having waived that window, and no seal that can still be opened | the tally |
///
/// Who loses a tally: the committer if it falls (`waive` here), every undefeated challenger together if it stands (`IDisputes.waive`).
/// The loser's court fee pays the jurors: the committer's if it falls, else the one of the challenge that brought the case.
interface ICourt {
    /// @notice The first challenge against `commitment` was opened.
    event CaseOpened(bytes32 indexed commitment, uint64 indexed run);
    /// @notice Evidence is frozen, or round 1 found no majority: a jury of `size` will be drawn by the beacon's answer about block `seedBlock`.
    event RoundBegun(bytes32 indexed commitment, uint64 indexed run, uint32 round, uint16 size, uint64 seedBlock);
    /// @notice A jury was drawn; with no jurors the case is tallied as no majority in the same call.
    event JuryDrawn(
        bytes32 indexed commitment,
        uint64 indexed run,
        uint32 round,
        bytes32 seed,
        address[] jurors,
        uint64 commitUntil,
        uint64 revealUntil
    );
    /// @notice A juror committed a ballot. `revealFrom` isn't 0 if it was the last and the reveal phase begins.
    event BallotCommitted(
        bytes32 indexed commitment, address indexed juror, uint32 round, bytes32 ballot, uint64 revealFrom
    );
    /// @notice A ballot was revealed.
    event BallotRevealed(bytes32 indexed commitment, address indexed juror, uint32 round, bytes32 root);
    /// @notice A ballot was leaked before its time and no longer counts; its reporter was credited.
    event BallotLeaked(
        bytes32 indexed commitment,
        address indexed juror,
        address indexed reporter,
        uint32 round,
        uint256 toReporter,
        uint256 burned
    );
    /// @notice The ballots of a round were counted. After no majority in round 1 another round begins, unless no jury could be seated.
    event Tallied(
        bytes32 indexed commitment, uint32 round, Verdict verdict, uint16 seats, uint16 votes, uint16 votesFor
    );
    /// @notice The committer of a commitment that fell gave up the appeal.
    event CommitterWaived(bytes32 indexed commitment, address indexed committer);
    /// @notice The verdict took effect.
    event Resolved(bytes32 indexed commitment, Verdict verdict);
    /// @notice A seat was settled: `fee` credited, `burned` of the stake gone, the rest free again.
    event SeatSettled(bytes32 indexed commitment, address indexed juror, uint32 round, uint256 fee, uint256 burned);

    /// @notice The case isn't in the phase this call needs.
    error WrongPhase(bytes32 commitment, Phase phase);
    /// @notice The juror has no seat here, or the seat isn't in the state this call needs.
    error WrongSeat(address juror, SeatStatus status);
    /// @notice Root and salt aren't what was committed.
    error WrongBallot();
    /// @notice 0 is neither a root nor a ballot.
    error InvalidBallot();
    /// @notice The juror didn't sign this ballot for this round.
    error WrongSignature();
    /// @notice A seal can still be opened, or the time, seed or finalised root this call waits for hasn't come.
    error NotYet();
    /// @notice Only `Disputes`.
    error NotDisputes();
    /// @notice Only the committer of a commitment that fell.
    error NotLoser();

    /// @notice Opens the case of a commitment. `Disputes` only. Never reverts for want of jurors.
    function openCase(bytes32 commitment, uint64 run) external;

    /// @notice Freezes evidence and fixes the block whose seed draws the jury. By anyone.
    function freeze(bytes32 commitment) external;

    /// @notice Draws and seats the jury of the round once the beacon knows its seed; ballots are due from now. By anyone. Never reverts for want of
    /// jurors: where fewer can be seated than could decide, nobody is, and the case is tallied as no majority.
    function draw(bytes32 commitment) external;

    /// @notice Commits a ballot: `ballotHash(commitment, round, juror, root, salt)`, computed off the chain. Once per seat.
    function commitBallot(bytes32 commitment, bytes32 ballot) external;

    /// @notice Commits a ballot that `juror` signed: `signedBallotHash(commitment, round, juror, ballot)` by ECDSA, or by EIP-1271 if it is a
    /// contract. By anyone.
    function commitBallotFor(bytes32 commitment, address juror, bytes32 ballot, bytes calldata signature) external;

    /// @notice Reveals a ballot; by anyone who knows it. `root` may be `ABSTAIN`.
    function reveal(bytes32 commitment, address juror, bytes32 root, bytes32 salt) external;

    /// @notice Shows another's ballot while ballots are still being committed: it no longer counts and 20 % of its seat stake goes, half of it to
    /// the caller.
    function reportLeak(bytes32 commitment, address juror, bytes32 root, bytes32 salt) external;

    /// @notice Counts, by anyone, when all have acted or the time is up. If the commitment falls, the head moves at once. After no majority in round
    /// 1 the larger jury is awaited.
    function tally(bytes32 commitment) external;

    /// @notice Gives up the appeal of a commitment that fell, so that `resolve` needn't wait for it. Its committer only.
    function waive(bytes32 commitment) external;

    /// @notice Lets the verdict take effect, as in the table above. By anyone.
    function resolve(bytes32 commitment) external;

    /// @notice Settles a seat of a closed case, by anyone. Ballot = finalised root: fee and stake back. Another: stake burned. Nothing final in
    /// 30 days after the case closed, or finalised by a proof: stake back. Abstained: stake back. Not revealed: 5 % burned, unless the case ended before the round was
    /// tallied. Fees nobody earned are burned.
    function settleSeat(bytes32 commitment, uint32 round, address juror) external;

    /// @notice The case of a commitment, all zero if there is none.
    function caseOf(bytes32 commitment) external view returns (Case memory);

    /// @notice Round 1 or 2 of a case, all zero if it hasn't begun.
    function roundOf(bytes32 commitment, uint32 round) external view returns (Round memory);

    /// @notice When the case was last tallied (0: not yet), what has come out so far, and whether that has taken effect.
    function tallyOf(bytes32 commitment) external view returns (uint64 talliedAt, Verdict verdict, bool closed);

    /// @notice Where the case is now.
    function phase(bytes32 commitment) external view returns (Phase);

    /// @notice Whether there is a case that isn't closed.
    function isOpen(bytes32 commitment) external view returns (bool);

    /// @notice The verdict that has taken effect; Undecided until the case is closed.
    function outcome(bytes32 commitment) external view returns (Verdict);

    /// @notice Who was seated in a round.
    function jurors(bytes32 commitment, uint32 round) external view returns (address[] memory);

    /// @notice A juror's seat in a round.
    function seat(bytes32 commitment, uint32 round, address juror) external view returns (Seat memory);

    /// @notice EIP-712 hash of Ballot(bytes32 commitment,uint32 round,bytes32 seed,address juror,bytes32 root,bytes32 salt); domain
    /// "Commonweight Court", "1", chain id, this contract.
    function ballotHash(bytes32 commitment, uint32 round, address juror, bytes32 root, bytes32 salt)
        external
        view
        returns (bytes32);

    /// @notice What a juror signs for `commitBallotFor`: EIP-712 hash of
    /// SignedBallot(bytes32 commitment,uint32 round,bytes32 seed,address juror,bytes32 ballot), same domain.
    // SAFETY: the ballot alone would do for its meaning, but brought into another case or round it could never be revealed.
    function signedBallotHash(bytes32 commitment, uint32 round, address juror, bytes32 ballot)
        external
        view
        returns (bytes32);

    /// @notice The Vault key of a case's fees (ledger owner: this contract).
    function caseKey(bytes32 commitment) external pure returns (bytes32);
}
