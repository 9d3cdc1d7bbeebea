package index

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"log/slog"
	"math/big"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"testing"

	"github.com/commonweight/commonweight/coordinator/entity"
	"github.com/commonweight/commonweight/coordinator/store"
	"github.com/commonweight/commonweight/internal/chain"
)

// script is a chain that a test writes: a Source that is as right, or as wrong, as it is told to be.
//
// Concurrency: one goroutine.
type script struct {
	deployment chain.Deployment
	blocks     []scripted // from block 0
	forks      uint64     // so that every block has a hash of its own
	refuse     uint64     // ranges of more blocks are refused; 0: none
	mute       bool       // all ranges are

	before func()                            // called before every answer: the chain may change under the index's feet
	lie    func([]chain.Event) []chain.Event // what LoggedIn makes of the truth
	proofs bool                              // Proven has them
	forge  bool                              // and they are wrong
}

type scripted struct {
	header chain.Header
	events []chain.Event
}

func newScript() *script {
	s := &script{deployment: chain.Deployment{ChainID: 1, Block: 3, Training: chain.Address{1}}, proofs: true}
	s.extend(nil)
	return s
}

// extend adds a block that logs these data.
func (s *script) extend(data []any) {
	number := uint64(len(s.blocks))
	s.forks++
	h := chain.Header{Number: number, Time: 1000 + 2*number}
	h.Hash = sha256.Sum256(binary.BigEndian.AppendUint64(binary.BigEndian.AppendUint64(nil, number), s.forks))
	if number > 0 {
		h.Parent = s.blocks[number-1].header.Hash
	}
	b := scripted{header: h}
	for n, d := range data {
		b.events = append(b.events, chain.Event{Block: number, BlockHash: h.Hash, Time: h.Time, Tx: chain.Hash{byte(n)}, Index: uint(3 * n),
			Contract: s.deployment.Training, Data: d})
	}
	s.blocks = append(s.blocks, b)
}

// grow adds blocks with random events.
func (s *script) grow(random *rand.Rand, blocks int) {
	for range blocks {
		var data []any
		if uint64(len(s.blocks)) >= s.deployment.Block && random.IntN(3) == 0 {
			for range 1 + random.IntN(3) {
				data = append(data, chain.Paused{Until: random.Uint64N(1000)})
			}
		}
		s.extend(data)
	}
}

// fork takes blocks back and adds others, one more at least.
func (s *script) fork(random *rand.Rand, depth int) {
	depth = min(depth, len(s.blocks)-1)
	s.blocks = slices.Clone(s.blocks[:len(s.blocks)-depth])
	s.grow(random, depth+1+random.IntN(3))
}

func (s *script) answer() {
	if s.before != nil {
		s.before()
	}
}

func (s *script) tip() chain.Block {
	h := s.blocks[len(s.blocks)-1].header
	return chain.Block{Number: h.Number, Hash: h.Hash, Time: h.Time}
}

func (s *script) Deployment() chain.Deployment { return s.deployment }

func (s *script) Blocks(ctx context.Context) <-chan chain.Block {
	out := make(chan chain.Block, 1)
	out <- s.tip()
	return out
}

func (s *script) HeaderAt(_ context.Context, number uint64) (chain.Header, error) {
	s.answer()
	return s.header(number)
}

func (s *script) header(number uint64) (chain.Header, error) {
	if number >= uint64(len(s.blocks)) {
		return chain.Header{}, chain.ErrNotFound
	}
	return s.blocks[number].header, nil
}

func (s *script) HeadersAt(_ context.Context, numbers []uint64) ([]chain.Header, error) {
	s.answer()
	var headers []chain.Header
	for _, number := range numbers {
		h, err := s.header(number)
		if err != nil {
			return nil, err
		}
		headers = append(headers, h)
	}
	return headers, nil
}

func (s *script) LoggedIn(_ context.Context, first, last uint64) ([]chain.Event, error) {
	s.answer()
	if s.mute || s.refuse > 0 && last-first >= s.refuse {
		return nil, errors.New("query returned more than 10000 results")
	}
	var events []chain.Event
	for number := first; number <= last && number < uint64(len(s.blocks)); number++ {
		events = append(events, s.blocks[number].events...)
	}
	if s.lie != nil {
		events = s.lie(events)
	}
	return events, nil
}

func (s *script) LoggedBy(_ context.Context, hash chain.Hash) ([]chain.Event, error) {
	s.answer()
	b, err := s.by(hash)
	return slices.Clone(b.events), err
}

func (s *script) by(hash chain.Hash) (scripted, error) {
	for _, b := range s.blocks {
		if b.header.Hash == hash {
			return b, nil
		}
	}
	return scripted{}, chain.ErrNotFound
}

func (s *script) Proven(_ context.Context, h chain.Header) ([]chain.Event, error) {
	s.answer()
	if !s.proofs {
		return nil, chain.ErrNoProof
	}
	if s.forge {
		return nil, chain.ErrUnproven
	}
	b, err := s.of(h)
	return slices.Clone(b.events), err
}

