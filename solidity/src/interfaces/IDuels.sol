// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Outcome} from "./IMatches.sol";

/// @notice Where a pledge stands. Sealed: nobody knows yet what it says; Standing: said, and not refuted; Defeated: it lost a duel;
/// Lapsed: never said; Settled: its bond went back.
enum PledgeStatus {
    None,
    Sealed,
    Standing,
    Defeated,
    Lapsed,
    Settled
}

/// @notice What somebody says, bonded.
/// @param owner Who bonded it, and plays its duels, itself or by the key it named in `IMatches`.
/// @param status Where it stands.
/// @param duels Its duels that aren't concluded.
/// @param bond Unit: wei.
/// @param gasPot Of a defeated one: what of its bond is kept for the gas of those who were duelling with it when another had defeated it.
struct Pledge {
    address owner;
    PledgeStatus status;
    uint32 duels;
    uint128 bond;
    uint128 gasPot;
}

/// @notice Two pledges that contradict each other.
/// @param left Plays the committer's side of the match.
/// @param right Plays the challenger's.
/// @param concluded What came out has been recorded.
struct Duel {
    uint64 left;
    uint64 right;
    bool concluded;
}

/// @notice What the match of a duel is held to, beyond its terms.
/// @param committerList Root of the steps list (kind 3) that the committer's side named before, and no other may it open; 0: any.
/// @param challengerList The same of the challenger's side.
/// @param programRoot The program, where it isn't the run's; else 0.
/// @param datasetRoot Its dataset. Read only if there is a programRoot.
struct Given {
    bytes32 committerList;
    bytes32 challengerList;
    bytes32 programRoot;
    bytes32 datasetRoot;
}

/// @title Duels: two pledges that contradict each other play a match
/// @notice Pledges count from 1 in each contract; a duel's id is that of its match, above every challenge's. Each bond covers everything to the
/// end. Pledges fall one by one, and a defeat is the defeated one's alone: it says nothing about the winner to anybody else. So no friend can
/// lose in another's place, and any number of duels run side by side.
///
/// | the match ends with | left | right |
/// |---|---|---|
/// | one convicted, both standing | defeated or stands | the other of it |
/// | both convicted (leaf) or both silent, both standing | defeated | defeated |
/// | anything, even nothing yet, once one was defeated elsewhere | as it was | as it was |
///
/// **Bond of the defeated**: its conqueror's gas in the match (≤ 20 %), 40 % of the rest to the conqueror, the rest burned. Of the 20 %, what is
/// unused waits while other duels with it are under way, for the gas of their other sides, and is burned with the last. Defeated together: the
/// leaf sender's gas out of the left bond (≤ 20 %), if a leaf did it; the rest burned.
interface IDuels {
    /// @notice Two pledges began a match.
    event DuelStarted(uint64 indexed duel, uint64 indexed left, uint64 indexed right);
    /// @notice What came out was recorded; `moot`: one of them had been defeated elsewhere, so it changed nothing.
    event DuelConcluded(uint64 indexed duel, Outcome outcome, bool moot);
    /// @notice A pledge lost. `gas` and `reward` went to the pledge `by` (0: defeated together), `burned` is gone.
    event PledgeDefeated(uint64 indexed pledge, uint64 indexed by, uint256 gas, uint256 reward, uint256 burned);
    /// @notice The match's other side had its gas out of the bond of a pledge that had been defeated elsewhere.
    event GasRepaid(uint64 indexed pledge, uint64 indexed to, uint256 gas);

    /// @notice The pledge isn't (any more) in the state this call needs.
    error WrongPledge(uint64 pledge, PledgeStatus status);
    /// @notice There is no such duel, or it was concluded.
    error WrongDuel(uint64 duel);
    /// @notice These two don't contradict each other, or have met.
    error NoContradiction(uint64 left, uint64 right);
    /// @notice The time or the end this call waits for hasn't come.
    error NotYet();
    /// @notice It is over for this.
    error TooLate(uint64 deadline);
    /// @notice The coin sent isn't the required one.
    error WrongBond(uint256 sent, uint256 required);
    /// @notice The window isn't final.
    error NotFinal(bytes32 commitment);

    /// @notice Records what came out of a duel's match, and moves bonds. By anyone, once the match has ended or one of the two was defeated
    /// elsewhere.
    function conclude(uint64 duel) external;

    /// @notice What duel `id` is about. Never changes once the match has started.
    function given(uint64 id) external view returns (Given memory);

    /// @notice The pledge, all zero if unknown.
    function pledge(uint64 id) external view returns (Pledge memory);

    /// @notice The duel, all zero if unknown.
    function duelOf(uint64 id) external view returns (Duel memory);

    /// @notice The duel in which these two met, in whichever order; 0 if they haven't.
    function meeting(uint64 left, uint64 right) external view returns (uint64 duel);

    /// @notice Number of pledges; they are 1…pledges().
    function pledges() external view returns (uint64);

    /// @notice Number of duels; their ids are firstDuel()…firstDuel() + duels() − 1.
    function duels() external view returns (uint64);

    /// @notice Id of this contract's first duel.
    function firstDuel() external view returns (uint64);

    /// @notice The Vault key of a pledge's bond (ledger owner: this contract).
    function pledgeKey(uint64 pledge) external pure returns (bytes32);
}
