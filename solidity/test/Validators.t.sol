// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {BlockBeacon} from "../src/BlockBeacon.sol";
import {Validators} from "../src/Validators.sol";
import {IValidators, Validator} from "../src/interfaces/IValidators.sol";
import {Base} from "./Base.sol";

contract ValidatorsTest is Base {
    address private juror = actor("juror");

    function stake(address who, uint256 amount) private {
        vm.prank(who);
        validators.stake{value: amount}();
    }

    function lock(address who, uint256 amount) private {
        vm.prank(core.court);
        validators.lock(who, amount);
    }

    function release(address who, uint256 amount, uint256 burned, address to, uint256 paid) private {
        vm.prank(core.court);
        validators.release(who, amount, burned, to, paid);
    }

    /// @dev Its weight at the end of this block, which then is over.
    function weight(address who) private returns (uint256) {
        pass(1);
        return validators.weightAt(who, vm.getBlockNumber() - 1);
    }

    function assertBook(uint256 staked, uint256 locked, uint256 unbonding) private {
        Validator memory v = validators.validator(juror);
        vm.assertEq(v.stake, staked, "stake");
        vm.assertEq(v.locked, locked, "locked");
        vm.assertEq(v.unbonding, unbonding, "unbonding");
        vm.assertEq(weight(juror), staked - unbonding, "weight");
        vm.assertEq(vault.ledger(core.validators, validators.stakeKey(juror), address(0)), staked, "ledger");
        assertSolvent();
    }

    function test_stake_givesAnIndexOnceAndForAll() public {
        vm.expectRevert(IValidators.NoAmount.selector);
        vm.prank(juror);
        validators.stake();
        stake(juror, 2 ether);
        stake(passer, 1 ether);
        stake(juror, 3 ether);
        assertBook(5 ether, 0, 0);
        vm.prank(juror);
        validators.requestUnstake(5 ether);
        pass(20 minutes);
        vm.prank(juror);
        validators.unstake();
        assertBook(0, 0, 0);
        stake(juror, 1);
        vm.assertEq(validators.validator(juror).index, 1, "the same index");
        vm.assertEq(validators.validators(), 2, "two ever staked");
        vm.assertEq(validators.validatorAt(2), passer, "the second");
        vm.assertEq(validators.validatorAt(3), address(0), "no third");
    }

    function test_weights_areThoseOfTheEndOfABlock() public {
        stake(juror, 2 ether);
        uint256 number = vm.getBlockNumber();
        vm.expectRevert(abi.encodeWithSelector(IValidators.BlockNotOver.selector, number));
        validators.totalAt(number);
        vm.expectRevert(abi.encodeWithSelector(IValidators.BlockNotOver.selector, number));
        validators.draw("seed", number, 1);
        vm.expectRevert(abi.encodeWithSelector(IValidators.BlockNotOver.selector, number + 1));
        validators.weightAt(juror, number + 1);
        stake(juror, 1 ether); // still the same block
        vm.roll(number + 1);
        stake(passer, 7 ether);
        vm.prank(juror);
        validators.requestUnstake(1 ether);
        vm.roll(number + 5);
        vm.assertEq(validators.totalAt(number - 1), 0, "before");
        vm.assertEq(validators.totalAt(number), 3 ether, "at its end");
        vm.assertEq(validators.totalAt(number + 1), 9 ether, "one later");
        vm.assertEq(validators.totalAt(number + 4), 9 ether, "and since");
        vm.assertEq(validators.draw("seed", number, 5).length, 1, "one had weight then");
        vm.assertEq(validators.draw("seed", number - 1, 5).length, 0, "nobody before");
        vm.assertEq(validators.draw("seed", number + 1, 5).length, 2, "both after");
    }

    function test_unstake_waitsForTheCooldownAndPaysWhatIsNotLocked() public {
        stake(juror, 5 ether);
        lock(juror, 2 ether);
        vm.startPrank(juror);
        vm.expectRevert(IValidators.NoAmount.selector);
        validators.unstake();
        vm.expectRevert(IValidators.NoAmount.selector);
        validators.requestUnstake(0);
        vm.expectRevert(abi.encodeWithSelector(IValidators.NotAvailable.selector, 5 ether));
        validators.requestUnstake(5 ether + 1);
        validators.requestUnstake(4 ether);
        vm.expectRevert(abi.encodeWithSelector(IValidators.NotAvailable.selector, 1 ether));
        validators.requestUnstake(1 ether + 1);
        pass(20 minutes - 1);
        vm.expectRevert(IValidators.NotYet.selector);
        validators.unstake();
        validators.requestUnstake(1 ether); // the cooldown begins again, of all of it
        pass(1);
        vm.expectRevert(IValidators.NotYet.selector);
        validators.unstake();
        pass(20 minutes - 1);
        vm.assertEq(validators.unstake(), 3 ether, "what isn't locked");
        vm.expectRevert(abi.encodeWithSelector(IValidators.NotAvailable.selector, 0));
        validators.unstake();
        vm.stopPrank();
        assertBook(2 ether, 2 ether, 2 ether);
        release(juror, 2 ether, 0, address(0), 0);
        vm.prank(juror);
        vm.assertEq(validators.unstake(), 2 ether, "once the seat is settled");
        assertBook(0, 0, 0);
        vm.assertEq(credit(juror), 5 ether, "all of it");
    }

    function test_lock_takesWhatIsAskedBackToo() public {
        stake(juror, 3 ether);
        vm.prank(juror);
        validators.requestUnstake(3 ether);
        vm.startPrank(core.court);
        vm.expectRevert(abi.encodeWithSelector(IValidators.NotAvailable.selector, 3 ether));
        validators.lock(juror, 3 ether + 1);
        validators.lock(juror, 3 ether);
        vm.expectRevert(abi.encodeWithSelector(IValidators.NotAvailable.selector, 0));
        validators.lock(juror, 1);
        vm.stopPrank();
        vm.assertEq(validators.unlocked(juror), 0, "nothing is left");
        assertBook(3 ether, 3 ether, 3 ether);
        pass(20 minutes);
        vm.expectRevert(abi.encodeWithSelector(IValidators.NotAvailable.selector, 0));
        vm.prank(juror);
        validators.unstake(); // it stays liable
        release(juror, 3 ether, 2 ether, passer, 0.5 ether);
        assertBook(0.5 ether, 0, 0.5 ether);
        vm.assertEq(credit(passer), 0.5 ether, "paid");
    }

    function test_release_takesTheWeightFirst() public {
        stake(juror, 5 ether);
        vm.prank(juror);
        validators.requestUnstake(3 ether);
        lock(juror, 4 ether);
        release(juror, 1 ether, 1 ether, address(0), 0);
        assertBook(4 ether, 3 ether, 3 ether);
        release(juror, 3 ether, 1 ether, passer, 1 ether);
        assertBook(2 ether, 0, 2 ether);
        vm.expectRevert(abi.encodeWithSelector(IValidators.NotAvailable.selector, 1));
        release(juror, 1, 1, passer, 1);
        vm.expectRevert();
        release(juror, 1, 0, passer, 0); // nothing is locked
    }

    function test_onlyTheCourtLocksAndReleases() public {
        stake(juror, 1 ether);
        address[4] memory others = [juror, core.disputes, core.training, guardian];
        for (uint256 i = 0; i < others.length; ++i) {
            vm.startPrank(others[i]);
            vm.expectRevert(IValidators.NotCourt.selector);
            validators.lock(juror, 0);
            vm.expectRevert(IValidators.NotCourt.selector);
            validators.release(juror, 0, 0, others[i], 0);
            vm.stopPrank();
        }
    }

    function test_theCooldownIsAConstantOfTheDeployment() public {
        vm.assertEq(validators.unstakeCooldown(), 20 minutes, "here");
        core.validators = vm.computeCreateAddress(address(this), vm.getNonce(address(this)));
        vm.assertEq(new Validators(core, 100 days).unstakeCooldown(), 100 days, "if it says so");
        vm.chainId(10);
        core.validators = vm.computeCreateAddress(address(this), vm.getNonce(address(this)));
        vm.assertEq(new Validators(core, 0).unstakeCooldown(), 14 days, "in public");
    }

    function test_beacon_saysNothingBeforeTheTenthBlockAndThenTheSame() public {
        BlockBeacon beacon = BlockBeacon(core.beacon);
        uint256 number = vm.getBlockNumber();
        vm.roll(number + 10);
        vm.assertEq(beacon.seedAt(number), 0, "the tenth block isn't over");
        vm.roll(number + 11);
        bytes32 seed = beacon.seedAt(number);
        vm.assertEq(seed, blockhash(number + 10), "its hash");
        vm.assertNotEq(seed, 0, "known");
        vm.roll(number + 200);
        vm.assertEq(beacon.seedAt(number), seed, "the same later");
        vm.roll(number + 100_000);
        vm.assertNotEq(beacon.seedAt(number), 0, "and never for ever nothing");
        vm.assertEq(beacon.seedAt(vm.getBlockNumber()), 0, "of now nothing is known");
        vm.assertEq(beacon.seedAt(vm.getBlockNumber() - 10), 0, "nor of ten blocks ago");
    }
}
