// Package validator is the juror: an agent that stakes, replays every case in which it is seated, votes by its own bits and collects its fees.
//
//	each tick, from chain state alone
//	  Commit   seat without a ballot: judge, commit the root it computed; what it can't tell becomes ABSTAIN before the time is up
//	  Reveal   seat with a ballot: reveal
//	  the rest is the keeper's (internal/keeper): freeze, draw, tally, resolve, settle; then withdraw
//
// A case has up to two rounds, and a juror may be drawn in both: each seat is followed on its own, and the question is judged once.
//
// A ballot's salt is a function of a wallet signature, the case, its round and its seed (Salts), and its root is a fact. So a process that lost
// all its files between commit and reveal computes both again; and a seed that a reorganisation changed changes the salt, so a ballot can't be
// read out of another branch. A wallet that signs differently each time gets random salts, which are on disk before the ballot is on chain.
//
// What it stands by outlives the case: a later commitment that answers the same question otherwise would burn its stake if it became final. Stance
// says which those are and whether a challenge is worth it; a challenger with that scope makes them (cmd/commonweight/serve).
//
// Juries are drawn from all validators for every run, so the agent asks for a Judge by run: replica.Replica is one. It may not know how steps
// are computed, and it never looks at how others voted.
package validator
