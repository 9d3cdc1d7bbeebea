package evm

import (
	"cmp"
	"encoding/binary"
	"errors"
	"fmt"
	"math/big"
	"slices"

	"github.com/commonweight/commonweight/internal/chain"
	"github.com/ethereum/go-ethereum/core"
	"github.com/ethereum/go-ethereum/core/state"
	"github.com/ethereum/go-ethereum/core/tracing"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/core/vm"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/params"
	"github.com/holiman/uint256"
)

// blockGas bounds a block, and so a transaction.
const blockGas = 60_000_000

// producer takes the tips.
var producer = chain.Address{0xb1, 0x0c}

// historyBlocks is how many block hashes the history contract keeps (EIP-2935).
const historyBlocks = 8191

// Config says what the chain should look like.
type Config struct {
	ChainID   uint64
	Seed      uint64   // of block hashes
	Start     uint64   // block time of the first block
	BlockTime uint64   // seconds from one block to the next
	BaseFee   *big.Int // of every block, wei
	Tip       *big.Int // what senders pay beyond that, wei; nil is nothing
	Constants chain.Constants
}

// Chain is such a chain.
//
// Concurrency: one goroutine.
type Chain struct {
	config     Config
	rules      *params.ChainConfig
	state      *state.StateDB
	deployment chain.Deployment
	number     uint64
	now        uint64
	sent       uint64
}

// Receipt is what came of a transaction.
type Receipt struct {
	GasUsed uint64
	Fee     *big.Int // wei
	Return  []byte
	Logs    []*types.Log
}

// New brings a chain up and deploys the contracts.
func New(config Config) (*Chain, error) {
	if config.BlockTime == 0 {
		return nil, errors.New("a chain without block time")
	}
	db, err := state.New(types.EmptyRootHash, state.NewDatabaseForTesting())
	if err != nil {
		return nil, fmt.Errorf("make a state: %w", err)
	}
	rules := *params.MergedTestChainConfig
	rules.ChainID = new(big.Int).SetUint64(config.ChainID)
	rules.OsakaTime, rules.BPO1Time, rules.BPO2Time, rules.AmsterdamTime = nil, nil, nil, nil // Prague is the last fork
	c := &Chain{config: config, rules: &rules, state: db, number: 1, now: config.Start}
	db.SetCode(params.HistoryStorageAddress, params.HistoryStorageCode, tracing.CodeChangeGenesis)
	db.SetNonce(params.HistoryStorageAddress, 1, tracing.NonceChangeGenesis)
	if err := c.deploy(); err != nil {
		return nil, err
	}
	return c, nil
}

// Fork returns a second chain that goes on from here. Neither sees what happens on the other.
func (c *Chain) Fork() *Chain {
	fork := *c
	fork.state = c.state.Copy()
	return &fork
}

// Deployment says where the contracts live.
func (c *Chain) Deployment() chain.Deployment { return c.deployment }

// Now is the block time of the current block.
func (c *Chain) Now() uint64 { return c.now }

// Number is the number of the current block.
func (c *Chain) Number() uint64 { return c.number }

// Pass lets at least so many seconds go by: as many blocks as it takes, one at least.
func (c *Chain) Pass(seconds uint64) {
	blocks := max(1, (seconds+c.config.BlockTime-1)/c.config.BlockTime)
	first := c.number
	c.number += blocks
	c.now += blocks * c.config.BlockTime
	// What a node writes at the beginning of each block: the hash of the one before it. Older ones are overwritten anyway.
	for n := max(first, c.number-min(c.number, historyBlocks)); n < c.number; n++ {
		var slot chain.Hash
		binary.BigEndian.PutUint64(slot[24:], n%historyBlocks)
		c.state.SetState(params.HistoryStorageAddress, slot, c.hash(n))
	}
	c.state.Finalise(c.rulesNow())
}

// hash is the hash of a block.
func (c *Chain) hash(number uint64) chain.Hash {
	var text [16]byte
	binary.BigEndian.PutUint64(text[:8], c.config.Seed)
	binary.BigEndian.PutUint64(text[8:], number)
	return crypto.Keccak256Hash(text[:])
}

// Fund gives an account coins out of nothing.
func (c *Chain) Fund(account chain.Address, wei *big.Int) {
	c.state.AddBalance(account, uint256.MustFromBig(wei), tracing.BalanceIncreaseGenesisBalance)
}

