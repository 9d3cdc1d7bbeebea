package simulate

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"github.com/commonweight/commonweight/fraudproof/match"
	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/chain/evm"
)

func play(t *testing.T, o Options) *Report {
	t.Helper()
	if testing.Short() {
		t.Skip("long")
	}
	o.Quick = true
	report, err := Run(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	return report
}

// Every scenario comes out as promised.
func TestScenarios(t *testing.T) {
	report := play(t, Options{Seed: 1, Progress: func(line string) { t.Log(line) }})
	if len(report.Scenarios) != len(Names()) {
		t.Errorf("%d of %d scenarios were played", len(report.Scenarios), len(Names()))
	}
	for _, s := range report.Scenarios {
		for _, broken := range s.Broken {
			t.Errorf("%s: %s", s.Name, broken)
		}
		if len(s.Figures) == 0 {
			t.Errorf("%s tells no figures", s.Name)
		}
	}
	for _, q := range Inequalities() {
		if _, ok := report.find(q.Scenario, q.Figure); !ok {
			t.Errorf("%s: scenario %s has no figure %q", q.What, q.Scenario, q.Figure)
		}
	}
}

func TestSeedDecidesEverything(t *testing.T) {
	told := func(seed uint64) string {
		text, err := json.Marshal(play(t, Options{Seed: seed, Names: []string{"sybils", "population", "bribed-jury"}}))
		if err != nil {
			t.Fatal(err)
		}
		return string(text)
	}
	first, again, other := told(5), told(5), told(6)
	if first != again {
		t.Error("one seed, two reports")
	}
	if first == other {
		t.Error("two seeds, one report")
	}
	if strings.Contains(first+other, "broken") {
		t.Errorf("a promise is broken:\n%s\n%s", first, other)
	}
}

// Whoever wants to see what was played is shown every chain, with its whole log in order.
func TestPlayedChainsAreShown(t *testing.T) {
	shown := map[string]int{}
	report := play(t, Options{Seed: 1, Names: []string{"honest-work", "no-jury"}, Played: func(name string, c *evm.Chain) {
		events, err := c.Deployment().Decode(c.Logs())
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		for i, e := range events {
			if i > 0 && (e.Index <= events[i-1].Index || e.Block < events[i-1].Block || e.Time < events[i-1].Time) {
				t.Errorf("%s: event %d comes before the one before it", name, i)
			}
			if _, ok := e.Data.(chain.Finalised); ok {
				shown[name]++
			}
		}
	}})
	if report.Broken() || shown["honest-work"] != 8 || shown["lie"] != 1 || shown["truth"] != 1 {
		t.Errorf("windows that became final: %v", shown)
	}
}

func TestUnknownScenario(t *testing.T) {
	if _, err := Run(t.Context(), Options{Names: []string{"no-such"}}); !errors.Is(err, ErrUnknown) {
		t.Errorf("%v", err)
	}
}

// scripted plays a script of its own and returns what broke.
func scripted(t *testing.T, play func(*world)) []string {
	t.Helper()
	truth, err := compute(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	report, err := Options{Seed: 1}.playAll(t.Context(), truth, []scenario{{"scripted", "holds", play}})
	if err := errors.Join(err, truth.close()); err != nil {
		t.Fatal(err)
	}
	return report.Scenarios[0].Broken
}

// A promise that doesn't hold is told, whatever breaks it.
func TestBrokenPromisesAreTold(t *testing.T) {
	for _, c := range []struct {
		name string
		play func(*world)
		want string
	}{
		{"nothing", func(w *world) { w.awaitFinal(w.actor("a", 10), w.commitTruth(w.who(w.people[1].address))) }, ""},
		{"a check", func(w *world) { w.check(1 > 2, "one isn't %d", 2) }, "one isn't 2"},
		{"a check in an aside", func(w *world) { w.aside("there").check(false, "not so") }, "there: not so"},
		{"a call that is refused", func(w *world) { w.commit(w.actor("poor", 0), w.right()) }, "poor:"},
		{"a call that isn't", func(w *world) { w.refused("Leased", w.actor("a", 10), w.at.Vault, nil, nil) }, "should be refused with Leased"},
		{"coins out of nothing", func(w *world) { w.Fund(w.people[0].address, chain.Ether(1)) }, "coins aren't conserved"},
		{"coins left behind", func(w *world) { w.seal(w.actor("a", 10), w.commitTruth(w.who(w.people[1].address)), w.right()) }, "wait for nobody"},
		{"a lie that nobody challenges", func(w *world) {
			liar := w.actor("liar", 10)
			_, root := w.firstLie()
			lie := w.commit(liar, root)
			w.awaitFinal(liar, lie)
			w.check(w.status(lie) != chain.StatusFinalised, "the lie is final")
		}, "the lie is final"},
		{"an honest side that sleeps", func(w *world) {
			liar, sleeper := w.actor("liar", 10), w.actor("sleeper", 10)
			lists, root := w.firstLie()
			id := w.challenge(sleeper, w.commit(liar, root), w.truth.first)
			w.openArithmetic(sleeper, id)
			outcome := w.play(id, chair{by: liar, lists: lists}, chair{by: sleeper})
			w.check(outcome == match.CommitterConvicted, "%s", outcome)
		}, "challenger convicted"},
	} {
		broken := scripted(t, func(w *world) {
			w.actor("worker", 10)
			c.play(w)
		})
		if told := strings.Join(broken, "\n"); !strings.Contains(told, c.want) || (c.want == "") != (told == "") {
			t.Errorf("%s: told %q, want %q", c.name, told, c.want)
		}
	}
}

// The first window's lie leads all the way down to the referee: its match ends by a leaf, not by a clock.
func TestFirstWindowIsDecidedByTheReferee(t *testing.T) {
	broken := scripted(t, func(w *world) {
		w.unfinished = true
		liar, fighter := w.actor("liar", 10), w.actor("fraud-proofer", 10)
		lists, root := w.firstLie()
		id := w.challenge(fighter, w.commit(liar, root), w.truth.first)
		w.openArithmetic(fighter, id)
		m := w.table(id, chair{by: liar, lists: lists}, chair{by: fighter, lists: w.truth.honest})
		leaf := false
		for g := w.game(id); g.Outcome == match.Running; g = w.game(id) {
			leaf = leaf || g.Phase == match.PhaseLeaf
			w.Pass(m.pause(g, w.Now()))
			w.turn(m)
		}
		w.check(leaf, "no leaf was played")
		w.check(w.game(id).Outcome == match.CommitterConvicted, "%s", w.game(id).Outcome)
	})
	if len(broken) > 0 {
		t.Error(broken)
	}
}
