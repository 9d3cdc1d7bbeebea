package chain

import (
	"bytes"
	"context"
	"fmt"
	"math/big"
)

// DemandKind is what a demand asks for.
type DemandKind uint8

const (
	DemandNone  DemandKind = iota
	DemandTiles            // four tiles of the commitment's post state, chosen by a later block
	DemandLeaf             // one leaf of the run's dataset
)

func (k DemandKind) String() string { return name(k, "none", "tiles", "leaf") }

// Demand is a question for bytes that stands against a commitment.
type Demand struct {
	Kind     DemandKind // none if there never was one, or the last one is over
	Count    uint8      // demands made on this commitment so far
	By       Address
	MadeAt   uint64 // block number
	Deadline uint64 // block time, last moment of AnswerDemand
	Index    uint64 // leaf of the dataset
	Fee      *big.Int
}

// Demand returns the demand that is open on a commitment, if its Kind isn't DemandNone.
func (c *Client) Demand(ctx context.Context, commitment Hash) (Demand, error) {
	p := parsed().demands
	d, err := read(ctx, c, "read the demand on "+commitment.Hex(), c.deployment.Demands, p.PackDemand(commitment), p.UnpackDemand)
	if err != nil {
		return Demand{}, err
	}
	return Demand{Kind: DemandKind(d.Kind), Count: d.Count, By: d.By, MadeAt: d.MadeAt, Deadline: d.Deadline, Index: d.Index, Fee: d.Fee}, nil
}

// DemandFee returns what the next demand on a commitment costs.
//
// Units: wei.
func (c *Client) DemandFee(ctx context.Context, commitment Hash) (*big.Int, error) {
	p := parsed().demands
	return read(ctx, c, "ask what a demand costs", c.deployment.Demands, p.PackFeeOf(commitment), p.UnpackFeeOf)
}

// DemandSeed returns what chooses the tiles of the open demand, zero while its block hasn't come.
func (c *Client) DemandSeed(ctx context.Context, commitment Hash) (Hash, error) {
	p := parsed().demands
	return read(ctx, c, "read the seed of a demand", c.deployment.Demands, p.PackSeedOf(commitment), func(b []byte) (Hash, error) {
		seed, err := p.UnpackSeedOf(b)
		return seed, err
	})
}

// DemandTiles asks for four tiles of the post state of a live commitment, at the fee of DemandFee.
//
// Errors: RevertErrors NotLive, DemandOpen, WrongFee.
func (a *Account) DemandTiles(ctx context.Context, commitment Hash) (*Receipt, error) {
	fee, err := a.DemandFee(ctx, commitment)
	if err != nil {
		return nil, err
	}
	return a.pay(ctx, "demand tiles of "+commitment.Hex(), a.deployment.Demands, parsed().demands.PackDemandTiles(commitment), fee)
}

// DemandLeaf asks those who stand behind a live commitment for a leaf of the dataset, at the fee of DemandFee.
//
// Errors: as DemandTiles.
func (a *Account) DemandLeaf(ctx context.Context, commitment Hash, index uint64) (*Receipt, error) {
	fee, err := a.DemandFee(ctx, commitment)
	if err != nil {
		return nil, err
	}
	return a.pay(ctx, fmt.Sprintf("demand leaf %d of the dataset", index), a.deployment.Demands, parsed().demands.PackDemandLeaf(commitment, index), fee)
}

// AnswerDemand shows the bytes that are asked for and takes the fee; by anyone.
//
// Errors: RevertErrors NoDemand, NotYet, TooLate, WrongLength, WrongOpening.
func (a *Account) AnswerDemand(ctx context.Context, commitment Hash, opening []byte) (*Receipt, error) {
	return a.transact(ctx, "answer the demand on "+commitment.Hex(), a.deployment.Demands, parsed().demands.PackAnswer(commitment, opening))
}

// Shown returns the bytes that answered a demand: they stand in the calldata of the transaction of its DemandAnswered event, also where somebody
// sent it through another contract that passes calls on.
//
// Errors: ErrNotFound if that transaction doesn't hold them.
func (c *Client) Shown(ctx context.Context, answered Event) ([]byte, error) {
	doing := fmt.Sprintf("read what transaction %s shows", answered.Tx)
	data, ok := answered.Data.(DemandAnswered)
	if !ok {
		return nil, fmt.Errorf("%s: %T is no answer to a demand", doing, answered.Data)
	}
	tx, _, err := c.node.TransactionByHash(ctx, answered.Tx)
	if err != nil {
		return nil, nodeError(doing, err)
	}
	method := parsed().demands.GetABI().Methods["answer"]
	call := append(bytes.Clone(method.ID), data.Commitment[:]...)
	at := bytes.Index(tx.Data(), call)
	if at < 0 {
		return nil, fmt.Errorf("%s: %w", doing, ErrNotFound)
	}
	values, err := method.Inputs.Unpack(tx.Data()[at+len(method.ID):])
	if err != nil {
		return nil, fmt.Errorf("%s: %w", doing, ErrNotFound)
	}
	opening, ok := values[1].([]byte)
	if !ok {
		return nil, fmt.Errorf("%s: %w", doing, ErrNotFound)
	}
	return opening, nil
}

// ExpireDemand ends a demand that nobody answered in time, or whose commitment was decided otherwise; by anyone.
//
// Errors: RevertErrors NoDemand, NotYet.
func (a *Account) ExpireDemand(ctx context.Context, commitment Hash) (*Receipt, error) {
	return a.transact(ctx, "expire the demand on "+commitment.Hex(), a.deployment.Demands, parsed().demands.PackExpire(commitment))
}

// DrawnTensor returns the tensor that tile j of a demand is drawn from.
func DrawnTensor(seed Hash, j, tensors uint64) uint64 {
	return remainder(hashWords(seed, numberWord(j)), tensors)
}

// DrawnTile returns the tile of that tensor.
func DrawnTile(seed Hash, j, tensor, tiles uint64) uint64 {
	return remainder(hashWords(seed, numberWord(j), numberWord(tensor)), tiles)
}

func remainder(h Hash, n uint64) uint64 {
	return new(big.Int).Mod(h.Big(), new(big.Int).SetUint64(n)).Uint64()
}
