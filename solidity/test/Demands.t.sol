// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {NATIVE} from "../src/Core.sol";
import {Verdict} from "../src/interfaces/ICourt.sol";
import {ChallengeStatus} from "../src/interfaces/IDisputes.sol";
import {DemandKind, IDemands} from "../src/interfaces/IDemands.sol";
import {Outcome} from "../src/interfaces/IMatches.sol";
import {ITraining, Mark, Status} from "../src/interfaces/ITraining.sol";
import {Base} from "./Base.sol";
import {Openings} from "./Openings.sol";

contract DemandsTest is Base {
    address private constant HISTORY = 0x0000F90827F1C53a10cb7A02335B175320002935;

    // A state of five tensors of 1, 2, 3, 7 and 16 tiles, all different.
    bytes32[][][] private tensors;
    bytes32[] private roots;
    bytes32[][] private state;
    bytes32 private stateRoot;
    bytes32 private c;

    function setUp() public override {
        super.setUp();
        stakeJury();
        uint64[5] memory lengths = [uint64(1), 2, 3, 7, 16];
        bytes32[] memory entries = new bytes32[](5);
        for (uint256 t = 0; t < 5; ++t) {
            bytes32[] memory leaves = new bytes32[](lengths[t]);
            for (uint256 i = 0; i < lengths[t]; ++i) {
                leaves[i] = Openings.leaf(tile(t, i));
            }
            tensors.push(Openings.build(leaves));
            roots.push(Openings.list(Openings.top(tensors[t]), 1, lengths[t]));
            entries[t] = Openings.entry(roots[t]);
        }
        state = Openings.build(entries);
        stateRoot = Openings.list(Openings.top(state), 2, 5);
        c = commit(worker, stateRoot);
    }

    function tile(uint256 tensor, uint256 index) private pure returns (bytes memory) {
        return Openings.padded(abi.encode("tile", tensor, index));
    }

    function demand(address who) private returns (uint256 fee) {
        fee = demands.feeOf(c);
        vm.prank(who);
        demands.demandTiles{value: fee}(c);
    }

    function demandLeaf(uint64 index) private {
        uint256 fee = demands.feeOf(c);
        vm.prank(challenger);
        demands.demandLeaf{value: fee}(c, index);
    }

    /// @dev The right answer to the open demand.
    function opening() private view returns (bytes memory all) {
        bytes32 seed = demands.seedOf(c);
        all = abi.encodePacked(Openings.top(state), uint64(5));
        for (uint256 j = 0; j < 4; ++j) {
            uint256 t = uint256(keccak256(abi.encode(seed, j))) % 5;
            uint64 length = [uint64(1), 2, 3, 7, 16][t];
            uint256 i = uint256(keccak256(abi.encode(seed, j, t))) % length;
            all = abi.encodePacked(all, roots[t], Openings.siblings(state, t));
            all = abi.encodePacked(all, Openings.top(tensors[t]), length, tile(t, i), Openings.siblings(tensors[t], i));
        }
    }

    function answer(bytes memory bytes_) private {
        vm.prank(honest);
        demands.answer(c, bytes_);
    }

    // Tiles

    function test_answer_isPaidTheFee() public {
        uint256 fee = demand(challenger);
        vm.assertEq(fee, 500_000 * GAS_PRICE_CAP, "what an answer costs");
        vm.expectRevert(IDemands.NotYet.selector);
        answer("");
        pass(1);
        vm.expectRevert(IDemands.NotYet.selector); // the block that chooses is being made
        answer("");
        pass(1);
        answer(opening());
        vm.assertEq(credit(honest), fee, "anyone's");
        vm.assertFalse(demands.isOpen(c), "over");
        vm.expectPartialRevert(IDemands.NoDemand.selector);
        answer("");
        pass(19);
        training.finalise(run, 1);
        assertSolvent();
    }

    /// @dev Whatever tiles the beacon chooses.
    function testFuzz_answer_opensAnyDraw(uint32 blocks) public {
        vm.roll(vm.getBlockNumber() + blocks);
        demand(challenger);
        pass(2);
        answer(opening());
    }

    function testFuzz_answer_refusesAnyChangedBit(uint256 place, uint8 bit, uint256 cut) public {
        demand(challenger);
        pass(2);
        bytes memory right = opening();
        bytes memory wrong = bytes.concat(right);
        place %= wrong.length;
        wrong[place] = bytes1(uint8(wrong[place]) ^ uint8(1 << (bit % 8)));
        vm.expectRevert();
        answer(wrong);
        vm.expectPartialRevert(IDemands.WrongLength.selector);
        answer(bytes.concat(right, hex"00"));
        bytes memory short = bytes.concat(right);
        cut = 1 + cut % right.length;
        assembly ("memory-safe") {
            mstore(short, sub(mload(short), cut))
        }
        vm.expectRevert();
        answer(short);
        answer(right);
    }

    /// @dev Whatever bytes come, with whatever lengths in them, the answer is a refusal of the contract's own.
    function testFuzz_answer_isTotal(bytes calldata junk, uint8 howLong, bool leaf) public {
        if (leaf) demandLeaf(howLong);
        else demand(challenger);
        pass(2);
        uint64[8] memory lengths =
            [uint64(0), 1, 2, 3, type(uint64).max, type(uint64).max - 1, uint64(1) << 63, uint64(1) << 32];
        bytes32 tree = keccak256(junk);
        bytes memory sent = abi.encodePacked(tree, lengths[howLong % 8], junk, new bytes(uint256(howLong) * 40));
        (bool ok, bytes memory why) = core.demands.call(abi.encodeCall(demands.answer, (c, sent)));
        vm.assertFalse(ok, "refused");
        bytes4 selector = bytes4(why);
        bool own = selector == IDemands.WrongLength.selector || selector == IDemands.WrongOpening.selector;
        vm.assertTrue(own, "for a reason");
    }

    function test_answer_ofAnotherTileIsRefused() public {
        demand(challenger);
        pass(2);
        bytes memory first = opening();
        bytes32 seed = demands.seedOf(c);
        answer(first);
        demand(challenger);
        pass(2);
        vm.assertNotEq(demands.seedOf(c), seed, "another draw");
        vm.expectRevert();
        answer(first);
        answer(opening());
    }

    /// @dev Half of a tree is a tree too; the root says that it isn't the list's.
    function test_answer_cantChooseALength() public {
        uint256 t;
        while (t != 4) {
            demand(challenger);
            pass(2);
            t = uint256(keccak256(abi.encode(demands.seedOf(c), 0))) % 5;
            if (t == 4) break;
            answer(opening());
        }
        bytes32 seed = demands.seedOf(c);
        bytes memory right = opening();
        bytes memory wrong = abi.encodePacked(Openings.top(state), uint64(5));
        wrong = abi.encodePacked(wrong, roots[4], Openings.siblings(state, 4));
        uint256 index = uint256(keccak256(abi.encode(seed, 0, uint256(4)))) % 8;
        bytes memory path;
        for (uint256 l = 0; l < 3; ++l) {
            path = abi.encodePacked(path, tensors[4][l][(index >> l) ^ 1]);
        }
        wrong = abi.encodePacked(wrong, tensors[4][3][0], uint64(8), tile(4, index), path);
        uint256 rest = 40 + 32 + 3 * 32 + 40 + 1024 + 4 * 32; // what the right answer to the first takes
        bytes memory others = new bytes(right.length - rest);
        for (uint256 i = 0; i < others.length; ++i) {
            others[i] = right[rest + i];
        }
        vm.expectRevert(IDemands.WrongOpening.selector);
        answer(bytes.concat(wrong, others));
        answer(right);
    }

    /// The jury was bought, the case closed as Stands, and the first challenge's fee has paid for it.
    function test_expire_afterTheCaseClosedLocksNoBond() public {
        uint64 id = challenge(challenger, c, truth(0));
        holdUnanimous(c, stateRoot);
        pass(6);
        court.resolve(c);
        demand(challenger);
        pass(16);
        demands.expire(c);
        commitTruth(honest);
        pass(21);
        training.finalise(run, 1);
        disputes.settleChallenge(id);
        vm.assertEq(uint256(disputes.challenge(id).status), uint256(ChallengeStatus.Won), "won");
        vm.assertEq(challengeLedger(id), 0, "nothing locked");
        uint256 gas = disputes.challenge(id).gasCost;
        uint256 whole = registry.challengeBond(run) + gas + demands.demand(c).fee;
        vm.assertEq(credit(challenger), whole - 0.03 ether, "but for the ballots, which it let stand");
        assertSolvent();
    }

    function test_demand_oneAtATimeAndEachCostsTwiceAsMuch() public {
        uint256 fee = demand(challenger);
        vm.expectPartialRevert(IDemands.DemandOpen.selector);
        vm.prank(griefer);
        demands.demandTiles{value: 2 * fee}(c);
        for (uint256 i = 1; i < 5; ++i) {
            pass(2);
            answer(opening());
            vm.assertEq(demands.feeOf(c), fee << i, "doubled");
            vm.expectPartialRevert(IDemands.WrongFee.selector);
            vm.prank(challenger);
            demands.demandTiles{value: fee}(c);
            demand(challenger);
        }
        vm.assertEq(demands.demand(c).count, 5, "counted");
    }

    function test_demand_isForLiveCommitmentsInsideThePeriod() public {
        uint256 fee = demands.feeOf(c);
        vm.expectPartialRevert(IDemands.NotLive.selector);
        demands.demandTiles{value: fee}(keccak256("unknown"));
        pass(20);
        uint256 before = vm.snapshotState();
        demand(challenger);
        vm.revertToState(before);
        pass(1);
        vm.expectPartialRevert(IDemands.NotLive.selector);
        demands.demandTiles{value: fee}(c);
        c = commit(liar, lie(1));
        bytes32 above = commit(liar, lie(2));
        challenge(challenger, c, truth(1));
        holdUnanimous(c, truth(1));
        vm.expectPartialRevert(IDemands.NotLive.selector);
        demands.demandTiles{value: fee}(c); // tallied against
        vm.expectPartialRevert(IDemands.NotLive.selector);
        demands.demandTiles{value: fee}(above); // voided
    }

    // The dataset

    function test_leaf_isOpenedAgainstTheDataset() public {
        demandLeaf(0);
        bytes memory wrong = Openings.datasetLeaf("another dataset", 0);
        vm.expectRevert(IDemands.WrongOpening.selector);
        answer(wrong);
        wrong = Openings.datasetLeaf(DATASET, 1);
        vm.expectRevert(IDemands.WrongLength.selector);
        answer(wrong);
        answer(Openings.datasetLeaf(DATASET, 0)); // chosen by who asked, so at once
    }

    function test_leaf_beyondTheEndIsAnsweredByTheLength() public {
        demandLeaf(type(uint64).max);
        bytes memory wrong = Openings.datasetLeaf(DATASET, 0);
        vm.expectRevert(IDemands.WrongLength.selector);
        answer(wrong);
        answer(Openings.datasetLeaf(DATASET, 1));
    }

    // Silence

    function test_expire_rejectsAtTheIdlePenalty() public {
        bytes32 above = commit(honest, truth(1));
        uint256 fee = demand(challenger);
        pass(15);
        vm.expectRevert(IDemands.NotYet.selector);
        demands.expire(c);
        pass(1);
        vm.expectPartialRevert(IDemands.TooLate.selector);
        answer("");
        pass(5);
        vm.expectRevert(ITraining.NothingToFinalise.selector);
        training.finalise(run, 1); // held back, though its period is over
        demands.expire(c);
        assertStatus(c, Status.Rejected, "rejected");
        assertStatus(above, Status.Voided, "voided");
        vm.assertEq(uint256(training.commitment(c).mark), uint256(Mark.Idle), "idle");
        vm.assertEq(credit(challenger), fee, "the fee is back");
        training.settle(c); // nothing to wait for
        uint256 bond = training.commitment(c).bond;
        uint256 proper = bond - registry.courtFee(run);
        vm.assertEq(credit(worker), bond - proper / 2, "half, never all of it");
        training.claimVoided(above);
        vm.assertEq(credit(honest), training.commitment(above).bond, "whole");
        vm.assertEq(bondLedger(1), 0, "nothing left");
        assertSolvent();
    }

    /// Losing half to silence must not be a way out of losing all to a proof.
    function test_expire_isNoWayOutOfAConviction() public {
        uint64 id = challenge(challenger, c, truth(0));
        openArithmetic(challenger, id);
        demand(griefer);
        pass(16);
        demands.expire(c);
        court.resolve(c);
        vm.assertEq(uint256(court.outcome(c)), uint256(Verdict.Void), "the case is moot");
        vm.expectRevert(ITraining.NotYet.selector);
        training.settle(c);
        endMatch(id, Outcome.CommitterConvicted);
        commitTruth(honest);
        pass(21);
        training.finalise(run, 1);
        disputes.settleChallenge(id);
        uint256 proper = training.commitment(c).bond - registry.courtFee(run);
        uint256 gas = disputes.challenge(id).gasCost;
        vm.assertEq(credit(challenger), registry.challengeBond(run) + gas, "whole");
        vm.assertEq(credit(beneficiary), (proper - gas) * 40 / 100, "rewarded");
        vm.assertEq(credit(worker), registry.courtFee(run), "nothing of the bond");
        assertSolvent();
    }

    function test_expire_returnsChallengersOfARightRootThatSleptThroughADemand() public {
        uint64 id = challenge(griefer, c, lie(0));
        demand(griefer);
        pass(16);
        demands.expire(c);
        commit(honest, stateRoot);
        pass(21);
        training.finalise(run, 1);
        disputes.settleChallenge(id);
        uint256 proper = training.commitment(c).bond - registry.courtFee(run);
        uint256 share_ = (registry.challengeBond(run) - registry.courtFee(run)) * 40 / 100;
        vm.assertEq(uint256(disputes.challenge(id).status), uint256(ChallengeStatus.Defeated), "defeated");
        vm.assertEq(credit(worker), registry.courtFee(run) + proper - proper / 2 + share_, "half, and its share");
        assertSolvent();
    }

    function test_expire_onAVoidedCommitmentReturnsTheFee() public {
        c = commit(liar, lie(1));
        bytes32 above = commit(honest, truth(2));
        uint64 id = challenge(challenger, c, truth(1));
        c = above;
        uint256 fee = demand(griefer);
        play(challenger, id, Outcome.CommitterConvicted);
        demands.expire(above);
        vm.assertEq(credit(griefer), fee, "back");
        assertStatus(above, Status.Voided, "voided, not rejected");
        assertSolvent();
    }

    // What it costs

    /// forge-config: default.isolate = true
    function test_fee_coversTheLargestAnswer() public {
        // 512 tensors of 2^21 tiles, all alike: a sibling is the node itself.
        bytes memory content = new bytes(1024);
        for (uint256 i = 0; i < 1024; ++i) {
            content[i] = bytes1(uint8(1 + i % 255));
        }
        (bytes32 tree, bytes memory path) = uniform(Openings.leaf(content), 21);
        bytes32 tensor = Openings.list(tree, 1, 1 << 21);
        bytes memory one = abi.encodePacked(tree, uint64(1 << 21), content, path);
        (tree, path) = uniform(Openings.entry(tensor), 9);
        one = abi.encodePacked(tensor, path, one);
        c = commit(worker, Openings.list(tree, 2, 512));
        demand(challenger);
        pass(2);
        bytes memory call = abi.encodePacked(tree, uint64(512), one, one, one, one);
        answer(call);
        uint256 execution = vm.snapshotGasLastCall("answer, execution");
        uint256 zeros;
        for (uint256 i = 0; i < call.length; ++i) {
            if (call[i] == 0) ++zeros;
        }
        uint256 tokens = zeros + 4 * (call.length - zeros) + 4 * (4 + 3 * 32);
        uint256 floor = 21_000 + 10 * tokens;
        uint256 standard = execution > 21_000 + 4 * tokens ? execution : 21_000 + 4 * tokens + execution;
        vm.assertLt(floor, 500_000, "calldata floor");
        vm.assertLt(standard, 500_000, "execution");
    }

    function uniform(bytes32 leaf, uint256 depth) private pure returns (bytes32 tree, bytes memory path) {
        tree = leaf;
        for (uint256 l = 0; l < depth; ++l) {
            path = abi.encodePacked(path, tree);
            tree = sha256(abi.encodePacked(tree, tree, hex"01"));
        }
    }

    // The beacon

    function test_seed_isReadFromHistoryAndThenByFormula() public {
        demand(challenger);
        uint256 made = vm.getBlockNumber();
        vm.etch(HISTORY, address(new History()).code);
        vm.roll(made + 1);
        vm.assertEq(demands.seedOf(c), 0, "not made yet");
        vm.roll(made + 2);
        bytes32 fresh = demands.seedOf(c);
        vm.roll(made + 257);
        vm.assertEq(demands.seedOf(c), fresh, "BLOCKHASH reaches it");
        vm.roll(made + 258);
        vm.assertEq(demands.seedOf(c), keccak256(abi.encode(made + 1)), "history does");
        vm.roll(made + 1 + 8191);
        vm.assertEq(demands.seedOf(c), keccak256(abi.encode(made + 1)), "to its end");
        vm.roll(made + 2 + 8191);
        vm.assertEq(demands.seedOf(c), keccak256(abi.encode(made + 1 + 4096)), "then a later block");
        vm.roll(made + 2 + 8191 + 4096);
        vm.assertEq(demands.seedOf(c), keccak256(abi.encode(made + 1 + 8192)), "and a later one");
        vm.etch(HISTORY, "");
        vm.roll(made + 258);
        vm.assertNotEq(demands.seedOf(c), 0, "without history too");
    }
}

/// @notice EIP-2935's contract, as far as it is read here.
contract History {
    fallback(bytes calldata data) external returns (bytes memory) {
        uint256 number = abi.decode(data, (uint256));
        require(number < block.number && block.number - number <= 8191, "out of reach");
        return abi.encode(keccak256(data));
    }
}
