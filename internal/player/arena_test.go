package player_test

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/commonweight/commonweight/fraudproof/match"
	"github.com/commonweight/commonweight/fraudproof/trace"
	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/player"
	"github.com/commonweight/commonweight/internal/replica/replicatest"
	"github.com/commonweight/commonweight/train/engine"
	"github.com/commonweight/commonweight/train/program"
)

// Indices of the devnet's keys.
const (
	honestKey = 1
	liarKey   = 2
	thirdKey  = 3
	fourthKey = 4
)

// arena is a chain with a run, over whose first window an honest account and a liar play matches.
type arena struct {
	t            testing.TB
	stage        *replicatest.Stage
	program      *program.Program
	lists        player.Lists  // the honest account's; nil: a window of its own for each duel
	window       *trace.Window // the truth about window 0
	truth        chain.Hash    // its post root
	honest, liar *chain.Account
	accounts     []*chain.Account
	refusing     []chain.Address // what these are credited stays in the Vault
}

// row is a line of docs/disputes.json.
type row struct {
	Scenario     string  `json:"scenario"`
	Convicted    string  `json:"convicted"`
	HonestLost   bool    `json:"honestLost"`
	Transactions int     `json:"transactions"`
	GasTotal     uint64  `json:"gasTotal"`
	GasMax       uint64  `json:"gasMax"`
	GasLeaf      uint64  `json:"gasLeaf"`
	Seconds      float64 `json:"seconds"`
	Moves        int     `json:"honestMoves"`
	Median       float64 `json:"secondsPerHonestMove"` // the median
	Slowest      float64 `json:"secondsSlowestHonestMove"`
}

// patient makes clocks so long that only scenarios about clocks ever see one run out.
func patient(spec *program.Spec) {
	c := &spec.Clocks
	c.Challenge, c.Open, c.BallotCommit, c.BallotReveal, c.Appeal, c.MatchClock = 200, 60, 20, 20, 60, 60
	c.MoveExtension, c.ListExtension, c.HistoryExtension = 600, 600, 700
}

func newArena(t testing.TB, change func(*program.Spec), payload func() []byte) *arena {
	t.Helper()
	s := replicatest.StartOn(t, payload, func(spec *program.Spec) {
		patient(spec)
		if change != nil {
			change(spec)
		}
	})
	return newArenaOn(t, s)
}

func newArenaOn(t testing.TB, s *replicatest.Stage) *arena {
	t.Helper()
	a := &arena{t: t, stage: s, program: s.Program, honest: s.Account(honestKey), liar: s.Account(liarKey)}
	a.accounts = []*chain.Account{a.honest, a.liar}
	e, err := engine.Open(engine.Auto, a.program, s.Payload, runtime.NumCPU())
	check(t, err)
	tracer, err := engine.OpenTracer(engine.Auto, a.program, s.Payload, runtime.NumCPU())
	check(t, err)
	t.Cleanup(func() { check(t, e.Close()); check(t, tracer.Close()) })
	kept := 4
	if s.Terms.Schedule.WindowSteps == 1 {
		kept = 0
	}
	a.window, err = trace.NewWindow(trace.Source{
		Program: a.program, Payload: s.Payload, Pre: a.program.Genesis(), Steps: int(s.Terms.Schedule.WindowSteps), Stepper: e, Tracer: tracer, Kept: kept,
	})
	check(t, err)
	a.truth = a.root(a.window.Lists())
	return a
}

// root is what a side's lists say about the window.
func (a *arena) root(lists match.Provider) chain.Hash {
	a.t.Helper()
	steps := match.List{Name: match.ListSteps}
	length, err := lists.Length(a.t.Context(), steps)
	check(a.t, err)
	root, err := lists.Entry(a.t.Context(), steps, length-1)
	check(a.t, err)
	return chain.Hash(root)
}

// own returns lists for the honest account that share nothing with the liar's but engines: what it needs it computes.
func (a *arena) own() player.Lists {
	a.t.Helper()
	if a.lists != nil {
		return a.lists
	}
	w, err := trace.NewWindow(a.window.Source)
	check(a.t, err)
	return fixed{w.Lists()}
}

