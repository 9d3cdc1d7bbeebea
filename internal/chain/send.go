package chain

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/rpc"
)

// maxGas is what one transaction may use at most since Osaka (EIP-7825).
const maxGas = 1 << 24

// pendingBlock is how a node is asked about the block it would build now: a call that is due with the next block must not be refused
// by the time of the last one.
var pendingBlock = big.NewInt(int64(rpc.PendingBlockNumber))

// Receipt is a mined, successful transaction.
type Receipt struct {
	Tx      Hash
	Block   uint64
	GasUsed uint64
	Fee     *big.Int // wei paid for gas
	Address Address  // of a contract it created
	Events  []Event  // in order
}

// call is a transaction before it has a nonce. A nil to creates a contract.
type call struct {
	doing string // for errors: "acquire run 1"
	to    *Address
	value *big.Int
	data  []byte
	most  uint64 // gas, where a stranger's contract takes part; 0: what a transaction may use
}

// send runs a call from pre-flight to receipt.
//
// Errors: *RevertError if a contract refuses (before any gas is spent, where the node can tell), ErrFunds, ErrNotMined.
func (a *Account) send(ctx context.Context, c call) (*Receipt, error) {
	gas, err := a.preflight(ctx, c)
	if err != nil {
		if err = nodeError(c.doing, err); IsRevert(err) {
			a.meter.Refused()
		}
		return nil, err
	}
	f, err := a.fees(ctx)
	if err != nil {
		return nil, nodeError(c.doing, err)
	}
	flight, err := a.submit(ctx, c, gas, f)
	if err != nil {
		return nil, nodeError(c.doing, err)
	}
	return flight.finish(ctx)
}

// preflight tries the call for free and returns its gas with a margin for state that moves before it is mined.
func (a *Account) preflight(ctx context.Context, c call) (uint64, error) {
	message := a.message(c)
	if c.to != nil {
		if _, err := a.node.PendingCallContract(ctx, message); err != nil {
			return 0, err
		}
	}
	gas, err := a.node.EstimateGasAtBlock(ctx, message, pendingBlock)
	if err != nil {
		return 0, err
	}
	most := uint64(maxGas)
	if c.most != 0 {
		most = c.most
	}
	return min(gas+gas*3/10, most), nil
}

func (a *Account) message(c call) ethereum.CallMsg {
	return ethereum.CallMsg{From: a.key.Address, To: c.to, Value: c.value, Data: c.data, Gas: c.most}
}

func (a *Account) fees(ctx context.Context) (fees, error) {
	tip, err := a.node.SuggestGasTipCap(ctx)
	if err != nil {
		return fees{}, err
	}
	return offer(tip, new(big.Int).SetUint64(a.Latest().BaseFee)), nil
}

// submit puts the transaction into the pool under the lane's next nonce.
func (a *Account) submit(ctx context.Context, c call, gas uint64, f fees) (*flight, error) {
	out := &flight{account: a, call: c, gas: gas, begun: time.Now()}
	err := a.lane.take(ctx, a, func(s slot) error {
		out.slot = slot{nonce: s.nonce, floor: f.atLeast(s.floor)}
		return out.broadcast(ctx)
	})
	return out, err
}

// flight is a transaction in the pool, with all the versions of it that were sent.
type flight struct {
	account *Account
	call    call
	gas     uint64
	slot    slot // floor holds the fees of the newest version
	hashes  []Hash
	begun   time.Time
}

// broadcast signs the call with the slot's fees and sends it. A node that can't be asked may still have it, so only its clear refusal
// counts as one.
func (f *flight) broadcast(ctx context.Context) error {
	a := f.account
	tx, err := types.SignNewTx(a.key.private, types.LatestSignerForChainID(a.chainID), &types.DynamicFeeTx{
		ChainID: a.chainID, Nonce: f.slot.nonce, GasTipCap: f.slot.floor.tip, GasFeeCap: f.slot.floor.max,
		Gas: f.gas, To: f.call.to, Value: f.call.value, Data: f.call.data,
	})
	if err != nil {
		return fmt.Errorf("sign: %w", err)
	}
	err = a.node.SendTransaction(ctx, tx)
	var refusal rpc.Error
	switch {
	case err == nil, !errors.As(err, &refusal), strings.Contains(err.Error(), "already known"):
		f.hashes = append(f.hashes, tx.Hash())
		return nil
	case strings.Contains(err.Error(), "nonce too low"):
		return errNonceUsed
	}
	return err
}

