package cpu

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/commonweight/commonweight/train/engine/internal/golden"
	"github.com/commonweight/commonweight/train/engine/portable"
	"github.com/commonweight/commonweight/train/program"
)

// everyEngine runs a test for both levels with one, two and three threads.
func everyEngine(t *testing.T, p *program.Program, payload []byte, f func(t *testing.T, e *Engine)) {
	for _, level := range levels {
		for _, threads := range []int{1, 2, 3} {
			t.Run(fmt.Sprintf("%s/%d", level, threads), func(t *testing.T) { f(t, open(t, level, p, payload, threads)) })
		}
	}
}

func advance(t testing.TB, e interface {
	Step(context.Context, *program.State) error
}, s *program.State) {
	t.Helper()
	if err := e.Step(context.Background(), s); err != nil {
		t.Fatal(err)
	}
}

// reference advances a copy of the state with the portable engine and returns the hash of every state, the given one first.
func reference(t testing.TB, p *program.Program, payload []byte, s *program.State, steps int) []string {
	t.Helper()
	e, err := portable.New(p, payload)
	if err != nil {
		t.Fatal(err)
	}
	s = s.Clone()
	hashes := []string{golden.StateHash(s)}
	for range steps {
		advance(t, e, s)
		hashes = append(hashes, golden.StateHash(s))
	}
	return hashes
}

// follow compares steps from a state with the reference.
func follow(t *testing.T, p *program.Program, payload []byte, from *program.State, steps int) {
	t.Helper()
	want := reference(t, p, payload, from, steps)
	everyEngine(t, p, payload, func(t *testing.T, e *Engine) {
		s := from.Clone()
		for i, hash := range want {
			if got := golden.StateHash(s); got != hash {
				t.Fatalf("state after %d steps differs; clock %d, loss %v, norm %v", i, s.Clock, s.Loss(), s.Norm())
			}
			if i < steps {
				poison(e)
				advance(t, e, s)
			}
		}
	})
}

// poison fills the engine's memory with a NaN whose payload is no one's, so that a word that is read before it is written shows.
func poison(e *Engine) {
	fill := func(words []float32) {
		for i := range words {
			words[i] = math.Float32frombits(0xffabcdef)
		}
	}
	state := map[int]bool{} // slots that are the state's memory
	for _, w := range e.inPlace {
		state[w[0]] = true
	}
	for i := len(e.p.StateLayout) + 1; i < len(e.slots); i++ {
		if !state[i] {
			fill(e.slots[i])
		}
	}
	for _, w := range append([]*worker{e.pool.caller}, e.pool.workers...) {
		fill(w.panel)
		fill(w.left)
		fill(w.edge)
		fill(w.tile)
		fill(w.blocks)
	}
}

func randomBytes(n int) []byte {
	r := rand.New(rand.NewPCG(1, 3))
	b := make([]byte, n)
	for i := range b {
		b[i] = byte(r.Uint32())
	}
	return b
}

func TestGPT(t *testing.T) {
	for _, c := range []struct {
		model program.Model
		batch int
	}{
		{gpt(1, 16, 1, 16, 11), 1},
		{gpt(2, 48, 3, 32, 50), 3},
		{gpt(1, 64, 2, 80, 517), 7}, // more than one chunk of tokens and of words
		{gpt(1, 528, 1, 16, 33), 2}, // more than one chunk of channels
	} {
		t.Run(fmt.Sprintf("C=%d,T=%d,V=%d", c.model.Width, c.model.Context, c.model.Vocabulary), func(t *testing.T) {
			if testing.Short() && c.model.Width*c.model.Vocabulary > 1<<12 {
				t.Skip("slow under the race detector")
			}
			payload := randomBytes(4000)
			p := compile(t, run(c.model, c.batch, payload))
			follow(t, p, payload, p.Genesis(), 3)
		})
	}
}

// records makes tabular data; a few features are extreme.
func records(n, features int) []byte {
	r := rand.New(rand.NewPCG(1, 5))
	var b []byte
	for i := range n {
		for f := range features {
			x := float32(r.NormFloat64())
			if (i+f)%97 == 0 {
				x = 0x1p-140
			}
			b = binary.LittleEndian.AppendUint32(b, math.Float32bits(x))
		}
		b = binary.LittleEndian.AppendUint32(b, r.Uint32N(4))
	}
	return b
}

func TestMLP(t *testing.T) {
	for _, kind := range []string{program.OptimiserSGD, program.OptimiserMomentum, program.OptimiserAdamW} {
		for _, activation := range []string{program.ActivationReLU, program.ActivationGELU} {
			t.Run(kind+"/"+activation, func(t *testing.T) {
				payload := records(150, 7)
				m := program.Model{Kind: program.ModelMLP, Features: 7, Hidden: []int{33, 600, 15}, Classes: 3, Activation: activation}
				if testing.Short() {
					m.Hidden = []int{33, 15}
				}
				spec := run(m, 37, payload)
				spec.Optimiser.Kind = kind
				spec.Optimiser.LearningRate.Peak = "0.1"
				if kind != program.OptimiserAdamW {
					spec.Optimiser.Beta1, spec.Optimiser.Beta2, spec.Optimiser.Epsilon, spec.Optimiser.WeightDecay = "", "", "", ""
				}
				if kind == program.OptimiserMomentum {
					spec.Optimiser.Momentum = "0.9"
				}
				p := compile(t, spec)
				follow(t, p, payload, p.Genesis(), 4)
			})
		}
	}
}

