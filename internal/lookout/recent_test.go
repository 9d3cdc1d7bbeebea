package lookout

import (
	"context"
	"errors"
	"testing"

	"github.com/commonweight/commonweight/internal/chain"
)

// TestReorgDepth plays chains as strings: block n of "abc" is its n-th letter, and each hash covers its ancestry.
func TestReorgDepth(t *testing.T) {
	for _, c := range []struct {
		name  string
		looks []string // the chain at each look
		want  []uint64
	}{
		{"growing", []string{"a", "ab", "abcdef"}, []uint64{0, 0, 0}},
		{"one replaced", []string{"abc", "abX"}, []uint64{0, 1}},
		{"one replaced by more", []string{"ab", "abc", "abXYZ"}, []uint64{0, 0, 1}},
		{"two replaced", []string{"ab", "abc", "abcd", "abXY"}, []uint64{0, 0, 0, 2}},
		{"as far as it was seen", []string{"abcdef", "XYZXYZXYZ"}, []uint64{0, 1}},
		{"back again", []string{"ab", "abc", "abX", "abcd"}, []uint64{0, 0, 1, 1}},
		{"an old block shown again", []string{"ab", "abc", "ab", "abcd"}, []uint64{0, 0, 0, 0}},
		{"shorter", []string{"ab", "abc", "abcd", "abX"}, []uint64{0, 0, 0, 2}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var r recent
			for i, look := range c.looks {
				at := func(_ context.Context, n uint64) (hash chain.Hash, err error) {
					if int(n) <= len(look) {
						copy(hash[:], look[:n])
					}
					return hash, nil
				}
				number := uint64(len(look))
				hash, _ := at(t.Context(), number)
				got, err := r.see(t.Context(), at, chain.Block{Number: number, Hash: hash})
				if err != nil || got != c.want[i] {
					t.Errorf("look %d at %s: %d, %v, want %d", i, look, got, err, c.want[i])
				}
			}
		})
	}
	deep := recent{}
	ok := func(context.Context, uint64) (chain.Hash, error) { return chain.Hash{1}, nil }
	for n := range uint64(1000) {
		if _, err := deep.see(t.Context(), ok, chain.Block{Number: n + 1, Hash: chain.Hash{1, byte(n), byte(n >> 8)}}); err != nil {
			t.Fatal(err)
		}
	}
	if len(deep.blocks) > remembered {
		t.Errorf("%d blocks are remembered", len(deep.blocks))
	}
	broken := errors.New("no node")
	n := len(deep.blocks)
	if _, err := deep.see(t.Context(), func(context.Context, uint64) (chain.Hash, error) { return chain.Hash{}, broken }, chain.Block{Number: 5000}); !errors.Is(err, broken) || len(deep.blocks) != n {
		t.Errorf("%v, and %d blocks instead of %d", err, len(deep.blocks), n)
	}
}
