package index

import (
	"context"
	"fmt"
	"math/big"
	"strconv"
	"strings"
	"time"

	"github.com/commonweight/commonweight/coordinator/entity"
	"github.com/commonweight/commonweight/coordinator/store"
	"github.com/commonweight/commonweight/internal/chain"
)

const (
	soonest  = time.Second      // between checks while events come
	latest   = 30 * time.Second // between checks while none do
	runsOnce = 32               // runs of one check; the others have their turn
	mostSums = 4096             // ledgers or balances that are added up; where there are more, money isn't compared
)

// Views are what the contracts themselves tell, as of one block: chain.Client.
type Views interface {
	Runs(ctx context.Context) (chain.RunID, error)
	Progress(ctx context.Context, run chain.RunID) (chain.Progress, error)
	Head(ctx context.Context, run chain.RunID) (chain.Hash, error)
	Anchor(ctx context.Context, run chain.RunID) (chain.Hash, error)
	Lease(ctx context.Context, run chain.RunID) (chain.Lease, error)
	Escrow(ctx context.Context, run chain.RunID) (*big.Int, error)
	Challenges(ctx context.Context) (chain.ChallengeID, error)
	Validators(ctx context.Context) (uint32, error)
	Held(ctx context.Context, token chain.Address) (*big.Int, error)
}

// check compares what is indexed with what the contracts tell of the very block, now and then.
//
// Rationale: every count and sum grows from all events before it, so one that was left out anywhere shows here.
func (i *Index) check(ctx context.Context) error {
	head := i.store.Head()
	if i.views == nil || head == nil {
		return nil
	}
	since := time.Since(i.checked)
	if since < soonest || !i.touched && !i.unchecked && since < latest {
		return nil
	}
	i.checked = time.Now()
	v, err := i.store.View(ctx)
	if err != nil {
		return broken{err}
	}
	defer v.Close()
	c := comparison{ctx: ctx, view: v, views: i.views(head.Hash), block: head.Number}
	first := i.next
	i.next = c.all(first)
	if c.broken != nil {
		return broken{c.broken}
	}
	if c.err != nil { // a node without that block's state; or the block is gone, which the next look at the chain tells
		i.log.Info("the contracts can't be asked", "block", head.Number, "why", c.err)
		return nil
	}
	i.touched = len(c.mismatches) > 0
	if i.touched {
		err = fmt.Errorf("%w: %s", errLied, strings.Join(c.mismatches, "; "))
		i.log.Error("the index contradicts the contracts", "block", head.Number, "why", err)
		if i.unchecked { // ranges were taken on trust: without them, by proofs, it may well agree
			i.status.fault(err)
			return i.distrust(ctx, err)
		}
	}
	i.unchecked = i.unchecked && i.next > first // until every run had its turn
	i.status.compared(head, c.mismatches)
	return nil
}

// comparison is one check. It remembers the first error, after which it does nothing.
type comparison struct {
	ctx        context.Context
	view       *store.View
	views      Views
	block      uint64
	mismatches []string
	err        error // of the node
	broken     error // of the file
}

// all compares everything, but for runs, of which it begins with the given one. It returns the next one.
func (c *comparison) all(first uint64) uint64 {
	protocol := &entity.Protocol{}
	if found := c.find(entity.KindProtocol, "", nil, 1); len(found) > 0 {
		protocol = found[0].(*entity.Protocol)
	}
	runs := uint64(ask(c, func(ctx context.Context) (chain.RunID, error) { return c.views.Runs(ctx) }))
	c.same("runs", uint64(protocol.Runs), runs)
	c.same("challenges", uint64(protocol.Challenges), uint64(ask(c, c.views.Challenges)))
	c.same("validators", uint64(protocol.Validators), uint64(ask(c, c.views.Validators)))
	var ids []any
	for n := range min(runs, runsOnce) {
		ids = append(ids, strconv.FormatUint(1+(first+n)%runs, 10))
	}
	tokens := map[chain.Address]bool{chain.Native: true}
	if len(ids) > 0 {
		found := c.find(entity.KindRun, "id", ids, len(ids))
		c.same("runs that are found", uint64(len(found)), uint64(len(ids)))
		for _, e := range found {
			run := e.(*entity.Run)
			c.run(run)
			tokens[chain.Address(run.RewardToken)] = true
		}
	}
	for token := range tokens {
		c.money(token)
	}
	if runs == 0 {
		return 0
	}
	return (first + uint64(len(ids))) % runs
}

