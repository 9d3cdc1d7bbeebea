// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {FIRST_DUEL} from "./Core.sol";
import {Descriptor} from "./Descriptor.sol";
import {Geometry} from "./Geometry.sol";
import {OpCodes} from "./OpCodes.sol";
import {Reduction} from "./Reduction.sol";
import {Row} from "./Row.sol";
import {TileProof} from "./TileProof.sol";
import {Game, Outcome, Phase, Side} from "./interfaces/IMatches.sol";
import {HashKind} from "./interfaces/IRunRegistry.sol";
import {Element, IStepProofs} from "./interfaces/IStepProofs.sol";

/// @title What a proof of an element has to say in a match
/// @notice The rules, and the inputs' form, are on IStepProofs.
// INVARIANT: everything but the value comes from the match. The operands are agreed by both sides, since they stand left of the difference; so a
// challenger that told the truth has the value that they give, and no proof says another.
library ProvenElement {
    using Descriptor for Descriptor.Operand;
    using Geometry for uint256;

    /// @notice The public inputs from the fourth on; the ones before are the caller's.
    function inputs(uint64 id, Game memory g, uint64 deadline, Element calldata element)
        internal
        view
        returns (uint256[7] memory x)
    {
        // SAFETY: what the clock has decided, no proof can undo.
        if (
            id >= FIRST_DUEL || g.outcome != Outcome.Running || g.hash != HashKind.Poseidon2 || g.due != Side.Committer
                || block.timestamp > deadline
        ) revert IStepProofs.NotProvableElement(id);
        _requireOther(id, g, element);
        bytes32 binding = sha256(abi.encodePacked(element.descriptor, element.roots));
        if (element.descriptor.length != TileProof.LEAF_BYTES || binding != g.binding) {
            revert IStepProofs.WrongElement();
        }
        (x[3], x[4]) = places(element.descriptor, g.geometry, g.index, element.word);
        if (x[3] == 0) revert IStepProofs.NotProvableElement(id);
        x[5] = g.geometry.terms();
        x[6] = element.value;
    }

    /// @notice Where the factors of a word stand in both operands; 0 if it is no element of a matrix product, or one without terms. Twin:
    /// product.go in `fraudproof/referee`.
    /// @dev Bounds: of a descriptor that is bound, with its geometry; tile < leaves, word < 256.
    function places(bytes calldata descriptor, uint256 geometry, uint256 tile, uint256 word)
        internal
        pure
        returns (uint256 first, uint256 second)
    {
        Descriptor.Operator memory o = Descriptor.parse(descriptor);
        if (o.code != OpCodes.OP_MATMUL || geometry.isZero(tile, word)) return (0, 0);
        (, uint256 row, uint256 column) = geometry.place(tile, word);
        uint256 terms = geometry.terms();
        return (_place(o, 0, row, column, terms), _place(o, 1, row, column, terms));
    }

    /// @dev The challenger's element is another than the proven one: its tile says so, or it has already said so itself.
    // INVARIANT: in Folds, and in Blocks of one chunk, the committer is held to the word that the challenger has contradicted.
    function _requireOther(uint64 id, Game memory g, Element calldata element) private pure {
        if (g.phase == Phase.Element) {
            if (keccak256(element.theirs) != g.posted) revert IStepProofs.WrongElement();
            uint256 from = 4 * uint256(element.word);
            // A word of four bytes.
            // forge-lint: disable-next-line(unsafe-typecast)
            uint256 word = uint256(uint32(bytes4(element.theirs[from:from + 4])));
            if (Row.swap(word << 224) >> 224 == element.value) revert IStepProofs.WrongElement();
        } else if (g.phase == Phase.Folds || g.phase == Phase.Blocks && g.geometry.chunks() == 1) {
            if (element.theirs.length != 0 || element.word != g.word || bytes32(uint256(element.value)) != g.mine) {
                revert IStepProofs.WrongElement();
            }
        } else {
            revert IStepProofs.NotProvableElement(id);
        }
    }

    /// @dev Where operand n's factors stand.
    function _place(Descriptor.Operator memory o, uint256 n, uint256 row, uint256 column, uint256 terms)
        private
        pure
        returns (uint256 packed)
    {
        (uint256 tile, uint256 first, bool down) = Reduction.place(o, n, row, column, 0);
        packed = (down ? first | 16 : first / 16) | tile << 8 | o.operands[n].tiles() << 72;
        if (terms > 16) {
            (uint256 next,,) = Reduction.place(o, n, row, column, 16);
            packed |= next - tile << 40;
        }
    }
}
