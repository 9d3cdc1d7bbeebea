package chain

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"slices"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/rpc"
	"github.com/ethereum/go-ethereum/trie"
)

// ErrUnproven: what the node says was logged isn't what the block's header commits to.
var ErrUnproven = errors.New("log doesn't match the block's header")

// ErrNoProof: the node has no receipts to prove a block's log by, or receipts of a kind that isn't known here.
var ErrNoProof = errors.New("no proof of the block's log")

// headersAtOnce is how many headers one request asks for.
const headersAtOnce = 64

// Header is a block's header. Its hash is computed here, of all that the node sent.
type Header struct {
	Number uint64
	Hash   Hash
	Parent Hash
	Time   uint64 // seconds, block time

	receipts Hash
	bloom    types.Bloom
}

func headerOf(h *types.Header) Header {
	return Header{Number: h.Number.Uint64(), Hash: h.Hash(), Parent: h.ParentHash, Time: h.Time, receipts: h.ReceiptHash, bloom: h.Bloom}
}

// MayLog says whether the block may hold a log of one of the contracts: false is certain.
func (h Header) MayLog(contracts ...Address) bool {
	return slices.ContainsFunc(contracts, func(a Address) bool { return types.BloomLookup(h.bloom, a) })
}

// Undecoded is the data of an event of our contracts that isn't what the contracts log.
type Undecoded struct {
	Topic Hash
	Why   string
}

// AsOf returns the client with every contract asked as of that block. It shares the connection: only the first is to be closed.
func (c *Client) AsOf(block Hash) *Client {
	other := *c
	other.asOf = block
	return &other
}

// HeaderAt returns the header of a number.
//
// Errors: ErrNotFound.
func (c *Client) HeaderAt(ctx context.Context, number uint64) (Header, error) {
	h, err := c.node.HeaderByNumber(ctx, new(big.Int).SetUint64(number))
	if errors.Is(err, ethereum.NotFound) {
		return Header{}, fmt.Errorf("block %d: %w", number, ErrNotFound)
	}
	if err != nil {
		return Header{}, nodeError(fmt.Sprintf("read the header of block %d", number), err)
	}
	if h.Number.Uint64() != number {
		return Header{}, fmt.Errorf("the node answers block %s for block %d", h.Number, number)
	}
	return headerOf(h), nil
}

// HeadersAt returns the headers of many numbers, asked for a bundle at a time.
//
// Errors: ErrNotFound.
func (c *Client) HeadersAt(ctx context.Context, numbers []uint64) ([]Header, error) {
	headers := make([]Header, 0, len(numbers))
	for some := range slices.Chunk(numbers, headersAtOnce) {
		raw := make([]*types.Header, len(some))
		batch := make([]rpc.BatchElem, len(some))
		for i, number := range some {
			batch[i] = rpc.BatchElem{Method: "eth_getBlockByNumber", Args: []any{rpc.BlockNumber(number), false}, Result: &raw[i]}
		}
		if c.node.Client().BatchCallContext(ctx, batch) != nil { // some nodes take no bundles, or only small ones
			singly, err := c.headersOneByOne(ctx, some)
			if err != nil {
				return nil, err
			}
			headers = append(headers, singly...)
			continue
		}
		for i, number := range some {
			switch {
			case batch[i].Error != nil:
				return nil, nodeError(fmt.Sprintf("read the header of block %d", number), batch[i].Error)
			case raw[i] == nil:
				return nil, fmt.Errorf("block %d: %w", number, ErrNotFound)
			case raw[i].Number.Uint64() != number:
				return nil, fmt.Errorf("the node answers block %s for block %d", raw[i].Number, number)
			}
			headers = append(headers, headerOf(raw[i]))
		}
	}
	return headers, nil
}

func (c *Client) headersOneByOne(ctx context.Context, numbers []uint64) ([]Header, error) {
	headers := make([]Header, len(numbers))
	for i, number := range numbers {
		var err error
		if headers[i], err = c.HeaderAt(ctx, number); err != nil {
			return nil, err
		}
	}
	return headers, nil
}

