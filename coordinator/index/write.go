package index

import (
	"context"
	"errors"
	"fmt"

	"github.com/commonweight/commonweight/coordinator/entity"
	"github.com/commonweight/commonweight/coordinator/store"
	"github.com/commonweight/commonweight/internal/chain"
)

// write maps events and keeps what they make, all or nothing.
func (i *Index) write(ctx context.Context, got reading) ([]store.Change, error) {
	b, err := i.store.Begin(ctx)
	if err != nil {
		return nil, broken{err}
	}
	skipped, err := i.fill(b, got.events)
	if err != nil {
		return nil, broken{errors.Join(err, b.Abort())}
	}
	changes, err := b.Commit(got.blocks...)
	if err != nil {
		return nil, broken{err}
	}
	i.status.skipped(skipped)
	return changes, nil
}

func (i *Index) fill(b *store.Batch, events []chain.Event) (skipped int, err error) {
	for n, e := range events {
		if n == 0 || e.Block != events[n-1].Block {
			if err := b.Block(e.Block); err != nil {
				return 0, err
			}
		}
		why := b.Try(func(into entity.Store) error { return i.mapped(into, e) })
		if err := b.Failed(); err != nil {
			return 0, err
		}
		if why == nil {
			continue
		}
		i.log.Error("an event is skipped", "event", e.Name(), "block", e.Block, "index", e.Index, "why", why)
		if err := b.Skip(e.Index, e.Name(), why.Error()); err != nil {
			return 0, err
		}
		skipped++
	}
	return skipped, nil
}

// mapped maps one event, come what may: no log that a contract can write stops an index.
func (i *Index) mapped(into entity.Store, e chain.Event) (err error) {
	defer func() {
		if problem := recover(); problem != nil {
			err = fmt.Errorf("mapping broke: %v", problem)
		}
	}()
	if odd, ok := e.Data.(chain.Undecoded); ok {
		return fmt.Errorf("not understood: topic %s: %s", odd.Topic, odd.Why)
	}
	return i.apply(into, e)
}