func (c *comparison) run(run *entity.Run) {
	id := chain.RunID(run.Number.Uint64())
	what := func(of string) string { return fmt.Sprintf("%s of run %d", of, id) }
	of := func(view func(context.Context, chain.RunID) (chain.Hash, error)) func(context.Context) (chain.Hash, error) {
		return func(ctx context.Context) (chain.Hash, error) { return view(ctx, id) }
	}
	progress := ask(c, func(ctx context.Context) (chain.Progress, error) { return c.views.Progress(ctx, id) })
	c.same(what("windows up to the head"), run.HeadCount, progress.HeadCount)
	c.same(what("final windows"), run.AnchorCount, progress.AnchorCount)
	if progress.HeadCount > 0 {
		c.same(what("head"), named(run.Head), ask(c, of(c.views.Head)).Hex())
	} else {
		c.same(what("head"), named(run.Head), "")
	}
	if progress.AnchorCount > 0 {
		c.same(what("anchor"), named(run.Anchor), ask(c, of(c.views.Anchor)).Hex())
	} else {
		c.same(what("anchor"), named(run.Anchor), "")
	}
	lease := ask(c, func(ctx context.Context) (chain.Lease, error) { return c.views.Lease(ctx, id) })
	held := ""
	if lease.Holder != (chain.Address{}) {
		held = fmt.Sprintf("%d-%d", id, lease.Fence)
	}
	c.same(what("lease"), named(run.Lease), held)
	c.same(what("escrow"), run.Escrow, ask(c, func(ctx context.Context) (*big.Int, error) { return c.views.Escrow(ctx, id) }))
}

func named(reference *string) string {
	if reference == nil {
		return ""
	}
	return *reference
}

// money compares what the Vault holds with all ledgers and credits.
func (c *comparison) money(token chain.Address) {
	sum := new(big.Int)
	ledgers := c.find(entity.KindLedger, "token", []any{token[:]}, mostSums)
	balances := c.find(entity.KindBalance, "token", []any{token[:]}, mostSums)
	if len(ledgers) == mostSums || len(balances) == mostSums {
		return
	}
	for _, l := range ledgers {
		sum.Add(sum, l.(*entity.Ledger).Balance)
	}
	for _, b := range balances {
		sum.Add(sum, b.(*entity.Balance).Credit)
	}
	held := ask(c, func(ctx context.Context) (*big.Int, error) { return c.views.Held(ctx, token) })
	c.same("what the Vault holds of "+token.Hex(), sum, held)
}

func (c *comparison) find(kind entity.Kind, field string, values []any, most int) []entity.Entity {
	if c.err != nil || c.broken != nil {
		return nil
	}
	q := store.Query{Kind: kind, Block: c.block, First: most, Most: most}
	if field != "" {
		q.Where = &store.Filter{Op: store.In, Field: field, Value: values}
	}
	found, err := c.view.Find(c.ctx, q)
	c.broken = err
	return found
}

// ask asks the contracts, unless something has failed before.
func ask[T any](c *comparison, view func(context.Context) (T, error)) (answer T) {
	if c.err == nil && c.broken == nil {
		answer, c.err = bound(c.ctx, view)
	}
	return answer
}

// same notes a difference, unless something has failed before.
func (c *comparison) same(what string, indexed, told any) {
	if c.err == nil && c.broken == nil && fmt.Sprint(indexed) != fmt.Sprint(told) {
		c.mismatches = append(c.mismatches, fmt.Sprintf("%s: %v, but the contracts say %v", what, indexed, told))
	}
}

func (s *status) compared(head *store.Block, mismatches []string) {
	s.change(func(s *Status) { s.Checked, s.Mismatches = head, mismatches })
}
