package numeric

import "testing"

// TestOrderAllocatesNothing: a step asks for thousands of these hashes.
func TestOrderAllocatesNothing(t *testing.T) {
	if n := testing.AllocsPerRun(10, func() { SampleIndex(1, 12345, 1000) }); n != 0 {
		t.Errorf("%v allocations for one index", n)
	}
}
