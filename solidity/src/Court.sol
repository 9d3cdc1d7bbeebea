// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {ABSTAIN, Core, NATIVE, SETTLEMENT_PERIOD, isLocalChain, requireAddress, share} from "./Core.sol";
import {Hashes} from "./Hashes.sol";
import {Validators} from "./Validators.sol";
import {Case, ICourt, Phase, Seat, SeatStatus, Validator, Verdict} from "./interfaces/ICourt.sol";
import {IDisputes, Standing} from "./interfaces/IDisputes.sol";
import {Clocks, Economy, IRunRegistry} from "./interfaces/IRunRegistry.sol";
import {Commitment, ITraining, Status} from "./interfaces/ITraining.sol";
import {IVault} from "./interfaces/IVault.sol";

/// @title Court
/// @notice The rules, and all prose, are on ICourt.
contract Court is ICourt, EIP712 {
    using SafeCast for uint256;

    using Validators for Validators.List;

    bytes32 private constant BALLOT =
        keccak256("Ballot(bytes32 commitment,uint32 round,bytes32 seed,address juror,bytes32 root,bytes32 salt)");
    /// The only round until a larger jury exists.
    uint32 private constant ROUND = 1;

    IVault private immutable vault;
    IRunRegistry private immutable registry;
    ITraining private immutable training;
    IDisputes private immutable disputes;

    /// @inheritdoc ICourt
    uint64 public immutable unstakeCooldown;

    Validators.List private _validators;
    mapping(bytes32 commitment => Case) private _cases;
    mapping(bytes32 commitment => address[]) private _jurors;
    mapping(bytes32 commitment => mapping(address juror => Seat)) private _seats;

    constructor(Core memory core) EIP712("Commonweight Court", "1") {
        requireAddress(address(this), core.court);
        vault = IVault(core.vault);
        registry = IRunRegistry(core.registry);
        training = ITraining(core.training);
        disputes = IDisputes(core.disputes);
        unstakeCooldown = isLocalChain() ? 10 minutes : 14 days;
    }

    // Validators

    /// @inheritdoc ICourt
    function stake() external payable {
        if (msg.value == 0) revert NoAmount();
        address out = _validators.add(msg.sender, msg.value.toUint128());
        if (out != address(0)) emit Delisted(out, msg.sender);
        emit Staked(msg.sender, msg.value, _validators.book[msg.sender].stake);
        vault.deposit{value: msg.value}(Hashes.stakeKey(msg.sender));
    }

    /// @inheritdoc ICourt
    function requestUnstake(uint256 amount) external {
        if (amount == 0) revert NoAmount();
        Validator storage v = _validators.book[msg.sender];
        uint256 free = Validators.free(v);
        if (amount > free) revert NotFree(free);
        v.unbonding += amount.toUint128();
        v.availableAt = uint64(block.timestamp) + unstakeCooldown;
        emit UnstakeRequested(msg.sender, amount, v.availableAt);
    }

    /// @inheritdoc ICourt
    function unstake() external returns (uint256 amount) {
        Validator storage v = _validators.book[msg.sender];
        amount = v.unbonding;
        if (amount == 0) revert NoAmount();
        if (block.timestamp < v.availableAt) revert NotYet();
        v.unbonding = 0;
        _validators.take(msg.sender, amount.toUint128());
        emit Unstaked(msg.sender, amount);
        vault.credit(Hashes.stakeKey(msg.sender), NATIVE, msg.sender, amount);
    }

    // A case

    /// @inheritdoc ICourt
    function openCase(bytes32 commitment, uint64 run) external {
        if (msg.sender != address(disputes)) revert NotDisputes();
        Case storage c = _cases[commitment];
        c.run = run;
        c.openedAt = uint64(block.timestamp);
        emit CaseOpened(commitment, run);
    }

    /// @inheritdoc ICourt
    // SAFETY: at most Validators.MAX are looked at. With nobody seated the case still runs to its deadlines.
    function freeze(bytes32 commitment) external {
        _expect(commitment, Phase.Evidence);
        if (training.status(commitment) != Status.Pending || disputes.awaitsOpening(commitment)) revert NotYet();
        Case storage c = _cases[commitment];
        Clocks memory clocks = registry.clocks(c.run);
        Economy memory e = registry.economy(c.run);
        c.frozenAt = uint64(block.timestamp);
        c.commitUntil = c.frozenAt + clocks.ballotCommit;
        c.revealUntil = c.commitUntil + clocks.ballotReveal;
        c.seatStake = e.seatStake;
        c.seed = keccak256(abi.encode(blockhash(block.number - 1), commitment));
        address[] memory jury = _seat(commitment, c, e.seatStake);
        uint256 fee = jury.length == 0 ? 0 : registry.courtFee(c.run) / jury.length;
        c.seatFee = fee < e.jurorFee ? fee.toUint96() : e.jurorFee;
        emit CaseFrozen(commitment, c.run, c.seed, jury, c.commitUntil, c.revealUntil);
    }

    /// @dev Seats every validator that may judge: stake free and older than the case, no party to it.
    function _seat(bytes32 commitment, Case storage c, uint96 seatStake) private returns (address[] memory) {
        address committer = training.claimOf(commitment).committer;
        address[] memory all = _validators.listed;
        address[] storage jury = _jurors[commitment];
        for (uint256 i = 0; i < all.length; ++i) {
            Validator storage v = _validators.book[all[i]];
            if (Validators.free(v) < seatStake || v.since >= c.openedAt) continue;
            if (all[i] == committer || disputes.isParty(commitment, all[i])) continue;
            v.locked += seatStake;
            _seats[commitment][all[i]].status = SeatStatus.Seated;
            jury.push(all[i]);
        }
        c.seats = uint16(jury.length);
        return jury;
    }

    /// @inheritdoc ICourt
    function commitBallot(bytes32 commitment, bytes32 ballot) external {
        _expect(commitment, Phase.Commit);
        Seat storage s = _expectSeat(commitment, msg.sender, SeatStatus.Seated);
        if (ballot == 0) revert InvalidBallot();
        Case storage c = _cases[commitment];
        s.status = SeatStatus.Committed;
        s.ballot = ballot;
        uint64 revealFrom;
        if (++c.committed == c.seats) {
            revealFrom = uint64(block.timestamp);
            c.revealUntil = revealFrom + (c.revealUntil - c.commitUntil);
            c.commitUntil = revealFrom;
        }
        emit BallotCommitted(commitment, msg.sender, ballot, revealFrom);
    }

    /// @inheritdoc ICourt
    function reveal(bytes32 commitment, address juror, bytes32 root, bytes32 salt) external {
        _expect(commitment, Phase.Reveal);
        Seat storage s = _expectBallot(commitment, juror, root, salt);
        Case storage c = _cases[commitment];
        ++c.revealed;
        if (root == ABSTAIN) {
            s.status = SeatStatus.Abstained;
        } else {
            s.status = SeatStatus.Voted;
            ++c.votes;
            if (root == training.claimOf(commitment).postRoot) ++c.votesFor;
        }
        s.root = root;
        emit BallotRevealed(commitment, juror, root);
    }

    /// @inheritdoc ICourt
    // SAFETY: a juror who reports itself pays 10 %, more than the 5 % of not revealing, so this is no cheaper way out.
    function reportLeak(bytes32 commitment, address juror, bytes32 root, bytes32 salt) external {
        _expect(commitment, Phase.Commit);
        Seat storage s = _expectBallot(commitment, juror, root, salt);
        Case storage c = _cases[commitment];
        s.status = SeatStatus.Settled;
        --c.committed;
        uint256 half = share(c.seatStake, 10);
        emit BallotLeaked(commitment, juror, msg.sender, half, half);
        _release(juror, c.seatStake, 2 * half);
        bytes32 key = Hashes.stakeKey(juror);
        vault.credit(key, NATIVE, msg.sender, half);
        vault.burn(key, half);
    }

    /// @inheritdoc ICourt
    function tally(bytes32 commitment) external {
        _expect(commitment, Phase.Tally);
        // The case of a commitment that was decided otherwise is closed by `resolve`.
        if (training.status(commitment) != Status.Pending) revert WrongPhase(commitment, Phase.Tally);
        Case storage c = _cases[commitment];
        c.talliedAt = uint64(block.timestamp);
        bool quorum = c.votes > 0 && 2 * c.votes >= c.seats;
        if (quorum && 2 * c.votesFor > c.votes) c.verdict = Verdict.Stands;
        else if (quorum && 2 * (c.votes - c.votesFor) > c.votes) c.verdict = Verdict.Falls;
        else c.verdict = Verdict.NoMajority;
        emit Tallied(commitment, c.verdict, c.seats, c.votes, c.votesFor);
        if (c.verdict == Verdict.Falls) training.tallyAgainst(commitment);
    }

    /// @inheritdoc ICourt
    // INVARIANT: afterwards the case's ledger holds votes · seatFee: one fee per ballot that names a root, earned or burned by `settleSeat`.
    function resolve(bytes32 commitment) external {
        Case storage c = _cases[commitment];
        Verdict verdict = _verdict(commitment, c);
        uint256 fee = uint256(c.votes) * c.seatFee;
        bytes32 key = Hashes.caseKey(commitment);
        address owner = address(this);
        // A Stands that becomes a Falls has been paid for, out of the challenge that brought the case.
        if (c.closed) {
            owner = address(disputes);
            (fee, key) = disputes.refundCourt(commitment);
        }
        c.verdict = verdict;
        c.closed = true;
        c.resolvedAt = uint64(block.timestamp);
        emit Resolved(commitment, verdict);
        if (verdict == Verdict.Void) {
            c.seatFee = 0;
        } else if (verdict == Verdict.Falls) {
            training.reject(commitment, fee, owner, key);
        } else {
            disputes.payCourt(commitment, fee, key);
            if (verdict == Verdict.Cleared) training.clear(commitment);
        }
    }

    /// @dev What takes effect now; reverts if nothing does.
    // SAFETY: arithmetic before ballots. A match is asked in every phase, a tally only when no match can outrank it any more.
    function _verdict(bytes32 commitment, Case storage c) private view returns (Verdict) {
        Phase now_ = phase(commitment);
        Standing memory s = disputes.standing(commitment);
        Status status = training.status(commitment);
        if (now_ == Phase.Closed) {
            if (c.verdict == Verdict.Stands && s.convicted && status == Status.Pending) return Verdict.Falls;
            revert WrongPhase(commitment, now_);
        }
        if (now_ == Phase.Unknown) revert WrongPhase(commitment, now_);
        if (status != Status.Pending) return Verdict.Void;
        if (s.convicted) return Verdict.Falls;
        if (now_ != Phase.Appeal) revert WrongPhase(commitment, now_);
        if (s.running) revert NotYet();
        if (!s.undefeated) {
            if (c.verdict != Verdict.Falls) return Verdict.Stands;
            if (s.mayGrow) revert NotYet();
            return Verdict.Cleared;
        }
        uint64 from = c.talliedAt > s.lastOpenedAt ? c.talliedAt : s.lastOpenedAt;
        if (c.verdict == Verdict.NoMajority || block.timestamp <= from + registry.clocks(c.run).appeal) {
            revert NotYet();
        }
        return c.verdict;
    }

    /// @inheritdoc ICourt
    function settleSeat(bytes32 commitment, address juror) external {
        _expect(commitment, Phase.Closed);
        Case storage c = _cases[commitment];
        Seat storage s = _seats[commitment][juror];
        uint256 fee;
        uint256 slash;
        if (s.status == SeatStatus.Voted) {
            bytes32 root = training.finalisedRoot(training.keyOf(commitment));
            if (root == 0 && block.timestamp <= c.resolvedAt + SETTLEMENT_PERIOD) revert NotYet();
            if (root == s.root) fee = c.seatFee;
            else if (root != 0) slash = c.seatStake;
            if (fee == 0) vault.burn(Hashes.caseKey(commitment), c.seatFee);
        } else if (s.status == SeatStatus.Seated || s.status == SeatStatus.Committed) {
            // Nobody is blamed for silence in a case that ended before its ballots were counted.
            if (c.talliedAt != 0 && c.verdict != Verdict.Void) slash = share(c.seatStake, 5);
        } else if (s.status != SeatStatus.Abstained) {
            revert WrongSeat(juror, s.status);
        }
        s.status = SeatStatus.Settled;
        emit SeatSettled(commitment, juror, fee, slash);
        _release(juror, c.seatStake, slash);
        vault.burn(Hashes.stakeKey(juror), slash);
        vault.credit(Hashes.caseKey(commitment), NATIVE, juror, fee);
    }

    // Reads

    /// @inheritdoc ICourt
    function caseOf(bytes32 commitment) external view returns (Case memory) {
        return _cases[commitment];
    }

    /// @inheritdoc ICourt
    function tallyOf(bytes32 commitment) external view returns (uint64, Verdict, bool) {
        Case storage c = _cases[commitment];
        return (c.talliedAt, c.verdict, c.closed);
    }

    /// @inheritdoc ICourt
    // INVARIANT: each phase ends by block time at the latest, and the next call needs no particular person.
    function phase(bytes32 commitment) public view returns (Phase) {
        Case storage c = _cases[commitment];
        if (c.openedAt == 0) return Phase.Unknown;
        if (c.closed) return Phase.Closed;
        if (c.talliedAt != 0) return Phase.Appeal;
        if (c.frozenAt == 0) return Phase.Evidence;
        // Without jurors all would have "acted" at once; such a case waits for its deadlines, so that it can't be used to reject in no time.
        bool waits = c.seats == 0;
        if (block.timestamp <= c.commitUntil && (waits || c.committed < c.seats)) return Phase.Commit;
        if (block.timestamp <= c.revealUntil && (waits || c.revealed < c.committed)) return Phase.Reveal;
        return Phase.Tally;
    }

    /// @inheritdoc ICourt
    function isOpen(bytes32 commitment) external view returns (bool) {
        Case storage c = _cases[commitment];
        return c.openedAt != 0 && !c.closed;
    }

    /// @inheritdoc ICourt
    function outcome(bytes32 commitment) external view returns (Verdict) {
        Case storage c = _cases[commitment];
        return c.closed ? c.verdict : Verdict.Undecided;
    }

    /// @inheritdoc ICourt
    function jurors(bytes32 commitment) external view returns (address[] memory) {
        return _jurors[commitment];
    }

    /// @inheritdoc ICourt
    function seat(bytes32 commitment, address juror) external view returns (Seat memory) {
        return _seats[commitment][juror];
    }

    /// @inheritdoc ICourt
    function validator(address account) external view returns (Validator memory) {
        return _validators.book[account];
    }

    /// @inheritdoc ICourt
    function validators() external view returns (address[] memory) {
        return _validators.listed;
    }

    /// @inheritdoc ICourt
    function ballotHash(bytes32 commitment, address juror, bytes32 root, bytes32 salt) public view returns (bytes32) {
        return
            _hashTypedDataV4(
                keccak256(abi.encode(BALLOT, commitment, ROUND, _cases[commitment].seed, juror, root, salt))
            );
    }

    /// @inheritdoc ICourt
    function stakeKey(address account) external pure returns (bytes32) {
        return Hashes.stakeKey(account);
    }

    /// @inheritdoc ICourt
    function caseKey(bytes32 commitment) external pure returns (bytes32) {
        return Hashes.caseKey(commitment);
    }

    // Inside

    /// @dev Unlocks a seat's stake and takes `slash` of it off the validator's books.
    function _release(address juror, uint96 seatStake, uint256 slash) private {
        _validators.book[juror].locked -= seatStake;
        _validators.take(juror, slash.toUint128());
    }

    function _expect(bytes32 commitment, Phase wanted) private view {
        Phase now_ = phase(commitment);
        if (now_ != wanted) revert WrongPhase(commitment, now_);
    }

    function _expectSeat(bytes32 commitment, address juror, SeatStatus wanted) private view returns (Seat storage s) {
        s = _seats[commitment][juror];
        if (s.status != wanted) revert WrongSeat(juror, s.status);
    }

    function _expectBallot(bytes32 commitment, address juror, bytes32 root, bytes32 salt)
        private
        view
        returns (Seat storage s)
    {
        s = _expectSeat(commitment, juror, SeatStatus.Committed);
        if (root == 0) revert InvalidBallot();
        if (s.ballot != ballotHash(commitment, juror, root, salt)) revert WrongBallot();
    }
}
