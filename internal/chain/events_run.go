package chain

// Which run an event belongs to: it says so itself, or names a commitment of the run.

func (e CaseOpened) run() RunID     { return e.Run }
func (e RoundBegun) run() RunID     { return e.Run }
func (e JuryDrawn) run() RunID      { return e.Run }
func (e RunCreated) run() RunID     { return e.Run }
func (e Funded) run() RunID         { return e.Run }
func (e RewardReserved) run() RunID { return e.Run }
func (e Reclaimed) run() RunID      { return e.Run }
func (e Transfer) run() RunID       { return e.Run }
func (e Acquired) run() RunID       { return e.Run }
func (e Released) run() RunID       { return e.Run }
func (e Expired) run() RunID        { return e.Run }
func (e LeaseEnded) run() RunID     { return e.Run }
func (e Committed) run() RunID      { return e.Run }
func (e Finalised) run() RunID      { return e.Run }
func (e RolledBack) run() RunID     { return e.Run }
func (e Rejected) run() RunID       { return e.Run }
func (e Cleared) run() RunID        { return e.Run }
func (e Started) run() RunID        { return e.Run }
func (e Demanded) run() RunID       { return e.Run }

func (e BallotCommitted) commitment() Hash    { return e.Commitment }
func (e BallotRevealed) commitment() Hash     { return e.Commitment }
func (e BallotLeaked) commitment() Hash       { return e.Commitment }
func (e Tallied) commitment() Hash            { return e.Commitment }
func (e CommitterWaived) commitment() Hash    { return e.Commitment }
func (e ChallengerWaived) commitment() Hash   { return e.Commitment }
func (e Resolved) commitment() Hash           { return e.Commitment }
func (e SeatSettled) commitment() Hash        { return e.Commitment }
func (e Sealed) commitment() Hash             { return e.Commitment }
func (e Opened) commitment() Hash             { return e.Commitment }
func (e Lapsed) commitment() Hash             { return e.Commitment }
func (e ChallengeSettled) commitment() Hash   { return e.Commitment }
func (e ArithmeticOpened) commitment() Hash   { return e.Commitment }
func (e Concluded) commitment() Hash          { return e.Commitment }
func (e Nominated) commitment() Hash          { return e.Commitment }
func (e DemandAnswered) commitment() Hash     { return e.Commitment }
func (e DemandEnded) commitment() Hash        { return e.Commitment }
func (e Settled) commitment() Hash            { return e.Commitment }
func (e VoidedClaimed) commitment() Hash      { return e.Commitment }
func (e ChallengeDismissed) commitment() Hash { return e.Commitment }
func (e StepProved) run() RunID               { return e.Run }
func (e WindowProved) run() RunID             { return e.Run }
