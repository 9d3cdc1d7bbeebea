package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strconv"
)

// steps is in how many parts of the history old versions go: not with every block.
const steps = 64

// Keep says for how many blocks below the head states are kept, to be asked about and rolled back to; older ones are forgotten with the batches
// that follow. 0 is all. It comes before the first batch.
func (s *Store) Keep(blocks uint64) { s.history = blocks }

// prune deletes versions that ended long before the block, and notes from which block on states are whole.
//
// Rationale: a version that ended at or before the floor holds for no block from the floor on, so neither a question nor a rollback misses it. Hashes
// of earlier blocks go along: nothing can be rolled back to them.
func (b *Batch) prune(last uint64) (floor uint64, err error) {
	s := b.store
	if s.history == 0 || last < s.history || last-s.history < s.floor+s.history/steps {
		return s.floor, nil
	}
	floor = last - s.history
	for _, t := range s.tables {
		if t.Immutable {
			continue
		}
		if _, err := b.tx.ExecContext(b.ctx, "DELETE FROM "+t.name+" WHERE next <= ?", int64(floor)); err != nil {
			return 0, fmt.Errorf("prune %s: %w", t.Name, err)
		}
	}
	if _, err := b.tx.ExecContext(b.ctx, "DELETE FROM blocks WHERE number < ?", int64(floor)); err != nil {
		return 0, fmt.Errorf("prune blocks: %w", err)
	}
	if _, err := b.tx.ExecContext(b.ctx, "INSERT OR REPLACE INTO meta VALUES ('floor', ?)", strconv.FormatUint(floor, 10)); err != nil {
		return 0, fmt.Errorf("note what is kept: %w", err)
	}
	return floor, nil
}

// floorOf returns the first block whose state is whole.
func floorOf(ctx context.Context, q querier) (uint64, error) {
	text, err := noted(ctx, q, "floor")
	if err != nil || text == "" {
		return 0, err
	}
	return strconv.ParseUint(text, 10, 64)
}

// noted returns what the file says of itself under a name, "" if nothing.
func noted(ctx context.Context, q querier, name string) (text string, err error) {
	err = q.QueryRowContext(ctx, "SELECT value FROM meta WHERE name = ?", name).Scan(&text)
	if errors.Is(err, sql.ErrNoRows) {
		err = nil
	}
	return text, err
}

// Doubt remembers that what is written from now on was taken from nobody on trust, over restarts. It comes after everything was rolled back.
func (s *Store) Doubt(ctx context.Context) error {
	if _, err := s.writer.ExecContext(ctx, "INSERT OR REPLACE INTO meta VALUES ('doubt', '1')"); err != nil {
		return fmt.Errorf("remember a doubt: %w", err)
	}
	return nil
}

// Doubted says whether Doubt was called, by whichever process.
func (s *Store) Doubted(ctx context.Context) (bool, error) {
	text, err := noted(ctx, s.reader, "doubt")
	if err != nil {
		return false, fmt.Errorf("look for a doubt: %w", err)
	}
	return text != "", nil
}
