// Package metrics is what a process tells Prometheus: every name, its unit and its labels, and the page on which they are read.
//
//	Registry   one per process, made for a role; holds the groups below
//	Node       the chain node: newest block, lag, silence, reorganisations
//	Account    transactions, gas, balance, unclaimed money, bonds at risk, clocks that run
//	Runs       place, lease and attention of each run
//	Replay     what this machine's own replay says, how long it takes, how far it is behind
//	Disputes   who is right in each open dispute, and decisions that contradict that
//	Agent      what happened to an agent, by kind; alerts; money that came home
//	Storage    reads that found their bytes, and those that didn't
//	Worker     steps by phase, loss, windows (role worker)
//	Index      the coordinator's place in the log (role coordinator)
//
// Names begin with commonweight_ and carry base units: seconds, blocks, coins (10^18 wei). A label takes one of a few values that are written here,
// or the number of a run or challenge, of which the newest 64 are shown; so the number of series is bounded, whatever others do on chain.
//
// It imports nothing of ours and knows neither chain nor agents: who has something to say is handed a group and calls it. No other room imports the
// Prometheus library. Dashboards, alerts and runbooks that use these names lie in docs/operations.
package metrics
