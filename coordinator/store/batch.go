package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"github.com/commonweight/commonweight/coordinator/entity"
)

const (
	mostCached  = 50_000 // newest versions kept in memory from one batch to the next
	mostPending = 10_000 // versions kept in memory within a batch
	recent      = 4096   // blocks below the head whose hashes are all known
)

// Key names an entity.
type Key struct {
	Kind entity.Kind
	ID   string
}

// state is the newest version of an entity.
type state struct {
	entity  entity.Entity // nil: there is none
	stored  bool          // the file holds a version that still holds
	pending *version      // begun in this batch, not written yet
	dirty   bool          // saved in the current block
}

type version struct {
	entity      entity.Entity
	first, next uint64
}

// cache holds newest versions. What it holds is never changed, only replaced.
type cache map[Key]*state

// Batch is one transaction: blocks in ascending order and what mappings save in each. It is an entity.Store.
//
// Concurrency: one goroutine.
type Batch struct {
	ctx   context.Context
	store *Store
	tx    *sql.Tx
	load  map[entity.Kind]*sql.Stmt
	block uint64
	began bool
	dirty []Key
	undo  []undo

	ended    []ending
	versions []*version
	changed  []Change
	failed   error
}

type undo struct {
	key    Key
	entity entity.Entity
	dirty  bool
}

// ending says that a version in the file ends before the block.
type ending struct {
	key  Key
	next uint64
}

// Change is what one block changed.
type Change struct {
	Block uint64
	Keys  []Key
}

// Begin starts a batch. It must end with Commit or Abort.
//
// Errors: ErrTwoWriters.
func (s *Store) Begin(ctx context.Context) (*Batch, error) {
	tx, err := s.writer.BeginTx(ctx, nil)
	if err != nil {
		return nil, fmt.Errorf("begin a batch: %w", err)
	}
	if err := s.alone(ctx, tx); err != nil {
		return nil, errors.Join(err, tx.Rollback())
	}
	if len(s.cache) > mostCached {
		clear(s.cache)
	}
	return &Batch{ctx: ctx, store: s, tx: tx, load: make(map[entity.Kind]*sql.Stmt)}, nil
}

// alone checks that nobody else has moved the cursor.
func (s *Store) alone(ctx context.Context, tx *sql.Tx) error {
	found, err := newest(ctx, tx)
	if err != nil {
		return fmt.Errorf("read the newest block: %w", err)
	}
	head := s.Head()
	if (found == nil) != (head == nil) || found != nil && (found.Number != head.Number || found.Hash != head.Hash) {
		clear(s.cache)
		return ErrTwoWriters
	}
	return nil
}

// Block says which block is saved from now on: above all before it.
func (b *Batch) Block(number uint64) error {
	if b.began {
		if number <= b.block {
			return fmt.Errorf("block %d after block %d", number, b.block)
		}
		b.seal()
	} else if head := b.store.Head(); head != nil && number <= head.Number {
		return fmt.Errorf("block %d, but the index is at %d", number, head.Number)
	}
	b.block, b.began = number, true
	if len(b.versions) < mostPending {
		return nil
	}
	return b.write()
}

// Load implements entity.Store.
func (b *Batch) Load(kind entity.Kind, id string) (entity.Entity, error) {
	s, err := b.find(Key{kind, id})
	if err != nil || s.entity == nil {
		return nil, err
	}
	return entity.Clone(s.entity), nil
}

// find returns what is known of an entity, from memory or the file.
func (b *Batch) find(k Key) (*state, error) {
	if s, ok := b.store.cache[k]; ok {
		return s, nil
	}
	s := new(state)
	t := b.store.table(k.Kind)
	load, ok := b.load[k.Kind]
	if !ok {
		var err error
		if load, err = b.tx.PrepareContext(b.ctx, t.load); err != nil {
			b.failed = fmt.Errorf("load %s %s: %w", k.Kind, k.ID, err)
			return nil, b.failed
		}
		b.load[k.Kind] = load
	}
	found, err := t.scan(load.QueryContext(b.ctx, k.ID))
	if err != nil {
		b.failed = fmt.Errorf("load %s %s: %w", k.Kind, k.ID, err)
		return nil, b.failed
	}
	if len(found) > 0 {
		s.entity, s.stored = found[0], true
	}
	b.store.cache[k] = s
	return s, nil
}

// Save implements entity.Store.
func (b *Batch) Save(e entity.Entity) error {
	if !b.began {
		return errors.New("saved outside of a block")
	}
	if err := entity.Check(e); err != nil {
		return err
	}
	k := Key{e.EntityKind(), e.EntityID()}
	s, err := b.find(k)
	if err != nil {
		return err
	}
	if s.entity != nil && b.store.table(k.Kind).Immutable {
		return fmt.Errorf("%s %s: %w", k.Kind, k.ID, entity.ErrSavedTwice)
	}
	b.undo = append(b.undo, undo{k, s.entity, s.dirty})
	if !s.dirty {
		b.dirty = append(b.dirty, k)
	}
	s.entity, s.dirty = entity.Clone(e), true
	return nil
}

