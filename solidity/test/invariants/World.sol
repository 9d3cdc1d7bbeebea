// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {NATIVE} from "../../src/Core.sol";
import {Phase, SeatStatus, Verdict} from "../../src/interfaces/ICourt.sol";
import {Demand, DemandKind} from "../../src/interfaces/IDemands.sol";
import {Challenge, ChallengeStatus} from "../../src/interfaces/IDisputes.sol";
import {Phase as GamePhase, NewList, Outcome, Side} from "../../src/interfaces/IMatches.sol";
import {Run} from "../../src/interfaces/IRunRegistry.sol";
import {Commitment, Lease, Status} from "../../src/interfaces/ITraining.sol";
import {Matches} from "../../src/Matches.sol";
import {Base} from "../Base.sol";
import {Openings} from "../Openings.sol";
import {TaxedToken} from "../Vault.t.sol";

/// @notice What a campaign is played in: two runs, honest and other people, an oracle that knows the truth, and what honest people do before
/// time moves on. Who plays is fixed: five honest jurors against at most four others, one honest challenger, two honest workers.
abstract contract World is Base {
    /// A commitment that was made, and what must never change of it.
    struct Known {
        uint64 run;
        bytes32 hash;
        bytes32 fixedFields;
        Status last;
        bool byHonest;
        bool isTrue;
    }

    /// No match lasts longer: both clocks.
    uint256 internal constant MATCH_TIME = 240;
    uint256 internal constant FORTUNE = 1e6 ether;
    uint256 internal constant STAKE = 1000 ether;
    address internal constant DEAD = 0x000000000000000000000000000000000000dEaD;

    address[5] internal good;
    address[4] internal bad;
    address[] internal people;
    address internal friend = actor("liar's friend");
    TaxedToken internal token;
    uint64[2] internal bothRuns;

    Known[] internal known;
    mapping(bytes32 commitment => bool) internal watched;
    mapping(uint64 challenge => bytes32) internal sealedRoot;
    uint64[] internal honestChallenges;
    mapping(bytes32 commitment => mapping(address juror => bytes32)) internal ballotOf;
    /// What opens a root of this world: each state is one tensor of one tile.
    mapping(bytes32 root => bytes) internal tileOf;

    /// Nobody does what honest people do any more.
    bool internal abandoned;
    /// The honest jurors stay away; those who are left may be bought.
    bool internal bribed;
    /// The game itself, on its clocks, where a campaign plays that; else the double.
    Matches internal game;

    // Coins that went into the vault and came out, counted by those who paid and received them.
    uint256 internal paidIn;
    uint256 internal paidOut;
    uint256 internal tokensIn;
    uint256 internal tokensOut;

    /// @dev All who stake may be seated: how many there are decides who can be outvoted.
    function jurySize() internal pure virtual returns (uint16) {
        return 9;
    }

    /// @dev Its escrow pays for many windows, and every juror gets a seat.
    function devnet() internal pure override returns (Run memory d) {
        d = super.devnet();
        d.economy.jury = jurySize();
        d.economy.largerJury = jurySize();
    }

    function setUp() public virtual override {
        super.setUp();
        bothRuns[0] = run;
        paidIn = ESCROW;
        token = new TaxedToken();
        Run memory second = devnet();
        second.economy.rewardToken = address(token);
        second.economy.rewardValue = 0.002 ether;
        second.schedule.totalSteps = 4001;
        bothRuns[1] = createRun(second);
        gather();
        for (uint256 i = 0; i < people.length; ++i) {
            vm.deal(people[i], FORTUNE);
            token.mint(people[i], FORTUNE);
            vm.prank(people[i]);
            token.approve(core.vault, FORTUNE);
        }
        fundTokens(author, 1 ether);
        for (uint256 i = 0; i < good.length; ++i) {
            stakeFor(good[i], STAKE);
        }
        for (uint256 i = 0; i < bad.length; ++i) {
            stakeFor(bad[i], 3 ether);
        }
        pass(1);
    }

    function gather() private {
        address[10] memory named =
            [author, worker, honest, liar, idler, challenger, beneficiary, griefer, passer, friend];
        for (uint256 i = 0; i < named.length; ++i) {
            people.push(named[i]);
        }
        for (uint256 i = 0; i < good.length; ++i) {
            good[i] = actor(string.concat("good juror ", vm.toString(i)));
            people.push(good[i]);
        }
        for (uint256 i = 0; i < bad.length; ++i) {
            bad[i] = actor(string.concat("bad juror ", vm.toString(i)));
            people.push(bad[i]);
        }
    }

    // Acts with their book-keeping

    function fundTokens(address who, uint256 amount) internal {
        vm.prank(who);
        uint256 received = registry.fund(bothRuns[1], amount);
        vm.assertEq(received, amount - amount / 10, "a tenth is taxed away");
        tokensIn += received;
    }

    function stakeFor(address who, uint256 amount) internal {
        vm.prank(who);
        validators.stake{value: amount}();
        paidIn += amount;
    }

    function commitAs(address who, bool truly, uint256 salt) internal {
        Lease memory l = training.lease(run);
        bytes32 pre = preRoot();
        bytes32 root =
            truly ? answer(run, pre, l.window) : publish(bytes.concat("lie", abi.encode(pre, l.window, salt % 3)));
        bytes32 hash = commitLeased(who, l.fence, root);
        known.push(Known(run, hash, fixedFields(hash), Status.Pending, isHonest(who), truly));
    }

    function sealAs(address who, bytes32 hash, bytes32 root) internal returns (uint64 id) {
        paidIn += registry.challengeBond(run);
        id = sealOnly(who, hash, root);
        sealedRoot[id] = root;
    }

    // The truth

    /// @dev The root after a window, whatever stands below it: a step is a pure function.
    function answer(uint64 run_, bytes32 pre, uint64 window) internal returns (bytes32) {
        return publish(bytes.concat("answer", abi.encode(run_, pre, window)));
    }

    /// @return root Of the state whose only tile begins with `content`.
    function publish(bytes memory content) internal returns (bytes32 root) {
        bytes memory tile = Openings.padded(content);
        root = Openings.stateRoot(tile);
        if (tileOf[root].length == 0) tileOf[root] = tile;
    }

    function answerTo(Known storage k) internal returns (bytes32) {
        Commitment memory c = training.commitment(k.hash);
        return answer(k.run, c.preRoot, c.window);
    }

    function preRoot() internal view returns (bytes32) {
        uint64 count = training.progress(run).headCount;
        if (count == 0) return registry.facts(run).genesisRoot;
        return training.commitment(training.head(run)).postRoot;
    }

    function fixedFields(bytes32 hash) internal view returns (bytes32) {
        Commitment memory c = training.commitment(hash);
        return keccak256(
            abi.encode(
                abi.encode(c.parent, c.preRoot, c.postRoot, c.committer, c.run),
                abi.encode(c.steps, c.window, c.fence, c.committedAt, c.bond, c.reward)
            )
        );
    }

    function within(uint256 x, uint256 min, uint256 max) internal pure returns (uint256) {
        return min + x % (max - min + 1);
    }

    function isHonest(address who) internal view returns (bool) {
        return who == worker || who == honest;
    }

    // What honest people do before a second goes by

    /// @dev Time in steps of at most 3 s, shorter than any clock; honest people act before each.
    function elapse(uint256 secs) internal {
        while (secs > 0) {
            uint256 step = secs > 3 ? 3 : secs;
            duties();
            others();
            pass(step);
            secs -= step;
        }
    }

    /// @dev What the dishonest do of their own accord.
    function others() internal virtual;

    function duties() internal {
        for (uint256 r = 0; r < 2; ++r) {
            run = bothRuns[r];
            Lease memory l = training.lease(run);
            if (isHonest(l.holder) && l.deadline < vm.getBlockTimestamp() + 8) commitAs(l.holder, true, 0);
        }
        for (uint256 i = 0; i < known.length; ++i) {
            if (known[i].last == Status.Finalised) continue;
            watch(known[i]);
            if (!bribed) judge(known[i].hash, answerTo(known[i]));
            if (known[i].byHonest) show(known[i].hash);
        }
        for (uint256 i = 0; i < honestChallenges.length; ++i) {
            openOwn(honestChallenges[i]);
            prosecute(honestChallenges[i]);
        }
        for (uint64 id = disputes.challenges(); id > 0; --id) {
            defend(id);
        }
    }

    /// @dev Some go to arithmetic at once, the others when the court has failed them.
    function prosecute(uint64 id) private {
        Challenge memory x = disputes.challenge(id);
        if (x.status != ChallengeStatus.Opened || training.status(x.commitment) != Status.Pending) return;
        Verdict verdict = court.caseOf(x.commitment).verdict;
        bool failed = verdict == Verdict.Stands || verdict == Verdict.NoMajority;
        if (x.outcome == Outcome.None && (failed || id % 3 == 0)) openArithmetic(challenger, id);
        post(id, Side.Challenger);
        concludeIfOver(id);
    }

    /// @dev An honest committer appeals against every claim that a tally left standing.
    function defend(uint64 id) private {
        Challenge memory x = disputes.challenge(id);
        if (x.status != ChallengeStatus.Opened || training.status(x.commitment) != Status.Pending) return;
        address committer = training.commitment(x.commitment).committer;
        if (!isHonest(committer)) return;
        Verdict verdict = court.caseOf(x.commitment).verdict;
        bool failed = verdict == Verdict.Falls || verdict == Verdict.NoMajority;
        if (x.outcome == Outcome.None && failed) openArithmetic(committer, id);
        post(id, Side.Committer);
        concludeIfOver(id);
    }

    /// @dev The first move of the game, if it hasn't been made: a steps list of at most five roots, whose ends are what they must be.
    function post(uint64 id, Side side) internal {
        if (address(game) == address(0)) return;
        (GamePhase phase,, uint64 deadline) = game.due(id);
        if (phase != GamePhase.Start || vm.getBlockTimestamp() > deadline) return;
        Challenge memory x = disputes.challenge(id);
        Commitment memory c = training.commitment(x.commitment);
        bytes32[] memory leaves = new bytes32[](c.steps + 1);
        for (uint256 i = 0; i < c.steps; ++i) {
            leaves[i] = Openings.entry(i == 0 ? c.preRoot : keccak256(abi.encode("state", i)));
        }
        leaves[c.steps] = Openings.entry(side == Side.Committer ? c.postRoot : x.root);
        NewList memory list;
        list.nodes = Openings.build(leaves)[0];
        vm.prank(side == Side.Committer ? c.committer : x.challenger);
        game.openSteps(id, side, list);
    }

    function concludeIfOver(uint64 id) internal {
        if (disputes.challenge(id).outcome == Outcome.Running && matches.outcome(id) != Outcome.Running) {
            disputes.conclude(id);
        }
    }

    /// @dev Answers an open demand.
    function show(bytes32 hash) internal {
        Demand memory d = demands.demand(hash);
        if (d.kind == DemandKind.None || training.status(hash) != Status.Pending) return;
        if (d.kind == DemandKind.Tiles && vm.getBlockNumber() < d.madeAt + 2) return;
        Commitment memory c = training.commitment(hash);
        bytes memory opening =
            d.kind == DemandKind.Tiles ? Openings.tiles(tileOf[c.postRoot]) : Openings.datasetLeaf(DATASET, d.index);
        vm.prank(c.committer);
        demands.answer(hash, opening);
    }

    function watch(Known storage k) private {
        if (k.isTrue || watched[k.hash] || training.status(k.hash) != Status.Pending) return;
        Commitment memory c = training.commitment(k.hash);
        if (vm.getBlockTimestamp() > c.committedAt + 20) return;
        run = k.run;
        watched[k.hash] = true;
        honestChallenges.push(sealAs(challenger, k.hash, answerTo(k)));
    }

    function openOwn(uint64 id) private {
        Challenge memory x = disputes.challenge(id);
        if (x.status != ChallengeStatus.Sealed) return;
        if (training.status(x.commitment) == Status.Voided) disputes.lapse(id);
        else if (vm.getBlockNumber() > x.sealedBlock) openSealed(challenger, x.commitment, id, sealedRoot[id]);
    }

    function judge(bytes32 hash, bytes32 root) private {
        Phase phase = court.phase(hash);
        if (phase != Phase.Commit && phase != Phase.Reveal) return;
        uint32 round = court.caseOf(hash).round;
        for (uint256 i = 0; i < good.length; ++i) {
            SeatStatus seat = court.seat(hash, round, good[i]).status;
            if (phase == Phase.Commit && seat == SeatStatus.Seated) commitBallot(good[i], hash, root);
            if (phase == Phase.Reveal && seat == SeatStatus.Committed) court.reveal(hash, good[i], root, SALT);
        }
    }
}
