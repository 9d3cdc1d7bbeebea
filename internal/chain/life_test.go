package chain_test

import (
	"math/big"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/chain/devnet"
	"github.com/google/go-cmp/cmp"
)

// testRun has clocks so long that a slow machine doesn't miss one, and so short that Advance may cross them within the court's bounds.
func testRun() chain.Run {
	return chain.Run{
		Facts: chain.Facts{
			SpecHash: chain.Hash{1}, ProgramRoot: chain.Hash{2}, DatasetRoot: chain.Hash{3}, GenesisRoot: chain.Hash{4},
			Profile: 1, Hash: chain.Sha256, SpecCid: []byte("spec"),
		},
		Schedule: chain.Schedule{TotalSteps: 10, WindowSteps: 4, KeyFrameEvery: 1, MaxPending: 64, RefStepMillis: 1},
		Clocks: chain.Clocks{Lease: 60, Challenge: 150, Open: 30, BallotCommit: 60, BallotReveal: 60, Appeal: 10, MatchClock: 10,
			MoveExtension: 10, ListExtension: 10, HistoryExtension: 20, Demand: 15},
		Economy: chain.Economy{Reward: chain.Ether(1), RewardValue: chain.Ether(1), ReplayCost: chain.Ether(1),
			SeatStake: chain.Ether(1000), JurorFee: chain.Ether(10), Jury: 3, LargerJury: 3},
		Proofs: chain.Proofs{TranscriptCid: []byte{}},
	}
}

// game is a devnet with one account for each role, and helpers that stop the test on any error.
type game struct {
	*testing.T
	devnet *devnet.Devnet
	client *chain.Client
}

func newGame(t *testing.T, interval time.Duration) *game {
	d := start(t, devnet.Config{Interval: interval})
	return &game{T: t, devnet: d, client: dial(t, d, d.WS())}
}

func (g *game) account(i int) *chain.Account {
	g.Helper()
	return open(g.T, g.client, g.devnet.Keys()[i])
}

func (g *game) advance(seconds uint32) {
	g.Helper()
	if err := g.devnet.Advance(time.Duration(seconds) * time.Second); err != nil {
		g.Fatal(err)
	}
}

// done is the result of a transaction that must succeed.
func (g *game) done(receipt *chain.Receipt, err error) *chain.Receipt {
	g.Helper()
	if err != nil {
		g.Fatal(err)
	}
	return receipt
}

// must returns the value of a call that must succeed.
func must[T any](g *game) func(T, error) T {
	return func(value T, err error) T {
		g.Helper()
		if err != nil {
			g.Fatal(err)
		}
		return value
	}
}

// refused checks a refusal by name and arguments.
func (g *game) refused(name string, args map[string]any, err error) {
	g.Helper()
	if !chain.IsRevert(err, name) {
		g.Errorf("got %v, want a refusal with %s", err, name)
		return
	}
	got := chain.RevertArgs(err)
	for key, want := range args {
		if diff := cmp.Diff(want, got[key]); diff != "" {
			g.Errorf("%s: argument %s: %s", name, key, diff)
		}
	}
}

func (g *game) commit(worker *chain.Account, run chain.RunID, root chain.Hash, cid string) chain.Committed {
	g.Helper()
	ctx := g.Context()
	head := must[chain.Hash](g)(g.client.Head(ctx, run))
	lease, receipt, err := worker.Acquire(ctx, run, head)
	g.done(receipt, err)
	steps := must[uint32](g)(g.client.StepsOf(ctx, run, lease.Window))
	want := g.client.CommitmentHash(run, head, lease.Window, steps, root, []byte(cid), worker.Address(), lease.Fence)
	committed, receipt, err := worker.Commit(ctx, run, lease.Fence, head, steps, root, []byte(cid))
	g.done(receipt, err)
	if committed.Commitment != want {
		g.Errorf("commitment hash %s, computed %s", committed.Commitment, want)
	}
	return committed
}

