// Package program says what a run computes: it reads a RunSpec and compiles it to one step's program, a list of operators that every
// engine executes and every dispute is about.
//
// It owns the RunSpec (spec.go, parse.go, validate.go), the learning-rate table (rates.go), the models as operators (gpt.go, mlp.go,
// backward passes included), the optimisers (optimiser.go), the named maps (maps.go), the state's layout, memory and genesis (state.go, memory.go, genesis.go) and the
// descriptor of an operator (descriptor.go). It may not know how operators are executed, stored, hashed into trees or paid for.
//
//	RunSpec (JSON, RFC 8785, sha256) ── ParseSpec ── Spec ── Compile ── Program ── Genesis ── State
//	                                                            └── Operators ── Descriptor (1 KiB each)
//	                          Spec with a goal ── CompileEvaluation ── Program that leads from a state to its loss on held-out data
//
// Compile is deterministic and allocates no tensor: the same bytes give the same program everywhere. A step's inputs are the state, the
// dataset's payload and the learning-rate table; it reads its batch by the state's clock, so a state alone says which step comes next.
//
// The layers of a GPT are 36 + 73·L operators for the forward and backward pass of L layers; the optimiser's are those of optimiser.go.
package program
