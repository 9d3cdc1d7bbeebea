// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {repaidPrice} from "./Core.sol";
import {Answer, Game, IMatches, NewList, Outcome, Side} from "./interfaces/IMatches.sol";

/// @title Who moves in a match, and what it costs them
/// @notice The rules, and all prose, are on IMatches.
abstract contract Movers is IMatches {
    using SafeCast for uint256;

    /// Words of the calldata that a descriptor fills.
    uint256 internal constant TILE_SLOTS = 32;
    /// What a transaction costs before it runs.
    uint256 private constant TRANSACTION_GAS = 21_000;
    /// What runs before gas is first measured, and storing the sum after it was.
    uint256 private constant BOOKING_GAS = 4_000;

    uint256 private immutable gasPriceCap;

    /// @inheritdoc IMatches
    mapping(address owner => address) public keyOf;

    mapping(uint64 id => Bringer) private _bringers;

    struct Bringer {
        address sender;
        uint96 gasCost;
    }

    constructor(uint256 gasPriceCap_) {
        gasPriceCap = gasPriceCap_;
    }

    /// @inheritdoc IMatches
    function nameKey(address key) external {
        keyOf[msg.sender] = key;
        emit KeyNamed(msg.sender, key);
    }

    /// @inheritdoc IMatches
    function leafOf(uint64 id) external view returns (address sender, uint96 gasCost) {
        return (_bringers[id].sender, _bringers[id].gasCost);
    }

    /// @dev What commits a side to something new is that side's to say.
    function _own(Game storage g, Side side) internal view {
        if (!_isOwn(side == Side.Committer ? g.committer : g.challenger)) revert NotOwner(msg.sender);
    }

    function _isOwn(address owner) private view returns (bool) {
        return msg.sender == owner || msg.sender == keyOf[owner];
    }

    /// @dev The calldata is as long as what this call needs: so many words of numbers, offsets, lengths and descriptors, which are mostly
    /// zeros, and so many bytes of content. Returns what `_cost` makes the bill of.
    function _exact(uint256 heads, uint256 content) internal view returns (uint256) {
        if (msg.data.length != 4 + 32 * heads + content) revert WrongLength();
        return (32 * heads + 4 * content) << 128 | gasleft();
    }

    function _count(Answer calldata a) internal pure returns (uint256) {
        return a.nodes.length + a.theirs.length + a.head.length + a.tail.length;
    }

    function _count(NewList calldata list) internal pure returns (uint256) {
        return list.nodes.length + list.head.length + list.tail.length;
    }

    function _padded(uint256 size) internal pure returns (uint256) {
        return (size + 31) / 32 * 32;
    }

    /// @dev What the transaction has cost so far, at `repaidPrice`, its calldata at its price or at its floor: 4 or 10 per zero byte,
    /// four times that per other byte.
    // SAFETY: bytes are counted by what the call needs, and the calldata's length is exact, so padding can't be had repaid. Content counts as
    // if no byte of it were zero. To count would cost each move 2 gas a byte; in hashes and most words one byte in 256 is zero, 0.05 gas a byte
    // too much. The worst is 12 gas a byte (30 where the floor decides), for the zeros of at most a tile, its folds or an evidence; a bond
    // repays no more for it than its 20 %, and what a liar has repaid to a friend out of its own bond is less than what both paid.
    function _cost(uint256 bill) internal view returns (uint96) {
        uint256 price = repaidPrice(gasPriceCap);
        uint256 tokens = bill >> 128;
        uint256 spent = 4 * tokens + (bill & type(uint128).max) - gasleft() + BOOKING_GAS;
        uint256 floor = 10 * tokens;
        return ((TRANSACTION_GAS + (spent > floor ? spent : floor)) * price).toUint96();
    }

    /// @dev Adds the cost of a move to its side, if the side made it itself.
    function _book(Game storage g, Side side, uint256 bill) internal {
        uint96 cost = _cost(bill);
        if (side == Side.Committer) {
            if (_isOwn(g.committer)) g.committerGas += cost;
        } else if (_isOwn(g.challenger)) {
            g.challengerGas += cost;
        }
    }

    /// @dev Of what anyone may send: adds the cost to whoever's it is. A key of both sides adds to both; only the winner's sum is ever paid.
    function _bookParties(Game storage g, uint96 cost) internal {
        if (_isOwn(g.committer)) g.committerGas += cost;
        if (_isOwn(g.challenger)) g.challengerGas += cost;
    }

    /// @dev The same of `bind` and `leaf`; if they convicted both, what they cost is kept for whoever sent them.
    function _bookBringer(Game storage g, uint64 id, uint256 bill) internal {
        uint96 cost = _cost(bill);
        if (g.outcome == Outcome.BothConvicted) _bringers[id] = Bringer(msg.sender, cost);
        else _bookParties(g, cost);
    }
}
