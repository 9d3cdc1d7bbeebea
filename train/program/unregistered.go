package program

// Unregistered returns the spec with the least that is valid of what only a chain asks for, money and clocks: for programs that are compiled
// and run but never registered.
func (s Spec) Unregistered() Spec {
	wei := Wei("1")
	s.Economics = Economics{
		RefStepMillis: 1, RewardToken: "0x0000000000000000000000000000000000000000", Reward: wei, RewardValue: wei, ReplayCost: wei,
		SeatStake: wei, JurorFee: wei, Jury: 1, LargerJury: 1, MaxPending: 1,
	}
	s.Clocks = Clocks{
		Lease: 1, Challenge: 1, Open: 1, BallotCommit: 1, BallotReveal: 1, Appeal: 1, MatchClock: 1, MoveExtension: 1, ListExtension: 1,
		HistoryExtension: 1, Demand: 1,
	}
	return s
}
