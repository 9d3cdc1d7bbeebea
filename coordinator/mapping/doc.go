// Package mapping turns the contracts' events into the entities of an index. It knows events and entities, and nothing of nodes, SQL or time.
//
// It is the twin of subgraph/src: one file per contract, one function per event, by the same names and in the same order, so that the
// coordinator shows to the last field what a graph node shows. parity_test.go runs the compiled subgraph beside it.
//
//	registry.go training.go   runs, leases, commitments, rewards
//	disputes.go court.go matches.go   challenges, cases, the game
//	attention.go goals.go duels.go   pledges, duels, pots
//	vault.go validators.go demands.go   money, stakes, bytes asked for
//	proofs.go                 steps that somebody proved
//	records.go names.go       what all of them use; enums by their numbers
//
// An event is mapped whole or not at all: Apply saves nothing of one that it can't map.
package mapping
