package claimant_test

import (
	"context"
	"errors"
	"io"
	"log/slog"
	"math"
	"math/big"
	"runtime"
	"slices"
	"testing"
	"time"

	"github.com/commonweight/commonweight/fraudproof/claimant"
	"github.com/commonweight/commonweight/fraudproof/match"
	"github.com/commonweight/commonweight/fraudproof/trace"
	"github.com/commonweight/commonweight/fraudproof/trace/tracetest"
	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/keeper"
	"github.com/commonweight/commonweight/internal/replica"
	"github.com/commonweight/commonweight/internal/replica/replicatest"
	"github.com/commonweight/commonweight/train/engine"
	"github.com/commonweight/commonweight/train/program"
)

// Indices of the devnet's keys.
const (
	firstKey  = 1
	secondKey = 2
	watchKey  = 3
	sponsor   = 4
	liarKey   = 5
)

// scene is a run with a goal, whose windows were committed honestly and are final: the first by one account, the others by another.
type scene struct {
	t       *testing.T
	stage   *replicatest.Stage
	replica *replica.Replica
	frames  []chain.Hash
	losses  []float32
	goal    chain.Goal
	pot     chain.Hash
	events  []claimant.Event
}

func newScene(t *testing.T, target program.Decimal, windows int) *scene {
	t.Helper()
	return play(t, replicatest.Start(t, goalOf(target), nil), chain.Native, windows)
}

// goalOf gives a run a goal, and clocks.
func goalOf(target program.Decimal) func(*program.Spec) {
	return func(spec *program.Spec) {
		spec.Goal = &program.Goal{Batches: 3, Target: target}
		c := &spec.Clocks
		// A block comes every hundredth of a second, and an evaluation is recomputed within each of these.
		c.Challenge, c.MatchClock, c.MoveExtension, c.ListExtension, c.HistoryExtension = 200, 300, 300, 300, 350
	}
}

// play lets the windows of a run with a goal be committed and become final. Its pot is in the token.
func play(t *testing.T, stage *replicatest.Stage, token chain.Address, windows int) *scene {
	t.Helper()
	s := &scene{t: t, stage: stage}
	s.replica = s.stage.Replica("auto", "")
	var err error
	s.goal, err = replica.GoalOf(s.stage.Run, s.replica.Program(), token)
	check(t, err)
	state, err := s.replica.After(t.Context(), s.replica.Genesis())
	check(t, err)
	for w := range windows {
		state, err = s.replica.Replay(t.Context(), state, 4, nil)
		check(t, err)
		a := s.stage.Account(secondKey)
		if w == 0 {
			a = s.stage.Account(firstKey)
		}
		s.frames = append(s.frames, s.stage.Commit(a, s.replica, state))
	}
	s.finalise(windows)
	for _, frame := range s.frames {
		loss, err := s.replica.HeldOut(t.Context(), frame)
		check(t, err)
		s.losses = append(s.losses, loss)
	}
	t.Logf("losses %v", s.losses)
	s.pot = s.stage.Account(sponsor).PotOf(s.goal)
	return s
}

// finalise waits until that many windows are final.
func (s *scene) finalise(windows int) {
	s.t.Helper()
	k, err := keeper.New(s.t.Context(), s.stage.Account(firstKey), s.stage.Run, nil)
	check(s.t, err)
	for {
		_, err := k.Push(s.t.Context())
		check(s.t, err)
		p, err := s.stage.Account(firstKey).Progress(s.t.Context(), s.stage.Run)
		check(s.t, err)
		if int(p.AnchorCount) == windows {
			return
		}
		check(s.t, s.stage.Net.Advance(30*time.Second))
	}
}

func (s *scene) lock(amount int64) {
	s.t.Helper()
	_, err := s.stage.Account(sponsor).Lock(s.t.Context(), s.goal, big.NewInt(amount))
	check(s.t, err)
}

// agent is a claimant that has just started.
func (s *scene) agent(key int, claims bool, r claimant.Replica) *claimant.Claimant {
	s.t.Helper()
	if r == nil {
		r = s.replica
	}
	c, err := claimant.New(s.t.Context(), claimant.Config{
		Account: s.stage.Account(key), Run: s.stage.Run, Replica: r, Claims: claims, Log: slog.New(slog.NewTextHandler(io.Discard, nil)),
		Report: func(e claimant.Event) {
			s.t.Log(e)
			s.events = append(s.events, e)
		},
	})
	check(s.t, err)
	return c
}

