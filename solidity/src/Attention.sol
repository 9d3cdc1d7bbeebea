// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC721} from "@openzeppelin/contracts/token/ERC721/IERC721.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {Core, FIRST_DUEL, NATIVE, SETTLEMENT_PERIOD, attentionBudget, share} from "./Core.sol";
import {Duels} from "./Duels.sol";
import {Hashes} from "./Hashes.sol";
import {Answered, IAttention, Record, Task} from "./interfaces/IAttention.sol";
import {IBeacon} from "./interfaces/IBeacon.sol";
import {IDisputes} from "./interfaces/IDisputes.sol";
import {Duel, Given, IDuels, Pledge, PledgeStatus} from "./interfaces/IDuels.sol";
import {Terms} from "./interfaces/IMatches.sol";
import {Clocks} from "./interfaces/IRunRegistry.sol";
import {Claim, Status} from "./interfaces/ITraining.sol";
import {IValidators} from "./interfaces/IValidators.sol";

/// @title Attention
/// @notice The rules, and all prose, are on IAttention.
contract Attention is IAttention, Duels {
    using SafeCast for uint256;

    uint64 private constant AUDITORS = 2;
    /// Of a window's budget, for each auditor; and of all of it, for the pot of canaries. Unit: percent.
    uint256 private constant AUDITOR_SHARE = 40;
    uint256 private constant CANARY_SHARE = 20;
    /// Answers per canary that pays, and windows of which the pot then has the share.
    uint256 private constant ANSWERS_PER_CANARY = 50;
    uint256 private constant WINDOWS_PER_CANARY = ANSWERS_PER_CANARY / AUDITORS;

    IDisputes private immutable disputes;
    IValidators private immutable validators;
    IBeacon private immutable beacon;

    mapping(uint64 pledge => Answered) private _answers;
    mapping(bytes32 commitment => Task) private _tasks;
    mapping(uint64 run => Record) private _records;
    mapping(uint64 run => Paid) private _paid;

    /// @inheritdoc IAttention
    // INVARIANT: sums over all roots to the task's `standing`. An answer that is settled stands for ever; one that is defeated doesn't.
    mapping(bytes32 commitment => mapping(bytes32 root => uint32)) public standingFor;

    /// What a run's budget has paid since it was last reclaimed.
    struct Paid {
        uint128 auditors;
        uint128 canaries;
    }

    constructor(Core memory core) Duels(core, core.attention, FIRST_DUEL) {
        disputes = IDisputes(core.disputes);
        validators = IValidators(core.validators);
        beacon = IBeacon(core.beacon);
    }

    // Auditors

    /// @inheritdoc IAttention
    function draw(bytes32 commitment) external returns (address[] memory) {
        Claim memory c = training.claimOf(commitment);
        if (c.committer == address(0)) revert NotAuditable(commitment);
        return _draw(commitment, c.committer);
    }

    /// @dev SAFETY: the seed is kept, because a beacon may forget; who waited for its later answers would draw again.
    function _draw(bytes32 commitment, address committer) private returns (address[] memory drawn) {
        Task storage t = _tasks[commitment];
        bytes32 seed = t.seed;
        if (seed != 0) return _drawn(seed, commitment, committer);
        seed = _seed(commitment);
        if (seed == 0) revert NotDrawn(commitment);
        t.seed = seed;
        drawn = _drawn(seed, commitment, committer);
        emit AuditorsDrawn(commitment, seed, drawn);
    }

    /// @dev By the weights from before the window was committed, which nobody can move any more.
    function _drawn(bytes32 seed, bytes32 commitment, address committer) private view returns (address[] memory list) {
        address[] memory all = validators.draw(seed, training.committedBlock(commitment) - 1, AUDITORS + 1);
        uint256 count = 0;
        for (uint256 i = 0; i < all.length && count < AUDITORS; ++i) {
            if (all[i] != committer) all[count++] = all[i];
        }
        list = new address[](count);
        for (uint256 i = 0; i < count; ++i) {
            list[i] = all[i];
        }
    }

    function _seed(bytes32 commitment) private view returns (bytes32) {
        bytes32 chance = beacon.seedAt(training.committedBlock(commitment));
        return chance == 0 ? bytes32(0) : Hashes.auditors(chance, commitment);
    }

    /// @inheritdoc IAttention
    // SAFETY: the seal binds its author, so a copy of it can't be opened by another.
    function seal(bytes32 commitment, bytes32 sealHash) external payable returns (uint64 id) {
        Claim memory c = training.claimOf(commitment);
        if (
            training.status(commitment) != Status.Pending || c.steps < 2
                || block.timestamp > c.committedAt + registry.clocks(c.run).challenge
                || disputes.firstOpenedAt(commitment) != 0
        ) revert NotAuditable(commitment);
        if (!_isAuditor(_draw(commitment, c.committer))) revert NotAuditor(msg.sender);
        uint256 bond = _bondOf(c.run);
        if (msg.value != bond) revert WrongBond(msg.value, bond);

        Task storage t = _tasks[commitment];
        id = _pledge(PledgeStatus.Sealed, bond);
        if (t.first == 0) t.first = id;
        else if (pledge(t.first).owner == msg.sender || t.second != 0) revert NotAuditor(msg.sender);
        else t.second = id;
        _keep(id, c.run, sealHash, false).commitment = commitment;
        ++_records[c.run].live;
        emit AuditSealed(id, commitment, msg.sender, sealHash);
        vault.deposit{value: bond}(Hashes.pledgeKey(id));
    }

    function _isAuditor(address[] memory drawn) private view returns (bool) {
        for (uint256 i = 0; i < drawn.length; ++i) {
            if (drawn[i] == msg.sender) return true;
        }
        return false;
    }

    /// @inheritdoc IAttention
    function open(uint64 id, bytes32 root) external {
        Pledge memory p = _expect(id, PledgeStatus.Sealed);
        Answered storage a = _answers[id];
        bytes32 commitment = a.commitment;
        if (a.canary || a.sealHash != Hashes.auditSeal(address(this), commitment, p.owner, root)) revert WrongSeal();
        (uint256 ends, uint256 spell) = _times(training.claimOf(commitment));
        _requireWithin(ends, ends + spell);
        _stand(id, a, root);
    }

    // Canaries

    /// @inheritdoc IAttention
    // SAFETY: a token may call back while it pays; by then nothing of this canary exists.
    function plant(uint64 run, bytes32 sealHash) external payable returns (uint64 id) {
        uint256 bond = _bondOf(run);
        uint256 jackpot = jackpotOf(run);
        address token = registry.economy(run).rewardToken;
        bool native = token == NATIVE;
        uint256 value = native ? bond + jackpot : bond;
        if (msg.value != value) revert WrongBond(msg.value, value);
        id = _pledge(PledgeStatus.Sealed, bond);
        bytes32 key = Hashes.pledgeKey(id);
        vault.deposit{value: value}(key);
        if (!native && jackpot > 0) jackpot = vault.collect(key, token, msg.sender, jackpot);
        _keep(id, run, sealHash, true).jackpot = jackpot.toUint128();
        emit CanaryPlanted(id, run, msg.sender, sealHash, jackpot);
    }

    /// @inheritdoc IAttention
    function openCanary(uint64 id, bytes32 commitment, bytes32 root, bytes32 salt) external {
        Pledge memory p = _expect(id, PledgeStatus.Sealed);
        Answered storage a = _answers[id];
        if (!a.canary || a.sealHash != Hashes.canarySeal(address(this), commitment, p.owner, root, salt)) {
            revert WrongSeal();
        }
        Claim memory c = training.claimOf(commitment);
        if (c.run != a.run) revert WrongSeal();
        a.commitment = commitment;
        ++_records[c.run].live;
        (uint256 ends, uint256 spell) = _times(c);
        if (!_counts(commitment, c, a.sealedAt, ends)) return _giveBack(id, a, 0);
        _requireWithin(ends + spell, ends + 2 * spell);
        _stand(id, a, root);
    }

    /// @dev Whether the history was a secret when the canary was planted, and the window may still become final.
    function _counts(bytes32 commitment, Claim memory c, uint64 planted, uint256 ends) private view returns (bool) {
        Status status = training.status(commitment);
        if (status == Status.Rejected || status == Status.Voided || planted > ends || c.steps < 2) return false;
        uint64 opened = disputes.firstOpenedAt(commitment);
        return opened == 0 || opened > planted;
    }

    function _keep(uint64 id, uint64 run, bytes32 sealHash, bool canary) private returns (Answered storage a) {
        a = _answers[id];
        a.sealHash = sealHash;
        a.run = run;
        a.sealedAt = uint64(block.timestamp);
        a.canary = canary;
    }

    function _stand(uint64 id, Answered storage a, bytes32 root) private {
        if (root == 0) revert InvalidRoot();
        a.root = root;
        bytes32 commitment = a.commitment;
        ++_tasks[commitment].standing;
        ++standingFor[commitment][root];
        Pledge storage p = _expect(id, PledgeStatus.Sealed);
        p.status = PledgeStatus.Standing;
        emit AnswerOpened(id, commitment, p.owner, root);
    }

    // Contradictions

    /// @inheritdoc IAttention
    function duel(uint64 left, uint64 right) external returns (uint64 id) {
        Answered storage l = _answers[left];
        Answered storage r = _answers[right];
        bytes32 commitment = l.commitment;
        if (commitment != r.commitment || l.root == r.root) revert NoContradiction(left, right);
        Claim memory c = _requireFinal(commitment);
        return _start(
            left,
            right,
            Terms({
                run: c.run,
                steps: c.steps,
                preRoot: c.preRoot,
                committerRoot: c.postRoot,
                challengerRoot: c.postRoot,
                committer: address(0),
                challenger: address(0)
            })
        );
    }

    /// @inheritdoc IDuels
    function given(uint64 id) external view returns (Given memory) {
        Duel memory d = duelOf(id);
        return Given(_answers[d.left].root, _answers[d.right].root, 0, 0);
    }

    function _onDefeat(uint64 id) internal override {
        Answered storage a = _answers[id];
        bytes32 commitment = a.commitment;
        Task storage t = _tasks[commitment];
        --t.standing;
        ++t.defeated;
        --standingFor[commitment][a.root];
        Record storage r = _records[a.run];
        --r.live;
        if (!a.canary) ++r.answered;
        _returnJackpot(id, a);
    }

    // Ending

    /// @inheritdoc IAttention
    // INVARIANT: an answer is paid only if none that stands, or was given back, contradicts it.
    function settle(uint64 id) external {
        Pledge memory p = pledge(id);
        if (p.status != PledgeStatus.Sealed && p.status != PledgeStatus.Standing) revert WrongPledge(id, p.status);
        Answered storage a = _answers[id];
        if (a.commitment == 0) return _lapseCanary(id, a, p);
        Claim memory c = training.claimOf(a.commitment);
        (uint256 ends, uint256 spell) = _times(c);
        Status status = training.status(a.commitment);
        if (status == Status.Pending) revert NotYet();
        if (status != Status.Finalised) return _giveBack(id, a, 0);
        if (p.status == PledgeStatus.Sealed) {
            if (block.timestamp <= ends + spell) revert NotYet();
            return _lapse(id, a, p);
        }
        uint256 until = ends + 2 * spell;
        if (block.timestamp <= until) revert NotYet();
        Task storage t = _tasks[a.commitment];
        if (standingFor[a.commitment][a.root] != t.standing) {
            if (p.duels > 0 || block.timestamp <= until + SETTLEMENT_PERIOD) revert NotYet();
            _giveBack(id, a, 0);
        } else if (a.canary) {
            _payCanary(id, a, t, p.owner);
            _giveBack(id, a, 0);
        } else {
            bool right = t.standing > 1 || t.defeated > 0;
            if (right) ++_records[a.run].right;
            _giveBack(id, a, right ? _payAuditor(a.run, c.steps, p.owner) : 0);
        }
        if (!a.canary) ++_records[a.run].answered;
    }

    function _lapseCanary(uint64 id, Answered storage a, Pledge memory p) private {
        Clocks memory clocks = registry.clocks(a.run);
        // Its window, whichever it is, was committed before.
        if (block.timestamp <= a.sealedAt + clocks.challenge + 2 * uint256(clocks.open)) revert NotYet();
        ++_records[a.run].live;
        _lapse(id, a, p);
    }

    function _lapse(uint64 id, Answered storage a, Pledge memory p) private {
        uint256 burned = share(p.bond, 10);
        emit AnswerLapsed(id, a.commitment, p.owner, burned);
        --_records[a.run].live;
        _end(id, PledgeStatus.Lapsed, burned);
        _returnJackpot(id, a);
    }

    function _giveBack(uint64 id, Answered storage a, uint256 pay) private {
        emit AnswerSettled(id, a.commitment, pledge(id).owner, pay);
        --_records[a.run].live;
        _end(id, PledgeStatus.Settled, 0);
        _returnJackpot(id, a);
    }

    function _payAuditor(uint64 run, uint32 steps, address to) private returns (uint256 pay) {
        pay = share(_budgetOf(run, steps), AUDITOR_SHARE);
        (uint256 left,) = budget(run);
        if (pay > left) pay = left;
        _paid[run].auditors += pay.toUint128();
        vault.credit(Hashes.attentionKey(run), registry.economy(run).rewardToken, to, pay);
    }

    /// @dev The jackpot to the auditors who agree, and as much out of the pot to the planter. Nothing, where it can't be repaid: a planter who told
    /// the truth loses nothing.
    function _payCanary(uint64 id, Answered storage a, Task storage t, address planter) private {
        uint64 run = a.run;
        uint256 jackpot = a.jackpot;
        Record storage r = _records[run];
        if (jackpot == 0 || t.jackpotOf != 0 || r.answered < ANSWERS_PER_CANARY * (r.canaries + 1)) return;
        if (_answers[t.first].root == 0 || _answers[t.second].root == 0) return;
        (, uint256 pot) = budget(run);
        bool first = _agrees(t.first, a.root);
        bool second = _agrees(t.second, a.root);
        if (pot < jackpot || !(first || second)) return;
        t.jackpotOf = id;
        ++r.canaries;
        a.jackpot = 0;
        _paid[run].canaries += jackpot.toUint128();
        emit JackpotPaid(id, a.commitment, jackpot, first && second ? 2 : 1);
        address token = registry.economy(run).rewardToken;
        uint256 half = first && second ? jackpot / 2 : second ? jackpot : 0;
        vault.credit(Hashes.pledgeKey(id), token, pledge(t.first).owner, jackpot - half);
        vault.credit(Hashes.pledgeKey(id), token, pledge(t.second).owner, half);
        vault.credit(Hashes.attentionKey(run), token, planter, jackpot);
    }

    function _agrees(uint64 id, bytes32 root) private view returns (bool) {
        return _answers[id].root == root && pledge(id).status != PledgeStatus.Defeated;
    }

    function _returnJackpot(uint64 id, Answered storage a) private {
        uint256 jackpot = a.jackpot;
        if (jackpot == 0) return;
        a.jackpot = 0;
        vault.credit(Hashes.pledgeKey(id), registry.economy(a.run).rewardToken, pledge(id).owner, jackpot);
    }

    /// @inheritdoc IAttention
    function reclaim(uint64 run) external returns (uint256 amount) {
        address owner = IERC721(address(registry)).ownerOf(run);
        if (msg.sender != owner || !registry.isOver(run) || _records[run].live > 0) revert NotReclaimable(run);
        bytes32 key = Hashes.attentionKey(run);
        address token = registry.economy(run).rewardToken;
        amount = vault.ledger(address(this), key, token);
        delete _paid[run];
        emit BudgetReclaimed(run, owner, amount);
        vault.credit(key, token, owner, amount);
    }

    // Reads

    /// @inheritdoc IAttention
    function auditors(bytes32 commitment) external view returns (address[] memory) {
        Claim memory c = training.claimOf(commitment);
        if (c.committer == address(0)) return new address[](0);
        bytes32 seed = _tasks[commitment].seed;
        if (seed == 0) seed = _seed(commitment);
        return seed == 0 ? new address[](0) : _drawn(seed, commitment, c.committer);
    }

    /// @inheritdoc IAttention
    function answer(uint64 id) external view returns (Answered memory) {
        return _answers[id];
    }

    /// @inheritdoc IAttention
    function task(bytes32 commitment) external view returns (Task memory) {
        return _tasks[commitment];
    }

    /// @inheritdoc IAttention
    function record(uint64 run) external view returns (Record memory r) {
        r = _records[run];
        r.tasks = AUDITORS * training.progress(run).anchorCount;
    }

    /// @inheritdoc IAttention
    // INVARIANT: what came in is split 80 : 20 whenever it came, and each part pays its own.
    function budget(uint64 run) public view returns (uint256 forAuditors, uint256 forCanaries) {
        Paid memory paid = _paid[run];
        uint256 all = vault.ledger(address(this), Hashes.attentionKey(run), registry.economy(run).rewardToken)
            + paid.auditors + paid.canaries;
        uint256 pot = share(all, CANARY_SHARE);
        return (all - pot - paid.auditors, pot - paid.canaries);
    }

    /// @inheritdoc IAttention
    function bondOf(uint64 run) external view returns (uint256) {
        return _bondOf(run);
    }

    /// @inheritdoc IAttention
    function jackpotOf(uint64 run) public view returns (uint256) {
        return share(WINDOWS_PER_CANARY * _budgetOf(run, training.stepsOf(run, 0)), CANARY_SHARE);
    }

    /// @inheritdoc IAttention
    function auditSealOf(bytes32 commitment, address auditor, bytes32 root) external view returns (bytes32) {
        return Hashes.auditSeal(address(this), commitment, auditor, root);
    }

    /// @inheritdoc IAttention
    function canarySealOf(bytes32 commitment, address planter, bytes32 root, bytes32 salt)
        external
        view
        returns (bytes32)
    {
        return Hashes.canarySeal(address(this), commitment, planter, root, salt);
    }

    /// @inheritdoc IAttention
    function budgetKey(uint64 run) external pure returns (bytes32) {
        return Hashes.attentionKey(run);
    }

    // Inside

    /// @dev What `finalise` brings for a window of so many steps.
    function _budgetOf(uint64 run, uint32 steps) private view returns (uint256) {
        return attentionBudget(uint256(registry.economy(run).reward) * steps);
    }

    /// @dev End of the challenge period, and the spell of opening after it.
    function _times(Claim memory c) private view returns (uint256 ends, uint256 spell) {
        Clocks memory clocks = registry.clocks(c.run);
        return (uint256(c.committedAt) + clocks.challenge, clocks.open);
    }

    function _requireWithin(uint256 from, uint256 until) private view {
        if (block.timestamp <= from) revert NotYet();
        // Times of this protocol fit.
        // forge-lint: disable-next-line(unsafe-typecast)
        if (block.timestamp > until) revert TooLate(uint64(until));
    }
}
