//go:build cuda && fakedriver && linux && amd64

package cuda

import (
	"time"

	"github.com/commonweight/commonweight/train/engine/cuda/internal/fakedriver"
)

// A build with the tag fakedriver finds one GPU, which is none: for tests of everything above the driver.

// Fake lets the driver of such a build err: fault hears of every call before it is done, and returns the driver's code, 0 for none; spoil sees the
// words that a call has changed. Either may be nil. A device that doesn't answer is given up after patience; 0 leaves it the usual time.
func Fake(fault func(call string) int, spoil func(call string, words []uint32), patience time.Duration) {
	fakedriver.Fault, fakedriver.Spoil = fault, spoil
	firstAnswer, anyAnswer, answers = usual.first, usual.any, usual.answers
	if patience > 0 {
		firstAnswer, anyAnswer, answers = patience, patience, 0
	}
}

var usual = struct{ first, any, answers time.Duration }{firstAnswer, anyAnswer, answers}
