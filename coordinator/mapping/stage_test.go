package mapping_test

import (
	"crypto/sha256"
	"math/big"
	"testing"

	"github.com/commonweight/commonweight/fraudproof/merkle"
	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/chain/bindings"
	"github.com/commonweight/commonweight/internal/chain/evm"
)

// stage is a chain in memory with one run of 64 windows of 2 steps. Roots are made up: no match on it gets below the steps list.
type stage struct {
	*evm.Chain
	t       *testing.T
	at      chain.Deployment
	clocks  chain.Clocks
	derived *derived

	registry   *bindings.RunRegistry
	training   *bindings.Training
	disputes   *bindings.Disputes
	court      *bindings.Court
	matches    *bindings.Matches
	vault      *bindings.Vault
	validators *bindings.Validators
	demands    *bindings.Demands
	attention  *bindings.Attention
	goals      *bindings.Goals
}

const run = 1

// who is somebody, by number.
func who(n int) chain.Address { return chain.Address{0xac, 19: byte(n)} }

func rootOf(what string) chain.Hash { return sha256.Sum256([]byte(what)) }

func newStage(t *testing.T, guardian chain.Address) *stage {
	t.Helper()
	c, err := evm.New(evm.Config{
		ChainID: 31337, Seed: 3, Start: 1_750_000_000, BlockTime: 1, BaseFee: big.NewInt(1e8),
		Constants: chain.Constants{GasPriceCap: big.NewInt(1e9), Guardian: guardian},
	})
	if err != nil {
		t.Fatal(err)
	}
	s := &stage{
		Chain: c, t: t, at: c.Deployment(), derived: derive(t, c), registry: bindings.NewRunRegistry(), training: bindings.NewTraining(),
		disputes: bindings.NewDisputes(), court: bindings.NewCourt(), matches: bindings.NewMatches(), vault: bindings.NewVault(),
		validators: bindings.NewValidators(), demands: bindings.NewDemands(), attention: bindings.NewAttention(), goals: bindings.NewGoals(),
	}
	s.clocks = chain.Clocks{
		Lease: 3600, Challenge: 150, Open: 80, BallotCommit: 70, BallotReveal: 70, Appeal: 30,
		MatchClock: 5, MoveExtension: 1, ListExtension: 1, HistoryExtension: 2, Demand: 10,
	}
	terms := bindings.Run{
		Facts: bindings.Facts{
			SpecHash: rootOf("spec"), ProgramRoot: rootOf("program"), DatasetRoot: rootOf("dataset"), GenesisRoot: rootOf("genesis"), Profile: 1,
			Hash: uint8(chain.Sha256), SpecCid: []byte{1},
		},
		Schedule: bindings.Schedule{TotalSteps: 128, WindowSteps: 2, KeyFrameEvery: 1, MaxPending: 16, RefStepMillis: 1},
		Clocks:   bindings.Clocks(s.clocks),
		Economy: bindings.Economy{
			Reward: chain.Ether(1), RewardValue: chain.Ether(1), ReplayCost: chain.Ether(1), SeatStake: chain.Ether(1000),
			JurorFee: chain.Ether(10), Jury: 3, LargerJury: 3,
		},
	}
	author := who(1)
	s.do(author, s.at.RunRegistry, nil, s.registry.PackCreate(terms))
	escrow := chain.Ether(128)
	escrow.Add(escrow, chain.AuditReserve(escrow))
	s.do(author, s.at.RunRegistry, escrow, s.registry.PackFund(run, escrow))
	return s
}

// do sends what has to succeed, and compares what the mappings make of it with the contracts.
func (s *stage) do(by, to chain.Address, value *big.Int, data []byte) []byte {
	s.t.Helper()
	if s.Balance(by).Sign() == 0 {
		s.Fund(by, chain.Ether(1_000_000))
	}
	receipt, err := s.Send(by, to, value, data)
	if err != nil {
		s.t.Fatal(err)
	}
	s.derived.follow()
	return receipt.Return
}

// told asks a view function, or reads what a transaction returned.
func told[T any](s *stage, answer []byte, unpack func([]byte) (T, error)) T {
	s.t.Helper()
	value, err := unpack(answer)
	if err != nil {
		s.t.Fatal(err)
	}
	return value
}

func (s *stage) ask(to chain.Address, data []byte) []byte {
	s.t.Helper()
	answer, err := s.View(to, data)
	if err != nil {
		s.t.Fatal(err)
	}
	return answer
}

// acquire takes the lease on the head.
func (s *stage) acquire(by chain.Address) (fence uint64, head chain.Hash) {
	s.t.Helper()
	head = told(s, s.ask(s.at.Training, s.training.PackHead(run)), s.training.UnpackHead)
	bond := told(s, s.ask(s.at.Training, s.training.PackRequiredBond(run)), s.training.UnpackRequiredBond)
	return told(s, s.do(by, s.at.Training, bond, s.training.PackAcquire(run, head)), s.training.UnpackAcquire), head
}

// commit leases a window and commits it.
func (s *stage) commit(by chain.Address, root chain.Hash) chain.Hash {
	s.t.Helper()
	fence, head := s.acquire(by)
	s.Pass(0)
	return told(s, s.do(by, s.at.Training, nil, s.training.PackCommit(run, fence, head, 2, root, []byte{1})), s.training.UnpackCommit)
}

func (s *stage) finalise() {
	s.t.Helper()
	s.do(who(1), s.at.Training, nil, s.training.PackFinalise(run, big.NewInt(16)))
}

func (s *stage) seal(by chain.Address, commitment, root chain.Hash) (id uint64) {
	s.t.Helper()
	bond := told(s, s.ask(s.at.RunRegistry, s.registry.PackChallengeBond(run)), s.registry.UnpackChallengeBond)
	hash := told(s, s.ask(s.at.Disputes, s.disputes.PackSealHashOf(commitment, root, by, [32]byte{})), s.disputes.UnpackSealHashOf)
	id = told(s, s.do(by, s.at.Disputes, bond, s.disputes.PackSeal(commitment, hash)), s.disputes.UnpackSeal)
	s.Pass(0)
	return id
}

// challenge seals and opens.
func (s *stage) challenge(by chain.Address, commitment, root chain.Hash) (id uint64) {
	s.t.Helper()
	id = s.seal(by, commitment, root)
	s.do(by, s.at.Disputes, nil, s.disputes.PackOpen(commitment, id, root, by, [32]byte{}))
	return id
}

// steps is the list of a window's state roots.
func steps(roots ...chain.Hash) merkle.List {
	var list []merkle.Hash
	for _, r := range roots {
		list = append(list, merkle.Hash(r))
	}
	return merkle.Roots(merkle.KindSteps, list)
}

// openSteps posts a side's list of up to 16 entries, all of it.
func (s *stage) openSteps(by chain.Address, id uint64, side uint8, list merkle.List, levels int) {
	s.t.Helper()
	var opening bindings.NewList
	for _, node := range list.Tree().Show(levels, 0, levels) {
		opening.Nodes = append(opening.Nodes, node)
	}
	s.do(by, s.at.Matches, nil, s.matches.PackOpenSteps(id, side, opening))
}

// lateIn lets the clock of a match run out, and ends it.
func (s *stage) lateIn(id uint64) {
	s.t.Helper()
	s.Pass(uint64(s.clocks.MatchClock) + 2)
	s.do(who(1), s.at.Matches, nil, s.matches.PackTimeout(id))
}
