package cpu

import (
	"runtime"
	"testing"

	"github.com/commonweight/commonweight/train/engine/cpu/internal/kernel"
	"golang.org/x/sys/unix"
)

// TestPlaces: where every thread can have a processor to itself, a worker may use all of them but the caller's; elsewhere it is left alone.
func TestPlaces(t *testing.T) {
	k, err := kernel.Lookup(levels[1])
	if err != nil {
		t.Skip(err)
	}
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	var mine unix.CPUSet
	if err := unix.SchedGetaffinity(0, &mine); err != nil {
		t.Fatal(err)
	}
	for _, threads := range []int{2, mine.Count() + 1} {
		c := &count{n: 4, runs: make([]int, 4)}
		s := stage{}
		for part := range c.n {
			s.units = append(s.units, unit{c, part})
		}
		p, err := newPool(k, []stage{{}, s}, threads)
		if err != nil {
			t.Fatal(err)
		}
		p.run(1)
		for _, w := range p.workers {
			var its unix.CPUSet
			if err := unix.SchedGetaffinity(w.thread, &its); err != nil {
				t.Fatal(err)
			}
			want := mine
			if threads <= mine.Count() {
				want.Clear(int(p.places.caller))
			}
			if its != want {
				t.Errorf("%d threads: a worker may use %d processors, the caller is on %d of %d", threads, its.Count(), p.places.caller, mine.Count())
			}
		}
		p.close()
		var after unix.CPUSet
		if err := unix.SchedGetaffinity(0, &after); err != nil || after != mine {
			t.Errorf("%d threads: the caller's own processors changed: %v", threads, err)
		}
	}
}
