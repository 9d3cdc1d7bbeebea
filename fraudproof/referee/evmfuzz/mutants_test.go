package evmfuzz

import (
	"encoding/hex"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/commonweight/commonweight/train/numeric"
)

var mutants = flag.String("mutants", "", "folder with what solidity/script/mutants.js wrote")

// TestMutantsAreCaught gives the fixed-seed cases to contracts with one deliberate mistake each, see testdata/mistakes.json.
func TestMutantsAreCaught(t *testing.T) {
	if *mutants == "" {
		t.Skip("needs compiled mistakes: make float-mutants")
	}
	text, err := os.ReadFile("testdata/mistakes.json")
	if err != nil {
		t.Fatal(err)
	}
	var list struct{ Mistakes []struct{ Name string } }
	if err := json.Unmarshal(text, &list); err != nil {
		t.Fatal(err)
	}
	for i, mistake := range list.Mistakes {
		t.Run(mistake.Name, func(t *testing.T) {
			t.Parallel()
			text, err := os.ReadFile(filepath.Join(*mutants, fmt.Sprintf("%d.hex", i)))
			if err != nil {
				t.Fatal(err)
			}
			code, err := hex.DecodeString(string(text))
			if err != nil {
				t.Fatal(err)
			}
			if caught := firstDifference(newMachine(t, code)); caught == nil {
				t.Error("no case tells it from the truth")
			} else {
				t.Log(caught)
			}
		})
	}
}

// firstDifference runs the cases of a plain test run.
func firstDifference(m *machine) error {
	m.config.GasLimit = 1 << 30 // per call: a mistake may never end
	check := func(cases uint64, make source) error {
		for n := uint64(0); n*batchSize < cases; n++ {
			b := make(n, min(batchSize, cases-n*batchSize))
			if _, err := b.run(m); err != nil {
				return err
			}
		}
		return nil
	}
	for _, r := range reductions {
		if err := check(plainRows, rows(r.code, r.result)); err != nil {
			return err
		}
	}
	for op := numeric.MapAdd; op <= numeric.MapIeq; op++ {
		if arguments[op] == 0 {
			continue
		}
		sweeps, cases := plainScalars(op)
		if err := check(cases, scalars(op, sweeps)); err != nil {
			return err
		}
	}
	return nil
}
