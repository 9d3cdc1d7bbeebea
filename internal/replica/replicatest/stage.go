// Package replicatest puts up a real run for tests of the agents: a devnet with the contracts, an embedded store and a tiny GPT.
package replicatest

import (
	"bytes"
	"io/fs"
	"math"
	"math/big"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/commonweight/commonweight/fraudproof/merkle"
	"github.com/commonweight/commonweight/fraudproof/trace"
	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/chain/chaintest"
	"github.com/commonweight/commonweight/internal/chain/devnet"
	"github.com/commonweight/commonweight/internal/ipfs"
	"github.com/commonweight/commonweight/internal/replica"
	"github.com/commonweight/commonweight/train/program"
)

// Stage is a chain, a store and a run on them. Block time runs some hundred times faster than the wall clock.
type Stage struct {
	t        testing.TB
	Net      *devnet.Devnet
	Store    *ipfs.Embedded
	StoreDir string
	Payload  []byte
	HeldOut  []byte // of a run with a goal
	Program  *program.Program
	Run      chain.RunID
	Terms    chain.Run // as registered
	locks    string
	jurors   []*chain.Account

	mu       sync.Mutex
	accounts map[int]*chain.Account
}

// Indices of the devnet's keys. Tests have those in between.
const (
	author     = 0
	Challenger = 12
	Jurors     = 13 // three
)

const (
	interval = 10 * time.Millisecond
)

// Spec is the tiny run's RunSpec without its dataset: 3 windows of 4 steps.
func Spec() program.Spec {
	return program.Spec{
		Version: 1, Name: "tiny", Profile: program.ProfileF32, TreeHash: program.HashSHA256, Seed: 7,
		Model: program.Model{Kind: program.ModelGPT, Layers: 1, Width: 16, Heads: 1, Context: 16, Vocabulary: 64},
		Optimiser: program.Optimiser{
			Kind: program.OptimiserAdamW, Beta1: "0.9", Beta2: "0.95", Epsilon: "1e-8", WeightDecay: "0.1", Clip: "1",
			LearningRate: program.Schedule{Kind: program.ScheduleConstant, Peak: "1e-2"},
		},
		Dataset: program.Dataset{Kind: program.DatasetTokens, TokenBytes: 1, Stride: 16},
		Genesis: program.Genesis{Kind: program.GenesisSeed},
		Batch:   2, Steps: 12, Window: 4, KeyFrames: 1,
		Economics: program.Economics{
			RefStepMillis: 10, RewardToken: "0x0000000000000000000000000000000000000000",
			Reward: "1000000000000000", RewardValue: "1000000000000000", ReplayCost: "1000000000000000",
			SeatStake: "1000000000000000000", JurorFee: "10000000000000000", Jury: 3, LargerJury: 3, MaxPending: 128,
		},
		Clocks: program.Clocks{
			Lease: 400, Challenge: 25, Open: 20, BallotCommit: 40, BallotReveal: 40, Appeal: 5,
			MatchClock: 10, MoveExtension: 5, ListExtension: 5, HistoryExtension: 10, Demand: 15,
		},
	}
}

// Disputed makes the clocks long enough for a case, however busy the machine.
func Disputed(spec *program.Spec) {
	c := &spec.Clocks
	c.Challenge, c.Open, c.BallotCommit, c.BallotReveal = 200, 60, 60, 60 // in all less than the unstake cooldown
}

// Long skips a test where only the shortest ones are wanted: under the race detector a chain costs ten times as much.
func Long(t testing.TB) {
	t.Helper()
	if testing.Short() {
		t.Skip("long")
	}
}

// Start puts everything up. Change may alter the RunSpec; a goal without data gets some. Lie may alter the terms that are registered; both may be nil.
func Start(t testing.TB, change func(*program.Spec), lie func(*chain.Run)) *Stage {
	t.Helper()
	return StartWith(t, func([]byte) {}, change, lie)
}

// StartWith is Start on an altered dataset.
func StartWith(t testing.TB, alter func(payload []byte), change func(*program.Spec), lie func(*chain.Run)) *Stage {
	t.Helper()
	s := register(t, alter, change, lie)
	_, err := s.Account(author).Fund(t.Context(), s.Run, chain.Ether(1000))
	check(t, err)
	return s
}

// StartOn is Start on another dataset; nil is the usual one.
func StartOn(t testing.TB, payload func() []byte, change func(*program.Spec)) *Stage {
	t.Helper()
	s := registerOn(t, chain.Hash{}, payload, func([]byte) {}, nil, change, nil)
	_, err := s.Account(author).Fund(t.Context(), s.Run, chain.Ether(1000))
	check(t, err)
	return s
}

