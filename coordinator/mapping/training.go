package mapping

import (
	"math/big"

	"github.com/commonweight/commonweight/coordinator/entity"
	"github.com/commonweight/commonweight/internal/chain"
)

// training maps the events of Training: leases, commitments, head and anchor.
func training(r *records, event chain.Event) bool {
	switch p := event.Data.(type) {
	case chain.Acquired:
		handleAcquired(r, event, p)
	case chain.Released:
		handleReleased(r, event, p)
	case chain.Expired:
		handleExpired(r, event, p)
	case chain.LeaseEnded:
		handleLeaseEnded(r, event, p)
	case chain.Committed:
		handleCommitted(r, event, p)
	case chain.Finalised:
		handleFinalised(r, event, p)
	case chain.RolledBack:
		handleRolledBack(r, event, p)
	case chain.Rejected:
		handleRejected(r, event, p)
	case chain.Cleared:
		handleCleared(r, event, p)
	case chain.Settled:
		handleSettled(r, event, p)
	case chain.VoidedClaimed:
		handleVoidedClaimed(r, event, p)
	case chain.Paused:
		handlePaused(r, event, p)
	default:
		return false
	}
	return true
}

func handleAcquired(r *records, event chain.Event, p chain.Acquired) {
	holder := account(r, p.Holder, event)
	holder.Leases++
	r.save(holder)

	run := must[entity.Run](r, number(p.Run))
	lease := &entity.Lease{
		ID: leaseID(p.Run, p.Fence), Run: run.ID, Fence: whole(p.Fence), Holder: holder.ID, ExpectedHead: p.ExpectedHead[:],
		Window: whole(p.Window), AcquiredAt: whole(event.Time), Deadline: whole(p.Deadline), Bond: p.Bond, Reward: p.Reward,
		Attention: new(big.Int), // until RewardReserved says
		Status:    entity.LeaseStatusHeld, Burned: new(big.Int),
	}
	r.save(lease)
	run.Lease = &lease.ID
	r.save(run)

	a := activity(event, "Acquired")
	a.Run, a.Account, a.Amount = &run.ID, &holder.ID, lease.Bond
	r.save(a)
}

func leaseID(run chain.RunID, fence uint64) string { return number(run) + "-" + number(fence) }

func handleReleased(r *records, event chain.Event, p chain.Released) {
	lapse(r, event, p.Run, p.Fence, entity.LeaseStatusReleased, p.Burned)
}

func handleExpired(r *records, event chain.Event, p chain.Expired) {
	if p.Caller != (chain.Address{}) {
		account(r, p.Caller, event)
	}
	lapse(r, event, p.Run, p.Fence, entity.LeaseStatusExpired, p.Burned)
}

func handleLeaseEnded(r *records, event chain.Event, p chain.LeaseEnded) {
	lapse(r, event, p.Run, p.Fence, entity.LeaseStatusEnded, new(big.Int))
}

// lapse: a lease ended without a commitment. What was reserved for it is in the escrow again.
func lapse(r *records, event chain.Event, id chain.RunID, fence uint64, status entity.LeaseStatus, burned *big.Int) {
	run := must[entity.Run](r, number(id))
	lease := must[entity.Lease](r, leaseID(id, fence))
	lease.Status, lease.EndedAt, lease.Burned = status, whole(event.Time), burned
	r.save(lease)
	run.Lease = nil
	run.LapsedLeases++
	run.Escrow = plus(run.Escrow, reserved(lease))
	r.save(run)
	holder := must[entity.Account](r, lease.Holder)
	holder.LapsedLeases++
	r.save(holder)

	a := activity(event, event.Name())
	a.Run, a.Account, a.Amount = &run.ID, &holder.ID, burned
	r.save(a)
}

func reserved(lease *entity.Lease) *big.Int { return plus(lease.Reward, lease.Attention) }

