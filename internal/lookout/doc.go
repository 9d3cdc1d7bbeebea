// Package lookout looks at the chain, with each block, for whoever runs a process: what its account has and what hangs on it, which clocks run, how
// far each run has come, who is right in each dispute. It tells the metrics and changes nothing; an agent does the same work without it.
//
//	chain ──blocks, log, reads──▶ Lookout ──▶ internal/metrics
//	judge ──answers─────────────▶
//
// It asks a node a dozen questions a second at most. What it can't read it counts, and looks again with a later block.
package lookout
