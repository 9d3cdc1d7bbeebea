package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"github.com/commonweight/commonweight/cmd/commonweight/top"
	"github.com/commonweight/commonweight/coordinator"
	"github.com/commonweight/commonweight/coordinator/store"
	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/ipfs"
	"github.com/commonweight/commonweight/internal/metrics"
	"github.com/commonweight/commonweight/internal/replica"
	"github.com/commonweight/commonweight/train/engine/cuda"
)

// Exit codes, documented in the help of the root command.
const (
	exitDone        = 0
	exitDisagree    = 1
	exitBadInput    = 2
	exitUnknown     = 3
	exitSurrounding = 4
	exitFailed      = 5
	exitInterrupted = 130
)

// codedError carries the exit code of what happened.
type codedError struct {
	code int
	err  error
}

func (e *codedError) Error() string { return e.err.Error() }
func (e *codedError) Unwrap() error { return e.err }

func badInput(err error) error { return &codedError{exitBadInput, err} }

// errDisagree and errUnknown end a verb whose answer has been printed already.
var (
	errDisagree = &codedError{exitDisagree, errors.New("the committed bits are wrong")}
	errUnknown  = &codedError{exitUnknown, errors.New("no answer: see the reason above, nothing was bonded")}
)

// surroundings are the errors that another try in other surroundings may not meet.
var surroundings = []error{
	chain.ErrUnreachable, chain.ErrWrongChain, chain.ErrNotDeployed, chain.ErrLocked, chain.ErrKey, chain.ErrFunds, chain.ErrNotMined,
	ipfs.ErrUnreachable, metrics.ErrListen, top.ErrCoordinator, coordinator.ErrListen, store.ErrTwoWriters,
	cuda.ErrMemory, cuda.ErrDevice, cuda.ErrArithmetic, cuda.ErrUnsupported,
}

// exitCode says how the verb ended.
func exitCode(ctx context.Context, err error) int {
	var coded *codedError
	switch {
	case err == nil:
		return exitDone
	case ctx.Err() != nil && errors.Is(err, context.Canceled):
		return exitInterrupted
	case errors.As(err, &coded):
		return coded.code
	case errors.Is(err, replica.ErrUnknown):
		return exitUnknown
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, chain.ErrNotFound), errors.Is(err, store.ErrOther):
		return exitBadInput
	}
	for _, s := range surroundings {
		if errors.Is(err, s) {
			return exitSurrounding
		}
	}
	return exitFailed
}

// finish prints an error as one line and returns the exit code.
func (c *console) finish(ctx context.Context, err error) int {
	code := exitCode(ctx, err)
	if err == nil {
		return code
	}
	line := strings.Join(strings.Fields(err.Error()), " ")
	if code == exitInterrupted {
		line = "interrupted; start the same command again to go on"
	}
	if c.json {
		_ = json.NewEncoder(c.err).Encode(map[string]any{"error": line, "exit": code})
	} else {
		fmt.Fprintln(c.err, "commonweight:", line)
	}
	return code
}

// print writes a verb's result: the value as JSON, or the text that describe returns.
func (c *console) print(value any, describe func() string) error {
	if c.json {
		encoder := json.NewEncoder(c.out)
		encoder.SetIndent("", "  ")
		return encoder.Encode(value)
	}
	_, err := fmt.Fprintln(c.out, strings.TrimRight(describe(), "\n"))
	return err
}
