// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Attention} from "../src/Attention.sol";
import {BlockBeacon} from "../src/BlockBeacon.sol";
import {Core} from "../src/Core.sol";
import {Court} from "../src/Court.sol";
import {Demands} from "../src/Demands.sol";
import {Disputes} from "../src/Disputes.sol";
import {Goals} from "../src/Goals.sol";
import {Matches} from "../src/Matches.sol";
import {Poseidon2} from "../src/Poseidon2.sol";
import {RunRegistry} from "../src/RunRegistry.sol";
import {StepProofs} from "../src/StepProofs.sol";
import {StepReferee} from "../src/StepReferee.sol";
import {Training} from "../src/Training.sol";
import {Validators} from "../src/Validators.sol";
import {Vault} from "../src/Vault.sol";

interface Nonces {
    function computeCreateAddress(address deployer, uint256 nonce) external pure returns (address);
    function getNonce(address account) external view returns (uint64);
}

/// @title How a deployment is made
/// @dev The addresses are predicted from the creator's next fourteen nonces; a wrong prediction reverts in a constructor. The Go devnet
/// (internal/chain) does the same in the same order.
library Deployment {
    Nonces private constant vm = Nonces(0x7109709ECfa91a80626fF3989D68f67F5b1DD12D);

    /// @param creator Whose transactions create the contracts: this contract, or the broadcasting account.
    /// @param gasPriceCap Upper bound of every gas price the protocol reckons with. Unit: wei.
    /// @param guardian May pause `acquire`; 0 for nobody.
    function deploy(address creator, uint256 gasPriceCap, address guardian) internal returns (Core memory core) {
        uint256 nonce = vm.getNonce(creator);
        core = Core({
            vault: vm.computeCreateAddress(creator, nonce),
            registry: vm.computeCreateAddress(creator, nonce + 1),
            training: vm.computeCreateAddress(creator, nonce + 2),
            disputes: vm.computeCreateAddress(creator, nonce + 3),
            court: vm.computeCreateAddress(creator, nonce + 4),
            matches: vm.computeCreateAddress(creator, nonce + 5),
            referee: vm.computeCreateAddress(creator, nonce + 6),
            demands: vm.computeCreateAddress(creator, nonce + 7),
            validators: vm.computeCreateAddress(creator, nonce + 8),
            beacon: vm.computeCreateAddress(creator, nonce + 9),
            attention: vm.computeCreateAddress(creator, nonce + 10),
            goals: vm.computeCreateAddress(creator, nonce + 11),
            stepProofs: vm.computeCreateAddress(creator, nonce + 12),
            poseidon2: vm.computeCreateAddress(creator, nonce + 13)
        });
        new Vault(core);
        new RunRegistry(core, gasPriceCap);
        new Training(core, guardian);
        new Disputes(core);
        new Court(core);
        new Matches(core);
        new StepReferee();
        new Demands(core);
        new Validators(core, 0);
        new BlockBeacon();
        new Attention(core);
        new Goals(core);
        new StepProofs(core, 0);
        new Poseidon2();
    }
}
