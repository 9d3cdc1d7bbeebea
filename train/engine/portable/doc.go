// Package portable runs a program operator by operator with the reference of train/numeric. It is the slow engine that runs everywhere,
// the one the others are compared with, and the one that gives traces: the output of every operator, which a dispute opens.
//
// It owns the step from operators to calls of train/numeric, and the lifetime of outputs; it knows nothing of trees or stores.
package portable

//go:generate go test -run TestGoldenStates -update .
