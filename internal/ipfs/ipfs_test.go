package ipfs

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/binary"
	"encoding/json"
	"errors"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"testing/iotest"
	"time"
)

// content returns n bytes that don't repeat.
func content(n int) []byte {
	data := make([]byte, n)
	rand.NewChaCha8([32]byte(binary.LittleEndian.AppendUint64(make([]byte, 24), uint64(n)))).Read(data)
	return data
}

func embedded(t testing.TB) *Embedded {
	t.Helper()
	s, err := OpenEmbedded(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func put(t testing.TB, s Store, data []byte) CID {
	t.Helper()
	id, err := s.Put(t.Context(), bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return id
}

// The sizes where the layout changes: one leaf, two, a full node of 174 leaves, one more leaf (two levels).
var layoutSizes = []int{0, 1, 1000, leafSize - 1, leafSize, leafSize + 1, 2 * leafSize, 5*leafSize + 17}

type goldenCID struct {
	Size   int    `json:"size"`
	SHA256 string `json:"sha256"`
	CID    CID    `json:"cid"`
}

func readGolden(t *testing.T) []goldenCID {
	t.Helper()
	data, err := os.ReadFile("testdata/cids.json")
	if err != nil {
		t.Fatal(err)
	}
	var file struct{ Cases []goldenCID }
	if err := json.Unmarshal(data, &file); err != nil {
		t.Fatal(err)
	}
	if len(file.Cases) == 0 {
		t.Fatal("no golden CIDs")
	}
	return file.Cases
}

// The golden CIDs were given by a Kubo daemon; see TestKuboDaemon.
func TestGoldenCIDs(t *testing.T) {
	for _, c := range readGolden(t) {
		data := content(c.Size)
		if sum := sha256.Sum256(data); c.SHA256 != hexOf(sum[:]) {
			t.Fatalf("%d bytes: the test's content changed", c.Size)
		}
		got, err := Sum(t.Context(), bytes.NewReader(data))
		if err != nil || got != c.CID {
			t.Errorf("%d bytes: %v %v, a Kubo daemon says %v", c.Size, got, err, c.CID)
		}
	}
}

func TestPutGet(t *testing.T) {
	s := embedded(t)
	for _, size := range append(layoutSizes, 175*leafSize+5) {
		data := content(size)
		id, err := s.Put(t.Context(), iotest.HalfReader(bytes.NewReader(data)))
		if err != nil {
			t.Fatal(err)
		}
		if sum, err := Sum(t.Context(), bytes.NewReader(data)); err != nil || sum != id {
			t.Errorf("%d bytes: Sum says %v, Put %v, %v", size, sum, id, err)
		}
		got, err := Fetch(t.Context(), s, id, int64(size))
		if err != nil || !bytes.Equal(got, data) {
			t.Errorf("%d bytes came back as %d: %v", size, len(got), err)
		}
		if held, err := s.Has(t.Context(), id); err != nil || !held {
			t.Errorf("%d bytes: held %v, %v", size, held, err)
		}
		if size == 0 {
			continue
		}
		if _, err := s.Get(t.Context(), id, int64(size)-1); !errors.Is(err, ErrTooLarge) {
			t.Errorf("%d bytes where one less is allowed: %v", size, err)
		}
	}
}

func TestReaderIsAReader(t *testing.T) {
	s, data := embedded(t), content(2*leafSize+100)
	id := put(t, s, data)
	r, err := s.Get(t.Context(), id, int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	if err := iotest.TestReader(r, data); err != nil {
		t.Error(err)
	}
	r.Close()
	if _, err := r.Read(make([]byte, 1)); err == nil {
		t.Error("a closed reader reads on")
	}
}

func TestMissingContentIsNotFoundAtOnce(t *testing.T) {
	s, data := embedded(t), content(3*leafSize)
	missing, err := Sum(t.Context(), bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Get(t.Context(), missing, 1<<40); !errors.Is(err, ErrNotFound) {
		t.Errorf("missing content: %v", err)
	}
	if held, err := s.Has(t.Context(), missing); err != nil || held {
		t.Errorf("missing content: held %v, %v", held, err)
	}
	if _, err := s.Get(t.Context(), CID{}, 10); !errors.Is(err, ErrCID) {
		t.Errorf("no CID: %v", err)
	}
	// One leaf of three is missing.
	id := put(t, s, data)
	leaf, _ := Sum(t.Context(), bytes.NewReader(data[leafSize:2*leafSize]))
	if err := os.Remove(s.blocks.path(leaf.c)); err != nil {
		t.Fatal(err)
	}
	if held, err := s.Has(t.Context(), id); err != nil || held {
		t.Errorf("content with a hole: held %v, %v", held, err)
	}
	if _, err := Fetch(t.Context(), s, id, 1<<40); !errors.Is(err, ErrNotFound) {
		t.Errorf("content with a hole: %v", err)
	}
}

// Whatever a disk does to a block, the reader says so and hands out none of its bytes; putting the content again repairs it.
func TestDamagedBlocksAreRefusedAndRepaired(t *testing.T) {
	s, data := embedded(t), content(2*leafSize+5)
	id := put(t, s, data)
	leaf, _ := Sum(t.Context(), bytes.NewReader(data[leafSize:2*leafSize]))
	for _, victim := range []CID{id, leaf} {
		path := s.blocks.path(victim.c)
		sound, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		flipped := bytes.Clone(sound)
		flipped[len(flipped)/2] ^= 1
		for name, damaged := range map[string][]byte{
			"flipped bit": flipped, "truncated": sound[:len(sound)-1], "empty": nil,
			"longer": append(bytes.Clone(sound), 0), "huge": make([]byte, 3*leafSize),
		} {
			if err := os.WriteFile(path, damaged, 0o644); err != nil {
				t.Fatal(err)
			}
			r, err := s.Get(t.Context(), id, 1<<40)
			var got []byte
			if err == nil {
				got, err = io.ReadAll(r)
			}
			if !errors.Is(err, ErrCorrupt) || !bytes.HasPrefix(data, got) {
				t.Errorf("%s: %v after %d bytes", name, err, len(got))
			}
			if again := put(t, s, data); again != id {
				t.Errorf("%s: put again as %v", name, again)
			}
			if got, err := Fetch(t.Context(), s, id, 1<<40); err != nil || !bytes.Equal(got, data) {
				t.Errorf("%s: not repaired: %v", name, err)
			}
		}
	}
}

// Two stores on one folder stand for two processes.
func TestProcessesShareAFolder(t *testing.T) {
	dir := t.TempDir()
	stale := filepath.Join(dir, "temp", "block-killed")
	var wait sync.WaitGroup
	for range 4 {
		s, err := OpenEmbedded(dir)
		if err != nil {
			t.Fatal(err)
		}
		wait.Go(func() {
			for size := range 20 {
				data := content(size * 1000)
				id, err := s.Put(context.Background(), bytes.NewReader(data))
				if err != nil {
					t.Error(err)
					return
				}
				if got, err := Fetch(context.Background(), s, id, 1<<20); err != nil || !bytes.Equal(got, data) {
					t.Errorf("%d bytes: %v", size, err)
				}
			}
		})
	}
	wait.Wait()
	if left, _ := os.ReadDir(filepath.Join(dir, "temp")); len(left) != 0 {
		t.Errorf("%d temporary files left", len(left))
	}
	// A killed process's temporary file goes once it is old, and not before.
	for _, age := range []time.Duration{0, 2 * staleAfter} {
		if err := os.WriteFile(stale, nil, 0o644); err != nil {
			t.Fatal(err)
		}
		when := time.Now().Add(-age)
		if err := os.Chtimes(stale, when, when); err != nil {
			t.Fatal(err)
		}
		if _, err := OpenEmbedded(dir); err != nil {
			t.Fatal(err)
		}
		if _, err := os.Stat(stale); (err == nil) != (age == 0) {
			t.Errorf("temporary file of age %v: %v", age, err)
		}
	}
}

func TestCancelledContext(t *testing.T) {
	s, data := embedded(t), content(3*leafSize)
	id := put(t, s, data)
	ctx, cancel := context.WithCancel(t.Context())
	r, err := s.Get(ctx, id, 1<<40)
	if err != nil {
		t.Fatal(err)
	}
	cancel()
	if _, err := io.ReadAll(r); !errors.Is(err, context.Canceled) {
		t.Errorf("reading: %v", err)
	}
	if _, err := s.Put(ctx, bytes.NewReader(data)); !errors.Is(err, context.Canceled) {
		t.Errorf("putting: %v", err)
	}
}

func TestPutPassesReadErrors(t *testing.T) {
	broken := errors.New("broken disk")
	r := io.MultiReader(bytes.NewReader(content(leafSize+1)), iotest.ErrReader(broken))
	if _, err := embedded(t).Put(t.Context(), r); !errors.Is(err, broken) {
		t.Error(err)
	}
}

func TestOpenEmbeddedNamesWhatIsWrong(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := OpenEmbedded(file); err == nil || !strings.Contains(err.Error(), "opening the block store") {
		t.Errorf("a file as a folder: %v", err)
	}
}
