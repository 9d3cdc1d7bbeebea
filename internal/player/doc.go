// Package player plays one owner's side of the matches of a run: a committer's defence and a challenger's attack are the same code, since a
// match has neither attacker nor defender once it has begun.
//
//	each tick, from chain state alone
//	  a case goes against the account's own bits, or nobody can decide   open arithmetic
//	  a match of the account is due                                      the solver's move (fraudproof/match), from lists by replay
//	  … at an element that its committer can prove, and was told to      the proof, if there is one
//	  the other side is late                                             timeout
//	  a match of the account has ended                                   conclude; step in front for its root if the one there fell
//
// Nothing is written down. A process that was killed after any transaction computes the same next move; what was posted last is read from the
// log and compared with the hash that the match holds, so neither a reorganisation nor a lying node makes it answer something else. Before its
// first move in a match it checks that its own lists end in its own claim: if they don't, this machine knows nothing, says so and moves nothing.
//
// A Duelist plays an account's duels by the same solver: matches over two bonded answers to a question that no commitment asks.
//
// Moves may be sent by the one key that an owner names for it, so that the key of the bonds can stay where it is safe. That key can move, conclude
// and answer; a bond, and arithmetic after a jury has spoken, need the owner's own.
//
// It knows neither how steps are computed (it asks a Provider of lists) nor when a challenge is made or a window committed. PlaceOf says in
// words where a match has come to.
package player
