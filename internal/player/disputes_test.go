package player_test

import (
	"errors"
	"flag"
	"fmt"
	"maps"
	"slices"
	"testing"

	"github.com/commonweight/commonweight/fraudproof/match"
	"github.com/commonweight/commonweight/fraudproof/trace"
	"github.com/commonweight/commonweight/fraudproof/trace/tracetest"
	"github.com/commonweight/commonweight/internal/replica/replicatest"
	"github.com/commonweight/commonweight/train/program"
)

// disputes is where make disputes wants its report; without it only a few disputes are played.
var disputes = flag.String("disputes", "", "play every dispute and write disputes.json and disputes.md into this folder")

// everyDispute skips what takes too long for every day.
func everyDispute(t *testing.T) {
	t.Helper()
	if *disputes == "" {
		t.Skip("played by make disputes")
	}
}

// tell plants a lie at a place; of several flips it takes the first that isn't rounded away before the state.
func (a *arena) tell(lie tracetest.Lie) (match.Provider, bool) {
	a.t.Helper()
	for _, flip := range []uint32{1, 1 << 22, 1 << 26, 1 << 30, 0x3f800000} {
		lie.Flip = flip
		liar, err := tracetest.Tell(a.t.Context(), a.window, lie)
		if errors.Is(err, tracetest.ErrNoLie) {
			continue
		}
		check(a.t, err)
		if a.root(liar) != a.truth {
			return liar, true
		}
	}
	return nil, false
}

// place is where a lie is told inside an output.
type place uint8

const (
	first place = iota
	middle
	last
)

func (p place) String() string { return [...]string{"first", "middle", "last"}[p] }

// lieAt returns a lie in an operator's output, at its first, middle or last word, and of a sum in its first, middle or last block.
func (a *arena) lieAt(step, operator int, p place) tracetest.Lie {
	a.t.Helper()
	out, err := a.window.Output(a.t.Context(), step-1, operator)
	check(a.t, err)
	pick := func(n int) int { return [...]int{0, n / 2, n - 1}[p] }
	lie := tracetest.Lie{Step: step, Operator: operator}
	lie.Tile, lie.Word = trace.Place(out.Shape, pick(len(out.Words)))
	if r, ok := out.Reduction(lie.Tile, lie.Word); ok && r.Terms > 16 {
		lie.Chunk = pick(r.Chunks())
		lie.Block = pick(r.BlocksOf(lie.Chunk))
	}
	return lie
}

// kinds lists one operator for each kind: opcode, mode and, of maps, expression. The last, `state`, has no tensor to lie in.
func kinds(p *program.Program) map[string]int {
	found := map[string]int{}
	for i, o := range p.Operators {
		name := fmt.Sprintf("%s %s", o.Code, o.Mode)
		if o.Expression != "" {
			name = fmt.Sprintf("%s %s", o.Code, o.Expression)
		}
		if _, ok := found[name]; !ok && o.Code != program.OpState {
			found[name] = i
		}
	}
	return found
}

// lies of every kind that leave a trace, by name, in a fixed order. Each is told at another place.
func (a *arena) kinds(model string, play func(name string, lies match.Provider)) {
	a.t.Helper()
	operators := kinds(a.program)
	for i, kind := range slices.Sorted(maps.Keys(operators)) {
		told := false
		for try := 0; try < a.window.Steps && !told; try++ { // what only the loss shows is seen in the last step alone
			at := place((i + try) % 3)
			step := 1 + (i+try)%a.window.Steps
			var lies match.Provider
			if lies, told = a.tell(a.lieAt(step, operators[kind], at)); told {
				play(fmt.Sprintf("%s: %s, step %d, %s word", model, kind, step, at), lies)
			}
		}
		if !told {
			a.t.Logf("%s: a lie in %s is rounded away wherever it is told", model, kind)
		}
	}
}

