package simulate

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"math"
	"math/big"

	"github.com/commonweight/commonweight/fraudproof/match"
	"github.com/commonweight/commonweight/internal/chain"
)

// electorate is who may be drawn: accounts in the order they staked.
type electorate struct {
	*world
	place map[chain.Address]int
	asOf  uint64
}

// elect stakes so many seats' stakes for each of the accounts.
func (w *world) elect(name string, seats ...int64) electorate {
	e := electorate{world: w, place: map[chain.Address]int{}}
	for i, n := range seats {
		a := w.actor(numbered(name, i), 20*n+1)
		w.stake(a, times(seatStake, n))
		e.place[a.address] = i
	}
	e.asOf = w.Number()
	w.Pass(0)
	return e
}

// equal are so many accounts with as many seats' stakes each.
func equal(accounts int, seats int64) []int64 {
	all := make([]int64, accounts)
	for i := range all {
		all[i] = seats
	}
	return all
}

// pick asks the contract who a seed draws, as the court does.
func (e electorate) pick(n, count int) []int {
	p := contracts().validators
	seed := sha256.Sum256(binary.BigEndian.AppendUint64([]byte(e.out.Name), uint64(n)^e.random.Uint64()))
	var places []int
	for _, address := range ask(e.world, e.at.Validators, p.PackDraw(seed, new(big.Int).SetUint64(e.asOf), big.NewInt(int64(count))), p.UnpackDraw) {
		places = append(places, e.place[address])
	}
	e.check(len(places) == min(count, len(e.place)), "%d of %d were drawn", len(places), count)
	return places
}

// corruption: what a wrong verdict costs who owns a share of all stake, and how often chance lets it have one at all.
func corruption(w *world) {
	const accounts = 40
	draws := 4000
	if w.quick {
		draws = 100
	}
	e := w.elect("validator", equal(accounts, 2)...)
	// One set of juries serves all shares: accounts are equal, and the first so many of them are the attacker's.
	shares := []int{4, 8, 10, 12, 14, 16, 18, 20, 22, 24, 28, 32}
	sizes := []int{jury, largerJury}
	won := map[[2]int]int{}
	for n := range draws {
		drawn := e.pick(n, largerJury)
		for s, size := range sizes {
			for k, owned := range shares {
				seats := 0
				for _, place := range drawn[:size] {
					if place < owned {
						seats++
					}
				}
				if 2*seats > size {
					won[[2]int{s, k}]++
				}
			}
		}
	}
	v := coins(rewardStep) * steps * pending
	table := Table{
		Title: fmt.Sprintf("Juries drawn by the contract, %d for each size, and what a majority in one burns", draws),
		Columns: []string{
			"share of stake", "majority of 5", "exact", "majority of 11", "exact", "lies until a majority of 5",
			"burned with it: its seats there · seat stake, in V", "the same with 11, in V",
		},
	}
	var chance [2][]float64
	for k, owned := range shares {
		row := []string{percent(float64(owned) / accounts)}
		for s, size := range sizes {
			exact := majority(accounts, owned, size)
			measured := float64(won[[2]int{s, k}]) / float64(draws)
			sigma := math.Sqrt(exact*(1-exact)/float64(draws)) + 1/float64(draws)
			w.check(math.Abs(measured-exact) <= 4*sigma, "with %d of %d accounts a majority of %d is drawn in %g, want %g ± %g", owned, accounts, size, measured, exact, sigma)
			row = append(row, percent(measured), percent(exact))
			chance[s] = append(chance[s], 100*exact)
		}
		row = append(row, number(100/chance[0][k]))
		row = append(row, orNone(seatsToBurn(accounts, owned, jury)*coins(seatStake)/v), orNone(seatsToBurn(accounts, owned, largerJury)*coins(seatStake)/v))
		table.Rows = append(table.Rows, row)
	}
	w.out.Tables = append(w.out.Tables, table)
	least := float64(jury/2+1) * coins(seatStake)
	w.check(least >= 2*v, "a majority of %d seats burns %g coins, less than 2 V = %g", jury, least, 2*v)
	// With half the seats empty or abstaining a quorum of three decides, two of them.
	fewest := float64((jury+1)/2/2+1) * coins(seatStake)
	w.check(fewest > v, "the fewest ballots that decide burn %g coins, no more than V = %g", fewest, v)
	w.figure("V: the most that a wrong head can be worth", v, "coins")
	w.figure("burned with a bought majority of 5, at least", least, "coins")
	w.figure("the same with 11", float64(largerJury/2+1)*coins(seatStake), "coins")
	w.figure("the same with 5, all others silent", fewest, "coins")
	w.figure("least bribe of one juror: stake and fee", coins(seatStake)+coins(jurorFee), "coins")

	share := make([]float64, len(shares))
	var cost [2][]float64
	gain := make([]float64, len(shares))
	for i, owned := range shares {
		share[i], gain[i] = 100*float64(owned)/accounts, 1
		for s, size := range sizes {
			cost[s] = append(cost[s], seatsToBurn(accounts, owned, size)*coins(seatStake)/v)
		}
	}
	w.draw("corruption", "How often a share of all stake has a majority of the jury", "share of stake, %", "% of juries",
		over("majority of 5", share, chance[0]), over("majority of 11", share, chance[1]))
	w.draw("corruption-cost", "What a lying majority burns, and V, the most that a wrong head is worth", "share of stake, %", "V",
		over("burned with 5", share, cost[0]), over("burned with 11", share, cost[1]), over("V", share, gain))
}

