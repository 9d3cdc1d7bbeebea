package chain

import (
	"math/big"

	"github.com/commonweight/commonweight/internal/chain/bindings"
)

// Demanded: bytes of a commitment were demanded.
type Demanded struct {
	Commitment Hash
	Run        RunID
	By         Address
	Kind       DemandKind
	Index      uint64
	Deadline   uint64
	Fee        *big.Int
}

// DemandAnswered: they were shown, and By was credited the fee. (The contract calls this event Answered.)
type DemandAnswered struct {
	Commitment Hash
	By         Address
	Fee        *big.Int
}

// DemandEnded: the demand is over without an answer and its fee returned. Rejected: because nobody answered in time.
type DemandEnded struct {
	Commitment Hash
	By         Address
	Fee        *big.Int
	Rejected   bool
}

func demandsEvents(p *bindings.Demands) decoders {
	return decoders{
		p.GetABI().Events["Demanded"].ID: decoder(p.UnpackDemandedEvent, func(e *bindings.DemandsDemanded) any {
			return Demanded{e.Commitment, RunID(e.Run), e.By, DemandKind(e.Kind), e.Index, e.Deadline, e.Fee}
		}),
		p.GetABI().Events["Answered"].ID: decoder(p.UnpackAnsweredEvent, func(e *bindings.DemandsAnswered) any {
			return DemandAnswered{e.Commitment, e.By, e.Fee}
		}),
		p.GetABI().Events["DemandEnded"].ID: decoder(p.UnpackDemandEndedEvent, func(e *bindings.DemandsDemandEnded) any {
			return DemandEnded{e.Commitment, e.By, e.Fee, e.Rejected}
		}),
	}
}
