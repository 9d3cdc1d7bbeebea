// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Deployment} from "../script/Deployment.sol";
import {ABSTAIN, Core, NATIVE} from "../src/Core.sol";
import {Court} from "../src/Court.sol";
import {Attention} from "../src/Attention.sol";
import {Demands} from "../src/Demands.sol";
import {Disputes} from "../src/Disputes.sol";
import {Goals} from "../src/Goals.sol";
import {Matches} from "../src/Matches.sol";
import {RunRegistry} from "../src/RunRegistry.sol";
import {StepProofs} from "../src/StepProofs.sol";
import {Training} from "../src/Training.sol";
import {Validators} from "../src/Validators.sol";
import {Vault} from "../src/Vault.sol";
import {Phase, SeatStatus, Verdict} from "../src/interfaces/ICourt.sol";
import {Clocks, Economy, Facts, HashKind, Proofs, Run, Schedule} from "../src/interfaces/IRunRegistry.sol";
import {Outcome} from "../src/interfaces/IMatches.sol";
import {Status} from "../src/interfaces/ITraining.sol";
import {MatchesDouble} from "./MatchesDouble.sol";
import {Openings} from "./Openings.sol";
import {Test} from "./Test.sol";

/// @notice A deployment, a funded run with the devnet's numbers, and actors who are all different accounts.
abstract contract Base is Test {
    uint256 internal constant GAS_PRICE_CAP = 10 gwei;
    uint256 internal constant ESCROW = 100 ether;
    uint256 internal constant PURSE = 1000 ether;
    bytes internal constant CID = hex"01551220aabbccdd";
    bytes internal constant DATASET = "dataset";
    bytes32 internal constant SALT = keccak256("salt");
    /// What a match costs each side here. Unit: wei.
    uint256 internal constant COMMITTER_GAS = 0.003 ether;
    uint256 internal constant CHALLENGER_GAS = 0.002 ether;

    address internal author = actor("author");
    address internal worker = actor("worker");
    address internal honest = actor("honest");
    address internal liar = actor("liar");
    address internal idler = actor("idler");
    address internal challenger = actor("challenger");
    address internal beneficiary = actor("beneficiary");
    address internal griefer = actor("griefer");
    address internal passer = actor("passer-by");
    address internal guardian = actor("guardian");
    address[3] internal jury = [actor("juror 0"), actor("juror 1"), actor("juror 2")];

    Core internal core;
    Vault internal vault;
    RunRegistry internal registry;
    Training internal training;
    Disputes internal disputes;
    Court internal court;
    Validators internal validators;
    MatchesDouble internal matches;
    Demands internal demands;
    Attention internal attention;
    Goals internal goals;
    StepProofs internal stepProofs;
    bytes private matchesCode;
    uint64 internal run;

    function setUp() public virtual {
        vm.warp(1_700_000_000);
        vm.roll(1000);
        vm.fee(1 gwei);
        core = Deployment.deploy(address(this), GAS_PRICE_CAP, guardian);
        vault = Vault(core.vault);
        registry = RunRegistry(core.registry);
        training = Training(core.training);
        disputes = Disputes(core.disputes);
        court = Court(core.court);
        validators = Validators(core.validators);
        demands = Demands(core.demands);
        attention = Attention(core.attention);
        goals = Goals(core.goals);
        stepProofs = StepProofs(core.stepProofs);
        matchesCode = core.matches.code;
        vm.etch(core.matches, address(new MatchesDouble()).code);
        matches = MatchesDouble(core.matches);
        run = createRun(devnet());
    }

    /// @dev The devnet column of the protocol's numbers.
    function devnet() internal pure virtual returns (Run memory) {
        return Run({
            facts: Facts({
                specHash: keccak256("spec"),
                programRoot: keccak256("program"),
                datasetRoot: Openings.datasetRoot(DATASET),
                genesisRoot: keccak256("genesis"),
                profile: 1,
                hash: HashKind.Sha256,
                specCid: hex"015512201122"
            }),
            schedule: Schedule({totalSteps: 42, windowSteps: 4, keyFrameEvery: 1, maxPending: 128, refStepMillis: 500}),
            clocks: Clocks({
                lease: 30,
                challenge: 20,
                open: 5,
                ballotCommit: 20,
                ballotReveal: 15,
                appeal: 5,
                matchClock: 120,
                moveExtension: 10,
                listExtension: 20,
                historyExtension: 26,
                demand: 15
            }),
            economy: Economy({
                rewardToken: NATIVE,
                reward: 0.001 ether,
                rewardValue: 0.001 ether,
                replayCost: 0.001 ether,
                seatStake: 1 ether,
                jurorFee: 0.01 ether,
                jury: 3,
                largerJury: 3
            }),
            proofs: Proofs({keyHash: 0, systemHash: 0, transcriptCid: ""})
        });
    }

    /// @dev The clocks of a run, in the order of their fields.
    function clockNames() internal pure returns (string[11] memory) {
        return [
            "lease",
            "challenge",
            "open",
            "ballotCommit",
            "ballotReveal",
            "appeal",
            "matchClock",
            "moveExtension",
            "listExtension",
            "historyExtension",
            "demand"
        ];
    }

    function createRun(Run memory data) internal returns (uint64 id) {
        vm.prank(author);
        id = registry.create(data);
        if (data.economy.rewardToken == NATIVE) {
            vm.prank(author);
            registry.fund{value: ESCROW}(id, ESCROW);
        }
    }

    // Time

    /// @dev Lets `secs` seconds go by, one block a second.
    function pass(uint256 secs) internal {
        vm.warp(vm.getBlockTimestamp() + secs);
        vm.roll(vm.getBlockNumber() + secs);
    }

    // Training

    function acquire(address who) internal returns (uint64 fence) {
        uint256 bond = training.requiredBond(run);
        bytes32 head = training.head(run);
        vm.prank(who);
        return training.acquire{value: bond}(run, head);
    }

    function commitLeased(address who, uint64 fence, bytes32 root) internal returns (bytes32) {
        bytes32 head = training.head(run);
        uint32 steps = training.stepsOf(run, training.lease(run).window);
        vm.prank(who);
        return training.commit(run, fence, head, steps, root, CID);
    }

    /// @dev `who` computes one window on the head.
    function commit(address who, bytes32 root) internal returns (bytes32 hash) {
        uint64 fence = acquire(who);
        pass(1);
        hash = commitLeased(who, fence, root);
    }

    /// @dev The true root of the next window, as far as these tests are concerned.
    function truth(uint64 window) internal pure returns (bytes32) {
        return keccak256(abi.encode("truth", window));
    }

    function commitTruth(address who) internal returns (bytes32) {
        return commit(who, truth(training.progress(run).headCount));
    }

    function lie(uint64 window) internal pure returns (bytes32) {
        return keccak256(abi.encode("lie", window));
    }

    // Disputes

    function sealOnly(address who, bytes32 commitment, bytes32 root) internal returns (uint64) {
        bytes32 sealHash = disputes.sealHashOf(commitment, root, beneficiary, SALT);
        uint256 bond = registry.challengeBond(run);
        vm.prank(who);
        return disputes.seal{value: bond}(commitment, sealHash);
    }

    function openSealed(address who, bytes32 commitment, uint64 id, bytes32 root) internal {
        vm.prank(who);
        disputes.open(commitment, id, root, beneficiary, SALT);
    }

    function challenge(address who, bytes32 commitment, bytes32 root) internal returns (uint64 id) {
        id = sealOnly(who, commitment, root);
        pass(1);
        openSealed(who, commitment, id, root);
    }

    // Court

    function stakeJury() internal {
        for (uint256 i = 0; i < jury.length; ++i) {
            vm.prank(jury[i]);
            validators.stake{value: 5 ether}();
        }
        pass(1);
    }

    function commitBallot(address juror, bytes32 commitment, bytes32 root) internal {
        bytes32 ballot = court.ballotHash(commitment, court.caseOf(commitment).round, juror, root, SALT);
        vm.prank(juror);
        court.commitBallot(commitment, ballot);
    }

    /// @dev Freezes evidence and seats the first jury. Blocks go by for its seed, but no time.
    function seatJury(bytes32 commitment) internal {
        court.freeze(commitment);
        drawJury(commitment);
    }

    function drawJury(bytes32 commitment) internal {
        vm.roll(vm.getBlockNumber() + 11);
        court.draw(commitment);
    }

    /// @dev No juror comes, twice.
    function sleepThrough(bytes32 commitment) internal {
        seatJury(commitment);
        pass(36);
        court.tally(commitment);
        drawJury(commitment);
        pass(36);
        court.tally(commitment);
    }

    /// @dev Freezes, votes (root 0: that juror sleeps) and tallies; where that gives no majority, all the same once more.
    function hold(bytes32 commitment, bytes32[3] memory roots) internal {
        court.freeze(commitment);
        while (court.phase(commitment) == Phase.Draw) holdRound(commitment, roots);
    }

    function holdRound(bytes32 commitment, bytes32[3] memory roots) private {
        drawJury(commitment);
        for (uint256 i = 0; i < 3; ++i) {
            if (roots[i] != 0) commitBallot(jury[i], commitment, roots[i]);
        }
        if (court.phase(commitment) == Phase.Commit) pass(21);
        for (uint256 i = 0; i < 3; ++i) {
            if (roots[i] != 0) court.reveal(commitment, jury[i], roots[i], SALT);
        }
        court.tally(commitment);
    }

    function holdUnanimous(bytes32 commitment, bytes32 root) internal {
        hold(commitment, [root, root, root]);
    }

    /// @dev Settles a juror's seats of all rounds.
    function settleSeats(bytes32 commitment, address juror) internal {
        for (uint32 round = 1; round <= court.caseOf(commitment).round; ++round) {
            if (court.seat(commitment, round, juror).status != SeatStatus.Empty) {
                court.settleSeat(commitment, round, juror);
            }
        }
    }

    /// @dev Holds the case and lets the verdict take effect.
    function decide(bytes32 commitment, bytes32 root) internal {
        holdUnanimous(commitment, root);
        pass(6);
        court.resolve(commitment);
    }

    // Arithmetic

    function openArithmetic(address who, uint64 id) internal {
        vm.prank(who);
        disputes.openArithmetic(id);
    }

    /// @dev From here on the game is played, on clocks; else its end is said by the test.
    function playForReal() internal returns (Matches) {
        vm.etch(core.matches, matchesCode);
        return Matches(core.matches);
    }

    /// @dev A match begins and ends at once.
    function play(address who, uint64 id, Outcome outcome) internal {
        openArithmetic(who, id);
        endMatch(id, outcome);
    }

    function endMatch(uint64 id, Outcome outcome) internal {
        matches.end(id, outcome, COMMITTER_GAS, CHALLENGER_GAS);
        disputes.conclude(id);
    }

    // Checks

    function credit(address who) internal view returns (uint256) {
        return vault.creditOf(who, NATIVE);
    }

    function bondLedger(uint64 fence) internal view returns (uint256) {
        return vault.ledger(core.training, training.bondKey(run, fence), NATIVE);
    }

    function challengeLedger(uint64 id) internal view returns (uint256) {
        return vault.ledger(core.disputes, disputes.challengeKey(id), NATIVE);
    }

    /// @dev The vault's native balance is what its books say.
    function assertSolvent() internal view {
        vm.assertEq(core.vault.balance, vault.held(NATIVE), "balance == held");
    }

    function assertStatus(bytes32 commitment, Status status, string memory label) internal view {
        vm.assertEq(uint256(training.status(commitment)), uint256(status), label);
    }

    function actor(string memory name) internal returns (address who) {
        who = address(uint160(uint256(keccak256(bytes(name)))));
        vm.label(who, name);
        vm.deal(who, PURSE);
    }
}
