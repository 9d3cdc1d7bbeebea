package mapping

import (
	"github.com/commonweight/commonweight/coordinator/entity"
	"github.com/commonweight/commonweight/internal/chain"
)

// proofs maps the events of StepProofs: proofs of a commitment's steps.
func proofs(r *records, event chain.Event) bool {
	switch p := event.Data.(type) {
	case chain.StepProved:
		handleStepProved(r, event, p)
	case chain.WindowProved:
		handleWindowProved(r, event, p)
	default:
		return false
	}
	return true
}

func handleStepProved(r *records, event chain.Event, p chain.StepProved) {
	c := must[entity.Commitment](r, text(p.Commitment[:]))
	c.ProvenSteps += int32(p.Steps)
	r.save(c)
	proof := &entity.StepProof{
		ID: eventID(event), Commitment: c.ID, Run: c.Run, Prover: account(r, p.Prover, event).ID, FirstStep: whole(p.First),
		Steps: int32(p.Steps), Root: p.Root[:], At: whole(event.Time), Tx: event.Tx[:],
	}
	r.save(proof)

	a := activity(event, "StepProved")
	about(a, c)
	a.Account = &proof.Prover
	r.save(a)
}

func handleWindowProved(r *records, event chain.Event, p chain.WindowProved) {
	c := must[entity.Commitment](r, text(p.Commitment[:]))
	c.ProvenAt = whole(event.Time)
	r.save(c)

	a := activity(event, "WindowProved")
	about(a, c)
	a.Account = &c.Committer
	r.save(a)
}
