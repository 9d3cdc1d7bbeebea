// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {SumTree} from "../src/SumTree.sol";
import {Test} from "./Test.sol";

/// @notice A tree that can be called, and beside it what it must say, remembered the plain way.
contract Orchard {
    using SumTree for SumTree.Tree;

    SumTree.Tree private tree;

    function append(uint256 weight) external returns (uint256) {
        return tree.append(weight);
    }

    function change(uint256 index, uint256 before, uint256 now_) external {
        tree.change(index, before, now_);
    }

    function leavesAt(uint256 asOf) external view returns (uint256) {
        return tree.leavesAt(asOf);
    }

    function totalAt(uint256 asOf) external view returns (uint256) {
        return tree.totalAt(asOf);
    }

    function weightAt(uint256 index, uint256 asOf) external view returns (uint256) {
        return tree.weightAt(index, asOf);
    }

    function draw(bytes32 seed, uint256 asOf, uint256 count) external view returns (SumTree.Leaf[] memory) {
        return tree.draw(seed, asOf, count);
    }
}

contract SumTreeTest is Test {
    Orchard private tree;
    /// What every block's weights were: blocks[b] lists the leaves at its end.
    mapping(uint256 blockNumber => uint256[]) private past;
    uint256[] private now_;

    function setUp() public {
        tree = new Orchard();
        vm.roll(1000);
    }

    function append(uint256 weight) private {
        now_.push(weight);
        vm.assertEq(tree.append(weight), now_.length, "indices count from 1");
    }

    function change(uint256 index, uint256 weight) private {
        tree.change(index, now_[index - 1], weight);
        now_[index - 1] = weight;
    }

    function endBlock() private {
        past[vm.getBlockNumber()] = now_;
        vm.roll(vm.getBlockNumber() + 1);
    }

    /// @dev The plain way: walks all leaves for every draw.
    function naive(bytes32 seed, uint256[] memory weights, uint256 count) private pure returns (uint256[] memory) {
        uint256[] memory drawn = new uint256[](count);
        uint256 size;
        for (; size < count; ++size) {
            uint256 total;
            for (uint256 i = 0; i < weights.length; ++i) {
                total += weights[i];
            }
            if (total == 0) break;
            uint256 r = uint256(keccak256(abi.encode(seed, size))) % total;
            uint256 at;
            while (r >= weights[at]) r -= weights[at++];
            drawn[size] = at + 1;
            weights[at] = 0;
        }
        assembly ("memory-safe") {
            mstore(drawn, size)
        }
        return drawn;
    }

    function assertBlock(uint256 number, bytes32 seed, uint256 count) private view {
        uint256[] memory weights = past[number];
        vm.assertEq(tree.leavesAt(number), weights.length, "leaves");
        uint256 total;
        for (uint256 i = 0; i < weights.length; ++i) {
            vm.assertEq(tree.weightAt(i + 1, number), weights[i], "weight");
            total += weights[i];
        }
        vm.assertEq(tree.totalAt(number), total, "total");
        vm.assertEq(tree.weightAt(0, number), 0, "there is no leaf 0");
        vm.assertEq(tree.weightAt(weights.length + 1, number), 0, "nor one beyond");
        SumTree.Leaf[] memory got = tree.draw(seed, number, count);
        uint256[] memory want = naive(seed, weights, count);
        vm.assertEq(got.length, want.length, "as many as have weight");
        for (uint256 i = 0; i < got.length; ++i) {
            vm.assertEq(got[i].index, want[i], "drawn");
            vm.assertEq(got[i].weight, past[number][want[i] - 1], "with its weight");
        }
    }

    /// Appends and changes in any order, several to a block: every block of the past can be drawn from as it was.
    function testFuzz_isWhatAWalkOverAllLeavesSays(uint256 seed, uint8 acts, uint8 count) public {
        uint256 first = vm.getBlockNumber();
        for (uint256 i = 0; i < 8 + acts % 64; ++i) {
            uint256 r = uint256(keccak256(abi.encode(seed, "act", i)));
            uint256 weight = r % 5 == 0 ? 0 : r % 5 == 1 ? r >> 132 : (r >> 8) % 100;
            if (now_.length == 0 || r % 3 == 0) append(weight);
            else change(1 + (r >> 16) % now_.length, weight);
            if ((r >> 24) % 3 == 0) endBlock();
        }
        endBlock();
        uint256 last = vm.getBlockNumber() - 1;
        for (uint256 i = 0; i < 4; ++i) {
            uint256 number = first + uint256(keccak256(abi.encode(seed, "block", i))) % (last - first + 1);
            assertBlock(number, bytes32(seed ^ i), count % 40);
        }
        assertBlock(last, bytes32(seed), now_.length + 1);
        assertBlock(first - 1, bytes32(seed), 3); // before there was anything
    }

    /// Every count of leaves up to two beyond a power of two, where the shape of the tree changes.
    function test_everySizeOfTree() public {
        for (uint256 n = 1; n <= 34; ++n) {
            append(n * n);
            endBlock();
            assertBlock(vm.getBlockNumber() - 1, bytes32(n), n);
        }
    }

    function test_aLongerDrawBeginsWithTheShorterOne() public {
        for (uint256 i = 1; i <= 20; ++i) {
            append(i);
        }
        endBlock();
        uint256 asOf = vm.getBlockNumber() - 1;
        SumTree.Leaf[] memory all = tree.draw("seed", asOf, 20);
        vm.assertEq(all.length, 20, "all");
        for (uint256 count = 0; count < 20; ++count) {
            SumTree.Leaf[] memory some = tree.draw("seed", asOf, count);
            vm.assertEq(some.length, count, "count");
            for (uint256 i = 0; i < count; ++i) {
                vm.assertEq(some[i].index, all[i].index, "the same");
            }
        }
    }
}
