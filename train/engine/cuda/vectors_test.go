package cuda

import (
	"encoding/hex"
	"fmt"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/commonweight/commonweight/train/engine/cuda/plan"
	"github.com/commonweight/commonweight/train/engine/internal/golden"
	"github.com/commonweight/commonweight/train/numeric"
	"github.com/commonweight/commonweight/train/program"
)

// vector is a case of testdata/vectors/operators.json.
type vector struct {
	Name, Operator, Mode    string
	Attributes              map[string]uint64
	Constants, Instructions hexWords
	Payload                 string
	Operands                []vectorTensor
	Result                  vectorTensor
}

type vectorTensor struct {
	Role   string
	Vector bool
	Shape  [3]int
	View   *struct{ Col0, G0, G1, R, W int }
	Words  hexWords
}

// hexWords is eight digits for each word.
type hexWords []uint32

func (w *hexWords) UnmarshalText(text []byte) error {
	digits := strings.TrimPrefix(string(text), "0x")
	for ; len(digits) >= 8; digits = digits[8:] {
		word, err := strconv.ParseUint(digits[:8], 16, 32)
		if err != nil {
			return err
		}
		*w = append(*w, uint32(word))
	}
	return nil
}

func (w hexWords) floats() []float32 {
	f := make([]float32, len(w))
	for i, word := range w {
		f[i] = math.Float32frombits(word)
	}
	return f
}

func (t vectorTensor) shape() program.Shape {
	if t.Vector {
		return program.VectorOf(program.DTypeFloat32, t.Shape[2])
	}
	return program.ListOf(t.Shape[0], t.Shape[1], t.Shape[2])
}

func (t vectorTensor) view() program.ViewSpec {
	if v := t.View; v != nil {
		return program.ViewSpec{Stride: t.Shape[2], Col0: v.Col0, G0: v.G0, G1: v.G1, R: v.R, W: v.W}
	}
	return t.shape().Whole()
}

// named finds the code of a name.
func named[T interface {
	~uint8
	String() string
}](t *testing.T, name string) T {
	t.Helper()
	for code := T(1); code < 100; code++ {
		if code.String() == name {
			return code
		}
	}
	t.Fatalf("no code %q", name)
	return 0
}

var attributes = map[string]int{
	"matmul.causal": program.AttributeMatmulCausal, "scatter_add.modulus": program.AttributeScatterAddModulus,
	"gather.modulus": program.AttributeGatherModulus, "gather.last": program.AttributeGatherLast,
	"load_batch.batch": program.AttributeLoadBatchBatch, "load_batch.length": program.AttributeLoadBatchLength,
	"load_batch.stride": program.AttributeLoadBatchStride, "load_batch.seed": program.AttributeLoadBatchSeedLow,
	"load_batch.vocabulary": program.AttributeLoadBatchVocabulary, "load_batch.token_bytes": program.AttributeLoadBatchTokenBytes,
	"load_batch.features": program.AttributeLoadBatchFeatures,
}

