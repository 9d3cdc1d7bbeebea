// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {Checkpoints} from "@openzeppelin/contracts/utils/structs/Checkpoints.sol";

/// @title Weights that can be drawn from, as they were at the end of any block
/// @dev A Fenwick tree over leaves 1…n: node i holds the sum of the leaves in (i − lowbit(i), i]. Every node is a history keyed by block number, and so
/// is n, since a node made later says nothing about the leaves below it at an earlier block. Appending writes one node, a change and a draw
/// touch O(log n).
/// Source: P. Fenwick, "A new data structure for cumulative frequency tables" (1994).
library SumTree {
    using Checkpoints for Checkpoints.Trace160;
    using SafeCast for uint256;

    // INVARIANT: at every block node[i] is the sum of the leaves in (i − lowbit(i), i], for 1 ≤ i ≤ leaves.
    struct Tree {
        Checkpoints.Trace160 leaves;
        mapping(uint256 index => Checkpoints.Trace160) node;
    }

    /// @dev One leaf of a draw.
    /// @param start The sum of the weights of all leaves before it.
    struct Leaf {
        uint256 index;
        uint256 start;
        uint256 weight;
    }

    /// @dev Adds a leaf of `weight`. Weights sum to less than 2^128.
    function append(Tree storage t, uint256 weight) internal returns (uint256 index) {
        index = uint256(t.leaves.latest()) + 1;
        uint256 low = _low(index);
        for (uint256 j = 1; j < low; j <<= 1) {
            weight += t.node[index - j].latest();
        }
        _push(t.node[index], weight);
        _push(t.leaves, index);
    }

    /// @dev Changes the weight of leaf `index` from `before` to `now_`.
    function change(Tree storage t, uint256 index, uint256 before, uint256 now_) internal {
        if (before == now_) return;
        uint256 n = t.leaves.latest();
        for (uint256 i = index; i <= n; i += _low(i)) {
            Checkpoints.Trace160 storage node = t.node[i];
            _push(node, uint256(node.latest()) + now_ - before);
        }
    }

    /// @dev Number of leaves at the end of block `asOf`.
    function leavesAt(Tree storage t, uint256 asOf) internal view returns (uint256) {
        return _at(t.leaves, asOf);
    }

    /// @dev Sum of all weights at the end of block `asOf`.
    function totalAt(Tree storage t, uint256 asOf) internal view returns (uint256 sum) {
        for (uint256 i = leavesAt(t, asOf); i > 0; i -= _low(i)) {
            sum += _at(t.node[i], asOf);
        }
    }

    /// @dev Weight of leaf `index` at the end of block `asOf`; 0 if it wasn't there.
    function weightAt(Tree storage t, uint256 index, uint256 asOf) internal view returns (uint256 weight) {
        if (index == 0 || index > leavesAt(t, asOf)) return 0;
        weight = _at(t.node[index], asOf);
        uint256 end = index - _low(index);
        for (uint256 i = index - 1; i > end; i -= _low(i)) {
            weight -= _at(t.node[i], asOf);
        }
    }

    /// @dev The first `count` leaves that `seed` draws without replacement, each in proportion to its weight at the end of block `asOf` among those
    /// that are left; fewer if fewer have weight.
    // SAFETY: H(seed, i) mod total favours no leaf by more than 2^-128, since total < 2^128. Nothing is drawn and thrown away, so whatever the
    // weights, at most count · log n nodes are read.
    function draw(Tree storage t, bytes32 seed, uint256 asOf, uint256 count)
        internal
        view
        returns (Leaf[] memory drawn)
    {
        uint256 n = leavesAt(t, asOf);
        uint256 total = totalAt(t, asOf);
        if (count > n) count = n;
        drawn = new Leaf[](count);
        Leaf[] memory sorted = new Leaf[](count);
        uint256 size;
        for (; size < count && total > 0; ++size) {
            uint256 r = uint256(keccak256(abi.encode(seed, size))) % total;
            // Those that were drawn are stepped over, from left to right, so that r falls among the others.
            for (uint256 i = 0; i < size && r >= sorted[i].start; ++i) {
                r += sorted[i].weight;
            }
            Leaf memory leaf = _find(t, asOf, n, r);
            drawn[size] = leaf;
            _insert(sorted, size, leaf);
            total -= leaf.weight;
        }
        // SAFETY: shortens the array to what was written.
        assembly ("memory-safe") {
            mstore(drawn, size)
        }
    }

    /// @dev The leaf at which the running sum of the weights first exceeds `r`, which is less than the total.
    function _find(Tree storage t, uint256 asOf, uint256 n, uint256 r) private view returns (Leaf memory leaf) {
        uint256 step = 1;
        while (step << 1 <= n) step <<= 1;
        for (; step > 0; step >>= 1) {
            uint256 next = leaf.index + step;
            if (next > n) continue;
            uint256 sum = leaf.start + _at(t.node[next], asOf);
            if (r < sum) continue;
            leaf.start = sum;
            leaf.index = next;
        }
        leaf.weight = weightAt(t, ++leaf.index, asOf);
    }

    /// @dev Puts a leaf among the first `size`, which are sorted by index.
    function _insert(Leaf[] memory sorted, uint256 size, Leaf memory leaf) private pure {
        for (; size > 0 && sorted[size - 1].index > leaf.index; --size) {
            sorted[size] = sorted[size - 1];
        }
        sorted[size] = leaf;
    }

    function _at(Checkpoints.Trace160 storage trace, uint256 asOf) private view returns (uint256) {
        return trace.upperLookupRecent(asOf.toUint96());
    }

    function _push(Checkpoints.Trace160 storage trace, uint256 value) private {
        trace.push(block.number.toUint96(), value.toUint160());
    }

    /// @dev The lowest set bit.
    function _low(uint256 i) private pure returns (uint256) {
        return i & (~i + 1);
    }
}
