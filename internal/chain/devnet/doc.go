// Package devnet is a whole chain inside this process: go-ethereum in memory, reachable over HTTP and WebSocket RPC on loopback, with
// prefunded accounts and the contracts deployed. For demos and tests; its coins are worth nothing and it forgets everything on Close.
//
//	clock    one block per second, idle or not, stamped with the wall clock and never ahead of it: block time = wall time
//	tests    Config.Interval makes blocks come faster; then each block is one second after the last, and Advance may jump ahead
//	files    <dir>/keys/NN.json (keystores of accounts 0…), <dir>/keys/password, <dir>/deployment.json
//
// Everything but prevrandao is a function of the seed: keys, addresses of the contracts, genesis.
package devnet