// settle lets agents act until none has anything to do, waiting for clocks in between.
func (s *scene) settle(agents ...*claimant.Claimant) {
	s.t.Helper()
	for idle := 0; idle < 8; {
		moved := false
		for _, a := range agents {
			m, err := a.Tick(s.t.Context())
			check(s.t, err)
			moved = moved || m
		}
		if idle++; moved {
			idle = 0
		} else {
			check(s.t, s.stage.Net.Advance(50*time.Second))
		}
	}
}

func (s *scene) kinds() []claimant.Kind {
	var kinds []claimant.Kind
	for _, e := range s.events {
		kinds = append(kinds, e.Kind)
	}
	return kinds
}

func (s *scene) status() chain.Pot {
	s.t.Helper()
	pot, err := s.stage.Account(sponsor).Pot(s.t.Context(), s.pot)
	check(s.t, err)
	return pot
}

func (s *scene) credit(key int) *big.Int {
	s.t.Helper()
	a := s.stage.Account(key)
	amount, err := a.Credit(s.t.Context(), a.Address(), chain.Native)
	check(s.t, err)
	return amount
}

// TestGoalIsReached: a committer's agent claims at a key frame, a watcher that recomputes it agrees, and each committer pulls its share to the unit.
func TestGoalIsReached(t *testing.T) {
	replicatest.Long(t)
	s := newScene(t, "4.5", 3)
	s.lock(1001)
	before := []*big.Int{s.credit(firstKey), s.credit(secondKey)}
	first, second, watcher := s.agent(firstKey, true, nil), s.agent(secondKey, true, nil), s.agent(watchKey, false, nil)
	s.settle(first, second, watcher)
	pot := s.status()
	if pot.Status != chain.PotReached || pot.Window != 2 || pot.Steps != 12 {
		t.Fatalf("%+v", pot)
	}
	if k := s.kinds(); slices.Contains(k, claimant.Contested) || slices.Contains(k, claimant.Alert) {
		t.Errorf("%v", k)
	}
	bond, err := s.stage.Account(sponsor).GoalBond(t.Context(), s.stage.Run)
	check(t, err)
	// Who claimed has its bond back too.
	for i, share := range []int64{333, 668} {
		got := new(big.Int).Sub(s.credit([]int{firstKey, secondKey}[i]), before[i])
		if i == 0 {
			got.Sub(got, bond)
		}
		if got.Cmp(big.NewInt(share)) != 0 {
			t.Errorf("account %d was credited %s, want %d", i, got, share)
		}
	}
	s.wantLogged("GoalLocked", "GoalClaimed", "GoalReached", "GoalPulled", "ReadingSettled")
}

// TestGoalInAToken: a pot in the run's reward token is found, claimed and shared out by the same agents, and taken out of the Vault.
func TestGoalInAToken(t *testing.T) {
	replicatest.Long(t)
	stage, token := replicatest.StartInToken(t, goalOf("4.5"))
	s := play(t, stage, token.Address, 3)
	backer := stage.Account(sponsor)
	check(t, token.Give(t.Context(), backer, big.NewInt(1001)))
	_, err := backer.LockToken(t.Context(), s.goal, big.NewInt(1001))
	check(t, err)
	accounts := []*chain.Account{stage.Account(firstKey), stage.Account(secondKey)}
	owned := func(a *chain.Account) *big.Int {
		credit, err := a.Credit(t.Context(), a.Address(), token.Address)
		check(t, err)
		balance, err := a.TokenBalance(t.Context(), token.Address, a.Address())
		check(t, err)
		return credit.Add(credit, balance)
	}
	before := []*big.Int{owned(accounts[0]), owned(accounts[1])}
	s.settle(s.agent(firstKey, true, nil), s.agent(secondKey, true, nil), s.agent(watchKey, false, nil))
	if pot := s.status(); pot.Status != chain.PotReached || pot.Window != 2 || pot.Steps != 12 {
		t.Fatalf("%+v", pot)
	}
	for i, share := range []int64{333, 668} {
		a := accounts[i]
		if got := new(big.Int).Sub(owned(a), before[i]); got.Cmp(big.NewInt(share)) != 0 {
			t.Errorf("account %d got %s tokens, want %d", i, got, share)
		}
		_, err := a.Withdraw(t.Context(), token.Address)
		check(t, err)
		if had, err := a.Credit(t.Context(), a.Address(), token.Address); err != nil || had.Sign() != 0 {
			t.Errorf("account %d has still %s tokens in the Vault, %v", i, had, err)
		}
	}
	s.wantLogged("GoalLocked", "GoalClaimed", "GoalReached", "GoalPulled", "ReadingSettled")
}

