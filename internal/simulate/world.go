package simulate

import (
	"context"
	"crypto/sha256"
	"fmt"
	"math/big"
	"math/rand/v2"
	"sync"

	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/chain/bindings"
	"github.com/commonweight/commonweight/internal/chain/evm"
)

// contracts pack calls and unpack answers.
var contracts = sync.OnceValue(func() (c struct {
	vault      *bindings.Vault
	validators *bindings.Validators
	registry   *bindings.RunRegistry
	training   *bindings.Training
	disputes   *bindings.Disputes
	court      *bindings.Court
	matches    *bindings.Matches
	demands    *bindings.Demands
	attention  *bindings.Attention
	goals      *bindings.Goals
}) {
	c.vault, c.registry, c.training = bindings.NewVault(), bindings.NewRunRegistry(), bindings.NewTraining()
	c.disputes, c.court = bindings.NewDisputes(), bindings.NewCourt()
	c.validators, c.attention, c.goals = bindings.NewValidators(), bindings.NewAttention(), bindings.NewGoals()
	c.matches, c.demands = bindings.NewMatches(), bindings.NewDemands()
	return c
})

// world is a chain with one run, and the people of a scenario. A scenario is a script: a call that the contracts refuse where none was
// expected ends it, see must.
type world struct {
	*evm.Chain
	ctx        context.Context
	truth      *truth
	at         chain.Deployment
	terms      chain.Run
	run        uint64
	random     *rand.Rand
	people     []*actor
	given      *big.Int // all coins that ever were, but the deployer's
	posted     map[uint64][]byte
	out        *Result
	within     *world // of an aside: whose it is
	unfinished bool   // disputes are under way when the script ends
	quick      bool
	played     func(name string, c *evm.Chain)
	sent       func(c *evm.Chain)
}

// actor is one account, whoever stands behind it.
type actor struct {
	name    string
	address chain.Address
	given   *big.Int // coins it began with
	gas     *big.Int // what it has paid for gas
	replays int64    // windows that it has replayed
}

// stop ends a script.
type stop struct{ err error }

// newWorld makes a chain and registers the run on it.
func newWorld(ctx context.Context, t *truth, seed uint64) (*world, error) {
	return newWorldAt(ctx, t, seed, baseFee, tip, termsOf(t.facts))
}

func newWorldAt(ctx context.Context, t *truth, seed uint64, baseFee, tip *big.Int, terms chain.Run) (w *world, err error) {
	defer caught(&err)
	c, err := evm.New(evm.Config{
		ChainID: chainID, Seed: seed, Start: start, BlockTime: blockTime, BaseFee: baseFee, Tip: tip,
		Constants: chain.Constants{GasPriceCap: gasPriceCap},
	})
	if err != nil {
		return nil, err
	}
	w = &world{Chain: c, ctx: ctx, truth: t, at: c.Deployment(), terms: terms, given: new(big.Int), out: &Result{}}
	author := w.actor("author", 1000)
	p := contracts().registry
	w.must(author, w.at.RunRegistry, nil, p.PackCreate(w.terms))
	w.run = 1
	escrow := times(terms.Economy.Reward, steps*4096)
	w.must(author, w.at.RunRegistry, escrow, p.PackFund(w.run, escrow))
	w.Pass(0)
	return w, nil
}

// caught turns a stop into an error.
func caught(err *error) {
	switch r := recover().(type) {
	case nil:
	case stop:
		*err = r.err
	default:
		panic(r)
	}
}

// scene is a world of its own that goes on from here.
func (w *world) scene(name string, seed uint64) *world {
	s := *w
	s.Chain = w.Fork()
	digest := sha256.Sum256(fmt.Appendf(nil, "%s %d", name, seed))
	s.random = rand.New(rand.NewChaCha8(digest))
	s.people = nil
	for _, a := range w.people {
		b := *a
		b.gas = new(big.Int).Set(a.gas)
		s.people = append(s.people, &b)
	}
	s.given, s.posted, s.out = new(big.Int).Set(w.given), map[uint64][]byte{}, &Result{Name: name}
	return &s
}

// actor brings a person with so many coins into the world.
func (w *world) actor(name string, coins int64) *actor {
	digest := sha256.Sum256([]byte("actor " + name))
	return w.actorAt(chain.Address(digest[:20]), name, coins)
}

func (w *world) actorAt(address chain.Address, name string, coins int64) *actor {
	a := &actor{name: name, address: address, given: chain.Ether(1000 * coins), gas: new(big.Int)}
	w.Fund(a.address, a.given)
	w.given.Add(w.given, a.given)
	w.people = append(w.people, a)
	return a
}

// who finds a person by its address.
func (w *world) who(address chain.Address) *actor {
	for _, a := range w.people {
		if a.address == address {
			return a
		}
	}
	panic(stop{fmt.Errorf("nobody has the address %s", address)})
}

// must sends a transaction that has to succeed.
func (w *world) must(by *actor, to chain.Address, value *big.Int, data []byte) *evm.Receipt {
	receipt, err := w.try(by, to, value, data)
	if err != nil {
		panic(stop{fmt.Errorf("%s: %w", by.name, err)})
	}
	return receipt
}

// try sends a transaction that may be refused.
func (w *world) try(by *actor, to chain.Address, value *big.Int, data []byte) (*evm.Receipt, error) {
	if err := w.ctx.Err(); err != nil {
		panic(stop{err})
	}
	receipt, err := w.Send(by.address, to, value, data)
	if receipt == nil {
		panic(stop{fmt.Errorf("%s: %w", by.name, err)})
	}
	by.gas.Add(by.gas, receipt.Fee)
	if w.sent != nil {
		w.sent(w.Chain)
	}
	return receipt, err
}

// refused checks that the contracts wouldn't take a transaction, for the reason of that name. Nothing is sent: an agent asks first.
func (w *world) refused(reason string, by *actor, to chain.Address, value *big.Int, data []byte) {
	_, err := w.Fork().Send(by.address, to, value, data)
	if !chain.IsRevert(err, reason) {
		w.broken("%s should be refused with %s, got: %v", by.name, reason, err)
	}
}

// ask puts a question to a view function.
func ask[T any](w *world, to chain.Address, data []byte, unpack func([]byte) (T, error)) T {
	answer, err := w.View(to, data)
	if err != nil {
		panic(stop{err})
	}
	return unpacked(answer, unpack)
}

func unpacked[T any](answer []byte, unpack func([]byte) (T, error)) T {
	value, err := unpack(answer)
	if err != nil {
		panic(stop{fmt.Errorf("answer of a contract: %w", err)})
	}
	return value
}

// check notes a promise that doesn't hold.
func (w *world) check(holds bool, format string, args ...any) {
	if !holds {
		w.broken(format, args...)
	}
}

func (w *world) broken(format string, args ...any) {
	if w.within != nil {
		w.within.broken("%s: %s", w.out.Name, fmt.Sprintf(format, args...))
		return
	}
	w.out.Broken = append(w.out.Broken, fmt.Sprintf(format, args...))
}
