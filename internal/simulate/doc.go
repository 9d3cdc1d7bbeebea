// Package simulate plays people against the contracts and counts who pays: liars, bribed juries, puppets, squatters, copiers, sybils and the
// honest ones between them. It owns the scenarios, what each of them promises, and the figures of docs/economics.md.
//
//	world      a chain in memory (chain/evm) with one run on the public numbers, and its people; money is audited after every scenario
//	truth      the right root of every window. The first window is really trained, so that a match about it ends in the referee
//	hands      one call each: acquire, commit, seal, open, stake, vote, settle …
//	scenarios  scripts. A call that the contracts refuse where none was expected, or an outcome that differs, breaks the promise
//
// Contracts are only ever called, as anybody could; what they store is never written. All chance comes from the seed, so that the same seed
// gives the same figures on every machine.
//
// It knows neither nodes nor wall clocks nor agents: what agents do by themselves is tested where they live.
package simulate
