package chain

import (
	"math/big"
	"time"

	"github.com/ethereum/go-ethereum/core/types"
)

// Meter is told what becomes of an account's transactions. It must not block.
//
// Units: wei, wall clock.
//
// Concurrency: called from several goroutines.
type Meter interface {
	Refused()                                              // by a contract, before anything was sent
	Retried()                                              // sent again with higher fees
	Mined(gas uint64, fee *big.Int, took time.Duration)    // and did what it should
	Reverted(gas uint64, fee *big.Int, took time.Duration) // mined and refused
	Unmined()                                              // given up
}

// Metered makes the account tell a meter about its transactions. It is called before the account is used.
func (a *Account) Metered(m Meter) { a.meter = m }

// count tells the meter what a mined transaction cost.
func (f *flight) count(mined *types.Receipt) {
	report := f.account.meter.Mined
	if mined.Status != types.ReceiptStatusSuccessful {
		report = f.account.meter.Reverted
	}
	report(mined.GasUsed, feeOf(mined), time.Since(f.begun))
}

func feeOf(mined *types.Receipt) *big.Int {
	return new(big.Int).Mul(new(big.Int).SetUint64(mined.GasUsed), mined.EffectiveGasPrice)
}

// unmetered is the meter of an account that nobody measures.
type unmetered struct{}

func (unmetered) Refused()                                 {}
func (unmetered) Retried()                                 {}
func (unmetered) Mined(uint64, *big.Int, time.Duration)    {}
func (unmetered) Reverted(uint64, *big.Int, time.Duration) {}
func (unmetered) Unmined()                                 {}