// majority is the chance that more than half of a jury are among the owned accounts, drawn without replacement from equal ones.
func majority(accounts, owned, size int) float64 {
	sum := 0.0
	for k := size/2 + 1; k <= size; k++ {
		sum += hypergeometric(accounts, owned, size, k)
	}
	return sum
}

// seatsToBurn is how many seats an attacker has on average in those juries where it has the majority: all lie, all are burned.
func seatsToBurn(accounts, owned, size int) float64 {
	sum, all := 0.0, 0.0
	for k := size/2 + 1; k <= size; k++ {
		p := hypergeometric(accounts, owned, size, k)
		sum, all = sum+p*float64(k), all+p
	}
	if all == 0 {
		return math.NaN() // it never has it
	}
	return sum / all
}

func hypergeometric(accounts, owned, size, k int) float64 {
	ways := new(big.Int).Mul(choices(owned, k), choices(accounts-owned, size-k))
	p, _ := new(big.Rat).SetFrac(ways, choices(accounts, size)).Float64()
	return p
}

func choices(n, k int) *big.Int {
	if k > n {
		return new(big.Int)
	}
	return new(big.Int).Binomial(int64(n), int64(k))
}

// sybils: splitting a stake over many names gives no more seats than the stake's share, and names too small for a seat get none.
func sybils(w *world) {
	const others, own = 21, 9 // an attacker with 30 % of all stake, against 21 with the rest
	draws := 2000
	if w.quick {
		draws = 60
	}
	fair := float64(jury) * own / (own + others)
	table := Table{Title: "30 % of all stake, split over more and more names", Columns: []string{"names", "seats of 5, on average", "its share of 5 seats"}}
	for _, names := range []int{1, 3, 9} {
		s := w.aside(fmt.Sprint(names))
		e := s.elect("validator", append(equal(names, 2*own/int64(names)), equal(others, 2)...)...)
		seats := 0
		for n := range draws {
			for _, place := range e.pick(n, jury) {
				if place < names {
					seats++
				}
			}
		}
		mean := float64(seats) / float64(draws)
		sigma := math.Sqrt(fair / float64(draws))
		s.check(mean <= fair+4*sigma, "%d names get %g seats, more than their stake's share %g", names, mean, fair)
		w.join(s)
		table.Rows = append(table.Rows, []string{fmt.Sprint(names), number(mean), number(fair)})
	}
	w.out.Tables = append(w.out.Tables, table)
	w.figure("seats that the share of stake is worth", fair, "of 5")

	// Names of less than a seat's stake are drawn by their weight and then skipped.
	s := w.aside("dust")
	worker, challenger := s.actor("worker", 10), s.actor("challenger", 10)
	dust := new(big.Int).Sub(seatStake, big.NewInt(1))
	for i := range 12 {
		s.stake(s.actor(numbered("dust", i), 20), dust)
	}
	s.bench("validator", jury)
	window := s.commitTruth(worker)
	s.challenge(challenger, window, wrong(window, 0, 1))
	small := 0
	for _, j := range s.seat(worker, window) {
		if s.stakeOf(j).Cmp(seatStake) < 0 {
			small++
		}
	}
	s.check(small == 0, "%d names without a seat's stake were seated", small)
	s.unfinished = true
	w.join(s)
	w.figure("seats of twelve names with less than a seat's stake", float64(small), "")
}

