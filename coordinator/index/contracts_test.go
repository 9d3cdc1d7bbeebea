package index

import (
	"context"
	"fmt"

	"github.com/commonweight/commonweight/coordinator/entity"
)

// counting are contracts that know how many runs there are, and nothing else.
type counting int32

func (c counting) Entity(_ context.Context, e entity.Entity) ([]string, error) {
	if all, ok := e.(*entity.Protocol); ok && all.Runs != int32(c) {
		return []string{fmt.Sprintf("%d runs, not %d", all.Runs, c)}, nil
	}
	return nil, nil
}

func (c counting) Money(context.Context, []entity.Entity) ([]string, error) { return nil, nil }
