package simulate

import (
	"crypto/sha256"
	"fmt"
	"math/big"

	"github.com/commonweight/commonweight/fraudproof/match"
	"github.com/commonweight/commonweight/fraudproof/merkle"
	"github.com/commonweight/commonweight/internal/chain"
)

// canaryEvery is the planter's private coin: one window in so many.
const canaryEvery = 25

// audit is a run whose windows nobody lies about, and its auditors.
type audit struct {
	*world
	ways    map[*actor]way
	tasks   map[way]int
	worker  *actor
	planter *actor
	planted int
}

// answered is one answer of a window.
type answered struct {
	pledge uint64
	by     *actor
	root   chain.Hash
	lists  match.Provider // nil: invented
	opened bool
}

// attention: auditors of all sorts, window after window, though nothing is ever wrong. Looking is paid, inventing and copying cost.
func attention(w *world) {
	windows := 120
	if w.quick {
		windows = 6
	}
	a := &audit{
		world: w, ways: map[*actor]way{}, tasks: map[way]int{},
		worker: w.actor("worker", 100), planter: w.actor("planter", 100),
	}
	for _, group := range []struct {
		way way
		n   int
	}{{honest, 24}, {lazy, 6}, {copier, 4}, {absent, 6}} {
		for i := range group.n {
			x := w.actor(numbered(group.way.String(), i), 200)
			w.stake(x, times(seatStake, 2))
			a.ways[x] = group.way
		}
	}
	w.Pass(0)
	for i := range windows {
		a.window(uint64(i))
	}
	a.tell(windows)
}

// window plays the audit of one window to its end.
func (a *audit) window(window uint64) {
	_, pre := a.next()
	commitment := a.commitTruth(a.worker)
	post := a.commitment(commitment).PostRoot
	a.Pass(beaconBlocks * blockTime)
	lists, history := a.history(pre, post, window)
	answers := a.sealAll(commitment, lists, history)
	salt := chain.Hash(sha256.Sum256(commitment[:]))
	canary := answered{by: a.planter, root: history, lists: lists}
	planted := a.random.IntN(canaryEvery) == 0
	p := contracts().attention
	if planted {
		a.planted++
		a.planter.replays++
		value := new(big.Int).Add(a.auditBond(), ask(a.world, a.at.Attention, p.PackJackpotOf(a.run), p.UnpackJackpotOf))
		hash := ask(a.world, a.at.Attention, p.PackCanarySealOf(commitment, a.planter.address, history, salt), p.UnpackCanarySealOf)
		canary.pledge = unpacked(a.must(a.planter, a.at.Attention, value, p.PackPlant(a.run, hash)).Return, p.UnpackPlant)
	}
	a.awaitFinal(a.worker, commitment)
	for i, x := range answers {
		data := p.PackOpen(x.pledge, x.root)
		if a.ways[x.by] == copier {
			a.refused("WrongSeal", x.by, a.at.Attention, nil, data)
			continue
		}
		a.must(x.by, a.at.Attention, nil, data)
		answers[i].opened = true
	}
	a.Pass(uint64(a.terms.Clocks.Open))
	if planted {
		a.must(a.planter, a.at.Attention, nil, p.PackOpenCanary(canary.pledge, commitment, history, salt))
		canary.opened = true
		answers = append(answers, canary)
	}
	a.settleAll(answers)
}

// history is the list of a window's state roots, which only a replay gives, and its root.
func (a *audit) history(pre, post chain.Hash, window uint64) (match.Provider, chain.Hash) {
	lists := rootsOf(pre, post)
	if window == 0 {
		lists = a.truth.honest
	}
	nodes, err := lists.Nodes(a.ctx, match.List{Name: match.ListSteps}, 0, 0, steps+1)
	if err != nil {
		panic(stop{err})
	}
	return lists, chain.Hash(merkle.Leaves(merkle.KindSteps, nodes).Root())
}

func (a *audit) auditBond() *big.Int {
	p := contracts().attention
	return ask(a.world, a.at.Attention, p.PackBondOf(a.run), p.UnpackBondOf)
}