// Try does something to the block, wholly or not at all.
func (b *Batch) Try(do func(entity.Store) error) error {
	b.undo = b.undo[:0]
	err := do(b)
	if err == nil {
		return nil
	}
	for i := len(b.undo) - 1; i >= 0; i-- {
		u := b.undo[i]
		s := b.store.cache[u.key]
		s.entity, s.dirty = u.entity, u.dirty
		if !u.dirty {
			b.dirty = b.dirty[:len(b.dirty)-1] // it was the last to become dirty
		}
	}
	return err
}

// Failed returns the file's own trouble, of which a mapping's error may be the echo. The batch can only be aborted then.
func (b *Batch) Failed() error { return b.failed }

// Skip notes that an event of the current block was left out.
func (b *Batch) Skip(place uint, event, why string) error {
	_, err := b.tx.ExecContext(b.ctx, "INSERT OR REPLACE INTO skipped VALUES (?, ?, ?, ?)", int64(b.block), int64(place), event, why)
	if err != nil {
		return fmt.Errorf("note a skipped event: %w", err)
	}
	return nil
}

// seal turns what the block saved into versions.
func (b *Batch) seal() {
	if len(b.dirty) == 0 {
		return
	}
	b.changed = append(b.changed, Change{Block: b.block, Keys: b.dirty})
	for _, k := range b.dirty {
		s := b.store.cache[k]
		s.dirty = false
		switch {
		case s.pending != nil:
			s.pending.next = b.block
		case s.stored:
			b.ended = append(b.ended, ending{k, b.block})
		}
		s.pending = &version{entity: s.entity, first: b.block, next: open}
		b.versions = append(b.versions, s.pending)
	}
	b.dirty = nil
}

// write moves versions from memory to the file.
func (b *Batch) write() error {
	statements := make(map[string]*sql.Stmt)
	run := func(text string, args ...any) error {
		statement, ok := statements[text]
		if !ok {
			var err error
			if statement, err = b.tx.PrepareContext(b.ctx, text); err != nil {
				return err
			}
			statements[text] = statement
		}
		_, err := statement.ExecContext(b.ctx, args...)
		return err
	}
	for _, e := range b.ended {
		if err := run(b.store.table(e.key.Kind).end, int64(e.next), e.key.ID); err != nil {
			return fmt.Errorf("end %s %s: %w", e.key.Kind, e.key.ID, err)
		}
	}
	for _, v := range b.versions {
		kind, id := v.entity.EntityKind(), v.entity.EntityID()
		t := b.store.table(kind)
		args, err := t.row(v)
		if err != nil {
			return fmt.Errorf("write %s %s: %w", kind, id, err)
		}
		if err := run(t.insert, args...); err != nil {
			return fmt.Errorf("write %s %s: %w", kind, id, err)
		}
		k := Key{kind, id}
		s := b.store.cache[k]
		s.stored = true
		if s.pending == v {
			s.pending = nil
		}
		if t.Immutable {
			delete(b.store.cache, k) // hardly ever asked for again
		}
	}
	b.ended, b.versions = nil, nil
	for _, statement := range statements {
		if err := statement.Close(); err != nil {
			return err
		}
	}
	return nil
}

// Commit ends the batch: all of it is in the file, with the blocks it covers, of which the last is the new head. It returns what changed,
// block by block.
func (b *Batch) Commit(blocks ...Block) ([]Change, error) {
	changed, err := b.commit(blocks)
	if err != nil {
		return nil, errors.Join(fmt.Errorf("commit a batch: %w", err), b.Abort())
	}
	return changed, nil
}

func (b *Batch) commit(blocks []Block) ([]Change, error) {
	if len(blocks) == 0 {
		return nil, errors.New("a batch without blocks")
	}
	if b.began {
		b.seal()
	}
	if err := b.write(); err != nil {
		return nil, err
	}
	last := blocks[len(blocks)-1]
	if b.began && last.Number < b.block {
		return nil, fmt.Errorf("block %d was saved, but the batch ends at %d", b.block, last.Number)
	}
	for _, block := range blocks {
		_, err := b.tx.ExecContext(b.ctx, "INSERT INTO blocks VALUES (?, ?, ?, ?)", int64(block.Number), block.Hash[:], int64(block.Time), block.Kept)
		if err != nil {
			return nil, fmt.Errorf("write block %d: %w", block.Number, err)
		}
	}
	if last.Number > recent {
		if _, err := b.tx.ExecContext(b.ctx, "DELETE FROM blocks WHERE number < ? AND NOT kept", int64(last.Number-recent)); err != nil {
			return nil, fmt.Errorf("prune blocks: %w", err)
		}
	}
	floor, err := b.prune(last.Number)
	if err != nil {
		return nil, err
	}
	if err := b.tx.Commit(); err != nil {
		return nil, err
	}
	b.store.floor = floor
	b.store.setHead(&last)
	return b.changed, nil
}

// Abort forgets the batch.
func (b *Batch) Abort() error {
	clear(b.store.cache)
	if err := b.tx.Rollback(); err != nil && !errors.Is(err, sql.ErrTxDone) {
		return fmt.Errorf("abort a batch: %w", err)
	}
	return nil
}
