package api

import (
	"io/fs"
	"net/http"
	"path"
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

// pagePolicy lets the pages load what lies beside them and talk to their own server; wallets put their own scripts in.
const pagePolicy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; " +
	"manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

// pages serves the web pages. Paths that name no file are the pages' own to read.
func (s *server) pages(w http.ResponseWriter, r *http.Request) {
	if s.Pages == nil {
		if r.URL.Path != "/" {
			problem(w, http.StatusNotFound, "there is no such thing here")
			return
		}
		text(w, http.StatusOK, overview())
		return
	}
	name := strings.TrimPrefix(path.Clean(r.URL.Path), "/")
	info, err := fs.Stat(s.Pages, name)
	if name == "" || err != nil || info.IsDir() {
		if path.Ext(name) != "" {
			problem(w, http.StatusNotFound, "there is no such file")
			return
		}
		name = "index.html"
	}
	h := w.Header()
	h.Set("Content-Security-Policy", pagePolicy)
	h.Set("Cache-Control", "no-cache")
	if strings.HasPrefix(name, "assets/") { // named by their content
		h.Set("Cache-Control", "public, max-age=31536000, immutable")
	}
	http.ServeFileFS(w, r, s.Pages, name)
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
	b.WriteString("/api/disputes/{id}/evidence.car  check it offline: commonweight verify --bundle\n/calendar.ics?run=&dispute=&account=  deadlines ahead\n" +
		"/ipfs/{cid}           a block (?format=raw) or a whole content (?format=car)\n/healthz, /readyz, /metrics\n")
	return b.String()
}
