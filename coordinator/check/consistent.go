package check

import (
	"fmt"
	"math/big"

	"github.com/commonweight/commonweight/coordinator/entity"
)

// Consistent compares all entities of one block with one another: references name what there is, counters count what there is, logs have
// no gaps, sums are sums.
func Consistent(all []entity.Entity) (differences []string) {
	g := &graph{counts: map[string]int{}, entities: map[entity.Kind]map[string]entity.Entity{}}
	for _, e := range all {
		k := e.EntityKind()
		if g.entities[k] == nil {
			g.entities[k] = map[string]entity.Entity{}
		}
		g.entities[k][e.EntityID()] = e
	}
	for _, e := range all {
		g.references(e)
		g.count(e)
	}
	for _, e := range all {
		g.compare(e)
		g.relate(e)
	}
	return g.differences
}

// graph is all entities, and how many of them, or how much of them, belong to what.
type graph struct {
	entities    map[entity.Kind]map[string]entity.Entity
	counts      map[string]int
	sums        map[string]*big.Int
	differences []string
}

func (g *graph) differ(e entity.Entity, format string, args ...any) {
	g.differences = append(g.differences, fmt.Sprintf("%s %s: %s", e.EntityKind(), e.EntityID(), fmt.Sprintf(format, args...)))
}

func (g *graph) references(e entity.Entity) {
	values := e.Values()
	for i, f := range e.EntityKind().Description().Fields {
		id, ok := values[i].(string)
		if f.Type != entity.TypeReference || !ok {
			continue
		}
		if g.entities[f.Of][id] == nil {
			g.differ(e, "its %s is %s %s, which isn't there", f.Name, f.Of, id)
		}
	}
}

// one counts something that belongs to an entity, under a name.
func (g *graph) one(kind entity.Kind, id, what string, really bool) {
	if really {
		g.counts[key(kind, id, what)]++
	}
}

func key(kind entity.Kind, id, what string) string { return kind.String() + " " + id + " " + what }

func (g *graph) sum(kind entity.Kind, id, what string, amount *big.Int) {
	if g.sums == nil {
		g.sums = map[string]*big.Int{}
	}
	k := key(kind, id, what)
	if g.sums[k] == nil {
		g.sums[k] = new(big.Int)
	}
	g.sums[k].Add(g.sums[k], amount)
}

