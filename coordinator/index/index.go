package index

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"math/rand/v2"
	"time"

	"github.com/commonweight/commonweight/coordinator/entity"
	"github.com/commonweight/commonweight/coordinator/mapping"
	"github.com/commonweight/commonweight/coordinator/store"
	"github.com/commonweight/commonweight/internal/chain"
)

const (
	shortest = 100 * time.Millisecond
	longest  = 5 * time.Second  // between attempts
	patience = 30 * time.Second // with one answer of the node

	history = 1 << 17 // blocks whose states are kept: what can be asked about and rolled back to. A deeper fork is read again from nothing

	patienceWith = 3 // failures in a row before it is said: a chain that moves while it is read is no news
)

// Source is a node as the index asks it: chain.Client.
type Source interface {
	Deployment() chain.Deployment
	Blocks(ctx context.Context) <-chan chain.Block
	HeaderAt(ctx context.Context, number uint64) (chain.Header, error)
	HeadersAt(ctx context.Context, numbers []uint64) ([]chain.Header, error)
	LoggedIn(ctx context.Context, first, last uint64) ([]chain.Event, error)
	LoggedBy(ctx context.Context, block chain.Hash) ([]chain.Event, error)
	Proven(ctx context.Context, h chain.Header) ([]chain.Event, error)
	MayLog(h chain.Header) bool
}

// Index keeps a store up to date.
//
// Concurrency: one Run; Status and Changes by any number of goroutines.
type Index struct {
	source Source
	store  *store.Store
	log    *slog.Logger
	apply  func(entity.Store, chain.Event) error

	contracts func(asOf chain.Hash) Contracts // nil: nothing to compare with
	checker   checker
	emitters  []chain.Address

	near     uint64 // blocks below the newest that are read one by one: reorganisations live there
	together uint64 // blocks that are read one by one, written in one batch
	widest   uint64 // blocks of a range at most

	span    uint64 // blocks of the next range
	proveTo uint64 // up to there, blocks are read one by one
	random  *rand.Rand

	feed   *feed
	status *status
}

// Identity tells the index of one deployment from that of another: what store.Open takes.
func Identity(d chain.Deployment) string {
	text, err := json.Marshal(d)
	if err != nil {
		panic(err) // a struct of numbers and addresses
	}
	return string(text)
}

// New returns an index of the client's contracts that writes to the store.
func New(client *chain.Client, s *store.Store, log *slog.Logger) *Index {
	i := build(bounded{client}, s, log, mapping.Apply)
	i.contracts = contractsOf(client)
	return i
}

func build(source Source, s *store.Store, log *slog.Logger, apply func(entity.Store, chain.Event) error) *Index {
	s.Keep(history)
	return &Index{source: source, store: s, log: log, apply: apply, emitters: source.Deployment().Emitters(),
		near: 64, together: 16, widest: 2000, span: 2000, random: rand.New(rand.NewPCG(rand.Uint64(), rand.Uint64())),
		checker: checker{every: soonest, idle: latest}, feed: newFeed(), status: newStatus()}
}

// broken is an error of the store: there is no use in going on.
type broken struct{ error }

func (b broken) Unwrap() error { return b.error }

// Run follows the chain until ctx ends. A node that fails or lies is asked again and again; only a store that fails is an error.
func (i *Index) Run(ctx context.Context) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	if err := i.recall(ctx); err != nil {
		return err
	}
	blocks := i.source.Blocks(ctx)
	var newest chain.Block
	pause, failures := shortest, 0
	retry := time.NewTimer(0)
	defer retry.Stop()
	for {
		select {
		case <-ctx.Done():
			return nil
		case b, ok := <-blocks:
			if !ok {
				return nil
			}
			newest = b
			i.status.saw(b)
		case <-retry.C:
			if newest == (chain.Block{}) {
				continue
			}
		}
		more, err := i.advance(ctx, newest)
		var store broken
		switch {
		case ctx.Err() != nil:
			return nil
		case errors.As(err, &store):
			return fmt.Errorf("index: %w", store.error)
		case err != nil:
			if failures++; failures >= patienceWith {
				i.status.trouble(err)
				i.log.Warn("the node isn't followed", "why", err, "again in", pause)
			}
			retry.Reset(pause)
			pause = min(2*pause, longest)
		default:
			i.status.trouble(nil)
			failures, pause = 0, shortest
			retry.Reset(i.rest(more))
		}
	}
}

// rest is how long nothing is done if the node tells of no new block.
func (i *Index) rest(more bool) time.Duration {
	switch {
	case more:
		return 0
	case i.checker.due:
		return min(longest, i.checker.every)
	}
	return min(longest, i.checker.idle)
}

// advance does the next thing: it reads a batch, rolls back or checks. More says that there is something left to do.
func (i *Index) advance(ctx context.Context, newest chain.Block) (more bool, err error) {
	tip, err := i.source.HeaderAt(ctx, newest.Number)
	if err != nil {
		return false, err
	}
	head := i.store.Head()
	first := i.source.Deployment().Block
	if head != nil {
		first = head.Number + 1
		stands, err := i.stands(ctx, *head, tip)
		if err != nil {
			return false, err
		}
		if !stands {
			return true, i.reorganise(ctx, *head, tip)
		}
	}
	if tip.Number >= first {
		if err := i.read(ctx, head, first, tip.Number); err != nil {
			return false, err
		}
	}
	if i.behind(tip.Number) {
		return true, nil
	}
	err = i.check(ctx)
	return i.behind(tip.Number), err // a check may find that all is to be read again
}

// behind says whether there are blocks to read.
func (i *Index) behind(tip uint64) bool {
	if head := i.store.Head(); head != nil {
		return head.Number < tip
	}
	return tip >= i.source.Deployment().Block
}

// read reads the next batch of blocks.
func (i *Index) read(ctx context.Context, head *store.Block, first, tip uint64) error {
	start := time.Now()
	var got reading
	var err error
	if first > i.proveTo && tip-first >= i.near {
		got, err = i.wide(ctx, head, first, min(first+i.span-1, tip-i.near))
	} else {
		got, err = i.narrow(ctx, head, first, min(first+i.together-1, tip))
	}
	if err != nil {
		return err
	}
	changes, err := i.write(ctx, got)
	if err != nil {
		return err
	}
	last := got.blocks[len(got.blocks)-1]
	i.status.wrote(len(got.events), time.Since(start))
	if got.wide {
		i.checker.due, i.checker.trust = true, true
		i.feed.add(Update{Block: last.Number, Hash: last.Hash, Time: last.Time, Many: true})
		i.log.Info("indexed a range", "blocks", fmt.Sprintf("%d–%d", first, last.Number), "of", tip, "events", len(got.events))
		return nil
	}
	for _, b := range got.blocks {
		update := Update{Block: b.Number, Hash: b.Hash, Time: b.Time}
		if len(changes) > 0 && changes[0].Block == b.Number {
			update.Keys, changes = changes[0].Keys, changes[1:]
			i.checker.changed(update.Keys)
		}
		i.feed.add(update)
	}
	return nil
}
