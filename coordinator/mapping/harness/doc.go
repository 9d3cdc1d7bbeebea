// Package harness runs the compiled subgraph over event logs, as a graph node does, so that tests can compare it with package mapping. It knows
// wasm, AssemblyScript's memory and ABIs, and nothing of what the mappings do. Only tests import it.
//
//	manifest.go   what was built: data sources, their events, handlers and modules
//	heap.go       objects of AssemblyScript in a module's memory
//	params.go     a log as an ethereum.Event
//	host.go       what a graph node lends to mappings: store, big integers, hexadecimal
//	index.go      logs in, entities out
//	fetch.go      all logs of a chain
//	parity.go     both indexes over one log
//
// Each event runs in a fresh instance of its module: nothing but the store outlives it, as on a graph node where nobody may rely on more. Host
// functions that the mappings don't use don't exist here: a mapping that calls the chain, IPFS or JSON fails to load.
package harness
