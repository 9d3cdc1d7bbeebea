package evm

import (
	"encoding/binary"
	"math/big"
	"testing"

	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/chain/bindings"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/params"
)

var (
	config = Config{
		ChainID: 8453, Seed: 7, Start: 1000, BlockTime: 12, BaseFee: big.NewInt(4e7), Tip: big.NewInt(1e7), Constants: chain.Constants{GasPriceCap: big.NewInt(1e9)},
	}
	alice = chain.Address{1}
)

func bring(t *testing.T, config Config) *Chain {
	t.Helper()
	c, err := New(config)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestTimeStandsStillUntilPass(t *testing.T) {
	c := bring(t, config)
	now, number := c.Now(), c.Number()
	c.Fund(alice, chain.Ether(1000))
	if _, err := c.Send(alice, chain.Address{2}, big.NewInt(1), nil); err != nil {
		t.Fatal(err)
	}
	if c.Now() != now || c.Number() != number {
		t.Error("a transaction made time pass")
	}
	c.Pass(0)
	if c.Now() != now+12 || c.Number() != number+1 {
		t.Errorf("the next block: %d s, %d blocks later", c.Now()-now, c.Number()-number)
	}
	c.Pass(3600 + 1)
	if c.Now() != now+12+3612 || c.Number() != number+1+301 {
		t.Errorf("after more than an hour: %d s, %d blocks later", c.Now()-now, c.Number()-number)
	}
}

// Contracts read older block hashes through EIP-2935, as far back as a node keeps them.
func TestHistoryContractKnowsBlockHashes(t *testing.T) {
	c := bring(t, config)
	c.Pass(3 * 24 * 3600)
	c.Pass(0)
	for _, back := range []uint64{1, 2, 300, 8191} {
		answer, err := c.View(params.HistoryStorageAddress, number(c.Number()-back))
		if err != nil || chain.Hash(answer) != c.hash(c.Number()-back) {
			t.Errorf("%d blocks ago: %x, %v", back, answer, err)
		}
	}
	for _, n := range []uint64{c.Number(), c.Number() - 8192} {
		if answer, err := c.View(params.HistoryStorageAddress, number(n)); err == nil {
			t.Errorf("block %d of %d: %x", n, c.Number(), answer)
		}
	}
}

func number(n uint64) []byte {
	return common.LeftPadBytes(binary.BigEndian.AppendUint64(nil, n), 32)
}

func TestSeedDecidesBlockHashes(t *testing.T) {
	other := config
	other.Seed++
	a, b, c := bring(t, config), bring(t, config), bring(t, other)
	if a.hash(5) != b.hash(5) || a.hash(5) == c.hash(5) || a.hash(5) == a.hash(6) {
		t.Error("block hashes aren't a function of seed and number")
	}
	if a.Deployment() != c.Deployment() {
		t.Error("the contracts' addresses depend on the seed")
	}
}

func TestForksDoNotMeet(t *testing.T) {
	c := bring(t, config)
	c.Fund(alice, chain.Ether(1000))
	fork := c.Fork()
	if _, err := fork.Send(alice, chain.Address{2}, big.NewInt(5), nil); err != nil {
		t.Fatal(err)
	}
	fork.Pass(100)
	if c.Balance(chain.Address{2}).Sign() != 0 || fork.Balance(chain.Address{2}).Int64() != 5 || c.Now() == fork.Now() {
		t.Error("what happened on a fork happened on the chain too")
	}
}

func TestRefusalsAreNamedAndCostGas(t *testing.T) {
	c := bring(t, config)
	c.Fund(alice, chain.Ether(1000))
	p := bindings.NewTraining()
	receipt, err := c.Send(alice, c.Deployment().Training, nil, p.PackFinalise(1, big.NewInt(1)))
	if !chain.IsRevert(err) || receipt == nil || receipt.GasUsed < 21000 {
		t.Fatalf("%v, %+v", err, receipt)
	}
	paid := new(big.Int).Sub(chain.Ether(1000), c.Balance(alice))
	if paid.Cmp(receipt.Fee) != 0 || receipt.Fee.Uint64() != receipt.GasUsed*5e7 {
		t.Errorf("paid %s, the receipt says %s for %d gas", paid, receipt.Fee, receipt.GasUsed)
	}
	if _, err := c.View(c.Deployment().RunRegistry, bindings.NewRunRegistry().PackRun(1)); !chain.IsRevert(err, "NoSuchRun") {
		t.Errorf("a view's refusal: %v", err)
	}
	if _, err := c.Send(chain.Address{9}, alice, big.NewInt(1), nil); err == nil || chain.IsRevert(err) {
		t.Errorf("an account without coins sent some: %v", err)
	}
}

// The hour-valued bounds of a run are those of a public chain, unless the chain's id is a local one.
func TestChainIDDecidesBounds(t *testing.T) {
	local := config
	local.ChainID = 1337
	cooldown := func(c *Chain) uint64 {
		p := bindings.NewValidators()
		answer, err := c.View(c.Deployment().Validators, p.PackUnstakeCooldown())
		if err != nil {
			t.Fatal(err)
		}
		seconds, err := p.UnpackUnstakeCooldown(answer)
		if err != nil {
			t.Fatal(err)
		}
		return seconds
	}
	if public, local := cooldown(bring(t, config)), cooldown(bring(t, local)); public != 14*24*3600 || local >= 24*3600 {
		t.Errorf("cooldown: %d s on a public chain, %d s on a local one", public, local)
	}
}
