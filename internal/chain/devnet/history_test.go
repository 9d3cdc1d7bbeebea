package devnet

import (
	"math/big"
	"testing"
	"time"

	"github.com/commonweight/commonweight/internal/chain"
	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/params"
)

// The court's later draw reads block hashes through EIP-2935.
func TestHistoryContractKnowsBlockHashes(t *testing.T) {
	d := start(t, Config{Interval: time.Hour})
	node := d.sim.Client()
	for range 3 {
		if err := d.Mine(); err != nil {
			t.Fatal(err)
		}
	}
	head, err := node.HeaderByNumber(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	for back := int64(1); back <= 3; back++ {
		number := new(big.Int).Sub(head.Number, big.NewInt(back))
		want, err := node.HeaderByNumber(t.Context(), number)
		if err != nil {
			t.Fatal(err)
		}
		history := params.HistoryStorageAddress
		got, err := node.CallContract(t.Context(), ethereum.CallMsg{To: &history, Data: common.LeftPadBytes(number.Bytes(), 32)}, nil)
		if err != nil {
			t.Fatal(err)
		}
		if chain.Hash(got) != want.Hash() {
			t.Errorf("block %s: %x, want %s", number, got, want.Hash())
		}
	}
}
