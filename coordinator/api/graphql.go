package api

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"mime"
	"net/http"
	"strings"
	"time"

	"github.com/commonweight/commonweight/coordinator/query"
)

func (s *server) graphqlPost(w http.ResponseWriter, r *http.Request) {
	if kind, _, err := mime.ParseMediaType(r.Header.Get("Content-Type")); err != nil || kind != "application/json" {
		problem(w, http.StatusUnsupportedMediaType, `send {"query": "…", "variables": {…}} as application/json`)
		return
	}
	var body struct {
		Query         string         `json:"query"`
		OperationName string         `json:"operationName"`
		Variables     map[string]any `json:"variables"`
		Extensions    any            `json:"extensions"` // clients send them; none is known here
	}
	if !decode(w, r.Body, &body) {
		return
	}
	s.graphql(w, r, query.Request{Query: body.Query, OperationName: body.OperationName, Variables: body.Variables})
}

func (s *server) graphqlGet(w http.ResponseWriter, r *http.Request) {
	given := r.URL.Query()
	request := query.Request{Query: given.Get("query"), OperationName: given.Get("operationName")}
	if request.Query == "" {
		problem(w, http.StatusBadRequest, "send a query: /graphql?query={runs{id}}, or POST it as JSON")
		return
	}
	if variables := given.Get("variables"); variables != "" && !decode(w, strings.NewReader(variables), &request.Variables) {
		return
	}
	s.graphql(w, r, request)
}

// decode reads one JSON value and nothing after it, or says what is wrong with it.
func decode(w http.ResponseWriter, from io.Reader, into any) bool {
	decoder := json.NewDecoder(from)
	decoder.UseNumber()
	err := decoder.Decode(into)
	if err == nil {
		if _, err = decoder.Token(); err == nil {
			err = errors.New("there is more than one value")
		} else if errors.Is(err, io.EOF) {
			return true
		}
	}
	var tooLong *http.MaxBytesError
	if errors.As(err, &tooLong) {
		problem(w, http.StatusRequestEntityTooLarge, "the request is too long")
		return false
	}
	problem(w, http.StatusBadRequest, "that isn't the JSON expected here: "+err.Error())
	return false
}

func (s *server) graphql(w http.ResponseWriter, r *http.Request, request query.Request) {
	if response := s.ask(w, r, request); response != nil {
		answer(w, http.StatusOK, response)
	}
}

// ask runs a query when its turn has come; nil: it has answered already.
func (s *server) ask(w http.ResponseWriter, r *http.Request, request query.Request) *query.Response {
	ctx, cancel := context.WithTimeout(r.Context(), queryTimeout)
	defer cancel()
	leave, err := s.addresses.enter(ctx, r.RemoteAddr)
	if err == nil {
		defer leave()
		select {
		case s.slots <- struct{}{}:
			defer func() { <-s.slots }()
		case <-ctx.Done():
			err = ctx.Err()
		}
	}
	if err != nil {
		w.Header().Set("Retry-After", "5")
		problem(w, http.StatusServiceUnavailable, "too much is asked at the moment: try again")
		return nil
	}
	began := time.Now()
	defer func() { s.addresses.charge(r.RemoteAddr, time.Since(began)) }()
	return s.Query.Do(ctx, request)
}