// TestGoalIsNotReached: nobody's agent claims what isn't reached, and what was locked comes back after the run.
func TestGoalIsNotReached(t *testing.T) {
	replicatest.Long(t)
	s := newScene(t, "0.5", 3)
	s.lock(1000)
	first, backer := s.agent(firstKey, true, nil), s.agent(sponsor, false, nil)
	s.settle(first, backer)
	if _, err := first.Claim(t.Context(), s.frames[2]); !errors.Is(err, claimant.ErrNotReached) {
		t.Errorf("%v", err)
	}
	if pot := s.status(); pot.Status != chain.PotOpen {
		t.Fatalf("%+v", pot)
	}
	check(t, s.stage.Net.Advance(31*24*time.Hour))
	s.settle(backer)
	if pot, credit := s.status(), s.credit(sponsor); pot.Status != chain.PotReturned || credit.Cmp(big.NewInt(1000)) != 0 {
		t.Errorf("%+v, %s", pot, credit)
	}
}

// liar is a replica that believes another loss, from a lie in the evaluation's last operator.
type liar struct {
	*replica.Replica
	word   uint32
	window *trace.Window
}

func (l *liar) HeldOut(context.Context, chain.Hash) (float32, error) {
	return math.Float32frombits(l.word), nil
}

func (l *liar) Evaluation(context.Context, chain.Hash) (*trace.Window, error) { return l.window, nil }

// lie believes in a loss at the newest key frame of which one exponent bit is another: half or double.
func (s *scene) lie() *liar {
	s.t.Helper()
	ctx := s.t.Context()
	p, err := program.CompileEvaluation(s.replica.Program().Spec)
	check(s.t, err)
	frame := s.frames[len(s.frames)-1]
	pre, err := s.replica.After(ctx, frame)
	check(s.t, err)
	tracer, err := engine.OpenTracer(engine.Auto, p, s.stage.HeldOut, runtime.NumCPU())
	check(s.t, err)
	s.t.Cleanup(func() { check(s.t, tracer.Close()) })
	honest, err := trace.NewWindow(trace.Source{Program: p, Payload: s.stage.HeldOut, Pre: pre, Steps: 1, Tracer: tracer})
	check(s.t, err)
	told, err := tracetest.Tell(ctx, honest, tracetest.Lie{Step: 1, Operator: p.Loss, Flip: 1 << 23})
	check(s.t, err)
	return &liar{Replica: s.replica, word: told.Value, window: told.Window}
}

// TestFalseClaimIsContested: who claims a loss that isn't there is contested by a watcher that recomputes it, loses the duel by a leaf that the EVM
// decides, and its bond; the pot stays what it was.
func TestFalseClaimIsContested(t *testing.T) {
	replicatest.Long(t)
	s := newScene(t, "3", 1)
	s.lock(1000)
	lies := s.lie()
	if loss := math.Float32frombits(lies.word); !(loss < 3 && s.losses[0] > 3) {
		t.Fatalf("a lie of %v, the truth is %v", loss, s.losses[0])
	}
	bad, good := s.agent(liarKey, false, lies), s.agent(watchKey, false, nil)
	made, err := bad.Claim(t.Context(), s.frames[0])
	check(t, err)
	if _, err := bad.Contest(t.Context(), made.Pledge); !errors.Is(err, claimant.ErrAgree) {
		t.Errorf("the liar about itself: %v", err)
	}
	bond, err := s.stage.Account(watchKey).GoalBond(t.Context(), s.stage.Run)
	check(t, err)
	s.settle(bad, good)
	pledge, err := s.stage.Account(watchKey).GoalPledge(t.Context(), made.Pledge)
	check(t, err)
	if pledge.Status != chain.PledgeDefeated {
		t.Fatalf("the false claim is %s", pledge.Status)
	}
	if pot := s.status(); pot.Status != chain.PotOpen || pot.Claims != 0 {
		t.Errorf("%+v", pot)
	}
	// The watcher: its own bond, its gas, and two fifths of the rest.
	least := new(big.Int).Add(bond, new(big.Int).Div(new(big.Int).Mul(bond, big.NewInt(32)), big.NewInt(100)))
	if got := s.credit(watchKey); got.Cmp(least) < 0 {
		t.Errorf("the watcher was credited %s, want at least %s", got, least)
	}
	if s.credit(liarKey).Sign() != 0 {
		t.Errorf("the liar was credited %s", s.credit(liarKey))
	}
	s.wantLeaf()
	s.wantLogged("GoalLocked", "GoalClaimed", "DuelStarted", "GoalContested", "PledgeLost", "DuelConcluded", "ReadingSettled")
}

