package api

import (
	"net/http"
	"strconv"
	"strings"
)

// ready says whether what is served may be relied on, and if not, why.
func (s *server) ready(w http.ResponseWriter, _ *http.Request) {
	status, problems := http.StatusOK, s.Problems()
	if len(problems) > 0 {
		status = http.StatusServiceUnavailable
	}
	answer(w, status, map[string]any{"ready": len(problems) == 0, "problems": append([]string{}, problems...)})
}

func (s *server) status(w http.ResponseWriter, _ *http.Request) { answer(w, http.StatusOK, s.Status()) }

// kept shows what stays available here, and what can't be had.
func (s *server) kept(w http.ResponseWriter, _ *http.Request) {
	if s.Kept == nil {
		problem(w, http.StatusNotImplemented, "this coordinator keeps nothing")
		return
	}
	answer(w, http.StatusOK, s.Kept())
}

// losses shows the loss after each window of a run, out of the checkpoints that are kept.
func (s *server) losses(w http.ResponseWriter, r *http.Request) {
	if s.Losses == nil {
		problem(w, http.StatusNotImplemented, "this coordinator keeps nothing")
		return
	}
	if _, ok := runNumber.parse(r.PathValue("id")); !ok {
		problem(w, http.StatusBadRequest, "id: want "+runNumber.help)
		return
	}
	run, _ := strconv.ParseUint(r.PathValue("id"), 10, 64) // parse has checked it
	answer(w, http.StatusOK, s.Losses(run))
}

// overview tells people with curl what there is.
func overview() string {
	var b strings.Builder
	b.WriteString("A coordinator of Commonweight. It only reads; nobody needs to trust it.\n\n" +
		"/graphql?query=…      the dialect of The Graph; POST it as JSON\n/events               server-sent events\n/api/status           how the index does\n")
	for _, e := range endpoints {
		b.WriteString(e.path)
		for i, p := range e.parameters {
			if p.inPath {
				continue
			}
			b.WriteString(map[bool]string{true: "?", false: "&"}[i == 0 || e.parameters[i-1].inPath] + p.name + "=")
		}
		b.WriteString("  " + e.help + "\n")
	}
	b.WriteString("/api/runs/{id}/losses  the loss after each window\n/api/kept              content that stays available here, and what can't be had\n")
	b.WriteString("/api/disputes/{id}/evidence.car  check it offline: commonweight verify --bundle\n/calendar.ics?run=&dispute=&account=  deadlines ahead\n" +
		"/ipfs/{cid}           a block (?format=raw) or a whole content (?format=car)\n/healthz, /readyz, /metrics\n")
	return b.String()
}
