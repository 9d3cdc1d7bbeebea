package devnet

import (
	"context"
	"fmt"
	"math/big"
	"os"
	"path/filepath"
	"time"

	"github.com/commonweight/commonweight/internal/chain"
	"github.com/ethereum/go-ethereum/core/types"
)

// deployer is the index of the key that deploys; far from the numbered accounts, so that their nonces begin at 0.
const deployer = 1 << 31

const password = "devnet"

// gasPriceCap is low enough for bonds that a demo's accounts can pay. Unit: wei.
var gasPriceCap = big.NewInt(1e9)

// accounts derives the keys and returns their genesis balances.
func (d *Devnet) accounts() (types.GenesisAlloc, error) {
	alloc := make(types.GenesisAlloc)
	for i := range d.config.Accounts {
		key, err := chain.DeriveKey(d.config.Seed, uint32(i))
		if err != nil {
			return nil, err
		}
		d.keys = append(d.keys, key)
		alloc[key.Address] = types.Account{Balance: d.config.Balance}
	}
	key, err := chain.DeriveKey(d.config.Seed, deployer)
	if err != nil {
		return nil, err
	}
	alloc[key.Address] = types.Account{Balance: d.config.Balance}
	return alloc, nil
}

// furnish deploys the contracts and writes the files that other processes need.
func (d *Devnet) furnish(ctx context.Context) error {
	key, err := chain.DeriveKey(d.config.Seed, deployer)
	if err != nil {
		return err
	}
	if d.deployment, err = chain.Deploy(ctx, d.WS(), ChainID, key, chain.Constants{GasPriceCap: gasPriceCap, ElementKey: d.config.Elements, Cooldown: uint64(d.config.Cooldown / time.Second)}); err != nil {
		return err
	}
	if d.config.Dir == "" {
		return nil
	}
	for i, key := range d.keys {
		if err := key.Save(d.KeySource(i).File, password); err != nil {
			return err
		}
	}
	if err := os.WriteFile(d.KeySource(0).PasswordFile, []byte(password+"\n"), 0o600); err != nil {
		return fmt.Errorf("write the password of the accounts: %w", err)
	}
	return d.deployment.Save(d.DeploymentFile())
}

// KeySource names the keystore and password files of account i.
func (d *Devnet) KeySource(i int) chain.KeySource {
	keys := filepath.Join(d.config.Dir, "keys")
	return chain.KeySource{File: filepath.Join(keys, fmt.Sprintf("%02d.json", i)), PasswordFile: filepath.Join(keys, "password")}
}

// DeploymentFile is where the addresses are published for other processes.
func (d *Devnet) DeploymentFile() string { return filepath.Join(d.config.Dir, "deployment.json") }
