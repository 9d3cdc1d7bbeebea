package leaf

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"runtime"
	"testing"
	"time"

	"github.com/commonweight/commonweight/circuits"
	"github.com/commonweight/commonweight/circuits/circuittest"
)

var prove = flag.Int("prove", 0, "make real proofs, that many of each size")

// TestProofs measures: circuit, setup, proofs of an element of as many terms as there can be, and of half as many.
func TestProofs(t *testing.T) {
	if *prove == 0 {
		t.Skip("minutes: -prove 1")
	}
	for _, size := range []Size{{4, 8}, {16, 8}, Full} {
		t.Run(fmt.Sprint(16*size.Blocks), func(t *testing.T) {
			begun := time.Now()
			c, err := Compile(size)
			if err != nil {
				t.Fatal(err)
			}
			t.Logf("%d terms, %d constraints, compiled in %v", 16*size.Blocks, c.Constraints().GetNbConstraints(), time.Since(begun))
			begun = time.Now()
			keys, err := circuits.DevelopmentKeys(c.Constraints())
			if err != nil {
				t.Fatal(err)
			}
			t.Logf("development setup in %v", time.Since(begun))
			r := rand.New(rand.NewPCG(6, 1))
			for i := range *prove {
				s, openings := element(r, 16*size.Blocks>>(i%2), [2]bool{true, true})
				w, err := c.Assign(s, openings)
				if err != nil {
					t.Fatal(err)
				}
				begun, before := time.Now(), circuittest.ProcessorTime(t)
				proof, err := keys.Prove(c.Constraints(), w)
				if err != nil {
					t.Fatal(err)
				}
				took, used := time.Since(begun), circuittest.ProcessorTime(t)-before
				var m runtime.MemStats
				runtime.ReadMemStats(&m)
				t.Logf("%d terms proved in %v, %v of processor time, on %d cores; %d MiB obtained from the system", s.Terms, took, used, runtime.GOMAXPROCS(0), m.Sys>>20)
				begun = time.Now()
				if err := keys.Verifying.Verify(s.Public(), proof); err != nil {
					t.Fatal(err)
				}
				t.Logf("checked in %v", time.Since(begun))
				for i := range publicInputs {
					public := s.Public()
					public[i].SetUint64(5)
					if keys.Verifying.Verify(public, proof) == nil {
						t.Errorf("the proof is accepted with another public input %d", i)
					}
				}
			}
		})
	}
}
