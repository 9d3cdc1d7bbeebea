package author

import "github.com/commonweight/commonweight/train/program"

// Default is a RunSpec without a dataset: a byte-level GPT of about a million parameters, with the devnet's clocks and money.
func Default() program.Spec {
	return program.Spec{
		Version: 1, Name: "byte-gpt", Profile: program.ProfileF32, TreeHash: program.HashSHA256, Seed: 1,
		Model: program.Model{Kind: program.ModelGPT, Layers: 5, Width: 128, Heads: 4, Context: 64, Vocabulary: 256},
		Optimiser: program.Optimiser{
			Kind: program.OptimiserAdamW, Beta1: "0.9", Beta2: "0.95", Epsilon: "1e-8", WeightDecay: "0.1", Clip: "1",
			LearningRate: program.Schedule{Kind: program.ScheduleCosine, Peak: "1.5e-3", Floor: "3e-4", Warmup: 16},
		},
		Dataset: program.Dataset{Kind: program.DatasetTokens, TokenBytes: 1, Stride: 64},
		Genesis: program.Genesis{Kind: program.GenesisSeed},
		Batch:   8, Steps: 120, Window: 4, KeyFrames: 1,
		Economics: program.Economics{
			RefStepMillis: 500, RewardToken: "0x0000000000000000000000000000000000000000",
			Reward: "1000000000000000", RewardValue: "1000000000000000", ReplayCost: "1000000000000000",
			SeatStake: "1000000000000000000", JurorFee: "10000000000000000", Jury: 3, LargerJury: 3, MaxPending: 128,
		},
		Clocks: program.Clocks{
			Lease: 30, Challenge: 20, Open: 5, BallotCommit: 20, BallotReveal: 15, Appeal: 5,
			MatchClock: 120, MoveExtension: 10, ListExtension: 20, HistoryExtension: 26, Demand: 15,
		},
	}
}
