package simulate

import (
	"math/big"

	"github.com/commonweight/commonweight/internal/chain"
)

// burnt is where burned coins go.
var burnt = chain.Address{18: 0xde, 19: 0xad}

// coins turns wei into coins.
func coins(wei *big.Int) float64 {
	value, _ := new(big.Float).Quo(new(big.Float).SetInt(wei), big.NewFloat(1e18)).Float64()
	return value
}

// credit is what the Vault owes a person.
func (w *world) credit(a *actor) *big.Int {
	p := contracts().vault
	return ask(w, w.at.Vault, p.PackCreditOf(a.address, chain.Native), p.UnpackCreditOf)
}

// worth is all that a person has: coins, credit, stake.
func (w *world) worth(a *actor) *big.Int {
	sum := new(big.Int).Add(w.Balance(a.address), w.credit(a))
	return sum.Add(sum, w.stakeOf(a))
}

// gain is what a person has won since it came, gas paid, replays not.
func (w *world) gain(people ...*actor) *big.Int {
	sum := new(big.Int)
	for _, a := range people {
		sum.Add(sum, w.worth(a)).Sub(sum, a.given)
	}
	return sum
}

// income is gain, in coins, with gas put back and replays paid: what the rules of the protocol gave or took.
func (w *world) income(people ...*actor) float64 {
	sum := w.gain(people...)
	for _, a := range people {
		sum.Add(sum, a.gas)
	}
	return coins(sum)
}

// replaysOf is what people's replays cost, in coins.
func replaysOf(people ...*actor) float64 {
	n := int64(0)
	for _, a := range people {
		n += a.replays
	}
	return float64(n) * coins(replayCost)
}

// burned is what has been burned so far.
func (w *world) burned() *big.Int { return w.Balance(burnt) }

// audit checks that no coin came from nowhere or was lost, that the Vault has what it owes, and that it keeps nothing that nobody can have.
func (w *world) audit() {
	p := contracts().vault
	held := ask(w, w.at.Vault, p.PackHeld(chain.Native), p.UnpackHeld)
	vault := w.Balance(w.at.Vault)
	w.check(vault.Cmp(held) == 0, "the Vault owes %s wei and has %s", held, vault)
	if !w.unfinished {
		w.check(w.waiting().Sign() == 0, "%g coins wait for nobody", coins(w.waiting()))
	}
	sum := new(big.Int).Add(vault, w.burned())
	for _, a := range w.people {
		sum.Add(sum, w.Balance(a.address)).Add(sum, a.gas)
	}
	w.check(sum.Cmp(w.given) == 0, "coins aren't conserved: %s wei of %s", sum, w.given)
}

// waiting is what lies in the Vault for a purpose, stakes, the run's escrow and its auditors' budget apart.
func (w *world) waiting() *big.Int {
	vault, registry := contracts().vault, contracts().registry
	left := ask(w, w.at.Vault, vault.PackHeld(chain.Native), vault.UnpackHeld)
	left.Sub(left, ask(w, w.at.RunRegistry, registry.PackEscrow(w.run), registry.UnpackEscrow))
	attention := contracts().attention
	left.Sub(left, ask(w, w.at.Vault, vault.PackLedger(w.at.Attention, ask(w, w.at.Attention, attention.PackBudgetKey(w.run), attention.UnpackBudgetKey), chain.Native), vault.UnpackLedger))
	for _, a := range w.people {
		left.Sub(left, w.credit(a)).Sub(left, w.stakeOf(a))
	}
	return left
}
