package program

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"math"
	"strings"
	"testing"
	"time"

	"github.com/commonweight/commonweight/train/numeric"
)

func compile(t testing.TB, s Spec) *Program {
	t.Helper()
	p, err := Compile(s)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// tokens is a payload of n bytes.
func tokens(n int) []byte {
	b := make([]byte, n)
	for i := range b {
		b[i] = byte(i * i * 7 % 29)
	}
	return b
}

// records is a payload of n records of the features and a label that depends on them.
func records(n, features, classes int) []byte {
	var b []byte
	for i := range n {
		sum := 0.0
		for f := range features {
			x := math.Sin(float64(i*features+f) * 1.7)
			sum += x
			b = binary.LittleEndian.AppendUint32(b, math.Float32bits(float32(x)))
		}
		b = binary.LittleEndian.AppendUint32(b, uint32(math.Floor(sum+100))%uint32(classes))
	}
	return b
}

func TestGradientsOfGPT(t *testing.T) { checkGradients(t, tinyGPT(), tokens(200)) }

func TestGradientsOfMLP(t *testing.T) {
	for _, activation := range []string{ActivationReLU, ActivationGELU} {
		checkGradients(t, tinyMLP(OptimiserSGD, activation), records(40, 5, 3))
	}
}

// TestOperatorCounts: forward and backward of L layers are 36 + 73·L operators while the loss is one tile.
func TestOperatorCounts(t *testing.T) {
	for layers := 1; layers <= 5; layers++ {
		s := tinyGPT()
		s.Model.Layers = layers
		p := compile(t, s)
		count := 0
		for p.Operators[count].Name != "wte.weight.grad.sqsum" {
			count++
		}
		if count != 36+73*layers {
			t.Errorf("%d layers are %d operators, not %d", layers, count, 36+73*layers)
		}
	}
}

// TestGPT2Compiles at once and without a tensor: 912 operators, one sum level more for 8192 tokens, then the optimiser.
func TestGPT2Compiles(t *testing.T) {
	s := tinyGPT()
	s.Model = Model{Kind: ModelGPT, Layers: 12, Width: 768, Heads: 12, Context: 1024, Vocabulary: 50257}
	s.Batch, s.Dataset = 8, Dataset{Kind: DatasetTokens, CID: "bafk", Bytes: 1 << 30, TokenBytes: 2, Stride: 1024}
	start := time.Now()
	p := compile(t, s)
	t.Logf("%d operators in %v", len(p.Operators), time.Since(start))
	const (
		tensors = 2 + 12*12 + 2
		passes  = 36 + 73*12 + 1
		norm    = tensors + 11 + 3 + 1 // squares, concat of concats, three levels, root
		shared  = 2 + 2 + 2 + 1 + 1    // clip ok, powers, corrections, lr, record
		rest    = 2 + 1 + 1 + 1        // recorded, scalars, clock, state
	)
	if want := passes + norm + shared + 4*tensors + rest; len(p.Operators) != want {
		t.Errorf("%d operators, want %d", len(p.Operators), want)
	}
	words := 0
	for _, l := range p.StateLayout[:p.Parameters] {
		words += l.Shape.Words()
	}
	if words != 124439808 {
		t.Errorf("%d parameters", words)
	}
}

func TestCompileIsDeterministic(t *testing.T) {
	a, b := compile(t, tinyGPT()), compile(t, tinyGPT())
	for i := range a.Operators {
		if a.Operators[i].Descriptor() != b.Operators[i].Descriptor() || a.Operators[i].Name != b.Operators[i].Name {
			t.Fatalf("operator %d differs", i)
		}
	}
}

// every compiles a spec of each model, optimiser and activation.
func every(t *testing.T) map[string]*Program {
	programs := map[string]*Program{"gpt": compile(t, tinyGPT())}
	for _, optimiser := range []string{OptimiserSGD, OptimiserMomentum, OptimiserAdamW} {
		for _, activation := range []string{ActivationReLU, ActivationGELU} {
			programs["mlp "+optimiser+" "+activation] = compile(t, tinyMLP(optimiser, activation))
		}
	}
	return programs
}

// TestProgramsAreWellFormed checks what engines and referees rely on.
func TestProgramsAreWellFormed(t *testing.T) {
	for name, p := range every(t) {
		names := map[string]bool{}
		for i, o := range p.Operators {
			if names[o.Name] || o.Name == "" {
				t.Errorf("%s: operator %d: the name %q is taken", name, i, o.Name)
			}
			names[o.Name] = true
			for k, x := range o.Operands {
				if x.Source == SourceTrace && x.Index >= i && o.Code != OpState {
					t.Errorf("%s: %s reads operator %d", name, o.Name, x.Index)
				}
				if x.Source == SourceTrace && o.Code != OpState && x.Shape != p.Operators[x.Index].Out {
					t.Errorf("%s: operand %d of %s is %+v", name, k, o.Name, x.Shape)
				}
				if x.Source == SourcePreState && x.Shape != p.StateLayout[x.Index].Shape {
					t.Errorf("%s: operand %d of %s is %+v", name, k, o.Name, x.Shape)
				}
			}
			for k, in := range o.Instructions {
				if last := max(int(in.A), int(in.B), int(in.C)); last >= k && in.Op != numeric.MapConst && in.Op != numeric.MapOperand && last > 0 {
					t.Errorf("%s: instruction %d of %s reads register %d", name, k, o.Name, last)
				}
			}
		}
		outputs := p.StateOutputs()
		if len(outputs) != len(p.StateLayout) || p.Operators[len(p.Operators)-1].Out.W != len(outputs) {
			t.Fatalf("%s: %d outputs for %d tensors", name, len(outputs), len(p.StateLayout))
		}
		for i, o := range outputs {
			layout := p.StateLayout[i]
			suffix := map[Section]string{SectionFirstMoment: ".m", SectionSecondMoment: ".v"}[layout.Section]
			if got := p.Operators[o]; got.Out != layout.Shape || got.Name != layout.Name+suffix {
				t.Errorf("%s: tensor %d is %s %+v, the layout says %s %+v", name, i, got.Name, got.Out, layout.Name, layout.Shape)
			}
		}
		if p.Operators[p.Loss].Name != "loss" || p.Operators[p.Norm].Name != "norm" {
			t.Errorf("%s: loss is %s, norm is %s", name, p.Operators[p.Loss].Name, p.Operators[p.Norm].Name)
		}
	}
}

// TestDescriptorHoldsEverything: two operators that differ in anything the referee may see have different descriptors.
func TestDescriptorHoldsEverything(t *testing.T) {
	o := Operator{
		Code: OpMap, Mode: ModePlain, Out: MatrixOf(3, 5), OutView: MatrixOf(3, 5).Whole(),
		Operands:  []Operand{{Source: SourceTrace, Index: 4, Role: RoleFull, Shape: MatrixOf(3, 5), View: MatrixOf(3, 5).Whole()}},
		Constants: []float32{1}, Instructions: []numeric.Instruction{{Op: numeric.MapOperand}, {Op: numeric.MapNeg}},
	}
	plain := o.Descriptor()
	for i, edit := range []func(*Operator){
		func(o *Operator) { o.Code = OpGather },
		func(o *Operator) { o.Mode = ModeSum },
		func(o *Operator) { o.Out.DType = DTypeUint32 },
		func(o *Operator) { o.Out.Vector = true },
		func(o *Operator) { o.Out.G++ },
		func(o *Operator) { o.Out.R++ },
		func(o *Operator) { o.Out.W++ },
		func(o *Operator) { o.OutView.Col0++ },
		func(o *Operator) { o.OutView.G0++ },
		func(o *Operator) { o.OutView.G1++ },
		func(o *Operator) { o.OutView.R++ },
		func(o *Operator) { o.OutView.W++ },
		func(o *Operator) { o.Attributes[15]++ },
		func(o *Operator) { o.Constants = []float32{2} },
		func(o *Operator) { o.Constants = []float32{1, 0} },
		func(o *Operator) { o.Instructions = o.Instructions[:1] },
		func(o *Operator) {
			o.Instructions = []numeric.Instruction{{Op: numeric.MapOperand}, {Op: numeric.MapNeg, C: 1}}
		},
		func(o *Operator) { o.Operands = append(o.Operands[:1:1], Operand{}) },
		func(o *Operator) { o.Operands[0].Source = SourcePreState },
		func(o *Operator) { o.Operands[0].Index++ },
		func(o *Operator) { o.Operands[0].Role = RoleRec },
		func(o *Operator) { o.Operands[0].Shape.Vector = true },
		func(o *Operator) { o.Operands[0].View.Stride++ },
		func(o *Operator) { o.Operands[0].View.Col0++ },
		func(o *Operator) { o.Operands[0].View.G0++ },
		func(o *Operator) { o.Operands[0].View.G1++ },
		func(o *Operator) { o.Operands[0].View.R++ },
		func(o *Operator) { o.Operands[0].View.W++ },
	} {
		other := o
		other.Operands = append([]Operand{}, o.Operands...)
		edit(&other)
		if other.Descriptor() == plain {
			t.Errorf("edit %d does not show", i)
		}
	}
	o.Name, o.Expression = "other", "other"
	if o.Descriptor() != plain {
		t.Error("names are part of the descriptor")
	}
}

// TestBuilderRefuses shapes that don't fit, by the operator's name.
func TestBuilderRefuses(t *testing.T) {
	pre := func(s Shape) value { return value{SourcePreState, 0, s} }
	square, vector, index := pre(MatrixOf(32, 32)), pre(VectorOf(DTypeFloat32, 32)), pre(VectorOf(DTypeUint32, 32))
	for name, build := range map[string]func(*builder){
		"product":         func(b *builder) { b.matmul("x", ModeNN, square, pre(MatrixOf(31, 32))) },
		"product of list": func(b *builder) { b.matmul("x", ModeNN, square, pre(ListOf(2, 32, 32))) },
		"vector":          func(b *builder) { b.matmul("x", ModeNN, square, vector) },
		"view outside": func(b *builder) {
			b.product("x", ModeNN, false, square.heads(16, 1, 2, 32, 16), square.whole(), MatrixOf(32, 32), MatrixOf(32, 32).Whole())
		},
		"view askew": func(b *builder) {
			out := ListOf(2, 32, 32)
			b.product("x", ModeNT, false, square.heads(0, 1, 2, 32, 8), square.heads(0, 1, 2, 32, 8), out, out.Whole())
		},
		"column askew": func(b *builder) {
			out := MatrixOf(32, 32)
			b.product("x", ModeNT, false, square.heads(8, 1, 1, 32, 16), square.heads(8, 1, 1, 32, 16), out, out.Whole())
		},
		"long":         func(b *builder) { b.columns("x", ModeSum, pre(MatrixOf(MaxTerms+1, 1))) },
		"no terms":     func(b *builder) { b.matmul("x", ModeNN, pre(MatrixOf(32, 0)), pre(MatrixOf(0, 32))) },
		"no rows":      func(b *builder) { b.columns("x", ModeSum, pre(MatrixOf(0, 32))) },
		"no columns":   func(b *builder) { b.rows("x", ModeSum, pre(MatrixOf(32, 0))) },
		"nothing":      func(b *builder) { b.apply("x", mapAdd(), pre(MatrixOf(0, 32)), pre(MatrixOf(0, 32))) },
		"columns":      func(b *builder) { b.columns("x", ModeSum, vector) },
		"rows":         func(b *builder) { b.rows("x", ModeDot, square, pre(MatrixOf(32, 31))) },
		"dot of one":   func(b *builder) { b.rows("x", ModeDot, square) },
		"full":         func(b *builder) { b.apply("x", mapAdd(), square, vector) },
		"row":          func(b *builder) { b.apply("x", mapBias(), square, pre(VectorOf(DTypeFloat32, 31))) },
		"col":          func(b *builder) { b.apply("x", mapMulCol(), pre(ListOf(2, 16, 16)), pre(VectorOf(DTypeFloat32, 16))) },
		"record":       func(b *builder) { b.apply("x", mapSGD(), square, square, pre(VectorOf(DTypeFloat32, 2))) },
		"operands":     func(b *builder) { b.apply("x", mapAdd(), square) },
		"index":        func(b *builder) { b.pick("x", square, vector) },
		"index length": func(b *builder) { b.scatter("x", pre(MatrixOf(31, 32)), index, 4) },
		"cycle":        func(b *builder) { b.gatherCycle("x", square, 64, 31) },
		"concat":       func(b *builder) { b.concatColumns("x", pre(MatrixOf(32, 8)), square) },
		"concat rows":  func(b *builder) { b.concatColumns("x", square, pre(MatrixOf(31, 32))) },
		"vectors":      func(b *builder) { b.concatVectors("x", vector, index) },
		"huge":         func(b *builder) { b.matmul("x", ModeNT, pre(MatrixOf(1<<19, 1)), pre(MatrixOf(1<<19, 1))) },
	} {
		b := &builder{}
		build(b)
		if b.err == nil || !strings.Contains(b.err.Error(), " x: ") {
			t.Errorf("%s: %v", name, b.err)
		}
	}
}

func TestConcatNests(t *testing.T) {
	b := &builder{}
	var parts []value
	for range 16*16 + 1 {
		parts = append(parts, value{SourcePreState, 0, VectorOf(DTypeFloat32, 3)})
	}
	if out := b.concatVectors("x", parts...); b.err != nil || out.shape.W != 3*257 || len(b.operators) != 16+1+1 {
		t.Errorf("%+v, %d operators, %v", out, len(b.operators), b.err)
	}
	for _, o := range b.operators {
		for k := 1; k < len(o.Operands); k++ {
			if o.Attributes[AttributeConcatStart+k] != o.Attributes[AttributeConcatStart+k-1]+uint32(o.Operands[k-1].Shape.W) {
				t.Errorf("%s: starts %v", o.Name, o.Attributes)
			}
		}
	}
}

// TestProgramsStay pins the compiler: a run compiles to the same operators for ever, or none of its agents could bond again. The hash is
// SHA-256 of all descriptors, one after the other. A deliberate change needs a new profile or version of the RunSpec.
func TestProgramsStay(t *testing.T) {
	want := map[string]string{
		"gpt":               "85227c91be2eef8b3e3db8a28963d854739e715140ad74cfb1593fc7e94e7514",
		"mlp adamw gelu":    "798c7bbc37b8b0153705ad685c8a2f3496b303d46c04ce1abd25eedfebfdfe1e",
		"mlp adamw relu":    "bfdb3ba19ddc511457df66c91040bbe5c64bf8c0e11e844f43841bc24cf21d7f",
		"mlp momentum gelu": "164f1b8713e2d442f1111b4abd5c49088d029c22e8af73551e762da2fe5423aa",
		"mlp momentum relu": "2e767cbb75d5cd28a364bb26f2bcc2679efc35ce53991a0fe404b8ac3b8965d6",
		"mlp sgd gelu":      "b510864a02fc2323d56a6a732950461c11dcf13a21da29f3aff6dd20f08bf19a",
		"mlp sgd relu":      "cf66cdb60a84a501b5e2d5d49c3ee36c591b46d48fd295e6e6ffb2717d1f4834",
	}
	for name, p := range every(t) {
		h := sha256.New()
		for i := range p.Operators {
			tile := p.Operators[i].Descriptor()
			h.Write(tile[:])
		}
		if got := hex.EncodeToString(h.Sum(nil)); got != want[name] {
			t.Errorf("%s: %s, want %s", name, got, want[name])
		}
	}
}
