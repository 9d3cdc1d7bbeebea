// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {NATIVE} from "../../src/Core.sol";
import {Phase, SeatStatus, Verdict} from "../../src/interfaces/ICourt.sol";
import {Challenge, ChallengeStatus} from "../../src/interfaces/IDisputes.sol";
import {Outcome} from "../../src/interfaces/IMatches.sol";
import {Commitment, Lease, Mark, Progress, Status} from "../../src/interfaces/ITraining.sol";
import {Openings} from "../Openings.sol";
import {Pushing} from "./Pushing.sol";

/// @notice Calls that the rules forbid, made at random moments: each must be refused and change nothing.
abstract contract Refusals is Pushing {
    function refusesLease(uint256 seed, uint256 who) external {
        run = bothRuns[seed % 2];
        address caller = people[who % people.length];
        Lease memory l = training.lease(run);
        Progress memory p = training.progress(run);
        bytes32 head = training.head(run);
        uint256 bond = training.requiredBond(run);
        uint32 steps = training.stepsOf(run, p.headCount);
        if (l.holder != address(0) && vm.getBlockTimestamp() <= l.deadline) {
            refuse(caller, core.training, bond, abi.encodeCall(training.acquire, (run, head)));
            uint256 doubled = 2 * bond - registry.courtFee(run);
            refuse(caller, core.training, doubled, abi.encodeCall(training.acquire, (run, head)));
            refuse(caller, core.training, 0, abi.encodeCall(training.expire, (run)));
        }
        refuse(caller, core.training, bond, abi.encodeCall(training.acquire, (run, keccak256("elsewhere"))));
        refuse(caller, core.training, bond - 1, abi.encodeCall(training.acquire, (run, head)));
        refuse(caller, core.training, bond, abi.encodeCall(training.acquire, (0, head)));
        refuse(caller, core.training, 0, abi.encodeCall(training.commit, (run, p.fence + 1, head, steps, SALT, CID)));
        if (caller != l.holder || vm.getBlockTimestamp() > l.deadline) {
            refuse(caller, core.training, 0, abi.encodeCall(training.commit, (run, p.fence, head, steps, SALT, CID)));
            refuse(caller, core.training, 0, abi.encodeCall(training.release, (run, p.fence)));
        } else {
            refuse(caller, core.training, 0, abi.encodeCall(training.commit, (run, p.fence, SALT, steps, SALT, CID)));
            refuse(caller, core.training, 0, abi.encodeCall(training.commit, (run, p.fence, head, 0, SALT, CID)));
            refuse(caller, core.training, 0, abi.encodeCall(training.commit, (run, p.fence, head, steps, 0, CID)));
        }
        if (!canFinalise(run)) refuse(caller, core.training, 0, abi.encodeCall(training.finalise, (run, 3)));
        if (caller != guardian) refuse(caller, core.training, 0, abi.encodeCall(training.pause, (1)));
        if (caller != author) refuse(caller, core.registry, 0, abi.encodeCall(registry.reclaim, (run)));
    }

    function refusesCommitment(uint256 seed, uint256 who) external {
        if (known.length == 0) return;
        Known storage k = known[seed % known.length];
        run = k.run;
        address caller = people[who % people.length];
        Commitment memory c = training.commitment(k.hash);
        Status s = training.status(k.hash);
        uint256 bond = registry.challengeBond(run);
        if (s != Status.Pending || vm.getBlockTimestamp() > c.committedAt + 20) {
            refuse(caller, core.disputes, bond, abi.encodeCall(disputes.seal, (k.hash, SALT)));
        }
        refuse(caller, core.disputes, bond + 1, abi.encodeCall(disputes.seal, (k.hash, SALT)));
        if ((c.mark != Mark.Rejected && c.mark != Mark.Idle) || c.settled) {
            refuse(caller, core.training, 0, abi.encodeCall(training.settle, (k.hash)));
        }
        Commitment memory parent = training.commitment(c.parent);
        bool orphan = c.voidedBy == 0 && parent.mark == Mark.None && parent.voidedBy == 0;
        if (s != Status.Voided || orphan || (c.repaid && c.shared)) {
            refuse(caller, core.training, 0, abi.encodeCall(training.claimVoided, (k.hash)));
        }
        refusesDemand(k.hash, caller, s, c.mark);
        refusesCase(k.hash, caller);
    }

    function refusesDemand(bytes32 hash, address caller, Status s, Mark mark) private {
        uint256 fee = demands.feeOf(hash);
        bool open = demands.isOpen(hash);
        if (open || s != Status.Pending || mark != Mark.None) {
            refuse(caller, core.demands, fee, abi.encodeCall(demands.demandTiles, (hash)));
            refuse(caller, core.demands, fee, abi.encodeCall(demands.demandLeaf, (hash, 0)));
        }
        refuse(caller, core.demands, fee - 1, abi.encodeCall(demands.demandTiles, (hash)));
        if (!open || (s == Status.Pending && vm.getBlockTimestamp() <= demands.demand(hash).deadline)) {
            refuse(caller, core.demands, 0, abi.encodeCall(demands.expire, (hash)));
        }
        refuse(caller, core.demands, 0, abi.encodeCall(demands.answer, (hash, "")));
        bytes memory other = Openings.tiles(Openings.padded("another state"));
        refuse(caller, core.demands, 0, abi.encodeCall(demands.answer, (hash, other)));
    }

    function refusesCase(bytes32 hash, address caller) private {
        Phase phase = court.phase(hash);
        Status s_ = training.status(hash);
        if (phase != Phase.Evidence || s_ != Status.Pending || awaits(hash)) {
            refuse(caller, core.court, 0, abi.encodeCall(court.freeze, (hash)));
        }
        if (!canDraw(hash)) refuse(caller, core.court, 0, abi.encodeCall(court.draw, (hash)));
        bool fell = court.caseOf(hash).verdict == Verdict.Falls;
        if (phase != Phase.Appeal || !fell || caller != training.commitment(hash).committer) {
            refuse(caller, core.court, 0, abi.encodeCall(court.waive, (hash)));
        }
        if (phase != Phase.Tally || s_ != Status.Pending) {
            refuse(caller, core.court, 0, abi.encodeCall(court.tally, (hash)));
        }
        if (s_ == Status.Pending && (phase != Phase.Appeal || !canResolve(hash))) {
            refuse(caller, core.court, 0, abi.encodeCall(court.resolve, (hash)));
        }
        uint32 round = court.caseOf(hash).round;
        SeatStatus seat = court.seat(hash, round, caller).status;
        if (phase != Phase.Commit || seat != SeatStatus.Seated) {
            refuse(caller, core.court, 0, abi.encodeCall(court.commitBallot, (hash, SALT)));
        }
        for (uint256 i = 0; i < good.length; ++i) {
            if (court.seat(hash, round, good[i]).status == SeatStatus.Seated) {
                bytes memory signature = abi.encodePacked(SALT, SALT, uint8(27));
                refuse(caller, core.court, 0, abi.encodeCall(court.commitBallotFor, (hash, good[i], SALT, signature)));
            }
            // Nobody without the salt reveals or leaks an honest ballot.
            refuse(caller, core.court, 0, abi.encodeCall(court.reveal, (hash, good[i], SALT, "guess")));
            refuse(caller, core.court, 0, abi.encodeCall(court.reportLeak, (hash, good[i], SALT, "guess")));
        }
        if (phase != Phase.Closed || seat == SeatStatus.Empty || seat == SeatStatus.Settled) {
            refuse(caller, core.court, 0, abi.encodeCall(court.settleSeat, (hash, round, caller)));
        }
    }

    function refusesChallenge(uint256 seed, uint256 who) external {
        uint64 all = disputes.challenges();
        if (all == 0) return;
        uint64 id = 1 + uint64(seed % all);
        address caller = people[who % people.length];
        bytes32 hash = disputes.challenge(id).commitment;
        ChallengeStatus s = disputes.challenge(id).status;
        bytes32 root = sealedRoot[id];
        refuse(caller, core.disputes, 0, abi.encodeCall(disputes.open, (hash, id, root, beneficiary, "guess")));
        refuse(caller, core.disputes, 0, abi.encodeCall(disputes.open, (hash, id, root, core.vault, SALT)));
        if (s != ChallengeStatus.Sealed) {
            refuse(caller, core.disputes, 0, abi.encodeCall(disputes.open, (hash, id, root, beneficiary, SALT)));
            refuse(caller, core.disputes, 0, abi.encodeCall(disputes.lapse, (id)));
        }
        if (s != ChallengeStatus.Opened) {
            refuse(caller, core.disputes, 0, abi.encodeCall(disputes.settleChallenge, (id)));
            refuse(caller, core.disputes, 0, abi.encodeCall(disputes.nominate, (id)));
        }
        if (!canConclude(id)) refuse(caller, core.disputes, 0, abi.encodeCall(disputes.conclude, (id)));
        Outcome o = disputes.challenge(id).outcome;
        bool open = s == ChallengeStatus.Opened && o == Outcome.None && training.status(hash) == Status.Pending;
        bool party = caller == disputes.challenge(id).challenger || caller == training.commitment(hash).committer;
        Challenge memory x = disputes.challenge(id);
        if (!open || x.waived || caller != x.challenger || court.caseOf(hash).verdict != Verdict.Stands) {
            refuse(caller, core.disputes, 0, abi.encodeCall(disputes.waive, (id)));
        }
        if (!open || (!party && !stuck(hash))) {
            refuse(caller, core.disputes, 0, abi.encodeCall(disputes.openArithmetic, (id)));
        }
        refuse(caller, core.disputes, 0, abi.encodeCall(disputes.lapse, (all + 1)));
    }

    function refusesMoney(uint256 seed, uint256 who, uint256 amount) external {
        run = bothRuns[seed % 2];
        address caller = people[who % people.length];
        bytes32 key = seed % 3 == 0 ? registry.escrowKey(run) : validators.stakeKey(good[0]);
        amount = within(amount, 1, type(uint96).max);
        refuse(caller, core.vault, 0, abi.encodeCall(vault.credit, (key, NATIVE, caller, amount)));
        refuse(caller, core.vault, 0, abi.encodeCall(vault.move, (key, NATIVE, core.court, key, amount)));
        refuse(caller, core.vault, 0, abi.encodeCall(vault.burn, (key, amount)));
        refuse(caller, core.vault, 0, abi.encodeCall(vault.collect, (key, address(token), passer, amount)));
        refuse(caller, core.vault, 1, abi.encodeCall(vault.deposit, (key)));
        refuse(caller, core.registry, 0, abi.encodeCall(registry.reserve, (run, 1, key, amount)));
        refuse(caller, core.court, 0, abi.encodeCall(court.openCase, (key, run)));
        refuse(caller, core.disputes, 0, abi.encodeCall(disputes.payCourt, (key, amount, key)));
        refuse(caller, core.disputes, 0, abi.encodeCall(disputes.refundCourt, (training.head(run))));
        refuse(caller, core.training, 0, abi.encodeCall(training.clear, (training.head(run))));
        refuse(caller, core.training, 0, abi.encodeCall(training.rejectIdle, (training.head(run))));
        refuse(caller, core.disputes, 0, abi.encodeCall(disputes.fillPot, (key, key, 1, uint128(amount))));
        bytes32 newest = training.head(run);
        refuse(caller, core.training, 0, abi.encodeCall(training.tallyAgainst, (newest)));
        refuse(caller, core.training, 0, abi.encodeCall(training.reject, (newest, amount, core.court, key)));
        if (credit(caller) == 0) refuse(caller, core.vault, 0, abi.encodeCall(vault.withdraw, (NATIVE)));
        refuse(caller, core.validators, 0, abi.encodeCall(validators.requestUnstake, (STAKE + 1)));
        refuse(caller, core.validators, 0, abi.encodeCall(validators.lock, (good[0], 1)));
        refuse(caller, core.validators, 0, abi.encodeCall(validators.release, (good[0], 0, 0, caller, 0)));
        refuse(caller, core.validators, 0, abi.encodeCall(validators.stake, ()));
        if (validators.validator(caller).unbonding == 0) {
            refuse(caller, core.validators, 0, abi.encodeCall(validators.unstake, ()));
        }
        refuse(caller, core.registry, 1, abi.encodeCall(registry.fund, (run, amount + 1)));
    }

    function refuse(address caller, address to, uint256 value, bytes memory data) private {
        bytes32 before = digest(caller);
        vm.prank(caller);
        (bool ok,) = to.call{value: value}(data);
        vm.assertFalse(ok, "a forbidden call is refused");
        vm.assertEq(digest(caller), before, "and changes nothing");
    }

    function digest(address caller) private view returns (bytes32) {
        return keccak256(
            abi.encode(
                core.vault.balance,
                vault.held(NATIVE),
                vault.held(address(token)),
                credit(caller),
                training.progress(run),
                training.head(run),
                disputes.challenges()
            )
        );
    }
}
