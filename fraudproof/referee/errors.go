package referee

import "errors"

// The errors of the contract, by the same names.
var (
	ErrWrongBinding     = errors.New("descriptor and roots are not what was bound")
	ErrWrongLength      = errors.New("roots or evidence have not their length")
	ErrWrongOpening     = errors.New("a tile does not stand where the step reads it")
	ErrWrongPredecessor = errors.New("the partial before the step is not what was agreed")
	ErrNoSuchStep       = errors.New("the output has no such tile, word, chunk or block")

	// ErrNotInField is what the contract's Poseidon2 refuses, without a name.
	ErrNotInField = errors.New("a root or node is no element of the field")
)

// ErrorName returns the name of the contract's error, or "" if it has none for it.
func ErrorName(err error) string {
	for name, sentinel := range map[string]error{
		"WrongBinding":     ErrWrongBinding,
		"WrongLength":      ErrWrongLength,
		"WrongOpening":     ErrWrongOpening,
		"WrongPredecessor": ErrWrongPredecessor,
		"NoSuchStep":       ErrNoSuchStep,
	} {
		if errors.Is(err, sentinel) {
			return name
		}
	}
	return ""
}
