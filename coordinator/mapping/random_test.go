package mapping_test

import (
	"fmt"
	"maps"
	"math/big"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/chain/bindings"
)

// crowd are accounts that send what they like to the contracts, sensible or not, and forget whatever is refused.
type crowd struct {
	*stage
	rand        *rand.Rand
	commitments []chain.Hash
	run, runs   uint64 // which one the next move is about, of how many
	challenges  uint64
	taken       map[string]int
}

const people = 5

func (c *crowd) somebody() chain.Address { return who(1 + c.rand.IntN(people)) }

// some is one of those that have come up, a late one more often.
func (c *crowd) some() chain.Hash {
	if len(c.commitments) == 0 {
		return rootOf("no commitment")
	}
	return c.commitments[max(c.rand.IntN(len(c.commitments)), c.rand.IntN(len(c.commitments)))]
}

func (c *crowd) challenge() uint64 { return 1 + c.rand.Uint64N(c.challenges+1) }

func (c *crowd) root() chain.Hash { return rootOf(fmt.Sprint("root ", c.rand.IntN(3))) }

// try sends what may well be refused.
func (c *crowd) try(what string, by, to chain.Address, value *big.Int, data []byte) []byte {
	receipt, err := c.Send(by, to, value, data)
	if err != nil {
		return nil
	}
	c.taken[what]++
	c.derived.follow()
	if receipt.Return == nil {
		return []byte{}
	}
	return receipt.Return
}

