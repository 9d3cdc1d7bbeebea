package replica

import (
	"testing"

	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/train/program"
)

// TestStatesInMemory: of large states only a window's two stay, and the newest of any.
func TestStatesInMemory(t *testing.T) {
	for words, want := range map[int]int{1: statesInMemory, wordsInMemory / 3: 3, wordsInMemory: 2} {
		var c states
		huge := make([]float32, words) // shared: nobody touches it
		for i := range 6 {
			c.keep(chain.Hash{byte(i + 1)}, &program.State{Tensors: [][]float32{huge}})
		}
		for i := range 6 {
			if _, ok := c.remembered(chain.Hash{byte(i + 1)}); ok != (i >= 6-want) {
				t.Errorf("of states of %d words, number %d is held: %v; the last %d should be", words, i, ok, want)
			}
		}
	}
}
