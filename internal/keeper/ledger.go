package keeper

import (
	"maps"
	"slices"

	"github.com/commonweight/commonweight/internal/chain"
)

// ledger is what the log says about one run, as far as anything is left to do.
type ledger struct {
	self, also chain.Address

	live      []chain.Hash // by window
	committer map[chain.Hash]chain.Address
	disputes  map[chain.Hash]*dispute
	voided    map[chain.Hash]*voided // all that has money left to claim
	shares    map[chain.Hash]share   // by the commitment whose bond is shared
}

// voided is a commitment that stood on one that fell.
type voided struct {
	by     chain.Hash
	own    bool // the account's; of others only the bond matters
	repaid bool // the bond is back; the share isn't
}

// share is whether a fallen commitment's bond holds something for those that stood on it. 0: not known yet.
type share uint8

const (
	sharePays share = 1 + iota
	shareNothing
)

// place is a juror's seat in one round of a case.
type place struct {
	round uint32
	juror chain.Address
}

// dispute is one commitment's challenges and jurors that aren't settled.
type dispute struct {
	sealed  map[chain.ChallengeID]chain.Address // challengers
	opened  map[chain.ChallengeID]chain.Address
	seats   map[place]bool
	parties map[chain.Address]bool // committer, challengers, beneficiaries, owners of what was voided, who demanded

	matches, concluded map[chain.ChallengeID]bool // begun and not concluded; concluded

	demanded  bool // a demand is open
	hasCase   bool
	closed    bool
	dismissed bool // a proof ended one of its challenges at least
	rejected  bool // its bond waits to be shared out
}

func newLedger(self chain.Address) *ledger {
	return &ledger{
		self: self, committer: make(map[chain.Hash]chain.Address), disputes: make(map[chain.Hash]*dispute),
		voided: make(map[chain.Hash]*voided), shares: make(map[chain.Hash]share),
	}
}

// take reads one event of the run, in the order of the log.
func (l *ledger) take(data any) {
	switch e := data.(type) {
	case chain.Committed:
		l.committed(e)
	case chain.RolledBack:
		l.rolledBack(e)
	case chain.Rejected:
		l.dispute(e.Commitment).rejected = true
	case chain.Cleared:
		l.shares[e.Commitment] = shareNothing
	case chain.Settled:
		l.dispute(e.Commitment).rejected = false
		l.shares[e.Commitment] = sharePays
		if e.ToVoided.Sign() == 0 {
			l.shares[e.Commitment] = shareNothing
		}
	case chain.VoidedClaimed:
		l.claimed(e)
	case chain.Sealed:
		d := l.dispute(e.Commitment)
		d.sealed[e.Challenge] = e.Challenger
		d.parties[e.Challenger] = true
	case chain.Opened:
		d := l.dispute(e.Commitment)
		d.opened[e.Challenge] = d.sealed[e.Challenge]
		delete(d.sealed, e.Challenge)
		d.parties[e.Beneficiary] = true
		d.hasCase = true
	case chain.Lapsed:
		delete(l.dispute(e.Commitment).sealed, e.Challenge)
	case chain.ChallengeSettled:
		d := l.dispute(e.Commitment)
		delete(d.opened, e.Challenge)
		delete(d.matches, e.Challenge)
	case chain.ArithmeticOpened:
		l.dispute(e.Commitment).matches[e.Challenge] = true
	case chain.Concluded:
		d := l.dispute(e.Commitment)
		delete(d.matches, e.Challenge)
		d.concluded[e.Challenge] = true
	case chain.ChallengeDismissed:
		d := l.dispute(e.Commitment)
		delete(d.matches, e.Challenge)
		d.concluded[e.Challenge] = true
		d.dismissed = true
	case chain.Demanded:
		d := l.dispute(e.Commitment)
		d.demanded = true
		d.parties[e.By] = true
	case chain.DemandAnswered:
		l.dispute(e.Commitment).demanded = false
	case chain.DemandEnded:
		l.dispute(e.Commitment).demanded = false
	case chain.JuryDrawn:
		d := l.dispute(e.Commitment)
		for _, juror := range e.Jurors {
			d.seats[place{e.Round, juror}] = true
		}
	case chain.Resolved:
		l.dispute(e.Commitment).closed = true
	case chain.SeatSettled:
		delete(l.dispute(e.Commitment).seats, place{e.Round, e.Juror})
	}
}

