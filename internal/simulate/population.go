package simulate

import (
	"crypto/sha256"
	"fmt"

	"github.com/commonweight/commonweight/fraudproof/match"
	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/plot"
)

// The ways of a juror.
type way uint8

const (
	_      way = iota
	honest     // replays and says what came out
	lazy       // never replays: says what the commitment says
	bribed     // says what the liar pays for
	copier     // hands in another's ballot
	absent     // does nothing
)

func (k way) String() string {
	return [...]string{"", "honest: replays", "lazy: never replays", "bribed: votes with the liar", "copying: hands in another's ballot", "absent"}[k]
}

// crowd is a court of all sorts.
type crowd struct {
	*world
	ways    map[*actor]way
	seats   map[way]int
	workers []*actor
	liar    *actor
	griefer *actor
	fighter *actor

	disputes, lies, wrongTallies, noMajority, arithmetic int
}

// population: all sorts of people, window after window. Honesty pays, everything else costs, and no wrong root becomes final.
func population(w *world) {
	windows := 80
	if w.quick {
		windows = 8
	}
	c := &crowd{
		world: w, ways: map[*actor]way{}, seats: map[way]int{}, liar: w.actor("liar", 1000), griefer: w.actor("griefer", 1000),
		fighter: w.actor("fraud-proofer", 1000), workers: []*actor{w.actor("worker 1", 100), w.actor("worker 2", 100)},
	}
	for _, group := range []struct {
		way way
		n   int
	}{{honest, 20}, {lazy, 6}, {bribed, 8}, {copier, 3}, {absent, 3}} {
		for i := range group.n {
			a := w.actor(numbered(group.way.String(), i), 1000)
			w.stake(a, times(seatStake, 40))
			c.ways[a] = group.way
		}
	}
	w.Pass(0)
	roles := []struct {
		name   string
		people []*actor
	}{{"two workers", c.workers}, {"fraud-proofer", []*actor{c.fighter}}, {"liar", []*actor{c.liar}}, {"griefer", []*actor{c.griefer}}}
	gains := make([][]float64, len(roles))
	for range windows {
		c.window()
		for i, r := range roles {
			gains[i] = append(gains[i], coins(c.gain(r.people...))-replaysOf(r.people...))
		}
	}
	c.tell(windows)
	var lines []plot.Line
	for i, r := range roles {
		lines = append(lines, curve(r.name, gains[i]))
	}
	c.draw("population", "What each has gained, gas and replays paid", "windows", "coins", lines...)
}

// window plays one window to its end: a fifth are lies, a tenth are truths that are challenged all the same.
func (c *crowd) window() {
	worker := c.workers[c.random.IntN(len(c.workers))]
	switch c.random.IntN(10) {
	case 0, 1:
		c.lies++
		_, pre := c.next()
		truth := c.right()
		lie := c.commit(c.liar, wrong(pre, 0, 1))
		c.fighter.replays++
		c.dispute(lie, chair{by: c.liar}, chair{by: c.fighter, lists: rootsOf(pre, truth)}, truth)
		c.awaitFinal(worker, c.commitTruth(worker))
		c.settleCase(lie)
	case 2:
		_, pre := c.next()
		window := c.commitTruth(worker)
		truth := c.answer(window)
		c.dispute(window, chair{by: worker, lists: rootsOf(pre, truth)}, chair{by: c.griefer}, wrong(pre, 0, 2))
		if c.status(window) == chain.StatusVoided { // a wrong tally took it off the head: the same window again
			c.awaitFinal(worker, c.commitTruth(worker))
		} else {
			c.awaitFinal(worker, window)
		}
		c.settleCase(window)
	default:
		c.awaitFinal(worker, c.commitTruth(worker))
	}
}

// settleCase pays everyone who had to do with a dispute.
func (c *crowd) settleCase(commitment chain.Hash) {
	p := contracts().disputes
	n := ask(c.world, c.at.Disputes, p.PackChallenges(), p.UnpackChallenges)
	c.settle(c.fighter, commitment, n)
}

// dispute plays a challenge through the court, and to arithmetic where the court went wrong or nowhere.
func (c *crowd) dispute(commitment chain.Hash, committer, challenger chair, claim chain.Hash) {
	c.disputes++
	right := c.answer(commitment)
	id := c.challenge(challenger.by, commitment, claim)
	other := claim // what the bribed say
	if claim == right {
		other = c.commitment(commitment).PostRoot
	}
	honestSide := committer.by
	if claim == right {
		honestSide = challenger.by
	}
	for c.caseOf(commitment).TalliedAt == 0 {
		c.ballots(commitment, right, other, c.seat(honestSide, commitment))
	}
	verdict := chain.Verdict(c.caseOf(commitment).Verdict)
	want := chain.VerdictStands
	if claim == right {
		want = chain.VerdictFalls
	}
	switch verdict {
	case want:
		c.appealPasses(commitment)
		c.passUntil(c.commitment(commitment).CommittedAt + uint64(c.terms.Clocks.Challenge) + uint64(c.terms.Clocks.Open) + 1)
		c.resolve(honestSide, commitment)
		return
	case chain.VerdictNoMajority:
		c.noMajority++
	default:
		c.wrongTallies++
	}
	c.arithmetic++
	c.openArithmetic(honestSide, id)
	outcome := c.play(id, committer, challenger)
	if claim == right {
		c.check(outcome == match.CommitterConvicted, "a liar's match ended with: %s", outcome)
		return
	}
	c.check(outcome == match.ChallengerConvicted, "a griefer's match ended with: %s", outcome)
	c.passUntil(c.commitment(commitment).CommittedAt + uint64(c.terms.Clocks.Challenge) + uint64(c.terms.Clocks.Open) + 1)
	c.resolve(honestSide, commitment)
}

