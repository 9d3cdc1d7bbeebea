package store

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"github.com/commonweight/commonweight/coordinator/entity"
	"modernc.org/sqlite"
)

var (
	// ErrOther: the file isn't an index of what it was opened for.
	ErrOther = errors.New("not this index")
	// ErrForgotten: the state as of that block isn't kept any more.
	ErrForgotten = errors.New("older than what is kept")
	// ErrTwoWriters: another process writes to the file.
	ErrTwoWriters = errors.New("another process writes to this index")
)

// notDatabase is SQLite's code for a file that it didn't write.
const notDatabase = 26

// readers is how many questions are answered at a time.
const readers = 4

// Block is a block up to which, or of which, something is known.
type Block struct {
	Number uint64
	Hash   [32]byte
	Time   uint64 // seconds, block time
	Kept   bool   // its hash is never pruned
}

// Store is the file of an index.
//
// Concurrency: Batch and Rollback by one goroutine, the rest by any number.
type Store struct {
	path   string
	writer *sql.DB
	reader *sql.DB
	tables []*table // by kind, from 1
	cache  cache

	history uint64 // blocks, see Keep
	floor   uint64 // states as of earlier blocks are forgotten; the file says so too

	mu   sync.Mutex
	head *Block // nil: nothing is indexed yet
}

// Open opens the file or makes it. The deployment is any text that tells one index from another: chain, contracts.
//
// Errors: ErrOther.
func Open(ctx context.Context, path, deployment string) (*Store, error) {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return nil, fmt.Errorf("open index: %w", err)
	}
	s := &Store{path: path, tables: tables(), cache: make(cache)}
	var err error
	if s.writer, err = connect(path, "_txlock=immediate", 1); err != nil {
		return nil, fmt.Errorf("open index %s: %w", path, err)
	}
	if s.reader, err = connect(path, "_pragma=query_only(1)", readers); err != nil {
		return nil, errors.Join(fmt.Errorf("open index %s: %w", path, err), s.Close())
	}
	if err := s.prepare(ctx, deployment); err != nil {
		return nil, errors.Join(fmt.Errorf("open index %s: %w", path, err), s.Close())
	}
	return s, nil
}

// connect opens a pool of connections. A killed process loses nothing that was committed; a power cut may lose the newest batches, whole.
func connect(path, option string, most int) (*sql.DB, error) {
	absolute, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	address := url.URL{Scheme: "file", Path: absolute, RawQuery: "_pragma=busy_timeout(10000)&_pragma=journal_mode(WAL)" +
		"&_pragma=synchronous(NORMAL)&_pragma=cache_size(-16000)&_pragma=journal_size_limit(67108864)&" + option}
	db, err := sql.Open("sqlite", address.String())
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(most)
	db.SetMaxIdleConns(most)
	return db, nil
}

// prepare makes the tables of an empty file, and refuses another's.
func (s *Store) prepare(ctx context.Context, deployment string) error {
	tx, err := s.writer.BeginTx(ctx, nil)
	if refused := (*sqlite.Error)(nil); errors.As(err, &refused) && refused.Code() == notDatabase {
		return fmt.Errorf("%w: the file is something else: %w", ErrOther, err)
	}
	if err != nil {
		return err
	}
	defer tx.Rollback()
	statements := schema(s.tables)
	fingerprint := fmt.Sprintf("%x", sha256.Sum256([]byte(strings.Join(statements, "\n")+layout(s.tables))))
	var found int
	if err := tx.QueryRowContext(ctx, "SELECT count(*) FROM sqlite_master").Scan(&found); err != nil {
		return fmt.Errorf("%w: %w", ErrOther, err)
	}
	if found == 0 {
		for _, statement := range statements {
			if _, err := tx.ExecContext(ctx, statement); err != nil {
				return fmt.Errorf("%s: %w", statement, err)
			}
		}
		_, err := tx.ExecContext(ctx, "INSERT INTO meta VALUES ('deployment', ?), ('schema', ?)", deployment, fingerprint)
		if err != nil {
			return err
		}
	}
	var wasDeployment, wasSchema string
	err = tx.QueryRowContext(ctx, "SELECT d.value, s.value FROM meta d, meta s WHERE d.name = 'deployment' AND s.name = 'schema'").Scan(&wasDeployment, &wasSchema)
	switch {
	case err != nil:
		return fmt.Errorf("%w: the file is something else", ErrOther)
	case wasDeployment != deployment:
		return fmt.Errorf("%w: the file indexes another deployment (%s): name another file, or move this one away", ErrOther, wasDeployment)
	case wasSchema != fingerprint:
		return fmt.Errorf("%w: the file was written for another version of the schema: move it away, the index is built again", ErrOther)
	}
	if s.head, err = newest(ctx, tx); err != nil {
		return err
	}
	if s.floor, err = floorOf(ctx, tx); err != nil {
		return err
	}
	return tx.Commit()
}

// layout spells what statements don't tell: the places of enums' values.
func layout(all []*table) string {
	var b strings.Builder
	for _, t := range all {
		for _, f := range t.Fields {
			fmt.Fprintln(&b, t.Name, f.Name, f.Type, f.Enum)
		}
	}
	return b.String()
}

// Close closes the file. Views must be closed before.
func (s *Store) Close() error {
	var problems []error
	for _, db := range []*sql.DB{s.reader, s.writer} {
		if db != nil {
			problems = append(problems, db.Close())
		}
	}
	return errors.Join(problems...)
}

// Head returns the newest block that is indexed, or nil.
func (s *Store) Head() *Block {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.head
}

func (s *Store) setHead(b *Block) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.head = b
}

func (s *Store) table(k entity.Kind) *table { return s.tables[k-1] }

// querier is a transaction or a connection.
type querier interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

// newest returns the newest block, or nil.
func newest(ctx context.Context, q querier) (*Block, error) {
	blocks, err := scanBlocks(q.QueryContext(ctx, "SELECT number, hash, time, kept FROM blocks ORDER BY number DESC LIMIT 1"))
	if err != nil || len(blocks) == 0 {
		return nil, err
	}
	return &blocks[0], nil
}

func scanBlocks(rows *sql.Rows, err error) ([]Block, error) {
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var blocks []Block
	for rows.Next() {
		var b Block
		var hash []byte
		if err := rows.Scan(&b.Number, &hash, &b.Time, &b.Kept); err != nil {
			return nil, err
		}
		if copy(b.Hash[:], hash) != len(b.Hash) {
			return nil, fmt.Errorf("block %d: a hash of %d bytes", b.Number, len(hash))
		}
		blocks = append(blocks, b)
	}
	return blocks, rows.Err()
}

// Blocks returns blocks whose hashes are known, from number down, newest first.
func (s *Store) Blocks(ctx context.Context, number uint64, most int) ([]Block, error) {
	blocks, err := scanBlocks(s.reader.QueryContext(ctx,
		"SELECT number, hash, time, kept FROM blocks WHERE number <= ? ORDER BY number DESC LIMIT ?", int64(number), most))
	if err != nil {
		return nil, fmt.Errorf("read recent blocks: %w", err)
	}
	return blocks, nil
}
