package chain

import (
	"context"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/rpc"
)

// GasPaid returns what each account paid for gas in the blocks from first to last, both included. It reads every block: for short local
// chains.
//
// Units: wei.
func (c *Client) GasPaid(ctx context.Context, first, last uint64) (map[Address]*big.Int, error) {
	paid := make(map[Address]*big.Int)
	signer := types.LatestSignerForChainID(c.chainID)
	for n := first; n <= last; n++ {
		doing := fmt.Sprintf("read the fees of block %d", n)
		block, err := c.node.BlockByNumber(ctx, new(big.Int).SetUint64(n))
		if err != nil {
			return nil, nodeError(doing, err)
		}
		receipts, err := c.node.BlockReceipts(ctx, rpc.BlockNumberOrHashWithHash(block.Hash(), true))
		if err != nil {
			return nil, nodeError(doing, err)
		}
		for i, tx := range block.Transactions() {
			from, err := types.Sender(signer, tx)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", doing, err)
			}
			fee := new(big.Int).Mul(receipts[i].EffectiveGasPrice, new(big.Int).SetUint64(receipts[i].GasUsed))
			if sum, ok := paid[from]; ok {
				fee.Add(fee, sum)
			}
			paid[from] = fee
		}
	}
	return paid, nil
}
