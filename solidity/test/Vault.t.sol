// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {NATIVE} from "../src/Core.sol";
import {Run} from "../src/interfaces/IRunRegistry.sol";
import {IVault} from "../src/interfaces/IVault.sol";
import {Base} from "./Base.sol";

/// @dev Keeps a tenth of each transfer.
contract TaxedToken is ERC20("Taxed", "TAX") {
    function mint(address to, uint256 amount) external {
        _mint(to, amount);
    }

    function _update(address from, address to, uint256 amount) internal override {
        super._update(from, to, amount);
        if (from != address(0) && to != address(0)) super._update(to, address(0), amount / 10);
    }
}

/// @dev Calls back into `fund` while it is being collected.
contract NestingToken is ERC20("Nesting", "NEST") {
    address private immutable registry;
    uint64 private immutable run;
    bool private entered;

    constructor(address registry_, uint64 run_) {
        registry = registry_;
        run = run_;
    }

    function mint(address to, uint256 amount) external {
        _mint(to, amount);
    }

    function _update(address from, address to, uint256 amount) internal override {
        super._update(from, to, amount);
        if (from == address(0) || entered) return;
        entered = true;
        (bool ok, bytes memory why) = registry.call(abi.encodeWithSignature("fund(uint64,uint256)", run, 1));
        if (!ok) {
            assembly ("memory-safe") {
                revert(add(why, 32), mload(why))
            }
        }
    }
}

contract Refuser {
    function take(IVault vault) external {
        vault.withdraw(address(0));
    }
}

contract VaultTest is Base {
    function test_onlyCoreMovesMoney() public {
        vm.startPrank(passer);
        vm.expectRevert(IVault.NotCore.selector);
        vault.deposit{value: 1}(0);
        vm.expectRevert(IVault.NotCore.selector);
        vault.collect(0, address(1), passer, 1);
        vm.expectRevert(IVault.NotCore.selector);
        vault.move(0, NATIVE, core.court, 0, 1);
        vm.expectRevert(IVault.NotCore.selector);
        vault.credit(0, NATIVE, passer, 1);
        vm.expectRevert(IVault.NotCore.selector);
        vault.burn(0, 1);
        vm.stopPrank();
    }

    function test_aContractSpendsOnlyItsOwnLedgers() public {
        bytes32 key = registry.escrowKey(run);
        vm.startPrank(core.court);
        vm.expectRevert(abi.encodeWithSelector(IVault.Insufficient.selector, key, 0, 1));
        vault.credit(key, NATIVE, passer, 1);
        vm.expectRevert(abi.encodeWithSelector(IVault.Insufficient.selector, key, 0, 1));
        vault.move(key, NATIVE, core.court, key, 1);
        vm.expectRevert(abi.encodeWithSelector(IVault.Insufficient.selector, key, 0, 1));
        vault.burn(key, 1);
        vm.stopPrank();
        vm.expectRevert(IVault.NotCore.selector);
        vm.prank(core.registry);
        vault.move(key, NATIVE, passer, key, 1);
    }

    function test_withdraw_paysOnceAndARefusalKeepsTheCredit() public {
        Refuser refuser = new Refuser();
        bytes32 key = registry.escrowKey(run);
        vm.startPrank(core.registry);
        vault.credit(key, NATIVE, worker, 3 ether);
        vault.credit(key, NATIVE, address(refuser), 2 ether);
        vm.stopPrank();
        vm.prank(worker);
        vault.withdraw(NATIVE);
        vm.assertEq(worker.balance, PURSE + 3 ether, "paid");
        vm.expectRevert(IVault.NothingToWithdraw.selector);
        vm.prank(worker);
        vault.withdraw(NATIVE);
        vm.expectRevert(abi.encodeWithSelector(IVault.PaymentRefused.selector, address(refuser)));
        refuser.take(vault);
        vm.assertEq(vault.creditOf(address(refuser), NATIVE), 2 ether, "kept");
        assertSolvent();
    }

    function test_tokenReward_countsWhatArrivesAndPaysIt() public {
        TaxedToken token = new TaxedToken();
        Run memory data = devnet();
        data.economy.rewardToken = address(token);
        run = createRun(data);
        token.mint(author, 1 ether);
        vm.startPrank(author);
        token.approve(core.vault, 1 ether);
        vm.assertEq(registry.fund(run, 1 ether), 0.9 ether, "what arrived");
        vm.stopPrank();
        vm.assertEq(vault.held(address(token)), token.balanceOf(core.vault), "held");
        commitTruth(worker);
        pass(21);
        training.finalise(run, 1);
        vm.assertEq(vault.creditOf(worker, address(token)), 0.004 ether, "reward");
        vm.prank(worker);
        vault.withdraw(address(token));
        vm.assertEq(vault.held(address(token)), token.balanceOf(core.vault), "held");
        assertSolvent();
    }

    function test_nestedFunding_isRefused() public {
        Run memory data = devnet();
        uint64 next = registry.runs() + 1;
        NestingToken token = new NestingToken(core.registry, next);
        data.economy.rewardToken = address(token);
        run = createRun(data);
        token.mint(author, 1 ether);
        vm.startPrank(author);
        token.approve(core.vault, 1 ether);
        vm.expectRevert(bytes4(keccak256("ReentrancyGuardReentrantCall()")));
        registry.fund(run, 0.5 ether);
        vm.stopPrank();
    }
}
