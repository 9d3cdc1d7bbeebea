package evmfuzz

import (
	"encoding/hex"
	"flag"
	"math"
	"os"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/state"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/core/vm/runtime"
	"github.com/ethereum/go-ethereum/params"
)

var (
	campaign = flag.Bool("campaign", false, "run at length")
	update   = flag.Bool("update", false, "write the tables again")
	seed     = flag.Uint64("seed", 1, "what the random cases of a campaign are drawn from")
	cases    = flag.Int("cases", 1_000_000, "steps in a campaign against StepReferee.sol: parts of it may run one after the other, each with a seed")
)

// machine is one contract in an EVM. It serves one goroutine.
type machine struct {
	config  runtime.Config
	address common.Address
}

// newMachine puts runtime bytecode at an address of an otherwise empty chain.
func newMachine(t testing.TB, code []byte) *machine {
	t.Helper()
	db, err := state.New(types.EmptyRootHash, state.NewDatabaseForTesting())
	if err != nil {
		t.Fatal(err)
	}
	rules := *params.MergedTestChainConfig
	rules.OsakaTime = nil // Prague is the last fork
	m := &machine{config: runtime.Config{State: db, ChainConfig: &rules, GasLimit: math.MaxUint64}, address: common.Address{1}}
	db.SetCode(m.address, code, 0)
	return m
}

// call runs the contract and returns what it returned, how it ended, and the gas it took without the costs of a transaction.
func (m *machine) call(input []byte) (output []byte, gas uint64, err error) {
	before := m.config.GasLimit
	output, left, err := runtime.Call(m.address, input, &m.config)
	return output, before - left, err
}

// bytecode reads runtime bytecode that make generate wrote.
func bytecode(t testing.TB, name string) []byte {
	t.Helper()
	text, err := os.ReadFile("testdata/" + name + ".hex")
	if err != nil {
		t.Fatal(err)
	}
	code, err := hex.DecodeString(strings.ReplaceAll(string(text), "\n", ""))
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return code
}
