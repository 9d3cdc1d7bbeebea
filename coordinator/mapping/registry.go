package mapping

import (
	"math/big"

	"github.com/commonweight/commonweight/coordinator/entity"
	"github.com/commonweight/commonweight/internal/chain"
)

// registry maps the events of RunRegistry: runs, as ERC-721 assets, and their reward escrow.
func registry(r *records, event chain.Event) bool {
	switch p := event.Data.(type) {
	case chain.RunCreated:
		handleRunCreated(r, event, p)
	case chain.Funded:
		handleFunded(r, event, p)
	case chain.RewardReserved:
		handleRewardReserved(r, event, p)
	case chain.Reclaimed:
		handleReclaimed(r, event, p)
	case chain.Transfer:
		handleTransfer(r, event, p)
	default:
		return false
	}
	return true
}

func handleRunCreated(r *records, event chain.Event, p chain.RunCreated) {
	author := account(r, p.Author, event)
	author.Runs++
	r.save(author)
	all := protocol(r)
	all.Runs++
	r.save(all)

	run := &entity.Run{
		ID: number(p.Run), Number: whole(p.Run), Author: author.ID, Owner: author.ID,
		CreatedAt: whole(event.Time), CreatedBlock: whole(event.Block),
		HeadCount: new(big.Int), AnchorCount: new(big.Int),
		Escrow: new(big.Int), Funded: new(big.Int), Reclaimed: new(big.Int), Paid: new(big.Int),
	}
	setFacts(run, p.Data.Facts)
	setSchedule(run, p.Data.Schedule)
	setClocks(run, p.Data.Clocks)
	setEconomy(run, p.Data.Economy)
	setProofs(run, p.Data.Proofs)
	r.save(run)

	r.save(&entity.Asset{
		ID: "runspec-" + run.ID, Kind: entity.AssetKindRunSpec, Run: run.ID, CID: run.SpecCID, Root: run.SpecHash, Final: true,
		At: whole(event.Time),
	})

	a := activity(event, "RunCreated")
	a.Run, a.Account = &run.ID, &author.ID
	r.save(a)
}

func setFacts(run *entity.Run, facts chain.Facts) {
	run.SpecHash, run.SpecCID = facts.SpecHash[:], facts.SpecCid
	run.ProgramRoot, run.DatasetRoot, run.GenesisRoot = facts.ProgramRoot[:], facts.DatasetRoot[:], facts.GenesisRoot[:]
	run.Profile = whole(facts.Profile)
	run.Hash = spelled(facts.Hash, entity.HashKindInvalid, entity.HashKindSha256, entity.HashKindPoseidon2)
}

func setSchedule(run *entity.Run, schedule chain.Schedule) {
	run.TotalSteps = whole(schedule.TotalSteps)
	run.WindowSteps = int32(schedule.WindowSteps)
	run.KeyFrameEvery = int32(schedule.KeyFrameEvery)
	run.MaxPending = int32(schedule.MaxPending)
	run.RefStepMillis = int32(schedule.RefStepMillis)
	steps := uint64(schedule.WindowSteps)
	run.Windows = whole((schedule.TotalSteps + steps - 1) / steps)
}

func setClocks(run *entity.Run, clocks chain.Clocks) {
	run.LeaseSeconds = int32(clocks.Lease)
	run.ChallengeSeconds = int32(clocks.Challenge)
	run.OpenSeconds = int32(clocks.Open)
	run.BallotCommitSeconds = int32(clocks.BallotCommit)
	run.BallotRevealSeconds = int32(clocks.BallotReveal)
	run.AppealSeconds = int32(clocks.Appeal)
	run.MatchClockSeconds = int32(clocks.MatchClock)
	run.MoveExtensionSeconds = int32(clocks.MoveExtension)
	run.ListExtensionSeconds = int32(clocks.ListExtension)
	run.HistoryExtensionSeconds = int32(clocks.HistoryExtension)
	run.DemandSeconds = int32(clocks.Demand)
}

func setEconomy(run *entity.Run, economy chain.Economy) {
	run.RewardToken = economy.RewardToken[:]
	run.Reward = economy.Reward
	run.RewardValue = economy.RewardValue
	run.ReplayCost = economy.ReplayCost
	run.SeatStake = economy.SeatStake
	run.JurorFee = economy.JurorFee
	run.Jury = int32(economy.Jury)
	run.LargerJury = int32(economy.LargerJury)
}

func setProofs(run *entity.Run, proofs chain.Proofs) {
	if proofs.KeyHash == (chain.Hash{}) {
		return
	}
	run.ProofKeyHash, run.ProofSystemHash, run.ProofTranscriptCID = proofs.KeyHash[:], proofs.SystemHash[:], proofs.TranscriptCid
}

func handleFunded(r *records, event chain.Event, p chain.Funded) {
	run := must[entity.Run](r, number(p.Run))
	run.Escrow = plus(run.Escrow, p.Amount)
	run.Funded = plus(run.Funded, p.Amount)
	r.save(run)

	a := activity(event, "Funded")
	a.Run, a.Account, a.Amount = &run.ID, &account(r, p.Payer, event).ID, p.Amount
	r.save(a)
}

func handleRewardReserved(r *records, event chain.Event, p chain.RewardReserved) {
	run := must[entity.Run](r, number(p.Run))
	run.Escrow = minus(run.Escrow, p.Amount)
	r.save(run)
	lease := must[entity.Lease](r, leaseID(p.Run, p.Fence))
	lease.Attention = minus(p.Amount, lease.Reward)
	r.save(lease)

	a := activity(event, "RewardReserved")
	a.Run, a.Account, a.Amount = &run.ID, &lease.Holder, p.Amount
	r.save(a)
}

func handleReclaimed(r *records, event chain.Event, p chain.Reclaimed) {
	run := must[entity.Run](r, number(p.Run))
	run.Escrow = minus(run.Escrow, p.Amount)
	run.Reclaimed = plus(run.Reclaimed, p.Amount)
	r.save(run)

	a := activity(event, "Reclaimed")
	a.Run, a.Account, a.Amount = &run.ID, &account(r, p.Owner, event).ID, p.Amount
	r.save(a)
}

func handleTransfer(r *records, event chain.Event, p chain.Transfer) {
	owner := account(r, p.To, event)
	run := must[entity.Run](r, number(p.Run))
	run.Owner = owner.ID
	r.save(run)

	a := activity(event, "Transfer")
	a.Run, a.Account = &run.ID, &owner.ID
	r.save(a)
}
