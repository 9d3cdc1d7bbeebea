package store

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"testing"

	"github.com/commonweight/commonweight/coordinator/entity"
	"pgregory.net/rapid"
)

// history is what the file should hold, written as plainly as can be: the whole state after each block.
type history struct {
	numbers []uint64
	states  []map[Key]entity.Entity
}

func (h *history) last() map[Key]entity.Entity {
	if len(h.states) == 0 {
		return map[Key]entity.Entity{}
	}
	return h.states[len(h.states)-1]
}

func (h *history) at(number uint64) map[Key]entity.Entity {
	i, found := slices.BinarySearch(h.numbers, number)
	if found {
		i++
	}
	if i == 0 {
		return nil
	}
	return h.states[i-1]
}

func (h *history) rollback(number uint64) {
	for len(h.numbers) > 0 && h.numbers[len(h.numbers)-1] > number {
		h.numbers, h.states = h.numbers[:len(h.numbers)-1], h.states[:len(h.states)-1]
	}
}

// TestHistoryIsRight plays batches, aborted batches, rollbacks and restarts, and compares every block's state with the plain model's.
func TestHistoryIsRight(t *testing.T) {
	kinds := []entity.Kind{entity.KindRun, entity.KindAccount, entity.KindReward}
	path := filepath.Join(t.TempDir(), "index.db")
	ctx := context.Background()
	s, err := Open(ctx, path, "test")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { s.Close() }()
	rapid.Check(t, func(t *rapid.T) {
		if err := s.Rollback(ctx, nil); err != nil {
			t.Fatal(err)
		}
		var h history
		var blocks []Block
		next := uint64(rapid.IntRange(0, 3).Draw(t, "first"))
		keeps := uint64(rapid.SampledFrom([]int{0, 1, 6}).Draw(t, "history")) // blocks whose states are kept; 0: all
		s.Keep(keeps)
		var highest uint64
		batch := func(commit bool) {
			b, err := s.Begin(ctx)
			if err != nil {
				t.Fatal(err)
			}
			grown := history{slices.Clone(h.numbers), slices.Clone(h.states)}
			number := next
			for range rapid.IntRange(1, 4).Draw(t, "blocks") {
				if err := b.Block(number); err != nil {
					t.Fatal(err)
				}
				state := maps.Clone(grown.last())
				for range rapid.IntRange(0, 4).Draw(t, "saves") {
					k := Key{rapid.SampledFrom(kinds).Draw(t, "kind"), fmt.Sprint(rapid.IntRange(1, 3).Draw(t, "id"))}
					e := sample(k.Kind, k.ID, rapid.IntRange(0, 9).Draw(t, "n"), rapid.Bool().Draw(t, "bare"))
					was, err := b.Load(k.Kind, k.ID)
					if err != nil {
						t.Fatal(err)
					}
					want := state[k]
					if (was == nil) != (want == nil) || was != nil && entity.Differences(was, want) != nil {
						t.Fatalf("%v: loaded %v, want %v", k, was, want)
					}
					if want != nil && k.Kind.Description().Immutable {
						continue
					}
					if err := b.Save(e); err != nil {
						t.Fatal(err)
					}
					state[k] = e
				}
				if rapid.Bool().Draw(t, "spill") {
					b.seal()
					if err := b.write(); err != nil {
						t.Fatal(err)
					}
				}
				grown.numbers, grown.states = append(grown.numbers, number), append(grown.states, state)
				number += uint64(rapid.IntRange(1, 3).Draw(t, "gap"))
			}
			if !commit {
				if err := b.Abort(); err != nil {
					t.Fatal(err)
				}
				return
			}
			end := blockOf(number, byte(rapid.IntRange(0, 255).Draw(t, "fork")))
			if _, err := b.Commit(end); err != nil {
				t.Fatal(err)
			}
			blocks, h, next = append(blocks, end), grown, number+1
			highest = max(highest, number)
		}
		t.Repeat(map[string]func(*rapid.T){
			"batch":   func(*rapid.T) { batch(true) },
			"abort":   func(*rapid.T) { batch(false) },
			"restart": func(*rapid.T) { s = reopen(t, s, path); s.Keep(keeps) },
			"rollback": func(t *rapid.T) {
				keep := rapid.IntRange(0, len(blocks)).Draw(t, "keep")
				var to *Block
				if keep > 0 && blocks[keep-1].Number < floorAt(t, s) {
					if err := s.Rollback(ctx, &blocks[keep-1]); err == nil {
						t.Fatal("rolled back to what is forgotten")
					}
					return
				}
				blocks = blocks[:keep]
				if keep > 0 {
					to = &blocks[keep-1]
					h.rollback(to.Number)
				} else {
					h, highest = history{}, 0
				}
				if err := s.Rollback(ctx, to); err != nil {
					t.Fatal(err)
				}
				if to != nil {
					next = to.Number + 1
				}
			},
			"": func(t *rapid.T) {
				if head := s.Head(); (head == nil) != (len(blocks) == 0) || head != nil && *head != blocks[len(blocks)-1] {
					t.Fatalf("head %v, blocks %v", head, blocks)
				}
				number := uint64(rapid.IntRange(0, int(next)+1).Draw(t, "as of"))
				if floor := floorAt(t, s); number >= floor {
					compare(t, s, kinds, number, h.at(number))
				} else if keeps == 0 || floor+keeps > highest {
					t.Fatalf("of %d blocks states from %d on are kept, want %d", highest, floor, keeps)
				}
			},
		})
	})
}

func floorAt(t *rapid.T, s *Store) uint64 {
	v, err := s.View(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	defer v.Close()
	if head := v.Head(); v.Floor() > 0 {
		if _, err := v.Find(context.Background(), Query{Kind: entity.KindRun, Block: v.Floor() - 1, First: 1, Most: 1}); !errors.Is(err, ErrForgotten) {
			t.Fatalf("at block %v, from %d on: %v", head, v.Floor(), err)
		}
	}
	return v.Floor()
}

func reopen(t *rapid.T, s *Store, path string) *Store {
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	again, err := Open(context.Background(), path, "test")
	if err != nil {
		t.Fatal(err)
	}
	return again
}

func compare(t *rapid.T, s *Store, kinds []entity.Kind, number uint64, want map[Key]entity.Entity) {
	v, err := s.View(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	defer v.Close()
	found := 0
	for _, kind := range kinds {
		all, err := v.Find(context.Background(), Query{Kind: kind, Block: number, First: 100, Most: 100})
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range all {
			w := want[Key{kind, e.EntityID()}]
			if w == nil {
				t.Fatalf("as of %d: %s %s shouldn't be there", number, kind, e.EntityID())
			}
			if different := entity.Differences(e, w); different != nil {
				t.Fatalf("as of %d: %s %s: %v", number, kind, e.EntityID(), different)
			}
		}
		found += len(all)
	}
	if found != len(want) {
		t.Fatalf("as of %d: %d entities, want %d", number, found, len(want))
	}
}
