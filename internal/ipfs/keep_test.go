package ipfs

import (
	"bytes"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/ipfs/go-cid"
)

func TestDroppingLeavesWhatOthersShare(t *testing.T) {
	e := embedded(t)
	shared := content(3 * leafSize)
	old := put(t, e, append(bytes.Clone(shared), content(leafSize/2)...))
	kept := put(t, e, append(bytes.Clone(shared), []byte("another end")...))
	small := put(t, e, []byte("one leaf"))
	if err := e.Pin(t.Context(), old); err != nil {
		t.Fatal(err)
	}
	if err := e.Drop(t.Context(), []CID{old, small}, []CID{kept}); err != nil {
		t.Fatal(err)
	}
	for id, want := range map[CID]bool{old: false, small: false, kept: true} {
		if held, err := e.Has(t.Context(), id); err != nil || held != want {
			t.Errorf("%v: held %v, %v", id, held, err)
		}
	}
	if got, err := Fetch(t.Context(), e, kept, 4*leafSize); err != nil || len(got) != 3*leafSize+len("another end") {
		t.Errorf("what is kept has %d bytes: %v", len(got), err)
	}
	left := 0
	keys, err := e.blocks.AllKeysChan(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for range keys {
		left++
	}
	needed := map[cid.Cid]bool{}
	if err := e.named(t.Context(), kept, func(block cid.Cid) { needed[block] = true }); err != nil {
		t.Fatal(err)
	}
	if left != len(needed) {
		t.Errorf("%d blocks are left, %d are needed", left, len(needed))
	}
	if err := e.Pin(t.Context(), old); !errors.Is(err, ErrNotFound) {
		t.Errorf("pinned what is gone: %v", err)
	}
	// What is gone, in part or in whole, can be dropped again.
	if err := e.Drop(t.Context(), []CID{old, small, {}}, []CID{kept, old}); err != nil {
		t.Error(err)
	}
}

func TestKuboPinsAndUnpins(t *testing.T) {
	pinned := map[string]bool{}
	node := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		arg := r.URL.Query().Get("arg")
		switch {
		case strings.HasSuffix(r.URL.Path, "pin/add"):
			pinned[arg] = true
		case strings.HasSuffix(r.URL.Path, "pin/rm") && pinned[arg]:
			delete(pinned, arg)
		default:
			w.Header().Set("Content-Type", "application/json")
			w.WriteHeader(http.StatusInternalServerError)
			fmt.Fprint(w, `{"Message":"not pinned or pinned indirectly","Code":0,"Type":"error"}`)
			return
		}
		fmt.Fprintf(w, `{"Pins":[%q]}`, arg)
	})
	k := kubo(t, node, time.Second)
	one, two := put(t, embedded(t), []byte("one")), put(t, embedded(t), []byte("two"))
	for _, c := range []CID{one, two} {
		if err := k.Pin(t.Context(), c); err != nil {
			t.Fatal(err)
		}
	}
	if err := k.Drop(t.Context(), []CID{one, two}, []CID{two}); err != nil {
		t.Fatal(err)
	}
	if pinned[one.String()] || !pinned[two.String()] {
		t.Errorf("pinned: %v", pinned)
	}
	if err := k.Drop(t.Context(), []CID{one}, nil); err != nil {
		t.Errorf("dropped twice: %v", err)
	}
}
