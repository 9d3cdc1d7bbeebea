package devnet

import (
	"context"
	"log/slog"
	"sync"

	gethlog "github.com/ethereum/go-ethereum/log"
)

// gethLogger is a type of our own because go-ethereum's SetDefault, given one of its own, would replace the program's slog default too.
type gethLogger struct{ gethlog.Logger }

// listenToGeth lets go-ethereum's errors through to slog. It ends the process after its gravest ones, so silence would leave a riddle.
var listenToGeth = sync.OnceFunc(func() { gethlog.SetDefault(gethLogger{gethlog.NewLogger(errorsOnly{})}) })

// errorsOnly hands records of errors to whatever slog's default is at that time.
type errorsOnly struct{}

func (errorsOnly) Enabled(_ context.Context, level slog.Level) bool { return level >= slog.LevelError }

func (errorsOnly) Handle(ctx context.Context, r slog.Record) error {
	r.AddAttrs(slog.String("room", "devnet"))
	return slog.Default().Handler().Handle(ctx, r)
}

func (h errorsOnly) WithAttrs([]slog.Attr) slog.Handler { return h }
func (h errorsOnly) WithGroup(string) slog.Handler      { return h }
