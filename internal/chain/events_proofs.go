package chain

import "github.com/commonweight/commonweight/internal/chain/bindings"

// StepProved: Prover proved Steps steps from step number First on, which lead to Root.
type StepProved struct {
	Run        RunID
	Commitment Hash
	Prover     Address
	First      uint64
	Steps      uint32
	Root       Hash
}

// WindowProved: all steps of the commitment are proved.
type WindowProved struct {
	Run        RunID
	Commitment Hash
	Window     uint64
}

func proofsEvents(p *bindings.StepProofs) decoders {
	return decoders{
		p.GetABI().Events["StepProved"].ID: decoder(p.UnpackStepProvedEvent, func(e *bindings.StepProofsStepProved) any {
			return StepProved{RunID(e.Run), e.Commitment, e.Prover, e.First, e.Steps, e.Root}
		}),
		p.GetABI().Events["WindowProved"].ID: decoder(p.UnpackWindowProvedEvent, func(e *bindings.StepProofsWindowProved) any {
			return WindowProved{RunID(e.Run), e.Commitment, e.Window}
		}),
	}
}
