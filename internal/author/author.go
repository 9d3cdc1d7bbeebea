package author

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"math/big"

	"github.com/commonweight/commonweight/fraudproof/merkle"
	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/ipfs"
	"github.com/commonweight/commonweight/internal/replica"
	"github.com/commonweight/commonweight/train/dataset"
	"github.com/commonweight/commonweight/train/program"
)

// maxPayload bounds a dataset: every agent holds it, so a longer one should be chosen on purpose, by cutting it differently.
const maxPayload = 4 << 30

// Sources are the files that a run is made of.
type Sources struct {
	Data    string // folder of text, or a file of tokens or records, in any format of dataset.Read
	Label   string // column of a CSV file; empty: the last one
	Genesis string // safetensors of the model to begin with; empty: weights from the seed
	HeldOut string // the held-out data of the RunSpec's goal, as Data; empty if it has none
}

// Plan is a run that is ready to be registered.
type Plan struct {
	Spec    program.Spec
	Program *program.Program
	Terms   chain.Run
	payload []byte
	heldOut []byte         // nil without a goal
	genesis *program.State // nil if the seed gives it
}

// Prepare fills in a draft's dataset and, if there is a file for it, its genesis, and works out what the chain must be told. It stores and
// sends nothing.
//
// Errors: what is wrong with the draft or the files, in one line.
func Prepare(ctx context.Context, draft program.Spec, from Sources) (*Plan, error) {
	plan := &Plan{}
	var err error
	if plan.payload, err = read(ctx, treeHash(draft), "dataset", &draft.Dataset, draft.Model, from.Data, from.Label); err != nil {
		return nil, err
	}
	if plan.heldOut, err = holdOut(ctx, &draft, from); err != nil {
		return nil, err
	}
	if err := plan.begin(ctx, &draft, from.Genesis); err != nil {
		return nil, err
	}
	if plan.Spec, err = program.ParseSpec(draft.Canonical()); err != nil {
		return nil, err
	}
	if plan.Program, err = program.Compile(plan.Spec); err != nil {
		return nil, err
	}
	specCID, err := ipfs.Sum(ctx, bytes.NewReader(plan.Spec.Canonical()))
	if err != nil {
		return nil, fmt.Errorf("RunSpec: %w", err)
	}
	genesis := plan.genesis
	if genesis == nil {
		genesis = plan.Program.Genesis()
	}
	plan.Terms, err = replica.Terms(plan.Program, genesis, specCID)
	return plan, err
}

// treeHash is the hash of the draft's trees; SHA-256 where it names none that there is, which is refused later.
func treeHash(draft program.Spec) merkle.Function {
	if by, ok := merkle.FunctionNamed(draft.TreeHash); ok {
		return by
	}
	return merkle.SHA256
}

// read makes a payload of a file or folder and fills in what the RunSpec says of it.
func read(ctx context.Context, by merkle.Function, field string, d *program.Dataset, m program.Model, path, label string) ([]byte, error) {
	want := dataset.Want{Label: label, Limit: maxPayload}
	if d.Kind == program.DatasetTabular {
		want.Features, want.Classes = m.Features, m.Classes
	} else if want.TokenBytes = d.TokenBytes; want.TokenBytes == 0 {
		return nil, fmt.Errorf("%s.tokenBytes is missing in the RunSpec", field)
	}
	payload, source, err := dataset.Read(path, want)
	if err != nil {
		return nil, err
	}
	if source.Cut {
		return nil, fmt.Errorf("%s: %s has more than %d bytes; choose a part of it", field, path, int64(maxPayload))
	}
	cid, err := ipfs.Sum(ctx, bytes.NewReader(payload))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", field, err)
	}
	d.CID, d.Root, d.Bytes = cid.String(), program.Digest(by.DatasetRoot(payload)), len(payload)
	if d.Kind == program.DatasetTokens {
		if err := dataset.CheckTokens(payload, d.TokenBytes, m.Context); err != nil {
			return nil, fmt.Errorf("%s: %w", field, err)
		}
	}
	return payload, nil
}

// holdOut reads the held-out data of the draft's goal, which lies as the dataset does unless the goal says otherwise.
func holdOut(ctx context.Context, draft *program.Spec, from Sources) ([]byte, error) {
	switch {
	case draft.Goal == nil && from.HeldOut == "":
		return nil, nil
	case draft.Goal == nil:
		return nil, fmt.Errorf("goal: there is held-out data, but the RunSpec has no goal")
	case from.HeldOut == "":
		return nil, fmt.Errorf("goal: the RunSpec has a goal, but its held-out data isn't named")
	}
	goal := *draft.Goal // the caller's draft stays as it is
	draft.Goal = &goal
	if goal.Dataset.Kind == "" {
		goal.Dataset = draft.Dataset
	}
	return read(ctx, treeHash(*draft), "goal.dataset", &goal.Dataset, draft.Model, from.HeldOut, from.Label)
}

// Payload is the dataset.
func (p *Plan) Payload() []byte { return p.payload }

// Register stores RunSpec, dataset and imported genesis, registers the run and funds the reward of all its steps and of those who check them, in native coin.
func (p *Plan) Register(ctx context.Context, account *chain.Account, store ipfs.Store) (chain.RunID, error) {
	if p.Terms.Economy.RewardToken != chain.Native {
		return 0, fmt.Errorf("register the run: its reward is a token (%s); only native rewards are funded here", p.Terms.Economy.RewardToken)
	}
	if err := p.store(ctx, store); err != nil {
		return 0, fmt.Errorf("store the run: %w", err)
	}
	id, _, err := account.Create(ctx, p.Terms)
	if err != nil {
		return 0, err
	}
	funds := new(big.Int).Mul(p.Terms.Economy.Reward, big.NewInt(int64(p.Spec.Steps)))
	funds.Add(funds, chain.AuditReserve(funds))
	if _, err := account.Fund(ctx, id, funds); err != nil {
		return 0, fmt.Errorf("run %d is registered but has no money yet: %w", id, err)
	}
	return id, nil
}

func (p *Plan) store(ctx context.Context, store ipfs.Store) error {
	contents := [][]byte{p.payload, p.Spec.Canonical()}
	if p.heldOut != nil {
		contents = append(contents, p.heldOut)
	}
	for _, content := range contents {
		if _, err := store.Put(ctx, bytes.NewReader(content)); err != nil {
			return err
		}
	}
	if p.genesis == nil {
		return nil
	}
	_, err := streamed(func(r io.Reader) (ipfs.CID, error) { return store.Put(ctx, r) }, p.Program, p.genesis)
	return err
}
