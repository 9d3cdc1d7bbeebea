//go:build cuda && fakedriver && linux && amd64

package cuda

// A build with the tag fakedriver finds one GPU, which is none: for tests of everything above the driver.
import _ "github.com/commonweight/commonweight/train/engine/cuda/internal/fakedriver"
