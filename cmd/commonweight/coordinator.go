package main

import (
	"context"
	"fmt"
	"log/slog"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"github.com/commonweight/commonweight/coordinator"
	"github.com/commonweight/commonweight/coordinator/monitor"
	"github.com/commonweight/commonweight/coordinator/pin"
	"github.com/commonweight/commonweight/coordinator/web"
	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/forecast"
	"github.com/commonweight/commonweight/internal/keeper"
	"github.com/commonweight/commonweight/internal/lookout"
	"github.com/commonweight/commonweight/internal/metrics"
	"github.com/commonweight/commonweight/internal/replica"
	"github.com/spf13/cobra"
	"golang.org/x/term"
)

func coordinatorVerb(c *console) *cobra.Command {
	return group(&cobra.Command{Use: "coordinator", Short: "Show everybody what happens: index, API, evidence, keeper"}, coordinatorServe(c))
}

func coordinatorServe(c *console) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "serve",
		Short: "Index the contracts and answer what others ask",
		Long: `Follows the contracts' log into an index (SQLite, in the data folder) and serves it: GraphQL as a graph node does, server-sent events, JSON, a
calendar of deadlines, evidence of disputes, content by CID. Nobody has to trust it and it has no say in anything: stop it, start it, throw its index
away. docs/coordinator.md tells what it offers.

With a key it also pushes on what anyone may: by default where that brings more than its gas, with --push-always whatever holds up a run.`,
		Example: `  commonweight coordinator serve
  commonweight coordinator serve --listen :8547 --allow-origin https://pages.example
  curl http://127.0.0.1:8547/api/runs`,
		Args: cobra.NoArgs,
	}
	listen := cmd.Flags().String("listen", "127.0.0.1:8547", "host:port to serve at; without a host, all of this machine's addresses")
	index := cmd.Flags().String("index", "", "file of the index (default <data-dir>/coordinator/index.db)")
	origins := cmd.Flags().StringSlice("allow-origin", nil, "site whose pages may read the answers, such as https://pages.example (* is all; default: none)")
	node := cmd.Flags().String("node-for-pages", "", "http address of a node that readers of the pages may ask without a wallet (default: on local chains this one's, else none)")
	always := cmd.Flags().Bool("push-always", false, "keeper: push on whatever holds up a run, whatever the gas costs")
	keep := cmd.Flags().String("keep", "all", "content of runs to keep in the storage: all, key-frames (what is final and no key frame is let go of), nothing")
	cmd.RunE = within(func(ctx context.Context, s *session) error {
		policy, err := keepPolicy(*keep)
		if err != nil {
			return badInput(err)
		}
		for _, origin := range *origins {
			if err := checkOrigin(origin); err != nil {
				return badInput(err)
			}
		}
		if err := checkNode(*node); err != nil {
			return badInput(err)
		}
		account, err := s.keeperAccount(*always)
		if err != nil {
			return err
		}
		if err := s.measure(metrics.RoleCoordinator, account); err != nil {
			return err
		}
		storage, err := openStore(s.config.Storage)
		if err != nil {
			return err
		}
		s.onClose(storage.Close)
		pushes := keeper.IfItPays
		if *always {
			pushes = keeper.Always
		}
		events := &coordinatorEvents{events: events{console: c}, line: !c.json && onTerminal(c)}
		replicas := s.replicas()
		server, err := coordinator.Open(ctx, coordinator.Config{
			Client: s.client, Dir: filepath.Join(s.config.DataDir, "coordinator"), File: *index, Listen: *listen, Origins: *origins,
			Pages: web.Pages(), Node: nodeForPages(*node, s),
			Storage: storage, Keep: policy, Metrics: s.meters, Account: account, Pushes: pushes, Report: events.Report, Log: slog.Default(),
			Replica: func(ctx context.Context, run chain.RunID) (coordinator.Replica, error) { return replicas(ctx, run) },
		})
		if err != nil {
			return err
		}
		defer s.monitor(ctx, account, replicas, events)()
		return quietEnd(ctx, server.Run(ctx))
	})
	return cmd
}

// monitor forecasts open disputes on the coordinator's own replicas, until stop is called.
func (s *session) monitor(ctx context.Context, account *chain.Account, replicas func(context.Context, chain.RunID) (*replica.Replica, error), events *coordinatorEvents) (stop func()) {
	var keeper chain.Address
	if account != nil {
		keeper = account.Address()
	}
	look := s.lookOut(ctx, lookout.Config{Account: keeper})
	m := monitor.New(monitor.Config{
		Client: s.client, Judge: func(ctx context.Context, run chain.RunID) (monitor.Judge, error) { return replicas(ctx, run) }, Judged: look.Judged, Log: slog.Default(),
		Alarm: func(f forecast.Finding) {
			events.Report(coordinator.Event{Kind: coordinator.Alarm, Run: f.Run,
				Text: fmt.Sprintf("a %s about window %d of run %d (%s: %s) contradicts this machine's own replay", f.By, f.Window, f.Run, f.Commitment, f.Text)})
		},
	})
	ctx, cancel := context.WithCancel(ctx)
	done := make(chan struct{})
	go func() {
		defer close(done)
		m.Run(ctx)
	}()
	return func() { cancel(); <-done }
}

