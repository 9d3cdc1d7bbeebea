package metrics

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"time"

	"github.com/prometheus/client_golang/prometheus/promhttp"
)

const (
	patience   = 10 * time.Second // for one request, from its first byte to the answer's last
	atOnce     = 4                // requests
	maxHeader  = 8 << 10
	connection = 2 * time.Minute // without a request
)

// Handler serves the page that Prometheus reads.
func (r *Registry) Handler() http.Handler {
	return promhttp.HandlerFor(r.registry, promhttp.HandlerOpts{MaxRequestsInFlight: atOnce, Timeout: patience, ErrorHandling: promhttp.ContinueOnError})
}

// Server shows a registry to whoever reaches its address.
type Server struct {
	listener net.Listener
	server   *http.Server
	ended    chan error
}

// ErrListen says that the address can't be listened on; another process may do so.
var ErrListen = errors.New("metrics can't be shown")

// Serve shows the registry under /metrics at host:port until Close. Without a host it listens on the loopback only: the page shows balances and deadlines.
//
// Errors: ErrListen.
func Serve(r *Registry, address string) (*Server, error) {
	host, port, err := net.SplitHostPort(address)
	if err != nil {
		return nil, fmt.Errorf("%w at %q: %w", ErrListen, address, err)
	}
	if host == "" {
		host = "127.0.0.1"
	}
	listener, err := net.Listen("tcp", net.JoinHostPort(host, port))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrListen, err)
	}
	mux := http.NewServeMux()
	mux.Handle("GET /metrics", r.Handler())
	s := &Server{listener: listener, ended: make(chan error, 1), server: &http.Server{
		Handler: mux, ReadTimeout: patience, WriteTimeout: patience + time.Second, IdleTimeout: connection, MaxHeaderBytes: maxHeader,
	}}
	go func() { s.ended <- s.server.Serve(listener) }()
	return s, nil
}

// URL is where the page is.
func (s *Server) URL() string { return "http://" + s.listener.Addr().String() + "/metrics" }

// Close ends the server. A request under way is given a second.
func (s *Server) Close() error {
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	err := s.server.Shutdown(ctx)
	if errors.Is(err, context.DeadlineExceeded) {
		err = s.server.Close()
	}
	if ended := <-s.ended; !errors.Is(ended, http.ErrServerClosed) {
		err = errors.Join(err, ended)
	}
	return err
}
