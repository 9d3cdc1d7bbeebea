package trace_test

import (
	"maps"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/commonweight/commonweight/fraudproof/trace"
	"github.com/commonweight/commonweight/train/program"
)

// elements picks tiles and words of an output: both corners of the first and the last tile, and others at random. Padding is among them.
func elements(r *rand.Rand, tiles, others int) (list [][2]int) {
	for _, t := range []int{0, tiles - 1} {
		for _, w := range []int{0, 15, 16, 240, 255} {
			list = append(list, [2]int{t, w})
		}
	}
	for range others {
		list = append(list, [2]int{r.IntN(tiles), r.IntN(256)})
	}
	return list
}

// TestElementIsTheFoldOfItsPartials: for elements of every reduction, the folds end in the element, the blocks of a chunk in its sum, and
// whatever has no terms is +0.
func TestElementIsTheFoldOfItsPartials(t *testing.T) {
	r := rand.New(rand.NewPCG(4, 2))
	list := variants(t)
	for _, name := range slices.Sorted(maps.Keys(list)) {
		p, payload := list[name]()
		w := window(t, p, payload, p.Genesis(), 1, 0)
		seen := map[string]int{}
		for o := range p.Operators {
			op := &p.Operators[o]
			if op.Code == program.OpState || testing.Short() && o%5 != 0 {
				continue
			}
			out, err := w.Output(t.Context(), 0, o)
			if err != nil {
				t.Fatal(err)
			}
			for _, e := range elements(r, out.Shape.Tiles(), 6) {
				want := wordOf(out.Tile(e[0]), e[1])
				if out.Zero(e[0], e[1]) {
					seen["zero"]++
					if want != 0 {
						t.Fatalf("%s: %s: word %v must be +0 and is %08x", name, op.Name, e, want)
					}
					continue
				}
				red, ok := out.Reduction(e[0], e[1])
				if !ok {
					continue
				}
				seen[op.Code.String()]++
				if red.Chunks() > 1 {
					seen["chunks"]++
				}
				checkPartials(t, red)
			}
		}
		t.Logf("%s: %v", name, seen)
	}
}

// checkPartials: lengths, and each fold from the one before and its chunk's last block.
func checkPartials(t *testing.T, r trace.Reduction) {
	t.Helper()
	folds, err := r.Folds() // which end in the element, or are an error
	if err != nil {
		t.Fatal(err)
	}
	if len(folds) != r.Chunks() || r.Chunks() != (r.Terms+511)/512 {
		t.Fatalf("%d folds of %d terms", len(folds), r.Terms)
	}
	blocks := 0
	for q := range folds {
		n := r.BlocksOf(q)
		words, err := r.Blocks(q)
		if err != nil || len(words) != n*r.Width() {
			t.Fatalf("%d words in %d blocks: %v", len(words), n, err)
		}
		blocks += n
	}
	if blocks != (r.Terms+15)/16 {
		t.Fatalf("%d blocks of %d terms", blocks, r.Terms)
	}
}

func wordOf(tile [1024]byte, word int) uint32 {
	b := tile[4*word:]
	return uint32(b[0]) | uint32(b[1])<<8 | uint32(b[2])<<16 | uint32(b[3])<<24
}
