// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IDuels} from "./IDuels.sol";

/// @notice What a pot of a run waits for. Agents compare it with the goal in the RunSpec before they lock, claim or contest.
/// @param run Run id.
/// @param programRoot Root of the evaluation's program: one step, from the state to the list of one tensor, [loss].
/// @param datasetRoot Root of the held-out payload, the dataset of that program.
/// @param target The loss is reached if it isn't above this. A binary32 word, not NaN.
/// @param token What the pot is in: the native coin (0) or the run's reward token.
struct Goal {
    uint64 run;
    bytes32 programRoot;
    bytes32 datasetRoot;
    uint32 target;
    address token;
}

/// @notice Open: waits for its goal; Reached: belongs to the committers; Returned: goes back to those who locked it.
enum PotStatus {
    None,
    Open,
    Reached,
    Returned
}

/// @notice A pot.
/// @param status Where it stands.
/// @param openedAt Block time of the first `lock`.
/// @param claims Claims on it that stand.
/// @param window The key frame at which the goal was reached.
/// @param steps Steps of the run up to the end of that window.
/// @param amount All that was locked. Never changes once the pot isn't Open.
struct Pot {
    PotStatus status;
    uint64 openedAt;
    uint32 claims;
    uint64 window;
    uint64 steps;
    uint128 amount;
}

/// @notice What a pledge says: the held-out loss at a key frame.
/// @param pot The pot.
/// @param commitment The key frame's commitment.
/// @param word The loss, a binary32 word.
/// @param madeAt Block time.
/// @param against The claim that it contests; 0: it is a claim itself.
struct Reading {
    bytes32 pot;
    bytes32 commitment;
    uint32 word;
    uint64 madeAt;
    uint64 against;
}

/// @title Goal pots: money for the model that is good enough
/// @notice Anyone locks money for a goal of a run: a held-out loss, measured by a program at key frames (every A-th window, and the last). When a
/// claim that it is reached has stood, the pot is split by steps among the committers of all windows up to there.
///
/// The loss is an operator program's one output, so its root follows from the word alone, and two words that differ play a match over the one
/// step of that program: pre root the key frame's state root, post roots those of the words.
///
/// | when | who | call | money |
/// |---|---|---|---|
/// | the run isn't over for long | anyone | `lock` | into the pot |
/// | a key frame is final, its loss is at most the target | anyone | `claim` | bond |
/// | for a challenge period after the claim | anyone | `contest`, with another loss; the match begins at once | bond |
/// | the match has ended | anyone | `conclude` | as on IDuels |
/// | after that period, every contest concluded, the claim stands | anyone | `settle` of the claim | bond back; the pot is Reached, if it was Open |
/// | its duel is concluded, the contest stands | anyone | `settle` of the contest | bond back |
/// | Reached | anyone, for the committer | `pull` of a window | its share |
/// | 30 days after the run's end, no claim stands | anyone, for who locked | `takeBack` | what it locked |
///
/// A run ends with its last window, or when nobody has taken a lease for 30 days; both are counted from its newest lease (of a run without any, from
/// the pot's first lock), so 30 or 60 days after that the pot is closed for claims.
///
/// **Who claims.** Committers do, for their shares; nothing is paid for claiming. A claim that nobody contests in time is believed, so whoever locks
/// relies on one watcher who replays the key frame, like every head relies on one fraud-proofer.
interface IGoals is IDuels {
    /// @notice `amount` came into a pot.
    event Locked(bytes32 indexed pot, uint64 indexed run, address indexed by, Goal goal, uint256 amount);
    /// @notice Someone says that the goal is reached at `commitment`, with the loss `word`; it may be contested until then.
    event Claimed(
        uint64 indexed pledge, bytes32 indexed pot, bytes32 indexed commitment, address owner, uint32 word, uint64 until
    );
    /// @notice Someone says that the loss there is another.
    event Contested(uint64 indexed pledge, uint64 indexed claim, address indexed owner, uint32 word, uint64 duel);
    /// @notice A claim or contest ended; its bond went back.
    event ReadingSettled(uint64 indexed pledge, address indexed owner);
    /// @notice The goal is reached: `steps` steps share the pot.
    event Reached(bytes32 indexed pot, uint64 indexed pledge, uint64 window, uint64 steps, uint256 amount);
    /// @notice A window's committer got its share.
    event Pulled(bytes32 indexed pot, uint64 indexed window, address indexed committer, uint256 amount);
    /// @notice Who had locked money got it back.
    event TakenBack(bytes32 indexed pot, address indexed by, uint256 amount);

