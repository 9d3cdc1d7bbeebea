package trace_test

import (
	"errors"
	"maps"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/commonweight/commonweight/fraudproof/match"
	"github.com/commonweight/commonweight/fraudproof/merkle"
	"github.com/commonweight/commonweight/fraudproof/trace"
	"github.com/commonweight/commonweight/fraudproof/trace/tracetest"
	"github.com/commonweight/commonweight/train/program"
)

// play plays a match of an honest side against a liar by the rules of the game, both moves found by the solver, and returns its end and the
// number of moves. A side whose solver or whose move fails says nothing, and its clock runs out.
func play(t testing.TB, w *trace.Window, liar match.Provider, honest match.Side, moved func(match.Move)) (match.Game, int) {
	t.Helper()
	by := trace.HashOf(w.Program.Spec)
	dataset := by.DatasetRoot(w.Payload)
	providers := map[match.Side]match.Provider{honest: w.Lists(), honest.Other(): liar}
	terms := match.Terms{
		Steps: w.Steps, PreRoot: trace.StateRoot(w.Program, w.Pre), CommitterRoot: postRoot(t, providers[match.Committer], w.Steps),
		ChallengerRoot: postRoot(t, providers[match.Challenger], w.Steps), Clock: 100, MoveExtension: 10, ListExtension: 20, HistoryExtension: 30,
	}
	g, err := match.Start(terms, 0)
	if err != nil {
		t.Fatal(err)
	}
	rules := match.Rules{Hash: by, ProgramRoot: trace.ProgramRoot(w.Program), DatasetRoot: dataset}
	now, moves := uint64(1), 0
	var posted []byte
	for g.Outcome == match.Running {
		if moves > 60 {
			t.Fatalf("a match of more than %d moves, in phase %s", moves, g.Phase)
		}
		silent := 0
		for _, side := range []match.Side{match.Committer, match.Challenger} {
			if g.Outcome != match.Running {
				break
			}
			move, err := match.Solver{Side: side, Lists: providers[side], DatasetRoot: dataset}.Next(t.Context(), g, now, posted)
			if err == nil && move != nil {
				var words []byte
				var after match.Game
				if after, words, err = rules.Play(g, move, now); err == nil {
					if g, moves = after, moves+1; words != nil {
						posted = words
					}
					moved(move)
					now++
					continue
				}
			}
			if silent++; err != nil && side == honest {
				t.Fatalf("the honest %s in phase %s: %v", side, g.Phase, err)
			}
		}
		if silent == 2 {
			now = g.Deadline() + 1
		}
	}
	return g, moves
}

// postRoot is what a side claims.
func postRoot(t testing.TB, p match.Provider, steps int) merkle.Hash {
	t.Helper()
	root, err := p.Entry(t.Context(), match.List{Name: match.ListSteps}, uint64(steps))
	if err != nil {
		t.Fatal(err)
	}
	return root
}

// convicted is the outcome in which that side is.
func convicted(s match.Side) match.Outcome {
	if s == match.Committer {
		return match.CommitterConvicted
	}
	return match.ChallengerConvicted
}

// TestEveryMatchIsWon: whichever operator a lie is told in, and wherever in it, the honest side convicts the liar by a leaf about exactly
// that micro-step, whichever side it is.
func TestEveryMatchIsWon(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 5))
	most, played, kinds := 0, 0, map[program.Opcode]int{}
	list := variants(t)
	for _, name := range slices.Sorted(maps.Keys(list)) {
		p, payload := list[name]()
		honest := window(t, p, payload, p.Genesis(), 3, 1)
		for o := range p.Operators {
			code := p.Operators[o].Code
			if code == program.OpState || kinds[code] > 2 && len(p.Operators) > 60 && o%9 != 0 || testing.Short() && o%31 != 0 {
				continue
			}
			lie, liar := someLiar(t, r, honest, o)
			if liar == nil {
				continue
			}
			side := match.Side(1 + r.IntN(2))
			leaf := false
			g, moves := play(t, honest, liar, side, func(m match.Move) { _, leaf = m.(match.Leaf) })
			if g.Outcome != convicted(side.Other()) || !leaf {
				t.Fatalf("%s: %s: the honest %s, %+v: %s by a leaf: %v", name, p.Operators[o].Name, side, lie, g.Outcome, leaf)
			}
			if at := placeOf(g); at != lie.At() {
				t.Fatalf("%s: %s: the match ended at %+v, the lie is at %+v", name, p.Operators[o].Name, at, lie.At())
			}
			most, played = max(most, moves), played+1
			kinds[code]++
		}
	}
	t.Logf("%d matches, at most %d moves: %v", played, most, kinds)
	for code := program.OpMatmul; code < program.OpState && !testing.Short(); code++ {
		if kinds[code] == 0 {
			t.Errorf("no match about %v", code)
		}
	}
}

