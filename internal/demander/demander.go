package demander

import (
	"context"
	"fmt"
	"log/slog"
	"math/big"

	"github.com/commonweight/commonweight/internal/agent"
	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/replica"
)

// margin is what must be left of a challenge period for a demand to be mined in it. Seconds of block time.
const margin = 2

// Keep takes in a leaf of the dataset that was shown; replica.Replica does.
type Keep interface {
	Take(leaf uint64, opening []byte) error
}

// Config is what a demander needs.
type Config struct {
	Account *chain.Account
	Run     chain.RunID
	Keep    Keep
	Report  func(Event) // told what happens, in order; must not block
	Log     *slog.Logger
}

// Demander asks for the bytes that one account lacks in one run. All it remembers may be lost at any moment without consequence.
//
// Concurrency: one goroutine.
type Demander struct {
	Config
	challenge uint64   // length of the challenge period, seconds
	limit     *big.Int // wei, that may be spent on one commitment
	log       *chain.Log
	asked     map[chain.Hash]*record
	told      agent.Told[chain.Hash] // the alert told last
}

// record is what the log tells about the demands on one commitment.
type record struct {
	last  chain.Demanded
	open  bool
	spent *big.Int // wei, by this account, and answered or still open
	tiles bool     // tiles were shown, or are asked for
}

// New returns a demander. It may spend on a commitment half of what a challenge bonds: who would bond on its verdict has that at stake.
func New(ctx context.Context, config Config) (*Demander, error) {
	run, err := config.Account.Run(ctx, config.Run)
	if err != nil {
		return nil, fmt.Errorf("demand bytes in run %d: %w", config.Run, err)
	}
	bond, err := config.Account.ChallengeBond(ctx, config.Run)
	if err != nil {
		return nil, fmt.Errorf("demand bytes in run %d: %w", config.Run, err)
	}
	if config.Report == nil {
		config.Report = func(Event) {}
	}
	d := &Demander{
		Config: config, challenge: uint64(run.Clocks.Challenge), limit: bond.Rsh(bond, 1), log: config.Account.Log(config.Run),
		told: make(agent.Told[chain.Hash]),
	}
	d.clear()
	return d, nil
}

func (d *Demander) clear() { d.asked = make(map[chain.Hash]*record) }

// Take reads what was demanded and shown since the last time, keeps the leaves among it, and says whether any came.
func (d *Demander) Take(ctx context.Context) (came bool, err error) {
	events, restarted, err := d.log.Next(ctx)
	if err != nil {
		return false, fmt.Errorf("demand bytes in run %d: %w", d.Run, err)
	}
	if restarted {
		d.clear()
	}
	for _, e := range events {
		took, err := d.take(ctx, e)
		if err != nil {
			d.log = d.Account.Log(d.Run) // what was read of this batch is read again
			d.clear()
			return came, err
		}
		came = came || took
	}
	return came, nil
}

func (d *Demander) take(ctx context.Context, e chain.Event) (came bool, err error) {
	switch data := e.Data.(type) {
	case chain.Demanded:
		r := d.of(data.Commitment)
		r.last, r.open = data, true
		r.tiles = r.tiles || data.Kind == chain.DemandTiles
		if data.By == d.Account.Address() {
			r.spent.Add(r.spent, data.Fee)
		}
	case chain.DemandEnded:
		d.of(data.Commitment).open = false
		if data.By == d.Account.Address() {
			d.of(data.Commitment).spent.Sub(d.of(data.Commitment).spent, data.Fee)
		}
	case chain.DemandAnswered:
		r := d.of(data.Commitment)
		r.open = false
		if r.last.Kind == chain.DemandLeaf {
			return d.keep(ctx, e, r.last.Index)
		}
	}
	return false, nil
}

// keep takes in a leaf that was shown. One that can't be read, or isn't that leaf, is lost to this machine and nothing else.
func (d *Demander) keep(ctx context.Context, e chain.Event, leaf uint64) (bool, error) {
	opening, err := d.Account.Shown(ctx, e)
	if ctx.Err() != nil {
		return false, ctx.Err()
	}
	if err == nil {
		err = d.Keep.Take(leaf, opening)
	}
	commitment := e.Data.(chain.DemandAnswered).Commitment
	if err != nil {
		d.alert(commitment, fmt.Sprintf("leaf %d of the dataset was shown and can't be kept: %v", leaf, err))
		return false, nil
	}
	d.report(Event{Kind: Shown, Commitment: commitment, Demand: chain.DemandLeaf, Leaf: leaf})
	return true, nil
}

func (d *Demander) of(commitment chain.Hash) *record {
	r := d.asked[commitment]
	if r == nil {
		r = &record{spent: new(big.Int)}
		d.asked[commitment] = r
	}
	return r
}

// Ask makes the next demand on a commitment for what is missing, if there is one to make, and says whether it did. Take comes before it.
func (d *Demander) Ask(ctx context.Context, commitment chain.Hash, m replica.Missing) (moved bool, err error) {
	if m.State != (chain.Hash{}) {
		return d.ask(ctx, m.State, chain.DemandTiles, nil)
	}
	return d.ask(ctx, commitment, chain.DemandLeaf, m.Leaves)
}

func (d *Demander) ask(ctx context.Context, commitment chain.Hash, kind chain.DemandKind, leaves []uint64) (bool, error) {
	r := d.of(commitment)
	if r.open || kind == chain.DemandTiles && r.tiles || kind == chain.DemandLeaf && len(leaves) == 0 {
		return false, nil
	}
	live, err := d.live(ctx, commitment)
	if err != nil || !live {
		return false, err
	}
	fee, err := d.Account.DemandFee(ctx, commitment)
	if err != nil {
		return false, err
	}
	// Rationale: some of the leaves are of no use, so all are asked for or none.
	if needed := total(fee, max(1, len(leaves))); needed.Add(needed, r.spent).Cmp(d.limit) > 0 {
		d.alert(commitment, fmt.Sprintf("demanding what is missing costs %s, more than %s", chain.Coins(needed), chain.Coins(d.limit)))
		return false, nil
	}
	var receipt *chain.Receipt
	e := Event{Kind: Asked, Commitment: commitment, Demand: kind, Fee: fee}
	if kind == chain.DemandTiles {
		receipt, err = d.Account.DemandTiles(ctx, commitment)
	} else {
		e.Leaf = leaves[0]
		receipt, err = d.Account.DemandLeaf(ctx, commitment, e.Leaf)
	}
	if chain.IsRevert(err, "DemandOpen", "NotLive", "WrongFee") {
		return false, nil // somebody was faster, or time is over
	}
	if err != nil {
		return false, err
	}
	e.Gas = receipt.GasUsed
	d.report(e)
	return true, nil
}

// total is what n demands cost from a fee on.
func total(fee *big.Int, n int) *big.Int {
	factor := new(big.Int).Lsh(big.NewInt(1), uint(min(n, 256)))
	return factor.Mul(factor.Sub(factor, big.NewInt(1)), fee)
}

// live says whether bytes of the commitment can be demanded now.
func (d *Demander) live(ctx context.Context, commitment chain.Hash) (bool, error) {
	c, err := d.Account.Commitment(ctx, commitment)
	if err != nil || c.Mark != chain.MarkNone || d.Account.Now()+margin > c.CommittedAt+d.challenge {
		return false, err
	}
	status, err := d.Account.Status(ctx, commitment)
	return status == chain.StatusPending, err
}
