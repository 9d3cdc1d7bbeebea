package chain

import (
	"math/big"

	"github.com/commonweight/commonweight/internal/chain/bindings"
)

// Deposited: amount of token came into the ledger (owner, key) from outside.
type Deposited struct {
	Owner  Address
	Key    Hash
	Token  Address
	Amount *big.Int
}

// Moved: amount went from the ledger (owner, key) to the ledger (toOwner, toKey).
type Moved struct {
	Owner   Address
	Key     Hash
	Token   Address
	ToOwner Address
	ToKey   Hash
	Amount  *big.Int
}

// Credited: amount of token left the ledger (owner, key) and now belongs to account.
type Credited struct {
	Account Address
	Token   Address
	Owner   Address
	Key     Hash
	Amount  *big.Int
}

// Burned: amount of the native coin left the ledger (owner, key) for ever.
type Burned struct {
	Owner  Address
	Key    Hash
	Amount *big.Int
}

// Withdrawn: account took its credit.
type Withdrawn struct {
	Account Address
	Token   Address
	Amount  *big.Int
}

func vaultEvents(p *bindings.Vault) decoders {
	return decoders{
		p.GetABI().Events["Deposited"].ID: decoder(p.UnpackDepositedEvent, func(e *bindings.VaultDeposited) any {
			return Deposited{Owner: e.Owner, Key: e.Key, Token: e.Token, Amount: e.Amount}
		}),
		p.GetABI().Events["Moved"].ID: decoder(p.UnpackMovedEvent, func(e *bindings.VaultMoved) any {
			return Moved{Owner: e.Owner, Key: e.Key, Token: e.Token, ToOwner: e.ToOwner, ToKey: e.ToKey, Amount: e.Amount}
		}),
		p.GetABI().Events["Credited"].ID: decoder(p.UnpackCreditedEvent, func(e *bindings.VaultCredited) any {
			return Credited{Account: e.Account, Token: e.Token, Owner: e.Owner, Key: e.Key, Amount: e.Amount}
		}),
		p.GetABI().Events["Burned"].ID: decoder(p.UnpackBurnedEvent, func(e *bindings.VaultBurned) any {
			return Burned{Owner: e.Owner, Key: e.Key, Amount: e.Amount}
		}),
		p.GetABI().Events["Withdrawn"].ID: decoder(p.UnpackWithdrawnEvent, func(e *bindings.VaultWithdrawn) any {
			return Withdrawn{Account: e.Account, Token: e.Token, Amount: e.Amount}
		}),
	}
}
