package circuits

import (
	"time"

	"github.com/consensys/gnark-crypto/ecc"
)

// Estimate says what a circuit asks of a machine, before long work begins.
//
// Units: of a machine with two cores of 2.5 GHz; times are right within a factor of two.
type Estimate struct {
	Constraints int
	Domain      uint64 // the least power of two that holds them
	Setup       time.Duration
	Prove       time.Duration
	KeyBytes    int64 // of the proving key
	Memory      int64 // of proving, in bytes
}

// What a constraint of the domain costs, measured (docs/circuits.md).
const (
	setupPerSlot = 180 * time.Microsecond
	provePerSlot = 14 * time.Microsecond
	keyPerSlot   = 350
	bytesPerSlot = 2_600
)

// EstimateOf estimates by the number of constraints.
func EstimateOf(constraints int) Estimate {
	domain := ecc.NextPowerOfTwo(uint64(constraints))
	return Estimate{
		Constraints: constraints, Domain: domain,
		Setup: time.Duration(domain) * setupPerSlot, Prove: time.Duration(domain) * provePerSlot,
		KeyBytes: int64(domain) * keyPerSlot, Memory: 64<<20 + int64(domain)*bytesPerSlot,
	}
}
