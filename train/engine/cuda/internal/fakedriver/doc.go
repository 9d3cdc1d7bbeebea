// Package fakedriver stands for NVIDIA's driver in tests: a program that links it, by the tag fakedriver, finds one GPU, whose kernels are run by
// internal/ptx. It is for what the engine says to the driver: contexts, modules, arguments, streams, events, graphs. It is stricter than the
// driver, and knows only the functions that the engine calls.
//
//	fakedriver.go   the functions of the driver, as C sees them: devices, contexts, memory, modules
//	launches.go     launches, events, graphs
//	graph.go        capture: which launch waits for which; graphs run in the most unexpected order that those waits allow
package fakedriver