// TestDisputeAtOnePlace plays one dispute to its end from either side, with players that forget everything after each transaction.
func TestDisputeAtOnePlace(t *testing.T) {
	replicatest.Long(t)
	a := newArena(t, nil, nil)
	a.lists = a.stage.Replica("auto", "")
	at := operatorOf(t, a.program, "h.0.mlp.c_proj.weight.grad")
	lies, ok := a.tell(tracetest.Lie{Step: 2, Operator: at, Tile: 1, Word: 37, Block: 1})
	if !ok {
		t.Fatal("the lie is rounded away")
	}
	a.begin("tiny GPT: killed after every transaction, committer lies", match.Committer, lies).play(true)
	a.begin("tiny GPT: killed after every transaction, challenger lies", match.Challenger, lies).play(true)
	a.audit()
}

// TestDisputeAtEveryOperatorKind: whichever operator a committer lies in, it is convicted.
func TestDisputeAtEveryOperatorKind(t *testing.T) {
	everyDispute(t)
	a := newArena(t, nil, nil)
	a.kinds("tiny GPT", func(name string, lies match.Provider) { a.begin(name, match.Committer, lies).play(false) })
	a.audit()
}

// TestDisputeAgainstTheTruth: whichever operator a challenger lies in, it is convicted, and the truth becomes final.
func TestDisputeAgainstTheTruth(t *testing.T) {
	everyDispute(t)
	i := 0
	newArena(t, nil, nil).kinds("tiny GPT, against the truth", func(name string, lies match.Provider) {
		if i++; i%3 != 0 {
			return
		}
		a := newArena(t, nil, nil)
		a.begin(name, match.Challenger, lies).play(false)
		a.audit()
	})
}

// TestDisputeAtEveryLevel: first and last step, first and last tile, padding, a chunk's inside and its border, the state's list.
func TestDisputeAtEveryLevel(t *testing.T) {
	everyDispute(t)
	a := newArena(t, ragged, nil)
	p := a.program
	play := func(name string, lies match.Provider) {
		a.begin("ragged GPT: "+name, match.Committer, lies).play(false)
	}
	tell := func(name string, lie tracetest.Lie) {
		lies, ok := a.tell(lie)
		if !ok {
			t.Errorf("%s: rounded away", name)
			return
		}
		play(name, lies)
	}
	sum := operatorOf(t, p, "h.0.mlp.c_proj.weight.grad") // sums of 528 terms
	steps := a.window.Steps
	tell("first step, first tile, first word", a.lieAt(1, sum, first))
	tell("last step, last tile, last word", a.lieAt(steps, sum, last))
	inside := a.lieAt(2, sum, middle)
	for _, c := range []struct {
		name         string
		chunk, block int
	}{
		{"first block of the first chunk", 0, 0}, {"inside a chunk of 512", 0, 13}, {"last block of a full chunk", 0, 31},
		{"first block after a fold", 1, 0},
	} {
		lie := inside
		lie.Chunk, lie.Block = c.chunk, c.block
		tell(c.name, lie)
	}
	logits := operatorOf(t, p, "logits")
	forged, err := tracetest.ForgeTile(t.Context(), a.window.Lists(), 2, logits, a.edgeTile(logits), 15, 1)
	check(t, err)
	play("padding of an edge tile", forged)
	forged, err = tracetest.ForgeTensor(t.Context(), a.window.Lists(), 1, 5)
	check(t, err)
	play("a tensor of the new state", forged)
	forged, err = tracetest.ForgeSteps(t.Context(), a.window.Lists(), 2)
	check(t, err)
	a.begin("ragged GPT: state roots of nothing", match.Committer, forged).playOut()
	forged, err = tracetest.ForgeTrace(t.Context(), a.window.Lists(), 2, 5)
	check(t, err)
	a.begin("ragged GPT: an output root of nothing", match.Committer, forged).playOut()
	a.audit()
}

// edgeTile is the last tile of an output's first row of tiles.
func (a *arena) edgeTile(operator int) int {
	return (a.program.Operators[operator].Out.W+15)/16 - 1
}

// ragged has sums of more than one chunk and edges that fill no tile.
func ragged(s *program.Spec) {
	s.Model = program.Model{Kind: program.ModelGPT, Layers: 1, Width: 48, Heads: 3, Context: 48, Vocabulary: 59}
	s.Batch = 11 // 528 tokens
}

func operatorOf(t testing.TB, p *program.Program, name string) int {
	t.Helper()
	for i, o := range p.Operators {
		if o.Name == name {
			return i
		}
	}
	t.Fatalf("no operator is called %s", name)
	return 0
}
