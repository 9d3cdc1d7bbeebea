// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @notice Sealed and Opened are alive, the rest are ends. Lapsed: never opened. Won: its root became final. Defeated: another did, or the
/// commitment stood. Returned: bond back (voided commitment, no majority, or nothing final in 30 days).
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
/// @param status Where it stands.
/// @param bond Unit: wei, court fee included.
/// @param gasCost What its own transactions cost, at min(base fee · 1.1, gas price cap). Unit: wei.
struct Challenge {
    bytes32 commitment;
    bytes32 sealHash;
    bytes32 root;
    address challenger;
    address beneficiary;
    uint64 sealedAt;
    uint64 sealedBlock;
    uint64 openUntil;
    ChallengeStatus status;
    uint128 bond;
    uint128 gasCost;
}

/// @notice The challenges against one commitment together.
/// @param unopened Seals neither opened nor lapsed.
/// @param opened Challenges that were opened.
/// @param openUntil Latest deadline among its seals.
/// @param first The challenge that brought the case: its court fee pays the jurors if the commitment stands.
/// @param fee What of that fee has gone to the court.
/// @param finalRoot Set when the rejected commitment is settled, like the next two: the root it was settled against; 0 if none.
/// @param gasPot Gas refunds for the undefeated. Unit: wei.
/// @param reward For the beneficiary of the earliest undefeated seal. Unit: wei.
struct Dispute {
    uint32 unopened;
    uint32 opened;
    uint64 openUntil;
    uint64 first;
    uint128 fee;
    uint128 gasPot;
    uint128 reward;
    bytes32 finalRoot;
}

/// @title Challenges
/// @notice A challenge is made in two transactions so that it can't be copied: `seal` inside the challenge period, `open` from the next block to
/// the end of its open window. Nobody joins: each is its own claim with its own bond; order counts by seal. Ids count from 1 in order of
/// seal. Money comes back through the Vault.
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

    /// @notice The commitment can't be challenged: it is unknown, decided, or its challenge period is over.
    error NotChallengeable(bytes32 commitment);
    /// @notice The coin sent isn't the required bond.
    error WrongBond(uint256 sent, uint256 required);
    /// @notice The challenge isn't in the state this call needs.
    error WrongChallenge(uint64 challenge, ChallengeStatus status);
    /// @notice The challenge isn't against this commitment.
    error WrongCommitment(bytes32 commitment);
    /// @notice Not before the next block.
    error TooEarly();
    /// @notice The open window is over.
    error TooLate(uint64 openUntil);
    /// @notice Root, beneficiary and salt aren't what was sealed.
    error WrongSeal();
    /// @notice A challenge names another root than the commitment, neither 0 nor `ABSTAIN`, and a beneficiary.
    error InvalidClaim();
    /// @notice The time, the verdict or the finalised root this call waits for hasn't come; or (openArithmetic) arithmetic doesn't exist.
    error NotYet();
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

    /// @notice Where either party will take the dispute from the court to arithmetic. Always reverts with `NotYet` for now.
    function openArithmetic(uint64 challenge) external;

    /// @notice Pays out an opened challenge, by anyone. Resolves the case and settles the commitment on the way if that is due.
    /// Commitment stood: defeated. Voided, or no majority: bond back (the latter less its half of the court fee, if it brought the case).
    /// Rejected: won if its root is the one finalised for the commitment's key, defeated if another is, returned if none is in 30 days.
    function settleChallenge(uint64 challenge) external;

    /// @notice Hands `fee` of the court fee of the challenge that brought the case to the court's ledger `feeKey`. `Court` only.
    function payCourt(bytes32 commitment, uint256 fee, bytes32 feeKey) external;

    /// @notice The commitment was settled against `finalRoot`; `gasPot` and `reward` lie in this contract's ledger `potKey(commitment)`.
    /// `Training` only.
    function fillPot(bytes32 commitment, bytes32 finalRoot, uint128 gasPot, uint128 reward) external;

    /// @notice The challenge, all zero if unknown.
    function challenge(uint64 id) external view returns (Challenge memory);

    /// @notice Number of challenges; ids are 1…challenges().
    function challenges() external view returns (uint64);

    /// @notice The challenges against one commitment together.
    function dispute(bytes32 commitment) external view returns (Dispute memory);

    /// @notice Whether finality of the commitment must wait: an unopened seal, or a case that isn't resolved.
    function holdsFinality(bytes32 commitment) external view returns (bool);

    /// @notice Whether a seal that exists can still be opened.
    function awaitsOpening(bytes32 commitment) external view returns (bool);

    /// @notice Whether `account` is the challenger of an opened challenge against the commitment. (A beneficiary is named without being asked.)
    function isParty(bytes32 commitment, address account) external view returns (bool);

    /// @notice The earliest sealed of the opened challenges that name `root`; 0 if none.
    function earliest(bytes32 commitment, bytes32 root) external view returns (uint64);

    /// @notice Sum of `gasCost` of the opened challenges that name `root`.
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
