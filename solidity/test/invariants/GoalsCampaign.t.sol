// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Test} from "../Test.sol";
import {GoalPots} from "./GoalPots.sol";

/// @notice Besides, someone calls whatever it likes, whenever it likes, about whatever it likes. Most of it is refused; the books hold anyhow.
contract RobbedGoalPots is GoalPots {
    uint256 public refused;
    uint256 public done;

    function callAnything(uint256 seed, uint256 what, uint32 word) external noted {
        uint256 value = [0, goals.bondOf(runs[0]), seed % 5][(seed >> 128) % 3];
        bytes memory call = anything(pots[seed % POTS], seed, what % 7, word);
        vm.prank(griefer);
        (bool ok,) = core.goals.call{value: value}(call);
        if (!ok) {
            ++refused;
            return;
        }
        ++done;
        paidIn += value;
    }

    function anything(bytes32 pot, uint256 seed, uint256 what, uint32 word) private view returns (bytes memory) {
        uint64 any = uint64((seed >> 8) % (goals.pledges() + 2));
        if (what == 0) return abi.encodeCall(goals.settle, (any));
        if (what == 1) {
            return abi.encodeCall(goals.conclude, (goals.firstDuel() + uint64((seed >> 8) % (goals.duels() + 2))));
        }
        if (what == 2) return abi.encodeCall(goals.pull, (pot, uint64((seed >> 8) % 12)));
        if (what == 3) return abi.encodeCall(goals.takeBack, (pot, people[(seed >> 8) % 3]));
        if (what == 4) return abi.encodeCall(goals.claim, (pot, anyWindow(seed >> 16), word % (2 * TARGET)));
        if (what == 5) return abi.encodeCall(goals.contest, (any, goals.claimHashOf(any), word));
        return abi.encodeCall(goals.lock, (goals.goalOf(pot), seed % 5));
    }

    function anyWindow(uint256 seed) private view returns (bytes32) {
        bytes32[] storage those = windows[runs[seed % 2]];
        return those.length == 0 || (seed >> 8) % 8 == 0 ? bytes32(seed) : those[(seed >> 16) % those.length];
    }
}

/// @notice `FOUNDRY_PROFILE=deep` plays longer campaigns.
abstract contract GoalsCampaign is Test {
    GoalPots internal world;

    function setUp() public virtual {
        world = new GoalPots();
        world.setUp();
        target(address(world), orderly(9));
    }

    function orderly(uint256 count) internal pure returns (bytes4[] memory all) {
        all = new bytes4[](count);
        all[0] = GoalPots.lock.selector;
        all[1] = GoalPots.train.selector;
        all[2] = GoalPots.claim.selector;
        all[3] = GoalPots.contest.selector;
        all[4] = GoalPots.wait.selector;
        all[5] = GoalPots.conclude.selector;
        all[6] = GoalPots.settle.selector;
        all[7] = GoalPots.pull.selector;
        all[8] = GoalPots.takeBack.selector;
    }

    function afterInvariant() external {
        world.finish();
        world.check();
    }
}

contract OrderlyGoalsCampaign is GoalsCampaign {
    /// forge-config: default.invariant.runs = 12
    function invariant_booksAndTruth() external view {
        world.check();
    }
}

contract RobbedGoalsCampaign is GoalsCampaign {
    function setUp() public override {
        world = new RobbedGoalPots();
        world.setUp();
        bytes4[] memory all = orderly(10);
        all[9] = RobbedGoalPots.callAnything.selector;
        target(address(world), all);
    }

    /// forge-config: default.invariant.runs = 12
    function invariant_booksAndTruth() external view {
        world.check();
    }

    /// @dev A campaign that came nowhere would show nothing.
    function test_theCampaignComesEverywhere() external {
        uint256[7] memory times;
        for (uint256 play = 0; play < 6; ++play) {
            uint256 state = vm.snapshotState();
            act(play);
            for (uint256 i = 0; i < 5; ++i) {
                times[i] += world.times(i);
            }
            times[5] += RobbedGoalPots(address(world)).refused();
            times[6] += RobbedGoalPots(address(world)).done();
            vm.revertToState(state);
        }
        vm.assertGt(times[0], 0, "reached");
        vm.assertGt(times[1], 0, "given back");
        vm.assertGt(times[2], 0, "one convicted");
        vm.assertGt(times[3], 0, "both convicted or silent");
        vm.assertGt(times[4], 0, "moot");
        vm.assertGt(times[5], 0, "refused a robber");
        vm.assertGt(times[6], 0, "let anyone");
    }

    function act(uint256 play) private {
        for (uint256 i = 0; i < 160; ++i) {
            uint256 seed = uint256(keccak256(abi.encode(play, i)));
            uint256 what = (seed >> 200) % 14;
            if (i % 20 == 0) world.train(seed);
            else if (what < 3) world.claim(seed);
            else if (what < 6) world.contest(seed);
            else if (what == 6) world.wait(seed);
            else if (what == 7) world.conclude(seed);
            else if (what == 8) world.settle(seed);
            else if (what == 9) world.pull(seed);
            else if (what == 10) world.takeBack(seed);
            else if (what == 11) world.lock(seed);
            else RobbedGoalPots(address(world)).callAnything(seed, seed >> 210, uint32(seed >> 220));
        }
        world.finish();
        world.check();
    }
}
