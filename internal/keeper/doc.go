// Package keeper pushes a run on: whatever anyone may do now and is worth the gas to its account, it does. Every agent has one.
//
//	expire                           the account's own lease, when its time is up; others', for the tip, where Others says so
//	finalise                         windows whose challenge period is over, the account's own at once
//	lapse, freeze, draw, tally,      whatever holds up the finality of others, in both rounds of a case: parties first, strangers
//	resolve                          if they don't
//	openArithmetic                   where the court found no majority
//	timeout, conclude                matches whose clock has run out, and those that have ended
//	expire                           demands for bytes that nobody answered
//	settle, settleChallenge          disputes in which the account has money
//	settleSeat                       the account's own seats, and those of a contract wallet that it serves
//	claimVoided                      the account's own commitments at once, those of others in turn
//	withdraw                         its credit in the Vault
//
// It keeps no journal: what there is to do is derived from the log and the state of the chain, so a restart changes nothing. A contract's
// refusal is an answer ("not yet", "already done"), found by trying the call for free; it costs nothing and isn't an error.
//
// It knows nothing of training, storage, moves or what a right root is; it decides nothing.
package keeper
