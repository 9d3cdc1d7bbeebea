// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Deployment} from "../script/Deployment.sol";
import {RunRegistry} from "../src/RunRegistry.sol";
import {Validators} from "../src/Validators.sol";
import {IRunRegistry, Run} from "../src/interfaces/IRunRegistry.sol";
import {Base} from "./Base.sol";

/// @notice The table of the protocol's numbers, row by row, on a public chain: each bound is accepted, and what is one less or one more is not.
contract RunBoundsTest is Base {
    /// k·s of the run below. Unit: seconds.
    uint32 private constant WINDOW = 8;

    function setUp() public override {
        super.setUp();
        vm.chainId(10);
        core = Deployment.deploy(address(this), GAS_PRICE_CAP, guardian);
        registry = RunRegistry(core.registry);
        validators = Validators(core.validators);
    }

    /// @dev Eight steps of a second, key frames every eighth window, and room in every number.
    function loose() private pure returns (Run memory d) {
        d = devnet();
        d.schedule.windowSteps = 8;
        d.schedule.keyFrameEvery = 8;
        d.schedule.maxPending = 4096;
        d.schedule.refStepMillis = 1000;
        d.clocks.lease = 6 hours;
        d.clocks.challenge = 24 hours;
        d.clocks.open = 2 hours;
        d.clocks.ballotCommit = 4 hours;
        d.clocks.ballotReveal = 2 hours;
        d.clocks.appeal = 25 hours;
        d.clocks.matchClock = 24 hours;
        d.clocks.moveExtension = 20 minutes;
        d.clocks.listExtension = 20 minutes;
        d.clocks.historyExtension = 1 hours;
        d.clocks.demand = 2 hours;
        d.economy.seatStake = 100 ether;
    }

    function accepts(Run memory d) private {
        registry.create(d);
    }

    function refuses(Run memory d, string memory name) private {
        vm.expectRevert(abi.encodeWithSelector(IRunRegistry.OutOfBounds.selector, name));
        registry.create(d);
    }

    function setClock(Run memory d, uint256 i, uint32 value) private pure {
        // Clocks is eleven words in memory, in the order of its fields.
        assembly ("memory-safe") {
            mstore(add(mload(add(d, 64)), mul(i, 32)), value)
        }
    }

    /// @dev Clock `i` may be `least`, and not less.
    function atLeast(uint256 i, uint32 least, string memory name) private {
        Run memory d = loose();
        setClock(d, i, least);
        accepts(d);
        setClock(d, i, least - 1);
        refuses(d, name);
    }

    function test_windowsAndKeyFrames() public {
        Run memory d = loose();
        d.schedule.refStepMillis = 1;
        d.economy.seatStake = 10_000 ether;
        d.schedule.windowSteps = 1;
        accepts(d);
        d.schedule.windowSteps = 0;
        refuses(d, "windowSteps");
        d.schedule.windowSteps = 1024;
        accepts(d);
        d.schedule.windowSteps = 1025;
        refuses(d, "windowSteps");
        d = loose();
        d.schedule.keyFrameEvery = 1;
        accepts(d);
        d.schedule.keyFrameEvery = 0;
        refuses(d, "keyFrameEvery");
        d.schedule.keyFrameEvery = 64;
        accepts(d);
        d.schedule.keyFrameEvery = 65;
        refuses(d, "keyFrameEvery");
    }

    function test_leaseDeadline() public {
        Run memory d = loose();
        d.schedule.refStepMillis = 675_000; // 4·k·s = 6 h
        d.clocks.challenge = 12 hours + 3 * 8 * 8 * 675;
        d.clocks.ballotCommit = 3 * 8 * 675;
        d.clocks.historyExtension = 20 minutes + 3 * 8 * 675;
        accepts(d);
        d.clocks.lease -= 1;
        refuses(d, "lease");
    }

    function test_maxPending() public {
        Run memory d = loose();
        uint256 life = registry.longestDispute(d.clocks) + d.clocks.challenge;
        d.clocks.lease = 1 hours;
        d.schedule.maxPending = uint32((4 * life + 1 hours - 1) / 1 hours);
        accepts(d);
        d.schedule.maxPending -= 1;
        refuses(d, "maxPending");
        d.schedule.maxPending = 4096;
        accepts(d);
        d.schedule.maxPending = 4097;
        refuses(d, "maxPending");
    }

    function test_challengePeriodAndOpenWindow() public {
        atLeast(1, 12 hours + 3 * 8 * WINDOW, "challenge");
        atLeast(2, 1 hours, "open");
    }

    function test_ballots() public {
        atLeast(3, 3 * WINDOW, "ballotCommit");
        atLeast(4, 1 hours, "ballotReveal");
    }

    function test_appealWindow() public {
        atLeast(5, 24 hours, "appeal");
    }

    function test_matchClocks() public {
        atLeast(6, 12 hours, "matchClock");
        atLeast(7, 10 minutes, "moveExtension");
        atLeast(8, 10 minutes, "listExtension");
        atLeast(9, 20 minutes + 3 * WINDOW, "historyExtension");
    }

    function test_demandClock() public {
        atLeast(10, 1 hours, "demand");
    }

    function test_noClockIsLongerThanAMonth() public {
        string[11] memory names = clockNames();
        Run memory d = loose();
        d.clocks.lease = 30 days;
        d.clocks.demand = 30 days;
        accepts(d); // these two have no part in a dispute's length
        for (uint256 i = 0; i < 11; ++i) {
            d = loose();
            setClock(d, i, 30 days + 1);
            refuses(d, names[i]);
        }
    }

    function test_juries() public {
        Run memory d = loose();
        for (uint16 n = 0; n <= 33; ++n) {
            (d.economy.jury, d.economy.largerJury) = (n, 31);
            if (n % 2 == 1 && n <= 31) accepts(d);
            else refuses(d, "jury");
            (d.economy.jury, d.economy.largerJury) = (5, n);
            if (n % 2 == 1 && n >= 5 && n <= 31) accepts(d);
            else refuses(d, "largerJury");
        }
    }

    /// B = max(20·W, 5·g) + court fee, a challenge's max(B/4, 2·g) + court fee; g = 5 M gas at the cap = 0.05 ether.
    function test_bonds() public {
        Run memory d = loose();
        uint256 fee = uint256(6) * 0.01 ether;
        d.economy.rewardValue = 0.001 ether; // 20·W = 0.16 < 0.25
        run = registry.create(d);
        vm.assertEq(registry.courtFee(run), fee, "court fee");
        vm.assertEq(registry.baseBond(run), 0.25 ether + fee, "5 g");
        vm.assertEq(registry.challengeBond(run), 0.1 ether + fee, "2 g");
        d.economy.rewardValue = 0.01 ether; // 20·W = 1.6
        d.economy.seatStake = 1000 ether;
        run = registry.create(d);
        vm.assertEq(registry.baseBond(run), 1.6 ether + fee, "20 W");
        vm.assertEq(registry.challengeBond(run), 0.4 ether + fee, "a quarter of it");
    }

    function test_seatStakeAndJurorFee() public {
        Run memory d = loose();
        // 2·V/3 of V = 4096 · 8 · 0.0015
        d.economy.rewardValue = 0.0015 ether;
        d.economy.seatStake = 32.768 ether;
        accepts(d);
        d.economy.seatStake -= 1;
        refuses(d, "seatStake");
        d = loose();
        d.economy.replayCost = 0.02 ether;
        d.economy.jurorFee = 0.04 ether;
        accepts(d);
        d.economy.jurorFee -= 1;
        refuses(d, "jurorFee");
    }

    /// Stake that is asked back when a case is opened can't leave before the case is over, however long its matches take.
    function test_cooldownIsLongerThanAnyDispute() public {
        vm.assertEq(validators.unstakeCooldown(), 14 days, "the deployment's");
        Run memory d = loose();
        uint256 life = registry.longestDispute(d.clocks) + d.clocks.challenge;
        d.clocks.appeal += uint32(14 days - 1 - life);
        vm.assertEq(registry.longestDispute(d.clocks) + d.clocks.challenge, 14 days - 1, "a second shorter");
        accepts(d);
        d.clocks.appeal += 1;
        refuses(d, "challenge");
    }

    /// Every clock a dispute can use up is counted: each makes it longer, by as often as it can be used.
    function test_longestDisputeCountsEveryClock() public view {
        Run memory d = loose();
        uint256 had = registry.longestDispute(d.clocks);
        uint8[11] memory times = [0, 0, 1, 2, 2, 1, 2, 19, 4, 1, 0];
        for (uint256 i = 0; i < 11; ++i) {
            d = loose();
            uint32[11] memory all = [
                d.clocks.lease,
                d.clocks.challenge,
                d.clocks.open,
                d.clocks.ballotCommit,
                d.clocks.ballotReveal,
                d.clocks.appeal,
                d.clocks.matchClock,
                d.clocks.moveExtension,
                d.clocks.listExtension,
                d.clocks.historyExtension,
                d.clocks.demand
            ];
            setClock(d, i, all[i] + 100);
            vm.assertEq(registry.longestDispute(d.clocks) - had, 100 * uint256(times[i]), "clock");
        }
        // A side's clock at the history list is the longer of the two.
        d = loose();
        d.clocks.historyExtension = d.clocks.matchClock + 1;
        uint256 at = registry.longestDispute(d.clocks);
        d.clocks.historyExtension += 1;
        vm.assertEq(registry.longestDispute(d.clocks) - at, 3, "twice as a clock, once as an extension");
        // Open window, two juries with 120 s for their seeds each, appeal, and a match.
        uint256 match_ = 2 * 24 hours + 1 hours + 19 * 20 minutes + 4 * 20 minutes;
        vm.assertEq(had, 2 hours + 2 * (2 minutes + 6 hours) + 25 hours + match_, "in all");
    }

    /// The public numbers of the protocol pass as they are.
    function test_thePublicNumbers() public {
        Run memory d = devnet();
        d.schedule.windowSteps = 8;
        d.schedule.keyFrameEvery = 8;
        d.schedule.maxPending = 3072;
        d.schedule.refStepMillis = 28_125; // the slowest step that a lease of 15 minutes allows
        d.clocks.lease = 15 minutes;
        d.clocks.challenge = 24 hours + 3 * 8 * 225;
        d.clocks.open = 1 hours;
        d.clocks.ballotCommit = 4 hours;
        d.clocks.ballotReveal = 2 hours;
        d.clocks.appeal = 24 hours;
        d.clocks.matchClock = 24 hours;
        d.clocks.moveExtension = 2 hours;
        d.clocks.listExtension = 4 hours;
        d.clocks.historyExtension = 4 hours + 3 * 225;
        d.clocks.demand = 4 hours;
        d.economy.seatStake = 20 ether;
        (d.economy.jury, d.economy.largerJury) = (5, 11);
        accepts(d);
        vm.assertEq(registry.longestDispute(d.clocks) / 1 hours, 143, "a little less than six days");
    }

    // The guardian

    /// Of all calls that change anything, the guardian's key opens one more than a stranger's: `pause`.
    function test_theGuardianCanStopAcquireAndNothingElse() public {
        bytes[] memory calls = new bytes[](12);
        address[] memory to = new address[](12);
        (to[0], calls[0]) = (core.vault, abi.encodeCall(vault.credit, ("key", address(0), guardian, 1)));
        (to[1], calls[1]) = (core.vault, abi.encodeCall(vault.burn, ("key", 1)));
        (to[2], calls[2]) = (core.vault, abi.encodeCall(vault.move, ("key", address(0), core.court, "key", 1)));
        (to[3], calls[3]) = (core.registry, abi.encodeCall(registry.reserve, (1, 1, "key", 1)));
        (to[4], calls[4]) = (core.training, abi.encodeCall(training.tallyAgainst, ("hash")));
        (to[5], calls[5]) = (core.training, abi.encodeCall(training.reject, ("hash", 0, core.court, "key")));
        (to[6], calls[6]) = (core.training, abi.encodeCall(training.clear, ("hash")));
        (to[7], calls[7]) = (core.training, abi.encodeCall(training.rejectIdle, ("hash")));
        (to[8], calls[8]) = (core.court, abi.encodeCall(court.openCase, ("hash", 1)));
        (to[9], calls[9]) = (core.validators, abi.encodeCall(validators.lock, (guardian, 0)));
        (to[10], calls[10]) = (core.validators, abi.encodeCall(validators.release, (guardian, 0, 0, guardian, 0)));
        (to[11], calls[11]) = (core.disputes, abi.encodeCall(disputes.payCourt, ("hash", 0, "key")));
        for (uint256 i = 0; i < calls.length; ++i) {
            vm.prank(guardian);
            (bool ok,) = to[i].call(calls[i]);
            vm.assertFalse(ok, "refused like anybody's");
        }
        bytes memory pause = abi.encodeCall(training.pause, (7 days));
        vm.prank(passer);
        (bool stranger,) = core.training.call(pause);
        vm.assertFalse(stranger, "a stranger can't pause");
        vm.prank(guardian);
        (bool paused,) = core.training.call(pause);
        vm.assertTrue(paused, "the guardian can");
    }

    function test_aKeyComesWithItsSystemAndTranscript() public {
        Run memory d = loose();
        d.proofs.keyHash = keccak256("key");
        refuses(d, "systemHash");
        d.proofs.systemHash = keccak256("system");
        refuses(d, "transcriptCid"); // a development setup is a toy
        d.proofs.transcriptCid = new bytes(1);
        accepts(d);
        d.proofs.transcriptCid = new bytes(64);
        accepts(d);
        d.proofs.transcriptCid = new bytes(65);
        refuses(d, "transcriptCid");
        d.proofs.transcriptCid = "";
        vm.chainId(1337);
        accepts(d);
        d.proofs.keyHash = 0;
        refuses(d, "systemHash");
        d.proofs.systemHash = 0;
        accepts(d);
        d.proofs.transcriptCid = new bytes(1);
        refuses(d, "keyHash");
    }
}
