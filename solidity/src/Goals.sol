// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {Core, FIRST_GOAL_DUEL, NATIVE, SETTLEMENT_PERIOD} from "./Core.sol";
import {Duels} from "./Duels.sol";
import {Float32} from "./Float32.sol";
import {Hashes} from "./Hashes.sol";
import {TileProof} from "./TileProof.sol";
import {Duel, Given, IDuels, Pledge, PledgeStatus} from "./interfaces/IDuels.sol";
import {Goal, IGoals, Pot, PotStatus, Reading} from "./interfaces/IGoals.sol";
import {Terms} from "./interfaces/IMatches.sol";
import {HashKind, Schedule} from "./interfaces/IRunRegistry.sol";
import {Commitment, Progress, Status} from "./interfaces/ITraining.sol";

/// @title Goals
/// @notice The rules, and all prose, are on IGoals.
contract Goals is IGoals, Duels {
    using SafeCast for uint256;

    uint256 private constant TENSOR = 1;
    uint256 private constant STATE = 2;

    mapping(bytes32 pot => Goal) private _goals;
    // INVARIANT: `amount` is what came in; the ledger holds it less what was pulled or taken back.
    mapping(bytes32 pot => Pot) private _pots;
    mapping(uint64 pledge => Reading) private _readings;

    /// @inheritdoc IGoals
    mapping(bytes32 pot => mapping(address account => uint256)) public lockedBy;
    /// @inheritdoc IGoals
    mapping(bytes32 pot => mapping(uint64 window => bool)) public pulled;

    constructor(Core memory core) Duels(core, core.goals, FIRST_GOAL_DUEL) {}

    // The pot

    /// @inheritdoc IGoals
    function lock(Goal calldata goal, uint256 amount) external payable returns (bytes32 pot) {
        address token = goal.token;
        if (
            goal.programRoot == 0 || goal.datasetRoot == 0 || Float32.ge(goal.target, goal.target) == 0
                || (token != NATIVE && token != registry.economy(goal.run).rewardToken)
        ) revert InvalidGoal();
        pot = potOf(goal);
        Pot storage p = _pots[pot];
        if (p.status == PotStatus.None) {
            // Reverts for a run that there isn't. The state of a claim is hashed below as a sha256 run's.
            if (registry.hashOf(goal.run) != HashKind.Sha256) revert InvalidGoal();
            p.status = PotStatus.Open;
            p.openedAt = uint64(block.timestamp);
            _goals[pot] = goal;
        }
        _requireOpen(pot, p);
        if (msg.value != (token == NATIVE ? amount : 0)) revert WrongAmount(msg.value, token == NATIVE ? amount : 0);
        bytes32 key = Hashes.goalKey(pot);
        if (token == NATIVE) vault.deposit{value: amount}(key);
        else amount = vault.collect(key, token, msg.sender, amount);
        if (amount == 0) revert WrongAmount(0, 1);
        // SAFETY: a token may have called back, and the pot may have been reached meanwhile.
        if (p.status != PotStatus.Open) revert WrongPot(pot, p.status);
        p.amount += amount.toUint128();
        lockedBy[pot][msg.sender] += amount;
        emit Locked(pot, goal.run, msg.sender, goal, amount);
    }

    /// @dev Open, and not closed for good.
    function _requireOpen(bytes32 pot, Pot storage p) private view {
        if (p.status != PotStatus.Open) revert WrongPot(pot, p.status);
        uint256 closes = closesAt(pot);
        // Times of this protocol fit.
        // forge-lint: disable-next-line(unsafe-typecast)
        if (block.timestamp >= closes) revert TooLate(uint64(closes));
    }

    // Claims

    /// @inheritdoc IGoals
    function claim(bytes32 pot, bytes32 commitment, uint32 word) external payable returns (uint64 id) {
        Pot storage p = _pots[pot];
        Goal memory goal = _goals[pot];
        _requireOpen(pot, p);
        if (training.status(commitment) != Status.Finalised) revert NotFinal(commitment);
        Commitment memory c = training.commitment(commitment);
        if (c.run != goal.run || !_isKeyFrame(c)) revert NotKeyFrame(commitment);
        if (Float32.ge(goal.target, word) == 0) revert AboveTarget(word);
        id = _read(goal.run, Reading(pot, commitment, word, uint64(block.timestamp), 0));
        ++p.claims;
        emit Claimed(id, pot, commitment, msg.sender, word, _until(goal.run));
    }

    /// @inheritdoc IGoals
    // SAFETY: each contest is its own claim, bond and match, so a friend's that loses protects nothing.
    function contest(uint64 claim_, bytes32 claimHash, uint32 word) external payable returns (uint64 id, uint64 duel) {
        _expect(claim_, PledgeStatus.Standing);
        Reading memory said = _readings[claim_];
        if (said.against != 0 || claimHashOf(claim_) != claimHash) revert WrongClaim(claimHashOf(claim_));
        if (said.word == word) revert NoContradiction(claim_, claim_);
        uint64 run = _goals[said.pot].run;
        uint64 until = said.madeAt + registry.clocks(run).challenge;
        if (block.timestamp > until) revert TooLate(until);
        id = _read(run, Reading(said.pot, said.commitment, word, uint64(block.timestamp), claim_));
        bytes32 pre = training.claimOf(said.commitment).postRoot;
        duel = _start(claim_, id, Terms(run, 1, pre, rootOf(said.word), rootOf(word), address(0), address(0)));
        emit Contested(id, claim_, msg.sender, word, duel);
    }

    function _read(uint64 run, Reading memory said) private returns (uint64 id) {
        uint256 bond = _bondOf(run);
        if (msg.value != bond) revert WrongBond(msg.value, bond);
        id = _pledge(PledgeStatus.Standing, bond);
        _readings[id] = said;
        vault.deposit{value: bond}(Hashes.pledgeKey(id));
    }

    function _isKeyFrame(Commitment memory c) private view returns (bool) {
        Schedule memory s = registry.schedule(c.run);
        return (c.window + 1) % s.keyFrameEvery == 0 || training.stepsOf(c.run, c.window + 1) == 0;
    }

    function _until(uint64 run) private view returns (uint64) {
        return uint64(block.timestamp) + registry.clocks(run).challenge;
    }

    /// @inheritdoc IDuels
    function given(uint64 id) external view returns (Given memory) {
        Goal storage goal = _goals[_readings[duelOf(id).left].pot];
        return Given(0, 0, goal.programRoot, goal.datasetRoot);
    }

    function _onDefeat(uint64 id) internal override {
        Reading storage said = _readings[id];
        if (said.against == 0) --_pots[said.pot].claims;
    }

    // Ending

    /// @inheritdoc IGoals
    // INVARIANT: a pot is reached once, by a claim that stood its whole period and every contest.
    function settle(uint64 id) external {
        Pledge memory p = _expect(id, PledgeStatus.Standing);
        Reading memory said = _readings[id];
        if (p.duels > 0) revert NotYet();
        uint64 run = _goals[said.pot].run;
        bool isClaim = said.against == 0;
        if (isClaim && block.timestamp <= said.madeAt + registry.clocks(run).challenge) revert NotYet();
        emit ReadingSettled(id, p.owner);
        _end(id, PledgeStatus.Settled, 0);
        if (isClaim) _reach(id, said);
    }

    function _reach(uint64 id, Reading memory said) private {
        Pot storage pot = _pots[said.pot];
        --pot.claims;
        if (pot.status != PotStatus.Open) return;
        Commitment memory c = training.commitment(said.commitment);
        pot.status = PotStatus.Reached;
        pot.window = c.window;
        pot.steps = c.window * registry.schedule(c.run).windowSteps + c.steps;
        emit Reached(said.pot, id, c.window, pot.steps, pot.amount);
    }

    /// @inheritdoc IGoals
    // INVARIANT: window i's share is what the first i + 1 windows have of the pot less what the first i have, rounded down both times: together all
    // of it, to the unit.
    function pull(bytes32 pot, uint64 window) external {
        Pot memory p = _pots[pot];
        if (p.status != PotStatus.Reached) revert WrongPot(pot, p.status);
        if (window > p.window || pulled[pot][window]) revert NothingToPull();
        pulled[pot][window] = true;
        Goal memory goal = _goals[pot];
        // SAFETY: at or below a final window all are final, and what is final never changes.
        address committer = training.claimOf(training.live(goal.run, window)).committer;
        uint256 first = uint256(window) * registry.schedule(goal.run).windowSteps;
        uint256 end = first + training.stepsOf(goal.run, window);
        uint256 amount = p.amount * end / p.steps - p.amount * first / p.steps;
        emit Pulled(pot, window, committer, amount);
        vault.credit(Hashes.goalKey(pot), goal.token, committer, amount);
    }

    /// @inheritdoc IGoals
    function takeBack(bytes32 pot, address account) external {
        Pot storage p = _pots[pot];
        if (p.status == PotStatus.Open) {
            if (p.claims > 0 || block.timestamp < closesAt(pot)) revert NotYet();
            p.status = PotStatus.Returned;
        }
        if (p.status != PotStatus.Returned) revert WrongPot(pot, p.status);
        uint256 amount = lockedBy[pot][account];
        if (amount == 0) revert NothingToPull();
        lockedBy[pot][account] = 0;
        emit TakenBack(pot, account, amount);
        vault.credit(Hashes.goalKey(pot), _goals[pot].token, account, amount);
    }

    // Reads

    /// @inheritdoc IGoals
    function closesAt(bytes32 pot) public view returns (uint256) {
        uint64 run = _goals[pot].run;
        Progress memory p = training.progress(run);
        uint256 since = p.acquiredAt == 0 ? _pots[pot].openedAt : p.acquiredAt;
        bool finished = training.stepsOf(run, p.anchorCount) == 0;
        return since + (finished ? 1 : 2) * uint256(SETTLEMENT_PERIOD);
    }

    /// @inheritdoc IGoals
    function potOf(Goal calldata goal) public view returns (bytes32) {
        return Hashes.goal(address(this), goal);
    }

    /// @inheritdoc IGoals
    function goalOf(bytes32 pot) external view returns (Goal memory) {
        return _goals[pot];
    }

    /// @inheritdoc IGoals
    function potAt(bytes32 pot) external view returns (Pot memory) {
        return _pots[pot];
    }

    /// @inheritdoc IGoals
    function reading(uint64 id) external view returns (Reading memory) {
        return _readings[id];
    }

    /// @inheritdoc IGoals
    function claimHashOf(uint64 id) public view returns (bytes32) {
        Reading storage said = _readings[id];
        return Hashes.goalClaim(said.pot, said.commitment, said.word, pledge(id).owner);
    }

    /// @inheritdoc IGoals
    function rootOf(uint32 word) public view returns (bytes32) {
        // Little-endian, as in every tile.
        uint32 turned = (word & 0xff) << 24 | (word & 0xff00) << 8 | (word >> 8) & 0xff00 | word >> 24;
        bytes32 tile = sha256(abi.encodePacked(turned, new bytes(TileProof.LEAF_BYTES - 4 + 1)));
        return TileProof.list(TileProof.entry(TileProof.list(tile, TENSOR, 1)), STATE, 1);
    }

    /// @inheritdoc IGoals
    function bondOf(uint64 run) external view returns (uint256) {
        return _bondOf(run);
    }

    /// @inheritdoc IGoals
    function potKey(bytes32 pot) external pure returns (bytes32) {
        return Hashes.goalKey(pot);
    }
}
