// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @notice Where a commitment stands. Nothing else, and no way back: Pending → Finalised | Rejected | Voided.
enum Status {
    Unknown,
    Pending,
    Finalised,
    Rejected,
    Voided
}

/// @notice What was decided about a commitment itself.
/// None; TalliedAgainst: off the head, still Pending; Rejected: by tally or by arithmetic; Cleared: arithmetic overturned the tally, so Voided,
/// paid in full and not put back; Idle: Rejected because a demand for its bytes went unanswered.
enum Mark {
    None,
    TalliedAgainst,
    Rejected,
    Cleared,
    Idle
}

/// @notice The run's mutex.
/// @param holder Who computes; address 0 if there is no lease.
/// @param fence Fencing token; counts the run's leases from 1.
/// @param window Index of the window to compute, from 0.
/// @param acquiredAt Block time. Unit: seconds, like `deadline`.
/// @param deadline Last moment of `commit`.
/// @param expectedHead The head it builds on. If that leaves the head, the lease ends and its bond returns whole.
/// @param bond Unit: wei.
/// @param reward Reserved reward of the window, in the run's reward token.
struct Lease {
    address holder;
    uint64 fence;
    uint64 window;
    uint64 acquiredAt;
    uint64 deadline;
    bytes32 expectedHead;
    uint128 bond;
    uint128 reward;
}

/// @notice A bonded window.
/// @param parent Hash of the commitment it stands on, or the run's genesis hash.
/// @param preRoot Post root of the parent.
/// @param postRoot State root after the window.
/// @param committer Who bonded it.
/// @param run Run id.
/// @param steps Steps of the window.
/// @param window Index of the window, from 0; its first step is window·k.
/// @param fence Fencing token of its lease.
/// @param committedAt Block time.
/// @param rejectedAt Block time of the rejection, else 0.
/// @param bond Unit: wei, court fee included.
/// @param reward In the run's reward token.
/// @param mark What was decided about it.
/// @param voidedCount Windows that stood above it when it left the head.
/// @param settled A rejected one's bond has been shared out.
/// @param repaid A voided one's bond has been returned.
/// @param shared A voided one has had its share of the bond of the one that voided it.
/// @param voidedShare What each window voided by this one receives. Unit: wei.
/// @param committedBlock Number of the block it was committed in.
/// @param voidedBy The commitment that voided this one, once found.
struct Commitment {
    bytes32 parent;
    bytes32 preRoot;
    bytes32 postRoot;
    address committer;
    uint64 run;
    uint32 steps;
    uint64 window;
    uint64 fence;
    uint64 committedAt;
    uint64 rejectedAt;
    uint128 bond;
    uint128 reward;
    Mark mark;
    uint32 voidedCount;
    bool settled;
    bool repaid;
    bool shared;
    uint128 voidedShare;
    uint64 committedBlock;
    bytes32 voidedBy;
}

/// @notice The part of a commitment that a dispute is about, which is cheaper to read than all of it. Fields as in Commitment.
struct Claim {
    bytes32 preRoot;
    bytes32 postRoot;
    address committer;
    uint64 run;
    uint32 steps;
    uint64 committedAt;
    uint64 window;
}

/// @notice A run's place.
/// @param fence Fence of the newest lease.
/// @param headCount Windows up to the head; the head is window headCount − 1, genesis if 0.
/// @param anchorCount Finalised windows; the anchor is window anchorCount − 1, genesis if 0.
/// @param acquiredAt Block time of the newest lease.
/// @param doublings The next bond is the base bond · 2^doublings, 0…5.
struct Progress {
    uint64 fence;
    uint64 headCount;
    uint64 anchorCount;
    uint64 acquiredAt;
    uint8 doublings;
}

