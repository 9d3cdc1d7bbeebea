// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Descriptor} from "./Descriptor.sol";
import {Elements} from "./Elements.sol";
import {Geometry} from "./Geometry.sol";
import {Hasher} from "./Hasher.sol";
import {OpCodes} from "./OpCodes.sol";
import {Openings} from "./Openings.sol";
import {Reduction} from "./Reduction.sol";
import {TileProof} from "./TileProof.sol";
import {Validity} from "./Validity.sol";
import {IStepReferee, MicroStep, Reference, Verdict} from "./interfaces/IStepReferee.sol";

/// @title The referee of the last step, see IStepReferee
// INVARIANT: a word is read only from a tile that was opened at a place which descriptor and step (or an index word so opened) give.
contract StepReferee is IStepReferee {
    using Descriptor for Descriptor.Operator;
    using Descriptor for Descriptor.Operand;
    using Geometry for uint256;

    /// @inheritdoc IStepReferee
    function describe(bytes calldata descriptor, uint256 operator)
        external
        pure
        returns (uint256 geometry, Reference[] memory references)
    {
        Descriptor.Operator memory o = _parse(descriptor);
        if (o.geometry == 0) return (0, references);
        uint256 count = o.operands.length;
        for (uint256 i = 0; i < count; ++i) {
            Descriptor.Operand memory x = o.operands[i];
            uint256 last = o.code == OpCodes.OP_STATE ? x.lastOf() : x.index;
            if (x.source == OpCodes.SOURCE_TRACE && last >= operator) return (0, references);
        }
        if (!o.geometry.isLate()) {
            references = new Reference[](count);
            for (uint256 i = 0; i < count; ++i) {
                // SAFETY: both are words of a valid descriptor, the source at most 3.
                // forge-lint: disable-next-line(unsafe-typecast)
                references[i] = Reference(uint8(o.operands[i].source), uint32(o.operands[i].index));
            }
        }
        geometry = o.geometry;
    }

    /// @inheritdoc IStepReferee
    function part(bytes calldata descriptor, uint256 tile, uint256 word)
        external
        pure
        returns (Reference memory found)
    {
        Descriptor.Operator memory o = _parse(descriptor);
        if (o.geometry == 0 || !o.geometry.isLate() || tile >= o.geometry.leaves() || word > 255) return found;
        uint256 entry = tile;
        if (o.code == OpCodes.OP_CONCAT) {
            bool inside;
            (inside,, entry) = o.geometry.place(tile, word);
            if (!inside) return found;
        }
        (uint256 n, uint256 within) = Elements.part(o, entry);
        Descriptor.Operand memory x = o.operands[n];
        uint256 index = o.code == OpCodes.OP_STATE ? x.index + within * x.stride : x.index;
        // SAFETY: of a valid descriptor; the last of a section is below 2³².
        // forge-lint: disable-next-line(unsafe-typecast)
        return Reference(uint8(x.source), uint32(index));
    }

    /// @inheritdoc IStepReferee
    function decide(
        address by,
        MicroStep calldata step,
        bytes calldata descriptor,
        bytes32[] calldata roots,
        bytes calldata evidence
    ) external returns (Verdict verdict, bytes32 value) {
        Hasher.set(by);
        Descriptor.Operator memory o = _parse(descriptor);
        bool late = o.geometry.isLate();
        if (TileProof.binding(descriptor, late ? roots[:0] : roots) != step.binding) revert WrongBinding();
        if (o.geometry == 0) return (Verdict.Invalid, 0);
        _check(o.geometry, step);
        Openings.Evidence memory e;
        {
            uint256 place;
            assembly ("memory-safe") {
                place := roots.offset
            }
            e.roots = place;
            assembly ("memory-safe") {
                place := evidence.offset
            }
            e.front = place;
        }
        e.rootCount = roots.length;
        e.size = evidence.length;
        return (Verdict.Decided, _decide(o, e, step));
    }

    /// @dev The descriptor; its geometry is 0 if it is invalid.
    function _parse(bytes calldata descriptor) private pure returns (Descriptor.Operator memory o) {
        if (descriptor.length != TileProof.LEAF_BYTES) revert WrongLength();
        o = Descriptor.parse(descriptor);
        o.geometry = Validity.geometry(o);
    }

    /// @dev The output has such a step.
    function _check(uint256 geometry, MicroStep calldata step) private pure {
        uint256 most = geometry.isState() ? 1 : 256;
        if (step.tile >= geometry.leaves() || step.word >= most) revert NoSuchStep();
        if (!geometry.isState() && geometry.way(step.tile, step.word) != Geometry.Way.Leaf) {
            if (step.chunk >= geometry.chunks() || step.block_ >= geometry.blocks(step.chunk)) revert NoSuchStep();
        } else if (step.chunk | step.block_ != 0) {
            revert NoSuchStep();
        }
        if (step.block_ == 0 && step.before != 0) revert WrongPredecessor();
    }

    function _decide(Descriptor.Operator memory o, Openings.Evidence memory e, MicroStep calldata step)
        private
        view
        returns (bytes32)
    {
        if (o.code == OpCodes.OP_STATE) {
            Openings.expect(o, e, 1, 0, 0, 0);
            return TileProof.entry(Openings.root(e, 0));
        }
        if (o.geometry.isZero(step.tile, step.word)) {
            Openings.expect(o, e, o.geometry.isLate() ? 0 : o.operands.length, 0, 0, 0);
            return 0;
        }
        (, uint256 row, uint256 column) = o.geometry.place(step.tile, step.word);
        if (o.code == OpCodes.OP_CONCAT) return bytes32(Elements.concat(o, e, row, column));
        bool front = step.block_ > 0 && o.geometry.leaf() > Geometry.CHAIN;
        Openings.expect(o, e, o.operands.length, front ? 64 : 0, 0, o.operands.length);
        if (o.geometry.leaf() != Geometry.DIRECT) return Reduction.decide(o, e, step, row, column);
        uint256 word;
        if (o.code == OpCodes.OP_MAP) {
            word = Elements.mapped(o, e, row, column);
        } else if (o.code == OpCodes.OP_LOAD_BATCH) {
            word = Elements.load(o, e, row, column);
        } else if (o.code == OpCodes.OP_TICK) {
            unchecked {
                word = (Openings.word(o, e, 0, 0, 0) + 1) & type(uint32).max;
            }
        } else {
            word = Elements.lookup(o, e, row, column);
        }
        return bytes32(word);
    }
}
