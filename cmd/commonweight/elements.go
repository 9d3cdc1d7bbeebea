package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/commonweight/commonweight/circuits"
	"github.com/commonweight/commonweight/circuits/leaf"
	"github.com/commonweight/commonweight/internal/chain"
	"github.com/spf13/cobra"
)

// maxElement is how many terms an element may have that is proved.
const maxElement = 16 * 64

func elementsFlag(cmd *cobra.Command, usage string) *int {
	return cmd.Flags().Int("elements", 0, usage)
}

// elementProver returns what proves elements of that many terms, with keys from the data folder; setup makes them where there are none.
func (c *console) elementProver(dataDir string, terms int, setup bool) (*leaf.Prover, error) {
	if terms < 1 || terms > maxElement {
		return nil, badInput(fmt.Errorf("an element of %d terms can't be proved, only of 1 to %d", terms, maxElement))
	}
	circuit, err := leaf.Compile(leaf.Size{Blocks: (terms + 15) / 16, Depth: leaf.Full.Depth})
	if err != nil {
		return nil, err
	}
	hash, err := circuits.HashSystem(circuit.Constraints())
	if err != nil {
		return nil, err
	}
	store := keyStore(dataDir)
	keys, err := store.Load(hash)
	switch {
	case errors.Is(err, circuits.ErrNoKeys) && !setup:
		return nil, badInput(fmt.Errorf("%w: they are made by commonweight devnet --elements %d", err, terms))
	case errors.Is(err, circuits.ErrNoKeys):
		fmt.Fprintln(c.err, "DEVELOPMENT SETUP: whoever made these keys can prove anything. For this local chain only.")
		done := c.foretell("setup", circuits.EstimateOf(circuit.Constraints().GetNbConstraints()).Setup)
		if keys, err = circuits.DevelopmentKeys(circuit.Constraints()); err != nil {
			return nil, err
		}
		done()
		err = store.Save(hash, keys)
	}
	if err != nil {
		return nil, err
	}
	return &leaf.Prover{Circuit: circuit, Keys: keys}, nil
}

// elementsOf is the prover for the account's deployment, whose key is this one's.
func (c *console) elementsOf(ctx context.Context, account *chain.Account, dataDir string, terms int) (*leaf.Prover, error) {
	p, err := c.elementProver(dataDir, terms, false)
	if err != nil {
		return nil, err
	}
	key, err := account.ElementKey(ctx)
	if err != nil {
		return nil, err
	}
	if own := chain.KeyHash(p.Keys.Verifying.Bytes()); key != own {
		return nil, badInput(fmt.Errorf("the deployment's key for elements is %s, the keys for %d terms have %s", key, terms, own))
	}
	return p, nil
}
