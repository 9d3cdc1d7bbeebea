// Package keeper pushes a run on: whatever anyone may do now, and in which its account has an interest, it does. Every agent has one.
//
//	expire            the account's own lease, when its time is up
//	finalise          windows whose challenge period is over
//	freeze, tally, resolve    cases to which the account is a party
//	lapse, settleChallenge    challenges, likewise
//	settle            the bond of a rejected commitment
//	settleSeat        the account's own seats
//	claimVoided       the account's own commitments at once, those of others in turn
//	withdraw          its credit in the Vault
//
// It keeps no journal: what there is to do is derived from the log and the state of the chain, so a restart changes nothing. A contract's
// refusal is an answer ("not yet", "already done"), found by trying the call for free; it costs nothing and isn't an error.
//
// It knows nothing of training, storage or what a right root is; it decides nothing.
package keeper
