// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @notice The hash of a run's trees. Poseidon2 is for small runs whose steps can be proved: in the EVM a tile costs 264,000 gas with it, so agents
/// take no part in such a run of more than 2^14 parameters.
enum HashKind {
    Invalid,
    Sha256,
    Poseidon2
}

/// @notice What is trained. The chain can't check that the roots are what the RunSpec says; every agent does, before its first bond.
/// @param specHash sha256 of the RunSpec (RFC 8785 JSON).
/// @param programRoot Root of the step's operators.
/// @param datasetRoot Root of the dataset's payload.
/// @param genesisRoot State root before step 0.
/// @param profile Version of the numeric profile, from 1.
/// @param hash Hash of the run's trees.
/// @param specCid CID of the RunSpec, as bytes (1 to 64).
struct Facts {
    bytes32 specHash;
    bytes32 programRoot;
    bytes32 datasetRoot;
    bytes32 genesisRoot;
    uint32 profile;
    HashKind hash;
    bytes specCid;
}

/// @notice How the run is cut.
/// @param totalSteps Steps of the whole run. Unit: steps, 1…2^40.
/// @param windowSteps k, steps per window. 1…1024.
/// @param keyFrameEvery A: the checkpoint of every A-th window must stay available. 1…64.
/// @param maxPending At most so many windows are unfinal. ≥ 4·(longest dispute + challenge period)/lease, ≤ 4096.
/// @param refStepMillis s: replay time of one step on the 2-core reference machine. Unit: milliseconds, ≥ 1.
struct Schedule {
    uint64 totalSteps;
    uint32 windowSteps;
    uint32 keyFrameEvery;
    uint32 maxPending;
    uint32 refStepMillis;
}

/// @notice The run's clocks, all in seconds of block time, none above 30 days. On chains 1337 and 31337 hour-valued lower bounds are 0.
/// @param lease From `acquire` to the deadline. ≥ 4·k·s.
/// @param challenge Challenge period. ≥ 12 h + 3·A·k·s.
/// @param open From a seal to the last moment at which it may be opened. ≥ 1 h.
/// @param ballotCommit ≥ 3·k·s.
/// @param ballotReveal ≥ 1 h.
/// @param appeal From the tally to its taking effect. ≥ 24 h, the chain's forced-inclusion delay.
/// @param matchClock Each side's clock in a match. ≥ 12 h.
/// @param moveExtension The next mover's extension. ≥ 10 min.
/// @param listExtension Extension at a new list. ≥ 10 min.
/// @param historyExtension Extension at the history list. ≥ `listExtension` + 3·k·s.
/// @param demand Time to answer a demand for bytes. ≥ 1 h.
struct Clocks {
    uint32 lease;
    uint32 challenge;
    uint32 open;
    uint32 ballotCommit;
    uint32 ballotReveal;
    uint32 appeal;
    uint32 matchClock;
    uint32 moveExtension;
    uint32 listExtension;
    uint32 historyExtension;
    uint32 demand;
}

/// @notice The run's money. Unit: wei of the native coin, but for `reward`.
/// @param rewardToken Token of the reward; address 0 is the native coin.
/// @param reward Reward per finalised step, in units of the token.
/// @param rewardValue r: what `reward` is worth in native coin. If the reward is native, ≥ `reward`.
/// @param replayCost What one window's replay costs a juror.
/// @param seatStake Stake a juror's seat locks. ≥ 2·V/3, V = maxPending·k·r, the unfinal rewards at stake. > 0.
/// @param jurorFee Fee of one seat. ≥ 2·replayCost.
/// @param jury Seats of the first jury. Odd, ≤ 31.
/// @param largerJury Seats of the larger jury. Odd, ≥ jury, ≤ 31.
struct Economy {
    address rewardToken;
    uint96 reward;
    uint96 rewardValue;
    uint96 replayCost;
    uint96 seatStake;
    uint96 jurorFee;
    uint16 jury;
    uint16 largerJury;
}

/// @notice By which key steps of the run can be proved (`IStepProofs`). All empty: by none. The chain can't check that the key belongs to the
/// program's circuit, nor that anybody honest took part in its setup; every agent does, before its first bond.
/// @param keyHash keccak256 of the verifying key, in the words that `IStepProofs.prove` takes.
/// @param systemHash sha256 of the serialised constraint system that the key was made for. Not 0 where there is a key.
/// @param transcriptCid CID of the setup's transcript, as bytes (1 to 64). May be empty on chains 1337 and 31337 only: a development setup,
/// whose maker can prove anything.
struct Proofs {
    bytes32 keyHash;
    bytes32 systemHash;
    bytes transcriptCid;
}

/// @notice A run: all of it is fixed when it is created.
struct Run {
    Facts facts;
    Schedule schedule;
    Clocks clocks;
    Economy economy;
    Proofs proofs;
}