// count adds an entity to the counters of what it belongs to.
func (g *graph) count(e entity.Entity) {
	const all = "1"
	switch e := e.(type) {
	case *entity.Run:
		g.one(entity.KindProtocol, all, "runs", true)
		g.one(entity.KindAccount, e.Author, "runs", true)
	case *entity.Commitment:
		rejected := e.Status == entity.CommitmentStatusRejected
		finalised := e.Status == entity.CommitmentStatusFinalised
		g.one(entity.KindProtocol, all, "commitments", true)
		g.one(entity.KindProtocol, all, "finalised", finalised)
		g.one(entity.KindProtocol, all, "rejected", rejected)
		g.one(entity.KindRun, e.Run, "commitments", true)
		g.one(entity.KindRun, e.Run, "rejected", rejected)
		g.one(entity.KindRun, e.Run, "voided", e.Status == entity.CommitmentStatusVoided)
		g.one(entity.KindRun, e.Run, "disputed", e.Status == entity.CommitmentStatusPending && e.Unsettled > 0)
		g.one(entity.KindRun, e.Run, "anchorCount", finalised)
		g.one(entity.KindAccount, e.Committer, "commitments", true)
		g.one(entity.KindAccount, e.Committer, "finalised", finalised)
		g.one(entity.KindAccount, e.Committer, "rejected", rejected)
	case *entity.Challenge:
		g.one(entity.KindProtocol, all, "challenges", true)
		g.one(entity.KindAccount, e.Challenger, "challenges", true)
		g.one(entity.KindAccount, e.Challenger, "challengesWon", e.Status == entity.ChallengeStatusWon)
		g.one(entity.KindAccount, e.Challenger, "challengesLost", e.Status == entity.ChallengeStatusDefeated)
		g.one(entity.KindCommitment, e.Commitment, "challenges", true)
		g.one(entity.KindCommitment, e.Commitment, "unopened", e.Status == entity.ChallengeStatusSealed)
		g.one(entity.KindCommitment, e.Commitment, "unsettled", e.SettledAt == nil)
	case *entity.Lease:
		lapsed := e.EndedAt != nil && e.Commitment == nil
		g.one(entity.KindAccount, e.Holder, "leases", true)
		g.one(entity.KindAccount, e.Holder, "lapsedLeases", lapsed)
		g.one(entity.KindRun, e.Run, "lapsedLeases", lapsed)
	case *entity.StakeChange:
		g.sum(entity.KindValidator, e.Validator, "burned", e.Burned)
		g.stake(e)
	case *entity.StepProof:
		g.sum(entity.KindCommitment, e.Commitment, "provenSteps", big.NewInt(int64(e.Steps)))
	case *entity.Case:
		g.one(entity.KindProtocol, all, "cases", true)
	case *entity.Round:
		g.one(entity.KindCase, e.CourtCase, "round", true)
	case *entity.Juror:
		g.one(entity.KindRound, e.Round, "seats", true)
		g.one(entity.KindValidator, e.Validator, "seats", true)
		g.one(entity.KindValidator, e.Validator, "settled", e.SettledAt != nil)
		if e.SettledAt == nil {
			g.sum(entity.KindValidator, e.Validator, "locked", e.Stake)
		}
		g.sum(entity.KindValidator, e.Validator, "fees", e.Fee)
		g.sum(entity.KindValidator, e.Validator, "burned of seats", e.Burned)
	case *entity.Ballot:
		g.one(entity.KindValidator, e.Validator, "committed", true)
		g.one(entity.KindValidator, e.Validator, "revealed", e.RevealedAt != nil)
		if j, ok := g.entities[entity.KindJuror][e.Juror].(*entity.Juror); ok {
			g.one(entity.KindRound, j.Round, "committed", e.LeakedBy == nil)
			g.one(entity.KindRound, j.Round, "revealed", e.RevealedAt != nil)
		}
	case *entity.Match:
		g.one(entity.KindProtocol, all, "matches", true)
	case *entity.Move:
		g.one(entity.KindProtocol, all, "moves", true)
		g.one(entity.KindMatch, e.Match, "moves", true)
	case *entity.Demand:
		g.one(entity.KindProtocol, all, "demands", true)
		g.one(entity.KindCommitment, e.Commitment, "demands", true)
	case *entity.Validator:
		g.one(entity.KindProtocol, all, "validators", true)
		g.sum(entity.KindProtocol, all, "stake", e.Stake)
	case *entity.GoalLock:
		g.sum(entity.KindGoalPot, e.Pot, "holds", e.Amount)
	case *entity.Payment:
		kind := "credited"
		if e.Kind == entity.PaymentKindWithdrawn {
			kind = "withdrawn"
		}
		g.sum(entity.KindBalance, e.Account+"-0x"+fmt.Sprintf("%x", e.Token), kind, e.Amount)
	case *entity.Activity:
		if e.Name == "Burned" {
			g.sum(entity.KindProtocol, all, "burned", e.Amount)
		}
		if e.Run != nil && e.Amount != nil {
			g.sum(entity.KindRun, *e.Run, e.Name, e.Amount)
		}
	case *entity.Reward:
		g.sum(entity.KindRun, e.Run, "paid", e.Amount)
		g.sum(entity.KindAccount, e.Account, "steps", big.NewInt(int64(e.Steps)))
	}
}

// stake adds what became of a validator's stake.
func (g *graph) stake(e *entity.StakeChange) {
	switch e.Kind {
	case entity.StakeChangeKindStaked:
		g.sum(entity.KindValidator, e.Validator, "stake", e.Amount)
	case entity.StakeChangeKindUnstaked:
		g.sum(entity.KindValidator, e.Validator, "stake", new(big.Int).Neg(e.Amount))
	case entity.StakeChangeKindReleased:
		g.sum(entity.KindValidator, e.Validator, "stake", new(big.Int).Neg(new(big.Int).Add(e.Burned, e.Paid)))
	}
}

func (g *graph) counted(e entity.Entity, what string, has int32) {
	if n := g.counts[key(e.EntityKind(), e.EntityID(), what)]; n != int(has) {
		g.differ(e, "%s is %d, but there are %d", what, has, n)
	}
}

func (g *graph) summed(e entity.Entity, what string, has *big.Int) {
	sum := g.sums[key(e.EntityKind(), e.EntityID(), what)]
	if sum == nil {
		sum = new(big.Int)
	}
	if sum.Cmp(has) != 0 {
		g.differ(e, "%s is %s, but all together it is %s", what, has, sum)
	}
}

