// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {NATIVE, attentionBudget} from "../src/Core.sol";
import {Pledge, PledgeStatus} from "../src/interfaces/IDuels.sol";
import {Outcome} from "../src/interfaces/IMatches.sol";
import {Run} from "../src/interfaces/IRunRegistry.sol";
import {Base} from "./Base.sol";

/// @notice What auditors and planters do, in a run of many windows with five validators.
abstract contract AttentionStage is Base {
    address internal constant DEAD = 0x000000000000000000000000000000000000dEaD;

    address[5] internal five;
    address internal planter = actor("planter");
    uint256 internal bond;
    uint256 internal jackpot;

    function setUp() public virtual override {
        super.setUp();
        for (uint256 i = 0; i < 5; ++i) {
            five[i] = actor(string.concat("validator ", vm.toString(i)));
            vm.prank(five[i]);
            validators.stake{value: 5 ether}();
        }
        use(createRun(devnet()));
        pass(1);
    }

    function use(uint64 id) internal {
        run = id;
        bond = attention.bondOf(id);
        jackpot = attention.jackpotOf(id);
    }

    function devnet() internal pure virtual override returns (Run memory d) {
        d = super.devnet();
        d.schedule.totalSteps = 4000;
    }

    // A window

    /// @dev Committed, and its auditors known.
    function window() internal returns (bytes32 c) {
        c = commitTruth(worker);
        pass(11);
    }

    function drawn(bytes32 c) internal view returns (address first, address second) {
        address[] memory all = attention.auditors(c);
        return (all[0], all[1]);
    }

    function history(bytes32 c) internal pure returns (bytes32) {
        return keccak256(abi.encode("history", c));
    }

    function garbage(bytes32 c) internal pure returns (bytes32) {
        return keccak256(abi.encode("garbage", c));
    }

    function committedAt(bytes32 c) internal view returns (uint256) {
        return training.claimOf(c).committedAt;
    }

    /// @dev To `secs` seconds after the end of the window's challenge period.
    function passTo(bytes32 c, uint256 secs) internal {
        uint256 then_ = committedAt(c) + 20 + secs;
        if (then_ > vm.getBlockTimestamp()) pass(then_ - vm.getBlockTimestamp());
    }

    // Answers

    function sealAs(address who, bytes32 c, bytes32 root) internal returns (uint64) {
        bytes32 hash = attention.auditSealOf(c, who, root);
        vm.prank(who);
        return attention.seal{value: bond}(c, hash);
    }

    function plantAs(address who, bytes32 c, bytes32 root) internal returns (uint64) {
        bytes32 hash = attention.canarySealOf(c, who, root, SALT);
        uint256 value = registry.economy(run).rewardToken == NATIVE ? bond + jackpot : bond;
        vm.prank(who);
        return attention.plant{value: value}(run, hash);
    }

    /// @dev Both auditors seal what they are given; 0: that one sleeps.
    function sealBoth(bytes32 c, bytes32 one, bytes32 two) internal returns (uint64 a, uint64 b) {
        (address first, address second) = drawn(c);
        if (one != 0) a = sealAs(first, c, one);
        if (two != 0) b = sealAs(second, c, two);
    }

    function openBoth(bytes32 c, uint64 a, uint64 b, bytes32 one, bytes32 two) internal {
        passTo(c, 1);
        if (a != 0) attention.open(a, one);
        if (b != 0) attention.open(b, two);
    }

    /// @dev The same, opened, in a window that is final.
    function answered(bytes32 c, bytes32 one, bytes32 two) internal returns (uint64 a, uint64 b) {
        (a, b) = sealBoth(c, one, two);
        openBoth(c, a, b, one, two);
        finaliseAll();
    }

    function finaliseAll() internal {
        training.finalise(run, 100);
    }

    /// @dev A window that both auditors answer rightly, and are paid for.
    function audited() internal returns (bytes32 c) {
        c = window();
        (uint64 a, uint64 b) = answered(c, history(c), history(c));
        passTo(c, 11);
        attention.settle(a);
        attention.settle(b);
    }

    function duel(uint64 a, uint64 b, Outcome outcome) internal returns (uint64 id) {
        id = attention.duel(a, b);
        matches.end(id, outcome, COMMITTER_GAS, CHALLENGER_GAS);
        attention.conclude(id);
    }

    // Checks

    function assertPledge(uint64 id, PledgeStatus status, string memory label) internal view {
        vm.assertEq(uint256(attention.pledge(id).status), uint256(status), label);
    }

    function ledger(uint64 id) internal view returns (uint256) {
        return vault.ledger(core.attention, attention.pledgeKey(id), NATIVE);
    }

    function budgetLedger() internal view returns (uint256) {
        return vault.ledger(core.attention, attention.budgetKey(run), registry.economy(run).rewardToken);
    }

    function windowBudget() internal view returns (uint256) {
        return attentionBudget(4 * uint256(registry.economy(run).reward));
    }

    /// @dev The part of a bond that is left to its conqueror, and what is burned.
    function spoils(uint256 gas) internal view returns (uint256 won, uint256 burned) {
        won = gas + (bond - gas) * 40 / 100;
        burned = bond - won;
    }

    function ownerOf(uint64 id) internal view returns (address) {
        Pledge memory p = attention.pledge(id);
        return p.owner;
    }
}