/// @title Runs, as ERC-721 assets
/// @notice A run fixes everything in advance. Its owner (the holder of token `run`) decides nothing; it may only take back what is left of the
/// reward escrow when the run is finished, or has stood idle for 30 days. Run ids count from 1.
interface IRunRegistry {
    /// @notice A run came into being. `run` holds everything an agent needs.
    event RunCreated(uint64 indexed run, address indexed author, bytes32 indexed specHash, Run data);
    /// @notice `amount` came into the run's reward escrow.
    event Funded(uint64 indexed run, address indexed payer, uint256 amount);
    /// @notice A window's reward, and the 5 % beside it for those who check it, was set aside for the lease `fence`.
    event RewardReserved(uint64 indexed run, uint64 indexed fence, uint256 amount);
    /// @notice The owner took back what was left of the escrow.
    event Reclaimed(uint64 indexed run, address indexed owner, uint256 amount);

    /// @notice There is no such run.
    error NoSuchRun(uint64 run);
    /// @notice The field `name` of the run (as spelled in the structs) is outside its bounds.
    error OutOfBounds(string name);
    /// @notice The escrow can't pay for the next window.
    error EscrowTooSmall(uint64 run, uint256 held, uint256 needed);
    /// @notice The coin sent doesn't match the amount, or coin was sent where the reward is a token.
    error WrongValue(uint256 sent, uint256 needed);
    /// @notice Only the run's owner, and only when the run is finished or has stood idle for 30 days.
    error NotReclaimable(uint64 run);
    /// @notice Only `Training` reserves rewards.
    error NotTraining();

    /// @notice Creates a run and mints it to the caller. Reverts with `OutOfBounds` for every number outside its bounds.
    function create(Run calldata data) external returns (uint64 run);

    /// @notice Adds to the run's reward escrow. Native reward: send `amount` along. Token: approve the *Vault* first; what really arrives counts.
    /// @return received By how much the escrow grew.
    function fund(uint64 run, uint256 amount) external payable returns (uint256 received);

    /// @notice Sets `amount` of the escrow aside in `Training`'s ledger `key`. `Training` only.
    function reserve(uint64 run, uint64 fence, bytes32 key, uint256 amount) external;

    /// @notice Credits the escrow that isn't reserved to the run's owner.
    function reclaim(uint64 run) external returns (uint256 amount);

    /// @notice Number of runs; ids are 1…runs().
    function runs() external view returns (uint64);

    /// @notice Everything about a run.
    function run(uint64 id) external view returns (Run memory);

    /// @notice What is trained.
    function facts(uint64 id) external view returns (Facts memory);

    /// @notice How the run is cut.
    function schedule(uint64 id) external view returns (Schedule memory);

    /// @notice The run's clocks.
    function clocks(uint64 id) external view returns (Clocks memory);

    /// @notice The run's money.
    function economy(uint64 id) external view returns (Economy memory);

    /// @notice Hash of the run's trees.
    function hashOf(uint64 id) external view returns (HashKind);

    /// @notice By which key steps can be proved.
    function proofs(uint64 id) external view returns (Proofs memory);

    /// @notice What a step's proof is about: the part of the run that `IStepProofs` reads. The key's hash is 0 if there is none.
    function proofTerms(uint64 id)
        external
        view
        returns (bytes32 keyHash, bytes32 programRoot, bytes32 datasetRoot, uint32 windowSteps);

    /// @notice What the reward escrow holds, without what is reserved.
    function escrow(uint64 id) external view returns (uint256);

    /// @notice Whether every window is final, or nobody has taken a lease for 30 days. (Of a run that stood idle it may become false again.)
    function isOver(uint64 id) external view returns (bool);

    /// @notice The Vault key of the reward escrow (ledger owner: this contract).
    function escrowKey(uint64 id) external pure returns (bytes32);

    /// @notice (jury + larger jury) · juror fee: the part of each bond that pays jurors.
    function courtFee(uint64 id) external view returns (uint256);

    /// @notice B: the bond of a lease before doubling, max(20·W, 5·g) + court fee; W = k·r, g = 5 M gas at the gas price cap.
    function baseBond(uint64 id) external view returns (uint256);

    /// @notice The bond of one challenge: max(B/4, 2·g) + court fee, B without its court fee.
    function challengeBond(uint64 id) external view returns (uint256);

    /// @notice Longest time from a seal to the end of its dispute: open window, two juries with the wait for their seeds,
    /// appeal, the longest match with all its extensions. Unit: seconds.
    function longestDispute(Clocks calldata clocks) external pure returns (uint256);

    /// @notice Upper bound of every gas price the protocol reckons with. A constant of the deployment. Unit: wei.
    function gasPriceCap() external view returns (uint256);
}
