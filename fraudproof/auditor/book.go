package auditor

import (
	"cmp"
	"context"
	"maps"
	"math/big"
	"slices"

	"github.com/commonweight/commonweight/internal/chain"
)

// reorgDepth is how many blocks a fact must have stood before it isn't read again.
const reorgDepth = 64

// window is a commitment that may still be audited.
type window struct {
	hash  chain.Hash
	run   chain.RunID
	block uint64 // in which it was committed
	facts chain.Commitment

	asked   bool // who audits it is known
	drawn   bool // this account does
	tossed  bool // the coin was
	planter bool // and came up
	done    bool // nothing is left to do before it is final
}

// pledge is an answer of this account.
type pledge struct {
	id         chain.PledgeID
	run        chain.RunID
	commitment chain.Hash // zero for a canary that hasn't been found again
	sealHash   chain.Hash
	canary     bool
	over       uint64 // block since which it has been over; 0 if it isn't
}

// encounter is a duel of this account's.
type encounter struct {
	id          chain.ChallengeID
	left, right chain.PledgeID
	concluded   bool
}

// book is what the log says about audits, as far as anything is left to do.
type book struct {
	client  *chain.Client
	self    chain.Address
	log     *chain.Log
	windows map[chain.Hash]*window
	others  map[chain.PledgeID]*pledge                   // of other accounts, not settled
	pledges map[chain.PledgeID]*pledge                   // this account's
	opened  map[chain.Hash]map[chain.PledgeID]chain.Hash // history roots by window and answer
	meets   map[chain.ChallengeID]*encounter
	past    Past
}

func newBook(client *chain.Client, self chain.Address) *book {
	b := &book{client: client, self: self, log: client.LogOfAll()}
	b.clear()
	return b
}

func (b *book) clear() {
	b.windows, b.pledges = make(map[chain.Hash]*window), make(map[chain.PledgeID]*pledge)
	b.others = make(map[chain.PledgeID]*pledge)
	b.opened, b.meets = make(map[chain.Hash]map[chain.PledgeID]chain.Hash), make(map[chain.ChallengeID]*encounter)
	b.past = Past{Paid: new(big.Int), Burned: new(big.Int)}
}

// read takes in the log since the last time, or all of it again after a reorganisation.
func (b *book) read(ctx context.Context) error {
	events, restarted, err := b.log.Next(ctx)
	if err != nil {
		return err
	}
	if restarted {
		b.clear()
	}
	for _, e := range events {
		b.take(e)
	}
	return nil
}

func (b *book) take(e chain.Event) {
	switch data := e.Data.(type) {
	case chain.Committed:
		b.windows[data.Commitment] = &window{hash: data.Commitment, run: data.Run, block: e.Block}
	case chain.AuditSealed:
		p := &pledge{id: data.Pledge, commitment: data.Commitment, sealHash: data.SealHash}
		if w := b.windows[data.Commitment]; w != nil {
			p.run = w.run
		}
		if data.Auditor == b.self {
			b.past.Sealed++
		}
		b.enter(p, data.Auditor)
	case chain.CanaryPlanted:
		if data.Planter == b.self {
			b.past.Planted++
		}
		b.enter(&pledge{id: data.Pledge, run: data.Run, sealHash: data.SealHash, canary: true}, data.Planter)
	case chain.AnswerSettled:
		delete(b.others, data.Pledge)
		if p := b.pledges[data.Pledge]; p != nil && !p.canary {
			b.past.Settled++
			b.past.Paid.Add(b.past.Paid, data.Pay)
		}
	case chain.AnswerLapsed:
		delete(b.others, data.Pledge)
		if b.pledges[data.Pledge] != nil {
			b.past.Lost++
			b.past.Burned.Add(b.past.Burned, data.Burned)
		}
	case chain.AnswerDefeated:
		delete(b.others, data.Pledge)
		if b.pledges[data.Pledge] != nil {
			b.past.Lost++
			b.past.Burned.Add(b.past.Burned, data.Burned)
		}
	case chain.AnswerOpened:
		roots := b.opened[data.Commitment]
		if roots == nil {
			roots = make(map[chain.PledgeID]chain.Hash)
			b.opened[data.Commitment] = roots
		}
		roots[data.Pledge] = data.Root
	case chain.AuditDuelStarted:
		if b.pledges[data.Left] != nil || b.pledges[data.Right] != nil {
			b.meets[data.Duel] = &encounter{id: data.Duel, left: data.Left, right: data.Right}
		}
	case chain.AuditDuelConcluded:
		if m := b.meets[data.Duel]; m != nil {
			m.concluded = true
		}
	}
}

func (b *book) enter(p *pledge, owner chain.Address) {
	if owner == b.self {
		b.pledges[p.id] = p
	} else {
		b.others[p.id] = p
	}
}

// own lists the account's answers that may need something, in order of seal.
func (b *book) own() []*pledge {
	now := b.client.Latest().Number
	var out []*pledge
	for _, id := range slices.Sorted(maps.Keys(b.pledges)) {
		if p := b.pledges[id]; p.over == 0 || now <= p.over+reorgDepth {
			out = append(out, p)
		}
	}
	return out
}

// live lists the windows about which something may be due, the oldest first.
func (b *book) live() []*window {
	var out []*window
	for _, w := range b.windows {
		if !w.done {
			out = append(out, w)
		}
	}
	slices.SortFunc(out, func(x, y *window) int { return cmp.Or(cmp.Compare(x.block, y.block), x.hash.Cmp(y.hash)) })
	return out
}

// sealed says whether the account has sealed an answer about a window.
func (b *book) sealed(commitment chain.Hash) bool {
	for _, p := range b.pledges {
		if !p.canary && p.commitment == commitment {
			return true
		}
	}
	return false
}

// facts reads a window's commitment once.
func (b *book) facts(ctx context.Context, w *window) (chain.Commitment, error) {
	if !w.facts.Known() {
		c, err := b.client.Commitment(ctx, w.hash)
		if err != nil {
			return c, err
		}
		w.facts = c
	}
	return w.facts, nil
}
