package index

import (
	"context"
	"errors"
	"fmt"
	"math"
	"reflect"
	"slices"

	"github.com/commonweight/commonweight/coordinator/store"
	"github.com/commonweight/commonweight/internal/chain"
)

// errMoved: blocks were replaced while they were read. Nothing is wrong; they are read again.
var errMoved = errors.New("the chain moved while it was read")

// errLied: what the node says contradicts what it said or proved.
var errLied = errors.New("the node contradicts itself")

// plenty of events for one range.
const plenty = 5000

// reading is what was read of some blocks.
type reading struct {
	events []chain.Event // in the order of the chain
	blocks []store.Block // whose hashes are kept, ascending; the last ends the batch
	wide   bool
}

// wide reads a range by one question.
func (i *Index) wide(ctx context.Context, head *store.Block, first, last uint64) (reading, error) {
	end, err := i.source.HeaderAt(ctx, last) // fixed first: if blocks are replaced from here on, its hash will tell
	if err != nil {
		return reading{}, err
	}
	events, err := i.source.LoggedIn(ctx, first, last)
	if err != nil {
		if i.span > 1 {
			i.span = max(1, (last-first+1)/2)
			if ctx.Err() != nil {
				return reading{}, err
			}
			i.log.Info("the node refuses the range: asking for less", "blocks", i.span, "why", err)
			return i.wide(ctx, head, first, min(first+i.span-1, last))
		}
		i.proveTo = last // there may be a log that the node can't tell; receipts are another question
		return reading{}, err
	}
	headers, err := i.headersOf(ctx, events, first, last)
	if err == nil {
		err = i.sound(events, headers)
	}
	if err == nil {
		err = i.sample(ctx, events, headers, first, last)
	}
	if err == nil {
		err = i.below(ctx, head)
	}
	switch {
	case errors.Is(err, errLied):
		i.status.fault(err)
		if i.checker.trust { // earlier ranges are no better
			return reading{}, errors.Join(err, i.distrust(ctx, err))
		}
		i.proveTo = math.MaxUint64
		return reading{}, err
	case errors.Is(err, errMoved), errors.Is(err, chain.ErrNotFound):
		i.proveTo = last
		return reading{}, err
	case err != nil:
		return reading{}, err
	}
	switch { // as much as memory holds with ease
	case len(events) > 2*plenty:
		i.span = max(1, i.span/2)
	case len(events) < plenty:
		i.span = min(2*i.span, i.widest)
	}
	return reading{events: events, wide: true, blocks: []store.Block{{Number: end.Number, Hash: end.Hash, Time: end.Time, Kept: true}}}, nil
}

// below checks that the range stands on what is indexed: that may have been replaced since the range was chosen, and the range doesn't tell.
//
// Errors: errMoved.
func (i *Index) below(ctx context.Context, head *store.Block) error {
	if head == nil {
		return nil
	}
	h, err := i.source.HeaderAt(ctx, head.Number)
	if err != nil {
		return err
	}
	if h.Hash != head.Hash {
		return fmt.Errorf("%w: block %d", errMoved, head.Number)
	}
	return nil
}

// headersOf returns the headers of the blocks that the events name.
//
// Errors: errLied.
func (i *Index) headersOf(ctx context.Context, events []chain.Event, first, last uint64) (map[uint64]chain.Header, error) {
	var numbers []uint64
	for _, e := range events {
		if e.Block < first || e.Block > last {
			return nil, fmt.Errorf("%w: an event of block %d among blocks %d to %d", errLied, e.Block, first, last)
		}
		numbers = append(numbers, e.Block)
	}
	slices.Sort(numbers)
	headers, err := i.source.HeadersAt(ctx, slices.Compact(numbers))
	if err != nil {
		return nil, err
	}
	by := make(map[uint64]chain.Header, len(headers))
	for _, h := range headers {
		by[h.Number] = h
	}
	return by, nil
}

// sound checks events against headers and fills in their times.
//
// Errors: errLied, errMoved.
func (i *Index) sound(events []chain.Event, headers map[uint64]chain.Header) error {
	for n := range events {
		e := &events[n]
		switch h := headers[e.Block]; {
		case n > 0 && !after(events[n-1], *e):
			return fmt.Errorf("%w: event %d of block %d behind event %d of block %d", errLied, e.Index, e.Block, events[n-1].Index, events[n-1].Block)
		case !slices.Contains(i.emitters, e.Contract):
			return fmt.Errorf("%w: an event of %s, which isn't ours", errLied, e.Contract)
		case e.BlockHash != h.Hash:
			return fmt.Errorf("%w: block %d", errMoved, e.Block)
		case (n == 0 || e.Block != events[n-1].Block) && !i.source.MayLog(h):
			return fmt.Errorf("%w: events of block %d, whose header says that it has none", errLied, e.Block)
		case e.Time != 0 && e.Time != h.Time:
			return fmt.Errorf("%w: block %d is of %d and of %d", errLied, e.Block, e.Time, h.Time)
		default:
			e.Time = h.Time
		}
	}
	return nil
}

