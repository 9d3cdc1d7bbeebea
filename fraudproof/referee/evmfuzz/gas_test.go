package evmfuzz

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"math/rand/v2"
	"os"
	"testing"

	"github.com/commonweight/commonweight/train/numeric"
)

const gasTable = "../../../docs/float-gas.md"

// TestGas holds docs/float-gas.md to what Float32.sol takes; -update writes it. Gas is deterministic, and so are the cases.
func TestGas(t *testing.T) {
	var table bytes.Buffer
	table.WriteString(gasHead)
	m := newMachine(t, bytecode(t, "Float32Batch"))
	for op := numeric.MapAdd; op <= numeric.MapIeq; op++ {
		if arguments[op] == 0 {
			continue
		}
		fmt.Fprintf(&table, "| %s |", op)
		for _, kind := range kinds {
			make := func(r *rand.Rand) (words []uint32) {
				for range 3 {
					words = append(words, word(r, kind.kind))
				}
				return words
			}
			mean, most := gasOf(t, m, byte(op), 3, 1, make)
			fmt.Fprintf(&table, " %d | %d |", mean, most)
		}
		table.WriteString("\n")
	}
	for _, reduction := range reductions {
		fmt.Fprintf(&table, "| %s of 16 |", reduction.name)
		for _, kind := range kinds {
			make := func(r *rand.Rand) []uint32 {
				words := []uint32{16}
				for range 48 {
					words = append(words, word(r, kind.kind))
				}
				return words
			}
			mean, most := gasOf(t, m, reduction.code, 49, 16, make)
			fmt.Fprintf(&table, " %d | %d |", mean, most)
		}
		table.WriteString("\n")
	}
	if *update {
		if err := os.WriteFile(gasTable, table.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	committed, err := os.ReadFile(gasTable)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(committed, table.Bytes()) {
		t.Errorf("%s is stale: run go test ./fraudproof/referee/evmfuzz -run Gas -update\n%s", gasTable, &table)
	}
}

const gasHead = `# Gas of binary32 in the EVM

Per call of a function of ` + "`solidity/src/Float32.sol`" + ` and ` + "`Row.sol`" + `: mean and greatest of 1,000 calls. For reductions that is a whole row of sixteen, reading it from
calldata included. Columns: words like activations and gradients (2^-4 to 2^4); half of them zeros; of very different size (2^-60 to 2^60);
anything (all exponents, edge mantissas, Inf and NaN). A row of a chain that is made to be dear, term by term, costs at most 900 a term: TestWorstRow looks for
it, and a long search finds 858.

| function | ordinary | max | sparse | max | wide | max | anything | max |
|---|---|---|---|---|---|---|---|---|
`

var kinds = []struct {
	name string
	kind uint32
}{{"ordinary", 0}, {"sparse", 3}, {"wide", 2}, {"anything", 7}}

// gasOf returns the mean and the greatest gas of 1,000 calls.
func gasOf(t *testing.T, m *machine, code byte, taken, given int, make func(*rand.Rand) []uint32) (mean, most uint32) {
	t.Helper()
	const calls = 1000
	r := rand.New(rand.NewPCG(1, uint64(code)))
	input := []byte{code | 0x80}
	for range calls {
		for _, w := range make(r) {
			input = binary.BigEndian.AppendUint32(input, w)
		}
	}
	output, _, err := m.call(input)
	if err != nil || len(output) != 4*given*calls {
		t.Fatalf("%d bytes, %v", len(output), err)
	}
	var sum uint32
	for i := 4*given - 4; i < len(output); i += 4 * given {
		gas := binary.BigEndian.Uint32(output[i:])
		sum += gas
		most = max(most, gas)
	}
	return (sum + calls/2) / calls, most
}
