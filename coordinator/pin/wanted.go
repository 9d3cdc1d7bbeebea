package pin

import (
	"context"
	"fmt"
	"math/big"

	"github.com/commonweight/commonweight/coordinator/entity"
	"github.com/commonweight/commonweight/coordinator/store"
	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/ipfs"
	"github.com/commonweight/commonweight/train/program"
)

// Kind says what a content is; "" is invalid.
type Kind string

// Kinds of contents.
const (
	RunSpec    Kind = "RunSpec"
	Dataset    Kind = "Dataset"
	HeldOut    Kind = "HeldOut" // data of a run's goal
	Genesis    Kind = "Genesis" // checkpoint that a run begins with
	Checkpoint Kind = "Checkpoint"
)

// content is something to keep.
type content struct {
	id     string // an asset's id, or one like it
	kind   Kind
	run    chain.RunID
	cid    []byte
	root   []byte // of the state; nil: it is checked by nothing but its CID
	window uint64
	bytes  int64 // at most; 0: what the run's program says
}

// page is how many entities are asked for at a time.
const page = 500

// wanted lists what must be kept, runs first. Programs of runs tell what data they need.
func (p *Pins) wanted(ctx context.Context, v *store.View) ([]content, error) {
	head := v.Head()
	if head == nil {
		return nil, nil
	}
	r := reader{ctx: ctx, view: v, block: head.Number}
	var all []content
	r.each(entity.KindRun, nil, func(e entity.Entity) {
		run := e.(*entity.Run)
		id := chain.RunID(run.Number.Uint64())
		all = append(all, content{id: runSpecOf(id), kind: RunSpec, run: id, cid: run.SpecCID, root: run.SpecHash, bytes: mostSpec})
		if compiled := p.programs[id]; compiled != nil {
			all = append(all, dataOf(id, compiled)...)
		}
		from := new(big.Int).Sub(run.AnchorCount, big.NewInt(int64(p.config.Recent)))
		r.each(entity.KindAsset, and(
			is("run", run.ID), is("kind", string(entity.AssetKindCheckpoint)), is("final", true),
			store.Filter{Op: store.Or, Nested: []store.Filter{is("keyFrame", true), {Op: store.GreaterOrEqual, Field: "window", Value: from}}},
		), func(e entity.Entity) { all = append(all, checkpointOf(id, e.(*entity.Asset))) })
	})
	// Windows that aren't final, and those that somebody still argues about.
	live := store.Filter{Op: store.Or, Nested: []store.Filter{
		is("status", string(entity.CommitmentStatusPending)), {Op: store.Greater, Field: "unsettled", Value: int32(0)},
	}}
	r.each(entity.KindCommitment, &live, func(e entity.Entity) {
		c := e.(*entity.Commitment)
		id, ok := new(big.Int).SetString(c.Run, 10)
		if !ok {
			return
		}
		all = append(all, content{id: c.ID, kind: Checkpoint, run: chain.RunID(id.Uint64()), cid: c.CID, root: c.PostRoot, window: c.Window.Uint64()})
	})
	return all, r.err
}

func checkpointOf(run chain.RunID, a *entity.Asset) content {
	return content{id: a.ID, kind: Checkpoint, run: run, cid: a.CID, root: a.Root, window: a.Window.Uint64()}
}

// runSpecOf is the id of the asset.
func runSpecOf(run chain.RunID) string { return fmt.Sprintf("runspec-%d", run) }

// dataOf lists what a RunSpec names.
func dataOf(run chain.RunID, p *program.Program) []content {
	var all []content
	add := func(kind Kind, text string, bytes int64) {
		if cid, err := ipfs.ParseCID(text); err == nil { // a RunSpec may name what isn't a CID: nobody can have that
			all = append(all, content{id: fmt.Sprintf("%s-%d", kind, run), kind: kind, run: run, cid: cid.Bytes(), bytes: bytes})
		}
	}
	add(Dataset, p.Spec.Dataset.CID, int64(p.Spec.Dataset.Bytes))
	if p.Spec.Goal != nil {
		add(HeldOut, p.Spec.Goal.Dataset.CID, int64(p.Spec.Goal.Dataset.Bytes))
	}
	if p.Spec.Genesis.Kind == program.GenesisImport {
		add(Genesis, p.Spec.Genesis.CID, 0)
		if n := len(all) - 1; all[n].kind == Genesis && p.Spec.Genesis.Root != nil {
			all[n].root = p.Spec.Genesis.Root[:]
		}
	}
	return all
}

func is(field string, value any) store.Filter {
	return store.Filter{Op: store.Is, Field: field, Value: value}
}

func and(filters ...store.Filter) *store.Filter {
	return &store.Filter{Op: store.And, Nested: filters}
}

// reader pages through entities. It remembers the first error.
type reader struct {
	ctx   context.Context
	view  *store.View
	block uint64
	err   error
}

func (r *reader) each(kind entity.Kind, where *store.Filter, visit func(entity.Entity)) {
	after := ""
	for r.err == nil {
		filter := and(store.Filter{Op: store.Greater, Field: "id", Value: after})
		if where != nil {
			filter.Nested = append(filter.Nested, *where)
		}
		var found []entity.Entity
		found, r.err = r.view.Find(r.ctx, store.Query{Kind: kind, Block: r.block, Where: filter, First: page, Most: page})
		for _, e := range found {
			visit(e)
		}
		if len(found) < page {
			return
		}
		after = found[len(found)-1].EntityID()
	}
}
