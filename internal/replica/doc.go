// Package replica owns a verified local copy of one run: what every agent looks at before it bonds anything.
//
//	Open      chain → RunSpec → program, dataset, genesis; every root compared with the chain
//	After     the state a commitment stands for: cached, downloaded and checked, or recomputed
//	Begin     a replay, step by step; the state stays where the engine computes. Replay takes all steps at once, ReplaySecond on another engine
//	Publish   a state into storage, read back
//	Judge     agree, disagree or unknown about one commitment, never on the word of a single engine
//	History   the roots after each step of a window, Differ the first word that differs
//	HeldOut   the loss on the held-out data of a run with a goal; Evaluation, the lists of a match about it
//	Bundle    a file with which somebody else checks one commitment offline
//	Missing   what of the dataset or of a key frame isn't here and may be demanded on chain; Take what was shown there
//	Terms     what the chain must say about a run: the author registers it, everybody compares it
//
// It knows nothing of leases, bonds, challenges and ballots, and sends no transaction.
//
// Where a GPU fails that --engine auto took, the processor takes its place, and a replay begins again (ErrAgain). Repeat takes a window a second time
// where a device took it.
//
// Nothing downloaded is used before its hash matches, and nothing is downloaded without a bound. What can't be checked is an error that wraps
// ErrUnknown and says in one line what is missing or which root differs: an agent that reads it bonds nothing.
package replica
