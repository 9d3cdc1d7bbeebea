// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Float32} from "../src/Float32.sol";
import {TileProof} from "../src/TileProof.sol";
import {Base} from "./Base.sol";
import {Sparse, SparseList} from "./SparseList.sol";

/// @notice How big the lists of a match are, and where its sides differ.
/// @param lanes A row sum; else a product, or `state`.
/// @param state The operator `state`: a list of `columns` roots, the outputs of the operators from 1 on; `tile` is the one in dispute.
/// @param rows Of the output; a row sum's is a vector of so many words.
/// @param columns Of the product's output.
/// @param terms Of the reduction.
struct Plot {
    uint32 steps;
    uint256 step;
    uint32 operators;
    uint32 operator;
    bool lanes;
    bool state;
    uint32 rows;
    uint32 columns;
    uint32 terms;
    uint256 tile;
    uint8 word;
    uint32 chunk;
    uint8 block_;
}

/// @notice What one side holds to be true.
struct Claims {
    bytes32 root;
    Sparse steps;
    Sparse trace;
    Sparse tiles;
    bytes tile;
    bytes folds;
    bytes blocks;
}

/// @notice The lists of a match between the truth and a lie, as big as one likes. Everything is +0 but the sixteen terms in dispute: their sum
/// is 1 + 2 + … (or one 1 in each lane), the liar says 3 more.
abstract contract MatchPlots is Base {
    using SparseList for Sparse;

    // The lists that both sides have.
    Sparse internal program;
    Sparse internal state;
    Sparse internal first;
    Sparse internal second;
    bytes internal descriptor;
    bytes internal firstTile;
    bytes internal secondTile;
    bytes32 internal agreed;
    bytes32 internal pre;
    /// @dev Both sides' windows end alike, as in a duel of auditors.
    bool internal sameEnd;

    // The operator

    function put(bytes memory tile, uint256 i, uint256 word) internal pure {
        for (uint256 b = 0; b < 4; ++b) {
            tile[4 * i + b] = bytes1(uint8(word >> (8 * b)));
        }
    }

    function putAll(bytes memory tile, uint256 i, uint32[10] memory words) internal pure {
        for (uint256 w = 0; w < 10; ++w) {
            put(tile, i + w, words[w]);
        }
    }

    function descriptorOf(Plot memory p) internal pure virtual returns (bytes memory) {
        return p.state ? newState(p) : p.lanes ? rowSum(p) : product(p);
    }

    /// @dev The output of the operator before times a tensor of the state.
    function product(Plot memory p) internal pure returns (bytes memory d) {
        d = new bytes(1024);
        putAll(d, 0, [1, 2, 1, 1, 1, p.rows, p.columns, 0, 1, 1]);
        putAll(d, 10, [p.rows, p.columns, 2, 0, 0, 0, 0, 0, 0, 0]);
        putAll(d, 64, [uint32(1), p.operator - 1, 5, 1, p.terms, 0, 1, 1, p.rows, p.terms]);
        putAll(d, 74, [uint32(2), 1, 6, 1, p.columns, 0, 1, 1, p.terms, p.columns]);
    }

    /// @dev The row sums of the output of the operator before.
    function rowSum(Plot memory p) internal pure returns (bytes memory d) {
        d = new bytes(1024);
        putAll(d, 0, [uint32(4), 5, 1, 2, 1, 1, p.rows, 0, 1, 1]);
        putAll(d, 10, [uint32(1), p.rows, 1, 0, 0, 0, 0, 0, 0, 0]);
        putAll(d, 64, [uint32(1), p.operator - 1, 7, 1, p.terms, 0, 1, 1, p.rows, p.terms]);
    }

    function newState(Plot memory p) internal pure returns (bytes memory d) {
        d = new bytes(1024);
        putAll(d, 0, [uint32(12), 1, 0, 0, 0, 0, p.columns, 0, 0, 1]);
        putAll(d, 10, [uint32(0), p.columns, 1, 0, 0, 0, 0, 0, 0, 0]);
        putAll(d, 64, [uint32(1), 1, 11, 0, 1, 0, 0, 0, p.columns, 0]);
    }

    /// @dev The tensors that the operator reads.
    function tensors(Plot memory p) internal virtual {
        uint256 k = uint256(p.chunk) * 512 + uint256(p.block_) * 16;
        (uint256 row, uint256 column) = place(p);
        uint256 n = p.terms - k < 16 ? p.terms - k : 16;
        bytes memory a = new bytes(1024);
        bytes memory b = new bytes(1024);
        for (uint256 i = 0; i < n; ++i) {
            put(a, row % 16 * 16 + i, floatOf(p.lanes ? 1 : i + 1));
            put(b, i * 16 + column % 16, floatOf(1));
        }
        (firstTile, secondTile) = (a, b);
        uint256 across = (uint256(p.terms) + 15) / 16;
        Sparse memory x = zeros((uint256(p.rows) + 15) / 16 * across);
        x.put(row / 16 * across + k / 16, tileLeaf(a));
        first = x;
        uint256 wide = (uint256(p.columns) + 15) / 16;
        Sparse memory y = zeros(across * (wide == 0 ? 1 : wide));
        y.put(k / 16 * wide + column / 16, tileLeaf(b));
        second = y;
    }

    function operands(Plot memory p) internal {
        tensors(p);
        Sparse memory list = SparseList.make(39, TileProof.entry(keccak256("tensor")));
        list.put(1, TileProof.entry(second.root(1)));
        state = list;
        Sparse memory code = SparseList.make(p.operators, TileProof.entry(keccak256("operator")));
        code.put(p.operator, tileLeaf(descriptor));
        program = code;
    }

    function place(Plot memory p) internal pure returns (uint256 row, uint256 column) {
        if (p.lanes) return (p.tile * 256 + p.word, 0);
        uint256 wide = (uint256(p.columns) + 15) / 16;
        return (p.tile / wide * 16 + p.word / 16, p.tile % wide * 16 + p.word % 16);
    }

    function zeros(uint256 length) internal pure returns (Sparse memory) {
        return SparseList.make(length, tileLeaf(new bytes(1024)));
    }

    function tileLeaf(bytes memory tile) internal pure returns (bytes32) {
        return sha256(bytes.concat(tile, hex"00"));
    }

    /// @dev A small whole number as binary32.
    function floatOf(uint256 n) internal pure returns (uint256) {
        uint256 f = 0;
        for (uint256 i = 0; i < n; ++i) {
            f = Float32.add(f, Float32.ONE);
        }
        return f;
    }

    // The lists

    function claimsOf(Plot memory p, bool lies) internal returns (Claims memory c) {
        uint256 k = uint256(p.chunk) * 512 + uint256(p.block_) * 16;
        uint256 n = p.terms - k < 16 ? p.terms - k : 16;
        uint256 sum = p.lanes ? n : n * (n + 1) / 2;
        uint256 value = floatOf(lies ? sum + 3 : sum);
        // The other words of the tile are agreed, whatever they are.
        c.tile = new bytes(1024);
        for (uint256 i = 0; i < 1024; ++i) {
            c.tile[i] = 0x3f;
        }
        put(c.tile, p.word, value);
        uint256 chunks = (uint256(p.terms) + 511) / 512;
        c.folds = new bytes(4 * chunks);
        for (uint256 q = p.chunk; q < chunks; ++q) {
            put(c.folds, q, value);
        }
        blocksOf(p, c, lies, n, value);
        if (p.state) {
            c.tiles = SparseList.make(p.columns, TileProof.entry(keccak256("output")));
            c.tiles.put(p.tile, TileProof.entry(lies ? keccak256("a lie") : second.root(1)));
        } else {
            c.tiles = zeros(outputTiles(p));
            c.tiles.put(p.tile, tileLeaf(c.tile));
        }

        bytes32 output = c.tiles.root(p.state ? 2 : 1);
        bytes32 after_ = p.operator + 2 == p.operators ? output : keccak256(abi.encode("after", lies));
        pre = keccak256("before the window");
        agreed = state.root(2);
        if (p.step == 1) pre = agreed;
        c.trace = SparseList.make(p.operators, TileProof.entry(keccak256("output")));
        c.trace.put(0, TileProof.entry(agreed));
        c.trace.put(p.operator, TileProof.entry(first.root(1)));
        c.trace.put(p.operators - 1, TileProof.entry(after_));
        c.trace.put(p.operator + 1, TileProof.entry(output));
        if (p.state) c.trace.put(p.tile + 2, TileProof.entry(second.root(1)));
        c.root = p.step == p.steps ? after_ : keccak256(abi.encode("last", lies && !sameEnd));
        c.steps = SparseList.make(uint256(p.steps) + 1, TileProof.entry(keccak256("state")));
        c.steps.put(0, TileProof.entry(pre));
        c.steps.put(p.step - 1, TileProof.entry(agreed));
        c.steps.put(p.step, TileProof.entry(after_));
        c.steps.put(p.steps, TileProof.entry(c.root));
    }

    function blocksOf(Plot memory p, Claims memory c, bool lies, uint256 n, uint256 value) internal pure {
        uint256 left = p.terms - uint256(p.chunk) * 512;
        uint256 blocks = ((left > 512 ? 512 : left) + 15) / 16;
        c.blocks = new bytes((p.lanes ? 64 : 4) * blocks);
        for (uint256 b = p.block_; b < blocks; ++b) {
            if (!p.lanes) put(c.blocks, b, value);
            for (uint256 l = 0; p.lanes && l < n; ++l) {
                put(c.blocks, 16 * b + l, floatOf(lies && l == 0 ? 4 : 1));
            }
        }
    }

    function outputTiles(Plot memory p) internal pure returns (uint256) {
        if (p.lanes) return (uint256(p.rows) + 255) / 256;
        return (uint256(p.rows) + 15) / 16 * ((uint256(p.columns) + 15) / 16);
    }

    function big() internal pure returns (Plot memory) {
        return Plot({
            steps: 1024,
            step: 700,
            operators: 1700,
            operator: 1234,
            lanes: false,
            state: false,
            rows: 32768,
            columns: 16384,
            terms: 50257,
            tile: 1_234_567,
            word: 77,
            chunk: 41,
            block_: 17
        });
    }

    function small() internal pure returns (Plot memory) {
        return Plot({
            steps: 3,
            step: 2,
            operators: 20,
            operator: 5,
            lanes: false,
            state: false,
            rows: 90,
            columns: 70,
            terms: 1100,
            tile: 12,
            word: 3,
            chunk: 1,
            block_: 4
        });
    }
}
