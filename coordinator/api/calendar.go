package api

import (
	"encoding/json"
	"fmt"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"github.com/commonweight/commonweight/coordinator/query"
)

// deadlines asks for everything that has a deadline ahead. $now is the newest block's time.
const deadlines = `query ($now: BigInt!) {
	_meta {block {number timestamp} deployment}
	leases(first: 1000, where: {status: Held, deadline_gte: $now}) {id deadline window run {id} holder {id}}
	commitments(first: 1000, where: {status: Pending, challengeUntil_gte: $now}) {id window challengeUntil run {id} committer {id}}
	challenges(first: 1000, where: {status: Sealed, openUntil_gte: $now}) {id openUntil run {id} challenger {id} commitment {id committer {id}}}
	cases(first: 1000, where: {resolvedAt: null, appealUntil_gte: $now}) {id appealUntil run {id} commitment {committer {id} disputes {id challenger {id}}}}
	rounds(first: 1000, where: {talliedAt: null, revealUntil_gte: $now}) {id round commitUntil revealUntil courtCase {run {id}
		commitment {id committer {id} disputes {id challenger {id}}}} jurors {validator {id}}}
	matches(first: 1000, where: {outcome: Running, deadline_gte: $now}) {id deadline due run {id} committer {id} challenger {id}}
	demands(first: 1000, where: {status: Open, deadline_gte: $now}) {id deadline run {id} by {id} commitment {id committer {id}}}
	pledges(first: 1000, where: {status: Standing, until_gte: $now}) {id kind until run {id} owner {id}}
	validators(first: 1000, where: {leaving_gt: 0, leavingAt_gte: $now}) {id leaving leavingAt}
}`

// due is what those answers say, all kinds in one: what a kind doesn't have stays empty.
type due struct {
	ID                                    string
	Deadline, ChallengeUntil, OpenUntil   seconds
	AppealUntil, CommitUntil, RevealUntil seconds
	Until, LeavingAt                      seconds
	Window                                string
	Leaving                               string
	Kind, Due                             string
	Round                                 int
	Run                                   named
	Holder, Committer, Challenger, By     named
	Owner                                 named
	Commitment                            *due
	CourtCase                             *due
	Disputes                              []due
	Jurors                                []struct{ Validator named }
}

type named struct{ ID string }

// seconds are a BigInt, or null.
type seconds uint64

// UnmarshalJSON reads what fits; what is later than a calendar goes is as late as it goes.
func (s *seconds) UnmarshalJSON(text []byte) error {
	digits := strings.Trim(string(text), `"`)
	if digits == "null" {
		return nil
	}
	n, err := strconv.ParseUint(digits, 10, 64)
	if err != nil {
		n = lastSecond
	}
	*s = seconds(n)
	return nil
}

// calendar answers deadlines that are still ahead, of everything or of a run, a dispute, an account.
func (s *server) calendar(w http.ResponseWriter, r *http.Request) {
	of, wrong := (endpoint{parameters: []parameter{
		{name: "run", help: "a run's number", kind: number}, {name: "dispute", help: "a challenge's number", kind: number},
		{name: "account", help: "an address", kind: digits},
	}}).variables(r)
	if wrong != "" {
		problem(w, http.StatusBadRequest, wrong)
		return
	}
	response := s.ask(w, r, query.Request{Query: `{_meta {block {timestamp}}}`})
	if response == nil {
		return
	}
	var head struct {
		Meta struct{ Block struct{ Timestamp uint64 } } `json:"_meta"`
	}
	if len(response.Errors) > 0 || json.Unmarshal(response.Data, &head) != nil {
		problem(w, http.StatusServiceUnavailable, "no block is indexed yet")
		return
	}
	now := head.Meta.Block.Timestamp
	if response = s.ask(w, r, query.Request{Query: deadlines, Variables: map[string]any{"now": strconv.FormatUint(now, 10)}}); response == nil {
		return
	}
	var found struct {
		Meta struct{ Deployment string } `json:"_meta"`
		agenda
	}
	if len(response.Errors) > 0 || json.Unmarshal(response.Data, &found) != nil {
		problem(w, http.StatusServiceUnavailable, "the index can't be read now")
		return
	}
	run, _ := of["run"].(string)
	dispute, _ := of["dispute"].(string)
	account, _ := of["account"].(string)
	var appointments []appointment
	for _, e := range found.entries() {
		if e.at < now || run != "" && e.run != run || dispute != "" && !slices.Contains(e.disputes, dispute) || account != "" && !slices.Contains(e.concerns, account) {
			continue
		}
		e.uid += "@" + strings.Trim(found.Meta.Deployment, "@")
		appointments = append(appointments, e.appointment)
	}
	slices.SortStableFunc(appointments, func(a, b appointment) int { return int(int64(a.at) - int64(b.at)) })
	h := w.Header()
	h.Set("Content-Type", "text/calendar; charset=utf-8")
	h.Set("Content-Disposition", `inline; filename="commonweight.ics"`)
	_, _ = w.Write([]byte(icalendar("Commonweight", now, appointments)))
}

