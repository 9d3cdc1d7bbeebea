package cpu

import (
	"testing"

	"github.com/commonweight/commonweight/train/engine/cpu/internal/kernel"
)

// count counts how often its parts run.
type count struct {
	n    int
	runs []int
}

func (c *count) parts() int           { return c.n }
func (c *count) run(_ *worker, i int) { c.runs[i]++ }

// TestPoolRunsEveryPartOnce goes through many short stages, more than a worker can keep awake for.
func TestPoolRunsEveryPartOnce(t *testing.T) {
	k, err := kernel.Lookup(levels[1])
	if err != nil {
		t.Skip(err)
	}
	stages := []stage{{}}
	var tasks []*count
	for i := range 50 {
		c := &count{n: 1 + i%7, runs: make([]int, 7)}
		s := stage{alone: i%11 == 0}
		for part := range c.n {
			s.units = append(s.units, unit{c, part})
		}
		tasks, stages = append(tasks, c), append(stages, s)
	}
	for _, threads := range []int{1, 2, 5} {
		p, err := newPool(k, stages, threads)
		if err != nil {
			t.Fatal(err)
		}
		const rounds = 200
		for range rounds {
			for i := 1; i < len(stages); i++ {
				p.run(i)
			}
		}
		p.close()
		for i, c := range tasks {
			for part := range c.n {
				if c.runs[part] != rounds {
					t.Fatalf("%d threads: part %d of stage %d ran %d times", threads, part, i, c.runs[part])
				}
				c.runs[part] = 0
			}
		}
	}
}
