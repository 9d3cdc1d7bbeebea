package api

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"os"
	"strings"
	"time"

	"github.com/commonweight/commonweight/coordinator/query"
	"github.com/commonweight/commonweight/internal/ipfs"
)

// Blocks is content as the gateway serves it: an ipfs.Embedded.
type Blocks interface {
	// Block returns one block, verified.
	Block(ctx context.Context, c ipfs.CID) ([]byte, error)
	// WriteCAR writes contents with all their blocks, each verified before it is written.
	WriteCAR(ctx context.Context, w io.Writer, contents ...ipfs.CID) error
}

const (
	rawBlock = "application/vnd.ipld.raw"
	carFile  = "application/vnd.ipld.car"
)

// gateway is the trustless part of an IPFS gateway: whoever asks gets blocks, and checks them by their CIDs.
func (s *server) gateway(w http.ResponseWriter, r *http.Request) {
	if s.Blocks == nil {
		problem(w, http.StatusNotImplemented, "this coordinator keeps its content in an IPFS node: ask that one's gateway")
		return
	}
	id, err := ipfs.ParseCID(r.PathValue("cid"))
	if err != nil {
		problem(w, http.StatusBadRequest, err.Error())
		return
	}
	format := formatOf(r)
	if format == "" {
		problem(w, http.StatusNotAcceptable, "this gateway is trustless: ask for ?format=raw (one block) or ?format=car (all of it)")
		return
	}
	h := w.Header()
	h.Set("Cache-Control", "public, max-age=29030400, immutable")
	h.Set("Cross-Origin-Resource-Policy", "cross-origin") // what is named by its hash is anybody's
	h.Set("Etag", fmt.Sprintf("%q", id.String()+"."+map[string]string{rawBlock: "raw", carFile: "car"}[format]))
	h.Set("X-Ipfs-Path", "/ipfs/"+id.String())
	if r.Header.Get("If-None-Match") == h.Get("Etag") {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	block, err := s.Blocks.Block(r.Context(), id)
	if err != nil {
		h.Del("Etag")
		h.Set("Cache-Control", "no-store")
		s.gatewayError(w, err)
		return
	}
	h.Set("Content-Type", format)
	if format == rawBlock {
		h.Set("Content-Disposition", fmt.Sprintf("attachment; filename=%q", id.String()+".bin"))
		h.Set("Content-Length", fmt.Sprint(len(block)))
		_, _ = w.Write(block)
		return
	}
	control, done, ok := s.stream(w, r)
	if !ok {
		return
	}
	defer done()
	h.Set("Content-Type", carFile+"; version=1; order=dfs; dups=n")
	h.Set("Content-Disposition", fmt.Sprintf("attachment; filename=%q", id.String()+".car"))
	if err := s.Blocks.WriteCAR(r.Context(), pieces{w, control, s.patience}, id); err != nil {
		panic(http.ErrAbortHandler) // half a file must not look like a whole one
	}
}

func (s *server) gatewayError(w http.ResponseWriter, err error) {
	switch {
	case errors.Is(err, ipfs.ErrNotFound):
		problem(w, http.StatusNotFound, "that content isn't held here")
	case errors.Is(err, ipfs.ErrCorrupt):
		s.Log.Error("stored content is damaged", "err", err)
		problem(w, http.StatusInternalServerError, "that content is damaged here")
	default:
		s.Log.Warn("content can't be read", "err", err)
		problem(w, http.StatusServiceUnavailable, "the content can't be read now")
	}
}

// formatOf reads the trustless formats that a client accepts; "" is none of them.
func formatOf(r *http.Request) string {
	switch r.URL.Query().Get("format") {
	case "raw":
		return rawBlock
	case "car":
		return carFile
	case "":
	default:
		return ""
	}
	for accepted := range strings.SplitSeq(r.Header.Get("Accept"), ",") {
		kind, options, err := mime.ParseMediaType(accepted)
		if err != nil {
			continue
		}
		if kind == rawBlock || kind == carFile && (options["version"] == "" || options["version"] == "1") {
			return kind
		}
	}
	return ""
}

// pieces gives a client time for every piece, not for the whole.
type pieces struct {
	w        io.Writer
	control  *http.ResponseController
	patience time.Duration
}

func (p pieces) Write(b []byte) (int, error) {
	_ = p.control.SetWriteDeadline(time.Now().Add(p.patience))
	return p.w.Write(b)
}

// evidence sends the bundle with which a disputed window can be checked without node, store or dataset.
func (s *server) evidence(w http.ResponseWriter, r *http.Request) {
	if s.Evidence == nil {
		problem(w, http.StatusNotFound, "evidence isn't offered here")
		return
	}
	commitment, ok := s.disputed(w, r)
	if !ok {
		return
	}
	control, done, ok := s.stream(w, r)
	if !ok {
		return
	}
	defer done()
	_ = control.SetWriteDeadline(time.Time{}) // making it may take long; sending its pieces may not
	name, err := s.Evidence(r.Context(), commitment)
	if err != nil {
		_ = control.SetWriteDeadline(time.Now().Add(s.patience))
		if r.Context().Err() == nil {
			s.Log.Warn("no evidence", "commitment", commitment, "err", err)
		}
		problem(w, http.StatusNotFound, "the evidence can't be put together here: something of it is missing")
		return
	}
	file, err := os.Open(name)
	if err != nil {
		problem(w, http.StatusServiceUnavailable, "the evidence can't be read now")
		return
	}
	defer file.Close()
	h := w.Header()
	h.Set("Content-Type", carFile+"; version=1")
	h.Set("Content-Disposition", fmt.Sprintf("attachment; filename=%q", "dispute-"+r.PathValue("id")+".car"))
	if info, err := file.Stat(); err == nil {
		h.Set("Content-Length", fmt.Sprint(info.Size()))
	}
	if _, err := io.Copy(pieces{w, control, s.patience}, file); err != nil {
		panic(http.ErrAbortHandler)
	}
}

// disputed returns the commitment that a dispute is about.
func (s *server) disputed(w http.ResponseWriter, r *http.Request) (commitment string, ok bool) {
	id, ok := (parameter{kind: number}).parse(r.PathValue("id"))
	if !ok {
		problem(w, http.StatusBadRequest, "id: want a challenge's number")
		return "", false
	}
	response := s.ask(w, r, query.Request{Query: `query ($id: ID!) {challenge(id: $id) {commitment {id}}}`, Variables: map[string]any{"id": id}})
	if response == nil {
		return "", false
	}
	var found struct{ Challenge *struct{ Commitment named } }
	if len(response.Errors) > 0 || json.Unmarshal(response.Data, &found) != nil || found.Challenge == nil {
		problem(w, http.StatusNotFound, "there is no such dispute (yet)")
		return "", false
	}
	return found.Challenge.Commitment.ID, true
}
