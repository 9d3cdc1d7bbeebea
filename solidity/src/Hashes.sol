// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Goal} from "./interfaces/IGoals.sol";
import {Facts} from "./interfaces/IRunRegistry.sol";

/// @title Every hash the protocol takes on chain
/// @dev H = keccak256(abi.encode(type hash, …)). The type hash is the keccak256 of the signature in the constant's comment, so hashes of
/// different kinds never meet. Those that people sign or seal bind chain and contract.
library Hashes {
    bytes32 private constant GENESIS = keccak256(
        "Genesis(uint256 chain,address training,uint64 run,bytes32 specHash,bytes32 programRoot,bytes32 datasetRoot,bytes32 genesisRoot)"
    );
    bytes32 private constant COMMITMENT = keccak256(
        "Commitment(uint256 chain,address training,uint64 run,bytes32 parent,uint64 window,uint32 steps,bytes32 postRoot,bytes32 cidHash,address committer,uint64 fence)"
    );
    bytes32 private constant QUESTION = keccak256("Question(uint64 run,bytes32 preRoot,uint64 firstStep,uint32 steps)");
    bytes32 private constant SEAL = keccak256(
        "Seal(uint256 chain,address disputes,bytes32 commitment,bytes32 root,address beneficiary,bytes32 salt)"
    );
    bytes32 private constant AUDITORS = keccak256("Auditors(bytes32 chance,bytes32 commitment)");
    bytes32 private constant AUDIT =
        keccak256("Audit(uint256 chain,address attention,bytes32 commitment,address auditor,bytes32 historyRoot)");
    bytes32 private constant CANARY = keccak256(
        "Canary(uint256 chain,address attention,bytes32 commitment,address planter,bytes32 historyRoot,bytes32 salt)"
    );
    bytes32 private constant ESCROW = keccak256("Escrow(uint64 run)");
    bytes32 private constant BOND = keccak256("Bond(uint64 run,uint64 fence)");
    bytes32 private constant CHALLENGE = keccak256("Challenge(uint64 challenge)");
    bytes32 private constant POT = keccak256("Pot(bytes32 commitment)");
    bytes32 private constant STAKE = keccak256("Stake(address validator)");
    bytes32 private constant DEMAND = keccak256("Demand(bytes32 commitment)");
    bytes32 private constant ATTENTION = keccak256("Attention(uint64 run)");
    bytes32 private constant GOAL = keccak256(
        "Goal(uint256 chain,address goals,uint64 run,bytes32 programRoot,bytes32 datasetRoot,uint32 target,address token)"
    );
    bytes32 private constant GOAL_CLAIM =
        keccak256("GoalClaim(bytes32 pot,bytes32 commitment,uint32 word,address owner)");
    bytes32 private constant GOAL_POT = keccak256("GoalPot(bytes32 pot)");
    bytes32 private constant PLEDGE = keccak256("Pledge(uint64 pledge)");
    bytes32 private constant CASE = keccak256("Case(bytes32 commitment)");

    /// @dev Stands for the commitment below window 0. Binds everything that says what is trained.
    function genesis(address training, uint64 run, Facts memory facts) internal view returns (bytes32) {
        return keccak256(
            abi.encode(
                GENESIS,
                block.chainid,
                training,
                run,
                facts.specHash,
                facts.programRoot,
                facts.datasetRoot,
                facts.genesisRoot
            )
        );
    }

    struct CommitmentData {
        uint64 run;
        bytes32 parent;
        uint64 window;
        uint32 steps;
        bytes32 postRoot;
        bytes32 cidHash;
        address committer;
        uint64 fence;
    }

    function commitment(address training, CommitmentData memory d) internal view returns (bytes32) {
        return keccak256(
            abi.encode(
                COMMITMENT,
                block.chainid,
                training,
                d.run,
                d.parent,
                d.window,
                d.steps,
                d.postRoot,
                d.cidHash,
                d.committer,
                d.fence
            )
        );
    }

    function question(uint64 run, bytes32 preRoot, uint64 firstStep, uint32 steps) internal pure returns (bytes32) {
        return keccak256(abi.encode(QUESTION, run, preRoot, firstStep, steps));
    }

    function seal(address disputes, bytes32 commitment_, bytes32 root, address beneficiary, bytes32 salt)
        internal
        view
        returns (bytes32)
    {
        return keccak256(abi.encode(SEAL, block.chainid, disputes, commitment_, root, beneficiary, salt));
    }

    /// @dev What the auditors of a window are drawn by.
    function auditors(bytes32 chance, bytes32 commitment_) internal pure returns (bytes32) {
        return keccak256(abi.encode(AUDITORS, chance, commitment_));
    }

    function auditSeal(address attention, bytes32 commitment_, address auditor, bytes32 root)
        internal
        view
        returns (bytes32)
    {
        return keccak256(abi.encode(AUDIT, block.chainid, attention, commitment_, auditor, root));
    }

    function canarySeal(address attention, bytes32 commitment_, address planter, bytes32 root, bytes32 salt)
        internal
        view
        returns (bytes32)
    {
        return keccak256(abi.encode(CANARY, block.chainid, attention, commitment_, planter, root, salt));
    }

    function goal(address goals, Goal memory g) internal view returns (bytes32) {
        return keccak256(abi.encode(GOAL, block.chainid, goals, g.run, g.programRoot, g.datasetRoot, g.target, g.token));
    }

    function goalClaim(bytes32 pot, bytes32 commitment_, uint32 word, address owner) internal pure returns (bytes32) {
        return keccak256(abi.encode(GOAL_CLAIM, pot, commitment_, word, owner));
    }

    // Keys of the Vault's ledgers.

    function escrowKey(uint64 run) internal pure returns (bytes32) {
        return keccak256(abi.encode(ESCROW, run));
    }

    function bondKey(uint64 run, uint64 fence) internal pure returns (bytes32) {
        return keccak256(abi.encode(BOND, run, fence));
    }

    function challengeKey(uint64 challenge) internal pure returns (bytes32) {
        return keccak256(abi.encode(CHALLENGE, challenge));
    }

    function potKey(bytes32 commitment_) internal pure returns (bytes32) {
        return keccak256(abi.encode(POT, commitment_));
    }

    function stakeKey(address validator) internal pure returns (bytes32) {
        return keccak256(abi.encode(STAKE, validator));
    }

    function caseKey(bytes32 commitment_) internal pure returns (bytes32) {
        return keccak256(abi.encode(CASE, commitment_));
    }

    function pledgeKey(uint64 pledge) internal pure returns (bytes32) {
        return keccak256(abi.encode(PLEDGE, pledge));
    }

    function goalKey(bytes32 pot) internal pure returns (bytes32) {
        return keccak256(abi.encode(GOAL_POT, pot));
    }

    function attentionKey(uint64 run) internal pure returns (bytes32) {
        return keccak256(abi.encode(ATTENTION, run));
    }

    function demandKey(bytes32 commitment_) internal pure returns (bytes32) {
        return keccak256(abi.encode(DEMAND, commitment_));
    }
}
