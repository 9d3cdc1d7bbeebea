package match_test

import (
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"math"
	"os"
	"runtime"
	"strings"
	"testing"

	"github.com/commonweight/commonweight/fraudproof/match"
	"github.com/commonweight/commonweight/fraudproof/merkle"
	"github.com/commonweight/commonweight/fraudproof/trace"
	"github.com/commonweight/commonweight/train/engine"
	"github.com/commonweight/commonweight/train/program"
)

const clock, moveExtension, listExtension, historyExtension = 120, 10, 20, 26

// stage is a window of a small run, with its true lists.
type stage struct {
	named   [2]merkle.Hash // lists that the sides of a duel named before
	t       testing.TB
	program *program.Program
	steps   int
	rules   match.Rules
	lists   match.Provider
	history []merkle.Hash
}

// specOf reads the tiny GPT of the vectors.
func specOf(t testing.TB) (program.Spec, []byte) {
	t.Helper()
	raw, err := os.ReadFile("../../testdata/vectors/gpt-tiny.json")
	if err != nil {
		t.Fatal(err)
	}
	var run struct {
		Spec    json.RawMessage
		Payload string
	}
	if err := json.Unmarshal(raw, &run); err != nil {
		t.Fatal(err)
	}
	spec, err := program.ParseSpec(run.Spec)
	if err != nil {
		t.Fatal(err)
	}
	payload, err := hex.DecodeString(strings.TrimPrefix(run.Payload, "0x"))
	if err != nil {
		t.Fatal(err)
	}
	return spec, payload
}

// newGPT is a window of the tiny GPT.
func newGPT(t testing.TB, steps int) *stage { return newGPTBy(t, merkle.SHA256, steps) }

// newGPTBy makes a smaller one for Poseidon2, which is for small models.
func newGPTBy(t testing.TB, by merkle.Function, steps int) *stage {
	spec, payload := specOf(t)
	if spec.TreeHash = by.String(); by == merkle.Poseidon2 {
		spec.Model = program.Model{Kind: program.ModelGPT, Layers: 1, Width: 16, Heads: 1, Context: spec.Model.Context, Vocabulary: 67}
	}
	spec.Dataset.Bytes = len(payload)
	return newStage(t, spec, payload, steps)
}

// newMLP has reductions of more than one chunk, of chains (600 records) and of lanes (600 features).
func newMLP(t testing.TB, steps int) *stage { return newMLPBy(t, merkle.SHA256, steps) }

func newMLPBy(t testing.TB, by merkle.Function, steps int) *stage {
	spec, _ := specOf(t)
	spec.TreeHash = by.String()
	const features = 600
	spec.Batch = 530
	spec.Model = program.Model{Kind: program.ModelMLP, Features: features, Hidden: []int{17}, Classes: 3, Activation: program.ActivationGELU}
	spec.Dataset.Kind, spec.Dataset.TokenBytes, spec.Dataset.Stride = program.DatasetTabular, 0, 0
	var payload []byte
	for i := range 540 * (features + 1) {
		word := math.Float32bits(float32(math.Sin(float64(i) * 1.3)))
		if (i+1)%(features+1) == 0 {
			word = uint32(i) % 3
		}
		payload = binary.LittleEndian.AppendUint32(payload, word)
	}
	spec.Dataset.Bytes = len(payload)
	return newStage(t, spec, payload, steps)
}

func newStage(t testing.TB, spec program.Spec, payload []byte, steps int) *stage {
	t.Helper()
	p, err := program.Compile(spec)
	if err != nil {
		t.Fatal(err)
	}
	e, err := engine.Open(engine.Auto, p, payload, runtime.NumCPU())
	if err != nil {
		t.Fatal(err)
	}
	tracer, err := engine.OpenTracer(engine.Auto, p, payload, runtime.NumCPU())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _, _ = e.Close(), tracer.Close() })
	w, err := trace.NewWindow(trace.Source{Program: p, Payload: payload, Pre: p.Genesis(), Steps: steps, Stepper: e, Tracer: tracer, Kept: steps})
	if err != nil {
		t.Fatal(err)
	}
	history, err := w.History(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return &stage{
		t: t, program: p, steps: steps, lists: w.Lists(), history: history,
		rules: match.Rules{Hash: trace.HashOf(spec), ProgramRoot: trace.ProgramRoot(p), DatasetRoot: trace.HashOf(spec).DatasetRoot(payload)},
	}
}

// liar has lists with a lie in them; nil if the lie comes to nothing.
func (s *stage) liar(x lie) *liar {
	s.t.Helper()
	kind := merkle.KindTensor
	if s.program.Operators[x.operator].Code == program.OpState {
		kind = merkle.KindState
	}
	l, reached, err := newLiar(s.t.Context(), s.rules.Hash, s.lists, s.steps, kind, x)
	if err != nil {
		s.t.Fatal(err)
	}
	if !reached {
		return nil
	}
	return l
}

// player finds a side's moves.
type player interface {
	next(g match.Game, now uint64, posted []byte) (match.Move, error)
}

