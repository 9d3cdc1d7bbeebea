// Package match owns the game that two roots are decided by: its rules (a twin of Matches.sol) and the solver that finds a side's next
// move. It knows neither chain nor tensors: the rules see moves and times, the solver sees a Game and asks a Provider for lists.
//
// A match walks down, one list in the other, to the first place where two claims differ:
//
//	steps → trace → (bind) → tiles → element → folds → blocks → leaf
//
// IMatches.sol has the table of phases, who is due in each and what ends its turn; names here are those of that file. Where a list is
// opened: entry 0 and the last entry of the steps list and of the trace are proven by their author's first opening, so at one seam two
// lists are never equal, and what stands left of the first difference is agreed.
//
// Element is what a committer over Poseidon2 trees may prove instead of playing on from the element of a matrix product.
package match
