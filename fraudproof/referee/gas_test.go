package referee_test

import (
	"testing"

	"github.com/commonweight/commonweight/fraudproof/merkle"
	"github.com/commonweight/commonweight/train/program"
)

// A leaf's calldata may not cost more than this under Prague's floor: 40 gas for each byte that isn't zero, 10 for each that is.
// That is what the transaction costs: what it executes costs less than the floor is above the old price.
const leafCalldataGas = 230_000

// TestLeafCalldata: whichever operator of GPT-2 124M a dispute ends in, at 8192 tokens a step, its leaf fits; every byte of tiles and paths
// counts as not zero, and so do the roots. The rest of the call is some words of numbers.
func TestLeafCalldata(t *testing.T) {
	p, _ := tinyGPT(t)
	s := p.Spec
	s.Name, s.Batch = "gpt2-124m", 8
	s.Model.Layers, s.Model.Width, s.Model.Heads, s.Model.Context, s.Model.Vocabulary = 12, 768, 12, 1024, 50257
	s.Dataset.Bytes, s.Dataset.TokenBytes, s.Dataset.Stride = 1<<30, 2, 1024
	p, err := program.Compile(s)
	if err != nil {
		t.Fatal(err)
	}
	most, at := 0, ""
	for i := range p.Operators {
		o := &p.Operators[i]
		if o.Code == program.OpState {
			continue
		}
		gas := 21_000 + 2_000 + 320*(10+3*len(o.Operands)) + 30*32*len(o.Operands)
		for _, b := range o.Descriptor() {
			if gas += 10; b != 0 {
				gas += 30
			}
		}
		opened, largest := 0, 0
		for _, x := range o.Operands {
			opening := 40 * (merkle.LeafSize + 32*merkle.Depth(uint64(x.Shape.Tiles())))
			opened, largest = opened+opening, max(largest, opening)
		}
		if o.Code == program.OpConcat {
			opened = largest
		}
		if o.Code == program.OpRowReduce || o.Code == program.OpTileReduce {
			opened += 40 * 64
		}
		if gas += opened; gas > most {
			most, at = gas, o.Name
		}
	}
	t.Logf("the dearest leaf is that of %s: %d gas", at, most)
	if most > leafCalldataGas || most < leafCalldataGas*9/10 {
		t.Errorf("the dearest leaf, of %s, costs %d gas as calldata, want a little below %d", at, most, leafCalldataGas)
	}
}
