package chain

import (
	"math/big"

	"github.com/commonweight/commonweight/internal/chain/bindings"
)

// RunCreated: a run came into being. run holds everything an agent needs.
type RunCreated struct {
	Run      RunID
	Author   Address
	SpecHash Hash
	Data     Run
}

// Funded: amount came into the run's reward escrow.
type Funded struct {
	Run    RunID
	Payer  Address
	Amount *big.Int
}

// RewardReserved: a window's reward was set aside for the lease fence.
type RewardReserved struct {
	Run    RunID
	Fence  uint64
	Amount *big.Int
}

// Reclaimed: the owner took back what was left of the escrow.
type Reclaimed struct {
	Run    RunID
	Owner  Address
	Amount *big.Int
}

// Transfer: the run's token is another's now; the first one is its creation, from nobody.
type Transfer struct {
	Run  RunID
	From Address
	To   Address
}

func registryEvents(p *bindings.RunRegistry) decoders {
	return decoders{
		p.GetABI().Events["RunCreated"].ID: decoder(p.UnpackRunCreatedEvent, func(e *bindings.RunRegistryRunCreated) any {
			return RunCreated{Run: RunID(e.Run), Author: e.Author, SpecHash: e.SpecHash, Data: e.Data}
		}),
		p.GetABI().Events["Funded"].ID: decoder(p.UnpackFundedEvent, func(e *bindings.RunRegistryFunded) any {
			return Funded{Run: RunID(e.Run), Payer: e.Payer, Amount: e.Amount}
		}),
		p.GetABI().Events["RewardReserved"].ID: decoder(p.UnpackRewardReservedEvent, func(e *bindings.RunRegistryRewardReserved) any {
			return RewardReserved{Run: RunID(e.Run), Fence: e.Fence, Amount: e.Amount}
		}),
		p.GetABI().Events["Reclaimed"].ID: decoder(p.UnpackReclaimedEvent, func(e *bindings.RunRegistryReclaimed) any {
			return Reclaimed{Run: RunID(e.Run), Owner: e.Owner, Amount: e.Amount}
		}),
		p.GetABI().Events["Transfer"].ID: decoder(p.UnpackTransferEvent, func(e *bindings.RunRegistryTransfer) any {
			return Transfer{Run: RunID(e.TokenId.Uint64()), From: e.From, To: e.To}
		}),
	}
}
