package chain

import (
	"fmt"
	"reflect"

	"github.com/ethereum/go-ethereum/core/types"
)

// Event is one line of the contracts' log.
type Event struct {
	Block     uint64
	BlockHash Hash
	Time      uint64 // block time; 0 where the node doesn't say
	Tx        Hash
	Index     uint // place in the block
	Contract  Address
	Data      any // Acquired, Committed, …: a struct of the event's own name
}

// Name is the event's name in the contract.
func (e Event) Name() string { return reflect.TypeOf(e.Data).Name() }

// EventOf returns the first event of type T in a receipt.
//
// Errors: ErrNotFound, which means that the contracts aren't those of the bindings.
func EventOf[T any](receipt *Receipt) (T, error) {
	for _, event := range receipt.Events {
		if data, ok := event.Data.(T); ok {
			return data, nil
		}
	}
	var none T
	return none, fmt.Errorf("event %T in transaction %s: %w", none, receipt.Tx, ErrNotFound)
}

// decoders of one contract's events, by topic.
type decoders map[Hash]func(*types.Log) (any, error)

func decoder[Raw any](unpack func(*types.Log) (*Raw, error), convert func(*Raw) any) func(*types.Log) (any, error) {
	return func(log *types.Log) (any, error) {
		raw, err := unpack(log)
		if err != nil {
			return nil, err
		}
		return convert(raw), nil
	}
}

func (c *Client) decode(logs []*types.Log) ([]Event, error) { return c.deployment.Decode(logs) }

// Decode reads the events of the contracts and skips all others (a token's transfers, say).
//
// Order: kept.
func (d Deployment) Decode(logs []*types.Log) ([]Event, error) {
	table := d.events()
	var events []Event
	for _, log := range logs {
		if len(log.Topics) == 0 || log.Removed {
			continue
		}
		decode, ok := table[log.Address][log.Topics[0]]
		if !ok {
			continue
		}
		data, err := decode(log)
		if err != nil {
			return nil, fmt.Errorf("decode event %d of block %d: %w", log.Index, log.BlockNumber, err)
		}
		events = append(events, Event{Block: log.BlockNumber, BlockHash: log.BlockHash, Time: log.BlockTimestamp, Tx: log.TxHash,
			Index: log.Index, Contract: log.Address, Data: data})
	}
	return events, nil
}

func (d Deployment) events() map[Address]decoders {
	p := parsed()
	return map[Address]decoders{
		d.RunRegistry: p.registryEvents, d.Training: p.trainingEvents, d.Disputes: p.disputesEvents,
		d.Court: p.courtEvents, d.Vault: p.vaultEvents, d.Matches: p.matchesEvents, d.Demands: p.demandsEvents,
		d.Validators: p.validatorsEvents, d.Attention: p.attentionEvents, d.Goals: p.goalsEvents, d.StepProofs: p.proofsEvents,
	}
}
