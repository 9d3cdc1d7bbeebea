package engine

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/commonweight/commonweight/train/engine/internal/golden"
	"github.com/commonweight/commonweight/train/numeric"
	"github.com/commonweight/commonweight/train/program"
)

// loss64 is GPT-2's loss of one batch, from its definition (Radford and others, 2019): weights are named as in the state.
func loss64(t *tape64, m program.Model, w map[string]*matrix64, x, y []uint32) *matrix64 {
	position := make([]uint32, len(x))
	for n := range position {
		position[n] = uint32(n % m.Context)
	}
	h := t.add(t.rows(w["wte.weight"], x), t.rows(w["wpe.weight"], position))
	wide := m.Width / m.Heads
	for l := range m.Layers {
		of := func(name string) *matrix64 { return w[fmt.Sprintf("h.%d.%s", l, name)] }
		linear := func(x *matrix64, name string) *matrix64 { return t.linear(x, of(name+".weight"), of(name+".bias")) }
		qkv := linear(t.normal(h, of("ln_1.weight"), of("ln_1.bias")), "attn.c_attn")
		heads := t.node(len(x), m.Width)
		for first := 0; first < len(x); first += m.Context {
			for from := 0; from < m.Width; from += wide {
				cut := func(section int) *matrix64 { return t.part(qkv, first, m.Context, section*m.Width+from, wide) }
				scores := t.attend(t.product(cut(0), cut(1), true), 1/math.Sqrt(float64(wide)))
				t.put(heads, t.product(scores, cut(2), false), first, from)
			}
		}
		h = t.add(h, linear(heads, "attn.c_proj"))
		h = t.add(h, linear(t.gelu(linear(t.normal(h, of("ln_2.weight"), of("ln_2.bias")), "mlp.c_fc")), "mlp.c_proj"))
	}
	h = t.normal(h, w["ln_f.weight"], w["ln_f.bias"])
	return t.entropy(t.product(h, w["wte.weight"], true), y)
}

// truthRun is a small GPT whose weights are large enough for every path to count.
func truthRun(t *testing.T, optimiser program.Optimiser) (*program.Program, []byte, *program.State) {
	t.Helper()
	_, tiny, _ := golden.Tiny(t, vectors)
	spec := tiny.Spec
	spec.Optimiser, spec.Batch = optimiser, 3
	spec.Model = program.Model{Kind: program.ModelGPT, Layers: 2, Width: 32, Heads: 2, Context: 16, Vocabulary: 50}
	payload := make([]byte, 400)
	for i := range payload {
		payload[i] = byte(i * i % 47)
	}
	spec.Dataset.Bytes, spec.Dataset.TokenBytes, spec.Dataset.Stride = len(payload), 1, 16
	p, err := program.Compile(spec)
	if err != nil {
		t.Fatal(err)
	}
	s := p.Genesis()
	for i := range p.Parameters {
		for e := range s.Tensors[i] {
			s.Tensors[i][e] += float32(0.2 * math.Sin(float64(11*e+5*i)))
		}
	}
	return p, payload, s
}

// truth is a state in float64.
type truth struct {
	p              *program.Program
	payload        []byte
	weights, m, v  [][]float64
	steps          int
	gradients      [][]float64
	loss, normSeen float64
}

func truthOf(p *program.Program, payload []byte, s *program.State) *truth {
	u := &truth{p: p, payload: payload}
	for _, tensor := range s.Tensors[:p.Parameters] {
		wide := make([]float64, len(tensor))
		for e, x := range tensor {
			wide[e] = float64(x)
		}
		u.weights = append(u.weights, wide)
		u.m, u.v = append(u.m, make([]float64, len(tensor))), append(u.v, make([]float64, len(tensor)))
	}
	return u
}

// differentiate computes loss, gradients and their norm.
func (u *truth) differentiate() {
	s := u.p.Spec
	tokens := numeric.Tokens{
		Batch: s.Batch, Length: s.Model.Context, Stride: s.Dataset.Stride, Seed: s.Seed, Vocabulary: uint32(s.Model.Vocabulary), TokenBytes: 1,
	}
	x, y := make([]uint32, s.Batch*s.Model.Context), make([]uint32, s.Batch*s.Model.Context)
	numeric.LoadTokens(x, u.payload, uint32(u.steps), tokens, 0)
	numeric.LoadTokens(y, u.payload, uint32(u.steps), tokens, 1)
	tape, named := &tape64{}, map[string]*matrix64{}
	u.gradients, u.normSeen = nil, 0
	for i, w := range u.weights {
		shape := u.p.StateLayout[i].Shape
		leaf := &matrix64{shape.R, shape.W, w, make([]float64, len(w))}
		named[u.p.StateLayout[i].Name] = leaf
		u.gradients = append(u.gradients, leaf.d)
	}
	loss := loss64(tape, s.Model, named, x, y)
	tape.backward(loss)
	u.loss = loss.v[0]
	for _, g := range u.gradients {
		for _, d := range g {
			u.normSeen += d * d
		}
	}
	u.normSeen = math.Sqrt(u.normSeen)
}