// StartProving is Start on a deployment with a key for elements of products.
func StartProving(t testing.TB, elements chain.Hash, change func(*program.Spec)) *Stage {
	t.Helper()
	s := registerOn(t, elements, nil, func([]byte) {}, nil, change, nil)
	_, err := s.Account(author).Fund(t.Context(), s.Run, chain.Ether(1000))
	check(t, err)
	return s
}

// StartInToken is Start with rewards in a token, which it creates.
func StartInToken(t testing.TB, change func(*program.Spec)) (*Stage, *chaintest.Token) {
	t.Helper()
	var token *chaintest.Token
	create := func(s *Stage) { token = chaintest.NewToken(t, s.Account(author)) }
	s := registerOn(t, chain.Hash{}, nil, func([]byte) {}, create, func(spec *program.Spec) {
		change(spec)
		spec.Economics.RewardToken = strings.ToLower(token.Address.Hex())
	}, nil)
	a := s.Account(author)
	check(t, token.Give(t.Context(), a, chain.Ether(1000)))
	_, err := a.FundToken(t.Context(), s.Run, chain.Ether(1000))
	check(t, err)
	return s, token
}

// Register is Start without rewards: for a run that nobody will work on.
func Register(t testing.TB, change func(*program.Spec), lie func(*chain.Run)) *Stage {
	t.Helper()
	return register(t, func([]byte) {}, change, lie)
}

func register(t testing.TB, alter func(payload []byte), change func(*program.Spec), lie func(*chain.Run)) *Stage {
	t.Helper()
	return registerOn(t, chain.Hash{}, nil, alter, nil, change, lie)
}

func registerOn(t testing.TB, elements chain.Hash, payload func() []byte, alter func(payload []byte), prepare func(*Stage), change func(*program.Spec), lie func(*chain.Run)) *Stage {
	t.Helper()
	pace := interval
	if testing.Short() {
		pace *= 4 // the race detector's price
	}
	net, err := devnet.Start(t.Context(), devnet.Config{Interval: pace, Cooldown: 3000 * 24 * time.Hour, Elements: elements})
	check(t, err)
	t.Cleanup(func() { check(t, net.Close()) })
	dir := t.TempDir()
	store, err := ipfs.OpenEmbedded(dir)
	check(t, err)
	s := &Stage{t: t, Net: net, Store: store, StoreDir: dir, locks: t.TempDir(), accounts: make(map[int]*chain.Account)}
	if payload == nil {
		payload = Usual
	}
	s.Payload = payload()
	alter(s.Payload)
	spec := Spec()
	spec.Dataset.CID = s.Put(s.Payload).String()
	spec.Dataset.Bytes, spec.Dataset.Root = len(s.Payload), program.Digest(merkle.DatasetRoot(s.Payload))
	if prepare != nil {
		prepare(s)
	}
	if change != nil {
		change(&spec)
	}
	if by := trace.HashOf(spec); by != merkle.SHA256 {
		spec.Dataset.Root = program.Digest(by.DatasetRoot(s.Payload))
	}
	fit(&spec)
	if g := spec.Goal; g != nil && g.Dataset.CID == "" {
		s.HeldOut = heldOut()
		g.Dataset = spec.Dataset
		g.Dataset.CID = s.Put(s.HeldOut).String()
		g.Dataset.Bytes, g.Dataset.Root = len(s.HeldOut), program.Digest(merkle.DatasetRoot(s.HeldOut))
	}
	s.Program, err = program.Compile(spec)
	check(t, err)
	s.Terms, err = replica.Terms(s.Program, s.Program.Genesis(), s.Put(spec.Canonical()))
	check(t, err)
	if lie != nil {
		lie(&s.Terms)
	}
	s.Run, _, err = s.Account(author).Create(t.Context(), s.Terms)
	check(t, err)
	return s
}

// fit raises what the bounds of a run make follow from its clocks: how many windows may be unfinal, and a seat's stake.
func fit(spec *program.Spec) {
	c, e := &spec.Clocks, &spec.Economics
	longest := 2*max(c.MatchClock, c.HistoryExtension) + c.HistoryExtension + 19*c.MoveExtension + 4*c.ListExtension
	life := c.Open + 2*(120+c.BallotCommit+c.BallotReveal) + c.Appeal + longest + c.Challenge
	c.Lease = max(c.Lease, 4*life/4096+1)
	e.MaxPending = max(e.MaxPending, 4*life/c.Lease+1)
	value, _ := new(big.Int).SetString(string(e.RewardValue), 10)
	stake, _ := new(big.Int).SetString(string(e.SeatStake), 10)
	atStake := value.Mul(value, big.NewInt(int64(e.MaxPending*spec.Window)))
	if stake.Cmp(atStake) < 0 {
		e.SeatStake = program.Wei(atStake.String())
	}
}

