// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Outcome} from "./IMatches.sol";

/// @notice Sealed and Opened are alive, the rest are ends. Lapsed: never opened. Won: its root became final, or its match convicted the
/// committer. Defeated: by its match, by the commitment's becoming final, or by another root's. Returned: bond back (voided commitment, or
/// nothing final in 30 days).
enum ChallengeStatus {
    Unknown,
    Sealed,
    Opened,
    Lapsed,
    Won,
    Defeated,
    Returned
}

/// @notice One claim against one commitment.
/// @param commitment What it disputes.
/// @param sealHash H(chain, this contract, commitment, root, beneficiary, salt).
/// @param root Its own post root; 0 until opened.
/// @param challenger Who sealed and bonded it. Bond and gas return here.
/// @param beneficiary Who is rewarded; 0 until opened.
/// @param sealedAt Block time.
/// @param sealedBlock Block number; it may be opened from the next block.
/// @param openUntil Last moment of `open`.
/// @param openedAt Block time of the opening.
/// @param status Where it stands.
/// @param outcome Of its match: None before `openArithmetic`, Running until `conclude` records how it ended. Void: the commitment was rejected
/// before it did. Dismissed: a proof ended it.
/// @param bond Unit: wei, court fee included.
/// @param gasCost What the challenger's transactions cost, at min(base fee · 1.1, gas price cap); its moves from `conclude` on. Unit: wei.
/// @param waived The commitment was tallied to stand, and the challenger has given up arithmetic, which nobody has opened since.
/// @param defenceGas The same of the committer, if it opened arithmetic; without its moves.
struct Challenge {
    bytes32 commitment;
    bytes32 sealHash;
    bytes32 root;
    address challenger;
    uint64 openUntil;
    ChallengeStatus status;
    Outcome outcome;
    address beneficiary;
    bool waived;
    uint64 openedAt;
    uint64 sealedAt;
    uint64 sealedBlock;
    uint128 bond;
    uint128 gasCost;
    uint128 defenceGas;
}

/// @notice The challenges against one commitment together.
/// @param unopened Seals neither opened nor lapsed.
/// @param opened Challenges that were opened.
/// @param defeated Those whose match convicted them, alone or with the committer, before the commitment was decided otherwise; and those that
/// a proof dismissed.
/// @param waived Those whose challengers gave up the appeal.
/// @param running Those whose match has begun and isn't concluded.
/// @param convicted A match convicted the committer, alone or with the challenger.
/// @param dismissed Some challenge was dismissed by a proof.
/// @param openUntil Latest deadline among its seals.
/// @param lastOpenedAt Block time of the newest opening.
/// @param first The challenge that brought the case: its court fee pays the jurors if the commitment stands.
/// @param convictedBy Earliest seal among the challenges whose match convicted the committer alone; 0 if none.
/// @param fee What of the first challenge's court fee has gone to the court.
/// @param winner Set when the rejected commitment is settled, like all below: the challenge that gets the reward; 0 if none.
/// @param finalRoot The root it was settled against; 0 if none.
/// @param gasAll What the undefeated with that root (if there is none: the one that convicted) paid for gas. Unit: wei.
/// @param gasPot What they are repaid of it. Unit: wei.
/// @param reward For the winner's beneficiary. Unit: wei.
struct Dispute {
    uint32 unopened;
    uint32 opened;
    uint32 defeated;
    uint32 waived;
    uint32 running;
    bool convicted;
    bool dismissed;
    uint64 openUntil;
    uint64 lastOpenedAt;
    uint64 first;
    uint64 convictedBy;
    uint128 fee;
    uint64 winner;
    bytes32 finalRoot;
    uint128 gasAll;
    uint128 gasPot;
    uint128 reward;
}

/// @notice What the court must know of the challenges against a commitment before it resolves the case.
/// @param convicted A match convicted the committer.
/// @param running A match runs, or has ended and isn't concluded.
/// @param undefeated Some opened challenge was neither defeated by a match nor dismissed.
/// @param waived Every challenge that wasn't has given up the appeal.
/// @param mayGrow A seal can still be made or opened.
/// @param dismissed Some opened challenge was dismissed by a proof.
/// @param lastOpenedAt Block time of the newest opening.
struct Standing {
    bool convicted;
    bool running;
    bool undefeated;
    bool waived;
    bool mayGrow;
    bool dismissed;
    uint64 lastOpenedAt;
}

