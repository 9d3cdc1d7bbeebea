package numeric

import (
	"flag"
	"testing"
)

var fuses = flag.Bool("fuses", false, "fail unless the compiler of this build fuses x*y + z: the other tests then show that the profile's code doesn't let it")

//go:noinline
func mulAdd(x, y, z float32) float32 { return x*y + z }

// TestCompilerFusesWhereItMay: on arm64, and on amd64 from GOAMD64=v3 on, Go may round x*y + z once. Where it does, the vectors of this
// room prove that no operation of the profile was written so that it could.
func TestCompilerFusesWhereItMay(t *testing.T) {
	const x = 1 + 0x1p-12
	fused := mulAdd(x, x, -1-0x1p-11) == 0x1p-24 // rounded first, the product loses its last term and the sum is 0
	t.Logf("this build fuses: %v", fused)
	if *fuses && !fused {
		t.Error("this build doesn't fuse: it shows nothing about fusion")
	}
}
