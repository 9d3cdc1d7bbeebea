package stage

import (
	"bytes"
	"context"
	"errors"
	"log/slog"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"github.com/commonweight/commonweight/fraudproof/match"
	"github.com/commonweight/commonweight/fraudproof/merkle"
	"github.com/commonweight/commonweight/fraudproof/trace"
	"github.com/commonweight/commonweight/fraudproof/trace/tracetest"
	"github.com/commonweight/commonweight/internal/chain"
	"github.com/commonweight/commonweight/internal/chain/chaintest"
	"github.com/commonweight/commonweight/internal/ipfs"
	"github.com/commonweight/commonweight/internal/player"
	"github.com/commonweight/commonweight/internal/replica"
	"github.com/commonweight/commonweight/internal/replica/replicatest"
	"github.com/commonweight/commonweight/train/engine"
	"github.com/commonweight/commonweight/train/program"
)

// trained is a run that trains for real: the tiny GPT. Its bytes lie in the coordinator's storage.
type trained struct {
	*chaintest.Stage
	replica *replica.Replica
	stepper engine.Engine
	tracer  engine.Tracer
	duels   map[chain.Hash]*duel
}

// duel is a lie with both who play for it and against it.
type duel struct {
	challenge chain.ChallengeID
	players   []*player.Player
}

// school registers the run, and pays for it.
func (s *show) school(t *testing.T, terms chain.Run) *trained {
	spec := replicatest.Spec()
	payload := replicatest.Usual()
	cid := s.put(t, payload)
	spec.Dataset.CID, spec.Dataset.Bytes, spec.Dataset.Root = cid.String(), len(payload), program.Digest(merkle.DatasetRoot(payload))
	spec.Steps = 64
	c := terms.Clocks
	spec.Clocks = program.Clocks{
		Lease: int(c.Lease), Challenge: int(c.Challenge), Open: int(c.Open), BallotCommit: int(c.BallotCommit), BallotReveal: int(c.BallotReveal),
		Appeal: int(c.Appeal), MatchClock: int(c.MatchClock), MoveExtension: 2, ListExtension: 2, HistoryExtension: 3, Demand: int(c.Demand),
	}
	p, err := program.Compile(spec)
	check(t, err)
	registered, err := replica.Terms(p, p.Genesis(), s.put(t, spec.Canonical()))
	check(t, err)
	author := s.Account(author)
	run, _, err := author.Create(t.Context(), registered)
	check(t, err)
	_, err = author.Fund(t.Context(), run, chain.Ether(1000))
	check(t, err)

	r := &trained{Stage: &chaintest.Stage{T: t, Net: s.Net, Run: run, Clocks: registered.Clocks}, duels: make(map[chain.Hash]*duel)}
	r.replica, err = s.copyOf(t.Context(), run, "own")
	check(t, err)
	r.stepper, err = engine.Open("portable", p, payload, 1)
	check(t, err)
	r.tracer, err = engine.OpenTracer("portable", p, payload, 1)
	check(t, err)
	t.Cleanup(func() { check(t, errors.Join(r.replica.Close(), r.stepper.Close(), r.tracer.Close())) })
	return r
}

func (s *show) put(t *testing.T, data []byte) ipfs.CID {
	cid, err := s.storage.Put(t.Context(), bytes.NewReader(data))
	check(t, err)
	return cid
}

// copyOf opens a verified copy of a run, in a folder of its own.
func (s *show) copyOf(ctx context.Context, run chain.RunID, folder string) (*replica.Replica, error) {
	dir := filepath.Join(s.dir, folder+strconv.FormatUint(uint64(run), 10))
	return replica.Open(ctx, s.client, s.storage, run, replica.Options{Dir: dir, Engine: "portable", Threads: 1})
}

// next is the state before the next window, the number of its steps, and the window's truth.
func (r *trained) next(t *testing.T, c *chain.Client) (w *trace.Window, steps int) {
	head, err := c.Head(t.Context(), r.Run)
	check(t, err)
	pre, err := r.replica.After(t.Context(), head)
	check(t, err)
	steps = int(r.replica.Run().Schedule.WindowSteps)
	w, err = trace.NewWindow(trace.Source{
		Program: r.replica.Program(), Payload: r.replica.Payload(), Pre: pre, Steps: steps, Stepper: r.stepper, Tracer: r.tracer, Kept: steps,
	})
	check(t, err)
	return w, steps
}

// after takes a window's steps as its owner does.
func after(t *testing.T, s trace.Source) *program.State {
	state := s.Pre.Clone()
	for range s.Steps {
		check(t, s.Stepper.Step(t.Context(), state))
	}
	return state
}

