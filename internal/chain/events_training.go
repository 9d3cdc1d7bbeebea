package chain

import (
	"math/big"

	"github.com/commonweight/commonweight/internal/chain/bindings"
)

// Acquired: holder computes window window on expectedHead until deadline.
type Acquired struct {
	Run          RunID
	Fence        uint64
	Holder       Address
	ExpectedHead Hash
	Window       uint64
	Deadline     uint64
	Bond         *big.Int
	Reward       *big.Int
}

// Released: the holder gave the lease back; burned of its bond is gone.
type Released struct {
	Run    RunID
	Fence  uint64
	Holder Address
	Burned *big.Int
}

// Expired: the deadline passed; tip went to caller (nobody, if a rollback found it), burned is gone, the next bond doubles.
type Expired struct {
	Run    RunID
	Fence  uint64
	Holder Address
	Caller Address
	Tip    *big.Int
	Burned *big.Int
}

// LeaseEnded: the head it was to build on was rolled back; the bond returned whole.
type LeaseEnded struct {
	Run    RunID
	Fence  uint64
	Holder Address
}

// Committed: a window was committed and is the new head.
type Committed struct {
	Run        RunID
	Commitment Hash
	Committer  Address
	Parent     Hash
	Window     uint64
	Steps      uint32
	PreRoot    Hash
	PostRoot   Hash
	Cid        []byte
	Fence      uint64
}

// Finalised: a window became final; its committer was credited bond and reward.
type Finalised struct {
	Run        RunID
	Commitment Hash
	Committer  Address
	Window     uint64
	PostRoot   Hash
}

// RolledBack: commitment and voided windows above it left the head, which is now head.
type RolledBack struct {
	Run        RunID
	Commitment Hash
	Head       Hash
	Window     uint64
	Voided     uint32
}

// Rejected: a decision against commitment took effect. Idle: a demand for its bytes went unanswered.
type Rejected struct {
	Run        RunID
	Commitment Hash
	Committer  Address
	Idle       bool
}

// Cleared: arithmetic overturned the tally against a commitment; its committer was credited bond and reward.
type Cleared struct {
	Run        RunID
	Commitment Hash
	Committer  Address
}

// Settled: the bond of a rejected commitment was shared out, against finalRoot (0: nothing was finalised in time).
type Settled struct {
	Commitment    Hash
	FinalRoot     Hash
	ToCommitter   *big.Int
	ToChallengers *big.Int
	ToVoided      *big.Int
	Burned        *big.Int
}

// VoidedClaimed: a voided commitment, voided by by, got its bond (amount) or its share of the other's bond (amount) back.
type VoidedClaimed struct {
	Commitment Hash
	By         Hash
	Committer  Address
	Amount     *big.Int
	Share      bool
}

// Paused: the guardian stopped acquire until then.
type Paused struct {
	Until uint64
}

func trainingEvents(p *bindings.Training) decoders {
	return decoders{
		p.GetABI().Events["Acquired"].ID: decoder(p.UnpackAcquiredEvent, func(e *bindings.TrainingAcquired) any {
			return Acquired{
				Run: RunID(e.Run), Fence: e.Fence, Holder: e.Holder, ExpectedHead: e.ExpectedHead, Window: e.Window,
				Deadline: e.Deadline, Bond: e.Bond, Reward: e.Reward,
			}
		}),
		p.GetABI().Events["Released"].ID: decoder(p.UnpackReleasedEvent, func(e *bindings.TrainingReleased) any {
			return Released{Run: RunID(e.Run), Fence: e.Fence, Holder: e.Holder, Burned: e.Burned}
		}),
		p.GetABI().Events["Expired"].ID: decoder(p.UnpackExpiredEvent, func(e *bindings.TrainingExpired) any {
			return Expired{Run: RunID(e.Run), Fence: e.Fence, Holder: e.Holder, Caller: e.Caller, Tip: e.Tip, Burned: e.Burned}
		}),
		p.GetABI().Events["LeaseEnded"].ID: decoder(p.UnpackLeaseEndedEvent, func(e *bindings.TrainingLeaseEnded) any {
			return LeaseEnded{Run: RunID(e.Run), Fence: e.Fence, Holder: e.Holder}
		}),
		p.GetABI().Events["Committed"].ID: decoder(p.UnpackCommittedEvent, func(e *bindings.TrainingCommitted) any {
			return Committed{
				Run: RunID(e.Run), Commitment: e.Commitment, Committer: e.Committer, Parent: e.Parent, Window: e.Window, Steps: e.Steps,
				PreRoot: e.PreRoot, PostRoot: e.PostRoot, Cid: e.Cid, Fence: e.Fence,
			}
		}),
		p.GetABI().Events["Finalised"].ID: decoder(p.UnpackFinalisedEvent, func(e *bindings.TrainingFinalised) any {
			return Finalised{Run: RunID(e.Run), Commitment: e.Commitment, Committer: e.Committer, Window: e.Window, PostRoot: e.PostRoot}
		}),
		p.GetABI().Events["RolledBack"].ID: decoder(p.UnpackRolledBackEvent, func(e *bindings.TrainingRolledBack) any {
			return RolledBack{Run: RunID(e.Run), Commitment: e.Commitment, Head: e.Head, Window: e.Window, Voided: e.Voided}
		}),
		p.GetABI().Events["Rejected"].ID: decoder(p.UnpackRejectedEvent, func(e *bindings.TrainingRejected) any {
			return Rejected{Run: RunID(e.Run), Commitment: e.Commitment, Committer: e.Committer, Idle: e.Idle}
		}),
		p.GetABI().Events["Cleared"].ID: decoder(p.UnpackClearedEvent, func(e *bindings.TrainingCleared) any {
			return Cleared{Run: RunID(e.Run), Commitment: e.Commitment, Committer: e.Committer}
		}),
		p.GetABI().Events["Settled"].ID: decoder(p.UnpackSettledEvent, func(e *bindings.TrainingSettled) any {
			return Settled{
				Commitment: e.Commitment, FinalRoot: e.FinalRoot, ToCommitter: e.ToCommitter, ToChallengers: e.ToChallengers,
				ToVoided: e.ToVoided, Burned: e.Burned,
			}
		}),
		p.GetABI().Events["VoidedClaimed"].ID: decoder(p.UnpackVoidedClaimedEvent, func(e *bindings.TrainingVoidedClaimed) any {
			return VoidedClaimed{Commitment: e.Commitment, By: e.By, Committer: e.Committer, Amount: e.Amount, Share: e.Share}
		}),
		p.GetABI().Events["Paused"].ID: decoder(p.UnpackPausedEvent, func(e *bindings.TrainingPaused) any {
			return Paused{Until: e.Until}
		}),
	}
}
