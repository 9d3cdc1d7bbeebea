// Package challenger is the fraud-proofer: an agent that judges every unfinal window of a run by its own replay, challenges the earliest
// wrong one and follows the dispute until the money is back.
//
//	each tick, from chain state alone
//	  own challenges   sealed → open
//	  matches          where the court can't or won't help: the player's moves (internal/player)
//	  unfinal windows  from the anchor up: judge; at the first wrong one seal a challenge and look no further
//	  everything else  the keeper lapses, pushes cases, settles, withdraws (internal/keeper)
//
// No journal decides a move. What the agent remembers are verdicts, under the hash of what they are about, and a process that lost them
// replays again and comes to the same; the salt of a seal is a function of the key (chain.Account.Secret), so that process also opens what
// its predecessor sealed. A move that risks money names the hash of what it disputes and is planned from the state as it is then.
//
// There are three answers. Unknown (bytes are missing, a root differs, two engines contradict each other, the node is silent or tells
// stories) is reported and bonds nothing; it is asked again later.
//
// The agent may not know how steps are computed: it consumes a Judge, which replica.Replica is.
package challenger
