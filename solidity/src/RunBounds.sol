// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {NATIVE} from "./Core.sol";
import {Groth16} from "./Groth16.sol";
import {Clocks, Economy, Facts, HashKind, IRunRegistry, Proofs, Run, Schedule} from "./interfaces/IRunRegistry.sol";

/// @title The bounds of every number of a run
/// @dev The bounds themselves stand beside the fields, in IRunRegistry. Times are compared in milliseconds, because s is.
library RunBounds {
    uint32 private constant MAX_CLOCK = 30 days;
    /// What a jury waits for its seed: the beacon's 10 blocks of at most 12 s.
    uint256 private constant BEACON_WAIT = 120;

    /// @param local Hour-valued lower bounds are 0.
    /// @param cooldown The validators' unstake cooldown. Unit: seconds.
    function check(Run calldata run, bool local, uint64 cooldown) internal pure {
        checkFacts(run.facts);
        checkSchedule(run.schedule);
        checkClocks(run.schedule, run.clocks, local, cooldown);
        checkEconomy(run.schedule, run.economy);
        checkProofs(run.proofs, local);
    }

    /// @dev See IRunRegistry.longestDispute.
    function longestDispute(Clocks calldata c) internal pure returns (uint256) {
        uint256 round = BEACON_WAIT + c.ballotCommit + c.ballotReveal;
        return uint256(c.open) + 2 * round + c.appeal + longestMatch(c);
    }

    /// @dev From a match's start to the last moment of its last turn, whatever its program and its outputs: both clocks used up, then every later
    /// turn's extension. The turns that can follow one another: the history; at most 2 + 8 + 8 inner openings (1024 steps, 2^32 operators, 2^32 tiles)
    /// and the blocks and the leaf, of which the one that begins the trace, the tiles, the elements and the folds gets a list's.
    function longestMatch(Clocks calldata c) private pure returns (uint256) {
        uint256 own = c.matchClock > c.historyExtension ? c.matchClock : c.historyExtension;
        return 2 * own + c.historyExtension + 19 * uint256(c.moveExtension) + 4 * uint256(c.listExtension);
    }

    function checkFacts(Facts calldata f) private pure {
        need(f.specHash != 0, "specHash");
        need(f.programRoot != 0, "programRoot");
        need(f.datasetRoot != 0, "datasetRoot");
        need(f.genesisRoot != 0 && f.genesisRoot != bytes32(type(uint256).max), "genesisRoot");
        need(f.profile != 0, "profile");
        need(f.hash == HashKind.Sha256 || f.hash == HashKind.Poseidon2, "hash");
        if (f.hash == HashKind.Poseidon2) {
            // SAFETY: what is no element of the field is no root of such a tree, and no match over it could be played.
            need(uint256(f.programRoot) < Groth16.R, "programRoot");
            need(uint256(f.datasetRoot) < Groth16.R, "datasetRoot");
            need(uint256(f.genesisRoot) < Groth16.R, "genesisRoot");
        }
        need(f.specCid.length > 0 && f.specCid.length <= 64, "specCid");
    }

    function checkSchedule(Schedule calldata s) private pure {
        need(s.totalSteps > 0 && s.totalSteps <= 1 << 40, "totalSteps");
        need(s.windowSteps > 0 && s.windowSteps <= 1024, "windowSteps");
        need(s.keyFrameEvery > 0 && s.keyFrameEvery <= 64, "keyFrameEvery");
        need(s.maxPending > 0 && s.maxPending <= 4096, "maxPending");
        need(s.refStepMillis > 0, "refStepMillis");
    }

    function checkClocks(Schedule calldata s, Clocks calldata c, bool local, uint64 cooldown) private pure {
        uint256 hour = local ? 0 : 1 hours;
        uint256 window = uint256(s.windowSteps) * s.refStepMillis;
        clock(c.lease, 4 * window, 0, "lease");
        clock(c.challenge, 3 * s.keyFrameEvery * window, 12 * hour, "challenge");
        // On a local chain a block is a second long, and a seal is opened in a later one.
        clock(c.open, local ? 2000 : 0, hour, "open");
        clock(c.ballotCommit, 3 * window, 0, "ballotCommit");
        clock(c.ballotReveal, local ? 2000 : 0, hour, "ballotReveal");
        clock(c.appeal, 0, 24 * hour, "appeal");
        clock(c.matchClock, 0, 12 * hour, "matchClock");
        clock(c.moveExtension, 0, hour / 6, "moveExtension");
        clock(c.listExtension, 0, hour / 6, "listExtension");
        clock(c.historyExtension, 3 * window, c.listExtension, "historyExtension");
        clock(c.demand, 0, hour, "demand");
        uint256 life = longestDispute(c) + c.challenge;
        need(uint256(s.maxPending) * c.lease >= 4 * life, "maxPending");
        need(cooldown > life, "challenge");
    }

    function checkEconomy(Schedule calldata s, Economy calldata e) private pure {
        need(e.rewardToken != NATIVE || e.rewardValue >= e.reward, "rewardValue");
        uint256 atStake = uint256(s.maxPending) * s.windowSteps * e.rewardValue;
        need(e.seatStake > 0 && 3 * uint256(e.seatStake) >= 2 * atStake, "seatStake");
        need(e.jurorFee >= 2 * uint256(e.replayCost), "jurorFee");
        need(e.jury % 2 == 1 && e.jury <= 31, "jury");
        need(e.largerJury % 2 == 1 && e.largerJury >= e.jury && e.largerJury <= 31, "largerJury");
    }

    function checkProofs(Proofs calldata p, bool local) private pure {
        bool none = p.keyHash == 0;
        need((p.systemHash == 0) == none, "systemHash");
        // SAFETY: without a transcript whoever made the key may know how to prove what is false: a toy for local chains.
        need(p.transcriptCid.length <= 64 && (none || local ? true : p.transcriptCid.length > 0), "transcriptCid");
        need(!none || p.transcriptCid.length == 0, "keyHash");
    }

    /// @dev A clock runs at least a second, `millis` and `secs`, and at most 30 days.
    function clock(uint32 value, uint256 millis, uint256 secs, string memory name) private pure {
        need(value > 0 && value <= MAX_CLOCK && uint256(value) * 1000 >= millis + secs * 1000, name);
    }

    function need(bool ok, string memory name) private pure {
        if (!ok) revert IRunRegistry.OutOfBounds(name);
    }
}
