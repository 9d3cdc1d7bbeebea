package author

import (
	"bytes"
	"context"
	"fmt"
	"math/big"
	"os"

	"github.com/commonweight/commonweight/fraudproof/merkle"
	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/ipfs"
	"github.com/commonweight/commonweight/internal/replica"
	"github.com/commonweight/commonweight/train/dataset"
	"github.com/commonweight/commonweight/train/program"
)

// maxPayload bounds a dataset: every agent holds it, so a longer one should be chosen on purpose, by cutting it differently.
const maxPayload = 4 << 30

// Plan is a run that is ready to be registered.
type Plan struct {
	Spec    program.Spec
	Program *program.Program
	Terms   chain.Run
	payload []byte
}

// Prepare fills in a draft's dataset from a folder of text or a file (tokens or records as they lie), and works out what the chain must be told.
// It stores and sends nothing.
//
// Errors: what is wrong with the draft or the data, in one line.
func Prepare(ctx context.Context, draft program.Spec, data string) (*Plan, error) {
	payload, err := read(draft.Dataset, data)
	if err != nil {
		return nil, err
	}
	cid, err := ipfs.Sum(ctx, bytes.NewReader(payload))
	if err != nil {
		return nil, fmt.Errorf("dataset: %w", err)
	}
	draft.Dataset.CID, draft.Dataset.Root, draft.Dataset.Bytes = cid.String(), program.Digest(merkle.DatasetRoot(payload)), len(payload)
	if draft.Dataset.Kind == program.DatasetTokens {
		if err := dataset.CheckTokens(payload, draft.Dataset.TokenBytes, draft.Model.Context); err != nil {
			return nil, err
		}
	}
	if draft.Genesis.Kind == program.GenesisImport {
		return nil, fmt.Errorf("genesis: a run is registered from a seed; an imported state can't be prepared here")
	}
	spec, err := program.ParseSpec(draft.Canonical())
	if err != nil {
		return nil, err
	}
	p, err := program.Compile(spec)
	if err != nil {
		return nil, err
	}
	specCID, err := ipfs.Sum(ctx, bytes.NewReader(spec.Canonical()))
	if err != nil {
		return nil, fmt.Errorf("RunSpec: %w", err)
	}
	terms, err := replica.Terms(p, p.Genesis(), specCID)
	if err != nil {
		return nil, err
	}
	return &Plan{Spec: spec, Program: p, Terms: terms, payload: payload}, nil
}

func read(d program.Dataset, path string) ([]byte, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, fmt.Errorf("dataset: %w", err)
	}
	var payload []byte
	var source dataset.Source
	switch {
	case info.IsDir():
		payload, source, err = dataset.FromFolder(path, maxPayload)
	case d.Kind == program.DatasetTabular:
		payload, source, err = dataset.FromTokens(path, 4, maxPayload)
	default:
		payload, source, err = dataset.FromTokens(path, d.TokenBytes, maxPayload)
	}
	if err != nil {
		return nil, err
	}
	if source.Cut {
		return nil, fmt.Errorf("dataset: %s has more than %d bytes; choose a part of it", path, int64(maxPayload))
	}
	return payload, nil
}

// Payload is the dataset.
func (p *Plan) Payload() []byte { return p.payload }

// Register stores RunSpec and dataset, registers the run and funds the reward of all its steps, in native coin.
func (p *Plan) Register(ctx context.Context, account *chain.Account, store ipfs.Store) (chain.RunID, error) {
	if p.Terms.Economy.RewardToken != chain.Native {
		return 0, fmt.Errorf("register the run: its reward is a token (%s); only native rewards are funded here", p.Terms.Economy.RewardToken)
	}
	for _, content := range [][]byte{p.payload, p.Spec.Canonical()} {
		if _, err := store.Put(ctx, bytes.NewReader(content)); err != nil {
			return 0, fmt.Errorf("store the run: %w", err)
		}
	}
	id, _, err := account.Create(ctx, p.Terms)
	if err != nil {
		return 0, err
	}
	funds := new(big.Int).Mul(p.Terms.Economy.Reward, big.NewInt(int64(p.Spec.Steps)))
	if _, err := account.Fund(ctx, id, funds); err != nil {
		return 0, fmt.Errorf("run %d is registered but has no money yet: %w", id, err)
	}
	return id, nil
}
