package harness

import (
	"context"
	"fmt"
	"math/big"

	"github.com/commonweight/commonweight/internal/chain"
	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/ethclient"
)

// maxRange is how many blocks one question asks for.
const maxRange = 1000

// Fetch returns all that a deployment's contracts have logged, each with its time.
//
// Order: that of the chain.
func Fetch(ctx context.Context, node string, d chain.Deployment) ([]*types.Log, error) {
	client, err := ethclient.DialContext(ctx, node)
	if err != nil {
		return nil, fmt.Errorf("fetch logs: %w", err)
	}
	defer client.Close()
	newest, err := client.BlockNumber(ctx)
	if err != nil {
		return nil, fmt.Errorf("fetch logs: %w", err)
	}
	query := ethereum.FilterQuery{}
	for _, address := range d.Contracts() {
		query.Addresses = append(query.Addresses, address)
	}
	var all []*types.Log
	for first := d.Block; first <= newest; first += maxRange {
		query.FromBlock, query.ToBlock = new(big.Int).SetUint64(first), new(big.Int).SetUint64(min(newest, first+maxRange-1))
		logs, err := client.FilterLogs(ctx, query)
		if err != nil {
			return nil, fmt.Errorf("fetch logs: %w", err)
		}
		for _, log := range logs {
			if log.BlockTimestamp == 0 {
				header, err := client.HeaderByNumber(ctx, new(big.Int).SetUint64(log.BlockNumber))
				if err != nil {
					return nil, fmt.Errorf("fetch logs: %w", err)
				}
				log.BlockTimestamp = header.Time
			}
			all = append(all, &log)
		}
	}
	return all, nil
}
