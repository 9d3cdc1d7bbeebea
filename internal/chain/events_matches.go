package chain

import (
	"github.com/commonweight/commonweight/fraudproof/match"
	"github.com/commonweight/commonweight/internal/chain/bindings"
)

// Started: a challenge's match began, or a duel's; both sides may post until Deadline.
type Started struct {
	Match          ChallengeID
	Run            RunID
	Steps          uint32
	PreRoot        Hash
	CommitterRoot  Hash
	ChallengerRoot Hash
	Committer      Address
	Challenger     Address
	Deadline       uint64
}

// Answered: a side named the first place where it differs, and what stands there.
type Answered struct {
	Match ChallengeID
	Side  match.Side
	Phase match.Phase
	Place uint64
	Value Hash
}

// Posted: a side posted nodes, a tile, folds or blocks; the other one is due until Deadline.
type Posted struct {
	Match    ChallengeID
	Side     match.Side
	Phase    match.Phase
	Place    uint64
	Deadline uint64
	Data     []byte
}

// Awaits: someone has to bind or to bring the leaf while that side's clock runs.
type Awaits struct {
	Match    ChallengeID
	Side     match.Side
	Phase    match.Phase
	Deadline uint64
}

// StepFound: that step of the window, from 1, is disputed.
type StepFound struct {
	Match  ChallengeID
	Step   uint64
	Agreed Hash // the state root before it
}

// OperatorBound: that operator is disputed and its operands are fixed.
type OperatorBound struct {
	Match    ChallengeID
	Operator uint64
	Binding  Hash
}

// Ended: a match is over.
type Ended struct {
	Match   ChallengeID
	Outcome match.Outcome
	Phase   match.Phase // it ended in
	ByClock bool
	Truth   Hash // what the referee computed, if it did
}

// KeyNamed: Key may move for Owner; zero: nobody else.
type KeyNamed struct{ Owner, Key Address }

func matchesEvents(p *bindings.Matches) decoders {
	return decoders{
		p.GetABI().Events["Started"].ID: decoder(p.UnpackStartedEvent, func(e *bindings.MatchesStarted) any {
			t := e.Terms
			return Started{
				Match: ChallengeID(e.Id), Run: RunID(t.Run), Steps: t.Steps, PreRoot: t.PreRoot, CommitterRoot: t.CommitterRoot,
				ChallengerRoot: t.ChallengerRoot, Committer: e.Committer, Challenger: e.Challenger, Deadline: e.Deadline,
			}
		}),
		p.GetABI().Events["Answered"].ID: decoder(p.UnpackAnsweredEvent, func(e *bindings.MatchesAnswered) any {
			return Answered{ChallengeID(e.Id), match.Side(e.Side), match.Phase(e.Phase), e.Place.Uint64(), e.Value}
		}),
		p.GetABI().Events["Posted"].ID: decoder(p.UnpackPostedEvent, func(e *bindings.MatchesPosted) any {
			return Posted{ChallengeID(e.Id), match.Side(e.Side), match.Phase(e.Phase), e.Place.Uint64(), e.Deadline, e.Data}
		}),
		p.GetABI().Events["Awaits"].ID: decoder(p.UnpackAwaitsEvent, func(e *bindings.MatchesAwaits) any {
			return Awaits{ChallengeID(e.Id), match.Side(e.Side), match.Phase(e.Phase), e.Deadline}
		}),
		p.GetABI().Events["StepFound"].ID: decoder(p.UnpackStepFoundEvent, func(e *bindings.MatchesStepFound) any {
			return StepFound{ChallengeID(e.Id), e.Step.Uint64(), e.Agreed}
		}),
		p.GetABI().Events["OperatorBound"].ID: decoder(p.UnpackOperatorBoundEvent, func(e *bindings.MatchesOperatorBound) any {
			return OperatorBound{ChallengeID(e.Id), e.Operator.Uint64(), e.Binding}
		}),
		p.GetABI().Events["Ended"].ID: decoder(p.UnpackEndedEvent, func(e *bindings.MatchesEnded) any {
			return Ended{ChallengeID(e.Id), match.Outcome(e.Outcome), match.Phase(e.Phase), e.ByClock, e.Truth}
		}),
		p.GetABI().Events["KeyNamed"].ID: decoder(p.UnpackKeyNamedEvent, func(e *bindings.MatchesKeyNamed) any {
			return KeyNamed{e.Owner, e.Key}
		}),
	}
}

func (e Answered) match() ChallengeID      { return e.Match }
func (e Posted) match() ChallengeID        { return e.Match }
func (e Awaits) match() ChallengeID        { return e.Match }
func (e StepFound) match() ChallengeID     { return e.Match }
func (e OperatorBound) match() ChallengeID { return e.Match }
func (e Ended) match() ChallengeID         { return e.Match }
