package query

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/commonweight/commonweight/coordinator/entity"
	"github.com/commonweight/commonweight/coordinator/store"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"github.com/vektah/gqlparser/v2/parser"
	"github.com/vektah/gqlparser/v2/validator"
)

// View is one state of the index, which stays as it is until Close: a *store.View.
//
// Concurrency: one request.
type View interface {
	Head() *store.Block // nil: nothing is indexed yet
	BlockAt(ctx context.Context, number uint64) (*store.Block, error)
	BlockBy(ctx context.Context, hash [32]byte) (*store.Block, error)
	Find(ctx context.Context, q store.Query) ([]entity.Entity, error)
	Close()
}

// Config is what a Service answers from.
type Config struct {
	Schema     string                                   // the subgraph's
	View       func(ctx context.Context) (View, error)  // the newest state
	Deployment string                                   // names chain and contracts
	First      uint64                                   // earliest block whose state can be asked for
	Faulty     func() bool                              // the index has found something that can't be right
	Internal   func(ctx context.Context, problem error) // told of errors that aren't the client's fault; clients read only that there was one
}

// Service answers requests.
//
// Concurrency: safe for any number of goroutines.
type Service struct {
	config  Config
	dialect *dialect
}

// New returns a service of the subgraph's schema.
func New(config Config) (*Service, error) {
	d, err := newDialect(config.Schema)
	if err != nil {
		return nil, err
	}
	return &Service{config: config, dialect: d}, nil
}

// SDL is the schema that is served, as text.
func (s *Service) SDL() string { return s.dialect.sdl }

// Request is what a client sends.
type Request struct {
	Query         string
	OperationName string
	Variables     map[string]any // as JSON decodes it, numbers as json.Number
}

// Response is what it gets.
type Response struct {
	Data   json.RawMessage `json:"data,omitempty"`
	Errors gqlerror.List   `json:"errors,omitempty"`
}

func refused(errs ...*gqlerror.Error) *Response { return &Response{Errors: errs} }

// Do answers a request. It always answers; what went wrong is in Errors.
func (s *Service) Do(ctx context.Context, r Request) (response *Response) {
	// SAFETY: parser and validator are somebody else's and read what strangers send; a mistake there costs this request and no other.
	defer func() {
		if p := recover(); p != nil {
			response = s.broken(ctx, fmt.Errorf("panic: %v", p))
		}
	}()
	if len(r.Query) > maxQuery {
		return refused(gqlerror.Errorf("the query is longer than %d bytes", maxQuery))
	}
	doc, err := parser.ParseQueryWithTokenLimit(&ast.Source{Input: r.Query}, maxTokens)
	if err != nil {
		return refused(asError(err))
	}
	if err := measure(doc); err != nil {
		return refused(err)
	}
	if errs := validator.ValidateWithRules(s.dialect.schema, doc, nil); len(errs) > 0 {
		return refused(errs[:min(len(errs), maxErrors)]...)
	}
	op, problem := operation(doc, r.OperationName)
	if problem != nil {
		return refused(problem)
	}
	c := &compiler{dialect: s.dialect, doc: doc, op: op, variables: r.Variables}
	plan, problem := c.compile()
	if problem != nil {
		return refused(problem)
	}
	return s.run(ctx, plan)
}

func asError(err error) *gqlerror.Error {
	var known *gqlerror.Error
	if errors.As(err, &known) {
		return known
	}
	return gqlerror.Errorf("%s", err)
}

func operation(doc *ast.QueryDocument, name string) (*ast.OperationDefinition, *gqlerror.Error) {
	switch {
	case name != "":
		if op := doc.Operations.ForName(name); op != nil {
			return op, nil
		}
		return nil, gqlerror.Errorf("there is no operation named %q", name)
	case len(doc.Operations) != 1:
		return nil, gqlerror.Errorf("the request has %d operations: name one by operationName", len(doc.Operations))
	}
	return doc.Operations[0], nil
}

// broken answers when the fault is ours.
func (s *Service) broken(ctx context.Context, err error) *Response {
	var known *gqlerror.Error
	switch {
	case errors.As(err, &known):
		return refused(known)
	case ctx.Err() != nil:
		return refused(gqlerror.Errorf("the query took too long"))
	}
	if s.config.Internal != nil {
		s.config.Internal(ctx, err)
	}
	return refused(gqlerror.Errorf("the index couldn't be read"))
}
