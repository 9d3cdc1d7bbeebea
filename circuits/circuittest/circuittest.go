// Package circuittest is what the circuits' tests share: a solver's stand-in for the prover's commitment, and processor time. It knows gnark and no
// circuit.
package circuittest

import (
	"crypto/sha256"
	"math/big"
	"syscall"
	"testing"
	"time"

	"github.com/consensys/gnark/constraint/solver"
	"github.com/consensys/gnark/frontend/cs"
)

// Committed replaces the commitment by a hash of all that is committed to, so that a witness is checked without a key.
func Committed() solver.Option {
	return solver.OverrideHint(solver.GetHintID(cs.Bsb22CommitmentComputePlaceholder), func(field *big.Int, in, out []*big.Int) error {
		h := sha256.New()
		var b [32]byte
		for _, v := range in {
			h.Write(v.FillBytes(b[:]))
		}
		out[0].Mod(new(big.Int).SetBytes(h.Sum(nil)), field)
		return nil
	})
}

// ProcessorTime is what the process has used.
func ProcessorTime(t testing.TB) time.Duration {
	t.Helper()
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		t.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
