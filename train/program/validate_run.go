package program

import (
	"fmt"
	"math/big"
)

func (d Dataset) validate(c *checker, field string, m Model) {
	c.require(cidPattern.MatchString(d.CID), field+".cid", "%.120q is not a CID", d.CID)
	c.between(field+".bytes", d.Bytes, 1, maxPayloadBytes)
	want := DatasetTokens
	if m.Kind == ModelMLP {
		want = DatasetTabular
	}
	c.require(d.Kind == want, field+".kind", "%.50q does not go with the model %q", d.Kind, m.Kind)
	if c.err != nil {
		return
	}
	if d.Kind == DatasetTabular {
		record := 4 * (m.Features + 1)
		c.require(d.Bytes%record == 0, field+".bytes", "%d bytes are no whole number of records of %d bytes", d.Bytes, record)
		c.absent(d.Kind, field+".tokenBytes", d.TokenBytes == 0)
		c.absent(d.Kind, field+".stride", d.Stride == 0)
		return
	}
	c.require(d.TokenBytes == 1 || d.TokenBytes == 2 || d.TokenBytes == 4, field+".tokenBytes", "%d is not 1, 2 or 4", d.TokenBytes)
	c.between(field+".stride", d.Stride, 1, maxPayloadBytes/4)
	if c.err != nil {
		return
	}
	c.require(d.Bytes%d.TokenBytes == 0, field+".bytes", "%d bytes are no whole number of tokens of %d bytes", d.Bytes, d.TokenBytes)
	c.require(d.Bytes/d.TokenBytes > m.Context, "model.context",
		"a sample takes %d tokens, the %s has %d", m.Context+1, field, d.Bytes/d.TokenBytes)
}

// Samples is the number of samples of the dataset of a valid spec.
func (s Spec) Samples() uint64 { return s.Dataset.samples(s.Model) }

func (d Dataset) samples(m Model) uint64 {
	if d.Kind == DatasetTabular {
		return uint64(d.Bytes / (4 * (m.Features + 1)))
	}
	return uint64((d.Bytes/d.TokenBytes-m.Context-1)/d.Stride + 1)
}

// validate needs the other fields to be right.
func (g *Goal) validate(c *checker, s Spec) {
	g.Dataset.validate(c, "goal.dataset", s.Model)
	c.require(g.Dataset.Root != s.Dataset.Root, "goal.dataset.root", "is the run's own: what is trained on isn't held out")
	c.between("goal.batches", g.Batches, 1, maxHeldOut)
	c.decimal("goal.target", g.Target, 0, maxRate, true)
	if c.err == nil {
		samples := g.Dataset.samples(s.Model)
		c.require(uint64(g.Batches)*uint64(s.Batch) <= samples, "goal.batches",
			"%d of %d samples are more than the %d there are", g.Batches, s.Batch, samples)
	}
}

func (g Genesis) validate(c *checker) {
	switch g.Kind {
	case GenesisSeed:
		c.absent(g.Kind, "genesis.root", g.Root == nil)
		c.absent(g.Kind, "genesis.cid", g.CID == "")
	case GenesisImport:
		c.require(g.Root != nil, "genesis.root", "is missing")
		c.require(cidPattern.MatchString(g.CID), "genesis.cid", "%.120q is not a CID", g.CID)
	default:
		c.require(false, "genesis.kind", "%.50q is neither %q nor %q", g.Kind, GenesisSeed, GenesisImport)
	}
}

// Int is the amount; 0 for what is no Wei.
func (w Wei) Int() *big.Int {
	n := new(big.Int)
	if weiPattern.MatchString(string(w)) {
		n.SetString(string(w), 10)
	}
	return n
}

func (c *checker) wei(field string, w Wei) {
	c.require(weiPattern.MatchString(string(w)) && w.Int().BitLen() <= 96, field, "%.50q is not an amount of wei below 2^96", string(w))
}

func (e Economics) validate(c *checker) {
	c.between("economics.refStepMillis", e.RefStepMillis, 1, 1<<32-1)
	c.require(addressPattern.MatchString(e.RewardToken), "economics.rewardToken", "%.60q is not an address in lower case", e.RewardToken)
	c.wei("economics.reward", e.Reward)
	c.wei("economics.rewardValue", e.RewardValue)
	c.wei("economics.replayCost", e.ReplayCost)
	c.wei("economics.seatStake", e.SeatStake)
	c.wei("economics.jurorFee", e.JurorFee)
	c.require(e.SeatStake.Int().Sign() > 0, "economics.seatStake", "is 0")
	for _, j := range []struct {
		field string
		seats int
	}{{"economics.jury", e.Jury}, {"economics.largerJury", e.LargerJury}} {
		c.require(j.seats >= 1 && j.seats <= maxJury && j.seats%2 == 1, j.field, "%d is not odd and at most %d", j.seats, maxJury)
	}
	c.require(e.LargerJury >= e.Jury, "economics.largerJury", "%d is less than the jury of %d", e.LargerJury, e.Jury)
	c.between("economics.maxPending", e.MaxPending, 1, maxPending)
}

func (k Clocks) validate(c *checker) {
	for _, clock := range []struct {
		name    string
		seconds int
	}{
		{"lease", k.Lease},
		{"challenge", k.Challenge},
		{"open", k.Open},
		{"ballotCommit", k.BallotCommit},
		{"ballotReveal", k.BallotReveal},
		{"appeal", k.Appeal},
		{"matchClock", k.MatchClock},
		{"moveExtension", k.MoveExtension},
		{"listExtension", k.ListExtension},
		{"historyExtension", k.HistoryExtension},
		{"demand", k.Demand},
	} {
		c.between(fmt.Sprintf("clocks.%s", clock.name), clock.seconds, 1, maxClock)
	}
}