// ballots plays one round of votes, everybody in its own way.
func (c *crowd) ballots(commitment, right, other chain.Hash, jurors []*actor) {
	if len(jurors) == 0 {
		return
	}
	salt := func(j *actor) chain.Hash { return sha256.Sum256([]byte("ballot " + j.name)) }
	says := func(j *actor) chain.Hash {
		switch c.ways[j] {
		case honest:
			return right
		case lazy:
			return c.commitment(commitment).PostRoot
		}
		return other
	}
	var reveals []*actor
	for _, j := range jurors {
		c.seats[c.ways[j]]++
		c.Pass(0)
		switch c.ways[j] {
		case absent:
		case copier:
			victim := jurors[0]
			c.commitBallot(commitment, j, c.ballotOf(commitment, victim, says(victim), salt(victim)))
		default:
			if c.ways[j] == honest {
				j.replays++
			}
			c.commitBallot(commitment, j, c.ballotOf(commitment, j, says(j), salt(j)))
			reveals = append(reveals, j)
		}
	}
	if r := c.round(commitment); r.Committed < r.Seats {
		c.passUntil(r.CommitUntil + 1)
	}
	for _, j := range reveals {
		c.Pass(0)
		c.must(j, c.at.Court, nil, c.revealOf(commitment, j, says(j), salt(j)))
	}
	if r := c.round(commitment); r.Revealed < r.Committed {
		c.passUntil(r.RevealUntil + 1)
	}
	c.must(c.fighter, c.at.Court, nil, contracts().court.PackTally(commitment))
}

// tell reports what each way earned, and checks who gained.
func (c *crowd) tell(windows int) {
	p := c.progress()
	c.check(p.AnchorCount == uint64(windows), "%d of %d windows are final", p.AnchorCount, windows)
	table := Table{Title: "Jurors by their ways", Columns: []string{"way", "people", "seats", "income of a seat, coins", "replay of a seat, coins", "left of a seat, coins"}}
	for k := honest; k <= absent; k++ {
		var people []*actor
		for a, way := range c.ways {
			if way == k {
				people = append(people, a)
			}
		}
		seats := float64(c.seats[k])
		row := []string{k.String(), fmt.Sprint(len(people)), fmt.Sprint(c.seats[k]), "–", "–", "–"}
		if seats > 0 {
			income, replay := c.income(people...)/seats, replaysOf(people...)/seats
			row = append(row[:3], number(income), number(replay), number(income-replay))
			if k == honest {
				c.check(near(income, coins(jurorFee)), "an honest seat earns %g coins, want the fee", income)
			} else if c.disputes > 20 {
				c.check(income-replay < 0, "a juror that is %s gains %g coins a seat", k, income-replay)
			}
		}
		table.Rows = append(table.Rows, row)
	}
	c.out.Tables = append(c.out.Tables, table)
	c.whole(append(c.workers, c.fighter)...)
	if c.lies > 0 {
		c.check(c.income(c.liar) < 0, "the liar gained %g coins", c.income(c.liar))
	}
	if c.disputes > c.lies {
		c.check(c.income(c.griefer) < 0, "the griefer gained %g coins", c.income(c.griefer))
	}
	c.figure("windows, all final and right", float64(windows), "")
	c.figure("disputes", float64(c.disputes), "")
	c.figure("lies among them", float64(c.lies), "")
	c.figure("decided wrongly by a jury, and overturned", float64(c.wrongTallies), "")
	c.figure("without a majority", float64(c.noMajority), "")
	c.figure("decided by arithmetic", float64(c.arithmetic), "")
	c.figure("workers' income a window, gas and replay paid", (coins(c.gain(c.workers...))-replaysOf(c.workers...))/float64(windows), "coins")
	if c.lies > 0 {
		c.figure("the liar's loss for each lie", -c.income(c.liar)/float64(c.lies), "coins")
		c.figure("the fraud-proofer's gain for each lie, gas and replay paid", (coins(c.gain(c.fighter))-replaysOf(c.fighter))/float64(c.lies), "coins")
	}
	if griefs := c.disputes - c.lies; griefs > 0 {
		c.figure("the griefer's loss for each truth it challenged", -c.income(c.griefer)/float64(griefs), "coins")
	}
	alone := coins(replayCost) / (coins(seatStake) + coins(jurorFee))
	c.figure("never replaying pays a juror only if among disputed windows fewer are lies than 1 in", 1/alone, "")
}
