package mapping

import (
	"strconv"

	"github.com/commonweight/commonweight/coordinator/entity"
	"github.com/commonweight/commonweight/internal/chain"
)

// demands maps the events of Demands: bytes that somebody asked for on chain, for a fee.
func demands(r *records, event chain.Event) bool {
	switch p := event.Data.(type) {
	case chain.Demanded:
		handleDemanded(r, event, p)
	case chain.DemandAnswered:
		handleDemandAnswered(r, event, p)
	case chain.DemandEnded:
		handleDemandEnded(r, event, p)
	default:
		return false
	}
	return true
}

func handleDemanded(r *records, event chain.Event, p chain.Demanded) {
	c := must[entity.Commitment](r, text(p.Commitment[:]))
	c.Demands++
	by := account(r, p.By, event)
	d := &entity.Demand{
		ID: c.ID + "-" + strconv.Itoa(int(c.Demands)), Commitment: c.ID, Run: c.Run, By: by.ID,
		Kind:  spelled(p.Kind, entity.DemandKindNone, entity.DemandKindTiles, entity.DemandKindLeaf),
		Index: whole(p.Index), Deadline: whole(p.Deadline), Fee: p.Fee, DemandedAt: whole(event.Time), Status: entity.DemandStatusOpen,
	}
	r.save(d)
	c.Demand = &d.ID
	r.save(c)
	all := protocol(r)
	all.Demands++
	r.save(all)

	a := activity(event, "Demanded")
	about(a, c)
	a.Account, a.Amount = &by.ID, d.Fee
	r.save(a)
}

// The contract calls the event Answered, as it does another of Matches.
func handleDemandAnswered(r *records, event chain.Event, p chain.DemandAnswered) {
	c, d := openDemand(r, p.Commitment)
	by := account(r, p.By, event)
	d.Status, d.AnsweredBy, d.EndedAt = entity.DemandStatusAnswered, &by.ID, whole(event.Time)
	r.save(d)
	c.Demand = nil
	r.save(c)

	a := activity(event, "Answered")
	about(a, c)
	a.Account, a.Amount = &by.ID, p.Fee
	r.save(a)
}

func handleDemandEnded(r *records, event chain.Event, p chain.DemandEnded) {
	c, d := openDemand(r, p.Commitment)
	d.Status, d.EndedAt = entity.DemandStatusEnded, whole(event.Time)
	if p.Rejected {
		d.Status = entity.DemandStatusRejected
	}
	r.save(d)
	c.Demand = nil
	r.save(c)

	a := activity(event, "DemandEnded")
	about(a, c)
	a.Account, a.Amount = &account(r, p.By, event).ID, p.Fee
	r.save(a)
}

func openDemand(r *records, commitment chain.Hash) (*entity.Commitment, *entity.Demand) {
	c := must[entity.Commitment](r, text(commitment[:]))
	return c, must[entity.Demand](r, named(entity.KindDemand, c.Demand))
}
