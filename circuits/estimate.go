package circuits

import (
	"math/bits"
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
	Contribute  [2]time.Duration // to a phase of a setup by many, after some others; to end the second, or to verify it all, takes as long as to contribute to it
	Prove       time.Duration
	KeyBytes    int64 // of the proving key
	Memory      int64 // of proving, in bytes
}

// What a constraint of the domain costs, measured (docs/circuits.md).
const (
	setupPerSlot = 180 * time.Microsecond
	powerPerSlot = 300 * time.Microsecond // phase 1 raises four points to a power each,
	shiftPerSlot = 160 * time.Microsecond // phase 2 takes four Fourier transforms of points
	provePerSlot = 14 * time.Microsecond
	keyPerSlot   = 350
	bytesPerSlot = 2_600
)

// EstimateOf estimates by the number of constraints.
func EstimateOf(constraints int) Estimate {
	domain := ecc.NextPowerOfTwo(uint64(constraints))
	return Estimate{
		Constraints: constraints, Domain: domain,
		Setup: time.Duration(domain) * setupPerSlot, Contribute: [2]time.Duration{
			time.Duration(domain) * powerPerSlot, time.Duration(domain) * (powerPerSlot + time.Duration(bits.Len64(domain)-1)*shiftPerSlot),
		},
		Prove:    time.Duration(domain) * provePerSlot,
		KeyBytes: int64(domain) * keyPerSlot, Memory: 64<<20 + int64(domain)*bytesPerSlot,
	}
}