// The life of a lie by plain transactions: committed, challenged, voted out, replaced by the truth, and paid for.
func TestLifeOfALie(t *testing.T) {
	g := newGame(t, 50*time.Millisecond)
	ctx := t.Context()
	author, liar, watcher, worker := g.account(0), g.account(1), g.account(2), g.account(3)
	jury := []*chain.Account{g.account(4), g.account(5), g.account(6)}
	lie, truth, salt := chain.Hash{5}, chain.Hash{6}, chain.Hash{7}

	run, receipt, err := author.Create(ctx, testRun())
	g.done(receipt, err)
	if diff := cmp.Diff(testRun(), must[chain.Run](g)(g.client.Run(ctx, run)), cmp.Comparer(func(a, b *big.Int) bool { return a.Cmp(b) == 0 })); diff != "" {
		t.Error(diff)
	}
	g.done(author.Fund(ctx, run, chain.Ether(100)))
	for _, juror := range jury {
		g.done(juror.Stake(ctx, chain.Ether(5000)))
	}
	genesis := must[chain.Hash](g)(g.client.Genesis(ctx, run))
	if got := g.client.GenesisHash(run, testRun().Facts); got != genesis {
		t.Errorf("genesis hash %s, computed %s", genesis, got)
	}

	_, _, err = liar.Acquire(ctx, run, chain.Hash{1})
	g.refused("WrongHead", map[string]any{"head": [32]byte(genesis)}, err)
	committed := g.commit(liar, run, lie, "lie")
	disputed := committed.Commitment
	if got := must[chain.Hash](g)(g.client.KeyOf(ctx, disputed)); got != chain.QuestionHash(run, chain.Hash{4}, 0, 4) {
		t.Error("key differs from the computed one")
	}

	seal := g.client.SealHash(disputed, truth, watcher.Address(), salt)
	if want := must[chain.Hash](g)(g.client.SealHashOnChain(ctx, disputed, truth, watcher.Address(), salt)); seal != want {
		t.Errorf("seal hash %s, computed %s", want, seal)
	}
	sealed, receipt, err := watcher.Seal(ctx, disputed, seal)
	g.done(receipt, err)
	_, err = jury[0].Freeze(ctx, disputed)
	g.refused("WrongPhase", map[string]any{"commitment": [32]byte(disputed), "phase": uint8(chain.PhaseNone)}, err)
	_, err = watcher.OpenChallenge(ctx, disputed, sealed.Challenge, truth, watcher.Address(), chain.Hash{8})
	g.refused("WrongSeal", nil, err)
	g.done(watcher.OpenChallenge(ctx, disputed, sealed.Challenge, truth, watcher.Address(), salt))
	if got := must[chain.Challenge](g)(g.client.Challenge(ctx, sealed.Challenge)); got.Status != chain.ChallengeOpened || got.Root != truth {
		t.Errorf("challenge is %s for %s", got.Status, got.Root)
	}

	g.done(jury[0].Freeze(ctx, disputed))
	_, err = jury[0].Draw(ctx, disputed)
	g.refused("NotYet", nil, err)
	g.awaitSeed(disputed)
	g.done(jury[0].Draw(ctx, disputed))
	seed := must[chain.Round](g)(g.client.RoundOf(ctx, disputed, 1)).Seed
	for _, juror := range jury {
		ballot := g.client.BallotHash(disputed, 1, seed, juror.Address(), truth, salt)
		if want := must[chain.Hash](g)(g.client.BallotHashOnChain(ctx, disputed, 1, juror.Address(), truth, salt)); ballot != want {
			t.Errorf("ballot hash %s, computed %s", want, ballot)
		}
		signed := g.client.SignedBallotHash(disputed, 1, seed, juror.Address(), ballot)
		if want := must[chain.Hash](g)(g.client.SignedBallotHashOnChain(ctx, disputed, 1, juror.Address(), ballot)); signed != want {
			t.Errorf("hash to sign %s, computed %s", want, signed)
		}
		g.done(juror.CommitBallot(ctx, disputed, ballot))
	}
	if phase := must[chain.Phase](g)(g.client.Phase(ctx, disputed)); phase != chain.PhaseReveal {
		t.Errorf("all have committed and the phase is %s", phase)
	}
	for _, juror := range jury {
		g.done(juror.Reveal(ctx, disputed, juror.Address(), truth, salt))
	}
	g.done(jury[0].Tally(ctx, disputed))
	if head := must[chain.Hash](g)(g.client.Head(ctx, run)); head != genesis {
		t.Errorf("the head is %s after the tally, want genesis", head)
	}
	g.advance(testRun().Clocks.Appeal + 1)
	g.done(jury[0].Resolve(ctx, disputed))
	if status := must[chain.Status](g)(g.client.Status(ctx, disputed)); status != chain.StatusRejected {
		t.Errorf("the lie is %s", status)
	}

	g.commit(worker, run, truth, "truth")
	g.advance(testRun().Clocks.Challenge + 1)
	g.done(worker.Finalise(ctx, run, 10))
	g.done(watcher.Settle(ctx, disputed))
	g.done(watcher.SettleChallenge(ctx, sealed.Challenge))
	for _, juror := range jury {
		g.done(juror.SettleSeat(ctx, disputed, 1, juror.Address()))
		g.done(juror.Withdraw(ctx, chain.Native))
	}
	if got := must[chain.Challenge](g)(g.client.Challenge(ctx, sealed.Challenge)); got.Status != chain.ChallengeWon {
		t.Errorf("the challenge is %s", got.Status)
	}
	_, err = author.Withdraw(ctx, chain.Native)
	g.refused("NothingToWithdraw", nil, err)
	won := must[*big.Int](g)(g.client.Credit(ctx, watcher.Address(), chain.Native))
	withdrawn, err := chain.EventOf[chain.Withdrawn](g.done(watcher.Withdraw(ctx, chain.Native)))
	if err != nil || withdrawn.Amount.Cmp(won) != 0 || won.Cmp(sealed.Bond) <= 0 {
		t.Errorf("withdrew %v of %s (%v), bond was %s", withdrawn.Amount, won, err, sealed.Bond)
	}
	held := must[*big.Int](g)(g.client.Held(ctx, chain.Native))
	if balance := must[*big.Int](g)(g.client.Balance(ctx, g.client.Deployment().Vault)); balance.Cmp(held) != 0 {
		t.Errorf("the Vault has %s and owes %s", balance, held)
	}
	g.readsBack(run)
}

