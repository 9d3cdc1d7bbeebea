package api

import (
	"io/fs"
	"net/http"
	"net/url"
	"path"
	"strings"

	"github.com/commonweight/commonweight/internal/chain"
)

// Pages are the web pages, and what they are told of the chain.
type Pages struct {
	Files      fs.FS
	Deployment chain.Deployment
	Node       string // http address of a node that readers without a wallet may ask; "": none
}

// config is what the pages read first: coordinator/web/src/source/config.ts. Addresses are relative to it.
func (p *Pages) config(gateway bool) any {
	var node, content *string
	if p.Node != "" {
		node = &p.Node
	}
	if gateway {
		content = new("ipfs/")
	}
	return map[string]any{
		"graphql": "graphql", "events": "events", "api": "api/", "gateway": content, "rpc": node,
		"chainId": p.Deployment.ChainID, "deployment": p.Deployment,
	}
}

// policy lets the pages load what lies beside them and talk to their own server and node; wallets put their own scripts in.
func (p *Pages) policy() string {
	connect := "'self'"
	if node, err := url.Parse(p.Node); err == nil && node.Host != "" {
		connect += " " + node.Scheme + "://" + node.Host
	}
	return "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; connect-src " + connect +
		"; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
}

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
	h := w.Header()
	h.Set("Cache-Control", "no-cache")
	if name == "config.json" {
		answer(w, http.StatusOK, s.Pages.config(s.Blocks != nil))
		return
	}
	info, err := fs.Stat(s.Pages.Files, name)
	if name == "" || err != nil || info.IsDir() {
		if path.Ext(name) != "" {
			problem(w, http.StatusNotFound, "there is no such file")
			return
		}
		name = "index.html"
	}
	h.Set("Content-Security-Policy", s.Pages.policy())
	if strings.HasPrefix(name, "assets/") { // named by their content
		h.Set("Cache-Control", "public, max-age=31536000, immutable")
	}
	http.ServeFileFS(w, r, s.Pages.Files, name)
}
