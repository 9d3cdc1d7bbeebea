package simulate

import (
	"fmt"
	"strings"
)

// Inequality is one reason why cheating doesn't pay: where the contracts enforce it, and the figure that shows it.
type Inequality struct {
	What     string // in words
	Formula  string
	Where    string // contract and function, as Contract.function
	Scenario string
	Figure   string // of that scenario
}

// Inequalities are all of them, in the order of a window's life.
func Inequalities() []Inequality {
	return []Inequality{
		{"A squatter loses more than it keeps from others", "0.49·B·2^n a lease, n ≤ 5, against W", "Leases.requiredBond, Leases.expire, Leases.release",
			"squatting", "loss, in rewards of the windows that were kept from others"},
		{"Working pays: a window's gas is little of its reward", "gas ≪ W", "Leases.acquire, Training.commit, Training.finalise",
			"honest-work", "gas, of the reward"},
		{"A liar loses more than lies earn, if some are found", "q·B/2 > (1 − q)·W; B ≥ 20·W, so q > 1/11", "RunRegistry.baseBond, Training.settle",
			"self-dispute", "share of lies that must be found for lying not to pay"},
		{"Deterrence counts the burned half only: what a liar pays to itself doesn't count", "loss ≥ B/2, whoever the challengers are", "Training.settle",
			"self-dispute", "least loss, of the bond B"},
		{"An honest challenger gains", "0.4·(B − gas) > replay", "Training.settle, Disputes.settleChallenge",
			"bribed-jury", "the fraud-proofer's income, its replay paid"},
		{"A challenge of the truth loses", "its bond: ≥ max(B/4, 2·g)", "RunRegistry.challengeBond, Disputes.settleChallenge",
			"condemned-truth", "the griefer's loss"},
		{"Gas is repaid at the dearest price that is reckoned with", "dispute gas ≤ 20 % of B, since B ≥ 5·g and g = 5 M gas at the cap", "RunRegistry.baseBond, Challenges.seal, Core.repaidPrice",
			"dear-gas", "challenger: repaid of it (not: conclude, which anyone may send)"},
		{"A copy of a seal earns nothing", "the reward goes to the beneficiary that is sealed", "Challenges.open",
			"copying", "what a copied seal earns, mined before the original"},
		{"A bought majority burns more than a wrong head is worth", "3·seat stake ≥ 2·V; seat stake ≥ 2·V/3, V = maxPending·k·r", "RunBounds.check, Court.settleSeat",
			"corruption", "burned with a bought majority of 5, at least"},
		{"so does the smallest quorum", "2·seat stake ≥ 4·V/3", "Court.tally",
			"corruption", "the same with 5, all others silent"},
		{"Holding up finality by bought juries burns all of them in the end", "each case 5·seat stake ≥ 10·V/3", "Court.settleSeat",
			"cartel", "the same, in V"},
		{"A bribe has to outbid stake and fee", "bribe > seat stake + fee, each", "Court.settleSeat",
			"corruption", "least bribe of one juror: stake and fee"},
		{"Many names get no more seats than their stake", "E[seats] ≤ share·jury", "SumTree.draw, Validators.draw",
			"sybils", "seats of twelve names with less than a seat's stake"},
		{"Replaying pays a juror", "fee ≥ 2·replay cost", "RunBounds.check",
			"copying", "what replaying earns, the replay paid"},
		{"Not replaying doesn't", "lies among disputes·(seat stake + fee) > replay cost", "Court.settleSeat",
			"population", "never replaying pays a juror only if among disputed windows fewer are lies than 1 in"},
		{"Silence costs a juror", "5 % of the seat stake", "Court.settleSeat",
			"copying", "what waiting for others' reveals costs"},
		{"Looking is paid though nothing is wrong", "0.4·5 % of W an answer, beside canaries", "Attention.settle", "attention", "pay of a right answer"},
		{"Inventing an answer costs", "who is contradicted duels; its bond is a challenge's", "Attention.duel, Duels.conclude",
			"attention", "an invented answer, on average"},
		{"A false claim on a goal pot costs its bond", "a challenge's bond", "Goals.contest, Duels.conclude", "goal", "a false claim costs"},
		{"Stake outlasts every dispute it could be liable for", "cooldown > longest dispute + challenge period", "RunBounds.check, Validators.unstake",
			"bounds", "longest dispute and challenge period"},
		{"A griefer's delay ends", "≤ longest dispute + challenge period", "RunBounds.longestDispute",
			"slowest", "from the commitment to final money, at most"},
		{"and is paid for", "bond of a challenge, each", "Disputes.settleChallenge",
			"slowest", "what it cost for each hour"},
		{"Asking for bytes costs twice as much each time", "fee·2^n; fee = 500,000 gas at the cap", "Demands.feeOf",
			"demands", "12 demands, one an hour"},
		{"Withholding bytes costs half a bond", "B/2", "Demands.expire, Training.settle",
			"demands", "a withholder's loss"},
	}
}

// inequalities writes the table of those whose scenario was played.
func (r *Report) inequalities(text *strings.Builder) {
	var rows [][]string
	for _, q := range Inequalities() {
		if f, ok := r.find(q.Scenario, q.Figure); ok {
			value := strings.TrimSpace(number(f.Value) + " " + f.Unit)
			rows = append(rows, []string{
				q.What, q.Formula, "`" + strings.ReplaceAll(q.Where, ", ", "`, `") + "`", fmt.Sprintf("%s: %s, **%s**", q.Scenario, q.Figure, value),
			})
		}
	}
	if len(rows) > 0 {
		grid(text, []string{"what holds", "because", "enforced by", "simulated"}, rows)
	}
}

func (r *Report) find(scenario, figure string) (Figure, bool) {
	for _, s := range r.Scenarios {
		if s.Name != scenario {
			continue
		}
		for _, f := range s.Figures {
			if f.Name == figure || strings.HasSuffix(f.Name, figure) {
				return f, true
			}
		}
	}
	return Figure{}, false
}