// Usual is 61 samples of the tiny run.
func Usual() []byte {
	payload := make([]byte, 16*60+17)
	for i := range payload {
		payload[i] = byte(i * i / 7 % 61)
	}
	return payload
}

// heldOut is nine samples like those of the usual dataset.
func heldOut() []byte {
	payload := make([]byte, 16*9+1)
	for i := range payload {
		n := i + 3000
		payload[i] = byte(n * n / 7 % 61)
	}
	return payload
}

// Put stores bytes.
func (s *Stage) Put(data []byte) ipfs.CID {
	s.t.Helper()
	cid, err := s.Store.Put(s.t.Context(), bytes.NewReader(data))
	check(s.t, err)
	return cid
}

// Client connects to the chain once more.
func (s *Stage) Client() *chain.Client {
	s.t.Helper()
	c, err := chain.Dial(s.t.Context(), s.Net.WS(), s.Net.Deployment())
	check(s.t, err)
	s.t.Cleanup(c.Close)
	return c
}

// Account takes one of the devnet's keys into use, on a connection of its own, until the test ends. Asked again, it returns the same.
func (s *Stage) Account(i int) *chain.Account {
	s.t.Helper()
	s.mu.Lock()
	defer s.mu.Unlock()
	if a := s.accounts[i]; a != nil {
		return a
	}
	a, err := s.Client().Open(s.Net.Keys()[i], s.locks)
	check(s.t, err)
	s.t.Cleanup(func() { check(s.t, a.Close()) })
	s.accounts[i] = a
	return a
}

// Poor is an account without a coin.
func (s *Stage) Poor() *chain.Account {
	s.t.Helper()
	key, err := chain.DeriveKey("poor", 0)
	check(s.t, err)
	a, err := s.Client().Open(key, s.locks)
	check(s.t, err)
	s.t.Cleanup(func() { check(s.t, a.Close()) })
	return a
}

// Open opens a replica of the run with an engine, in a folder of its own if dir is "".
func (s *Stage) Open(engine, dir string) (*replica.Replica, error) {
	s.t.Helper()
	if dir == "" {
		dir = s.t.TempDir()
	}
	return replica.Open(s.t.Context(), s.Client(), s.Store, s.Run, replica.Options{Dir: dir, Engine: engine, Threads: 1})
}

// Replica is Open for a run that is known to be sound.
func (s *Stage) Replica(engine, dir string) *replica.Replica {
	s.t.Helper()
	r, err := s.Open(engine, dir)
	check(s.t, err)
	s.t.Cleanup(func() { check(s.t, r.Close()) })
	return r
}

// Truth computes the state roots after each window by nothing but the engine: what an honest run must commit.
func (s *Stage) Truth() []chain.Hash {
	s.t.Helper()
	r := s.Replica("portable", "")
	state, err := r.After(s.t.Context(), r.Genesis())
	check(s.t, err)
	var roots []chain.Hash
	left := int(s.Terms.Schedule.TotalSteps)
	for left > 0 {
		k := min(left, int(s.Terms.Schedule.WindowSteps))
		state, err = r.Replay(s.t.Context(), state, k, nil)
		check(s.t, err)
		roots = append(roots, r.Root(state))
		left -= k
	}
	return roots
}

// Commit commits a window with the given state by hand, whatever it is.
func (s *Stage) Commit(a *chain.Account, r *replica.Replica, state *program.State) chain.Hash {
	s.t.Helper()
	root, cid, err := r.Publish(s.t.Context(), state)
	check(s.t, err)
	return s.CommitRoot(a, root, cid.Bytes())
}

// CommitRoot commits a window with any root and CID.
func (s *Stage) CommitRoot(a *chain.Account, root chain.Hash, cid []byte) chain.Hash {
	s.t.Helper()
	ctx := s.t.Context()
	head, err := a.Head(ctx, s.Run)
	check(s.t, err)
	lease, _, err := a.Acquire(ctx, s.Run, head)
	check(s.t, err)
	steps, err := a.StepsOf(ctx, s.Run, lease.Window)
	check(s.t, err)
	c, _, err := a.Commit(ctx, s.Run, lease.Fence, head, steps, root, cid)
	check(s.t, err)
	return c.Commitment
}

// Lie is a copy of a state with the last bit of one weight flipped.
func Lie(state *program.State) *program.State {
	lie := state.Clone()
	Flip(0, lie)
	return lie
}

