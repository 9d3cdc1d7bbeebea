// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {
    Answer,
    Game,
    IMatches,
    NewList,
    Operands,
    Outcome,
    Phase,
    Side,
    Terms,
    TraceOpening
} from "../src/interfaces/IMatches.sol";
import {MatchStage, Plot} from "./MatchStage.sol";
import {Sparse, SparseList} from "./SparseList.sol";

/// @notice What a match refuses, by name, and that a refused move changes nothing.
contract MatchesRefusalsTest is MatchStage {
    using SparseList for Sparse;

    // What is true of every phase

    /// @dev One bit of any word of a move that hashes fix: refused, unless the bit is in an empty array's place, which changes nothing.
    function test_everyForcedMove_withAnyWordSpoilt() external {
        Plot memory p = small();
        p.operators = 1700;
        begin(p, Side.Committer);
        while (board.outcome(matchId) == Outcome.Running) {
            (Phase phase, Side side,) = board.due(matchId);
            if (isOwn(board.game(matchId))) {
                step(Side.Committer);
                continue;
            }
            (bytes memory data,) = moveOf(side);
            uint256 before = vm.snapshotState();
            step(Side.Committer);
            bytes32 after_ = stateOfMatch();
            vm.revertToState(before);
            uint256 accepted;
            for (uint256 i = 36; i < data.length; i += 32) {
                data[i] ^= 0x80;
                before = vm.snapshotState();
                (bool success,) = send(ownerOf(side), data);
                if (success) {
                    ++accepted;
                    vm.assertEq(stateOfMatch(), after_, string.concat("phase ", vm.toString(uint256(phase))));
                    vm.revertToState(before);
                }
                data[i] ^= 0x80;
            }
            vm.assertLe(accepted, 3, "only places of empty arrays");
            refuse(ownerOf(side), bytes.concat(data, hex"00"), IMatches.WrongLength.selector);
            refuse(ownerOf(side), bytes.concat(data, new bytes(32)), IMatches.WrongLength.selector);
            step(Side.Committer);
        }
    }

    /// @dev To the last second, not a second longer; then only timeout, for ever.
    function test_System02_System17_TheDueSideIsLateAndForEver() external {
        begin(small(), Side.Challenger);
        while (board.outcome(matchId) == Outcome.Running) {
            (Phase phase, Side side, uint64 deadline) = board.due(matchId);
            vm.warp(deadline);
            refuse(passer, abi.encodeCall(IMatches.timeout, (matchId)), IMatches.NotYet.selector);
            uint256 inTime = vm.snapshotState();
            vm.warp(deadline + 1);
            Side mover = side == Side.None ? Side.Challenger : side;
            (bytes memory data,) = moveOf(mover);
            refuse(ownerOf(mover), data, IMatches.TooLate.selector);
            vm.warp(uint256(deadline) + 4000 days);
            refuse(ownerOf(mover), data, IMatches.TooLate.selector);
            vm.prank(passer);
            board.timeout(matchId);
            Outcome want = side == Side.None
                ? Outcome.BothSilent
                : side == Side.Committer ? Outcome.CommitterConvicted : Outcome.ChallengerConvicted;
            vm.assertEq(
                uint256(board.outcome(matchId)), uint256(want), string.concat("late in ", vm.toString(uint256(phase)))
            );
            refuse(passer, abi.encodeCall(IMatches.timeout, (matchId)), IMatches.WrongPhase.selector);
            refuse(ownerOf(mover), data, IMatches.WrongPhase.selector);
            vm.revertToState(inTime);
            step(Side.Challenger);
            (Phase next, Side then_, uint64 until) = board.due(matchId);
            if (next != Phase.Ended && next != Phase.Bound) {
                vm.assertTrue(then_ != side, "the turn passed");
                vm.assertGe(until, vm.getBlockTimestamp() + 10, "an extension");
            }
        }
    }

    /// @dev Every call in every other phase.
    function test_everyMove_inEveryOtherPhase() external {
        begin(small(), Side.Committer);
        uint256 fresh = vm.snapshotState();
        bytes[] memory calls = new bytes[](12);
        Phase[] memory phases = new Phase[](12);
        uint256 n;
        while (board.outcome(matchId) == Outcome.Running) {
            (phases[n],,) = board.due(matchId);
            calls[n++] = step(Side.Committer);
        }
        for (uint256 i = 0; i < n; ++i) {
            for (uint256 who = 1; who <= 2; ++who) {
                refuse(ownerOf(Side(who)), calls[i], IMatches.WrongPhase.selector);
            }
        }
        vm.revertToState(fresh);
        for (uint256 turn = 0; turn < n; ++turn) {
            (Phase phase,,) = board.due(matchId);
            for (uint256 i = 0; i < n; ++i) {
                if (phases[i] == phase) continue;
                for (uint256 who = 1; who <= 2; ++who) {
                    (bool success,) = send(ownerOf(Side(who)), calls[i]);
                    vm.assertFalse(success, "a call of another phase");
                }
            }
            (bool made,) = send(ownerOf(turn % 2 == 0 ? Side.Committer : Side.Challenger), calls[turn]);
            if (!made) (made,) = send(ownerOf(turn % 2 == 1 ? Side.Committer : Side.Challenger), calls[turn]);
            vm.assertTrue(made, "the call of this phase");
        }
    }

    /// @dev What commits a side to something new is its own to say, or its key's; the rest is fixed by hashes and anyone's.
    function test_everyMove_bySomeoneElse() external {
        begin(small(), Side.Committer);
        while (board.outcome(matchId) == Outcome.Running) {
            Game memory g = board.game(matchId);
            Side side = g.due == Side.None ? Side.Committer : g.due;
            (bytes memory data,) = moveOf(side);
            bool own = isOwn(g);
            if (own) {
                refuse(griefer, data, IMatches.NotOwner.selector);
                refuse(ownerOf(other(side)), data, IMatches.NotOwner.selector);
            }
            uint256 before = vm.snapshotState();
            if (own) {
                vm.prank(ownerOf(side));
                board.nameKey(griefer);
            }
            (bool success,) = send(griefer, data);
            vm.assertTrue(success, string.concat("phase ", vm.toString(uint256(g.phase))));
            vm.revertToState(before);
            step(Side.Committer);
        }
    }

    // By name

    function test_start() external {
        begin(small(), Side.Committer);
        Terms memory t = Terms(run, 3, pre, keccak256("a"), keccak256("b"), worker, challenger);
        refuse(griefer, abi.encodeCall(IMatches.start, (matchId + 1, t)), IMatches.NotStarter.selector);
        refuse(core.disputes, abi.encodeCall(IMatches.start, (matchId, t)), IMatches.InvalidTerms.selector);
        t.steps = 0;
        refuse(core.disputes, abi.encodeCall(IMatches.start, (matchId + 1, t)), IMatches.InvalidTerms.selector);
        t.steps = 1025;
        refuse(core.disputes, abi.encodeCall(IMatches.start, (matchId + 1, t)), IMatches.InvalidTerms.selector);
        (t.steps, t.committerRoot) = (1, t.challengerRoot);
        refuse(core.disputes, abi.encodeCall(IMatches.start, (matchId + 1, t)), IMatches.InvalidTerms.selector);
        NewList memory none;
        refuse(griefer, abi.encodeCall(IMatches.openSteps, (matchId, Side.None, none)), IMatches.InvalidSide.selector);
        refuse(griefer, abi.encodeCall(IMatches.timeout, (matchId + 1)), IMatches.WrongPhase.selector);
    }

    function test_openSteps() external {
        begin(small(), Side.Committer);
        NewList memory list = newList(claims[Side.Committer].steps);
        // The other side's list ends in the other side's claim.
        bytes memory data =
            abi.encodeCall(IMatches.openSteps, (matchId, Side.Committer, newList(claims[Side.Challenger].steps)));
        refuse(worker, data, IMatches.WrongEnds.selector);
        list.nodes[0] = keccak256("not the pre root");
        refuse(worker, abi.encodeCall(IMatches.openSteps, (matchId, Side.Committer, list)), IMatches.WrongEnds.selector);
        list.nodes = new bytes32[](2);
        refuse(
            worker, abi.encodeCall(IMatches.openSteps, (matchId, Side.Committer, list)), IMatches.WrongLength.selector
        );
    }

    /// @dev A virtual leaf: what lies beyond the list's length must be padding.
    function test_System19_AnEntryBeyondTheListIsRefused() external {
        Plot memory p = small();
        (p.steps, p.step) = (2, 1);
        begin(p, Side.Committer);
        NewList memory list = newList(claims[Side.Committer].steps);
        vm.assertEq(list.nodes[3], 0, "padding");
        list.nodes[3] = keccak256("a leaf too many");
        refuse(
            worker, abi.encodeCall(IMatches.openSteps, (matchId, Side.Committer, list)), IMatches.WrongNodes.selector
        );
    }

    function test_moveToTrace() external {
        begin(small(), Side.Committer);
        playTo(Phase.Steps);
        (Answer memory a, TraceOpening memory t) = traceMove();
        TraceOpening memory x = abi.decode(abi.encode(t), (TraceOpening));
        x.agreed = keccak256("another");
        refuseTrace(a, x, IMatches.WrongAgreed.selector);
        x = abi.decode(abi.encode(t), (TraceOpening));
        x.operators += 1;
        refuseTrace(a, x, IMatches.WrongProgram.selector);
        x.operators = 1;
        refuseTrace(a, x, IMatches.WrongProgram.selector);
        x = abi.decode(abi.encode(t), (TraceOpening));
        x.list = newList(claims[Side.Committer].trace);
        refuseTrace(a, x, IMatches.WrongEnds.selector);
        x = abi.decode(abi.encode(t), (TraceOpening));
        x.agreedPath = new bytes32[](x.agreedPath.length + 1);
        refuseTrace(a, x, IMatches.WrongLength.selector);
        // The same nodes as the other side's: no difference; others than posted: not what was posted.
        Answer memory b = abi.decode(abi.encode(a), (Answer));
        b.theirs[0] = b.nodes[b.nodes.length - b.theirs.length];
        refuseTrace(b, t, IMatches.WrongPosted.selector);
        b.theirs = new bytes32[](0);
        refuseTrace(b, t, IMatches.WrongLength.selector);
        b.theirs = new bytes32[](b.nodes.length + 1);
        refuseTrace(b, t, IMatches.WrongLength.selector);
        // One place too far to the left, where both are equal.
        b = abi.decode(abi.encode(a), (Answer));
        uint256 n = a.theirs.length + 1;
        b.theirs = new bytes32[](n);
        b.theirs[0] = a.nodes[a.nodes.length - n];
        for (uint256 i = 1; i < n; ++i) {
            b.theirs[i] = a.theirs[i - 1];
        }
        refuseTrace(b, t, IMatches.NoDifference.selector);
        // Without the trace, and with a list where none belongs.
        refuse(challenger, abi.encodeCall(IMatches.move, (matchId, a, new bytes32[](0))), IMatches.WrongPhase.selector);
        refuse(
            challenger, abi.encodeCall(IMatches.move, (matchId, a, new bytes32[](16))), IMatches.WrongLength.selector
        );
    }

    function traceMove() private view returns (Answer memory a, TraceOpening memory t) {
        (bytes memory data,) = moveOf(Side.Challenger);
        (, a, t) = abi.decode(slice(data, 4, data.length - 4), (uint64, Answer, TraceOpening));
    }

    function refuseTrace(Answer memory a, TraceOpening memory t, bytes4 selector) private {
        refuse(challenger, abi.encodeCall(IMatches.moveToTrace, (matchId, a, t)), selector);
    }

    function test_bind() external {
        begin(small(), Side.Committer);
        playTo(Phase.Bind);
        bytes32[] memory path = program.path(plot.operator, program.depth());
        bytes memory other_ = bytes.concat(descriptor);
        other_[0] = 0x02;
        refuseBind(other_, path, rootsOf(true), IMatches.WrongProgram.selector);
        refuseBind(new bytes(1023), path, rootsOf(true), IMatches.WrongLength.selector);
        Operands memory roots = rootsOf(true);
        roots.operands[0].root = keccak256("another");
        refuseBind(descriptor, path, roots, abi.encodeWithSelector(IMatches.WrongOperand.selector, 0));
        roots = rootsOf(true);
        roots.operands[1].path = new bytes32[](roots.operands[1].path.length - 1);
        refuseBind(descriptor, path, roots, abi.encodeWithSelector(IMatches.WrongOperand.selector, 1));
        roots = rootsOf(true);
        roots.stateLength += 1;
        refuseBind(descriptor, path, roots, IMatches.WrongAgreed.selector);
    }

    function refuseBind(bytes memory d, bytes32[] memory path, Operands memory roots, bytes4 selector) private {
        refuse(passer, abi.encodeCall(IMatches.bind, (matchId, d, path, roots)), selector);
    }

    function refuseBind(bytes memory d, bytes32[] memory path, Operands memory roots, bytes memory err) private {
        (bool success, bytes memory result) = send(passer, abi.encodeCall(IMatches.bind, (matchId, d, path, roots)));
        vm.assertTrue(!success && keccak256(result) == keccak256(err), "the operand that is wrong");
    }

    /// @dev An operator outside the set: nobody can be right about it, so nobody is timed out by it.
    function test_bind_invalidDescriptor_convictsBoth() external {
        nonsense = true;
        begin(small(), Side.Committer);
        playTo(Phase.Bind);
        Operands memory none;
        bytes32[] memory path = program.path(plot.operator, program.depth());
        vm.prank(passer);
        board.bind(matchId, descriptor, path, none);
        vm.assertEq(uint256(board.outcome(matchId)), uint256(Outcome.BothConvicted), "both");
        (address sender, uint96 cost) = board.leafOf(matchId);
        vm.assertTrue(sender == passer && cost > 0, "who brought it is known");
    }

    function test_tile() external {
        begin(small(), Side.Committer);
        playTo(Phase.Bound);
        refuse(griefer, abi.encodeCall(IMatches.openTile, (matchId, new bytes(1024))), IMatches.WrongLength.selector);
        (, Side side,) = board.due(matchId);
        uint256 n = 1 << 1;
        refuse(griefer, abi.encodeCall(IMatches.openTiles, (matchId, new bytes32[](n))), IMatches.WrongNodes.selector);
        refuse(
            griefer, abi.encodeCall(IMatches.openTiles, (matchId, new bytes32[](n + 1))), IMatches.WrongLength.selector
        );
        step(side);
        while (board.game(matchId).below > 0) step(side);
        (bytes memory data,) = moveOf(board.game(matchId).due);
        (, Answer memory a,) = abi.decode(slice(data, 4, data.length - 4), (uint64, Answer, bytes));
        bytes memory wrong = new bytes(1024);
        refuse(griefer, abi.encodeCall(IMatches.moveToTile, (matchId, a, wrong)), IMatches.WrongTile.selector);
        refuse(
            griefer, abi.encodeCall(IMatches.moveToTile, (matchId, a, new bytes(992))), IMatches.WrongLength.selector
        );
        refuse(griefer, abi.encodeCall(IMatches.move, (matchId, a, new bytes32[](0))), IMatches.WrongPhase.selector);
        a.head = new bytes32[](1);
        refuse(griefer, abi.encodeCall(IMatches.move, (matchId, a, new bytes32[](0))), IMatches.WrongLength.selector);
    }

    function test_words() external {
        begin(small(), Side.Committer);
        playTo(Phase.Element);
        Plot memory p = plot;
        Side side = board.game(matchId).due;
        address who = ownerOf(side);
        bytes memory theirs = posted;
        bytes memory folds = claims[side].folds;
        uint32 own = uint32(numberAt(claims[side].tile, p.word));
        uint32 their = uint32(numberAt(theirs, p.word));
        refuse(who, element(p.word, their, theirs, folds), IMatches.NoDifference.selector);
        refuse(who, element(p.word, own + 1, theirs, folds), IMatches.WrongWords.selector);
        refuse(who, element(p.word, own, theirs, slice(folds, 0, 8)), IMatches.WrongLength.selector);
        refuse(who, element(p.word, own, claims[side].tile, folds), IMatches.WrongPosted.selector);
        step(side);

        side = board.game(matchId).due;
        who = ownerOf(side);
        theirs = posted;
        bytes memory blocks = claims[side].blocks;
        own = uint32(numberAt(claims[side].folds, p.chunk));
        refuse(who, fold(3, own, theirs, blocks), IMatches.WrongPlace.selector);
        refuse(who, fold(p.chunk, uint32(numberAt(theirs, p.chunk)), theirs, blocks), IMatches.NoDifference.selector);
        refuse(who, fold(p.chunk, own + 1, theirs, blocks), IMatches.WrongWords.selector);
        refuse(who, fold(p.chunk, own, theirs, slice(blocks, 0, 64)), IMatches.WrongLength.selector);
        refuse(who, fold(p.chunk, own, claims[side].folds, blocks), IMatches.WrongPosted.selector);
        // The last fold must be the mover's element.
        refuse(who, fold(2, own + 1, theirs, slice(blocks, 0, 20)), IMatches.WrongClaim.selector);
        step(side);

        side = board.game(matchId).due;
        who = ownerOf(side);
        theirs = posted;
        refuse(who, block_(32, slice(theirs, 0, 4), theirs), IMatches.WrongPlace.selector);
        refuse(who, block_(p.block_, new bytes(3), theirs), IMatches.WrongLength.selector);
        refuse(who, block_(0, slice(theirs, 0, 4), theirs), IMatches.NoDifference.selector);
        refuse(who, block_(p.block_, new bytes(4), claims[side].blocks), IMatches.WrongPosted.selector);
        // The last block must give the mover's fold.
        refuse(who, block_(31, new bytes(4), theirs), IMatches.WrongClaim.selector);
    }

    function element(uint8 word, uint32 value, bytes memory theirs, bytes memory words)
        private
        view
        returns (bytes memory)
    {
        return abi.encodeCall(IMatches.answerElement, (matchId, word, value, theirs, words));
    }

    function fold(uint32 chunk, uint32 value, bytes memory theirs, bytes memory words)
        private
        view
        returns (bytes memory)
    {
        return abi.encodeCall(IMatches.answerFolds, (matchId, chunk, value, theirs, words));
    }

    function block_(uint8 at_, bytes memory value, bytes memory theirs) private view returns (bytes memory) {
        return abi.encodeCall(IMatches.answerBlocks, (matchId, at_, value, theirs));
    }

    function refuse(address who, bytes memory data, bytes4 selector) private {
        (bool success, bytes memory result) = send(who, data);
        vm.assertFalse(success, "refused");
        vm.assertEq(bytes32(bytes4(result)), bytes32(selector), "by name");
    }
}
