package mapping

import (
	"math/big"

	"github.com/commonweight/commonweight/coordinator/entity"
	"github.com/commonweight/commonweight/internal/chain"
)

// vault maps the events of Vault: ledgers with a purpose, and what belongs to accounts.
func vault(r *records, event chain.Event) bool {
	switch p := event.Data.(type) {
	case chain.Deposited:
		handleDeposited(r, event, p)
	case chain.Moved:
		handleMoved(r, event, p)
	case chain.Credited:
		handleCredited(r, event, p)
	case chain.Burned:
		handleBurned(r, event, p)
	case chain.Withdrawn:
		handleWithdrawn(r, event, p)
	default:
		return false
	}
	return true
}

func handleDeposited(r *records, event chain.Event, p chain.Deposited) {
	receive(r, p.Owner, p.Key, p.Token, p.Amount)
	saveMoney(r, event, nil, p.Amount)
}

func handleMoved(r *records, event chain.Event, p chain.Moved) {
	spend(r, p.Owner, p.Key, p.Token, p.Amount)
	receive(r, p.ToOwner, p.ToKey, p.Token, p.Amount)
	saveMoney(r, event, nil, p.Amount)
}

func handleCredited(r *records, event chain.Event, p chain.Credited) {
	spend(r, p.Owner, p.Key, p.Token, p.Amount)
	b := balance(r, p.Account, p.Token, event)
	b.Credited = plus(b.Credited, p.Amount)
	b.Credit = plus(b.Credit, p.Amount)
	r.save(b)

	r.save(&entity.Payment{
		ID: eventID(event), Kind: entity.PaymentKindCredited, Account: b.Account, Token: b.Token, Amount: p.Amount,
		Owner: p.Owner[:], Key: p.Key[:], At: whole(event.Time), Tx: event.Tx[:],
	})
	saveMoney(r, event, &b.Account, p.Amount)
}

func handleBurned(r *records, event chain.Event, p chain.Burned) {
	spend(r, p.Owner, p.Key, native, p.Amount)
	all := protocol(r)
	all.Burned = plus(all.Burned, p.Amount)
	r.save(all)
	saveMoney(r, event, nil, p.Amount)
}

func handleWithdrawn(r *records, event chain.Event, p chain.Withdrawn) {
	b := balance(r, p.Account, p.Token, event)
	b.Withdrawn = plus(b.Withdrawn, p.Amount)
	b.Credit = minus(b.Credit, p.Amount)
	r.save(b)

	r.save(&entity.Payment{
		ID: eventID(event), Kind: entity.PaymentKindWithdrawn, Account: b.Account, Token: b.Token, Amount: p.Amount,
		At: whole(event.Time), Tx: event.Tx[:],
	})
	saveMoney(r, event, &b.Account, p.Amount)
}

// native is the native coin.
var native chain.Address

func receive(r *records, owner chain.Address, key chain.Hash, token chain.Address, amount *big.Int) {
	l := ledger(r, owner, key, token)
	l.Received = plus(l.Received, amount)
	l.Balance = plus(l.Balance, amount)
	r.save(l)
}

func spend(r *records, owner chain.Address, key chain.Hash, token chain.Address, amount *big.Int) {
	l := ledger(r, owner, key, token)
	l.Spent = plus(l.Spent, amount)
	l.Balance = minus(l.Balance, amount)
	r.save(l)
}

func ledger(r *records, owner chain.Address, key chain.Hash, token chain.Address) *entity.Ledger {
	id := text(owner[:]) + "-" + text(key[:]) + "-" + text(token[:])
	if l := load[entity.Ledger](r, id); l != nil {
		return l
	}
	return &entity.Ledger{
		ID: id, Owner: owner[:], Key: key[:], Token: token[:], Balance: new(big.Int), Received: new(big.Int), Spent: new(big.Int),
	}
}

func balance(r *records, address, token chain.Address, event chain.Event) *entity.Balance {
	who := account(r, address, event)
	id := who.ID + "-" + text(token[:])
	if b := load[entity.Balance](r, id); b != nil {
		return b
	}
	return &entity.Balance{
		ID: id, Account: who.ID, Token: token[:], Credited: new(big.Int), Withdrawn: new(big.Int), Credit: new(big.Int),
	}
}

func saveMoney(r *records, event chain.Event, whose *string, amount *big.Int) {
	a := activity(event, event.Name())
	a.Account, a.Amount = whose, amount
	r.save(a)
}
