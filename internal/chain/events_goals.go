package chain

import (
	"math/big"

	"github.com/commonweight/commonweight/fraudproof/match"
	"github.com/commonweight/commonweight/internal/chain/bindings"
	"github.com/ethereum/go-ethereum/common"
)

// GoalLocked: somebody locked money for a goal. (The contract calls this event Locked.)
type GoalLocked struct {
	Pot    Hash
	By     Address
	Goal   Goal
	Amount *big.Int
}

// GoalClaimed: somebody says that a goal is reached; it may be contested until then. (On chain: Claimed.)
type GoalClaimed struct {
	Pledge     PledgeID
	Pot        Hash
	Commitment Hash
	Owner      Address
	Word       uint32
	Until      uint64
}

// GoalContested: somebody says that the loss is another. (On chain: Contested.)
type GoalContested struct {
	Pledge, Claim PledgeID
	Owner         Address
	Word          uint32
	Duel          ChallengeID
}

// ReadingSettled: a claim or contest ended; its bond went back.
type ReadingSettled struct {
	Pledge PledgeID
	Owner  Address
}

// GoalReached: Steps steps share the pot. (On chain: Reached.)
type GoalReached struct {
	Pot           Hash
	Pledge        PledgeID
	Window, Steps uint64
	Amount        *big.Int
}

// GoalPulled: a window's committer got its share. (On chain: Pulled.)
type GoalPulled struct {
	Pot       Hash
	Window    uint64
	Committer Address
	Amount    *big.Int
}

// TakenBack: who had locked money got it back.
type TakenBack struct {
	Pot    Hash
	By     Address
	Amount *big.Int
}

// DuelStarted: two pledges began a match.
type DuelStarted struct {
	Duel        ChallengeID
	Left, Right PledgeID
}

// DuelConcluded: what came out was recorded. Moot: one of the two had been defeated elsewhere.
type DuelConcluded struct {
	Duel    ChallengeID
	Outcome match.Outcome
	Moot    bool
}

// PledgeLost: a pledge was defeated. (The contracts call this event PledgeDefeated.) Gas and reward went to the pledge By (0: defeated together), Burned is gone. Contract tells whose pledge.
type PledgeLost struct {
	Pledge, By          PledgeID
	Gas, Reward, Burned *big.Int
}

// GasRepaid: another side of a defeated pledge's duels had its gas out of the bond.
type GasRepaid struct {
	Pledge, To PledgeID
	Gas        *big.Int
}

func goalsEvents(p *bindings.Goals) decoders {
	id := func(name string) common.Hash { return p.GetABI().Events[name].ID }
	return decoders{
		id("Locked"): decoder(p.UnpackLockedEvent, func(e *bindings.GoalsLocked) any {
			g := e.Goal
			return GoalLocked{e.Pot, e.By, Goal{RunID(g.Run), g.ProgramRoot, g.DatasetRoot, g.Target, g.Token}, e.Amount}
		}),
		id("Claimed"): decoder(p.UnpackClaimedEvent, func(e *bindings.GoalsClaimed) any {
			return GoalClaimed{PledgeID(e.Pledge), e.Pot, e.Commitment, e.Owner, e.Word, e.Until}
		}),
		id("Contested"): decoder(p.UnpackContestedEvent, func(e *bindings.GoalsContested) any {
			return GoalContested{PledgeID(e.Pledge), PledgeID(e.Claim), e.Owner, e.Word, ChallengeID(e.Duel)}
		}),
		id("ReadingSettled"): decoder(p.UnpackReadingSettledEvent, func(e *bindings.GoalsReadingSettled) any {
			return ReadingSettled{PledgeID(e.Pledge), e.Owner}
		}),
		id("Reached"): decoder(p.UnpackReachedEvent, func(e *bindings.GoalsReached) any {
			return GoalReached{e.Pot, PledgeID(e.Pledge), e.Window, e.Steps, e.Amount}
		}),
		id("Pulled"): decoder(p.UnpackPulledEvent, func(e *bindings.GoalsPulled) any {
			return GoalPulled{e.Pot, e.Window, e.Committer, e.Amount}
		}),
		id("TakenBack"): decoder(p.UnpackTakenBackEvent, func(e *bindings.GoalsTakenBack) any {
			return TakenBack{e.Pot, e.By, e.Amount}
		}),
		id("DuelStarted"): decoder(p.UnpackDuelStartedEvent, func(e *bindings.GoalsDuelStarted) any {
			return DuelStarted{ChallengeID(e.Duel), PledgeID(e.Left), PledgeID(e.Right)}
		}),
		id("DuelConcluded"): decoder(p.UnpackDuelConcludedEvent, func(e *bindings.GoalsDuelConcluded) any {
			return DuelConcluded{ChallengeID(e.Duel), match.Outcome(e.Outcome), e.Moot}
		}),
		id("PledgeDefeated"): decoder(p.UnpackPledgeDefeatedEvent, func(e *bindings.GoalsPledgeDefeated) any {
			return PledgeLost{PledgeID(e.Pledge), PledgeID(e.By), e.Gas, e.Reward, e.Burned}
		}),
		id("GasRepaid"): decoder(p.UnpackGasRepaidEvent, func(e *bindings.GoalsGasRepaid) any {
			return GasRepaid{PledgeID(e.Pledge), PledgeID(e.To), e.Gas}
		}),
	}
}

func (e GoalLocked) run() RunID            { return e.Goal.Run }
func (e GoalClaimed) commitment() Hash     { return e.Commitment }
func (e GoalContested) match() ChallengeID { return e.Duel }
func (e DuelConcluded) match() ChallengeID { return e.Duel }
func (e GoalReached) pot() Hash            { return e.Pot }
func (e GoalPulled) pot() Hash             { return e.Pot }
func (e TakenBack) pot() Hash              { return e.Pot }
func (e DuelStarted) reading() PledgeID    { return e.Left }
func (e ReadingSettled) reading() PledgeID { return e.Pledge }
func (e PledgeLost) reading() PledgeID     { return e.Pledge }
func (e GasRepaid) reading() PledgeID      { return e.Pledge }
