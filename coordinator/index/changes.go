package index

import (
	"context"
	"sync"

	"github.com/commonweight/commonweight/coordinator/store"
)

// Update is one thing that happened to the index.
type Update struct {
	Block       uint64 // newest block that is indexed now
	Hash        [32]byte
	Time        uint64      // its time; 0 where all is void
	Keys        []store.Key // what the block changed
	Many        bool        // more changed than is told, over many blocks
	Reorganised bool        // what was told of blocks above Block is void
	Missed      bool        // the reader was too slow: updates before this one were left out
}

// kept is how many updates a slow reader may be behind.
const kept = 256

// feed remembers the newest updates and wakes those who wait.
//
// Concurrency: any number of readers; add by one goroutine.
type feed struct {
	mu      sync.Mutex
	updates []Update // the newest
	next    uint64   // number of the next one
	changed chan struct{}
}

func newFeed() *feed { return &feed{changed: make(chan struct{})} }

func (f *feed) add(u Update) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.updates = append(f.updates, u)
	if len(f.updates) > 2*kept {
		f.updates = append([]Update(nil), f.updates[kept:]...)
	}
	f.next++
	close(f.changed)
	f.changed = make(chan struct{})
}

// from returns the update of that number, or the oldest that is remembered; or a channel that tells when there is one.
func (f *feed) from(number uint64) (u Update, is uint64, wait <-chan struct{}) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if number >= f.next {
		return Update{}, 0, f.changed
	}
	oldest := f.next - uint64(len(f.updates))
	is = max(number, oldest)
	u = f.updates[is-oldest]
	u.Missed = is > number
	return u, is, nil
}

// Changes carries what happens from now on until ctx ends. A slow reader misses some, and is told.
func (i *Index) Changes(ctx context.Context) <-chan Update {
	i.feed.mu.Lock()
	number := i.feed.next
	i.feed.mu.Unlock()
	out := make(chan Update)
	go func() {
		defer close(out)
		for {
			u, is, wait := i.feed.from(number)
			if wait != nil {
				select {
				case <-wait:
				case <-ctx.Done():
					return
				}
				continue
			}
			select {
			case out <- u:
				number = is + 1
			case <-ctx.Done():
				return
			}
		}
	}()
	return out
}
