// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IDuels} from "./IDuels.sol";

/// @notice One answer to the question "what is the history root of this window?". Its bond is the pledge with the same id.
/// @param commitment The window; 0 for a canary that hasn't been opened.
/// @param sealHash `auditSealOf` or `canarySealOf`.
/// @param root The history root, once opened.
/// @param run Run id.
/// @param sealedAt Block time.
/// @param canary Planted, by anyone; else an auditor's.
/// @param jackpot Of a canary, in the run's reward token: as much as really came in.
struct Answered {
    bytes32 commitment;
    bytes32 sealHash;
    bytes32 root;
    uint64 run;
    uint64 sealedAt;
    bool canary;
    uint128 jackpot;
}

/// @notice What is known of the audit of one window.
/// @param seed By which its auditors are drawn; 0 until `draw`.
/// @param first First of its auditors to seal, and
/// @param second second; 0 if there is none.
/// @param jackpotOf The canary that paid; 0 if none has.
/// @param standing Answers that stand, canaries included.
/// @param defeated Answers that lost a duel.
struct Task {
    bytes32 seed;
    uint64 first;
    uint64 second;
    uint64 jackpotOf;
    uint32 standing;
    uint32 defeated;
}

/// @notice What a run's auditors have done so far. The share answered rightly is right / tasks.
/// @param tasks Two per final window.
/// @param answered Answers of auditors of final windows that were opened and are settled or defeated.
/// @param right Those of them that were paid for.
/// @param canaries Canaries that paid their jackpot.
/// @param live Answers that may still be paid.
struct Record {
    uint64 tasks;
    uint64 answered;
    uint64 right;
    uint64 canaries;
    uint64 live;
}

/// @title Attention: why verifiers look although nothing is ever wrong
/// @notice For each window two validators are drawn as *auditors*. Its history root (root of the list of its state roots) is public nowhere, so only
/// who replays it knows it. An auditor seals it while the window may be challenged and opens it after that; equal answers are paid out
/// of the run's budget, contradicting ones play a duel over the list. A *canary* is an answer that anyone has sealed beforehand, without
/// saying of which window; auditors who gave the same share its jackpot. Nothing planted enters the head: a canary is a true answer to a
/// real window, and the auditors can't know that it is there.
///
/// E = end of the challenge period, o = the open window of the run:
///
/// | when | who | call |
/// |---|---|---|
/// | from the beacon's answer to E | the drawn, each once | `seal` |
/// | until E | anyone | `plant` |
/// | (E, E + o] | anyone for them | `open` |
/// | (E + o, E + 2·o] | its planter | `openCanary` |
/// | once the window is final, as long as two contradict each other | anyone | `duel`; the match; `conclude` |
/// | after E + 2·o, final, no contradiction left | anyone | `settle` |
///
/// | at `settle` | bond | pay |
/// |---|---|---|
/// | the commitment was rejected or voided | back whole, sealed or not; jackpot back | – |
/// | never opened (a canary: not within challenge period + 2·o of being planted) | 10 % burned, rest back; jackpot back | – |
/// | stands alone, nobody contradicted it | back | – |
/// | auditor; another stands beside it, or one that contradicted it was defeated | back | 40 % of the window's budget |
/// | canary; both auditors opened, one that stands agrees | back | jackpot to the auditors that stand, repaid to the planter out of the pot of canaries |
/// | the same, but another canary of this window has paid, fewer than 50 answers per canary, or too little in the pot | back, jackpot back | – |
/// | 30 days after E + 2·o it is still contradicted, and no duel of it is under way | back, jackpot back | – |
///
/// **Budget**: 5 % of a window's reward, set aside at `acquire`, here from `finalise` on: 40 % for each auditor, 20 % for the pot of canaries.
/// What nobody earned goes to the run's owner (`reclaim`).
///
/// **What a planter can take.** Who plants for itself (it is an auditor of that window) takes jackpots out of the pot; but one per 50 answers that
/// were opened, one per window, each at most what 25 windows bring into the pot, and only beside another auditor's opening that agrees or was
/// defeated. So all planters together take at most the pot, 1 % of the rewards, whatever they do.
///
/// **What isn't promised.** Two auditors who both invent the same answer are paid unless a canary, or a third, contradicts them; who tells others the
/// history root outside the chain makes their work needless. Both are why canaries are planted by a coin that nobody else knows.
interface IAttention is IDuels {
    /// @notice The auditors of a window are known for ever.
    event AuditorsDrawn(bytes32 indexed commitment, bytes32 seed, address[] auditors);
    /// @notice An auditor sealed its answer.
    event AuditSealed(uint64 indexed pledge, bytes32 indexed commitment, address indexed auditor, bytes32 sealHash);
    /// @notice A canary was planted in `run`, for some window.
    event CanaryPlanted(
        uint64 indexed pledge, uint64 indexed run, address indexed planter, bytes32 sealHash, uint256 jackpot
    );
    /// @notice An answer was opened.
    event AnswerOpened(uint64 indexed pledge, bytes32 indexed commitment, address indexed owner, bytes32 root);
    /// @notice An answer that was never opened ended; `burned` of its bond is gone.
    event AnswerLapsed(uint64 indexed pledge, bytes32 indexed commitment, address indexed owner, uint256 burned);
    /// @notice An answer ended; its bond went back, and `pay` (reward token) to an auditor.
    event AnswerSettled(uint64 indexed pledge, bytes32 indexed commitment, address indexed owner, uint256 pay);
    /// @notice A canary's jackpot went to `auditors` of its window that agreed; its planter was repaid.
    event JackpotPaid(uint64 indexed pledge, bytes32 indexed commitment, uint256 jackpot, uint256 auditors);
    /// @notice The run's owner took what nobody earned.
    event BudgetReclaimed(uint64 indexed run, address indexed owner, uint256 amount);

