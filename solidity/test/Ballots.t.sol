// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ICourt, Phase, SeatStatus} from "../src/interfaces/ICourt.sol";
import {Run} from "../src/interfaces/IRunRegistry.sol";
import {Base} from "./Base.sol";

/// @notice A wallet that approves what its owner signed, as EIP-1271 says.
contract Wallet {
    address private immutable owner;

    constructor(address owner_) {
        owner = owner_;
    }

    function isValidSignature(bytes32 digest, bytes calldata signature) external view returns (bytes4) {
        (uint8 v, bytes32 r, bytes32 s) = (uint8(signature[64]), bytes32(signature[:32]), bytes32(signature[32:64]));
        return ecrecover(digest, v, r, s) == owner ? this.isValidSignature.selector : bytes4(0);
    }
}

/// @notice A wallet that approves nothing, each in another way.
contract Refusing {
    uint256 private immutable how;

    constructor(uint256 how_) {
        how = how_;
    }

    fallback() external {
        if (how == 0) revert();
        uint256 answer = how == 1 ? 1 : uint256(0xffffffff) << 224;
        assembly ("memory-safe") {
            mstore(0, answer)
            return(0, 32)
        }
    }
}

/// @notice Ballots that others bring. Five who stake: three with a key, two that are contracts.
contract BallotsTest is Base {
    uint256[3] private keys = [uint256(0xa11ce), 0xb0b, 0xca401];
    address[5] private signers;
    bytes32 private wrong;

    function setUp() public override {
        super.setUp();
        Run memory d = devnet();
        (d.economy.jury, d.economy.largerJury) = (5, 5);
        run = createRun(d);
        for (uint256 i = 0; i < 3; ++i) {
            signers[i] = vm.addr(keys[i]);
        }
        signers[3] = address(new Wallet(signers[0]));
        signers[4] = address(new Wallet(signers[0])); // the same owner
        for (uint256 i = 0; i < 5; ++i) {
            vm.deal(signers[i], 10 ether);
            vm.prank(signers[i]);
            validators.stake{value: 5 ether}();
        }
        pass(1);
        wrong = commit(liar, lie(0));
        challenge(challenger, wrong, truth(0));
        seatJury(wrong);
    }

    function ballotOf(address juror) private view returns (bytes32) {
        return court.ballotHash(wrong, court.caseOf(wrong).round, juror, truth(0), SALT);
    }

    function signed(uint256 key, bytes32 digest) private pure returns (bytes memory) {
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, digest);
        return abi.encodePacked(r, s, v);
    }

    function signatureOf(uint256 key, address juror, bytes32 ballot) private view returns (bytes memory) {
        return signed(key, court.signedBallotHash(wrong, court.caseOf(wrong).round, juror, ballot));
    }

    function bring(address juror, bytes32 ballot, bytes memory signature) private {
        vm.prank(passer);
        court.commitBallotFor(wrong, juror, ballot, signature);
    }

    function refuses(address juror, bytes32 ballot, bytes memory signature) private {
        vm.expectRevert(ICourt.WrongSignature.selector);
        bring(juror, ballot, signature);
    }

    function test_anyoneBringsWhatAJurorSigned() public {
        for (uint256 i = 0; i < 5; ++i) {
            address juror = signers[i];
            bring(juror, ballotOf(juror), signatureOf(keys[i < 3 ? i : 0], juror, ballotOf(juror)));
            vm.assertEq(uint256(court.seat(wrong, 1, juror).status), uint256(SeatStatus.Committed), "committed");
        }
        vm.assertEq(uint256(court.phase(wrong)), uint256(Phase.Reveal), "all have acted");
        for (uint256 i = 0; i < 5; ++i) {
            court.reveal(wrong, signers[i], truth(0), SALT);
        }
        court.tally(wrong);
        vm.assertEq(training.head(run), training.genesis(run), "it fell");
    }

    function test_theHashToSignIsEip712() public view {
        bytes32 domain = keccak256(
            abi.encode(
                keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"),
                keccak256("Commonweight Court"),
                keccak256("1"),
                block.chainid,
                address(court)
            )
        );
        bytes32 what = keccak256(
            abi.encode(
                keccak256("SignedBallot(bytes32 commitment,uint32 round,bytes32 seed,address juror,bytes32 ballot)"),
                wrong,
                uint32(1),
                court.roundOf(wrong, 1).seed,
                signers[0],
                SALT
            )
        );
        vm.assertEq(
            court.signedBallotHash(wrong, 1, signers[0], SALT),
            keccak256(abi.encodePacked(hex"1901", domain, what)),
            "hash"
        );
    }

    function test_attack_forgedSignaturesAreRefused() public {
        address juror = signers[0];
        bytes32 ballot = ballotOf(juror);
        bytes memory right = signatureOf(keys[0], juror, ballot);
        refuses(juror, ballot, signatureOf(keys[1], juror, ballot)); // another key
        refuses(juror, bytes32(uint256(ballot) ^ 1), right); // another ballot
        refuses(signers[1], ballot, right); // another juror
        refuses(juror, ballot, "");
        refuses(juror, ballot, new bytes(65));
        refuses(juror, ballot, signed(keys[0], ballot)); // the ballot alone could be brought anywhere
        for (uint256 i = 0; i < 65; ++i) {
            bytes memory flipped = bytes.concat(right);
            flipped[i] ^= 0x01;
            refuses(juror, ballot, flipped);
        }
        // The other s of the same signature.
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(keys[0], court.signedBallotHash(wrong, 1, juror, ballot));
        uint256 order = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141;
        refuses(juror, ballot, abi.encodePacked(r, order - uint256(s), v == 27 ? uint8(28) : uint8(27)));
        bring(juror, ballot, right);
        vm.expectPartialRevert(ICourt.WrongSeat.selector);
        bring(juror, ballot, right); // once
    }

    function test_attack_awalletsOwnerSignsForOneWalletAtATime() public {
        bytes32 ballot = ballotOf(signers[3]);
        bytes memory signature = signatureOf(keys[0], signers[3], ballot);
        refuses(signers[4], ballot, signature);
        refuses(signers[0], ballot, signature);
        bring(signers[3], ballot, signature);
    }

    function test_attack_walletsThatApproveNothing() public {
        for (uint256 how = 0; how < 3; ++how) {
            vm.etch(signers[4], address(new Refusing(how)).code);
            refuses(signers[4], ballotOf(signers[4]), "any");
        }
        vm.etch(signers[4], "");
        refuses(signers[4], ballotOf(signers[4]), "any"); // gone
    }

    function test_attack_aBallotIsNotReplayedInTheOtherRound() public {
        address juror = signers[0];
        bytes32 ballot = ballotOf(juror);
        bytes memory signature = signatureOf(keys[0], juror, ballot);
        pass(36);
        court.tally(wrong);
        drawJury(wrong);
        vm.assertEq(court.jurors(wrong, 2).length, 5, "all of them again");
        refuses(juror, ballot, signature);
        vm.assertNotEq(ballotOf(juror), ballot, "another ballot");
        // And one that the juror itself repeats can't be revealed.
        vm.prank(juror);
        court.commitBallot(wrong, ballot);
        pass(21);
        vm.expectRevert(ICourt.WrongBallot.selector);
        court.reveal(wrong, juror, truth(0), SALT);
    }

    function test_attack_aBallotIsNotReplayedInAnotherCase() public {
        address juror = signers[0];
        bytes32 ballot = ballotOf(juror);
        bytes memory signature = signatureOf(keys[0], juror, ballot);
        bytes32 first = wrong;
        wrong = commit(liar, lie(1));
        challenge(challenger, wrong, truth(1));
        seatJury(wrong);
        refuses(juror, ballot, signature);
        wrong = first;
        vm.chainId(31337 + 1);
        refuses(juror, ballot, signature);
    }

    function test_nobodyBringsABallotForWhoHasNoSeat() public {
        uint256 key = 0xdead;
        address nobody = vm.addr(key);
        bytes memory signature = signatureOf(key, nobody, SALT);
        vm.expectPartialRevert(ICourt.WrongSeat.selector);
        bring(nobody, SALT, signature);
        signature = signatureOf(keys[0], signers[0], 0);
        vm.expectRevert(ICourt.InvalidBallot.selector);
        bring(signers[0], 0, signature);
        pass(21);
        signature = signatureOf(keys[0], signers[0], SALT);
        vm.expectPartialRevert(ICourt.WrongPhase.selector);
        bring(signers[0], SALT, signature);
    }
}
