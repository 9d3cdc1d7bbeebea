// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @notice Where a case is. Unknown: no case. Evidence: seals may still be opened. Commit, Reveal: ballots. Tally: anyone may tally.
/// Appeal: tallied, arithmetic may still outrank it. Closed: resolved.
enum Phase {
    Unknown,
    Evidence,
    Commit,
    Reveal,
    Tally,
    Appeal,
    Closed
}

/// @notice What came out. Undecided: not tallied. Stands, Falls, NoMajority: the tally. Of a closed case: Stands, Falls (by tally or by
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
/// @param frozenAt Block time at which evidence was frozen and the jury seated; 0 before.
/// @param commitUntil Last moment of `commitBallot`.
/// @param revealUntil Last moment of `reveal`.
/// @param talliedAt Block time, 0 before.
/// @param resolvedAt Block time, 0 before.
/// @param seats Jurors seated.
/// @param committed Ballots committed.
/// @param revealed Ballots revealed, abstentions included.
/// @param votes Ballots that name a root.
/// @param votesFor Ballots that name the commitment's post root.
/// @param verdict What came out so far.
/// @param closed Resolved: the verdict took effect.
/// @param seatStake What each seat locks. Unit: wei.
/// @param seatFee What a right ballot earns. Unit: wei.
/// @param seed Bound into every ballot.
struct Case {
    uint64 run;
    uint64 openedAt;
    uint64 frozenAt;
    uint64 commitUntil;
    uint64 revealUntil;
    uint64 talliedAt;
    uint64 resolvedAt;
    uint16 seats;
    uint16 committed;
    uint16 revealed;
    uint16 votes;
    uint16 votesFor;
    Verdict verdict;
    bool closed;
    uint96 seatStake;
    uint96 seatFee;
    bytes32 seed;
}

/// @notice A juror's seat in a case.
/// @param status Where it is.
/// @param ballot Committed ballot hash.
/// @param root Revealed root.
struct Seat {
    SeatStatus status;
    bytes32 ballot;
    bytes32 root;
}

/// @notice A validator's deposit. Free stake = stake − locked − unbonding. Unit: wei.
/// @param stake All of it.
/// @param locked In seats.
/// @param unbonding Asked back, not yet taken.
/// @param since Block time of the last deposit: only cases opened later seat this validator.
/// @param availableAt Block time from which `unbonding` may be taken.
/// @param listed Whether juries are drawn from it.
struct Validator {
    uint128 stake;
    uint128 locked;
    uint128 unbonding;
    uint64 since;
    uint64 availableAt;
    bool listed;
}

/// @title The court: validators, juries, ballots
/// @notice Quick and cheap: it decides where training goes on, and the money only where nobody opens arithmetic, which outranks it. One case per
/// commitment, however many challenges. A ballot answers "what is the post root of this window?", and is judged only against the root later finalised for the
/// same question, never against the majority. Every phase has a deadline, and anyone can push a case on.
///
/// | phase | ends | then |
/// |---|---|---|
/// | Evidence | no seal that exists can still be opened: `freeze` | all free validators are seated |
/// | Commit | deadline, or all seats committed | |
/// | Reveal | deadline, or all committed ballots revealed: `tally` | Falls: the head moves at once |
/// | Appeal | appeal window, and every match that runs: `resolve` | the verdict takes effect |
///
/// Stands: more than half of the ballots that name a root name the commitment's, and at least half of the seats named one. Falls: same quorum, more than half
/// name others. Anything else: no majority, and arithmetic decides.
///
/// | `resolve` finds | verdict |
/// |---|---|
/// | the commitment voided, or rejected for an unanswered demand | Void |
/// | a match that convicted the committer, or both sides: in any phase, even when closed as Stands | Falls |
/// | a match that runs | not yet |
/// | every opened challenge defeated by its match; tally Falls | Cleared, once no seal can bring another challenge |
/// | every opened challenge defeated by its match; tally Stands or no majority | Stands |
/// | others, after no majority | not yet: anyone may open arithmetic for them |
/// | others, one appeal window after the tally and after the last opening | the tally |
///
/// The loser's court fee pays the jurors: the committer's if it falls, else the one of the challenge that brought the case.
interface ICourt {
    /// @notice A validator put stake in; it now has `total`.
    event Staked(address indexed validator, uint256 amount, uint256 total);
    /// @notice A validator asked for stake back.
    event UnstakeRequested(address indexed validator, uint256 amount, uint64 availableAt);
    /// @notice It was credited.
    event Unstaked(address indexed validator, uint256 amount);
    /// @notice A full list of validators lost its smallest to a larger one.
    event Delisted(address indexed validator, address indexed by);
    /// @notice The first challenge against `commitment` was opened.
    event CaseOpened(bytes32 indexed commitment, uint64 indexed run);
    /// @notice Evidence is frozen and the jury seated.
    event CaseFrozen(
        bytes32 indexed commitment,
        uint64 indexed run,
        bytes32 seed,
        address[] jurors,
        uint64 commitUntil,
        uint64 revealUntil
    );
    /// @notice A juror committed a ballot. `revealFrom` isn't 0 if it was the last and the reveal phase begins.
    event BallotCommitted(bytes32 indexed commitment, address indexed juror, bytes32 ballot, uint64 revealFrom);
    /// @notice A ballot was revealed.
    event BallotRevealed(bytes32 indexed commitment, address indexed juror, bytes32 root);
    /// @notice A ballot was leaked before its time and no longer counts; its reporter was credited.
    event BallotLeaked(
        bytes32 indexed commitment, address indexed juror, address indexed reporter, uint256 toReporter, uint256 burned
    );
    /// @notice The ballots were counted.
    event Tallied(bytes32 indexed commitment, Verdict verdict, uint16 seats, uint16 votes, uint16 votesFor);
    /// @notice The verdict took effect.
    event Resolved(bytes32 indexed commitment, Verdict verdict);
    /// @notice A seat was settled: `fee` credited, `burned` of the stake gone, the rest free again.
    event SeatSettled(bytes32 indexed commitment, address indexed juror, uint256 fee, uint256 burned);

