package ipfs

import (
	"bytes"
	"errors"
	"testing"
)

// TestCARCarriesContents: what was written into a CAR file can be read in another store, and equal contents give equal files.
func TestCARCarriesContents(t *testing.T) {
	from := embedded(t)
	small := put(t, from, []byte("manifest"))
	large := put(t, from, bytes.Repeat([]byte{7}, 3<<20)) // three equal leaves: one block
	var file, again bytes.Buffer
	for _, w := range []*bytes.Buffer{&file, &again} {
		if err := from.WriteCAR(t.Context(), w, small, large); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(file.Bytes(), again.Bytes()) {
		t.Fatal("equal contents gave different files")
	}
	if file.Len() > 2<<20 {
		t.Errorf("%d bytes: equal blocks were written more than once", file.Len())
	}
	to := embedded(t)
	root, err := to.ReadCAR(t.Context(), bytes.NewReader(file.Bytes()), 4<<20)
	if err != nil || root != small {
		t.Fatalf("root %v, want %v: %v", root, small, err)
	}
	got, err := Fetch(t.Context(), to, large, 3<<20)
	if err != nil || !bytes.Equal(got, bytes.Repeat([]byte{7}, 3<<20)) {
		t.Fatalf("content differs: %v", err)
	}
	if err := to.SameCAR(t.Context(), bytes.NewReader(file.Bytes()), small, large); err != nil {
		t.Error(err)
	}
	if err := to.SameCAR(t.Context(), bytes.NewReader(file.Bytes()), small); !errors.Is(err, ErrCorrupt) {
		t.Errorf("a block nobody asked for: %v", err)
	}
	if _, err := embedded(t).ReadCAR(t.Context(), bytes.NewReader(file.Bytes()), int64(file.Len())-1); !errors.Is(err, ErrTooLarge) {
		t.Errorf("a file above the bound: %v", err)
	}
}

// TestCARRefusesEveryFlippedBit: whatever bit of a file is flipped, it is not taken for what was written.
func TestCARRefusesEveryFlippedBit(t *testing.T) {
	from := embedded(t)
	a, b := put(t, from, []byte("manifest")), put(t, from, []byte("part"))
	var file bytes.Buffer
	if err := from.WriteCAR(t.Context(), &file, a, b); err != nil {
		t.Fatal(err)
	}
	to := embedded(t)
	for bit := range 8 * file.Len() {
		bad := bytes.Clone(file.Bytes())
		bad[bit/8] ^= 1 << (bit % 8)
		root, err := to.ReadCAR(t.Context(), bytes.NewReader(bad), 1<<20)
		if err == nil && root == a {
			err = to.SameCAR(t.Context(), bytes.NewReader(bad), a, b)
		}
		if err == nil && root == a {
			t.Fatalf("bit %d flipped, and the file was taken", bit)
		}
	}
	for n := range file.Len() {
		root, err := to.ReadCAR(t.Context(), bytes.NewReader(file.Bytes()[:n]), 1<<20)
		if err == nil && root == a && to.SameCAR(t.Context(), bytes.NewReader(file.Bytes()[:n]), a, b) == nil {
			t.Fatalf("the first %d bytes were taken for the file", n)
		}
	}
}