// solving plays as the solver says.
type solving struct {
	match.Solver
	t testing.TB
}

func (p solving) next(g match.Game, now uint64, posted []byte) (match.Move, error) {
	return p.Next(p.t.Context(), g, now, posted)
}

func (s *stage) solver(side match.Side, lists match.Provider) player {
	return solving{match.Solver{Side: side, Lists: lists, DatasetRoot: s.rules.DatasetRoot}, s.t}
}

// played is a match that is over.
type played struct {
	match.Game
	moves  []match.Move
	states []match.Game // before each move
	now    []uint64     // when each was made
	late   bool         // it ended by the clock
}

// play plays a match between two players from their claims; first is asked first at the start. Every turn takes wait seconds, or all that
// is left if a side finds no move. After each move it checks what must always hold.
func (s *stage) play(claims [2]merkle.Hash, players [2]player, first match.Side, wait uint64) played {
	s.t.Helper()
	const start = 1_700_000_000
	g, err := match.Start(match.Terms{
		Steps: s.steps, PreRoot: s.history[0], CommitterRoot: claims[0], ChallengerRoot: claims[1],
		CommitterList: s.named[0], ChallengerList: s.named[1],
		Clock: clock, MoveExtension: moveExtension, ListExtension: listExtension, HistoryExtension: historyExtension,
	}, start)
	if err != nil {
		s.t.Fatal(err)
	}
	var r played
	var posted []byte
	now := uint64(start)
	for g.Outcome == match.Running {
		if len(r.moves) > 60 {
			s.t.Fatalf("a match of %d moves", len(r.moves))
		}
		if !g.Late(now) {
			now = min(now+wait, g.Deadline())
		}
		order := []match.Side{g.Due, g.Due.Other()}
		if g.Due == match.SideNone {
			order = []match.Side{first, first.Other()}
		}
		moved := false
		for _, side := range order {
			m, err := players[side-1].next(g, now, posted)
			if m == nil || err != nil {
				continue
			}
			r.states, r.moves, r.now = append(r.states, g), append(r.moves, m), append(r.now, now)
			before := g
			next, data, err := s.rules.Play(g, m, now)
			if err != nil {
				s.t.Fatalf("%s: %v", side, err)
			}
			if data != nil {
				posted = data
			}
			_, r.late = m.(match.Timeout)
			s.check(before, next, posted, now)
			g, moved = next, true
			break
		}
		if !moved {
			if g.Late(now) {
				s.t.Fatalf("%s: nobody ends a match that is late", g.Phase)
			}
			now = g.Deadline() + 1
		}
	}
	r.Game = g
	return r
}

// check holds a move to the rules that are true of every match.
func (s *stage) check(before, after match.Game, posted []byte, now uint64) {
	s.t.Helper()
	if after.Outcome != match.Running {
		if after.Phase != match.PhaseEnded || after.Due != match.SideNone || after.Deadline() != 0 {
			s.t.Fatalf("ended: %+v", after)
		}
		return
	}
	if after.Due != match.Committer && after.Due != match.Challenger {
		s.t.Fatalf("%s: nobody is due", after.Phase)
	}
	stays := after.Phase == match.PhaseBound
	if !stays && (after.Due == before.Due || after.TurnAt != now) {
		s.t.Fatalf("%s: the turn didn't pass", after.Phase)
	}
	if !stays && after.Deadline() < now+moveExtension {
		s.t.Fatalf("%s: %d seconds to move", after.Phase, after.Deadline()-now)
	}
	if after.Mine == after.Posted {
		s.t.Fatalf("%s: both sides are held to %v", after.Phase, after.Mine)
	}
	switch after.Phase {
	case match.PhaseBind, match.PhaseBound, match.PhaseLeaf:
	default:
		if match.Digest(posted) != after.Posted {
			s.t.Fatalf("%s: what was posted isn't what is kept", after.Phase)
		}
	}
}

// honestAgainst plays the honest side against lists with a lie in them, from both chairs, whoever opens. It returns the matches.
func (s *stage) honestAgainst(l *liar) []played {
	s.t.Helper()
	var all []played
	truth := s.history[s.steps]
	for _, honest := range []match.Side{match.Committer, match.Challenger} {
		for _, first := range []match.Side{match.Committer, match.Challenger} {
			claims, players := [2]merkle.Hash{truth, truth}, [2]player{}
			players[honest-1] = s.solver(honest, s.lists)
			players[honest.Other()-1] = s.solver(honest.Other(), l)
			claims[honest.Other()-1] = l.claim
			r := s.play(claims, players, first, 3)
			want := match.ChallengerConvicted
			if honest == match.Challenger {
				want = match.CommitterConvicted
			}
			if r.Outcome != want {
				s.t.Fatalf("%+v: honest %s, %s first: %s after %d moves in phase %s", l.lie, honest, first, r.Outcome, len(r.moves), r.states[len(r.states)-1].Phase)
			}
			all = append(all, r)
		}
	}
	return all
}