func (l *ledger) dispute(commitment chain.Hash) *dispute {
	d := l.disputes[commitment]
	if d == nil {
		d = &dispute{
			sealed: make(map[chain.ChallengeID]chain.Address), opened: make(map[chain.ChallengeID]chain.Address),
			seats: make(map[place]bool), parties: map[chain.Address]bool{l.committer[commitment]: true},
			matches: make(map[chain.ChallengeID]bool), concluded: make(map[chain.ChallengeID]bool),
		}
		l.disputes[commitment] = d
	}
	return d
}

func (l *ledger) committed(e chain.Committed) {
	l.committer[e.Commitment] = e.Committer
	if e.Window <= uint64(len(l.live)) {
		l.live = append(l.live[:e.Window], e.Commitment)
	}
}

// rolledBack takes a commitment and all above it off the head. Those above are voided, and their owners are parties to what becomes of it.
func (l *ledger) rolledBack(e chain.RolledBack) {
	if e.Window >= uint64(len(l.live)) {
		return
	}
	for _, above := range l.live[e.Window+1:] {
		own := l.committer[above] == l.self
		l.voided[above] = &voided{by: e.Commitment, own: own}
		if own {
			l.dispute(e.Commitment).parties[l.self] = true
		}
	}
	l.live = l.live[:e.Window]
}

func (l *ledger) claimed(e chain.VoidedClaimed) {
	v := l.voided[e.Commitment]
	if v == nil {
		return
	}
	v.repaid = true
	if e.Share || !v.own {
		delete(l.voided, e.Commitment)
	}
}

// claimable lists the voided commitments that have money waiting: a bond, or for the account's own a share of a bond that has been shared out.
func (l *ledger) claimable() []chain.Hash {
	var out []chain.Hash
	for hash, v := range l.voided {
		switch {
		case !v.repaid, l.shares[v.by] == sharePays:
			out = append(out, hash)
		case l.shares[v.by] == shareNothing:
			delete(l.voided, hash)
		}
	}
	slices.SortFunc(out, chain.Hash.Cmp)
	return out
}

// open lists the disputes in which something is left to do, for whomever: an unresolved one holds up the finality of all later windows.
func (l *ledger) open() []chain.Hash {
	var out []chain.Hash
	for hash, d := range l.disputes {
		if d.unsettled() || len(d.seats) > 0 {
			out = append(out, hash)
		}
	}
	slices.SortFunc(out, chain.Hash.Cmp)
	return out
}

// concerned says whether the account has money in an open dispute: as a party, or as a juror whose seat isn't settled.
func (l *ledger) concerned(d *dispute) bool {
	return l.seated(d) || d.unsettled() && d.parties[l.self]
}

// seated says whether the account has a seat that isn't settled.
func (l *ledger) seated(d *dispute) bool {
	for seat := range d.seats {
		if l.serves(seat.juror) {
			return true
		}
	}
	return false
}

// serves says whether a juror is the account, or another whose seats it looks after.
func (l *ledger) serves(juror chain.Address) bool {
	return juror == l.self || juror == l.also && l.also != (chain.Address{})
}

// unsettled says whether anything but seats is left to do.
func (d *dispute) unsettled() bool {
	return len(d.sealed)+len(d.opened) > 0 || d.hasCase && !d.closed || d.rejected || d.demanded
}

// waiting says whether anything of the account's hangs on this run: nothing left means that it may go.
func (l *ledger) waiting() bool {
	for _, d := range l.disputes {
		if l.concerned(d) {
			return true
		}
	}
	for _, v := range l.voided {
		if v.own {
			return true
		}
	}
	return false
}

func sorted(ids map[chain.ChallengeID]chain.Address) []chain.ChallengeID {
	return slices.Sorted(maps.Keys(ids))
}
