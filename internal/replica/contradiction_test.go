package replica

import (
	"context"
	"strings"
	"testing"

	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/train/engine"
	"github.com/commonweight/commonweight/train/program"
)

// broken is an engine on a machine that computes one bit wrong.
type broken struct{ engine.Engine }

func (b broken) Step(ctx context.Context, s *program.State) error {
	err := b.Engine.Step(ctx, s)
	s.Tensors[1][0] += 1
	return err
}

// Break makes the first or the second engine of a replica compute wrongly.
func (r *Replica) Break(second bool) {
	m := r.first
	if second {
		m = r.second
	}
	m.engine = broken{m.engine}
}

func TestDifferNamesTheField(t *testing.T) {
	one := chain.Ether(1)
	a := chain.Run{Economy: chain.Economy{Reward: one, RewardValue: one, ReplayCost: one, SeatStake: one, JurorFee: one}}
	b := a
	b.Economy.Reward = chain.Ether(1)
	if found := differ(a, b); found != "" {
		t.Errorf("equal runs differ: %s", found)
	}
	b.Clocks.Open = 7
	if found := differ(a, b); !strings.Contains(found, "Clocks.Open is 0 on chain, 7 by the RunSpec") {
		t.Errorf("said %q", found)
	}
	b = a
	b.Economy.Reward = chain.Ether(2)
	if found := differ(a, b); !strings.Contains(found, "Economy.Reward is 1000000000000000 on chain, 2000000000000000 by the RunSpec") {
		t.Errorf("said %q", found)
	}
}