/// @title Challenges
/// @notice A challenge is made in two transactions so that it can't be copied: `seal` inside the challenge period, `open` from the next block to
/// the end of its open window. Nobody joins: each is its own claim with its own bond and its own match; order counts by seal. Ids count from 1
/// in order of seal; a challenge's id is also its match's. Money comes back through the Vault.
///
/// Arithmetic may be opened beside, after or instead of the court, without a new bond. A match is *concluded* by a call that anyone may make
/// while the commitment is Pending: then its outcome counts.
///
/// | outcome of the match | at once | at the end |
/// |---|---|---|
/// | committer convicted | the commitment is rejected | bond back; see `settle` for gas and reward |
/// | challenger convicted | the claim is defeated, and gives the commitment no protection against others | defeated |
/// | both convicted, both silent | the commitment is rejected | defeated, nothing for the committer (first the leaf sender's gas) |
/// | never concluded | holds finality back | judged like a challenge without match |
///
/// A *proof* of all of a commitment's steps (`IStepProofs`) lets nobody seal any more, and anyone `dismiss` an opened challenge that no match
/// has decided: it holds nothing back from then on. It is nobody's defeat, because whoever holds a bad key can prove anything. At the end its bond
/// returns: whole, or where the commitment became final less what the committer's gas for the dispute was (≤ 20 %). The same holds for a
/// challenge that wasn't dismissed before its proven commitment became final, and in the second table for one that names another root than
/// one that a proof made final: it is returned. A *proof of one element* (`IStepProofs.proveElement`) dismisses the one challenge whose match it
/// speaks in; sealing goes on, and what is said here of a proven commitment's end holds of that commitment's too.
///
/// | commitment ends | a challenge without an outcome | a defeated one |
/// |---|---|---|
/// | Finalised | defeated | bond proper: the committer's gas (≤ 20 %), of the rest 40 % to the committer, the rest burned |
/// | Rejected | won if it names the final root, defeated if another is final, returned if none is in 30 days | the same, to the committer only if the final root is its own |
/// | Voided | returned whole | as if Finalised |
interface IDisputes {
    /// @notice A challenge against `commitment` was sealed.
    event Sealed(
        uint64 indexed challenge,
        bytes32 indexed commitment,
        address indexed challenger,
        bytes32 sealHash,
        uint64 openUntil,
        uint256 bond
    );
    /// @notice It was opened: it names `root`.
    event Opened(uint64 indexed challenge, bytes32 indexed commitment, address indexed beneficiary, bytes32 root);
    /// @notice It was never opened; `burned` of its bond is gone (0 on a voided commitment).
    event Lapsed(uint64 indexed challenge, bytes32 indexed commitment, address indexed challenger, uint256 burned);
    /// @notice Its match began. `by` opened arithmetic.
    event ArithmeticOpened(uint64 indexed challenge, bytes32 indexed commitment, address indexed by);
    /// @notice Its match was concluded. Void: the commitment was rejected before it ended.
    event Concluded(uint64 indexed challenge, bytes32 indexed commitment, Outcome outcome);
    /// @notice A proof ended it. `by` called.
    event ChallengeDismissed(uint64 indexed challenge, bytes32 indexed commitment, address indexed by);
    /// @notice Its challenger gave up the appeal against a tally that let the commitment stand.
    event ChallengerWaived(uint64 indexed challenge, bytes32 indexed commitment);
    /// @notice It is now the earliest undefeated challenge that names `root`.
    event Nominated(uint64 indexed challenge, bytes32 indexed commitment, bytes32 root);
    /// @notice It is over. To the challenger: bond and gas; to the beneficiary: the reward; to the committer: part of a defeated bond.
    event ChallengeSettled(
        uint64 indexed challenge,
        bytes32 indexed commitment,
        ChallengeStatus status,
        uint256 toChallenger,
        uint256 toBeneficiary,
        uint256 toCommitter,
        uint256 burned
    );

    /// @notice The commitment can't be challenged: it is unknown, decided or proven, or its challenge period is over.
    error NotChallengeable(bytes32 commitment);
    /// @notice The coin sent isn't the required bond.
    error WrongBond(uint256 sent, uint256 required);
    /// @notice The challenge isn't in the state this call needs.
    error WrongChallenge(uint64 challenge, ChallengeStatus status);
    /// @notice The challenge isn't against this commitment.
    error WrongCommitment(bytes32 commitment);
    /// @notice Not every step of the commitment is proved.
    error NotProven(bytes32 commitment);
    /// @notice Only `StepProofs`.
    error NotStepProofs();
    /// @notice Not before the next block.
    error TooEarly();
    /// @notice The open window is over.
    error TooLate(uint64 openUntil);
    /// @notice Root, beneficiary and salt aren't what was sealed.
    error WrongSeal();
    /// @notice A challenge names another root than the commitment, neither 0 nor `ABSTAIN`, and a beneficiary.
    error InvalidClaim();
    /// @notice The time, the verdict, the outcome or the finalised root this call waits for hasn't come.
    error NotYet();
    /// @notice Only the challenger and the committer.
    error NotParty();
    /// @notice The challenge's match isn't in the state this call needs.
    error WrongMatch(uint64 challenge, Outcome outcome);
    /// @notice Only the court.
    error NotCourt();
    /// @notice Only `Training`.
    error NotTraining();

    /// @notice Seals a challenge. Send `challengeBond` of the run along.
    /// @param sealHash `sealHashOf(…)`: compute it off the chain, the salt is secret until `open`.
    /// @return challenge Its id.
    function seal(bytes32 commitment, bytes32 sealHash) external payable returns (uint64 challenge);

    /// @notice Opens a sealed challenge; by anyone who knows what was sealed. The first one brings the case before the court.
    function open(bytes32 commitment, uint64 challenge, bytes32 root, address beneficiary, bytes32 salt) external;

