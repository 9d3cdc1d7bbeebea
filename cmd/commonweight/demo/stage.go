package demo

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"math/big"
	"os"
	"path/filepath"

	"github.com/commonweight/commonweight/internal/author"
	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/chain/devnet"
	"github.com/commonweight/commonweight/internal/ipfs"
	"github.com/commonweight/commonweight/internal/replica"
)

// Config is what a demo is made of.
type Config struct {
	Data    string // folder of text
	Out     string // where the results go
	Seed    uint64 // of the run
	Engine  string
	Threads int
	Console io.Writer

	// attach brings somebody on who looks on from the start, and is asked at the end. Tests only.
	attach func(ctx context.Context, s *stage) (after func(context.Context, *Report) error, err error)
}

// actor is one key with its own connection and its own copy of the run.
type actor struct {
	name, role string
	honest     bool
	account    *chain.Account
	replica    *replica.Replica
	dir        string
	before     *big.Int
}

// stage is everything the actors stand on.
type stage struct {
	config Config
	work   string // scratch, removed after a good end
	log    *os.File
	net    *devnet.Devnet
	store  ipfs.Store
	client *chain.Client // the audience's own connection
	plan   *author.Plan
	run    chain.RunID
	actors []*actor
	stake  *big.Int // of each validator
	undo   []func() error
}

const (
	nameAuthor  = "author"
	nameHonest  = "alice"
	nameLiar    = "mallory"
	nameIdler   = "ivan"
	nameProofer = "faythe"
	nameGriefer = "grace"
)

// cast is who takes part; the place in it is the number of the key.
var cast = []actor{
	{name: nameAuthor, role: "run author", honest: true},
	{name: nameHonest, role: "worker", honest: true},
	{name: nameLiar, role: "worker who lies"},
	{name: nameIdler, role: "worker who idles"},
	{name: nameProofer, role: "fraud-proofer", honest: true},
	{name: nameGriefer, role: "griefer"},
	{name: "victor", role: "validator", honest: true},
	{name: "vera", role: "validator", honest: true},
	{name: "valentin", role: "validator", honest: true},
}

// casesPerStake is for how many cases at once a validator's stake lasts.
const casesPerStake = 4

// set puts up the stage: chain, storage, dataset, run and actors.
func set(ctx context.Context, config Config, d display) (s *stage, err error) {
	s = &stage{config: config, work: filepath.Join(config.Out, "work")}
	defer func() {
		if err != nil {
			err = errors.Join(err, s.strike())
		}
	}()
	if err := os.RemoveAll(s.work); err != nil {
		return s, fmt.Errorf("clear the last demo: %w", err)
	}
	if err := os.MkdirAll(s.work, 0o755); err != nil {
		return s, fmt.Errorf("make the folder for the results: %w", err)
	}
	if s.log, err = os.Create(filepath.Join(config.Out, "demo.log")); err != nil {
		return s, err
	}
	s.onStrike(s.log.Close)

	d.status(func(t *status) { t.act = "setting the stage: chain, storage, dataset" })
	draft := author.Default()
	draft.Seed = config.Seed
	if s.plan, err = author.Prepare(ctx, draft, author.Sources{Data: config.Data}); err != nil {
		return s, err
	}
	d.line(fmt.Sprintf("dataset: %d bytes of %s, root %s", s.plan.Spec.Dataset.Bytes, config.Data, s.plan.Spec.Dataset.Root))
	if s.net, err = devnet.Start(ctx, devnet.Config{}); err != nil {
		return s, err
	}
	s.onStrike(s.net.Close)
	if s.store, err = ipfs.OpenEmbedded(filepath.Join(s.work, "blocks")); err != nil {
		return s, err
	}
	s.onStrike(s.store.Close)
	if s.client, err = s.dial(ctx); err != nil {
		return s, err
	}
	d.line("chain 1337 at " + s.net.WS() + ", contracts deployed")
	return s, s.enter(ctx, d)
}

// enter registers the run and brings the actors on.
func (s *stage) enter(ctx context.Context, d display) error {
	for i := range cast {
		a := cast[i]
		client, err := s.dial(ctx)
		if err != nil {
			return err
		}
		a.dir = filepath.Join(s.work, a.name)
		if a.account, err = client.Open(s.net.Keys()[i], a.dir); err != nil {
			return err
		}
		s.onStrike(a.account.Close)
		if a.before, err = client.Balance(ctx, a.account.Address()); err != nil {
			return err
		}
		s.actors = append(s.actors, &a)
	}
	var err error
	if s.run, err = s.plan.Register(ctx, s.actor(nameAuthor).account, s.store); err != nil {
		return err
	}
	run, err := s.client.Run(ctx, s.run)
	if err != nil {
		return err
	}
	s.stake = new(big.Int).Mul(run.Economy.SeatStake, big.NewInt(casesPerStake))
	d.line(fmt.Sprintf("run %d: %d steps in windows of %d, a GPT of %d parameters", s.run, s.plan.Spec.Steps, s.plan.Spec.Window, parameters(s.plan.Program)))
	for _, a := range s.actors {
		if a.name == nameAuthor {
			continue
		}
		// The files under replicas are content-addressed and checked at every reading, so agents of one machine may share them.
		options := replica.Options{Dir: filepath.Join(s.work, "replicas"), Engine: s.config.Engine, Threads: s.config.Threads}
		if a.replica, err = replica.Open(ctx, a.account.Client, s.store, s.run, options); err != nil {
			return fmt.Errorf("%s: %w", a.name, err)
		}
		s.onStrike(a.replica.Close)
	}
	return nil
}

func (s *stage) dial(ctx context.Context) (*chain.Client, error) {
	client, err := chain.Dial(ctx, s.net.WS(), s.net.Deployment())
	if err != nil {
		return nil, err
	}
	s.onStrike(func() error { client.Close(); return nil })
	return client, nil
}

func (s *stage) actor(name string) *actor {
	for _, a := range s.actors {
		if a.name == name {
			return a
		}
	}
	panic("demo: nobody is called " + name)
}

func (s *stage) logger(a *actor) *slog.Logger {
	return slog.New(slog.NewTextHandler(s.log, nil)).With("actor", a.name)
}

func (s *stage) onStrike(f func() error) { s.undo = append(s.undo, f) }

// strike takes the stage down, newest part first.
func (s *stage) strike() error {
	var errs []error
	for i := len(s.undo) - 1; i >= 0; i-- {
		errs = append(errs, s.undo[i]())
	}
	s.undo = nil
	return errors.Join(errs...)
}
