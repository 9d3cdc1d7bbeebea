// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Core, isLocalChain, requireAddress} from "./Core.sol";
import {Groth16} from "./Groth16.sol";
import {ProvenElement} from "./ProvenElement.sol";
import {IDisputes} from "./interfaces/IDisputes.sol";
import {Game, IMatches} from "./interfaces/IMatches.sol";
import {IRunRegistry} from "./interfaces/IRunRegistry.sol";
import {Element, IStepProofs, Reached} from "./interfaces/IStepProofs.sol";
import {Claim, ITraining, Status} from "./interfaces/ITraining.sol";

/// @title StepProofs
/// @notice The rules, and all prose, are on IStepProofs.
/// @dev Holds no coin and may move none: it marks commitments (`Training.markProven`, `markShown`) and dismisses challenges, which convicts nobody.
contract StepProofs is IStepProofs {
    IRunRegistry private immutable registry;
    ITraining private immutable training;

    // INVARIANT: 0 < steps ≤ the commitment's; steps == the commitment's ⇔ Training.isProven.
    mapping(bytes32 commitment => Reached) private _reached;

    IDisputes private immutable disputes;
    IMatches private immutable matches;

    /// @inheritdoc IStepProofs
    bytes32 public immutable elementKey;

    // SAFETY: who has made a key alone can prove anything by it.
    constructor(Core memory core, bytes32 elementKey_) {
        requireAddress(address(this), core.stepProofs);
        if (elementKey_ != 0 && !isLocalChain()) revert DevelopmentKey();
        registry = IRunRegistry(core.registry);
        training = ITraining(core.training);
        disputes = IDisputes(core.disputes);
        matches = IMatches(core.matches);
        elementKey = elementKey_;
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
    // SAFETY: what is final by a proof slashes no juror and defeats no other challenge. So it is the committer's choice alone, or a liar could have
    // its own challenge dismissed to spare the jurors that it bought.
    function proveElement(uint64 challenge, Element calldata element, bytes calldata key, bytes calldata proof)
        external
    {
        if (elementKey == 0 || keccak256(key) != elementKey) revert WrongKey(elementKey);
        (,, uint64 deadline) = matches.due(challenge);
        Game memory g = matches.game(challenge);
        uint256[7] memory inputs = ProvenElement.inputs(challenge, g, deadline, element);
        if (msg.sender != g.committer && msg.sender != matches.keyOf(g.committer)) revert NotCommitter();
        inputs[0] = elementDomainOf(challenge);
        inputs[1] = _element(element.roots[0]);
        inputs[2] = _element(element.roots[1]);
        if (!Groth16.verify(key, inputs, proof)) revert InvalidProof();
        training.markShown(disputes.challenge(challenge).commitment);
        disputes.dismissShown(challenge, msg.sender);
    }

    /// @inheritdoc IStepProofs
    function reached(bytes32 commitment) external view returns (Reached memory) {
        return _reached[commitment];
    }

    /// @inheritdoc IStepProofs
    function domainOf(uint64 run) public view returns (uint256) {
        return uint256(keccak256(abi.encode(block.chainid, address(registry), run))) % Groth16.R;
    }

    /// @inheritdoc IStepProofs
    function elementDomainOf(uint64 challenge) public view returns (uint256) {
        return uint256(keccak256(abi.encode(block.chainid, address(matches), challenge))) % Groth16.R;
    }
}
