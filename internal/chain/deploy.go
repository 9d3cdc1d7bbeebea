package chain

import (
	"context"
	"fmt"
	"math/big"
	"os"

	"github.com/commonweight/commonweight/internal/chain/bindings"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
)

// Constants are fixed once for a whole deployment.
type Constants struct {
	GasPriceCap *big.Int // upper bound of every gas price the protocol reckons with, wei
	Guardian    Address  // may pause Acquire, ≤ 7 days in 30; zero is nobody
	ElementKey  Hash     // of the verifying key for elements of products (circuits/leaf); zero for none, as it must be on any but a local chain
	Cooldown    uint64   // from RequestUnstake to Unstake, seconds; 0 is 14 days, 20 minutes on a local chain
}

// Deploy creates the contracts with a key and returns where they are. They name each other in a circle, so their addresses are
// predicted from the key's next nonces, and each refuses to be created elsewhere: a foreign transaction of the key in between fails the
// deployment, it never leaves a wrong one.
func Deploy(ctx context.Context, url string, chainID uint64, key Key, constants Constants) (Deployment, error) {
	c, err := connect(ctx, url, chainID)
	if err != nil {
		return Deployment{}, err
	}
	defer c.Close()
	locks, err := os.MkdirTemp("", "commonweight-deploy-")
	if err != nil {
		return Deployment{}, fmt.Errorf("deploy: %w", err)
	}
	defer os.RemoveAll(locks)
	a, err := c.Open(key, locks)
	if err != nil {
		return Deployment{}, err
	}
	defer a.Close()
	return a.deploy(ctx, constants)
}

func (a *Account) deploy(ctx context.Context, constants Constants) (Deployment, error) {
	nonce, err := a.pending(ctx)
	if err != nil {
		return Deployment{}, err
	}
	creations, d := Creations(a.key.Address, nonce, constants)
	d.ChainID = a.chainID.Uint64()
	price, err := a.fees(ctx)
	if err != nil {
		return Deployment{}, nodeError("deploy", err)
	}
	var flights []*flight
	for _, create := range creations {
		f, err := a.submit(ctx, call{doing: "deploy " + create.Name, data: create.Data}, creationGas(create.Data), price)
		if err != nil {
			return Deployment{}, nodeError("deploy "+create.Name, err)
		}
		flights = append(flights, f)
	}
	for i, f := range flights {
		receipt, err := f.finish(ctx)
		if err != nil {
			return Deployment{}, err
		}
		if i == 0 {
			d.Block = receipt.Block
		}
	}
	return d, nil
}

// Creation is what creates one contract.
type Creation struct {
	Name string
	Data []byte // code and constructor's arguments
}

// Creations lists what creates the contracts when the account sends it in this order, with consecutive nonces from the given one on; and says
// where they will live.
func Creations(creator Address, nonce uint64, constants Constants) ([]Creation, Deployment) {
	at := func(i uint64) Address { return crypto.CreateAddress(creator, nonce+i) }
	core := bindings.Core{Vault: at(0), Registry: at(1), Training: at(2), Disputes: at(3), Court: at(4), Matches: at(5), Referee: at(6), Demands: at(7),
		Validators: at(8), Beacon: at(9), Attention: at(10), Goals: at(11), StepProofs: at(12), Poseidon2: at(13)}
	p := parsed()
	var creations []Creation
	for _, create := range []struct {
		name        string
		code        string
		constructor []byte
	}{
		{"Vault", bindings.VaultMetaData.Bin, p.vault.PackConstructor(core)},
		{"RunRegistry", bindings.RunRegistryMetaData.Bin, p.registry.PackConstructor(core, constants.GasPriceCap)},
		{"Training", bindings.TrainingMetaData.Bin, p.training.PackConstructor(core, constants.Guardian)},
		{"Disputes", bindings.DisputesMetaData.Bin, p.disputes.PackConstructor(core)},
		{"Court", bindings.CourtMetaData.Bin, p.court.PackConstructor(core)},
		{"Matches", bindings.MatchesMetaData.Bin, p.matches.PackConstructor(core)},
		{"StepReferee", bindings.StepRefereeMetaData.Bin, nil},
		{"Demands", bindings.DemandsMetaData.Bin, p.demands.PackConstructor(core)},
		{"Validators", bindings.ValidatorsMetaData.Bin, p.stakes.PackConstructor(core, constants.Cooldown)},
		{"BlockBeacon", bindings.BlockBeaconMetaData.Bin, nil},
		{"Attention", bindings.AttentionMetaData.Bin, p.attention.PackConstructor(core)},
		{"Goals", bindings.GoalsMetaData.Bin, p.goals.PackConstructor(core)},
		{"StepProofs", bindings.StepProofsMetaData.Bin, p.proofs.PackConstructor(core, constants.ElementKey)},
		{"Poseidon2", bindings.Poseidon2MetaData.Bin, nil},
	} {
		creations = append(creations, Creation{create.name, append(common.FromHex(create.code), create.constructor...)})
	}
	return creations, Deployment{
		Vault: core.Vault, RunRegistry: core.Registry, Training: core.Training, Disputes: core.Disputes, Court: core.Court,
		Matches: core.Matches, StepReferee: core.Referee, Demands: core.Demands,
		Validators: core.Validators, Beacon: core.Beacon,
		Attention: core.Attention, Goals: core.Goals, StepProofs: core.StepProofs, Poseidon2: core.Poseidon2,
	}
}

// creationGas bounds what storing a contract costs. A node can't estimate all of them before the first is mined, since each asks for its
// predicted address.
//
// Bounds: 200 gas per byte of code and 16 per byte sent, and a constructor's work.
func creationGas(data []byte) uint64 { return min(1_000_000+320*uint64(len(data)), maxGas) }