func handleCommitted(r *records, event chain.Event, p chain.Committed) {
	committer := account(r, p.Committer, event)
	committer.Commitments++
	r.save(committer)
	all := protocol(r)
	all.Commitments++
	r.save(all)

	run := must[entity.Run](r, number(p.Run))
	lease := must[entity.Lease](r, leaseID(p.Run, p.Fence))
	c := &entity.Commitment{
		ID: text(p.Commitment[:]), Run: run.ID, ParentHash: p.Parent[:], Window: whole(p.Window),
		FirstStep: whole(p.Window * uint64(run.WindowSteps)), Steps: int32(p.Steps), PreRoot: p.PreRoot[:], PostRoot: p.PostRoot[:], CID: p.Cid,
		Committer: committer.ID, Lease: lease.ID, Bond: lease.Bond, Reward: lease.Reward,
		CommittedAt: whole(event.Time), CommittedBlock: whole(event.Block), Tx: event.Tx[:],
		ChallengeUntil: whole(event.Time + uint64(run.ChallengeSeconds)),
		Status:         entity.CommitmentStatusPending, Mark: entity.MarkNone,
		ToCommitter: new(big.Int), ToChallengers: new(big.Int), ToVoided: new(big.Int), Burned: new(big.Int),
		Repaid: new(big.Int), Share: new(big.Int), Auditors: [][]byte{},
	}
	if p.Window > 0 {
		parent := text(p.Parent[:])
		c.Parent = &parent
	}
	r.save(c)

	lease.Status, lease.EndedAt, lease.Commitment = entity.LeaseStatusCommitted, whole(event.Time), &c.ID
	r.save(lease)
	run.Lease = nil
	run.Head, run.HeadCount = &c.ID, whole(p.Window+1)
	run.Commitments++
	r.save(run)
	saveCheckpoint(r, event, run, c)

	a := activity(event, "Committed")
	about(a, c)
	a.Account, a.Amount = &committer.ID, c.Bond
	r.save(a)
}

func saveCheckpoint(r *records, event chain.Event, run *entity.Run, c *entity.Commitment) {
	isLast := run.HeadCount.Cmp(run.Windows) == 0
	r.save(&entity.Asset{
		ID: c.ID, Kind: entity.AssetKindCheckpoint, Run: run.ID, CID: c.CID, Root: c.PostRoot, Commitment: &c.ID, Window: c.Window,
		KeyFrame: run.HeadCount.Uint64()%uint64(run.KeyFrameEvery) == 0 || isLast, At: whole(event.Time),
	})
}

func handleFinalised(r *records, event chain.Event, p chain.Finalised) {
	c := must[entity.Commitment](r, text(p.Commitment[:]))
	run := must[entity.Run](r, c.Run)
	was := isDisputed(c)
	c.Status, c.FinalisedAt = entity.CommitmentStatusFinalised, whole(event.Time)
	r.save(c)
	countDisputed(run, was, c)
	run.Anchor, run.AnchorCount = &c.ID, plus(c.Window, big.NewInt(1))
	run.Paid = plus(run.Paid, c.Reward)
	r.save(run)
	all := protocol(r)
	all.Finalised++
	r.save(all)
	committer := account(r, p.Committer, event)
	committer.Finalised++
	committer.Steps = plus(committer.Steps, big.NewInt(int64(c.Steps)))
	r.save(committer)

	checkpoint := must[entity.Asset](r, c.ID)
	checkpoint.Final = true
	r.save(checkpoint)
	r.save(&entity.Reward{
		ID: c.ID, Commitment: c.ID, Run: run.ID, Account: committer.ID, Window: c.Window, Steps: c.Steps, Token: run.RewardToken,
		Amount: c.Reward, At: whole(event.Time),
	})

	a := activity(event, "Finalised")
	about(a, c)
	a.Account, a.Amount = &committer.ID, c.Reward
	r.save(a)
}