    /// @notice The caller isn't drawn for this window, or has sealed.
    error NotAuditor(address account);
    /// @notice The window has one step, so its history is no secret; or it isn't Pending, its challenge period is over, or a challenge was
    /// opened, whose match would show the history.
    error NotAuditable(bytes32 commitment);
    /// @notice The beacon hasn't spoken yet.
    error NotDrawn(bytes32 commitment);
    /// @notice Root, salt, window or owner aren't those that were sealed.
    error WrongSeal();
    /// @notice 0 is no history root.
    error InvalidRoot();
    /// @notice Only the run's owner, and only when the run is over and no answer may still be paid.
    error NotReclaimable(uint64 run);

    /// @notice Finds the auditors of a window and keeps the seed for ever. By anyone; the first `seal` does it too.
    function draw(bytes32 commitment) external returns (address[] memory auditors);

    /// @notice Seals the caller's answer. Send `bondOf(run)` along.
    /// @param sealHash `auditSealOf(commitment, caller, history root)`: no salt is needed, since nobody who hasn't replayed the window can guess.
    function seal(bytes32 commitment, bytes32 sealHash) external payable returns (uint64 pledge);

    /// @notice Opens an auditor's answer; anyone may who knows it.
    function open(uint64 pledge, bytes32 root) external;

    /// @notice Plants a canary in `run`. Send `bondOf(run)` along; native reward: and `jackpotOf(run)`; token: approve that to the *Vault* first.
    /// @param sealHash `canarySealOf(commitment, caller, history root, salt)`.
    function plant(uint64 run, bytes32 sealHash) external payable returns (uint64 pledge);

    /// @notice Opens a canary. One that can't count, because its window is rejected or voided or was challenged before it was planted, or because it was
    /// planted after E, returns whole instead, at any time.
    function openCanary(uint64 pledge, bytes32 commitment, bytes32 root, bytes32 salt) external;

    /// @notice Starts the match of two answers that stand and contradict each other, over a final window.
    /// @param left Plays the committer's side.
    function duel(uint64 left, uint64 right) external returns (uint64 id);

    /// @notice Ends an answer, as the table says. By anyone.
    function settle(uint64 pledge) external;

    /// @notice Credits what is left of the run's budget to its owner.
    function reclaim(uint64 run) external returns (uint256 amount);

    /// @notice The auditors of a window, at most two; none before the beacon has spoken.
    function auditors(bytes32 commitment) external view returns (address[] memory);

    /// @notice The answer, all zero if unknown.
    function answer(uint64 pledge) external view returns (Answered memory);

    /// @notice The audit of a window.
    function task(bytes32 commitment) external view returns (Task memory);

    /// @notice How many answers of a window that stand name `root`.
    function standingFor(bytes32 commitment, bytes32 root) external view returns (uint32);

    /// @notice What the run's auditors have done.
    function record(uint64 run) external view returns (Record memory);

    /// @notice What is left of the run's budget for auditors, and of its pot of canaries. Unit: the run's reward token.
    function budget(uint64 run) external view returns (uint256 forAuditors, uint256 forCanaries);

    /// @notice Bond of one answer: a challenge's without its court fee. Unit: wei.
    function bondOf(uint64 run) external view returns (uint256);

    /// @notice Jackpot of a canary: what 25 full windows bring into the pot. Unit: the run's reward token.
    function jackpotOf(uint64 run) external view returns (uint256);

    /// @notice H(chain, this contract, auditor, commitment, history root).
    function auditSealOf(bytes32 commitment, address auditor, bytes32 root) external view returns (bytes32);

    /// @notice H(chain, this contract, planter, commitment, history root, salt).
    function canarySealOf(bytes32 commitment, address planter, bytes32 root, bytes32 salt)
        external
        view
        returns (bytes32);

    /// @notice The Vault key of a run's budget (ledger owner: this contract).
    function budgetKey(uint64 run) external pure returns (bytes32);
}
