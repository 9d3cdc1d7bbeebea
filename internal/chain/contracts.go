package chain

import (
	"context"
	"math/big"
	"sync"

	"github.com/commonweight/commonweight/internal/chain/bindings"
	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/accounts/abi"
)

// contracts are the generated bindings, parsed once.
type contracts struct {
	registry  *bindings.RunRegistry
	training  *bindings.Training
	disputes  *bindings.Disputes
	court     *bindings.Court
	vault     *bindings.Vault
	matches   *bindings.Matches
	referee   *bindings.StepReferee
	demands   *bindings.Demands
	stakes    *bindings.Validators
	attention *bindings.Attention
	goals     *bindings.Goals
	proofs    *bindings.StepProofs
	errors    map[[4]byte]abi.Error // custom errors of all of them, by selector

	registryEvents, trainingEvents, disputesEvents, courtEvents, vaultEvents, matchesEvents, demandsEvents, validatorsEvents, attentionEvents, goalsEvents, proofsEvents decoders
}

var parsed = sync.OnceValue(func() *contracts {
	p := &contracts{
		registry: bindings.NewRunRegistry(), training: bindings.NewTraining(), disputes: bindings.NewDisputes(),
		court: bindings.NewCourt(), vault: bindings.NewVault(), matches: bindings.NewMatches(), referee: bindings.NewStepReferee(), demands: bindings.NewDemands(),
		stakes: bindings.NewValidators(), attention: bindings.NewAttention(), goals: bindings.NewGoals(), proofs: bindings.NewStepProofs(),
		errors: make(map[[4]byte]abi.Error),
	}
	p.registryEvents, p.trainingEvents, p.disputesEvents = registryEvents(p.registry), trainingEvents(p.training), disputesEvents(p.disputes)
	p.courtEvents, p.vaultEvents = courtEvents(p.court), vaultEvents(p.vault)
	p.matchesEvents, p.demandsEvents = matchesEvents(p.matches), demandsEvents(p.demands)
	p.validatorsEvents = validatorsEvents(p.stakes)
	p.attentionEvents, p.goalsEvents = attentionEvents(p.attention), goalsEvents(p.goals)
	p.proofsEvents = proofsEvents(p.proofs)
	for _, a := range []abi.ABI{p.registry.GetABI(), p.training.GetABI(), p.disputes.GetABI(), p.court.GetABI(), p.vault.GetABI(),
		p.matches.GetABI(), p.referee.GetABI(), p.demands.GetABI(), p.stakes.GetABI(),
		p.attention.GetABI(), p.goals.GetABI(), p.proofs.GetABI()} {
		for _, e := range a.Errors {
			p.errors[[4]byte(e.ID[:4])] = e
		}
	}
	return p
})

// read asks a view function, of the newest block or the one that AsOf named, and unpacks the answer.
func read[T any](ctx context.Context, c *Client, doing string, contract Address, data []byte, unpack func([]byte) (T, error)) (T, error) {
	var none T
	answer, err := c.view(ctx, contract, data)
	if err != nil {
		return none, nodeError(doing, err)
	}
	value, err := unpack(answer)
	if err != nil {
		return none, nodeError(doing, err)
	}
	return value, nil
}

// Ask puts a question, packed by bindings, to a view function, and returns the answer as packed: for who asks much and in many ways.
//
// Errors: a RevertError where the contract refuses to answer.
func (c *Client) Ask(ctx context.Context, contract Address, data []byte) ([]byte, error) {
	answer, err := c.view(ctx, contract, data)
	if err != nil {
		return nil, nodeError("ask "+contract.Hex(), err)
	}
	return answer, nil
}

func (c *Client) view(ctx context.Context, contract Address, data []byte) ([]byte, error) {
	call := ethereum.CallMsg{To: &contract, Data: data}
	if c.asOf == (Hash{}) {
		return c.node.CallContract(ctx, call, nil)
	}
	return c.node.CallContractAtHash(ctx, call, c.asOf)
}

// transact sends a call of a contract that takes no coin.
func (a *Account) transact(ctx context.Context, doing string, contract Address, data []byte) (*Receipt, error) {
	return a.pay(ctx, doing, contract, data, nil)
}

// pay sends a call of a contract with coin.
func (a *Account) pay(ctx context.Context, doing string, contract Address, data []byte, value *big.Int) (*Receipt, error) {
	return a.send(ctx, call{doing: doing, to: &contract, value: value, data: data})
}

// Send sends a call to a contract that isn't the protocol's, such as a wallet; to nil, it creates one.
func (a *Account) Send(ctx context.Context, doing string, to *Address, data []byte, value *big.Int) (*Receipt, error) {
	return a.send(ctx, call{doing: doing, to: to, value: value, data: data})
}

func hash(unpack func([]byte) ([32]byte, error)) func([]byte) (Hash, error) {
	return func(data []byte) (Hash, error) { return unpack(data) }
}
