// Package plan turns a program into launches of kernels on one piece of device memory. It knows no GPU: all of it, and the kernels too, is
// tested without one.
//
//	plan.go        Plan, Launch, and New: nodes, levels, memory, launches
//	nodes.go       which operators run as one, and what must have run before them
//	memory.go      where every tensor lies
//	products.go    which kernel, how many blocks, and whether k is split
//	launches.go    the launches of every other operator
//	expression.go  maps as PTX
//	rows.go        maps and reductions of rows as PTX: softmax, LayerNorm
//	hash.go        the tree of every tensor of the state
//
// # Why the bits can't change
//
// Levels, grids, tiles and splits decide which thread computes an output and when, never in which order its terms come; the kernels say why
// (train/engine/cuda/kernels). Nodes of one level write nothing that another of the level touches, so they may run side by side. NaN is as
// in train/engine/cpu: a GPU has one of its own, which no operator of the set can tell from another, and what enters the state is made
// canonical.
package plan
