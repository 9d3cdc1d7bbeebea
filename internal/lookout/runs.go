package lookout

import (
	"context"

	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/metrics"
)

// newest is how many runs are looked at where all are.
const newest = 8

// ids are the runs that are looked at.
func (l *Lookout) ids(ctx context.Context) ([]chain.RunID, error) {
	if l.Config.Run != 0 {
		return []chain.RunID{l.Config.Run}, nil
	}
	n, err := l.Client.Runs(ctx)
	if err != nil {
		return nil, err
	}
	var ids []chain.RunID
	for id := n - min(n, newest) + 1; id <= n; id++ {
		ids = append(ids, id)
	}
	return ids, nil
}

// run reads what never changes of a run, once.
func (l *Lookout) run(ctx context.Context, id chain.RunID) (chain.Run, error) {
	if r, ok := l.terms[id]; ok {
		return r, nil
	}
	r, err := l.Client.Run(ctx, id)
	if err == nil {
		l.terms[id] = r
	}
	return r, err
}

// runs tells where the runs stand.
func (l *Lookout) runs(ctx context.Context) error {
	ids, err := l.ids(ctx)
	if err != nil {
		return err
	}
	for _, id := range ids {
		place, err := l.place(ctx, id)
		if err != nil {
			return err
		}
		l.Metrics.Runs.Set(uint64(id), place)
	}
	return nil
}

func (l *Lookout) place(ctx context.Context, id chain.RunID) (place metrics.Place, err error) {
	terms, err := l.run(ctx, id)
	if err != nil {
		return place, err
	}
	progress, err := l.Client.Progress(ctx, id)
	if err != nil {
		return place, err
	}
	lease, err := l.Client.Lease(ctx, id)
	if err != nil {
		return place, err
	}
	record, err := l.Client.Record(ctx, id)
	if err != nil {
		return place, err
	}
	if place.Escrow, err = l.Client.Escrow(ctx, id); err != nil {
		return place, err
	}
	k := uint64(terms.Schedule.WindowSteps)
	place.Windows = (terms.Schedule.TotalSteps + k - 1) / k
	place.Head, place.Final = progress.HeadCount, progress.AnchorCount
	place.OldestPending = l.pending(id)
	place.Tasks, place.Answered, place.Right = record.Tasks, record.Answered, record.Right
	if place.Leased = lease.Holder != (chain.Address{}); place.Leased {
		now := int64(l.Client.Now())
		place.LeaseAge, place.LeaseLeft = now-int64(lease.AcquiredAt), int64(lease.Deadline)-now
	}
	return place, nil
}