/// @title Leases, commitments, head and anchor
/// @notice One lease per run; a lease becomes a commitment; commitments stand on one another; the head moves up by `commit` and back when one
/// is tallied against or rejected; the anchor only moves up. Every call names the hash of what it builds on.
///
/// | event | head | anchor | bond |
/// |---|---|---|---|
/// | acquire | – | – | taken, reward reserved |
/// | release, expire | – | – | part burned, rest back |
/// | commit | up | – | stays |
/// | finalise | – | up | back, with the reward |
/// | tally against | to the parent | – | stays |
/// | reject | to the parent, if no tally had | – | shared out at `settle` |
/// | clear (arithmetic overturns a tally) | – | – | back, with the reward |
/// | unanswered demand | to the parent, if no tally had | – | half burned at `settle` |
/// | voided | – | – | back whole, plus a share at `settle` of the one that voided it |
interface ITraining {
    /// @notice `holder` computes window `window` on `expectedHead` until `deadline`.
    event Acquired(
        uint64 indexed run,
        uint64 indexed fence,
        address indexed holder,
        bytes32 expectedHead,
        uint64 window,
        uint64 deadline,
        uint256 bond,
        uint256 reward
    );
    /// @notice The holder gave the lease back; `burned` of its bond is gone, the next bond doubles.
    event Released(uint64 indexed run, uint64 indexed fence, address indexed holder, uint256 burned);
    /// @notice The deadline passed; `tip` went to `caller` (nobody, if a rollback found it), `burned` is gone, the next bond doubles.
    event Expired(
        uint64 indexed run, uint64 indexed fence, address indexed holder, address caller, uint256 tip, uint256 burned
    );
    /// @notice The head it was to build on was rolled back; the bond returned whole.
    event LeaseEnded(uint64 indexed run, uint64 indexed fence, address indexed holder);
    /// @notice A window was committed and is the new head.
    event Committed(
        uint64 indexed run,
        bytes32 indexed commitment,
        address indexed committer,
        bytes32 parent,
        uint64 window,
        uint32 steps,
        bytes32 preRoot,
        bytes32 postRoot,
        bytes cid,
        uint64 fence
    );
    /// @notice A window became final; its committer was credited bond and reward.
    event Finalised(
        uint64 indexed run, bytes32 indexed commitment, address indexed committer, uint64 window, bytes32 postRoot
    );
    /// @notice `commitment` and `voided` windows above it left the head, which is now `head`.
    event RolledBack(
        uint64 indexed run, bytes32 indexed commitment, bytes32 indexed head, uint64 window, uint32 voided
    );
    /// @notice A decision against `commitment` took effect. `idle`: a demand for its bytes went unanswered.
    event Rejected(uint64 indexed run, bytes32 indexed commitment, address indexed committer, bool idle);
    /// @notice Arithmetic overturned the tally against `commitment`: its committer was credited bond and reward.
    event Cleared(uint64 indexed run, bytes32 indexed commitment, address indexed committer);
    /// @notice The bond of a rejected commitment was shared out, against `finalRoot` (0: nothing was finalised in time).
    event Settled(
        bytes32 indexed commitment,
        bytes32 finalRoot,
        uint256 toCommitter,
        uint256 toChallengers,
        uint256 toVoided,
        uint256 burned
    );
    /// @notice A voided commitment, voided by `by`, got its bond (`amount`) or its share of the other's bond (`amount`) back.
    event VoidedClaimed(
        bytes32 indexed commitment, bytes32 indexed by, address indexed committer, uint256 amount, bool share
    );
    /// @notice The guardian stopped `acquire` until then.
    event Paused(uint64 until);

