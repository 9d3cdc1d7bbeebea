// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Core} from "../src/Core.sol";
import {Deployment} from "./Deployment.sol";

interface Broadcast {
    function envAddress(string calldata name) external view returns (address);
    function envUint(string calldata name) external view returns (uint256);
    function startBroadcast() external;
    function stopBroadcast() external;
}

/// @title Deploys to a chain
/// @dev GAS_PRICE_CAP=<wei> GUARDIAN=<address> forge script solidity/script/Deploy.s.sol --rpc-url … --sender … --broadcast
contract Deploy {
    Broadcast private constant vm = Broadcast(0x7109709ECfa91a80626fF3989D68f67F5b1DD12D);

    function run() external returns (Core memory core) {
        vm.startBroadcast();
        core = Deployment.deploy(msg.sender, vm.envUint("GAS_PRICE_CAP"), vm.envAddress("GUARDIAN"));
        vm.stopBroadcast();
    }
}