// train commits the next window.
func (r *trained) train(t *testing.T, worker *chain.Account) chain.Hash {
	w, _ := r.next(t, worker.Client)
	root, cid, err := r.replica.Publish(t.Context(), after(t, w.Source))
	check(t, err)
	return r.Commit(worker, root, cid.Bytes())
}

// cheat commits the next window with one wrong partial sum in it and all that follows from that, publishes what comes out, and opens a challenge
// that names the right root.
func (r *trained) cheat(t *testing.T, worker, challenger *chain.Account) map[string]any {
	truth, steps := r.next(t, worker.Client)
	lie := tracetest.Lie{Step: 2, Operator: operatorOf(t, r.replica.Program(), "h.0.mlp.c_proj.weight.grad"), Tile: 1, Word: 37, Block: 1}
	var liar *tracetest.Liar
	var err error
	for _, lie.Flip = range []uint32{1, 1 << 22, 1 << 26} { // the first that isn't rounded away
		if liar, err = tracetest.Tell(t.Context(), truth, lie); err == nil {
			break
		}
	}
	check(t, err)
	list := match.List{Name: match.ListSteps}
	right, err := truth.Lists().Entry(t.Context(), list, uint64(steps))
	check(t, err)
	root, cid, err := r.replica.Publish(t.Context(), after(t, liar.Source))
	check(t, err)
	if root == chain.Hash(right) {
		t.Fatal("the lie leaves no trace")
	}
	commitment := r.Commit(worker, root, cid.Bytes())
	d := &duel{challenge: r.Dispute(challenger, commitment, chain.Hash(right))}
	d.players = []*player.Player{r.player(t, worker, fixed{liar}), r.player(t, challenger, fixed{truth.Lists()})}
	r.duels[commitment] = d
	return map[string]any{
		"run": strconv.FormatUint(uint64(r.Run), 10), "commitment": commitment, "root": chain.Hash(right), "claimed": root, "challenge": d.challenge,
		"place": map[string]int{"step": lie.Step, "operator": lie.Operator, "tile": lie.Tile, "word": lie.Word, "chunk": lie.Chunk, "block": lie.Block},
	}
}

// fixed gives the same lists for whatever it is asked about.
type fixed struct{ match.Provider }

func (f fixed) Lists(context.Context, chain.Hash) (match.Provider, error) { return f.Provider, nil }

func (r *trained) player(t *testing.T, account *chain.Account, lists player.Lists) *player.Player {
	p, err := player.New(t.Context(), player.Config{Account: account, Run: r.Run, Lists: lists, Log: slog.New(slog.DiscardHandler)})
	check(t, err)
	return p
}

// move lets whoever is due make one move, and says where the match then stands. Blocks are made only for the move: between two, time stands still.
func (s *show) move(t *testing.T, commitment chain.Hash) map[string]any {
	d := s.trained.duels[commitment]
	if d == nil {
		return map[string]any{"error": "no such cheat"}
	}
	if s.thaw == nil {
		s.thaw = s.Freeze()
	}
	ctx, cancel := context.WithTimeout(t.Context(), chaintest.Patience)
	defer cancel()
	mined := make(chan error, 1)
	stop := make(chan struct{})
	go func() {
		for {
			select {
			case <-stop:
				mined <- nil
				return
			case <-time.After(20 * time.Millisecond):
				if err := s.Net.Mine(); err != nil {
					mined <- err
					return
				}
			}
		}
	}()
	defer func() { close(stop); check(t, <-mined) }()
	for ctx.Err() == nil {
		for _, p := range d.players {
			moved, err := p.Tick(ctx)
			check(t, err)
			if !moved {
				continue
			}
			m, err := s.client.Match(ctx, d.challenge)
			check(t, err)
			over := m.Outcome != match.Running
			if over {
				s.thaw()
				s.thaw = nil
			}
			return map[string]any{"phase": m.Phase.String(), "over": over}
		}
	}
	return map[string]any{"error": "nobody moves"}
}

func operatorOf(t *testing.T, p *program.Program, name string) int {
	for i, o := range p.Operators {
		if o.Name == name {
			return i
		}
	}
	t.Fatalf("no operator is called %s", name)
	return 0
}

func check(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// checkBundle replays an evidence bundle by nothing but what is in it.
func (s *show) checkBundle(t *testing.T, path string) map[string]any {
	b, err := replica.OpenBundle(t.Context(), path, replica.Options{Dir: t.TempDir(), Engine: "portable", Threads: 1})
	if err != nil {
		return map[string]any{"error": err.Error()}
	}
	defer b.Close()
	_, verdict := b.Check(t.Context())
	return map[string]any{"commitment": b.Commitment, "answer": verdict.Answer.String(), "root": verdict.Root, "claimed": verdict.Claimed}
}
