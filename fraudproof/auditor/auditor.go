package auditor

import (
	"context"
	"log/slog"
	"math/big"
	"sync"

	"github.com/commonweight/commonweight/fraudproof/match"
	"github.com/commonweight/commonweight/internal/agent"
	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/player"
	"github.com/commonweight/commonweight/internal/replica"
)

// Replica is a verified copy of a run: Copy is one.
type Replica interface {
	// History replays a commitment's window and returns its history root: that of the list of its state roots. It is zero unless the verdict agrees.
	History(ctx context.Context, commitment chain.Hash) (root chain.Hash, v replica.Verdict)
	// Lists are what a duel over the window opens.
	Lists(ctx context.Context, commitment chain.Hash) (match.Provider, error)
}

// Config is what an auditor needs.
type Config struct {
	Account *chain.Account
	Replica func(ctx context.Context, run chain.RunID) (Replica, error) // opened once and kept by the caller; safe for any number of goroutines
	Wrong   func(c chain.Commitment, root chain.Hash)                   // told of each window that is wrong, and its right root; may be nil
	Report  Reporter
	Log     *slog.Logger
}

// margin is what must be left of a window of time for a transaction to be mined in it. Seconds of block time.
const margin = 2

// auditor at work. All of it but config may be lost at any moment without consequence.
//
// Concurrency: one goroutine, and the two jobs that it starts.
type auditor struct {
	config Config
	*reports
	self  chain.Address
	loop  *agent.Loop
	book  *book
	terms map[chain.RunID]*terms

	tidied uint64 // block of the last look at the answers of others

	study study
	duels map[chain.RunID]*player.Duelist
	match job
	up    func(coin chain.Hash, mine, all *big.Int) bool // up, but for tests
}

// terms are what a run's answers cost and bring.
type terms struct {
	run     chain.Run
	bond    *big.Int
	jackpot *big.Int // of a canary, in the reward token
	pay     *big.Int // for a right answer about a full window, in the reward token
	lent    bool     // the Vault was let take a jackpot, and hasn't yet
}

// payShare is what of a window's reward each of its auditors is paid, in thousandths: 40 % of 5 %.
const payShare = 20

// Run audits until the context ends, which is its only end.
func Run(ctx context.Context, config Config) { newAuditor(config).run(ctx) }

func (a *auditor) run(ctx context.Context) {
	var jobs sync.WaitGroup
	a.study.crew, a.match.crew = &jobs, &jobs
	a.loop.Run(ctx)
	jobs.Wait()
}

func newAuditor(config Config) *auditor {
	a := &auditor{
		config: config, reports: newReports(config.Report, config.Log), self: config.Account.Address(), book: newBook(config.Account.Client, config.Account.Address()),
		terms: make(map[chain.RunID]*terms), duels: make(map[chain.RunID]*player.Duelist), up: up,
	}
	a.study.found = make(map[chain.Hash]finding)
	a.loop = &agent.Loop{Account: config.Account, Deaf: agent.Deaf, Move: a.tick, Muted: "nothing can be audited", Log: a.log,
		Alert: func(text string) { a.alert(0, chain.Hash{}, text) }}
	return a
}

// tick makes the first move that is due and says whether it made one.
func (a *auditor) tick(ctx context.Context) (moved bool, err error) {
	if err := a.book.read(ctx); err != nil {
		return false, err
	}
	for _, p := range a.book.own() {
		moved, err := a.follow(ctx, p)
		if moved || ctx.Err() != nil {
			return moved, err
		}
		if err != nil {
			a.loop.Failed(ctx, "follow an answer", err)
		}
	}
	for _, w := range a.book.live() {
		moved, err := a.look(ctx, w)
		if moved || ctx.Err() != nil {
			return moved, err
		}
		if err != nil {
			a.loop.Failed(ctx, "audit "+w.hash.Hex(), err)
		}
	}
	return false, a.tidy(ctx)
}

func (a *auditor) termsOf(ctx context.Context, id chain.RunID) (*terms, error) {
	if t := a.terms[id]; t != nil {
		return t, nil
	}
	run, err := a.config.Account.Run(ctx, id)
	if err != nil {
		return nil, err
	}
	t := &terms{run: run}
	if t.bond, err = a.config.Account.AnswerBond(ctx, id); err != nil {
		return nil, err
	}
	if t.jackpot, err = a.config.Account.Jackpot(ctx, id); err != nil {
		return nil, err
	}
	t.pay = new(big.Int).Mul(run.Economy.RewardValue, big.NewInt(int64(run.Schedule.WindowSteps)*payShare))
	t.pay.Div(t.pay, big.NewInt(1000))
	a.terms[id] = t
	return t, nil
}

// times of a window's audit. Block times: seal until, open after that and until the second, canaries until the third.
func (t *terms) times(c chain.Commitment) (seal, open, canary uint64) {
	seal = c.CommittedAt + uint64(t.run.Clocks.Challenge)
	open = seal + uint64(t.run.Clocks.Open)
	return seal, open, open + uint64(t.run.Clocks.Open)
}
