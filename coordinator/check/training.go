package check

import (
	"github.com/commonweight/commonweight/coordinator/entity"
)

func (d *beside) protocol(e *entity.Protocol) {
	d.same("runs", e.Runs, view(d, d.at.RunRegistry, d.registry.PackRuns(), d.registry.UnpackRuns))
	d.same("challenges", e.Challenges, view(d, d.at.Disputes, d.disputes.PackChallenges(), d.disputes.UnpackChallenges))
	d.same("validators", e.Validators, view(d, d.at.Validators, d.validators.PackValidators(), d.validators.UnpackValidators))
}

func (d *beside) run(e *entity.Run) {
	id := numberOf(e.Number)
	p := view(d, d.at.Training, d.training.PackProgress(id), d.training.UnpackProgress)
	d.same("headCount", e.HeadCount, p.HeadCount)
	d.same("anchorCount", e.AnchorCount, p.AnchorCount)
	genesis := view(d, d.at.Training, d.training.PackGenesis(id), d.training.UnpackGenesis)
	for _, end := range []struct {
		field    string
		index    *string
		contract [32]byte
	}{
		{"head", e.Head, view(d, d.at.Training, d.training.PackHead(id), d.training.UnpackHead)},
		{"anchor", e.Anchor, view(d, d.at.Training, d.training.PackAnchor(id), d.training.UnpackAnchor)},
	} {
		if end.contract == genesis {
			end.contract = [32]byte{}
		}
		d.same(end.field, end.index, end.contract)
	}
	d.same("owner", e.Owner, view(d, d.at.RunRegistry, d.registry.PackOwnerOf(e.Number), d.registry.UnpackOwnerOf))
	d.same("escrow", e.Escrow, view(d, d.at.RunRegistry, d.registry.PackEscrow(id), d.registry.UnpackEscrow))
	d.terms(e, id)
	lease := view(d, d.at.Training, d.training.PackLease(id), d.training.UnpackLease)
	if spell(lease.Holder) == "" {
		d.same("lease", e.Lease, nil)
	} else {
		d.same("lease", e.Lease, e.ID+"-"+spell(lease.Fence))
	}
}

// terms are what was fixed when the run was created.
func (d *beside) terms(e *entity.Run, id uint64) {
	f := view(d, d.at.RunRegistry, d.registry.PackFacts(id), d.registry.UnpackFacts)
	d.same("specHash", e.SpecHash, f.SpecHash)
	d.same("specCid", e.SpecCID, f.SpecCid)
	d.same("programRoot", e.ProgramRoot, f.ProgramRoot)
	d.same("datasetRoot", e.DatasetRoot, f.DatasetRoot)
	d.same("genesisRoot", e.GenesisRoot, f.GenesisRoot)
	d.same("profile", e.Profile, f.Profile)
	d.same("hash", e.Hash, enum(e.EntityKind(), "hash", f.Hash, 0))
	s := view(d, d.at.RunRegistry, d.registry.PackSchedule(id), d.registry.UnpackSchedule)
	d.same("totalSteps", e.TotalSteps, s.TotalSteps)
	d.same("windowSteps", e.WindowSteps, s.WindowSteps)
	d.same("keyFrameEvery", e.KeyFrameEvery, s.KeyFrameEvery)
	d.same("maxPending", e.MaxPending, s.MaxPending)
	d.same("refStepMillis", e.RefStepMillis, s.RefStepMillis)
	c := view(d, d.at.RunRegistry, d.registry.PackClocks(id), d.registry.UnpackClocks)
	d.same("leaseSeconds", e.LeaseSeconds, c.Lease)
	d.same("challengeSeconds", e.ChallengeSeconds, c.Challenge)
	d.same("openSeconds", e.OpenSeconds, c.Open)
	d.same("ballotCommitSeconds", e.BallotCommitSeconds, c.BallotCommit)
	d.same("ballotRevealSeconds", e.BallotRevealSeconds, c.BallotReveal)
	d.same("appealSeconds", e.AppealSeconds, c.Appeal)
	d.same("matchClockSeconds", e.MatchClockSeconds, c.MatchClock)
	d.same("moveExtensionSeconds", e.MoveExtensionSeconds, c.MoveExtension)
	d.same("listExtensionSeconds", e.ListExtensionSeconds, c.ListExtension)
	d.same("historyExtensionSeconds", e.HistoryExtensionSeconds, c.HistoryExtension)
	d.same("demandSeconds", e.DemandSeconds, c.Demand)
	m := view(d, d.at.RunRegistry, d.registry.PackEconomy(id), d.registry.UnpackEconomy)
	d.same("rewardToken", e.RewardToken, m.RewardToken)
	d.same("reward", e.Reward, m.Reward)
	d.same("rewardValue", e.RewardValue, m.RewardValue)
	d.same("replayCost", e.ReplayCost, m.ReplayCost)
	d.same("seatStake", e.SeatStake, m.SeatStake)
	d.same("jurorFee", e.JurorFee, m.JurorFee)
	d.same("jury", e.Jury, m.Jury)
	d.same("largerJury", e.LargerJury, m.LargerJury)
	p := view(d, d.at.RunRegistry, d.registry.PackProofs(id), d.registry.UnpackProofs)
	d.same("proofKeyHash", e.ProofKeyHash, p.KeyHash)
	d.same("proofSystemHash", e.ProofSystemHash, p.SystemHash)
	d.same("proofTranscriptCid", e.ProofTranscriptCID, p.TranscriptCid)
}