// keepPolicy reads --keep; nil is to keep nothing.
func keepPolicy(text string) (*pin.Policy, error) {
	policy := pin.Everything()
	switch text {
	case "all":
	case "key-frames":
		policy = pin.KeyFrames()
	case "nothing":
		return nil, nil
	default:
		return nil, fmt.Errorf("--keep %q: want all, key-frames or nothing", text)
	}
	return &policy, nil
}

// keeperAccount takes the settings' key into use, if they name one.
func (s *session) keeperAccount(must bool) (*chain.Account, error) {
	if s.config.Key.File == "" && !must {
		return nil, nil
	}
	return s.account()
}

// replicas opens the copies of runs that evidence is made from and disputes are judged by, each once, when it is needed.
func (s *session) replicas() func(ctx context.Context, run chain.RunID) (*replica.Replica, error) {
	var mu sync.Mutex
	known := make(map[chain.RunID]*replica.Replica)
	return func(ctx context.Context, run chain.RunID) (*replica.Replica, error) {
		mu.Lock()
		defer mu.Unlock()
		if r, ok := known[run]; ok {
			return r, nil
		}
		r, err := s.openReplica(ctx, run, true)
		if err != nil {
			return nil, err
		}
		known[run] = r
		return r, nil
	}
}

func checkNode(address string) error {
	u, err := url.Parse(address)
	if address != "" && (err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "") {
		return fmt.Errorf("--node-for-pages %q: want an http address, such as https://rpc.example", address)
	}
	return nil
}

// nodeForPages is the node that the pages name to whoever reads them. A node of one's own is not everybody's, but on a local chain.
func nodeForPages(named string, s *session) string {
	if named != "" || !chain.IsLocal(s.client.Deployment().ChainID) {
		return named
	}
	if address, ok := strings.CutPrefix(s.config.RPC, "ws"); ok {
		return "http" + address
	}
	return s.config.RPC
}

func checkOrigin(origin string) error {
	if origin == "*" {
		return nil
	}
	u, err := url.Parse(origin)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" || u.Scheme+"://"+u.Host != origin {
		return fmt.Errorf("--allow-origin %q: want a scheme and a host, such as https://pages.example", origin)
	}
	return nil
}

func onTerminal(c *console) bool {
	f, ok := c.out.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// coordinatorEvents prints progress as one line that is written over on a terminal, and as a line now and then elsewhere.
type coordinatorEvents struct {
	events
	line bool // progress is written over
	open bool // a line of progress stands unfinished
	told uint64
}

// Report is called from more than one goroutine.
func (w *coordinatorEvents) Report(e coordinator.Event) {
	if w.console.json {
		w.emit(e.Kind.String(), fieldsOf(e), "")
		return
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	text := textOf(e)
	if e.Kind == coordinator.Indexed {
		switch {
		case w.line:
			fmt.Fprintf(w.console.out, "\r\x1b[K%s", text)
			w.open = true
		case e.Newest > 0 && 10*e.Block/e.Newest > w.told: // a line for each tenth
			w.told = 10 * e.Block / e.Newest
			fmt.Fprintln(w.console.out, text)
		}
		return
	}
	if w.open {
		w.open = false
		fmt.Fprint(w.console.out, "\r\x1b[K")
	}
	fmt.Fprintln(w.console.out, text)
}

// fieldsOf is what programs read of an event.
func fieldsOf(e coordinator.Event) any {
	switch e.Kind {
	case coordinator.Serving:
		return struct{ At string }{e.URL}
	case coordinator.Indexed, coordinator.Ready:
		return struct{ Block, Newest, Events uint64 }{e.Block, e.Newest, e.Events}
	case coordinator.Alarm:
		return struct{ Text string }{e.Text}
	}
	return struct {
		Run          chain.RunID
		Transactions int
	}{e.Run, e.Count}
}

func textOf(e coordinator.Event) string {
	switch e.Kind {
	case coordinator.Serving:
		return "serving at " + e.URL
	case coordinator.Indexed:
		return fmt.Sprintf("indexed block %d of %d, %d events", e.Block, e.Newest, e.Events)
	case coordinator.Ready:
		return fmt.Sprintf("ready: block %d, %d events", e.Block, e.Events)
	case coordinator.Alarm:
		return "alarm: " + e.Text
	}
	return fmt.Sprintf("run %d: pushed on, %d transactions", e.Run, e.Count)
}
