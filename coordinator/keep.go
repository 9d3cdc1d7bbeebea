package coordinator

import (
	"context"
	"encoding/json"
	"fmt"
	"math/big"
	"slices"
	"strconv"

	"github.com/commonweight/commonweight/coordinator/query"
	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/keeper"
)

// unfinished finds the runs in which somebody may have something to push on.
const unfinished = `{
	a: leases(first: 1000, where: {status: Held}) {run {id}}
	b: commitments(first: 1000, where: {or: [{status: Pending}, {status: Rejected, settledAt: null}, {unsettled_gt: 0}]}) {run {id}}
	c: commitments(first: 1000, where: {status: Voided, repaid: 0}) {run {id}}
	d: cases(first: 1000, where: {resolvedAt: null}) {run {id}}
	e: jurors(first: 1000, where: {settledAt: null}) {run {id}}
	f: demands(first: 1000, where: {status: Open}) {run {id}}
	g: matches(first: 1000, where: {outcome: Running, challenge_not: null}) {run {id}}
}`

// withdrawGas is more than taking money out of the Vault uses; it is done when there is withdrawWorth times its price.
const (
	withdrawGas   = 150_000
	withdrawWorth = 20
)

// keep pushes runs on with every block, until the context ends. It asks the index which runs have something open; what is to be done there, a keeper
// finds out from the chain itself, so an index that is wrong costs time and no money.
//
// Errors: none but the context's. Trouble with one run doesn't hold up the others, and every block is a new try.
func (c *Coordinator) keep(ctx context.Context) error {
	keepers := make(map[chain.RunID]*keeper.Keeper)
	trouble := make(map[chain.RunID]string)
	for range c.config.Client.Blocks(ctx) {
		runs, err := c.unfinished(ctx)
		if err != nil {
			c.keeperTrouble(ctx, trouble, 0, err)
			continue
		}
		for _, run := range runs {
			n, err := c.push(ctx, keepers, run)
			if n > 0 {
				c.report(Event{Kind: Pushed, Run: run, Count: n})
			}
			c.keeperTrouble(ctx, trouble, run, err)
		}
		c.keeperTrouble(ctx, trouble, 0, c.collect(ctx, keepers))
	}
	return ctx.Err()
}

// keeperTrouble logs what goes wrong, once for as long as it is the same.
func (c *Coordinator) keeperTrouble(ctx context.Context, known map[chain.RunID]string, run chain.RunID, err error) {
	if err == nil || ctx.Err() != nil {
		delete(known, run)
		return
	}
	if known[run] != err.Error() {
		known[run] = err.Error()
		c.config.Log.Warn("the keeper can't push", "run", uint64(run), "err", err)
	}
}

func (c *Coordinator) push(ctx context.Context, keepers map[chain.RunID]*keeper.Keeper, run chain.RunID) (int, error) {
	k := keepers[run]
	if k == nil {
		var err error
		if k, err = keeper.New(ctx, c.config.Account, run, nil); err != nil {
			return 0, err
		}
		k.Others(c.config.Pushes)
		keepers[run] = k
	}
	return k.Push(ctx)
}

// collect takes tips and pay out of the Vault when they are worth a transaction.
func (c *Coordinator) collect(ctx context.Context, keepers map[chain.RunID]*keeper.Keeper) error {
	a := c.config.Account
	credit, err := a.Credit(ctx, a.Address(), chain.Native)
	if err != nil {
		return err
	}
	price := new(big.Int).SetUint64(a.Latest().BaseFee)
	if credit.Cmp(price.Mul(price, big.NewInt(withdrawWorth*withdrawGas))) <= 0 {
		return nil
	}
	for _, k := range keepers {
		_, err := k.Withdraw(ctx)
		return err
	}
	return nil
}

// unfinished lists runs in which something is open, in their order.
func (c *Coordinator) unfinished(ctx context.Context) ([]chain.RunID, error) {
	if c.store.Head() == nil {
		return nil, nil // nothing is indexed yet
	}
	response := c.queries.Do(ctx, query.Request{Query: unfinished})
	if len(response.Errors) > 0 {
		return nil, response.Errors[0]
	}
	var found map[string][]struct{ Run struct{ ID string } }
	if err := json.Unmarshal(response.Data, &found); err != nil {
		return nil, fmt.Errorf("read the index: %w", err)
	}
	var runs []chain.RunID
	for _, list := range found {
		for _, x := range list {
			n, err := strconv.ParseUint(x.Run.ID, 10, 64)
			if err != nil {
				return nil, fmt.Errorf("read the index: run %q: %w", x.Run.ID, err)
			}
			runs = append(runs, chain.RunID(n))
		}
	}
	slices.Sort(runs)
	return slices.Compact(runs), nil
}
