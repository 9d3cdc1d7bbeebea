package api

import (
	"bytes"
	"encoding/json"
	"net/http"
	"strconv"
	"strings"

	"github.com/commonweight/commonweight/coordinator/query"
)

// endpoint is JSON at a path: one field of a fixed query. Parameters of the path and of the URL's query are its variables; what isn't given is
// left out, which the dialect reads as no condition.
type endpoint struct {
	path       string
	help       string
	query      string
	parameters []parameter
}

type parameter struct {
	name, help string
	kind       parameterKind
	inPath     bool
	values     []string // word: what may be given
}

// parameterKind says how a parameter is spelled; 0 is invalid.
type parameterKind uint8

const (
	number parameterKind = 1 + iota
	digits
	word
)

var pages = []parameter{
	{name: "first", help: "at most so many (100, up to 1000)", kind: number},
	{name: "skip", help: "after so many", kind: number},
}

var (
	runNumber  = parameter{name: "id", help: "the run's number", kind: number, inPath: true}
	hashInPath = parameter{name: "id", help: "0x and 64 hexadecimal digits", kind: digits, inPath: true}
)

const (
	runFields = `id number author {id} owner {id} createdAt specHash specCid programRoot datasetRoot genesisRoot totalSteps windowSteps windows
		keyFrameEvery headCount head {id window postRoot cid} anchorCount anchor {id window postRoot cid}
		lease {id holder {id} window acquiredAt deadline bond status} reward rewardToken escrow paid commitments rejected voided disputed`
	commitmentFields = `id run {id} window firstStep steps preRoot postRoot cid committer {id} bond reward committedAt committedBlock tx challengeUntil
		status mark finalisedAt rejectedAt challenges unopened unsettled parentHash voidedBy {id}`
	challengeFields = `id number run {id} commitment {id window postRoot committer {id} status} challenger {id} beneficiary {id} bond sealedAt openUntil
		openedAt root status outcome waived concludedAt settledAt toChallenger toBeneficiary toCommitter burned`
	matchFields = `id run {id} committer {id} challenger {id} steps preRoot committerRoot challengerRoot startedAt deadline due phase moves step
		agreed operator outcome endedAt endedIn byClock truth`
)

// endpoints are what curl is for. What they leave out, GraphQL has.
var endpoints = []endpoint{
	{path: "/api/runs", help: "runs, newest first", parameters: pages,
		query: `query ($first: Int, $skip: Int) {a: runs(first: $first, skip: $skip, orderBy: number, orderDirection: desc) {` + runFields + `}}`},
	{path: "/api/runs/{id}", help: "one run", parameters: []parameter{runNumber}, query: `query ($id: ID!) {a: run(id: $id) {` + runFields + `}}`},
	{path: "/api/runs/{id}/commitments", help: "its commitments, newest first", parameters: append([]parameter{runNumber}, pages...),
		query: `query ($id: String!, $first: Int, $skip: Int) {a: commitments(where: {run: $id}, first: $first, skip: $skip, orderBy: committedBlock,
			orderDirection: desc) {` + commitmentFields + `}}`},
	{path: "/api/commitments/{id}", help: "one commitment, by its hash", parameters: []parameter{hashInPath},
		query: `query ($id: ID!) {a: commitment(id: $id) {` + commitmentFields + ` auditors disputes {id status challenger {id} root} courtCase {round verdict}}}`},
	{path: "/api/disputes", help: "challenges, newest first", parameters: append([]parameter{
		{name: "run", help: "of this run", kind: number},
		{name: "status", help: "in this state", kind: word, values: []string{"Sealed", "Opened", "Lapsed", "Won", "Defeated", "Returned"}},
		{name: "challenger", help: "by this address", kind: digits},
	}, pages...), query: `query ($run: String, $status: ChallengeStatus, $challenger: String, $first: Int, $skip: Int) {
			a: challenges(where: {run: $run, status: $status, challenger: $challenger}, first: $first, skip: $skip, orderBy: number,
			orderDirection: desc) {` + challengeFields + `}}`},
	{path: "/api/disputes/{id}", help: "one challenge with its case and match", parameters: []parameter{{name: "id", help: "its number", kind: number, inPath: true}},
		query: `query ($id: ID!) {a: challenge(id: $id) {` + challengeFields + ` arithmetic {by {id} openedAt match {` + matchFields + `}}
			courtCase: commitment {case: courtCase {openedAt round verdict talliedAt appealUntil waived resolvedAt
			rounds(orderBy: round) {round size seedBlock drawnAt seats commitUntil revealUntil committed revealed talliedAt verdict votes votesFor
			jurors {validator {id} stake ballot {committedAt revealedAt root} settledAt fee burned}}}}}}`},
	{path: "/api/matches/{id}", help: "one match with its moves", parameters: append([]parameter{{name: "id", help: "its number", kind: number, inPath: true}}, pages...),
		query: `query ($id: ID!, $first: Int, $skip: Int) {a: match(id: $id) {` + matchFields + `
			log(first: $first, skip: $skip, orderBy: number) {number kind side phase place value data deadline at tx}}}`},
	{path: "/api/accounts/{id}", help: "one account with its money in the Vault", parameters: []parameter{{name: "id", help: "its address", kind: digits, inPath: true}},
		query: `query ($id: ID!) {a: account(id: $id) {id namedKey runs leases lapsedLeases commitments finalised steps rejected challenges challengesWon
			challengesLost firstSeen balances {token credited withdrawn credit}}}`},
	{path: "/api/validators", help: "validators, by stake", parameters: pages,
		query: `query ($first: Int, $skip: Int) {a: validators(first: $first, skip: $skip, orderBy: stake, orderDirection: desc) {id stake locked leaving
			leavingAt seats committed revealed settled fees burned joinedAt}}`},
}