    /// @notice No roots, a target that is NaN, or a token that is neither native nor the run's reward.
    error InvalidGoal();
    /// @notice The pot isn't (any more) in the state this call needs.
    error WrongPot(bytes32 pot, PotStatus status);
    /// @notice The coin sent doesn't match the amount, or none came in.
    error WrongAmount(uint256 sent, uint256 needed);
    /// @notice The commitment isn't a key frame of the pot's run.
    error NotKeyFrame(bytes32 commitment);
    /// @notice The loss is above the target, or NaN.
    error AboveTarget(uint32 word);
    /// @notice The claim isn't the one that was meant.
    error WrongClaim(bytes32 claimHash);
    /// @notice This window has no share, or had it; this account has nothing (more) in the pot.
    error NothingToPull();

    /// @notice Adds to the pot of a goal. Native: send `amount` along. Token: approve the *Vault* first; what really arrives counts.
    /// @return pot `potOf(goal)`.
    function lock(Goal calldata goal, uint256 amount) external payable returns (bytes32 pot);

    /// @notice Claims that the goal is reached at a key frame. Send `bondOf(run)` along.
    function claim(bytes32 pot, bytes32 commitment, uint32 word) external payable returns (uint64 pledge);

    /// @notice Says that the loss is `word` and not what a claim says, and starts the match. Send `bondOf(run)` along.
    /// @param claimHash `claimHashOf(claim_)`, so that no reorganisation makes it another claim.
    function contest(uint64 claim_, bytes32 claimHash, uint32 word)
        external
        payable
        returns (uint64 pledge, uint64 duel);

    /// @notice Ends a claim or contest that stands. By anyone.
    function settle(uint64 pledge) external;

    /// @notice Credits a window's committer its share: steps / all steps up to the key frame, so that all shares are the pot exactly.
    function pull(bytes32 pot, uint64 window) external;

    /// @notice Credits `account` what it locked in a pot whose goal wasn't reached.
    function takeBack(bytes32 pot, address account) external;

    /// @notice H(chain, this contract, goal).
    function potOf(Goal calldata goal) external view returns (bytes32);

    /// @notice What the pot waits for, all zero if unknown.
    function goalOf(bytes32 pot) external view returns (Goal memory);

    /// @notice The pot, all zero if unknown.
    function potAt(bytes32 pot) external view returns (Pot memory);

    /// @notice What an account has locked and not taken back.
    function lockedBy(bytes32 pot, address account) external view returns (uint256);

    /// @notice Whether that window's share was pulled.
    function pulled(bytes32 pot, uint64 window) external view returns (bool);

    /// @notice The claim or contest, all zero if unknown.
    function reading(uint64 pledge) external view returns (Reading memory);

    /// @notice H(pot, commitment, word, owner) of a claim.
    function claimHashOf(uint64 claim) external view returns (bytes32);

    /// @notice From this block time on an Open pot can be taken back, once no claim stands; later claims are refused.
    function closesAt(bytes32 pot) external view returns (uint256);

    /// @notice The post root of an evaluation: the state list of the one tensor [loss].
    function rootOf(uint32 word) external view returns (bytes32);

    /// @notice Bond of a claim or contest: a challenge's without its court fee. Unit: wei.
    function bondOf(uint64 run) external view returns (uint256);

    /// @notice The Vault key of a pot (ledger owner: this contract).
    function potKey(bytes32 pot) external pure returns (bytes32);
}
