// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Base} from "./Base.sol";

/// @notice Whether chance is fair: thousands of draws against the probabilities that weights give, by Pearson's chi-square.
///
/// Seats are drawn without replacement, so the k-th seat's probabilities follow from those of the seats before it: p₁(i) = wᵢ/W,
/// p₂(i) = Σⱼ≠ᵢ pⱼ·wᵢ/(W − wⱼ).
contract JuryDrawsTest is Base {
    uint256 private constant DRAWS = 6000;
    /// The chi-square that a fair source exceeds once in 10^6, for 11 cells, times 1000 (10 degrees of freedom).
    uint256 private constant LIMIT_10 = 46_863;
    uint256[11] private weights =
        [uint256(1 ether), 1 ether, 2 ether, 3 ether, 5 ether, 8 ether, 13 ether, 4 ether, 4 ether, 9 ether, 50 ether];

    function setUp() public override {
        super.setUp();
        for (uint256 i = 0; i < weights.length; ++i) {
            address v = actor(string.concat("validator ", vm.toString(i)));
            vm.prank(v);
            validators.stake{value: weights[i]}();
        }
        vm.roll(vm.getBlockNumber() + 1);
    }

    /// @dev How often each validator sat in seat `place` of `size`. `bias`: of 16 draws, how many take the first validator's place, whoever is drawn.
    function count(uint256 place, uint256 size, uint256 bias) private view returns (uint256[11] memory times) {
        for (uint256 i = 0; i < DRAWS; ++i) {
            bytes32 seed = keccak256(abi.encode("draw", i));
            address[] memory drawn = validators.draw(seed, vm.getBlockNumber() - 1, size);
            uint256 index = validators.validator(drawn[place]).index - 1;
            if (uint256(seed) % 16 < bias) index = 0;
            ++times[index];
        }
    }

    /// @dev Σ (observed − expected)² / expected, times 1000.
    /// @param expected Times DRAWS, in 10^-9.
    function chiSquare(uint256[11] memory observed, uint256[11] memory expected) private pure returns (uint256 sum) {
        for (uint256 i = 0; i < 11; ++i) {
            uint256 o = observed[i] * 1e9;
            uint256 d = o > expected[i] ? o - expected[i] : expected[i] - o;
            sum += d * d / expected[i];
        }
        sum /= 1e6;
    }

    function first() private view returns (uint256[11] memory expected) {
        for (uint256 i = 0; i < 11; ++i) {
            expected[i] = DRAWS * 1e9 * weights[i] / 100 ether;
        }
    }

    function second() private view returns (uint256[11] memory expected) {
        for (uint256 i = 0; i < 11; ++i) {
            for (uint256 j = 0; j < 11; ++j) {
                if (i == j) continue;
                expected[i] += DRAWS * 1e9 * weights[j] / 100 ether * weights[i] / (100 ether - weights[j]);
            }
        }
    }

    function test_theFirstSeatFollowsTheWeights() public view {
        vm.assertLt(chiSquare(count(0, 1, 0), first()), LIMIT_10, "chi-square");
    }

    function test_theSecondSeatFollowsTheWeightsOfThoseThatAreLeft() public view {
        vm.assertLt(chiSquare(count(1, 2, 0), second()), LIMIT_10, "chi-square");
    }

    /// The measure must be able to fail: seats by other weights, and a draw of which one in sixteen goes to a friend.
    function test_aBiasedDrawIsRejected() public view {
        vm.assertGt(chiSquare(count(0, 1, 1), first()), LIMIT_10, "one in sixteen bought");
        vm.assertGt(chiSquare(count(1, 2, 0), first()), LIMIT_10, "as if drawn ones were put back");
        vm.assertGt(chiSquare(count(0, 1, 0), second()), LIMIT_10, "the other way around");
    }

    /// One purse in forty accounts sits as often as in one: 20 of 120 ether take a sixth of the first seats.
    function test_sybilsAreDrawnAsOftenAsTheirPurse() public {
        for (uint256 i = 0; i < 40; ++i) {
            address v = actor(string.concat("sybil ", vm.toString(i)));
            vm.prank(v);
            validators.stake{value: 0.5 ether}();
        }
        vm.roll(vm.getBlockNumber() + 1);
        uint256 times;
        for (uint256 i = 0; i < DRAWS; ++i) {
            address[] memory drawn = validators.draw(keccak256(abi.encode("sybils", i)), vm.getBlockNumber() - 1, 1);
            if (validators.validator(drawn[0]).index > 11) ++times;
        }
        // 1000 ± 5σ, σ = √(6000 · 1/6 · 5/6) = 28.9
        vm.assertGt(times, 1000 - 145, "not more seldom");
        vm.assertLt(times, 1000 + 145, "nor more often");
    }
}
