// Package replay is what a dispute page computes by itself: the window of a commitment, or one leaf of a match, by the same code that agents
// and the referee's twin run. It is built as WebAssembly (wasm/) and called by a worker of the page; it fetches nothing and knows no chain.
//
//	open      a RunSpec against its hash and the run's roots: what a replay takes, the operators' names
//	dataset   the payload against the dataset's root
//	batches   what one window reads of it, with its paths, instead
//	before    the state that the replay starts from, against its root; the seed's where no file is given
//	replay    the window, on the portable engine: state roots and losses
//	claimed   another checkpoint against its root, and the first word in which it differs from the replay
//	leaf      a micro-step, from a transaction's bytes or from the replay: its terms, what it comes to, what was claimed
//	model     the parameters of a checkpoint whose root is right, as safetensors
//
// Whatever comes in is checked against a hash that the caller names before it is used; what isn't right is ErrBytes, in words.
package replay
