// Package trace owns what the lists of a commitment hold: it joins programs and states (train/program) with trees (fraudproof/merkle). It
// knows no chain and no agent, and of matches only what their solver asks for (match.Provider).
//
//	tensor root   the tiles of one tensor, by its shape
//	state root    the tensor roots in state order: parameters, first moments, second moments, scalars, clock
//	history root  the state roots of a window: entry 0 before its first step, the last after its last
//	genesis root  the state root before step 0
//	program root  the operators' descriptors in the order in which they run, then the root of the learning-rate table
//
// An evaluation is a window of one step: before it the state of a key frame, after it the list of one tensor, the loss (EvaluationRoot).
//
// The learning-rate table is the one constant of a step that has no root on chain of its own (the dataset has); as the last leaf of the
// program's list, an entry instead of a descriptor, it is bound by the same root.
//
// What a match opens is computed on demand, by replay (Window):
//
//	History   the state roots of a window                                  Stepper, step by step
//	Trace     the roots of all outputs of one step                         Tracer, operator by operator, nothing kept but roots
//	Output    the output of one operator, its operands, tiles and trees    Tracer, up to that operator
//	          Reduction: folds and blocks of one element; Evidence: what the referee needs to recompute a micro-step
//	Lists     all of it as the solver of a match asks for it
//
// Partials and evidence are the referee's (fraudproof/referee), read from the operands that the tracer showed: what a sum comes to there has to be the
// element that the engine computed. That the referee reads a descriptor as the program means it, the tests show against every operator's output;
// that the contract does, the fuzzer in the EVM.
//
// A trace of GPT-2 124M is gigabytes, of which roots are kept. What is computed in two ways must agree (ErrContradiction); nothing is
// written down, since computing again is cheap and trusting is not.
//
// FirstDifference is for people: which weight of which tensor differs, and by how much the two states are apart.
package trace

//go:generate go test -run TestPublished.*OfTiny -update .
