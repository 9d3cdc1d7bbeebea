package step_test

import (
	"context"
	"encoding/binary"
	"flag"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/consensys/gnark/logger"

	"github.com/commonweight/commonweight/circuits/circuittest"
	"github.com/commonweight/commonweight/circuits/step"
	"github.com/commonweight/commonweight/fraudproof/merkle"
	"github.com/commonweight/commonweight/fraudproof/trace"
	"github.com/commonweight/commonweight/train/dataset"
	"github.com/commonweight/commonweight/train/engine/portable"
	"github.com/commonweight/commonweight/train/program"
)

func init() { logger.Disable() }

var table = flag.String("csv", "", "train on the records of this file instead of generated ones: four numbers and a class, 0 to 2, a line")

// irises are the records to train on: of the file that was named, or as generated.
func irises(t testing.TB) []byte {
	t.Helper()
	if *table == "" {
		return flowers(1)
	}
	payload, _, err := dataset.Read(*table, dataset.Want{Features: 4, Classes: 3, Limit: 1 << 16})
	if err != nil {
		t.Fatal(err)
	}
	return payload
}

// flowers generates a data set of Iris's size and shape: 150 records of four features in three classes that overlap a little.
func flowers(seed uint64) []byte {
	r := rand.New(rand.NewPCG(seed, 4))
	centres := [3][4]float64{{5.0, 3.4, 1.5, 0.2}, {5.9, 2.8, 4.3, 1.3}, {6.6, 3.0, 5.6, 2.0}}
	spread := [4]float64{0.4, 0.3, 0.35, 0.2}
	var payload []byte
	for i := range 150 {
		for f := range 4 {
			x := math.Round(10*(centres[i/50][f]+spread[f]*r.NormFloat64())) / 10
			payload = binary.LittleEndian.AppendUint32(payload, math.Float32bits(float32(x)))
		}
		payload = binary.LittleEndian.AppendUint32(payload, uint32(i/50))
	}
	return payload
}

// classifier is a run of a small classifier by SGD.
func classifier(t testing.TB, payload []byte, hidden []int, batch int, change ...func(s *program.Spec)) *program.Program {
	t.Helper()
	root := merkle.Poseidon2.DatasetRoot(payload)
	s := program.Spec{
		Version: 1, Name: "flowers", Profile: program.ProfileF32, TreeHash: program.HashPoseidon2, Seed: 11,
		Model: program.Model{Kind: program.ModelMLP, Features: 4, Hidden: hidden, Classes: 3, Activation: program.ActivationReLU},
		Optimiser: program.Optimiser{
			Kind: program.OptimiserSGD, Clip: "10", LearningRate: program.Schedule{Kind: program.ScheduleConstant, Peak: "0.1"},
		},
		Dataset: program.Dataset{Kind: program.DatasetTabular, CID: "bafkreigh2akiscaildc", Root: program.Digest(root), Bytes: len(payload)},
		Genesis: program.Genesis{Kind: program.GenesisSeed},
		Batch:   batch, Steps: 400, Window: 20, KeyFrames: 1,
	}.Unregistered()
	for _, f := range change {
		f(&s)
	}
	p, err := program.Compile(s)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// statement is what is true of the step that follows the state; the state is advanced.
func statement(t testing.TB, p *program.Program, payload []byte, s *program.State) step.Statement {
	t.Helper()
	e, err := portable.New(p, payload)
	if err != nil {
		t.Fatal(err)
	}
	st := step.Statement{
		Domain: [32]byte{1, 2, 3}, Program: trace.ProgramRoot(p), Dataset: merkle.Hash(p.Spec.Dataset.Root),
		First: uint64(s.Clock), Steps: 1, Pre: trace.StateRoot(p, s),
	}
	if err := e.Step(context.Background(), s); err != nil {
		t.Fatal(err)
	}
	st.Post = trace.StateRoot(p, s)
	return st
}

func solves(t testing.TB, c *step.Circuit, st step.Statement, s step.Step) error {
	t.Helper()
	w, err := c.Assign(st, s)
	if err != nil {
		t.Fatal(err)
	}
	return c.Constraints().IsSolved(w, circuittest.Committed())
}

// Twenty consecutive steps lead where the engine's lead, after real training: more than nine tenths of the records are told right then.
func TestStepIsTheEngines(t *testing.T) {
	payload := irises(t)
	p := classifier(t, payload, []int{8}, 32)
	c, err := step.Compile(p)
	if err != nil {
		t.Fatal(err)
	}
	if n := c.Constraints().GetNbConstraints(); n >= 1<<18 {
		t.Errorf("%d constraints: no longer below 2^18, proving takes twice as long", n)
	}
	s := p.Genesis()
	const consecutive = 20
	e, err := portable.New(p, payload)
	if err != nil {
		t.Fatal(err)
	}
	for range p.Spec.Steps - consecutive {
		if err := e.Step(context.Background(), s); err != nil {
			t.Fatal(err)
		}
	}
	for range consecutive {
		pre := s.Clone()
		st := statement(t, p, payload, s)
		if err := solves(t, c, st, step.Step{Pre: pre, Payload: payload}); err != nil {
			t.Fatalf("step %d: %v", pre.Clock, err)
		}
	}
	right := accuracy(p, payload, s)
	t.Logf("%d records: steps %d to %d lead where the engine's lead; after %d steps %.1f %% of the records are told right",
		p.Spec.Samples(), p.Spec.Steps-consecutive, p.Spec.Steps-1, s.Clock, 100*right)
	if right <= 0.9 {
		t.Errorf("%.1f %% are told right", 100*right)
	}
}

// accuracy is the part of the records whose class has the greatest output.
func accuracy(p *program.Program, payload []byte, s *program.State) float64 {
	m := p.Spec.Model
	right, width := 0, 4*(m.Features+1)
	for at := 0; at < len(payload); at += width {
		x := make([]float64, m.Features)
		for f := range x {
			x[f] = float64(math.Float32frombits(binary.LittleEndian.Uint32(payload[at+4*f:])))
		}
		for l := 0; 2*l < p.Parameters; l++ {
			weight, bias := s.Tensors[2*l], s.Tensors[2*l+1]
			y := make([]float64, len(bias))
			for j := range y {
				y[j] = float64(bias[j])
				for i := range x {
					y[j] += x[i] * float64(weight[i*len(bias)+j])
				}
				if 2*l+2 < p.Parameters {
					y[j] = max(y[j], 0)
				}
			}
			x = y
		}
		best := 0
		for j := range x {
			if x[j] > x[best] {
				best = j
			}
		}
		if uint32(best) == binary.LittleEndian.Uint32(payload[at+width-4:]) {
			right++
		}
	}
	return float64(right) / float64(len(payload)/width)
}