    /// @notice The run's head isn't what the caller expected; it is `head`.
    error WrongHead(bytes32 head);
    /// @notice Somebody holds the lease.
    error Leased(address holder, uint64 deadline);
    /// @notice The coin sent isn't the required bond.
    error WrongBond(uint256 sent, uint256 required);
    /// @notice Every window of the run is committed.
    error RunComplete();
    /// @notice As many windows as the run allows are unfinal.
    error TooManyPending();
    /// @notice The caller doesn't hold this lease (any more).
    error NotHolder();
    /// @notice The lease's deadline has passed.
    error TooLate(uint64 deadline);
    /// @notice The lease still runs.
    error LeaseRuns(uint64 deadline);
    /// @notice There is no lease.
    error NoLease();
    /// @notice This window has `steps` steps.
    error WrongSteps(uint32 steps);
    /// @notice 0 and `ABSTAIN` are no roots.
    error InvalidRoot();
    /// @notice A CID has 1 to 64 bytes.
    error InvalidCid();
    /// @notice No window can be finalised now.
    error NothingToFinalise();
    /// @notice The commitment isn't (any more) in the state this call needs.
    error WrongStatus(bytes32 commitment, Status status);
    /// @notice Its parent isn't known to be voided yet: claim that first.
    error ClaimParentFirst(bytes32 parent);
    /// @notice There is nothing (more) to claim yet.
    error NothingToClaim();
    /// @notice The time or the finalised root this call waits for hasn't come.
    error NotYet();
    /// @notice Only the court.
    error NotCourt();
    /// @notice Only `Demands`.
    error NotDemands();
    /// @notice Only the guardian.
    error NotGuardian();
    /// @notice Only `StepProofs`.
    error NotStepProofs();
    /// @notice `acquire` is stopped until then.
    error AcquirePaused(uint64 until);
    /// @notice At most 7 days, and not before 30 days after the last pause began.
    error PauseTooLong();

    /// @notice Takes the lease of `run` on the head `expectedHead`, whose checkpoint the caller holds and has checked. Send `requiredBond(run)`
    /// along. Reserves the window's reward, and beside it 5 % for those who will check it (`IAttention`). Expires a lease whose deadline has passed.
    /// @return fence Fencing token, which every later call carries.
    function acquire(uint64 run, bytes32 expectedHead) external payable returns (uint64 fence);

    /// @notice Gives the lease back. Burned: 1 % of the bond in the first quarter, then growing linearly to 50 % at the deadline.
    /// The next bond doubles, as after `expire`: squatting costs exponentially, whichever way a lease ends without a commitment.
    function release(uint64 run, uint64 fence) external;

    /// @notice Ends a lease whose deadline has passed: 49 % of its bond is burned, 1 % goes to the caller, the rest returns.
    function expire(uint64 run) external;

    /// @notice Commits the leased window. It becomes the head.
    /// @param steps Must be the window's steps: k, fewer only at the run's end.
    /// @param postRoot State root after the window.
    /// @param cid Where its checkpoint lies; 1 to 64 bytes.
    /// @return commitment H(chain, this contract, run, parent, window, steps, postRoot, keccak256(cid), committer, fence).
    function commit(uint64 run, uint64 fence, bytes32 parent, uint32 steps, bytes32 postRoot, bytes calldata cid)
        external
        returns (bytes32 commitment);

    /// @notice Finalises up to `max` windows in order: each needs its challenge period over, or a proof of all its steps, and nothing that holds
    /// it back (`IDisputes.holdsFinality`, `IDemands.isOpen`).
    /// Credits bonds and rewards, hands over what is set aside for `IAttention`. Reverts with `NothingToFinalise` if there is none.
    /// @return finalised How many.
    function finalise(uint64 run, uint256 max) external returns (uint256 finalised);

    /// @notice Takes a commitment that was tallied against off the head. `Court` only.
    function tallyAgainst(bytes32 commitment) external;

    /// @notice Rejects a commitment, tallied against or not, and hands `fee` of its bond's court fee to the ledger (`feeOwner`, `feeKey`); the
    /// rest of the court fee returns at once, the bond proper waits for `settle`. `Court` only.
    function reject(bytes32 commitment, uint256 fee, address feeOwner, bytes32 feeKey) external;

    /// @notice Clears a commitment that was tallied against: bond and reward are credited, its status is Voided. `Court` only.
    function clear(bytes32 commitment) external;

    /// @notice Rejects a commitment because a demand for its bytes went unanswered. `Demands` only.
    function rejectIdle(bytes32 commitment) external;

    /// @notice Every step of a Pending commitment has been proved: its own challenge period is over. `StepProofs` only.
    function markProven(bytes32 commitment) external;

