package mapping_test

import (
	"fmt"
	"maps"
	"math/big"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/commonweight/commonweight/internal/chain"
)

// crowd are accounts that send what they like to the contracts, sensible or not, and forget whatever is refused.
type crowd struct {
	*stage
	rand        *rand.Rand
	commitments []chain.Hash
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
	lease := func() (fence uint64, head chain.Hash, holder chain.Address) {
		l := told(c.stage, c.ask(c.at.Training, c.training.PackLease(run)), c.training.UnpackLease)
		return l.Fence, l.ExpectedHead, l.Holder
	}
	owner := func() chain.Address {
		return told(c.stage, c.ask(c.at.RunRegistry, c.registry.PackOwnerOf(big.NewInt(run))), c.registry.UnpackOwnerOf)
	}
	return map[string]func(string){
		"pass": func(string) { c.Pass([]uint64{1, 12, 60, 200, 1000, 4000}[c.rand.IntN(6)]) },
		"acquire": func(name string) {
			head := told(c.stage, c.ask(c.at.Training, c.training.PackHead(run)), c.training.UnpackHead)
			bond := told(c.stage, c.ask(c.at.Training, c.training.PackRequiredBond(run)), c.training.UnpackRequiredBond)
			c.try(name, c.somebody(), c.at.Training, bond, c.training.PackAcquire(run, head))
		},
		"commit": func(name string) {
			fence, head, holder := lease()
			answer := c.try(name, holder, c.at.Training, nil, c.training.PackCommit(run, fence, head, 2, c.root(), []byte{1, 2}))
			if answer != nil {
				c.commitments = append(c.commitments, told(c.stage, answer, c.training.UnpackCommit))
			}
		},
		"release": func(name string) {
			fence, _, holder := lease()
			c.try(name, holder, c.at.Training, nil, c.training.PackRelease(run, fence))
		},
		"expire": func(name string) { c.try(name, c.somebody(), c.at.Training, nil, c.training.PackExpire(run)) },
		"finalise": func(name string) {
			c.try(name, c.somebody(), c.at.Training, nil, c.training.PackFinalise(run, big.NewInt(3)))
		},
		"settle":      func(name string) { c.try(name, c.somebody(), c.at.Training, nil, c.training.PackSettle(c.some())) },
		"claimVoided": func(name string) { c.try(name, c.somebody(), c.at.Training, nil, c.training.PackClaimVoided(c.some())) },
		"pause": func(name string) {
			c.try(name, who(1), c.at.Training, nil, c.training.PackPause(c.rand.Uint64N(2)))
		},
		"fund": func(name string) {
			amount := chain.Ether(c.rand.Int64N(60_000))
			c.try(name, c.somebody(), c.at.RunRegistry, amount, c.registry.PackFund(run, amount))
		},
		"transfer": func(name string) {
			c.try(name, owner(), c.at.RunRegistry, nil, c.registry.PackTransferFrom(owner(), c.somebody(), big.NewInt(run)))
		},
		"reclaim": func(name string) {
			if c.rand.IntN(4) > 0 {
				return
			}
			if c.rand.IntN(20) == 0 {
				c.Pass(31 * 24 * 3600)
			}
			c.try(name, owner(), c.at.RunRegistry, nil, c.registry.PackReclaim(run))
		},
		"demand": func(name string) {
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
			bond := told(c.stage, c.ask(c.at.RunRegistry, c.registry.PackChallengeBond(run)), c.registry.UnpackChallengeBond)
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
			c := &crowd{stage: newStage(t, who(1)), rand: rand.New(rand.NewPCG(seed, 0)), taken: taken}
			for n := 1; n <= people; n++ {
				c.Fund(who(n), chain.Ether(10_000_000))
			}
			moves := c.moves()
			names := append(slices.Sorted(maps.Keys(moves)), often...)
			for range 400 {
				name := names[c.rand.IntN(len(names))]
				moves[name](name)
			}
			c.derived.agrees("at the end")
			logs += len(c.Logs())
			expectParity(t, s, history{t.Name(), c.at, c.Logs()})
		})
	}
	t.Logf("%d logs; taken: %v", logs, taken)
}
