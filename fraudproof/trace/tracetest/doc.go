// Package tracetest makes the adversaries of tests: whoever leaves the truth at one place and plays on from there. It owns no rule of the
// game; nothing but tests and internal/simulate, which plays such people on purpose, imports it.
//
//	Lie, Tell   leaves the truth in one micro-step and computes everything after it from the lie, as a cheat would who hopes to get away
//	Patched     an honest provider some of whose leaves, tiles or partials are replaced, the trees above them following
//	Forge…      such lies with nothing behind them: roots of nothing, a tile that follows from nothing
package tracetest