// someLiar tells a lie about an operator in some step; in the last one, if nothing is left of it in the window's root: a loss, for one, is
// overwritten by the next step's. It returns nil where everything was rounded away.
func someLiar(t testing.TB, r *rand.Rand, honest *trace.Window, o int) (tracetest.Lie, *tracetest.Liar) {
	t.Helper()
	for _, step := range []int{1 + r.IntN(honest.Steps), honest.Steps} {
		lie := someLie(t, r, honest, step, o)
		liar, err := tracetest.Tell(t.Context(), honest, lie)
		if err != nil && !errors.Is(err, tracetest.ErrNoLie) {
			t.Fatal(err)
		}
		if err == nil && postRoot(t, honest.Lists(), honest.Steps) != postRoot(t, liar, honest.Steps) {
			return lie, liar
		}
	}
	return tracetest.Lie{}, nil
}

// placeOf is where a match ended.
func placeOf(g match.Game) match.Micro {
	return match.Micro{Step: g.Step, Operator: g.Operator, Tile: g.Index, Word: g.Word, Chunk: g.Chunk, Block: g.Block}
}

// someLie picks a place in an operator's output that is no padding, and for a reduction of more than one block, a block.
func someLie(t testing.TB, r *rand.Rand, w *trace.Window, step, o int) tracetest.Lie {
	t.Helper()
	out, err := w.Output(t.Context(), step-1, o)
	if err != nil {
		t.Fatal(err)
	}
	lie := tracetest.Lie{Step: step, Operator: o, Flip: 1 << 22}
	if out.Shape.DType == program.DTypeUint32 {
		lie.Flip = 1
	}
	lie.Tile, lie.Word = trace.Place(out.Shape, r.IntN(len(out.Words)))
	if red, ok := out.Reduction(lie.Tile, lie.Word); ok && red.Terms > 16 {
		lie.Chunk = r.IntN(red.Chunks())
		lie.Block = r.IntN(red.BlocksOf(lie.Chunk))
	}
	return lie
}

// TestForgersRunOutOfMoves: who has nothing behind a root, or no partials that lead to it, is convicted by a leaf or by the clock.
func TestForgersRunOutOfMoves(t *testing.T) {
	p, payload := variants(t)["ragged gpt, momentum"]()
	honest := window(t, p, payload, p.Genesis(), 3, 1)
	lists := honest.Lists()
	for name, forge := range map[string]func() (*tracetest.Patched, error){
		"steps": func() (*tracetest.Patched, error) { return tracetest.ForgeSteps(t.Context(), lists, 2) },
		"trace": func() (*tracetest.Patched, error) { return tracetest.ForgeTrace(t.Context(), lists, 3, 20) },
		"state": func() (*tracetest.Patched, error) { return tracetest.ForgeTensor(t.Context(), lists, 1, 5) },
		"padding": func() (*tracetest.Patched, error) {
			return tracetest.ForgeTile(t.Context(), lists, 2, operator(t, p, "logits"), 32, 9, 1)
		},
		"product": func() (*tracetest.Patched, error) {
			return tracetest.ForgeTile(t.Context(), lists, 2, operator(t, p, "logits"), 31, 9, 1)
		},
		"map": func() (*tracetest.Patched, error) {
			return tracetest.ForgeTile(t.Context(), lists, 3, operator(t, p, "h.0.mlp.gelu"), 7, 77, 1<<31)
		},
	} {
		for _, side := range []match.Side{match.Committer, match.Challenger} {
			liar, err := forge()
			if err != nil {
				t.Fatal(err)
			}
			if g, _ := play(t, honest, liar, side, func(match.Move) {}); g.Outcome != convicted(side.Other()) {
				t.Errorf("%s, the honest %s: %s", name, side, g.Outcome)
			}
		}
	}
}