// By a tally, which leaves it Pending, or by a rejection, which says so in an event of its own right after.
func handleRolledBack(r *records, event chain.Event, p chain.RolledBack) {
	c := must[entity.Commitment](r, text(p.Commitment[:]))
	run := must[entity.Run](r, c.Run)
	above := must[entity.Commitment](r, named(entity.KindCommitment, run.Head))
	for above.ID != c.ID {
		was := isDisputed(above)
		above.Status, above.LeftHeadAt, above.VoidedBy = entity.CommitmentStatusVoided, whole(event.Time), &c.ID
		r.save(above)
		countDisputed(run, was, above)
		run.Voided++
		above = must[entity.Commitment](r, named(entity.KindCommitment, above.Parent))
	}
	c.Mark, c.LeftHeadAt, c.VoidedCount = entity.MarkTalliedAgainst, whole(event.Time), int32(p.Voided)
	r.save(c)
	run.Head, run.HeadCount = c.Parent, c.Window
	r.save(run)

	a := activity(event, "RolledBack")
	about(a, c)
	a.Account = &c.Committer
	r.save(a)
}

func handleRejected(r *records, event chain.Event, p chain.Rejected) {
	c := must[entity.Commitment](r, text(p.Commitment[:]))
	run := must[entity.Run](r, c.Run)
	was := isDisputed(c)
	c.Status, c.Mark, c.RejectedAt = entity.CommitmentStatusRejected, entity.MarkRejected, whole(event.Time)
	if p.Idle {
		c.Mark = entity.MarkIdle
	}
	r.save(c)
	countDisputed(run, was, c)
	run.Rejected++
	run.Escrow = plus(run.Escrow, reserved(must[entity.Lease](r, c.Lease)))
	r.save(run)
	all := protocol(r)
	all.Rejected++
	r.save(all)
	committer := account(r, p.Committer, event)
	committer.Rejected++
	r.save(committer)

	a := activity(event, "Rejected")
	about(a, c)
	a.Account = &committer.ID
	r.save(a)
}

func handleCleared(r *records, event chain.Event, p chain.Cleared) {
	c := must[entity.Commitment](r, text(p.Commitment[:]))
	run := must[entity.Run](r, c.Run)
	was := isDisputed(c)
	c.Status, c.Mark, c.Repaid = entity.CommitmentStatusVoided, entity.MarkCleared, c.Bond
	r.save(c)
	countDisputed(run, was, c)
	run.Voided++
	run.Escrow = plus(run.Escrow, must[entity.Lease](r, c.Lease).Attention)
	r.save(run)

	a := activity(event, "Cleared")
	about(a, c)
	a.Account, a.Amount = &account(r, p.Committer, event).ID, c.Reward
	r.save(a)
}

func handleSettled(r *records, event chain.Event, p chain.Settled) {
	c := must[entity.Commitment](r, text(p.Commitment[:]))
	c.SettledAt = whole(event.Time)
	if p.FinalRoot != (chain.Hash{}) {
		c.FinalRoot = p.FinalRoot[:]
	}
	c.ToCommitter, c.ToChallengers, c.ToVoided, c.Burned = p.ToCommitter, p.ToChallengers, p.ToVoided, p.Burned
	r.save(c)

	a := activity(event, "Settled")
	about(a, c)
	a.Account, a.Amount = &c.Committer, c.ToCommitter
	r.save(a)
}

func handleVoidedClaimed(r *records, event chain.Event, p chain.VoidedClaimed) {
	c := must[entity.Commitment](r, text(p.Commitment[:]))
	if p.Share {
		c.Share = p.Amount
	} else {
		c.Repaid = p.Amount
		run := must[entity.Run](r, c.Run)
		run.Escrow = plus(run.Escrow, reserved(must[entity.Lease](r, c.Lease)))
		r.save(run)
	}
	r.save(c)

	a := activity(event, "VoidedClaimed")
	about(a, c)
	a.Account, a.Amount = &account(r, p.Committer, event).ID, p.Amount
	r.save(a)
}

func handlePaused(r *records, event chain.Event, p chain.Paused) {
	all := protocol(r)
	all.PausedUntil = whole(p.Until)
	r.save(all)
	r.save(activity(event, "Paused"))
}
