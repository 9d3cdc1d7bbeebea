package check

import (
	"context"
	"encoding/hex"
	"fmt"
	"math/big"
	"strconv"
	"strings"

	"github.com/commonweight/commonweight/coordinator/entity"
	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/chain/bindings"
)

// Ask puts a question to a contract's view function, as of the block that the entities are of.
type Ask func(ctx context.Context, contract chain.Address, data []byte) ([]byte, error)

// Contracts are those of a deployment, and a way to ask them.
//
// Concurrency: as safe as ask.
type Contracts struct {
	ask Ask
	at  chain.Deployment

	registry   *bindings.RunRegistry
	training   *bindings.Training
	disputes   *bindings.Disputes
	court      *bindings.Court
	matches    *bindings.Matches
	vault      *bindings.Vault
	validators *bindings.Validators
	demands    *bindings.Demands
	attention  *bindings.Attention
	goals      *bindings.Goals
	proofs     *bindings.StepProofs
}

// New returns the contracts of a deployment.
func New(at chain.Deployment, ask Ask) *Contracts {
	return &Contracts{
		ask: ask, at: at, registry: bindings.NewRunRegistry(), training: bindings.NewTraining(), disputes: bindings.NewDisputes(),
		court: bindings.NewCourt(), matches: bindings.NewMatches(), vault: bindings.NewVault(), validators: bindings.NewValidators(),
		demands: bindings.NewDemands(), attention: bindings.NewAttention(), goals: bindings.NewGoals(),
		proofs: bindings.NewStepProofs(),
	}
}

// At returns the same contracts, asked in another way: as of another block.
func (c *Contracts) At(ask Ask) *Contracts {
	other := *c
	other.ask = ask
	return &other
}

// Entity compares an entity with the contracts' view of it. Of some kinds there is none: nothing differs.
func (c *Contracts) Entity(ctx context.Context, e entity.Entity) (differences []string, err error) {
	d := &beside{Contracts: c, ctx: ctx}
	switch e := e.(type) {
	case *entity.Protocol:
		d.protocol(e)
	case *entity.Run:
		d.run(e)
	case *entity.Lease:
		d.lease(e)
	case *entity.Commitment:
		d.commitment(e)
	case *entity.Account:
		d.account(e)
	case *entity.Balance:
		d.balance(e)
	case *entity.Ledger:
		d.ledger(e)
	case *entity.Validator:
		d.validator(e)
	case *entity.Demand:
		d.demand(e)
	case *entity.Challenge:
		d.challenge(e)
	case *entity.Case:
		d.courtCase(e)
	case *entity.Round:
		d.round(e)
	case *entity.Juror:
		d.juror(e)
	case *entity.Ballot:
		d.ballot(e)
	case *entity.Match:
		d.match(e)
	case *entity.Pledge:
		d.pledge(e)
	case *entity.Duel:
		d.duel(e)
	case *entity.GoalPot:
		d.pot(e)
	}
	if d.err != nil {
		return nil, fmt.Errorf("check %s %s: %w", e.EntityKind(), e.EntityID(), d.err)
	}
	for i, text := range d.differences {
		d.differences[i] = fmt.Sprintf("%s %s: %s", e.EntityKind(), e.EntityID(), text)
	}
	return d.differences, nil
}

// All compares all entities of a block: each with the contracts, all money, and all with one another.
func (c *Contracts) All(ctx context.Context, all []entity.Entity) (differences []string, err error) {
	differences = Consistent(all)
	money, err := c.Money(ctx, all)
	if err != nil {
		return nil, err
	}
	differences = append(differences, money...)
	for _, e := range all {
		some, err := c.Entity(ctx, e)
		if err != nil {
			return nil, err
		}
		differences = append(differences, some...)
	}
	return differences, nil
}

// beside is an entity beside the contracts' view. The first question without an answer makes the rest vain.
type beside struct {
	*Contracts
	ctx         context.Context
	differences []string
	err         error
}

// view asks a contract, and returns the zero answer after a failure.
func view[T any](d *beside, contract chain.Address, data []byte, unpack func([]byte) (T, error)) (value T) {
	if d.err != nil {
		return value
	}
	answer, err := d.ask(d.ctx, contract, data)
	if chain.IsRevert(err) { // to a question that a right index wouldn't ask
		d.differences = append(d.differences, err.Error())
		return value
	}
	if err == nil {
		value, err = unpack(answer)
	}
	d.err = err
	return value
}

// same notes a field that the index has another value of than the contract. Null, 0, no bytes and bytes of nothing but 0 are one.
func (d *beside) same(field string, index, contract any) {
	if d.err != nil {
		return
	}
	if i, c := spell(index), spell(contract); i != c {
		d.differences = append(d.differences, fmt.Sprintf("%s is %s here and %s in the contract", field, orNothing(i), orNothing(c)))
	}
}

func orNothing(text string) string {
	if text == "" {
		return "nothing"
	}
	return text
}

// enum is the spelling that a kind's field gives to a number of the contract; first is the number of the field's first value.
func enum(kind entity.Kind, field string, number, first uint8) string {
	description := kind.Description()
	values := description.Fields[description.Field(field)].Enum
	if i := int(number) - int(first); i >= 0 && i < len(values) {
		return values[i]
	}
	return "number " + strconv.Itoa(int(number))
}

// spell writes a value so that an index's and a contract's are equal text where they mean the same.
func spell(v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case *big.Int:
		if v == nil || v.Sign() == 0 {
			return ""
		}
		return v.String()
	case []byte:
		if strings.Trim(string(v), "\x00") == "" {
			return ""
		}
		return "0x" + hex.EncodeToString(v)
	case [32]byte:
		return spell(v[:])
	case chain.Address:
		return spell(v[:])
	case *string:
		if v == nil {
			return ""
		}
		return *v
	case bool:
		if !v {
			return ""
		}
		return "true"
	}
	text := fmt.Sprint(v)
	if text == "0" {
		return ""
	}
	return text
}

// bytes32 is a hash that stands in an id.
func (d *beside) bytes32(id string) (b [32]byte) {
	d.decode(b[:], id)
	return b
}

func (d *beside) address(id string) (a chain.Address) {
	d.decode(a[:], id)
	return a
}

func (d *beside) decode(into []byte, id string) {
	b, err := hex.DecodeString(strings.TrimPrefix(id, "0x"))
	if d.err == nil && (err != nil || len(b) != len(into)) {
		d.err = fmt.Errorf("the id %q isn't one of %d bytes", id, len(into))
		return
	}
	copy(into, b)
}

// number is a number that stands in an id.
func (d *beside) number(id string) uint64 {
	n, err := strconv.ParseUint(id, 10, 64)
	if d.err == nil && err != nil {
		d.err = fmt.Errorf("the id %q isn't a number", id)
	}
	return n
}

func numberOf(v *big.Int) uint64 {
	if v == nil {
		return 0
	}
	return v.Uint64()
}