// fixed gives the same lists for whatever it is asked about.
type fixed struct{ match.Provider }

func (f fixed) Lists(context.Context, chain.Hash) (match.Provider, error) { return f.Provider, nil }

// duel is one match between the honest account and the liar.
type duel struct {
	*arena
	name       string
	commitment chain.Hash
	players    func() []*player.Player // as they start
	before     func()                  // each look at what is due; may be nil
	after      func()                  // each move; may be nil
	id         chain.ChallengeID
	liarSide   match.Side
	lies       match.Provider
	want       match.Outcome // if it isn't the liar that is convicted
	row        row
	calls      []string // with their gas
	begun      time.Time
	honestly   map[*player.Player]bool
	took       []time.Duration // by the honest account's moves
}

// begin brings a lie before arithmetic: as a commitment that the honest account challenges, or as a challenge against the truth.
func (a *arena) begin(name string, liarSide match.Side, lies match.Provider) *duel {
	a.t.Helper()
	d := a.prepare(name, liarSide, lies)
	d.openArithmetic(a.honest)
	return d
}

func (d *duel) openArithmetic(by *chain.Account) {
	d.t.Helper()
	receipt, err := by.OpenArithmetic(d.t.Context(), d.id)
	check(d.t, err)
	d.count(receipt, "openArithmetic")
}

// between is a duel of which nothing has happened yet.
func (a *arena) between(name string, liarSide match.Side, lies match.Provider) *duel {
	return &duel{arena: a, name: name, liarSide: liarSide, lies: lies, begun: time.Now(), row: row{Scenario: name}}
}

// prepare brings a lie before the court.
func (a *arena) prepare(name string, liarSide match.Side, lies match.Provider) *duel {
	a.t.Helper()
	d := a.between(name, liarSide, lies)
	own := a.own()
	d.players = func() []*player.Player {
		return []*player.Player{d.player(d.honest, own), d.player(d.liar, fixed{d.lies})}
	}
	lie := a.root(lies)
	if lie == a.truth {
		a.t.Fatalf("%s: the lie leaves no trace in the window's root", name)
	}
	committer, challenger, committed, challenged := a.liar, a.honest, lie, a.truth
	if liarSide == match.Challenger {
		committer, challenger, committed, challenged = a.honest, a.liar, a.truth, lie
	}
	d.commitment = a.commit(committer, committed)
	d.id = a.challenge(challenger, d.commitment, challenged)
	return d
}

// commit commits window 0 with a root, unless the head is that already.
func (a *arena) commit(by *chain.Account, root chain.Hash) chain.Hash {
	a.t.Helper()
	p, err := by.Progress(a.t.Context(), a.stage.Run)
	check(a.t, err)
	if p.HeadCount == 1 {
		head, err := by.Live(a.t.Context(), a.stage.Run, 0)
		check(a.t, err)
		c, err := by.Commitment(a.t.Context(), head)
		check(a.t, err)
		if c.PostRoot == root {
			return head
		}
	}
	return a.stage.CommitRoot(by, root, []byte{1})
}

func (a *arena) challenge(by *chain.Account, commitment, root chain.Hash) chain.ChallengeID {
	a.t.Helper()
	salt := chain.Hash{7}
	sealed, _, err := by.Seal(a.t.Context(), commitment, by.SealHash(commitment, root, by.Address(), salt))
	check(a.t, err)
	_, err = by.OpenChallenge(a.t.Context(), commitment, sealed.Challenge, root, by.Address(), salt)
	check(a.t, err)
	return sealed.Challenge
}

func (d *duel) count(receipt *chain.Receipt, call string) { d.gas(receipt.GasUsed, call) }

func (d *duel) gas(used uint64, call string) {
	d.row.Transactions++
	d.row.GasTotal += used
	d.row.GasMax = max(d.row.GasMax, used)
	if call == "leaf" {
		d.row.GasLeaf = used
	}
	d.calls = append(d.calls, fmt.Sprintf("%s %d", call, used))
}

// player is a player that has just started: it knows nothing but the chain.
func (d *duel) player(account *chain.Account, lists player.Lists) *player.Player {
	d.t.Helper()
	return d.playerFor(chain.Address{}, account, lists)
}

