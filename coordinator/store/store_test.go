package store

import (
	"context"
	"errors"
	"math/big"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/commonweight/commonweight/coordinator/entity"
	"pgregory.net/rapid"
)

func fresh(t testing.TB) *Store {
	t.Helper()
	s, err := Open(t.Context(), filepath.Join(t.TempDir(), "index.db"), "test")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

func blockOf(number uint64, fork byte) Block {
	return Block{Number: number, Hash: [32]byte{byte(number), byte(number >> 8), fork, 1}, Time: 1000 + number}
}

// write saves entities in one block, in a batch of its own.
func write(t testing.TB, s *Store, block Block, entities ...entity.Entity) []Change {
	t.Helper()
	b, err := s.Begin(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	if err := b.Block(block.Number); err != nil {
		t.Fatal(err)
	}
	for _, e := range entities {
		if err := b.Save(e); err != nil {
			t.Fatal(err)
		}
	}
	changes, err := b.Commit(block)
	if err != nil {
		t.Fatal(err)
	}
	return changes
}

func find(t testing.TB, s *Store, q Query) []entity.Entity {
	t.Helper()
	v, err := s.View(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	defer v.Close()
	if q.Most == 0 {
		q.Most = 1000
	}
	if q.First == 0 {
		q.First = 1000
	}
	found, err := v.Find(context.Background(), q)
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func ids(entities []entity.Entity) []string {
	var all []string
	for _, e := range entities {
		all = append(all, e.EntityID())
	}
	return all
}

// sample fills an entity of any kind; what may be null is null where bare.
func sample(k entity.Kind, id string, n int, bare bool) entity.Entity {
	d := k.Description()
	values := make([]any, len(d.Fields))
	for i, f := range d.Fields {
		switch {
		case f.Nullable && bare:
		case f.Type == entity.TypeID:
			values[i] = id
		case f.Type == entity.TypeReference || f.Type == entity.TypeString:
			values[i] = "other"
		case f.Type == entity.TypeEnum:
			values[i] = f.Enum[(n+i)%len(f.Enum)]
		case f.Type == entity.TypeBytes:
			values[i] = make([]byte, n%3)
		case f.Type == entity.TypeBytesList:
			values[i] = [][]byte{make([]byte, n%3), {1, 2, 3}}[:n%3]
		case f.Type == entity.TypeBigInt:
			values[i] = new(big.Int).Lsh(big.NewInt(int64(n-2)), uint(3*i))
		case f.Type == entity.TypeInt:
			values[i] = int32(n - i)
		case f.Type == entity.TypeBoolean:
			values[i] = (n+i)%2 == 0
		}
	}
	e, err := entity.FromValues(k, values)
	if err != nil {
		panic(err)
	}
	return e
}

func TestEveryFieldOfEveryKindComesBack(t *testing.T) {
	s := fresh(t)
	var all []entity.Entity
	for _, k := range entity.Kinds() {
		for n := range 4 {
			all = append(all, sample(k, string(rune('a'+n)), n, n == 3))
		}
	}
	write(t, s, blockOf(1, 0), all...)
	for _, want := range all {
		found := find(t, s, Query{Kind: want.EntityKind(), Block: 1, Where: &Filter{Op: Is, Field: "id", Value: want.EntityID()}})
		if len(found) != 1 {
			t.Fatalf("%s %s: %d found", want.EntityKind(), want.EntityID(), len(found))
		}
		if different := entity.Differences(want, found[0]); different != nil {
			t.Errorf("%s %s: %v", want.EntityKind(), want.EntityID(), different)
		}
	}
}

// A kind's own fields may be called anything, also what a query calls its own.
func TestEveryKindIsFoundByWhatItRefersTo(t *testing.T) {
	s := fresh(t)
	var all []entity.Entity
	for _, k := range entity.Kinds() {
		all = append(all, sample(k, "a", 1, false), sample(k, "b", 2, false))
	}
	write(t, s, blockOf(1, 0), all...)
	for _, k := range entity.Kinds() {
		for _, f := range k.Description().Fields {
			if f.Type != entity.TypeReference {
				continue
			}
			if found := ids(find(t, s, Query{Kind: k, Block: 1, Per: f.Name, Of: []string{"none", "other"}})); !slices.Equal(found, []string{"a", "b"}) {
				t.Errorf("%s by %s: %v", k, f.Name, found)
			}
		}
	}
}

func TestNumbersAreKeptInTheirOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		draw := func(name string) *big.Int {
			b := rapid.SliceOfN(rapid.Byte(), 0, 33).Draw(t, name)
			n := new(big.Int).SetBytes(b)
			if rapid.Bool().Draw(t, "negative") {
				n.Neg(n)
			}
			return n
		}
		a, b := draw("a"), draw("b")
		if rapid.Bool().Draw(t, "near") {
			b = new(big.Int).Add(a, big.NewInt(int64(rapid.IntRange(-2, 2).Draw(t, "by"))))
		}
		left, err := encodeInt(a)
		if err != nil {
			t.Fatal(err)
		}
		right, err := encodeInt(b)
		if err != nil {
			t.Fatal(err)
		}
		if slices.Compare(left, right) != a.Cmp(b) {
			t.Fatalf("%v and %v are %x and %x", a, b, left, right)
		}
		again, err := decodeInt(left)
		if err != nil || again.Cmp(a) != 0 {
			t.Fatalf("%v comes back as %v: %v", a, again, err)
		}
	})
	for _, broken := range [][]byte{nil, {}, {0x81}, {0x80, 1}, {0x7f}, {0x82, 1}} {
		if n, err := decodeInt(broken); err == nil {
			t.Errorf("%x is %v", broken, n)
		}
	}
	if _, err := encodeInt(new(big.Int).Lsh(big.NewInt(1), 1016)); err == nil {
		t.Error("a number of 128 bytes was kept")
	}
}

func TestAnotherFileIsRefused(t *testing.T) {
	path := filepath.Join(t.TempDir(), "deep", "index.db")
	open := func(deployment string) error {
		s, err := Open(t.Context(), path, deployment)
		if err != nil {
			return err
		}
		return s.Close()
	}
	if err := open("one"); err != nil {
		t.Fatal(err)
	}
	if err := open("one"); err != nil {
		t.Fatal(err)
	}
	if err := open("two"); !errors.Is(err, ErrOther) {
		t.Errorf("another deployment: %v", err)
	}
	s, err := Open(t.Context(), path, "one")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.writer.Exec("UPDATE meta SET value = 'older' WHERE name = 'schema'"); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if err := open("one"); !errors.Is(err, ErrOther) {
		t.Errorf("another schema: %v", err)
	}
	if err := os.WriteFile(path, []byte("a text that is no database at all, and long enough for a header of one"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := open("one"); err == nil {
		t.Error("a text file was opened")
	}
}

func TestASecondWriterIsNoticed(t *testing.T) {
	path := filepath.Join(t.TempDir(), "index.db")
	var both [2]*Store
	for i := range both {
		var err error
		if both[i], err = Open(t.Context(), path, "test"); err != nil {
			t.Fatal(err)
		}
		defer both[i].Close()
	}
	write(t, both[0], blockOf(1, 0), sample(entity.KindRun, "1", 1, false))
	if _, err := both[1].Begin(t.Context()); !errors.Is(err, ErrTwoWriters) {
		t.Errorf("begin: %v", err)
	}
	if err := both[1].Rollback(t.Context(), nil); !errors.Is(err, ErrTwoWriters) {
		t.Errorf("roll back: %v", err)
	}
}

func TestWhatFailsLeavesNothing(t *testing.T) {
	s := fresh(t)
	old := sample(entity.KindRun, "1", 1, false)
	write(t, s, blockOf(1, 0), old)
	b, err := s.Begin(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if err := b.Save(old); err == nil {
		t.Error("saved outside of a block")
	}
	if err := b.Block(1); err == nil {
		t.Error("a block came twice")
	}
	if err := b.Block(2); err != nil {
		t.Fatal(err)
	}
	kept := sample(entity.KindAccount, "0x01", 2, false)
	boom := errors.New("boom")
	for _, fails := range []bool{true, false, true} {
		err := b.Try(func(into entity.Store) error {
			account := sample(entity.KindAccount, "0x01", 2, false)
			if fails {
				account = sample(entity.KindAccount, "0x01", 0, false)
				for _, e := range []entity.Entity{sample(entity.KindRun, "1", 3, false), sample(entity.KindRun, "2", 3, false), account} {
					if err := into.Save(e); err != nil {
						return err
					}
				}
				return boom
			}
			return into.Save(account)
		})
		if fails != errors.Is(err, boom) {
			t.Fatal(err)
		}
	}
	if err := b.Skip(7, "Bent", "boom"); err != nil {
		t.Fatal(err)
	}
	if err := b.Save(sample(entity.KindReward, "0x01", 1, false)); err != nil {
		t.Fatal(err)
	}
	if err := b.Save(sample(entity.KindReward, "0x01", 1, false)); !errors.Is(err, entity.ErrSavedTwice) {
		t.Errorf("saved twice: %v", err)
	}
	changes, err := b.Commit(blockOf(2, 0))
	if err != nil {
		t.Fatal(err)
	}
	if want := []Key{{entity.KindAccount, "0x01"}, {entity.KindReward, "0x01"}}; len(changes) != 1 || changes[0].Block != 2 || !slices.Equal(changes[0].Keys, want) {
		t.Errorf("changes: %v", changes)
	}
	if runs := find(t, s, Query{Kind: entity.KindRun, Block: 2}); len(runs) != 1 || entity.Differences(runs[0], old) != nil {
		t.Errorf("runs: %v", ids(runs))
	}
	if accounts := find(t, s, Query{Kind: entity.KindAccount, Block: 2}); len(accounts) != 1 || entity.Differences(accounts[0], kept) != nil {
		t.Errorf("accounts: %v", ids(accounts))
	}
	v, err := s.View(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	skipped, err := v.Skipped(t.Context(), 10)
	v.Close()
	if err != nil || len(skipped) != 1 || skipped[0] != (Skipped{2, 7, "Bent", "boom"}) {
		t.Errorf("skipped: %v %v", skipped, err)
	}
	if b, err = s.Begin(t.Context()); err != nil {
		t.Fatal(err)
	}
	if err := b.Block(3); err != nil {
		t.Fatal(err)
	}
	if err := b.Save(sample(entity.KindReward, "0x01", 1, false)); !errors.Is(err, entity.ErrSavedTwice) {
		t.Errorf("saved twice, a batch later: %v", err)
	}
	if _, err := b.Commit(blockOf(2, 0)); err == nil {
		t.Error("a batch ended before its last block")
	}
	if head := s.Head(); head == nil || head.Number != 2 {
		t.Errorf("head %v", head)
	}
}