func after(a, b chain.Event) bool {
	return b.Block > a.Block || b.Block == a.Block && b.Index > a.Index
}

// samples of a range that are proved: of blocks with events and of any blocks.
const samples = 2

// sample proves some of a range. It finds a node that leaves out much at once, and one that leaves out little in the long run; what it
// overlooks is found when the contracts are asked.
func (i *Index) sample(ctx context.Context, events []chain.Event, headers map[uint64]chain.Header, first, last uint64) error {
	var numbers []uint64
	for range samples {
		if len(events) > 0 {
			numbers = append(numbers, events[i.random.IntN(len(events))].Block)
		}
		numbers = append(numbers, first+i.random.Uint64N(last-first+1))
	}
	for _, number := range numbers {
		h, ok := headers[number]
		if !ok {
			var err error
			if h, err = i.source.HeaderAt(ctx, number); err != nil {
				return err
			}
		}
		told := of(events, number)
		if len(told) == 0 && !i.source.MayLog(h) {
			continue
		}
		proven, err := i.source.Proven(ctx, h)
		if errors.Is(err, chain.ErrNoProof) {
			continue
		}
		if err != nil {
			return i.unproven(err)
		}
		if !reflect.DeepEqual(told, proven) {
			return fmt.Errorf("%w: %d events of block %d, which has %d", errLied, len(told), number, len(proven))
		}
	}
	return nil
}

func (i *Index) unproven(err error) error {
	if errors.Is(err, chain.ErrUnproven) {
		return fmt.Errorf("%w: %w", errLied, err)
	}
	return err
}

// of returns the events of one block.
func of(events []chain.Event, number uint64) []chain.Event {
	var some []chain.Event
	for _, e := range events {
		if e.Block == number {
			some = append(some, e)
		}
	}
	return some
}

// narrow reads blocks one by one, each linked to the one before it and its log proved.
func (i *Index) narrow(ctx context.Context, head *store.Block, first, last uint64) (reading, error) {
	numbers := make([]uint64, 0, last-first+1)
	for n := first; n <= last; n++ {
		numbers = append(numbers, n)
	}
	headers, err := i.source.HeadersAt(ctx, numbers)
	if err != nil {
		return reading{}, err
	}
	var got reading
	for n, h := range headers {
		if n > 0 && h.Parent != headers[n-1].Hash || n == 0 && head != nil && h.Parent != head.Hash {
			return reading{}, fmt.Errorf("%w: block %d", errMoved, h.Number)
		}
		events, err := i.logOf(ctx, h)
		if err != nil {
			if errors.Is(err, errLied) {
				i.status.fault(err)
			}
			return reading{}, err
		}
		got.events = append(got.events, events...)
		got.blocks = append(got.blocks, store.Block{Number: h.Number, Hash: h.Hash, Time: h.Time, Kept: h.Number%1024 == 0})
	}
	return got, nil
}

// logOf reads the log of one block, with proof where the node has one.
func (i *Index) logOf(ctx context.Context, h chain.Header) ([]chain.Event, error) {
	if !i.source.MayLog(h) {
		return nil, nil
	}
	events, err := i.source.Proven(ctx, h)
	if !errors.Is(err, chain.ErrNoProof) {
		return events, i.unproven(err)
	}
	if events, err = i.source.LoggedBy(ctx, h.Hash); err != nil {
		return nil, err
	}
	headers := map[uint64]chain.Header{h.Number: h} // events of other blocks have a hash that isn't theirs
	if err := i.sound(events, headers); err != nil {
		return nil, err
	}
	if len(events) > 0 {
		return events, nil
	}
	// The header says that there may be some: rarely it says so for nothing.
	if events, err = i.source.LoggedIn(ctx, h.Number, h.Number); err != nil {
		return nil, err
	}
	if len(events) > 0 {
		return nil, fmt.Errorf("%w: block %d has events by number and none by hash", errLied, h.Number)
	}
	i.status.doubt()
	return nil, nil
}
