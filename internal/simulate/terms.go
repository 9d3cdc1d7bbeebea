package simulate

import (
	"math/big"

	"github.com/commonweight/commonweight/internal/chain"
)

// The chain that is simulated: a public one by its id, so that every bound of the contracts applies.
const (
	chainID   = 8453
	blockTime = 12            // seconds; the slowest chain that the clocks are reckoned for
	start     = 1_750_000_000 // block time of the first block
	hour      = 3600
	day       = 24 * hour
)

// Prices of that chain, in wei.
var (
	baseFee     = big.NewInt(5e7) // 0.05 gwei
	tip         = big.NewInt(5e6) // a tenth more: with it gas is repaid at what it costs
	gasPriceCap = big.NewInt(1e9) // 1 gwei, constant of the deployment
	rewardStep  = chain.Ether(1)  // r: 0.001 coins a step
	replayCost  = chain.Ether(2)  // a window's replay: a quarter of what computing it earns
	jurorFee    = chain.Ether(4)  // twice that, the least that is allowed
	seatStake   = seatStakeOf(pending)
)

// The public numbers of the protocol.
const (
	steps      = 8 // k
	keyFrames  = 8 // A
	pending    = 3072
	refMillis  = 1000 // s
	jury       = 5
	largerJury = 11
	cooldown   = 14 * day
)

// seatStakeOf is the least that is allowed: two thirds of the unfinal rewards at stake, rounded up.
func seatStakeOf(maxPending int64) *big.Int {
	v := new(big.Int).Mul(rewardStep, big.NewInt(2*steps*maxPending))
	return v.Div(v.Add(v, big.NewInt(2)), big.NewInt(3))
}

// termsOf is a run with the public numbers.
func termsOf(facts chain.Facts) chain.Run {
	const window = steps * refMillis / 1000
	return chain.Run{
		Facts: facts,
		Schedule: chain.Schedule{
			TotalSteps: 1 << 20, WindowSteps: steps, KeyFrameEvery: keyFrames, MaxPending: pending, RefStepMillis: refMillis,
		},
		Clocks: chain.Clocks{
			Lease: 15 * 60, Challenge: 24*hour + 3*keyFrames*window, Open: hour, BallotCommit: 4 * hour, BallotReveal: 2 * hour,
			Appeal: 24 * hour, MatchClock: 24 * hour, MoveExtension: 2 * hour, ListExtension: 4 * hour,
			HistoryExtension: 4*hour + 3*window, Demand: 4 * hour,
		},
		Economy: chain.Economy{
			Reward: rewardStep, RewardValue: rewardStep, ReplayCost: replayCost, SeatStake: seatStake, JurorFee: jurorFee,
			Jury: jury, LargerJury: largerJury,
		},
	}
}
