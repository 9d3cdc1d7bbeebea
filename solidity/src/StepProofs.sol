// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Core, requireAddress} from "./Core.sol";
import {Groth16} from "./Groth16.sol";
import {IRunRegistry} from "./interfaces/IRunRegistry.sol";
import {IStepProofs, Reached} from "./interfaces/IStepProofs.sol";
import {Claim, ITraining, Status} from "./interfaces/ITraining.sol";

/// @title StepProofs
/// @notice The rules, and all prose, are on IStepProofs.
/// @dev Holds no coin and may move none: `Training.markProven` is all it can call.
contract StepProofs is IStepProofs {
    IRunRegistry private immutable registry;
    ITraining private immutable training;

    // INVARIANT: 0 < steps ≤ the commitment's; steps == the commitment's ⇔ Training.isProven.
    mapping(bytes32 commitment => Reached) private _reached;

    constructor(Core memory core) {
        requireAddress(address(this), core.stepProofs);
        registry = IRunRegistry(core.registry);
        training = ITraining(core.training);
    }

    /// @inheritdoc IStepProofs
    // SAFETY: a copy of somebody's proof that is sent first proves the same; there is nothing to win by it.
    function prove(bytes32 commitment, uint32 steps, bytes32 root, bytes calldata key, bytes calldata proof) external {
        if (training.status(commitment) != Status.Pending) revert NotProvable(commitment);
        Claim memory c = training.claimOf(commitment);
        Reached storage place = _reached[commitment];
        uint32 left = c.steps - place.steps;
        if (left == 0) revert NotProvable(commitment);
        if (steps == 0 || steps > left) revert WrongSteps(left);
        if (steps == left && root != c.postRoot) revert WrongRoot(c.postRoot);

        uint256[7] memory inputs = _statement(commitment, c, place, key);
        inputs[4] = steps;
        inputs[6] = _element(root);
        if (!Groth16.verify(key, inputs, proof)) revert InvalidProof();

        place.steps += steps;
        place.root = root;
        // The first step, a uint64.
        // forge-lint: disable-next-line(unsafe-typecast)
        emit StepProved(c.run, commitment, msg.sender, uint64(inputs[3]), steps, root);
        if (steps == left) {
            emit WindowProved(c.run, commitment, c.window);
            training.markProven(commitment);
        }
    }

    /// @dev What storage says of a proof: all but how many steps, and where they lead.
    function _statement(bytes32 commitment, Claim memory c, Reached storage place, bytes calldata key)
        private
        view
        returns (uint256[7] memory inputs)
    {
        (bytes32 keyHash, bytes32 programRoot, bytes32 datasetRoot, uint32 windowSteps) = registry.proofTerms(c.run);
        if (keyHash == 0) revert NotProvable(commitment);
        if (keccak256(key) != keyHash) revert WrongKey(keyHash);
        inputs[0] = domainOf(c.run);
        inputs[1] = _element(programRoot);
        inputs[2] = _element(datasetRoot);
        inputs[3] = c.window * windowSteps + place.steps;
        inputs[5] = _element(place.steps == 0 ? c.preRoot : place.root);
    }

    /// @dev SAFETY: a root plus the order of the field would be the same element; so such a root is none.
    function _element(bytes32 root) private pure returns (uint256 element) {
        element = uint256(root);
        if (element >= Groth16.R) revert NotInField(root);
    }

    /// @inheritdoc IStepProofs
    function reached(bytes32 commitment) external view returns (Reached memory) {
        return _reached[commitment];
    }

    /// @inheritdoc IStepProofs
    function domainOf(uint64 run) public view returns (uint256) {
        return uint256(keccak256(abi.encode(block.chainid, address(registry), run))) % Groth16.R;
    }
}