// lease: the contract knows the newest alone, while it is held.
func (d *beside) lease(e *entity.Lease) {
	l := view(d, d.at.Training, d.training.PackLease(d.number(e.Run)), d.training.UnpackLease)
	held := spell(l.Holder) != "" && spell(l.Fence) == spell(e.Fence)
	d.same("status", e.Status == entity.LeaseStatusHeld, held)
	if !held {
		return
	}
	d.same("holder", e.Holder, l.Holder)
	d.same("expectedHead", e.ExpectedHead, l.ExpectedHead)
	d.same("window", e.Window, l.Window)
	d.same("acquiredAt", e.AcquiredAt, l.AcquiredAt)
	d.same("deadline", e.Deadline, l.Deadline)
	d.same("bond", e.Bond, l.Bond)
	d.same("reward", e.Reward, l.Reward)
}

func (d *beside) commitment(e *entity.Commitment) {
	id := d.bytes32(e.ID)
	status := view(d, d.at.Training, d.training.PackStatus(id), d.training.UnpackStatus)
	d.same("status", e.Status, enum(e.EntityKind(), "status", status, 1))
	c := view(d, d.at.Training, d.training.PackCommitment(id), d.training.UnpackCommitment)
	d.same("run", e.Run, c.Run)
	d.same("parentHash", e.ParentHash, c.Parent)
	d.same("window", e.Window, c.Window)
	d.same("steps", e.Steps, c.Steps)
	d.same("preRoot", e.PreRoot, c.PreRoot)
	d.same("postRoot", e.PostRoot, c.PostRoot)
	d.same("committer", e.Committer, c.Committer)
	d.same("committedAt", e.CommittedAt, c.CommittedAt)
	d.same("committedBlock", e.CommittedBlock, c.CommittedBlock)
	d.same("bond", e.Bond, c.Bond)
	d.same("reward", e.Reward, c.Reward)
	d.same("mark", e.Mark, enum(e.EntityKind(), "mark", c.Mark, 0))
	d.same("rejectedAt", e.RejectedAt, c.RejectedAt)
	d.same("voidedCount", e.VoidedCount, c.VoidedCount)
	if e.Mark != entity.MarkCleared { // has its bond back at once
		d.same("settledAt", e.SettledAt != nil, c.Settled)
	}
	d.same("repaid", e.Repaid.Sign() > 0, c.Repaid)
	if spell(c.VoidedBy) != "" { // the contract looks for it when it is claimed for
		d.same("voidedBy", e.VoidedBy, c.VoidedBy)
	}
	x := view(d, d.at.Disputes, d.disputes.PackDispute(id), d.disputes.UnpackDispute)
	d.same("unopened", e.Unopened, x.Unopened)
	d.same("finalRoot", e.FinalRoot, x.FinalRoot)
	d.same("provenSteps", e.ProvenSteps, view(d, d.at.StepProofs, d.proofs.PackReached(id), d.proofs.UnpackReached).Steps)
	open := view(d, d.at.Demands, d.demands.PackIsOpen(id), d.demands.UnpackIsOpen)
	d.same("demand", e.Demand != nil, open)
	d.same("demands", e.Demands, view(d, d.at.Demands, d.demands.PackDemand(id), d.demands.UnpackDemand).Count)
}

func (d *beside) demand(e *entity.Demand) {
	if e.Status != entity.DemandStatusOpen {
		return // the contract remembers one alone
	}
	x := view(d, d.at.Demands, d.demands.PackDemand(d.bytes32(e.Commitment)), d.demands.UnpackDemand)
	d.same("kind", e.Kind, enum(e.EntityKind(), "kind", x.Kind, 0))
	d.same("by", e.By, x.By)
	d.same("index", e.Index, x.Index)
	d.same("deadline", e.Deadline, x.Deadline)
	d.same("fee", e.Fee, x.Fee)
}

func (d *beside) validator(e *entity.Validator) {
	v := view(d, d.at.Validators, d.validators.PackValidator(d.address(e.ID)), d.validators.UnpackValidator)
	d.same("index", e.Index, v.Index)
	d.same("stake", e.Stake, v.Stake)
	d.same("locked", e.Locked, v.Locked)
	d.same("leaving", e.Leaving, v.Unbonding)
	if e.LeavingAt != nil { // the contract remembers the last request
		d.same("leavingAt", e.LeavingAt, v.AvailableAt)
	}
}