// of finds the block of a header.
func (s *script) of(h chain.Header) (scripted, error) {
	if h.Number < uint64(len(s.blocks)) && s.blocks[h.Number].header.Hash == h.Hash {
		return s.blocks[h.Number], nil
	}
	return scripted{}, chain.ErrNotFound
}

func (s *script) MayLog(h chain.Header) bool {
	b, err := s.of(h)
	return err != nil || len(b.events) > 0 || h.Hash[0]%16 == 0 // which no filter can promise not to say
}

// toy is a mapping in which everything hangs on everything before it: one event more, less or elsewhere, and the end is another.
func toy(s entity.Store, e chain.Event) error {
	until := e.Data.(chain.Paused).Until
	all, err := entity.Load[entity.Protocol](s, "1")
	if err != nil {
		return err
	}
	if all == nil {
		all = &entity.Protocol{ID: "1", Stake: new(big.Int), Burned: new(big.Int), PausedUntil: new(big.Int)}
	}
	all.Runs++
	all.Stake = new(big.Int).SetUint64(all.Stake.Uint64()*6364136223846793005 + until)
	all.PausedUntil = new(big.Int).SetUint64(e.Time)
	if err := s.Save(all); err != nil {
		return err
	}
	id := fmt.Sprintf("0x%02x", until%7)
	account, err := entity.Load[entity.Account](s, id)
	if err != nil {
		return err
	}
	if account == nil {
		account = &entity.Account{ID: id, Steps: new(big.Int), FirstSeen: new(big.Int).SetUint64(e.Time)}
	}
	account.Steps = new(big.Int).Xor(account.Steps, all.Stake)
	if err := s.Save(account); err != nil {
		return err
	}
	if until%13 == 0 {
		panic("a mapping with a mistake") // after it has saved something
	}
	return s.Save(&entity.Activity{ID: fmt.Sprintf("%d-%d", e.Block, e.Index), Name: e.Name(), Contract: e.Contract[:], Account: &id, Amount: all.Stake,
		At: new(big.Int).SetUint64(e.Time), Block: new(big.Int).SetUint64(e.Block), Tx: e.Tx[:]})
}

var quiet = slog.New(slog.DiscardHandler)

func openStore(t testing.TB, path string) *store.Store {
	t.Helper()
	s, err := store.Open(context.Background(), path, "script")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// fresh indexes the script's chain from nothing.
func fresh(t testing.TB, s *script) *store.Store {
	t.Helper()
	plain := &script{deployment: s.deployment, blocks: s.blocks, proofs: true}
	into := openStore(t, filepath.Join(t.TempDir(), "fresh.db"))
	t.Cleanup(func() { into.Close() })
	catchUp(t, build(plain, into, quiet, toy), plain)
	return into
}

// catchUp advances until nothing is left to do.
func catchUp(t testing.TB, i *Index, s *script) {
	t.Helper()
	for range 10_000 {
		more, err := i.advance(context.Background(), s.tip())
		if err != nil {
			t.Fatal(err)
		}
		if !more && i.store.Head() != nil && i.store.Head().Hash == s.tip().Hash {
			return
		}
	}
	t.Fatal("the index never arrives")
}

// failer is the half of testing.TB that rapid has too.
type failer interface {
	Fatalf(format string, args ...any)
}

// same compares two indexes: every entity as of their head and as of the blocks given, and what was skipped.
func same(t failer, a, b *store.Store, asOf ...uint64) (entities int) {
	ctx := context.Background()
	left, err := a.View(ctx)
	if err != nil {
		t.Fatalf("%v", err)
	}
	defer left.Close()
	right, err := b.View(ctx)
	if err != nil {
		t.Fatalf("%v", err)
	}
	defer right.Close()
	if left.Head() == nil || right.Head() == nil || left.Head().Hash != right.Head().Hash {
		t.Fatalf("heads %v and %v", left.Head(), right.Head())
	}
	for _, block := range append(asOf, left.Head().Number) {
		for _, kind := range entity.Kinds() {
			q := store.Query{Kind: kind, Block: block, First: 1 << 40, Most: 1 << 40}
			x, err := left.Find(ctx, q)
			if err != nil {
				t.Fatalf("%v", err)
			}
			y, err := right.Find(ctx, q)
			if err != nil {
				t.Fatalf("%v", err)
			}
			if len(x) != len(y) {
				t.Fatalf("as of %d: %d and %d of %s", block, len(x), len(y), kind)
			}
			for n := range x {
				if different := entity.Differences(x[n], y[n]); different != nil {
					t.Fatalf("as of %d: %s %s: %v", block, kind, x[n].EntityID(), different)
				}
			}
			entities += len(x)
		}
	}
	one, err := left.Skipped(ctx, 1<<30)
	if err != nil {
		t.Fatalf("%v", err)
	}
	other, err := right.Skipped(ctx, 1<<30)
	if err != nil {
		t.Fatalf("%v", err)
	}
	if !slices.Equal(one, other) {
		t.Fatalf("skipped %v and %v", one, other)
	}
	return entities
}
