package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"github.com/commonweight/commonweight/coordinator/entity"
)

// View is one moment of the file: whatever is written meanwhile, all its answers fit together.
//
// Concurrency: one goroutine.
type View struct {
	tx     *sql.Tx
	tables []*table
	head   *Block
	floor  uint64
}

// View looks at the file as it is now. It must be closed, soon: the file can't shrink before.
func (s *Store) View(ctx context.Context) (*View, error) {
	tx, err := s.reader.BeginTx(ctx, nil)
	if err != nil {
		return nil, fmt.Errorf("view the index: %w", err)
	}
	head, err := newest(ctx, tx)
	if err != nil {
		return nil, errors.Join(fmt.Errorf("view the index: %w", err), tx.Rollback())
	}
	floor, err := floorOf(ctx, tx)
	if err != nil {
		return nil, errors.Join(fmt.Errorf("view the index: %w", err), tx.Rollback())
	}
	return &View{tx: tx, tables: s.tables, head: head, floor: floor}, nil
}

// Close ends the view.
func (v *View) Close() {
	// A context that ended has rolled back already; nothing was written, so nothing can be lost.
	_ = v.tx.Rollback()
}

// Floor is the first block whose state can be asked about.
func (v *View) Floor() uint64 { return v.floor }

// Head returns the newest block that is indexed, or nil.
func (v *View) Head() *Block { return v.head }

// BlockBy returns the block of that hash, or nil if it isn't known: old blocks are known by number only.
func (v *View) BlockBy(ctx context.Context, hash [32]byte) (*Block, error) {
	return v.one(ctx, "SELECT number, hash, time, kept FROM blocks WHERE hash = ?", hash[:])
}

// BlockAt returns the block of that number, or nil if its hash isn't known.
func (v *View) BlockAt(ctx context.Context, number uint64) (*Block, error) {
	return v.one(ctx, "SELECT number, hash, time, kept FROM blocks WHERE number = ?", int64(number))
}

func (v *View) one(ctx context.Context, statement string, arg any) (*Block, error) {
	blocks, err := scanBlocks(v.tx.QueryContext(ctx, statement, arg))
	if err != nil {
		return nil, fmt.Errorf("look up a block: %w", err)
	}
	if len(blocks) == 0 {
		return nil, nil
	}
	return &blocks[0], nil
}

// Find answers a query.
//
// Errors: ErrForgotten.
func (v *View) Find(ctx context.Context, q Query) ([]entity.Entity, error) {
	if q.Block < v.floor {
		return nil, fmt.Errorf("find %s as of block %d: %w, from %d on", q.Kind, q.Block, ErrForgotten, v.floor)
	}
	c := compiler{tables: v.tables, block: int64(min(q.Block, open-1))}
	statement, err := c.query(q)
	if err != nil {
		return nil, fmt.Errorf("find %s: %w", q.Kind, err)
	}
	found, err := v.tables[q.Kind-1].scan(v.tx.QueryContext(ctx, statement, c.args...))
	if err != nil {
		return nil, fmt.Errorf("find %s: %w", q.Kind, err)
	}
	return found, nil
}

// Changes returns what changed in the blocks after the given one, newest versions only.
//
// Order: by kind, then by block.
func (v *View) Changes(ctx context.Context, after uint64, most int) ([]Change, error) {
	byBlock := make(map[uint64]int)
	var changes []Change
	for _, t := range v.tables {
		rows, err := v.tx.QueryContext(ctx, "SELECT first, id FROM "+t.name+" WHERE first > ? ORDER BY first LIMIT ?", int64(after), most)
		if err != nil {
			return nil, fmt.Errorf("read changes: %w", err)
		}
		for rows.Next() {
			var block uint64
			var id string
			if err := rows.Scan(&block, &id); err != nil {
				return nil, errors.Join(err, rows.Close())
			}
			at, ok := byBlock[block]
			if !ok {
				at = len(changes)
				byBlock[block] = at
				changes = append(changes, Change{Block: block})
			}
			changes[at].Keys = append(changes[at].Keys, Key{t.Kind, id})
		}
		if err := errors.Join(rows.Err(), rows.Close()); err != nil {
			return nil, fmt.Errorf("read changes: %w", err)
		}
	}
	return changes, nil
}

// Skipped is an event that was left out.
type Skipped struct {
	Block uint64
	Index uint
	Event string
	Why   string
}

// Skipped returns the events that were left out, newest first.
func (v *View) Skipped(ctx context.Context, most int) ([]Skipped, error) {
	rows, err := v.tx.QueryContext(ctx, "SELECT block, place, event, why FROM skipped ORDER BY block DESC, place DESC LIMIT ?", most)
	if err != nil {
		return nil, fmt.Errorf("read skipped events: %w", err)
	}
	defer rows.Close()
	var all []Skipped
	for rows.Next() {
		var s Skipped
		if err := rows.Scan(&s.Block, &s.Index, &s.Event, &s.Why); err != nil {
			return nil, fmt.Errorf("read skipped events: %w", err)
		}
		all = append(all, s)
	}
	return all, rows.Err()
}

// CountSkipped returns how many events were left out.
func (s *Store) CountSkipped(ctx context.Context) (n uint64, err error) {
	if err := s.reader.QueryRowContext(ctx, "SELECT count(*) FROM skipped").Scan(&n); err != nil {
		return 0, fmt.Errorf("count skipped events: %w", err)
	}
	return n, nil
}

// All returns every entity of a kind as of the view's head, by id: what two indexes are compared by.
func (v *View) All(ctx context.Context, kind entity.Kind) ([]entity.Entity, error) {
	if v.head == nil {
		return nil, nil
	}
	return v.Find(ctx, Query{Kind: kind, Block: v.head.Number, First: open, Most: open})
}
