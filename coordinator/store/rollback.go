package store

import (
	"context"
	"fmt"
)

// Rollback returns to the state after a block whose hash is known, or to nothing (nil).
//
// Errors: ErrTwoWriters.
func (s *Store) Rollback(ctx context.Context, to *Block) error {
	number := int64(-1)
	if to != nil {
		number = int64(to.Number)
	}
	clear(s.cache)
	tx, err := s.writer.BeginTx(ctx, nil)
	if err != nil {
		return fmt.Errorf("roll back: %w", err)
	}
	defer tx.Rollback()
	if err := s.alone(ctx, tx); err != nil {
		return err
	}
	for _, t := range s.tables {
		if _, err := tx.ExecContext(ctx, "DELETE FROM "+t.name+" WHERE first > ?", number); err != nil {
			return fmt.Errorf("roll back %s: %w", t.Name, err)
		}
		if t.Immutable {
			continue
		}
		if _, err := tx.ExecContext(ctx, "UPDATE "+t.name+" SET next = ? WHERE next > ? AND next < ?", int64(open), number, int64(open)); err != nil {
			return fmt.Errorf("roll back %s: %w", t.Name, err)
		}
	}
	for _, statement := range []string{"DELETE FROM skipped WHERE block > ?", "DELETE FROM blocks WHERE number > ?"} {
		if _, err := tx.ExecContext(ctx, statement, number); err != nil {
			return fmt.Errorf("roll back blocks: %w", err)
		}
	}
	if to == nil {
		if _, err := tx.ExecContext(ctx, "DELETE FROM meta WHERE name = 'floor'"); err != nil {
			return fmt.Errorf("roll back to nothing: %w", err)
		}
	}
	head, err := newest(ctx, tx)
	if err != nil {
		return fmt.Errorf("roll back: %w", err)
	}
	if (head == nil) != (to == nil) || head != nil && head.Hash != to.Hash {
		return fmt.Errorf("roll back to block %d, whose hash isn't known", number)
	}
	if err := tx.Commit(); err != nil {
		return fmt.Errorf("roll back: %w", err)
	}
	if to == nil {
		s.floor = 0
	}
	s.setHead(head)
	return nil
}