type agenda struct {
	Leases, Commitments, Challenges, Cases, Rounds, Matches, Demands, Pledges, Validators []due
}

// entry is an appointment with whom it concerns.
type entry struct {
	appointment
	run                string
	disputes, concerns []string
}

func (a agenda) entries() []entry {
	var all []entry
	add := func(kind string, d due, at seconds, run string, disputes, concerns []string, format string, args ...any) {
		all = append(all, entry{appointment{kind + "-" + d.ID, uint64(at), fmt.Sprintf(format, args...), d.ID}, run, disputes, concerns})
	}
	for _, d := range a.Leases {
		add("lease", d, d.Deadline, d.Run.ID, nil, []string{d.Holder.ID}, "Run %s: the lease of window %s ends", d.Run.ID, d.Window)
	}
	for _, d := range a.Commitments {
		add("challenge-period", d, d.ChallengeUntil, d.Run.ID, nil, []string{d.Committer.ID}, "Run %s: window %s can be challenged until now", d.Run.ID, d.Window)
	}
	for _, d := range a.Challenges {
		add("seal", d, d.OpenUntil, d.Run.ID, []string{d.ID}, []string{d.Challenger.ID, d.Commitment.Committer.ID}, "Dispute %s: the seal must be opened", d.ID)
	}
	for _, d := range a.Cases {
		disputes, parties := d.Commitment.parties()
		add("appeal", d, d.AppealUntil, d.Run.ID, disputes, parties, "Run %s: the verdict can be appealed until now", d.Run.ID)
	}
	for _, d := range a.Rounds {
		disputes, parties := d.CourtCase.Commitment.parties()
		for _, j := range d.Jurors {
			parties = append(parties, j.Validator.ID)
		}
		add("ballots", d, d.CommitUntil, d.CourtCase.Run.ID, disputes, parties, "Run %s: ballots must be in (round %d)", d.CourtCase.Run.ID, d.Round)
		add("reveals", d, d.RevealUntil, d.CourtCase.Run.ID, disputes, parties, "Run %s: ballots must be revealed (round %d)", d.CourtCase.Run.ID, d.Round)
	}
	for _, d := range a.Matches {
		who := []string{d.Committer.ID, d.Challenger.ID}
		add("move", d, d.Deadline, d.Run.ID, []string{d.ID}, who, "Match %s: the clock of who is due (%s) runs out", d.ID, strings.ToLower(d.Due))
	}
	for _, d := range a.Demands {
		add("demand", d, d.Deadline, d.Run.ID, nil, []string{d.By.ID, d.Commitment.Committer.ID}, "Run %s: demanded bytes must be shown", d.Run.ID)
	}
	for _, d := range a.Pledges {
		add("pledge", d, d.Until, d.Run.ID, nil, []string{d.Owner.ID}, "Run %s: the %s can be contested until now", d.Run.ID, strings.ToLower(d.Kind))
	}
	for _, d := range a.Validators {
		add("stake", d, d.LeavingAt, "", nil, []string{d.ID}, "Validator %s: the stake asked back is free", d.ID)
	}
	return all
}

// parties of a disputed commitment, with the disputes.
func (d *due) parties() (disputes, accounts []string) {
	accounts = []string{d.Committer.ID}
	for _, x := range d.Disputes {
		disputes, accounts = append(disputes, x.ID), append(accounts, x.Challenger.ID)
	}
	return disputes, accounts
}
