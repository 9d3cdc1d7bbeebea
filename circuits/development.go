package circuits

import (
	"fmt"

	"github.com/consensys/gnark/backend/groth16"
	"github.com/consensys/gnark/constraint"
)

// DevelopmentKeys makes keys on this machine alone. Whoever does so can prove anything with them: they are for local chains only, and say so
// (Keys.Development).
func DevelopmentKeys(system constraint.ConstraintSystem) (*Keys, error) {
	proving, verifying, err := groth16.Setup(system)
	if err != nil {
		return nil, fmt.Errorf("development setup: %w", err)
	}
	key, err := newVerifyingKey(verifying)
	if err != nil {
		return nil, err
	}
	return &Keys{Verifying: key, Development: true, proving: proving}, nil
}
