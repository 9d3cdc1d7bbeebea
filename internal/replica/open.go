package replica

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"path/filepath"

	"github.com/commonweight/commonweight/fraudproof/trace"
	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/ipfs"
	"github.com/commonweight/commonweight/train/checkpoint"
	"github.com/commonweight/commonweight/train/program"
)

// maxSpecBytes bounds a RunSpec before it is fetched. A learning-rate table is the only part of it that grows.
const maxSpecBytes = 4 << 20

// ErrUnknown says that this machine can't tell: bytes are missing, a root differs, the machine contradicts itself. It is no evidence
// against anybody.
var ErrUnknown = errors.New("unknown")

func unknownf(format string, args ...any) error {
	return fmt.Errorf("%w: %w", ErrUnknown, fmt.Errorf(format, args...))
}

// Open reads the run from the chain, fetches what it names and checks all of it.
//
// Errors: ErrUnknown, naming the field or root that differs or the bytes that are missing.
func Open(ctx context.Context, c *chain.Client, store ipfs.Store, id chain.RunID, o Options) (*Replica, error) {
	r, err := open(ctx, c, store, id, o)
	if err != nil {
		return nil, fmt.Errorf("open run %d: %w", id, err)
	}
	return r, nil
}

func open(ctx context.Context, c *chain.Client, store ipfs.Store, id chain.RunID, o Options) (*Replica, error) {
	run, p, err := compile(ctx, c, store, id)
	if err != nil {
		return nil, err
	}
	genesis, err := genesisOf(ctx, store, p)
	if err != nil {
		return nil, err
	}
	specCID, err := ipfs.CIDFromBytes(run.Facts.SpecCid)
	if err != nil {
		return nil, unknownf("RunSpec: %w", err)
	}
	terms, err := Terms(p, genesis, specCID)
	if err != nil {
		return nil, unknownf("%w", err)
	}
	if run.Proofs.KeyHash != [32]byte{} {
		if o.Proofs == nil {
			return nil, unknownf("the steps of the run can be proved, by a key that isn't checked here")
		}
		if err := o.Proofs(ctx, p, run.Proofs); err != nil {
			return nil, unknownf("the key that the run's steps are proved by: %w", err)
		}
		terms.Proofs = run.Proofs
	}
	if found := differ(run, terms); found != "" {
		return nil, unknownf("%s", found)
	}
	base, err := c.Genesis(ctx, id)
	if err != nil {
		return nil, err
	}
	data, err := openData(ctx, store, p.Spec, o)
	if err != nil {
		return nil, err
	}
	w, err := openWorkshop(p, data, o)
	if err != nil {
		return nil, err
	}
	r := &Replica{
		chain: c, store: store, id: id, run: run, genesis: base, workshop: w,
		states: states{dir: filepath.Join(o.Dir, "states")}, cids: newIndex(c, id),
		evaluation: evaluation{dir: o.Dir},
	}
	r.states.keep(run.Facts.GenesisRoot, genesis)
	return r, nil
}

// openData opens the dataset, or the leaves of it that this machine has.
func openData(ctx context.Context, store ipfs.Store, s program.Spec, o Options) (payload, error) {
	path, err := payloadPath(s.Dataset, o.Dir)
	if err != nil {
		return nil, err
	}
	whole, err := openPayload(ctx, store, s, path)
	switch {
	case err == nil:
		return whole, nil
	case o.Partial && errors.Is(err, ErrUnknown) && ctx.Err() == nil:
		return openLeaves(s, path), nil
	}
	return nil, err
}

// ProgramOf fetches a run's RunSpec and compiles it: what is needed to name the places of a dispute, without dataset, genesis and engines.
//
// Errors: ErrUnknown.
func ProgramOf(ctx context.Context, c *chain.Client, store ipfs.Store, id chain.RunID) (*program.Program, error) {
	run, p, err := compile(ctx, c, store, id)
	if err != nil {
		return nil, err
	}
	if got := trace.ProgramRoot(p); got != run.Facts.ProgramRoot {
		return nil, unknownf("program root differs: %s on chain, %s by the RunSpec", chain.Hash(run.Facts.ProgramRoot), got)
	}
	return p, nil
}

// compile reads a run and compiles its RunSpec. What they say has yet to be compared.
func compile(ctx context.Context, c *chain.Client, store ipfs.Store, id chain.RunID) (chain.Run, *program.Program, error) {
	run, err := c.Run(ctx, id)
	if err != nil {
		return chain.Run{}, nil, err
	}
	spec, err := fetchSpec(ctx, store, run.Facts)
	if err != nil {
		return chain.Run{}, nil, err
	}
	p, err := program.Compile(spec)
	if err != nil {
		return chain.Run{}, nil, unknownf("the RunSpec doesn't compile: %w", err)
	}
	return run, p, nil
}

func fetchSpec(ctx context.Context, store ipfs.Store, f chain.Facts) (program.Spec, error) {
	cid, err := ipfs.CIDFromBytes(f.SpecCid)
	if err != nil {
		return program.Spec{}, unknownf("RunSpec: %w", err)
	}
	text, err := ipfs.Fetch(ctx, store, cid, maxSpecBytes)
	if err != nil {
		return program.Spec{}, unknownf("RunSpec: %w", err)
	}
	if got := sha256.Sum256(text); got != f.SpecHash {
		return program.Spec{}, unknownf("RunSpec hash differs: %s on chain, %s by the bytes under %v",
			chain.Hash(f.SpecHash).Hex(), chain.Hash(got).Hex(), cid)
	}
	spec, err := program.ParseSpec(text)
	if err != nil {
		return program.Spec{}, unknownf("RunSpec: %w", err)
	}
	return spec, nil
}

// genesisOf makes the state before step 0, from the seed or from the checkpoint that the RunSpec imports.
func genesisOf(ctx context.Context, store ipfs.Store, p *program.Program) (*program.State, error) {
	if p.Spec.Genesis.Kind != program.GenesisImport {
		return p.Genesis(), nil
	}
	cid, err := ipfs.ParseCID(p.Spec.Genesis.CID)
	if err != nil {
		return nil, unknownf("imported genesis: %w", err)
	}
	s, err := fetchState(ctx, store, p, cid)
	if err != nil {
		return nil, unknownf("imported genesis: %w", err)
	}
	if got := rootOf(p, s); got != chain.Hash(*p.Spec.Genesis.Root) {
		return nil, unknownf("imported genesis: root differs: %s by the RunSpec, %s by the bytes under %v", p.Spec.Genesis.Root, got, cid)
	}
	if err := checkpoint.CheckGenesis(p, s); err != nil {
		return nil, unknownf("imported genesis: %w", err)
	}
	return s, nil
}

// fetchState downloads a checkpoint. Its shape is checked, its root is not.
func fetchState(ctx context.Context, store ipfs.Store, p *program.Program, cid ipfs.CID) (*program.State, error) {
	content, err := store.Get(ctx, cid, checkpoint.MaxBytes(p))
	if err != nil {
		return nil, err
	}
	defer content.Close()
	return checkpoint.Read(content, p)
}
