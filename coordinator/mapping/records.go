package mapping

import (
	"encoding/hex"
	"errors"
	"fmt"
	"math/big"
	"strconv"

	"github.com/commonweight/commonweight/coordinator/entity"
	"github.com/commonweight/commonweight/internal/chain"
)

// errMissing: an event named something that no earlier event made.
var errMissing = errors.New("was never seen")

// records are the entities as one event finds and leaves them.
//
// Rationale: a handler reads like its twin, which traps where something is missing. Here that is a panic with a failure, which Apply turns into
// an error before anything is saved.
type records struct {
	store entity.Store
	saved []entity.Entity
}

type failure struct{ err error }

func fail(err error) { panic(failure{err}) }

// load returns a copy of the entity, or nil if there is none.
func load[T any, P interface {
	*T
	entity.Entity
}](r *records, id string) P {
	kind := P(new(T)).EntityKind()
	for i := len(r.saved) - 1; i >= 0; i-- {
		if e := r.saved[i]; e.EntityKind() == kind && e.EntityID() == id {
			return entity.Clone(e).(P)
		}
	}
	e, err := entity.Load[T, P](r.store, id)
	if err != nil {
		fail(err)
	}
	return e
}

// must returns a copy of an entity that an earlier event made.
func must[T any, P interface {
	*T
	entity.Entity
}](r *records, id string) P {
	e := load[T, P](r, id)
	if e == nil {
		fail(fmt.Errorf("%s %s %w", e.EntityKind(), id, errMissing))
	}
	return e
}

// named is the id that a reference holds.
func named(kind entity.Kind, reference *string) string {
	if reference == nil {
		fail(fmt.Errorf("a %s that an event is about %w", kind, errMissing))
	}
	return *reference
}

// save keeps a copy of the entity until the event is mapped.
func (r *records) save(e entity.Entity) {
	if err := entity.Check(e); err != nil {
		fail(err)
	}
	r.saved = append(r.saved, entity.Clone(e))
}

// flush hands what was saved to the store, each entity once, as it was left.
func (r *records) flush() error {
	for i, e := range r.saved {
		if r.savedAgain(i) {
			continue
		}
		if err := r.store.Save(e); err != nil {
			return err
		}
	}
	return nil
}

func (r *records) savedAgain(i int) bool {
	for _, later := range r.saved[i+1:] {
		if later.EntityKind() == r.saved[i].EntityKind() && later.EntityID() == r.saved[i].EntityID() {
			return true
		}
	}
	return false
}

// text spells bytes as an id.
func text(b []byte) string { return "0x" + hex.EncodeToString(b) }

// number spells a number as an id.
func number[N ~uint64](n N) string { return strconv.FormatUint(uint64(n), 10) }

// whole is a number as a BigInt.
func whole[N ~uint64 | ~uint32](n N) *big.Int { return new(big.Int).SetUint64(uint64(n)) }

// spelled is the enum's value at a place in the contract's order; the first where the contract knows one that this index doesn't.
func spelled[N ~uint8, E ~string](n N, values ...E) E {
	if int(n) >= len(values) {
		n = 0
	}
	return values[n]
}

func plus(a, b *big.Int) *big.Int  { return new(big.Int).Add(a, b) }
func minus(a, b *big.Int) *big.Int { return new(big.Int).Sub(a, b) }

// eventID is the event's place on the chain, block-index: id of what is one event's alone.
func eventID(e chain.Event) string { return number(e.Block) + "-" + number(uint64(e.Index)) }

// protocol is the whole deployment's counters. Whoever changes them saves them.
func protocol(r *records) *entity.Protocol {
	if p := load[entity.Protocol](r, "1"); p != nil {
		return p
	}
	return &entity.Protocol{ID: "1", Stake: new(big.Int), Burned: new(big.Int), PausedUntil: new(big.Int)}
}

// account is an account, saved when it is seen for the first time. Whoever changes it saves it.
func account(r *records, address chain.Address, event chain.Event) *entity.Account {
	id := text(address[:])
	if a := load[entity.Account](r, id); a != nil {
		return a
	}
	a := &entity.Account{ID: id, Steps: new(big.Int), FirstSeen: whole(event.Time)}
	r.save(a)
	return a
}

// activity is the event as a line of a timeline. The caller says what it is about, and saves it.
func activity(event chain.Event, name string) *entity.Activity {
	return &entity.Activity{
		ID: eventID(event), Name: name, Contract: event.Contract[:], At: whole(event.Time), Block: whole(event.Block), Tx: event.Tx[:],
	}
}

// about says that a line of a timeline is about a commitment.
func about(a *entity.Activity, c *entity.Commitment) { a.Run, a.Commitment = &c.Run, &c.ID }

// isDisputed says whether a commitment has a challenge that isn't settled.
func isDisputed(c *entity.Commitment) bool {
	return c.Status == entity.CommitmentStatusPending && c.Unsettled > 0
}

// countDisputed counts a commitment among its run's disputed ones; was: whether it was one before its status or its challenges changed.
func countDisputed(run *entity.Run, was bool, c *entity.Commitment) {
	if was && !isDisputed(c) {
		run.Disputed--
	}
	if !was && isDisputed(c) {
		run.Disputed++
	}
}