    /// @notice Ends a seal that wasn't opened in time: 10 % burned. On a Voided commitment: at any time, nothing burned. By anyone.
    function lapse(uint64 challenge) external;

    /// @notice Takes an opened challenge to arithmetic: starts its match. By either party until one appeal window after the tally and after the
    /// opening, whichever is later, and at any time before the tally; by anyone once the case was tallied without a majority.
    function openArithmetic(uint64 challenge) external;

    /// @notice Records how the match of a challenge ended, by anyone. A convicted committer's commitment is rejected on the way. Once the
    /// commitment is Rejected, only gas and a conviction of the committer are recorded, until it is settled; a match that still runs can
    /// then be ended so as soon as a root is final for the commitment's key.
    function conclude(uint64 challenge) external;

    /// @notice Dismisses an opened challenge against a Pending commitment whose steps are all proved, by anyone; not one whose match has ended:
    /// `conclude` that. Its match, if one runs, concerns nobody any more.
    function dismiss(uint64 challenge) external;

    /// @notice Dismisses a challenge whose match has come to an element that its claim has wrong, as `prover` has proved. `StepProofs` only.
    function dismissShown(uint64 challenge, address prover) external;

    /// @notice Gives up the appeal against a tally that lets the commitment stand. The challenger only. Once all challenges that no match defeated have, the
    /// case can be resolved. Ends when anybody opens arithmetic for the challenge after all.
    function waive(uint64 challenge) external;

    /// @notice Puts an undefeated challenge in front for its root, if the one that was there is defeated or sealed later. By anyone.
    function nominate(uint64 challenge) external;

    /// @notice Pays out an opened challenge, by anyone, once its commitment is Finalised, Voided, or Rejected and due to be settled. Resolves the
    /// case and settles the commitment on the way.
    function settleChallenge(uint64 challenge) external;

    /// @notice Hands `fee` of the court fee of the challenge that brought the case to the court's ledger `feeKey`. `Court` only.
    function payCourt(bytes32 commitment, uint256 fee, bytes32 feeKey) external;

    /// @notice The case was closed as Stands, and a later match convicted the committer, who now pays the jurors: forgets that the first
    /// challenge did. `Court` only.
    /// @return fee What to put back into the ledger `key` of this contract.
    function refundCourt(bytes32 commitment) external returns (uint256 fee, bytes32 key);

    /// @notice The commitment was settled against `finalRoot`; `gasPot` and `reward` lie in this contract's ledger `potKey(commitment)`.
    /// `Training` only.
    function fillPot(bytes32 commitment, bytes32 finalRoot, uint128 gasPot, uint128 reward) external;

    /// @notice The challenge, all zero if unknown.
    function challenge(uint64 id) external view returns (Challenge memory);

    /// @notice Number of challenges; ids are 1…challenges().
    function challenges() external view returns (uint64);

    /// @notice The challenges against one commitment together.
    function dispute(bytes32 commitment) external view returns (Dispute memory);

    /// @notice Whether finality of the commitment must wait: an unopened seal, a case that isn't resolved, a match that isn't concluded, or an
    /// undefeated challenge that can still be taken to arithmetic.
    function holdsFinality(bytes32 commitment) external view returns (bool);

    /// @notice What the court must know before it resolves.
    function standing(bytes32 commitment) external view returns (Standing memory);

    /// @notice Who would be paid if the commitment were settled now against `root`: the earliest undefeated challenge that names it, else the one
    /// whose match convicted the committer; 0 if there is neither.
    /// @return winner The challenge.
    /// @return gas What the undefeated that name the root (if there is none: the one that convicted) paid for gas. Unit: wei.
    function winnerOf(bytes32 commitment, bytes32 root) external view returns (uint64 winner, uint256 gas);

    /// @notice Block time at which the first challenge against the commitment was opened; 0 if none was. From then on its history may be known.
    function firstOpenedAt(bytes32 commitment) external view returns (uint64);

    /// @notice Whether a seal that exists can still be opened.
    function awaitsOpening(bytes32 commitment) external view returns (bool);

    /// @notice Whether `account` is the challenger of an opened challenge against the commitment. (A beneficiary is named without being asked.)
    function isParty(bytes32 commitment, address account) external view returns (bool);

    /// @notice The earliest sealed of the undefeated challenges that name `root`; 0 if none. After a defeat: of those that were nominated since.
    function earliest(bytes32 commitment, bytes32 root) external view returns (uint64);

    /// @notice Sum of `gasCost` of the undefeated challenges that name `root`.
    function gasOf(bytes32 commitment, bytes32 root) external view returns (uint256);

    /// @notice H(chain, this contract, commitment, root, beneficiary, salt).
    function sealHashOf(bytes32 commitment, bytes32 root, address beneficiary, bytes32 salt)
        external
        view
        returns (bytes32);

    /// @notice The Vault key of a challenge's bond (ledger owner: this contract).
    function challengeKey(uint64 challenge) external pure returns (bytes32);

    /// @notice The Vault key of the pots of a rejected commitment (ledger owner: this contract).
    function potKey(bytes32 commitment) external pure returns (bytes32);
}
