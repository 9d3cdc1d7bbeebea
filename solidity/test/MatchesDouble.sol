// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {FIRST_DUEL} from "../src/Core.sol";
import {Outcome, Side, Terms} from "../src/interfaces/IMatches.sol";

/// @notice Stands for `Matches` where only a match's end matters: the test says how it ends, and what it cost.
contract MatchesDouble {
    struct Ended {
        Outcome outcome;
        uint64 startedAt;
        Terms terms;
        uint256[3] gas;
        address sender;
        uint96 leafGas;
    }

    mapping(uint64 id => Ended) private _matches;

    function start(uint64 id, Terms calldata given) external {
        require(_matches[id].outcome == Outcome.None, "one match per challenge");
        require((given.committerRoot != given.challengerRoot || id >= FIRST_DUEL) && given.steps > 0, "playable");
        _matches[id].outcome = Outcome.Running;
        _matches[id].startedAt = uint64(block.timestamp);
        _matches[id].terms = given;
    }

    function end(uint64 id, Outcome outcome_, uint256 committerGas, uint256 challengerGas) external {
        require(_matches[id].outcome == Outcome.Running, "it runs");
        _matches[id].outcome = outcome_;
        _matches[id].gas = [0, committerGas, challengerGas];
    }

    /// @dev A leaf that convicts both, sent by `sender` at that cost.
    function endAtLeaf(uint64 id, address sender, uint96 cost) external {
        require(_matches[id].outcome == Outcome.Running, "it runs");
        _matches[id].outcome = Outcome.BothConvicted;
        _matches[id].sender = sender;
        _matches[id].leafGas = cost;
    }

    function spend(uint64 id, Side side, uint256 cost) external {
        _matches[id].gas[uint256(side)] += cost;
    }

    function outcome(uint64 id) external view returns (Outcome) {
        return _matches[id].outcome;
    }

    function gasOf(uint64 id, Side side) external view returns (uint256) {
        return _matches[id].gas[uint256(side)];
    }

    function leafOf(uint64 id) external view returns (address, uint96) {
        return (_matches[id].sender, _matches[id].leafGas);
    }

    function startedAt(uint64 id) external view returns (uint64) {
        return _matches[id].startedAt;
    }

    function terms(uint64 id) external view returns (Terms memory) {
        return _matches[id].terms;
    }
}
