package index

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"strings"
	"time"

	"github.com/commonweight/commonweight/coordinator/check"
	"github.com/commonweight/commonweight/coordinator/entity"
	"github.com/commonweight/commonweight/coordinator/store"
	"github.com/commonweight/commonweight/internal/chain"
)

// Some hundred questions to a node in ten seconds at most: nodes are paid by the question.
const (
	soonest  = 10 * time.Second // between checks while events come
	latest   = time.Minute      // between checks while none do
	runsOnce = 4                // runs of one check; the others have their turn
	mostNew  = 16               // entities that changed since the last check
	swept    = 4                // entities of one more kind, whenever they changed: in time all are compared
	mostSums = 4096             // ledgers or balances that are added up; where there are more, money isn't
)

// Contracts compare entities with what the contracts tell, as of one block: check.Contracts.
type Contracts interface {
	Entity(ctx context.Context, e entity.Entity) (differences []string, err error)
	Money(ctx context.Context, all []entity.Entity) (differences []string, err error)
}

// contractsOf asks the client's contracts.
func contractsOf(client *chain.Client) func(asOf chain.Hash) Contracts {
	all := check.New(client.Deployment(), nil)
	return func(asOf chain.Hash) Contracts {
		then := client.AsOf(asOf)
		return all.At(func(ctx context.Context, contract chain.Address, data []byte) ([]byte, error) {
			return bound(ctx, func(ctx context.Context) ([]byte, error) { return then.Ask(ctx, contract, data) })
		})
	}
}

// checker remembers what has been compared and what is to be.
type checker struct {
	every time.Duration // soonest, but in tests
	idle  time.Duration // latest, but in tests
	at    time.Time     // of the last check
	due   bool          // events came since
	trust bool          // ranges were read since every run was compared
	fresh []store.Key   // what changed since the last check
	kind  entity.Kind   // the sweep: of this kind, ids after this one
	after string
	runs  string // run after which the next check goes on
}

func (c *checker) changed(keys []store.Key) {
	c.due = true
	c.fresh = append(c.fresh, keys[:min(len(keys), mostNew-min(mostNew, len(c.fresh)))]...)
}

// check compares what is indexed with what the contracts tell of the very block, now and then.
//
// Rationale: every count and sum grows from all events before it, so one that was left out anywhere shows here.
func (i *Index) check(ctx context.Context) error {
	head := i.store.Head()
	if i.contracts == nil || head == nil {
		return nil
	}
	since := time.Since(i.checker.at)
	if since < i.checker.every || !i.checker.due && !i.checker.trust && since < i.checker.idle {
		return nil
	}
	i.checker.at = time.Now()
	v, err := i.store.View(ctx)
	if err != nil {
		return broken{err}
	}
	defer v.Close()
	mismatches, all, err := i.checker.compare(ctx, v, i.contracts(head.Hash), head.Number)
	var store broken
	if errors.As(err, &store) {
		return err
	}
	if err != nil { // a node without that block's state; or the block is gone, which the next look at the chain tells
		i.log.Info("the contracts can't be asked", "block", head.Number, "why", err)
		return nil
	}
	i.checker.due = len(mismatches) > 0
	if i.checker.due {
		err = fmt.Errorf("%w: %s", errLied, strings.Join(mismatches, "; "))
		i.log.Error("the index contradicts the contracts", "block", head.Number, "why", err)
		if i.checker.trust { // without what was taken on trust, by proofs, it may well agree
			i.status.fault(err)
			return i.distrust(ctx, err)
		}
	}
	i.checker.trust = i.checker.trust && !all
	i.status.compared(head, mismatches)
	return nil
}

// compare does one check. All says that every run has had its turn.
func (c *checker) compare(ctx context.Context, v *store.View, contracts Contracts, block uint64) (mismatches []string, all bool, err error) {
	entities, all, err := c.choose(ctx, v, block)
	if err != nil {
		return nil, false, broken{err}
	}
	for _, e := range entities {
		differences, err := contracts.Entity(ctx, e)
		if err != nil {
			return nil, false, err
		}
		mismatches = append(mismatches, differences...)
	}
	money, err := moneyOf(ctx, v, block)
	if err != nil {
		return nil, false, broken{err}
	}
	differences, err := contracts.Money(ctx, money)
	if err != nil {
		return nil, false, err
	}
	mismatches = append(mismatches, differences...)
	if len(mismatches) == 0 {
		c.fresh = nil
	}
	return mismatches, all, nil
}

// choose picks what is compared: the whole deployment, some runs, what has changed, and a few of everything in turn.
func (c *checker) choose(ctx context.Context, v *store.View, block uint64) (chosen []entity.Entity, all bool, err error) {
	add := func(kind entity.Kind, where *store.Filter, most int) int {
		if err != nil {
			return 0
		}
		var found []entity.Entity
		found, err = v.Find(ctx, store.Query{Kind: kind, Block: block, Where: where, First: most, Most: most})
		chosen = append(chosen, found...)
		return len(found)
	}
	add(entity.KindProtocol, nil, 1)
	if len(chosen) == 0 { // a deployment that nothing has happened to says so as well
		chosen = append(chosen, &entity.Protocol{ID: "1", Stake: new(big.Int), Burned: new(big.Int), PausedUntil: new(big.Int)})
	}
	if add(entity.KindRun, &store.Filter{Op: store.Greater, Field: "id", Value: c.runs}, runsOnce) < runsOnce {
		c.runs, all = "", true
	} else {
		c.runs = chosen[len(chosen)-1].EntityID()
	}
	for _, k := range c.fresh {
		add(k.Kind, &store.Filter{Op: store.Is, Field: "id", Value: k.ID}, 1)
	}
	if c.kind == 0 || int(c.kind) > len(entity.Kinds()) {
		c.kind = 1
	}
	if add(c.kind, &store.Filter{Op: store.Greater, Field: "id", Value: c.after}, swept) < swept {
		c.kind, c.after = c.kind+1, ""
	} else {
		c.after = chosen[len(chosen)-1].EntityID()
	}
	return chosen, all, err
}

// moneyOf returns all ledgers and balances, or none where they are too many.
func moneyOf(ctx context.Context, v *store.View, block uint64) ([]entity.Entity, error) {
	var all []entity.Entity
	for _, kind := range []entity.Kind{entity.KindLedger, entity.KindBalance} {
		found, err := v.Find(ctx, store.Query{Kind: kind, Block: block, First: mostSums, Most: mostSums})
		if err != nil {
			return nil, err
		}
		if len(found) == mostSums {
			return nil, nil
		}
		all = append(all, found...)
	}
	return all, nil
}

func (s *status) compared(head *store.Block, mismatches []string) {
	s.change(func(s *Status) { s.Checked, s.Mismatches = head, mismatches })
}