// compare compares an entity's counters with what was counted.
func (g *graph) compare(e entity.Entity) {
	switch e := e.(type) {
	case *entity.Protocol:
		for what, has := range map[string]int32{
			"runs": e.Runs, "commitments": e.Commitments, "finalised": e.Finalised, "rejected": e.Rejected, "challenges": e.Challenges,
			"cases": e.Cases, "matches": e.Matches, "moves": e.Moves, "demands": e.Demands, "validators": e.Validators,
		} {
			g.counted(e, what, has)
		}
		g.summed(e, "stake", e.Stake)
		g.summed(e, "burned", e.Burned)
	case *entity.Run:
		g.summed(e, "Funded", e.Funded)
		g.summed(e, "Reclaimed", e.Reclaimed)
		g.counted(e, "commitments", e.Commitments)
		g.counted(e, "rejected", e.Rejected)
		g.counted(e, "voided", e.Voided)
		g.counted(e, "disputed", e.Disputed)
		g.counted(e, "lapsedLeases", e.LapsedLeases)
		g.counted(e, "anchorCount", int32(e.AnchorCount.Int64()))
		g.summed(e, "paid", e.Paid)
		g.branch(e)
	case *entity.Commitment:
		g.counted(e, "challenges", e.Challenges)
		g.counted(e, "unopened", e.Unopened)
		g.counted(e, "unsettled", e.Unsettled)
		g.counted(e, "demands", e.Demands)
		g.summed(e, "provenSteps", big.NewInt(int64(e.ProvenSteps)))
	case *entity.Account:
		for what, has := range map[string]int32{
			"runs": e.Runs, "commitments": e.Commitments, "finalised": e.Finalised, "rejected": e.Rejected, "challenges": e.Challenges,
			"challengesWon": e.ChallengesWon, "challengesLost": e.ChallengesLost, "leases": e.Leases, "lapsedLeases": e.LapsedLeases,
		} {
			g.counted(e, what, has)
		}
		g.summed(e, "steps", e.Steps)
	case *entity.Case:
		g.counted(e, "round", e.Round)
	case *entity.Round:
		g.counted(e, "seats", e.Seats)
		g.counted(e, "committed", e.Committed)
		g.counted(e, "revealed", e.Revealed)
	case *entity.Validator:
		g.counted(e, "seats", e.Seats)
		g.counted(e, "committed", e.Committed)
		g.counted(e, "revealed", e.Revealed)
		g.counted(e, "settled", e.Settled)
		g.summed(e, "locked", e.Locked)
		g.summed(e, "fees", e.Fees)
		g.summed(e, "burned", e.Burned)
		g.summed(e, "burned of seats", e.Burned)
		g.summed(e, "stake", e.Stake)
	case *entity.Match:
		g.counted(e, "moves", e.Moves)
		for n := int32(1); n <= e.Moves; n++ {
			if l := of[entity.Move](g, lineID(e, n)); l == nil || l.Number != n || l.Match != e.ID {
				g.differ(e, "line %d of its log isn't there", n)
			}
		}
	case *entity.Balance:
		g.summed(e, "credited", e.Credited)
		g.summed(e, "withdrawn", e.Withdrawn)
		if left := new(big.Int).Sub(e.Credited, e.Withdrawn); left.Cmp(e.Credit) != 0 || left.Sign() < 0 {
			g.differ(e, "credit is %s, but credited less withdrawn is %s", e.Credit, left)
		}
	case *entity.Ledger:
		if left := new(big.Int).Sub(e.Received, e.Spent); left.Cmp(e.Balance) != 0 || left.Sign() < 0 {
			g.differ(e, "balance is %s, but received less spent is %s", e.Balance, left)
		}
	case *entity.GoalPot:
		g.summed(e, "holds", new(big.Int).Sub(new(big.Int).Sub(e.Locked, e.Pulled), e.TakenBack))
	}
}

func (g *graph) equal(e entity.Entity, what string, has, should any) {
	if h, s := spell(has), spell(should); h != s {
		g.differ(e, "%s is %s and should be %s", what, orNothing(h), orNothing(s))
	}
}

// lineID is the id of a line of a match's log.
func lineID(m *entity.Match, n int32) string { return fmt.Sprintf("%s-%d", m.ID, n) }

// branch walks from the head down to genesis: every window once, what is below the anchor final, what is above pending.
func (g *graph) branch(run *entity.Run) {
	window := new(big.Int).Set(run.HeadCount)
	for at := run.Head; at != nil; {
		c, ok := g.entities[entity.KindCommitment][*at].(*entity.Commitment)
		if !ok {
			return // told by references
		}
		window.Sub(window, big.NewInt(1))
		want := entity.CommitmentStatusPending
		if window.Cmp(run.AnchorCount) < 0 {
			want = entity.CommitmentStatusFinalised
		}
		if c.Window.Cmp(window) != 0 || c.Status != want || c.Mark != entity.MarkNone {
			g.differ(run, "%s on the head's branch is window %s, %s, %s: not window %s, %s", c.ID, c.Window, c.Status, c.Mark, window, want)
			return
		}
		if window.Cmp(new(big.Int).Sub(run.AnchorCount, big.NewInt(1))) == 0 && (run.Anchor == nil || *run.Anchor != c.ID) {
			g.differ(run, "its anchor isn't %s, window %s of the head's branch", c.ID, window)
		}
		at = c.Parent
	}
	if window.Sign() != 0 {
		g.differ(run, "the head's branch ends %s windows above genesis", window)
	}
}