// adamw is a step of Adam with decoupled weight decay (Kingma and Ba, 2015, algorithm 1; Loshchilov and Hutter, 2019, algorithm 2, the
// schedule being the learning rate). Gradients are scaled to a norm of at most clip; vectors don't decay.
func (u *truth) adamw(rate, beta1, beta2, epsilon, decay, clip float64) {
	u.differentiate()
	u.steps++
	scale := math.Min(1, clip/u.normSeen)
	for i, w := range u.weights {
		for e := range w {
			g := u.gradients[i][e] * scale
			u.m[i][e] = beta1*u.m[i][e] + (1-beta1)*g
			u.v[i][e] = beta2*u.v[i][e] + (1-beta2)*g*g
			m, v := u.m[i][e]/(1-math.Pow(beta1, float64(u.steps))), u.v[i][e]/(1-math.Pow(beta2, float64(u.steps)))
			update := m / (math.Sqrt(v) + epsilon)
			if !u.p.StateLayout[i].Shape.Vector {
				update += decay * w[e]
			}
			w[e] -= rate * update
		}
	}
}

// apart is the distance of two tensors, relative to the second.
func apart(a []float32, b []float64) float64 {
	difference, size := 0.0, 0.0
	for e := range b {
		difference += (float64(a[e]) - b[e]) * (float64(a[e]) - b[e])
		size += b[e] * b[e]
	}
	return math.Sqrt(difference / size)
}

// TestGradientsAreTrue compares loss, norm and every gradient of one step with the calculus in float64.
func TestGradientsAreTrue(t *testing.T) {
	// Without momentum the first moment is the gradient.
	p, payload, s := truthRun(t, program.Optimiser{
		Kind: program.OptimiserMomentum, Momentum: "0", Clip: "1e30", LearningRate: program.Schedule{Kind: program.ScheduleConstant, Peak: "1e-3"},
	})
	u := truthOf(p, payload, s)
	u.differentiate()
	if err := open(t, Portable, p, payload, 1).Step(t.Context(), s); err != nil {
		t.Fatal(err)
	}
	for what, x := range map[string][2]float64{"loss": {float64(s.Loss()), u.loss}, "norm": {float64(s.Norm()), u.normSeen}} {
		if math.Abs(x[0]-x[1]) > 2e-6*x[1] {
			t.Errorf("%s %v, in float64 %v", what, x[0], x[1])
		}
	}
	worst := 0.0
	for i, want := range u.gradients {
		got := apart(s.Tensors[p.Parameters+i], want)
		worst = max(worst, got)
		if !(got < 1e-5) {
			t.Errorf("gradient of %s: relative difference %.1e", p.StateLayout[i].Name, got)
		}
	}
	t.Logf("loss %v and %v, norm %v and %v, gradients at most %.1e apart", s.Loss(), u.loss, s.Norm(), u.normSeen, worst)
}

// TestAdamWIsTheirs compares weights and moments after steps of AdamW with the papers' formulas in float64, with a clip that acts and with
// one that doesn't.
func TestAdamWIsTheirs(t *testing.T) {
	for _, clip := range []struct {
		decimal program.Decimal
		value   float64
	}{{"0.25", 0.25}, {"1e30", 1e30}} {
		p, payload, s := truthRun(t, program.Optimiser{
			Kind: program.OptimiserAdamW, Beta1: "0.9", Beta2: "0.95", Epsilon: "1e-6", WeightDecay: "0.1", Clip: clip.decimal,
			LearningRate: program.Schedule{Kind: program.ScheduleConstant, Peak: "1e-3"},
		})
		u := truthOf(p, payload, s)
		e := open(t, Portable, p, payload, 1)
		const steps = 5
		for step := range steps {
			if err := e.Step(t.Context(), s); err != nil {
				t.Fatal(err)
			}
			u.adamw(1e-3, 0.9, 0.95, 1e-6, 0.1, clip.value)
			if math.Abs(float64(s.Loss())-u.loss) > 1e-5*u.loss {
				t.Errorf("clip %s, step %d: loss %v, in float64 %v", clip.decimal, step, s.Loss(), u.loss)
			}
		}
		for i, want := range u.weights {
			name, bound := p.StateLayout[i].Name, 1e-5
			if strings.HasSuffix(name, "c_attn.bias") {
				bound = 1e-3 // the gradient by the keys' bias is 0; Adam makes a whole step of what rounding leaves of it
			}
			moment := s.Tensors[p.Parameters+i]
			if got := apart(s.Tensors[i], want); !(got < bound) {
				t.Errorf("clip %s: %s: relative difference %.1e", clip.decimal, name, got)
			}
			if got := apart(moment, u.m[i]); !(got < 1e-4) {
				t.Errorf("clip %s: first moment of %s: relative difference %.1e", clip.decimal, name, got)
			}
			if got := apart(s.Tensors[2*p.Parameters+i], u.v[i]); !(got < 1e-4) {
				t.Errorf("clip %s: second moment of %s: relative difference %.1e", clip.decimal, name, got)
			}
		}
	}
}
