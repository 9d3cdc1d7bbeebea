package cpu

import (
	"fmt"
	"runtime"
	"sync"
	"time"

	"github.com/commonweight/commonweight/train/engine/cpu/internal/kernel"
	"github.com/commonweight/commonweight/train/program"
)

// Peak measures what so many threads of a level reach when all they do is to multiply and add: the largest block of outputs, over and over,
// on operands that stay in the first-level cache. Unit: floating-point operations a second.
//
// Errors: ErrUnsupported.
func Peak(level string, threads int) (float64, error) {
	const terms, rounds = 64, 30000 // some milliseconds: threads take a while to start
	k, err := kernel.Lookup(level)
	if err != nil {
		return 0, fmt.Errorf("engine %s: %w", level, err)
	}
	rows := k.ProductRows[0]
	began := time.Now()
	var wait sync.WaitGroup
	for range threads {
		wait.Go(func() {
			runtime.LockOSThread()
			defer runtime.UnlockOSThread()
			a, panel, c := program.Memory(terms*rows), program.Memory(terms*k.Panel), program.Memory(rows*k.Panel)
			for range rounds {
				k.Products[0](terms, &a[0], 4, 4*rows, &panel[0], &c[0], 4*k.Panel, 0, &panel[0], 0)
			}
		})
	}
	wait.Wait()
	return float64(2*terms*rounds*rows*k.Panel*threads) / time.Since(began).Seconds(), nil
}
