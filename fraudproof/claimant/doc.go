// Package claimant is the agent of a run's goal: it claims that the goal is reached, contests who claims it wrongly, plays the duels and brings
// the money home.
//
//	each tick, from chain state alone
//	  a duel of the account is due            the solver's move, from lists by replay (internal/player)
//	  a duel of the account has ended         conclude
//	  a claim names another loss than ours    contest, with a bond
//	  a claim or contest of ours has stood    settle: the bond comes back, a claim's pot is reached
//	  the newest final key frame reaches it   claim, if the account has a share in the pot
//	  a pot is reached, or closed without     pull the account's shares, take back what it locked
//
// Nothing is bonded on the word of one engine: the loss is what two find that share no code path (replica.HeldOut). A pot is looked at only if
// its goal is that of the RunSpec, by root. What can't be evaluated is unknown: it alerts and bonds nothing. Nothing is written down.
//
// Others' contests of the same claim don't keep it from its own: a friend's that falls silent would protect the claim.
package claimant
