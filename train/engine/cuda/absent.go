//go:build !cuda || !linux || !amd64

package cuda

import (
	"fmt"

	"github.com/commonweight/commonweight/train/program"
)

// errAbsent names the way to a build that has the engine.
var errAbsent = fmt.Errorf("%w: this build has no CUDA engine; `make build-cuda` makes one that has", ErrUnsupported)

// Devices lists the GPUs of this machine: here it has none.
func Devices() ([]Device, error) { return nil, errAbsent }

// New prepares a program on a GPU of this machine: here it refuses.
func New(*program.Program, []byte, int) (*Engine, error) { return nil, errAbsent }

// Check makes a GPU compute the conformance hash: here there is none.
func Check(int) error { return errAbsent }
