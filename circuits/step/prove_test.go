package step_test

import (
	"flag"
	"runtime"
	"testing"
	"time"

	"github.com/consensys/gnark-crypto/ecc/bn254/fr"
	"github.com/consensys/gnark/backend"
	"github.com/consensys/gnark/backend/groth16"
	"github.com/consensys/gnark/backend/solidity"
	"github.com/consensys/gnark/backend/witness"

	"github.com/commonweight/commonweight/circuits/circuittest"
	"github.com/commonweight/commonweight/circuits/step"
	"github.com/commonweight/commonweight/train/engine/portable"
	"github.com/commonweight/commonweight/train/program"
)

var prove = flag.Int("prove", 0, "make real proofs, that many of each circuit")

// proven are the circuits whose proving is measured, by name.
var proven = []struct {
	name   string
	hidden []int
	batch  int
	change func(s *program.Spec)
}{
	{"4-2-3, batch 2, sgd", []int{2}, 2, func(*program.Spec) {}},
	{"4-8-3, batch 32, sgd", []int{8}, 32, func(*program.Spec) {}},
	{"4-128-3, batch 8, sgd", []int{128}, 8, func(*program.Spec) {}},
}

// TestProofs proves the last steps of a training, and measures. A proof of one statement is refused for every other.
func TestProofs(t *testing.T) {
	if *prove == 0 {
		t.Skip("minutes: -prove 1")
	}
	for _, m := range proven {
		t.Run(m.name, func(t *testing.T) {
			payload := irises(t)
			p := classifier(t, payload, m.hidden, m.batch, m.change)
			begun := time.Now()
			c, err := step.Compile(p)
			if err != nil {
				t.Fatal(err)
			}
			parameters := 0
			for _, s := range p.StateLayout[:p.Parameters] {
				parameters += s.Shape.Words()
			}
			t.Logf("%d parameters, %d constraints, compiled in %v", parameters, c.Constraints().GetNbConstraints(), time.Since(begun))
			begun = time.Now()
			pk, vk, err := groth16.Setup(c.Constraints())
			if err != nil {
				t.Fatal(err)
			}
			t.Logf("development setup in %v", time.Since(begun))
			s := p.Genesis()
			e, err := portable.New(p, payload)
			if err != nil {
				t.Fatal(err)
			}
			for range p.Spec.Steps - *prove {
				if err := e.Step(t.Context(), s); err != nil {
					t.Fatal(err)
				}
			}
			for range *prove {
				pre := s.Clone()
				st := statement(t, p, payload, s)
				w, err := c.Assign(st, step.Step{Pre: pre, Payload: payload})
				if err != nil {
					t.Fatal(err)
				}
				begun, before := time.Now(), circuittest.ProcessorTime(t)
				proof, err := groth16.Prove(c.Constraints(), pk, w, solidity.WithProverTargetSolidityVerifier(backend.GROTH16))
				if err != nil {
					t.Fatal(err)
				}
				took, used := time.Since(begun), circuittest.ProcessorTime(t)-before
				var m runtime.MemStats
				runtime.ReadMemStats(&m)
				t.Logf("step %d proved in %v, %v of processor time, on %d cores; %d MiB obtained from the system", pre.Clock, took, used, runtime.GOMAXPROCS(0), m.Sys>>20)
				public, err := w.Public()
				if err != nil {
					t.Fatal(err)
				}
				verify := func(w witness.Witness) error {
					return groth16.Verify(proof, vk, w, solidity.WithVerifierTargetSolidityVerifier(backend.GROTH16))
				}
				if err := verify(public); err != nil {
					t.Fatal(err)
				}
				for i := range public.Vector().(fr.Vector) {
					other, err := w.Public()
					if err != nil {
						t.Fatal(err)
					}
					one := fr.One()
					x := &other.Vector().(fr.Vector)[i]
					x.Add(x, &one)
					if verify(other) == nil {
						t.Errorf("the proof is accepted with another public input %d", i)
					}
				}
			}
			t.Logf("after %d steps, the last %d of them proved, %.1f %% of the records are told right", s.Clock, *prove, 100*accuracy(p, payload, s))
		})
	}
}