// whale: one holder of 60 % of all stake. On one name it has one seat; on many it has its share, and a majority more often than not, which buys
// a delay and burns at least 2 V.
func whale(w *world) {
	draws := 2000
	if w.quick {
		draws = 60
	}
	for _, names := range []int{1, 30} {
		s := w.aside(fmt.Sprint(names))
		e := s.elect("validator", append(equal(names, 60/int64(names)), equal(20, 2)...)...)
		most, won := 0, 0
		for n := range draws {
			seats := 0
			for _, place := range e.pick(n, jury) {
				if place < names {
					seats++
				}
			}
			most = max(most, seats)
			if 2*seats > jury {
				won++
			}
		}
		w.join(s)
		if names == 1 {
			w.check(most == 1, "one name has %d seats", most)
			w.figure("on one name: most seats of 5", float64(most), "")
			continue
		}
		w.figure("on 30 names: majorities of 5", 100*float64(won)/float64(draws), "% of juries")
		w.check(won < draws, "a holder of 60 %% has every majority")
	}

	w.whaleCondemns()
}

// whaleCondemns plays a case in which the whale has the majority: it condemns a truth, for as long as arithmetic takes.
func (w *world) whaleCondemns() {
	for try := range 20 {
		s := w.aside(fmt.Sprint("condemns ", try))
		mine := map[*actor]bool{}
		var names []*actor
		for i := range 30 {
			a := s.actor(numbered("name", i), 60)
			s.stake(a, times(seatStake, 2))
			mine[a], names = true, append(names, a)
		}
		honest := s.bench("validator", 20)
		worker, puppet := s.actor("honest worker", 10), s.actor("puppet", 10)
		lists, root := s.firstLie()
		s.Pass(uint64(try) * blockTime) // other blocks, other juries
		window := s.commitTruth(worker)
		begun := s.Now()
		id := s.challenge(puppet, window, root)
		seats := 0
		for _, j := range s.seat(puppet, window) {
			if mine[j] {
				seats++
			}
		}
		if 2*seats < jury {
			continue
		}
		truly := s.truly(window)
		verdict := s.vote(puppet, window, func(j *actor) (chain.Hash, bool) {
			if mine[j] {
				return root, true
			}
			return truly(j)
		})
		s.check(verdict == chain.VerdictFalls, "a majority of %d decided: %s", seats, verdict)
		s.openArithmetic(worker, id)
		again := s.commitTruth(worker) // the head was back at the parent: the same window once more
		w.figure("the true window is on the head again after", s.hoursSince(begun), "hours")
		outcome := s.play(id, chair{by: worker, lists: s.truth.honest}, chair{by: puppet, lists: lists})
		s.check(outcome == match.ChallengerConvicted, "the match ended with: %s", outcome)
		s.awaitFinal(worker, again)
		s.passUntil(begun + uint64(s.terms.Clocks.Challenge) + uint64(s.terms.Clocks.Open) + 1)
		s.resolve(worker, window)
		s.settle(worker, window, id)
		s.whole(worker)
		for _, j := range honest {
			s.check(s.income(j) >= 0, "%s lost %g coins", j.name, -s.income(j))
		}
		loss := -s.income(names...)
		s.check(near(loss, float64(seats)*coins(seatStake)), "the whale lost %g coins for %d seats", loss, seats)
		w.join(s)
		w.figure("its seats in that jury", float64(seats), "of 5")
		w.figure("its loss", loss, "coins")
		return
	}
	w.broken("in 20 juries a holder of 60 %% has no majority")
}
