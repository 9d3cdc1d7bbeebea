// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Groth16} from "../src/Groth16.sol";
import {NATIVE} from "../src/Core.sol";
import {HashKind, IRunRegistry, Run} from "../src/interfaces/IRunRegistry.sol";
import {Base} from "./Base.sol";

contract RunRegistryTest is Base {
    function refuses(Run memory data, string memory name) private {
        vm.expectRevert(abi.encodeWithSelector(IRunRegistry.OutOfBounds.selector, name));
        vm.prank(author);
        registry.create(data);
    }

    function test_create_storesAllAndMints() public {
        vm.assertEq(registry.ownerOf(run), author, "owner");
        vm.assertEq(keccak256(abi.encode(registry.run(run))), keccak256(abi.encode(devnet())), "stored as given");
        vm.assertEq(registry.tokenURI(run), "ipfs://f015512201122", "the CID in base 16");
        vm.assertEq(registry.courtFee(run), 0.06 ether, "court fee");
        // g = 5 M gas · 10 gwei = 0.05; 20·W = 0.08 < 5·g.
        vm.assertEq(registry.baseBond(run), 0.25 ether + 0.06 ether, "B");
        vm.assertEq(registry.challengeBond(run), 0.1 ether + 0.06 ether, "challenge bond");
        vm.assertEq(
            registry.longestDispute(devnet().clocks),
            5 + 2 * (120 + 35) + 5 + 2 * 120 + 26 + 19 * 10 + 4 * 20,
            "longest dispute"
        );
        vm.expectPartialRevert(IRunRegistry.NoSuchRun.selector);
        registry.run(run + 1);
        vm.expectPartialRevert(IRunRegistry.NoSuchRun.selector);
        registry.run(0);
    }

    function test_create_boundsEveryFact() public {
        Run memory d = devnet();
        d.facts.specHash = 0;
        refuses(d, "specHash");
        d = devnet();
        d.facts.programRoot = 0;
        refuses(d, "programRoot");
        d = devnet();
        d.facts.datasetRoot = 0;
        refuses(d, "datasetRoot");
        d = devnet();
        d.facts.genesisRoot = 0;
        refuses(d, "genesisRoot");
        d = devnet();
        d.facts.genesisRoot = bytes32(type(uint256).max);
        refuses(d, "genesisRoot");
        d = devnet();
        d.facts.profile = 0;
        refuses(d, "profile");
        d = devnet();
        d.facts.hash = HashKind.Invalid;
        refuses(d, "hash");
        d.facts.hash = HashKind.Poseidon2; // whose roots are elements of a field
        d.facts.programRoot = bytes32(Groth16.R);
        refuses(d, "programRoot");
        d.facts.programRoot = bytes32(Groth16.R - 1);
        d.facts.datasetRoot = bytes32(Groth16.R);
        refuses(d, "datasetRoot");
        d.facts.datasetRoot = bytes32(uint256(1));
        d.facts.genesisRoot = bytes32(Groth16.R + 1);
        refuses(d, "genesisRoot");
        d.facts.genesisRoot = bytes32(uint256(1));
        vm.assertEq(registry.runs() + 1, registry.create(d), "a run with Poseidon2 trees");
        d = devnet();
        d.facts.specCid = "";
        refuses(d, "specCid");
        d.facts.specCid = new bytes(65);
        refuses(d, "specCid");
    }

    function test_create_boundsTheSchedule() public {
        Run memory d = devnet();
        d.schedule.totalSteps = 0;
        refuses(d, "totalSteps");
        d.schedule.totalSteps = (1 << 40) + 1;
        refuses(d, "totalSteps");
        d = devnet();
        d.schedule.windowSteps = 0;
        refuses(d, "windowSteps");
        d.schedule.windowSteps = 1025;
        refuses(d, "windowSteps");
        d = devnet();
        d.schedule.keyFrameEvery = 0;
        refuses(d, "keyFrameEvery");
        d.schedule.keyFrameEvery = 65;
        refuses(d, "keyFrameEvery");
        d = devnet();
        d.schedule.maxPending = 0;
        refuses(d, "maxPending");
        d.schedule.maxPending = 4097;
        refuses(d, "maxPending");
        // 4 · (856 + 20) / 30 = 116.8
        d.schedule.maxPending = 116;
        refuses(d, "maxPending");
        d.schedule.maxPending = 117;
        registry.create(d);
        d = devnet();
        d.schedule.refStepMillis = 0;
        refuses(d, "refStepMillis");
    }

    function test_create_boundsEveryClock() public {
        string[11] memory names = clockNames();
        // The largest value that is too small, with 4 steps of half a second to the window.
        uint32[11] memory small = [uint32(7), 5, 1, 5, 1, 0, 0, 0, 0, 19, 0];
        for (uint256 i = 0; i < 11; ++i) {
            Run memory d = devnet();
            setClock(d, i, small[i]);
            refuses(d, names[i]);
            setClock(d, i, 30 days + 1);
            refuses(d, names[i]);
        }
        Run memory late = devnet();
        late.clocks.lease = 300;
        late.clocks.matchClock = 400;
        // The cooldown is 20 minutes.
        refuses(late, "challenge");
    }

    function setClock(Run memory d, uint256 i, uint32 value) private pure {
        // Clocks is eleven words in memory, in the order of its fields.
        assembly ("memory-safe") {
            mstore(add(mload(add(d, 64)), mul(i, 32)), value)
        }
    }

    function test_create_boundsTheEconomy() public {
        Run memory d = devnet();
        d.economy.rewardValue = d.economy.reward - 1;
        refuses(d, "rewardValue");
        d = devnet();
        d.economy.seatStake = 0;
        refuses(d, "seatStake");
        // V = 128 · 4 · 0.001
        d.economy.seatStake = uint96(uint256(0.512 ether) * 2 / 3 - 1);
        refuses(d, "seatStake");
        d = devnet();
        d.economy.jurorFee = 2 * d.economy.replayCost - 1;
        refuses(d, "jurorFee");
        d = devnet();
        d.economy.jury = 2;
        refuses(d, "jury");
        d.economy.jury = 33;
        refuses(d, "jury");
        d = devnet();
        d.economy.jury = 5;
        refuses(d, "largerJury");
        d.economy.largerJury = 6;
        refuses(d, "largerJury");
    }

    function test_fund_needsTheAmountSentAlong() public {
        vm.expectRevert(abi.encodeWithSelector(IRunRegistry.WrongValue.selector, 1, 2));
        registry.fund{value: 1}(run, 2);
        vm.assertEq(registry.escrow(run), ESCROW, "unchanged");
    }

    function test_acquire_needsTheRewardInEscrow() public {
        run = registry.create(devnet());
        uint256 bond = training.requiredBond(run);
        bytes32 head = training.head(run);
        vm.expectRevert(abi.encodeWithSelector(IRunRegistry.EscrowTooSmall.selector, run, 0, 0.0042 ether));
        vm.prank(worker);
        training.acquire{value: bond}(run, head);
    }

    function test_reclaim_waitsForTheEndOrThirtyIdleDays() public {
        vm.expectPartialRevert(IRunRegistry.NotReclaimable.selector);
        vm.prank(author);
        registry.reclaim(run);
        acquire(worker);
        pass(30 days);
        vm.expectPartialRevert(IRunRegistry.NotReclaimable.selector);
        vm.prank(author);
        registry.reclaim(run);
        pass(1);
        vm.expectPartialRevert(IRunRegistry.NotReclaimable.selector);
        vm.prank(passer);
        registry.reclaim(run);
        vm.prank(author);
        registry.reclaim(run);
        vm.assertEq(credit(author), ESCROW - 0.0042 ether, "all but what is reserved");
        training.expire(run);
        vm.assertEq(registry.escrow(run), 0.0042 ether, "which comes back to the escrow");
        assertSolvent();
    }

    function test_reclaim_ofARunThatNobodyEverWorkedOn() public {
        pass(30 days);
        vm.startPrank(author);
        vm.expectPartialRevert(IRunRegistry.NotReclaimable.selector);
        registry.reclaim(run);
        pass(1);
        vm.assertEq(registry.reclaim(run), ESCROW, "all of it");
        vm.stopPrank();
    }

    function test_reserve_isForTrainingOnly() public {
        vm.expectRevert(IRunRegistry.NotTraining.selector);
        vm.prank(author);
        registry.reserve(run, 1, 0, 1);
    }
}