// awaitSeed waits until the first jury of a case can be drawn.
func (g *game) awaitSeed(commitment chain.Hash) {
	g.Helper()
	block := must[chain.Round](g)(g.client.RoundOf(g.Context(), commitment, 1)).SeedBlock
	for range g.client.Blocks(g.Context()) {
		if must[chain.Hash](g)(g.client.SeedAt(g.Context(), block)) != (chain.Hash{}) {
			return
		}
	}
}

// readsBack compares the run's log with what was done to it.
func (g *game) readsBack(run chain.RunID) {
	g.Helper()
	log := g.client.Log(run)
	events, restarted, err := log.Next(g.Context())
	if err != nil || restarted {
		g.Fatalf("restarted %v, %v", restarted, err)
	}
	var names []string
	for i, e := range events {
		names = append(names, e.Name())
		if i > 0 && (e.Block < events[i-1].Block || e.Block == events[i-1].Block && e.Index <= events[i-1].Index) {
			g.Errorf("event %d is out of order", i)
		}
	}
	want := []string{
		"RunCreated", "Transfer", "Funded", "Acquired", "RewardReserved", "Committed", "Sealed", "CaseOpened", "Opened", "RoundBegun", "JuryDrawn",
		"BallotCommitted", "BallotCommitted", "BallotCommitted", "BallotRevealed", "BallotRevealed", "BallotRevealed",
		"Tallied", "RolledBack", "Resolved", "Rejected", "Acquired", "RewardReserved", "Committed", "Finalised",
		"Settled", "ChallengeSettled", "SeatSettled", "SeatSettled", "SeatSettled",
	}
	slices.Sort(names)
	slices.Sort(want)
	if diff := cmp.Diff(want, names); diff != "" {
		g.Error(diff)
	}
	if more, _, err := log.Next(g.Context()); err != nil || len(more) != 0 {
		g.Errorf("read %d events twice (%v)", len(more), err)
	}
	if others, _, err := g.client.Log(run + 1).Next(g.Context()); err != nil || len(others) != 0 {
		g.Errorf("another run has %d events of this one (%v)", len(others), err)
	}
}

func TestRefusalsNameTheFieldAndTheBond(t *testing.T) {
	g := newGame(t, 50*time.Millisecond)
	author := g.account(0)
	tooMany := testRun()
	tooMany.Schedule.WindowSteps = 1025
	_, _, err := author.Create(t.Context(), tooMany)
	g.refused("OutOfBounds", map[string]any{"name": "windowSteps"}, err)
	if err != nil && err.Error() != "create a run: contract refused: OutOfBounds (name windowSteps)" {
		t.Errorf("unclear: %v", err)
	}
	_, _, err = author.Seal(t.Context(), chain.Hash{1}, chain.Hash{2})
	if err == nil {
		t.Error("sealed a challenge against nothing")
	}
	_, err = g.client.Run(t.Context(), 99)
	g.refused("NoSuchRun", map[string]any{"run": uint64(99)}, err)
}

// Two workers race for a lease within one block: both pass the pre-flight, one is refused on chain and told why.
func TestRefusalOnChainIsExplained(t *testing.T) {
	g := newGame(t, time.Hour) // mines when told
	author, workers := g.account(0), []*chain.Account{g.account(1), g.account(2)}
	var run chain.RunID
	g.mined(func() (err error) { run, _, err = author.Create(t.Context(), testRun()); return err })
	g.mined(func() error { _, err := author.Fund(t.Context(), run, chain.Ether(100)); return err })
	genesis := must[chain.Hash](g)(g.client.Genesis(t.Context(), run))
	results := make(chan error, 2)
	for _, worker := range workers {
		go func() {
			_, _, err := worker.Acquire(t.Context(), run, genesis)
			results <- err
		}()
	}
	for _, worker := range workers {
		for must[bool](g)(worker.Quiet(t.Context())) {
			time.Sleep(10 * time.Millisecond)
		}
	}
	g.mined(func() error { return nil })
	first, second := <-results, <-results
	if first == nil {
		first = second
	} else if second != nil {
		t.Fatalf("nobody got the lease: %v, %v", first, second)
	}
	g.refused("Leased", nil, first)
	if !strings.Contains(first.Error(), "mined but refused") {
		t.Errorf("unclear: %v", first)
	}
}

// mined does something that waits for blocks, and mines them; at least one.
func (g *game) mined(do func() error) {
	g.Helper()
	done := make(chan error, 1)
	go func() { done <- do() }()
	for {
		g.done(nil, g.devnet.Mine())
		select {
		case err := <-done:
			g.done(nil, err)
			return
		case <-time.After(20 * time.Millisecond):
		}
	}
}
