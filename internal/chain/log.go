package chain

import (
	"context"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/core/types"
)

// maxRange is how many blocks one query asks for; public nodes refuse much more.
const maxRange = 2000

// Events returns the contracts' events of the blocks from first to last, both included.
//
// Order: that of the chain.
func (c *Client) Events(ctx context.Context, first, last uint64) ([]Event, error) {
	var events []Event
	for ; first <= last; first += maxRange {
		some, err := c.eventsOf(ctx, first, min(last, first+maxRange-1))
		if err != nil {
			return nil, err
		}
		events = append(events, some...)
	}
	return events, nil
}

func (c *Client) eventsOf(ctx context.Context, first, last uint64) ([]Event, error) {
	query := ethereum.FilterQuery{FromBlock: new(big.Int).SetUint64(first), ToBlock: new(big.Int).SetUint64(last)}
	for _, address := range c.deployment.Contracts() {
		query.Addresses = append(query.Addresses, address)
	}
	logs, err := c.node.FilterLogs(ctx, query)
	if err != nil {
		return nil, nodeError(fmt.Sprintf("read the log of blocks %d to %d", first, last), err)
	}
	pointers := make([]*types.Log, len(logs))
	for i := range logs {
		pointers[i] = &logs[i]
	}
	return c.decode(pointers)
}

// Log follows the log of one run, or of all of them, from its beginning.
//
// Concurrency: one reader.
type Log struct {
	client *Client
	run    RunID  // 0: all
	next   uint64 // first block not read
	last   Hash   // hash of the block before it, zero at the beginning

	commitments map[Hash]bool // of the run
	matches     map[ChallengeID]bool
	pots        map[Hash]bool
	readings    map[PledgeID]bool // claims and contests on them
}

// Log returns a reader of a run's log: everything that happened to the run, its leases, commitments, challenges and cases.
func (c *Client) Log(run RunID) *Log {
	l := &Log{client: c, run: run}
	l.rewind()
	return l
}

// LogOfAll returns a reader of the log of all runs, and of what belongs to none.
func (c *Client) LogOfAll() *Log { return c.Log(0) }

func (l *Log) rewind() {
	l.next, l.last = l.client.deployment.Block, Hash{}
	l.commitments, l.matches = make(map[Hash]bool), make(map[ChallengeID]bool)
	l.pots, l.readings = make(map[Hash]bool), make(map[PledgeID]bool)
}

// Next returns what was logged since the last call, up to the newest block; nothing is an answer. After a reorganisation of blocks
// that were read, it starts over: restarted says that events holds the whole log again and that all earlier ones are void.
func (l *Log) Next(ctx context.Context) (events []Event, restarted bool, err error) {
	stands, err := l.stands(ctx)
	if err != nil {
		return nil, false, err
	}
	if !stands {
		l.rewind()
		restarted = true
	}
	// The end is fixed before the log is read: blocks that are replaced in between are noticed by the next call.
	end, err := l.client.node.HeaderByNumber(ctx, nil)
	if err != nil {
		return nil, false, nodeError("read the newest block", err)
	}
	last := end.Number.Uint64()
	if last < l.next {
		return nil, restarted, nil
	}
	all, err := l.client.Events(ctx, l.next, last)
	if err != nil {
		return nil, false, err
	}
	for _, e := range all {
		if l.concerns(e.Data) {
			events = append(events, e)
		}
	}
	l.next, l.last = last+1, end.Hash()
	return events, restarted, nil
}

// stands says whether the newest block that was read is still part of the chain.
func (l *Log) stands(ctx context.Context) (bool, error) {
	if l.last == (Hash{}) {
		return true, nil
	}
	hash, err := l.client.HashAt(ctx, l.next-1)
	return hash == l.last, err
}

// concerns says whether an event belongs to the run, and learns the run's commitments and matches on the way.
func (l *Log) concerns(data any) bool {
	if l.run == 0 {
		return true
	}
	switch e := data.(type) {
	case Committed:
		if e.Run == l.run {
			l.commitments[e.Commitment] = true
		}
	case Started:
		if e.Run == l.run {
			l.matches[e.Match] = true
		}
	case GoalLocked:
		if e.Goal.Run == l.run {
			l.pots[e.Pot] = true
		}
	case GoalClaimed:
		if l.pots[e.Pot] {
			l.readings[e.Pledge] = true
		}
	case GoalContested:
		if l.readings[e.Claim] {
			l.readings[e.Pledge] = true
		}
	}
	switch e := data.(type) {
	case interface{ run() RunID }:
		return e.run() == l.run
	case interface{ commitment() Hash }:
		return l.commitments[e.commitment()]
	case interface{ match() ChallengeID }:
		return l.matches[e.match()]
	case interface{ pot() Hash }:
		return l.pots[e.pot()]
	case interface{ reading() PledgeID }:
		return l.readings[e.reading()]
	}
	return false
}
