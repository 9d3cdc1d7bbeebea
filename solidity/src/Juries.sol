// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Core, requireAddress} from "./Core.sol";
import {IBeacon} from "./interfaces/IBeacon.sol";
import {Case, ICourt, Phase, Round, Seat, SeatStatus, Verdict} from "./interfaces/ICourt.sol";
import {IDisputes} from "./interfaces/IDisputes.sol";
import {Clocks, Economy, IRunRegistry} from "./interfaces/IRunRegistry.sol";
import {ITraining, Status} from "./interfaces/ITraining.sol";
import {IValidators} from "./interfaces/IValidators.sol";
import {IVault} from "./interfaces/IVault.sol";

/// @title Who sits: the first half of Court
/// @notice The rules, and all prose, are on ICourt.
abstract contract Juries is ICourt {
    IVault internal immutable vault;
    IRunRegistry internal immutable registry;
    ITraining internal immutable training;
    IDisputes internal immutable disputes;
    IValidators internal immutable validators;
    IBeacon internal immutable beacon;

    mapping(bytes32 commitment => Case) internal _cases;
    mapping(bytes32 commitment => mapping(uint32 round => Round)) internal _rounds;
    mapping(bytes32 commitment => mapping(uint32 round => address[])) internal _jurors;
    mapping(bytes32 commitment => mapping(uint32 round => mapping(address juror => Seat))) internal _seats;

    constructor(Core memory core) {
        requireAddress(address(this), core.court);
        vault = IVault(core.vault);
        registry = IRunRegistry(core.registry);
        training = ITraining(core.training);
        disputes = IDisputes(core.disputes);
        validators = IValidators(core.validators);
        beacon = IBeacon(core.beacon);
    }

    // A case

    /// @inheritdoc ICourt
    function openCase(bytes32 commitment, uint64 run) external {
        if (msg.sender != address(disputes)) revert NotDisputes();
        Case storage c = _cases[commitment];
        c.run = run;
        c.openedAt = uint64(block.timestamp);
        c.drawFrom = uint64(block.number - 1);
        emit CaseOpened(commitment, run);
    }

    /// @inheritdoc ICourt
    function freeze(bytes32 commitment) external {
        _expect(commitment, Phase.Evidence);
        if (training.status(commitment) != Status.Pending || disputes.awaitsOpening(commitment)) revert NotYet();
        Case storage c = _cases[commitment];
        Economy memory e = registry.economy(c.run);
        c.seatStake = e.seatStake;
        c.seatFee = e.jurorFee;
        _begin(commitment, c, e.jury);
    }

    /// @dev Begins the next round: whoever makes the tenth block from here decides who sits in it.
    function _begin(bytes32 commitment, Case storage c, uint16 size) internal {
        uint32 round = ++c.round;
        Round storage r = _rounds[commitment][round];
        r.seedBlock = uint64(block.number);
        r.size = size;
        emit RoundBegun(commitment, c.run, round, size, r.seedBlock);
    }

    /// @inheritdoc ICourt
    // SAFETY: a jury that no number of votes could make a quorum isn't seated: its stake would be locked for nothing, and the larger one would be
    // drawn from the same people. A tally of no majority rejects nothing; it opens arithmetic to all.
    function draw(bytes32 commitment) external {
        _expect(commitment, Phase.Draw);
        if (training.status(commitment) != Status.Pending) revert NotYet();
        Case storage c = _cases[commitment];
        Round storage r = _rounds[commitment][c.round];
        bytes32 chance = beacon.seedAt(r.seedBlock);
        if (chance == 0) revert NotYet();
        r.seed = keccak256(abi.encode(chance, commitment, c.round));
        r.drawnAt = uint64(block.timestamp);
        (address[] memory jury, uint256 seats) = _pick(commitment, c, r.seed, r.size);
        if (2 * seats < r.size) seats = 0;
        // SAFETY: shortens the array to the seats that are filled.
        assembly ("memory-safe") {
            mstore(jury, seats)
        }
        if (seats > 0) _seat(commitment, c, r, jury);
        emit JuryDrawn(commitment, c.run, c.round, r.seed, jury, r.commitUntil, r.revealUntil);
        if (seats == 0) _conclude(commitment, c, r, Verdict.NoMajority);
    }

    /// @dev Draws until the jury is full, once more if seats fail, and no further.
    // SAFETY: at most 2·size + 16 are looked at. Drawn by weights from before the case, so what anybody did since can make its own seat fail and
    // nobody else's.
    function _pick(bytes32 commitment, Case storage c, bytes32 seed, uint256 size)
        private
        view
        returns (address[] memory jury, uint256 seats)
    {
        jury = new address[](size);
        address committer = training.claimOf(commitment).committer;
        uint256 asked = size;
        uint256 seen;
        while (seats < size) {
            address[] memory drawn = validators.draw(seed, c.drawFrom, asked);
            for (; seen < drawn.length && seats < size; ++seen) {
                address who = drawn[seen];
                if (who == committer || disputes.isParty(commitment, who)) continue;
                if (validators.unlocked(who) >= c.seatStake) jury[seats++] = who;
            }
            if (drawn.length < asked || asked > size) break;
            asked = 2 * size + 16;
        }
    }

    function _seat(bytes32 commitment, Case storage c, Round storage r, address[] memory jury) private {
        Clocks memory clocks = registry.clocks(c.run);
        r.commitUntil = r.drawnAt + clocks.ballotCommit;
        r.revealUntil = r.commitUntil + clocks.ballotReveal;
        r.seats = uint16(jury.length);
        _jurors[commitment][c.round] = jury;
        for (uint256 i = 0; i < jury.length; ++i) {
            _seats[commitment][c.round][jury[i]].status = SeatStatus.Seated;
            validators.lock(jury[i], c.seatStake);
        }
    }

    /// @dev Says what the ballots came to, for good.
    function _conclude(bytes32 commitment, Case storage c, Round storage r, Verdict verdict) internal virtual;

    // Reads

    /// @inheritdoc ICourt
    function caseOf(bytes32 commitment) external view returns (Case memory) {
        return _cases[commitment];
    }

    /// @inheritdoc ICourt
    // INVARIANT: each phase ends by block time or block number at the latest, and the next call needs no particular person.
    function phase(bytes32 commitment) public view returns (Phase) {
        Case storage c = _cases[commitment];
        if (c.openedAt == 0) return Phase.Unknown;
        if (c.closed) return Phase.Closed;
        if (c.talliedAt != 0) return Phase.Appeal;
        if (c.round == 0) return Phase.Evidence;
        Round storage r = _rounds[commitment][c.round];
        if (r.seed == 0) return Phase.Draw;
        if (block.timestamp <= r.commitUntil && r.committed < r.seats) return Phase.Commit;
        if (block.timestamp <= r.revealUntil && r.revealed < r.committed) return Phase.Reveal;
        return Phase.Tally;
    }

    /// @inheritdoc ICourt
    function isOpen(bytes32 commitment) external view returns (bool) {
        Case storage c = _cases[commitment];
        return c.openedAt != 0 && !c.closed;
    }

    /// @inheritdoc ICourt
    function roundOf(bytes32 commitment, uint32 round) external view returns (Round memory) {
        return _rounds[commitment][round];
    }

    /// @inheritdoc ICourt
    function jurors(bytes32 commitment, uint32 round) external view returns (address[] memory) {
        return _jurors[commitment][round];
    }

    /// @inheritdoc ICourt
    function seat(bytes32 commitment, uint32 round, address juror) external view returns (Seat memory) {
        return _seats[commitment][round][juror];
    }

    function _expect(bytes32 commitment, Phase wanted) internal view {
        Phase now_ = phase(commitment);
        if (now_ != wanted) revert WrongPhase(commitment, now_);
    }
}