// finish waits until the transaction is mined, and until the client's clock has come as far.
func (f *flight) finish(ctx context.Context) (*Receipt, error) {
	a, c := f.account, f.call
	mined, err := f.land(ctx)
	if err != nil {
		if errors.Is(err, ErrNotMined) {
			a.meter.Unmined()
		}
		return nil, fmt.Errorf("%s: %w", c.doing, err)
	}
	f.count(mined)
	if mined.Status != types.ReceiptStatusSuccessful {
		return nil, fmt.Errorf("%s: mined but refused (%s): %w", c.doing, mined.TxHash, f.whyRefused(ctx, mined))
	}
	if _, err := a.await(ctx, func(b Block) bool { return b.Number >= mined.BlockNumber.Uint64() }); err != nil {
		return nil, fmt.Errorf("%s: %w", c.doing, err)
	}
	receipt, err := a.receipt(mined)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", c.doing, err)
	}
	return receipt, nil
}

// land waits for any version to be mined, raising the fees when it is stuck.
func (f *flight) land(ctx context.Context) (*types.Receipt, error) {
	a := f.account
	waiting, cancel := context.WithTimeout(ctx, a.patience)
	defer cancel()
	raise := time.NewTicker(a.stuck)
	defer raise.Stop()
	for {
		_, changed := a.blocks.current()
		if mined := f.mined(waiting); mined != nil {
			a.lane.settle()
			return mined, nil
		}
		select {
		case <-changed:
		case <-raise.C:
			f.raise(waiting)
		case <-waiting.Done():
			f.slot.floor = f.slot.floor.bump()
			a.lane.giveUp(f.slot)
			if ctx.Err() != nil {
				return nil, ctx.Err()
			}
			return nil, fmt.Errorf("%w: %s, nonce %d, waited %s; is the node at %s mining?", ErrNotMined, f.hashes[0], f.slot.nonce, a.patience, a.url)
		}
	}
}

// raise replaces the newest version by a dearer one.
func (f *flight) raise(ctx context.Context) {
	f.slot.floor = f.slot.floor.bump()
	if now, err := f.account.fees(ctx); err == nil {
		f.slot.floor = f.slot.floor.atLeast(now)
	}
	f.account.meter.Retried()
	// A refusal here means that a version was just mined or that money is short; either way waiting goes on.
	_ = f.broadcast(ctx)
}

func (f *flight) mined(ctx context.Context) *types.Receipt {
	for _, hash := range f.hashes {
		// Not found, not yet indexed and not reachable are all answered by waiting.
		if receipt, err := f.account.node.TransactionReceipt(ctx, hash); err == nil {
			return receipt
		}
	}
	return nil
}

// whyRefused runs a refused transaction again on the states before and after its block. It met neither exactly, so success on both means
// only that the reason is lost.
func (f *flight) whyRefused(ctx context.Context, mined *types.Receipt) error {
	if mined.GasUsed == f.gas {
		return errors.New("out of gas")
	}
	before := new(big.Int).Sub(mined.BlockNumber, big.NewInt(1))
	for _, block := range []*big.Int{before, mined.BlockNumber} {
		if _, err := f.account.node.CallContract(ctx, f.account.message(f.call), block); err != nil {
			if revert := revertOf(err); revert != nil {
				return revert
			}
			return err
		}
	}
	return decodeRevert(nil)
}

func (a *Account) receipt(mined *types.Receipt) (*Receipt, error) {
	events, err := a.decode(mined.Logs)
	if err != nil {
		return nil, err
	}
	return &Receipt{Tx: mined.TxHash, Block: mined.BlockNumber.Uint64(), GasUsed: mined.GasUsed, Fee: feeOf(mined),
		Address: mined.ContractAddress, Events: events}, nil
}
