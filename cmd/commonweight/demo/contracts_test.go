package demo

import (
	"context"
	"testing"

	"github.com/commonweight/commonweight/coordinator/check"
	"github.com/commonweight/commonweight/coordinator/entity"
	"github.com/commonweight/commonweight/coordinator/mapping"
)

// contractsAgree holds everything that an index derives from the demo's whole log to what the contracts say.
func contractsAgree(ctx context.Context, t *testing.T, s *stage) error {
	newest := s.client.Latest()
	events, err := s.client.Events(ctx, s.client.Deployment().Block, newest.Number)
	if err != nil {
		return err
	}
	store := entity.NewMemory()
	for _, e := range events {
		if err := mapping.Apply(store, e); err != nil {
			return err
		}
	}
	differences, err := check.New(s.client.Deployment(), s.client.AsOf(newest.Hash).Ask).All(ctx, store.Entities())
	for _, difference := range differences {
		t.Error(difference)
	}
	return err
}
