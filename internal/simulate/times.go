package simulate

import (
	"github.com/commonweight/commonweight/fraudproof/match"
	"github.com/commonweight/commonweight/internal/chain"
)

// howSoon: how soon the head is right, and when the money is final, from the best case to the worst.
func howSoon(w *world) {
	table := Table{Title: "From the commitment on", Columns: []string{"what happens", "a right head after, hours", "all money final after, hours"}}
	p := contracts().registry
	longest := float64(ask(w, w.at.RunRegistry, p.PackLongestDispute(w.terms.Clocks), p.UnpackLongestDispute).Uint64()) / hour
	latest := longest + float64(w.terms.Clocks.Challenge+w.terms.Clocks.Appeal)/hour
	row := func(name string, play func(*world) (head, money float64)) {
		s := w.aside(name)
		head, money := play(s)
		w.join(s)
		w.check(head <= longest, "%s: the head is right after %g hours, the longest dispute has %g", name, head, longest)
		w.check(money <= latest, "%s: the money is final after %g hours, want %g at most", name, money, latest)
		table.Rows = append(table.Rows, []string{name, number(head), number(money)})
	}
	row("a truth that nobody disputes", func(s *world) (float64, float64) {
		worker := s.actor("worker", 10)
		window := s.commitTruth(worker)
		begun := s.Now()
		s.awaitFinal(worker, window)
		return 0, s.hoursSince(begun)
	})
	row("a truth, challenged; the jury votes at once, the challenger waives its appeal", func(s *world) (float64, float64) {
		worker, griefer := s.actor("worker", 10), s.actor("griefer", 10)
		s.bench("juror", jury)
		window := s.commitTruth(worker)
		begun := s.Now()
		id := s.challenge(griefer, window, wrong(window, 0, 1))
		s.seat(worker, window)
		verdict := s.vote(worker, window, s.truly(window))
		s.check(verdict == chain.VerdictStands, "the jury came to: %s", verdict)
		s.must(griefer, s.at.Disputes, nil, contracts().disputes.PackWaive(id))
		s.resolve(worker, window)
		s.awaitFinal(worker, window)
		s.settle(worker, window, id)
		return 0, s.hoursSince(begun)
	})
	for _, lie := range []struct {
		name    string
		decided func(s *world, liar, fighter *actor, lie chain.Hash, id uint64, lists match.Provider)
	}{
		{"a lie; the jury votes at once, the liar waives its appeal", func(s *world, liar, fighter *actor, lie chain.Hash, _ uint64, _ match.Provider) {
			s.seat(fighter, lie)
			s.vote(fighter, lie, s.truly(lie))
			s.must(liar, s.at.Court, nil, contracts().court.PackWaive(lie))
		}},
		{"a lie; the jury votes at once", func(s *world, _, fighter *actor, lie chain.Hash, _ uint64, _ match.Provider) {
			s.seat(fighter, lie)
			s.vote(fighter, lie, s.truly(lie))
		}},
		{"a lie; the jury votes at the last moment", func(s *world, _, fighter *actor, lie chain.Hash, _ uint64, _ match.Provider) {
			s.seat(fighter, lie)
			s.voteAt(fighter, lie, s.truly(lie), lastMoment)
		}},
		{"a lie; the first jury is away, the larger one votes at the last moment", func(s *world, _, fighter *actor, lie chain.Hash, _ uint64, _ match.Provider) {
			s.seat(fighter, lie)
			s.vote(fighter, lie, silent)
			s.seat(fighter, lie)
			s.voteAt(fighter, lie, s.truly(lie), lastMoment)
		}},
		{"a lie; both juries are away, arithmetic", func(s *world, liar, fighter *actor, lie chain.Hash, id uint64, lists match.Provider) {
			s.noJuryDecides(fighter, lie)
			s.arithmetic(id, chair{by: liar, lists: lists}, chair{by: fighter, lists: s.truth.honest})
		}},
		{"a lie; arithmetic at once, without a jury", func(s *world, liar, fighter *actor, _ chain.Hash, id uint64, lists match.Provider) {
			s.arithmetic(id, chair{by: liar, lists: lists}, chair{by: fighter, lists: s.truth.honest})
		}},
		{"a lie; a bought jury, arithmetic, the liar as slow as its clock lets it", func(s *world, liar, fighter *actor, lie chain.Hash, id uint64, lists match.Provider) {
			s.seat(fighter, lie)
			s.vote(fighter, lie, naming(s.commitment(lie).PostRoot))
			s.arithmetic(id, slow(chair{by: liar, lists: lists}), chair{by: fighter, lists: s.truth.honest})
		}},
	} {
		row(lie.name, func(s *world) (float64, float64) { return s.untilPaid(lie.decided) })
	}
	w.out.Tables = append(w.out.Tables, table)
	w.figure("a right head, at most: the longest dispute", longest, "hours")
	w.figure("final money, at most: that, the challenge period of the right window, and an appeal window", latest, "hours")
}

// arithmetic has the challenger open it, and plays the match, which the committer has to lose.
func (w *world) arithmetic(id uint64, committer, challenger chair) {
	w.openArithmetic(challenger.by, id)
	outcome := w.play(id, committer, challenger)
	w.check(outcome == match.CommitterConvicted, "the match ended with: %s", outcome)
}

// untilPaid plays a lie that is challenged at once and decided in some way, and all that follows until everybody is paid.
func (w *world) untilPaid(decided func(s *world, liar, fighter *actor, lie chain.Hash, id uint64, lists match.Provider)) (head, money float64) {
	liar, fighter, honest := w.actor("liar", 10), w.actor("fraud-proofer", 10), w.actor("worker", 10)
	w.bench("juror", largerJury)
	lists, root := w.firstLie()
	lie := w.commit(liar, root)
	begun := w.Now()
	id := w.challengeTruly(fighter, lie)
	decided(w, liar, fighter, lie, id, lists)
	w.check(w.progress().HeadCount == 0, "the lie is still on the head")
	truth := w.commitTruth(honest)
	head = w.hoursSince(begun)
	if w.status(lie) == chain.StatusPending {
		c := w.caseOf(lie)
		if !c.Waived {
			w.appealPasses(lie)
		}
		w.resolve(fighter, lie)
	}
	w.awaitFinal(honest, truth)
	w.passUntil(w.commitment(lie).RejectedAt + uint64(w.terms.Clocks.Appeal) + 1)
	w.settle(fighter, lie, id)
	w.whole(fighter, honest)
	return head, w.hoursSince(begun)
}
