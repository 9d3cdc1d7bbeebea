package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"
	"time"

	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/config"
	"github.com/commonweight/commonweight/internal/ipfs"
	"github.com/commonweight/commonweight/internal/metrics"
	"github.com/commonweight/commonweight/internal/replica"
	"github.com/spf13/cobra"
)

// kuboTimeout bounds one request to a Kubo node: content that nobody holds would block for ever.
const kuboTimeout = 60 * time.Second

// session is what a verb works with, opened from its settings. Close ends all of it.
type session struct {
	config config.Config
	client *chain.Client
	meters *metrics.Registry // of a verb that stays; nil of others
	shown  bool              // somebody may read them
	close  []func() error
}

// verb is the body of a command.
type verb = func(cmd *cobra.Command, args []string) error

// within opens a session for a verb and closes it after.
func within(do func(ctx context.Context, s *session) error) verb {
	return func(cmd *cobra.Command, _ []string) error {
		s, err := open(cmd)
		if err != nil {
			return err
		}
		if err := do(cmd.Context(), s); err != nil {
			return errors.Join(err, s.Close())
		}
		return s.Close()
	}
}

// acting is within for a verb that acts with the settings' key.
func acting(do func(ctx context.Context, s *session, account *chain.Account) error) verb {
	return within(func(ctx context.Context, s *session) error {
		account, err := s.account()
		if err != nil {
			return err
		}
		return do(ctx, s, account)
	})
}

// open reads the settings and connects to the chain.
func open(cmd *cobra.Command) (*session, error) {
	settings, err := config.Load(cmd.Flags())
	if err != nil {
		return nil, badInput(err)
	}
	deployment, err := chain.LoadDeployment(settings.Deployment)
	if err != nil {
		return nil, badInput(fmt.Errorf("%w; name it by --deployment (a devnet writes deployment.json into its data-dir)", err))
	}
	if deployment.ChainID != settings.ChainID {
		return nil, badInput(fmt.Errorf("%w: %s is for chain %d, the settings want %d",
			chain.ErrWrongChain, settings.Deployment, deployment.ChainID, settings.ChainID))
	}
	client, err := chain.Dial(cmd.Context(), settings.RPC, deployment)
	if err != nil {
		return nil, err
	}
	s := &session{config: settings, client: client}
	s.onClose(func() error { client.Close(); return nil })
	return s, nil
}

func (s *session) onClose(f func() error) { s.close = append(s.close, f) }

// Close undoes what was opened, newest first.
func (s *session) Close() error {
	var errs []error
	for i := len(s.close) - 1; i >= 0; i-- {
		errs = append(errs, s.close[i]())
	}
	return errors.Join(errs...)
}

// key opens the settings' key.
func (s *session) key() (chain.Key, error) {
	if s.config.Key.File == "" {
		return chain.Key{}, badInput(errors.New("this verb needs a key: name its keystore file by --key-file and its password by --key-password-file or --key-password-env"))
	}
	return chain.LoadKey(chain.KeySource(s.config.Key))
}

// address is that of the settings' key, which another process may use meanwhile.
func (s *session) address() (chain.Address, error) {
	key, err := s.key()
	return key.Address, err
}

// account takes the settings' key into use.
func (s *session) account() (*chain.Account, error) {
	key, err := s.key()
	if err != nil {
		return nil, err
	}
	account, err := s.client.Open(key, s.config.DataDir)
	if err != nil {
		return nil, err
	}
	s.onClose(account.Close)
	return account, nil
}

// store opens the storage the settings name.
func (s *session) store() (ipfs.Store, error) {
	store, err := openStore(s.config.Storage)
	if err != nil {
		return nil, err
	}
	s.onClose(store.Close)
	if s.meters != nil {
		return meteredStore{store, s.meters.Storage}, nil
	}
	return store, nil
}

func openStore(storage config.Storage) (ipfs.Keeper, error) {
	if storage.Mode == config.Kubo {
		return ipfs.OpenKubo(storage.Kubo, kuboTimeout)
	}
	return ipfs.OpenEmbedded(storage.Path)
}

// replica opens a verified copy of a run.
func (s *session) replica(ctx context.Context, run chain.RunID) (*replica.Replica, error) {
	return s.openReplica(ctx, run, false)
}

// partial opens a verified copy of the run asked for, or of the newest, with as much of its dataset as there is.
func (s *session) partial(ctx context.Context, asked uint64) (*replica.Replica, error) {
	run, err := s.pick(ctx, asked)
	if err != nil {
		return nil, err
	}
	return s.openReplica(ctx, run, true)
}

func (s *session) openReplica(ctx context.Context, run chain.RunID, partial bool) (*replica.Replica, error) {
	store, err := s.store()
	if err != nil {
		return nil, err
	}
	r, err := replica.Open(ctx, s.client, store, run, replica.Options{
		Dir: filepath.Join(s.config.DataDir, "replicas"), Engine: s.config.Engine, Threads: s.config.Threads, Partial: partial, Proofs: s.checkProofs(store),
	})
	if err != nil {
		return nil, err
	}
	s.onClose(r.Close)
	// States of a large model are gigabytes without a pointer in them: collecting is cheap, and waiting until they have doubled isn't.
	if r.Large() && os.Getenv("GOGC") == "" {
		debug.SetGCPercent(largeStatesGC)
	}
	return r, nil
}

// largeStatesGC is the garbage that may pile up beside large states, in percent of what is in use.
const largeStatesGC = 20

// runFlag is the run a verb is about; 0 stands for the newest one.
func runFlag(cmd *cobra.Command) *uint64 {
	return cmd.Flags().Uint64("run", 0, "run id (default: the newest run)")
}

// picked opens a verified copy of the run asked for, or of the newest.
func (s *session) picked(ctx context.Context, asked uint64) (*replica.Replica, error) {
	run, err := s.pick(ctx, asked)
	if err != nil {
		return nil, err
	}
	return s.replica(ctx, run)
}

// pick returns the run asked for, or the newest.
func (s *session) pick(ctx context.Context, asked uint64) (chain.RunID, error) {
	n, err := s.client.Runs(ctx)
	if err != nil {
		return 0, err
	}
	switch {
	case n == 0:
		return 0, badInput(errors.New("there is no run on this chain yet: create one with `commonweight run create`"))
	case asked == 0:
		return n, nil
	case asked > uint64(n):
		return 0, badInput(fmt.Errorf("there is no run %d, the newest is %d", asked, n))
	}
	return chain.RunID(asked), nil
}