// Flip flips the last bit of one weight in place.
func Flip(_ uint64, state *program.State) {
	w := &state.Tensors[0][3]
	*w = math.Float32frombits(math.Float32bits(*w) ^ 1)
}

// Withhold removes content from the store.
func (s *Stage) Withhold(cid ipfs.CID) {
	s.t.Helper()
	found := 0
	err := filepath.WalkDir(s.StoreDir, func(path string, entry fs.DirEntry, err error) error {
		if err == nil && entry.Name() == cid.String() {
			found++
			return os.Remove(path)
		}
		return err
	})
	check(s.t, err)
	if found == 0 {
		s.t.Fatalf("%v isn't in the store", cid)
	}
}

// WithholdDataset removes the dataset from the store.
func (s *Stage) WithholdDataset() {
	s.t.Helper()
	cid, err := ipfs.ParseCID(s.Program.Spec.Dataset.CID)
	check(s.t, err)
	s.Withhold(cid)
}

// Lost is the CID of bytes that nobody has.
func (s *Stage) Lost() []byte {
	s.t.Helper()
	cid, err := ipfs.Sum(s.t.Context(), strings.NewReader("nobody has this"))
	check(s.t, err)
	return cid.Bytes()
}

// Seat stakes the three jurors, for several cases. Those opened from now on are theirs.
func (s *Stage) Seat() {
	s.t.Helper()
	if s.jurors != nil {
		return
	}
	for i := range 3 {
		a := s.Account(Jurors + i)
		_, err := a.Stake(s.t.Context(), new(big.Int).Mul(s.Terms.Economy.SeatStake, big.NewInt(20)))
		check(s.t, err)
		s.jurors = append(s.jurors, a)
	}
}

// Seated are the jurors, if Seat was called.
func (s *Stage) Seated() []*chain.Account { return s.jurors }

// VoteOut challenges a commitment with a root and lets all jurors agree, up to the tally: the head moves.
func (s *Stage) VoteOut(commitment, root chain.Hash) {
	s.t.Helper()
	ctx := s.t.Context()
	a := s.Account(Challenger)
	salt := chain.Hash{1}
	sealed, _, err := a.Seal(ctx, commitment, a.SealHash(commitment, root, a.Address(), salt))
	check(s.t, err)
	_, err = a.OpenChallenge(ctx, commitment, sealed.Challenge, root, a.Address(), salt)
	check(s.t, err)
	_, err = a.Freeze(ctx, commitment)
	unlessDone(s.t, err)
	s.draw(commitment)
	s.ballots(commitment, root, salt)
	_, err = a.Tally(ctx, commitment)
	unlessDone(s.t, err)
}

// Vote freezes the case of a commitment and lets all jurors name a root, up to the tally.
func (s *Stage) Vote(commitment, root chain.Hash) {
	s.t.Helper()
	ctx, a, salt := s.t.Context(), s.Account(Challenger), chain.Hash{1}
	_, err := a.Freeze(ctx, commitment)
	unlessDone(s.t, err)
	s.draw(commitment)
	s.ballots(commitment, root, salt)
	_, err = a.Tally(ctx, commitment)
	unlessDone(s.t, err)
}

// draw seats the first jury as soon as the beacon knows its seed.
func (s *Stage) draw(commitment chain.Hash) {
	s.t.Helper()
	a := s.Account(Challenger)
	for range a.Blocks(s.t.Context()) {
		_, err := a.Draw(s.t.Context(), commitment)
		if chain.IsRevert(err, "NotYet") {
			continue
		}
		unlessDone(s.t, err)
		return
	}
}

func (s *Stage) ballots(commitment, root, salt chain.Hash) {
	s.t.Helper()
	ctx := s.t.Context()
	r, err := s.jurors[0].RoundOf(ctx, commitment, 1)
	check(s.t, err)
	s.each(func(juror *chain.Account) error {
		_, err := juror.CommitBallot(ctx, commitment, juror.BallotHash(commitment, 1, r.Seed, juror.Address(), root, salt))
		return err
	})
	s.each(func(juror *chain.Account) error {
		_, err := juror.Reveal(ctx, commitment, juror.Address(), root, salt)
		return err
	})
}

// each lets all jurors do something at once.
func (s *Stage) each(act func(*chain.Account) error) {
	s.t.Helper()
	failed := make(chan error, len(s.jurors))
	for _, juror := range s.jurors {
		go func() { failed <- act(juror) }()
	}
	for range s.jurors {
		check(s.t, <-failed)
	}
}

// unlessDone lets a keeper have been faster.
func unlessDone(t testing.TB, err error) {
	t.Helper()
	if !chain.IsRevert(err, "WrongPhase") {
		check(t, err)
	}
}

func check(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
