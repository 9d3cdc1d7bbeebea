package simulate

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"math"

	"github.com/commonweight/commonweight/fraudproof/match"
	"github.com/commonweight/commonweight/fraudproof/merkle"
	"github.com/commonweight/commonweight/fraudproof/trace"
	"github.com/commonweight/commonweight/fraudproof/trace/tracetest"
	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/train/engine"
	"github.com/commonweight/commonweight/train/program"
)

// truth is what the simulation knows to be right. The first window of a run is really computed, so that a match about it can be played down
// to the EVM's own recomputation; of every other window the right root is a hash of its pre root, and matches about it end by their clocks.
type truth struct {
	facts  chain.Facts
	first  chain.Hash     // root after the first window
	honest match.Provider // lists of the first window
	window *trace.Window
	close  func() error
}

// spec is a classifier of records that a step takes no time of. Its largest sums have 40 terms: three blocks.
func spec() program.Spec {
	return program.Spec{
		Version: 1, Name: "simulated", Profile: program.ProfileF32, TreeHash: program.HashSHA256, Seed: 7,
		Model: program.Model{
			Kind: program.ModelMLP, Features: 40, Hidden: []int{9}, Classes: 3, Activation: program.ActivationReLU,
		},
		Optimiser: program.Optimiser{
			Kind: program.OptimiserAdamW, Beta1: "0.9", Beta2: "0.95", Epsilon: "1e-8", WeightDecay: "0.1", Clip: "1",
			LearningRate: program.Schedule{Kind: program.ScheduleConstant, Peak: "1e-2"},
		},
		Dataset: program.Dataset{Kind: program.DatasetTabular, CID: "bafkreicqmutr4yiiqb666ttnpv4qco3n5kqajxhdh62dbishacoykwf36e"}, // nobody fetches it
		Genesis: program.Genesis{Kind: program.GenesisSeed},
		Batch:   4, Steps: 1024, Window: steps, KeyFrames: keyFrames,
		Economics: program.Economics{
			RefStepMillis: refMillis, RewardToken: chain.Address{}.Hex(), Reward: wei(rewardStep), RewardValue: wei(rewardStep),
			ReplayCost: wei(replayCost), SeatStake: wei(seatStake), JurorFee: wei(jurorFee), Jury: jury, LargerJury: largerJury,
			MaxPending: pending,
		},
		Clocks: program.Clocks{
			Lease: 1, Challenge: 1, Open: 1, BallotCommit: 1, BallotReveal: 1, Appeal: 1, MatchClock: 1, MoveExtension: 1, ListExtension: 1,
			HistoryExtension: 1, Demand: 1,
		},
	}
}

func wei(amount fmt.Stringer) program.Wei { return program.Wei(amount.String()) }

// records is a dataset of 60 records.
func records() []byte {
	var b []byte
	for i := range 60 * 41 {
		word := math.Float32bits(float32(i%97)/64 - 0.75)
		if (i+1)%41 == 0 {
			word = uint32(i) % 3
		}
		b = binary.LittleEndian.AppendUint32(b, word)
	}
	return b
}

// compute trains the first window.
func compute(ctx context.Context) (*truth, error) {
	s, payload := spec(), records()
	s.Dataset.Bytes, s.Dataset.Root = len(payload), program.Digest(merkle.DatasetRoot(payload))
	p, err := program.Compile(s)
	if err != nil {
		return nil, fmt.Errorf("compile the simulated run: %w", err)
	}
	stepper, err := engine.Open(engine.Portable, p, payload, 1)
	if err != nil {
		return nil, err
	}
	tracer, err := engine.OpenTracer(engine.Portable, p, payload, 1)
	if err != nil {
		return nil, errors.Join(err, stepper.Close())
	}
	t := &truth{close: func() error { return errors.Join(stepper.Close(), tracer.Close()) }}
	t.window, err = trace.NewWindow(trace.Source{
		Program: p, Payload: payload, Pre: p.Genesis(), Steps: steps, Stepper: stepper, Tracer: tracer, Kept: steps,
	})
	if err != nil {
		return nil, errors.Join(err, t.close())
	}
	t.honest = t.window.Lists()
	if t.first, err = rootOf(ctx, t.honest); err != nil {
		return nil, errors.Join(err, t.close())
	}
	t.facts = chain.Facts{
		SpecHash: s.Hash(), ProgramRoot: trace.ProgramRoot(p), DatasetRoot: s.Dataset.Root,
		GenesisRoot: trace.StateRoot(p, p.Genesis()), Profile: 1, Hash: chain.Sha256, SpecCid: []byte{1},
	}
	return t, nil
}

// rootOf is the post root that lists end in.
func rootOf(ctx context.Context, lists match.Provider) (chain.Hash, error) {
	list := match.List{Name: match.ListSteps}
	length, err := lists.Length(ctx, list)
	if err != nil {
		return chain.Hash{}, err
	}
	root, err := lists.Entry(ctx, list, length-1)
	return chain.Hash(root), err
}

// of is the right root of a window.
func (t *truth) of(pre chain.Hash, window uint64) chain.Hash {
	if window == 0 {
		return t.first
	}
	return sha256.Sum256(binary.BigEndian.AppendUint64(append([]byte("truth"), pre[:]...), window))
}

// wrong is the n-th wrong root of a window: nothing lies behind it.
func wrong(pre chain.Hash, window uint64, n byte) chain.Hash {
	return sha256.Sum256(append(binary.BigEndian.AppendUint64(append([]byte("lie"), pre[:]...), window), n))
}

// lie computes the first window as a cheat would that leaves the truth in one product of sixteen and goes on from there.
func (t *truth) lie(ctx context.Context) (match.Provider, chain.Hash, error) {
	operator := -1
	for i, o := range t.window.Program.Operators {
		if o.Code == program.OpMatmul {
			operator = i
			break
		}
	}
	if operator < 0 {
		return nil, chain.Hash{}, errors.New("the simulated program has no product")
	}
	for _, flip := range []uint32{1 << 20, 1 << 26, 1 << 30} {
		liar, err := tracetest.Tell(ctx, t.window, tracetest.Lie{Step: 3, Operator: operator, Block: 1, Flip: flip})
		if errors.Is(err, tracetest.ErrNoLie) {
			continue
		}
		if err != nil {
			return nil, chain.Hash{}, err
		}
		if root, err := rootOf(ctx, liar); err != nil || root != t.first {
			return liar, root, err
		}
	}
	return nil, chain.Hash{}, errors.New("every lie in the simulated program is rounded away")
}
