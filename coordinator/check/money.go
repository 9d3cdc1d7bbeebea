package check

import (
	"context"
	"fmt"
	"maps"
	"math/big"
	"slices"

	"github.com/commonweight/commonweight/coordinator/entity"
	"github.com/commonweight/commonweight/internal/chain"
)

func (d *beside) balance(e *entity.Balance) {
	data := d.vault.PackCreditOf(d.address(e.Account), chain.Address(e.Token))
	d.same("credit", e.Credit, view(d, d.at.Vault, data, d.vault.UnpackCreditOf))
}

func (d *beside) ledger(e *entity.Ledger) {
	data := d.vault.PackLedger(chain.Address(e.Owner), [32]byte(e.Key), chain.Address(e.Token))
	d.same("balance", e.Balance, view(d, d.at.Vault, data, d.vault.UnpackLedger))
}

// Money compares what all ledgers and credits come to with what the Vault holds, token by token.
func (c *Contracts) Money(ctx context.Context, all []entity.Entity) (differences []string, err error) {
	sums := map[chain.Address]*big.Int{}
	add := func(token []byte, amount *big.Int) {
		t := chain.Address(token)
		if sums[t] == nil {
			sums[t] = new(big.Int)
		}
		sums[t].Add(sums[t], amount)
	}
	for _, e := range all {
		switch e := e.(type) {
		case *entity.Ledger:
			add(e.Token, e.Balance)
		case *entity.Balance:
			add(e.Token, e.Credit)
		}
	}
	d := &beside{Contracts: c, ctx: ctx}
	for _, token := range slices.SortedFunc(maps.Keys(sums), chain.Address.Cmp) {
		held := view(d, c.at.Vault, c.vault.PackHeld(token), c.vault.UnpackHeld)
		d.same(fmt.Sprintf("the sum of what is held in token %s", token), sums[token], held)
	}
	if d.err != nil {
		return nil, fmt.Errorf("check the Vault: %w", d.err)
	}
	return d.differences, nil
}
