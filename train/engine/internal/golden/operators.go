package golden

import (
	"encoding/hex"
	"fmt"
	"math"
	"strconv"
	"strings"
	"testing"

	"github.com/commonweight/commonweight/train/numeric"
	"github.com/commonweight/commonweight/train/program"
)

// Operators reads the cases of every operator from the folder of vectors.
func Operators(t testing.TB, vectors string) []Case {
	t.Helper()
	var file struct{ Cases []Case }
	Read(t, vectors+"/operators.json", &file)
	if len(file.Cases) < 100 {
		t.Fatalf("%d cases", len(file.Cases))
	}
	for _, v := range file.Cases {
		if len(v.Result.Words) != v.Result.shape().Words() {
			t.Fatalf("%s has %d words", v.Name, len(v.Result.Words))
		}
	}
	return file.Cases
}

// Case is one of testdata/vectors/operators.json: an operator, what it reads and what it gives.
type Case struct {
	Name, Operator, Mode    string
	Attributes              map[string]uint64
	Constants, Instructions hexWords
	Payload                 string
	Operands                []Tensor
	Result                  Tensor
}

// Tensor is an operand or a result. Shape: lists, rows, columns.
type Tensor struct {
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

func (t Tensor) shape() program.Shape {
	if t.Vector {
		return program.VectorOf(program.DTypeFloat32, t.Shape[2])
	}
	return program.ListOf(t.Shape[0], t.Shape[1], t.Shape[2])
}

func (t Tensor) view() program.ViewSpec {
	if v := t.View; v != nil {
		return program.ViewSpec{Stride: t.Shape[2], Col0: v.Col0, G0: v.G0, G1: v.G1, R: v.R, W: v.W}
	}
	return t.shape().Whole()
}

// named finds the code of a name.
func named[T interface {
	~uint8
	String() string
}](t testing.TB, name string) T {
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

// Program makes the case a step of its own: its operands are the state, its result becomes the state's first tensor, which is there for
// nothing else.
func (v *Case) Program(t testing.TB) (*program.Program, *program.State, []byte) {
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