// program makes the case a step of its own: its operands are the state, its result becomes the state's first tensor.
func (v *vector) program(t *testing.T) (*program.Program, *program.State, []byte) {
	t.Helper()
	o := program.Operator{
		Name: v.Name, Code: named[program.Opcode](t, v.Operator), Mode: named[program.Mode](t, v.Mode), Out: v.Result.shape(),
		OutView: v.Result.view(), Constants: v.Constants.floats(),
	}
	for name, value := range v.Attributes {
		at, ok := attributes[v.Operator+"."+name]
		if !ok || value > math.MaxUint32 {
			t.Fatalf("attribute %s = %d", name, value)
		}
		o.Attributes[at] = uint32(value)
	}
	for _, w := range v.Instructions {
		o.Instructions = append(o.Instructions, numeric.Instruction{Op: numeric.MapOp(w), A: uint8(w >> 8), B: uint8(w >> 16), C: uint8(w >> 24)})
	}
	p := &program.Program{StateLayout: []program.TensorSpec{{Name: "result", Shape: o.Out}}}
	s := &program.State{Tensors: [][]float32{make([]float32, o.Out.Words())}}
	for i, x := range v.Operands {
		operand := program.Operand{Source: program.SourcePreState, Role: named[program.Role](t, x.Role), Shape: x.shape(), View: x.view()}
		if operand.Role == program.RoleClock {
			operand.Index, s.Clock = len(v.Operands), x.Words[0]
			operand.Shape.DType = program.DTypeUint32
		} else {
			operand.Index = len(s.Tensors)
			p.StateLayout = append(p.StateLayout, program.TensorSpec{Name: fmt.Sprint("operand ", i), Shape: x.shape()})
			s.Tensors = append(s.Tensors, x.Words.floats())
		}
		o.Operands = append(o.Operands, operand)
	}
	if o.Code == program.OpLoadBatch {
		o.Operands = append([]program.Operand{{Source: program.SourceConstant, Index: int(program.ConstantDataset), Role: program.RoleDataset}}, o.Operands...)
	}
	clock := program.VectorOf(program.DTypeUint32, 1)
	p.StateLayout = append(p.StateLayout, program.TensorSpec{Name: "clock", Shape: clock, Section: program.SectionClock})
	p.Operators = []program.Operator{o, {
		Name: "state", Code: program.OpState, Mode: program.ModePlain, Out: program.Shape{W: 1},
		Operands: []program.Operand{{Source: program.SourceTrace, Role: program.RolePart, View: program.ViewSpec{Stride: 1, R: 1}}},
	}}
	payload, err := hex.DecodeString(v.Payload)
	if err != nil {
		t.Fatal(err)
	}
	p.Spec.Dataset.Bytes = len(payload)
	return p, s, payload
}

// TestVectors: the emitted code computes every operator as the golden vectors have it, whatever the tile and the split of k are. These are
// the vectors that each mutant of the profile fails (train/numeric, TestMutantsFail).
func TestVectors(t *testing.T) {
	slow(t)
	var file struct{ Cases []vector }
	golden.Read(t, vectors+"/operators.json", &file)
	if len(file.Cases) < 100 {
		t.Fatalf("%d cases", len(file.Cases))
	}
	for _, v := range file.Cases {
		options := []plan.Options{{}}
		if v.Operator == "matmul" {
			options = []plan.Options{{Shape: 1, Split: 2}, {Shape: 2, Split: 1}, {Shape: 3, Split: 3}}
		}
		for _, o := range options {
			p, before, payload := v.program(t)
			for _, e := range engines(t, p, payload, o) {
				s := before.Clone()
				step(t, e, s)
				for i, want := range v.Result.Words {
					if got := math.Float32bits(s.Tensors[0][i]); got != want {
						t.Errorf("%s, %+v: word %d of %s %s is %08x, want %08x", e.Device().Name, o, i, v.Mode, v.Name, got, want)
						break
					}
				}
			}
		}
	}
}

// TestMistakesFail plants mistakes in the emitted code: the vectors of every operator that has the instruction tell.
func TestMistakesFail(t *testing.T) {
	slow(t)
	var file struct{ Cases []vector }
	golden.Read(t, vectors+"/operators.json", &file)
	replace := func(pattern, by string) func(string) string {
		r := regexp.MustCompile(pattern)
		return func(text string) string { return r.ReplaceAllString(text, by) }
	}
	for what, c := range map[string]struct {
		mistake   func(string) string
		operators []string
	}{
		"unfused":       {replace(`fma\.rn\.f32 \t(\S+), (\S+), (\S+), (\S+);`, "mul.rn.f32 %f0, $2, $3;\n\tadd.rn.f32 $1, %f0, $4;"), []string{"matmul", "column_reduce", "tile_reduce"}},
		"lanes swapped": {replace(`shfl\.sync\.down\.b32\t(\S+), (\S+), 8,`, "shfl.sync.down.b32\t$1, $2, 4,"), []string{"tile_reduce"}},
	} {
		caught := map[string]bool{}
		for _, v := range file.Cases {
			if !slices.Contains(c.operators, v.Operator) || caught[v.Operator] {
				continue
			}
			p, s, payload := v.program(t)
			step(t, on(t, &emulator{mistake: c.mistake}, p, payload, plan.Options{Shape: 3}), s)
			caught[v.Operator] = !slices.Equal(wordsOf(s.Tensors[0]), v.Result.Words)
		}
		for _, operator := range c.operators {
			if !caught[operator] {
				t.Errorf("%s: no vector of %s tells", what, operator)
			}
		}
	}
}
