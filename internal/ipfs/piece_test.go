package ipfs

import (
	"bytes"
	"context"
	"errors"
	"io"
	"math/rand/v2"
	"testing"

	"github.com/ipfs/go-cid"
)

// TestPieces reads parts of content of one leaf, of some, and of two levels, and compares them with the whole.
func TestPieces(t *testing.T) {
	store, err := OpenEmbedded(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	random := rand.New(rand.NewPCG(1, 2))
	for _, size := range []int{0, 1, 1000, leafSize, leafSize + 1, 3*leafSize + 17} {
		content := make([]byte, size)
		for i := range content {
			content[i] = byte(random.Uint32())
		}
		id, err := store.Put(t.Context(), bytes.NewReader(content))
		if err != nil {
			t.Fatal(err)
		}
		fetched := 0
		p, err := OpenPieces(t.Context(), func(ctx context.Context, c CID) ([]byte, error) { fetched++; return store.Block(ctx, c) }, id)
		if err != nil {
			t.Fatal(err)
		}
		for range 50 {
			from := random.IntN(size + 1)
			want := content[from:min(size, from+random.IntN(2*leafSize))]
			got := make([]byte, len(want))
			if n, err := p.ReadAt(got, int64(from)); err != nil || n != len(want) || !bytes.Equal(got, want) {
				t.Fatalf("%d bytes at %d of %d: %d, %v", len(want), from, size, n, err)
			}
		}
		if n, err := p.ReadAt(make([]byte, 2), int64(size)-1); size > 0 && (n != 1 || err != io.EOF) || size == 0 && err == nil {
			t.Errorf("beyond the end of %d: %d, %v", size, n, err)
		}
		if _, err := p.ReadAt(make([]byte, 1), -1); err == nil {
			t.Error("before the beginning")
		}
		fetched = 0
		if size > 2*leafSize {
			p, _ = OpenPieces(t.Context(), func(ctx context.Context, c CID) ([]byte, error) { fetched++; return store.Block(ctx, c) }, id)
			for i := range 8 {
				p.ReadAt(make([]byte, 8), int64(2*leafSize+8*i))
			}
			if fetched != 2 {
				t.Errorf("%d blocks fetched for one leaf", fetched)
			}
		}
	}
}

// TestPiecesBelieveNothing: a gateway that gives other bytes, too many or none.
func TestPiecesBelieveNothing(t *testing.T) {
	store, err := OpenEmbedded(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	id, err := store.Put(t.Context(), bytes.NewReader(make([]byte, 2*leafSize)))
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		lie  func([]byte) []byte
		want error
	}{
		"other bytes": {func(b []byte) []byte { return append([]byte{1}, b[1:]...) }, ErrCorrupt},
		"too many":    {func([]byte) []byte { return make([]byte, 3*leafSize) }, ErrTooLarge},
		"none":        {func([]byte) []byte { return nil }, ErrCorrupt},
	} {
		lying := func(ctx context.Context, x CID) ([]byte, error) {
			b, err := store.Block(ctx, x)
			return c.lie(b), err
		}
		if _, err := OpenPieces(t.Context(), lying, id); !errors.Is(err, c.want) {
			t.Errorf("%s at the top: %v", name, err)
		}
		p, err := OpenPieces(t.Context(), func(ctx context.Context, x CID) ([]byte, error) {
			if x.c.Type() == cid.Raw {
				return lying(ctx, x)
			}
			return store.Block(ctx, x)
		}, id)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := p.ReadAt(make([]byte, 1), leafSize+5); !errors.Is(err, c.want) {
			t.Errorf("%s at a leaf: %v", name, err)
		}
	}
}