    /// @notice The case isn't in the phase this call needs.
    error WrongPhase(bytes32 commitment, Phase phase);
    /// @notice The juror has no seat here, or the seat isn't in the state this call needs.
    error WrongSeat(address juror, SeatStatus status);
    /// @notice Root and salt aren't what was committed.
    error WrongBallot();
    /// @notice 0 is neither a root nor a ballot.
    error InvalidBallot();
    /// @notice A seal can still be opened, or the time or finalised root this call waits for hasn't come.
    error NotYet();
    /// @notice The list is full and the stake no larger than the smallest on it.
    error StakeTooSmall(uint256 needed);
    /// @notice Less than that is free.
    error NotFree(uint256 free);
    /// @notice An amount of 0.
    error NoAmount();
    /// @notice Only `Disputes`.
    error NotDisputes();

    /// @notice Adds the coin sent along to the caller's stake. Joins the list of validators if it isn't on it.
    function stake() external payable;

    /// @notice Asks for `amount` of free stake back; it is locked out of new juries at once. A later request restarts the cooldown.
    function requestUnstake(uint256 amount) external;

    /// @notice Credits what was asked back, after the cooldown.
    function unstake() external returns (uint256 amount);

    /// @notice Opens the case of a commitment. `Disputes` only. Never reverts for want of jurors.
    function openCase(bytes32 commitment, uint64 run) external;

    /// @notice Freezes evidence and seats the jury: every listed validator with a free seat stake that is older than the case,
    /// but not the committer and the challengers. By anyone.
    function freeze(bytes32 commitment) external;

    /// @notice Commits a ballot: `ballotHash(commitment, juror, root, salt)`, computed off the chain. Once per seat.
    function commitBallot(bytes32 commitment, bytes32 ballot) external;

    /// @notice Reveals a ballot; by anyone who knows it. `root` may be `ABSTAIN`.
    function reveal(bytes32 commitment, address juror, bytes32 root, bytes32 salt) external;

    /// @notice Shows another's ballot while ballots are still being committed: it no longer counts and 20 % of its seat stake goes, half of it to
    /// the caller.
    function reportLeak(bytes32 commitment, address juror, bytes32 root, bytes32 salt) external;

    /// @notice Counts, by anyone, when all have acted or the time is up. If the commitment falls, the head moves at once.
    function tally(bytes32 commitment) external;

    /// @notice Lets the verdict take effect, as in the table above. By anyone.
    function resolve(bytes32 commitment) external;

    /// @notice Settles a seat of a closed case, by anyone. Ballot = finalised root: fee and stake back. Another: stake burned. Nothing final in
    /// 30 days after the case closed: stake back. Abstained: stake back. Not revealed: 5 % burned, unless the case ended before it was tallied. Fees nobody earned are burned.
    function settleSeat(bytes32 commitment, address juror) external;

    /// @notice The case of a commitment, all zero if there is none.
    function caseOf(bytes32 commitment) external view returns (Case memory);

    /// @notice When the case was tallied (0: not yet), what has come out so far, and whether that has taken effect.
    function tallyOf(bytes32 commitment) external view returns (uint64 talliedAt, Verdict verdict, bool closed);

    /// @notice Where the case is now.
    function phase(bytes32 commitment) external view returns (Phase);

    /// @notice Whether there is a case that isn't closed.
    function isOpen(bytes32 commitment) external view returns (bool);

    /// @notice The verdict that has taken effect; Undecided until the case is closed.
    function outcome(bytes32 commitment) external view returns (Verdict);

    /// @notice Who was seated.
    function jurors(bytes32 commitment) external view returns (address[] memory);

    /// @notice A juror's seat.
    function seat(bytes32 commitment, address juror) external view returns (Seat memory);

    /// @notice A validator's deposit.
    function validator(address account) external view returns (Validator memory);

    /// @notice The list juries are drawn from, at most 32.
    function validators() external view returns (address[] memory);

    /// @notice EIP-712 hash of Ballot(bytes32 commitment,uint32 round,bytes32 seed,address juror,bytes32 root,bytes32 salt), round 1; domain
    /// "Commonweight Court", "1", chain id, this contract.
    function ballotHash(bytes32 commitment, address juror, bytes32 root, bytes32 salt) external view returns (bytes32);

    /// @notice Time from `requestUnstake` to `unstake`: 14 days; 10 minutes on chains 1337 and 31337. Unit: seconds.
    function unstakeCooldown() external view returns (uint64);

    /// @notice The Vault key of a validator's stake (ledger owner: this contract).
    function stakeKey(address validator) external pure returns (bytes32);

    /// @notice The Vault key of a case's fees (ledger owner: this contract).
    function caseKey(bytes32 commitment) external pure returns (bytes32);
}
