package top

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestWhereADisputeStands reads disputes as a coordinator tells them, in each phase of court and match, with the clock that runs.
func TestWhereADisputeStands(t *testing.T) {
	const opened = `"number": "7", "status": "Opened", "outcome": "None", "challenger": {"id": "0xbb"}`
	court := func(rest string) string {
		return `{` + opened + `, "commitment": {"window": "5", "committer": {"id": "0xaa"}, "courtCase": {"verdict": "Undecided"` + rest + `}}}`
	}
	for _, c := range []struct {
		name, challenge, place string
		clocks                 []Clock
	}{
		{"sealed", `{"number": "7", "status": "Sealed", "outcome": "None", "openUntil": "90", "commitment": {"window": "5", "courtCase": null}}`, "sealed",
			[]Clock{{"dispute 7 has to be opened", 90}}},
		{"opened", `{` + opened + `, "commitment": {"window": "5", "courtCase": null}}`, "opened", []Clock{}},
		{"evidence", court(``), "court: evidence", []Clock{}},
		{"draw", court(`, "rounds": [{"round": 1, "seats": 0}]`), "court: a jury is drawn", []Clock{}},
		{"ballots", court(`, "rounds": [{"seeded": "60", "seats": 5, "committed": 2, "commitUntil": "95", "revealUntil": "99"}]`), "court: 2 of 5 ballots committed",
			[]Clock{{"window 5: 2 of 5 ballots committed", 95}}},
		{"reveals", court(`, "rounds": [{"seeded": "60", "seats": 5, "committed": 5, "revealed": 1, "commitUntil": "95", "revealUntil": "99"}]`), "court: 1 of 5 ballots revealed",
			[]Clock{{"window 5: 1 of 5 ballots revealed", 99}}},
		{"appeal", `{` + opened + `, "commitment": {"window": "5", "courtCase": {"verdict": "NoMajority", "appealUntil": "120", "rounds": [{"seeded": "60", "talliedAt": "70"}]}}}`,
			"court: no majority, appeal", []Clock{{"window 5: no majority, appeal", 120}}},
		{"resolved", `{` + opened + `, "commitment": {"window": "5", "courtCase": {"verdict": "Falls", "resolvedAt": "75", "appealUntil": "70"}}}`, "court: falls", []Clock{}},
		{"match", `{"number": "7", "status": "Opened", "outcome": "Running", "commitment": {"window": "5", "courtCase": null},
			"arithmetic": {"match": {"outcome": "Running", "phase": "Trace", "due": "Committer", "deadline": "85", "step": "3", "moves": 4}}}`,
			"match: trace, 4 moves, step 3", []Clock{{"dispute 7: committer to move", 85}}},
		{"match that is over", `{"number": "7", "status": "Opened", "outcome": "CommitterConvicted", "commitment": {"window": "5", "courtCase": null},
			"arithmetic": {"match": {"outcome": "CommitterConvicted", "phase": "Ended", "due": "None", "deadline": "85"}}}`, "match: committer convicted", []Clock{}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var x answer
			if err := json.Unmarshal([]byte(`{"_meta": {"block": {"number": 9, "timestamp": "80"}}, "run": {"windows": "9"}, "challenges": [`+c.challenge+`]}`), &x); err != nil {
				t.Fatal(err)
			}
			b := x.board(1)
			if len(b.Disputes) != 1 || b.Disputes[0].Place != c.place || b.Disputes[0].Window != 5 {
				t.Errorf("%+v, want %q", b.Disputes, c.place)
			}
			if diff := cmp.Diff(c.clocks, b.Clocks); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestClocksThatRunComeFirst: what is over waits for somebody to push, and comes last.
func TestClocksThatRunComeFirst(t *testing.T) {
	var x answer
	if err := json.Unmarshal([]byte(`{"_meta": {"block": {"timestamp": "80"}}, "run": {"log": [{"window": "3", "challengeUntil": "79"}, {"window": "4", "challengeUntil": "200"},
		{"window": "5", "challengeUntil": "81"}]}, "demands": [{"kind": "Leaf", "deadline": "10", "commitment": {"window": "3"}}]}`), &x); err != nil {
		t.Fatal(err)
	}
	want := []Clock{{"window 5 may be challenged", 81}, {"window 4 may be challenged", 200}, {"demand for bytes of window 3", 10}, {"window 3 may be challenged", 79}}
	if diff := cmp.Diff(want, x.board(1).Clocks); diff != "" {
		t.Error(diff)
	}
}
