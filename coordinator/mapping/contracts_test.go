package mapping_test

import (
	"context"
	"testing"

	"github.com/commonweight/commonweight/coordinator/check"
	"github.com/commonweight/commonweight/coordinator/entity"
	"github.com/commonweight/commonweight/coordinator/mapping"
	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/chain/evm"
	"github.com/commonweight/commonweight/internal/simulate"
)

// After every transaction of every simulated history, what the mappings changed is what the contracts say; at the end all of it is, and it
// is consistent.
func TestContractsSayTheSame(t *testing.T) {
	if testing.Short() {
		t.Skip("long")
	}
	seen := map[*evm.Chain]*derived{}
	of := func(c *evm.Chain) *derived {
		if seen[c] == nil {
			seen[c] = derive(t, c)
		}
		return seen[c]
	}
	events := 0
	_, err := simulate.Run(t.Context(), simulate.Options{
		Seed: 1, Quick: true, Sent: func(c *evm.Chain) { of(c).follow() },
		Played: func(name string, c *evm.Chain) {
			d := of(c)
			d.follow()
			d.agrees(name)
			events += d.mapped
			delete(seen, c)
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Log(events, "events")
}

// derived is what the mappings make of a chain's log.
type derived struct {
	t         *testing.T
	chain     *evm.Chain
	contracts *check.Contracts
	store     *recorder
	read      int // logs
	mapped    int // events
}

// recorder is a store that remembers what was changed.
type recorder struct {
	*entity.Memory
	changed []entity.Entity
}

func (r *recorder) Save(e entity.Entity) error {
	r.changed = append(r.changed, e)
	return r.Memory.Save(e)
}

func derive(t *testing.T, c *evm.Chain) *derived {
	contracts := check.New(c.Deployment(), func(_ context.Context, contract chain.Address, data []byte) ([]byte, error) {
		return c.View(contract, data)
	})
	return &derived{t: t, chain: c, contracts: contracts, store: &recorder{Memory: entity.NewMemory()}}
}

// follow maps what was logged since, and compares what that changed with the contracts.
func (d *derived) follow() {
	d.t.Helper()
	logs := d.chain.Logs()
	events, err := d.chain.Deployment().Decode(logs[d.read:])
	if err != nil {
		d.t.Fatal(err)
	}
	d.store.changed = nil
	for _, e := range events {
		if err := mapping.Apply(d.store, e); err != nil {
			d.t.Error(err)
		}
	}
	d.read, d.mapped = len(logs), d.mapped+len(events)
	last := map[string]bool{}
	for _, e := range d.store.changed {
		if id := e.EntityKind().String() + e.EntityID(); !last[id] {
			last[id] = true
			now, err := d.store.Load(e.EntityKind(), e.EntityID())
			if err != nil {
				d.t.Fatal(err)
			}
			d.told("as it goes", d.compare(now))
		}
	}
}

func (d *derived) compare(e entity.Entity) []string {
	differences, err := d.contracts.Entity(d.t.Context(), e)
	if err != nil {
		d.t.Error(err)
	}
	return differences
}

// agrees compares everything.
func (d *derived) agrees(name string) {
	d.t.Helper()
	differences, err := d.contracts.All(d.t.Context(), d.store.Entities())
	if err != nil {
		d.t.Errorf("%s: %v", name, err)
	}
	d.told(name, differences)
}

func (d *derived) told(name string, differences []string) {
	d.t.Helper()
	for _, text := range differences {
		d.t.Errorf("%s: %s", name, text)
	}
}
