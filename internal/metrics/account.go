package metrics

import (
	"maps"
	"math/big"
	"slices"
	"time"

	"github.com/prometheus/client_golang/prometheus"
)

// Bonds are what an account's money may hang on.
var Bonds = []string{"lease", "commitment", "challenge", "seat", "answer", "goal"}

// Duties are what an account may have to do before a time.
var Duties = []string{"lease", "opening", "ballot", "reveal", "move", "answer", "demand"}

// Account is the account that a process acts with. A coordinator without a key has none, and its metrics stay 0.
type Account struct {
	transactions choice[prometheus.Counter]
	retries      prometheus.Counter
	gas, fees    prometheus.Counter
	mining       prometheus.Histogram

	balance, unclaimed, stake prometheus.Gauge
	bonds                     choice[prometheus.Gauge]
	clocks                    *prometheus.GaugeVec
}

func newAccount(r *Registry) *Account {
	bonds := r.gauges("account_bonds_coins", "Native coin of the account's that hangs on what it did: bonds at risk.", "bond")
	return &Account{
		transactions: r.kinds("transactions_total", "Transactions of the account by result: mined; refused, before any gas was spent; reverted, mined but refused; unmined, given up.",
			"result", []string{"mined", "refused", "reverted", "unmined"}),
		retries:   r.counter("transaction_retries_total", "Times that a transaction was sent again with higher fees."),
		gas:       r.counter("transaction_gas_total", "Gas that the account's transactions used."),
		fees:      r.counter("transaction_fees_coins_total", "Native coin paid for gas."),
		mining:    r.histogram("transaction_mining_seconds", "Time from sending a transaction to its block.", durations),
		balance:   r.gauge("account_balance_coins", "Native coin that the account has outside the Vault."),
		unclaimed: r.gauge("account_unclaimed_coins", "Native coin that the Vault owes the account."),
		stake:     r.gauge("account_stake_coins", "What the account has at stake as a validator, what is locked in seats included."),
		bonds:     choose(Bonds, func(bond string) prometheus.Gauge { return bonds.WithLabelValues(bond) }),
		clocks:    r.gauges("clock_left_seconds", "Block time left for what the account has to do next, by duty; absent if nothing is due.", "duty"),
	}
}

// Mined notes a transaction that was mined and did what it should. Units: wei.
func (a *Account) Mined(gas uint64, fee *big.Int, took time.Duration) {
	a.transactions.of("mined").Inc()
	a.spent(gas, fee, took)
}

// Reverted notes one that was mined and refused. Units: wei.
func (a *Account) Reverted(gas uint64, fee *big.Int, took time.Duration) {
	a.transactions.of("reverted").Inc()
	a.spent(gas, fee, took)
}

func (a *Account) spent(gas uint64, fee *big.Int, took time.Duration) {
	a.gas.Add(float64(gas))
	a.fees.Add(coins(fee))
	a.mining.Observe(seconds(took))
}

// Refused notes a call that a contract refused before anything was sent.
func (a *Account) Refused() { a.transactions.of("refused").Inc() }

// Unmined notes a transaction that was given up.
func (a *Account) Unmined() { a.transactions.of("unmined").Inc() }

// Retried notes that a transaction was sent again with higher fees.
func (a *Account) Retried() { a.retries.Inc() }

// Holds notes what the account has: in its own hands, in the Vault, at stake. Units: wei.
func (a *Account) Holds(balance, unclaimed, stake *big.Int) {
	a.balance.Set(coins(balance))
	a.unclaimed.Set(coins(unclaimed))
	a.stake.Set(coins(stake))
}

// Risks notes all bonds at risk, by what they hang on. Units: wei.
func (a *Account) Risks(bonds map[string]*big.Int) {
	for _, bond := range Bonds {
		a.bonds.of(bond).Set(coins(bonds[bond]))
	}
}

// Due notes the block time that is left for each duty, negative once it is over; nothing is due that isn't named.
func (a *Account) Due(left map[string]int64) {
	for _, duty := range Duties {
		if _, due := left[duty]; !due {
			a.clocks.DeleteLabelValues(duty)
		}
	}
	for _, duty := range slices.Sorted(maps.Keys(left)) {
		if slices.Contains(Duties, duty) {
			a.clocks.WithLabelValues(duty).Set(float64(left[duty]))
		}
	}
}
