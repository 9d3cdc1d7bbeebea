package harness

import (
	"errors"
	"math/big"
	"testing"

	"github.com/commonweight/commonweight/coordinator/entity"
	"github.com/tetratelabs/wazero"
)

func open(t *testing.T) *Subgraph {
	s, err := Open(t.Context(), "../../../subgraph")
	if errors.Is(err, ErrNotBuilt) {
		t.Skip(err)
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close(t.Context()) })
	return s
}

// TestHeap takes values to a module's memory and back.
func TestHeap(t *testing.T) {
	s := open(t)
	source := s.sources["Training"]
	module, err := s.runtime.InstantiateModule(t.Context(), source.module, wazero.NewModuleConfig().WithName("").WithStartFunctions("_start"))
	if err != nil {
		t.Fatal(err)
	}
	h := newHeap(t.Context(), module, source.types)
	for _, shift := range []uint{0, 6, 7, 8, 15, 16, 31, 32, 63, 64, 127, 255, 256} {
		for _, offset := range []int64{-1, 0, 1} {
			v := new(big.Int).Lsh(big.NewInt(1), shift)
			v.Add(v, big.NewInt(offset))
			for _, want := range []*big.Int{v, new(big.Int).Neg(v)} {
				at := h.newBigInt(want)
				if got := h.bigInt(at); got.Cmp(want) != 0 {
					t.Errorf("%d became %d", want, got)
				}
				if data := h.bytes(at); len(data) != want.BitLen()/8+1 && want.Sign() > 0 {
					t.Errorf("%d takes %d bytes", want, len(data))
				}
			}
		}
	}
	for _, want := range []string{"", "run-1", "größer 🜁"} {
		if got := h.string(h.newString(want)); got != want {
			t.Errorf("%q became %q", want, got)
		}
	}
	for _, want := range []any{nil, "text", int32(-7), true, false, []byte{1, 2}, []any{[]byte{3}, []byte{}}} {
		if got := storeValue(h, newStoreValue(h, want)); entity.Text(got) != entity.Text(want) {
			t.Errorf("%v became %v", want, got)
		}
	}
}

// TestCompare: whatever differs is told, and nothing else.
func TestCompare(t *testing.T) {
	account := func(id string, runs int32) entity.Entity {
		return &entity.Account{ID: id, Runs: runs, Steps: new(big.Int), FirstSeen: big.NewInt(5)}
	}
	same := []entity.Entity{account("0xaa", 1), account("0xbb", 2)}
	if differences := Compare(same, []entity.Entity{account("0xaa", 1), account("0xbb", 2)}); len(differences) != 0 {
		t.Error(differences)
	}
	differences := Compare(same, []entity.Entity{account("0xbb", 3), account("0xcc", 1)})
	want := []string{`Account 0xaa: only the subgraph has it`, `Account 0xbb: ["runs: 2, 3"]`, `Account 0xcc: only the coordinator has it`}
	if len(differences) != len(want) {
		t.Fatal(differences)
	}
	for i := range want {
		if differences[i].String() != want[i] {
			t.Errorf("%s, want %s", differences[i], want[i])
		}
	}
}