// wantLogged checks that the run's log tells of what was said and what came of it.
func (s *scene) wantLogged(names ...string) {
	s.t.Helper()
	events, _, err := s.stage.Account(watchKey).Log(s.stage.Run).Next(s.t.Context())
	check(s.t, err)
	logged := map[string]bool{}
	for _, e := range events {
		logged[e.Name()] = true
	}
	for _, name := range names {
		if !logged[name] {
			s.t.Errorf("the run's log has no %s", name)
		}
	}
}

// wantLeaf checks that the duel ended by a leaf.
func (s *scene) wantLeaf() {
	s.t.Helper()
	events, _, err := s.stage.Account(watchKey).LogOfAll().Next(s.t.Context())
	check(s.t, err)
	ended := 0
	for _, e := range events {
		if end, ok := e.Data.(chain.Ended); ok {
			ended++
			if end.ByClock || end.Phase != match.PhaseLeaf {
				s.t.Errorf("%+v", end)
			}
		}
	}
	if ended != 1 {
		s.t.Errorf("%d matches ended", ended)
	}
}

// TestFalseContestLoses: who contests a true claim loses its bond to the claimant, and the goal is reached.
func TestFalseContestLoses(t *testing.T) {
	replicatest.Long(t)
	s := newScene(t, "4.5", 1)
	s.lock(1000)
	bad, good := s.agent(liarKey, false, s.lie()), s.agent(firstKey, true, nil)
	for moved := true; moved; {
		var err error
		moved, err = good.Tick(t.Context())
		check(t, err)
	}
	s.settle(bad, good)
	if pot := s.status(); pot.Status != chain.PotReached {
		t.Errorf("%+v", pot)
	}
	contest, err := s.stage.Account(watchKey).GoalPledge(t.Context(), 2)
	check(t, err)
	if contest.Status != chain.PledgeDefeated || contest.Owner != s.stage.Account(liarKey).Address() {
		t.Errorf("the false contest: %+v", contest)
	}
	s.wantLeaf()
}

// TestSilentClaimLoses: who claims falsely and then says nothing is convicted by its clock.
func TestSilentClaimLoses(t *testing.T) {
	replicatest.Long(t)
	s := newScene(t, "3", 1)
	s.lock(1000)
	made, err := s.agent(liarKey, false, s.lie()).Claim(t.Context(), s.frames[0])
	check(t, err)
	good := s.agent(watchKey, false, nil)
	s.settle(good)
	check(t, s.stage.Net.Advance(15*time.Minute))
	s.settle(good)
	pledge, err := s.stage.Account(watchKey).GoalPledge(t.Context(), made.Pledge)
	check(t, err)
	if pot := s.status(); pledge.Status != chain.PledgeDefeated || pot.Status != chain.PotOpen || pot.Claims != 0 {
		t.Errorf("the claim is %s, the pot %+v", pledge.Status, pot)
	}
	if last := s.events[len(s.events)-1]; last.Kind != claimant.Settled {
		t.Errorf("%v", last)
	}
}

// TestUnknownBondsNothing: without the held-out data a claim is neither contested nor made, and a person is told.
func TestUnknownBondsNothing(t *testing.T) {
	replicatest.Long(t)
	s := newScene(t, "3", 1)
	s.lock(1000)
	bad, blind := s.agent(liarKey, false, s.lie()), s.agent(watchKey, true, unknowing{s.replica})
	_, err := bad.Claim(t.Context(), s.frames[0])
	check(t, err)
	for range 3 {
		if moved, err := blind.Tick(t.Context()); moved || err != nil {
			t.Errorf("moved: %v, %v", moved, err)
		}
	}
	alerts := 0
	for _, k := range s.kinds() {
		if k == claimant.Alert {
			alerts++
		}
	}
	if n, err := s.stage.Account(watchKey).GoalPledges(t.Context()); alerts != 1 || n != 1 || err != nil {
		t.Errorf("%d alerts, %d readings, %v", alerts, n, err)
	}
}

type unknowing struct{ *replica.Replica }

func (unknowing) HeldOut(context.Context, chain.Hash) (float32, error) { return 0, replica.ErrUnknown }

func check(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