// Balance is what an account holds.
func (c *Chain) Balance(account chain.Address) *big.Int { return c.state.GetBalance(account).ToBig() }

// Send sends a transaction; value may be nil. A contract's refusal costs its sender gas, as on any chain.
//
// Errors: a RevertError with the receipt of what it cost; anything else says that no block would take the transaction.
func (c *Chain) Send(from, to chain.Address, value *big.Int, data []byte) (*Receipt, error) {
	return c.apply(from, &to, value, data)
}

func (c *Chain) apply(from chain.Address, to *chain.Address, value *big.Int, data []byte) (*Receipt, error) {
	c.sent++
	tx := crypto.Keccak256Hash(binary.BigEndian.AppendUint64([]byte("transaction"), c.sent))
	c.state.SetTxContext(tx, 0, 0)
	msg := c.message(from, to, value, data)
	price := c.price()
	msg.Nonce, msg.GasPrice = c.state.GetNonce(from), uint256.MustFromBig(price)
	msg.GasFeeCap, msg.GasTipCap = msg.GasPrice, msg.GasPrice
	result, err := core.ApplyMessage(c.machine(vm.Config{}), msg, nil)
	if err != nil {
		return nil, fmt.Errorf("send from %s: %w", from, err)
	}
	c.state.Finalise(c.rulesNow())
	receipt := &Receipt{
		GasUsed: result.UsedGas, Fee: new(big.Int).Mul(price, new(big.Int).SetUint64(result.UsedGas)),
		Return: result.ReturnData, Logs: c.state.GetLogs(tx, c.number, c.hash(c.number), c.now),
	}
	return receipt, refusal(result)
}

// Logs returns all that the contracts have logged, from their deployment on.
//
// Order: that of the chain.
func (c *Chain) Logs() []*types.Log {
	return slices.SortedFunc(slices.Values(c.state.Logs()), func(a, b *types.Log) int { return cmp.Compare(a.Index, b.Index) })
}

// price is what a unit of gas costs its sender.
func (c *Chain) price() *big.Int {
	price := new(big.Int).Set(c.config.BaseFee)
	if c.config.Tip != nil {
		price.Add(price, c.config.Tip)
	}
	return price
}

// View asks a view function.
func (c *Chain) View(to chain.Address, data []byte) ([]byte, error) {
	before := c.state.Snapshot()
	defer c.state.RevertToSnapshot(before)
	msg := c.message(chain.Address{}, &to, nil, data)
	msg.GasPrice, msg.GasFeeCap = new(uint256.Int), new(uint256.Int)
	result, err := core.ApplyMessage(c.machine(vm.Config{NoBaseFee: true}), msg.SkipNonceCheck(), nil)
	if err != nil {
		return nil, fmt.Errorf("view %s: %w", to, err)
	}
	return result.ReturnData, refusal(result)
}

func (c *Chain) message(from chain.Address, to *chain.Address, value *big.Int, data []byte) *core.Message {
	if value == nil {
		value = new(big.Int)
	}
	msg := &core.Message{From: from, To: to, Value: uint256.MustFromBig(value), GasLimit: blockGas, GasTipCap: new(uint256.Int), Data: data}
	return msg.SkipGasLimitCapCheck().SkipEOACheck()
}

func refusal(result *core.ExecutionResult) error {
	switch {
	case result.Err == nil:
		return nil
	case errors.Is(result.Err, vm.ErrExecutionReverted):
		return chain.Refusal(result.ReturnData)
	}
	return fmt.Errorf("contract failed: %w", result.Err)
}

func (c *Chain) machine(config vm.Config) *vm.EVM {
	random := c.hash(c.number)
	return vm.NewEVM(vm.BlockContext{
		CanTransfer: core.CanTransfer, Transfer: core.Transfer, GetHash: c.hash, GasLimit: blockGas,
		BlockNumber: new(big.Int).SetUint64(c.number), Time: c.now, Difficulty: new(big.Int), BaseFee: c.config.BaseFee,
		BlobBaseFee: big.NewInt(1), Random: &random, Coinbase: producer,
	}, c.state, c.rules, config)
}

func (c *Chain) rulesNow() params.Rules {
	return c.rules.Rules(new(big.Int).SetUint64(c.number), true, c.now)
}