// sealAll lets the drawn auditors seal, each in its way.
func (a *audit) sealAll(commitment chain.Hash, lists match.Provider, history chain.Hash) []answered {
	p := contracts().attention
	drawn := ask(a.world, a.at.Attention, p.PackAuditors(commitment), p.UnpackAuditors)
	a.check(len(drawn) == 2, "%d auditors were drawn", len(drawn))
	var answers []answered
	var seen chain.Hash // the seal that a copier hands in
	for _, address := range drawn {
		x := answered{by: a.who(address), root: history}
		a.tasks[a.ways[x.by]]++
		switch a.ways[x.by] {
		case absent:
			continue
		case honest:
			x.by.replays++
			x.lists = lists
		case lazy:
			x.root = sha256.Sum256(append([]byte(x.by.name), commitment[:]...))
		}
		hash := ask(a.world, a.at.Attention, p.PackAuditSealOf(commitment, x.by.address, x.root), p.UnpackAuditSealOf)
		if a.ways[x.by] == copier {
			if hash = seen; hash == (chain.Hash{}) {
				hash = sha256.Sum256([]byte("another window's seal"))
			}
		}
		seen = hash
		x.pledge = unpacked(a.must(x.by, a.at.Attention, a.auditBond(), p.PackSeal(commitment, hash)).Return, p.UnpackSeal)
		answers = append(answers, x)
	}
	return answers
}

// settleAll lets answers that contradict each other play, and ends all of them.
func (a *audit) settleAll(answers []answered) {
	p := contracts().attention
	standing := map[uint64]bool{}
	for _, x := range answers {
		standing[x.pledge] = x.opened
	}
	for i, left := range answers {
		for _, right := range answers[i+1:] {
			if !standing[left.pledge] || !standing[right.pledge] || left.root == right.root {
				continue
			}
			id := unpacked(a.must(right.by, a.at.Attention, nil, p.PackDuel(left.pledge, right.pledge)).Return, p.UnpackDuel)
			switch outcome := a.duel(a.at.Attention, p.PackConclude(id), id, chair{by: left.by, lists: left.lists}, chair{by: right.by, lists: right.lists}); outcome {
			case match.CommitterConvicted:
				a.check(left.lists == nil, "a true answer lost its duel")
				standing[left.pledge] = false
			case match.ChallengerConvicted:
				a.check(right.lists == nil, "a true answer lost its duel")
				standing[right.pledge] = false
			default:
				a.check(left.lists == nil && right.lists == nil, "a duel ended with: %s", outcome)
				standing[left.pledge], standing[right.pledge] = false, false
			}
		}
	}
	a.Pass(2 * uint64(a.terms.Clocks.Open))
	for _, x := range answers {
		if standing[x.pledge] || !x.opened {
			a.must(x.by, a.at.Attention, nil, p.PackSettle(x.pledge))
		}
	}
}

// tell reports what each way of auditing earned.
func (a *audit) tell(windows int) {
	p := contracts().attention
	r := ask(a.world, a.at.Attention, p.PackRecord(a.run), p.UnpackRecord)
	a.check(r.Tasks == uint64(2*windows), "%d tasks are counted in %d windows", r.Tasks, windows)
	budget := 0.05 * rewardOf(1)
	pay := 0.4 * budget
	table := Table{Title: "Auditors by their ways", Columns: []string{"way", "people", "tasks", "income of a task, coins"}}
	mean := map[way]float64{}
	for _, k := range []way{honest, lazy, copier, absent} {
		var people []*actor
		for x, way := range a.ways {
			if way == k {
				people = append(people, x)
			}
		}
		row := []string{k.String(), fmt.Sprint(len(people)), fmt.Sprint(a.tasks[k]), "–"}
		if n := a.tasks[k]; n > 0 {
			income := a.income(people...) / float64(n)
			row[3], mean[k] = number(income), income
			switch k {
			case honest:
				a.check(income >= 0, "auditors that replay lose %g coins a task", -income)
			case lazy, copier:
				a.check(n < 10 || income < 0, "auditors that are %s gain %g coins a task", k, income)
			}
		}
		table.Rows = append(table.Rows, row)
	}
	a.out.Tables = append(a.out.Tables, table)
	a.check(a.income(a.planter) >= 0, "the planter lost %g coins", -a.income(a.planter))
	a.check(near(a.income(a.worker), rewardOf(int64(windows))), "the worker's income is %g coins", a.income(a.worker))
	a.figure("pay of a right answer", pay, "coins")
	a.figure("the same, of a replay's cost: it pays who replays anyway", 100*pay/coins(replayCost), "%")
	a.figure("replaying for it alone pays where a window's reward is worth so many replays, at least", 1/(0.4*0.05), "")
	a.figure("an answer that replayed, on average", mean[honest], "coins")
	a.figure("an invented answer, on average", mean[lazy], "coins")
	a.figure("a copied answer, on average", mean[copier], "coins")
	a.figure("bond of an answer", coins(a.auditBond()), "coins")
	a.figure("tasks", float64(r.Tasks), "")
	a.figure("answered rightly, of all tasks", 100*float64(r.Right)/float64(r.Tasks), "%")
	a.figure("canaries planted, of all windows", 100*float64(a.planted)/float64(windows), "%")
	a.figure("canaries that paid", float64(r.Canaries), "")
}
