// Package trace owns what the lists of a commitment hold: it joins programs and states (train/program) with trees (fraudproof/merkle). It
// knows no chain, no dispute and no agent.
//
//	tensor root   the tiles of one tensor, by its shape
//	state root    the tensor roots in state order: parameters, first moments, second moments, scalars, clock
//	history root  the state roots of a window: entry 0 before its first step, the last after its last
//	genesis root  the state root before step 0
//	program root  the operators' descriptors in the order in which they run, then the root of the learning-rate table
//
// The learning-rate table is the one constant of a step that has no root on chain of its own (the dataset has); as the last leaf of the
// program's list, an entry instead of a descriptor, it is bound by the same root.
//
// FirstDifference is for people: which weight of which tensor differs, and by how much the two states are apart.
package trace

//go:generate go test -run TestPublishedRootsOfTiny -update .