// moves are what people do. The name is what is counted.
func (c *crowd) moves() map[string]func(string) {
	lease := func() bindings.Lease {
		return told(c.stage, c.ask(c.at.Training, c.training.PackLease(c.run)), c.training.UnpackLease)
	}
	token := func() *big.Int { return new(big.Int).SetUint64(c.run) }
	owner := func() chain.Address {
		return told(c.stage, c.ask(c.at.RunRegistry, c.registry.PackOwnerOf(token())), c.registry.UnpackOwnerOf)
	}
	return map[string]func(string){
		"pass": func(string) { c.Pass([]uint64{1, 12, 60, 200, 1000, 4000}[c.rand.IntN(6)]) },
		"create": func(name string) {
			terms := told(c.stage, c.ask(c.at.RunRegistry, c.registry.PackRun(1)), c.registry.UnpackRun)
			terms.Facts.Profile = c.rand.Uint32()
			terms.Schedule.WindowSteps = 1 + c.rand.Uint32N(2)
			terms.Schedule.TotalSteps = 1 + c.rand.Uint64N(9)
			terms.Schedule.KeyFrameEvery = 1 + c.rand.Uint32N(3)
			terms.Economy.Reward = big.NewInt(c.rand.Int64N(3))
			if c.rand.IntN(2) == 0 { // an ERC-721 takes an ERC-20's transferFrom
				terms.Economy.RewardToken, terms.Economy.Reward = c.at.RunRegistry, new(big.Int)
			}
			if c.runs < 4 && c.try(name, c.somebody(), c.at.RunRegistry, nil, c.registry.PackCreate(terms)) != nil {
				c.runs++
			}
		},
		"acquire": func(name string) {
			head := told(c.stage, c.ask(c.at.Training, c.training.PackHead(c.run)), c.training.UnpackHead)
			bond := told(c.stage, c.ask(c.at.Training, c.training.PackRequiredBond(c.run)), c.training.UnpackRequiredBond)
			c.try(name, c.somebody(), c.at.Training, bond, c.training.PackAcquire(c.run, head))
		},
		"commit": func(name string) {
			l := lease()
			steps := told(c.stage, c.ask(c.at.Training, c.training.PackStepsOf(c.run, l.Window)), c.training.UnpackStepsOf)
			answer := c.try(name, l.Holder, c.at.Training, nil, c.training.PackCommit(c.run, l.Fence, l.ExpectedHead, steps, c.root(), []byte{1, 2}))
			if answer != nil {
				c.commitments = append(c.commitments, told(c.stage, answer, c.training.UnpackCommit))
			}
		},
		"release": func(name string) {
			l := lease()
			c.try(name, l.Holder, c.at.Training, nil, c.training.PackRelease(c.run, l.Fence))
		},
		"expire": func(name string) { c.try(name, c.somebody(), c.at.Training, nil, c.training.PackExpire(c.run)) },
		"finalise": func(name string) {
			c.try(name, c.somebody(), c.at.Training, nil, c.training.PackFinalise(c.run, big.NewInt(3)))
		},
		"settle":      func(name string) { c.try(name, c.somebody(), c.at.Training, nil, c.training.PackSettle(c.some())) },
		"claimVoided": func(name string) { c.try(name, c.somebody(), c.at.Training, nil, c.training.PackClaimVoided(c.some())) },
		"pause": func(name string) {
			c.try(name, who(1), c.at.Training, nil, c.training.PackPause(c.rand.Uint64N(2)))
		},
		"fund": func(name string) {
			amount := chain.Ether(c.rand.Int64N(60_000))
			c.try(name, c.somebody(), c.at.RunRegistry, amount, c.registry.PackFund(c.run, amount))
			// Where a run is paid in runs, the amount is a run's number, and one more is there.
			id := new(big.Int).SetUint64(1 + c.rand.Uint64N(c.runs))
			by := told(c.stage, c.ask(c.at.RunRegistry, c.registry.PackOwnerOf(id)), c.registry.UnpackOwnerOf)
			c.try("approve", by, c.at.RunRegistry, nil, c.registry.PackApprove(c.at.Vault, id))
			c.try("fund in runs", by, c.at.RunRegistry, nil, c.registry.PackFund(c.run, id))
		},
		"transfer": func(name string) {
			c.try(name, owner(), c.at.RunRegistry, nil, c.registry.PackTransferFrom(owner(), c.somebody(), token()))
		},
		"reclaim": func(name string) {
			if c.rand.IntN(4) > 0 {
				return
			}
			if c.rand.IntN(20) == 0 {
				c.Pass(31 * 24 * 3600)
			}
			c.try(name, owner(), c.at.RunRegistry, nil, c.registry.PackReclaim(c.run))
		},
		"demand": func(name string) {
			if len(c.commitments) == 0 {
				return
			}
			commitment := c.some()
			fee := told(c.stage, c.ask(c.at.Demands, c.demands.PackFeeOf(commitment)), c.demands.UnpackFeeOf)
			data := c.demands.PackDemandTiles(commitment)
			if c.rand.IntN(2) == 0 {
				data = c.demands.PackDemandLeaf(commitment, c.rand.Uint64())
			}
			c.try(name, c.somebody(), c.at.Demands, fee, data)
		},
		"expire demand": func(name string) { c.try(name, c.somebody(), c.at.Demands, nil, c.demands.PackExpire(c.some())) },
		"stake": func(name string) {
			c.try(name, c.somebody(), c.at.Validators, chain.Ether(c.rand.Int64N(2_000_000)), c.validators.PackStake())
		},
		"request unstake": func(name string) {
			amount := chain.Ether(c.rand.Int64N(2_000_000))
			c.try(name, c.somebody(), c.at.Validators, nil, c.validators.PackRequestUnstake(amount))
		},
		"unstake":  func(name string) { c.try(name, c.somebody(), c.at.Validators, nil, c.validators.PackUnstake()) },
		"withdraw": func(name string) { c.try(name, c.somebody(), c.at.Vault, nil, c.vault.PackWithdraw(chain.Address{})) },
		"challenge": func(name string) {
			by, commitment, root := c.somebody(), c.some(), c.root()
			bond := told(c.stage, c.ask(c.at.RunRegistry, c.registry.PackChallengeBond(1)), c.registry.UnpackChallengeBond)
			hash := told(c.stage, c.ask(c.at.Disputes, c.disputes.PackSealHashOf(commitment, root, by, [32]byte{})), c.disputes.UnpackSealHashOf)
			answer := c.try(name, by, c.at.Disputes, bond, c.disputes.PackSeal(commitment, hash))
			if answer == nil {
				return
			}
			id := told(c.stage, answer, c.disputes.UnpackSeal)
			c.challenges = id
			if c.rand.IntN(4) == 0 { // it sleeps
				return
			}
			c.Pass(1)
			c.try("open", by, c.at.Disputes, nil, c.disputes.PackOpen(commitment, id, root, by, [32]byte{}))
		},
		"arithmetic": func(name string) {
			c.try(name, c.somebody(), c.at.Disputes, nil, c.disputes.PackOpenArithmetic(c.challenge()))
		},
		"timeout": func(name string) { c.try(name, c.somebody(), c.at.Matches, nil, c.matches.PackTimeout(c.challenge())) },
		"conclude": func(name string) {
			c.try(name, c.somebody(), c.at.Disputes, nil, c.disputes.PackConclude(c.challenge()))
		},
		"lapse": func(name string) { c.try(name, c.somebody(), c.at.Disputes, nil, c.disputes.PackLapse(c.challenge())) },
		"settle challenge": func(name string) {
			c.try(name, c.somebody(), c.at.Disputes, nil, c.disputes.PackSettleChallenge(c.challenge()))
		},
		"draw":    func(name string) { c.try(name, c.somebody(), c.at.Court, nil, c.court.PackDraw(c.some())) },
		"tally":   func(name string) { c.try(name, c.somebody(), c.at.Court, nil, c.court.PackTally(c.some())) },
		"resolve": func(name string) { c.try(name, c.somebody(), c.at.Court, nil, c.court.PackResolve(c.some())) },
	}
}

// often are the moves without which little would ever come up.
var often = []string{"pass", "pass", "acquire", "acquire", "commit", "commit", "commit", "finalise", "demand", "expire demand", "arithmetic", "timeout", "conclude"}

// TestRandomHistories lets a crowd play at random against the contracts. What the mappings make of it is what the contracts say after every
// transaction, and what the compiled subgraph makes of it.
func TestRandomHistories(t *testing.T) {
	s := compiled(t)
	taken := make(map[string]int)
	logs := 0
	for seed := range uint64(8) {
		t.Run(fmt.Sprint("seed ", seed), func(t *testing.T) {
			c := &crowd{stage: newStage(t, who(1)), rand: rand.New(rand.NewPCG(seed, 0)), runs: 1, taken: taken}
			for n := 1; n <= people; n++ {
				c.Fund(who(n), chain.Ether(10_000_000))
			}
			moves := c.moves()
			names := append(slices.Sorted(maps.Keys(moves)), often...)
			for range 400 {
				name := names[c.rand.IntN(len(names))]
				c.run = 1 + c.rand.Uint64N(c.runs)
				moves[name](name)
			}
			c.derived.agrees("at the end")
			logs += len(c.Logs())
			expectParity(t, s, history{t.Name(), c.at, c.Logs()})
		})
	}
	t.Logf("%d logs; taken: %v", logs, taken)
}