// TestPoisonReachesTheNorm puts an infinity or a NaN into what makes one row of Q, K, V or dO, and elsewhere. The step must then change
// nothing but its record, and the record is the one NaN, as in the reference.
func TestPoisonReachesTheNorm(t *testing.T) {
	payload := randomBytes(2000)
	p := compile(t, run(gpt(2, 32, 2, 32, 40), 2, payload))
	start := p.Genesis()
	warm, err := portable.New(p, payload)
	if err != nil {
		t.Fatal(err)
	}
	advance(t, warm, start)
	place := func(name string, word int) func(*program.State, float32) {
		for i, spec := range p.StateLayout {
			if spec.Name == name {
				return func(s *program.State, x float32) { s.Tensors[i][word] = x }
			}
		}
		t.Fatalf("no tensor %s", name)
		return nil
	}
	poisons := []float32{math.Float32frombits(0x7fc00000), float32(math.Inf(1)), float32(math.Inf(-1))}
	if testing.Short() {
		poisons = poisons[:1]
	}
	for name, put := range map[string]func(*program.State, float32){
		"q":        place("h.0.attn.c_attn.bias", 5),
		"k":        place("h.1.attn.c_attn.bias", 32+3),
		"v":        place("h.1.attn.c_attn.bias", 64+31),
		"do":       place("h.1.attn.c_proj.weight", 17),
		"position": place("wpe.weight", 31*32),
		"head":     place("wte.weight", 39*32+1),
		"last":     place("ln_f.bias", 0),
	} {
		for _, x := range poisons {
			t.Run(fmt.Sprintf("%s=%v", name, x), func(t *testing.T) {
				s := start.Clone()
				put(s, x)
				follow(t, p, payload, s, 2)
				e := open(t, levels[1], p, payload, 2)
				after := s.Clone()
				advance(t, e, after)
				if math.Float32bits(after.Norm()) != 0x7fc00000 || math.Float32bits(after.Loss()) != 0x7fc00000 || after.Clock != s.Clock+1 {
					t.Fatalf("the step counts: loss %v, norm %v, clock %d", after.Loss(), after.Norm(), after.Clock)
				}
				copy(after.Scalars()[2:], s.Scalars()[2:])
				after.Clock = s.Clock
				if golden.StateHash(after) != golden.StateHash(s) {
					t.Fatal("the step changed more than its record")
				}
			})
		}
	}
}

// TestExtremes trains from weights of huge, tiny and subnormal size.
func TestExtremes(t *testing.T) {
	payload := randomBytes(2000)
	p := compile(t, run(gpt(1, 32, 2, 16, 30), 3, payload))
	scales := []float32{0x1p-130, 0x1p-60, 0x1p20, 0x1p40, 0x1p100}
	if testing.Short() {
		scales = scales[:2]
	}
	for _, scale := range scales {
		s := p.Genesis()
		r := rand.New(rand.NewPCG(2, 2))
		for i := range p.Parameters {
			for e := range s.Tensors[i] {
				if r.IntN(4) == 0 {
					s.Tensors[i][e] *= scale
				}
			}
		}
		t.Run(fmt.Sprint(scale), func(t *testing.T) { follow(t, p, payload, s, 2) })
	}
}

func TestStepLeavesTheStateOnError(t *testing.T) {
	payload := randomBytes(2000)
	p := compile(t, run(gpt(1, 16, 1, 16, 20), 2, payload))
	e := open(t, levels[1], p, payload, 2)
	s := p.Genesis()
	before := golden.StateHash(s)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := e.Step(ctx, s); !errors.Is(err, context.Canceled) {
		t.Fatalf("error %v", err)
	}
	if golden.StateHash(s) != before {
		t.Fatal("a cancelled step changed the state")
	}
	short := s.Clone()
	short.Tensors[0] = short.Tensors[0][1:]
	if err := e.Step(context.Background(), short); !errors.Is(err, program.ErrState) {
		t.Fatalf("error %v", err)
	}
}

func TestNewRefuses(t *testing.T) {
	payload := randomBytes(2000)
	p := compile(t, run(gpt(1, 16, 1, 16, 20), 2, payload))
	if _, err := New("sse", p, payload, 1); err == nil {
		t.Error("opened a level that does not exist")
	}
	if _, err := New(levels[1], p, payload[1:], 1); err == nil {
		t.Error("opened a dataset of the wrong length")
	}
}

func TestCloseStopsSleepingThreads(t *testing.T) {
	payload := randomBytes(2000)
	p := compile(t, run(gpt(1, 16, 1, 16, 20), 2, payload))
	for range 20 {
		e, err := New(levels[1], p, payload, 4)
		if err != nil {
			t.Skip(err)
		}
		advance(t, e, p.Genesis())
		if err := e.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

// TestForeignNaN gives the step a state with NaN that no step can have made: what leaves is the reference's one NaN.
func TestForeignNaN(t *testing.T) {
	payload := randomBytes(2000)
	p := compile(t, run(gpt(1, 32, 2, 16, 30), 2, payload))
	for i := range p.StateLayout[:len(p.StateLayout)-1] {
		s := p.Genesis()
		s.Tensors[i][0] = math.Float32frombits(0xffabcdef)
		if i%9 == 0 || i == len(s.Tensors)-1 {
			t.Run(p.StateLayout[i].Name, func(t *testing.T) { follow(t, p, payload, s, 1) })
		}
	}
}
