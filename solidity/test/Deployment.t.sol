// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Attention} from "../src/Attention.sol";
import {Court} from "../src/Court.sol";
import {Demands} from "../src/Demands.sol";
import {Disputes} from "../src/Disputes.sol";
import {Goals} from "../src/Goals.sol";
import {Matches} from "../src/Matches.sol";
import {RunRegistry} from "../src/RunRegistry.sol";
import {StepProofs} from "../src/StepProofs.sol";
import {Training} from "../src/Training.sol";
import {Vault} from "../src/Vault.sol";
import {WrongAddress} from "../src/Core.sol";
import {Base} from "./Base.sol";

contract DeploymentTest is Base {
    function test_codeFitsOnChain() public {
        playForReal();
        address[14] memory all = [
            core.vault,
            core.registry,
            core.training,
            core.disputes,
            core.court,
            core.matches,
            core.referee,
            core.demands,
            core.validators,
            core.beacon,
            core.attention,
            core.goals,
            core.stepProofs,
            core.poseidon2
        ];
        for (uint256 i = 0; i < all.length; ++i) {
            vm.assertGt(all[i].code.length, 0, "deployed");
            vm.assertLt(all[i].code.length, 24_576, "EIP-170");
        }
    }

    function test_nobodyCanDeployAContractElsewhereIntoTheCircle() public {
        vm.expectPartialRevert(WrongAddress.selector);
        new Vault(core);
        vm.expectPartialRevert(WrongAddress.selector);
        new RunRegistry(core, GAS_PRICE_CAP);
        vm.expectPartialRevert(WrongAddress.selector);
        new Training(core, guardian);
        vm.expectPartialRevert(WrongAddress.selector);
        new Disputes(core);
        vm.expectPartialRevert(WrongAddress.selector);
        new Court(core);
        vm.expectPartialRevert(WrongAddress.selector);
        new Matches(core);
        vm.expectPartialRevert(WrongAddress.selector);
        new Demands(core);
        vm.expectPartialRevert(WrongAddress.selector);
        new Attention(core);
        vm.expectPartialRevert(WrongAddress.selector);
        new Goals(core);
        vm.expectPartialRevert(WrongAddress.selector);
        new StepProofs(core, 0);
    }
}
