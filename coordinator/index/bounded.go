package index

import (
	"context"

	"github.com/commonweight/commonweight/internal/chain"
)

// bounded is a source that answers in time or not at all.
type bounded struct{ Source }

func bound[T any](ctx context.Context, question func(context.Context) (T, error)) (T, error) {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	return question(ctx)
}

func (b bounded) HeaderAt(ctx context.Context, number uint64) (chain.Header, error) {
	return bound(ctx, func(ctx context.Context) (chain.Header, error) { return b.Source.HeaderAt(ctx, number) })
}

func (b bounded) HeadersAt(ctx context.Context, numbers []uint64) ([]chain.Header, error) {
	return bound(ctx, func(ctx context.Context) ([]chain.Header, error) { return b.Source.HeadersAt(ctx, numbers) })
}

func (b bounded) LoggedIn(ctx context.Context, first, last uint64) ([]chain.Event, error) {
	return bound(ctx, func(ctx context.Context) ([]chain.Event, error) { return b.Source.LoggedIn(ctx, first, last) })
}

func (b bounded) LoggedBy(ctx context.Context, block chain.Hash) ([]chain.Event, error) {
	return bound(ctx, func(ctx context.Context) ([]chain.Event, error) { return b.Source.LoggedBy(ctx, block) })
}

func (b bounded) Proven(ctx context.Context, h chain.Header) ([]chain.Event, error) {
	return bound(ctx, func(ctx context.Context) ([]chain.Event, error) { return b.Source.Proven(ctx, h) })
}
