// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {SignatureChecker} from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";
import {ABSTAIN, Core, NATIVE, SETTLEMENT_PERIOD, share} from "./Core.sol";
import {Hashes} from "./Hashes.sol";
import {Juries} from "./Juries.sol";
import {Case, ICourt, Phase, Round, Seat, SeatStatus, Verdict} from "./interfaces/ICourt.sol";
import {Standing} from "./interfaces/IDisputes.sol";
import {Status} from "./interfaces/ITraining.sol";

/// @title Court
/// @notice The rules, and all prose, are on ICourt.
contract Court is Juries, EIP712 {
    bytes32 private constant BALLOT =
        keccak256("Ballot(bytes32 commitment,uint32 round,bytes32 seed,address juror,bytes32 root,bytes32 salt)");
    bytes32 private constant SIGNED_BALLOT =
        keccak256("SignedBallot(bytes32 commitment,uint32 round,bytes32 seed,address juror,bytes32 ballot)");

    constructor(Core memory core) Juries(core) EIP712("Commonweight Court", "1") {}

    // Ballots

    /// @inheritdoc ICourt
    function commitBallot(bytes32 commitment, bytes32 ballot) external {
        _commitBallot(commitment, msg.sender, ballot);
    }

    /// @inheritdoc ICourt
    // SAFETY: a contract wallet answers to a static call, so it can't come back in; what it spends, the caller pays.
    function commitBallotFor(bytes32 commitment, address juror, bytes32 ballot, bytes calldata signature) external {
        bytes32 signed = signedBallotHash(commitment, _cases[commitment].round, juror, ballot);
        if (!SignatureChecker.isValidSignatureNow(juror, signed, signature)) revert WrongSignature();
        _commitBallot(commitment, juror, ballot);
    }

    function _commitBallot(bytes32 commitment, address juror, bytes32 ballot) private {
        _expect(commitment, Phase.Commit);
        uint32 round = _cases[commitment].round;
        Seat storage s = _expectSeat(commitment, round, juror, SeatStatus.Seated);
        if (ballot == 0) revert InvalidBallot();
        Round storage r = _rounds[commitment][round];
        s.status = SeatStatus.Committed;
        s.ballot = ballot;
        uint64 revealFrom;
        if (++r.committed == r.seats) {
            revealFrom = uint64(block.timestamp);
            r.revealUntil = revealFrom + (r.revealUntil - r.commitUntil);
            r.commitUntil = revealFrom;
        }
        emit BallotCommitted(commitment, juror, round, ballot, revealFrom);
    }

    /// @inheritdoc ICourt
    function reveal(bytes32 commitment, address juror, bytes32 root, bytes32 salt) external {
        _expect(commitment, Phase.Reveal);
        Case storage c = _cases[commitment];
        Seat storage s = _expectBallot(commitment, c.round, juror, root, salt);
        Round storage r = _rounds[commitment][c.round];
        ++r.revealed;
        if (root == ABSTAIN) {
            s.status = SeatStatus.Abstained;
        } else {
            s.status = SeatStatus.Voted;
            ++c.votes;
            ++r.votes;
            if (root == training.claimOf(commitment).postRoot) ++r.votesFor;
        }
        s.root = root;
        emit BallotRevealed(commitment, juror, c.round, root);
    }

    /// @inheritdoc ICourt
    // SAFETY: a juror who reports itself pays 10 %, more than the 5 % of not revealing, so this is no cheaper way out.
    function reportLeak(bytes32 commitment, address juror, bytes32 root, bytes32 salt) external {
        _expect(commitment, Phase.Commit);
        Case storage c = _cases[commitment];
        Seat storage s = _expectBallot(commitment, c.round, juror, root, salt);
        s.status = SeatStatus.Settled;
        --_rounds[commitment][c.round].committed;
        uint256 half = share(c.seatStake, 10);
        emit BallotLeaked(commitment, juror, msg.sender, c.round, half, half);
        validators.release(juror, c.seatStake, half, msg.sender, half);
    }

    /// @inheritdoc ICourt
    // SAFETY: votes are counted against the seats the jury should have, so emptying seats makes nobody's votes a majority.
    function tally(bytes32 commitment) external {
        _expect(commitment, Phase.Tally);
        // The case of a commitment that was decided otherwise is closed by `resolve`.
        if (training.status(commitment) != Status.Pending) revert WrongPhase(commitment, Phase.Tally);
        Case storage c = _cases[commitment];
        Round storage r = _rounds[commitment][c.round];
        Verdict verdict = Verdict.NoMajority;
        if (r.votes > 0 && 2 * r.votes >= r.size) {
            if (2 * r.votesFor > r.votes) verdict = Verdict.Stands;
            else if (2 * (r.votes - r.votesFor) > r.votes) verdict = Verdict.Falls;
        }
        if (verdict == Verdict.NoMajority && c.round == 1) {
            emit Tallied(commitment, c.round, verdict, r.seats, r.votes, r.votesFor);
            _begin(commitment, c, registry.economy(c.run).largerJury);
        } else {
            _conclude(commitment, c, r, verdict);
        }
    }

    /// @inheritdoc Juries
    function _conclude(bytes32 commitment, Case storage c, Round storage r, Verdict verdict) internal override {
        c.talliedAt = uint64(block.timestamp);
        c.verdict = verdict;
        emit Tallied(commitment, c.round, verdict, r.seats, r.votes, r.votesFor);
        if (verdict == Verdict.Falls) training.tallyAgainst(commitment);
    }

    /// @inheritdoc ICourt
    function waive(bytes32 commitment) external {
        _expect(commitment, Phase.Appeal);
        Case storage c = _cases[commitment];
        if (c.verdict != Verdict.Falls || msg.sender != training.claimOf(commitment).committer) revert NotLoser();
        c.waived = true;
        emit CommitterWaived(commitment, msg.sender);
    }

    /// @inheritdoc ICourt
    // INVARIANT: afterwards the case's ledger holds votes · seatFee: one fee per ballot that names a root, earned or burned by `settleSeat`.
    function resolve(bytes32 commitment) external {
        Case storage c = _cases[commitment];
        (Verdict verdict, bool unpaid) = _verdict(commitment, c);
        if (unpaid) c.seatFee = 0;
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
        if (verdict == Verdict.Falls) {
            training.reject(commitment, fee, owner, key);
        } else if (verdict != Verdict.Void) {
            disputes.payCourt(commitment, fee, key);
            if (verdict == Verdict.Cleared) training.clear(commitment);
        }
    }

    /// @dev What takes effect now, and whether the jurors go unpaid; reverts if nothing does.
    // SAFETY: arithmetic before ballots. A match is asked in every phase, a tally only when no match can outrank it any more.
    function _verdict(bytes32 commitment, Case storage c) private view returns (Verdict, bool unpaid) {
        Phase now_ = phase(commitment);
        Standing memory s = disputes.standing(commitment);
        Status status = training.status(commitment);
        if (now_ == Phase.Closed) {
            if (c.verdict == Verdict.Stands && s.convicted && status == Status.Pending) return (Verdict.Falls, false);
            revert WrongPhase(commitment, now_);
        }
        if (now_ == Phase.Unknown) revert WrongPhase(commitment, now_);
        if (status != Status.Pending) return (Verdict.Void, true);
        if (s.convicted) return (Verdict.Falls, false);
        // A proof ended what the case is about: nobody's ballot is needed any more.
        bool over = s.dismissed && !s.undefeated && !s.mayGrow;
        if (now_ != Phase.Appeal && !over) revert WrongPhase(commitment, now_);
        if (s.running) revert NotYet();
        if (!s.undefeated) {
            if (c.verdict != Verdict.Falls) return (Verdict.Stands, s.dismissed);
            if (s.mayGrow) revert NotYet();
            return (Verdict.Cleared, s.dismissed);
        }
        if (c.verdict == Verdict.NoMajority) revert NotYet();
        if (c.verdict == Verdict.Falls ? c.waived : s.waived) {
            if (disputes.awaitsOpening(commitment)) revert NotYet();
        } else {
            uint64 from = c.talliedAt > s.lastOpenedAt ? c.talliedAt : s.lastOpenedAt;
            if (block.timestamp <= from + registry.clocks(c.run).appeal) revert NotYet();
        }
        return (c.verdict, false);
    }

    /// @inheritdoc ICourt
    // SAFETY: a root that a proof made final slashes nobody: with a bad key anything can be proved.
    function settleSeat(bytes32 commitment, uint32 round, address juror) external {
        _expect(commitment, Phase.Closed);
        Case storage c = _cases[commitment];
        Seat storage s = _seats[commitment][round][juror];
        uint256 fee;
        uint256 slash;
        if (s.status == SeatStatus.Voted) {
            bytes32 question = training.keyOf(commitment);
            bytes32 root = training.finalisedRoot(question);
            if (root == 0 && block.timestamp <= c.resolvedAt + SETTLEMENT_PERIOD) revert NotYet();
            if (root == s.root) fee = c.seatFee;
            else if (root != 0 && !training.isFinalByProof(question)) slash = c.seatStake;
            if (fee == 0) vault.burn(Hashes.caseKey(commitment), c.seatFee);
        } else if (s.status == SeatStatus.Seated || s.status == SeatStatus.Committed) {
            // Nobody is blamed for silence in a case that ended before its ballots were counted.
            bool tallied = round < c.round || c.talliedAt != 0;
            if (tallied && c.verdict != Verdict.Void) slash = share(c.seatStake, 5);
        } else if (s.status != SeatStatus.Abstained) {
            revert WrongSeat(juror, s.status);
        }
        s.status = SeatStatus.Settled;
        emit SeatSettled(commitment, juror, round, fee, slash);
        validators.release(juror, c.seatStake, slash, address(0), 0);
        vault.credit(Hashes.caseKey(commitment), NATIVE, juror, fee);
    }

    // Reads

    /// @inheritdoc ICourt
    function tallyOf(bytes32 commitment) external view returns (uint64, Verdict, bool) {
        Case storage c = _cases[commitment];
        return (c.talliedAt, c.verdict, c.closed);
    }

    /// @inheritdoc ICourt
    function outcome(bytes32 commitment) external view returns (Verdict) {
        Case storage c = _cases[commitment];
        return c.closed ? c.verdict : Verdict.Undecided;
    }

    /// @inheritdoc ICourt
    function ballotHash(bytes32 commitment, uint32 round, address juror, bytes32 root, bytes32 salt)
        public
        view
        returns (bytes32)
    {
        bytes32 seed = _rounds[commitment][round].seed;
        return _hashTypedDataV4(keccak256(abi.encode(BALLOT, commitment, round, seed, juror, root, salt)));
    }

    /// @inheritdoc ICourt
    function signedBallotHash(bytes32 commitment, uint32 round, address juror, bytes32 ballot)
        public
        view
        returns (bytes32)
    {
        bytes32 seed = _rounds[commitment][round].seed;
        return _hashTypedDataV4(keccak256(abi.encode(SIGNED_BALLOT, commitment, round, seed, juror, ballot)));
    }

    /// @inheritdoc ICourt
    function caseKey(bytes32 commitment) external pure returns (bytes32) {
        return Hashes.caseKey(commitment);
    }

    // Inside

    function _expectSeat(bytes32 commitment, uint32 round, address juror, SeatStatus wanted)
        private
        view
        returns (Seat storage s)
    {
        s = _seats[commitment][round][juror];
        if (s.status != wanted) revert WrongSeat(juror, s.status);
    }

    function _expectBallot(bytes32 commitment, uint32 round, address juror, bytes32 root, bytes32 salt)
        private
        view
        returns (Seat storage s)
    {
        s = _expectSeat(commitment, round, juror, SeatStatus.Committed);
        if (root == 0) revert InvalidBallot();
        if (s.ballot != ballotHash(commitment, round, juror, root, salt)) revert WrongBallot();
    }
}
