// Package agent is the loop of an agent that keeps no journal: with each block it looks at the chain and makes the moves that are due. It
// knows neither what a move is nor who makes it.
package agent

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"time"

	"github.com/commonweight/commonweight/internal/chain"
)

// Deaf is how long a node may show no new block before nothing is bonded on its word.
const Deaf = time.Minute

// Loop is one agent's.
//
// Concurrency: one goroutine.
type Loop struct {
	Account *chain.Account
	Deaf    time.Duration
	Move    func(ctx context.Context) (moved bool, err error) // makes the first move that is due, if any
	Alert   func(text string)                                 // a person should look
	Muted   string                                            // what a silent node prevents: "nothing can be challenged"
	Log     *slog.Logger
}

// Run makes what moves are due after each block, until the context ends, which is its only end.
func (l *Loop) Run(ctx context.Context) {
	blocks := l.Account.Blocks(ctx)
	listen := time.NewTicker(l.Deaf)
	defer listen.Stop()
	for {
		select {
		case _, open := <-blocks:
			if !open {
				return
			}
			l.settleDown(ctx)
		case <-listen.C:
			if l.silent() {
				l.Alert(fmt.Sprintf("the node has shown no new block for more than %s: %s", l.Deaf, l.Muted))
			}
		}
	}
}

// settleDown makes moves until none is due: after each, everything is looked at again, since the chain has moved on.
func (l *Loop) settleDown(ctx context.Context) {
	for ctx.Err() == nil && !l.silent() {
		moved, err := l.Move(ctx)
		if err != nil {
			l.Failed(ctx, "plan", err)
			return
		}
		if !moved {
			return
		}
	}
}

func (l *Loop) silent() bool { return l.Account.Silence() > l.Deaf }

// Failed writes down why a move failed. Refusals and transactions that weren't mined mean that the chain has moved on: the next block is a new
// try. Only money that is short needs a person.
func (l *Loop) Failed(ctx context.Context, doing string, err error) {
	switch {
	case ctx.Err() != nil:
	case errors.Is(err, chain.ErrFunds):
		l.Alert(fmt.Sprintf("%s: %v; send coins to %s", doing, err, l.Account.Address()))
	default:
		l.Log.Warn("a move failed and is planned again", "doing", doing, "err", err)
	}
}
