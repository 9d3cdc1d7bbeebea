// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {Challenges} from "./Challenges.sol";
import {Core, NATIVE, share} from "./Core.sol";
import {Hashes} from "./Hashes.sol";
import {Verdict} from "./interfaces/ICourt.sol";
import {Challenge, ChallengeStatus, Dispute, IDisputes, Standing} from "./interfaces/IDisputes.sol";
import {IMatches, Outcome, Side, Terms} from "./interfaces/IMatches.sol";
import {Claim, Commitment, Status} from "./interfaces/ITraining.sol";

/// @title Disputes
/// @notice The rules, and all prose, are on IDisputes.
contract Disputes is Challenges {
    using SafeCast for uint256;

    /// What opening arithmetic costs before it runs: 21,000 and 16 per byte of its argument.
    uint256 private constant ARITHMETIC_GAS = 21_000 + 16 * (4 + 32);

    IMatches private immutable matches;
    address private immutable stepProofs;

    constructor(Core memory core) Challenges(core) {
        matches = IMatches(core.matches);
        stepProofs = core.stepProofs;
    }

    // Arithmetic

    /// @inheritdoc IDisputes
    function openArithmetic(uint64 id) external {
        uint256 start = gasleft();
        Challenge storage x = _expect(id, ChallengeStatus.Opened);
        if (x.outcome != Outcome.None) revert WrongMatch(id, x.outcome);
        bytes32 commitment = x.commitment;
        if (training.status(commitment) != Status.Pending) revert NotChallengeable(commitment);
        Claim memory c = training.claimOf(commitment);
        (uint64 talliedAt, Verdict verdict, bool closed) = court.tallyOf(commitment);
        if (closed || verdict != Verdict.NoMajority) {
            if (msg.sender != x.challenger && msg.sender != c.committer) revert NotParty();
            if (talliedAt != 0) {
                uint64 from = talliedAt > x.openedAt ? talliedAt : x.openedAt;
                uint64 until = from + registry.clocks(c.run).appeal;
                if (block.timestamp > until) revert TooLate(until);
            }
        }
        x.outcome = Outcome.Running;
        Dispute storage d = _disputes[commitment];
        ++d.running;
        if (x.waived) {
            x.waived = false;
            --d.waived;
        }
        emit ArithmeticOpened(id, commitment, msg.sender);
        matches.start(
            id,
            Terms({
                run: c.run,
                steps: c.steps,
                preRoot: c.preRoot,
                committerRoot: c.postRoot,
                challengerRoot: x.root,
                committer: c.committer,
                challenger: x.challenger
            })
        );
        uint128 cost = _cost(ARITHMETIC_GAS, start);
        if (msg.sender == x.challenger) {
            x.gasCost += cost;
            _camps[commitment][x.root].gas += cost;
        } else if (msg.sender == c.committer) {
            x.defenceGas = cost;
        }
    }

    /// @inheritdoc IDisputes
    // SAFETY: an outcome counts while the commitment is Pending. What a clock says after it was decided, when nobody plays on, does not.
    // INVARIANT: convicted and Pending never both hold after a call.
    function conclude(uint64 id) external {
        Challenge storage x = _expect(id, ChallengeStatus.Opened);
        if (x.outcome != Outcome.Running) revert WrongMatch(id, x.outcome);
        bytes32 commitment = x.commitment;
        Dispute storage d = _disputes[commitment];
        Status status = training.status(commitment);
        Outcome outcome = matches.outcome(id);
        if (status == Status.Rejected) {
            Commitment memory c = training.commitment(commitment);
            if (c.settled) revert NotChallengeable(commitment);
            if (outcome == Outcome.Running && training.finalisedRoot(training.keyOf(commitment)) == 0) revert NotYet();
            if (outcome != Outcome.CommitterConvicted) outcome = Outcome.Void;
        } else if (status != Status.Pending) {
            revert NotChallengeable(commitment);
        } else if (outcome == Outcome.Running || outcome == Outcome.None || outcome == Outcome.Void) {
            revert NotYet();
        }
        x.outcome = outcome;
        --d.running;
        emit Concluded(id, commitment, outcome);
        Camp storage camp = _camps[commitment][x.root];
        if (_isDefeat(outcome)) {
            ++d.defeated;
            camp.gas -= x.gasCost;
            if (camp.earliest == id) camp.earliest = 0;
        } else {
            uint128 moves = matches.gasOf(id, Side.Challenger).toUint128();
            x.gasCost += moves;
            camp.gas += moves;
        }
        if (outcome == Outcome.CommitterConvicted && (d.convictedBy == 0 || id < d.convictedBy)) d.convictedBy = id;
        if (outcome == Outcome.ChallengerConvicted || outcome == Outcome.Void) return;
        d.convicted = true;
        if (status == Status.Pending) court.resolve(commitment);
    }

    /// @inheritdoc IDisputes
    function dismiss(uint64 id) external {
        _dismiss(id, msg.sender);
    }

    /// @inheritdoc IDisputes
    function dismissShown(uint64 id, address prover) external {
        if (msg.sender != stepProofs) revert NotStepProofs();
        _dismiss(id, prover);
    }

    // SAFETY: arithmetic outranks a proof: what a match has found, even if it isn't concluded yet, no proof can undo.
    // INVARIANT: no coin moves, and a dismissed challenge is never defeated: with a bad key anything can be proved.
    function _dismiss(uint64 id, address by) private {
        Challenge storage x = _expect(id, ChallengeStatus.Opened);
        bytes32 commitment = x.commitment;
        if (msg.sender != stepProofs && !training.isProven(commitment)) revert NotProven(commitment);
        if (training.status(commitment) != Status.Pending) revert NotChallengeable(commitment);
        Dispute storage d = _disputes[commitment];
        if (x.outcome == Outcome.Running) {
            Outcome found = matches.outcome(id);
            if (found != Outcome.Running) revert WrongMatch(id, found);
            --d.running;
        } else if (x.outcome != Outcome.None) {
            revert WrongMatch(id, x.outcome);
        }
        x.outcome = Outcome.Dismissed;
        if (x.waived) {
            x.waived = false;
            --d.waived;
        }
        ++d.defeated;
        d.dismissed = true;
        Camp storage camp = _camps[commitment][x.root];
        camp.gas -= x.gasCost;
        if (camp.earliest == id) camp.earliest = 0;
        emit ChallengeDismissed(id, commitment, by);
    }

    /// @inheritdoc IDisputes
    // INVARIANT: d.waived counts the challenges without an outcome that are waived, so it is at most opened − defeated.
    function waive(uint64 id) external {
        Challenge storage x = _expect(id, ChallengeStatus.Opened);
        if (msg.sender != x.challenger) revert NotParty();
        if (x.outcome != Outcome.None || x.waived) revert WrongMatch(id, x.outcome);
        (, Verdict verdict, bool closed) = court.tallyOf(x.commitment);
        if (closed || verdict != Verdict.Stands) revert NotYet();
        x.waived = true;
        ++_disputes[x.commitment].waived;
        emit ChallengerWaived(id, x.commitment);
    }

    /// @inheritdoc IDisputes
    function nominate(uint64 id) external {
        Challenge storage x = _expect(id, ChallengeStatus.Opened);
        if (_isDefeat(x.outcome) || x.outcome == Outcome.Dismissed) revert WrongMatch(id, x.outcome);
        Camp storage camp = _camps[x.commitment][x.root];
        uint64 first = camp.earliest;
        if (first != 0 && first <= id) revert WrongChallenge(first, _challenges[first].status);
        camp.earliest = id;
        emit Nominated(id, x.commitment, x.root);
    }

    // Ending one

    /// @inheritdoc IDisputes
    // INVARIANT: paid once, when nothing can change any more who was right.
    function settleChallenge(uint64 id) external {
        Challenge storage x = _expect(id, ChallengeStatus.Opened);
        bytes32 commitment = x.commitment;
        if (court.isOpen(commitment)) court.resolve(commitment);
        Status status = training.status(commitment);
        Commitment memory c = training.commitment(commitment);
        if (status == Status.Pending) {
            revert NotYet();
        } else if (status == Status.Finalised) {
            // SAFETY: by a proof alone nobody loses a bond.
            if (_isByProof(commitment) && !_isDefeat(x.outcome)) _return(id, x, c.committer);
            else _defeat(id, x, c, true);
        } else if (status == Status.Voided) {
            if (_isDefeat(x.outcome)) _defeat(id, x, c, true);
            else _return(id, x, address(0));
        } else {
            if (!c.settled) training.settle(commitment);
            _settleRejected(id, x, c);
        }
    }

    /// @dev Judged by the root that became final, not by the ballots; but a match outranks both.
    function _settleRejected(uint64 id, Challenge storage x, Commitment memory c) private {
        bytes32 root = _disputes[x.commitment].finalRoot;
        if (_isDefeat(x.outcome)) _defeat(id, x, c, root == c.postRoot);
        else if (x.outcome == Outcome.Dismissed) _return(id, x, address(0));
        else if (x.outcome == Outcome.CommitterConvicted || (root != 0 && root == x.root)) _win(id, x, root);
        else if (root == 0 || _isByProof(x.commitment)) _return(id, x, address(0));
        else _defeat(id, x, c, root == c.postRoot);
    }

    function _win(uint64 id, Challenge storage x, bytes32 root) private {
        bytes32 commitment = x.commitment;
        Dispute storage d = _disputes[commitment];
        // Each gets its part of the pot: all of what its gas cost, unless all together exceeded the cap.
        bool counted = _camps[commitment][root].gas > 0 ? x.root == root : d.winner == id;
        uint256 gas = counted && d.gasAll > 0 ? uint256(d.gasPot) * x.gasCost / d.gasAll : 0;
        uint256 reward = d.winner == id ? d.reward : 0;
        // A fee is still out if the case closed as Stands and the commitment was rejected for an unanswered demand.
        uint256 back = x.bond - _feePaid(id, commitment);
        x.status = ChallengeStatus.Won;
        emit ChallengeSettled(id, commitment, x.status, back + gas, reward, 0, 0);
        vault.credit(Hashes.challengeKey(id), NATIVE, x.challenger, back);
        vault.credit(Hashes.potKey(commitment), NATIVE, x.challenger, gas);
        vault.credit(Hashes.potKey(commitment), NATIVE, x.beneficiary, reward);
    }

    /// @param righted The commitment was right, so its committer is repaid its gas and gets 40 %; a wrong one's would be paid for being challenged
    /// by a friend.
    // INVARIANT: back + toCommitter + toSender + burned == bond − what went to the court.
    function _defeat(uint64 id, Challenge storage x, Commitment memory c, bool righted) private {
        bytes32 commitment = x.commitment;
        uint256 fee = registry.courtFee(c.run);
        uint256 proper = x.bond - fee;
        uint256 toCommitter;
        uint256 toSender;
        address sender;
        if (x.outcome == Outcome.BothConvicted) {
            (sender, toSender) = matches.leafOf(id);
            toSender = _atMost(toSender, share(proper, 20));
        } else if (x.outcome != Outcome.BothSilent && righted) {
            uint256 gas = x.defenceGas;
            if (x.outcome == Outcome.ChallengerConvicted) gas += matches.gasOf(id, Side.Committer);
            gas = _atMost(gas, share(proper, 20));
            toCommitter = gas + share(proper - gas, 40);
        }
        // What the jury didn't use of the court fee goes back.
        uint256 back = fee - _feePaid(id, commitment);
        uint256 burned = proper - toCommitter - toSender;
        x.status = ChallengeStatus.Defeated;
        emit ChallengeSettled(id, commitment, x.status, back, 0, toCommitter, burned);
        bytes32 key = Hashes.challengeKey(id);
        vault.credit(key, NATIVE, x.challenger, back);
        vault.credit(key, NATIVE, c.committer, toCommitter);
        vault.credit(key, NATIVE, sender, toSender);
        vault.burn(key, burned);
    }

    /// @param committer Who is repaid its gas for the dispute; 0 for nobody.
    // INVARIANT: back + toCommitter == bond − what went to the court.
    function _return(uint64 id, Challenge storage x, address committer) private {
        uint256 back = x.bond - _feePaid(id, x.commitment);
        uint256 toCommitter;
        if (committer != address(0)) {
            // No more than a defeat would take for gas; and only what was really spent, so a bad key gains nothing by it.
            uint256 cap = share(x.bond - registry.courtFee(training.claimOf(x.commitment).run), 20);
            toCommitter = _atMost(x.defenceGas + matches.gasOf(id, Side.Committer), cap);
            back -= toCommitter;
        }
        x.status = ChallengeStatus.Returned;
        emit ChallengeSettled(id, x.commitment, x.status, back, 0, toCommitter, 0);
        bytes32 key = Hashes.challengeKey(id);
        vault.credit(key, NATIVE, x.challenger, back);
        vault.credit(key, NATIVE, committer, toCommitter);
    }

    function _isByProof(bytes32 commitment) private view returns (bool) {
        return training.isFinalByProof(training.keyOf(commitment));
    }

    function _feePaid(uint64 id, bytes32 commitment) private view returns (uint256) {
        Dispute storage d = _disputes[commitment];
        return id == d.first ? d.fee : 0;
    }

    /// @inheritdoc IDisputes
    function payCourt(bytes32 commitment, uint256 fee, bytes32 feeKey) external {
        if (msg.sender != address(court)) revert NotCourt();
        Dispute storage d = _disputes[commitment];
        d.fee = fee.toUint128();
        vault.move(Hashes.challengeKey(d.first), NATIVE, msg.sender, feeKey, fee);
    }

    /// @inheritdoc IDisputes
    function refundCourt(bytes32 commitment) external returns (uint256 fee, bytes32 key) {
        if (msg.sender != address(court)) revert NotCourt();
        Dispute storage d = _disputes[commitment];
        (fee, key) = (d.fee, Hashes.challengeKey(d.first));
        d.fee = 0;
    }

    /// @inheritdoc IDisputes
    function fillPot(bytes32 commitment, bytes32 finalRoot, uint128 gasPot, uint128 reward) external {
        if (msg.sender != address(training)) revert NotTraining();
        Dispute storage d = _disputes[commitment];
        (uint64 winner, uint256 gas) = winnerOf(commitment, finalRoot);
        d.winner = winner;
        d.finalRoot = finalRoot;
        d.gasAll = gas.toUint128();
        d.gasPot = gasPot;
        d.reward = reward;
    }

    // Reads

    /// @inheritdoc IDisputes
    function dispute(bytes32 commitment) external view returns (Dispute memory) {
        return _disputes[commitment];
    }

    /// @inheritdoc IDisputes
    function holdsFinality(bytes32 commitment) external view returns (bool) {
        Dispute storage d = _disputes[commitment];
        if (d.unopened > 0) return true;
        if (d.opened == 0) return false;
        if (d.running > 0 || court.isOpen(commitment)) return true;
        if (d.defeated == d.opened) return false;
        return block.timestamp <= d.lastOpenedAt + registry.clocks(training.claimOf(commitment).run).appeal;
    }

    /// @inheritdoc IDisputes
    function standing(bytes32 commitment) external view returns (Standing memory s) {
        Dispute storage d = _disputes[commitment];
        Claim memory c = training.claimOf(commitment);
        s.convicted = d.convicted;
        s.running = d.running > 0;
        s.undefeated = d.defeated < d.opened;
        s.dismissed = d.dismissed;
        s.mayGrow = awaitsOpening(commitment)
            || (!training.isProven(commitment) && block.timestamp <= c.committedAt + registry.clocks(c.run).challenge);
        s.lastOpenedAt = d.lastOpenedAt;
        s.waived = d.waived == d.opened - d.defeated;
    }

    /// @inheritdoc IDisputes
    function winnerOf(bytes32 commitment, bytes32 root) public view returns (uint64 winner, uint256 gas) {
        Camp storage camp = _camps[commitment][root];
        winner = camp.earliest;
        if (winner == 0) winner = _disputes[commitment].convictedBy;
        gas = camp.gas;
        if (gas == 0) gas = _challenges[winner].gasCost;
    }

    /// @inheritdoc IDisputes
    function potKey(bytes32 commitment) external pure returns (bytes32) {
        return Hashes.potKey(commitment);
    }

    /// @dev Whether the match defeated the challenge, alone or with the commitment.
    function _isDefeat(Outcome outcome) private pure returns (bool) {
        return
            outcome == Outcome.ChallengerConvicted || outcome == Outcome.BothConvicted || outcome == Outcome.BothSilent;
    }

    function _atMost(uint256 amount, uint256 cap) private pure returns (uint256) {
        return amount < cap ? amount : cap;
    }
}