    /// @notice A proof of one element dismissed a challenge against a Pending commitment: whatever it makes final is so by a proof. `StepProofs` only.
    function markShown(bytes32 commitment) external;

    /// @notice Shares out the bond of a Rejected commitment, by anyone, once a root is final for its key, or 30 days after the rejection; at the
    /// earliest one appeal window after it. The bond here is without the court fee.
    ///
    /// | rejected by | winner: earliest seal among the undefeated that name the final root, else the one whose match convicted it | bond |
    /// |---|---|---|
    /// | tally | none, and the final root is its own | all back |
    /// | demand | none | half back, half burned |
    /// | any | there is one | gas of the undefeated with that root (≤ 20 %), of the rest 40 % to the winner, 10 % to voided windows, the rest burned |
    /// | tally, arithmetic | none | 10 % to voided windows, the rest burned |
    ///
    /// An unanswered demand without any challenge needs no root and no wait.
    function settle(bytes32 commitment) external;

    /// @notice Credits the owner of a Voided commitment its whole bond, and its share of the bond of the one that voided it once that is
    /// settled. By anyone. Reverts with `ClaimParentFirst` where the parent was itself voided and hasn't been claimed for.
    function claimVoided(bytes32 commitment) external;

    /// @notice Stops `acquire` for `duration` seconds (0 ends a pause). Guardian only; ≤ 7 days, next one 30 days after the last one began.
    function pause(uint64 duration) external;

    /// @notice The bond `acquire` asks for now.
    function requiredBond(uint64 run) external view returns (uint256);

    /// @notice The running lease; holder 0 if there is none. It may be over and not yet settled.
    function lease(uint64 run) external view returns (Lease memory);

    /// @notice The commitment, all zero if unknown.
    function commitment(bytes32 hash) external view returns (Commitment memory);

    /// @notice What the commitment claims, all zero if unknown.
    function claimOf(bytes32 hash) external view returns (Claim memory);

    /// @notice Number of the block it was committed in, 0 if unknown.
    function committedBlock(bytes32 hash) external view returns (uint64);

    /// @notice Derived, never stored: Finalised and Pending ones are in `live`; a marked one is what its mark says; any other is Voided.
    function status(bytes32 commitment) external view returns (Status);

    /// @notice The run's counters.
    function progress(uint64 run) external view returns (Progress memory);

    /// @notice Newest commitment to build on; the genesis hash if there is none.
    function head(uint64 run) external view returns (bytes32);

    /// @notice Newest finalised commitment; the genesis hash if there is none.
    function anchor(uint64 run) external view returns (bytes32);

    /// @notice Stands for a commitment below window 0: H(chain, this contract, run, spec hash, program root, dataset root, genesis root).
    function genesis(uint64 run) external view returns (bytes32);

    /// @notice The commitment of window `window` if `window` < headCount; meaningless above.
    function live(uint64 run, uint64 window) external view returns (bytes32);

    /// @notice Number of steps of a window.
    function stepsOf(uint64 run, uint64 window) external view returns (uint32);

    /// @notice H(run, pre root, first step, steps): the question a commitment answers.
    function keyOf(bytes32 commitment) external view returns (bytes32);

    /// @notice The root finalised for that question; 0 if none. Written once.
    function finalisedRoot(bytes32 key) external view returns (bytes32);

    /// @notice Whether every step of the commitment was proved: no challenge can be sealed against it any more.
    function isProven(bytes32 commitment) external view returns (bool);

    /// @notice Whether it was a window proven, or one that a proof spoke for (`markShown`), that made the root for that question final. Whoever holds a bad key can make any root final, so
    /// such a root is nobody's loss: no juror is slashed and no challenger loses its bond by it.
    function isFinalByProof(bytes32 key) external view returns (bool);

    /// @notice The Vault key of bond and reward of a lease and the commitment it becomes (ledger owner: this contract).
    function bondKey(uint64 run, uint64 fence) external pure returns (bytes32);

    /// @notice The only one who can pause `acquire`; 0 if there is none.
    function guardian() external view returns (address);
}
