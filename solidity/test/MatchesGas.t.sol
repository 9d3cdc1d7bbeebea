// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Outcome, Phase, Side} from "../src/interfaces/IMatches.sol";
import {MatchStage, Plot} from "./MatchStage.sol";

interface Gauge {
    struct Gas {
        uint64 gasLimit;
        uint64 gasTotalUsed;
        uint64 gasMemoryUsed;
        int64 gasRefunded;
        uint64 gasRemaining;
    }

    function lastCallGas() external view returns (Gas memory);
}

/// @notice What a dispute costs over lists of GPT-2's size: each call is a transaction of its own, its calldata at Prague's prices.
/// forge-config: default.isolate = true
contract MatchesGasTest is MatchStage {
    uint256 private constant TOTAL = 3_500_000;
    uint256 private constant EACH = 350_000;
    uint256 private constant LEAF = 250_000;
    uint256 private constant CALLS = 30;

    event Spent(Phase phase, uint256 gas);

    function test_aWholeDispute_staysWithinItsGas() external {
        dispute(big());
    }

    /// @dev As many folds as there can be, and as long blocks.
    function test_theLongestReductions_stayWithinTheirGas() external {
        Plot memory p = big();
        (p.rows, p.columns, p.terms, p.chunk, p.block_) = (4096, 4096, 1 << 19, 1023, 31);
        p.tile = 65_535;
        dispute(p);
    }

    function test_theLongestLanes_stayWithinTheirGas() external {
        Plot memory p = big();
        (p.lanes, p.rows, p.columns, p.terms, p.chunk, p.block_) = (true, 4096, 0, 1 << 19, 1023, 31);
        p.tile = 15;
        dispute(p);
    }

    function dispute(Plot memory p) private {
        begin(p, Side.Challenger);
        uint256 total;
        uint256 calls;
        while (board.outcome(matchId) == Outcome.Running) {
            (Phase phase,,) = board.due(matchId);
            uint256 gas = charge(step(Side.Committer));
            string memory name = string.concat("phase ", vm.toString(uint256(phase)));
            vm.assertLe(gas, phase == Phase.Leaf ? LEAF : EACH, name);
            emit Spent(phase, gas);
            total += gas;
            ++calls;
        }
        emit Spent(Phase.Ended, total);
        // Seal, open and openArithmetic come before.
        vm.assertLe(calls + 3, CALLS, "transactions");
        vm.assertLe(total, TOTAL, "gas of all moves");
    }

    /// @dev Gas of the last transaction, its calldata at Prague's prices as if no byte of it were zero: in these plots most tensors are.
    function charge(bytes memory data) private view returns (uint256) {
        uint256 tokens = 4 * data.length;
        uint256 floor = 21_000 + 10 * tokens;
        uint256 used = Gauge(address(vm)).lastCallGas().gasTotalUsed + 4 * (tokens - tokensOf(data));
        return used > floor ? used : floor;
    }
}

/// @notice What a side is booked for a move is what it paid, whoever else moves for it.
contract MatchesBookingTest is MatchStage {
    function test_everyMove_isBookedAtWhatItCost() external {
        begin(big(), Side.Challenger);
        while (board.outcome(matchId) == Outcome.Running) {
            (Phase phase, Side side,) = board.due(matchId);
            if (side == Side.None) side = Side.Committer;
            uint256 before = board.gasOf(matchId, side);
            (bytes memory data, bytes memory posts) = moveOf(side);
            vm.prank(ownerOf(side));
            uint256 gas = gasleft();
            (bool success,) = core.matches.call(data);
            gas -= gasleft();
            vm.assertTrue(success, "moved");
            posted = posts;
            uint256 paid = price(gas, tokensOf(data));
            uint256 booked = (board.gasOf(matchId, side) - before) / 1.1 gwei;
            emit Booked(phase, paid, booked);
            string memory name = string.concat("phase ", vm.toString(uint256(phase)));
            // Words of tiles and partials are booked as if none of their bytes were zero; in these many are.
            vm.assertLe(booked, price(gas, 4 * data.length), string.concat(name, ": booked too much"));
            vm.assertGe(booked, paid * 93 / 100, string.concat(name, ": booked too little"));
        }
    }

    function price(uint256 gas, uint256 tokens) private pure returns (uint256) {
        return 21_000 + (gas + 4 * tokens > 10 * tokens ? gas + 4 * tokens : 10 * tokens);
    }

    event Booked(Phase phase, uint256 paid, uint256 booked);

    /// @dev Above the cap, what was paid beyond it was the sender's choice. A stranger's move is nobody's cost.
    function test_booking_isCapped_andOnlyOfTheSideItself() external {
        begin(small(), Side.Challenger);
        uint256 fresh = vm.snapshotState();
        vm.fee(GAS_PRICE_CAP);
        step(Side.Committer);
        uint256 capped = board.gasOf(matchId, Side.Committer);
        vm.revertToState(fresh);
        vm.fee(100 * GAS_PRICE_CAP);
        step(Side.Committer);
        vm.assertEq(board.gasOf(matchId, Side.Committer), capped, "the cap");
        playTo(Phase.Bind);
        (, Side side,) = board.due(matchId);
        (uint256 committers, uint256 challengers) =
            (board.gasOf(matchId, Side.Committer), board.gasOf(matchId, Side.Challenger));
        (bytes memory data,) = moveOf(side);
        (bool success,) = send(passer, data);
        vm.assertTrue(success, "anyone binds");
        vm.assertEq(board.gasOf(matchId, Side.Committer), committers, "not the committer's");
        vm.assertEq(board.gasOf(matchId, Side.Challenger), challengers, "not the challenger's");
    }

    /// @dev A griefer names the honest side's key as its own: what the honest side pays is still booked to the honest side.
    function test_booking_whoeverNamesAnothersKey() external {
        begin(small(), Side.Challenger);
        vm.prank(worker);
        board.nameKey(challenger);
        step(Side.Challenger);
        vm.assertGt(board.gasOf(matchId, Side.Challenger), 0, "the opener's");
        vm.assertEq(board.gasOf(matchId, Side.Committer), 0, "not the other's");
        playTo(Phase.Leaf);
        uint256 before = board.gasOf(matchId, Side.Challenger);
        (bytes memory data,) = moveOf(Side.Challenger);
        (bool success,) = send(challenger, data);
        vm.assertTrue(success && board.gasOf(matchId, Side.Challenger) > before, "the leaf too");
    }
}
