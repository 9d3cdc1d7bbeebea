package api

import (
	"context"
	"log/slog"
	"net/http"
	"time"

	"github.com/commonweight/commonweight/coordinator/index"
	"github.com/commonweight/commonweight/coordinator/query"
	"github.com/commonweight/commonweight/coordinator/store"
)

// Config is what a handler serves. Nil functions and handlers: it isn't offered.
type Config struct {
	Query    *query.Service
	View     func(ctx context.Context) (*store.View, error)
	Updates  func(ctx context.Context) <-chan index.Update                         // from now on until ctx ends
	Status   func() any                                                            // what /api/status shows
	Problems func() []string                                                       // why what is served shouldn't be relied on now; none: ready
	Evidence func(ctx context.Context, commitment string) (path string, err error) // makes the bundle, or finds the one made before
	Blocks   Blocks
	Kept     func() any           // what /api/kept shows
	Losses   func(run uint64) any // what /api/runs/{n}/losses shows
	Metrics  http.Handler         // shown on the loopback only
	Answered func(status int, took time.Duration)
	Pages    *Pages
	Origins  []string // sites whose pages may read the answers; "*" is all
	Log      *slog.Logger
}

// What requests may take.
const (
	maxBody      = 256 << 10
	maxHeaders   = 16 << 10
	readTimeout  = 15 * time.Second
	idleTimeout  = time.Minute
	queryTimeout = 10 * time.Second
	writeTimeout = 30 * time.Second // of an answer that isn't a stream, and of each piece of one that is
	maxQueries   = 16               // run at a time; others wait
)

// New returns the handler.
func New(config Config) http.Handler {
	return newServer(config).handler()
}

func newServer(config Config) *server {
	return &server{
		Config: config, slots: make(chan struct{}, maxQueries), streams: newStreams(), addresses: newAddresses(), patience: writeTimeout,
	}
}

func (s *server) handler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /graphql", s.graphqlGet)
	mux.HandleFunc("POST /graphql", s.graphqlPost)
	mux.HandleFunc("GET /events", s.events)
	mux.HandleFunc("GET /calendar.ics", s.calendar)
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, _ *http.Request) { text(w, http.StatusOK, "alive") })
	mux.HandleFunc("GET /readyz", s.ready)
	mux.HandleFunc("GET /api/status", s.status)
	mux.HandleFunc("GET /api/disputes/{id}/evidence.car", s.evidence)
	mux.HandleFunc("GET /api/kept", s.kept)
	mux.HandleFunc("GET /api/runs/{id}/losses", s.losses)
	mux.HandleFunc("GET /ipfs/{cid}", s.gateway)
	for _, e := range endpoints {
		mux.HandleFunc("GET "+e.path, s.fixed(e))
	}
	mux.HandleFunc("GET /api/", func(w http.ResponseWriter, _ *http.Request) {
		problem(w, http.StatusNotFound, "there is no such thing here")
	})
	if s.Metrics != nil {
		mux.Handle("GET /metrics", locally(s.Metrics))
	}
	mux.HandleFunc("GET /", s.pages)
	return s.guard(mux)
}

// Server returns an HTTP server of the handler whose clients can't hold it up.
func Server(handler http.Handler, log *slog.Logger) *http.Server {
	return &http.Server{
		Handler: handler, ReadTimeout: readTimeout, ReadHeaderTimeout: readTimeout / 3, IdleTimeout: idleTimeout, MaxHeaderBytes: maxHeaders,
		ErrorLog: slog.NewLogLogger(log.Handler(), slog.LevelDebug), // what strangers send amiss is no news
	}
}

// stream prepares an answer that may take longer than others: its reader has time for every piece, and may be silent.
func (s *server) stream(w http.ResponseWriter, r *http.Request) (control *http.ResponseController, done func(), ok bool) {
	done, ok = s.streams.open(r.RemoteAddr)
	if !ok {
		w.Header().Set("Retry-After", "10")
		problem(w, http.StatusServiceUnavailable, "too many streams are open")
		return nil, nil, false
	}
	if own, ok := w.(*recorder); ok {
		own.streamed = true
	}
	control = http.NewResponseController(w)
	_ = control.SetReadDeadline(time.Time{})
	return control, done, true
}

type server struct {
	Config
	slots     chan struct{}
	streams   *streams
	addresses *addresses
	patience  time.Duration // with a client that doesn't read
}
