package evmfuzz

import (
	"bytes"
	"math/rand/v2"
	"testing"

	"github.com/commonweight/commonweight/fraudproof/merkle"
	"github.com/commonweight/commonweight/fraudproof/referee"
	"github.com/commonweight/commonweight/train/program"
)

// evaluationOf is an evaluation program of a small model.
func evaluationOf(t *testing.T, m program.Model, d program.Dataset, batch int) *program.Program {
	t.Helper()
	held := d
	held.Root = program.Digest{1}
	s := program.Spec{
		Version: 1, Name: "goal", Profile: program.ProfileF32, TreeHash: program.HashSHA256, Seed: 1<<40 + 7, Model: m, Dataset: d,
		Optimiser: program.Optimiser{Kind: program.OptimiserSGD, Clip: "1", LearningRate: program.Schedule{Kind: program.ScheduleConstant, Peak: "1"}},
		Genesis:   program.Genesis{Kind: program.GenesisSeed}, Batch: batch, Steps: 10, Window: 1, KeyFrames: 1,
		Goal: &program.Goal{Dataset: held, Batches: 3, Target: "1"},
	}.Unregistered()
	p, err := program.CompileEvaluation(s)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// TestRefereeOfEvaluations: the contract and its twin decide steps of every operator of an evaluation alike, and find each valid: load_batch
// whose clock is the program's constant or a tick, tick of a constant, a state of one tensor. What is spoilt they refuse alike.
func TestRefereeOfEvaluations(t *testing.T) {
	m := newMachine(t, bytecode(t, "StepReferee"))
	each := 6
	if testing.Short() {
		each = 2
	}
	kinds := map[program.Opcode]int{}
	for name, p := range map[string]*program.Program{
		"gpt": evaluationOf(t, program.Model{Kind: program.ModelGPT, Layers: 2, Width: 64, Heads: 2, Context: 48, Vocabulary: 600},
			program.Dataset{Kind: program.DatasetTokens, CID: "x", Bytes: 4000, TokenBytes: 2, Stride: 48}, 12),
		"mlp": evaluationOf(t, program.Model{Kind: program.ModelMLP, Features: 33, Hidden: []int{530, 17}, Classes: 9, Activation: program.ActivationGELU},
			program.Dataset{Kind: program.DatasetTabular, CID: "x", Bytes: 34 * 4 * 100}, 17),
	} {
		for i := range p.Operators {
			o := &p.Operators[i]
			for n := range each {
				r := rand.New(rand.NewPCG(*seed, uint64(i*each+n)))
				q := ask(r, merkle.SHA256, o.Descriptor())
				q.number = uint64(i)
				spoilt := n%2 == 1
				if spoilt {
					q.corrupt(r)
				}
				want := q.twin()
				got, _ := q.contract(m)
				if !bytes.Equal(got.described, want.described) || !bytes.Equal(got.part, want.part) || !bytes.Equal(got.decided, want.decided) ||
					got.err != want.err {
					t.Fatalf("%s: %s, case %d: %+v\ncontract %x\ntwin     %x", name, o.Name, n, q.step, got, want)
				}
				if !spoilt && (want.err != "" || referee.Verdict(want.decided[31]) != referee.VerdictDecided) {
					t.Fatalf("%s: a valid step of %s is %s", name, o.Name, want.err)
				}
			}
			kinds[o.Code]++
		}
	}
	t.Logf("%v", kinds)
	for _, code := range []program.Opcode{program.OpMatmul, program.OpRowReduce, program.OpTileReduce, program.OpMap, program.OpGather, program.OpPick,
		program.OpConcat, program.OpLoadBatch, program.OpTick, program.OpState} {
		if kinds[code] == 0 {
			t.Errorf("no %v in an evaluation", code)
		}
	}
}