// fixed answers an endpoint.
func (s *server) fixed(e endpoint) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		variables, wrong := e.variables(r)
		if wrong != "" {
			problem(w, http.StatusBadRequest, wrong)
			return
		}
		response := s.ask(w, r, query.Request{Query: e.query, Variables: variables})
		if response == nil {
			return
		}
		var found struct{ A json.RawMessage }
		switch {
		case len(response.Errors) > 0:
			problem(w, http.StatusServiceUnavailable, response.Errors[0].Message)
		case json.Unmarshal(response.Data, &found) != nil || bytes.Equal(found.A, []byte("null")):
			problem(w, http.StatusNotFound, "there is nothing of that name (yet)")
		default:
			answer(w, http.StatusOK, found.A)
		}
	}
}

func (e endpoint) variables(r *http.Request) (variables map[string]any, wrong string) {
	variables = make(map[string]any)
	given := r.URL.Query()
	for _, p := range e.parameters {
		value := given.Get(p.name)
		if p.inPath {
			value = r.PathValue(p.name)
		} else {
			delete(given, p.name)
			if value == "" {
				continue
			}
		}
		parsed, ok := p.parse(value)
		if !ok {
			return nil, p.name + ": want " + p.help
		}
		variables[p.name] = parsed
	}
	for name := range given {
		return nil, "no parameter is named " + strconv.Quote(cut(name))
	}
	return variables, ""
}

// parse checks the form of a value, so that two spellings of a number aren't two things.
func (p parameter) parse(value string) (any, bool) {
	switch p.kind {
	case number:
		n, err := strconv.ParseUint(value, 10, 64)
		if err != nil || strconv.FormatUint(n, 10) != value {
			return nil, false
		}
		if p.name == "first" || p.name == "skip" {
			return json.Number(value), true
		}
		return value, true
	case digits:
		number, ok := strings.CutPrefix(value, "0x")
		ok = ok && len(number) >= 40 && len(number) <= 64 && strings.Trim(strings.ToLower(number), "0123456789abcdef") == ""
		return strings.ToLower(value), ok
	}
	for _, known := range p.values {
		if strings.EqualFold(value, known) {
			return known, true
		}
	}
	return nil, false
}

func cut(name string) string {
	if len(name) > 40 {
		return name[:40]
	}
	return name
}
