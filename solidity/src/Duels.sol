// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {Core, NATIVE, requireAddress, share} from "./Core.sol";
import {Hashes} from "./Hashes.sol";
import {Duel, IDuels, Pledge, PledgeStatus} from "./interfaces/IDuels.sol";
import {IMatches, Outcome, Side, Terms} from "./interfaces/IMatches.sol";
import {IRunRegistry} from "./interfaces/IRunRegistry.sol";
import {Claim, ITraining, Status} from "./interfaces/ITraining.sol";
import {IVault} from "./interfaces/IVault.sol";

/// @title Pledges and their duels
/// @notice The rules, and all prose, are on IDuels.
abstract contract Duels is IDuels {
    using SafeCast for uint256;

    IVault internal immutable vault;
    IRunRegistry internal immutable registry;
    ITraining internal immutable training;
    IMatches internal immutable matches;

    /// @inheritdoc IDuels
    uint64 public immutable firstDuel;

    /// @inheritdoc IDuels
    uint64 public pledges;
    /// @inheritdoc IDuels
    uint64 public duels;

    // INVARIANT: the ledger of a pledge holds its bond while it is Sealed or Standing, and its gasPot once it is Defeated.
    mapping(uint64 id => Pledge) private _pledges;
    mapping(uint64 id => Duel) private _duels;
    mapping(uint64 low => mapping(uint64 high => uint64)) private _meetings;

    constructor(Core memory core, address self, uint64 firstDuel_) {
        requireAddress(address(this), self);
        vault = IVault(core.vault);
        registry = IRunRegistry(core.registry);
        training = ITraining(core.training);
        matches = IMatches(core.matches);
        firstDuel = firstDuel_;
    }

    // Duels

    /// @dev What becomes of a pledge beyond its bond, once it is defeated.
    function _onDefeat(uint64 id) internal virtual;

    /// @dev Starts the match of two standing pledges. The caller has seen that they contradict each other.
    // INVARIANT: each duel defeats one of two that stood or changes nothing, so a pledge meets another once.
    function _start(uint64 left, uint64 right, Terms memory terms) internal returns (uint64 id) {
        if (meeting(left, right) != 0) revert NoContradiction(left, right);
        Pledge storage l = _expect(left, PledgeStatus.Standing);
        Pledge storage r = _expect(right, PledgeStatus.Standing);
        id = firstDuel + duels++;
        _duels[id] = Duel(left, right, false);
        if (left < right) _meetings[left][right] = id;
        else _meetings[right][left] = id;
        ++l.duels;
        ++r.duels;
        (terms.committer, terms.challenger) = (l.owner, r.owner);
        emit DuelStarted(id, left, right);
        matches.start(id, terms);
    }

    /// @inheritdoc IDuels
    // SAFETY: once one of the two was defeated elsewhere, the other need not play on: what the clock says then is nobody's defeat.
    function conclude(uint64 id) external {
        Duel storage d = _duels[id];
        if (d.left == 0 || d.concluded) revert WrongDuel(id);
        (uint64 left, uint64 right) = (d.left, d.right);
        Pledge storage l = _pledges[left];
        Pledge storage r = _pledges[right];
        Outcome outcome = matches.outcome(id);
        bool moot = l.status != PledgeStatus.Standing || r.status != PledgeStatus.Standing;
        if (outcome == Outcome.Running && !moot) revert NotYet();
        d.concluded = true;
        --l.duels;
        --r.duels;
        emit DuelConcluded(id, outcome, moot);
        if (moot) {
            _repay(left, right, outcome == Outcome.ChallengerConvicted ? 0 : matches.gasOf(id, Side.Challenger));
            _repay(right, left, outcome == Outcome.CommitterConvicted ? 0 : matches.gasOf(id, Side.Committer));
        } else if (outcome == Outcome.CommitterConvicted) {
            _defeat(left, right, r.owner, matches.gasOf(id, Side.Challenger));
        } else if (outcome == Outcome.ChallengerConvicted) {
            _defeat(right, left, l.owner, matches.gasOf(id, Side.Committer));
        } else {
            (address sender, uint96 gas) = matches.leafOf(id);
            _defeat(left, 0, sender, gas);
            _defeat(right, 0, address(0), 0);
        }
    }

    /// @param by The conqueror; 0 if they fell together.
    /// @param to Whose gas is repaid, and who is rewarded if there is a conqueror.
    // INVARIANT: gas + reward + burned + gasPot == bond.
    function _defeat(uint64 id, uint64 by, address to, uint256 gas) private {
        Pledge storage p = _pledges[id];
        p.status = PledgeStatus.Defeated;
        uint256 bond = p.bond;
        uint256 cap = share(bond, 20);
        if (gas > cap) gas = cap;
        uint256 reward = by == 0 ? 0 : share(bond - gas, 40);
        uint256 kept = p.duels == 0 ? 0 : cap - gas;
        p.gasPot = kept.toUint128();
        uint256 burned = bond - gas - reward - kept;
        emit PledgeDefeated(id, by, gas, reward, burned);
        bytes32 key = Hashes.pledgeKey(id);
        vault.credit(key, NATIVE, to, gas + reward);
        vault.burn(key, burned);
        _onDefeat(id);
    }

    /// @dev Out of what was kept of a defeated one: the gas of another that isn't. The last duel's end burns the rest.
    function _repay(uint64 id, uint64 to, uint256 gas) private {
        Pledge storage p = _pledges[id];
        if (p.status != PledgeStatus.Defeated) return;
        bytes32 key = Hashes.pledgeKey(id);
        uint256 pot = p.gasPot;
        if (_pledges[to].status == PledgeStatus.Defeated) gas = 0;
        else if (gas > pot) gas = pot;
        uint256 left = p.duels == 0 ? 0 : pot - gas;
        p.gasPot = left.toUint128();
        if (gas > 0) emit GasRepaid(id, to, gas);
        vault.credit(key, NATIVE, _pledges[to].owner, gas);
        vault.burn(key, pot - gas - left);
    }

    // Pledges

    function _pledge(PledgeStatus status, uint256 bond) internal returns (uint64 id) {
        id = ++pledges;
        _pledges[id] = Pledge(msg.sender, status, 0, bond.toUint128(), 0);
    }

    function _expect(uint64 id, PledgeStatus wanted) internal view returns (Pledge storage p) {
        p = _pledges[id];
        if (p.status != wanted) revert WrongPledge(id, p.status);
    }

    /// @dev Gives a bond back, less what is burned.
    function _end(uint64 id, PledgeStatus status, uint256 burned) internal {
        Pledge storage p = _pledges[id];
        p.status = status;
        bytes32 key = Hashes.pledgeKey(id);
        vault.credit(key, NATIVE, p.owner, p.bond - burned);
        vault.burn(key, burned);
    }

    function _bondOf(uint64 run) internal view returns (uint256) {
        return registry.challengeBond(run) - registry.courtFee(run);
    }

    function _requireFinal(bytes32 commitment) internal view returns (Claim memory) {
        if (training.status(commitment) != Status.Finalised) revert NotFinal(commitment);
        return training.claimOf(commitment);
    }

    // Reads

    /// @inheritdoc IDuels
    function pledge(uint64 id) public view returns (Pledge memory) {
        return _pledges[id];
    }

    /// @inheritdoc IDuels
    function duelOf(uint64 id) public view returns (Duel memory) {
        return _duels[id];
    }

    /// @inheritdoc IDuels
    function meeting(uint64 left, uint64 right) public view returns (uint64) {
        return left < right ? _meetings[left][right] : _meetings[right][left];
    }

    /// @inheritdoc IDuels
    function pledgeKey(uint64 id) external pure returns (bytes32) {
        return Hashes.pledgeKey(id);
    }
}
