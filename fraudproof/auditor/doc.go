// Package auditor is the attention of a validator: an agent that replays the windows it is drawn for and says what their history was, so that
// nobody can be paid for looking without having looked.
//
//	each tick, from chain state alone
//	  windows     drawn for it, still challengeable   replay; right: seal the history root; wrong: tell whoever challenges
//	              its private coin came up            plant a canary: the same answer, sealed without naming the window
//	  answers     the challenge period is over        open
//	              another says otherwise              duel, and play it (internal/player)
//	              all that stand agree                settle
//
// A history root is known only by replay and is a fact; the coin and a canary's salt are functions of the key (chain.Account.Secret). So a
// process that lost everything computes the same answers again, and finds the canaries that its predecessor planted.
//
// Replays and duels run beside the ticks, one of each at a time: an opening has minutes, and never waits for them. What is unknown is sealed by
// nobody: it costs nothing not to answer.
package auditor