// LoggedIn returns the contracts' events of the blocks from first to last, both included, as the node tells them: nothing is sorted, left
// out for being odd, or asked for in parts. What can't be decoded is Undecoded.
func (c *Client) LoggedIn(ctx context.Context, first, last uint64) ([]Event, error) {
	query := ethereum.FilterQuery{FromBlock: new(big.Int).SetUint64(first), ToBlock: new(big.Int).SetUint64(last), Addresses: c.deployment.Emitters()}
	return c.filter(ctx, query)
}

// LoggedBy is LoggedIn of one block, by its hash.
func (c *Client) LoggedBy(ctx context.Context, block Hash) ([]Event, error) {
	return c.filter(ctx, ethereum.FilterQuery{BlockHash: &block, Addresses: c.deployment.Emitters()})
}

func (c *Client) filter(ctx context.Context, query ethereum.FilterQuery) ([]Event, error) {
	logs, err := c.node.FilterLogs(ctx, query)
	if err != nil {
		return nil, nodeError("read the log", err)
	}
	pointers := make([]*types.Log, len(logs))
	for i := range logs {
		pointers[i] = &logs[i]
	}
	return c.deployment.DecodeAll(pointers), nil
}

// Proven returns the contracts' events of a block, proved: its receipts hash to what the header commits to.
//
// Order: that of the chain.
// Errors: ErrUnproven, ErrNoProof.
func (c *Client) Proven(ctx context.Context, h Header) ([]Event, error) {
	receipts, err := c.node.BlockReceipts(ctx, rpc.BlockNumberOrHashWithHash(h.Hash, false))
	if err != nil {
		return nil, fmt.Errorf("receipts of block %d: %w: %w", h.Number, ErrNoProof, err)
	}
	for _, r := range receipts {
		if r.Type > types.SetCodeTxType {
			return nil, fmt.Errorf("receipts of block %d: %w: type %d", h.Number, ErrNoProof, r.Type)
		}
	}
	if types.DeriveSha(types.Receipts(receipts), trie.NewStackTrie(nil)) != h.receipts {
		return nil, fmt.Errorf("receipts of block %d: %w", h.Number, ErrUnproven)
	}
	var logs []*types.Log
	place := uint(0)
	for _, r := range receipts {
		for _, log := range r.Logs {
			log.BlockNumber, log.BlockHash, log.BlockTimestamp, log.Index, log.Removed = h.Number, h.Hash, h.Time, place, false
			log.TxHash = r.TxHash
			logs = append(logs, log)
			place++
		}
	}
	return c.deployment.DecodeAll(logs), nil
}

// Emitters are the contracts that log.
func (d Deployment) Emitters() []Address {
	table := d.events()
	emitters := make([]Address, 0, len(table))
	for address := range table {
		emitters = append(emitters, address)
	}
	slices.SortFunc(emitters, Address.Cmp)
	return emitters
}

// approvals of ERC-721 say nothing that an index keeps.
var approvals = []Hash{
	crypto.Keccak256Hash([]byte("Approval(address,address,uint256)")), crypto.Keccak256Hash([]byte("ApprovalForAll(address,address,bool)")),
}

// DecodeAll reads the events of the contracts and leaves none out but approvals: what isn't understood is Undecoded.
//
// Order: kept.
func (d Deployment) DecodeAll(logs []*types.Log) []Event {
	table := d.events()
	var events []Event
	for _, log := range logs {
		decoders, ours := table[log.Address]
		if !ours || log.Removed || len(log.Topics) > 0 && slices.Contains(approvals, log.Topics[0]) {
			continue
		}
		events = append(events, Event{Block: log.BlockNumber, BlockHash: log.BlockHash, Time: log.BlockTimestamp, Tx: log.TxHash,
			Index: log.Index, Contract: log.Address, Data: decoders.any(log)})
	}
	return events
}

// any decodes a log, come what may.
func (d decoders) any(log *types.Log) any {
	if len(log.Topics) == 0 {
		return Undecoded{Why: "no topic"}
	}
	decode, ok := d[log.Topics[0]]
	if !ok {
		return Undecoded{Topic: log.Topics[0], Why: "unknown topic"}
	}
	data, err := decode(log)
	if err != nil {
		return Undecoded{Topic: log.Topics[0], Why: err.Error()}
	}
	return data
}

// MayLog says whether the block may hold a log of the contracts: false is certain.
func (c *Client) MayLog(h Header) bool { return h.MayLog(c.deployment.Emitters()...) }
