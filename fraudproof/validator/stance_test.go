package validator

import (
	"math/big"
	"strings"
	"testing"

	"github.com/commonweight/commonweight/internal/chain"
)

func TestWeigh(t *testing.T) {
	coins := func(n int64) *big.Int { return chain.Ether(1000 * n) }
	usual := func(change func(*prospect)) prospect {
		x := prospect{now: 1000, until: 5000, period: 5000, reward: coins(32), stake: coins(0), gas: coins(1), bond: coins(25), balance: coins(100)}
		change(&x)
		return x
	}
	for name, c := range map[string]struct {
		x     prospect
		worth bool
		why   string
	}{
		"nobody names the root":                 {usual(func(x *prospect) {}), true, "worth 32"},
		"gas eats the reward":                   {usual(func(x *prospect) { x.gas = coins(33) }), false, "isn't worth"},
		"gas eats the reward, not the stake":    {usual(func(x *prospect) { x.gas, x.stake = coins(33), coins(4) }), true, "ballot"},
		"somebody names it":                     {usual(func(x *prospect) { x.spoken = true }), false, "already"},
		"a seal may name it":                    {usual(func(x *prospect) { x.hidden = 1 }), false, "waiting"},
		"a seal may name it, and time runs out": {usual(func(x *prospect) { x.hidden, x.now = 1, 4900 }), false, "waiting"},
		"somebody names it, stake on it":        {usual(func(x *prospect) { x.spoken, x.stake = true, coins(4) }), false, "already"},
		"the same, and the court let it stand":  {usual(func(x *prospect) { x.spoken, x.stake, x.stands = true, coins(4), true }), true, "4 of stake would burn"},
		"the same, and time runs out":           {usual(func(x *prospect) { x.spoken, x.stake, x.now = true, coins(4), 3751 }), true, "4 of stake would burn"},
		"the same, a moment before":             {usual(func(x *prospect) { x.spoken, x.stake, x.now = true, coins(4), 3750 }), false, "already"},
		"the court let it stand, no stake":      {usual(func(x *prospect) { x.spoken, x.stands = true, true }), false, "already"},
		"no money":                              {usual(func(x *prospect) { x.balance = coins(25) }), false, "send coins"},
		"just enough money":                     {usual(func(x *prospect) { x.balance = coins(26) }), true, "worth"},
	} {
		worth, why := c.x.weigh()
		if worth != c.worth || !strings.Contains(why, c.why) {
			t.Errorf("%s: %v, %q", name, worth, why)
		}
	}
	// 40 % of what 20 % of gas leave.
	if got := rewardOf(coins(100)); got.Cmp(coins(32)) != 0 {
		t.Errorf("reward %s", got)
	}
}

func TestStanceConcernsOnlyWhatContradictsIt(t *testing.T) {
	s := NewStance(nil)
	about := chain.Commitment{Run: 1, PreRoot: chain.Hash{1}, PostRoot: chain.Hash{8}, Window: 3, Steps: 2}
	mine := position{root: chain.Hash{9}, stake: new(big.Int)}
	if s.Concerns(chain.Hash{}, about) {
		t.Error("it has no answer")
	}
	s.Found(about, chain.Hash{7})
	if p, ok := s.of(about); !ok || p.root != (chain.Hash{7}) || p.stake.Sign() != 0 || !s.Concerns(chain.Hash{}, about) {
		t.Error("what an auditor found doesn't concern it")
	}
	s.take(map[question]position{questionOf(about): mine})
	if p, _ := s.of(about); p.root != mine.root {
		t.Error("a seat's answer doesn't come first")
	}
	if !s.Concerns(chain.Hash{}, about) {
		t.Error("another root doesn't concern it")
	}
	for name, change := range map[string]func(*chain.Commitment){
		"the same root":  func(c *chain.Commitment) { c.PostRoot = mine.root },
		"another run":    func(c *chain.Commitment) { c.Run = 2 },
		"another state":  func(c *chain.Commitment) { c.PreRoot = chain.Hash{2} },
		"another window": func(c *chain.Commitment) { c.Window = 4 },
		"fewer steps":    func(c *chain.Commitment) { c.Steps = 1 },
	} {
		c := about
		change(&c)
		if s.Concerns(chain.Hash{}, c) {
			t.Errorf("%s concerns it", name)
		}
	}
	if worth, why, err := s.Worth(t.Context(), chain.Hash{}, about, chain.Hash{7}); worth || err != nil || !strings.Contains(why, "can't tell") {
		t.Errorf("this machine contradicts itself: %v, %q, %v", worth, why, err)
	}
}
