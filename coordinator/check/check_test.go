package check_test

import (
	"bytes"
	"context"
	"errors"
	"math/big"
	"slices"
	"testing"

	"github.com/commonweight/commonweight/coordinator/check"
	"github.com/commonweight/commonweight/coordinator/entity"
	"github.com/commonweight/commonweight/coordinator/mapping"
	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/chain/evm"
	"github.com/commonweight/commonweight/internal/simulate"
)

// unvouched are the fields that neither a contract's view nor another entity knows: a mapping alone says them, which its twin is compared by.
var unvouched = []string{
	// when and where
	"Account.firstSeen", "Activity.at", "Activity.block", "Activity.contract", "Activity.tx", "ArithmeticOpening.tx", "Ballot.committedAt",
	"Ballot.revealedAt", "Challenge.concludedAt", "Challenge.settledAt", "Commitment.leftHeadAt", "Commitment.settledAt", "Commitment.tx",
	"Demand.demandedAt", "Demand.endedAt", "Duel.concludedAt", "GoalLock.at", "GoalPot.reachedAt", "Juror.settledAt", "Lease.endedAt", "Move.at",
	"Move.block", "Move.tx", "Payment.at", "Payment.tx", "Pledge.endedAt", "Pledge.openedAt", "Round.begunAt", "Run.createdBlock",
	"StakeChange.at", "StakeChange.tx", "Validator.joinedAt",
	// what events alone say
	"Commitment.share", "Duel.moot", "GoalLock.window", "Match.byClock", "Move.data", "Move.deadline", "Move.kind", "Move.phase", "Move.place",
	"Move.side", "Payment.key", "Payment.owner", "Pledge.jackpotShares", "Protocol.pausedUntil", "StakeChange.paid",
}

// histories have everything that a mapping derives, in every state.
var histories = []string{"condemned-truth", "bribed-jury", "goal", "attention", "demands", "copying", "lie-with-child", "squatting"}

// tries is how often a field is made wrong, in as many states, before it counts as one that nobody vouches for.
const tries = 8

// Whatever an index has wrong is told, but for the fields that are listed as nobody's to vouch for. Each field of what a transaction changed
// is made wrong, right after it.
func TestWhatIsWrongIsTold(t *testing.T) {
	if testing.Short() {
		t.Skip("long")
	}
	tried, noticed := map[string]int{}, map[string]bool{}
	chains := map[*evm.Chain]*derived{}
	_, err := simulate.Run(t.Context(), simulate.Options{
		Seed: 1, Quick: true, Names: histories,
		Sent: func(c *evm.Chain) {
			d := chains[c]
			if d == nil {
				d = &derived{Memory: entity.NewMemory()}
				chains[c] = d
			}
			d.follow(t, c)
			contracts := check.New(c.Deployment(), func(_ context.Context, contract chain.Address, data []byte) ([]byte, error) {
				return c.View(contract, data)
			})
			for _, e := range d.changed {
				for i, f := range e.EntityKind().Description().Fields {
					name := e.EntityKind().String() + "." + f.Name
					if noticed[name] || tried[name] >= tries {
						continue
					}
					if wrong := wrongIn(t, e, i); wrong != nil {
						tried[name]++
						noticed[name] = d.notices(t, contracts, wrong)
					}
				}
			}
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	for name := range tried {
		switch listed := slices.Contains(unvouched, name); {
		case listed && noticed[name]:
			t.Errorf("%s is listed as nobody's to vouch for, but what is wrong with it is told", name)
		case !listed && !noticed[name]:
			t.Errorf("%s was wrong %d times and nothing was told", name, tried[name])
		}
	}
	for _, name := range unvouched {
		if tried[name] == 0 {
			t.Errorf("%s is listed, but never occurred", name)
		}
	}
}

// derived is what the mappings make of a log.
type derived struct {
	*entity.Memory
	read    int
	changed []entity.Entity
}

func (d *derived) follow(t *testing.T, c *evm.Chain) {
	logs := c.Logs()
	events, err := c.Deployment().Decode(logs[d.read:])
	if err != nil {
		t.Fatal(err)
	}
	d.read = len(logs)
	d.changed = nil
	for _, e := range events {
		if err := mapping.Apply(d, e); err != nil {
			t.Fatal(err)
		}
	}
	for i, e := range d.changed {
		now, err := d.Load(e.EntityKind(), e.EntityID())
		if err != nil {
			t.Fatal(err)
		}
		d.changed[i] = now
	}
}

// Save remembers what was changed.
func (d *derived) Save(e entity.Entity) error {
	d.changed = append(d.changed, e)
	return d.Memory.Save(e)
}

// notices says whether an entity that is wrong is told, in place of the right one.
func (d *derived) notices(t *testing.T, contracts *check.Contracts, wrong entity.Entity) bool {
	differences, err := contracts.Entity(t.Context(), wrong)
	if err != nil {
		t.Fatal(err)
	}
	if len(differences) > 0 {
		return true
	}
	all := d.Entities()
	for i, e := range all {
		if e.EntityKind() == wrong.EntityKind() && e.EntityID() == wrong.EntityID() {
			all[i] = wrong
		}
	}
	return len(check.Consistent(all)) > 0
}

// wrongIn returns the entity with another value in one field; nil where it has none to change.
func wrongIn(t *testing.T, e entity.Entity, i int) entity.Entity {
	field := e.EntityKind().Description().Fields[i]
	values := slices.Clone(e.Values())
	switch v := values[i].(type) {
	case string:
		switch field.Type {
		case entity.TypeEnum:
			values[i] = field.Enum[(slices.Index(field.Enum, v)+1)%len(field.Enum)]
		case entity.TypeReference:
			digit := "0"
			if v[len(v)-1:] == digit {
				digit = "1"
			}
			values[i] = v[:len(v)-1] + digit
		default:
			return nil
		}
	case *big.Int:
		values[i] = new(big.Int).Add(v, big.NewInt(1))
	case []byte:
		if len(v) == 0 {
			return nil
		}
		values[i] = bytes.Clone(v)
		values[i].([]byte)[len(v)-1] ^= 1
	case int32:
		values[i] = v + 1
	case bool:
		values[i] = !v
	default:
		return nil
	}
	wrong, err := entity.FromValues(e.EntityKind(), values)
	if err != nil {
		t.Fatal(err)
	}
	return wrong
}

// A question that got no answer is an error, not a difference.
func TestNoAnswerIsAnError(t *testing.T) {
	silent := errors.New("nobody there")
	contracts := check.New(chain.Deployment{}, func(context.Context, chain.Address, []byte) ([]byte, error) { return nil, silent })
	differences, err := contracts.Entity(t.Context(), &entity.Account{ID: "0x0101010101010101010101010101010101010101"})
	if !errors.Is(err, silent) || len(differences) > 0 {
		t.Errorf("%v, %v", differences, err)
	}
	if _, err := contracts.Entity(t.Context(), &entity.Account{ID: "somebody"}); err == nil {
		t.Error("an id that isn't one")
	}
}