// playerFor is a player that moves for an owner who named its key.
func (d *duel) playerFor(owner chain.Address, account *chain.Account, lists player.Lists) *player.Player {
	d.t.Helper()
	p, err := player.New(d.t.Context(), player.Config{
		Account: account, Owner: owner, Run: d.stage.Run, Lists: lists, Log: slog.New(slog.NewTextHandler(io.Discard, nil)),
		Report: func(e player.Event) {
			if e.Challenge != d.id {
				return
			}
			switch e.Kind {
			case player.Began:
				d.gas(e.Gas, "openArithmetic")
			case player.Moved:
				d.gas(e.Gas, e.Move)
			case player.Concluded:
				d.gas(e.Gas, "conclude")
			case player.Alert:
				d.t.Logf("%s: %s", d.name, e)
			}
		},
	})
	check(d.t, err)
	if d.honestly == nil {
		d.honestly = make(map[*player.Player]bool)
	}
	d.honestly[p] = account == d.honest || owner == d.honest.Address()
	return p
}

// play lets both sides play to the end. Forgetful players start anew after every transaction.
func (d *duel) play(forgetful bool) match.Outcome { return d.run(forgetful, false) }

// playOut lets both sides play until one has no move, and its clock run out.
func (d *duel) playOut() match.Outcome { return d.run(false, true) }

func (d *duel) run(forgetful, clocks bool) match.Outcome {
	d.t.Helper()
	players := d.players()
	for idle := 0; idle < 2000; idle++ {
		x, err := d.honest.Challenge(d.t.Context(), d.id)
		check(d.t, err)
		if x.Outcome > match.Running {
			return d.end(x.Outcome)
		}
		if d.before != nil {
			d.before()
		}
		for _, p := range players {
			begun := time.Now()
			moved, err := p.Tick(d.t.Context())
			if err != nil {
				d.t.Logf("%s: %v", d.name, err)
			}
			if moved {
				idle = 0
				if d.honestly[p] {
					d.took = append(d.took, time.Since(begun))
				}
				if d.after != nil {
					d.after()
				}
				if forgetful {
					players = d.players()
				}
				break
			}
		}
		if idle > 0 {
			time.Sleep(5 * time.Millisecond)
		}
		if clocks && idle == 50 {
			check(d.t, d.stage.Net.Advance(800*time.Second))
		}
	}
	m, err := d.honest.Match(d.t.Context(), d.id)
	check(d.t, err)
	d.t.Fatalf("%s: nobody moves any more: phase %s, %s due, %+v", d.name, m.Phase, m.Due, m.Game)
	return 0
}

// end checks that the liar was convicted, alone, and that what the honest side stands for still stands.
func (d *duel) end(outcome match.Outcome) match.Outcome {
	d.t.Helper()
	want, stands := match.CommitterConvicted, chain.StatusRejected
	switch {
	case d.want != match.OutcomeNone:
		if want = d.want; want == match.Dismissed {
			stands = chain.StatusPending
		}
	case d.liarSide == match.Challenger:
		want, stands = match.ChallengerConvicted, chain.StatusPending
	}
	d.row.HonestLost = outcome != want
	d.row.Convicted = outcome.String()
	d.row.Seconds = seconds(time.Since(d.begun))
	if slices.Sort(d.took); len(d.took) > 0 {
		d.row.Moves, d.row.Median, d.row.Slowest = len(d.took), seconds(d.took[len(d.took)/2]), seconds(d.took[len(d.took)-1])
	}
	rows = append(rows, d.row)
	d.t.Logf("%s: %s", d.name, strings.Join(d.calls, ", "))
	if outcome != want {
		d.t.Errorf("%s: %s, want %s", d.name, outcome, want)
	}
	if status, err := d.honest.Status(d.t.Context(), d.commitment); err != nil || status != stands {
		d.t.Errorf("%s: the commitment is %s, want %s (%v)", d.name, status, stands, err)
	}
	return outcome
}

func seconds(d time.Duration) float64 { return float64(d.Milliseconds()) / 1000 }

func check(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
