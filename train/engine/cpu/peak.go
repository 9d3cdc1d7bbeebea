package cpu

import (
	"fmt"
	"math"
	"runtime"
	"sync"
	"sync/atomic"
	"time"

	"github.com/commonweight/commonweight/train/engine/cpu/internal/kernel"
	"github.com/commonweight/commonweight/train/program"
)

// Peak measures what so many threads of a level reach when all they do is to multiply and add, at least so many operations in all: the largest
// block of outputs, over and over, on operands that stay in the first-level cache. As in a step, a thread that is held up leaves work to the
// others. Unit: floating-point operations a second.
//
// Errors: ErrUnsupported.
func Peak(level string, threads int, operations float64) (float64, error) {
	const terms, rounds = 64, 1000 // of a part
	k, err := kernel.Lookup(level)
	if err != nil {
		return 0, fmt.Errorf("engine %s: %w", level, err)
	}
	rows := k.ProductRows[0]
	part := float64(2 * terms * rounds * rows * k.Panel)
	parts := int64(math.Ceil(operations / part))
	began := time.Now()
	var taken atomic.Int64
	var wait sync.WaitGroup
	for range threads {
		wait.Go(func() {
			runtime.LockOSThread()
			defer runtime.UnlockOSThread()
			a, panel, c := program.Memory(terms*rows), program.Memory(terms*k.Panel), program.Memory(rows*k.Panel)
			for taken.Add(1) <= parts {
				for range rounds {
					k.Products[0](terms, &a[0], 4, 4*rows, &panel[0], &c[0], 4*k.Panel, 0, &panel[0], 0)
				}
			}
		})
	}
	wait.Wait()
	return float64(parts) * part / time.Since(began).Seconds(), nil
}
