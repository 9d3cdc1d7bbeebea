package coordinator

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"time"

	"github.com/commonweight/commonweight/coordinator/api"
	"github.com/commonweight/commonweight/coordinator/index"
	"github.com/commonweight/commonweight/coordinator/pin"
	"github.com/commonweight/commonweight/coordinator/query"
	"github.com/commonweight/commonweight/coordinator/store"
	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/ipfs"
	"github.com/commonweight/commonweight/internal/keeper"
	"github.com/commonweight/commonweight/internal/metrics"
	"github.com/commonweight/commonweight/subgraph"
)

// ErrListen says that the address can't be listened on; another process may do so.
var ErrListen = errors.New("the coordinator can't be served")

// Config is what a coordinator is made of.
type Config struct {
	Client  *chain.Client
	Dir     string   // holds the index, unless File says otherwise, and evidence that was made
	File    string   // of the index; "": in Dir
	Listen  string   // host:port
	Origins []string // sites whose pages may read
	Storage ipfs.Keeper
	Keep    *pin.Policy                                                 // what of the runs' content is kept there; nil: nothing is asked for
	Replica func(ctx context.Context, run chain.RunID) (Replica, error) // opened once per run and kept by the caller; nil: no evidence
	Pages   fs.FS                                                       // nil: none
	Node    string                                                      // http address of a node that readers of the pages may ask; "": none
	Metrics *metrics.Registry
	Account *chain.Account // of the keeper; nil: none
	Pushes  keeper.Policy  // of the keeper, where its account has no money
	Report  func(Event)    // must not block
	Log     *slog.Logger
}

// Event is something a coordinator tells whoever runs it.
type Event struct {
	Kind   EventKind
	URL    string      // Serving
	Block  uint64      // Indexed, Ready: newest block in the index
	Newest uint64      // Indexed, Ready: newest block of the chain
	Events uint64      // Indexed, Ready: events indexed since the start
	Text   string      // Alarm
	Run    chain.RunID // Pushed
	Count  int         // Pushed: transactions that were mined
}

// EventKind says what happened; 0 is invalid.
type EventKind uint8

// Kinds of events.
const (
	Serving EventKind = 1 + iota // requests are answered
	Indexed                      // the index has come closer to the chain
	Ready                        // it has reached it
	Alarm                        // somebody has to look at it
	Pushed                       // the keeper pushed something on
)

func (k EventKind) String() string {
	return [...]string{"invalid", "serving", "indexed", "ready", "alarm", "pushed"}[k]
}

// closing is how long requests under way are given when a coordinator ends.
const closing = 2 * time.Second

// Coordinator is one at work.
type Coordinator struct {
	config   Config
	store    *store.Store
	index    *index.Index
	queries  *query.Service
	pins     *pin.Pins // nil: none
	evidence *evidence
	listener net.Listener
}

// Open opens the index and the address.
//
// Errors: store.ErrOther, ErrListen.
func Open(ctx context.Context, config Config) (*Coordinator, error) {
	if config.File == "" {
		config.File = filepath.Join(config.Dir, "index.db")
	}
	deployment := config.Client.Deployment()
	kept, err := store.Open(ctx, config.File, index.Identity(deployment))
	if err != nil {
		return nil, err
	}
	c := &Coordinator{config: config, store: kept, index: index.New(config.Client, kept, config.Log)}
	if config.Replica != nil {
		c.evidence = newEvidence(filepath.Join(config.Dir, "evidence"), config.Client, config.Replica)
	}
	c.queries, err = query.New(query.Config{
		Schema: subgraph.Schema, First: deployment.Block, Deployment: name(deployment),
		View:     func(ctx context.Context) (query.View, error) { return kept.View(ctx) },
		Faulty:   func() bool { return len(c.index.Status().Alarms()) > 0 },
		Internal: func(_ context.Context, err error) { config.Log.Error("the index can't be read", "err", err) },
	})
	if err != nil {
		return nil, errors.Join(err, kept.Close())
	}
	if config.Keep != nil {
		c.pins, err = pin.Open(pin.Config{
			Client: config.Client, Index: kept, Storage: config.Storage, Dir: config.Dir, Log: config.Log, Policy: *config.Keep,
		})
		if err != nil {
			return nil, errors.Join(err, kept.Close())
		}
	}
	if c.listener, err = net.Listen("tcp", config.Listen); err != nil {
		return nil, errors.Join(fmt.Errorf("%w: %w", ErrListen, err), kept.Close())
	}
	return c, nil
}

// name tells one deployment from another in an answer.
func name(d chain.Deployment) string { return fmt.Sprintf("%d-%s", d.ChainID, d.Training.Hex()) }

// URL is where the coordinator is served.
func (c *Coordinator) URL() string { return "http://" + c.listener.Addr().String() }

// Run indexes, answers and keeps until the context ends, which is its only good end; then everything is closed.
func (c *Coordinator) Run(ctx context.Context) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	server := api.Server(c.handler(), c.config.Log)
	server.BaseContext = func(net.Listener) context.Context { return ctx } // streams end with it
	ended := make(chan error, 4)
	parts := 2
	go func() { ended <- server.Serve(c.listener) }()
	go func() { ended <- c.index.Run(ctx) }()
	if c.config.Account != nil {
		parts++
		go func() { ended <- c.keep(ctx) }()
	}
	if c.pins != nil {
		parts++
		go func() { ended <- c.pins.Run(ctx) }()
	}
	c.report(Event{Kind: Serving, URL: c.URL()})
	watched := make(chan struct{})
	go func() { defer close(watched); c.watch(ctx) }()

	var err error
	select {
	case err = <-ended:
		parts--
	case <-ctx.Done():
	}
	cancel()
	stop, done := context.WithTimeout(context.Background(), closing)
	defer done()
	if shut := server.Shutdown(stop); shut != nil {
		_ = server.Close()
	}
	for range parts {
		if other := <-ended; err == nil && !errors.Is(other, http.ErrServerClosed) {
			err = other
		}
	}
	<-watched
	if errors.Is(err, context.Canceled) || errors.Is(err, http.ErrServerClosed) {
		err = nil
	}
	return errors.Join(err, c.store.Close())
}

func (c *Coordinator) report(e Event) {
	if c.config.Report != nil {
		c.config.Report(e)
	}
}

func (c *Coordinator) handler() http.Handler {
	config := api.Config{
		Query: c.queries, View: c.store.View, Updates: c.index.Changes, Status: func() any { return c.status() }, Problems: c.problems,
		Origins: c.config.Origins, Log: c.config.Log,
	}
	if c.config.Pages != nil {
		config.Pages = &api.Pages{Files: c.config.Pages, Deployment: c.config.Client.Deployment(), Node: c.config.Node}
	}
	if c.evidence != nil {
		config.Evidence = c.evidence.of
	}
	if c.pins != nil {
		config.Kept = func() any { return c.pins.Status() }
		config.Losses = c.losses
	}
	if blocks, ok := c.config.Storage.(api.Blocks); ok {
		config.Blocks = blocks
	}
	if m := c.config.Metrics; m != nil {
		m.Index.Follow(c.measured)
		config.Metrics, config.Answered = m.Handler(), m.Index.Answered
	}
	return api.New(config)
}

// remove is os.Remove for what may be gone already.
func remove(path string) error {
	if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}
